"""The heads of columns and what stands below them → where the borders between the columns may be.

Each head stands in the middle of its column, and no letter crosses a border. So a border tells the next one, as far on
the other side of the head between them, and there are few places where all of them fit; the table is read where there
is but one for each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from yusuan.pipeline.layout.unruled.heads import Head
from yusuan.pipeline.layout.unruled.texts import AMOUNT, FIGURE, Interval, Text, merged

_NONE = re.compile(r"0|[-−–—]+")
"""An amount of nothing, which is no code."""
_BEYOND = 1e4
"""No page is wider than this (points)."""
_EDGE = 0.2
"""Figures end at one place that end no further from each other than this many letter heights."""
_SLACK = 0.5
"""A head stands in the middle of its column to half of this many letter heights."""
_LINE_END = 1.5
"""A border is as near as this (points) to where the lines between rows end."""


def borders_of(
    heads: Sequence[Head], body: Sequence[Text], height: float, sides: Interval | None = None
) -> list[Interval] | None:
    """Where each border may be, those around all columns too; None where it is not clear between which letters.

    `sides` are where lines between rows begin and end.
    """
    to_right = _end_at_one_place(body, height)
    options: list[list[Interval]] = []
    for before, after in zip((None, *heads), (*heads, None), strict=True):
        low = before.x1 if before else 0.0
        high = after.x0 if after else _BEYOND
        if before is None and sides:
            low, high = sides[0] - _LINE_END, min(high, sides[0] + _LINE_END)
        if after is None and sides:
            low, high = max(low, sides[1] - _LINE_END), sides[1] + _LINE_END
        if before is not None and after is not None:
            options.append(_free(low, high, body, to_right, height))
        else:
            inks = merged([(text.x0, text.x1) for text in body], 0.0)
            outer = [ink[0] for ink in inks[:1]] if before is None else [ink[1] for ink in inks[-1:]]
            # What stands beyond the outermost head is of its column.
            low, high = (low, min([high, *outer])) if before is None else (max([low, *outer]), high)
            options.append([(low, high)] if low < high else [])
    found = _fitting(options, [None if _begins(head, body, height) else head.x for head in heads], _SLACK * height)
    if any(len(places) != 1 for places in found):
        return None
    borders = [places[0] for places in found]
    for before, border, after in zip(heads, borders[1:], heads[1:], strict=False):
        if not all(_is_natural(texts, border) for texts in _between(before.x1, after.x0, body)):
            return None
    return borders


def _begins(head: Head, body: Sequence[Text], height: float) -> bool:
    """Whether a head begins where the texts below it do, so that it may not stand in the middle of its column."""
    below = [text.x0 for text in body if text.x0 < head.x1 and head.x0 < text.x1 and not FIGURE.fullmatch(text.said)]
    return bool(below) and abs(min(below) - head.x0) <= _EDGE * height


def _between(low: float, high: float, body: Sequence[Text]) -> list[list[Text]]:
    """The texts that stand wholly between two heads, those together that stand above or below each other."""
    inks = merged([(text.x0, text.x1) for text in body if text.x0 < high and low < text.x1], 0.0)
    return [[text for text in body if x0 <= text.x0 and text.x1 <= x1] for x0, x1 in inks if low <= x0 and x1 <= high]


def _is_natural(texts: Sequence[Text], border: Interval) -> bool:
    """Whether texts beside their head stand there as texts do: amounts behind it, other texts before it."""
    amounts = any(AMOUNT.fullmatch(text.said) or _NONE.fullmatch(text.said) for text in texts)
    behind = max(text.x1 for text in texts) <= border[0]
    return behind == amounts


def _free(low: float, high: float, body: Sequence[Text], to_right: bool, height: float) -> list[Interval]:
    """The places between two heads where no letter stands.

    Amounts that end at one place are left of the next head, and so of the column before it; texts that begin at one
    place are right of the head before, and so of the column behind it.
    """
    if low >= high:
        return []
    inks = merged([(text.x0, text.x1) for text in body if text.x0 < high and low < text.x1], 0.0)
    found: list[Interval] = []
    start = low
    for x0, x1 in inks:
        if x0 > start:
            found.append((start, x0))
        start = max(start, x1)
        if low < x0 and x1 < high:
            inside = [text for text in body if x0 <= text.x0 and text.x1 <= x1]
            amounts = any(AMOUNT.fullmatch(text.said) or _NONE.fullmatch(text.said) for text in inside)
            if amounts and to_right and all(FIGURE.fullmatch(text.said) for text in inside):
                found.clear()
            elif not amounts and _begin_at_one_place(inside, height):
                start = high
                break
    if start < high:
        found.append((start, high))
    return found


def _begin_at_one_place(texts: Sequence[Text], height: float) -> bool:
    """Whether texts begin at one place that are not all as wide as each other."""
    wide = [text.x1 - text.x0 for text in texts]
    return max(wide) - min(wide) > height and max(t.x0 for t in texts) - min(t.x0 for t in texts) <= _EDGE * height


def _end_at_one_place(body: Sequence[Text], height: float) -> bool:
    """Whether the figures of each column end at one place, of figures that are not all as wide as each other."""
    columns: dict[Interval, list[Text]] = defaultdict(list)
    figures = [text for text in body if AMOUNT.fullmatch(text.said)]
    inks = merged([(text.x0, text.x1) for text in figures], 0.0)
    for text in figures:
        columns[next(ink for ink in inks if ink[0] <= text.x0 <= ink[1])].append(text)
    several = [
        texts
        for texts in columns.values()
        if max(t.x1 - t.x0 for t in texts) - min(t.x1 - t.x0 for t in texts) > height
    ]
    return bool(several) and all(
        max(t.x1 for t in texts) - min(t.x1 for t in texts) <= _EDGE * height for texts in several
    )


def _fitting(
    options: Sequence[Sequence[Interval]], middles: Sequence[float | None], slack: float
) -> list[list[Interval]]:
    """Of the places where borders may be those in which all heads, but for those without a middle, stand in the middle
    of two, to `slack`.
    """
    found = [list(places) for places in options]
    for at, middle in enumerate(middles):
        found[at + 1] = _meet(found[at + 1], _mirrored(found[at], middle, slack))
    for at, middle in reversed(list(enumerate(middles))):
        found[at] = _meet(found[at], _mirrored(found[at + 1], middle, slack))
    return found


def _mirrored(places: Sequence[Interval], middle: float | None, slack: float) -> list[Interval]:
    if middle is None:
        return [(0.0, _BEYOND)] if places else []
    return [(2 * middle - slack - high, 2 * middle + slack - low) for low, high in places]


def _meet(places: Sequence[Interval], others: Sequence[Interval]) -> list[Interval]:
    """What lies in a place of both; each of the first stays one."""
    found: list[Interval] = []
    for low, high in places:
        parts = [(max(low, a), min(high, b)) for a, b in others if max(low, a) < min(high, b)]
        if parts:
            found.append((min(a for a, _ in parts), max(b for _, b in parts)))
    return found
