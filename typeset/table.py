"""From a declared table and its rows to pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from typeset.ink import grid_bottom
from typeset.layouts.declared import TableLayout
from typeset.page import Cell, Grid, Page, Text

TOTALS = (
    *("合计", "收入总计", "支出总计", "收入合计", "支出合计", "当年收入小计", "当年支出小计"),
    *("总计", "本年收入合计", "本年支出合计", "人员经费合计", "公用经费合计"),
)
"""Row names that are printed in the middle of their cell."""
TITLE_SCALE = 1.5
"""Size of a table's title, in sizes of its letters."""
TITLE_RISE = 4.45
"""How far the top of a table's title lies above its ruled area, in sizes of its letters."""
UNIT_RISE = 1.85
"""How far the line of the unit lies above it."""

Row = Sequence[str | Cell]


def body_rows(layout: TableLayout, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the printed body of a table: `rows` with the blank rows before the last one."""
    blank = [""] * (len(layout.edges) - 1)
    return [*map(list, rows[:-1]), *(list(blank) for _ in range(layout.blank_rows)), list(rows[-1])]


def parts(layout: TableLayout, rows: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    """Return the rows on each page of a table, header rows included.

    Raises ValueError when the layout's rows_per_page do not make up the body.
    """
    body = body_rows(layout, rows)
    counts = layout.rows_per_page or (len(body),)
    if sum(counts) != len(body):
        raise ValueError(f"{layout.title}: {len(body)} rows, but {sum(counts)} on its pages")
    starts = list(accumulate(counts, initial=0))
    headers = [layout.header, *[layout.repeated] * (len(counts) - 1)]
    pages = zip(headers, pairwise(starts), strict=True)
    return [[*map(list, header), *body[start:end]] for header, (start, end) in pages]


def table_pages(layout: TableLayout, rows: Sequence[Sequence[str]], maker: str) -> list[Page]:
    """Set a table; `maker` is the publisher's line above it.

    Raises ValueError when the rows do not fit the layout.
    """
    pages = []
    for number, part in enumerate(parts(layout, rows)):
        first = number == 0
        head = len(layout.header if first else layout.repeated)
        top = layout.y if first else layout.next_y[min(number, len(layout.next_y)) - 1]
        grids = [_title_rows(layout, maker)] if first and layout.title_inside else []
        if grids:
            top = grid_bottom(grids[0])
        grids.append(_grid(layout, part, head, top))
        texts = _captions(layout, maker) if first and not layout.title_inside else []
        if first and layout.note:
            below = grid_bottom(grids[-1]) + layout.size / 2
            texts.append(Text(layout.edges[0] + 2, below, layout.note, layout.size))
        pages.append(Page(texts, grids, layout.page_size))
    return pages


def _grid(layout: TableLayout, rows: list[list[str]], head: int, top: float) -> Grid:
    heights = [layout.header_height or layout.row_height] * head + [layout.row_height] * (len(rows) - head)
    cells: list[Row] = [[Cell(text, "center") if _is_text(text) else text for text in row] for row in rows[:head]]
    cells += [[Cell(text, "center") if text in TOTALS else text for text in row] for row in rows[head:]]
    return Grid(
        layout.edges[0],
        top,
        _widths(layout),
        heights,
        cells,
        layout.align,
        layout.size,
        layout.rules,
        thickness=round(layout.size / 12, 1),
    )


def _is_text(text: str) -> bool:
    return text not in ("<", "^")


def _widths(layout: TableLayout) -> list[float]:
    return [round(right - left, 2) for left, right in pairwise(layout.edges)]


def _captions(layout: TableLayout, maker: str) -> list[Text]:
    left, right, size = layout.edges[0], layout.edges[-1], layout.size
    title_y = layout.y - (layout.title_rise or TITLE_RISE * size)
    unit_y = layout.y - (layout.unit_rise or UNIT_RISE * size)
    title = Text((left + right) / 2, title_y, layout.title, layout.title_size or size * TITLE_SCALE, "center")
    texts = [title, Text(right - 2, unit_y, layout.unit, size, "right")]
    if layout.number:
        texts.append(Text(left + 2, title_y - 1.5 * size, layout.number, size))
    if layout.maker:
        texts.append(Text(left + 2, unit_y, maker, size))
    return texts


def _title_rows(layout: TableLayout, maker: str) -> Grid:
    """Return title and captions as rows of the ruled area, cells without visible rules."""
    columns = len(layout.edges) - 1
    blank = [""] * columns
    rows: list[Row] = [
        blank,
        [Cell(layout.title, "center", layout.size * TITLE_SCALE), *["<"] * (columns - 2), ""],
        blank,
        [maker, "<", "<", *[""] * (columns - 4), Cell(layout.unit, "right")],
        blank,
    ]
    heights = [16.2, 19.9, 6.8, 16.1, 6.7]
    edge = layout.edges[0]
    return Grid(edge, layout.y, _widths(layout), heights, rows, "l", layout.size, ("cell_fills",), grow=False)
