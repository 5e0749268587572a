"""Grids of all pages → logical tables: a title with every grid that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.layout.captions import Caption, is_page_number, looks_like_title, read_caption
from pipeline.layout.cells import Grid, PageLayout
from pipeline.layout.header import AMOUNT_LIKE

CAPTION_LINES = 8
"""How many lines above a grid are searched for its title, publisher and unit."""
ALIGNED = 4.0
"""Borders of a continuation lie this near (points) to those of the table it continues."""


@dataclass(frozen=True)
class Fragment:
    """The part of a logical table that stands on one page. Rows before `start` are captions."""

    grid: Grid
    start: int


@dataclass
class LogicalTable:
    """A title, what is said above the table, and its fragments in reading order."""

    caption: Caption
    fragments: list[Fragment] = field(default_factory=list)

    @property
    def page(self) -> int:
        """The page that the table begins on."""
        return self.fragments[0].grid.page

    @property
    def has_figures(self) -> bool:
        """Whether any cell holds something like an amount."""
        return any(
            re.search(r"\d", cell.key) and AMOUNT_LIKE.match(cell.key)
            for fragment in self.fragments
            for cell in fragment.grid.cells
            if cell.span.row >= fragment.start
        )


def logical_tables(pages: Sequence[PageLayout]) -> list[LogicalTable]:
    """Join the grids of a document into logical tables.

    A grid with a title above it, or in its own first rows, begins a table. One without continues
    the table before it if its borders fit; otherwise it stands alone, without a title.
    """
    tables: list[LogicalTable] = []
    carried: list[str] = []
    for page in pages:
        above = 0.0
        for grid in page.grids:
            texts = _texts_between(page, above, grid.box[1])
            start, inner = _inner_caption(grid)
            caption = read_caption([*texts, *inner][-CAPTION_LINES:])
            if not caption.title and not above and not texts and carried:
                # The title stands at the foot of the page before.
                caption = read_caption([*carried, *inner][-CAPTION_LINES:])
            fragment = Fragment(grid, start)
            if not caption.title and tables and _continues(tables[-1], grid):
                tables[-1].fragments.append(fragment)
            else:
                tables.append(LogicalTable(caption, [fragment]))
            above = grid.box[3]
        carried = _texts_between(page, above, page.height)[-CAPTION_LINES:]
        if carried and not looks_like_title(carried[-1]) and not read_caption(carried[-1:]).unit:
            carried = []
    return tables


def _texts_between(page: PageLayout, top: float, bottom: float) -> list[str]:
    """The texts of the lines between two heights; each part of a line for itself."""
    return [
        part
        for line in page.lines
        if top <= (line.top + line.bottom) / 2 <= bottom
        for part in line.parts
        if not is_page_number(part)
    ]


def _inner_caption(grid: Grid) -> tuple[int, list[str]]:
    """Title, publisher and unit where they stand in the first rows of the ruled area itself.

    Returns the first row after them, and their texts.
    """
    texts: list[str] = []
    start = 0
    for row in range(min(grid.rows, CAPTION_LINES)):
        found = [text for cell in grid.row(row) for line in cell.lines for text in line.parts]
        if not found:
            continue
        caption = read_caption(found)
        if not (caption.title or caption.entity or caption.unit):
            break
        texts += found
        start = row + 1
    # A blank row under the caption belongs to it; one at the top of a continuation is the table's.
    while texts and start < grid.rows and not any(cell.key for cell in grid.row(start)):
        start += 1
    return (start, texts) if texts else (0, [])


def _continues(table: LogicalTable, grid: Grid) -> bool:
    """Whether each border of `grid` stands where the table before has one."""
    last = table.fragments[-1].grid
    if (grid.page, grid.box[1]) <= (last.page, last.box[1]) or grid.page - last.page > 1:
        return False
    return any(fits(grid, fragment.grid) for fragment in table.fragments)


def fits(grid: Grid, other: Grid) -> bool:
    """Whether the columns of `grid`, moved to where `other` stands, lie on the borders of `other`."""
    return all(
        min(abs(onto(x, grid, other) - border) for border in other.lattice.xs) <= ALIGNED for x in grid.lattice.xs
    )


def onto(x: float, grid: Grid, other: Grid) -> float:
    """Where the x of `grid` lies in `other`, when both are as wide as each other."""
    (g0, _, g1, _), (o0, _, o1, _) = grid.box, other.box
    return o0 + (x - g0) * (o1 - o0) / (g1 - g0)
