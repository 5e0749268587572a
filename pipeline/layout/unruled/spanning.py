"""The words of a header → those that stand over several columns, and over which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, repeat
from math import comb
from typing import NamedTuple

from yusuan.pipeline.layout.unruled.texts import Interval, Text, stands_over

_OFF = 0.2
"""A word that spans columns stands in their middle but for this part of their width,"""
_AWAY = 2.5
"""and for no more than this many letter heights."""
_WAYS = 5000
"""Where there are more ways to share columns out, none is looked for."""


class Spanning(NamedTuple):
    """A word of the header over columns [first, last], and the line below it."""

    text: Text
    top: float
    bottom: float
    first: int
    last: int


class _Parent(NamedTuple):
    """A word of the header with others below it: the columns that it stands over, and the words under it, or beside
    those, by their columns.
    """

    text: Text
    over: list[int]
    parts: dict[int, Text]


def spanning_words(header: Sequence[Text], inks: Sequence[Interval], height: float) -> list[Spanning] | None:
    """The words of a header that stand over several columns; None where it is not clear over which.

    `inks` are the columns: how far their letters reach.
    """
    levels: list[list[_Parent]] = []
    for text in sorted(header, key=lambda text: text.top):
        over = [number for number, ink in enumerate(inks) if stands_over(text, ink)] or _beside(text, inks)
        parts = _under(text, over, header, inks, height)
        if not parts:
            if len(over) > 1:
                return None
            continue
        if not levels or text.top - levels[-1][0].text.top > height / 2:
            levels.append([])
        levels[-1].append(_Parent(text, over, parts))
    found: list[Spanning] = []
    lone: list[tuple[_Parent, int]] = []
    for level in levels:
        level.sort(key=lambda parent: parent.text.x0)
        spans = _shared(level, inks, height) or _each(level, inks, height)
        if spans is None:
            return None
        for parent, (a, b) in zip(level, spans, strict=True):
            text, _, parts = parent
            if a == b:
                lone.append((parent, a))
            else:
                below = min(part.top for number, part in parts.items() if a <= number <= b)
                found.append(Spanning(text, text.top, (text.bottom + below) / 2, a, b))
    if any(_may_span(parent, column, found, header, inks, height) for parent, column in lone):
        return None
    return found if _all_spanned(found, header, inks, height) else None


def _may_span(
    parent: _Parent,
    column: int,
    spanning: Sequence[Spanning],
    header: Sequence[Text],
    inks: Sequence[Interval],
    height: float,
) -> bool:
    """Whether a word that seems to head one column may span more: a word beside the one below it has none above it."""
    text, lower = parent.text, parent.parts[column]
    level = [word for word in spanning if abs(word.top - text.top) < height / 2]
    for number in (column - 1, column + 1):
        if not 0 <= number < len(inks) or any(word.first <= number <= word.last for word in level):
            continue
        own = [t.top for t in header if stands_over(t, inks[number]) and t.top > text.top - height / 2]
        if own and min(own) > text.bottom - height / 4 and abs(min(own) - lower.top) < height / 4:
            return True
    return False


def _shared(level: Sequence[_Parent], inks: Sequence[Interval], height: float) -> list[tuple[int, int]] | None:
    """All columns with words under those of a level, shared out among these, so that each stands in the middle of its
    own; None where that cannot be.
    """
    columns = sorted({number for parent in level for number in parent.parts})
    if comb(len(columns) - 1, len(level) - 1) > _WAYS:
        return None
    ways: list[tuple[float, list[tuple[int, int]]]] = []
    for cuts in combinations(range(1, len(columns)), len(level) - 1):
        spans = [(columns[a], columns[b - 1]) for a, b in pairwise((0, *cuts, len(columns)))]
        if sum(b - a + 1 for a, b in spans) == len(columns) and all(
            map(_stands, level, spans, repeat(inks), repeat(height))
        ):
            ways.append((sum(_off(parent.text, inks, span) for parent, span in zip(level, spans, strict=True)), spans))
    return min(ways)[1] if ways else None


def _each(level: Sequence[_Parent], inks: Sequence[Interval], height: float) -> list[tuple[int, int]] | None:
    """For each word of a level the columns in whose middle it stands, as many as there are: over three it stands just
    over the second. None where that cannot be.
    """
    found: list[tuple[int, int]] = []
    for parent in level:
        first, last = min([*parent.parts, *parent.over]), max([*parent.parts, *parent.over])
        spans = [
            (a, b)
            for a in range(first, last + 1)
            for b in range(a, last + 1)
            if all(number in parent.parts for number in range(a, b + 1)) and _stands(parent, (a, b), inks, height)
        ]
        if not spans:
            return None
        least = min(_off(parent.text, inks, span) for span in spans)
        near = [span for span in spans if _off(parent.text, inks, span) <= least + height / 2]
        found.append(max(near, key=lambda span: span[1] - span[0]))
    return found


def _stands(parent: _Parent, span: tuple[int, int], inks: Sequence[Interval], height: float) -> bool:
    """Whether a word stands over the middle of columns, and over no other."""
    a, b = span
    wide = inks[b][1] - inks[a][0]
    most = max(min(_OFF * wide, _AWAY * height), height / 2)
    return all(a <= number <= b for number in parent.over) and _off(parent.text, inks, span) <= most


def _off(text: Text, inks: Sequence[Interval], span: tuple[int, int]) -> float:
    return abs(inks[span[0]][0] + inks[span[1]][1] - text.x0 - text.x1) / 2


def _beside(text: Text, inks: Sequence[Interval]) -> list[int]:
    """The columns to both sides of a word that stands over the space between them."""
    after = sum(ink[1] <= text.x0 for ink in inks)
    return [after - 1, after] if 0 < after < len(inks) else []


def _all_spanned(spanning: Sequence[Spanning], header: Sequence[Text], inks: Sequence[Interval], height: float) -> bool:
    """Whether no two words of one height span a column, and each word lower than one that spans has one above it."""
    for word in spanning:
        level = [other for other in spanning if abs(other.top - word.top) < height / 2]
        if any(other is not word and other.first <= word.last and word.first <= other.last for other in level):
            return False
        tops = [
            t.top
            for t in header
            for n in range(word.first, word.last + 1)
            if t.top > word.bottom and stands_over(t, inks[n])
        ]
        for number, ink in enumerate(inks):
            if any(other.first <= number <= other.last for other in level):
                continue
            own = [text for text in header if stands_over(text, ink)]
            if (
                own
                and all(text.top > word.bottom for text in own)
                and any(abs(own[0].top - top) < height / 4 for top in tops)
            ):
                return False
    return True


def _under(
    text: Text, over: Sequence[int], header: Sequence[Text], inks: Sequence[Interval], height: float
) -> dict[int, Text]:
    """The words on the next line under a word, by their columns, of those that have no other word beside it."""
    lower = {
        number: other
        for other in sorted(header, key=lambda other: -other.top)
        if other.top >= text.bottom - height / 4
        for number, ink in enumerate(inks)
        if stands_over(other, ink)
    }
    near = [lower[number].top for number in over if number in lower]
    if not near:
        return {}
    beside = {
        number
        for other in header
        if other is not text and other.top < text.bottom - height / 4 and text.top < other.bottom
        for number, ink in enumerate(inks)
        if stands_over(other, ink)
    }
    return {number: other for number, other in lower.items() if other.top < min(near) + height and number not in beside}
