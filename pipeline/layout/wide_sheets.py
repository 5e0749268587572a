"""A sheet that is wider than its pages: columns that a program prints on pages of their own, beside those that name
their rows.

The rows of such pages stand at the same heights, and only the first of them says what its rows are of. They are put
together before anything is understood, as one grid on the page of the names, whose further cells know where they are
printed. Programs print all rows of the first columns before the next columns, or all columns of the first rows before
the next rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from yusuan.pipeline.layout.captions import is_page_number, looks_like_title, read_caption
from yusuan.pipeline.layout.cells import Cell, Grid, Over, PageLayout
from yusuan.pipeline.layout.grid import Span
from yusuan.pipeline.layout.header import header_rows
from yusuan.pipeline.layout.logical import FIGURE
from yusuan.pipeline.layout.owners import places
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.read.characters import key

InnerCaption = Callable[[Grid], tuple[int, list[str]]]
"""The first row of a grid that is no caption, and the texts of those before it."""

_NEAR = 1.0
"""Lines of two pages within so many points of each other stand at the same height."""
_FEWEST = 3
"""So many rows at the same heights, below the header, tell that two pages have the same rows."""
_NUMBERED = re.compile(r"(?:[^\u4e00-\u9fff]|[附件公开预决算部门续表第号页共年月日])*")
"""The number of a sheet, a date: no words of what a table may be of."""
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_NAMES_ROWS = re.compile(
    r"(?:编码|代码|编号|名称|科目|栏次|行次|序号)$|^(?:预算|主管|编制)?(?:单位|部门)$|^(?:项目|类|款|项|目|年度)$"
)
"""Words of headers over what names rows: a page that has them is no further part of a sheet."""


def with_whole_sheets(pages: Sequence[PageLayout], caption: InnerCaption) -> list[PageLayout]:
    """The pages, the further columns of each sheet moved to the page that names their rows."""
    whole = list(pages)
    last = max((at for at, page in enumerate(whole) if _is_of_figures(page)), default=0)
    at = 0
    while at < last:
        depth, across = _sheet(whole, at, caption)
        for row in range(depth if across else 0):
            parts = [at + row + depth * number for number in range(1, across + 1)]
            for part in parts:
                whole[at + row] = _together(whole[at + row], whole[part])
                whole[part] = _without_table(whole[part])
        at += max(1, depth * (across + 1))
    return whole


def _is_of_figures(page: PageLayout) -> bool:
    """Whether a page has one grid, and no words in its lower half."""
    if len(page.grids) != 1:
        return False
    grid = page.grids[0]
    return not any(cell.span.row * 2 >= grid.rows and _is_worded(cell) for cell in grid.cells)


def _sheet(pages: Sequence[PageLayout], at: int, caption: InnerCaption) -> tuple[int, int]:
    """How many pages from `at` on hold the rows of a sheet one after another, and how many times as many follow with
    further columns of these rows; 1 and 0 where nothing is beside.
    """
    depth = 1
    while at + depth < len(pages) and _names_rows(pages[at + depth - 1], caption):
        following = pages[at + depth]
        if len(following.grids) != 1 or (_names_rows(following, caption) and _title(following)):
            break
        if not _names_rows(following, caption):
            across = 0
            while _is_block(pages, at, depth, across + 1, caption):
                across += 1
            return (depth, across) if across else (1, 0)
        depth += 1
    return 1, 0


def _is_block(pages: Sequence[PageLayout], at: int, depth: int, number: int, caption: InnerCaption) -> bool:
    """Whether the `number`th run of pages behind those of the names has further columns of the same rows."""
    first = at + depth * number
    if first + depth > len(pages):
        return False
    before = [pages[at + depth * each] for each in range(number)]
    unit = _unit(pages[first])
    if unit and any(_unit(page) not in ("", unit) for page in before):
        return False
    for page in pages[first : first + depth]:
        # A title that stands over the edge of a page is printed on both; one that stands on this page alone is of a
        # table of its own, however its rows lie.
        if _title(page) not in ("", _title(pages[at])):
            return False
        if any(not _may_stand_over(part) for line in _above(page) for part in line.parts):
            return False
    return _rows_below(pages[at].grids[0], caption) >= _FEWEST and all(
        _is_beside(pages[at + row], pages[first + row], caption) for row in range(depth)
    )


def _names_rows(page: PageLayout, caption: InnerCaption) -> bool:
    """Whether a page has one grid, whose header says that columns name its rows, and whose rows have names."""
    if len(page.grids) != 1:
        return False
    grid = page.grids[0]
    start, _ = caption(grid)
    header = header_rows(grid, start)
    if not any(_NAMES_ROWS.search(cell.key) for row in header for cell in grid.row(row)):
        return False
    below = range(header.stop, grid.rows)
    return bool(below) and sum(any(map(_is_worded, grid.row(row))) for row in below) * 2 > len(below)


def _is_worded(cell: Cell) -> bool:
    return bool(_WORDS.search(cell.key))


def _is_beside(left: PageLayout, right: PageLayout, caption: InnerCaption) -> bool:
    """Whether the one grid of a page has further columns of the rows of another page's: at the same heights, with
    figures alone below words that name none.
    """
    if len(left.grids) != 1 or len(right.grids) != 1 or left.turned or right.turned:
        return False
    names, more = left.grids[0], right.grids[0]
    start, _ = caption(names)
    header = header_rows(names, start)
    body = names.lattice.ys[header.stop]
    if not _have_same_rows(names, more, body):
        return False
    above = [cell for cell in more.cells if cell.box[1] < body - _NEAR]
    below = [cell for cell in more.cells if cell.box[1] >= body - _NEAR]
    return (
        any(map(_is_worded, above))
        and not any(_NAMES_ROWS.search(cell.key) or FIGURE.fullmatch(cell.key) for cell in above)
        and not any(map(_is_worded, below))
    )


def _have_same_rows(names: Grid, more: Grid, body: float) -> bool:
    """Whether two grids have lines at the same heights from the `body` of the first one on. In the header either may
    lack some.
    """
    here, there = ([y for y in grid.lattice.ys if y >= body - _NEAR] for grid in (names, more))
    same = len(here) == len(there) and all(abs(y - z) <= _NEAR for y, z in zip(here, there, strict=True))
    return same and more.lattice.ys[0] < body - _NEAR


def _above(page: PageLayout) -> list[Line]:
    if not page.grids:
        return []
    return [line for line in page.lines if line.bottom <= page.grids[0].box[1] and not is_page_number(line.text)]


def _title(page: PageLayout) -> str:
    return next((key(part) for line in _above(page) for part in line.parts if looks_like_title(part)), "")


def _unit(page: PageLayout) -> str:
    return read_caption([part for line in _above(page) for part in line.parts]).unit


def _may_stand_over(part: str) -> bool:
    """Whether a text may stand above the further columns of a sheet: its title, its unit, its number. Any other may be
    the title of another table.
    """
    said = read_caption([part])
    return looks_like_title(part) or bool(said.unit or said.entity or _NUMBERED.fullmatch(key(part)))


def _rows_below(grid: Grid, caption: InnerCaption) -> int:
    start, _ = caption(grid)
    return grid.rows - header_rows(grid, start).stop


def _together(left: PageLayout, right: PageLayout) -> PageLayout:
    """A page with the columns of another at the right of its own."""
    names, more = left.grids[0], right.grids[0]
    beyond = names.box[2] - more.box[0]
    columns = names.columns
    ys = list(names.lattice.ys)
    ys += [y for y in more.lattice.ys if min(abs(y - z) for z in ys) > _NEAR]
    ys.sort()
    cells = [replace(cell, span=_moved(cell, names, ys, 0)) for cell in names.cells]
    for cell in more.cells:
        x0, top, x1, bottom = cell.box
        over = Over(right.number if cell.over is None else cell.over.page, beyond + (cell.over.by if cell.over else 0))
        moved = tuple(_shifted(line, beyond) for line in cell.lines)
        box = (x0 + beyond, top, x1 + beyond, bottom)
        cells.append(replace(cell, span=_moved(cell, more, ys, columns), box=box, lines=moved, over=over))
    at = {place: cell for cell in cells for place in places(cell.span)}
    xs = (*names.lattice.xs, *(x + beyond for x in more.lattice.xs[1:]))
    broken = names.lattice.broken or more.lattice.broken
    lattice = replace(names.lattice, xs=xs, ys=tuple(ys), spans=tuple(cell.span for cell in cells), broken=broken)
    lines = sorted((*left.lines, *(_shifted(line, beyond) for line in _above(right))), key=lambda line: line.top)
    return replace(left, grids=(Grid(left.number, lattice, tuple(cells), at),), lines=tuple(lines))


def _moved(cell: Cell, grid: Grid, ys: Sequence[float], columns: int) -> Span:
    """Where a cell of a grid stands among the rows that end at `ys`, behind `columns` others."""
    row, row_end = (_nearest(grid.lattice.ys[line], ys) for line in (cell.span.row, cell.span.row_end))
    return Span(row, cell.span.column + columns, row_end, cell.span.column_end + columns)


def _nearest(y: float, ys: Sequence[float]) -> int:
    return min(range(len(ys)), key=lambda line: abs(ys[line] - y))


def _shifted(line: Line, by: float) -> Line:
    ends = tuple((x0 + by, x1 + by) for x0, x1 in line.extents)
    return line._replace(x0=line.x0 + by, x1=line.x1 + by, extents=ends)


def _without_table(page: PageLayout) -> PageLayout:
    """A page whose grid, and what stands above it, belong to another page now."""
    above = _above(page)
    return replace(page, grids=(), lines=tuple(line for line in page.lines if line not in above))
