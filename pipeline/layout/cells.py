"""Lattices and characters → grids of cells with text, and the lines of text around them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from yusuan.pipeline.layout.grid import Lattice, Span, lattices, step_of
from yusuan.pipeline.layout.open_sides import between_columns_only
from yusuan.pipeline.layout.rows import apart, letter_height
from yusuan.pipeline.layout.text import Line, lines
from yusuan.pipeline.layout.unread import mark, unread
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read import characters
from yusuan.pipeline.read.page import Character, Ink, Page

OVERRUN = 0.3
"""A glyph with more than this part of its width on either side of a border runs over the border."""
HANGS = 0.15
"""A line of which this part of its height lies beyond a border hangs over it."""
ROOM = 1.5
"""A line with less room than this many glyph heights beside it fills its cell."""
TOUCHING = 0.06
"""Figures on two sides of a border that are nearer than this many glyph heights are one number."""


@dataclass(frozen=True)
class Cell:
    """One cell of a grid. `lines` are the lines of text in it; `overrun` tells of glyphs on its left or
    right border, `crossed` of glyphs on its upper or lower one.
    """

    span: Span
    box: Box
    lines: tuple[Line, ...]
    overrun: bool
    crossed: bool = False

    @cached_property
    def text(self) -> str:
        """All that stands in the cell, without spaces, line breaks and the footnote marks of words."""
        text = characters.squeeze("".join(line.text for line in self.lines))
        return text if text.isascii() else characters.without_marks(text)

    @cached_property
    def key(self) -> str:
        """The text in the normal form in which words are compared."""
        return characters.key(self.text)


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

    def __repr__(self) -> str:
        return f"<PageLayout {self.number}: {len(self.grids)} grids, {len(self.lines)} lines>"


def arrange(page: Page) -> PageLayout:
    """Find the grids of a page and put each character into its cell, or among the lines outside."""
    # A single ruled box around text is a frame, no table.
    found = _without_frames([lattice for lattice in lattices(page.rules, page.characters) if len(lattice.spans) > 1])
    if page.rules:
        height = letter_height(page.characters)
        found = [apart(lattice, page.characters, height) for lattice in found]
        borders = between_columns_only(page.rules, page.characters, height) if not found else []
        if borders:
            # Lines between columns alone may be anything; they are a table if figures stand in rows between them.
            bare = [
                apart(lattice, page.characters, height)
                for lattice in lattices([*page.rules, *borders], page.characters)
            ]
            found = [lattice for lattice in bare if lattice.inferred]
    inside = [_Held({place: span for span in lattice.spans for place in _places(span)}) for lattice in found]
    outside: Sequence[Character] = page.characters
    marked: list[Ink] = []
    if found:
        owners = _owners(page.characters, found, inside)
        outside = [char for char, owner in owners if owner is None]
        _mark_touching(owners, inside)
        for lattice, held in zip(found, inside, strict=True):
            _give_back(lattice, held)
            for place, ink in unread(page, lattice, held.owner, held.characters).items():
                held.characters[place].append(mark(ink, lattice, place, held.owner))
                marked.append(ink)
    grids = tuple(_grid(page.number, lattice, held) for lattice, held in zip(found, inside, strict=True))
    return PageLayout(page.number, page.height, grids, tuple(lines(outside)), page.turned, tuple(marked))


Owner = tuple[int, Span] | None
"""Which grid and cell a character belongs to; None outside all."""


def _owners(
    characters: Sequence[Character], found: list[Lattice], inside: list[_Held]
) -> list[tuple[Character, Owner]]:
    """Each character with the cell that holds its middle; puts it there, and marks cells whose borders it crosses."""
    grids = [
        (n, (xs[0], ys[0], xs[-1], ys[-1]), xs, ys, inside[n].owner, inside[n].characters)
        for n, (xs, ys) in enumerate((lattice.xs, lattice.ys) for lattice in found)
    ]
    owners: list[tuple[Character, Owner]] = []
    for char in characters:
        _, x0, top, x1, bottom = char
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        owner: Owner = None
        for number, (left, high, right, low), xs, ys, owner_of, held in grids:
            if not (high <= y < low and left <= x < right):
                continue
            row, column = place = bisect_right(ys, y) - 1, bisect_right(xs, x) - 1
            span = owner_of.get(place)
            if span is None:
                continue
            held[place].append(char)
            owner = number, span
            beside = OVERRUN * (x1 - x0)
            if x0 + beside < xs[column] or x1 - beside >= xs[column + 1]:
                across = [(row, step_of(edge, xs)) for edge in (x0 + beside, x1 - beside)]
                _mark(inside[number].overrun, span, across, owner_of)
            if top < ys[row] or bottom > ys[row + 1]:
                inside[number].reached.add(span)
                below = OVERRUN * (bottom - top)
                if top + below < ys[row] or bottom - below >= ys[row + 1]:
                    along = [(step_of(edge, ys), column) for edge in (top + below, bottom - below)]
                    _mark(inside[number].crossed, span, along, owner_of)
            break
        owners.append((char, owner))
    return owners


def _mark(
    marked: set[Span],
    span: Span,
    places: Sequence[tuple[int | None, int | None]],
    owner_of: Mapping[tuple[int, int], Span],
) -> None:
    """Mark a cell and the others in which a glyph stands: its text does not fit, so neither is sure."""
    for row, column in places:
        other = owner_of.get((row, column)) if row is not None and column is not None else None
        if other is not span:
            marked.update(cell for cell in (span, other) if cell)


def _mark_touching(owners: list[tuple[Character, Owner]], inside: list[_Held]) -> None:
    """Mark cells between which a number runs on, though no glyph of it stands on the border."""
    figures = [entry for entry in owners if entry[0].text in _FIGURES]
    figures.sort(key=lambda entry: (round((entry[0].top + entry[0].bottom) / 2), entry[0].x0))
    for (char, owner), (after, beside) in pairwise(figures):
        if owner == beside or abs(char.top - after.top) > 1:
            continue
        if -1 < after.x0 - char.x1 < TOUCHING * (char.bottom - char.top):
            for cell in (owner, beside):
                if cell:
                    inside[cell[0]].overrun.add(cell[1])


def _give_back(lattice: Lattice, held: _Held) -> None:
    """Give letters that hang into a cell, which is empty but for them, to the cell that they hang from.

    A spreadsheet cuts off what does not fit, wherever the middle of the line comes to lie. The text that they go on
    with fills its cell, and nothing else of their row hangs over the border: else the whole row is set too high or low.
    """
    moves: list[tuple[Span, tuple[int, int]]] = []
    for span in held.reached:
        own = held.of(span)
        if not own or any(char.text in _FIGURES for char in own):
            continue
        for over, beyond in ((-1, span.row - 1), (1, span.row_end)):
            other = held.owner.get((beyond, span.column))
            if other is None or not _hangs(own, lattice, span, over):
                continue
            row = {cell for (r, _), cell in held.owner.items() if r == span.row and cell is not span}
            alone = not any(_hangs(held.of(cell), lattice, cell, over) for cell in row & held.reached)
            if alone and _goes_on(own, held.of(other), lattice.xs[other.column_end] - lattice.xs[other.column]):
                moves.append((span, (beyond, span.column)))
                break
    for span, place in moves:
        own = held.of(span)
        for there in _places(span):
            held.characters.pop(there, None)
        held.characters[place] += own
        held.crossed.discard(span)


def _hangs(own: Sequence[Character], lattice: Lattice, span: Span, over: int) -> bool:
    """Whether a line of text hangs over the upper (-1) or lower (1) border of a cell, and keeps clear of the other."""
    if not own:
        return False
    top, bottom = min(char.top for char in own), max(char.bottom for char in own)
    above, below = lattice.ys[span.row] - top, bottom - lattice.ys[span.row_end]
    least = HANGS * (bottom - top)
    return above >= least and below <= -least if over < 0 else below >= least and above <= -least


def _goes_on(own: Sequence[Character], other: Sequence[Character], width: float) -> bool:
    """Whether text may be the next line of another, whose nearest line leaves no room for more."""
    if not other:
        return False
    top, bottom = min(char.top for char in own), max(char.bottom for char in own)
    nearest = min(other, key=lambda char: max(char.top - bottom, top - char.bottom))
    line = [char for char in other if abs(char.top - nearest.top) < (bottom - top) / 2]
    gap = max(nearest.top - bottom, top - nearest.bottom)
    room = width - (max(char.x1 for char in line) - min(char.x0 for char in line))
    return gap < (bottom - top) / 2 and room < ROOM * (bottom - top)


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


_FIGURES = frozenset("0123456789,.０１２３４５６７８９，．")


@dataclass
class _Held:
    """What the characters of one grid fall into: its places with the cell that owns each, the cells whose text runs
    over their border, and those whose text reaches beyond their upper or lower one at all.
    """

    owner: dict[tuple[int, int], Span]
    characters: dict[tuple[int, int], list[Character]] = field(default_factory=lambda: defaultdict(list))
    overrun: set[Span] = field(default_factory=set)
    crossed: set[Span] = field(default_factory=set)
    reached: set[Span] = field(default_factory=set)

    def of(self, span: Span) -> list[Character]:
        """The characters of a cell."""
        return [char for place in _places(span) for char in self.characters.get(place, ())]


def _grid(number: int, lattice: Lattice, held: _Held) -> Grid:
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
        inside = [char for place in places if place in held.characters for char in held.characters[place]]
        cell = Cell(span, box, tuple(lines(inside)), span in held.overrun, span in held.crossed)
        cells.append(cell)
        at.update((place, cell) for place in places)
    return Grid(number, lattice, tuple(cells), at)


def _places(span: Span) -> list[tuple[int, int]]:
    return [(row, column) for row in range(span.row, span.row_end) for column in range(span.column, span.column_end)]
