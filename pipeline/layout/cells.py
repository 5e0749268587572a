"""Lattices and characters → grids of cells with text, and the lines of text around them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.findings import Box
from pipeline.layout.grid import Lattice, Span, lattices, step_of
from pipeline.layout.text import Line, lines
from pipeline.read import characters
from pipeline.read.page import Character, Page

OVERRUN = 0.3
"""A glyph with more than this part of its width on either side of a border runs over the border."""


@dataclass(frozen=True)
class Cell:
    """One cell of a grid. `lines` are the lines of text in it; `overrun` tells of glyphs on its border."""

    span: Span
    box: Box
    lines: tuple[Line, ...]
    overrun: bool

    @cached_property
    def text(self) -> str:
        """All that stands in the cell, without spaces and line breaks."""
        return characters.squeeze("".join(line.text for line in self.lines))

    @cached_property
    def key(self) -> str:
        """The text in the normal form in which words are compared."""
        return characters.key(self.text)


@dataclass(frozen=True)
class Grid:
    """One ruled area of one page with the text of its cells."""

    page: int
    lattice: Lattice
    cells: tuple[Cell, ...]
    _at: dict[tuple[int, int], Cell] = field(repr=False)

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
        found: dict[int, Cell] = {}
        for column in range(self.columns):
            cell = self.at(row, column)
            if cell is not None:
                found.setdefault(cell.span.column, cell)
        return list(found.values())


@dataclass(frozen=True)
class PageLayout:
    """A page as grids and the lines of text outside them, each from top to bottom."""

    number: int
    height: float
    grids: tuple[Grid, ...]
    lines: tuple[Line, ...]
    turned: int


def arrange(page: Page) -> PageLayout:
    """Find the grids of a page and put each character into its cell, or among the lines outside."""
    # A single ruled box around text is a frame, no table.
    found = [lattice for lattice in lattices(page.rules) if len(lattice.spans) > 1]
    inside = [_Held({place: span for span in lattice.spans for place in _places(span)}) for lattice in found]
    outside: list[Character] = []
    for char in page.characters:
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        for lattice, held in zip(found, inside, strict=True):
            row, column = step_of(y, lattice.ys), step_of(x, lattice.xs)
            if row is not None and column is not None and (row, column) in held.owner:
                held.characters[row, column].append(char)
                margin = OVERRUN * (char.x1 - char.x0)
                first, last = step_of(char.x0 + margin, lattice.xs), step_of(char.x1 - margin, lattice.xs)
                if first != last:
                    held.overrun.append(((row, first), (row, last)))
                break
        else:
            outside.append(char)
    grids = tuple(_grid(page.number, lattice, held) for lattice, held in zip(found, inside, strict=True))
    return PageLayout(page.number, page.height, grids, tuple(lines(outside)), page.turned)


@dataclass
class _Held:
    """What the characters of one grid fall into: its places with the cell that owns each, and pairs of
    places that one glyph touches.
    """

    owner: dict[tuple[int, int], Span]
    characters: dict[tuple[int, int], list[Character]] = field(default_factory=lambda: defaultdict(list))
    overrun: list[tuple[tuple[int, int | None], tuple[int, int | None]]] = field(default_factory=list)


def _grid(number: int, lattice: Lattice, held: _Held) -> Grid:
    # A glyph on the border of two cells belongs to a text that does not fit its cell: neither is sure.
    touched: set[Span] = set()
    for pair in held.overrun:
        spans = [held.owner.get((row, column)) for row, column in pair if column is not None]
        if len(spans) < 2 or spans[0] is not spans[1]:
            touched.update(span for span in spans if span)
    cells: list[Cell] = []
    at: dict[tuple[int, int], Cell] = {}
    for span in lattice.spans:
        places = _places(span)
        box = (
            lattice.xs[span.column],
            lattice.ys[span.row],
            lattice.xs[span.column_end],
            lattice.ys[span.row_end],
        )
        inside = [char for place in places for char in held.characters.get(place, ())]
        cell = Cell(span, box, tuple(lines(inside)), span in touched)
        cells.append(cell)
        at.update((place, cell) for place in places)
    return Grid(number, lattice, tuple(cells), at)


def _places(span: Span) -> list[tuple[int, int]]:
    return [(row, column) for row in range(span.row, span.row_end) for column in range(span.column, span.column_end)]
