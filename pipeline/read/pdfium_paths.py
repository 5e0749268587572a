"""The painted paths of a page as PDFium has them, brought to the form of `raw.Path`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.brief import brief
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.raw import Flags, Floats, Path, Point, Shape
from yusuan.pipeline.read.records import Records

_WHITE = 255
_FAINT = 5
"""What is no more opaque than this, of 255, shows nothing."""
_DARK = 3 * 255 / 2
_PATH: Any = partial(tuple.__new__, Path)
Ints = NDArray[np.int64]


def paths(objects: Records, matrices: Floats | None, down: tuple[float, float]) -> tuple[list[Path], Ints]:
    """The painted subpaths among the OBJECTs of a page, and the number of the object of each.

    `matrices` are those of the objects, a row of six each, where some are within forms. `down` is what is added to x,
    and what y is taken from.
    """
    numbers = np.flatnonzero(objects["kind"] == pdfium.PATH)
    if not len(numbers):
        return [], numbers
    items = objects[numbers]
    counts = items["segments"]
    told = gather().segments(items["handle"], counts)
    kinds = told["kind"]
    own = items["matrix"].astype(np.float64) if matrices is None else matrices[numbers]
    xs, ys = _shown(told, np.repeat(own, counts, axis=0), down)
    ends = np.cumsum(counts, dtype=np.int64)
    starts = ends - counts
    paint = _paint(items)
    rectangles = _rectangles(starts, ends, kinds, xs, ys) & paint.any
    whole = numbers[rectangles]
    upright = list(_corners(rectangles, starts, xs, ys, paint))
    others = np.flatnonzero(paint.any & ~rectangles).tolist()
    if not others:
        # What nearly all paths are needs no second look.
        return upright, whole
    points = list(zip(xs.tolist(), ys.tolist(), strict=True))
    types, closes = kinds.tolist(), told["closes"].tolist()
    how = list(zip(*(flags.tolist() for flags in paint), strict=True))
    found = dict(zip(np.flatnonzero(rectangles).tolist(), ([path] for path in upright), strict=True))
    for number in others:
        here = slice(starts[number], ends[number])
        subpaths = _subpaths(types[here], closes[here], points[here])
        found[number] = [_PATH((shape, along, *how[number])) for shape, along in map(_shape, subpaths)]
    order = sorted(found)
    owners = np.repeat(numbers[order], [len(found[number]) for number in order])
    return [path for number in order for path in found[number]], owners


def _shown(told: Records, matrices: Floats, down: tuple[float, float]) -> tuple[Floats, Floats]:
    """Where SEGMENTs end, each with a matrix, measured from the top left corner."""
    x, y = told["x"].astype(np.float64), told["y"].astype(np.float64)
    a, b, c, d, e, f = matrices.T
    with np.errstate(over="ignore", invalid="ignore"):
        # Where nothing is turned, an endless coordinate must not spoil the other one.
        return a * x + np.where(c, c * y, 0) + (e + down[0]), (down[1] - f) - np.where(b, b * x, 0) - d * y


_RECTANGLE = [pdfium.MOVE_TO, *[pdfium.LINE_TO] * 4]


def _rectangles(starts: Ints, ends: Ints, types: NDArray[np.int32], xs: Floats, ys: Floats) -> Flags:
    """Which paths go around one upright rectangle with five segments."""
    upright: Flags = ends - starts == len(_RECTANGLE)
    along = starts[upright, None] + np.arange(len(_RECTANGLE))
    (xa, xb, xc, xd, xe), (ya, yb, yc, yd, ye) = xs[along].T, ys[along].T
    square = ((xa == xb) & (yb == yc) & (xc == xd) & (yd == ya)) | ((ya == yb) & (xb == xc) & (yc == yd) & (xd == xa))
    drawn = (types[along] == _RECTANGLE).all(axis=1)
    upright[upright] = drawn & square & (xa == xe) & (ya == ye)
    return upright


def _corners(rectangles: Flags, starts: Ints, xs: Floats, ys: Floats, paint: _Paint) -> Iterator[Path]:
    first, third = starts[rectangles], starts[rectangles] + 2
    corners = zip(*(zip(xs[at].tolist(), ys[at].tolist(), strict=True) for at in (first, third)), strict=True)
    stroked, filled, white_stroke, white_fill, dark_fill = (flags[rectangles] for flags in paint)
    shown = (stroked, filled, stroked & white_stroke, filled & white_fill, filled & dark_fill)
    return map(_PATH, zip(repeat("rectangle"), corners, *(flags.tolist() for flags in shown)))


Subpath = tuple[str, list[Point]]
"""The operators of a subpath as letters (m l c h), and the point that each leads to."""


def _subpaths(types: list[int], closes: Iterable[int], points: list[Point]) -> Iterator[Subpath]:
    operators, ends = "", list[Point]()
    control = 0
    for kind, closed, point in zip(types, closes, points, strict=True):
        if kind == pdfium.MOVE_TO:
            if len(operators) > 1:
                yield operators, ends
            operators, ends = "m", [point]
        elif kind == pdfium.BEZIER_TO and (control := (control + 1) % 3):
            continue
        else:
            operators += "l" if kind == pdfium.LINE_TO else "c"
            ends.append(point)
        if closed and operators:
            operators += "h"
            ends.append(ends[0])
    if len(operators) > 1:
        yield operators, ends


def _shape(subpath: Subpath) -> tuple[Shape, Sequence[Point]]:
    operators, points = subpath
    # A line back to the start before the path is closed says nothing more.
    if len(operators) > 3 and operators.endswith("lh") and points[-2] == points[0]:
        operators = operators[:-2] + "h"
        points = points[:-1]
    if operators in ("ml", "mlh"):
        return "line", points[:2]
    if operators in ("mlllh", "mllll") and points[4] == points[0] and _square(points):
        return "rectangle", (points[0], points[2])
    return "curve", points


def _square(points: Sequence[Point]) -> bool:
    (xa, ya), (xb, yb), (xc, yc), (xd, yd) = points[:4]
    return (xa == xb and yb == yc and xc == xd and yd == ya) or (ya == yb and xb == xc and yc == yd and xd == xa)


class _Paint(NamedTuple):
    """How paths are painted; a color is that which a path would be painted in."""

    stroked: Flags
    filled: Flags
    white_stroke: Flags
    white_fill: Flags
    dark_fill: Flags

    def __repr__(self) -> str:
        return brief(self)

    @property
    def any(self) -> Flags:
        """Which paths are painted at all."""
        painted: Flags = self.stroked | self.filled
        return painted


def _paint(items: Records) -> _Paint:
    line, fill = items["stroke"], items["fill"]
    line_known, fill_known = items["stroke_known"] != 0, items["fill_known"] != 0
    return _Paint(
        (items["strokes"] != 0) & ~(line_known & (line[:, 3] <= _FAINT)),
        (items["mode"] != 0) & ~(fill_known & (fill[:, 3] <= _FAINT)),
        line_known & (line[:, :3] == _WHITE).all(axis=1),
        fill_known & (fill[:, :3] == _WHITE).all(axis=1),
        fill_known & (fill[:, :3].sum(axis=1) <= _DARK),
    )
