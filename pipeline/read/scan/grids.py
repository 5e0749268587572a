"""Ruling lines of a picture → the cells that they enclose, by which its ink is cut."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.strips import Dots

Drawn = npt.NDArray[np.uint8]
"""Where lines are, with an edge of one dot around the picture."""

_ROOM = 12
"""A cell that is narrower or lower, in dots, holds no letters."""


def cells_of(rules: Sequence[Rule], size: tuple[int, int]) -> tuple[list[Dots], list[Dots]]:
    """The boxes of all cells, and of all grids, from top to bottom; `size` is the width and height of the picture.

    A cell whose outer side is not drawn, because it faded or lies beyond the edge, ends with its grid.
    """
    width, height = size
    # The paper around a grid is one with what lies beyond the edge.
    drawn = np.zeros((height + 2, width + 2), np.uint8)
    for rule in rules:
        at, start, end = round(rule.position) + 1, round(rule.start) + 1, round(rule.end) + 1
        if rule.orientation == "horizontal":
            drawn[at : at + 1, max(start, 1) : end + 1] = 1
        else:
            drawn[max(start, 1) : end + 1, at : at + 1] = 1
    _, _, stats, _ = cv2.connectedComponentsWithStats(drawn, connectivity=8)
    outer = [_box(row) for row in stats.tolist()[1:]]
    closed = _enclosed(drawn)
    grids = [box for box in outer if any(_within(cell, box) for cell in closed)]
    for x0, top, x1, bottom in grids:
        drawn[[top + 2, bottom], x0 + 2 : x1 + 1] = 1
        drawn[top + 2 : bottom + 1, [x0 + 2, x1]] = 1
    return sorted(_enclosed(drawn), key=lambda cell: (cell[1], cell[0])), sorted(grids, key=lambda grid: grid[1])


def _enclosed(drawn: Drawn) -> list[Dots]:
    """The boxes of what lines enclose that has room for letters."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(1 - drawn, connectivity=4)
    around = int(labels[0, 0])
    found = [_box(row) for number, row in enumerate(stats.tolist()) if number not in (0, around)]
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in found if min(x1 - x0, bottom - top) >= _ROOM]


def _box(row: Sequence[int]) -> Dots:
    x, y, wide, high = row[:4]
    # Up to the lines themselves.
    return x - 2, y - 2, x + wide - 1, y + high - 1


def _within(cell: Dots, grid: Dots) -> bool:
    return grid[0] - 2 <= cell[0] and grid[1] - 2 <= cell[1] and cell[2] <= grid[2] + 2 and cell[3] <= grid[3] + 2
