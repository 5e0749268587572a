"""A dataset → a workbook: a sheet that explains, the tidy files, and each published table as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from typing import Any

from pipeline.export.about import Sheet, about
from pipeline.export.refusal import NotExported
from pipeline.export.sheets import MOST_ROWS, Book, Head, Kind, Rows
from pipeline.export.wide import WideRow, WideTable, wide_tables
from pipeline.load import Loaded
from schemas.dataset.fields import DOCUMENTS, LINE_ITEMS
from schemas.dataset.resource import Field, Resource
from schemas.identities.styles import STYLES
from schemas.views import chinese
from schemas.views.explanations import USUAL_WIDTH, WIDTHS
from schemas.views.field_names import FIELD_NAMES

_ROWS_AT_ONCE = 10_000
_MONEY = ("amount", "corrected", "expected", "difference")
_PLACES = ("x0", "top", "x1", "bottom")
_AMOUNT_WIDTH = 19
_STATUS_WIDTH = 32
"""Of a printed row, whose status names measures."""
_BODY = ("entity", "document_year", "document_stage")
"""What findings, statements and forms are given of their document."""
_LEAD: tuple[tuple[str, Kind], ...] = (
    ("entity", "text"),
    ("entity_level", "text"),
    ("document_year", "integer"),
    ("fiscal_year", "integer"),
    ("stage", "text"),
    ("basis", "text"),
    ("row", "integer"),
    ("side", "text"),
    ("classification", "text"),
    ("code", "code"),
    ("level", "integer"),
    ("item", "text"),
)
_TRAIL: tuple[tuple[str, Kind], ...] = (
    ("leaf", "text"),
    ("status", "text"),
    ("page", "integer"),
    ("document_id", "text"),
)
ADDED = {
    "document_year": ("文件年度", "The year that the document is for."),
    "document_stage": ("预算／决算文件", "Kind of document: budget 预算 or final 决算."),
    "leaf": (
        "末级",
        "yes: all amounts of the line are leaves; no: none is; else the measures whose amounts are. See is_leaf.",
    ),
}
"""Columns that the files do not have: label and meaning."""


def write_workbook(loaded: Loaded, path: Path, most_rows: int = MOST_ROWS) -> list[str]:
    """Write the workbook; return what a reader must be told.

    `most_rows` is how many rows a sheet may have; what has more is split. Raises OSError when it cannot be written,
    NotExported for a number that a cell cannot hold.
    """
    book = Book(path, most_rows)
    try:
        first = book.sheet("about")
        documents, line_items, *others = loaded.resources
        sheets = [
            _tidy(book, loaded, documents),
            _tidy(book, loaded, line_items),
            *_wide(book, loaded),
            *(_tidy(book, loaded, resource, _BODY) for resource in others),
        ]
        about(book, first, loaded, sheets)
    except BaseException:
        book.abandon()
        raise
    book.close()
    if not book.changed:
        return []
    return [f"{book.changed} texts hold what a cell of a workbook cannot; they are cut or marked with � there"]


def _tidy(book: Book, loaded: Loaded, resource: Resource, added: Sequence[str] = ()) -> Sheet:
    """The rows of a file; where they do not say whose document they are of, with that `added` before them."""
    bodies = _bodies(loaded) if added else {}
    heads = [
        *(_head(name, "integer" if name == "document_year" else "text") for name in added),
        *(_head(field.name, _kind(field)) for field in resource.fields),
    ]
    rows = Rows(book, resource.name, heads)
    for values in _values(loaded, resource):
        # The id of the document is the first column of each of these files.
        rows.add((*bodies[values[0]], *values) if added else values)
    rows.end()
    meanings = [(name, *_meaning(name)) for name in added]
    meanings += [(field.name, FIELD_NAMES[field.name], field.description) for field in resource.fields]
    return Sheet(rows.names, f"{resource.title}. {resource.description}", meanings, loaded[resource.name].num_rows)


def _values(loaded: Loaded, resource: Resource) -> Iterator[tuple[Any, ...]]:
    for batch in loaded[resource.name].to_batches(max_chunksize=_ROWS_AT_ONCE):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _bodies(loaded: Loaded) -> dict[str, tuple[Any, ...]]:
    columns = (loaded[DOCUMENTS.name][name].to_pylist() for name in ("document_id", "entity", "fiscal_year", "stage"))
    return {document: body for document, *body in zip(*columns, strict=True)}  # type: ignore[misc]


def _wide(book: Book, loaded: Loaded) -> Iterator[Sheet]:
    """The published tables; raises NotExported unless each amount of the dataset stands in one of them once."""
    written = 0
    for table in wide_tables(loaded):
        yield _wide_table(book, table)
        written += sum(len(row.cells) for row in table.rows)
    if written != (expected := loaded[LINE_ITEMS.name].num_rows):
        raise NotExported(f"found {written} amounts in the sheets of tables; expected {expected}, each line item once")


def _wide_table(book: Book, table: WideTable) -> Sheet:
    heads = [
        *(_head(name, kind) for name, kind in _LEAD),
        *(Head(measure, "money", _AMOUNT_WIDTH, chinese.measure(measure, table.id)) for measure in table.measures),
        *(replace(head, width=_STATUS_WIDTH) if head.name == "status" else head for head in starmap(_head, _TRAIL)),
    ]
    titles = dict.fromkeys(t.title for style in STYLES for t in style if t.id == table.id)
    title = f"{table.id} {' / '.join(titles)}".strip()
    rows = Rows(book, table.id, heads, title, frozen=1)
    for row in table.rows:
        rows.add(_cells(row, table.measures), _marks(row, table.measures))
    rows.end()
    amounts = sum(len(row.cells) for row in table.rows)
    said = f"{' / '.join(titles) or table.id}, as printed: a line per printed row, {amounts} amounts."
    return Sheet(rows.names, said, [], len(table.rows))


def _cells(row: WideRow, measures: Iterable[str]) -> list[Any]:
    amounts = [row.cells[measure].amount if measure in row.cells else None for measure in measures]
    return [*(getattr(row, n) for n, _ in _LEAD), *amounts, *(getattr(row, n) for n, _ in _TRAIL)]


def _marks(row: WideRow, measures: Iterable[str]) -> dict[int, str]:
    """What is said of contradicted amounts, by column."""
    return {
        at: f"contradicted: this amount does not fit the others. See sheet findings and page {row.page} of the PDF."
        for at, measure in enumerate(measures, len(_LEAD))
        if measure in row.cells and row.cells[measure].status == "contradicted"
    }


def _head(name: str, kind: Kind) -> Head:
    return Head(name, kind, WIDTHS.get(name, USUAL_WIDTH), _meaning(name)[0])


def _meaning(name: str) -> tuple[str, str]:
    """The label of a column and what it means."""
    if name in ADDED:
        return ADDED[name]
    described = {field.name: field.description for field in (*DOCUMENTS.fields, *LINE_ITEMS.fields)}
    return FIELD_NAMES[name], described.get(name, "")


def _kind(field: Field) -> Kind:
    if field.name in _MONEY:
        return "money"
    if field.name in _PLACES:
        return "place"
    if field.name == "code":
        return "code"
    return {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean"}[field.type]  # type: ignore[return-value]
