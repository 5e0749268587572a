"""Sheets as one flowing text that a word processor or a browser prints: tables begin anywhere on a page, and break
anywhere.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from random import Random

from benchmarks.reprinted.looks import Look, aligned
from benchmarks.reprinted.sheets import Sheet

_BORDERS = {
    "thin": "1px solid #000",
    "medium": "2px solid #000",
    "dotted": "1px dotted #000",
    "double": "3px double #000",
    "hair": "0.5px solid #999",
}


def write_pages(sheets: list[Sheet], cover: tuple[str, str], looks: Look, path: Path, chance: Random) -> None:
    """Write a page of HTML; most tables begin on a page of their own."""
    found = [f"<p align=center><font size=6>{escape(text)}</font></p>" for text in cover]
    for sheet in sheets:
        caption = sheet.caption
        new = ' style="page-break-before:always"' if chance.random() < 0.6 else ""
        body = f"{caption.label or '部门'}：{caption.entity}" if caption.entity else ""
        found.append(f"<p align=center{new}><b>{escape(caption.title)}</b></p>")
        if body:
            found.append(f"<p>{escape(body)}</p>")
        found += [f"<p align=right>单位：{escape(caption.unit)}</p>", *_table(sheet, looks)]
    size = "A4 landscape" if looks.landscape else "A4"
    style = [f"@page {{ size: {size}; margin: 2cm }} body {{ font-family: '{looks.font}' }}"]
    style.append(f"td {{ border: {_BORDERS[looks.border]} }}")
    if looks.shaded:
        style.append("tr:nth-child(even) td, thead td { background: #dde }")
    head = f'<html><head><meta charset="utf-8"><style>{" ".join(style)}</style></head>'
    path.write_text(f"{head}<body>{chr(10).join(found)}</body></html>", encoding="utf-8")


def _table(sheet: Sheet, looks: Look) -> list[str]:
    whole = sum(sheet.widths)
    columns = "".join(f'<col width="{100 * width / whole:.1f}%">' for width in sheet.widths)
    rows: list[list[str]] = [[] for _ in range(sheet.rows)]
    for cell in sorted(sheet.cells, key=lambda cell: (cell.row, cell.column)):
        spans = f"rowspan={cell.row_end - cell.row} colspan={cell.column_end - cell.column}"
        align = aligned(cell.text, cell.row < sheet.header, looks)
        text = escape(cell.text) or "&nbsp;"
        rows[cell.row].append(f'<td {spans} align={align} style="font-size:{looks.size}pt">{text}</td>')
    printed = [f"<tr>{''.join(row)}</tr>" for row in rows]
    header = "".join(printed[: sheet.header])
    return [
        '<table border=1 width="100%" cellspacing=0 cellpadding=2 style="border-collapse:collapse">',
        columns,
        f"<thead>{header}</thead>" if looks.repeated else header,
        *printed[sheet.header :],
        "</table>",
    ]
