"""Which figure is wrong: the one whose change would make the failing identities hold.

A slip breaks every identity that the figure takes part in. Among figures, not cells (`figures.py`), the one is looked
for whose change mends more than it breaks; so are two amounts of a row in each other's place. Where nothing else does
as well, it is to blame; where several do, or none mends more than it breaks, nobody is, and the identity is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yusuan.pipeline.prove.figures import Figures, figures
from yusuan.pipeline.prove.identities import SAID, Identity, Key, Ledger
from yusuan.pipeline.prove.likely import unlikely

Part = tuple[tuple[Key, ...], int]
"""A figure, by the cells that it is printed in, and its change in fen."""
Move = tuple[Part, ...]
"""What would mend something: the change of one figure, or two amounts of a row in each other's place."""
Score = tuple[int, int, int, int]
"""What identities a move mends less those it breaks, by their weight; what it mends; how many more it makes exact; and
less one where it changes several cells: that a figure stands in three places and not in two says nothing.
"""


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
        return _cells_of(self.move)

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


def _cells_of(move: Move) -> tuple[Key, ...]:
    return tuple(key for cells, _ in move for key in cells)


def culprits(identities: Sequence[Identity], ledger: Ledger, apart: bool = False) -> list[Culprit]:
    """The wrong figures of a document, one for each slip, those that are sure and explain most first.

    With `apart`, those that are rounded otherwise than the same amounts elsewhere, instead of the wrong ones.
    """
    if not any(i.certain and (i.apart if apart else not i.holds) for i in identities):
        return []
    state = _State(identities, ledger, apart)
    return [culprit for together in state.groups() for culprit in _of_group(state, together)]


_MANY = 60
"""So many identities that fail together, three times as many as in any document that is known, are no slips."""


def _of_group(state: _State, failing: list[int]) -> Iterator[Culprit]:
    failing = state.left(failing)  # what was mended in another group may have mended some
    if len(failing) > _MANY:
        yield state.nobody(failing)
        return
    while failing:
        best = state.best(failing)
        yield best
        failing = state.settled(best, failing)


class _State:
    """The identities of a document, and by how much each is off after the culprits that were found."""

    def __init__(self, identities: Sequence[Identity], ledger: Ledger, apart: bool) -> None:
        self._identities, self._ledger, self._apart = identities, ledger, apart
        self._off = [identity.difference for identity in identities]
        self._failing = {n for n, i in enumerate(identities) if i.certain and (i.apart if apart else not i.holds)}
        self._figures: Figures = figures((i for i in identities if not (apart and i.apart)), ledger)
        self._of: dict[Key, dict[int, int]] = defaultdict(dict)
        """For each cell, the identities that it is in: how often on the left side, less how often on the right."""
        for number, identity in enumerate(identities):
            for side, sign in ((identity.left, 1), (identity.right, -1)):
                for key in side:
                    self._of[key][number] = self._of[key].get(number, 0) + sign

    def groups(self) -> list[list[int]]:
        """The failing identities, those together that may have a culprit in common."""
        groups: list[list[int]] = []
        of_row: dict[tuple[str, int], set[int]] = defaultdict(set)
        for number in self._failing:
            for table, index, _ in self._identities[number].keys:
                of_row[table, index].add(number)
        left = dict.fromkeys(sorted(self._failing))
        while left:
            group, todo = [], [left.popitem()[0]]
            while todo:
                group.append(number := todo.pop())
                cells = {cell for key in self._identities[number].keys for cell in self._cells(key)}
                near = {n for cell in cells for n in (*self._of.get(cell, ()), *of_row[cell[:2]]) if n in left}
                todo += sorted(near)
                for n in near:
                    del left[n]
            groups.append(sorted(group))
        return sorted(groups)

    def nobody(self, failing: Sequence[int]) -> Culprit:
        """What fails without anybody to blame, at the first of its cells, in whatever order it was claimed."""
        explained = tuple(sorted((self._identities[number] for number in failing), key=lambda i: (i.keys, i.rule)))
        first = explained[0]
        return Culprit(((first.keys[:1], -first.difference if first.left else first.difference),), explained, ())

    def best(self, failing: Sequence[int]) -> Culprit:
        """The likeliest culprit for any of what fails."""
        left = frozenset(failing)
        moves = {move: self._mended(move, left) for move in (*self._moves(failing), *self._swaps(failing))}
        if not moves:
            return self.nobody([min(failing, key=lambda number: self._identities[number].keys)])
        scores = {move: self._score(move, mended, left) for move, mended in moves.items()}
        # The two best for each identity tell whether a move has a rival.
        best_two: dict[int, list[Move]] = defaultdict(list)
        for move in sorted(moves, key=lambda move: scores[move], reverse=True):
            cells = _cells_of(move)
            for number in moves[move]:
                two = best_two[number]
                # By how much a figure is wrong, two sums may tell otherwise within their rounding; it is one figure.
                if not two or (len(two) < 2 and _cells_of(two[0]) != cells):
                    two.append(move)

        def has_rival(move: Move) -> bool:
            near = {
                other for number in moves[move] for other in best_two[number] if _cells_of(other) != _cells_of(move)
            }
            return any(scores[other] >= scores[move] for other in near)

        # A figure that alone explains what it explains comes before several that explain more together.
        best = min(
            moves,
            key=lambda move: (
                not (scores[move][0] > 0 and not has_rival(move)),
                all(self._identities[number].weak for number in moves[move]),
                *(-part for part in scores[move]),
                *self._rank(move, moves[move]),
            ),
        )
        explained = tuple(self._identities[number] for number in sorted(moves[best]))
        if scores[best][0] <= 0:
            # That the prose repeats a figure does not make it right where it would be as likely as others.
            even = (
                m
                for m, score in scores.items()
                if not score[0] + self._repeated(m) and not moves[m].isdisjoint(moves[best])
            )
            return replace(self.nobody(sorted(moves[best])), even=tuple(_cells_of(move) for move in even))
        own = _cells_of(best)
        explained += tuple(self._identities[n] for n in sorted(self._within_rounding(best, moves) - moves[best]))
        rivals = [
            _cells_of(other)
            for other, score in scores.items()
            if _cells_of(other) != own and score >= scores[best] and not moves[other].isdisjoint(moves[best])
        ]
        return Culprit(best, explained, (own, *dict.fromkeys(rivals)))

    def _within_rounding(self, best: Move, moves: Mapping[Move, frozenset[int]]) -> frozenset[int]:
        """What the same figure explains besides, changed by a little more or less, as rounding allows two sums."""
        own, wide = _cells_of(best), max(self._identities[number].tolerance for number in moves[best])
        return frozenset(
            number
            for move, mended in moves.items()
            if len(move) == 1 and _cells_of(move) == own
            for number in mended
            if abs(move[0][1] - best[0][1])
            <= wide + self._identities[number].tolerance + self._of_blank(own[0], number)
        )

    def _of_blank(self, key: Key, number: int) -> int:
        """What the rounding of an amount that is not there adds to that of two sums."""
        if self._ledger.printed(key) is not None:
            return 0
        others = map(self._ledger.printed, self._identities[number].keys)
        return max((held.amount.step for held in others if held and held.amount.step > 1), default=0)

    def settled(self, culprit: Culprit, failing: Sequence[int]) -> list[int]:
        """What still fails if a culprit that is sure were mended; what others explain is not looked at again."""
        explained = set(map(id, culprit.explains))
        if culprit.sure and not all(identity.weak for identity in culprit.explains):
            for number in self._touched(culprit.keys):
                self._off[number] += self._shift(number, culprit.move)
        return self.left([number for number in failing if id(self._identities[number]) not in explained])

    def left(self, failing: Sequence[int]) -> list[int]:
        """Those of some identities that still fail."""
        return [n for n in failing if (self._off[n] if self._apart else abs(self._off[n]) > self._allowed(n))]

    def _moves(self, failing: Sequence[int]) -> list[Move]:
        """The changes of figures that would mend one failing identity at least, each once."""
        moves: dict[Move, None] = {}
        for number in failing:
            for key in self._identities[number].keys:
                cells = self._cells(key)
                times = self._times(number, cells)
                if not times:  # tied to itself by others that rounding lets hold
                    cells, times = (key,), self._times(number, (key,))
                if times and not self._off[number] % times:
                    change = -self._off[number] // times
                    if not self._is_no_slip(cells, change):
                        moves[((self._changed(key, cells, change), change),)] = None
        return list(moves)

    def _swaps(self, failing: Sequence[int]) -> list[Move]:
        """The pairs of amounts of a row, one of them blank or none, that would mend something in each other's place."""
        moves: dict[Move, None] = {}
        for number in () if self._apart else failing:
            for table, index, measure in self._identities[number].keys:
                extracted = self._ledger.tables[table]
                record = extracted.records[index]
                for other in extracted.table.measures():
                    if other == measure or not extracted.has(record, other):
                        continue
                    one, two = sorted(((table, index, measure), (table, index, other)))
                    change = self._ledger.fen(two) - self._ledger.fen(one)
                    move: Move = (((one,), change), ((two,), -change))
                    if change and self._is_mended(number, self._off[number] + self._shift(number, move)):
                        moves[move] = None
        return list(moves)

    def _changed(self, key: Key, cells: tuple[Key, ...], change: int) -> tuple[Key, ...]:
        """The cells of a figure without those that print fewer digits of it than would change."""
        if len(cells) == 1:
            return cells
        printed = ((cell, self._ledger.printed(cell)) for cell in cells)
        return tuple(cell for cell, held in printed if cell == key or held is None or held.amount.step <= abs(change))

    def _is_no_slip(self, cells: tuple[Key, ...], change: int) -> bool:
        """Whether a figure that is printed in several cells would be nothing, or some times itself: rather a sum has
        left it out, or counts its parts twice.
        """
        fen = self._ledger.fen(cells[0])
        return len(cells) > 1 and fen != 0 and change % fen == 0

    def _score(self, move: Move, explained: frozenset[int], failing: frozenset[int]) -> Score:
        mended, broken, exact = sum(map(self._weight, explained)), 0, 0
        cells = _cells_of(move)
        for number in self._touched(cells):
            if number in failing:
                continue
            before, after = self._off[number], self._off[number] + self._shift(number, move)
            allowed = self._allowed(number)
            mended += self._weight(number) * (abs(before) > allowed >= abs(after))
            broken += self._weight(number) * (abs(after) > allowed >= abs(before))
            exact += bool(before and not after) - bool(after and not before)
        return mended - broken, mended, exact, -int(len(cells) > 1)

    def _repeated(self, move: Move) -> int:
        """The weight of what the prose says that a move would break."""
        return sum(
            self._weight(number)
            for number in self._touched(_cells_of(move))
            if self._identities[number].rule == SAID
            and abs(self._off[number]) <= self._allowed(number) < abs(self._off[number] + self._shift(number, move))
        )

    def _weight(self, number: int) -> int:
        """What an identity counts: one that only the figures told, half of another."""
        return 1 if self._identities[number].weak else 2

    def _mended(self, move: Move, failing: frozenset[int]) -> frozenset[int]:
        touched = (number for number in self._touched(_cells_of(move)) if number in failing)
        shifts = ((number, self._shift(number, move)) for number in touched)
        return frozenset(n for n, shift in shifts if shift and self._is_mended(n, self._off[n] + shift))

    def _shift(self, number: int, move: Move) -> int:
        """By how much more an identity is off after a move."""
        return sum(change * self._times(number, cells) for cells, change in move)

    def _is_mended(self, number: int, after: int) -> bool:
        return not after if self._apart else abs(after) <= self._identities[number].tolerance

    def _cells(self, key: Key) -> tuple[Key, ...]:
        return self._figures.get(key, (key,))

    def _touched(self, cells: Iterable[Key]) -> list[int]:
        return sorted({number for key in cells for number in self._of.get(key, ())})

    def _times(self, number: int, cells: tuple[Key, ...]) -> int:
        """How often a figure counts on the left side of an identity, less how often on the right."""
        return sum(self._of[key].get(number, 0) for key in cells if key in self._of)

    def _allowed(self, number: int) -> int:
        """What an identity may be off by; one of two figures that are apart needs no more than it is off already."""
        identity = self._identities[number]
        return abs(identity.difference) if identity.apart else identity.tolerance

    def _rank(self, move: Move, explained: Iterable[int]) -> tuple[int, bool, bool, int, Move]:
        """Among equals, the sum itself rather than one of its parts, and the likelier slip."""
        (cells, change), *_ = move
        is_sum = any(key in self._identities[number].left for number in explained for key in cells)
        return (0 if is_sum else 1, *unlikely(cells[0], change, self._ledger), move)
