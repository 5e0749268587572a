"""Published tables → sheets as they are printed: a line per printed row, a column per measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from yusuan.pipeline.export.answers import ANSWERING, Answers, Placed
from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.export.rows import Head, Mark, Rows
from yusuan.pipeline.export.sheet import Sheet
from yusuan.pipeline.export.sheets import Book
from yusuan.pipeline.export.styles import OF_STATUS, Kind
from yusuan.pipeline.export.wide import WideRow, WideTable, wide_tables
from yusuan.pipeline.export.words import Words
from yusuan.pipeline.load.folder import Loaded
from yusuan.schemas.dataset.fields import LINE_ITEMS
from yusuan.schemas.identities.styles import STYLES
from yusuan.schemas.sentences.exporting import AMOUNTS_DIFFER
from yusuan.schemas.sentences.workbook import AS_PRINTED, CONTRADICTED, SHEETS
from yusuan.schemas.views import chinese
from yusuan.schemas.views.widths import USUAL_WIDTH, WIDTHS

_AMOUNT_WIDTH = 19
_STATUS_WIDTH = 32
"""Of a printed row, whose status names measures."""
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


def table_sheets(book: Book, loaded: Loaded, answers: Answers) -> Iterator[Sheet]:
    """The published tables, from which `answers` are read; raises NotExported unless each amount of the dataset stands
    in one of them once.
    """
    written = 0
    for table in wide_tables(loaded):
        yield _table_sheet(book, table, answers)
        written += sum(len(row.cells) for row in table.rows)
    if written != (expected := loaded[LINE_ITEMS.name].num_rows):
        raise NotExported(AMOUNTS_DIFFER.of(found=written, expected=expected))


def _table_sheet(book: Book, table: WideTable, answers: Answers) -> Sheet:
    words = Words(book.language)
    lead: list[tuple[str, Kind]] = [
        *_LEAD,
        *((name, "code" if name.endswith("code") else "text") for name in table.further),
    ]
    heads = [
        *(_head(words, name, kind) for name, kind in lead),
        *(Head(measure, "money", _AMOUNT_WIDTH, chinese.measure(measure, table.id)) for measure in table.measures),
        *(_head(words, name, kind) for name, kind in _TRAIL),
    ]
    titles = " / ".join(dict.fromkeys(t.title for style in STYLES for t in style if t.id == table.id))
    amounts = sum(len(row.cells) for row in table.rows)
    named = words.table(table.id)
    sheet = Sheet(table.id, book.said(AS_PRINTED.of(table=titles or named, count=amounts)))
    title = f"{named} {titles}".strip() if named == table.id else f"{named} {table.id}"
    # Names of columns are made of ids: those of the files are theirs.
    id_ = "" if table.id.lower() in SHEETS else table.id
    rows = Rows(book, id_, named, heads, title, frozen=1)
    columns = {measure: column for column, measure in enumerate(table.measures, len(lead))}
    placed: list[Placed] = []
    for row in table.rows:
        place = rows.add(_cells(words, row, table.measures), _marks(book, row, columns))
        sheet.count(row.document_id, place)
        placed.append(Placed(row, place))
    rows.end()
    if table.id in ANSWERING:
        answers.read(table.id, placed, columns)
    sheet.names = rows.names
    return sheet


def _cells(words: Words, row: WideRow, measures: Iterable[str]) -> list[Any]:
    return [
        *(getattr(row, name) for name, _ in _LEAD),
        *row.further,
        *(row.cells[measure].amount if measure in row.cells else None for measure in measures),
        words.leaf(row),
        words.status(row),
        row.page,
        row.document_id,
    ]


def _marks(book: Book, row: WideRow, columns: dict[str, int]) -> dict[int, Mark]:
    """What is to be seen of the amounts that are contradicted or in doubt, by column."""
    found = {}
    for measure, cell in row.cells.items():
        if style := OF_STATUS.get(cell.status):
            comment = book.said(CONTRADICTED.of(page=row.page)) if cell.status == "contradicted" else ""
            found[columns[measure]] = Mark(style, comment)
    return found


def _head(words: Words, name: str, kind: Kind) -> Head:
    width = _STATUS_WIDTH if name == "status" else WIDTHS.get(name, USUAL_WIDTH)
    called = None if name in ("leaf", "status") else words.called(LINE_ITEMS.name, name)
    return Head(name, kind, width, words.label(name), called)
