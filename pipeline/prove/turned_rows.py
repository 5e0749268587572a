"""Rows whose amounts have the wrong sign: brackets that make no amount negative, or a minus too many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.identities import Key, Ledger
from yusuan.pipeline.prove.missing_rows import MissingRow
from yusuan.pipeline.prove.said import at_cell, row_name
from yusuan.schemas.sentences import sums as say


@dataclass(frozen=True)
class TurnedRow:
    """The amounts of a row that would make sums hold with the other sign, in all columns in which these fail."""

    keys: tuple[Key, ...]
    difference: int


def turned_rows(missing: Iterable[MissingRow], ledger: Ledger) -> dict[int, TurnedRow]:
    """Of the rows that seem to be missing those that are there with the other sign, by the id of each."""
    return {id(row): turned for row in missing if (turned := _turned(row, ledger))}


def _turned(missing: MissingRow, ledger: Ledger) -> TurnedRow | None:
    parts = [
        {key[:2]: key for key in identity.right if 2 * ledger.fen(key) == -identity.difference}
        for identity in missing.sums
    ]
    alike = set(parts[0]).intersection(*parts[1:])
    if len(alike) != 1:
        return None
    row = alike.pop()
    return TurnedRow(tuple(part[row] for part in parts), missing.sums[0].difference)


def finding(turned: TurnedRow, ledger: Ledger) -> Finding:
    """What is said of such a row: whether it is printed so or read so is not known."""
    key = turned.keys[0]
    record = ledger.record(key)
    printed = ledger.printed(key)
    said = say.TURNED.of(
        row=record.row_of(key[2]), name=row_name(record), printed=printed.amount.printed if printed else ""
    )
    return at_cell(key, ledger, "row.sign", said, difference=Decimal(-turned.difference) / 100)
