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
    title_size: size of the title's letters; 0: one and a half times that of the table's.
    title_rise, unit_rise: how far above the ruled area the top of the title and of the unit lies; 0: as many
        sizes of letters as in the budgets.
    unit: the words at the right above the table.
    maker: whether the publisher's name stands at the left above the table.
    number: what the sheet is numbered by, in a line at the left above the title.
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
    title_size: float = 0
    title_rise: float = 0
    unit_rise: float = 0
    unit: str = "单位：元"
    maker: bool = True
    number: str = ""
    note: str = ""
    title_inside: bool = False
    rules: tuple[Rules, ...] = ("thin_rects",)
    page_size: tuple[float, float] = A4_LANDSCAPE


@dataclass(frozen=True)
class CoverLayout:
    """How the cover is printed: its first line at `top`, the others each `pitch` lower, in shares of the page.

    size: size of the first line's letters.
    rest: size of the others, in sizes of the first.
    """

    size: float = 36
    rest: float = 0.5
    top: float = 0.25
    pitch: float = 0.2


@dataclass(frozen=True)
class ProseLayout:
    """How prose is printed: paragraphs between left and right, first lines indented by two letters.

    gap: free space below a paragraph, besides the distance of its lines.
    heading_size: size of a heading's letters; it is not indented.
    """

    left: float = 58.3
    right: float = 782
    title_y: float = 72
    first_y: float = 118
    size: float = 12
    title_size: float = 18
    heading_size: float = 15
    pitch: float = 14.6
    gap: float = 0
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

    maker: the words before the entity above each table; without them, the entity is not there either.
    units: the ruled list of the units that the document speaks for, below the prose before it.
    contents: plain lines; or a ruled column with leaders, followed by a ruled page with nothing in it; or
        plain lines under the headings of the document's parts.
    prose: how everything is printed that is not a table.
    """

    year: int
    entity: str
    level: Literal["部门", "单位"]
    maker: Literal["编制部门", "编制单位", "部门", ""]
    tables: tuple[TableLayout, ...]
    stage: Literal["budget", "final"] = "budget"
    units: TableLayout | None = None
    forms: tuple[FormLayout, ...] = ()
    prose: ProseLayout = field(default_factory=ProseLayout)
    contents: Literal["plain", "ruled", "parts"] = "plain"
    cover: CoverLayout = field(default_factory=CoverLayout)

    @property
    def name(self) -> str:
        """What its files in figures/ and words/ are called, without their endings."""
        return f"{self.year}_final" if self.stage == "final" else str(self.year)

    @property
    def path(self) -> str:
        """Where the document is written, below the folder of the PDFs."""
        return f"{self.year}/{self.entity}（{self.level}）{'决算' if self.stage == 'final' else ''}.pdf"

    @property
    def title(self) -> str:
        """What the PDF says it is, in its metadata."""
        return f"{self.entity}{self.year}{f'年度{self.level}决算' if self.stage == 'final' else '年预算'}"
