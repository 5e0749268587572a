"""A workbook under way: its sheets, and how texts, numbers and links are put into their cells."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from yusuan.pipeline.export.cells import becomes_active, exact, storable
from yusuan.pipeline.export.styles import FORMATS, QUOTED, status_colours
from yusuan.schemas.sentences.exporting import CELL
from yusuan.schemas.sentences.said import Language, Said

MOST_ROWS = 1_048_576
"""The rows that a sheet may have."""
_LONGEST_NAME = 31
_MOST_LINKS = 65_530
"""The links that a sheet may have."""
_A3 = 8
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'：＊？／＼［］\x00-\x1f]")
"""Excel refuses the wide ones too where its own language is one of East Asia."""
_MADE = datetime(2000, 1, 1)
"""The date in every workbook, so that one dataset gives one file."""


class Place(NamedTuple):
    """A row of a sheet, counted from 0."""

    sheet: str
    row: int


@dataclass
class Book:
    """A workbook under way. `most_rows` is the limit of a sheet; `changed` counts texts that a cell cannot hold.

    Rows go to disk as they come, beside the workbook, so that memory does not grow with them. Raises OSError when it
    cannot be written, NotExported for a number that a cell cannot hold.
    """

    path: Path
    language: Language
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
        self.formats = {name: self.workbook.add_format(given) for name, given in FORMATS.items()}
        self.colours = {word: self.workbook.add_format(given) for word, given in status_colours(self.language).items()}
        self._links: Counter[str] = Counter()

    def said(self, said: Said) -> str:
        """The text in the language of the workbook."""
        return said.of(self.language)

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
        stored = storable(text, self.language)
        self.changed += stored != text
        form = QUOTED.get(style, style) if becomes_active(stored) else style
        sheet.write_string(row, column, stored, self.formats[form])

    def number(self, sheet: Any, row: int, column: int, number: Decimal | int, style: str) -> None:
        """Write a number; raises NotExported for one that a cell cannot hold."""

        def where() -> Said:
            return CELL.of(sheet=sheet.get_name(), row=row + 1, column=column + 1)

        sheet.write_number(row, column, exact(number, where), self.formats[style])

    def link(self, sheet: Any, row: int, column: int, to: Place | None, at: int = 0) -> str:
        """Make a cell lead to column `at` of a row; what it shows must be written after it.

        Returns what the name of the cell's format ends in, which is nothing where a sheet can have no more links.
        """
        name = sheet.get_name()
        if to is None or self._links[name] >= _MOST_LINKS:
            return ""
        self._links[name] += 1
        sheet.write_url(row, column, f"internal:'{to.sheet}'!{letters(at)}{to.row + 1}", None, "-")
        return "_link"

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


def letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
