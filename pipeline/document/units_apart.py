"""Tables of one document that print the same figures in different units: one of the units is wrong.

A table whose unit is wrong adds up by itself, and agrees with no other table. What tells of it are its figures, which
others have digit by digit in another unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations
from math import comb, log10
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.chance import LEAST, digits
from yusuan.schemas.sentences import tables as say
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.vocabulary.around import UNITS

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.extract.records import ExtractedTable

_FEWEST = 2
"""One figure may be another's by accident, or be misprinted itself."""
_SHOWN = 4
"""Figures that a message shows."""
Figures = Mapping[int, str]
"""Figures without regard to their unit, each with how it is printed."""


def units_apart(document: Document) -> None:
    """Name the tables whose unit is surely not that of the others which print their figures; their amounts are in
    doubt. That is the unit of fewer tables; where as many have the one as the other, all of them are named.
    """
    times = Counter(table.unit for table in document.tables)
    if len(times) < 2:
        return  # as nearly always
    figures = {table.table.id: _figures(table) for table in document.tables}
    alike: dict[str, list[ExtractedTable]] = {}
    shared: dict[str, list[str]] = {}
    for table, other in permutations(document.tables, 2):
        own, others = figures[table.table.id], figures[other.table.id]
        if table.unit != other.unit and (same := _no_accident(own, others)):
            alike.setdefault(table.table.id, []).append(other)
            shared.setdefault(table.table.id, same)
    for table in document.tables:
        if table.table.id in alike and times[table.unit] == min(times.values()):
            _tell(document, table, alike[table.table.id], shared[table.table.id])


def _figures(table: ExtractedTable) -> Figures:
    """The figures of a table in its own unit, as whole numbers that are the same for the same figure in any unit."""
    worth = UNITS[table.unit]
    return {
        int(held.amount.fen / worth * UNITS["万元"]): held.amount.printed
        for record in table.records
        for held in record.amounts.values()
        if held.amount.fen
    }


def _no_accident(own: Figures, others: Figures) -> list[str]:
    """The figures that two tables share, as printed; none where so many may be alike by accident."""
    same = [figure for figure in own if figure in others]
    weight = sum(digits(figure, 0) for figure in same) - len(same) * log10(len(others) or 1)
    sure = len(same) >= _FEWEST and weight - log10(comb(len(own), len(same))) >= _FEWEST * LEAST
    return [own[figure] for figure in same] if sure else []


def _tell(document: Document, table: ExtractedTable, others: Sequence[ExtractedTable], same: Sequence[str]) -> None:
    said = say.OTHER_UNIT_ELSEWHERE.of(
        title=table.title,
        unit=table.unit,
        count=len(same),
        figures=joined(same[:_SHOWN]),
        other=others[0].title,
        page=others[0].page,
        elsewhere=others[0].unit,
    )
    document.findings.append(Finding("table.unit_differs", said, table=table.table.published_id, page=table.page))
    for row in document.items:
        if row["table"] == table.table.published_id and row["page"] in table.pages:
            row["status"] = "in_doubt"
