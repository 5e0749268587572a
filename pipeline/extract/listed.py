"""Shape `listed`: measures below each other, each row named by what it is; one record for each kind of number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.records import Period, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.pipeline.understand.words import vocabulary
from yusuan.schemas.sentences import rows as say
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.tables.declaration import Column, Side, Table, listed_measure
from yusuan.schemas.vocabulary.around import NOTHING
from yusuan.schemas.vocabulary.measures import BELOW_EXPENSES

if TYPE_CHECKING:
    from yusuan.pipeline.extract.collector import Collector
    from yusuan.pipeline.extract.printed_row import PrintedRow
    from yusuan.pipeline.extract.rows import Body

_BELOW = re.compile(BELOW_EXPENSES)
_DASHES = re.compile(r"[-—–―]+")
"""What a head of other rows has in the place of a figure: it takes nothing from the total and adds nothing to it."""
Measures = dict[Period, set[tuple[Side, str]]]
"""Which measures a table prints of each kind of number."""


def refusal(body: Body) -> Finding | None:
    """Why a list cannot be read: a row more may be a part of the total, which then is another one."""
    seen: dict[str, PrintedRow] = {}
    for row, name, columns in _named(body):
        measure = _measure(body.table, name)
        if measure in seen:
            said = say.LISTED_TWICE.of(name=name, row=row.number, first=seen[measure].number)
        elif not (measure or _BELOW.fullmatch(name)) and any(
            cell.text not in NOTHING and not _DASHES.fullmatch(cell.text)
            for column in columns
            for cell in row.cells[column]
        ):
            known = joined(declared.names[0] for declared in body.table.rows)
            said = say.NOT_LISTED.of(row=row.number, name=name, known=known)
        else:
            if measure:
                seen[measure] = row
            continue
        return Finding("row.unknown", said, table=body.table.id, row=row.number, page=row.page, box=row.box)
    return None


def read_rows(collector: Collector, body: Body) -> None:
    """Read the amounts of each row into the record of their kind of number."""
    side = collector.table.sides[0].side
    known: dict[Period, int] = {}
    for row, name, columns in _named(body):
        if not (measure := _measure(collector.table, name)):
            continue
        for column in columns:
            period = column.basis, column.years_back
            if period not in known:
                known[period] = len(collector.records)
                record = Record(row.number, row.page, side, "", "", 0, row.box, basis=period[0], years_back=period[1])
                collector.add(record, row, [])
            record = collector.records[known[period]]
            if of := listed_measure(measure, column.role):
                record.rows[of] = row.number, row.page
                collector.read_amount(record, known[period], row, column, of)


def measures(collector: Collector) -> Measures:
    """What the rows of a list are of, for each kind of number: all columns have all rows."""
    return {record.period: {(record.side, measure) for measure in record.rows} for record in collector.records}


def _named(body: Body) -> Iterator[tuple[PrintedRow, str, list[Column]]]:
    """The rows that say something, with their name and the columns of amounts; but for the heads of others: rows
    without a figure (“三公”经费支出 over 支出合计) whose measure another row has.
    """
    rows = list(_printed(body))
    figured = [
        any(char.isdigit() for column in columns for cell in row.cells[column] for char in cell.text)
        for row, _, columns in rows
    ]
    measured = {_measure(body.table, name) for (_, name, _), figures in zip(rows, figured, strict=True) if figures}
    for (row, name, columns), figures in zip(rows, figured, strict=True):
        if figures or _measure(body.table, name) not in measured - {""}:
            yield row, name, columns


def _printed(body: Body) -> Iterator[tuple[PrintedRow, str, list[Column]]]:
    for row in body.rows():
        if not row.texts or all(text in NOTHING for text in row.texts):
            continue
        columns = [column for column in row.cells if column.is_measure]
        cell = row.cell(next((column for column in row.cells if column.role == "item"), None))
        yield row, key(strip_enumerator(cell.text)[0]) if cell is not None else "", columns


def _measure(table: Table, name: str) -> str:
    added = dict(vocabulary().added).get(name, "")
    own = {row.measure for row in table.rows}
    return next((row.measure for row in table.rows if name in row.names), added if added in own else "")
