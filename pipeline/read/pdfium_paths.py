"""The painted paths of a page as PDFium has them, brought to the form of `raw.Path`."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from pipeline.read import pdfium
from pipeline.read.display import Matrix
from pipeline.read.raw import Path, Point, Shape

_WHITE = [255, 255, 255]
_DARK = 3 * 255 / 2
_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


def paths(objects: Sequence[int], down: tuple[float, float]) -> tuple[list[Path], int]:
    """The painted subpaths among the objects of a page, those of its forms too, and how many images there are.

    `down` is what is added to x, and what y is taken from.
    """
    place, at = pdfium.floats(6)
    painted: list[tuple[int, Matrix]] = []
    images = _collect(objects, _AS_IS, painted, (place, at))
    segments: list[int] = []
    ends: list[int] = []
    for item, _ in painted:
        segments += map(pdfium.get_segment, repeat(item), range(pdfium.count_segments(item)))
        ends.append(len(segments))
    total = len(segments)
    points, address = pdfium.floats(2 * total)
    xs, ys = range(address, address + 8 * total, 8), range(address + 4, address + 4 + 8 * total, 8)
    pdfium.run(map(pdfium.segment_point, segments, xs, ys))
    coordinates = pdfium.filled(points)
    types = list(map(pdfium.segment_type, segments))
    paint = _Paint()
    found: list[Path] = []
    start = 0
    for (item, matrix), end in zip(painted, ends, strict=True):
        filled, stroked = paint.mode(item)
        if filled or stroked:
            xys = zip(coordinates[2 * start : 2 * end : 2], coordinates[2 * start + 1 : 2 * end : 2], strict=True)
            shown = _shown(list(xys), matrix, down)
            shapes: Iterable[tuple[Shape, Sequence[Point]]]
            if types[start:end] == _RECTANGLE and shown[0] == shown[4] and _square(shown):
                # What nearly all paths are needs no second look.
                shapes = [("rectangle", (shown[0], shown[2]))]
                colors = paint.colors(item, filled, stroked)
            else:
                closes = map(pdfium.segment_closes, segments[start:end])
                shapes = map(_shape, _subpaths(types[start:end], closes, shown))
                colors = paint.colors(item)
            found += [Path(shape, points, stroked, filled, *colors) for shape, points in shapes]
        start = end
    return found, images


def _collect(
    objects: Sequence[int], outer: Matrix, painted: list[tuple[int, Matrix]], place: tuple[Sequence[float], int]
) -> int:
    """Add the paths among `objects` with the matrix of each to `painted`; returns how many images there are."""
    images = 0
    for item, kind in zip(objects, map(pdfium.object_type, objects), strict=True):
        if kind == pdfium.PATH:
            pdfium.object_matrix(item, place[1])
            painted.append((item, _product(tuple(place[0]), outer)))
        elif kind == pdfium.IMAGE:
            images += 1
        elif kind == pdfium.FORM:
            pdfium.object_matrix(item, place[1])
            inner = _product(tuple(place[0]), outer)
            inside = list(map(pdfium.get_form_object, repeat(item), range(max(pdfium.count_form_objects(item), 0))))
            images += _collect(inside, inner, painted, place)
    return images


def _product(first: tuple[float, ...], then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    if then is _AS_IS:
        return a, b, c, d, e, f
    k, l, m, n, o, p = then  # noqa: E741
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


def _shown(points: list[Point], matrix: Matrix, down: tuple[float, float]) -> list[Point]:
    a, b, c, d, e, f = matrix
    dx, height = e + down[0], down[1] - f
    if not (b or c):
        return [(a * x + dx, height - d * y) for x, y in points]
    return [(a * x + c * y + dx, height - b * x - d * y) for x, y in points]


_RECTANGLE = [pdfium.MOVE_TO, *[pdfium.LINE_TO] * 4]
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


class _Paint:
    """Asks how a path is painted, with one place for all answers."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_uint * 4)()
        address = ctypes.addressof(self._parts)
        self._places = address, address + 4, address + 8, address + 12

    def mode(self, item: int) -> tuple[bool, bool]:
        """Whether a path is filled, and whether it is stroked."""
        pdfium.draw_mode(item, self._places[0], self._places[1])
        return self._parts[0] != 0, self._parts[1] != 0

    def colors(self, item: int, filled: bool = True, stroked: bool = True) -> tuple[bool, bool, bool]:
        """Whether a path is stroked in white, filled with white, and filled with something dark."""
        parts, places = self._parts, self._places
        white_stroke = stroked and bool(pdfium.stroke_color(item, *places)) and parts[:3] == _WHITE
        if not filled:
            return white_stroke, False, False
        known = bool(pdfium.fill_color(item, *places))
        red, green, blue, _ = parts
        return white_stroke, known and parts[:3] == _WHITE, known and red + green + blue <= _DARK
