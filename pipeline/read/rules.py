"""Painted paths → ruling lines: drawn lines, sides of stroked rectangles, thin filled rectangles used as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.raw import Path, Point

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


def rules(paths: Iterable[Path]) -> Iterator[Rule]:
    """The ruling lines that painted paths amount to. What is painted in white rules nothing."""
    dots: list[Rule] = []
    for rule in _pieces(paths):
        if rule.orientation == "horizontal" and rule.end - rule.start <= THIN:
            dots.append(rule)
        else:
            yield rule
    yield from _dotted(dots)


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


def _pieces(paths: Iterable[Path]) -> Iterator[Rule]:
    """The lines that single paths amount to; a dot is a level one."""
    for shape, points, stroked, filled, white_stroke, white_fill, _ in paths:
        if not (stroked or filled):
            continue
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
            if (stroked and not white_stroke) or (filled and not white_fill):
                yield from _edge(*box)
        elif stroked and not white_stroke:
            yield Rule("horizontal", top, x0, x1)
            yield Rule("horizontal", bottom, x0, x1)
            yield Rule("vertical", x0, top, bottom)
            yield Rule("vertical", x1, top, bottom)


# Many lines of a page begin and end at the same few places.
_rounded = lru_cache(1 << 12)(partial(round, ndigits=DIGITS))


def _box(points: Sequence[Point]) -> Box:
    """The box around points, without what is left from computing."""
    if len(points) == 2:
        # What nearly all paths are.
        (xa, ya), (xb, yb) = points
        if xa > xb:
            xa, xb = xb, xa
        if ya > yb:
            ya, yb = yb, ya
        return _rounded(xa), _rounded(ya), _rounded(xb), _rounded(yb)
    xs, ys = zip(*points, strict=True)
    return round(min(xs), DIGITS), round(min(ys), DIGITS), round(max(xs), DIGITS), round(max(ys), DIGITS)


def _edge(x0: float, top: float, x1: float, bottom: float) -> Iterator[Rule]:
    """The line that a thin box amounts to; nothing for a slanted one."""
    width, height = x1 - x0, bottom - top
    if not _is_line(width, height):
        return
    # A dot is as wide as it is high, whatever is left from rounding its corners.
    if width >= height or (height <= THIN and height - width <= _SQUARE * height):
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
    return abs(sum(xa * yb - xb * ya for (xa, ya), (xb, yb) in around)) >= area * _MOST


def _is_line(width: float, height: float) -> bool:
    thin, long = (width, height) if width <= height else (height, width)
    return thin <= THIN or (thin <= THICK and long >= LONG * thin)
