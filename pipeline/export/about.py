"""The first sheet of a workbook: what is in it, how to read it, and how much of it is proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pipeline
from pipeline.export.sheets import Book, shown_width
from pipeline.load import Loaded
from schemas.dataset.fields import DOCUMENTS, FINDINGS, LINE_ITEMS, OTHER_ITEMS, PERFORMANCE_TARGETS, STATEMENTS
from schemas.tables.measures import MEASURES
from schemas.views import chinese
from schemas.views.explanations import READING, WHAT

_WIDTHS = (34, 30, 120)
_LINE = 15
"""The height of a line, in points."""
Line = tuple[str, tuple[str | int, ...]]
"""The style of a row and its cells."""


@dataclass(frozen=True)
class Sheet:
    """A kind of rows: the sheets that it is on, what it holds, its columns with label and meaning, how many rows."""

    names: Sequence[str]
    holds: str
    columns: Sequence[tuple[str, str, str]]
    rows: int


def about(book: Book, sheet: Any, loaded: Loaded, sheets: Sequence[Sheet]) -> None:
    """Fill the first sheet."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, (style, cells) in enumerate(_lines(loaded, sheets)):
        # Programs differ in whether they make room for wrapped lines by themselves.
        lines = max((-(-shown_width(str(c)) // w) for c, w in zip(cells, _WIDTHS, strict=False)), default=1)
        if style == "wrap" and lines > 1:
            sheet.set_row(row, lines * _LINE)
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, book.formats["count"])
            else:
                book.text(sheet, row, column, cell, style)


def _lines(loaded: Loaded, sheets: Sequence[Sheet]) -> Iterator[Line]:
    yield "title", ("yusuan 预算: budgets and final accounts",)
    yield "wrap", ("What this is", "", WHAT)
    yield "wrap", ("Made by", "", f"yusuan {pipeline.__version__}, from the files of a dataset; no figure is changed")
    yield "wrap", ()
    yield "head", ("How much there is", "", "")
    yield from (("wrap", line) for line in _counts(loaded))
    yield "wrap", ()
    yield "head", ("How to read it", "", "")
    yield from (("wrap", (heading, "", said)) for heading, said in READING)
    yield "wrap", ()
    yield "head", ("Sheet", "rows", "what it holds")
    for sheet in sheets:
        yield "wrap", (", ".join(sheet.names), sheet.rows, sheet.holds)
    for sheet in sheets:
        if sheet.columns:
            yield "wrap", ()
            yield "head", (f"Columns of {sheet.names[0]}", "中文", "meaning")
            yield from (("wrap", column) for column in sheet.columns)
    yield "wrap", ()
    yield "head", ("Measure", "中文", "meaning")
    yield from (("wrap", (measure, chinese.MEASURES[measure], meaning)) for measure, meaning in MEASURES.items())


def _counts(loaded: Loaded) -> Iterator[tuple[str | int, ...]]:
    documents = Counter(loaded[DOCUMENTS.name]["status"].to_pylist())
    amounts = Counter(loaded[LINE_ITEMS.name]["status"].to_pylist())
    findings = Counter(loaded[FINDINGS.name]["severity"].to_pylist())
    yield (
        "documents",
        documents.total(),
        f"{documents['quarantined']} of them quarantined: they cannot be trusted as a whole; "
        f"{documents['incomplete']} incomplete: some of their figures were not read",
    )
    yield "amounts", amounts.total(), "rows of line_items"
    yield "amounts proved", amounts["proved"], "accounting identities prove them"
    yield "amounts unproved", amounts["unproved"], "no identity covers them"
    yield "amounts contradicted", amounts["contradicted"], "they do not fit the others: do not use them unseen"
    yield "amounts in doubt", amounts["in_doubt"], "a sum fails that they stand in, and no one figure can be blamed"
    yield "other figures", loaded[OTHER_ITEMS.name].num_rows, "printed in tables that no declaration reads"
    yield "findings", findings.total(), f"{findings['error']} errors, {findings['warning']} warnings"
    yield "statements", loaded[STATEMENTS.name].num_rows, "figures in the prose"
    yield "lines of forms", loaded[PERFORMANCE_TARGETS.name].num_rows, "performance-target forms (绩效目标)"
