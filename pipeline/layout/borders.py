"""Whether the borders between columns of one grid are those of another, and where a place of one lies in the other."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from yusuan.pipeline.layout.cells import Grid

ALIGNED = 4.0
"""Borders of a continuation lie this near (points) to those of the table it continues."""


def fits(grid: Grid, other: Grid) -> bool:
    """Whether the columns of `grid`, moved to where `other` stands, lie on the borders of `other`. If both have as many
    columns, borders may lie as far from each other as a letter is high.
    """
    if _paired(grid, other, max(ALIGNED, _letter(grid))):
        return True
    return all(
        min(abs(_scaled(x, grid, other) - border) for border in other.lattice.xs) <= ALIGNED for x in grid.lattice.xs
    )


def _letter(grid: Grid) -> float:
    """The height of the letters in a grid, in points; 0 if it has none."""
    sizes = sorted(line.size for cell in grid.cells for line in cell.lines)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _paired(grid: Grid, other: Grid, most: float) -> bool:
    """Whether both grids have as many columns, and each border lies near its like: by no more than `most` points, and
    nearer than half of the columns beside it.
    """
    xs, others = [_scaled(x, grid, other) for x in grid.lattice.xs], other.lattice.xs
    if len(xs) != len(others):
        return False
    narrow = [
        min(right - left for left, right in pairwise(borders[max(at - 1, 0) : at + 2]))
        for borders in (xs, others)
        for at in range(len(xs))
    ]
    return all(
        abs(x - border) <= min(most, min(room) / 2)
        for x, border, *room in zip(xs, others, narrow[: len(xs)], narrow[len(xs) :], strict=True)
    )


def onto(x: float, grid: Grid, other: Grid) -> float:
    """Where the x of `grid` lies in `other`: between the like borders if both have as many columns, else as if both
    were as wide as each other.
    """
    xs, others = grid.lattice.xs, other.lattice.xs
    if len(xs) != len(others) or not xs[0] <= x <= xs[-1]:
        return _scaled(x, grid, other)
    at = min(bisect_right(xs, x), len(xs) - 1)
    return others[at - 1] + (x - xs[at - 1]) * (others[at] - others[at - 1]) / (xs[at] - xs[at - 1])


def _scaled(x: float, grid: Grid, other: Grid) -> float:
    """Where the x of `grid` lies in `other`, when both are as wide as each other."""
    (g0, _, g1, _), (o0, _, o1, _) = grid.box, other.box
    return o0 + (x - g0) * (o1 - o0) / (g1 - g0)
