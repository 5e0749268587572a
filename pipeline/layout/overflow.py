"""Text that runs over the border between cells → the cell that it is of.

A spreadsheet lets words that do not fit run on over the cells beside theirs, if these are empty, to the right, to the
left or to both sides, as they are aligned. Such text is one by how it is printed: letter after letter, with nothing
between them at the border. Figures never run over, so that a number there is two that touch, or is not sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from yusuan.pipeline.layout.grid import Lattice, Span
from yusuan.pipeline.read.raw import Flags, Floats, Ints

if TYPE_CHECKING:
    from yusuan.pipeline.layout.owners import Placed

_NEXT = 0.05
"""Letters, one printed after the other, with less than this many heights between them, or over each other, are of one
text."""
_ON_BORDER = 0.1
"""A glyph stands on a border if more than this part of its width lies on either side."""
_PADDING = 0.6
"""Text begins or ends no more than this many heights beside the border that it is aligned at."""
_CENTRED = 0.15
"""The middle of centred text is no more than this many heights beside that of its cell."""
_SIGNS = frozenset("0123456789,.０１２３４５６７８９，．-—–%()（）")


class Whole(NamedTuple):
    """The number of the cell of each character of a grid, and which are of text that runs over a border and is surely
    of that cell alone.
    """

    owners: Ints
    settled: Flags

    def __repr__(self) -> str:
        return f"<{len(self.owners)} characters, {int(self.settled.sum())} of them settled>"


def whole_texts(on_page: Placed, lattice: Lattice, at: Ints, owners: Ints) -> Whole:
    """Give text that runs over borders to one cell, where it is clear to which.

    `at` are the numbers of the characters of a grid among those of the page, in the order in which they are printed;
    `owners` the numbers of the cells that hold their middles.
    """
    settled = np.zeros(len(at), dtype=bool)
    if len(at) < 2:
        return Whole(owners, settled)
    x0, x1, y = on_page.x0[at], on_page.x1[at], on_page.y[at]
    height = on_page.bottom[at] - on_page.top[at]
    gap = x0[1:] - x1[:-1]
    level = abs(y[1:] - y[:-1]) < height[1:] / 3
    follows = level & (abs(gap) < _NEXT * height[1:]) & (np.diff(at) == 1)
    over = follows & (owners[1:] != owners[:-1])
    if not over.any():
        return Whole(owners, settled)
    first = np.flatnonzero(np.concatenate(([True], ~follows)))
    last = np.append(first[1:], len(at))
    several = np.add.reduceat(np.append(over, False), first) > 0
    found = owners.copy()
    for a, b in zip(first[several].tolist(), last[several].tolist(), strict=True):
        letters = [on_page.characters[number].text for number in at[a:b].tolist()]
        if _SIGNS.issuperset(letters):
            continue
        cells = list(dict.fromkeys(owners[a:b].tolist()))
        spans = [lattice.spans[cell] for cell in cells]
        if not _side_by_side(spans) or not _run_over(x0[a:b], x1[a:b], owners[a:b], spans, cells, lattice):
            continue
        line = abs(y - y[a]) < height[a] / 2
        line[a:b] = False
        taken = set(owners[line].tolist())
        own = _own(
            (float(x0[a]), float(x1[b - 1])),
            [(cell, span) for cell, span in zip(cells, spans, strict=True) if cell not in taken],
            lattice,
            float(height[a]),
        )
        if own is not None:
            found[a:b] = own
            settled[a:b] = True
    return Whole(found, settled)


def _side_by_side(spans: Sequence[Span]) -> bool:
    """Whether cells share a row, each beside the one before it."""
    rows = max(span.row for span in spans) < min(span.row_end for span in spans)
    return rows and all(a.column_end == b.column for a, b in pairwise(spans))


def _run_over(
    x0: Floats, x1: Floats, owners: Ints, spans: Sequence[Span], cells: Sequence[int], lattice: Lattice
) -> bool:
    """Whether a glyph stands on each border: two texts that only touch end and begin there."""
    width = x1 - x0
    for number, span in enumerate(spans[1:], 1):
        border = lattice.xs[span.column]
        on = (x0 + _ON_BORDER * width < border) & (x1 - _ON_BORDER * width > border)
        beside = (owners == cells[number]) | (owners == cells[number - 1])
        if not (on & beside).any():
            return False
    return True


def _own(reach: tuple[float, float], free: Sequence[tuple[int, Span]], lattice: Lattice, height: float) -> int | None:
    """The cell of a text among those in which nothing else stands on its line: the only one, or the one that it is
    aligned in. None where there is none, or more than one.
    """
    if len(free) == 1:
        return free[0][0]
    if not free:
        return None
    left = lattice.xs[free[0][1].column]
    right = lattice.xs[free[-1][1].column_end]
    found = {
        cell
        for cell, span in free
        if abs(sum(reach) - lattice.xs[span.column] - lattice.xs[span.column_end]) < 2 * _CENTRED * height
    }
    if -height / 4 <= reach[0] - left <= _PADDING * height:
        found.add(free[0][0])
    if -height / 4 <= right - reach[1] <= _PADDING * height:
        found.add(free[-1][0])
    return found.pop() if len(found) == 1 else None
