"""What is done with a document that has tables without lines between their columns: nobody is accused by them.

A row or a column that is taken for another would make a publisher's sums fail. A contents page or a chart that looks
like such a table takes no part in any sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.document.doubts import all_in_doubt
from yusuan.pipeline.layout.captions import looks_like_title
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences.pages import MAY_BE_MISREAD, ROWS_UNCLEAR, UNRULED

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.layout.cells import PageLayout

_UNCLEAR = ("table.unknown_column", "column.inferred")
"""What is said of a table with a heading that is not understood by its words."""
_NAMES = ("code", "item", "body", "project")


def nobody_accused(document: Document, layouts: Sequence[PageLayout]) -> None:
    """Say on which pages no line tells the columns of what was read; where a table that sums are judged of is on one,
    all accusations of its document are doubts.
    """
    unruled = {layout.number for layout in layouts if layout.unruled}
    judged = {page for table in document.tables for page in table.pages} | {row["page"] for row in document.targets}
    judged.update(finding.page for finding in document.findings if finding.cause == "publisher" and finding.page)
    pages = unruled & (judged | {row["page"] for row in document.others})
    document.findings += [Finding("page.unruled", UNRULED.of(), page=page) for page in sorted(pages)]
    unsure = _rows_unclear(document, layouts)
    if not unruled & judged and not unsure:
        return
    all_in_doubt(document, MAY_BE_MISREAD)
    begun = _begun_before(layouts)
    cut = {
        (table.table.id.partition("#")[0], page)
        for table in document.tables
        if table.pages[0] in begun
        for page in table.pages
    }
    # A heading that is not understood may be pieces of two, so that rows are not called as they seem to be.
    unclear = {finding.table for finding in document.findings if finding.rule in _UNCLEAR}
    for row in document.items:
        # The name of a row that seems to have none stands in another column, so that its figures may do so too.
        unnamed = row["table"] in unclear or not any(row[name] for name in _NAMES)
        if any(top <= row["top"] and row["bottom"] <= bottom for top, bottom in unsure.get(row["page"], ())):
            row["status"] = "in_doubt"
        if row["page"] in unruled and (unnamed or (row["table"], row["page"]) in cut):
            row["status"] = "in_doubt"


def _rows_unclear(document: Document, layouts: Sequence[PageLayout]) -> dict[int, list[tuple[float, float]]]:
    """The pages of tables on which it is not clear which names belong to which figures, and from where to where; each
    is said.
    """
    pages = {page for table in document.tables for page in table.pages}
    found = {
        layout.number: [area for grid in layout.grids for area in grid.lattice.unclear]
        for layout in layouts
        if layout.number in pages and any(grid.lattice.unclear for grid in layout.grids)
    }
    document.findings += [Finding("page.unruled", ROWS_UNCLEAR.of(), page=page) for page in sorted(found)]
    return found


def _begun_before(layouts: Sequence[PageLayout]) -> set[int]:
    """The pages without lines between columns with a title that stands on the page before too. Where a table begins
    there, what it has on the page before was not read, and that may say whose its first rows are.
    """
    titles = [{part for line in layout.lines for part in line.parts if looks_like_title(part)} for layout in layouts]
    return {
        layout.number
        for before, own, layout in zip(titles, titles[1:], layouts[1:], strict=False)
        if layout.unruled and before & own
    }
