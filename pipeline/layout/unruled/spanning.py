"""The cells of a header that stand over several columns → over which.

Such a cell stands in the middle of its columns, whose heads are all below it. Cells that reach to the foot of the
header from below the same cell have their middles at one height, and lower than those that reach down from further
above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from yusuan.pipeline.layout.unruled.heads import MIDDLE, Head, Heads
from yusuan.pipeline.layout.unruled.texts import Interval

_LOWER = 0.2
"""A cell that begins further below has its middle lower by more than this many letter heights."""
_OFF = 0.5
"""A cell stands in the middle of its columns to this many letter heights."""
_WAYS = 2000
"""Where there are more ways to give cells their columns, none is looked for."""


class Spanning(NamedTuple):
    """A cell of the header over columns [first, last], and where it ends below."""

    head: Head
    bottom: float
    first: int
    last: int


def spanning_cells(heads: Heads, borders: Sequence[Interval], height: float) -> list[Spanning] | None:
    """The cells over several columns; None where it is not clear over which."""
    found: list[list[Spanning]] = []
    for number, ways in enumerate(_ways(heads, borders, height, [])):
        if number > _WAYS:
            return None
        if _is_even(ways, heads.columns, height):
            found.append(ways)
            if len(found) > 1:
                return None
    return found[0] if found else None


def _ways(heads: Heads, borders: Sequence[Interval], height: float, before: list[Spanning]) -> Iterator[list[Spanning]]:
    """All ways to give each cell columns that it is in the middle of, from the highest to the lowest."""
    if len(before) == len(heads.over):
        yield before
        return
    head = heads.over[len(before)]
    for first, last in _over(head, heads.columns, borders, height):
        below = min(
            [column.top for column in heads.columns[first : last + 1]]
            + [
                other.top
                for other in heads.over
                if other.y > head.y and _may_be_under(other, head, borders, first, last)
            ]
        )
        cell = Spanning(head, (head.bottom + max(below, head.bottom)) / 2, first, last)
        if all(_agree(cell, other, height) for other in before):
            yield from _ways(heads, borders, height, [*before, cell])


def _may_be_under(other: Head, head: Head, borders: Sequence[Interval], first: int, last: int) -> bool:
    return other.top >= head.bottom - (head.bottom - head.top) / 4 and (
        borders[first][0] <= other.x <= borders[last + 1][1]
    )


def _over(head: Head, columns: Sequence[Head], borders: Sequence[Interval], height: float) -> Iterator[tuple[int, int]]:
    """The columns that a cell may stand over: all below it, those that its letters stand over among them."""
    own = [at for at, column in enumerate(columns) if head.x0 < column.x1 and column.x0 < head.x1]
    if not own:
        after = sum(column.x1 <= head.x0 for column in columns)
        if not 0 < after < len(columns):
            return
        own = [after - 1, after]
    for first in range(own[0] + 1):
        for last in range(own[-1], len(columns)):
            low, high = borders[first][0] + borders[last + 1][0], borders[first][1] + borders[last + 1][1]
            if (
                low - 2 * _OFF * height <= 2 * head.x <= high + 2 * _OFF * height
                and borders[first][0] <= head.x0 + height / 4
                and head.x1 - height / 4 <= borders[last + 1][1]
                and all(column.top >= head.bottom - height / 4 for column in columns[first : last + 1])
            ):
                yield first, last


def _agree(cell: Spanning, other: Spanning, height: float) -> bool:
    """Whether two cells, the other no lower, may be in one header: beside each other, or one below the other."""
    if cell.last < other.first or other.last < cell.first:
        return True
    within = other.first <= cell.first and cell.last <= other.last and cell[2:] != other[2:]
    return within and cell.head.top >= other.head.bottom - height / 4


def _is_even(cells: Sequence[Spanning], columns: Sequence[Head], height: float) -> bool:
    """Whether the heads of columns stand at the heights that they have in rows of cells."""
    own: dict[int, list[float]] = defaultdict(list)
    for at, column in enumerate(columns):
        own[_innermost(cells, at, at)].append(column.y)
    if any(max(middles) - min(middles) > 2 * MIDDLE * height for middles in own.values()):
        return False
    for number, cell in enumerate(cells):
        around = _innermost(cells[:number], cell.first, cell.last)
        inner, outer = own.get(number), own.get(around)
        if around >= 0 and cell.head.y < cells[around].head.y + _LOWER * height:
            return False
        if outer and (
            cell.head.y > min(outer) - _LOWER * height or (inner and min(inner) < max(outer) + _LOWER * height)
        ):
            return False
    # Cells that begin below the same one begin at one height.
    return all(
        abs(a.head.y - b.head.y) <= MIDDLE * height or _apart(a, b, cells, height)
        for (m, a), (n, b) in combinations(enumerate(cells), 2)
        if _innermost(cells[:m], a.first, a.last) == _innermost(cells[:n], b.first, b.last)
    )


def _apart(a: Spanning, b: Spanning, cells: Sequence[Spanning], height: float) -> bool:
    """Whether one of two cells is higher than the other in the same row of a header: it has none below it, and the
    other has.
    """
    return any(
        one.first <= other.first and other.last <= one.last for one in (a, b) for other in cells if other is not one
    )


def _innermost(cells: Sequence[Spanning], first: int, last: int) -> int:
    """The number of the lowest cell over columns; -1 for none."""
    over = [number for number, cell in enumerate(cells) if cell.first <= first and last <= cell.last]
    return max(over, key=lambda number: cells[number].head.y, default=-1)
