"""How PDFium's page objects are painted, as far as it tells: order, colour, clip, and which areas are painted all over.

That decides whether all text of a page is seen. Where some may be hidden, the page is left to the reference reader,
which has the last word; so what PDFium does not tell, such as the mask of a picture, is taken for hiding here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.findings import Box
from pipeline.read import pdfium
from pipeline.read.display import Matrix
from pipeline.read.raw import Area, Color, Paint, Path, Unpainted, within

_OPAQUE, _FAINT = 255, 5
_INVISIBLE = (3, 7)
_STROKED, _BOTH = (1, 5), (2, 6)
_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)
_THIN = 1.0
"""What is no wider or no higher than this (points) hides no text."""


class View(NamedTuple):
    """How coordinates become those of the displayed page: a matrix, what is added to x, and what y is taken from.

    The matrix is that of clips, which PDFium does not turn with the objects.
    """

    turned: Matrix
    down: tuple[float, float]


class _Place(NamedTuple):
    order: int
    outer: Matrix
    turned: Matrix
    clip: Box | None


class Painting:
    """The objects of one page in the order in which they are painted."""

    def __init__(self, objects: Sequence[int], view: View) -> None:
        self._view = view
        self._clips: dict[tuple[int, ...], Box] = {}
        self._places: dict[int, _Place] = {}
        self._pictures: list[tuple[int, int]] = []
        self._floats, self._at = pdfium.floats(6)
        self._walk(objects, _AS_IS, None, view.turned)

    def paints(self, printing: Sequence[int]) -> list[Paint]:
        """How text objects are painted."""
        modes = list(map(pdfium.text_mode, printing))
        fills = _colors(pdfium.fill_color, printing)
        strokes = _colors(pdfium.stroke_color, printing) if set(modes) & {*_STROKED, *_BOTH} else fills
        clips = self._clips_of(printing)
        found: list[Paint] = []
        for item, mode, fill, stroke, clip in zip(printing, modes, fills, strokes, clips, strict=True):
            place = self._places.get(item)
            color, alpha = stroke if mode in _STROKED else fill
            if mode in _BOTH:
                alpha = max(alpha, stroke[1])
                color = color if color == stroke[0] else None
            why: Unpainted = "invisible" if mode in _INVISIBLE else "transparent" if alpha <= _FAINT else ""
            found.append(Paint(place.order if place else 0, why, color, clip))
        return found

    def areas(self, paths: Sequence[Path], owners: Sequence[int]) -> list[Area]:
        """The areas and pictures of the page. `owners` are the objects that `paths` are parts of."""
        wide = [
            (path, owner)
            for path, owner in zip(paths, owners, strict=True)
            if path.filled and path.shape == "rectangle" and _wide(path)
        ]
        items = [owner for _, owner in wide]
        colors, clips = _colors(pdfium.fill_color, items), self._clips_of(items)
        blends = map(pdfium.object_blends, items)
        areas: list[Area] = []
        for (path, owner), (color, alpha), clip, blend in zip(wide, colors, clips, blends, strict=True):
            (xa, ya), (xb, yb) = path.points
            box = (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
            opaque = alpha == _OPAQUE and not blend
            if (place := self._places.get(owner)) is not None:
                areas += _shown(Area(place.order, box, color if opaque else None, opaque, False), clip)
        pictures = [item for item, _ in self._pictures]
        for (item, kind), clip in zip(self._pictures, self._clips_of(pictures), strict=True):
            if kind == pdfium.SHADING:
                bounds = clip or (-1e9, -1e9, 1e9, 1e9)
            else:
                bounds = self._box(self._matrix(item, self._places[item].outer), ((0, 0), (0, 1), (1, 0), (1, 1)))
            areas += _shown(Area(self._places[item].order, bounds, None, True, kind == pdfium.IMAGE), clip)
        return sorted(areas, key=lambda area: area.order)

    def unsaid(self, printing: Container[int]) -> list[Box]:
        """The boxes of the text objects that print nothing, or that PDFium left out."""
        found: list[Box] = []
        for item, place in self._places.items():
            if item in printing or pdfium.object_type(item) != pdfium.TEXT:
                continue
            if pdfium.object_bounds(item, *range(self._at, self._at + 16, 4)):
                left, low, right, high = map(float, self._floats[:4])
                found.append(self._box(place.outer, ((left, low), (left, high), (right, low), (right, high))))
        return found

    def _walk(self, objects: Sequence[int], outer: Matrix, clip: Box | None, turned: Matrix) -> None:
        kinds = list(map(pdfium.object_type, objects))
        for item, kind in zip(objects, kinds, strict=True):
            self._places[item] = _Place(len(self._places), outer, turned, clip)
            if kind == pdfium.FORM:
                (own,) = self._clips_of([item])
                inside = list(map(pdfium.get_form_object, repeat(item), range(max(pdfium.count_form_objects(item), 0))))
                matrix = self._matrix(item, outer)
                self._walk(inside, matrix, own, matrix)
            elif kind in (pdfium.IMAGE, pdfium.SHADING):
                self._pictures.append((item, kind))

    def _matrix(self, item: int, outer: Matrix) -> Matrix:
        pdfium.object_matrix(item, self._at)
        a, b, c, d, e, f = map(float, self._floats)
        k, l, m, n, o, p = outer  # noqa: E741
        return (
            a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p,
        )  # fmt: skip

    def _clips_of(self, items: Sequence[int]) -> list[Box | None]:
        """The box beyond which nothing of each object shows; None where there is none."""
        handles = list(map(pdfium.clip_path, items))
        counts = map(pdfium.count_clips, handles)
        found: list[Box | None] = []
        for item, handle, count in zip(items, handles, counts, strict=True):
            place = self._places.get(item)
            clip = place.clip if place else None
            if count > 0 and place:
                # Objects that share a clip share its points.
                key = tuple(pdfium.get_clip_segment(handle, number, 0) or 0 for number in range(count))
                own = self._clips.get(key)
                if own is None:
                    own = self._clips[key] = self._ask(handle, count, place.turned)
                clip = own if clip is None else within(own, clip)
            found.append(clip)
        return found

    def _ask(self, handle: int, count: int, outer: Matrix) -> Box:
        clip: Box = (-1e9, -1e9, 1e9, 1e9)
        for number in range(count):
            points: list[tuple[float, float]] = []
            for place in range(max(pdfium.count_clip_segments(handle, number), 0)):
                segment = pdfium.get_clip_segment(handle, number, place)
                if segment and pdfium.segment_point(segment, self._at, self._at + 4):
                    points.append((self._floats[0], self._floats[1]))
            if points:
                clip = within(clip, self._box(outer, points))
        return clip

    def _box(self, matrix: Matrix, points: Iterable[tuple[float, float]]) -> Box:
        a, b, c, d, e, f = matrix
        dx, height = self._view.down
        xs, ys = zip(*((a * x + c * y + e + dx, height - (b * x + d * y + f)) for x, y in points), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def _wide(path: Path) -> bool:
    (xa, ya), (xb, yb) = path.points
    return abs(xa - xb) > _THIN and abs(ya - yb) > _THIN


def _shown(area: Area, clip: Box | None) -> Iterator[Area]:
    box = within(area.box, clip) if clip else area.box
    if box[0] < box[2] and box[1] < box[3]:
        yield area._replace(box=box)


def _colors(ask: Any, items: Sequence[int]) -> list[tuple[Color | None, int]]:
    """The colour of each object, None where PDFium knows none, and how opaque it is, up to 255."""
    parts: NDArray[np.uint32] = np.zeros((len(items), 4), dtype=np.uint32)
    start: int = parts.ctypes.data
    places = [range(start + 4 * part, start + 4 * part + 16 * len(items), 16) for part in range(4)]
    known = list(map(ask, items, *places))
    return [
        ((red, green, blue) if told else None, alpha if told else _OPAQUE)
        for told, (red, green, blue, alpha) in zip(known, parts.tolist(), strict=True)
    ]
