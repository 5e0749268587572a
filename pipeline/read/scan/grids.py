"""Ruling lines of a picture → the cells that they enclose, by which its ink is cut."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.strips import Dots

_ROOM = 12
"""A cell that is narrower or lower, in dots, holds no letters."""


def cells_of(rules: Sequence[Rule], size: tuple[int, int]) -> tuple[list[Dots], list[Dots]]:
    """The boxes of all cells, and of all grids, from top to bottom; `size` is the width and height of the picture."""
    width, height = size
    # The paper around a grid is one with what lies beyond the edge.
    drawn = np.zeros((height + 2, width + 2), np.uint8)
    for rule in rules:
        at, start, end = round(rule.position) + 1, round(rule.start) + 1, round(rule.end) + 1
        if rule.orientation == "horizontal":
            drawn[at : at + 1, max(start, 1) : end + 1] = 1
        else:
            drawn[max(start, 1) : end + 1, at : at + 1] = 1
    _, labels, stats, _ = cv2.connectedComponentsWithStats(1 - drawn, connectivity=4)
    around = int(labels[0, 0])
    found = [_box(row) for number, row in enumerate(stats.tolist()) if number not in (0, around)]
    cells = sorted((x0, top, x1, bottom) for x0, top, x1, bottom in found if min(x1 - x0, bottom - top) >= _ROOM)
    _, _, stats, _ = cv2.connectedComponentsWithStats(drawn, connectivity=8)
    outer = [_box(row) for row in stats.tolist()[1:]]
    grids = [box for box in outer if any(_within(cell, box) for cell in cells)]
    return sorted(cells, key=lambda cell: (cell[1], cell[0])), sorted(grids, key=lambda grid: grid[1])


def _box(row: Sequence[int]) -> Dots:
    x, y, wide, high = row[:4]
    # Up to the lines themselves.
    return x - 2, y - 2, x + wide - 1, y + high - 1


def _within(cell: Dots, grid: Dots) -> bool:
    return grid[0] - 2 <= cell[0] and grid[1] - 2 <= cell[1] and cell[2] <= grid[2] + 2 and cell[3] <= grid[3] + 2
