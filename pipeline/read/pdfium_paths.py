"""The painted paths of a page as PDFium has them, brought to the form of `raw.Path`."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import repeat

from pipeline.read import pdfium
from pipeline.read.display import Matrix
from pipeline.read.raw import Path, Point

_WHITE = (255, 255, 255)
_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


def paths(objects: Sequence[int], down: tuple[float, float]) -> tuple[list[Path], int]:
    """The painted subpaths among the objects of a page, those of its forms too, and how many images there are.

    `down` is what is added to x, and what y is taken from.
    """
    place, at = pdfium.floats(6)
    painted: list[tuple[int, Matrix]] = []
    images = _collect(objects, _AS_IS, painted, (place, at))
    counts = list(map(pdfium.count_segments, [item for item, _ in painted]))
    segments = [
        pdfium.get_segment(item, index)
        for (item, _), count in zip(painted, counts, strict=True)
        for index in range(count)
    ]
    total = len(segments)
    points, address = pdfium.floats(2 * total)
    xs, ys = range(address, address + 8 * total, 8), range(address + 4, address + 4 + 8 * total, 8)
    pdfium.run(map(pdfium.segment_point, segments, xs, ys))
    coordinates = pdfium.filled(points)
    types = list(map(pdfium.segment_type, segments))
    closes = list(map(pdfium.segment_closes, segments))
    found: list[Path] = []
    start = 0
    for (item, matrix), count in zip(painted, counts, strict=True):
        end = start + count
        shapes = list(_subpaths(types[start:end], closes[start:end], coordinates[2 * start : 2 * end]))
        start = end
        if shapes:
            found += _painted(item, matrix, shapes, down)
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


Subpath = tuple[str, list[Point]]
"""The operators of a subpath as letters (m l c h), and the point that each leads to."""


def _subpaths(types: list[int], closes: list[int], xys: list[float]) -> Iterator[Subpath]:
    operators, points = "", list[Point]()
    control = 0
    for index, kind in enumerate(types):
        point = xys[2 * index], xys[2 * index + 1]
        if kind == pdfium.MOVE_TO:
            if len(operators) > 1:
                yield operators, points
            operators, points = "m", [point]
        elif kind == pdfium.BEZIER_TO and (control := (control + 1) % 3):
            continue
        else:
            operators += "l" if kind == pdfium.LINE_TO else "c"
            points.append(point)
        if closes[index] and operators:
            # PDFium draws the closing line, unless the path is there already.
            operators += "h"
            points.append(points[0])
    if len(operators) > 1:
        yield operators, points


def _painted(item: int, matrix: Matrix, shapes: Sequence[Subpath], down: tuple[float, float]) -> Iterator[Path]:
    modes = (ctypes.c_int * 2)()
    address = ctypes.addressof(modes)
    pdfium.draw_mode(item, address, address + 4)
    fills, stroked = modes[0] != 0, modes[1] != 0
    if not (fills or stroked):
        return
    white_stroke, white_fill = _white(pdfium.stroke_color, item), _white(pdfium.fill_color, item)
    a, b, c, d, e, f = matrix
    dx, height = down
    for operators, raw in shapes:
        points = [(a * x + c * y + e + dx, height - (b * x + d * y + f)) for x, y in raw]
        if len(operators) > 3 and operators.endswith("lh") and points[-2] == points[0]:
            operators = operators[:-2] + "h"
            points.pop()
        if operators in ("ml", "mlh", "mlhh"):
            yield Path("line", points[:2], stroked, fills, white_stroke, white_fill)
        elif operators in ("mlllh", "mllll") and points[4] == points[0] and _square(points):
            yield Path("rectangle", (points[0], points[2]), stroked, fills, white_stroke, white_fill)
        else:
            yield Path("curve", points, stroked, fills, white_stroke, white_fill)


def _square(points: Sequence[Point]) -> bool:
    (xa, ya), (xb, yb), (xc, yc), (xd, yd) = points[:4]
    return (xa == xb and yb == yc and xc == xd and yd == ya) or (ya == yb and xb == xc and yc == yd and xd == xa)


def _white(color: object, item: int) -> bool:
    parts = (ctypes.c_uint * 4)()
    address = ctypes.addressof(parts)
    known = color(item, address, address + 4, address + 8, address + 12)  # type: ignore[operator]
    return bool(known) and tuple(parts[:3]) == _WHITE
