"""The painted paths of a page as PDFium has them, brought to the form of `raw.Path`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.brief import brief
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.paths import LINE, RECTANGLE, Paths
from yusuan.pipeline.read.raw import Flags, Floats, Path, Point, Shape
from yusuan.pipeline.read.records import Records

_WHITE = 255
_FAINT = 5
"""What is no more opaque than this, of 255, shows nothing."""
_DARK = 3 * 255 / 2
Ints = NDArray[np.int64]


def paths(objects: Records, matrices: Floats | None, down: tuple[float, float]) -> tuple[Paths, Ints]:
    """The painted subpaths among the OBJECTs of a page, and the number of the object of each.

    `matrices` are those of the objects, a row of six each, where some are within forms. `down` is what is added to x,
    and what y is taken from.
    """
    numbers = np.flatnonzero(objects["kind"] == pdfium.PATH)
    if not len(numbers):
        return Paths.of([]), numbers
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
    lines = _lines(starts, ends, kinds, told["closes"]) & paint.any
    # What nearly all paths are needs no second look.
    corners, ends_of = np.flatnonzero(rectangles), np.flatnonzero(lines)
    own = np.concatenate((corners, ends_of))
    first = starts[own]
    last = first + np.repeat((2, 1), (len(corners), len(ends_of)))
    how = np.array(paint)
    found = Paths(
        np.repeat((RECTANGLE, LINE), (len(corners), len(ends_of))),
        np.array((xs[first], ys[first], xs[last], ys[last])),
        np.hstack((np.array(paint.shown)[:, corners], how[:, ends_of])),
        {},
    )
    others = np.flatnonzero(paint.any & ~rectangles & ~lines)
    if len(others):
        subpaths: list[Path] = []
        owners: list[int] = []
        for number in others.tolist():
            here = slice(starts[number], ends[number])
            points = list(zip(xs[here].tolist(), ys[here].tolist(), strict=True))
            told_here = kinds[here].tolist(), told["closes"][here].tolist()
            flags = how[:, number].tolist()
            more = [Path(*shape, *flags) for shape in map(_shape, _subpaths(*told_here, points))]
            subpaths += more
            owners += [number] * len(more)
        found = found.with_more(Paths.of(subpaths))
        own = np.append(own, np.array(owners, dtype=np.int64))
    order = np.argsort(own, kind="stable")
    return found.some(order), numbers[own[order]]


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


def _lines(starts: Ints, ends: Ints, types: NDArray[np.int32], closes: NDArray[np.int32]) -> Flags:
    """Which paths are one straight line."""
    found: Flags = ends - starts == 2
    first = starts[found]
    moves = (types[first] == pdfium.MOVE_TO) & (closes[first] == 0)
    found[found] = moves & (types[first + 1] == pdfium.LINE_TO)
    return found


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
    def shown(self) -> _Paint:
        """What is painted, without the colors of what is not."""
        return self._replace(
            white_stroke=self.stroked & self.white_stroke,
            white_fill=self.filled & self.white_fill,
            dark_fill=self.filled & self.dark_fill,
        )

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
