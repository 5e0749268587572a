"""Which figure is wrong: the one whose change would make the failing identities hold.

A slip breaks every identity that the figure takes part in. Among figures, not cells (`figures.py`), the one is looked
for whose change mends more than it breaks; so are two amounts of a row in each other's place. Where nothing else does
as well, it is to blame; where several do, or none mends more than it breaks, nobody is, and the identity is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.likely import unlikely
from yusuan.pipeline.prove.slips import changes, swaps
from yusuan.pipeline.prove.standing import Move, Standing, cells_of
from yusuan.pipeline.prove.weighing import repeated, score


@dataclass(frozen=True, slots=True)
class Culprit:
    """What is wrong, and the identities that its change would mend.

    `candidates` are the cells of all moves that would do as well, its own first; none where every change would break as
    much as it mends. Then `even` are the cells of those that would break no more.
    """

    move: Move
    explains: tuple[Identity, ...]
    candidates: tuple[tuple[Key, ...], ...]
    even: tuple[tuple[Key, ...], ...] = ()

    @property
    def sure(self) -> bool:
        """Whether this is wrong, and nothing else can be."""
        return len(self.candidates) == 1

    @property
    def keys(self) -> tuple[Key, ...]:
        """The cells that are wrong."""
        return cells_of(self.move)

    @property
    def key(self) -> Key:
        """The first of them."""
        return self.move[0][0][0]

    @property
    def change(self) -> int:
        """By how much, in fen, that is to be changed."""
        return self.move[0][1]

    @property
    def swapped(self) -> tuple[Key, Key] | None:
        """The two cells that stand in each other's place, if that is what is wrong."""
        return (self.key, self.move[1][0][0]) if len(self.move) > 1 else None


def culprits(identities: Sequence[Identity], ledger: Ledger, apart: bool = False) -> list[Culprit]:
    """The wrong figures of a document, one for each slip, those that are sure and explain most first.

    With `apart`, those that are rounded otherwise than the same amounts elsewhere, instead of the wrong ones.
    """
    if not any(i.certain and (i.apart if apart else not i.holds) for i in identities):
        return []
    standing = Standing(identities, ledger, apart)
    return [culprit for together in standing.groups() for culprit in _of_group(standing, together)]


_MANY = 60
"""So many identities that fail together, three times as many as in any document that is known, are no slips."""


def _of_group(standing: Standing, failing: list[int]) -> Iterator[Culprit]:
    failing = standing.left(failing)  # what was mended in another group may have mended some
    if len(failing) > _MANY:
        yield _nobody(standing, failing)
        return
    while failing:
        best = _best(standing, failing)
        yield best
        failing = _settled(standing, best, failing)


def _nobody(standing: Standing, failing: Sequence[int]) -> Culprit:
    """What fails without anybody to blame, at the first of its cells, in whatever order it was claimed."""
    explained = tuple(sorted((standing.identities[number] for number in failing), key=lambda i: (i.keys, i.rule)))
    first = explained[0]
    return Culprit(((first.keys[:1], -first.difference if first.left else first.difference),), explained, ())


def _best(standing: Standing, failing: Sequence[int]) -> Culprit:
    """The likeliest culprit for any of what fails."""
    left = frozenset(failing)
    moves = {move: standing.mended(move, left) for move in (*changes(standing, failing), *swaps(standing, failing))}
    if not moves:
        return _nobody(standing, [min(failing, key=lambda number: standing.identities[number].keys)])
    scores = {move: score(standing, move, mended, left) for move, mended in moves.items()}
    # The two best for each identity tell whether a move has a rival.
    best_two: dict[int, list[Move]] = defaultdict(list)
    for move in sorted(moves, key=lambda move: scores[move], reverse=True):
        cells = cells_of(move)
        for number in moves[move]:
            two = best_two[number]
            # By how much a figure is wrong, two sums may tell otherwise within their rounding; it is one figure.
            if not two or (len(two) < 2 and cells_of(two[0]) != cells):
                two.append(move)

    def has_rival(move: Move) -> bool:
        near = {other for number in moves[move] for other in best_two[number] if cells_of(other) != cells_of(move)}
        return any(scores[other] >= scores[move] for other in near)

    # A figure that alone explains what it explains comes before several that explain more together.
    best = min(
        moves,
        key=lambda move: (
            not (scores[move][0] > 0 and not has_rival(move)),
            all(standing.identities[number].weak for number in moves[move]),
            *(-part for part in scores[move]),
            *_rank(standing, move, moves[move]),
        ),
    )
    explained = tuple(standing.identities[number] for number in sorted(moves[best]))
    if scores[best][0] <= 0:
        # That the prose repeats a figure does not make it right where it would be as likely as others.
        even = (
            m
            for m, score in scores.items()
            if not score[0] + repeated(standing, m) and not moves[m].isdisjoint(moves[best])
        )
        return replace(_nobody(standing, sorted(moves[best])), even=tuple(cells_of(move) for move in even))
    own = cells_of(best)
    explained += tuple(standing.identities[n] for n in sorted(_within_rounding(standing, best, moves) - moves[best]))
    rivals = [
        cells_of(other)
        for other, score in scores.items()
        if cells_of(other) != own and score >= scores[best] and not moves[other].isdisjoint(moves[best])
    ]
    return Culprit(best, explained, (own, *dict.fromkeys(rivals)))


def _within_rounding(standing: Standing, best: Move, moves: Mapping[Move, frozenset[int]]) -> frozenset[int]:
    """What the same figure explains besides, changed by a little more or less, as rounding allows two sums."""
    own, wide = cells_of(best), max(standing.identities[number].tolerance for number in moves[best])
    return frozenset(
        number
        for move, mended in moves.items()
        if len(move) == 1 and cells_of(move) == own
        for number in mended
        if abs(move[0][1] - best[0][1])
        <= wide + standing.identities[number].tolerance + _of_blank(standing, own[0], number)
    )


def _of_blank(standing: Standing, key: Key, number: int) -> int:
    """What the rounding of an amount that is not there adds to that of two sums."""
    if standing.ledger.printed(key) is not None:
        return 0
    others = map(standing.ledger.printed, standing.identities[number].keys)
    return max((held.amount.step for held in others if held and held.amount.step > 1), default=0)


def _settled(standing: Standing, culprit: Culprit, failing: Sequence[int]) -> list[int]:
    """What still fails if a culprit that is sure were mended; what others explain is not looked at again."""
    explained = set(map(id, culprit.explains))
    if culprit.sure and not all(identity.weak for identity in culprit.explains):
        standing.mend(culprit.move)
    return standing.left([number for number in failing if id(standing.identities[number]) not in explained])


def _rank(standing: Standing, move: Move, explained: Iterable[int]) -> tuple[int, bool, bool, int, Move]:
    """Among equals, the sum itself rather than one of its parts, and the likelier slip."""
    (cells, change), *_ = move
    is_sum = any(key in standing.identities[number].left for number in explained for key in cells)
    return (0 if is_sum else 1, *unlikely(cells[0], change, standing.ledger), move)
