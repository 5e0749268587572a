"""Sheets of a workbook: a header, typed columns, as many sheets as the rows need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal
from unicodedata import east_asian_width

from pipeline.export.cells import becomes_active, exact, storable

MOST_ROWS = 1_048_576
"""The rows that a sheet may have."""
_LONGEST_NAME = 31
_A3 = 8
_ARROW = 3
"""The room that the button of a filter takes, in characters."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_NAMEABLE = re.compile(r"[a-z_]+")
Kind = Literal["text", "code", "integer", "money", "number", "place", "boolean"]
"""What a column holds: `code` is text of digits, `money` has two decimals, `place` is a coordinate."""
_RIGHT: dict[str, object] = {"align": "right", "indent": 1}
"""Numbers keep away from the text in the next column: an amount beside what is printed would read as one number."""
_FORMATS: dict[str, dict[str, object]] = {
    "text": {},
    "code": {"num_format": "@"},
    "integer": {"num_format": "0", "align": "center"},
    "money": {"num_format": "#,##0.00", **_RIGHT},
    "number": _RIGHT,
    "place": {"num_format": "0.00", **_RIGHT},
    # LibreOffice would show 1 and 0; Excel heeds no format of these.
    "boolean": {"num_format": '"TRUE";"TRUE";"FALSE"', "align": "center"},
    "quoted": {"quote_prefix": True},
    "wrong": {"num_format": "#,##0.00", **_RIGHT, "bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True},
    "head": {"bold": True, "bg_color": "#DDEBF7", "bottom": 1},
    "title": {"bold": True, "font_size": 14},
    "bold": {"bold": True},
    "count": {"num_format": "#,##0", "valign": "top", "align": "left"},
    "wrap": {"text_wrap": True, "valign": "top"},
}
_STATUS_COLOURS = {
    "contradicted": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "in_doubt": {"bg_color": "#FFD8B0", "font_color": "#7A3E00"},
    "incomplete": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "unproved": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "proved": {"font_color": "#006100"},
    "quarantined": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
}
_MADE = datetime(2000, 1, 1)
"""The date in every workbook, so that one dataset gives one file."""


@dataclass(frozen=True)
class Head:
    """A column of a sheet: its id, what it holds, its width in characters, and its label where there is one."""

    name: str
    kind: Kind
    width: float
    label: str = ""


@dataclass
class Book:
    """A workbook under way. `most_rows` is the limit of a sheet; `changed` counts texts that a cell cannot hold.

    Rows go to disk as they come, beside the workbook, so that memory does not grow with them. Raises OSError when it
    cannot be written, NotExported for a number that a cell cannot hold.
    """

    path: Path
    most_rows: int = MOST_ROWS
    changed: int = 0
    names: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        import xlsxwriter

        options = {
            "constant_memory": True,
            "tmpdir": str(self.path.parent),
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        self.workbook = xlsxwriter.Workbook(str(self.path), options)
        self.workbook.set_properties({"title": "yusuan", "created": _MADE})
        self.formats = {name: self.workbook.add_format(given) for name, given in _FORMATS.items()}
        self.colours = {name: self.workbook.add_format(given) for name, given in _STATUS_COLOURS.items()}

    def sheet(self, wanted: str) -> Any:
        """A new worksheet, with a name that is allowed and not taken."""
        base = _NOT_IN_NAMES.sub("_", wanted).strip() or "sheet"
        taken = {name.lower() for name in self.names} | {"history"}
        name, number = base[:_LONGEST_NAME], 1
        while name.lower() in taken:
            number += 1
            name = f"{base[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        self.names.append(name)
        sheet = self.workbook.add_worksheet(name)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: str, style: str) -> None:
        """Write a text as a text, whatever it looks like."""
        stored = storable(text)
        self.changed += stored != text
        form = "quoted" if style in ("text", "code") and becomes_active(stored) else style
        sheet.write_string(row, column, stored, self.formats[form])

    def abandon(self) -> None:
        """Let go of the files of a workbook that is not to be."""
        with suppress(Exception):
            self.workbook.close()

    def close(self) -> None:
        """Put the workbook together. Raises OSError when it cannot be written."""
        from xlsxwriter.exceptions import FileCreateError, FileSizeError

        try:
            self.workbook.close()
        except (FileCreateError, FileSizeError) as error:
            raise OSError(None, str(error)) from error


class Rows:
    """The rows of one kind, on as many sheets as they need."""

    def __init__(self, book: Book, name: str, heads: Sequence[Head], title: str = "", frozen: int = 0) -> None:
        """Begin the first sheet; with a `title`, that and the labels of the columns stand above their ids.

        `frozen` is how many columns stay in sight.
        """
        self._book, self._name, self._heads, self._title, self._frozen = book, name, heads, title, frozen
        self._first = 3 if title else 1
        self._writers = [self._writer(head) for head in heads]
        self.names: list[str] = []
        self._begin()

    def add(self, values: Iterable[Any], marks: Mapping[int, str] | None = None) -> None:
        """Write a row; None leaves a cell blank. `marks` are amounts that are wrong: column → what is said of them."""
        if self._row >= self._book.most_rows:
            self._end()
            self._begin()
        for column, (value, write) in enumerate(zip(values, self._writers, strict=True)):
            if value is None:
                continue
            if marks and column in marks:
                self._number(column, value, self._book.formats["wrong"])
                self._sheet.write_comment(self._row, column, marks[column])
            else:
                write(column, value)
        self._row += 1

    def end(self) -> None:
        """Set the filter and the colours of the last sheet; name the columns where there is one sheet with rows."""
        self._end()
        if self.names != [self._name] or self._row <= self._first or not _NAMEABLE.fullmatch(self._name):
            return
        for column, head in enumerate(self._heads):
            letters = _letters(column)
            place = f"='{self.names[0]}'!${letters}${self._first + 1}:${letters}${self._row}"
            self._book.workbook.define_name(f"{self._name}_{head.name}", place)

    def _begin(self) -> None:
        self._sheet = self._book.sheet(self._name)
        self.names.append(self._book.names[-1])
        for column, head in enumerate(self._heads):
            widest = max(head.width, _ARROW + shown_width(head.name), shown_width(head.label) if self._title else 0)
            self._sheet.set_column(column, column, widest)
        if self._title:
            self._book.text(self._sheet, 0, 0, self._title, "title")
            for column, head in enumerate(self._heads):
                self._book.text(self._sheet, 1, column, head.label, "head")
        for column, head in enumerate(self._heads):
            self._book.text(self._sheet, self._first - 1, column, head.name, "head")
        self._sheet.repeat_rows(self._first - 1)
        self._sheet.freeze_panes(self._first, self._frozen)
        self._row = self._first

    def _end(self) -> None:
        last = max(self._row - 1, self._first)
        self._sheet.autofilter(self._first - 1, 0, last, len(self._heads) - 1)
        for column, head in enumerate(self._heads):
            if head.name == "status":
                for word, colour in self._book.colours.items():
                    rule = {"type": "text", "criteria": "begins with", "value": word, "format": colour}
                    self._sheet.conditional_format(self._first, column, last, column, rule)

    def _number(self, column: int, value: Decimal | int, style: Any) -> None:
        where = f"{self.names[-1]}, row {self._row + 1}, {self._heads[column].name}"
        self._sheet.write_number(self._row, column, exact(Decimal(value), where), style)

    def _writer(self, head: Head) -> Callable[[int, Any], None]:
        style = self._book.formats[head.kind]

        def text(column: int, value: str) -> None:
            self._book.text(self._sheet, self._row, column, value, head.kind)

        def boolean(column: int, value: bool) -> None:
            self._sheet.write_boolean(self._row, column, value, style)

        def number(column: int, value: Decimal | int) -> None:
            self._number(column, value, style)

        if head.kind in ("text", "code"):
            return text
        return boolean if head.kind == "boolean" else number


def shown_width(text: str) -> int:
    """How wide a text is, in characters of the Latin script."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _letters(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
