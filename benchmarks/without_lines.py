"""What is read of the same documents where lines of their tables are not drawn.

    python -m benchmarks.without_lines [FOLDER] [--every N] [--ways WAY ...] [--show N]

Each document is read as it is, and once more in each way, with ruling lines of its tables taken out after its pages are
read. FOLDER is by default the one that YUSUAN_CORPUS names, or raw_pdfs; documents with pages that are pictures, and
those refused or without amounts as they are, are left out. The line items of both are compared amount by amount with
table, side, code, names, measure, year and basis. `same` are those that are there in both, `other` those that the
document has not with its lines, `silent` those of them that are not in doubt, `proved` those of them that are proved.
--show names the first N of the silent ones of each document and way. Shading in place of lines is as no lines: a filled
area is none.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from yusuan.pipeline.document import steps
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.files.collect import pdf_files
from yusuan.pipeline.layout import tables
from yusuan.pipeline.layout.cells import Grid, PageLayout, arrange
from yusuan.pipeline.layout.header import header_rows
from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.read.page import Page, Rule, Source
from yusuan.pipeline.read.pdf import read

KEY = (
    *("table", "side", "classification", "code", "item", "body", "project"),
    *("economic_code", "economic_item", "government_economic_code", "government_economic_item"),
    *("measure", "amount", "fiscal_year", "basis"),
)
_NEAR = 3.0
"""A ruling line as near to a border as this (points) is a part of it."""


def _no_columns(rule: Rule, grids: Sequence[Grid]) -> bool:
    return rule.orientation == "horizontal"


def _none(rule: Rule, grids: Sequence[Grid]) -> bool:
    return False


def _no_rows(rule: Rule, grids: Sequence[Grid]) -> bool:
    """Whether a line is none between rows: around a table, of its header, or between its columns."""
    return rule.orientation == "vertical" or not any(
        _below_header(grid) + _NEAR < rule.position < grid.box[3] - _NEAR for grid in grids
    )


def _below_header(grid: Grid) -> float:
    return grid.lattice.ys[header_rows(grid, tables.inner_caption(grid)[0]).stop]


def _three(rule: Rule, grids: Sequence[Grid]) -> bool:
    """Whether a line is one of three: above the header of a table, below it, and below the last row."""
    return rule.orientation == "horizontal" and any(
        abs(rule.position - y) <= _NEAR for grid in grids for y in (grid.box[1], _below_header(grid), grid.box[3])
    )


WAYS: dict[str, Callable[[Rule, Sequence[Grid]], bool]] = {
    "columns": _no_columns,
    "any": _none,
    "rows": _no_rows,
    "three": _three,
}
"""What is not drawn → whether a line stays: none between columns; none at all; none between rows; no more than three,
above and below the header and below the last row.
"""


def main() -> None:
    """Print a line for each document and way, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--ways", nargs="+", choices=tuple(WAYS), default=tuple(WAYS))
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in pdf_files([options.folder])[:: options.every]:
        source, pages = _read(path)
        if source is None or any(page.scanned for page in pages):
            continue
        before = _document(path, source, pages)
        if not before.items:
            continue
        layouts = [arrange(page) for page in pages]
        for way in options.ways:
            bare = [_without(page, own, WAYS[way]) for page, own in zip(pages, layouts, strict=True)]
            after = _document(path, source, bare)
            counts = compared(before.items, after.items)
            totals[way] += counts + Counter(documents=1)
            print(f"{way}: {path.name}: {_line(counts)}", flush=True)
            for row in silent(before.items, after.items)[: options.show]:
                print(f"    {row['status']}, page {row['page']}: {[row[name] for name in KEY if row[name]]}")
    for way, counts in totals.items():
        print(f"{way}, {counts['documents']} documents: {_line(counts)}")


def compared(before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]]) -> Counter[str]:
    """How many amounts of a document are read, and how, where lines are not drawn."""
    same = Counter(map(_key, before)) & Counter(map(_key, after))
    wrong = silent(before, after)
    return Counter(
        all=len(before),
        same=same.total(),
        other=len(after) - same.total(),
        silent=len(wrong),
        proved=sum(row["status"] == "proved" for row in wrong),
    )


def silent(before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The amounts that are read of a document without lines, are not there with them, and are not in doubt."""
    left = Counter(map(_key, before))
    left.subtract(Counter(_key(row) for row in after))
    return [row for row in after if left[_key(row)] < 0 and row["status"] != "in_doubt"]


def _line(counts: Counter[str]) -> str:
    share = 100 * counts["same"] / counts["all"] if counts["all"] else 0.0
    named = ", ".join(f"{counts[name]} {name}" for name in ("same", "other", "silent", "proved"))
    return f"{counts['all']} amounts, {share:.1f} %: {named}"


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEY)


def _read(path: Path) -> tuple[Source | None, list[Page]]:
    pages: list[Page] = []
    try:
        return read(path.read_bytes(), "pdfium", pages.append), pages
    except Refusal:
        return None, []


def _without(page: Page, layout: PageLayout, stays: Callable[[Rule, Sequence[Grid]], bool]) -> Page:
    """A page without lines, and without the small shapes that are pieces of them: those that are read as nothing."""
    rules = tuple(rule for rule in page.rules if stays(rule, layout.grids))
    return replace(page, rules=rules, inks=layout.unread) if layout.grids else replace(page, rules=rules)


def _document(path: Path, source: Source, pages: Sequence[Page]) -> Document:
    """A document as it is read where its pages are these."""

    def given(data: bytes, reader: str, taken: Callable[[Page], None]) -> Source:
        for page in pages:
            taken(page)
        return replace(source, pages=tuple(page.bare() for page in pages))

    with patch.object(steps, "read", given):
        return read_document(path.read_bytes(), str(path))


if __name__ == "__main__":
    main()
