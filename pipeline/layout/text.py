"""Characters → lines of text, and the text of a cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.read.page import Character

GAP = 0.2
"""A gap wider than this many glyph heights is a space."""
WIDE_GAP = 2.0
"""A gap wider than this many glyph heights parts two texts that stand on one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `parts` are its texts, parted by wide gaps; spaces stand for narrow gaps.

    `size` is the height of its tallest glyph: less than that of the line where glyphs hang at different heights.
    """

    parts: tuple[str, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(self.parts)


def lines(characters: Iterable[Character]) -> list[Line]:
    """Characters grouped into lines by where their middles stand, top to bottom, left to right."""
    ordered = sorted(characters, key=lambda c: ((c.top + c.bottom) / 2, c.x0))
    rows: list[list[Character]] = []
    middle = height = 0.0
    for char in ordered:
        here, own = (char.top + char.bottom) / 2, char.bottom - char.top
        # Half of the larger one: fonts differ in how far their digits hang below their letters.
        if rows and here - middle <= 0.5 * max(own, height):
            rows[-1].append(char)
        else:
            rows.append([char])
            middle, height = here, own
    return [_line(sorted(row, key=lambda c: c.x0)) for row in rows]


def _line(row: list[Character]) -> Line:
    parts = [row[0].text]
    for before, char in pairwise(row):
        height = min(before.bottom - before.top, char.bottom - char.top)
        gap = char.x0 - before.x1
        if gap > WIDE_GAP * height:
            parts.append(char.text)
        else:
            parts[-1] += (" " if gap > GAP * height else "") + char.text
    return Line(
        tuple(parts),
        row[0].x0,
        min(c.top for c in row),
        max(c.x1 for c in row),
        max(c.bottom for c in row),
        max(c.bottom - c.top for c in row),
    )
