"""Rows that are missing below a sum: withheld by the publisher, or not read.

A row that is more than all rows below it, where no figure can be changed without breaking other sums, in whichever of its
columns: then no figure is wrong, a row is not there. Police and the like withhold rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from pipeline.findings import Finding
from pipeline.prove.culprits import Culprit
from pipeline.prove.identities import Ledger
from pipeline.prove.within import COLUMN


def missing_rows(blamed: Sequence[Culprit], ledger: Ledger) -> list[tuple[Finding, list[Culprit]]]:
    """A finding for each row below which others are missing, with what it explains."""
    groups: dict[tuple[str, int], list[Culprit]] = defaultdict(list)
    for culprit in blamed:
        if culprit.candidates:
            continue
        places = {(i.left[0][0], i.left[0][1]) for i in culprit.explains if i.rule in COLUMN and len(i.left) == 1}
        if len(places) == 1 and all(i.rule in COLUMN and i.difference > 0 for i in culprit.explains):
            groups[places.pop()].append(culprit)
    return [(_finding(place, group, ledger), group) for place, group in groups.items()]


def _finding(place: tuple[str, int], group: Sequence[Culprit], ledger: Ledger) -> Finding:
    sums = {identity.left[0][2]: identity.difference for culprit in group for identity in culprit.explains}
    measure, first = next(iter(sums.items()))
    record = ledger.tables[place[0]].records[place[1]]
    cell = ledger.printed((*place, measure))
    missing = ", ".join(f"{Decimal(fen) / 100:,.2f} of {of}" for of, fen in sums.items())
    name = " ".join(filter(None, (record.code, record.item, record.basis)))
    return Finding(
        "row.parts_missing",
        f"row {record.row_of(measure)} '{name}' is more than the rows below it, by {missing}, and its other sums hold; "
        "expected rows of that money: they are withheld, or were not read",
        table=place[0],
        row=record.row_of(measure),
        measure=measure,
        page=cell.page if cell else record.page_of(measure),
        box=cell.box if cell else record.box,
        printed=cell.amount.printed if cell else "",
        difference=Decimal(first) / 100,
    )
