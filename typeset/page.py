"""What a page holds: lines of text and ruled grids.

All lengths are PDF points (1/72 inch). Positions count from the page's top left corner, y downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LEFT = "<"
"""In a grid: this cell is covered by the cell at its left."""
ABOVE = "^"
"""In a grid: this cell is covered by the cell above."""

Align = Literal["left", "center", "right"]
Rules = Literal["lines", "thin_rects", "cell_rects", "cell_fills"]
"""How a grid is ruled; all four are met in published files.

lines: stroked lines (Excel, Word). thin_rects: filled rectangles as wide as a line is thick, one for each
unbroken stretch of rule (WPS). cell_rects: one stroked rectangle a cell. cell_fills: one white rectangle a
cell and no stroke, so that nothing is seen, yet a reader of the file finds cells (the background fill of a
spreadsheet).
"""

A4 = (595.25, 841.85)
A4_LANDSCAPE = (841.85, 595.25)


@dataclass(frozen=True)
class Text:
    """One line of text; (x, y) is the top of its left end, its middle or its right end, after `align`.

    `turn` turns it about that point, in degrees against the clock; `gray` is its colour from 0, black, to 1.
    """

    x: float
    y: float
    text: str
    size: float = 12
    align: Align = "left"
    turn: float = 0
    gray: float = 0


@dataclass(frozen=True)
class Cell:
    """A cell that departs from its column: other alignment or other size of letters (0: the grid's)."""

    text: str
    align: Align = "left"
    size: float = 0


@dataclass(frozen=True)
class Box:
    """A cell with its place: rows top to bottom, columns left to right, the far ends not included."""

    top: int
    left: int
    bottom: int
    right: int
    cell: Cell


@dataclass(frozen=True)
class Grid:
    """A ruled table at (x, y).

    `rows` holds the cells as they are printed; LEFT and ABOVE mark the covered cells of a merged one. A plain
    string is set as its column in `align` says: one letter a column, l(eft), c(enter) or r(ight); one letter
    alone counts for all columns. Text too long for its cell is wrapped, and a row whose text needs more than
    its height in `heights` grows, unless `grow` is false. `heights` may be one number for all rows.

    Raises ValueError when rows, widths, heights and alignments do not fit together.
    """

    x: float
    y: float
    widths: Sequence[float]
    heights: Sequence[float] | float
    rows: Sequence[Sequence[str | Cell]]
    align: str = "c"
    size: float = 12
    rules: Sequence[Rules] = ("thin_rects",)
    thickness: float = 1
    grow: bool = True

    def __post_init__(self) -> None:
        """Refuse rows, heights and alignments of the wrong number."""
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.widths):
                raise ValueError(f"row {number} has {len(row)} cells in {len(self.widths)} columns: {row}")
        if not isinstance(self.heights, float | int) and len(self.heights) != len(self.rows):
            raise ValueError(f"{len(self.heights)} heights for {len(self.rows)} rows")
        if len(self.align) not in (1, len(self.widths)) or set(self.align) - set("lcr"):
            raise ValueError(f"align {self.align!r} for {len(self.widths)} columns")


@dataclass(frozen=True)
class TickBox:
    """A drawn tick box of `size` points with its top left corner at (x, y), and the `mark` drawn in it.

    `sides`: one rectangle, four lines, or four thin filled rectangles.
    """

    x: float
    y: float
    size: float = 8
    mark: Literal["", "tick", "cross", "fill", "dot"] = ""
    sides: Literal["rect", "lines", "thin_rects"] = "rect"


@dataclass(frozen=True)
class Page:
    """A page of `size` (width, height).

    `rotation` (0, 90, 180, 270) is written as the page's /Rotate; size and positions are always those of the
    page as it is shown, and what is drawn stands upright there.
    """

    texts: Sequence[Text] = ()
    grids: Sequence[Grid] = ()
    size: tuple[float, float] = A4_LANDSCAPE
    rotation: Literal[0, 90, 180, 270] = 0
    boxes: Sequence[TickBox] = ()


def boxes(grid: Grid) -> list[Box]:
    """Return the cells of `grid` with their spans, in reading order.

    Raises ValueError for a mark with no cell to belong to.
    """
    aligns = grid.align if len(grid.align) == len(grid.widths) else grid.align * len(grid.widths)
    words: dict[str, Align] = {"l": "left", "c": "center", "r": "right"}
    rows = grid.rows
    found: list[Box] = []
    covered: set[tuple[int, int]] = set()
    for top, row in enumerate(rows):
        for left, item in enumerate(row):
            if (top, left) in covered:
                continue
            if item in (LEFT, ABOVE):
                raise ValueError(f"row {top + 1}, column {left + 1}: {item!r} belongs to no cell")
            right = left + 1
            while right < len(row) and row[right] == LEFT:
                right += 1
            bottom = top + 1
            while bottom < len(rows) and rows[bottom][left] == ABOVE:
                bottom += 1
            covered |= {(r, c) for r in range(top, bottom) for c in range(left, right)}
            cell = item if isinstance(item, Cell) else Cell(item, words[aligns[left]])
            found.append(Box(top, left, bottom, right, cell))
    return found
