"""Grids of all pages → logical tables: a title with every grid that belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from yusuan.pipeline.layout.captions import form, is_page_number, looks_like_title, read_caption
from yusuan.pipeline.layout.cells import Grid, PageLayout
from yusuan.pipeline.layout.cut_headers import with_whole_headers
from yusuan.pipeline.layout.goes_on import beside, ends_alike, is_continuation, may_go_on
from yusuan.pipeline.layout.logical import FIGURE, Fragment, LogicalTable
from yusuan.pipeline.layout.page_numbers import follows, printed_numbers
from yusuan.pipeline.layout.units import unit_below
from yusuan.pipeline.layout.versions import heading, of_title
from yusuan.pipeline.layout.wide_sheets import with_whole_sheets
from yusuan.pipeline.read.characters import key

CAPTION_LINES = 8
"""How many lines above a grid are searched for its title, publisher and unit."""


def logical_tables(
    pages: Sequence[PageLayout],
    known: Callable[[str], int] = lambda title: 0,
    bare: Callable[[str], bool] = lambda text: False,
) -> list[LogicalTable]:
    """Join the grids of a document into logical tables.

    A grid with a title above it, or in its own first rows, begins a table. One without continues
    the table before it if its borders fit; otherwise it stands alone, without a title. `known` tells
    titles that are declared from lines that only look like one, and `bare` lines that are titles but for their last
    word, 表: one above a grid without any other is its title.
    """
    pages = with_whole_sheets(with_whole_headers(pages, inner_caption), inner_caption)
    numbers = printed_numbers(pages)
    heads = _running_heads(pages, known)
    tables: list[LogicalTable] = []
    carried: list[str] = []
    running: set[str] = set()
    version = ""
    seen: dict[object, int] = {}
    sizes = Counter(map(_size, pages))
    for page in pages:
        alone = not page.grids or sizes[_size(page)] == 1
        first = page.number if alone else seen.setdefault(_content(page), page.number)
        if first != page.number and not (_is_untitled(page) and ends_alike(tables, first, page.grids[0])):
            # Its rows would be those of the page before once more.
            for table in tables:
                if any(fragment.grid.page == first for fragment in table.fragments):
                    table.again.append((page.number, first))
            continue
        for grid in page.grids:
            above = max((other.box[3] for other in page.grids if other.box[3] <= grid.box[1]), default=0.0)
            texts = [text for text in _texts_above(page, above, grid) if text not in heads]
            start, inner = inner_caption(grid)
            caption = read_caption([*texts, *inner][-CAPTION_LINES:], known)
            some = caption.entity or caption.unit
            if not caption.title and not above and carried and (not texts or (some and any(map(known, carried)))):
                # The title stands at the foot of the page before.
                caption = read_caption([*carried, *texts, *inner][-CAPTION_LINES:], known)
            if not caption.title:
                titles = [text for text in (*texts, *inner)[-CAPTION_LINES:] if bare(text) and text not in running]
                caption = replace(caption, title=key(titles[-1]) if titles else "")
            # What stands above a table with another title may run over the pages.
            running = {text for text in (*texts, *inner) if key(text) != caption.title}
            version = heading(texts, version)
            caption = of_title(caption)
            if version and not caption.version:
                caption = replace(caption, version=version)
            fragment = Fragment(grid, start)
            before = next(
                (
                    table
                    for table in may_go_on(tables, grid)
                    if follows(numbers, table.fragments[-1].grid.page, page.number)
                    and is_continuation(table, caption, fragment)
                ),
                None,
            )
            if before is not None:
                before.fragments.append(fragment)
            else:
                tables.append(LogicalTable(caption, [fragment]))
        above = page.grids[-1].box[3] if page.grids else 0.0
        carried = _texts_between(page, above, page.height)
        version = heading(carried, version)
        carried = carried[-CAPTION_LINES:]
        said = read_caption(carried[-1:])
        if carried and not (looks_like_title(carried[-1]) or said.unit or said.entity):
            carried = []
    _take_units_below(tables, pages)
    return tables


def _is_untitled(page: PageLayout) -> bool:
    """Whether a page has one grid, and no title above it."""
    return len(page.grids) == 1 and not read_caption(_texts_above(page, 0.0, page.grids[0])).title


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
    rows = {(grid.box, cell.span.row) for grid in page.grids for cell in grid.cells if FIGURE.fullmatch(cell.key)}
    return (cells, tuple(line.text for line in page.lines)) if len(rows) > 1 else page.number


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
    inner = [text for text in inner_caption(first)[1] if looks_like_title(text)]
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
        if beside(grid, other) and other.box[2] <= grid.box[0]:
            left = max(left, (other.box[2] + grid.box[0]) / 2)
        elif beside(grid, other):
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


def inner_caption(grid: Grid) -> tuple[int, list[str]]:
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
