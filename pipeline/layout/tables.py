"""Grids of all pages → logical tables: a title with every grid that belongs to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.layout.captions import Caption, continued, core, form, is_page_number, looks_like_title, read_caption
from pipeline.layout.cells import Grid, PageLayout
from pipeline.layout.header import AMOUNT_LIKE, header_rows
from schemas.words import TOTALS

CAPTION_LINES = 8
"""How many lines above a grid are searched for its title, publisher and unit."""
_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{5,})")
_CODE = 7
"""No code has more digits than this; more may be an amount."""
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
    def has_amounts(self) -> bool:
        """Whether any cell holds a number, or a dash in its place."""
        return any(AMOUNT_LIKE.match(text) for text in self._texts())

    @property
    def has_figures(self) -> bool:
        """Whether any cell holds a number that is surely an amount, no serial number and no year."""
        return any(_FIGURE.fullmatch(text) for text in self._texts())

    def _texts(self) -> Iterator[str]:
        for fragment in self.fragments:
            yield from (cell.key for cell in fragment.grid.cells if cell.span.row >= fragment.start and cell.key)


def logical_tables(pages: Sequence[PageLayout], known: Callable[[str], int] = lambda title: 0) -> list[LogicalTable]:
    """Join the grids of a document into logical tables.

    A grid with a title above it, or in its own first rows, begins a table. One without continues
    the table before it if its borders fit; otherwise it stands alone, without a title. `known` tells
    titles that are declared from lines that only look like one.
    """
    heads = _running_heads(pages, known)
    tables: list[LogicalTable] = []
    carried: list[str] = []
    for page in pages:
        above = 0.0
        for grid in page.grids:
            texts = [text for text in _texts_between(page, above, grid.box[1]) if text not in heads]
            start, inner = _inner_caption(grid)
            caption = read_caption([*texts, *inner][-CAPTION_LINES:], known)
            said = caption.entity or caption.unit
            if not caption.title and not above and carried and (not texts or (said and any(map(known, carried)))):
                # The title stands at the foot of the page before.
                caption = read_caption([*carried, *texts, *inner][-CAPTION_LINES:], known)
            fragment = Fragment(grid, start)
            if tables and _is_continuation(tables[-1], caption, fragment):
                tables[-1].fragments.append(fragment)
            else:
                tables.append(LogicalTable(caption, [fragment]))
            above = grid.box[3]
        carried = _texts_between(page, above, page.height)[-CAPTION_LINES:]
        if carried and not looks_like_title(carried[-1]) and not read_caption(carried[-1:]).unit:
            carried = []
    return tables


def _running_heads(pages: Sequence[PageLayout], known: Callable[[str], int]) -> set[str]:
    """Lines that look like titles, are none that is known, and stand on three pages or more.

    A title that is printed again on each page of its table is none: on all of these pages, which follow each other,
    it is the last such line above a grid.
    """
    seen = Counter[str]()
    last: dict[str, int] = {}
    apart: set[str] = set()
    for page in pages:
        lines = [(part, line.bottom) for line in page.lines for part in line.parts if looks_like_title(part)]
        nearest = {_last_above(lines, grid.box[1]) for grid in page.grids}
        for text in dict.fromkeys(text for text, _ in lines):
            seen[text] += 1
            if text not in nearest or page.number > last.get(text, page.number) + 1:
                apart.add(text)
            last[text] = page.number
    return {
        text
        for text, pages_with_it in seen.items()
        if pages_with_it > 2 and text in apart and not known(text) and not form(text)
    }


def _last_above(lines: Sequence[tuple[str, float]], top: float) -> str:
    """The last of some lines that stand above a height."""
    return next((text for text, bottom in reversed(lines) if bottom <= top + ALIGNED), "")


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


def _is_continuation(table: LogicalTable, caption: Caption, fragment: Fragment) -> bool:
    """Whether a fragment with this caption goes on with the table before it.

    A publisher may print the title again on each page. Then the table goes on unless another body or
    unit is named, or the fragment begins with the rows that the table began with: that is another
    table, or the same one once more.
    """
    if not _continues(table, fragment.grid):
        return False
    same = ((caption.entity, table.caption.entity), (caption.unit, table.caption.unit))
    if any(here and before and here != before for here, before in same):
        return False
    if not caption.title or (continued(caption.title) and core(caption.title, ()) == core(table.caption.title, ())):
        return True
    if form(caption.title):
        return False
    if caption.title != table.caption.title:
        return False
    here, there = _first_rows(fragment), _first_rows(table.fragments[0])
    # A grand total may be printed again at the head of each page; then the row below it tells.
    return here[:1] != there[:1] or (here[:1] == there[:1] and _is_total(here) and here[1:] != there[1:])


def _is_total(rows: Sequence[Sequence[str]]) -> bool:
    return len(rows) > 1 and any(text in TOTALS for text in rows[0])


def _first_rows(fragment: Fragment) -> list[list[str]]:
    """What the first two rows below the header are called, without their amounts."""
    row = header_rows(fragment.grid, fragment.start).stop
    return [_named(fragment.grid, at) for at in range(row, min(row + 2, fragment.grid.rows))]


def _named(grid: Grid, row: int) -> list[str]:
    texts = [cell.key for cell in grid.row(row)]
    return [text for text in texts if not AMOUNT_LIKE.match(text) or (text.isdigit() and len(text) <= _CODE)]


def _continues(table: LogicalTable, grid: Grid) -> bool:
    """Whether each border of `grid` stands where the table before has one."""
    last = table.fragments[-1].grid
    if (grid.page, grid.box[1]) <= (last.page, last.box[1]) or grid.page - last.page > 1:
        return False
    if form(table.caption.title):
        # The pages of a form have columns of their own; what they share is the outer border.
        return all(abs(grid.box[side] - last.box[side]) <= ALIGNED for side in (0, 2))
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
