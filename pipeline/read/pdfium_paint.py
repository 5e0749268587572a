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

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.display import Matrix
from yusuan.pipeline.read.raw import UNKNOWN, UNPAINTED, Area, Painted, Paints, Path, within

_OPAQUE, _FAINT = 255, 5
_INVISIBLE = (3, 7)
_STROKED, _BOTH = (1, 5), (2, 6)
_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)
_EVERYWHERE: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))
_SPECIAL = frozenset((pdfium.FORM, pdfium.IMAGE, pdfium.SHADING))
_THIN = 1.0
"""What is no wider or no higher than this (points) hides no text."""


class View(NamedTuple):
    """How coordinates become those of the displayed page: a matrix, what is added to x, and what y is taken from.

    The matrix is that of clips, which PDFium does not turn with the objects.
    """

    turned: Matrix
    down: tuple[float, float]


class _Within(NamedTuple):
    """What a form does to what it holds: a matrix, and a clip."""

    outer: Matrix
    clip: Box


class Painting:
    """The objects of one page in the order in which they are painted."""

    def __init__(self, objects: Sequence[int], view: View) -> None:
        self._view = view
        self._clips: dict[int, Box] = {}
        self._forms: dict[int, _Within] = {}
        self._pictures: list[tuple[int, int]] = []
        self._floats, self._at = pdfium.floats(6)
        painted = self._walk(objects, None)
        self._order = dict(zip(painted, range(len(painted)), strict=True))

    def paints(self, printing: Sequence[int]) -> Paints:
        """How text objects are painted."""
        modes = list(map(pdfium.text_mode, printing))
        color, alpha = _colors(pdfium.fill_color, printing)
        if any(modes):
            mode = np.array(modes)
            line, line_alpha = _colors(pdfium.stroke_color, printing)
            stroked, both = np.isin(mode, _STROKED), np.isin(mode, _BOTH)
            apart = both & (line != color).any(axis=0)
            color = np.where(stroked, line, np.where(apart, UNKNOWN, color))
            alpha = np.where(stroked, line_alpha, np.where(both, np.maximum(alpha, line_alpha), alpha))
        why = np.where(alpha <= _FAINT, UNPAINTED.index("transparent"), 0)
        if any(modes):
            why[np.isin(modes, _INVISIBLE)] = UNPAINTED.index("invisible")
        boxes, which = self._clips_of(printing)
        order = np.array(list(map(self._order.get, printing, repeat(0))), dtype=np.int64)
        return Paints(order, why, color, np.array(boxes).reshape(-1, 4).T[:, which])

    def when(self, owners: Sequence[int]) -> Painted:
        """When each path is painted, and its clip. `owners` are the objects that paths are parts of."""
        boxes, which = self._clips_of(owners)
        order = np.array(list(map(self._order.__getitem__, owners)), dtype=np.int64)
        return Painted(order, np.array(boxes, dtype=np.float64).reshape(-1, 4).T[:, which])

    def areas(self, paths: Sequence[Path], owners: Sequence[int]) -> list[Area]:
        """The areas and pictures of the page. `owners` are the objects that `paths` are parts of."""
        wide = [
            (path, owner)
            for path, owner in zip(paths, owners, strict=True)
            if path.filled and path.shape == "rectangle" and _wide(path)
        ]
        areas: list[Area] = []
        if wide:
            items = [owner for _, owner in wide]
            color, alpha = _colors(pdfium.fill_color, items)
            opaque = (alpha == _OPAQUE) & ~np.fromiter(map(pdfium.object_blends, items), dtype=bool, count=len(items))
            colors = zip(*color.tolist(), strict=True)
            for (path, owner), hides, shade, clip in zip(
                wide, opaque.tolist(), colors, self._each_clip(items), strict=True
            ):
                (xa, ya), (xb, yb) = path.points
                box = (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
                known = shade if hides and shade[0] != UNKNOWN else None
                areas += _shown(Area(self._order[owner], box, known, hides, False), clip)
        pictures = [item for item, _ in self._pictures]
        for (item, kind), clip in zip(self._pictures, self._each_clip(pictures), strict=True):
            bounds = clip
            if kind == pdfium.IMAGE:
                outer = self._forms[item].outer if item in self._forms else _AS_IS
                bounds = self._box(self._matrix(item, outer), ((0, 0), (0, 1), (1, 0), (1, 1)))
            areas += _shown(Area(self._order[item], bounds, None, True, kind == pdfium.IMAGE), clip)
        return sorted(areas, key=lambda area: area.order)

    def unsaid(self, printing: Container[int]) -> list[Box]:
        """The boxes of the text objects that print nothing, or that PDFium left out."""
        found: list[Box] = []
        for item in self._order:
            if item in printing or pdfium.object_type(item) != pdfium.TEXT:
                continue
            if pdfium.object_bounds(item, *range(self._at, self._at + 16, 4)):
                left, low, right, high = map(float, self._floats[:4])
                outer = self._forms[item].outer if item in self._forms else _AS_IS
                found.append(self._box(outer, ((left, low), (left, high), (right, low), (right, high))))
        return found

    def _walk(self, objects: Sequence[int], within_form: _Within | None) -> list[int]:
        """All objects in the order in which they are painted, those of forms behind the form."""
        kinds = list(map(pdfium.object_type, objects))
        if within_form is not None:
            self._forms.update(zip(objects, repeat(within_form)))
        if _SPECIAL.isdisjoint(kinds):
            return list(objects)
        found: list[int] = []
        done = 0
        for place in [place for place, kind in enumerate(kinds) if kind in _SPECIAL]:
            item = objects[place]
            found += objects[done : place + 1]
            done = place + 1
            if kinds[place] != pdfium.FORM:
                self._pictures.append((item, kinds[place]))
                continue
            (own,) = self._each_clip([item])
            inside = list(map(pdfium.get_form_object, repeat(item), range(max(pdfium.count_form_objects(item), 0))))
            outer = within_form.outer if within_form is not None else _AS_IS
            found += self._walk(inside, _Within(self._matrix(item, outer), own))
        return found + list(objects[done:])

    def _matrix(self, item: int, outer: Matrix) -> Matrix:
        pdfium.object_matrix(item, self._at)
        a, b, c, d, e, f = map(float, self._floats)
        k, l, m, n, o, p = outer  # noqa: E741
        return (
            a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p,
        )  # fmt: skip

    def _each_clip(self, items: Sequence[int]) -> list[Box]:
        """The box beyond which nothing of each object shows."""
        boxes, which = self._clips_of(items)
        return [boxes[number] for number in which]

    def _clips_of(self, items: Sequence[int]) -> tuple[list[Box], list[int]]:
        """Boxes, and the number of the one beyond which nothing of each object shows."""
        handles = list(map(pdfium.clip_path, items))
        counts = list(map(pdfium.count_clips, handles))
        # The points of the clip that was added last tell it apart: objects share them that share all its clips.
        last = list(map(pdfium.get_clip_segment, handles, [count - 1 for count in counts], repeat(0)))
        forms = list(map(self._forms.get, items)) if self._forms else repeat(None)
        keys = list(zip(last, forms, strict=False)) if self._forms else last
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        which = list(map(numbers.__getitem__, keys))
        boxes: list[Box] = [_EVERYWHERE] * len(numbers)
        for at, number in zip(_firsts(which), range(len(numbers)), strict=True):
            form = self._forms.get(items[at])
            key = last[at]
            if key not in self._clips:
                self._clips[key] = self._ask(handles[at], counts[at], form.outer if form else self._view.turned)
            boxes[number] = within(self._clips[key], form.clip) if form else self._clips[key]
        return boxes, which

    def _ask(self, handle: int, count: int, outer: Matrix) -> Box:
        clip = _EVERYWHERE
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


def _firsts(numbers: Sequence[int]) -> list[int]:
    """Where each of the numbers from 0, which come in their order, stands first."""
    found: list[int] = []
    for at, number in enumerate(numbers):
        if number == len(found):
            found.append(at)
    return found


def _wide(path: Path) -> bool:
    (xa, ya), (xb, yb) = path.points
    return abs(xa - xb) > _THIN and abs(ya - yb) > _THIN


def _shown(area: Area, clip: Box) -> Iterator[Area]:
    box = within(area.box, clip)
    if box[0] < box[2] and box[1] < box[3]:
        yield area._replace(box=box)


def _colors(ask: Any, items: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The colours of objects, a row of red, green and blue each, UNKNOWN where PDFium knows none, and their opacity.

    All go up to 255.
    """
    parts: NDArray[np.uint32] = np.zeros((4, max(len(items), 1)), dtype=np.uint32)
    start, step = parts.ctypes.data, 4 * parts.shape[1]
    places = [range(start + step * part, start + step * part + 4 * len(items), 4) for part in range(4)]
    known = np.array(list(map(ask, items, *places)), dtype=bool)
    told = parts[:, : len(items)].astype(np.int64)
    return np.where(known, told[:3], UNKNOWN), np.where(known, told[3], _OPAQUE)
