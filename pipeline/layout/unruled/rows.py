"""The lines of a table without lines between its rows → where its rows end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yusuan.pipeline.layout.unruled.texts import AMOUNT, Interval, Text, Texts, within
from yusuan.schemas.vocabulary.enumerators import BRACKETED, CHINESE

_FIGURE = re.compile(r"[-−–—]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?%?")
ENUMERATED = re.compile(rf"(?:\d{{3,7}}|{CHINESE}|{BRACKETED})")
_CLEARLY = 1.6
"""Spaces between rows are so many times as wide as those between the lines of one name."""
_FULL = 1.5
"""A name with less room than this many letter heights may go on in the next line."""


def between_rows(printed: Sequence[Texts], inks: Sequence[Interval], height: float) -> list[float] | None:
    """The places between the rows of a table's body, from top to bottom; None where it is not clear what its rows are.

    A name that goes on in a second line stands nearer to itself than to the rows above and below, beside their figures.
    """
    found: list[list[Text]] = []
    for line in printed:
        for text in sorted(line, key=lambda text: text.top):
            if found and text.top < max(other.bottom for other in found[-1]):
                found[-1].append(text)
            else:
                found.append([text])
    gaps = [min(t.top for t in b) - max(t.bottom for t in a) for a, b in pairwise(found)]
    for least in sorted({0.0, *gaps}):
        rows: list[list[Text]] = [list(found[0])]
        for gap, texts in zip(gaps, found[1:], strict=True):
            if gap < least:
                rows[-1] += texts
            else:
                rows.append(list(texts))
        if any(_figures_twice(row, inks) for row in rows):
            return None
        merged, kept = [gap for gap in gaps if gap < least], [gap for gap in gaps if gap >= least]
        if merged and kept and min(kept) < _CLEARLY * max(*merged, height / 4):
            continue
        if all(_is_row(row) or not _goes_on(above, row, inks, height) for above, row in pairwise([[], *rows])):
            return [(max(t.bottom for t in a) + min(t.top for t in b)) / 2 for a, b in pairwise(rows)]
    return None


def _figures_twice(row: Sequence[Text], inks: Sequence[Interval]) -> bool:
    return any(sum(AMOUNT.fullmatch(t.said) is not None and within(t, ink) for t in row) > 1 for ink in inks)


def _is_row(row: Sequence[Text]) -> bool:
    """Whether a row says what it is by itself: it has figures, or begins with a number."""
    return any(_FIGURE.fullmatch(text.said) for text in row) or any(ENUMERATED.match(text.said) for text in row)


def _goes_on(above: Sequence[Text], row: Sequence[Text], inks: Sequence[Interval], height: float) -> bool:
    """Whether a row without figures may be a part of the name above it, or of that below it: they fill their column."""
    ends = [ink[1] for text in row for ink in inks if within(text, ink)]
    return any(text.x1 > end - _FULL * height for text in (*above, *row) for end in ends if text.x0 < end)
