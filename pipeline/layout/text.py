"""Characters → lines of text, and the text of a cell."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter, sub
from typing import NamedTuple

from pipeline.read.page import Character

GAP = 0.2
"""A gap wider than this many glyph heights is a space."""
WIDE_GAP = 2.0
"""A gap wider than this many glyph heights parts two texts that stand on one line."""


class Line(NamedTuple):
    """One line of text. `parts` are its texts, parted by wide gaps; spaces stand for narrow gaps.

    `size` is the height of its tallest glyph: less than that of the line where glyphs hang at different heights.
    `extents` are the left and right ends of the parts.
    """

    parts: tuple[str, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    extents: tuple[tuple[float, float], ...] = ()

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(self.parts)


def lines(characters: Sequence[Character]) -> list[Line]:
    """Characters grouped into lines by where their middles stand, top to bottom, left to right."""
    if not characters:
        return []
    ordered = sorted(
        ((top + bottom) / 2, x0, number, bottom - top) for number, (_, x0, top, _, bottom) in enumerate(characters)
    )
    rows: list[list[Character]] = []
    middle = height = 0.0
    for here, _, number, own in ordered:
        # Half of the larger one: fonts differ in how far their digits hang below their letters.
        if rows and here - middle <= 0.5 * (own if own > height else height):
            rows[-1].append(characters[number])
        else:
            rows.append([characters[number]])
            middle, height = here, own
    return [_line(sorted(row, key=_LEFT)) for row in rows]


_LEFT = itemgetter(Character._fields.index("x0"))


def _line(row: list[Character]) -> Line:
    texts, lefts, tops, rights, bottoms = zip(*row, strict=True)
    heights = list(map(sub, bottoms, tops))
    said = [texts[0]]
    parts: list[str] = []
    ends: list[float] = [lefts[0]]
    gaps = map(sub, lefts[1:], rights)
    for at, (text, gap, before, height) in enumerate(zip(texts[1:], gaps, heights, heights[1:], strict=False)):
        # Nearly all glyphs touch the one before, whatever their heights.
        if gap > 0:
            less = min(before, height)
            if gap > WIDE_GAP * less:
                parts.append("".join(said))
                ends += (rights[at], lefts[at + 1])
                said = []
            elif gap > GAP * less:
                said.append(" ")
        said.append(text)
    parts.append("".join(said))
    extents = tuple(zip(ends[::2], (*ends[1::2], rights[-1]), strict=True))
    return Line(tuple(parts), lefts[0], min(tops), max(rights), max(bottoms), max(heights), extents)
