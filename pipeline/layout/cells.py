"""Lattices and characters → grids of cells with text, and the lines of text around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import numpy as np

from yusuan.pipeline.layout.grid import Lattice, Span, lattices
from yusuan.pipeline.layout.held import give_back
from yusuan.pipeline.layout.open_sides import between_columns_only
from yusuan.pipeline.layout.owners import Held, placed, places, put
from yusuan.pipeline.layout.owners import Placed as OnPage
from yusuan.pipeline.layout.rows import apart
from yusuan.pipeline.layout.ruling import letter_height
from yusuan.pipeline.layout.text import Line, lines, lines_of_groups
from yusuan.pipeline.layout.unread import mark, unread
from yusuan.pipeline.layout.unruled.lines import without_columns
from yusuan.pipeline.layout.unruled.next_page import Before
from yusuan.pipeline.layout.unruled.texts import AMOUNT
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read import characters
from yusuan.pipeline.read.page import Character, Ink, Page

if TYPE_CHECKING:
    from yusuan.pipeline.read.quarters import Placed

_Value = TypeVar("_Value")


class _Once(Generic[_Value]):
    """An attribute that is computed when it is first asked for: functools' own locks, which takes longer than most."""

    def __init__(self, compute: Callable[[Cell], _Value]) -> None:
        self._compute, self._name = compute, compute.__name__

    def __get__(self, cell: Cell, owner: object) -> _Value:
        value = cell.__dict__[self._name] = self._compute(cell)
        return value


class Over(NamedTuple):
    """Where a cell is printed that its grid has from another page: that page, and how many points further left."""

    page: int
    by: float


@dataclass(eq=False)
class Cell:
    """One cell of a grid. `lines` are the lines of text in it; `overrun` tells of glyphs on its left or
    right border, `crossed` of glyphs on its upper or lower one. `over` has where it is printed, if not on the page of
    its grid (`wide_sheets.py`).
    """

    span: Span
    box: Box
    lines: tuple[Line, ...]
    overrun: bool
    crossed: bool = False
    over: Over | None = None

    def printed(self, page: int) -> tuple[int, Box]:
        """The page that it is printed on, and where, in a grid of the given `page`."""
        if self.over is None:
            return page, self.box
        x0, top, x1, bottom = self.box
        return self.over.page, (x0 - self.over.by, top, x1 - self.over.by, bottom)

    @_Once
    def text(self) -> str:
        """All that stands in the cell, without spaces, line breaks and the footnote marks of words."""
        if not self.lines:
            return ""
        # Nothing but wide gaps part the parts of a line, and they go with all other spaces.
        text = characters.squeeze("".join([part for line in self.lines for part in line.parts]))
        return text if text.isascii() else characters.without_marks(text)

    @_Once
    def key(self) -> str:
        """The text in the normal form in which words are compared."""
        return characters.key(self.text) if self.text else ""


def joined(cells: Sequence[Cell]) -> Cell:
    """Neighbouring cells of one row as one, their texts from left to right."""
    first, last = cells[0], cells[-1]
    span = Span(first.span.row, first.span.column, first.span.row_end, last.span.column_end)
    box = (first.box[0], first.box[1], last.box[2], first.box[3])
    return Cell(span, box, tuple(line for cell in cells for line in cell.lines), any(c.overrun for c in cells))


@dataclass(frozen=True)
class Grid:
    """One ruled area of one page with the text of its cells."""

    page: int
    lattice: Lattice
    cells: tuple[Cell, ...]
    _at: dict[tuple[int, int], Cell]
    told: dict[object, Any] = field(default_factory=dict, compare=False)
    """What was worked out of it and is asked for again and again: its header, the labels of a form."""

    def __repr__(self) -> str:
        return f"<Grid page {self.page}: {self.rows} rows, {self.columns} columns>"

    @property
    def rows(self) -> int:
        """The number of ruled rows."""
        return len(self.lattice.ys) - 1

    @property
    def columns(self) -> int:
        """The number of ruled columns."""
        return len(self.lattice.xs) - 1

    @property
    def box(self) -> Box:
        """The outer border."""
        xs, ys = self.lattice.xs, self.lattice.ys
        return xs[0], ys[0], xs[-1], ys[-1]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a row and a column, whether it begins there or is merged over it."""
        return self._at.get((row, column))

    def row(self, row: int) -> list[Cell]:
        """The distinct cells that cover a row, from left to right."""
        return list(self._by_row[row])

    def changed(self, cells: Mapping[int, Cell]) -> Grid:
        """The grid with other cells in the place of some of its own, which are given by their `id()`."""
        at = {place: cells.get(id(cell), cell) for place, cell in self._at.items()}
        return Grid(self.page, self.lattice, tuple(cells.get(id(cell), cell) for cell in self.cells), at)

    @cached_property
    def _by_row(self) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for row in range(self.rows):
            found: dict[int, Cell] = {}
            for column in range(self.columns):
                cell = self._at.get((row, column))
                if cell is not None:
                    found.setdefault(cell.span.column, cell)
            rows.append(list(found.values()))
        return rows


@dataclass(frozen=True)
class PageLayout:
    """A page as grids and the lines of text outside them, each from top to bottom.

    `unread` is what stands in cells and is no text; in their text a sign stands for it.
    """

    number: int
    height: float
    grids: tuple[Grid, ...]
    lines: tuple[Line, ...]
    turned: int
    unread: tuple[Ink, ...] = ()
    placed: Placed | None = None
    """As of the page."""
    unruled: bool = False
    """Whether no line is drawn between the columns of its grids: where they end is told by words and figures alone."""

    def __repr__(self) -> str:
        return f"<PageLayout {self.number}: {len(self.grids)} grids, {len(self.lines)} lines>"


def arrange(page: Page, before: PageLayout | None = None) -> PageLayout:
    """Find the grids of a page and put each character into its cell, or among the lines outside. `before` is the page
    before it, if it is known: where no lines are drawn between columns, its table may tell those of this one.
    """
    # A single ruled box around text is a frame, no table.
    on_page = placed(page.characters)
    height = letter_height(on_page.characters)
    ruled = lattices(page.rules, on_page.characters, height) if page.rules else []
    found = _without_frames([lattice for lattice in ruled if len(lattice.spans) > 1])
    if page.rules:
        found = [apart(lattice, on_page, height, page.rules) for lattice in found]
        borders = between_columns_only(page.rules, on_page.characters, height) if not found else []
        if borders:
            # Lines between columns alone may be anything; they are a table if figures stand in rows between them.
            bare = lattices([*page.rules, *borders], on_page.characters, height)
            found = [lattice for lattice in (apart(each, on_page, height) for each in bare) if lattice.inferred]
    unruled = False
    if not found and page.characters:
        found = _unruled(page, on_page, height, _last_table(before))
        unruled = bool(found)
    if not found:
        rest = tuple(lines(on_page.characters))
        return PageLayout(page.number, page.height, (), rest, page.turned, (), page.placed)
    inside = put(on_page, found)
    marked: list[Ink] = []
    marks: list[Character] = []
    cells: list[int] = []
    for held in inside:
        give_back(held)
        for place, ink in unread(page, held.lattice, held).items():
            marks.append(mark(ink, held.lattice, place, held.owner))
            cells.append(held.numbers[held.owner[place]])
            marked.append(ink)
    owners = np.append(inside[0].owners, np.array(cells, dtype=np.int64))
    by_cell = lines_of_groups(on_page.characters.with_more(marks), owners)
    grids = tuple(_grid(page.number, held, by_cell) for held in inside)
    rest = tuple(by_cell.get(-1, ()))
    return PageLayout(page.number, page.height, grids, rest, page.turned, tuple(marked), page.placed, unruled)


def _unruled(page: Page, on_page: OnPage, height: float, before: Before | None) -> list[Lattice]:
    """The ruled areas that a page would have if the lines between its columns were drawn."""
    tables = without_columns(page.rules, on_page.characters, height, before)
    while tables:
        more = [line for table in tables for line in table.lines]
        drawn = lattices([*page.rules, *more], on_page.characters, height)
        found = [apart(each, on_page, height) for each in drawn]
        meant = [table for table in tables if table.is_in(found)]
        if meant == tables:
            return found
        tables = meant
    return []


def _last_table(page: PageLayout | None) -> Before | None:
    """The table that a page without lines between columns ends with."""
    if page is None or not page.unruled or not page.grids:
        return None
    grid = page.grids[-1]
    amounts: list[list[tuple[float, float]]] = [[] for _ in range(grid.columns)]
    for cell in grid.cells:
        if cell.span.column_end - cell.span.column == 1 and AMOUNT.fullmatch(cell.key):
            amounts[cell.span.column] += [(line.x0, line.x1) for line in cell.lines]
    return Before(list(grid.lattice.xs), amounts)


def _without_frames(found: list[Lattice]) -> list[Lattice]:
    """Without ruled areas that only frame others: a page border with a band for its head or foot."""

    def frames(outer: Lattice, inner: Lattice) -> bool:
        return any(
            outer.xs[span.column] <= inner.xs[0]
            and inner.xs[-1] <= outer.xs[span.column_end]
            and outer.ys[span.row] <= inner.ys[0]
            and inner.ys[-1] <= outer.ys[span.row_end]
            for span in outer.spans
        )

    return [outer for outer in found if not any(outer is not inner and frames(outer, inner) for inner in found)]


def _grid(number: int, held: Held, by_cell: Mapping[int, Sequence[Line]]) -> Grid:
    lattice = held.lattice
    xs, ys = lattice.xs, lattice.ys
    cells: list[Cell] = []
    at: dict[tuple[int, int], Cell] = {}
    overrun, crossed = held.overrun, held.crossed
    for own, span in enumerate(lattice.spans, start=held.first):
        row, column, row_end, column_end = span
        box = (xs[column], ys[row], xs[column_end], ys[row_end])
        cell = Cell(span, box, tuple(by_cell.get(own, ())), span in overrun, span in crossed)
        if row_end - row == column_end - column == 1:
            # As nearly all cells are.
            at[row, column] = cell
        else:
            at.update((place, cell) for place in places(span))
        cells.append(cell)
    return Grid(number, lattice, tuple(cells), at)
