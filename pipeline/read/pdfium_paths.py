"""The painted paths of a page as PDFium has them, brought to the form of `raw.Path`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat, starmap
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.display import Matrix
from yusuan.pipeline.read.raw import Flags, Floats, Path, Point, Shape

_WHITE = 255
_FAINT = 5
"""What is no more opaque than this, of 255, shows nothing."""
_DARK = 3 * 255 / 2
_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)
_PATH: Any = partial(tuple.__new__, Path)
Ints = NDArray[np.int64]


def paths(objects: Sequence[int], down: tuple[float, float]) -> tuple[list[Path], list[int], int]:
    """The painted subpaths among the objects of a page, those of its forms too, the object of each, and how many
    images there are.

    `down` is what is added to x, and what y is taken from.
    """
    items: list[int] = []
    outer: list[Matrix] = []
    images = _collect(objects, _AS_IS, items, outer)
    if not items:
        return [], [], images
    counts = [max(count, 0) for count in map(pdfium.count_segments, items)]
    asked = zip(map(repeat, items), map(range, counts), strict=True)
    segments = list(chain.from_iterable(starmap(partial(map, pdfium.get_segment), asked)))
    types = list(map(pdfium.segment_type, segments))
    xs, ys = _shown(segments, np.repeat(_matrices(items, outer), counts, axis=0), down)
    ends = np.cumsum(counts)
    starts = ends - counts
    paint = _paint(items)
    rectangles = _rectangles(starts, ends, types, xs, ys) & paint.any
    # What nearly all paths are needs no second look.
    found = dict(zip(np.flatnonzero(rectangles).tolist(), _corners(rectangles, starts, xs, ys, paint), strict=True))
    if others := np.flatnonzero(paint.any & ~rectangles).tolist():
        points = list(zip(xs.tolist(), ys.tolist(), strict=True))
        how = list(zip(*(flags.tolist() for flags in paint), strict=True))
        for number in others:
            here = slice(starts[number], ends[number])
            subpaths = _subpaths(types[here], map(pdfium.segment_closes, segments[here]), points[here])
            found[number] = [Path(shape, along, *how[number]) for shape, along in map(_shape, subpaths)]
    order = sorted(found)
    owners = [items[number] for number in order for _ in found[number]]
    return [path for number in order for path in found[number]], owners, images


def _collect(objects: Sequence[int], within: Matrix, items: list[int], outer: list[Matrix]) -> int:
    """Add the paths among `objects` to `items`, and the matrix of what they are within to `outer`.

    Returns how many images there are.
    """
    images = 0
    for item, kind in zip(objects, map(pdfium.object_type, objects), strict=True):
        if kind == pdfium.PATH:
            items.append(item)
            outer.append(within)
        elif kind == pdfium.IMAGE:
            images += 1
        elif kind == pdfium.FORM:
            inside = list(map(pdfium.get_form_object, repeat(item), range(max(pdfium.count_form_objects(item), 0))))
            (matrix,) = _matrices([item], [within]).tolist()
            images += _collect(inside, tuple(matrix), items, outer)
    return images


def _matrices(items: Sequence[int], outer: Sequence[Matrix]) -> Floats:
    """The matrices of objects within forms, a row of six for each."""
    place, address = pdfium.floats(6 * len(items))
    pdfium.run(map(pdfium.object_matrix, items, range(address, address + 24 * len(items), 24)))
    own = np.frombuffer(place, dtype=np.float32).reshape(-1, 6).astype(np.float64)
    if all(each is _AS_IS for each in outer):
        return own
    a, b, c, d, e, f = own.T
    k, l, m, n, o, p = np.array(outer).T  # noqa: E741
    with np.errstate(over="ignore", invalid="ignore"):
        product = (a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p)
    return np.array(product).T


def _shown(segments: Sequence[int], matrices: Floats, down: tuple[float, float]) -> tuple[Floats, Floats]:
    """Where segments end, each with a matrix, measured from the top left corner."""
    place, address = pdfium.floats(2 * (total := len(segments)))
    pdfium.run(
        map(
            pdfium.segment_point,
            segments,
            range(address, address + 8 * total, 8),
            range(address + 4, address + 4 + 8 * total, 8),
        )
    )
    x, y = np.frombuffer(place, dtype=np.float32)[: 2 * total].reshape(-1, 2).astype(np.float64).T
    a, b, c, d, e, f = matrices.T
    with np.errstate(over="ignore", invalid="ignore"):
        # Where nothing is turned, an endless coordinate must not spoil the other one.
        return a * x + np.where(c, c * y, 0) + (e + down[0]), (down[1] - f) - np.where(b, b * x, 0) - d * y


_RECTANGLE = [pdfium.MOVE_TO, *[pdfium.LINE_TO] * 4]


def _rectangles(starts: Ints, ends: Ints, types: Sequence[int], xs: Floats, ys: Floats) -> Flags:
    """Which paths go around one upright rectangle with five segments."""
    upright: Flags = ends - starts == len(_RECTANGLE)
    along = starts[upright, None] + np.arange(len(_RECTANGLE))
    (xa, xb, xc, xd, xe), (ya, yb, yc, yd, ye) = xs[along].T, ys[along].T
    square = ((xa == xb) & (yb == yc) & (xc == xd) & (yd == ya)) | ((ya == yb) & (xb == xc) & (yc == yd) & (xd == xa))
    drawn = (np.array(types)[along] == _RECTANGLE).all(axis=1)
    upright[upright] = drawn & square & (xa == xe) & (ya == ye)
    return upright


def _corners(rectangles: Flags, starts: Ints, xs: Floats, ys: Floats, paint: _Paint) -> Iterator[list[Path]]:
    first, third = starts[rectangles], starts[rectangles] + 2
    corners = zip(*(zip(xs[at].tolist(), ys[at].tolist(), strict=True) for at in (first, third)), strict=True)
    stroked, filled, white_stroke, white_fill, dark_fill = (flags[rectangles] for flags in paint)
    shown = (stroked, filled, stroked & white_stroke, filled & white_fill, filled & dark_fill)
    for fields in zip(repeat("rectangle"), corners, *(flags.tolist() for flags in shown)):
        yield [_PATH(fields)]


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

    @property
    def any(self) -> Flags:
        """Which paths are painted at all."""
        painted: Flags = self.stroked | self.filled
        return painted


def _paint(items: Sequence[int]) -> _Paint:
    filled, stroked = modes = np.zeros((2, len(items)), dtype=np.intc)
    pdfium.run(map(pdfium.draw_mode, items, *map(_places, modes)))
    (line_known, line, line_alpha), (fill_known, fill, fill_alpha) = (
        _colors(ask, items) for ask in (pdfium.stroke_color, pdfium.fill_color)
    )
    return _Paint(
        (stroked != 0) & ~(line_known & (line_alpha <= _FAINT)),
        (filled != 0) & ~(fill_known & (fill_alpha <= _FAINT)),
        line_known & (line == _WHITE).all(axis=0),
        fill_known & (fill == _WHITE).all(axis=0),
        fill_known & (fill.sum(axis=0) <= _DARK),
    )


def _colors(ask: Callable[..., Any], items: Sequence[int]) -> tuple[Flags, NDArray[np.uint32], NDArray[np.uint32]]:
    """Whether each path has a color, its red, green and blue, a row of each, and its opacity, up to 255."""
    parts = np.zeros((4, len(items)), dtype=np.uint32)
    known = np.fromiter(map(ask, items, *map(_places, parts)), dtype=bool, count=len(items))
    return known, parts[:3], parts[3]


def _places(row: NDArray[Any]) -> range:
    """The addresses of the numbers of a row."""
    start: int = row.ctypes.data
    return range(start, start + row.itemsize * len(row), row.itemsize)
