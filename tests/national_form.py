"""A document of the form of the Ministry of Finance with a table replaced, and what is read of it."""

from __future__ import annotations

from decimal import Decimal

from tests import national
from tests.small import read
from yusuan.pipeline.document.document import Document

ALL = [national.cover(), *national.sheets()]
FUND_RULES = ("total", "by_class")
"""What is judged where nothing is carried over: test_funds_are_compared_where_nothing_is_carried_over."""


def amounts(found: Document, table: str) -> dict[tuple[str, str, int, str], Decimal]:
    """Amounts of a table by code or item, measure, year and basis."""
    return {
        (item["code"] or item["item"], item["measure"], item["fiscal_year"], item["basis"]): item["amount"]
        for item in found.items
        if item["table"] == table
    }


def replaced(title: str, rows: national.Rows, widths: tuple[float, ...] | None = None) -> Document:
    """The document with one table printed otherwise."""
    return read(national.cover(), *national.sheets({title: (rows, widths or national.WIDTHS[title])}))
