"""The samples have the tables of the documents whose figures they print: the same rows in the same cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from typeset.__main__ import RAW_PDFS
from typeset.layouts import LAYOUTS
from typeset.layouts.declared import DocumentLayout
from yusuan.pipeline.layout.cells import Grid, arrange
from yusuan.pipeline.layout.header import header_columns, header_rows
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.layout.tables import logical_tables
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.understand.titles import known as known_title

DOCUMENTS = pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])


def tables(path: Path) -> list[LogicalTable]:
    """The logical tables of the PDF at `path`."""
    return logical_tables([arrange(page) for page in read(path.read_bytes()).pages], known_title)


def rows(grid: Grid) -> list[list[tuple[str, int, int]]]:
    """Text, first row and far column of each cell, row by row."""
    return [
        [(cell.text, cell.span.row, cell.span.column_end) for cell in grid.row(number)] for number in range(grid.rows)
    ]


def headers(table: LogicalTable) -> list[list[tuple[str, ...]]]:
    """The words above each column, for each page of `table`."""
    return [
        [tuple(column.words) for column in header_columns(part.grid, header_rows(part.grid, part.start))]
        for part in table.fragments
    ]


def published(corpus: Path, layout: DocumentLayout) -> list[LogicalTable]:
    """The tables of the document that `layout` is the layout of; skips the test if the corpus lacks it."""
    name = f"{layout.entity}（{layout.level}）"
    found = sorted((corpus / layout.stage / str(layout.year)).glob(f"{name}*.pdf"))
    if not found:
        pytest.skip(f"{name} of {layout.year} is not in the corpus")
    return tables(found[0])


def contents(found: list[LogicalTable]) -> list[object]:
    """What tables say and how they are ruled, apart from lengths: caption, header trees and cells of each page."""
    return [(table.caption, headers(table), [rows(part.grid) for part in table.fragments]) for table in found]


@DOCUMENTS
def test_tables_are_those_of_the_published_document(corpus: Path, layout: DocumentLayout) -> None:
    # Some budgets have forms and ruled prose besides, which the samples leave out: without unit and amounts.
    theirs = [table for table in published(corpus, layout) if table.caption.unit]
    own = [table for table in tables(RAW_PDFS / layout.path) if table.caption.unit]
    assert len(own) == len(layout.tables)
    assert contents(own) == contents(theirs)


def test_a_final_account_is_set_page_by_page(corpus: Path) -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.stage == "final")
    theirs, own = published(corpus, layout), tables(RAW_PDFS / layout.path)
    assert len(own) == len(layout.tables) + 1  # the list of units is a table without title
    assert contents(own) == contents(theirs)
    assert [[part.grid.page for part in table.fragments] for table in own] == [
        [part.grid.page for part in table.fragments] for table in theirs
    ]
