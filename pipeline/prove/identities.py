"""Identities: the sum of some amounts of a document equals the sum of others.

A blank cell is nothing there, so it counts as 0. An identity of which any amount could not be read
is not judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isqrt

from yusuan.pipeline.extract.records import ExtractedTable, Period, PrintedAmount, Record
from yusuan.schemas.sentences.said import Said

SAID = "statement.table"
"""The rule of what the prose says of an amount."""
Key = tuple[str, int, str]
"""An amount of a document: id of its table, index of its record, measure."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The sum of `left` equals the sum of `right`; figures in fen, a blank is 0.

    `tolerance` is what the rounding of the printed figures can account for. `certain` is false where
    a difference is no error for sure. `apart` tells that the difference is within the tolerance, but more than rounding
    makes of it as a rule. `weak` is one that only the figures tell: it points to a culprit beside others, and accuses
    nobody alone. `words` says the identity for a person.
    """

    rule: str
    words: Said
    left: tuple[Key, ...]
    right: tuple[Key, ...]
    difference: int
    tolerance: int
    certain: bool = True
    apart: bool = False
    weak: bool = False

    @property
    def holds(self) -> bool:
        """Whether the difference (left less right) is within the tolerance."""
        return abs(self.difference) <= self.tolerance

    @property
    def keys(self) -> tuple[Key, ...]:
        """All amounts that take part."""
        return (*self.left, *self.right)


class Ledger:
    """The amounts of one document by key, and what is known of their cells."""

    def __init__(self, tables: Sequence[ExtractedTable]) -> None:
        self.tables: Mapping[str, ExtractedTable] = {extracted.table.id: extracted for extracted in tables}

    def record(self, key: Key) -> Record:
        """The line that an amount belongs to."""
        return self.tables[key[0]].records[key[1]]

    def printed(self, key: Key) -> PrintedAmount | None:
        """The amount as printed; None for a blank cell."""
        return self.tables[key[0]].records[key[1]].amounts.get(key[2])

    def fen(self, key: Key) -> int:
        """The amount in fen; 0 for a blank cell."""
        printed = self.printed(key)
        return printed.amount.fen if printed else 0

    def identity(
        self,
        rule: str,
        words: Said,
        left: Sequence[Key],
        right: Sequence[Key],
        certain: bool = True,
        weak: bool = False,
    ) -> Identity | None:
        """The identity with its figures; None where it cannot be judged, or where nothing is printed at all."""
        # All there is to a claim is looked at once: there are some thousands of them in a document.
        printed: list[PrintedAmount] = []
        where: set[str] = set()
        difference = 0
        for keys, sign in ((left, 1), (right, -1)):
            for table, index, measure in keys:
                extracted = self.tables[table]
                if (index, measure) in extracted.unread:
                    return None
                found = extracted.records[index].amounts.get(measure)
                if found:
                    printed.append(found)
                    where.add(table)
                    difference += sign * found.amount.fen
        if not printed:
            return None
        if len(printed) < 2 and not difference:
            return None  # a zero beside blanks says nothing of either
        tolerance, apart = 0, False
        if any(found.amount.step > 1 for found in printed):
            tolerance = rounding([found.amount.step for found in printed], where)
            usual = usual_rounding([found.amount.step for found in printed if found.amount.fen])
            apart = usual < abs(difference) <= tolerance
        return Identity(
            rule, words, tuple(left), tuple(right), difference, tolerance, certain, apart and not weak, weak
        )


def rounding(steps: Sequence[int], tables: Collection[str] = ()) -> int:
    """What the rounding of figures can account for, whose last digits are worth `steps` fen.

    Half a step each. Figures to the fen are exact; and one figure against one other of the same step in the same
    table is the same number rounded twice in the same way. In two tables it may not be: some publishers change a
    rounded figure so that their table adds up.
    """
    coarse = [step for step in steps if step > 1]
    if len(steps) == 2 and steps[0] == steps[1] and len(tables) < 2:
        return 0
    return sum(coarse) // 2


def usual_rounding(steps: Sequence[int]) -> int:
    """What rounding makes of a sum as a rule: two standard deviations of as many rounding errors.

    `steps` are those of the figures that are no zeros, which are seldom rounded. One number against one other of
    the same step is the same number, so that nothing is usual.
    """
    if len(steps) < 3 and len(set(steps)) < 2:
        return 0
    return isqrt(4 * sum(step * step for step in steps if step > 1) // 12)


def exact_where_shown(identities: Sequence[Identity], ledger: Ledger) -> list[Identity]:
    """Identities with the tolerance that the document itself shows it needs.

    Whole yuan may be rounded figures, or exact ones. Rounded figures leave most sums of several of
    them a little off; where nearly all are exact, the figures are, and so must be the rest.
    """
    sums = [
        identity
        for identity in identities
        if identity.tolerance and identity.holds and sum(1 for key in identity.right if ledger.fen(key)) > 1
    ]
    off = sum(1 for identity in sums if identity.difference)
    # Of sums of two rounded figures one in four is off, and of longer ones more.
    if len(sums) < _ENOUGH or off * 5 > len(sums) or _cuts_off(ledger):
        return list(identities)
    return [
        replace(identity, tolerance=0, apart=False)
        if all(_whole_yuan(key, ledger) for key in identity.keys)
        else identity
        for identity in identities
    ]


_ENOUGH = 5
_YUAN = 100


def _whole_yuan(key: Key, ledger: Ledger) -> bool:
    return ledger.tables[key[0]].unit == "元"


def _cuts_off(ledger: Ledger) -> bool:
    """Whether a document prints figures that are cut off between the yuan and the fen, as where a column is too narrow
    for them: others may be cut off to the yuan.
    """
    exact = (1, _YUAN)
    return any(
        printed.amount.step not in exact
        for extracted in ledger.tables.values()
        if extracted.unit == "元"
        for record in extracted.records
        for printed in record.amounts.values()
    )


def rows_of(
    extracted: ExtractedTable, side: str, level: int | None = None, period: Period | None = None
) -> Iterator[tuple[int, Record]]:
    """The records of one side with their indices, of one level if given; those of the document's own year, or of a
    `period`.
    """
    for index, record in enumerate(extracted.records):
        meant = record.period == period if period else not record.years_back
        if meant and record.side == side and (level is None or record.level == level):
            yield index, record


def grand_totals(extracted: ExtractedTable, side: str, period: Period | None = None) -> list[int]:
    """The indices of the grand totals of one side, subtotals left out; the last one is the total of all."""
    return [index for index, record in rows_of(extracted, side, level=0, period=period) if not record.subtotal]
