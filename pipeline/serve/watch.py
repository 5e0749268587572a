"""A folder that is watched: PDFs that appear or change in it are read, once nobody writes into them any more."""

from __future__ import annotations

import asyncio
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import open_regular
from yusuan.pipeline.serve.bounds import Bounds
from yusuan.pipeline.serve.entries import Entries
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import NOTHING, Said
from yusuan.schemas.sentences.system import of_system

_LOOK = 1.0
"""Seconds between two looks."""
_RESTS = 2.0
"""Seconds without a change after which a file that ends as a PDF does is read."""
_RESTS_LONG = 30.0
"""As long as that if it does not: whoever writes it may have stopped for a while."""
_TAIL = 2048
_Look = tuple[int, int, int, int]
"""Kind, size, time of change and number of a file."""


class Watch:
    """Looks at a folder again and again, with all that is below it but the folder of the dataset."""

    def __init__(self, folder: Path, out: Path, entries: Entries, bounds: Bounds) -> None:
        self._folder, self._out = folder, out.resolve()
        self._entries, self._bounds = entries, bounds
        self._seen: dict[Path, tuple[_Look, float]] = {}
        self._taken: dict[Path, _Look] = {}
        self.trouble: Said = NOTHING
        self.shown = shown(folder)
        """The folder as it is shown."""

    async def run(self, wanted: Callable[[], None]) -> None:
        """Look, until the task is cancelled, and call `wanted` where something is to be read."""
        while True:
            found = await asyncio.to_thread(self.look)
            for file, look in found:
                if len(self._entries.under_way()) >= self._bounds.waiting:
                    break  # there is room for it later
                if any(entry.path == file for entry in self._entries.under_way()):
                    continue  # it has changed while it was read
                self._taken[file] = look
                self._entries.add(shown(file.relative_to(self._folder)), file, "watched", look[1])
                wanted()
            await asyncio.sleep(_LOOK)

    def look(self) -> list[tuple[Path, _Look]]:
        """The files that are at rest and were not taken as they are now."""
        troubles: list[OSError] = []
        now = time.monotonic()
        seen = {file: look for file in self._files(troubles.append) if (look := _look(file))}
        self._seen = {
            file: before if (before := self._seen.get(file)) and before[0] == look else (look, now)
            for file, look in seen.items()
        }
        self._taken = {file: look for file, look in self._taken.items() if file in seen}
        self.trouble = NOTHING
        if troubles:
            place = shown(Path(troubles[0].filename or self._folder))
            self.trouble = say.NOT_WATCHED.of(folder=place, error=of_system(troubles[0]))
        return [
            (file, look)
            for file, (look, since) in self._seen.items()
            if self._taken.get(file) != look and now - since >= (_RESTS if _ended(file, look) else _RESTS_LONG)
        ]

    def _files(self, failed: Callable[[OSError], None]) -> list[Path]:
        found: list[Path] = []
        for parent, folders, names in os.walk(self._folder, onerror=failed):
            folders[:] = sorted(name for name in folders if (Path(parent) / name).resolve() != self._out)
            found += [Path(parent, name) for name in sorted(names) if name.lower().endswith(".pdf")]
        return found


def _look(file: Path) -> _Look | None:
    """What a file looks like; None where it is gone, or its link leads nowhere."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return stat.S_IFMT(found.st_mode), found.st_size, found.st_mtime_ns, found.st_ino


def _ended(file: Path, look: _Look) -> bool:
    """Whether nothing seems to be missing at the end of a file; what is none is refused at once."""
    if not stat.S_ISREG(look[0]):
        return True
    try:
        with open_regular(file) as opened:
            opened.seek(max(0, look[1] - _TAIL))
            return b"%%EOF" in opened.read(_TAIL)
    except (OSError, ValueError):
        return True
