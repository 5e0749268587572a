"""The rows of one kind: a header of labels and ids, typed columns, as many sheets as they need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from unicodedata import east_asian_width

from yusuan.pipeline.export.cells import exact
from yusuan.pipeline.export.sheets import Book, Place, letters
from yusuan.pipeline.export.styles import Kind
from yusuan.schemas.sentences.exporting import CELL_OF
from yusuan.schemas.sentences.said import Said

_ARROW = 3
"""The room that the button of a filter takes, in characters."""
_NAMEABLE = re.compile(r"[a-z_]+")


@dataclass(frozen=True)
class Head:
    """A column: its id, what it holds, its width in characters, its label, and how its values are called where they
    are not shown as they are.
    """

    name: str
    kind: Kind
    width: float
    label: str
    called: Callable[[str], str] | None = None


@dataclass(frozen=True)
class Mark:
    """What is to be seen of an amount: the format of its cell, and what is said of it, if anything."""

    style: str
    comment: str = ""


class Rows:
    """The rows of one kind, on as many sheets as they need."""

    def __init__(
        self, book: Book, id_: str, name: str, heads: Sequence[Head], title: str = "", frozen: int = 0
    ) -> None:
        """Begin the first sheet, with a name and a `title` above the header, if there is one.

        The header is two rows: in English the ids of the columns and their labels, in Chinese the labels and the ids.
        `frozen` is how many columns stay in sight; `id_` is what the names of the columns begin with.
        """
        self._book, self._id, self._name, self._heads = book, id_, name, heads
        self._title, self._frozen = title, frozen
        self._first = 3 if title else 2
        self._writers = [self._writer(head) for head in heads]
        self.names: list[str] = []
        self._begin()

    def add(self, values: Iterable[Any], marks: Mapping[int, Mark] | None = None) -> Place:
        """Write a row; None leaves a cell blank. `marks` are amounts that must be seen, by column."""
        if self._row >= self._book.most_rows:
            self._end()
            self._begin()
        for column, (value, write) in enumerate(zip(values, self._writers, strict=True)):
            if value is None:
                continue
            if marks and column in marks:
                mark = marks[column]
                self._number(column, value, self._book.formats[mark.style])
                if mark.comment:
                    self._sheet.write_comment(self._row, column, mark.comment)
            else:
                write(column, value)
        self._row += 1
        return Place(self.names[-1], self._row - 1)

    def end(self) -> None:
        """Set the filter and the colours of the last sheet; name the columns where there is one sheet with rows."""
        self._end()
        if len(self.names) > 1 or self._row <= self._first or not _NAMEABLE.fullmatch(self._id):
            return
        for column, head in enumerate(self._heads):
            letter = letters(column)
            place = f"='{self.names[0]}'!${letter}${self._first + 1}:${letter}${self._row}"
            self._book.workbook.define_name(f"{self._id}_{head.name}", place)

    def _begin(self) -> None:
        book = self._book
        self._sheet = book.sheet(self._name)
        self.names.append(book.names[-1])
        if self._title:
            book.text(self._sheet, 0, 0, self._title, "title")
        for column, head in enumerate(self._heads):
            header = (head.name, head.label) if book.language == "en" else (head.label, head.name)
            widest = max(head.width, shown_width(header[0]), _ARROW + shown_width(header[1]))
            self._sheet.set_column(column, column, widest)
        # A row at a time: what comes after a row is written cannot go before it.
        for row, style in ((0, "upper"), (1, "lower")):
            for column, head in enumerate(self._heads):
                text = head.name if (row == 0) == (book.language == "en") else head.label
                book.text(self._sheet, self._first - 2 + row, column, text, style)
        self._sheet.repeat_rows(self._first - 2, self._first - 1)
        self._sheet.freeze_panes(self._first, self._frozen)
        self._row = self._first

    def _end(self) -> None:
        last = max(self._row - 1, self._first)
        self._sheet.autofilter(self._first - 1, 0, last, len(self._heads) - 1)
        for column, head in enumerate(self._heads):
            if head.name == "status":
                colour_statuses(self._book, self._sheet, column, self._first, last)

    def _number(self, column: int, value: Decimal | int, style: Any) -> None:
        def where() -> Said:
            return CELL_OF.of(sheet=self.names[-1], row=self._row + 1, column=self._heads[column].name)

        self._sheet.write_number(self._row, column, exact(value, where), style)

    def _writer(self, head: Head) -> Callable[[int, Any], None]:
        style = self._book.formats[head.kind]
        called = head.called

        def text(column: int, value: str) -> None:
            self._book.text(self._sheet, self._row, column, value, head.kind)

        def named(column: int, value: str) -> None:
            self._book.text(self._sheet, self._row, column, called(value) if called else value, head.kind)

        def boolean(column: int, value: bool) -> None:
            self._sheet.write_boolean(self._row, column, value, style)

        def number(column: int, value: Decimal | int) -> None:
            self._number(column, value, style)

        if head.kind in ("text", "code"):
            return named if called else text
        return boolean if head.kind == "boolean" else number


def colour_statuses(book: Book, sheet: Any, column: int, first: int, last: int) -> None:
    """Colour the cells of a column by the status that they begin with."""
    for word, colour in book.colours.items():
        rule = {"type": "text", "criteria": "begins with", "value": word, "format": colour}
        sheet.conditional_format(first, column, last, column, rule)


def shown_width(text: str) -> int:
    """How wide a text is, in characters of the Latin script."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
