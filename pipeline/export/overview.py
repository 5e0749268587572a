"""The sheets that answer: a row for each document, and the answers of each document below each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from yusuan.pipeline.export.answers import Answers, Figure
from yusuan.pipeline.export.bodies import Document, year_before
from yusuan.pipeline.export.page import Column, Page
from yusuan.pipeline.export.sheet import Sheet
from yusuan.pipeline.export.sheets import Book, Place
from yusuan.pipeline.export.words import Words
from yusuan.schemas.sentences import workbook as texts
from yusuan.schemas.sentences.said import Said

_CLASSES, _ITEMS = 5, 10
"""How many of the largest classes and items the answers have."""
_TENTH = Decimal("0.1")
_THREE_PUBLIC = (
    *("three_public", "overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation"),
)
_WHOLE = ("revenue", "revenue_of_year", "expenditure", "expenditure_of_year", "basic", "project")
_OF_DOCUMENT = (Column("entity", 34), Column("entity_level", 10), Column("year", 8), Column("stage", 8))
_OVERVIEW = (
    *_OF_DOCUMENT,
    *(Column("revenue", 18), Column("expenditure", 18), Column("beware", 30)),
    *(Column("change", 18), Column("change_percent", 9), Column("basic", 18), Column("project", 18)),
    *(Column("class", 22), Column("class_amount", 18), Column("share", 9), Column("class_table", 20)),
    *(Column("largest", 28), Column("largest_amount", 18)),
    *(Column(name, 15) for name in _THREE_PUBLIC),
    *(Column("document_status", 10), Column("amounts", 10), Column("proved", 10)),
    *(Column("findings_publisher", 12), Column("findings_reader", 12), Column("document", 15)),
)
_ANSWERS = (
    *_OF_DOCUMENT,
    *(Column("question", 32), Column("code", 10), Column("item", 38), Column("basis", 10), Column("amount", 20)),
    *(Column("of_total", 11), Column("before", 20), Column("difference", 20), Column("percent", 9)),
    *(Column("status", 10), Column("table", 34), Column("page", 7), Column("document", 15)),
)


@dataclass
class Overview:
    """What the sheets that answer are made of."""

    book: Book
    documents: Sequence[Document]
    answers: Answers
    sheets: Mapping[str, Sheet]

    def __post_init__(self) -> None:
        self._words = Words(self.book.language)
        self._before = year_before(list(self.documents))

    def write(self, overview: Any, answers: Any) -> None:
        """Fill both sheets."""
        begins = self._write_answers(answers)
        page = Page(self.book, overview, texts.OVERVIEW_TITLE, texts.OVERVIEW_READING, _OVERVIEW)
        for document in self.documents:
            self._row(page, document, begins.get(document.id))
        page.end("document_status")

    def _row(self, page: Page, document: Document, begins: Place | None) -> None:
        id_, row = document.id, document.row
        self._lead(page, document, begins)
        for question in (*_WHOLE, *_THREE_PUBLIC):
            if question not in ("revenue_of_year", "expenditure_of_year"):
                page.figure(question, self._of(document, question))
        now = self._of(document, "expenditure")
        then = self._figure_before(document, now)
        if now and then:
            page.number("change", now.amount - then.amount, "money")
            page.percent("change_percent", _change(now, then))
        for question in ("class", "largest"):
            for figure in self.answers.largest(id_, question, 1):
                page.text(question, figure.row.item or figure.row.code or "")
                page.figure(f"{question}_amount", figure)
                if question == "class":
                    page.percent("share", figure.share)
                    page.text("class_table", self._words.table(figure.table))
        page.text("beware", self._words.list(self.book.said(said) for said in self._beware(document)))
        page.text("document_status", self._words.value("status", row["status"], "documents") or "")
        page.number("amounts", row["line_items"], "whole", self._begin("line_items", id_))
        page.number("proved", row["proved"], "whole")
        for name in ("findings_publisher", "findings_reader"):
            _, count = self.sheets[name].begins.get(id_, (None, 0))
            page.number(name, count, "whole", self._begin(name, id_))
        page.text("document", id_, self._begin("documents", id_))
        page.next()

    def _write_answers(self, sheet: Any) -> dict[str, Place]:
        page = Page(self.book, sheet, texts.ANSWERS_TITLE, texts.ANSWERS_READING, _ANSWERS)
        begins: dict[str, Place] = {}
        for document in self.documents:
            for figure in self._figures(document):
                begins.setdefault(document.id, page.place)
                self._answer(page, document, figure)
        page.end("status", apart="document")
        return begins

    def _answer(self, page: Page, document: Document, figure: Figure) -> None:
        self._lead(page, document)
        words, row = self._words, figure.row
        page.text("question", self.book.said(texts.QUESTIONS[figure.question]))
        if figure.question in ("class", "largest"):
            page.text("code", row.code or "")
            page.percent("of_total", figure.share)
        page.text("item", row.item or "")
        page.text("basis", words.value("basis", row.basis) or "")
        page.figure("amount", figure)
        if then := self._figure_before(document, figure):
            page.figure("before", then)
            page.number("difference", figure.amount - then.amount, "money")
            page.percent("percent", _change(figure, then))
        page.text("status", words.value("status", figure.status) or "")
        page.text("table", words.table(figure.table))
        page.number("page", row.page, "integer")
        page.text("document", document.id)
        page.next()

    def _lead(self, page: Page, document: Document, to: Place | None = None) -> None:
        row = document.row
        page.text("entity", row["entity"] or self.book.said(texts.NO_NAME), to)
        page.text("entity_level", self._words.value("entity_level", row["entity_level"]) or "")
        if document.year is not None:
            page.number("year", document.year, "integer")
        page.text("stage", self._words.value("stage", row["stage"]) or "")

    def _figures(self, document: Document) -> Iterator[Figure]:
        if not document.counts:
            return
        found = self.answers.found.get(document.id, {})
        for question in _WHOLE:
            yield from (figure for figure in found.values() if figure.question == question)
        yield from self.answers.largest(document.id, "class", _CLASSES)
        yield from self.answers.largest(document.id, "largest", _ITEMS)
        for question in _THREE_PUBLIC:
            yield from (figure for figure in found.values() if figure.question == question)

    def _of(self, document: Document, question: str) -> Figure | None:
        if not document.counts or document.row["stage"] is None:
            return None
        return self.answers.of(document.id, question, document.row["stage"])

    def _figure_before(self, document: Document, figure: Figure | None) -> Figure | None:
        """The same of the year before, from the same table of the same body's own document."""
        if figure is None or (before := self._before.get(document.id)) is None:
            return None
        then = self.answers.found.get(before, {}).get(figure.key)
        return then if then and then.table == figure.table else None

    def _begin(self, sheet: str, document: str) -> Place | None:
        place, _ = self.sheets[sheet].begins.get(document, (None, 0))
        return place

    def _beware(self, document: Document) -> Iterator[Said]:
        row = document.row
        if row["status"] == "quarantined":
            yield texts.QUARANTINED.of(reason=Said(row["reason"] or "", row["reason_zh"] or row["reason"] or ""))
            return
        if not document.counts:
            yield texts.ONLY_PROSE
        elif not row["tables"]:
            yield texts.NO_TABLE
        if row["status"] == "incomplete":
            yield texts.INCOMPLETE
        if document.counts and document.versions > 1:
            yield texts.SEVERAL.of(count=document.versions)
        said = {"contradicted": texts.FIGURE_CONTRADICTED, "in_doubt": texts.FIGURE_IN_DOUBT}
        for figure in self._shown(document):
            if sentence := said.get(figure.status):
                yield sentence.of(figure=texts.HEADS[figure.question])

    def _shown(self, document: Document) -> Iterator[Figure]:
        """The figures that the row of a document has."""
        for question in ("revenue", "expenditure", "basic", "project", *_THREE_PUBLIC):
            if figure := self._of(document, question):
                yield figure
        for question in ("class", "largest"):
            yield from self.answers.largest(document.id, question, 1)


def _change(now: Figure, then: Figure) -> Decimal | None:
    """The change in per cent; None where there was nothing, or less."""
    if then.amount <= 0:
        return None
    return (100 * (now.amount - then.amount) / then.amount).quantize(_TENTH, ROUND_HALF_UP)
