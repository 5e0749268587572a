"""A logical table and its declaration → an ExtractedTable, by the extractor of its shape."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract import accounts
from pipeline.extract.amounts import NotANumber, read_amount
from pipeline.extract.labels import strip_enumerator
from pipeline.extract.records import ExtractedTable, PrintedAmount, Record
from pipeline.extract.rows import Body, PrintedRow
from pipeline.extract.two_sided import SideReader
from pipeline.findings import Finding
from pipeline.layout.cells import Cell
from pipeline.layout.header import header_rows, units
from pipeline.layout.tables import LogicalTable
from pipeline.read.characters import unmapped
from schemas.declaration import Column, Side, Table
from schemas.words import NOTHING, UNITS


def extract(table: Table, logical: LogicalTable) -> tuple[ExtractedTable | None, list[Finding]]:
    """Read a logical table as the declaration `table` describes it.

    Returns the table, or None where it cannot be trusted as a whole, and what was found wrong.
    """
    refused = _refusal(table, logical)
    if refused:
        return None, refused
    body = Body(table, logical)
    if not body.readable:
        return None, body.findings
    unit, problem = _unit(table, logical)
    if unit is None:
        return None, [*body.findings, problem] if problem else body.findings
    reader = _Reader(table, body, UNITS[unit])
    reader.read()
    measures = frozenset(
        (column.side or table.sides[0].side, column.role) for column in body.resolution.placed if column.is_measure
    )
    extracted = ExtractedTable(
        table=table,
        title=logical.caption.title,
        unit=unit,
        page=logical.page,
        pages=tuple(fragment.grid.page for fragment in logical.fragments),
        measures=measures,
        records=tuple(reader.records),
        unread=frozenset(reader.unread),
        unread_columns=body.unread_columns,
        years=frozenset(body.years),
    )
    return extracted, [*body.findings, *reader.findings]


def _refusal(table: Table, logical: LogicalTable) -> list[Finding]:
    findings: list[Finding] = []
    caption = logical.caption
    if unmapped(caption.title + caption.entity + caption.unit):
        findings.append(
            Finding(
                "table.unmapped_characters",
                f"found characters without a meaning above the table: {caption.title!r}, {caption.entity!r}; "
                "expected a font that says what its glyphs mean",
                table=table.id,
                page=logical.page,
            )
        )
    for fragment in logical.fragments:
        grid = fragment.grid
        bad = [cell for cell in grid.cells if unmapped(cell.text)]
        if bad:
            findings.append(
                Finding(
                    "table.unmapped_characters",
                    f"found characters without a meaning in {len(bad)} cells, first {bad[0].text[:40]!r}; "
                    "expected a font that says what its glyphs mean",
                    table=table.id,
                    page=grid.page,
                    box=bad[0].box,
                )
            )
        if grid.lattice.broken:
            findings.append(
                Finding(
                    "table.broken_rules",
                    "found ruling lines that enclose an area which is no rectangle; expected a grid of cells",
                    table=table.id,
                    page=grid.page,
                    box=grid.box,
                )
            )
    return findings


def _unit(table: Table, logical: LogicalTable) -> tuple[str | None, Finding | None]:
    first = logical.fragments[0]
    said = ({logical.caption.unit} - {""}) | units(first.grid, header_rows(first.grid, first.start))
    if len(said) == 1 and (unit := said.copy().pop()) in UNITS:
        return unit, None
    if not logical.has_amounts:
        return "元", None  # a table without figures has no need of a unit
    return None, Finding(
        "table.no_unit",
        f"found {'no unit' if not said else 'the unit ' + ' and '.join(sorted(said))} above the table; "
        f"expected 单位：{' or 单位：'.join(UNITS)}",
        table=table.id,
        page=first.grid.page,
        box=first.grid.box,
    )


class _Reader:
    """Reads the rows of one table into records, and links each to the record it is a part of."""

    def __init__(self, table: Table, body: Body, worth: Decimal) -> None:
        self.table = table
        self.body = body
        self.worth = worth
        self.records: list[Record] = []
        self.findings: list[Finding] = []
        self.unread: set[tuple[int, str]] = set()
        self._above: dict[tuple[Side, int], list[int]] = {}
        self._problems: dict[int, str] = {}
        self._code_above: dict[int, list[str]] = {}

    def read(self) -> None:
        """Read all rows."""
        sides = [SideReader(side) for side in self.table.sides]
        for row in self.body.rows():
            if self.table.shape == "accounts":
                blocks = sorted({column.block for column in row.cells})
                if len(blocks) > 1 and (sums := accounts.sums_across(self.table, row)):
                    for record, column, cell in sums:
                        self._sum_of_lists(record, row, column, cell)
                    continue
                for block in blocks:
                    self._accounts_row(row, block)
            elif self.table.shape == "two_sided":
                for side in sides:
                    self._side_row(row, side)
            else:
                self._single_row(row)
        if self.table.shape == "accounts":
            self.findings += accounts.check_codes(self.table, self.records, self._problems)

    def _accounts_row(self, row: PrintedRow, block: int) -> None:
        columns = [column for column in row.cells if column.block == block]
        by_role = {column.role: column for column in columns}
        record, problem = accounts.read_row(self.table, row, by_role, self._code_above.setdefault(block, []))
        if record is None:
            return
        measures = [column for column in columns if column.is_measure]
        if not record.code and record.level and not any(c.text for column in measures for c in row.cells[column]):
            return  # a remark in a row of its own: neither code nor amount
        if problem:
            self._problems[len(self.records)] = problem
        if not record.code and not record.item:
            self.findings.append(self._nameless(row))
        self._check_item(record, row, by_role.get("item"))
        self._add(record, row, measures, block)

    def _sum_of_lists(self, record: Record, row: PrintedRow, column: Column | None, cell: Cell | None) -> None:
        index = len(self.records)
        self._add(record, row, [])
        if column is not None and cell is not None:
            self._read_cell(record, index, column, cell)

    def _side_row(self, row: PrintedRow, side: SideReader) -> None:
        columns = [column for column in row.cells if column.side == side.declared.side]
        named = next((column for column in columns if column.role == "item"), None)
        cell = row.cell(named)
        text = cell.text if cell is not None else ""
        measures = [column for column in columns if column.is_measure]
        filled = [column for column in measures if any(c.text for c in row.cells[column])]
        if not filled and (not text or text in NOTHING):
            return
        record = side.record(text, row.number, row.page, row.box)
        if not record.item:
            self.findings.append(self._nameless(row))
        self._check_item(record, row, named)
        self._add(record, row, measures)

    def _single_row(self, row: PrintedRow) -> None:
        if not row.texts or all(text in NOTHING for text in row.texts):
            return
        measures = [column for column in row.cells if column.is_measure]
        for basis in dict.fromkeys(column.basis for column in measures):
            record = Record(row.number, row.page, self.table.sides[0].side, "", "", 0, row.box, basis=basis)
            self._add(record, row, [column for column in measures if column.basis == basis])

    def _add(self, record: Record, row: PrintedRow, columns: list[Column], block: int = 0) -> None:
        index = len(self.records)
        above = self._above.setdefault((record.side, block), [])
        if record.level > 0:
            while above and self.records[above[-1]].level >= record.level:
                above.pop()
            record.parent = above[-1] if above else None
            above.append(index)
        self.records.append(record)
        for column in columns:
            self._read_amount(record, index, row, column)

    def _read_amount(self, record: Record, index: int, row: PrintedRow, column: Column) -> None:
        cell = row.cell(column)
        if row.ambiguous(column):
            texts = " | ".join(dict.fromkeys(c.text for c in row.cells[column] if c.text))
            said = f"found '{texts}' in cells that do not match the columns; expected one cell"
            self._lose("amount.ambiguous", said, record, index, column)
            return
        if cell is not None and cell.text:
            self._read_cell(record, index, column, cell)

    def _read_cell(self, record: Record, index: int, column: Column, cell: Cell) -> None:
        if cell.overrun:
            said = f"found '{cell.text}' running over the border of its cell; expected it inside"
            self._lose("amount.crosses_rule", said, record, index, column, cell)
            return
        try:
            amount = read_amount(cell, self.worth)
        except NotANumber as error:
            self._lose("amount.not_a_number", f"found {error}; expected an amount", record, index, column, cell)
            return
        if amount is None:
            return
        if amount.rounded:
            said = f"found '{amount.printed}', finer than a fen; it is rounded to the fen"
            self._find("amount.rounded", said, record, column, cell)
        record.amounts[column.role] = PrintedAmount(amount, record.page, cell.box)

    def _lose(self, rule: str, said: str, record: Record, index: int, column: Column, cell: Cell | None = None) -> None:
        self.unread.add((index, column.role))
        self._find(rule, said, record, column, cell)

    def _find(self, rule: str, said: str, record: Record, column: Column, cell: Cell | None) -> None:
        name = " ".join(filter(None, (record.code, record.item)))
        self.findings.append(
            Finding(
                rule,
                f"row {record.row} '{name}', {column.role}: {said}",
                table=self.table.id,
                row=record.row,
                measure=column.role,
                page=record.page,
                box=cell.box if cell else record.box,
                printed=cell.text if cell else "",
            )
        )

    def _check_item(self, record: Record, row: PrintedRow, column: Column | None) -> None:
        """Two names in one cell are two rows between which the line is missing."""
        cell = row.cell(column)
        lines = [line.text for line in cell.lines[1:]] if cell else []
        if any(strip_enumerator(text)[1] for text in lines):
            self._report_row("row.unparted", f"found '{record.item}' in one cell; expected one name", record)
        if cell and cell.crossed:
            said = f"found '{record.item}' over the upper or lower border of its cell; part of it may be another row's"
            self._report_row("row.crosses_rule", said, record)

    def _report_row(self, rule: str, said: str, record: Record) -> None:
        message = f"row {record.row}: {said}"
        self.findings.append(
            Finding(rule, message, table=self.table.id, row=record.row, page=record.page, box=record.box)
        )

    def _nameless(self, row: PrintedRow) -> Finding:
        return Finding(
            "row.no_item",
            f"found amounts without a name: '{' | '.join(row.texts)}'; expected the row's name",
            table=self.table.id,
            row=row.number,
            page=row.page,
            box=row.box,
        )
