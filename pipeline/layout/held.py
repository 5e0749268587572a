"""Letters that hang over the border of a cell → the cell that they hang from."""

from __future__ import annotations

from collections.abc import Sequence

from yusuan.pipeline.layout.grid import Lattice, Span
from yusuan.pipeline.layout.owners import FIGURES, Held
from yusuan.pipeline.read.page import Character

HANGS = 0.15
"""A line of which this part of its height lies beyond a border hangs over it."""
ROOM = 1.5
"""A line with less room than this many glyph heights beside it fills its cell."""


def give_back(held: Held) -> None:
    """Give letters that hang into a cell, which is empty but for them, to the cell that they hang from.

    A spreadsheet cuts off what does not fit, wherever the middle of the line comes to lie. The text that they go on
    with fills its cell, and nothing else of their row hangs over the border: else the whole row is set too high or low.
    """
    lattice = held.lattice
    moves: list[tuple[Span, Span]] = []
    for span in held.reached:
        own = held.of(span)
        if not own or any(char.text in FIGURES for char in own):
            continue
        for over, beyond in ((-1, span.row - 1), (1, span.row_end)):
            other = held.owner.get((beyond, span.column))
            if other is None or not _hangs(own, lattice, span, over):
                continue
            row = {cell for (r, _), cell in held.owner.items() if r == span.row and cell is not span}
            alone = not any(_hangs(held.of(cell), lattice, cell, over) for cell in row & held.reached)
            if alone and _goes_on(own, held.of(other), lattice.xs[other.column_end] - lattice.xs[other.column]):
                moves.append((span, other))
                break
    for span, other in moves:
        held.move(span, other)
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
