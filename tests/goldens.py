"""Golden files: what is read of a sample, as text, in tests/golden/. `python -m tests.goldens` writes them anew."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests import national
from tests.small import read
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.rows import packed
from yusuan.schemas.dataset.fields import LINE_ITEMS

FOLDER = Path(__file__).parent / "golden"
COLUMNS = (
    *("line_id", "fiscal_year", "table", "row", "side", "classification", "code", "level", "item", "measure"),
    *("basis", "amount", "printed", "is_leaf", "status", "page"),
)


def as_text(document: Document) -> str:
    """The line items of a document as CSV, without what differs between machines."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in packed(document.items, LINE_ITEMS):
        row["is_leaf"] = str(row["is_leaf"]).lower()
        writer.writerow(row[column] for column in COLUMNS)
    return out.getvalue()


def golden(name: str) -> str:
    """The text of a golden file."""
    return (FOLDER / name).read_text(encoding="utf-8")


def samples() -> dict[str, Document]:
    """The samples that have a golden file, by its name."""
    return {"national_budget.csv": read(national.cover(), *national.sheets())}


if __name__ == "__main__":
    for name, document in samples().items():
        (FOLDER / name).write_text(as_text(document), encoding="utf-8")
        print(FOLDER / name)
