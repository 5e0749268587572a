"""The sheet that explains a workbook: what is in it, how to read it, and how much of it is proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from yusuan.pipeline.export.rows import shown_width
from yusuan.pipeline.export.sheet import Sheet
from yusuan.pipeline.export.sheets import Book
from yusuan.pipeline.export.words import Words
from yusuan.pipeline.load.folder import Loaded
from yusuan.schemas.dataset.fields import DOCUMENTS, FINDINGS, LINE_ITEMS, OTHER_ITEMS, PERFORMANCE_TARGETS, STATEMENTS
from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.sentences import about as texts
from yusuan.schemas.sentences.said import Language, Said
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.tables.measures import MEASURES
from yusuan.schemas.views import chinese
from yusuan.schemas.views.explanations import READING, WHAT
from yusuan.schemas.views.field_names import FIELD_NAMES
from yusuan.schemas.views.measure_meanings import MEASURE_MEANINGS
from yusuan.schemas.views.values import VALUES
from yusuan.version import __version__

_WIDTHS = (34, 30, 120)
_LINE = 15
"""The height of a line, in points."""
Cell = Said | int | str
Line = tuple[str, tuple[Cell, ...]]
"""The style of a row and its cells."""


def about(book: Book, sheet: Any, loaded: Loaded, sheets: Sequence[Sheet]) -> None:
    """Fill the sheet."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, (style, cells) in enumerate(_lines(loaded, sheets, book.language)):
        said = [book.said(cell) if isinstance(cell, Said) else cell for cell in cells]
        # Programs differ in whether they make room for wrapped lines by themselves.
        lines = max((-(-shown_width(str(c)) // w) for c, w in zip(said, _WIDTHS, strict=False)), default=1)
        if style == "wrap" and lines > 1:
            sheet.set_row(row, lines * _LINE)
        for column, cell in enumerate(said):
            if isinstance(cell, int):
                book.number(sheet, row, column, cell, "count")
            else:
                book.text(sheet, row, column, cell, style)


def _lines(loaded: Loaded, sheets: Sequence[Sheet], language: Language) -> Iterator[Line]:
    yield "title", (texts.TITLE,)
    yield "wrap", (texts.WHAT, "", WHAT)
    yield "wrap", (texts.MADE_BY, "", texts.VERSION.of(version=__version__))
    yield "wrap", ()
    yield "head", (texts.HOW_MUCH, "", "")
    yield from (("wrap", line) for line in _counts(loaded))
    yield "wrap", ()
    yield "head", (texts.HOW_TO_READ, "", "")
    yield from (("wrap", (heading, "", said)) for heading, said in READING)
    yield "wrap", ()
    yield "head", (texts.SHEET, texts.ROWS, texts.HOLDS)
    yield from (("wrap", (name, "", said)) for name, said in texts.ANSWERING)
    for sheet in sheets:
        yield "wrap", (", ".join(sheet.names), sheet.rows, sheet.holds)
    for sheet in sheets:
        if sheet.columns:
            yield "wrap", ()
            yield "head", (texts.COLUMNS_OF.of(sheet=sheet.name), texts.NAME, texts.MEANING)
            for column, meaning in sheet.columns:
                yield "wrap", (*_named(column, _label(column), language), meaning)
    yield from _ids(language)


def _ids(language: Language) -> Iterator[Line]:
    """Published tables, measures, rules and, in Chinese, values: what their ids are called and mean."""
    yield "wrap", ()
    yield "head", (texts.TABLE, texts.NAME, "")
    yield from (("wrap", (*_named(id_, name, language), "")) for id_, name in TABLES.items())
    yield "wrap", ()
    yield "head", (texts.MEASURE, texts.NAME, texts.MEANING)
    for id_, meaning in MEASURES.items():
        yield "wrap", (*_named(id_, chinese.MEASURES[id_], language), Said(meaning, MEASURE_MEANINGS[id_]))
    yield "wrap", ()
    yield "head", (texts.RULE, texts.SEVERITY, texts.MEANING)
    for id_, rule in RULES.items():
        severity = Said(rule.severity, chinese.SEVERITIES[rule.severity])
        yield "wrap", (id_, severity, Said(rule.description, chinese.RULES[id_]))
    if language == "en":
        return
    yield "wrap", ()
    yield "head", (texts.VALUE, texts.NAME, texts.COLUMN)
    for column, names in VALUES.items():
        for id_, name in names.items():
            yield "wrap", (name, id_, _label(column.rpartition(".")[2]))


def _named(id_: str, name: str, language: Language) -> tuple[str, str]:
    """An id and its name, that of the language first."""
    return (id_, name) if language == "en" else (name, id_)


def _label(column: str) -> str:
    return FIELD_NAMES[column] if column in FIELD_NAMES else Words("zh").label(column)


def _counts(loaded: Loaded) -> Iterator[tuple[Cell, ...]]:
    documents = Counter(loaded[DOCUMENTS.name]["status"].to_pylist())
    amounts = Counter(loaded[LINE_ITEMS.name]["status"].to_pylist())
    findings = Counter(zip(*(loaded[FINDINGS.name][name].to_pylist() for name in ("severity", "cause")), strict=True))
    yield texts.DOCUMENTS, documents.total(), texts.OF_DOCUMENTS.of(**{n: documents[n] for n in texts.READ_IN_PART})
    yield texts.AMOUNTS, amounts.total(), texts.OF_AMOUNTS
    for status, (said, meaning) in texts.STATUSES.items():
        yield said, amounts[status], meaning
    yield texts.OTHER_FIGURES, loaded[OTHER_ITEMS.name].num_rows, texts.OF_OTHER_FIGURES
    for cause, said in texts.FINDINGS.items():
        errors, warnings = findings["error", cause], findings["warning", cause]
        yield said, errors + warnings, texts.OF_FINDINGS.of(errors=errors, warnings=warnings)
    yield texts.STATEMENTS, loaded[STATEMENTS.name].num_rows, texts.OF_STATEMENTS
    yield texts.FORM_LINES, loaded[PERFORMANCE_TARGETS.name].num_rows, texts.OF_FORM_LINES
