"""Tables as files: CSV and JSON with every digit, and a workbook."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import pandas as pd

from yusuan.pipeline.api.document import Document
from yusuan.pipeline.api.table import Table
from yusuan.pipeline.export.cells import exact, storable
from yusuan.pipeline.export.refusal import NotExported
from yusuan.schemas.sentences.said import NOTHING

_MADE = datetime(2000, 1, 1)
"""The date in every workbook, so that one document gives the same bytes."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_NAME = 31
_WIDE = 44


def file_name(table: Table) -> str:
    """How the file of a table is called, without its ending: `03-expenditure_summary`."""
    return f"{table.number:02}{'-' + table.id.replace('#', '-') if table.id else ''}"


def as_csv(table: Table) -> str:
    """The frame of a table as CSV: LF, blank cells empty, amounts with the places they have."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.df.columns)
    writer.writerows([_text(value) for value in row] for row in _rows(table.df))
    return out.getvalue()


def as_json(document: Document, tables: Iterable[Table]) -> str:
    """The document and some of its tables as JSON, indented; amounts are texts, so that no reader rounds them."""
    whole = {
        "document": {
            "id": document.id,
            "path": document.path,
            "pages": document.pages,
            "entity": document.entity,
            "fiscal_year": document.fiscal_year,
            "stage": document.stage,
            "status": document.status,
            "reason": document.reason,
        },
        "tables": [_as_object(table) for table in tables],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_workbook(tables: Iterable[Table]) -> bytes:
    """A workbook with a sheet for each table, after one that lists them; codes are texts, amounts numbers.

    A number with more digits than a cell keeps is written as text.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "bottom": 1, "text_wrap": True, "valign": "top"})
    money = book.add_format({"num_format": "#,##0.00"})
    tables = list(tables)
    listed = [(t.number, t.id, t.title, ", ".join(map(str, t.pages)), t.unit, len(t.df), len(t.unread)) for t in tables]
    columns = ["number", "id", "title", "pages", "unit", "rows", "unread"]
    sheets = [("tables", pd.DataFrame(listed, columns=columns))]
    sheets += [(_sheet_name(table), table.df) for table in tables]
    for name, frame in sheets:
        _fill(book.add_worksheet(name), frame, head, money)
    book.close()
    return out.getvalue()


def _fill(sheet: Any, frame: pd.DataFrame, head: Any, money: Any) -> None:
    rows = list(_rows(frame))
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for column, name in enumerate(frame.columns):
        longest = max((_width(row[column]) for row in rows), default=0)
        sheet.write_string(0, column, storable(str(name)), head)
        sheet.set_column(column, column, min(_WIDE, max(longest, _width(str(name)), 6) + 2))
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, Decimal | int):
                _number(sheet, place, column, value, money if isinstance(value, Decimal) else None)
            elif isinstance(value, float):
                sheet.write_number(place, column, value)
            elif value:
                sheet.write_string(place, column, storable(value))


def _number(sheet: Any, place: int, column: int, value: Decimal | int, form: Any) -> None:
    try:
        sheet.write_number(place, column, exact(value, lambda: NOTHING), form)
    except NotExported:  # more digits than a cell holds
        sheet.write_string(place, column, _text(value))


def _sheet_name(table: Table) -> str:
    return _NOT_IN_NAMES.sub(" ", storable(f"{table.number} {table.id or table.title}"))[:_NAME].strip()


def _as_object(table: Table) -> dict[str, Any]:
    names = [str(name) for name in table.df.columns]
    return {
        "number": table.number,
        "id": table.id or None,
        "title": table.title,
        "pages": table.pages,
        "unit": table.unit or None,
        "header": table.header,
        "rows": [dict(zip(names, map(_value, row), strict=True)) for row in _rows(table.df)],
        "unread": [dict(zip(table.unread.columns, row, strict=True)) for row in _rows(table.unread)],
    }


def _rows(frame: pd.DataFrame) -> Iterable[Sequence[Any]]:
    """The rows with plain values; None in blank cells."""
    for row in frame.astype("object").itertuples(index=False, name=None):
        yield [None if pd.isna(value) else value for value in row]


def _value(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _text(value: Any) -> str:
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _width(value: Any) -> int:
    shown = f"{value:,.2f}" if isinstance(value, Decimal) else _text(value)
    return sum(1 if char.isascii() else 2 for char in shown)
