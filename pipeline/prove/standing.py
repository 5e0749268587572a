"""Where the identities of a document stand: by how much each is off, which cells it has, what a change would mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from yusuan.pipeline.prove.figures import Figures, figures
from yusuan.pipeline.prove.identities import Identity, Key, Ledger

Part = tuple[tuple[Key, ...], int]
"""A figure, by the cells that it is printed in, and its change in fen."""
Move = tuple[Part, ...]
"""What would mend something: the change of one figure, or two amounts of a row in each other's place."""


def cells_of(move: Move) -> tuple[Key, ...]:
    """All cells that a move changes."""
    return tuple(key for cells, _ in move for key in cells)


class Standing:
    """The identities of a document, each known by its number, and by how much each is off after what was mended.

    With `apart`, what fails is what is rounded otherwise than the same amounts elsewhere.
    """

    def __init__(self, identities: Sequence[Identity], ledger: Ledger, apart: bool) -> None:
        self.identities, self.ledger, self.apart = identities, ledger, apart
        self.off = [identity.difference for identity in identities]
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
            for table, index, _ in self.identities[number].keys:
                of_row[table, index].add(number)
        left = dict.fromkeys(sorted(self._failing))
        while left:
            group, todo = [], [left.popitem()[0]]
            while todo:
                group.append(number := todo.pop())
                cells = {cell for key in self.identities[number].keys for cell in self.cells(key)}
                near = {n for cell in cells for n in (*self._of.get(cell, ()), *of_row[cell[:2]]) if n in left}
                todo += sorted(near)
                for n in near:
                    del left[n]
            groups.append(sorted(group))
        return sorted(groups)

    def left(self, failing: Sequence[int]) -> list[int]:
        """Those of some identities that still fail."""
        return [n for n in failing if (self.off[n] if self.apart else abs(self.off[n]) > self.allowed(n))]

    def mend(self, move: Move) -> None:
        """Take a move as made."""
        for number in self.touched(cells_of(move)):
            self.off[number] += self.shift(number, move)

    def mended(self, move: Move, failing: frozenset[int]) -> frozenset[int]:
        """Which of what fails a move would mend."""
        touched = (number for number in self.touched(cells_of(move)) if number in failing)
        shifts = ((number, self.shift(number, move)) for number in touched)
        return frozenset(n for n, shift in shifts if shift and self.is_mended(n, self.off[n] + shift))

    def shift(self, number: int, move: Move) -> int:
        """By how much more an identity is off after a move."""
        return sum(change * self.times(number, cells) for cells, change in move)

    def is_mended(self, number: int, after: int) -> bool:
        """Whether an identity that is off by `after` fen does not fail."""
        return not after if self.apart else abs(after) <= self.identities[number].tolerance

    def cells(self, key: Key) -> tuple[Key, ...]:
        """All cells of the figure of a cell."""
        return self._figures.get(key, (key,))

    def touched(self, cells: Iterable[Key]) -> list[int]:
        """The identities that any of some cells takes part in."""
        return sorted({number for key in cells for number in self._of.get(key, ())})

    def times(self, number: int, cells: tuple[Key, ...]) -> int:
        """How often a figure counts on the left side of an identity, less how often on the right."""
        return sum(self._of[key].get(number, 0) for key in cells if key in self._of)

    def allowed(self, number: int) -> int:
        """What an identity may be off by; one of two figures that are apart needs no more than it is off already."""
        identity = self.identities[number]
        return abs(identity.difference) if identity.apart else identity.tolerance

    def weight(self, number: int) -> int:
        """What an identity counts: one that only the figures told, half of another."""
        return 1 if self.identities[number].weak else 2
