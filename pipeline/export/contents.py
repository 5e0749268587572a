"""The sheet that says where each body's tables are, with links to where they begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yusuan.pipeline.export.bodies import Document
from yusuan.pipeline.export.page import Column, Page
from yusuan.pipeline.export.sheet import Sheet
from yusuan.pipeline.export.sheets import Book
from yusuan.pipeline.export.words import Words
from yusuan.schemas.sentences import workbook as texts
from yusuan.schemas.sentences.said import quoted

_LEAD = (
    *(Column("entity", 34), Column("entity_level", 10), Column("year", 8), Column("stage", 8)),
    Column("document_status", 10),
)


def contents(book: Book, sheet: Any, documents: Sequence[Document], sheets: Sequence[Sheet]) -> None:
    """Fill the sheet: a row for each document, a column for each of `sheets`, in each cell how many rows there are."""
    words = Words(book.language)
    columns = [
        *_LEAD,
        *(Column(f"sheet {each.name}", 13, quoted(each.name)) for each in sheets),
        Column("document", 15),
    ]
    page = Page(book, sheet, texts.CONTENTS_TITLE, texts.CONTENTS_READING, columns)
    for document in documents:
        row = document.row
        page.text("entity", row["entity"] or book.said(texts.NO_NAME))
        page.text("entity_level", words.value("entity_level", row["entity_level"]) or "")
        if document.year is not None:
            page.number("year", document.year, "integer")
        page.text("stage", words.value("stage", row["stage"]) or "")
        page.text("document_status", words.value("status", row["status"], "documents") or "")
        for each in sheets:
            if document.id in each.begins:
                place, number = each.begins[document.id]
                page.number(f"sheet {each.name}", number, "whole", place)
        page.text("document", document.id)
        page.next()
    page.end("document_status")
