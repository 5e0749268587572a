"""A sheet that is read from the top: a title, what a reader must know, a header, rows of texts, amounts and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from yusuan.pipeline.export.answers import Figure
from yusuan.pipeline.export.rows import colour_statuses
from yusuan.pipeline.export.sheets import Book, Place, letters
from yusuan.pipeline.export.styles import OF_STATUS
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.workbook import CONTRADICTED, HEADS, IN_DOUBT

_TENTH = Decimal("0.1")
_HEAD_HEIGHT = 32
_PRINTED = 250
"""The characters that a printed page has room for beside each other."""
_FROZEN = 4
"""The columns that stay in sight: body, level, year, kind."""


@dataclass(frozen=True)
class Column:
    """A column: its id, its width in characters, and its header where HEADS has none."""

    id: str
    width: float
    head: Said | None = None


class Page:
    """A sheet under way. Columns are named by their ids; a cell that is not written is blank."""

    def __init__(self, book: Book, sheet: Any, title: Said, reading: Sequence[Said], columns: Sequence[Column]) -> None:
        self._book, self._sheet = book, sheet
        self._columns = {column.id: place for place, column in enumerate(columns)}
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        book.text(sheet, 0, 0, book.said(title), "title")
        for row, said in enumerate(reading, 1):
            book.text(sheet, row, 0, book.said(said), "note")
        self._first = len(reading) + 2
        sheet.set_row(self._first - 1, _HEAD_HEIGHT)
        for place, column in enumerate(columns):
            book.text(sheet, self._first - 1, place, book.said(column.head or HEADS[column.id]), "wrapped")
        sheet.repeat_rows(self._first - 1)
        sheet.repeat_columns(0, _FROZEN - 1)
        sheet.fit_to_pages(max(1, round(sum(column.width for column in columns) / _PRINTED)), 0)
        sheet.freeze_panes(self._first, _FROZEN)
        self._row = self._first

    @property
    def place(self) -> Place:
        """The row that is being written."""
        return Place(self._sheet.get_name(), self._row)

    def text(self, column: str, text: str, to: Place | None = None) -> None:
        """Write a text, which may lead to another place; an empty one leaves the cell blank."""
        if text:
            at = self._columns[column]
            style = "entry" + self._book.link(self._sheet, self._row, at, to)
            self._book.text(self._sheet, self._row, at, text, style)

    def number(self, column: str, number: Decimal | int, style: str, to: Place | None = None) -> None:
        """Write a number, which may lead to another place."""
        at = self._columns[column]
        style += self._book.link(self._sheet, self._row, at, to)
        self._book.number(self._sheet, self._row, at, number, style)

    def percent(self, column: str, percent: Decimal | None) -> None:
        """Write per cents to one decimal."""
        if percent is not None:
            self.number(column, percent.quantize(_TENTH, ROUND_HALF_UP), "percent")

    def figure(self, column: str, figure: Figure | None) -> None:
        """Write an amount that leads to its own cell, marked where it is contradicted or in doubt."""
        if figure is None:
            return
        at = self._columns[column]
        style = OF_STATUS.get(figure.status, "money")
        style += self._book.link(self._sheet, self._row, at, figure.place, figure.at)
        self._book.number(self._sheet, self._row, at, figure.amount, style)
        if said := {"contradicted": CONTRADICTED, "in_doubt": IN_DOUBT}.get(figure.status):
            self._sheet.write_comment(self._row, at, self._book.said(said.of(page=figure.row.page)))

    def next(self) -> None:
        """Go on to the next row."""
        self._row += 1

    def end(self, status: str = "", apart: str = "") -> None:
        """Set the filter, colour the column `status`, draw a line above rows that differ in column `apart`."""
        last = max(self._row - 1, self._first)
        width = len(self._columns)
        self._sheet.autofilter(self._first - 1, 0, last, width - 1)
        if status:
            colour_statuses(self._book, self._sheet, self._columns[status], self._first, last)
        if apart:
            letter = letters(self._columns[apart])
            differs = f"=${letter}{self._first + 1}<>${letter}{self._first}"
            rule = {"type": "formula", "criteria": differs, "format": self._book.formats["rule_above"]}
            self._sheet.conditional_format(self._first, 0, last, width - 1, rule)
