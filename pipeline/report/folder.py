"""The folder of a report: written over an earlier one, and over nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType
from typing import TextIO

from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.messages.findings import SaidError
from yusuan.schemas.sentences import running

LIST = "report-files.txt"
"""The file that lists what a report has written, a name a line below a first one that says so."""

_HEAD = "written by yusuan report; the files that it replaces or takes away when it is made again:"

_OWN = re.compile(
    r"(?:index|line|findings|search|compare)\.html|assets/[a-z]+\.(?:css|js)|data/[a-z]+(?:-\d+)?\.js"
    r"|d/[0-9a-f]{12}\.html|pages/[0-9a-f]{12}-(?:cell-)?\d+\.png"
    r"|lines/[0-9a-f]{1,3}\.js|tables/[0-9a-f]{12}(?:-\d+(?:-[a-z_]+)?)?\.(?:csv|xlsx)"
)
"""The names that a report writes. A list that somebody changed must not make it touch others."""


class NotOwn(SaidError, ValueError):
    """A file of this name is there that no report has written."""


class Folder:
    """Writes the files of a report, each whole or not at all.

    What an earlier report wrote is replaced, and taken away at the end if this one has no such file. Names are noted
    before the files are written, so that those of a report that was ended are known as its own as well. To be used in a
    `with` statement.
    """

    def __init__(self, root: Path) -> None:
        """Use a folder, which is made when the first file is written. Raises NotOwn for another's list."""
        self._root = root
        self._list = root / LIST
        self._before = self._listed()
        self._written: set[str] = set()
        self._notes: TextIO | None = None

    def __enter__(self) -> Folder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._notes:
            self._notes.close()
        if error is None and self._written:
            self._finish()

    def check(self, name: str) -> None:
        """Raise NotOwn if a file of this name is there and no report has written it."""
        if name not in self._before and name not in self._written and (self._root / name).exists():
            raise NotOwn(running.NOT_OF_A_REPORT.of(path=self._root / name))

    def write(self, name: str, content: bytes) -> None:
        """Write a file. Raises NotOwn, or OSError if it cannot be written."""
        if not _OWN.fullmatch(name):
            raise ValueError(f"{name} is no name of a report's file")
        self.check(name)
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name not in self._before:
            self._note(name)
        self._written.add(name)
        _write_whole(path, content)

    def _note(self, name: str) -> None:
        if self._notes is None:
            new = not self._list.exists()
            self._notes = self._list.open("a", encoding="utf-8", newline="\n")
            if new:
                self._notes.write(f"{_HEAD}\n")
        self._notes.write(f"{name}\n")
        self._notes.flush()

    def _listed(self) -> set[str]:
        if not self._list.exists():
            return set()
        lines = read_regular(self._list).decode("utf-8", errors="replace").splitlines()
        if lines[:1] not in ([], [_HEAD]):
            raise NotOwn(running.LIST_OF_ANOTHER.of(path=self._list))
        return {line for line in lines if _OWN.fullmatch(line)}

    def _finish(self) -> None:
        for name in self._before - self._written:
            (self._root / name).unlink(missing_ok=True)
        for folder in ("d", "data", "pages", "lines", "tables"):
            if (path := self._root / folder).is_dir() and not any(path.iterdir()):
                path.rmdir()
        _write_whole(self._list, "".join(f"{line}\n" for line in (_HEAD, *sorted(self._written))).encode())


def _write_whole(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except BaseException:  # Ctrl-C as well
        aside.unlink(missing_ok=True)
        raise
