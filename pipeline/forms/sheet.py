"""The parts of a form → one sheet of cells, as the form was before it was cut into pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from yusuan.brief import brief
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.form import Form, Part
from yusuan.pipeline.layout.borders import ALIGNED
from yusuan.pipeline.layout.cells import Cell, Grid
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.messages.findings import Box

SAME = 0.02
"""Borders on two pages that differ by less than this part of the width are the same."""


@dataclass(frozen=True, eq=False)
class SheetCell:
    """One cell: rows [row, row_end) and columns [column, column_end) of the sheet, and where it is printed.

    Rows count through all bands, columns within a band. `left` and `right` are its borders as parts of the width
    of its page: 1.25 is a quarter into the second of two pages side by side.
    """

    row: int
    row_end: int
    column: int
    column_end: int
    band: int
    left: float
    right: float
    page: int
    cell: Cell
    text: str
    """What stands in the cell, without spaces."""

    @property
    def box(self) -> Box:
        """The cell on its page."""
        return self.cell.box

    def overlap(self, left: float, right: float) -> float:
        """The width that the cell shares with the stretch from `left` to `right`."""
        return min(self.right, right) - max(self.left, left)


@dataclass
class Sheet:
    """The cells of a form. `bands` are the first rows of each band, and the row after the last."""

    cells: list[SheetCell]
    bands: list[int]
    over_end: list[tuple[int, Line]] = field(default_factory=list)
    """Lines that the end of a page cuts, over the lower border of the cells."""
    headers: dict[int, Any] = field(default_factory=dict, repr=False)
    """The header that begins in each row, where it was asked for (`tables.py`)."""
    _at: dict[tuple[int, int], SheetCell] = field(default_factory=dict, repr=False)

    def __repr__(self) -> str:
        return brief(self)

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, cell.row_end):
                for column in range(cell.column, cell.column_end):
                    self._at[row, column] = cell

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self.bands[-1]

    @cached_property
    def _rows(self) -> list[list[SheetCell]]:
        rows: list[list[SheetCell]] = [[] for _ in range(self.rows)]
        for cell in sorted(self.cells, key=lambda c: c.column):
            for row in range(cell.row, cell.row_end):
                rows[row].append(cell)
        return rows

    def row(self, row: int) -> list[SheetCell]:
        """The cells that cover a row, from left to right."""
        return self._rows[row]

    def at(self, row: int, column: int) -> SheetCell | None:
        """The cell that covers a row and a column."""
        return self._at.get((row, column))

    def beginning(self, row: int) -> list[SheetCell]:
        """The cells whose first row this is, from left to right."""
        return [cell for cell in self._rows[row] if cell.row == row]

    def right_of(self, cell: SheetCell, row: int | None = None) -> SheetCell | None:
        """The cell at the right of `cell`, in its first row or in `row`.

        A blank one on the next page is the rest of `cell`, which the page break cut off, if there is another behind it.
        """
        at = cell.row if row is None else row
        beside = self._at.get((at, cell.column_end))
        if beside and not beside.text and beside.page != cell.page:
            return self._at.get((at, beside.column_end)) or beside
        return beside

    def left_of(self, cell: SheetCell) -> SheetCell | None:
        """The cell at the left of `cell` in its first row."""
        return self._at.get((cell.row, cell.column - 1))

    def below(self, cell: SheetCell) -> SheetCell | None:
        """The cell under `cell` if it is as wide and in the same band."""
        under = self._at.get((cell.row_end, cell.column))
        if under and under.band == cell.band and under.column == cell.column and under.column_end == cell.column_end:
            return under
        return None

    def cut_from(self, cell: SheetCell) -> SheetCell | None:
        """The cell at the end of the page before that goes on in `cell`, as it does beside a blank first cell."""
        if cell.band == 0 or cell.row != self.bands[cell.band] or self.row(cell.row)[0].text:
            return None
        return next(
            (
                above
                for above in self.row(cell.row - 1)
                if above.text and abs(above.left - cell.left) < SAME and abs(above.right - cell.right) < SAME
            ),
            None,
        )


def sheet(form: Form) -> Sheet:
    """Lay out the cells of a form's parts, the bands below each other."""
    cells: list[SheetCell] = []
    bands = [0]
    for number, band in enumerate(form.bands):
        ys = _borders(band)
        columns = 0
        for place, part in enumerate(band):
            width = _width(part.grid, form.bands[0][0].grid if place == 0 else part.grid)
            cells += _cells(part, ys, bands[-1], columns, number, place, width)
            columns += part.grid.columns
        bands.append(bands[-1] + len(ys) - 1)
    return Sheet(cells, bands, form.over_end)


def _borders(band: list[Part]) -> list[float]:
    """The borders of the rows of all parts of a band."""
    first = band[0]
    ys = list(first.grid.lattice.ys[first.start :])
    apart = first.grid.lattice.snap + 1
    for part in band[1:]:
        ys += [y for y in part.grid.lattice.ys if y > ys[0] and min(abs(y - border) for border in ys) > apart]
    return sorted(ys)


def _width(grid: Grid, first: Grid) -> tuple[float, float]:
    """The left and right border that the places of a grid's cells are told by: those of the first page where a page
    of a list of projects has rules between some of its columns only, as below a merged cell that is blank.
    """
    words = {labels.label(cell.text) for cell in first.cells if cell.text}
    listed = any(labels.role(word) == "level_1" for word in words) and any(
        (named := labels.head_field(word)) and named.id == "project" for word in words
    )
    fits = listed and all(min(abs(x - border) for border in first.lattice.xs) <= ALIGNED for x in grid.lattice.xs)
    x0, _, x1, _ = first.box if fits else grid.box
    return x0, x1


def _cells(
    part: Part,
    ys: list[float],
    first_row: int,
    first_column: int,
    band: int,
    place: int,
    width: tuple[float, float],
) -> list[SheetCell]:
    grid = part.grid
    x0, x1 = width
    top = grid.lattice.ys[part.start]

    @cache
    def row(y: float) -> int:
        return first_row + min(range(len(ys)), key=lambda index: abs(ys[index] - y))

    return [
        SheetCell(
            row(cell.box[1]),
            row(cell.box[3]),
            first_column + cell.span.column,
            first_column + cell.span.column_end,
            band,
            place + (cell.box[0] - x0) / (x1 - x0),
            place + (cell.box[2] - x0) / (x1 - x0),
            grid.page,
            cell,
            cell.text,
        )
        for cell in grid.cells
        if cell.box[1] >= top - grid.lattice.snap
    ]
