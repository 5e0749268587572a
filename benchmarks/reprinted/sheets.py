"""The tables of a document as sheets of cells, as they would be typed again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from yusuan.pipeline.document.document import Document
from yusuan.pipeline.layout.captions import Caption
from yusuan.pipeline.layout.cells import Grid
from yusuan.pipeline.layout.header import header_rows
from yusuan.pipeline.layout.logical import LogicalTable


@dataclass(frozen=True)
class Cell:
    """A cell of a sheet: rows [row, row_end) and columns [column, column_end), and its text."""

    row: int
    column: int
    row_end: int
    column_end: int
    text: str


@dataclass
class Sheet:
    """A table: what is said above it, the ids of what is read of it, the widths of its columns in points, the number of
    rows of its header and of all, and its cells.
    """

    caption: Caption
    ids: list[str]
    widths: tuple[float, ...]
    header: int
    rows: int = 0
    cells: list[Cell] = field(default_factory=list)


def sheets(document: Document) -> list[Sheet]:
    """The tables of a document that line items are read of, each once; those whose columns differ from page to page are
    left out.
    """
    found: dict[int, Sheet] = {}
    seen = document.seen
    for table_id, logical in seen.read.items() if seen else ():
        if id(logical) in found:
            found[id(logical)].ids.append(table_id)
        elif len({fragment.grid.columns for fragment in logical.fragments}) == 1:
            found[id(logical)] = _sheet(logical, table_id)
    return list(found.values())


def _sheet(logical: LogicalTable, table_id: str) -> Sheet:
    first = logical.fragments[0]
    xs, header = first.grid.lattice.xs, header_rows(first.grid, first.start)
    widths = tuple(right - left for left, right in pairwise(xs))
    sheet = Sheet(logical.caption, [table_id], widths, len(header))
    heads = [[cell.text for cell in first.grid.row(row)] for row in header]
    for fragment in logical.fragments:
        grid, start = fragment.grid, fragment.start
        while fragment is not first and start < grid.rows and [c.text for c in grid.row(start)] in heads:
            start += 1
        sheet.cells += _cells(grid, start, sheet.rows - start)
        sheet.rows += grid.rows - start
    return sheet


def _cells(grid: Grid, start: int, down: int) -> Iterator[Cell]:
    for cell in grid.cells:
        row, column, row_end, column_end = cell.span
        if row_end > start:
            yield Cell(max(row, start) + down, column, row_end + down, column_end, cell.text)
