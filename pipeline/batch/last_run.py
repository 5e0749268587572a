"""What the last run into a folder saw and wrote, so that one with nothing to do can tell.

A file counts as unchanged when its size and its time of change are those that were noted; one that was changed within
seconds of being noted is looked at again, because a later change may have the same time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.collect import shown

NAME = "last_run.json"
_FRESH = 3_000_000_000
"""Nanoseconds in which a file may change twice with one time of change."""
Stamp = tuple[int, int]
"""Size, and time of change in nanoseconds."""


@dataclass
class LastRun:
    """`code` is the program's fingerprint, `files` the stamp and hash of each path that was read, `written` the stamp
    of each file of the dataset, `tally` what the summary says.
    """

    code: str = ""
    files: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    written: dict[str, Stamp] = field(default_factory=dict)
    tally: dict[str, Any] = field(default_factory=dict)

    def known(self, file: Path) -> str | None:
        """The hash of a file that has not changed since it was noted."""
        noted = self.files.get(shown(file))
        stamp = _stamp(file)
        return noted[2] if noted and stamp and tuple(noted[:2]) == stamp else None

    def holds(self, code: str, files: Sequence[Path], out: Path) -> bool:
        """Whether a run of this program over these files would write what lies in `out`."""
        return (
            self.code == code
            and len(files) == len(self.files)
            and all(self.known(file) for file in files)
            and bool(self.written)
            and all(_stamp(out / name) == tuple(stamp) for name, stamp in self.written.items())
        )


def load(folder: Path) -> LastRun:
    """What was noted in a store; nothing, where that cannot be read."""
    try:
        noted = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = {path: (int(size), int(time), str(sha)) for path, (size, time, sha) in noted["files"].items()}
        written = {name: (int(size), int(time)) for name, (size, time) in noted["written"].items()}
        return LastRun(str(noted["code"]), files, written, dict(noted["tally"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return LastRun()


def note(
    folder: Path, code: str, hashes: Mapping[Path, str], out: Path, names: Sequence[str], tally: Mapping[str, Any]
) -> None:
    """Note what a run saw and wrote. `hashes` are those of the files that were read, `names` what lies in `out` now."""
    now = _now(folder)
    files = {
        shown(file): (*stamp, sha) if now - stamp[1] > _FRESH else (0, 0, sha)
        for file, sha in hashes.items()
        if (stamp := _stamp(file))
    }
    written = {name: stamp for name in names if (stamp := _stamp(out / name))}
    text = json.dumps(
        {"code": code, "files": files, "written": written, "tally": dict(tally)}, ensure_ascii=False, indent=0
    )
    aside = folder / f".{NAME}.{os.getpid()}"
    aside.write_text(text, encoding="utf-8")
    aside.replace(folder / NAME)


def _now(folder: Path) -> int:
    """The time by the clock that stamps the files, which may be another machine's."""
    probe = folder / f".now.{os.getpid()}"
    probe.touch()
    now = probe.stat().st_mtime_ns
    probe.unlink()
    return now


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
