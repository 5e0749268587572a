"""Names in several columns, each a level below the one at its left: found by which of them stand alone in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yusuan.pipeline.layout.cells import Cell, Grid
from yusuan.pipeline.layout.header import AMOUNT_LIKE, HeaderColumn
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.understand.lists import List
from yusuan.schemas.vocabulary.around import SUBTOTALS

_OF_ROWS = frozenset({"item", "kind", "project_name"})
"""What columns of names may hold that are levels of each other."""


class Level(NamedTuple):
    """The level that a column names, and how many cells side by side under its header name one each."""

    depth: int
    parted: int


def levels_of_names(
    logical: LogicalTable, printed: Sequence[HeaderColumn], one: List, first_row: int
) -> dict[int, Level]:
    """The level of each column of names, by its id; empty where they are not levels of each other.

    Columns without a word above them belong to the name at their left. Columns that are named in the same rows are of
    one level. Both the outermost and a deeper level must have rows in which nothing else is named, and those must be
    more than the rows that name both; 小计 names nothing.
    """
    columns = _columns(printed, one)
    rows = list(_rows(logical, first_row))
    parts = [max((len(_under(grid, row, column)) for grid, row in rows), default=1) for column in columns]
    places = [(column, part) for column, count in zip(columns, parts, strict=True) for part in range(count)]
    if len(places) < 2 or any(meaning.role not in _OF_ROWS for _, meaning in one.names):
        return {}
    seen: Counter[tuple[int, ...]] = Counter()
    for grid, row in rows:
        named = [_named(grid, row, *place) for place in places]
        if any(AMOUNT_LIKE.match(text) for text in named if text):
            return {}  # a code beside its name
        begun = tuple(place for place, text in enumerate(named) if text)
        if begun and any(
            AMOUNT_LIKE.match(cell.key) for column, _ in one.amounts for cell in _under(grid, row, column)
        ):
            seen[begun] += 1
    depths = [1]
    for place in range(1, len(places)):
        apart = sum(n for begun, n in seen.items() if (place in begun) != (place - 1 in begun))
        together = sum(n for begun, n in seen.items() if place in begun and place - 1 in begun)
        depths.append(depths[-1] + (apart > together))
    outermost = {place for place, depth in enumerate(depths) if depth == 1}
    alone = sum(n for begun, n in seen.items() if set(begun) <= outermost)
    below = sum(n for begun, n in seen.items() if not set(begun) & outermost)
    levels: dict[int, Level] = {}
    for (column, part), depth in zip(places, depths, strict=True):
        first = levels.setdefault(id(column), Level(depth, 1))
        if depth != first.depth + part:
            return {}  # cells under one header that are one name together
        levels[id(column)] = Level(first.depth, part + 1)
    return levels if alone > 1 and below and (alone + below) * 2 > sum(seen.values()) else {}


def _columns(printed: Sequence[HeaderColumn], one: List) -> list[HeaderColumn]:
    """The columns of names, and those without a word right of one, from left to right."""
    named = {id(column) for column, _ in one.names}
    found: list[HeaderColumn] = []
    for column in printed:
        if id(column) in named or (found and not column.words and found[-1].x1 == column.x0):
            found.append(column)
    return found


def _rows(logical: LogicalTable, first_row: int) -> Iterator[tuple[Grid, int]]:
    for index, fragment in enumerate(logical.fragments):
        for row in range(first_row if index == 0 else fragment.start, fragment.grid.rows):
            yield fragment.grid, row


def _under(grid: Grid, row: int, column: HeaderColumn) -> list[Cell]:
    """The cells of a row that begin under a column, from left to right."""
    near = (column.x1 - column.x0) / 10
    cells = [cell for cell in grid.row(row) if column.x0 - near <= cell.box[0] < column.x1 - near]
    return sorted(cells, key=lambda cell: cell.box[0])


def _named(grid: Grid, row: int, column: HeaderColumn, part: int) -> str:
    """The name that begins in a row in one of the cells under a column, and does not reach into it from above."""
    cells = _under(grid, row, column)
    if part >= len(cells):
        return ""
    cell = cells[part]
    return cell.key if cell.span.row == row and cell.key not in SUBTOTALS else ""
