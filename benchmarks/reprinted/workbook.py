"""Sheets as a workbook that a spreadsheet program prints."""

from __future__ import annotations

from math import ceil
from pathlib import Path

import xlsxwriter

from benchmarks.reprinted.looks import AMOUNT, BORDERS, Look, aligned
from benchmarks.reprinted.sheets import Cell, Sheet

_POINTS = 5.3
"""Points in a unit of the width of a column."""
_PADDING = 6.0
_ABOVE = 2
"""Rows above the header: title, and body and unit."""


def write_workbook(sheets: list[Sheet], cover: tuple[str, str], looks: Look, path: Path) -> None:
    """Write a workbook of a cover and a sheet for each table, each as wide as a page."""
    book = xlsxwriter.Workbook(str(path))
    plain = {"font_name": looks.font, "font_size": looks.size, "valign": "vcenter"}
    page = book.add_worksheet("cover")
    for row, text in enumerate(cover):
        page.write_string(3 + row, 1, text, book.add_format({**plain, "font_size": 22}))
    formats: dict[tuple[str, ...], xlsxwriter.format.Format] = {}

    def style(**of: object) -> xlsxwriter.format.Format:
        named = tuple(f"{name}={value}" for name, value in of.items())
        if named not in formats:
            formats[named] = book.add_format({**plain, **of})
        return formats[named]

    for number, sheet in enumerate(sheets):
        page = book.add_worksheet(f"{number + 1:02}")
        widths = _widths(sheet, looks)
        for column, width in enumerate(widths):
            page.set_column(column, column, width / _POINTS)
        heights = _heights(sheet, widths, looks)
        for row in range(sheet.rows):
            page.set_row(_ABOVE + row, heights.get(row))
        line = {"border": BORDERS[looks.border]} if looks.ruled_unit else {}
        last = len(widths) - 1
        _write(page, Cell(0, 0, 1, last + 1, sheet.caption.title), style(font_size=16, bold=True, align="center"))
        body = f"{sheet.caption.label or '部门'}：{sheet.caption.entity}" if sheet.caption.entity else ""
        parted = max(last - 1, 1)
        _write(page, Cell(1, 0, 2, parted, body), style(**line))
        _write(page, Cell(1, parted, 2, last + 1, f"单位：{sheet.caption.unit}"), style(align="right", **line))
        for cell in sheet.cells:
            head = cell.row < sheet.header
            of = {"border": BORDERS[looks.border], "align": aligned(cell.text, head, looks)}
            if looks.wrapped or head:
                of["text_wrap"] = True
            moved = Cell(_ABOVE + cell.row, cell.column, _ABOVE + cell.row_end, cell.column_end, cell.text)
            if looks.numbers and AMOUNT.fullmatch(cell.text) and cell.row_end - cell.row == 1:
                decimals = len(cell.text.partition(".")[2])
                of["num_format"] = "#,##0" + ("." + "0" * decimals if decimals else "")
            _write(page, moved, style(**of), looks.numbers)
        page.set_landscape() if looks.landscape else page.set_portrait()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.center_horizontally()
        page.set_footer("&C&P")
        if looks.repeated:
            page.repeat_rows(0, _ABOVE + sheet.header - 1)
    book.close()


def _write(page: xlsxwriter.worksheet.Worksheet, cell: Cell, style: object, numbers: bool = False) -> None:
    alone = cell.row_end - cell.row == cell.column_end - cell.column == 1
    if not alone:
        page.merge_range(cell.row, cell.column, cell.row_end - 1, cell.column_end - 1, cell.text, style)
    elif numbers and AMOUNT.fullmatch(cell.text):
        page.write_number(cell.row, cell.column, float(cell.text.replace(",", "")), style)
    elif cell.text:
        page.write_string(cell.row, cell.column, cell.text, style)
    else:
        page.write_blank(cell.row, cell.column, None, style)


def _widths(sheet: Sheet, looks: Look) -> list[float]:
    """The widths of columns in points, in which amounts have room."""
    widths = [max(width * looks.wide * looks.size / 9, 20.0) for width in sheet.widths]
    for cell in sheet.cells:
        if AMOUNT.fullmatch(cell.text) and cell.column_end - cell.column == 1:
            widths[cell.column] = max(widths[cell.column], len(cell.text) * looks.size * 0.62 + _PADDING)
    return widths


def _heights(sheet: Sheet, widths: list[float], looks: Look) -> dict[int, float]:
    """The heights of rows in points, in which wrapped words have room."""
    heights: dict[int, float] = {}
    for cell in sheet.cells:
        if cell.text and (looks.wrapped or cell.row < sheet.header):
            room = max(sum(widths[cell.column : cell.column_end]) - _PADDING, looks.size)
            long = sum(1.03 if ord(letter) > 255 else 0.6 for letter in cell.text) * looks.size
            lines = ceil(long / room) + (long > room)
            for row in range(cell.row, cell.row_end):
                own = (lines * looks.size * 1.45 + 4) / (cell.row_end - cell.row)
                heights[row] = min(max(heights.get(row, 0.0), own), 400.0)
    return heights
