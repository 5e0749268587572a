"""Digital pages as if a program had read them from pictures: with what it took each figure for, and how sure it was.

A figure may be misread: `{("200.00", 1): Misread("208.00", 2.0)}` is the second cell, in reading order, in which 200.00
is printed, taken for 208.00, with a picture that gives 2 nats less to what is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import inf
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

import typeset
from yusuan.pipeline.document import steps
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.layout.cells import Cell, arrange
from yusuan.pipeline.read.page import Character, Ink, Page, Source
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.reading import SIGNS, Chances, Reading

NEVER = -30.0


class Misread(NamedTuple):
    """What a figure was taken for, of as many signs, and how much less the picture gives to another text: that which
    is printed, or any.
    """

    text: str
    nats: float = 2.0
    other: str = ""


Misreadings = Mapping[tuple[str, int], Misread]


def document(*pages: typeset.Page, misread: Misreadings | None = None, only: Sequence[int] = ()) -> Document:
    """Typeset pages, read as one document whose pages, or the `only` ones, were read from pictures."""
    return of_pdf(typeset.document(list(pages)), misread, only)


def of_pdf(data: bytes, misread: Misreadings | None = None, only: Sequence[int] = ()) -> Document:
    """The same, of a PDF."""
    return of_source(pictured(read(data), misread or {}, only), data)


def of_source(source: Source, data: bytes = b"") -> Document:
    """A document of pages that were read otherwise."""
    with reading(source):
        return read_document(data, "scan.pdf")


@contextmanager
def reading(source: Source) -> Iterator[None]:
    """Let every PDF that this process reads have these pages."""

    def read(data: bytes, reader: str, taken: Callable[[Page], None]) -> Source:
        for each in source.pages:
            taken(each)
        return source

    with patch.object(steps, "read", read):
        yield


def pictured(source: Source, misread: Misreadings, only: Sequence[int] = ()) -> Source:
    """A digital source with its pages, or the `only` ones, as if they had been read from pictures."""
    seen: Counter[str] = Counter()
    pages = [_page(page, misread, seen) if not only or page.number in only else page for page in source.pages]
    assert all(seen[text] > at for text, at in misread), "what is to be misread is not there"
    return replace(source, pages=tuple(pages))


def _page(page: Page, misread: Misreadings, seen: Counter[str]) -> Page:
    """The page, with a picture of the whole of it below."""
    characters = list(page.characters)
    readings: list[Reading] = []
    for cell in (cell for grid in arrange(page).grids for cell in grid.cells):
        if not cell.text or any(sign not in SIGNS for sign in cell.text) or len(cell.lines) > 1:
            continue
        said = misread.get((cell.text, seen[cell.text]), Misread(cell.text, inf))
        seen[cell.text] += 1
        own = _within(cell, characters)
        assert len(said.text) == len(own) == len(cell.text)
        for at, sign in zip(own, said.text, strict=True):
            characters[at] = characters[at]._replace(text=sign)
        readings.append(
            Reading(said.text, _box([characters[at] for at in own]), chances(said, said.other or cell.text))
        )
    ground = Ink("picture", 0, 0, page.width, page.height)
    return replace(
        page, characters=tuple(characters), scanned=True, readings=tuple(readings), inks=(*page.inks, ground), images=1
    )


def _within(cell: Cell, characters: Sequence[Character]) -> list[int]:
    """The characters of a cell from left to right, by their numbers."""
    x0, top, x1, bottom = cell.box
    own = [
        at
        for at, char in enumerate(characters)
        if x0 <= (char.x0 + char.x1) / 2 < x1 and top <= (char.top + char.bottom) / 2 < bottom
    ]
    return sorted(own, key=lambda at: characters[at].x0)


def _box(characters: Sequence[Character]) -> tuple[float, float, float, float]:
    return (
        min(char.x0 for char in characters),
        min(char.top for char in characters),
        max(char.x1 for char in characters),
        max(char.bottom for char in characters),
    )


def chances(said: Misread, other: str) -> Chances:
    """A step for each sign and a blank after each; where the two texts differ, both signs have a chance."""
    steps_ = np.full((2 * len(said.text), len(SIGNS) + 1), NEVER, dtype=np.float32)
    differ = sum(a != b for a, b in zip(said.text, other, strict=True))
    for at, (taken, true) in enumerate(zip(said.text, other, strict=True)):
        steps_[2 * at, SIGNS.index(taken) + 1] = 0.0
        steps_[2 * at + 1, 0] = 0.0
        if taken != true:
            steps_[2 * at, SIGNS.index(true) + 1] = -said.nats / differ
    return steps_
