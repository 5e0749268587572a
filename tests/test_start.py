"""How processes that read are started: as copies of a command that can be copied, else of a server."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")

STARTED = """
import sys, threading
from yusuan.pipeline.workers.footprint import settle
from yusuan.pipeline.workers.start import started
if "command" in sys.argv:
    settle()
if "thread" in sys.argv:
    threading.Thread(target=threading.Event().wait, daemon=True).start()
with started() as context:
    print(context.get_start_method())
"""
LIMITED = """
from yusuan.pipeline.workers.limits import Limits
megabyte = 1024 * 1024
begun_with = bytearray(700 * megabyte)
Limits(megabytes=400).hold()
own = bytearray(200 * megabyte)
try:
    more = bytearray(300 * megabyte)
except MemoryError:
    print("held")
"""


def said(script: str, *arguments: str) -> str:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("process", "how"),
    [
        (("command",), "fork"),
        (("command", "thread"), "forkserver"),
        ((), "forkserver"),
    ],
    ids=["a command", "a command with another thread", "a program that is not ours"],
)
def test_a_command_is_copied_only_where_no_other_thread_may_hold_anything(process: tuple[str, ...], how: str) -> None:
    assert said(STARTED, *process) == how


def test_what_a_process_was_begun_with_is_not_counted_against_its_documents() -> None:
    assert said(LIMITED) == "held"
