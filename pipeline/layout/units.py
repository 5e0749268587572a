"""The unit of a table's amounts where neither a line above it nor a word of its header tells it: in a line below it, or
in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yusuan.pipeline.layout.captions import looks_like_title, read_caption, unit_at_end
from yusuan.pipeline.layout.cells import Grid, PageLayout
from yusuan.pipeline.layout.header import header_columns, header_rows
from yusuan.pipeline.read.characters import key
from yusuan.schemas.vocabulary.around import UNIT_LABELS, UNITS

_LINES = 4
_SAID = re.compile(rf"(?:{'|'.join(UNIT_LABELS)})(?:均|都)?(?:为|是|以)(?:人民币)?(?P<unit>{'|'.join(UNITS)})(?!\w)")


def unit_below(page: PageLayout, grid: Grid) -> str:
    """The unit that the lines below the last grid of a page name; empty where they name none or several, or where
    another table begins there.
    """
    if any(other.box[1] >= grid.box[3] for other in page.grids if other is not grid):
        return ""
    below = [line for line in page.lines if (line.top + line.bottom) / 2 >= grid.box[3]]
    texts = [key(part) for line in below for part in line.parts]
    if any(map(looks_like_title, texts)):
        return ""
    found = {unit for text in texts[:_LINES] if (unit := _unit(text))}
    return found.pop() if len(found) == 1 else ""


def _unit(text: str) -> str:
    said = _SAID.search(text)
    return said["unit"] if said else read_caption([text]).unit


def units_in_rows(parts: Sequence[tuple[Grid, int]]) -> set[str]:
    """The units that rows of a table say and nothing else, below its header: the amounts below them are of another."""
    found: set[str] = set()
    for grid, start in parts:
        for row in range(header_rows(grid, start).stop, grid.rows):
            texts = [cell.key for cell in grid.row(row) if cell.key]
            if texts and all("元" in text and unit_at_end(text) for text in texts):
                found.update(read_caption([text], ruled=True).unit for text in texts)
    return found & {*UNITS}


def units_in_column(parts: Sequence[tuple[Grid, int]]) -> set[str]:
    """The units in the column of a table that has nothing else; `parts` are its grids, each with its first row."""
    grid, start = parts[0]
    found: set[str] = set()
    for column in header_columns(grid, header_rows(grid, start)):
        if column.words[-1:] and column.words[-1] in UNIT_LABELS:
            found |= set(_below(parts, column.x0, column.x1))
    return found if found <= {*UNITS} else set()


def _below(parts: Sequence[tuple[Grid, int]], x0: float, x1: float) -> list[str]:
    return [
        cell.key
        for grid, start in parts
        for cell in grid.cells
        if cell.key and cell.span.row >= header_rows(grid, start).stop and x0 <= (cell.box[0] + cell.box[2]) / 2 <= x1
    ]
