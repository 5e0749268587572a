"""Rows that are missing below a sum: withheld by the publisher, or not read.

A row that is more than all rows below it, in several columns, by amounts that add up as those of a row do: then no
figure is wrong, a row is not there. Police and the like withhold rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.identities import Identity, Ledger
from yusuan.pipeline.prove.said import at_cell, row_name
from yusuan.pipeline.prove.within import COLUMN
from yusuan.schemas.sentences import sums as say
from yusuan.schemas.sentences.names import measure_name
from yusuan.schemas.sentences.said import joined


@dataclass(frozen=True)
class MissingRow:
    """A row that is not there: below which row of which table, and the sums that fail without it."""

    table: str
    index: int
    sums: tuple[Identity, ...]


def missing_rows(identities: Sequence[Identity], ledger: Ledger) -> list[MissingRow]:
    """The rows that would make sums hold in all columns in which they fail, and that add up themselves.

    Sums of rows whose order only the figures tell say nothing of what is missing, and nor do those of parts that fail
    themselves: their rows may be parts of another one.
    """
    groups: dict[tuple[str, int, str], list[Identity]] = defaultdict(list)
    for identity in identities:
        if identity.rule in COLUMN and not identity.holds and len(identity.left) == 1:
            table, index, _ = identity.left[0]
            if identity.rule not in ledger.tables[table].doubted:
                groups[table, index, identity.rule].append(identity)
    wrong = {identity.left[0] for failing in groups.values() for identity in failing}
    return [
        MissingRow(table, index, tuple(failing))
        for (table, index, _), failing in groups.items()
        if all(identity.difference > 0 and wrong.isdisjoint(identity.right) for identity in failing)
        and _adds_up(failing, ledger.tables[table])
    ]


def _adds_up(failing: Sequence[Identity], extracted: ExtractedTable) -> bool:
    """Whether what is missing of each measure adds up as the amounts of a row do, in one sum of a row at least."""
    missing = {identity.left[0][2]: identity for identity in failing}
    judged = 0
    for row_sum in extracted.table.row_sums:
        if row_sum.total not in missing or row_sum.less or row_sum.rule in extracted.unsummed:
            continue
        parts = [missing[part] for part in row_sum.parts if part in missing]
        whole = missing[row_sum.total]
        if not parts:
            return False
        off = abs(whole.difference - sum(part.difference for part in parts))
        if off > whole.tolerance + sum(part.tolerance for part in parts):
            return False
        judged += 1
    return judged > 0


def finding(missing: MissingRow, ledger: Ledger) -> Finding:
    """What is missing, and below which row."""
    sums: Mapping[str, int] = {identity.left[0][2]: identity.difference for identity in missing.sums}
    measure, first = next(iter(sums.items()))
    record = ledger.tables[missing.table].records[missing.index]
    amounts = [
        say.AMOUNT_OF.of(amount=f"{Decimal(fen) / 100:,.2f}", measure=measure_name(of, missing.table))
        for of, fen in sums.items()
    ]
    said = say.PARTS_MISSING.of(row=record.row_of(measure), name=row_name(record), amounts=joined(amounts))
    key = missing.table, missing.index, measure
    return at_cell(key, ledger, "row.parts_missing", said, difference=Decimal(first) / 100)
