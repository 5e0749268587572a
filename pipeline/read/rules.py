"""Painted paths → ruling lines: drawn lines, sides of stroked rectangles, thin filled rectangles used as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.findings import Box
from pipeline.read.page import Rule
from pipeline.read.raw import Path, Point

# A filled rectangle this thin (points) serves as a line, or a thicker one if it is many times as long;
# any other without a stroke is a background.
THIN = 2.5
THICK, LONG = 6.0, 10.0
# Decimals of a point that count: further ones are left from computing, and no reader computes them alike.
DIGITS = 3
FLAT = 0.001
_CORNERS = 7
"""A bar whose ends are mitred, where borders meet, has no more corners than this (the first one counted twice)."""


def rules(paths: Iterable[Path]) -> Iterator[Rule]:
    """The ruling lines that painted paths amount to. What is painted in white rules nothing."""
    for shape, points, stroked, filled, white_stroke, white_fill, _ in paths:
        if shape == "curve":
            if _flat(points):
                # A rectangle without a height is no rectangle to some readers.
                if (stroked and not white_stroke) or (filled and not white_fill):
                    yield from _edge(*_box(points))
            elif stroked and not white_stroke:
                for ends in pairwise(points):
                    yield from _edge(*_box(ends))
            elif filled and not white_fill and len(points) <= _CORNERS:
                x0, top, x1, bottom = box = _box(points)
                if _is_line(x1 - x0, bottom - top) and _fills(points, (x1 - x0) * (bottom - top)):
                    yield from _edge(*box)
            continue
        x0, top, x1, bottom = box = _box(points)
        if shape == "line":
            if not white_stroke:
                yield from _edge(*box)
        elif _is_line(x1 - x0, bottom - top):
            if stroked or not white_fill:
                yield from _edge(*box)
        elif stroked and not white_stroke:
            yield Rule("horizontal", top, x0, x1)
            yield Rule("horizontal", bottom, x0, x1)
            yield Rule("vertical", x0, top, bottom)
            yield Rule("vertical", x1, top, bottom)


def _box(points: Sequence[Point]) -> Box:
    """The box around points, without what is left from computing."""
    if len(points) == 2:
        # What nearly all paths are.
        (xa, ya), (xb, yb) = points
        if xa > xb:
            xa, xb = xb, xa
        if ya > yb:
            ya, yb = yb, ya
        return round(xa, DIGITS), round(ya, DIGITS), round(xb, DIGITS), round(yb, DIGITS)
    xs, ys = zip(*points, strict=True)
    return round(min(xs), DIGITS), round(min(ys), DIGITS), round(max(xs), DIGITS), round(max(ys), DIGITS)


def _edge(x0: float, top: float, x1: float, bottom: float) -> Iterator[Rule]:
    """The line that a thin box amounts to; nothing for a slanted one."""
    width, height = x1 - x0, bottom - top
    if not _is_line(width, height):
        return
    # A dot is as wide as it is high, whatever is left from computing.
    if round(width, DIGITS) >= round(height, DIGITS):
        yield Rule("horizontal", (top + bottom) / 2, x0, x1)
    else:
        yield Rule("vertical", (x0 + x1) / 2, top, bottom)


def _flat(points: Sequence[Point]) -> bool:
    """Whether all points lie on one horizontal or vertical line."""
    x, y = points[0]
    return all(abs(px - x) < FLAT for px, _ in points) or all(abs(py - y) < FLAT for _, py in points)


def _fills(points: Sequence[Point], area: float) -> bool:
    """Whether a filled polygon fills most of its box, of this area, as a bar does whose ends are cut slantwise; a
    slanted stroke does not. Filling closes a path that was left open.
    """
    around = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(xa * yb - xb * ya for (xa, ya), (xb, yb) in around)) >= area


def _is_line(width: float, height: float) -> bool:
    thin, long = (width, height) if width <= height else (height, width)
    return thin <= THIN or (thin <= THICK and long >= LONG * thin)
