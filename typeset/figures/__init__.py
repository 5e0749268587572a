"""The published figures: one CSV file a document, one line a printed row, as printed.

The first field is the table's id, the others are the row's cells. LEFT and ABOVE (see typeset.page) stand for
the covered cells of a merged one. Blank rows that only fill the page are not here but in the layout; the empty rest
of a row that a page break cut in two is a printed row.
"""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent


def read(name: str) -> dict[str, list[list[str]]]:
    """Return the rows of each table of the document `name` (see DocumentLayout.name), by the table's id.

    Raises FileNotFoundError when there is no such document.
    """
    tables: dict[str, list[list[str]]] = {}
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for table, *cells in csv.reader(file):
            tables.setdefault(table, []).append(cells)
    return tables
