"""The body of a logical table as printed rows: for each row, the cell under each known column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.columns import Resolution, resolve
from yusuan.pipeline.extract.cut_rows import is_cut
from yusuan.pipeline.extract.printed_row import PrintedRow, Sides, cells_under, is_rest, rejoined, standing_under
from yusuan.pipeline.layout.borders import onto
from yusuan.pipeline.layout.header import (
    AMOUNT_LIKE,
    HeaderColumn,
    header_columns,
    header_rows,
    is_numbering,
    is_page_sum,
)
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.messages.findings import Box, Finding
from yusuan.schemas.sentences import columns as say
from yusuan.schemas.sentences import rows as say_of_rows
from yusuan.schemas.sentences.said import Said, joined, quoted
from yusuan.schemas.sentences.tables import NAMED_ROWS
from yusuan.schemas.tables.declaration import CODE_ROLES
from yusuan.schemas.tables.ids import PURCHASES

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell, Grid
    from yusuan.schemas.tables.declaration import Column, Table

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+")
_NUMBERS = re.compile(r"\d+")
_YEAR = re.compile(r"20\d\d")
_NOTE = re.compile(r"^(?:注|备注|说明)\d?[:：.]")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a fragment's columns stand: borders in points, per declared column."""

    grid: Grid
    first_row: int
    columns: dict[Column, tuple[float, float]]


class Body:
    """The rows of a logical table, read through the header of each of its fragments."""

    def __init__(self, table: Table, logical: LogicalTable, beside: Sequence[Table] = ()) -> None:
        self.table = table
        self._beside = beside
        self.findings: list[Finding] = []
        self.unread_columns = self._unread_names = False
        self.fragments: list[Placed] = []
        self.resolution = Resolution()
        self.years: set[int] = set()
        for index, fragment in enumerate(logical.fragments):
            self._place(index, fragment)

    def can_be_read(self) -> bool:
        """Whether every column was found without which the table has no meaning, and any that holds amounts.

        What is found against it is added to the findings.
        """
        if self._unread_names and self._named_by_nothing_else():
            grid = self.fragments[0].grid
            self._find("table.named_rows", NAMED_ROWS.of(), grid)
            return False
        amounts = any(column.is_measure for column in self.resolution.placed)
        return amounts and not self.resolution.missing(self.table)

    def _named_by_nothing_else(self) -> bool:
        """Whether no column names the rows whose names stand in one that is not understood."""
        roles = {column.role for column in self.resolution.placed}
        listed = self.table.published_id in PURCHASES or self.table.sides[0].classification in (
            "project",
            "administrative",
        )
        return not roles & {"item", *(() if listed else CODE_ROLES)}

    def rows(self) -> Iterator[PrintedRow]:
        """The printed rows below the headers, numbered through the whole table, blank ones counted.

        A row that a page break cuts in two is one row, on the page that it begins on.
        """
        last: PrintedRow | None = None
        for row in self._printed():
            if last is not None and row.number == last.number:
                if row.texts:
                    self._report_cut(last, row)
                last = rejoined(last, row)
                continue
            if last is not None:
                yield last
            last = row
        if last is not None:
            yield last

    def _names(self) -> set[str]:
        """The names of rows that the declaration tells."""
        sides = [side for table in (self.table, *self._beside) for side in table.sides]
        names = {name for side in sides for name in (*side.totals, *side.balances)}
        return names | {name for side in sides for subtotal in side.subtotals for name in subtotal.names}

    def _report_cut(self, upper: PrintedRow, lower: PrintedRow) -> None:
        texts = [" ".join(cell.text for cell in row.whole if cell.text)[:60] for row in (upper, lower)]
        own = any(c.is_measure and lower.filled(c) and not upper.filled(c) for c in upper.columns)
        sentence = say_of_rows.CUT_AMOUNTS if own else say_of_rows.CUT
        said = sentence.of(row=upper.number, lower=texts[1], page=lower.page, upper=texts[0], before=upper.page)
        self.findings.append(
            Finding("row.cut", said, table=self.table.id, row=upper.number, page=lower.page, box=lower.box)
        )

    def _printed(self) -> Iterator[PrintedRow]:
        number = 0
        last: PrintedRow | None = None
        for before, placed in zip((None, *self.fragments), self.fragments, strict=False):
            grid = placed.grid
            nested = self.table.shape == "nested"
            cut = before is not None and is_cut(before.grid, grid, placed.first_row, self._names(), nested)
            known: dict[Sides, tuple[list[tuple[Column, bool, tuple[int, ...]]], tuple[int, ...]]] = {}
            for row in range(placed.first_row, grid.rows):
                if not (cut and row == placed.first_row):
                    number += 1
                texts = [cell.key for cell in grid.row(row) if cell.key]
                if is_numbering(texts) or is_page_sum(texts):
                    continue
                if len(across := grid.row(row)) < 2:
                    self._check_note(grid, across, number)
                    continue
                sides = tuple([(cell.box[0], cell.box[2]) for cell in across])
                if sides not in known:
                    standing, times = standing_under(sides, placed.columns)
                    known[sides] = [(column, column.is_measure, at) for column, at in standing.items()], times
                under, several = known[sides]
                # An amount in a cell merged over several rows is one amount, that of the first.
                begun = [cell if cell.span.row == row else None for cell in across]
                # A header that reaches down beside the first row names no row.
                named = [cell if cell.span.row >= placed.first_row else None for cell in across]
                cells = {
                    column: tuple([cell for at in places if (cell := (begun if money else named)[at]) is not None])
                    for column, money, places in under
                }
                shared = frozenset(id(across[at]) for at in several if begun[at])
                box = (grid.box[0], grid.lattice.ys[row], grid.box[2], grid.lattice.ys[row + 1])
                printed = PrintedRow(number, grid.page, box, cells, shared, tuple(across), placed.columns)
                if row == placed.first_row and not cut and last is not None:
                    rest = is_rest(printed, last)
                    number = last.number if rest else number
                    printed = replace(printed, number=number, torn=rest is None)
                last = printed
                yield printed

    def _check_note(self, grid: Grid, cells: list[Cell], number: int) -> None:
        """One cell over the whole width is a note under the table, unless figures are lost in it."""
        for cell in cells:
            numbers = _NUMBERS.findall(" ".join(line.text for line in cell.lines))
            figures = [number for number in numbers if not _YEAR.fullmatch(number)]
            if (_FIGURE.search(cell.key) or len(figures) > 1) and not _NOTE.match(cell.key):
                said = say_of_rows.UNPARTED.of(row=number, text=cell.text[:80])
                self.findings.append(
                    Finding("row.unparted", said, table=self.table.id, row=number, page=grid.page, box=cell.box)
                )

    def _place(self, index: int, fragment: Fragment) -> None:
        grid = fragment.grid
        words = set().union(*(table.header_words() for table in (self.table, *self._beside)))
        particular = set().union(*(table.particular_words() for table in (self.table, *self._beside)))
        # The first fragment must begin with a header, known or not; a later one repeats it, or does not.
        header = (
            header_rows(grid, fragment.start, declared=particular)
            if index == 0
            else header_rows(grid, fragment.start, known=words.__contains__, declared=particular)
        )
        while index and header and not self._is_header(grid, header):
            # A known word at the head of a page, or below its header, is a row's (小计), unless the header has what it
            # must.
            header = header[:-1]
        if not header:
            if not self.fragments:
                texts = " | ".join(cell.text for cell in grid.row(min(fragment.start, grid.rows - 1)))
                said = say.NO_HEADER.of(texts=texts, expected=self._expected())
                self._find("table.missing_column", said, grid)
                return
            first = self.fragments[0]
            columns = {
                column: (onto(x0, first.grid, grid), onto(x1, first.grid, grid))
                for column, (x0, x1) in first.columns.items()
            }
            self.fragments.append(Placed(grid, header.stop, columns))
            moved = [
                replace(printed, x0=onto(printed.x0, first.grid, grid), x1=onto(printed.x1, first.grid, grid))
                for printed in self.resolution.unknown
            ]
            self._report_unknown(moved, grid, header)
            return
        printed = header_columns(grid, header)
        resolution = resolve(self.table, printed)
        others = {column.x0 for other in self._beside for column in resolve(other, printed).placed.values()}
        resolution.unknown = [column for column in resolution.unknown if column.x0 not in others]
        if not self.fragments:
            self.resolution = resolution
        self._report(resolution, grid, header)
        self.years.update(resolution.years())
        columns = {column: (printed.x0, printed.x1) for column, printed in resolution.placed.items()}
        self.fragments.append(Placed(grid, header.stop, columns))

    def _is_header(self, grid: Grid, rows: range) -> bool:
        """Whether rows at the head of a later page have the columns that the table cannot do without, and amounts."""
        found = resolve(self.table, header_columns(grid, rows))
        return not found.missing(self.table) and any(column.is_measure for column in found.placed)

    def _report_unknown(self, unknown: list[HeaderColumn], grid: Grid, header: range) -> None:
        for printed in unknown:
            under = [
                cell
                for row in range(header.stop, grid.rows)
                for cell in cells_under(grid, row, (printed.x0, printed.x1))
                if cell.text
            ]
            if not under:
                continue  # a ruled column in which nothing stands takes nothing away
            # What is only among the money before it (其中) is in no sum of the row.
            self.unread_columns |= not printed.words or not printed.words[-1].startswith("其中")
            first = min((p.x0 for c, p in self.resolution.placed.items() if c.is_measure), default=0.0)
            self._unread_names |= any(
                not AMOUNT_LIKE.match(cell.key) or (cell.key.isdigit() and printed.x0 < first) for cell in under
            )
            strange = [w for w in printed.words if w not in self.table.header_words()]
            words = quoted(" / ".join(printed.words)) or say.NOTHING_ABOVE.of()
            self._find(
                "table.unknown_column",
                (say.UNKNOWN_WORD if strange else say.UNKNOWN).of(
                    words=words, strange=joined(strange), count=len(under), expected=self._expected()
                ),
                grid,
                (printed.x0, grid.lattice.ys[header.start], printed.x1, grid.box[3]),
            )

    def _report(self, resolution: Resolution, grid: Grid, header: range) -> None:
        self._report_unknown(resolution.unknown, grid, header)
        found = joined(" / ".join(printed.words) for printed in resolution.placed.values()) or say.NONE.of()
        for column in resolution.missing(self.table):
            headers, role = joined(column.headers, " or ", "”或“"), say.role_name(column.role, self.table.published_id)
            said = say.MISSING.of(headers=headers, role=role, found=found)
            self._find("table.missing_column", said, grid)

    def _find(self, rule: str, said: Said, grid: Grid, box: Box | None = None) -> None:
        self.findings.append(Finding(rule, said, table=self.table.id, page=grid.page, box=box or grid.box))

    def _expected(self) -> Said:
        return joined(dict.fromkeys(w for column in self.table.columns for w in column.headers))
