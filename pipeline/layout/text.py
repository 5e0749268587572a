"""Characters → lines of text, and the text of a cell."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter, le, sub
from typing import NamedTuple

from yusuan.pipeline.read import characters as letters
from yusuan.pipeline.read.page import Character

GAP = 0.2
"""A gap wider than this many glyph heights is a space."""
WIDE_GAP = 2.0
"""A gap wider than this many glyph heights parts two texts that stand on one line."""


TIGHT = 0.11
"""A gap between two figures that is wider than others of its line by this many glyph heights is a space too."""
SMALL, RAISED = 0.75, 0.28
"""A figure lower than the first part of the one beside it, and higher up by the second, is a footnote mark."""
OVERLAP = 0.3
"""So much of a footnote mark's height at least is beside the line that it belongs to."""
_FIGURES = frozenset("0123456789０１２３４５６７８９")


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
    texts, lefts, tops, rights, bottoms = zip(*characters, strict=True)
    if tops.count(tops[0]) == bottoms.count(bottoms[0]) == len(tops):
        # As nearly always: one line, in letters of one height, of which none stands apart.
        high = bottoms[0] - tops[0]
        if all(map(le, lefts, lefts[1:])) and max(map(sub, lefts[1:], rights), default=0.0) <= TIGHT * high:
            whole = ((lefts[0], rights[-1]),)
            return [Line(("".join(texts),), lefts[0], tops[0], max(rights), bottoms[0], high, whole)]
        return [_line(sorted(characters, key=_LEFT))]
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
    for number in range(len(rows) - 2, -1, -1):
        if _marks_above(rows[number], rows[number + 1]):
            rows[number : number + 2] = [rows[number] + rows[number + 1]]
    return [_line(sorted(row, key=_LEFT)) for row in rows]


def _marks_above(row: list[Character], below: list[Character]) -> bool:
    """Whether a row is nothing but footnote marks of the line below, too high to be grouped with it."""
    _, _, top, _, bottom = row[0]
    size = max(char.bottom - char.top for char in below) if bottom - top < below[0].bottom - below[0].top else 0.0
    return all(
        char.text in _FIGURES
        and char.bottom - char.top < SMALL * size
        and any(
            char.bottom - near.top > OVERLAP * (char.bottom - char.top)
            and max(char.x0 - near.x1, near.x0 - char.x1) < 2 * (char.bottom - char.top)
            for near in below
        )
        for char in row
    )


_LEFT = itemgetter(Character._fields.index("x0"))


def _line(row: list[Character]) -> Line:
    found, lefts, tops, rights, bottoms = zip(*row, strict=True)
    texts: Sequence[str] = found
    heights = list(map(sub, bottoms, tops))
    if min(heights) < SMALL * max(heights):
        texts = _with_marks(texts, heights, row)
    gaps = list(map(sub, lefts[1:], rights))
    if not gaps or max(gaps) <= TIGHT * min(heights):
        # Nearly always one glyph touches the next, and there is no space.
        whole = ((lefts[0], rights[-1]),)
        return Line(("".join(texts),), lefts[0], min(tops), max(rights), max(bottoms), max(heights), whole)
    parted = _parted(texts, gaps, heights)
    said = [texts[0]]
    parts: list[str] = []
    ends: list[float] = [lefts[0]]
    for at, (text, gap, before, height) in enumerate(zip(texts[1:], gaps, heights, heights[1:], strict=False)):
        if gap > 0:
            less = min(before, height)
            if gap > WIDE_GAP * less:
                parts.append("".join(said))
                ends += (rights[at], lefts[at + 1])
                said = []
            elif gap > GAP * less or at in parted:
                said.append(" ")
        said.append(text)
    parts.append("".join(said))
    extents = tuple(zip(ends[::2], (*ends[1::2], rights[-1]), strict=True))
    return Line(tuple(parts), lefts[0], min(tops), max(rights), max(bottoms), max(heights), extents)


def _with_marks(texts: Sequence[str], heights: Sequence[float], row: Sequence[Character]) -> Sequence[str]:
    """The texts of a line, small figures that stand high beside a glyph as superscripts."""
    found = list(texts)
    for number, char in enumerate(row):
        if char.text not in _FIGURES:
            continue
        for near in (-1, 1):
            # Of several small figures, the first glyph of another size is the one they stand beside.
            other = number + near
            while 0 <= other < len(row) and heights[other] < SMALL * max(heights) and row[other].text in _FIGURES:
                other += near
            if not 0 <= other < len(row):
                continue
            beside, height = row[other], heights[other]
            gap = max(char.x0 - beside.x1, beside.x0 - char.x1)
            if (
                heights[number] < SMALL * height
                and beside.bottom - char.bottom > RAISED * height
                and gap < abs(other - number) * height
            ):
                found[number] = letters.as_raised(char.text)
                break
    return found


def _parted(texts: Sequence[str], gaps: Sequence[float], heights: Sequence[float]) -> set[int]:
    """After which glyphs of a line a gap parts figures: one wider than the narrowest, which may be letter-spacing.

    Where there is no other gap to tell by, it is one: two numbers are never read as one.
    """
    least = max(min(gaps), 0.0) if len(gaps) > 1 else 0.0
    return {
        number
        for number, gap in enumerate(gaps)
        if gap - least > TIGHT * min(heights[number], heights[number + 1])
        and texts[number] in _FIGURES
        and texts[number + 1] in _FIGURES
    }
