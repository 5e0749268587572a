"""The tables of a document as files to take along: each as CSV and XLSX as it is printed, and its line items as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from yusuan.pipeline.export.cells import becomes_active, exact, storable
from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.normalize.as_text import text
from yusuan.pipeline.report.grids import Grid, GridRow, Line, PrintedTable
from yusuan.schemas.dataset.fields import CORRECTED, LINE_ITEMS, ROW_NAMES
from yusuan.schemas.dataset.resource import Field
from yusuan.schemas.sentences import report as said
from yusuan.schemas.sentences.said import NOTHING, Language
from yusuan.schemas.views.field_names import FIELD_NAMES
from yusuan.schemas.views.names import Names
from yusuan.version import __version__

Cell = str | int | Decimal | None
_MADE = datetime(2000, 1, 1)
"""The date in every workbook, so that one dataset gives the same bytes."""
_WIDE = 44
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


@dataclass(frozen=True)
class Source:
    """Where the tables of a document are from: the document in words, its file, its hash and its address, if known."""

    words: str
    path: str
    sha256: str
    url: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table as rows of cells; `amounts` is the number of the first column with amounts."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    amounts: int


def stem(document_id: str, number: int, table: str) -> str:
    """How the files of a table are called, without their ending; `number` is its place in the document, from 1."""
    named = f"-{table}" if re.fullmatch("[a-z_]{1,60}", table) else ""
    return f"tables/{document_id}-{number:02}{named}"


def tidy(document_id: str) -> str:
    """How the file with the line items of a document is called."""
    return f"tables/{document_id}.csv"


def files(
    document_id: str, lines: Sequence[Line], tables: Sequence[PrintedTable], source: Source, called: Names
) -> dict[str, bytes]:
    """The files by name within a report; none for a document without lines."""
    if not lines:
        return {}
    found = {tidy(document_id): line_items(lines)}
    for number, table in enumerate(tables, 1):
        sheet = as_printed(table, called)
        own = [line for line in lines if line["table"] == table.id]
        found[f"{stem(document_id, number, table.id)}.csv"] = as_csv(sheet)
        found[f"{stem(document_id, number, table.id)}.xlsx"] = as_xlsx(
            sheet, table.title, _about(table, own, source, called.language), called.language
        )
    return found


def line_items(lines: Sequence[Line]) -> bytes:
    """The lines as they stand in line_items.csv of the dataset, byte for byte."""
    fields = [*LINE_ITEMS.fields, *([CORRECTED] if CORRECTED.name in lines[0] else ())]
    return _csv([[field.name for field in fields], *([_text(line[f.name], f) for f in fields] for line in lines)])


def as_printed(table: PrintedTable, called: Names) -> Sheet:
    """A table as rows and columns: row, side where it has both, code, item, further names, and amounts in yuan."""
    language = called.language
    headings = list(dict.fromkeys(heading for grid in table.grids for heading in grid.columns))
    rows = [(grid, row) for grid in table.grids for row in grid.rows]
    names: dict[str, str] = {}
    if any(row.row is not None for _, row in rows):
        names["row"] = said.COLUMN_ROW.of(language)
    if len(table.grids) > 1:
        names["side"] = said.COLUMN_SIDE.of(language)
    if any(row.code for _, row in rows):
        names["code"] = said.COLUMN_CODE.of(language)
    names["item"] = said.COLUMN_ITEM.of(language)
    further = {field for _, row in rows for field, _ in row.more}
    names |= {field: _heading(field, language) for field in ROW_NAMES if field in further}
    amounts = [said.COLUMN_AMOUNT.of(heading=heading.replace("\n", " ")).of(language) for heading in headings]
    cells = tuple((*_names(grid, row, names, called), *_amounts(grid, row, headings)) for grid, row in rows)
    return Sheet((*names.values(), *amounts), cells, len(names))


def _heading(field: str, language: Language) -> str:
    titles = {each.name: each.title for each in LINE_ITEMS.fields}
    return FIELD_NAMES.get(field, field) if language == "zh" else titles[field]


def _names(grid: Grid, row: GridRow, names: Iterable[str], called: Names) -> list[Cell]:
    known: dict[str, Cell] = {"row": row.row, "side": called.sides[grid.side], "code": row.code, "item": row.item}
    known |= dict(row.more)
    return [known.get(name, "") for name in names]


def _amounts(grid: Grid, row: GridRow, headings: Sequence[str]) -> list[Cell]:
    found = {heading: line for heading, line in zip(grid.columns, row.cells, strict=True) if line is not None}
    return [found[heading]["amount"] if heading in found else None for heading in headings]


def as_csv(sheet: Sheet) -> bytes:
    """A table as CSV, with the mark by which spreadsheet programs know UTF-8; a name that they would take for a formula
    is kept from it by an apostrophe.
    """
    rows = ([f"'{x}" if isinstance(x, str) and becomes_active(x) else _plain(x) for x in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + _csv([sheet.head, *rows])


def _plain(cell: Cell) -> str:
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def as_xlsx(sheet: Sheet, title: str, about: Sequence[tuple[str, str]], language: Language) -> bytes:
    """A table as a workbook: a sheet with its rows, codes as texts, and one that says where it is from."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": storable(title)[:255], "created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "bottom": 1, "text_wrap": True, "valign": "top"})
    money, bold = book.add_format({"num_format": "#,##0.00"}), book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    code = book.add_format({"num_format": "@"})
    rows = book.add_worksheet(_sheet_name(title, said.SHEET.of(language)))
    rows.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    rows.freeze_panes(1, sheet.amounts)
    rows.set_landscape()
    rows.fit_to_pages(1, 0)
    rows.repeat_rows(0)
    for column, heading in enumerate(sheet.head):
        rows.write_string(0, column, storable(heading), head)
        longest = max((_shown(row[column]) for row in sheet.rows), default=0)
        rows.set_column(column, column, min(_WIDE, max(longest, 18 if column >= sheet.amounts else 6) + 2))
    for place, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                rows.write_string(place, column, storable(cell), code)
            elif cell is not None:
                _number(rows, place, column, cell, money if isinstance(cell, Decimal) else None)
    source = book.add_worksheet(said.SHEET.of(language))
    source.set_column(0, 0, 24)
    source.set_column(1, 1, 90)
    for place, (name, words) in enumerate(about):
        source.write_string(place, 0, name, bold)
        source.write_string(place, 1, storable(words), wrap)
    book.close()
    return out.getvalue()


def _number(rows: Any, place: int, column: int, cell: int | Decimal, form: Any) -> None:
    try:
        rows.write_number(place, column, exact(Decimal(cell), lambda: NOTHING), form)
    except NotExported:  # more digits than a cell holds
        rows.write_string(place, column, f"{cell:f}" if isinstance(cell, Decimal) else str(cell))


def _shown(cell: Cell) -> int:
    return sum(1 if char.isascii() else 2 for char in str(cell)) if cell is not None else 0


def _sheet_name(title: str, taken: str) -> str:
    name = _NOT_IN_NAMES.sub(" ", storable(title)).strip()[:31].strip()
    return name if name and name.lower() not in (taken.lower(), "history") else "1"


def _about(table: PrintedTable, own: Sequence[Line], source: Source, language: Language) -> list[tuple[str, str]]:
    counts = Counter(line["status"] for line in own)
    statuses = {status: counts[status] for status in ("contradicted", "in_doubt", "unproved")}
    known: Mapping[str, str] = {
        "source": source.words,
        "title": table.title,
        "table": table.id,
        "pages": ", ".join(map(str, table.pages)),
        "path": source.path,
        "sha256": source.sha256,
        "url": source.url,
        "printed_unit": table.unit,
        "made": said.MADE.of(version=__version__).of(language),
        "note": said.AMOUNTS.of(count=len(own), **statuses).of(language),
    }
    return [(words.of(language), known[name]) for name, words in said.FROM if known[name]]


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _text(value: Any, field: Field) -> str:
    if field.type == "number" and value is not None:  # with all the places that the dataset has
        return f"{_places(value) if field.places is None else value:f}"
    return text(value, field)


def _places(number: Decimal) -> Decimal:
    """A number of which the dataset was read with more places than it has: with two, or as many as it needs."""
    short = number.normalize()
    return number.quantize(Decimal("0.01")) if Decimal(short).as_tuple().exponent > -2 else short  # type: ignore[operator]
