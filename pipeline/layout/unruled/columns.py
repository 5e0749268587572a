"""The words of a header and the texts of rows → how far the letters of each column reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from yusuan.pipeline.layout.unruled.texts import Interval, Text, above, merged, within

_SPACES = (0.5, 0.25, 0.1)
"""No letter of any row stands in a space between columns, which is so many letter heights wide: the first of these with
which there are as many columns as the header has."""
_NEXT = 0.1
"""Words of a header are parted by more than this many letter heights."""
_BLANK = 4
"""A header may have so many columns that are blank in all rows."""
_MOST = 40
"""A table has no more columns than this."""


def columns_of(body: Sequence[Text], header: Sequence[Text], height: float) -> list[Interval] | None:
    """How far the letters of each column reach, from left to right; None where header and rows do not go together."""
    lowest = [text for text in header if not any(above(text, other) for other in header)]
    between = [text for text in lowest if _between(text, lowest)]
    first = min((text.top for text in between), default=0.0) + height / 2
    for over in ([text for text in between if text.top < first], between, []):
        own = [text for text in lowest if text not in over]
        heads = merged([(text.x0, text.x1) for text in own], _NEXT * height)
        unclear = False
        for space in _SPACES:
            filled = merged([(text.x0, text.x1) for text in body], space * height)
            columns = _matched(heads, _under_one(filled, heads), height)
            unclear = unclear or columns == []
            if columns and not any(_side_by_side(own, ink) for ink in columns):
                return columns
        if unclear:
            return None  # which must not be settled by taking a word over several columns for the head of one
    return None


def _under_one(filled: Sequence[Interval], heads: Sequence[Interval]) -> list[Interval]:
    """What rows fill, that which stands under the same head made one: names at the left end, 合计 in the middle."""
    found: list[Interval] = []
    for ink in filled:
        head = next((head for head in heads if ink[0] < head[1] and head[0] < ink[1]), None)
        if found and head and found[-1][1] > head[0]:
            found[-1] = (found[-1][0], ink[1])
        else:
            found.append(ink)
    return found


def _between(text: Text, lowest: Sequence[Text]) -> bool:
    """Whether a word stands over the space between two others, so that it may span their columns."""
    under = [other for other in lowest if other.top >= text.bottom - (text.bottom - text.top) / 4]
    return any(other.x1 <= text.x0 for other in under) and any(other.x0 >= text.x1 for other in under)


def _side_by_side(texts: Sequence[Text], ink: Interval) -> bool:
    """Whether two words of a header stand in one column: the rows of two columns run into each other."""
    own = [text for text in texts if within(text, ink)]
    return any(a.x1 < b.x0 for a in own for b in own)


def _matched(heads: Sequence[Interval], filled: Sequence[Interval], height: float) -> list[Interval] | None:
    """Columns, each of a head and what stands below it, or of a head alone, in their order; empty where it is
    unclear, None where there is no way.

    A head may stand in the middle of its column and the figures at its right end, with space between them.
    """
    blank = len(heads) - len(filled)
    if blank < 0 or blank > _BLANK or len(heads) > _MOST:
        return None
    ways = [
        (sum(max(a[0] - b[1], b[0] - a[1], 0) for a, b in pairs), pairs) for pairs in _in_order(heads, filled, blank)
    ]
    ways.sort()
    if not ways:
        return None
    if (len(ways) > 1 and ways[1][0] < ways[0][0] + height) or _may_be_another(ways[0][1]):
        return []
    return [_both(head, ink) for head, ink in ways[0][1]]


def _may_be_another(pairs: Sequence[tuple[Interval, Interval]]) -> bool:
    """Whether what rows fill may belong to a head that was taken for blank: it stands beside its own, and no column
    whose figures stand under its head is between them. Figures right in a wide column are nearer to the next head.
    """
    blank = loose = False
    for head, ink in pairs:
        if ink is head:
            blank = True
        elif ink[0] < head[1] and head[0] < ink[1]:
            blank = loose = False
        else:
            loose = True
        if blank and loose:
            return True
    return False


def _in_order(
    heads: Sequence[Interval], filled: Sequence[Interval], blank: int, after: float = -inf
) -> Iterator[list[tuple[Interval, Interval]]]:
    """All ways to give each head what rows fill below it, or itself where it is one of the `blank`, so that no column
    reaches into that before it. Ways that begin wrongly are not gone on with, which leaves few of very many.
    """
    if not heads:
        yield []
        return
    own = [(filled[0], filled[1:], blank)] if filled else []
    if blank:
        own.append((heads[0], filled, blank - 1))
    for ink, rest, blanks in own:
        column = _both(heads[0], ink)
        if column[0] > after:
            for further in _in_order(heads[1:], rest, blanks, column[1]):
                yield [(heads[0], ink), *further]


def _both(a: Interval, b: Interval) -> Interval:
    return min(a[0], b[0]), max(a[1], b[1])
