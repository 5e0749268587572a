"""The server beside a process that reads which ends, says nonsense or is killed: it stands, and says what became."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from yusuan.pipeline.serve import reading as side
from yusuan.pipeline.serve.entries import Entries, Entry
from yusuan.pipeline.serve.reading import Reading
from yusuan.pipeline.serve.settings import Settings

HEAD = """
import json, os, sys
settings = sys.stdin.readline()
def tell(**said): print(json.dumps(said), flush=True)
def row(status="accepted"):
    names = "document_id entity entity_level fiscal_year stage reason reason_zh".split()
    counts = "tables line_items proved unproved contradicted in_doubt other_items unread".split()
    return dict.fromkeys(names) | dict.fromkeys(counts, 0) | {"status": status, "document_id": "0" * 12}
tell(ready=True)
"""
EACH = "for line in sys.stdin:\n    asked = json.loads(line); number = asked['number']; tell(begun=number)\n"
PLACED = "    tell(read=number); tell(placed={number: row()}, documents=1)\n"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side, "_PAUSE", 0.01)


def run(tmp_path: Path, script: str, count: int, true: Callable[[list[Entry]], object]) -> list[Entry]:
    """The entries of a process with this script, when something is true of them."""
    entries = Entries(100)
    for number in range(count):
        entries.add(f"{number}.pdf", Path(f"{number}.pdf"))
    reading = Reading(Settings(str(tmp_path), str(tmp_path), "en"), entries, (sys.executable, "-c", script))

    async def until() -> None:
        task = asyncio.create_task(reading.run())
        async with asyncio.timeout(60):
            while not true(list(entries)):
                await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(until())
    return list(entries)


def done(entries: list[Entry]) -> bool:
    return all(entry.state == "done" for entry in entries)


def test_what_is_placed_is_done(tmp_path: Path) -> None:
    assert [entry.status for entry in run(tmp_path, HEAD + EACH + PLACED, 3, done)] == ["accepted"] * 3


def test_a_document_over_which_two_processes_ended_is_given_up_and_no_other(tmp_path: Path) -> None:
    dies = "    if asked['path'] == '1.pdf': os._exit(9)\n"
    entries = run(tmp_path, HEAD + EACH + dies + PLACED, 3, done)
    assert [entry.status for entry in entries] == ["accepted", "failed", "accepted"]
    assert "ended twice over it (exit status 9)" in entries[1].reason.en


def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    once = f"    if not os.path.exists({str(mark)!r}): open({str(mark)!r}, 'w').close(); os.kill(os.getpid(), 9)\n"
    assert {entry.status for entry in run(tmp_path, HEAD + EACH + once + PLACED, 3, done)} == {"accepted"}


def test_a_process_that_never_starts_is_said_at_each_document(tmp_path: Path) -> None:
    entries = run(tmp_path, "import sys; sys.exit(5)", 2, done)
    assert [entry.status for entry in entries] == ["failed", "failed"]
    assert "cannot be started (exit status 5)" in entries[0].reason.en


@pytest.mark.parametrize("nonsense", ["print('hello', flush=True)", "print('[1]', flush=True)", "tell(placed={1: 5})"])
def test_a_process_that_says_nonsense_does_not_end_the_server(tmp_path: Path, nonsense: str) -> None:
    mark = tmp_path / "mark"
    once = f"    if not os.path.exists({str(mark)!r}): open({str(mark)!r}, 'w').close(); {nonsense}\n"
    assert {entry.status for entry in run(tmp_path, HEAD + EACH + once + PLACED, 2, done)} == {"accepted"}


def test_what_changed_while_it_was_read_is_not_shown(tmp_path: Path) -> None:
    assert run(tmp_path, HEAD + EACH + "    tell(changed=number)\n", 1, lambda entries: not entries) == []


def test_a_document_that_is_not_in_the_dataset_is_said_to_be_missing(tmp_path: Path) -> None:
    missing = "    tell(placed={number: None}, documents=0)\n"
    (entry,) = run(tmp_path, HEAD + EACH + missing, 1, done)
    assert "expected it there" in entry.reason.en
