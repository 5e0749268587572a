"""The words of a header → its cells: the head of each column, and those that stand over several columns.

The lines of a cell stand in its middle, one below the other, and a cell that stands beside another in the same rows of
the header has its middle at the same height. So a line that is as near to the one below it as the lines of a cell are,
and in its middle, is of the same cell, unless the cells beside it tell that it stands over them too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from yusuan.pipeline.layout.unruled.texts import Text, overlap

MIDDLE = 0.35
"""The middles of what stands in one middle are no further apart than this many letter heights."""
_GAP = 0.9
"""Lines of one cell have less than this many letter heights between them."""
_PITCH = 1.25
"""Lines of one cell are no further from each other than this many of the least distance in the header."""


class Head(NamedTuple):
    """The lines of one cell of a header, from the lowest to the highest, and the box around them."""

    lines: tuple[Text, ...]
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def x(self) -> float:
        """Its middle from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Its middle from top to bottom."""
        return (self.top + self.bottom) / 2


class Heads(NamedTuple):
    """The cells of a header: those of columns from left to right, and those over them from top to bottom."""

    columns: list[Head]
    over: list[Head]


def readings(words: Sequence[Text], height: float) -> list[Heads]:
    """The cells that the words of a header make: one way, or two where the upper lines of some cell may be one that
    stands over those beside it too.
    """
    lowest = [word for word in words if not any(_is_below(other, word, height) for other in words)]
    lowest.sort(key=lambda word: word.x0)
    chains = [_chain(word, words, lowest, height) for word in lowest]
    pitch = min((below.top - above.top for chain in chains for below, above in pairwise(chain)), default=0.0)
    heads = [_head(_cut(chain, pitch)) for chain in chains]
    parted = [_parted(head, heads[at - 1 : at] + heads[at + 1 : at + 2], height) for at, head in enumerate(heads)]
    return [_heads(way, words, pitch, height) for way in ([heads] if parted == heads else [heads, parted])]


def _heads(heads: Sequence[Head], words: Sequence[Text], pitch: float, height: float) -> Heads:
    """The cells of columns, and those over them that the other words make."""
    between = _over_gaps(heads, height)
    columns = [head for head in heads if head not in between]
    used = {id(line) for head in columns for line in head.lines}
    rest = [word for word in words if id(word) not in used]
    over = [_head(chain) for chain in _chains_over(rest, pitch, height)]
    return Heads(columns, sorted(over, key=lambda head: head.y))


def _is_below(other: Text, word: Text, height: float) -> bool:
    return other.top >= word.bottom - height / 4 and overlap(other, word)


def _chain(lowest: Text, words: Sequence[Text], others: Sequence[Text], height: float) -> list[Text]:
    """A word at the foot of the header with those above it that may be of its cell, each in the middle of it."""
    chain = [lowest]
    x0, x1 = lowest.x0, lowest.x1
    while True:
        top = chain[-1].top
        above = [word for word in words if word.bottom <= top + height / 4 and word.x0 < x1 and x0 < word.x1]
        if not above:
            return chain
        near = max(above, key=lambda word: word.bottom)
        if (
            top - near.bottom > _GAP * height
            or abs(near.x0 + near.x1 - x0 - x1) > 2 * MIDDLE * height
            or any(other is not lowest and overlap(near, other) for other in others)
            or sum(word.bottom > near.bottom - height / 2 for word in above) > 1
        ):
            return chain
        chain.append(near)
        x0, x1 = min(x0, near.x0), max(x1, near.x1)


def _cut(chain: list[Text], pitch: float) -> list[Text]:
    """A chain up to the first line that is further away than lines of one cell are."""
    for at, (below, above) in enumerate(pairwise(chain), start=1):
        if below.top - above.top > _PITCH * pitch:
            return chain[:at]
    return chain


def _head(lines: Sequence[Text]) -> Head:
    return Head(
        tuple(lines),
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )


def _parted(head: Head, beside: Sequence[Head], height: float) -> Head:
    """A head without its upper lines where its lower ones have their middle at the height of those on both sides, and
    all have not: the upper ones may stand over those too.
    """
    for at in range(1, len(head.lines)):
        lower = _head(head.lines[:at])
        if len(beside) > 1 and all(
            abs(lower.y - other.y) <= MIDDLE * height < abs(head.y - other.y) for other in beside
        ):
            return lower
    return head


def _over_gaps(heads: Sequence[Head], height: float) -> list[Head]:
    """Those that seem to head a column and stand over the space between two others that are wholly below them, and at
    the height of no column's head.
    """
    found: list[Head] = []
    for before, head, after in zip(heads, heads[1:], heads[2:], strict=False):
        if min(before.top, after.top) >= head.bottom - height / 4:
            found.append(head)
    sure = [head for head in heads if head not in found]
    return [head for head in found if not any(abs(head.y - other.y) <= MIDDLE * height for other in sure)]


def _chains_over(words: Sequence[Text], pitch: float, height: float) -> list[list[Text]]:
    """Words over several columns, with those of one cell together."""
    chains: list[list[Text]] = []
    for word in sorted(words, key=lambda word: -word.top):
        for chain in chains:
            above = chain[-1]
            if (
                0 < above.top - word.top <= _PITCH * pitch
                and abs(word.x0 + word.x1 - above.x0 - above.x1) <= MIDDLE * height
                and not any(
                    other is not word and overlap(other, above)
                    for other in words
                    if abs(other.top - word.top) < height / 2
                )
            ):
                chain.append(word)
                break
        else:
            chains.append([word])
    return chains
