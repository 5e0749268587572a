"""Tables of which rows were not read, or stand where nothing tells that they are theirs: their sums accuse nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.layout.logical import LogicalTable
    from yusuan.pipeline.messages.findings import Finding

_HOLDS_ROWS = ("page.figures_outside", "page.no_text", "page.garbled", "page.table_pictured", "page.turned_text")
"""What is found of a page on which rows of a table may stand that no cell holds."""


def with_rows_lost(
    tables: Sequence[ExtractedTable], unread: Iterable[LogicalTable], outside: Iterable[Finding]
) -> list[ExtractedTable]:
    """The tables, those marked that may go on where it is not read, or where they are read as another table.

    That is on one of their pages, or the one behind: in a ruled area (`unread`) that has a table's own title once more,
    or `outside` all of them; an area without a title may go on with the last table before it.
    """
    pages = {finding.page for finding in outside if finding.rule in _HOLDS_ROWS and finding.page}
    grids = [(table.page, table.caption.title) for table in unread if table.has_figures]
    for page, title in grids:
        if not title and (before := [max(table.pages) for table in tables if table.page <= page]):
            pages |= {page, max(before)}
    return [
        replace(table, rows_lost=True)
        if _goes_on_in_another_unit(table, tables)
        or any(
            table.page <= page <= max(table.pages) + 1
            for page in (*pages, *(page for page, title in grids if title == table.title))
        )
        else table
        for table in tables
    ]


def _goes_on_in_another_unit(table: ExtractedTable, tables: Sequence[ExtractedTable]) -> bool:
    """Whether a table of the same title and another unit stands right before or behind a table: its other rows may be
    there.
    """
    return any(
        (other.title, other.table.published_id) == (table.title, table.table.published_id)
        and other.unit != table.unit
        and (other.page - max(table.pages) in (0, 1) or table.page - max(other.pages) in (0, 1))
        for other in tables
    )
