"""Which documents are scanned, and which of their pages: from each folder in turn, and pages with proved amounts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from benchmarks.scans.written import DigitalSheet, written
from yusuan.pipeline.document.document import Document, read_document


@dataclass(frozen=True, slots=True)
class Source:
    """A digital document: its path as it is searched and below that, its bytes, its pages that are scanned, from 0."""

    path: Path
    name: Path
    data: bytes
    pages: tuple[int, ...]

    @property
    def digital(self) -> bytes:
        """The PDF of those pages alone, as they are."""
        return written([DigitalSheet(self.data, number) for number in self.pages])


def sources(folder: Path, count: int, pages: int, seed: int = 1) -> Iterator[Source]:
    """So many documents below a folder, of other folders as long as there are any, with at most so many pages each.

    Those that are accepted, with proved amounts, as whole documents and as the pages that are taken; these are the
    first one, which says whose figures they are, and the first with amounts. `pages` of 0 takes all.
    """
    given = 0
    for name in _order([path.relative_to(folder) for path in sorted(folder.rglob("*.pdf"))], seed):
        if given == count:
            return
        path = folder / name
        data = path.read_bytes()
        taken = _pages(read_document(data, str(path)), pages)
        source = Source(path, name, data, taken)
        if taken and _proved(read_document(source.digital, str(path))):
            given += 1
            yield source


def _order(files: Sequence[Path], seed: int) -> list[Path]:
    """The files by turns of their folders; folders, and files in each, in an order that the seed makes.

    They are named from the folder that is searched, so that the order is the same however that is spelled.
    """
    folders: defaultdict[str, list[Path]] = defaultdict(list)
    for file in sorted(files, key=lambda file: _shuffled(file.name, seed)):
        folders[file.parent.as_posix()].append(file)
    queues = [folders[name] for name in sorted(folders, key=lambda name: _shuffled(name, seed))]
    return [file for turn in zip_longest(*queues) for file in turn if file]


def _shuffled(name: str, seed: int) -> str:
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()


def _pages(document: Document, most: int) -> tuple[int, ...]:
    if not _proved(document) or not document.pages:
        return ()
    if not most:
        return tuple(range(document.pages))
    filled = sorted({int(item["page"]) - 1 for item in document.items} - {0})
    return (0, *filled[: most - 1])


def _proved(document: Document) -> bool:
    return document.status == "accepted" and any(item["status"] == "proved" for item in document.items)
