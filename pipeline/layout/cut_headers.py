"""A header that a page break cuts in two: its first rows at the foot of a page, the others on top of the next one.

The upper part shows no borders of columns that only the lower part parts, and no row by which it would be a table. Both
are put together before anything is understood, as one grid on the page on which the rows of the table begin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from yusuan.pipeline.layout.borders import fits, onto
from yusuan.pipeline.layout.captions import is_page_number, read_caption
from yusuan.pipeline.layout.cells import Cell, Grid, PageLayout
from yusuan.pipeline.layout.grid import Span
from yusuan.pipeline.layout.header import header_rows
from yusuan.pipeline.layout.owners import places

InnerCaption = Callable[[Grid], tuple[int, list[str]]]
"""The first row of a grid that is no caption, and the texts of those before it."""

_FOOT = 0.75
"""What stands higher up on its page than this part of its height, with nothing below it, no page break cuts off."""


def with_whole_headers(pages: Sequence[PageLayout], caption: InnerCaption) -> list[PageLayout]:
    """The pages, the upper part of each cut header moved to the page on which it goes on."""
    whole = list(pages)
    for at in range(len(whole) - 1):
        page, following = whole[at], whole[at + 1]
        if page.grids and following.grids and _is_cut(page, following, caption):
            grid = _together(page.grids[-1], following.grids[0])
            whole[at] = replace(page, grids=page.grids[:-1])
            whole[at + 1] = replace(following, grids=(grid, *following.grids[1:]))
    return whole


def _is_cut(page: PageLayout, following: PageLayout, caption: InnerCaption) -> bool:
    upper, lower = page.grids[-1], following.grids[0]
    start, _ = caption(upper)
    header = header_rows(upper, start)
    if not header or header.stop < upper.rows or upper.box[3] < _FOOT * page.height:
        return False
    if not fits(upper, lower) or fits(lower, upper):
        return False  # a part without borders of its own goes on as any table does
    if caption(lower)[1] or not header_rows(lower) or _repeats(upper, header, lower):
        return False
    below = [line.text for line in page.lines if line.top >= upper.box[3]]
    above = [part for line in following.lines if line.bottom <= lower.box[1] for part in line.parts]
    said = read_caption(above)
    return all(map(is_page_number, below)) and not (said.title or said.unit or said.entity)


def _repeats(upper: Grid, header: range, lower: Grid) -> bool:
    """Whether the lower part begins with the words of the upper one again: it has the whole header by itself."""
    first, again = (
        [cell.key for cell in grid.row(row) if cell.key] for grid, row in ((upper, header.start), (lower, 0))
    )
    return first == again


def _together(upper: Grid, lower: Grid) -> Grid:
    """One grid, the rows of the upper part above those of the lower one, in the room that its page has there."""
    bottom, top = upper.box[3], lower.box[1]
    scale = min(1.0, top / (bottom - upper.box[1]))
    heights = [top - (bottom - y) * scale for y in upper.lattice.ys]
    borders = [
        min((abs(border - onto(x, upper, lower)), at) for at, border in enumerate(lower.lattice.xs))[1]
        for x in upper.lattice.xs
    ]
    cells: dict[int, Cell] = {}
    for cell in upper.cells:
        row, column, row_end, column_end = cell.span
        span = Span(row, borders[column], row_end, borders[column_end])
        xs = lower.lattice.xs
        cells[id(cell)] = replace(
            cell, span=span, box=(xs[span.column], heights[row], xs[span.column_end], heights[row_end])
        )
    for cell in lower.cells:
        row, column, row_end, column_end = cell.span
        cells[id(cell)] = replace(cell, span=Span(row + upper.rows, column, row_end + upper.rows, column_end))
    spans = tuple(cell.span for cell in cells.values())
    at = {place: cell for cell in cells.values() for place in places(cell.span)}
    broken = upper.lattice.broken or lower.lattice.broken
    ys = (*heights[:-1], *lower.lattice.ys)
    lattice = replace(lower.lattice, ys=ys, spans=spans, broken=broken)
    return Grid(lower.page, lattice, tuple(cells.values()), at)
