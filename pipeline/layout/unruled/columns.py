"""The words of a header and the texts of rows → how far the letters of each column reach."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

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
        for space in _SPACES:
            filled = merged([(text.x0, text.x1) for text in body], space * height)
            columns = _matched(heads, _under_one(filled, heads), height)
            if columns and not any(_side_by_side(own, ink) for ink in columns):
                return columns
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
    """Columns, each of a head and what stands below it, or of a head alone, in their order; None where it is unclear.

    A head may stand in the middle of its column and the figures at its right end, with space between them.
    """
    blank = len(heads) - len(filled)
    if blank < 0 or blank > _BLANK or len(heads) > _MOST:
        return None
    ways: list[tuple[float, list[Interval]]] = []
    for without in combinations(range(len(heads)), blank):
        rest = iter(filled)
        pairs = [(head, head if number in without else next(rest)) for number, head in enumerate(heads)]
        columns = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs]
        if all(a[1] < b[0] for a, b in pairwise(columns)):
            ways.append((sum(max(a[0] - b[1], b[0] - a[1], 0) for a, b in pairs), columns))
    ways.sort()
    if not ways or (len(ways) > 1 and ways[1][0] < ways[0][0] + height):
        return None
    return ways[0][1]
