"""Grids of all pages → logical tables: a title with every grid that belongs to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from yusuan.pipeline.layout.borders import ALIGNED, fits
from yusuan.pipeline.layout.captions import (
    Caption,
    continued,
    core,
    form,
    is_page_number,
    looks_like_title,
    read_caption,
)
from yusuan.pipeline.layout.cells import Grid, PageLayout
from yusuan.pipeline.layout.header import AMOUNT_LIKE, header_rows
from yusuan.pipeline.layout.units import unit_below
from yusuan.schemas.vocabulary.around import TOTALS

CAPTION_LINES = 8
"""How many lines above a grid are searched for its title, publisher and unit."""
_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{5,})")
_CODE = 3
"""No more digits than this stand in one cell of a split code; more may be an amount."""


_TOTAL_ROWS = tuple([total] for total in TOTALS)


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
    again: list[tuple[int, int]] = field(default_factory=list)
    """The pages that one of its pages stands on once more, and that page."""
    told: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out of its body and is asked for again and again (`understand/below.py`)."""

    def __repr__(self) -> str:
        return f"<LogicalTable {self.caption.title!r}: page {self.page}, {len(self.fragments)} fragments>"

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
    seen: dict[object, int] = {}
    sizes = Counter(map(_size, pages))
    for page in pages:
        alone = not page.grids or sizes[_size(page)] == 1
        first = page.number if alone else seen.setdefault(_content(page), page.number)
        if first != page.number and not _ends_alike(tables, first, page):
            # Its rows would be those of the page before once more.
            for table in tables:
                if any(fragment.grid.page == first for fragment in table.fragments):
                    table.again.append((page.number, first))
            continue
        for grid in page.grids:
            above = max((other.box[3] for other in page.grids if other.box[3] <= grid.box[1]), default=0.0)
            texts = [text for text in _texts_above(page, above, grid) if text not in heads]
            start, inner = _inner_caption(grid)
            caption = read_caption([*texts, *inner][-CAPTION_LINES:], known)
            said = caption.entity or caption.unit
            if not caption.title and not above and carried and (not texts or (said and any(map(known, carried)))):
                # The title stands at the foot of the page before.
                caption = read_caption([*carried, *texts, *inner][-CAPTION_LINES:], known)
            fragment = Fragment(grid, start)
            before = next((table for table in _last(tables, grid) if _is_continuation(table, caption, fragment)), None)
            if before is not None:
                before.fragments.append(fragment)
            else:
                tables.append(LogicalTable(caption, [fragment]))
        above = page.grids[-1].box[3] if page.grids else 0.0
        carried = _texts_between(page, above, page.height)[-CAPTION_LINES:]
        last = read_caption(carried[-1:])
        if carried and not (looks_like_title(carried[-1]) or last.unit or last.entity):
            carried = []
    _take_units_below(tables, pages)
    return tables


def _ends_alike(tables: Sequence[LogicalTable], first: int, page: PageLayout) -> bool:
    """Whether a page that says what the page `first` does, and no title, goes on with another table than that: with one
    whose rows came to the same one before. All money of a body may be of one kind, in two tables alike.
    """
    if len(page.grids) != 1 or read_caption(_texts_above(page, 0.0, page.grids[0])).title:
        return False
    parts = [part for table in tables for part in pairwise(table.fragments) if part[1].grid.page == first]
    before = [part[0].grid for part in parts[-1:]]
    last = tables[-1].fragments[-1].grid
    return any(
        grid is not last
        and [cell.key for cell in grid.row(grid.rows - 1)] == [cell.key for cell in last.row(last.rows - 1)]
        for grid in before
    ) and _continues(tables[-1], page.grids[0])


def _take_units_below(tables: Sequence[LogicalTable], pages: Sequence[PageLayout]) -> None:
    """Give tables above which no unit stands the one that stands below their end."""
    by_number = {page.number: page for page in pages}
    for table in tables:
        last = table.fragments[-1].grid
        if not table.caption.unit and (unit := unit_below(by_number[last.page], last)):
            table.caption = replace(table.caption, unit=unit)


def _size(page: PageLayout) -> object:
    """How many cells and lines a page has, which pages that say the same have alike."""
    return len(page.lines), tuple(len(grid.cells) for grid in page.grids)


def _content(page: PageLayout) -> object:
    """All that a page with rows of figures says, which no two pages of a document say alike; blank ones may."""
    cells = tuple(tuple(cell.key for cell in grid.cells) for grid in page.grids)
    rows = {(grid.box, cell.span.row) for grid in page.grids for cell in grid.cells if _FIGURE.fullmatch(cell.key)}
    return (cells, tuple(line.text for line in page.lines)) if len(rows) > 1 else page.number


def _last(tables: Sequence[LogicalTable], grid: Grid) -> list[LogicalTable]:
    """The table that a grid may go on with: the last one, or of two that stand side by side the nearer one first."""
    last = tables[-1:]
    if len(tables) > 1 and _beside(tables[-2].fragments[-1].grid, tables[-1].fragments[-1].grid):
        last = sorted(tables[-2:], key=lambda table: abs(table.fragments[-1].grid.box[0] - grid.box[0]))
    return list(last)


def _beside(grid: Grid, other: Grid) -> bool:
    """Whether two grids stand side by side on one page."""
    (g0, top, g1, bottom), (o0, upper, o1, lower) = grid.box, other.box
    return grid.page == other.page and top < lower and upper < bottom and (g1 <= o0 or o1 <= g0)


def _running_heads(pages: Sequence[PageLayout], known: Callable[[str], int]) -> set[str]:
    """Lines that look like titles, are none that is known, and stand on three pages or more, but not for a table of
    their own: at the head or foot of a page without any, or with another title between them and the table.
    """
    seen: Counter[str] = Counter()
    besides: set[str] = set()
    for page in pages:
        titles = [part for line in page.lines for part in line.parts if looks_like_title(part)]
        seen.update(set(titles))
        besides.update(_besides(page, titles))
    return {text for text in besides if seen[text] > 2 and not known(text) and not form(text)}


def _besides(page: PageLayout, titles: Sequence[str]) -> set[str]:
    """Those of the titles on a page that are surely of no table of it."""
    if not titles:
        return set()
    if not page.grids:
        printed = [line for line in page.lines if not is_page_number(line.text)]
        return {part for line in (*printed[:1], *printed[-1:]) for part in line.parts} & set(titles)
    first = page.grids[0]
    above = [text for text in _texts_between(page, 0.0, first.box[1]) if looks_like_title(text)]
    inner = [text for text in _inner_caption(first)[1] if looks_like_title(text)]
    below = {part for line in page.lines[-1:] if line.top >= page.grids[-1].box[3] for part in line.parts} & set(titles)
    own = set(inner or above[-1:])
    return (set(above) - own) | below


def _texts_between(page: PageLayout, top: float, bottom: float) -> list[str]:
    """The texts of the lines between two heights; each part of a line for itself."""
    return [
        part
        for line in page.lines
        if top <= (line.top + line.bottom) / 2 <= bottom
        for part in line.parts
        if not is_page_number(part)
    ]


def _texts_above(page: PageLayout, top: float, grid: Grid) -> list[str]:
    """The texts between a height and a grid. Of two grids side by side each has those on its own side of the middle
    between them, and what stands on both sides.
    """
    left, right = float("-inf"), float("inf")
    for other in page.grids:
        if _beside(grid, other) and other.box[2] <= grid.box[0]:
            left = max(left, (other.box[2] + grid.box[0]) / 2)
        elif _beside(grid, other):
            right = min(right, (other.box[0] + grid.box[2]) / 2)
    if left == -right:
        return _texts_between(page, top, grid.box[1])
    return [
        part
        for line in page.lines
        if top <= (line.top + line.bottom) / 2 <= grid.box[1]
        for part, (x0, x1) in zip(line.parts, line.extents, strict=True)
        if x1 > left and x0 < right and not is_page_number(part)
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
        caption = read_caption(found, ruled=True)
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
    again = bool(caption.title) and caption.title == table.caption.title and _same_header(fragment, table.fragments[0])
    if not _continues(table, fragment.grid, again):
        return False
    same = ((caption.entity, table.caption.entity), (caption.unit, table.caption.unit))
    if any(here and before and here != before for here, before in same):
        return False
    if not caption.title or (continued(caption.title) and core(caption.title, ()) == core(table.caption.title, ())):
        return True
    if form(caption.title):
        return False
    return caption.title == table.caption.title and _goes_on(fragment, table.fragments)


def _goes_on(fragment: Fragment, before: Sequence[Fragment]) -> bool:
    """Whether the rows of a fragment go on and do not begin again. Two rows may be called alike in a list that comes to
    its total here. A total is printed once more on each page if its amounts are the same and other rows follow it.
    """
    here, there = _body(fragment), _body(before[0])
    if _names(here[:1]) != _names(there[:1]):
        return True
    if here[0] != there[0] and _has_total(fragment) and not any(map(_has_total, before)):
        return True
    total = [text for text in here[0] if text and not AMOUNT_LIKE.match(text)] if here else []
    return (
        len(total) == 1
        and total[0] in TOTALS
        and here[0] == there[0]
        and len(here) > 1
        and _names(here[1:]) != _names(there[1:])
    )


def _body(fragment: Fragment) -> list[list[str]]:
    """The texts of the first two rows below the header."""
    row = header_rows(fragment.grid, fragment.start).stop
    return [[cell.key for cell in fragment.grid.row(at)] for at in range(row, min(row + 2, fragment.grid.rows))]


def _has_total(fragment: Fragment) -> bool:
    """Whether a row is called a total and nothing else."""
    rows = ([cell.key for cell in fragment.grid.row(row)] for row in range(fragment.start, fragment.grid.rows))
    return any([text for text in row if text and not AMOUNT_LIKE.match(text)] in _TOTAL_ROWS for row in rows)


def _names(rows: Sequence[Sequence[str]]) -> list[str]:
    """What rows are called, without their amounts."""
    return [text for row in rows for text in row if not AMOUNT_LIKE.match(text) or len(text) <= _CODE]


def _same_header(fragment: Fragment, first: Fragment) -> bool:
    """Whether two fragments have as many columns as each other and the same words above each."""
    if fragment.grid.columns != first.grid.columns:
        return False
    rows, others = (header_rows(part.grid, part.start) for part in (fragment, first))
    return len(rows) == len(others) > 0 and all(
        [(cell.key, cell.span.column, cell.span.column_end) for cell in fragment.grid.row(row)]
        == [(cell.key, cell.span.column, cell.span.column_end) for cell in first.grid.row(other)]
        for row, other in zip(rows, others, strict=True)
    )


def _continues(table: LogicalTable, grid: Grid, again: bool = False) -> bool:
    """Whether each border of `grid` stands where the table before has one, or title and header stand there `again`."""
    last = table.fragments[-1].grid
    if (grid.page, grid.box[1]) <= (last.page, last.box[1]) or grid.page - last.page > 1 or _beside(last, grid):
        return False
    if again:
        return True
    if form(table.caption.title):
        # The pages of a form have columns of their own; what they share is the outer border.
        return all(abs(grid.box[side] - last.box[side]) <= ALIGNED for side in (0, 2))
    return any(fits(grid, fragment.grid) for fragment in table.fragments) and not _columns_on(grid, last)


def _columns_on(grid: Grid, last: Grid) -> bool:
    """Whether a grid has the further columns of the one before it, whose sheet was too wide for its page: a header of
    its own over figures alone, in fewer columns, so that no row has a name.
    """
    rows = header_rows(grid)
    texts = [cell.key for cell in grid.cells if cell.span.row >= rows.stop and cell.key]
    return bool(rows) and grid.columns < last.columns and len(texts) > 1 and all(map(AMOUNT_LIKE.match, texts))
