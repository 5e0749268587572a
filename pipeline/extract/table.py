"""A logical table and its declaration → an ExtractedTable, by the extractor of its shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yusuan.brief import brief
from yusuan.pipeline.extract import accounts, listed
from yusuan.pipeline.extract.beside import go_on
from yusuan.pipeline.extract.body_rows import body_names
from yusuan.pipeline.extract.code_and_name import whole_code
from yusuan.pipeline.extract.collector import Collector
from yusuan.pipeline.extract.nested import NestedReader
from yusuan.pipeline.extract.records import ExtractedTable, Period, Record
from yusuan.pipeline.extract.refusals import refusals, unit_of
from yusuan.pipeline.extract.row_years import printed_year, years_of_rows
from yusuan.pipeline.extract.rows import Body
from yusuan.pipeline.extract.two_sided import SideReader, sums_of_nothing
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import tables as say
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.vocabulary.around import NOTHING, TOTALS, UNITS

if TYPE_CHECKING:
    from yusuan.pipeline.extract.printed_row import PrintedRow
    from yusuan.pipeline.layout.logical import LogicalTable
    from yusuan.schemas.tables.declaration import Column, Shape, Table


_ROW_LOST = ("row.unparted", "row.torn")
"""What is found of a row that is not read. One with a code that is none is read, and nothing tells whose part it is."""


def extract(
    table: Table, logical: LogicalTable, beside: Sequence[Table] = ()
) -> tuple[ExtractedTable | None, list[Finding]]:
    """Read a logical table as the declaration `table` describes it.

    `beside` are other declarations that take columns of the same printed table. Returns the table, or None where it
    cannot be trusted as a whole, and what was found wrong.
    """
    refused = refusals(table, logical)
    if refused:
        return None, refused
    body = Body(table, logical, beside)
    if not body.can_be_read():
        return None, body.findings
    if table.rows and (unknown := listed.refusal(body)):
        return None, [*body.findings, unknown]
    unit, problem = unit_of(table, logical)
    if unit is None:
        return None, [*body.findings, problem] if problem else body.findings
    collector = Collector(table, UNITS[unit])
    _READERS[table.shape](collector, body)
    if table.shape == "single_row" and (several := _several_rows(collector.records)):
        box = logical.fragments[0].grid.box
        return None, [*body.findings, Finding("table.named_rows", several, table=table.id, page=logical.page, box=box)]
    _mark_repeated(collector.records)
    collector.report_strange_codes()
    measures = listed.measures(collector) if table.rows else _measures(table, body)
    for basis, back in {record.period for record in collector.records} - measures.keys():
        measures[basis, back] = measures.get((basis, 0), set())  # rows of a year that no column is of
    own = {period: frozenset(found) for period, found in measures.items() if not period[1]}
    extracted = ExtractedTable(
        table=table,
        title=logical.caption.title,
        entity=logical.caption.entity,
        unit=unit,
        page=logical.page,
        pages=tuple(fragment.grid.page for fragment in logical.fragments),
        measures=frozenset().union(*own.values()),
        records=tuple(collector.records),
        unread=frozenset(collector.unread),
        # A list is summed along its columns, each by itself.
        unread_columns=body.unread_columns and not table.rows,
        problems=dict(collector.problems),
        years=frozenset(body.years),
        rows_lost=collector.unplaced or any(f.rule in _ROW_LOST for f in (*body.findings, *collector.findings)),
        earlier={period: frozenset(found) for period, found in measures.items() if period[1]},
        kinds=own if len(own) > 1 else {},
    )
    return extracted, [*body.findings, *collector.findings]


def _several_rows(records: Sequence[Record]) -> Said | None:
    """What is wrong with rows of which nothing tells whose they are; None for one row, or one said again."""
    rows = {(r.period, tuple(printed.amount.fen for printed in r.amounts.values())) for r in records if r.amounts}
    several = len(rows) > len({period for period, _ in rows})
    return say.NAMELESS_ROWS.of(count=len(rows)) if several else None


def _mark_repeated(records: Sequence[Record]) -> None:
    """Mark a grand total that is printed again at the head of a later page: it sums up what the first one does."""
    seen: list[Record] = []
    for record in records:
        if record.level or record.subtotal or not record.amounts:
            continue
        figures = {measure: printed.amount.fen for measure, printed in record.amounts.items()}
        record.subtotal = any(
            first.page < record.page
            and (first.side, first.item, first.period) == (record.side, record.item, record.period)
            and {measure: printed.amount.fen for measure, printed in first.amounts.items()} == figures
            for first in seen
        )
        seen.append(record)


def _measures(table: Table, body: Body) -> listed.Measures:
    """Which measures have a column, for each kind of number."""
    found: listed.Measures = {}
    for column in body.resolution.placed:
        if column.is_measure:
            here = found.setdefault((column.basis, column.years_back), set())
            here.add((column.side or table.sides[0].side, column.role))
    return found


class _Block(NamedTuple):
    """The columns of one of several lists side by side: by role, its measures, and these of each kind of number."""

    number: int
    by_role: dict[str, Column]
    measures: list[Column]
    periods: list[tuple[Period, list[Column]]]

    def __repr__(self) -> str:
        return brief(self)


def _blocks(columns: Iterable[Column]) -> list[_Block]:
    blocks: dict[int, list[Column]] = {}
    for column in columns:
        blocks.setdefault(column.block, []).append(column)
    found: list[_Block] = []
    for number, own in sorted(blocks.items()):
        measures = [column for column in own if column.is_measure]
        found.append(_Block(number, {column.role: column for column in own}, measures, _periods(measures)))
    return found


def _accounts(collector: Collector, body: Body) -> None:
    table = collector.table
    code_above: dict[int, list[str]] = {}
    above_body: dict[int, str] = {}
    named: dict[int, Record] = {}
    rows = list(body.rows())
    years = years_of_rows(rows)
    bodies, letters = body_names(table, rows), accounts.letters_before_codes(table, rows)
    latest = max(years.values(), default=0)
    body.years |= {latest} - {0}
    parted: dict[int, list[_Block]] = {}
    """For the columns of each fragment, which are those of all its rows."""
    for row in rows:
        blocks = parted.get(id(row.columns)) or parted.setdefault(id(row.columns), _blocks(row.cells))
        if len(blocks) > 1 and (sums := accounts.sums_across(table, row)):
            for total, column, cell in sums:
                collector.add(total, row, [])
                if column is not None and cell is not None:
                    collector.read_cell(total, len(collector.records) - 1, column, cell)
            continue
        for block, by_role, measures, periods in blocks:
            record, code = accounts.read_row(table, row, by_role, code_above.setdefault(block, []), bodies, letters)
            if record is None or _is_unparted(collector, record, row, by_role):
                continue
            if not record.code and record.level and not any(map(row.filled, measures)):
                continue  # a remark in a row of its own: neither code nor amount
            if code.problem and (record.item or row.codes):
                collector.problems[len(collector.records)] = code.problem
                collector.unplaced |= not code.placed
            collector.check_code(record, code.cut, code.strange)
            said = printed_year(row)
            if not record.code and not record.item and said and block in named:
                # Of a row's years only the first is beside its name.
                last = named[block]
                record = replace(
                    record,
                    code=last.code,
                    item=last.item,
                    level=last.level,
                    subtotal=last.subtotal,
                    begins=last.begins,
                    unsure=last.unsure,
                )
            named[block] = record
            if not record.item and not (record.code and "item" not in by_role) and not _is_nothing(row, measures):
                collector.nameless(record, row)
            collector.check_item(record, row, by_role.get("item"))
            further, strange = accounts.further_names(row, by_role)
            record.names.update(
                {name: text for name, text in further.items() if not (text == record.item and text in TOTALS)}
            )
            if record.level and strange:
                collector.of_no_code(record, strange)
            accounts.below_its_body(record, above_body, block)
            if row.number not in years and said:
                collector.of_no_year(record, said)
                continue
            for (basis, years_back), own in periods:
                back = years_back + latest - years.get(row.number, latest)
                if basis or back:
                    record = replace(record, basis=basis, years_back=back, amounts={}, parent=None)
                collector.add(record, row, own, block)
    go_on(collector.records, list(collector.lists.values()))


def _is_unparted(collector: Collector, record: Record, row: PrintedRow, by_role: dict[str, Column]) -> bool:
    """Whether nothing tells which code the amounts of a row are of, which is said then."""
    if accounts.has_several_codes(row, by_role):
        collector.several_codes(record)
    elif row.torn and record.level and not record.code:
        collector.torn(row)
    else:
        return False
    return True


def _is_nothing(row: PrintedRow, measures: Sequence[Column]) -> bool:
    """Whether a row prints nothing but zeros."""
    texts = [cell.key for column in measures for cell in row.cells[column] if cell.key]
    return not any(char in "123456789" for text in texts for char in text)


def _periods(measures: Sequence[Column]) -> list[tuple[Period, list[Column]]]:
    """The columns of each kind of number and year, those of the document's own year first."""
    parted: dict[Period, list[Column]] = {}
    for column in sorted(measures, key=lambda column: column.years_back):
        parted.setdefault((column.basis, column.years_back), []).append(column)
    return list(parted.items()) or [((None, 0), [])]


def _two_sided(collector: Collector, body: Body) -> None:
    sides = [SideReader(side) for side in collector.table.sides]
    for row in body.rows():
        for side in sides:
            columns = [column for column in row.cells if column.side == side.declared.side]
            named = next((column for column in columns if column.role == "item"), None)
            coded = next((column for column in columns if column.role == "code"), None)
            cell, code = row.cell(named), row.cell(coded)
            if cell is not None and cell is not code and named is not None and row.begins_before(cell, named):
                continue  # a name that is merged over several lists is that of the first of them
            measures = [column for column in columns if column.is_measure]
            text = cell.text if cell is not None else ""
            over = [column for column in measures if cell is not None and text and cell in row.cells[column]]
            beyond = row.after(cell) if over and cell is not None else None
            filled = [column for column in measures if column not in over and row.filled(column)]
            if not (filled or beyond) and (not text or text in NOTHING):
                continue
            digits = whole_code(code.key) if code is not None and code is not cell else ""
            record = side.record(text, row.number, row.page, row.box, digits if digits.isdigit() else "")
            if not digits.isdigit() and any(map(str.isdigit, digits)):
                collector.strange.append((record, digits))
            if not record.item:
                collector.nameless(record, row)
            collector.check_item(record, row, named)
            for (basis, years_back), own in _periods([column for column in measures if column not in over]):
                if basis or years_back:
                    record = replace(record, basis=basis, years_back=years_back, amounts={}, parent=None)
                collector.add(record, row, own)
            if over and beyond is not None:
                collector.read_cell(record, len(collector.records) - 1, over[0], beyond)
    sums_of_nothing(collector.records, collector.table.sides)


def _single_row(collector: Collector, body: Body) -> None:
    side = collector.table.sides[0].side
    for row in body.rows():
        if not row.texts or all(text in NOTHING for text in row.texts):
            continue
        parted: dict[Period, list[Column]] = {}
        for column in row.cells:
            if column.is_measure:
                parted.setdefault((column.basis, column.years_back), []).append(column)
        for (basis, years_back), columns in parted.items():
            record = Record(row.number, row.page, side, "", "", 0, row.box, basis=basis, years_back=years_back)
            collector.add(record, row, columns)


def _nested(collector: Collector, body: Body) -> None:
    reader = NestedReader(collector.table)
    for row in body.rows():
        measures = [column for column in row.cells if column.is_measure]
        for record, own in reader.records(row):
            if own and not record.item:
                collector.nameless(record, row)
            collector.add(record, row, measures if own else [])


_READERS: dict[Shape, Callable[[Collector, Body], None]] = {
    "accounts": _accounts,
    "two_sided": _two_sided,
    "single_row": _single_row,
    "nested": _nested,
    "listed": listed.read_rows,
}
