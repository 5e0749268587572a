"""A watched folder: files are read when nobody writes into them any more, and again when they change."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import served
from tests.small import expenditure
from typeset import document
from yusuan.pipeline.serve import watch as watching
from yusuan.pipeline.serve.bounds import Bounds
from yusuan.pipeline.serve.entries import Entries
from yusuan.pipeline.serve.watch import Watch

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
FIFO = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")


def budget(body: str) -> bytes:
    return document([expenditure(entity=f"编制部门：示例市{body}局")])


GOOD = budget("甲")


class Clock:
    """The time, which goes on when it is told to."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    found = Clock()
    monkeypatch.setattr(watching, "time", found)
    yield found


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    (tmp_path / "in").mkdir()
    return Watch(tmp_path / "in", tmp_path / "in" / "out", Entries(10), Bounds())


def looked(watch: Watch, clock: Clock, seconds: float) -> list[str]:
    """What is to be read after so many seconds in which nothing changed."""
    watch.look()
    clock.now += seconds
    return [file.name for file, _ in watch.look()]


def test_a_file_is_read_once_it_is_at_rest(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "in" / "a.pdf").write_bytes(GOOD)
    assert looked(watch, clock, 1) == []
    assert looked(watch, clock, 1.5) == ["a.pdf"]


def test_a_file_that_is_being_written_is_waited_for(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.pdf"
    for size in range(0, len(GOOD), 500):
        path.write_bytes(GOOD[:size])
        assert looked(watch, clock, 3) == []
    path.write_bytes(GOOD)
    assert looked(watch, clock, 3) == ["a.pdf"]


def test_one_that_stays_cut_off_is_read_in_the_end(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "in" / "a.pdf").write_bytes(GOOD[:-200])
    assert looked(watch, clock, 29) == []
    assert looked(watch, clock, 2) == ["a.pdf"]


def test_the_folder_of_the_dataset_and_other_files_are_passed_over(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    for name in ("out/pdfs/x/dropped/a.pdf", "b.txt", "deep/er/C.PDF"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(GOOD)
    assert looked(watch, clock, 3) == ["C.PDF"]


def test_links_lead_to_files_and_never_in_a_circle(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (tmp_path / "real.pdf").write_bytes(GOOD)
    (folder / "link.pdf").symlink_to(tmp_path / "real.pdf")
    (folder / "nowhere.pdf").symlink_to(tmp_path / "nothing.pdf")
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "itself.pdf").symlink_to(folder / "itself.pdf")
    assert looked(watch, clock, 3) == ["link.pdf"]


@FIFO
def test_a_pipe_is_not_opened_by_the_one_who_looks(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "in" / "pipe.pdf")
    assert looked(watch, clock, 3) == ["pipe.pdf"]  # to be refused, as in a run


def test_a_watched_folder_that_goes_is_named_and_may_come_again(watch: Watch, clock: Clock, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "in")
    assert looked(watch, clock, 3) == []
    assert "cannot list" in watch.trouble.en
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(GOOD)
    assert looked(watch, clock, 3) == ["a.pdf"]
    assert not watch.trouble


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "documents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_appears_and_changes_is_read_and_what_is_odd_refused(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "first.pdf").write_bytes(GOOD)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.pdf")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing\n%%EOF")
    with served("--out", out, "--watch", folder) as server:
        server.until(lambda items: len(items) == len(list(folder.iterdir())) and all(i.state == "done" for i in items))
        said = {each.text.partition(".pdf")[0]: each for each in server.items() if each.status == "quarantined"}
        assert "regular file" in said["pipe"].text or not hasattr(os, "mkfifo")
        assert "document." in said["broken"].text
        (folder / "first.pdf").write_bytes(budget("乙"))
        (folder / "broken.pdf").write_bytes(budget("丙"))
        server.until(
            lambda _: {"乙", "丙"} <= {body for body in "甲乙丙" if f"示例市{body}局" in server.ask("list").text}
        )
        server.until(lambda items: all(each.state == "done" for each in items))
    # What was read of a file before is not in the dataset beside what is in it now.
    assert sorted(row["entity"] for row in rows(out) if row["entity"]) == ["示例市丙局", "示例市乙局"]
    assert [row["path"] for row in rows(out) if not row["entity"]] == [str(folder / "pipe.pdf")] * hasattr(os, "mkfifo")
