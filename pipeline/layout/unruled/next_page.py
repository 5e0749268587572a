"""Rows of a page without a header → a table that goes on with that of the page before, if they stand in its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from yusuan.pipeline.layout.unruled.drawing import Told, told
from yusuan.pipeline.layout.unruled.texts import AMOUNT, Interval, Text, Texts, within
from yusuan.pipeline.read.page import Rule
from yusuan.schemas.vocabulary.around import TOTALS

_ALIGNED = 0.3
"""Amounts of one column end, or have their middles, no further from each other than this many letter heights."""


class Before(NamedTuple):
    """The table that a page ends with: its borders between columns, and how far the amounts of each column reach."""

    borders: list[float]
    amounts: list[list[Interval]]


def continued(before: Before, rows: Sequence[Texts], across: Sequence[Rule], height: float) -> Told | None:
    """The table that rows go on with; None where some text does not stand in its columns."""
    body = [text for line in rows for text in line]
    borders = before.borders
    if any(
        text.x0 < borders[0] or text.x1 > borders[-1] or (text.said not in TOTALS and _crosses(text, borders))
        for text in body
    ):
        return None
    for column, there in zip(pairwise(borders), before.amounts, strict=True):
        here = [(text.x0, text.x1) for text in body if AMOUNT.fullmatch(text.said) and within(text, column)]
        if here and not (_alike(here, there, height, _end) or _alike(here, there, height, _middle)):
            return None
    top, end = min(text.top for text in body), max(text.bottom for text in body)
    near = [rule for rule in across if top - height < rule.position < end + height]
    return told(list(borders), (), (), rows, near, height)


def _crosses(text: Text, borders: Sequence[float]) -> bool:
    return any(text.x0 < border < text.x1 for border in borders)


def _end(ink: Interval) -> float:
    return ink[1]


def _middle(ink: Interval) -> float:
    return (ink[0] + ink[1]) / 2


def _alike(
    here: Sequence[Interval], there: Sequence[Interval], height: float, place: Callable[[Interval], float]
) -> bool:
    at = [place(ink) for ink in (*here, *there)]
    return bool(there) and max(at) - min(at) <= _ALIGNED * height
