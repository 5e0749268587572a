"""Which cell owns each character of a page: the one that holds its middle. Computed on arrays, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np

from yusuan.brief import brief
from yusuan.pipeline.layout.grid import Lattice, Span, step_of
from yusuan.pipeline.layout.overflow import whole_texts
from yusuan.pipeline.read.letters import Letters, Signs
from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.raw import Floats, Ints

OVERRUN = 0.3
"""A glyph with more than this part of its width on either side of a border runs over the border."""
TOUCHING = 0.06
"""Figures on two sides of a border that are nearer than this many glyph heights are one number."""
FIGURES = frozenset("0123456789,.０１２３４５６７８９，．")
_FIGURE = Signs(FIGURES)


class Placed(NamedTuple):
    """The characters of a page with where they stand, column by column; `x` and `y` are their middles."""

    characters: Letters
    x0: Floats
    top: Floats
    x1: Floats
    bottom: Floats
    x: Floats
    y: Floats

    def __repr__(self) -> str:
        return f"<{len(self.characters)} characters with their places>"


def placed(characters: Sequence[Character]) -> Placed:
    """Characters with their places on arrays."""
    letters = Letters.of(characters)
    x0, top, x1, bottom = letters.sides
    return Placed(letters, x0, top, x1, bottom, (x0 + x1) / 2, (top + bottom) / 2)


@dataclass
class Held:
    """What the characters of one grid fall into: the cells whose text runs over their left or right border (`overrun`)
    or over their upper or lower one (`crossed`), and those whose text reaches beyond the latter at all.

    The cells of all grids of a page are numbered one after the other, those of this one from `first`; `owners` has the
    number of that which owns each character of the page, -1 where none does.
    """

    lattice: Lattice
    characters: Letters
    owners: Ints
    first: int
    overrun: set[Span] = field(default_factory=set)
    crossed: set[Span] = field(default_factory=set)
    reached: set[Span] = field(default_factory=set)

    def __repr__(self) -> str:
        return brief(self)

    @cached_property
    def owner(self) -> dict[tuple[int, int], Span]:
        """The cell that owns each place."""
        return {place: span for span in self.lattice.spans for place in places(span)}

    @cached_property
    def numbers(self) -> dict[Span, int]:
        """The number of each cell."""
        return {span: number for number, span in enumerate(self.lattice.spans, start=self.first)}

    def of(self, span: Span) -> list[Character]:
        """The characters of a cell."""
        return self.characters.some(np.flatnonzero(self.owners == self.numbers[span]))

    def move(self, span: Span, other: Span) -> None:
        """Give the characters of a cell to another one."""
        self.owners[self.owners == self.numbers[span]] = self.numbers[other]

    def mark(self, marked: set[Span], span: Span, beside: Sequence[tuple[int | None, int | None]]) -> None:
        """Mark a cell and the others in which a glyph of it stands: its text does not fit, so neither is sure."""
        for row, column in beside:
            other = self.owner.get((row, column)) if row is not None and column is not None else None
            if other is not span:
                marked.update(cell for cell in (span, other) if cell)


def places(span: Span) -> list[tuple[int, int]]:
    """The rows and columns that a cell covers."""
    return [(row, column) for row in range(span.row, span.row_end) for column in range(span.column, span.column_end)]


def numbers_of(lattice: Lattice) -> Ints:
    """The number of the cell that owns each place of a lattice, by row and column; -1 where none does."""
    found = np.full((len(lattice.ys) - 1, len(lattice.xs) - 1), -1, dtype=np.int64)
    spans = np.fromiter(chain.from_iterable(lattice.spans), dtype=np.int64, count=4 * len(lattice.spans))
    row, column, row_end, column_end = spans.reshape(-1, 4).T
    found[row, column] = np.arange(len(row))
    for number in np.flatnonzero((row_end - row > 1) | (column_end - column > 1)).tolist():
        r0, c0, r1, c1 = lattice.spans[number]
        found[r0:r1, c0:c1] = number
    return found


def put(on_page: Placed, inside: Sequence[Lattice]) -> list[Held]:
    """Put each character into the cell that holds its middle, and mark cells whose borders it crosses, or between which
    a number runs on.
    """
    owners = np.full(len(on_page.characters), -1, dtype=np.int64)
    found: list[Held] = []
    first = 0
    for lattice in inside:
        held = Held(lattice, on_page.characters, owners, first)
        _put(on_page, held)
        found.append(held)
        first += len(lattice.spans)
    _mark_touching(on_page, found, owners)
    return found


def _put(on_page: Placed, held: Held) -> None:
    """Put those that are in no cell yet into the cells of one grid."""
    _, x0, top, x1, bottom, x, y = on_page
    lattice, owners = held.lattice, held.owners
    xs, ys = np.array(lattice.xs), np.array(lattice.ys)
    at = np.flatnonzero((owners < 0) & (ys[0] <= y) & (y < ys[-1]) & (xs[0] <= x) & (x < xs[-1]))
    row, column = np.searchsorted(ys, y[at], "right") - 1, np.searchsorted(xs, x[at], "right") - 1
    own = numbers_of(lattice)[row, column]
    if (own < 0).any():
        at, row, column, own = at[own >= 0], row[own >= 0], column[own >= 0], own[own >= 0]
    own, settled = whole_texts(on_page, lattice, at, own)
    if settled.any():
        moved = np.array(lattice.spans, dtype=np.int64)[own[settled]]
        row[settled] = np.clip(row[settled], moved[:, 0], moved[:, 2] - 1)
        column[settled] = np.clip(column[settled], moved[:, 1], moved[:, 3] - 1)
    owners[at] = held.first + own
    x0, top, x1, bottom = x0[at], top[at], x1[at], bottom[at]
    beside = OVERRUN * (x1 - x0)
    over = (x0 + beside < xs[column]) | (x1 - beside >= xs[column + 1])
    for n in np.flatnonzero(over & ~settled).tolist():
        edges = (x0[n] + beside[n], x1[n] - beside[n])
        across = [(int(row[n]), step_of(float(edge), lattice.xs)) for edge in edges]
        held.mark(held.overrun, lattice.spans[own[n]], across)
    reaching = (top < ys[row]) | (bottom > ys[row + 1])
    held.reached.update(lattice.spans[number] for number in set(own[reaching].tolist()))
    below = OVERRUN * (bottom - top)
    for n in np.flatnonzero(reaching & ((top + below < ys[row]) | (bottom - below >= ys[row + 1]))).tolist():
        edges = (top[n] + below[n], bottom[n] - below[n])
        along = [(step_of(float(edge), lattice.ys), int(column[n])) for edge in edges]
        held.mark(held.crossed, lattice.spans[own[n]], along)


def _mark_touching(on_page: Placed, inside: Sequence[Held], owners: Ints) -> None:
    """Mark cells between which a number runs on, though no glyph of it stands on the border."""
    figures = np.flatnonzero(_FIGURE.among(on_page.characters.codes))
    order = figures[np.lexsort((on_page.x0[figures], np.rint(on_page.y[figures])))]
    one, other = order[:-1], order[1:]
    gap = on_page.x0[other] - on_page.x1[one]
    height = on_page.bottom[one] - on_page.top[one]
    runs_on = (abs(on_page.top[one] - on_page.top[other]) <= 1) & (gap > -1) & (gap < TOUCHING * height)
    for number in np.flatnonzero(runs_on & (owners[one] != owners[other])).tolist():
        for owner in (int(owners[one[number]]), int(owners[other[number]])):
            _mark_overrun(inside, owner)


def _mark_overrun(inside: Sequence[Held], owner: int) -> None:
    """Mark a cell by its number among those of all grids; -1 is none."""
    if owner < 0:
        return
    for held in inside:
        if owner < len(held.lattice.spans):
            held.overrun.add(held.lattice.spans[owner])
            return
        owner -= len(held.lattice.spans)
