"""Characters → the cells that hold them, and the cells whose text runs over their border."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yusuan.brief import brief
from yusuan.pipeline.layout.grid import Lattice, Span, step_of
from yusuan.pipeline.read.page import Character

OVERRUN = 0.3
"""A glyph with more than this part of its width on either side of a border runs over the border."""
HANGS = 0.15
"""A line of which this part of its height lies beyond a border hangs over it."""
ROOM = 1.5
"""A line with less room than this many glyph heights beside it fills its cell."""
TOUCHING = 0.06
"""Figures on two sides of a border that are nearer than this many glyph heights are one number."""
Owner = tuple[int, Span] | None
"""Which grid and cell a character belongs to; None outside all."""


def owners_of(
    characters: Sequence[Character], found: list[Lattice], inside: list[Held]
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


def mark_touching(owners: list[tuple[Character, Owner]], inside: list[Held]) -> None:
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


def give_back(lattice: Lattice, held: Held) -> None:
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
        for there in places_of(span):
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


_FIGURES = frozenset("0123456789,.０１２３４５６７８９，．")


@dataclass
class Held:
    """What the characters of one grid fall into: its places with the cell that owns each, the cells whose text runs
    over their border, and those whose text reaches beyond their upper or lower one at all.
    """

    owner: dict[tuple[int, int], Span]
    characters: dict[tuple[int, int], list[Character]] = field(default_factory=lambda: defaultdict(list))
    overrun: set[Span] = field(default_factory=set)
    crossed: set[Span] = field(default_factory=set)
    reached: set[Span] = field(default_factory=set)

    def __repr__(self) -> str:
        return brief(self)

    def of(self, span: Span) -> list[Character]:
        """The characters of a cell."""
        return [char for place in places_of(span) for char in self.characters.get(place, ())]


def places_of(span: Span) -> list[tuple[int, int]]:
    """The rows and columns that a cell covers."""
    return [(row, column) for row in range(span.row, span.row_end) for column in range(span.column, span.column_end)]
