"""A dataset → a workbook: sheets that answer, a sheet that explains, each published table as printed, the files."""

from __future__ import annotations

from pathlib import Path

from yusuan.pipeline.export.about import about
from yusuan.pipeline.export.answers import Answers
from yusuan.pipeline.export.bodies import by_body
from yusuan.pipeline.export.contents import contents
from yusuan.pipeline.export.files import file_sheet, findings_sheets
from yusuan.pipeline.export.overview import Overview
from yusuan.pipeline.export.sheets import MOST_ROWS, Book
from yusuan.pipeline.export.tables import table_sheets
from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.messages.language import spoken
from yusuan.schemas.sentences.said import Language, Said
from yusuan.schemas.sentences.workbook import CHANGED, SHEETS


def write_workbook(
    loaded: Loaded, path: Path, most_rows: int = MOST_ROWS, language: Language | None = None
) -> list[Said]:
    """Write the workbook in a language, by default the one that is spoken; return what a reader must be told.

    `most_rows` is how many rows a sheet may have; what has more is split. Raises OSError when it cannot be written,
    NotExported for a number that a cell cannot hold.
    """
    book = Book(path, language or spoken(), most_rows)
    try:
        _fill(book, loaded)
    except BaseException:
        book.abandon()
        raise
    book.close()
    return [CHANGED.of(count=book.changed)] if book.changed else []


def _fill(book: Book, loaded: Loaded) -> None:
    first = {name: book.sheet(book.said(SHEETS[name])) for name in ("overview", "answers", "contents", "about")}
    answers = Answers()
    documents, line_items, findings, *others = loaded.resources
    of_documents = file_sheet(book, loaded, documents)
    tables = [*table_sheets(book, loaded, answers)]
    files = [
        file_sheet(book, loaded, line_items),
        *findings_sheets(book, loaded, findings),
        *(file_sheet(book, loaded, resource) for resource in others),
    ]
    bodies = by_body(loaded)
    sheets = {sheet.id: sheet for sheet in (*tables, of_documents, *files)}
    Overview(book, bodies, answers, sheets).write(first["overview"], first["answers"])
    contents(book, first["contents"], bodies, [*tables, *files])
    about(book, first["about"], loaded, [of_documents, *tables, *files])
