"""The files of a dataset → sheets of the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from yusuan.pipeline.export.rows import Head, Rows
from yusuan.pipeline.export.sheet import Sheet
from yusuan.pipeline.export.sheets import Book
from yusuan.pipeline.export.styles import Kind
from yusuan.pipeline.export.words import Words
from yusuan.pipeline.load.folder import Loaded
from yusuan.schemas.dataset.fields import DOCUMENTS
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.sentences.workbook import SHEETS
from yusuan.schemas.views.widths import USUAL_WIDTH, WIDTHS

_ROWS_AT_ONCE = 10_000
_MONEY = ("amount", "corrected", "expected", "difference")
_PLACES = ("x0", "top", "x1", "bottom")
_BODY = ("entity", "document_year", "document_stage")
"""What findings, statements and forms are given of their document."""
_OTHER_LANGUAGE: dict[Language, tuple[str, ...]] = {"en": ("message_zh", "reason_zh"), "zh": ("message", "reason")}
"""Fields that say in the other language what another field says in the workbook's."""


def file_sheet(book: Book, loaded: Loaded, resource: Resource) -> Sheet:
    """The rows of a file; where they do not say whose document they are of, with that before them."""
    return _written(book, loaded, resource, resource.name)


def findings_sheets(book: Book, loaded: Loaded, resource: Resource) -> Iterator[Sheet]:
    """The findings: what is wrong with what is published, and apart from it what could not be read."""
    for cause in ("publisher", "reader"):
        yield _written(book, loaded, resource, f"{resource.name}_{cause}", ("cause", cause))


def _written(book: Book, loaded: Loaded, resource: Resource, id_: str, only: tuple[str, str] | None = None) -> Sheet:
    """The rows of a file; `only` those that have a value in a column."""
    words = Words(book.language)
    added = () if "entity" in resource.columns else _BODY
    bodies = _bodies(loaded) if added else {}
    fields = [field for field in resource.fields if field.name not in _OTHER_LANGUAGE[book.language]]
    kept = itemgetter(*(place for place, field in enumerate(resource.fields) if field in fields))
    heads = [
        *(_head(words, resource.name, name, "integer" if name == "document_year" else "text") for name in added),
        *(_head(words, resource.name, field.name, _kind(field)) for field in fields),
    ]
    meanings = [(head.name, words.meaning(resource, head.name)) for head in heads]
    sheet = Sheet(id_, words.holds(resource), meanings)
    rows = Rows(book, id_, book.said(SHEETS[id_]), heads)
    document = resource.columns.index("document_id")
    at, wanted = (resource.columns.index(only[0]), only[1]) if only else (0, "")
    for values in _values(loaded, resource):
        if not only or values[at] == wanted:
            own = kept(values)
            sheet.count(values[document], rows.add((*bodies[values[document]], *own) if added else own))
    rows.end()
    sheet.names = rows.names
    return sheet


def _values(loaded: Loaded, resource: Resource) -> Iterator[tuple[Any, ...]]:
    for batch in loaded[resource.name].to_batches(max_chunksize=_ROWS_AT_ONCE):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _bodies(loaded: Loaded) -> dict[str, tuple[Any, ...]]:
    columns = (loaded[DOCUMENTS.name][name].to_pylist() for name in ("document_id", "entity", "fiscal_year", "stage"))
    return {document: body for document, *body in zip(*columns, strict=True)}  # type: ignore[misc]


def _head(words: Words, file: str, name: str, kind: Kind) -> Head:
    return Head(name, kind, WIDTHS.get(name, USUAL_WIDTH), words.label(name), words.called(file, name))


def _kind(field: Field) -> Kind:
    if field.name in _MONEY:
        return "money"
    if field.name in _PLACES:
        return "place"
    if field.name == "code":
        return "code"
    return {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean"}[field.type]  # type: ignore[return-value]
