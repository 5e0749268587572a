"""What a change of figures does to the identities of a document: what it mends, by weight, less what it breaks."""

from __future__ import annotations

from yusuan.pipeline.prove.identities import SAID
from yusuan.pipeline.prove.standing import Move, Standing, cells_of

Score = tuple[int, int, int, int]
"""What identities a move mends less those it breaks, by their weight; what it mends; how many more it makes exact; and
less one where it changes several cells: that a figure stands in three places and not in two says nothing.
"""


def score(standing: Standing, move: Move, explained: frozenset[int], failing: frozenset[int]) -> Score:
    """What a move does that mends what is `explained` of all that is `failing`."""
    mended, broken, exact = sum(map(standing.weight, explained)), 0, 0
    cells = cells_of(move)
    for number in standing.touched(cells):
        if number in failing:
            continue
        before, after = standing.off[number], standing.off[number] + standing.shift(number, move)
        allowed = standing.allowed(number)
        mended += standing.weight(number) * (abs(before) > allowed >= abs(after))
        broken += standing.weight(number) * (abs(after) > allowed >= abs(before))
        exact += bool(before and not after) - bool(after and not before)
    return mended - broken, mended, exact, -int(len(cells) > 1)


def repeated(standing: Standing, move: Move) -> int:
    """The weight of what the prose says that a move would break."""
    return sum(
        standing.weight(number)
        for number in standing.touched(cells_of(move))
        if standing.identities[number].rule == SAID
        and abs(standing.off[number])
        <= standing.allowed(number)
        < abs(standing.off[number] + standing.shift(number, move))
    )
