"""Typeset tables of forms that no template knows, and what is read of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tests.small import captions, read
from typeset import A4_LANDSCAPE, Grid, Page, Text
from yusuan.pipeline.document.document import Document

Rows = Sequence[Sequence[str]]
_ROOM = 740.0
_AMOUNT = re.compile(r"-?\d[\d,]*\.\d+|\(\d[\d,]*\.\d+\)")


def sheet(title: str, rows: Rows, *, unit: str = "单位：万元", wide: int = 0) -> Page:
    """A landscape page with one table; its column `wide` has twice the room of the others."""
    columns = len(rows[0])
    one = _ROOM / (columns + 1)
    widths = [2 * one if column == wide else one for column in range(columns)]
    return Page(captions(title, unit=unit), [Grid(50, 120, widths, 20, rows, size=7)])


def body(*lines: str) -> Page:
    """A page of plain lines, as a cover has them."""
    return Page([Text(421, 100 + 40 * n, line, 18, "center") for n, line in enumerate(lines)], size=A4_LANDSCAPE)


COVER = body("示例市示范局", "2026年部门预算")


def said(found: Document, *columns: str) -> list[tuple[str, ...]]:
    """What line items say in these columns, in order; amounts in 万元 as text."""
    return [
        tuple(
            f"{item[c] / 10000:.2f}" if c == "amount" else str(item[c] if item[c] is not None else "") for c in columns
        )
        for item in found.items
    ]


def counted(found: Document) -> Counter[str]:
    """Each figure of the dataset as printed, with how often it is there."""
    return Counter(row["printed"] for row in (*found.items, *found.others))


def printed(*tables: Rows) -> Counter[str]:
    """Each amount of typeset tables, with how often it is printed."""
    return Counter(cell for rows in tables for row in rows for cell in row if _AMOUNT.fullmatch(cell))


__all__ = ["COVER", "Rows", "body", "counted", "printed", "read", "said", "sheet"]
