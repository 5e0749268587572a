"""What would mend failing sums: other values of figures, each judged by all identities that it takes part in.

A move changes one figure in all cells that print it, or in one of them. It is worth something only where it mends two
failing identities at least and breaks none, and where a sum is behind it: one that it mends, or one that the figure is
in which it becomes equal to. Equal figures prove little by themselves, because equal pictures are misread alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from yusuan.pipeline.prove.figures import figures
from yusuan.pipeline.prove.identities import Identity, Key, Ledger

LEAST = 2
"""So many identities must be mended."""

Values = Callable[[Key], Collection[int] | None]
"""The other values in fen that the picture of a cell gives; None for a cell of which no picture tells."""


@dataclass(frozen=True, slots=True)
class Move:
    """A figure, by its new value in fen in each cell that prints it, and the numbers of the identities it mends."""

    fen: Mapping[Key, int]
    mends: frozenset[int]

    def is_of(self, other: Move) -> bool:
        """Whether another move gives the same figure the same value."""
        return any(other.fen.get(key) == fen for key, fen in self.fen.items())


class Moves:
    """The moves that mend what fails among the identities of a document."""

    def __init__(self, identities: Sequence[Identity], ledger: Ledger, values: Values) -> None:
        self._identities, self._ledger, self._pictured = identities, ledger, values
        self._figures = figures(identities, ledger)
        self._of: dict[Key, dict[int, int]] = defaultdict(dict)
        """For each cell, the identities that it is in: how often on the left side, less how often on the right."""
        for number, identity in enumerate(identities):
            for side, sign in ((identity.left, 1), (identity.right, -1)):
                for key in side:
                    self._of[key][number] = self._of[key].get(number, 0) + sign
        summed = (identity for identity in identities if identity.holds and is_sum(identity, ledger))
        self._summed = {cell for identity in summed for key in identity.keys for cell in self._figures.get(key, (key,))}
        """The cells whose figures stand in sums that hold."""
        self.failing = [n for n, identity in enumerate(identities) if identity.certain and not identity.holds]

    def all(self, least: int = LEAST) -> list[Move]:
        """Every move that is worth something: to values that pictures give, and of what no picture tells, to that with
        which an identity holds exactly.

        With a `least` of 1 also those that mend one identity, with nothing behind it: they may be what is right.
        """
        tried: dict[tuple[tuple[Key, ...], int], None] = {}
        for number in self.failing:
            for key in dict.fromkeys(self._identities[number].keys):
                for cells in dict.fromkeys((self._figures.get(key, (key,)), (key,))):
                    for fen in self._values(number, cells):
                        tried[cells, fen] = None
        return [move for cells, fen in tried if (move := self._judged(cells, fen, least)) is not None]

    def mended(self, move: Move) -> list[Identity]:
        """The identities that a move mends."""
        return [self._identities[number] for number in sorted(move.mends)]

    def _values(self, number: int, cells: tuple[Key, ...]) -> Iterable[int]:
        finest = min(cells, key=self._step)
        if all(self._pictured(key) is not None for key in cells):
            return self._pictured(finest) or ()
        times, off = sum(self._of[key].get(number, 0) for key in cells), self._identities[number].difference
        return [self._ledger.fen(finest) - off // times] if times and off % times == 0 else ()

    def _judged(self, cells: tuple[Key, ...], fen: int, least: int) -> Move | None:
        values = {key: self._fitted(fen, self._step(key)) for key in cells}
        mends: set[int] = set()
        for number in {number for key in cells for number in self._of[key]}:
            identity = self._identities[number]
            shift = sum(self._of[key].get(number, 0) * (values[key] - self._ledger.fen(key)) for key in cells)
            after = abs(identity.difference + shift) <= identity.tolerance
            if identity.holds and not after:
                return None
            if after and not identity.holds and identity.certain:
                mends.add(number)
        if len(mends) < least or (least >= LEAST and not any(self._is_behind(number, cells) for number in mends)):
            return None
        return Move(values, frozenset(mends))

    def _is_behind(self, number: int, cells: tuple[Key, ...]) -> bool:
        """Whether a sum is behind an identity: it is one, or makes a figure equal to one that stands in sums."""
        identity = self._identities[number]
        if is_sum(identity, self._ledger):
            return True
        return any(self._ledger.fen(key) and key in self._summed for key in identity.keys if key not in cells)

    def _step(self, key: Key) -> int:
        """What the last digit of a cell is worth; a fen where it is blank."""
        printed = self._ledger.printed(key)
        return printed.amount.step if printed else 1

    @staticmethod
    def _fitted(fen: int, step: int) -> int:
        """A value as a cell prints it that has fewer decimals than another cell of the same figure."""
        return (2 * fen + step) // (2 * step) * step


def is_sum(identity: Identity, ledger: Ledger) -> bool:
    """Whether an identity sums up figures: more than two equal ones."""
    sides = (sum(1 for key in side if ledger.fen(key)) for side in (identity.left, identity.right))
    return any(count > 1 for count in sides)
