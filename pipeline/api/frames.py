"""A table → a DataFrame: as it was understood, or as it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.normalize.other_items import in_yuan
from yusuan.pipeline.normalize.printed_table import PrintedTable
from yusuan.pipeline.normalize.publication import Publication
from yusuan.schemas.dataset.fields import JOINT, ROW_NAMES

MISSING = float("nan")
"""What stands in a blank cell of a column of amounts: sums and comparisons pass over it, as they do not over None."""


def understood(lists: Sequence[ExtractedTable], publication: Publication) -> pd.DataFrame:
    """A row for each line, a column for each measure; `list` numbers the lists from 1 where there are several."""
    measures = list(dict.fromkeys(measure for each in lists for measure in each.table.measures()))
    more = [name for name in ROW_NAMES if any(record.names.get(name) for each in lists for record in each.records)]
    rows: list[dict[str, Any]] = []
    for number, each in enumerate(lists, start=1):
        for record in each.records:
            amounts = {name: Decimal(found.amount.fen).scaleb(-2) for name, found in record.amounts.items()}
            rows.append(
                {
                    "list": number,
                    "row": record.row,
                    "page": record.page,
                    "side": record.side,
                    "code": record.code,
                    "item": record.item,
                    "level": record.level,
                    "basis": record.basis or publication.stage,
                    "fiscal_year": publication.fiscal_year - record.years_back,
                    **{name: record.names.get(name, "") for name in more},
                    **{name: amounts.get(name, MISSING) for name in measures},
                }
            )
    texts = ("side", "code", "item", "basis", *more)
    numbers = ("list", "row", "page", "level", "fiscal_year")
    frame = pd.DataFrame(
        rows, columns=["list", "row", "page", "side", "code", "item", "level", "basis", "fiscal_year", *more, *measures]
    ).astype({**dict.fromkeys(texts, "str"), **dict.fromkeys(numbers, "int64"), **dict.fromkeys(measures, "object")})
    return frame if len(lists) > 1 else frame.drop(columns="list")


def as_printed(table: PrintedTable) -> pd.DataFrame:
    """A row for each printed row, a column for each ruled one, called by the words above it.

    Money whose unit is known is in yuan; all else is the text that is printed.
    """
    names = column_names(table)
    money = {n for n, column in table.columns.items() if column.kind == "money"}
    rows: list[dict[str, Any]] = []
    for row in table.rows:
        found: dict[str, Any] = {"row": row.number, "page": row.page}
        found |= {names[number]: MISSING if number in money else "" for number in names}
        found |= {names[column.number]: cell.text for column, cell in row.texts}
        for each in row.figures:
            amount = in_yuan(each, row.named(each.column))
            found[names[each.column.number]] = each.figure.printed if amount is None else amount
        rows.append(found)
    types = {name: "object" if number in money else "str" for number, name in names.items()}
    frame = pd.DataFrame(rows, columns=["row", "page", *names.values()])
    return frame.astype({"row": "int64", "page": "int64", **types})


def column_names(table: PrintedTable) -> dict[int, str]:
    """What the ruled columns are called, by number: the words above each, no two alike."""
    names: dict[int, str] = {}
    taken = {"row", "page"}
    for number in sorted(table.columns):
        plain = JOINT.join(table.columns[number].words) or f"column {number}"
        names[number] = plain if plain not in taken else f"{plain} (column {number})"
        taken.add(names[number])
    return names
