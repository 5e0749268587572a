"""Whether the grid of a page goes on with a table of the page before: by its borders, its header and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yusuan.pipeline.layout.borders import ALIGNED, fits
from yusuan.pipeline.layout.captions import Caption, continued, core, form
from yusuan.pipeline.layout.cells import Grid
from yusuan.pipeline.layout.header import AMOUNT_LIKE, header_rows
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.schemas.vocabulary.around import TOTALS

_CODE = 3
"""No more digits than this stand in one cell of a split code; more may be an amount."""


def is_continuation(table: LogicalTable, caption: Caption, fragment: Fragment) -> bool:
    """Whether a fragment with this caption goes on with the table before it.

    A publisher may print the title again on each page. Then the table goes on unless another body or
    unit is named, or the fragment begins with the rows that the table began with: that is another
    table, or the same one once more.
    """
    again = bool(caption.title) and caption.title == table.caption.title and _same_header(fragment, table.fragments[0])
    if not _continues(table, fragment.grid, again):
        return False
    before = table.caption
    same = ((caption.entity, before.entity), (caption.unit, before.unit), (caption.version, before.version))
    if any(here and there and here != there for here, there in same):
        return False
    if not caption.title or (continued(caption.title) and core(caption.title, ()) == core(table.caption.title, ())):
        return True
    if form(caption.title):
        return False
    return caption.title == table.caption.title and _goes_on(fragment, table.fragments)


def may_go_on(tables: Sequence[LogicalTable], grid: Grid) -> list[LogicalTable]:
    """The table that a grid may go on with: the last one, or of two that stand side by side the nearer one first."""
    last = tables[-1:]
    if len(tables) > 1 and beside(tables[-2].fragments[-1].grid, tables[-1].fragments[-1].grid):
        last = sorted(tables[-2:], key=lambda table: abs(table.fragments[-1].grid.box[0] - grid.box[0]))
    return list(last)


def ends_alike(tables: Sequence[LogicalTable], first: int, grid: Grid) -> bool:
    """Whether a grid without a title that says what that on the page `first` does goes on with another table: with one
    whose rows came to the same one before. All money of a body may be of one kind, in two tables alike.
    """
    parts = [part for table in tables for part in pairwise(table.fragments) if part[1].grid.page == first]
    before = [part[0].grid for part in parts[-1:]]
    last = tables[-1].fragments[-1].grid
    return any(
        other is not last
        and [cell.key for cell in other.row(other.rows - 1)] == [cell.key for cell in last.row(last.rows - 1)]
        for other in before
    ) and _continues(tables[-1], grid)


def beside(grid: Grid, other: Grid) -> bool:
    """Whether two grids stand side by side on one page."""
    (g0, top, g1, bottom), (o0, upper, o1, lower) = grid.box, other.box
    return grid.page == other.page and top < lower and upper < bottom and (g1 <= o0 or o1 <= g0)


def _goes_on(fragment: Fragment, before: Sequence[Fragment]) -> bool:
    """Whether the rows of a fragment go on and do not begin again. Two rows may be called alike in a list that comes to
    its total here. A total is printed once more on each page if its amounts are the same and other rows follow it.
    """
    here, there = _body(fragment), _body(before[0])
    if _names(here[:1]) != _names(there[:1]):
        return True
    if not (here and there):
        return False
    if here[0] != there[0] and _has_total(fragment) and not any(map(_has_total, before)):
        return True
    return len(here) > 1 and _is_total(here[0]) and here[0] == there[0] and _names(here[1:]) != _names(there[1:])


def _body(fragment: Fragment) -> list[list[str]]:
    """The texts of the first two rows below the header."""
    row = header_rows(fragment.grid, fragment.start).stop
    return [[cell.key for cell in fragment.grid.row(at)] for at in range(row, min(row + 2, fragment.grid.rows))]


def _has_total(fragment: Fragment) -> bool:
    """Whether one of its rows is a total."""
    rows = range(fragment.start, fragment.grid.rows)
    return any(_is_total([cell.key for cell in fragment.grid.row(row)]) for row in rows)


def _is_total(row: Sequence[str]) -> bool:
    """Whether a row is called a total and nothing else."""
    called = [text for text in row if text and not AMOUNT_LIKE.match(text)]
    return len(called) == 1 and called[0] in TOTALS


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
    again_there = {page for page, _ in table.again}  # a page that stands there twice parts nothing
    if not again_there.issuperset(range(last.page + 1, grid.page)):
        return False
    if (grid.page, grid.box[1]) <= (last.page, last.box[1]) or beside(last, grid):
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
