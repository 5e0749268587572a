"""The bytes of an upload → a file under its hash, bounded in size, time and number."""

from __future__ import annotations

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from yusuan.pipeline.files.regular import hashed
from yusuan.pipeline.serve.bounds import Bounds
from yusuan.pipeline.serve.entries import Entries, Entry, bytes_of
from yusuan.pipeline.serve.names import folder_of, safe_name
from yusuan.pipeline.serve.settings import DROPPED
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.system import of_system

_HEAD = 1024
"""Bytes among which a PDF says that it is one."""
_INCOMING = ".incoming-"


class NotTaken(Exception):
    """An upload that is refused: the status of HTTP, the reason, and whether the list names it."""

    def __init__(self, status: int, said: Said, *, listed: bool = True) -> None:
        super().__init__(said.en)
        self.status, self.said, self.listed = status, said, listed


class Uploads:
    """Takes uploads into a folder, which is made as need be. `label` is that folder as paths of the dataset name it."""

    def __init__(self, folder: Path, label: Path, entries: Entries, bounds: Bounds) -> None:
        self._folder, self._label, self._entries, self._bounds = folder, label, entries, bounds
        self._under_way = 0

    def clear(self) -> None:
        """Remove what a server that was killed left half taken."""
        with suppress(OSError):
            for aside in self._folder.glob(f"{_INCOMING}*"):
                aside.unlink()

    async def take(self, given: str, size: int | None, pieces: AsyncIterator[bytes]) -> tuple[Entry, bool]:
        """The entry of an upload with a name and, where it says so, so many bytes; and whether its bytes are known.

        Raises NotTaken. One that is refused is named in the list, unless there is only no room for it now.
        """
        name = safe_name(given)
        with self._place():
            try:
                self._check(size)
                return await self._taken(name, pieces)
            except NotTaken as refused:
                if refused.listed:
                    self._entries.add(name, Path()).refuse(refused.said, "refused")
                raise

    @contextmanager
    def _place(self) -> Iterator[None]:
        bounds = self._bounds
        under_way = self._entries.under_way()
        full = len(under_way) + self._under_way >= bounds.waiting or bytes_of(under_way) >= bounds.waiting_bytes
        if full or self._under_way >= bounds.at_once:
            raise NotTaken(429, say.FULL.of(most=bounds.waiting), listed=False)
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1

    def _check(self, size: int | None) -> None:
        if size is not None and size > self._bounds.bytes:
            raise NotTaken(413, say.TOO_LARGE.of(most=self._bounds.megabytes))

    async def _taken(self, name: str, pieces: AsyncIterator[bytes]) -> tuple[Entry, bool]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number, aside = tempfile.mkstemp(prefix=_INCOMING, dir=self._folder)
            try:
                with os.fdopen(number, "wb") as file:
                    sha256, size = await self._written(pieces, file.write)
                if same := self._entries.same(sha256):
                    return same, True
                path = self._stored(Path(aside), sha256, name)
            finally:
                with suppress(OSError):
                    Path(aside).unlink(missing_ok=True)
        except OSError as error:
            raise NotTaken(507, say.NOT_STORED.of(error=of_system(error))) from error
        return self._entries.add(path.name, path, "dropped", size, sha256), False

    async def _written(self, pieces: AsyncIterator[bytes], write: Callable[[bytes], object]) -> tuple[str, int]:
        digest, size, head = hashlib.sha256(), 0, b""
        try:
            async with asyncio.timeout(self._bounds.total):
                while True:
                    async with asyncio.timeout(self._bounds.idle):
                        piece = await anext(pieces, None)
                    if piece is None:
                        break
                    size += len(piece)
                    self._check(size)
                    if len(head) < _HEAD:
                        head += piece[: _HEAD - len(head)]
                        if len(head) == _HEAD and b"%PDF-" not in head:
                            raise NotTaken(415, say.NO_PDF.of())
                    digest.update(piece)
                    write(piece)
        except TimeoutError:
            bounds = self._bounds
            raise NotTaken(408, say.SLOW.of(idle=bounds.idle, total=bounds.total)) from None
        if not size:
            raise NotTaken(400, say.EMPTY.of())
        if b"%PDF-" not in head:
            raise NotTaken(415, say.NO_PDF.of())
        return digest.hexdigest(), size

    def _stored(self, aside: Path, sha256: str, name: str) -> Path:
        """Put a file under its hash, unless it is there; its path as the dataset has it."""
        folder = Path(folder_of(sha256)) / DROPPED
        own = self._folder / folder
        own.mkdir(parents=True, exist_ok=True)
        found = next((each for each in sorted(own.iterdir()) if each.suffix == ".pdf" and hashed(each) == sha256), None)
        if found is None:
            found = own / name
            aside.replace(found)
        return self._label / folder / found.name
