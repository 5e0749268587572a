"""What was read of each table of a document, and what was not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from yusuan.pipeline.api.table import Table

STATUSES = ("proved", "unproved", "contradicted", "in_doubt")
COLUMNS = ("number", "id", "title", "page", "pages", "unit", "rows", "items", *STATUSES, "others", "targets", "unread")


def summary(tables: Iterable[Table]) -> pd.DataFrame:
    """A row for each table: what it is, where it stands, and how many figures became what.

    `page` is the first of its `pages`; `rows` counts those of its `df`; `items` its amounts in the dataset, by status
    in the columns behind; `others` the figures that are kept as printed; `targets` the lines of a form; `unread` the
    cells whose figures are in no row.
    """
    frame = pd.DataFrame([_row(table) for table in tables], columns=list(COLUMNS))
    texts = ("id", "title", "unit")
    return frame.astype({name: "str" if name in texts else "int64" for name in COLUMNS})


def _row(table: Table) -> dict[str, Any]:
    statuses = table.items["status"].value_counts()
    return {
        "number": table.number,
        "id": table.id,
        "title": table.title,
        "page": table.pages[0],
        "pages": len(table.pages),
        "unit": table.unit,
        "rows": len(table.df),
        "items": len(table.items),
        **{status: int(statuses.get(status, 0)) for status in STATUSES},
        "others": len(table.others),
        "targets": len(table.targets),
        "unread": len(table.unread),
    }
