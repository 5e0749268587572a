"""Characters → lines of text, and the text of a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from operator import sub
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.read.characters import as_raised
from yusuan.pipeline.read.letters import Letters, Signs
from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.raw import Flags, Floats, Ints

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
_FIGURE = Signs(_FIGURES)


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


_LINE: Any = partial(tuple.__new__, Line)


def lines(characters: Sequence[Character]) -> list[Line]:
    """Characters grouped into lines by where their middles stand, top to bottom, left to right."""
    letters = Letters.of(characters)
    return lines_of_groups(letters, np.zeros(len(letters), dtype=np.int64)).get(0, [])


def lines_of_groups(letters: Letters, groups: Ints) -> dict[int, list[Line]]:
    """The lines of each group of characters, such as those of one cell, by its number."""
    if not len(groups):
        return {}
    x0, top, _, bottom = letters.sides
    middle, height = (top + bottom) / 2, bottom - top
    order = np.lexsort((x0, middle, groups))
    group, middle, high = groups[order], middle[order], height[order]
    # What stands as high as the one before it and is of its size is in its line.
    parts = np.flatnonzero(_differ(group) | _differ(middle) | _differ(high))
    starts = _starts(parts, group, middle, high)
    starts = _with_marks_below(letters, order, starts, group, high)
    begins = np.zeros(len(order), dtype=bool)
    begins[starts] = True
    row = begins.cumsum() - 1
    if len(parts) > len(starts):
        order = order[np.lexsort((x0[order], row))]
    return _lines_of_rows(letters, order, row, np.array(starts), group)


def _differ(values: NDArray[Any]) -> Flags:
    """Which values are others than the one before."""
    found = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def _starts(parts: Ints, group: Ints, middle: Floats, high: Floats) -> list[int]:
    """Where lines begin, among characters in the order of their middles; `parts` are those that may begin one."""
    starts: list[int] = []
    last, first, tall = -2, 0.0, 0.0
    numbers, middles, heights = group[parts].tolist(), middle[parts].tolist(), high[parts].tolist()
    for at, own, here, size in zip(parts.tolist(), numbers, middles, heights, strict=True):
        # Half of the larger one: fonts differ in how far their digits hang below their letters.
        if own != last or here - first > 0.5 * (size if size > tall else tall):
            starts.append(at)
            last, first, tall = own, here, size
    return starts


def _with_marks_below(letters: Letters, order: Ints, starts: list[int], group: Ints, high: Floats) -> list[int]:
    """Where lines begin when those that are nothing but footnote marks of the line below begin it."""
    first = np.array(starts)
    lower = (high[first[:-1]] < high[first[1:]]) & (group[first[:-1]] == group[first[1:]])
    if not lower.any():
        return starts
    lower &= np.logical_and.reduceat(_FIGURE.among(letters.codes[order]), first)[:-1]
    found = [*starts, len(order)]
    for number in reversed(np.flatnonzero(lower).tolist()):
        begin, below, end = found[number : number + 3]
        if _marks_above(letters.some(order[begin:below]), letters.some(order[below:end])):
            del found[number + 1]
    return found[:-1]


def _lines_of_rows(letters: Letters, order: Ints, row: Ints, starts: Ints, group: Ints) -> dict[int, list[Line]]:
    """The lines that rows of characters are, by group. `order` has the characters of each from left to right."""
    x0, top, x1, bottom = letters.sides[:, order]
    height = bottom - top
    least, most = np.minimum.reduceat(height, starts), np.maximum.reduceat(height, starts)
    odd = least < SMALL * most
    spaced = x0[1:] - x1[:-1] > TIGHT * least[row[1:]]
    odd[row[1:][spaced & (row[1:] == row[:-1])]] = True
    ends = np.append(starts[1:], len(order))
    columns = (
        *(group[starts], starts, ends, odd, x0[starts], np.minimum.reduceat(top, starts)),
        *(np.maximum.reduceat(x1, starts), np.maximum.reduceat(bottom, starts), most, x1[ends - 1]),
    )
    said = letters.joined(order)
    found: dict[int, list[Line]] = defaultdict(list)
    for own, begin, end, other, left, high, right, low, size, last in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        if other or said is None:
            found[own].append(_line(letters.some(order[begin:end])))
        else:
            # Nearly always one glyph touches the next, all are of one size, and there is no space.
            found[own].append(_LINE(((said[begin:end],), left, high, right, low, size, ((left, last),))))
    return found


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


def _line(row: list[Character]) -> Line:
    found, lefts, tops, rights, bottoms = zip(*row, strict=True)
    texts: Sequence[str] = found
    heights = list(map(sub, bottoms, tops))
    if min(heights) < SMALL * max(heights):
        texts = _with_marks(texts, heights, row)
    gaps = list(map(sub, lefts[1:], rights))
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
                found[number] = as_raised(char.text)
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
