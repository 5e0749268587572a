"""Cells in which something stands that is no text: pictures, outlines, a drawn minus, two figures in one place.

Such a cell is not blank, and its text is not what it shows. A geta mark (〓), which printers put where a letter is
missing, stands for what could not be read: with it no text is a number, and no name is complete in silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from yusuan.pipeline.layout.grid import Lattice, Span, step_of
from yusuan.pipeline.layout.owners import Held
from yusuan.pipeline.layout.ruling import letter_height
from yusuan.pipeline.read.letters import Letters, Signs
from yusuan.pipeline.read.page import Character, Ink, Page
from yusuan.pipeline.read.tick_boxes import BOXES

UNREAD = "〓"
_TICKED = Signs(BOXES | frozenset("☑☒■"))
_UNIT = frozenset("万亿元")
_CLEAR = 0.1
"""Shapes nearer to a border than this part of a letter's height belong to it."""
_FLAT = 0.2
"""A shape lower than this part of a letter's height is a stroke."""
_HIGH = 1.2
"""Letters are no higher than this many of their usual heights."""
_PART = 0.2
"""Ink that was not recognised stands in a cell into which it reaches by more than this part of its width and height."""
_WHOLE = 0.5
"""A picture of more than this part of the page is its ground, no content of a cell."""


def unread(page: Page, lattice: Lattice, held: Held) -> dict[tuple[int, int], Ink]:
    """What stands in the cells of a grid and is no text: the first of each cell, by the place of the cell's corner."""
    if not page.inks:
        return {}
    letters = Letters.of(page.characters)
    height = letter_height(letters)
    boxes = letters.some(np.flatnonzero(_TICKED.among(letters.codes)))
    found: dict[tuple[int, int], Ink] = {}
    for ink in page.inks:
        for span in _spans(ink, page, lattice, held.owner):
            place = span.row, span.column
            if place in found:
                continue
            if ink.shows == "cut" and any(char.text.isalpha() and char.text not in _UNIT for char in held.of(span)):
                continue  # a figure in a name (2024年), which is kept as a whole as its letters are
            if ink.shows == "outlines" and not _may_be_read(ink, lattice, span, held.of(span), boxes, height):
                continue
            found[place] = ink
    return found


def mark(ink: Ink, lattice: Lattice, place: tuple[int, int], owner: Mapping[tuple[int, int], Span]) -> Character:
    """What stands for ink in the text of a cell."""
    span = owner[place]
    x0, x1 = lattice.xs[span.column], lattice.xs[span.column_end]
    top, bottom = lattice.ys[span.row], lattice.ys[span.row_end]
    return Character(UNREAD, max(ink.x0, x0), max(ink.top, top), min(ink.x1, x1), min(ink.bottom, bottom))


def _spans(ink: Ink, page: Page, lattice: Lattice, owner: Mapping[tuple[int, int], Span]) -> list[Span]:
    """The cells that ink stands in, or that a picture covers."""
    row = step_of((ink.top + ink.bottom) / 2, lattice.ys)
    column = step_of((ink.x0 + ink.x1) / 2, lattice.xs)
    span = owner.get((row, column)) if row is not None and column is not None else None
    if ink.shows == "unrecognised":
        return [cell for cell in dict.fromkeys(owner.values()) if cell == span or _reaches(lattice, cell, ink)]
    if ink.shows not in ("picture", "table"):
        return [span] if span else []
    if _is_ground(ink, page):
        return []
    within = [span] if span and _holds(lattice, span, ink) else []
    covered = [
        cell
        for cell in dict.fromkeys(owner.values())
        if ink.x0 <= (lattice.xs[cell.column] + lattice.xs[cell.column_end]) / 2 <= ink.x1
        and ink.top <= (lattice.ys[cell.row] + lattice.ys[cell.row_end]) / 2 <= ink.bottom
    ]
    return list(dict.fromkeys(within + covered))


def _is_ground(ink: Ink, page: Page) -> bool:
    return (ink.x1 - ink.x0) * (ink.bottom - ink.top) > _WHOLE * page.width * page.height


def _reaches(lattice: Lattice, span: Span, ink: Ink) -> bool:
    """Whether a part of ink that is worth naming lies in a cell."""
    wide = min(ink.x1, lattice.xs[span.column_end]) - max(ink.x0, lattice.xs[span.column])
    high = min(ink.bottom, lattice.ys[span.row_end]) - max(ink.top, lattice.ys[span.row])
    return wide > _PART * (ink.x1 - ink.x0) and high > _PART * (ink.bottom - ink.top)


def _holds(lattice: Lattice, span: Span, ink: Ink) -> bool:
    """Whether most of a picture lies in one cell."""
    wide = min(ink.x1, lattice.xs[span.column_end]) - max(ink.x0, lattice.xs[span.column])
    high = min(ink.bottom, lattice.ys[span.row_end]) - max(ink.top, lattice.ys[span.row])
    return wide > _WHOLE * (ink.x1 - ink.x0) and high > _WHOLE * (ink.bottom - ink.top)


def _may_be_read(
    ink: Ink, lattice: Lattice, span: Span, texts: Sequence[Character], boxes: Sequence[Character], height: float
) -> bool:
    """Whether a small shape may be a letter or a sign: no piece of a border, of a tick box, or of an underline."""
    clear = _CLEAR * height
    if (
        ink.x0 < lattice.xs[span.column] + clear
        or ink.x1 > lattice.xs[span.column_end] - clear
        or ink.top < lattice.ys[span.row] + clear
        or ink.bottom > lattice.ys[span.row_end] - clear
    ):
        return False
    if any(box.x0 - clear <= ink.x1 and ink.x0 <= box.x1 + clear and _beside(ink, box) for box in boxes):
        return False
    if ink.bottom - ink.top > _FLAT * height:
        # An upright stroke higher than a letter is a piece of a line.
        return ink.x1 - ink.x0 > _FLAT * height or ink.bottom - ink.top <= _HIGH * height
    # A stroke under letters is an underline, and one that letters stand on is part of a longer one.
    above = [char for char in texts if char.x0 < ink.x1 and ink.x0 < char.x1]
    middle = (ink.top + ink.bottom) / 2
    return not any(middle > char.bottom - _FLAT * (char.bottom - char.top) for char in above)


def _beside(ink: Ink, box: Character) -> bool:
    return box.top - 1 <= ink.bottom and ink.top <= box.bottom + 1
