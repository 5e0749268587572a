"""What the last run into a folder saw and wrote, so that one with nothing to do can tell.

A file counts as unchanged when its size and its time of change are those that were noted; one that was changed within
seconds of being noted is looked at again, because a later change may have the same time.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import read_regular

NAME = "last_run.json"
_FRESH = 3_000_000_000
"""Nanoseconds in which a file may change twice with one time of change."""
_MOST = 1024**3
Stamp = tuple[int, int, int]
"""Size, time of change in nanoseconds, and number in the file system, which is another for a file put in its place."""
_NONE: Stamp = (0, 0, 0)


@dataclass
class LastRun:
    """`code` is the program's fingerprint, `files` the stamp and hash of each path that was read, `written` the stamp
    of each file of the dataset, `tally` what the summary says, `started` the folder that the run was started in.
    """

    code: str = ""
    files: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    written: dict[str, Stamp] = field(default_factory=dict)
    tally: dict[str, Any] = field(default_factory=dict)
    started: str = ""

    def known(self, file: Path) -> str | None:
        """The hash of a file that has not changed since it was noted."""
        noted = self.files.get(shown(file))
        return noted[1] if noted and noted[0] == stamp(file) else None

    def holds(self, code: str, files: Sequence[Path], out: Path) -> bool:
        """Whether a run of this program over these files would write what lies in `out`."""
        return (
            self.code == code
            and len(files) == len(self.files)
            and all(self.known(file) for file in files)
            and bool(self.written)
            and all(stamp(out / name) == noted for name, noted in self.written.items())
        )


class Seen:
    """What files looked like before any of them was read: only of bytes that were there then can be told what they are.

    A file that changed before long is not told: a later change may have the same time.
    """

    def __init__(self, folder: Path, files: Sequence[Path]) -> None:
        now = _now(folder)
        found = {shown(file): (file, stamp(file)) for file in files}
        self._files = {
            path: (file, noted) for path, (file, noted) in found.items() if noted and now - noted[1] > _FRESH
        }

    def still(self, path: str) -> Stamp:
        """The stamp of a file that still looks as it did; for any other one a stamp that no file has."""
        file, noted = self._files.get(path, (None, _NONE))
        return noted if file and stamp(file) == noted else _NONE


def load(folder: Path) -> LastRun:
    """What was noted in a store; nothing, where that cannot be read or is something else."""
    try:
        noted = json.loads(read_regular(folder / NAME, _MOST).decode("utf-8"))
        files = {str(path): (_stamp_of(found), str(sha)) for path, (found, sha) in noted["files"].items()}
        written = {str(name): _stamp_of(found) for name, found in noted["written"].items()}
        return LastRun(str(noted["code"]), files, written, dict(noted["tally"]), str(noted["started"]))
    except (OSError, ArithmeticError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return LastRun()


def _stamp_of(found: Any) -> Stamp:
    size, time, number = map(int, found)
    return size, time, number


def note(
    folder: Path,
    code: str,
    hashes: Mapping[str, str],
    seen: Seen,
    out: Path,
    names: Sequence[str],
    tally: Mapping[str, Any],
) -> None:
    """Note what a run saw and wrote. `hashes` are those of what was read by path, `names` what lies in `out` now."""
    noted = {
        "code": code,
        "files": {path: (seen.still(path), sha) for path, sha in hashes.items()},
        "written": {name: found for name in names if (found := stamp(out / name))},
        "tally": dict(tally),
        "started": str(Path.cwd()),
    }
    aside = folder / f".{NAME}.{os.getpid()}"
    aside.write_text(json.dumps(noted, indent=0), encoding="utf-8")
    aside.replace(folder / NAME)


def _now(folder: Path) -> int:
    """The time by the clock that stamps the files, which may be another machine's."""
    probe = folder / f".now.{os.getpid()}"
    probe.touch()
    now = probe.stat().st_mtime_ns
    probe.unlink()
    return now


def stamp(file: Path) -> Stamp | None:
    """What tells whether a file has changed; None for what is no regular file."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None
