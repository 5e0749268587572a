"""The records of a table as they are put together: amounts read from their cells, each record linked to its parent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.amounts import NotANumber, read_amount
from yusuan.pipeline.extract.records import Period, PrintedAmount, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.schemas.sentences import rows as say
from yusuan.schemas.sentences.names import measure_name
from yusuan.schemas.sentences.said import Said, in_quotes
from yusuan.schemas.tables.official import LISTED_NAMES, OFFICIAL
from yusuan.schemas.vocabulary.around import SUBTOTALS, TOTALS

if TYPE_CHECKING:
    from yusuan.pipeline.extract.printed_row import PrintedRow
    from yusuan.pipeline.layout.cells import Cell
    from yusuan.schemas.tables.declaration import Column, Side, Table

_KNOWN = frozenset((*LISTED_NAMES, *TOTALS, *SUBTOTALS))


class Collector:
    """Collects the records of one table, what was found on the way, and which amounts could not be read.

    `worth` is what the printed unit is worth in yuan.
    """

    def __init__(self, table: Table, worth: Decimal) -> None:
        self.table = table
        self.worth = worth
        self.records: list[Record] = []
        self.findings: list[Finding] = []
        self.problems: dict[int, Said] = {}
        self.unplaced = False
        """Whether the code of a row does not tell whose part it is."""
        self.strange: list[tuple[Record, str]] = []
        """Rows in whose place for a code something else is printed, and what."""
        self.unread: set[tuple[int, str]] = set()
        self._places: dict[int, int] = {}
        self._above: dict[tuple[Side, int, Period], list[int]] = {}
        self.lists: dict[tuple[Side, Period], dict[int, list[int]]] = {}
        """The places of records with a level, by the number of the list that they stand in."""

    def add(self, record: Record, row: PrintedRow, columns: list[Column], block: int = 0) -> None:
        """Take a record in, as a part of the last one above it in its list, with its amounts from `columns`.

        One that is in already only gets its amounts.
        """
        index = self._places.setdefault(id(record), len(self.records))
        if index < len(self.records):
            for column in columns:
                self.read_amount(record, index, row, column)
            return
        above = self._above.setdefault((record.side, block, record.period), [])
        if record.level > 0:
            while above and self.records[above[-1]].level >= record.level:
                above.pop()
            record.parent = above[-1] if above else None
            above.append(index)
            self.lists.setdefault((record.side, record.period), {}).setdefault(block, []).append(index)
        self.records.append(record)
        for column in columns:
            self.read_amount(record, index, row, column)

    def read_amount(self, record: Record, index: int, row: PrintedRow, column: Column, measure: str = "") -> None:
        """Read the amount under a column, which is one of `measure` where the row tells it, or say why not."""
        role = replace(column, role=measure) if measure else column
        cell = row.cell(column)
        if column in row.overleaf:
            record.rows[role.role] = row.number, row.overleaf[column]
        if row.ambiguous(column):
            texts = " | ".join(dict.fromkeys(c.text for c in row.cells[column] if c.text))
            self._lose("amount.ambiguous", say.AMBIGUOUS.of(texts=texts), record, index, role)
            return
        if cell is not None and cell.text:
            self.read_cell(record, index, role, cell)

    def read_cell(self, record: Record, index: int, column: Column, cell: Cell) -> None:
        """Read the amount in a cell, or say why it could not be read."""
        if cell.overrun:
            self._lose("amount.crosses_rule", say.OVER_BORDER.of(text=cell.text), record, index, column, cell)
            return
        try:
            amount = read_amount(cell, self.worth)
        except NotANumber as error:
            self._lose("amount.not_a_number", say.NO_AMOUNT.of(problem=error.said), record, index, column, cell)
            return
        if amount is None:
            return
        if amount.rounded:
            self._find("amount.rounded", say.ROUNDED.of(printed=amount.printed), record, column, cell)
        record.amounts[column.role] = PrintedAmount(amount, *cell.printed(record.page_of(column.role)))

    def _lose(
        self, rule: str, said: Said, record: Record, index: int, column: Column, cell: Cell | None = None
    ) -> None:
        self.unread.add((index, column.role))
        self._find(rule, said, record, column, cell)

    def _find(self, rule: str, said: Said, record: Record, column: Column, cell: Cell | None) -> None:
        name = " ".join(filter(None, (record.code, record.item)))
        page = record.page_of(column.role)
        page, box = cell.printed(page) if cell else (page, record.box)
        self.findings.append(
            Finding(
                rule,
                say.OF_AMOUNT.of(
                    row=record.row_of(column.role),
                    name=in_quotes(name) if name else say.NO_NAME.of(),
                    measure=measure_name(column.role, self.table.published_id),
                    said=said,
                ),
                table=self.table.id,
                row=record.row_of(column.role),
                measure=column.role,
                page=page,
                box=box,
                printed=cell.text if cell else "",
            )
        )

    def check_item(self, record: Record, row: PrintedRow, column: Column | None) -> None:
        """Two names in one cell are two rows between which the line is missing."""
        cell = row.cell(column)
        lines = [line.text for line in cell.lines[1:]] if cell else []
        if any(strip_enumerator(text)[1] for text in lines):
            record.unsure = True
            self._report_row("row.unparted", say.TWO_NAMES.of(row=record.row, item=record.item), record)
        if cell and cell.crossed:
            # What is the whole name of an account or a sum has no part of another row's.
            record.unsure = record.unsure or record.item not in OFFICIAL.get(record.code, _KNOWN)
            self._report_row("row.crosses_rule", say.CROSSES_RULE.of(row=record.row, item=record.item), record)

    def several_codes(self, record: Record) -> None:
        """Several codes in one cell are rows between which the line is missing, or a cell merged over rows."""
        self._report_row("row.unparted", say.SEVERAL_CODES.of(row=record.row, code=record.code), record)

    def _report_row(self, rule: str, said: Said, record: Record) -> None:
        self.findings.append(Finding(rule, said, table=self.table.id, row=record.row, page=record.page, box=record.box))

    def of_no_code(self, record: Record, text: str) -> None:
        """Report what stands in the place of a row's further code and is none; the row has none then."""
        self._report_row("row.crosses_rule", say.STRANGE_CODE.of(row=record.row, item=record.item, text=text), record)

    def report_strange_codes(self) -> None:
        """Report the rows in whose place for a code something else is printed, and which have none then. Of one among
        others with codes its own finding tells (`prove/codes.py`).
        """
        coded = sum(bool(record.code) for record in self.records)
        if self.strange and (len(self.strange) > 1 or not coded):
            record, text = self.strange[0]
            said = say.STRANGE_CODES.of(count=len(self.strange), row=record.row, item=record.item, text=text)
            self._report_row("row.code_unread", said, record)

    def check_code(self, record: Record, cut: str, strange: str) -> None:
        """Report a row that prints only the end of its code (`cut`), which no row above it begins; it has none then.
        Note one with anything else in its place (`strange`).
        """
        if strange and record.level:
            self.strange.append((record, strange))
        if not cut:
            return
        self._report_row("row.code_cut", say.CUT_CODE.of(row=record.row, item=record.item, text=cut), record)

    def of_no_year(self, record: Record, said: str) -> None:
        """Report a row whose amounts are for no one year, where a column says the year of each row."""
        self._report_row("row.no_year", say.NO_YEAR.of(row=record.row, item=record.item, said=said), record)

    def torn(self, row: PrintedRow) -> None:
        """Report a row whose amounts may be those of the last row of the page before."""
        said = say.TORN.of(row=row.number, texts=" | ".join(row.texts))
        self.findings.append(Finding("row.torn", said, table=self.table.id, row=row.number, page=row.page, box=row.box))

    def nameless(self, record: Record, row: PrintedRow) -> None:
        """Report a row that has amounts and no name."""
        record.unsure = True
        self.findings.append(
            Finding(
                "row.no_item",
                say.NO_ITEM.of(texts=" | ".join(row.texts)),
                table=self.table.id,
                row=row.number,
                page=row.page,
                box=row.box,
            )
        )
