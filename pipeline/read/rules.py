"""Painted paths → ruling lines: drawn lines, sides of stroked rectangles, thin filled rectangles used as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import Any

import numpy as np

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.paths import CURVE, LINE, Paths
from yusuan.pipeline.read.raw import Flags, Floats, Path, Point

# A filled rectangle this thin (points) serves as a line, or a thicker one if it is many times as long;
# any other without a stroke is a background.
THIN = 2.5
THICK, LONG = 6.0, 10.0
# Decimals of a point that count: further ones are left from computing, and no reader computes them alike.
DIGITS = 3
FLAT = 0.001
# A polygon fills its box that covers half of it, as the corners of a round dot do, whatever is left from computing.
_MOST = 0.99
# So many dots in a row, each no further from the one before than STEP times its size, make a line, if they lie within
# ASIDE points of it. A dot without any size is taken for one of LEAST points.
_DOTS, _STEP, _ASIDE, _LEAST = 5, 6.0, 0.25, 0.5
_SQUARE = 0.1
"""A dot is no higher than it is wide by this part of its height."""
_CORNERS = 7
"""A bar whose ends are mitred, where borders meet, has no more corners than this (the first one counted twice)."""
_DOUBT, _LARGE = 1e-6, 1e8
_RULE: Any = partial(tuple.__new__, Rule)


def rules(paths: Paths) -> Iterator[Rule]:
    """The ruling lines that painted paths amount to. What is painted in white rules nothing."""
    found = _pieces(paths)
    dots = [rule for rule in found if rule[0] == "horizontal" and rule[3] - rule[2] <= THIN]
    if dots:
        yield from (rule for rule in found if not (rule[0] == "horizontal" and rule[3] - rule[2] <= THIN))
        yield from _dotted(dots)
    else:
        yield from found


def _dotted(dots: Sequence[Rule]) -> Iterator[Rule]:
    """The lines that rows of dots amount to, and the dots that are in none. One dot alone is a level line."""
    if len(dots) < _DOTS:
        yield from dots
        return
    used: set[int] = set()
    middles = [((dot.start + dot.end) / 2, dot.position) for dot in dots]
    for orientation, across in (("vertical", 0), ("horizontal", 1)):
        along = 1 - across
        order = sorted(range(len(dots)), key=lambda number: middles[number][across])
        rows: list[list[int]] = []
        for number in order:
            if rows and middles[number][across] - middles[rows[-1][0]][across] <= _ASIDE:
                rows[-1].append(number)
            else:
                rows.append([number])
        for row in rows:
            if len(row) < _DOTS:
                continue
            row.sort(key=lambda number: middles[number][along])
            for run in _runs(row, dots, [middles[number][along] for number in row]):
                if middles[run[-1]][along] - middles[run[0]][along] <= THIN:
                    continue
                used.update(run)
                size = max(dots[number].end - dots[number].start for number in run) / 2
                position = sum(middles[number][across] for number in run) / len(run)
                start, end = middles[run[0]][along] - size, middles[run[-1]][along] + size
                yield Rule("vertical" if orientation == "vertical" else "horizontal", position, start, end)
    yield from (dot for number, dot in enumerate(dots) if number not in used)


def _runs(row: Sequence[int], dots: Sequence[Rule], places: Sequence[float]) -> Iterator[list[int]]:
    """Dots in a row that follow each other without wide gaps."""
    run: list[int] = []
    last = 0.0
    for number, place in zip(row, places, strict=True):
        if run and place - last > _STEP * max(dots[number].end - dots[number].start, _LEAST):
            if len(run) >= _DOTS:
                yield run
            run = []
        run.append(number)
        last = place
    if len(run) >= _DOTS:
        yield run


def _pieces(paths: Paths) -> list[Rule]:
    """The lines that single paths amount to; a dot is a level one."""
    if not len(paths):
        return []
    x0, top, x1, bottom = box = rounded(paths.boxes)
    lines, curves = paths.shapes == LINE, paths.shapes == CURVE
    with np.errstate(over="ignore", invalid="ignore"):
        thin = _are_lines(x1 - x0, bottom - top)
    own = np.flatnonzero(thin & np.where(lines, paths.painted & ~paths.white_stroke, paths.inked) & ~curves)
    found = list(zip(own.tolist(), _edges(box[:, own]), strict=True))
    frames = np.flatnonzero(~(thin | lines | curves) & paths.inked_stroke)
    for number, (left, high, right, low) in zip(frames.tolist(), box[:, frames].T.tolist(), strict=True):
        found += [
            (number, Rule("horizontal", high, left, right)),
            (number, Rule("horizontal", low, left, right)),
            (number, Rule("vertical", left, high, low)),
            (number, Rule("vertical", right, high, low)),
        ]
    others = np.flatnonzero(curves & paths.inked)
    if len(others):
        each = zip(others.tolist(), paths.some(others), strict=True)
        bars = [(number, bar) for number, path in each for bar in _bars(path)]
        boxes = np.array([bar for _, bar in bars]).reshape(-1, 4).T
        own = np.flatnonzero(_are_lines(boxes[2] - boxes[0], boxes[3] - boxes[1]))
        found += zip([bars[at][0] for at in own.tolist()], _edges(boxes[:, own]), strict=True)
    if len(frames) or len(others):
        found.sort(key=itemgetter(0))
    return [rule for _, rule in found]


def _edges(boxes: Floats) -> Iterator[Rule]:
    """The lines that thin boxes amount to."""
    x0, top, x1, bottom = boxes
    width, height = x1 - x0, bottom - top
    # A dot is as wide as it is high, whatever is left from rounding its corners.
    level = (width >= height) | ((height <= THIN) & (height - width <= _SQUARE * height))
    ways = ["horizontal" if flag else "vertical" for flag in level.tolist()]
    places = (np.where(level, top + bottom, x0 + x1) / 2, np.where(level, x0, top), np.where(level, x1, bottom))
    return map(_RULE, zip(ways, *(place.tolist() for place in places), strict=True))


def _bars(path: Path) -> Iterator[Box]:
    """The boxes of what may be lines of a curve that is not white."""
    _, points, stroked, filled, white_stroke, white_fill, _ = path
    if _flat(points):
        # A rectangle without a height is no rectangle to some readers.
        yield _box(points)
    elif stroked and not white_stroke:
        yield from map(_box, pairwise(points))
    elif filled and not white_fill and len(points) <= _CORNERS:
        x0, top, x1, bottom = box = _box(points)
        if _fills(points, (x1 - x0) * (bottom - top)):
            yield box


def rounded(values: Floats) -> Floats:
    """What Python's own `round` makes of numbers, to the decimals that count."""
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = values * 10**DIGITS
        near: Floats = np.rint(scaled)
        # Where it is half of the last decimal but for what is left from computing, the number itself is looked at.
        doubtful = ~((abs(abs(scaled - near) - 0.5) > _DOUBT) & (abs(scaled) < _LARGE))
    near /= 10**DIGITS
    if doubtful.any():
        near[doubtful] = [round(value, DIGITS) for value in values[doubtful].tolist()]
    return near


def _box(points: Sequence[Point]) -> Box:
    """The box around points, without what is left from computing."""
    xs, ys = zip(*points, strict=True)
    return round(min(xs), DIGITS), round(min(ys), DIGITS), round(max(xs), DIGITS), round(max(ys), DIGITS)


def _flat(points: Sequence[Point]) -> bool:
    """Whether all points lie on one horizontal or vertical line."""
    x, y = points[0]
    return all(abs(px - x) < FLAT for px, _ in points) or all(abs(py - y) < FLAT for _, py in points)


def _fills(points: Sequence[Point], area: float) -> bool:
    """Whether a filled polygon fills most of its box, of this area, as a bar does whose ends are cut slantwise; a
    slanted stroke does not. Filling closes a path that was left open.
    """
    around = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(xa * yb - xb * ya for (xa, ya), (xb, yb) in around)) >= area * _MOST


def _are_lines(width: Floats, height: Floats) -> Flags:
    thin, long = np.minimum(width, height), np.maximum(width, height)
    found: Flags = (thin <= THIN) | ((thin <= THICK) & (long >= LONG * thin))
    return found
