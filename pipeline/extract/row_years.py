"""Rows that each are of one year: a column says which (年度)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.layout.years import with_years

if TYPE_CHECKING:
    from yusuan.pipeline.extract.printed_row import PrintedRow

_YEAR = re.compile(r"(20\d\d)(?:年度?)?(?:预算|决算|执行)?数?")


def years_of_rows(rows: Sequence[PrintedRow]) -> dict[int, int]:
    """Row number → the year that the amounts of a row are for.

    A row whose year is not told, and every row of a table without a column of years, has none.
    """
    found = {row.number: _YEAR.fullmatch(with_years(printed_year(row))) for row in rows}
    return {number: int(year[1]) for number, year in found.items() if year}


def printed_year(row: PrintedRow) -> str:
    """What stands in a row's column of years; empty where the table has none."""
    cell = row.cell(next((column for column in row.cells if column.role == "year"), None))
    return cell.text if cell is not None else ""
