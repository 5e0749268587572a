"""Identities → the status of each amount, and findings for those that fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.records import ExtractedTable
from pipeline.findings import Finding
from pipeline.prove.identities import Identity, Key, describe, identities

_WORDS = {
    "column_sum": "the finer rows below it",
    "grand_total": "the first-level rows",
    "sides_equal": "the other side of the table",
}


@dataclass(frozen=True)
class Verdict:
    """What the identities of one table say: the status of each of its amounts, and findings."""

    status: dict[Key, str]
    findings: tuple[Finding, ...]


def judge(extracted: ExtractedTable) -> Verdict:
    """Judge every amount of a table: `proved`, `contradicted` or `unproved`."""
    found = list(identities(extracted))
    status: dict[Key, str] = {}
    for identity in found:
        for key in (identity.whole, *identity.parts):
            if not identity.holds:
                status[key] = "contradicted"
            else:
                status.setdefault(key, "proved")
    for index, record in enumerate(extracted.records):
        for measure in record.amounts:
            status.setdefault((index, measure), "unproved")
    return Verdict(status, tuple(_finding(extracted, identity) for identity in found if not identity.holds))


def _finding(extracted: ExtractedTable, identity: Identity) -> Finding:
    index, measure = identity.whole
    record = extracted.records[index]
    cell = record.amounts.get(measure)
    names = [part[1] for part in identity.parts]
    parts = _WORDS.get(identity.rule, " + ".join(names))
    return Finding(
        rule=identity.rule,
        message=(
            f"row {record.row} {describe(record)}: {measure} is {_yuan(identity.printed)}, but {parts} "
            f"{'sum up to' if len(identity.parts) > 1 else 'gives'} {_yuan(identity.expected)}"
        ),
        table=extracted.table.id,
        row=record.row,
        measure=measure,
        page=cell.page if cell else record.page,
        box=cell.box if cell else record.box,
        printed=cell.amount.printed if cell else "",
        expected=Decimal(identity.expected) / 100,
        difference=Decimal(identity.difference) / 100,
    )


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"


def counts(statuses: Sequence[str]) -> dict[str, int]:
    """How many amounts have each status."""
    return {status: list(statuses).count(status) for status in ("proved", "unproved", "contradicted")}
