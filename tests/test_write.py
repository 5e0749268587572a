"""Files appear whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.write.folder import put
from tests.conftest import ROOT

KILLED = """
import os, sys
from pathlib import Path
from pipeline.write import folder
calls = []
def dies(handle):
    calls.append(handle)
    if len(calls) == 2:
        os._exit(9)
folder.os.fsync = dies
folder.put({"a.csv": b"new", "b.csv": b"new", "c.csv": b"new"}, Path(sys.argv[1]))
"""


def test_a_run_killed_while_writing_leaves_the_old_files_whole(tmp_path: Path) -> None:
    put({"a.csv": b"old", "b.csv": b"old"}, tmp_path)
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == {"a.csv": b"old", "b.csv": b"old"}


def test_a_failure_while_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put({"a.csv": b"old"}, tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        put({"a.csv": b"new"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"


def test_what_a_killed_run_left_aside_is_cleared_a_day_later(tmp_path: Path) -> None:
    old, young = tmp_path / ".yusuan-old", tmp_path / ".yusuan-young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "a.csv").write_bytes(b"half")
    past = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (past, past))
    put({"a.csv": b"new"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".yusuan-young", "a.csv"]
