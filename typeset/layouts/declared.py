"""What a layout declares. Lengths are points, positions count from the page's top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from typeset.page import A4_LANDSCAPE, Rules

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class TableLayout:
    """How one table is printed; its body rows come from the figures file.

    table: the table's id in the figures file.
    header: the header rows, with LEFT and ABOVE for covered cells.
    edges: x of the columns' edges, the outer ones included.
    align: one letter a column, as in typeset.page.Grid.
    y: top of the ruled area on the first page.
    rows_per_page: body rows on each page, blank rows included; empty when all are on one page.
    next_y: top on each page after the first, the last value for all that are left.
    repeated: the header printed on the following pages, often none.
    blank_rows: rows with nothing in them before the last row of the body.
    unit: the words at the right above the table.
    maker: whether the publisher's name stands at the left above the table.
    note: a line below the table.
    title_inside: title and captions are cells of the ruled area; y is the top of their rows.
    """

    table: str
    title: str
    header: Rows
    edges: tuple[float, ...]
    align: str
    y: float
    rows_per_page: tuple[int, ...] = ()
    next_y: tuple[float, ...] = (37,)
    repeated: Rows = ()
    row_height: float = 24.6
    header_height: float = 0
    blank_rows: int = 0
    size: float = 12
    unit: str = "单位：元"
    maker: bool = True
    note: str = ""
    title_inside: bool = False
    rules: tuple[Rules, ...] = ("thin_rects",)
    page_size: tuple[float, float] = A4_LANDSCAPE


@dataclass(frozen=True)
class ProseLayout:
    """How prose is printed: paragraphs between left and right, first lines indented by two letters."""

    left: float = 58.3
    right: float = 782
    title_y: float = 72
    first_y: float = 118
    size: float = 12
    title_size: float = 18
    pitch: float = 14.6
    bottom: float = 545
    page_size: tuple[float, float] = A4_LANDSCAPE


@dataclass(frozen=True)
class FormLayout:
    """A performance-target form: title lines above a ruled form of one or two pages.

    parts: the ids, in the figures file, of the form's part on each page, with the widths of its columns.
    """

    title: tuple[str, ...]
    parts: tuple[tuple[str, tuple[float, ...]], ...]
    page_size: tuple[float, float]
    x: float = 57
    y: float = 120
    next_y: float = 60
    row_height: float = 22
    size: float = 10
    rules: tuple[Rules, ...] = ("cell_rects",)


@dataclass(frozen=True)
class DocumentLayout:
    """One document: its tables in order, and how the rest is printed.

    maker: the words before the entity above each table.
    contents: plain lines, or a ruled column with leaders, followed by a ruled page with nothing in it.
    prose: how everything is printed that is not a table.
    """

    year: int
    entity: str
    level: Literal["部门", "单位"]
    maker: Literal["编制部门", "编制单位"]
    tables: tuple[TableLayout, ...]
    forms: tuple[FormLayout, ...] = ()
    prose: ProseLayout = field(default_factory=ProseLayout)
    contents: Literal["plain", "ruled"] = "plain"
    cover_size: float = 36

    @property
    def path(self) -> str:
        """Where the document is written, below the folder of the PDFs."""
        return f"{self.year}/{self.entity}（{self.level}）.pdf"
