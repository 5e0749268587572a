"""Rows that a page break cuts in two: the name runs on in the first row of the next page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.amounts import is_tail
from yusuan.pipeline.extract.code_and_name import LEVEL_OF_LENGTH, is_digits
from yusuan.pipeline.layout.borders import onto
from yusuan.pipeline.layout.captions import names_body
from yusuan.pipeline.layout.header import AMOUNT_LIKE
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.schemas.tables.official import OFFICIAL_NAMES
from yusuan.schemas.vocabulary.around import SUBTOTALS, TOTALS

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell, Grid

FULL = 2.5
"""A line with less room than this many glyph heights beside it fills its cell."""


def is_cut(before: Grid, after: Grid, first_row: int, names: Collection[str], nested: bool = False) -> bool:
    """Whether the row `first_row` of the grid `after` is the rest of the last row of the grid `before`.

    It is where it holds nothing but words, each below a name that fills its cell, and the rows have a code or a number
    that this one has not; or where the words only make a name together (当年收入 / 小计). `names` are those that rows
    begin with by themselves. In a `nested` table rows have neither code nor number, but an amount; so they have in any
    where the row above has, and no line is drawn below it, or all that this one has is a word that names nothing by
    itself.
    """
    if first_row >= after.rows:
        return False
    upper = [cell for cell in before.row(before.rows - 1) if cell.key]
    lower = [cell for cell in after.row(first_row) if cell.key]
    tails = [cell for cell in lower if (over := _above(cell, after, upper, before)) and _is_tail(over.key, cell.key)]
    lower = [cell for cell in lower if not any(cell is tail for tail in tails)]
    if not upper or not lower or any(AMOUNT_LIKE.match(cell.key) for cell in lower):
        return False
    if tails and all(_reaches_right(_above(cell, after, upper, before)) for cell in lower):
        return True  # the last digits of amounts or codes that were broken over lines, beside the rest of a name
    if (
        len(after.row(first_row)) > 1
        and _is_whole_name(upper, lower, after, before)
        and not lower[0].key.startswith(tuple(names))
    ):
        return True
    if any(cell.key.startswith(tuple(names)) for cell in lower) and not nested:
        together = [found.key + cell.key for cell in lower if (found := _above(cell, after, upper, before))]
        return len(together) == len(lower) and all(name in (*TOTALS, *SUBTOTALS) for name in together)
    coded = AMOUNT_LIKE.match(upper[0].key) is not None and upper[0].key.isdigit()
    runs_on = nested or before.lattice.open_below or _names_nothing(upper, lower)
    coded = coded or (runs_on and any(AMOUNT_LIKE.match(cell.key) for cell in upper))
    return all(_runs_on(_above(cell, after, upper, before), cell, coded) for cell in lower)


def _is_whole_name(upper: Sequence[Cell], lower: Sequence[Cell], after: Grid, before: Grid) -> bool:
    """Whether a row has one text, in the place of the name that the row above lacks beside its code and amounts."""
    blank = all(AMOUNT_LIKE.match(cell.key) for cell in upper) and upper[0].key.isdigit() and len(upper) > 1
    return blank and len(lower) == 1 and _above(lower[0], after, upper, before) is None


def _names_nothing(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether words that stand in a row alone name nothing by themselves: several, or one that is no account, and no
    body below the name of one.
    """
    if len(lower) > 1:
        return True
    return lower[0].key not in OFFICIAL_NAMES and not (names_body(lower[0].key) and names_body(upper[0].key))


def _is_tail(upper: str, lower: str) -> bool:
    """Whether figures are the end of those above them: the last decimals of an amount, or the last digits of a code."""
    digits = len(upper) + len(lower) if is_digits(upper + lower) else 0
    return is_tail(upper, lower) or (digits in LEVEL_OF_LENGTH and len(upper) not in LEVEL_OF_LENGTH)


def _above(cell: Cell, grid: Grid, upper: Sequence[Cell], before: Grid) -> Cell | None:
    """The cell that stood over another one before the page was broken."""
    middle = onto((cell.box[0] + cell.box[2]) / 2, grid, before)
    return next((found for found in upper if found.box[0] <= middle <= found.box[2]), None)


def _reaches_right(upper: Cell | None) -> bool:
    """Whether the last line of a name leaves no room for another glyph behind it, however far it is indented."""
    if upper is None or AMOUNT_LIKE.match(upper.key):
        return False
    last = upper.lines[-1]
    return upper.box[2] - last.x1 <= last.size


def _full(upper: Cell | None, lower: Cell) -> bool:
    """Whether the last line of a cell leaves no room for more, in it or in the narrower one below: words that run over
    a border leave out its line.
    """
    if upper is None or AMOUNT_LIKE.match(upper.key):
        return False
    last = upper.lines[-1]
    width = min(cell.box[2] - cell.box[0] for cell in (upper, lower))
    return width - (last.x1 - last.x0) <= FULL * last.size


def fills_its_cell(cell: Cell) -> bool:
    """Whether a name leaves no room for more on its last line."""
    return bool(cell.lines) and (_full(cell, cell) or _reaches_right(cell))


def _runs_on(upper: Cell | None, lower: Cell, coded: bool) -> bool:
    if upper is None or AMOUNT_LIKE.match(upper.key) or strip_enumerator(lower.text)[1]:
        return False
    if upper.key + lower.key in (*TOTALS, *SUBTOTALS):
        return True
    if lower.key in (*TOTALS, *SUBTOTALS):
        return False
    return (_full(upper, lower) or _reaches_right(upper)) and (coded or bool(strip_enumerator(upper.text)[1]))


def rejoined_cells(upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells under one header in the upper part of a cut row, with what stands under it in the lower part."""
    rest = tuple(line for cell in lower if cell.text for line in cell.lines)
    if not rest or not upper:
        return upper
    at = next((place for place, cell in enumerate(upper) if cell.text), 0)
    return (*upper[:at], replace(upper[at], lines=(*upper[at].lines, *rest)), *upper[at + 1 :])
