"""How PDFium's page objects are painted, as far as it tells: order, colour, clip, and which areas are painted all over.

That decides whether all text of a page is seen. Where some may be hidden, the page is left to the reference reader,
which has the last word; so what PDFium does not tell, such as the mask of a picture, is taken for hiding here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.display import Matrix
from yusuan.pipeline.read.distinct import distinct
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.paths import RECTANGLE, Paths
from yusuan.pipeline.read.raw import UNKNOWN, UNPAINTED, Area, Flags, Floats, Ints, Painted, Paints, within
from yusuan.pipeline.read.records import Counts, Handles, Records

_OPAQUE, _FAINT = 255, 5
_INVISIBLE = (3, 7)
_STROKED, _BOTH = (1, 5), (2, 6)
_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)
_EVERYWHERE: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))
_NOWHERE: Box = (float("inf"), float("inf"), float("-inf"), float("-inf"))
_PICTURES = (pdfium.IMAGE, pdfium.SHADING)
_THIN = 1.0
"""What is no wider or no higher than this (points) hides no text."""


class View(NamedTuple):
    """How coordinates become those of the displayed page: a matrix, what is added to x, and what y is taken from.

    The matrix is that of clips, which PDFium does not turn with the objects.
    """

    turned: Matrix
    down: tuple[float, float]


class Painting:
    """The objects of one page in the order in which they are painted, in which they are numbered."""

    def __init__(self, objects: Records, view: View) -> None:
        self.objects, self._view = objects, view
        self._at, self._handles = _sorted(objects["handle"])
        kinds = objects["kind"]
        self._forms = np.flatnonzero(kinds == pdfium.FORM)
        # What forms do to what they hold: a matrix, and a clip. The last entry is that of the page itself.
        self._outer: Floats = np.empty((len(self._forms) + 1, 6))
        self._within: Floats = np.empty((len(self._forms) + 1, 4))
        self._outer[-1], self._within[-1] = _AS_IS, _EVERYWHERE
        # A form's number among them, by the object's; -1 is the page.
        self._entry = np.full(len(objects) + 1, -1)
        self._entry[self._forms] = np.arange(len(self._forms))
        self._holder = self._entry[objects["form"]] if len(self._forms) else None
        self.matrices: Floats | None = None
        """The matrix of each object, where some are within forms."""
        if self._holder is not None:
            self._enter()
            self.matrices = _product(objects["matrix"].astype(np.float64), self._outer[self._holder])
        self._clip = self._clips(objects, self._holder)

    def _enter(self) -> None:
        """Have each form measured, those that hold others first: all that lie as deep at once."""
        assert self._holder is not None
        known = np.zeros(len(self._forms) + 1, dtype=bool)
        known[-1] = True
        while not known.all():
            now = np.flatnonzero(~known[:-1] & known[self._holder[self._forms]])
            items = self._forms[now]
            self._within[now] = self._clips(self.objects[items], self._holder[items])
            own = self.objects["matrix"][items].astype(np.float64)
            self._outer[now] = _product(own, self._outer[self._holder[items]])
            known[now] = True

    def numbers(self, handles: Handles) -> Ints | None:
        """The numbers of objects; None where some are not on the page."""
        if not len(handles):
            return np.zeros(0, dtype=np.int64)
        if not len(self._handles):
            return None
        found = np.minimum(np.searchsorted(self._handles, handles), len(self._handles) - 1)
        return self._at[found] if np.array_equal(self._handles[found], handles) else None

    def paints(self, printing: Ints) -> Paints:
        """How text objects are painted."""
        modes = self.objects["mode"][printing]
        color, alpha = _colors(self.objects, printing, "fill")
        if modes.any():
            line, line_alpha = _colors(self.objects, printing, "stroke")
            stroked, both = _among(modes, _STROKED), _among(modes, _BOTH)
            apart = both & (line != color).any(axis=0)
            color = np.where(stroked, line, np.where(apart, UNKNOWN, color))
            alpha = np.where(stroked, line_alpha, np.where(both, np.maximum(alpha, line_alpha), alpha))
        why = np.where(alpha <= _FAINT, UNPAINTED.index("transparent"), 0)
        if modes.any():
            why[_among(modes, _INVISIBLE)] = UNPAINTED.index("invisible")
        return Paints(printing, why, color, self._clip[printing].T)

    def when(self, owners: Ints) -> Painted:
        """When each path is painted, and its clip. `owners` are the numbers of the objects that paths are parts of."""
        return Painted(owners, self._clip[owners].T)

    def areas(self, paths: Paths, owners: Ints) -> list[Area]:
        """The areas and pictures of the page. `owners` are the numbers of the objects that `paths` are parts of."""
        x0, top, x1, bottom = paths.boxes
        wide = np.flatnonzero(paths.filled & (paths.shapes == RECTANGLE) & (x1 - x0 > _THIN) & (bottom - top > _THIN))
        areas: list[Area] = []
        if len(wide):
            items = owners[wide]
            color, alpha = _colors(self.objects, items, "fill")
            opaque = (alpha == _OPAQUE) & (self.objects["blends"][items] == 0)
            colors = zip(*color.tolist(), strict=True)
            boxes = zip(*paths.boxes[:, wide].tolist(), strict=True)
            each = zip(boxes, items.tolist(), opaque.tolist(), colors, self._clip[items].tolist(), strict=True)
            for box, order, hides, shade, clip in each:
                known = shade if hides and shade[0] != UNKNOWN else None
                areas += _shown(Area(order, box, known, hides, False), clip)
        pictures = np.flatnonzero(_among(self.objects["kind"], _PICTURES))
        if len(pictures):
            kinds = self.objects["kind"][pictures].tolist()
            for number, kind, clip in zip(pictures.tolist(), kinds, self._clip[pictures].tolist(), strict=True):
                bounds: Box = (clip[0], clip[1], clip[2], clip[3])
                if kind == pdfium.IMAGE:
                    own = self.matrices if self.matrices is not None else self.objects["matrix"]
                    bounds = self._box(own[number].tolist(), ((0, 0), (0, 1), (1, 0), (1, 1)))
                areas += _shown(Area(number, bounds, None, True, kind == pdfium.IMAGE), clip)
        return sorted(areas, key=lambda area: area.order)

    def images(self) -> int:
        """How many images there are on the page."""
        return int((self.objects["kind"] == pdfium.IMAGE).sum())

    @property
    def texts(self) -> Ints:
        """The numbers of the text objects."""
        return np.flatnonzero(self.objects["kind"] == pdfium.TEXT)

    def silent(self, printing: Ints) -> Ints:
        """The numbers of the text objects that print nothing, or that PDFium left out."""
        mute = self.objects["kind"] == pdfium.TEXT
        mute[printing] = False
        return np.flatnonzero(mute)

    def bounds(self, numbers: Ints) -> Floats:
        """The boxes of text objects, a row each: x0, top, x1 and bottom; with nothing in it where PDFium tells none."""
        found = np.tile(np.array(_NOWHERE), (len(numbers), 1))
        place, at = pdfium.floats(4)
        for row, number in enumerate(numbers.tolist()):
            if pdfium.object_bounds(int(self.objects["handle"][number]), *range(at, at + 16, 4)):
                left, low, right, high = map(float, place[:4])
                outer = self._outer[-1 if self._holder is None else self._holder[number]].tolist()
                found[row] = self._box(outer, ((left, low), (left, high), (right, low), (right, high)))
        return found

    def _clips(self, told: Records, holder: Ints | None) -> Floats:
        """The box beyond which nothing of each object shows: x0, top, x1 and bottom in a row each.

        `holder` are the numbers of the forms that hold them.
        """
        counts = np.maximum(told["clips"], 0)
        # Objects share the segment of the clip that was added last that share all their clips.
        keys = np.where((counts > 0) & (told["last_clip"] == 0), told["clip"], told["last_clip"])
        first, same = distinct(keys)
        if holder is None:
            boxes = self._asked(told["clip"][first], counts[first], None)
            return boxes[same]
        first, same = distinct(same * (len(self._forms) + 1) + holder)
        boxes = self._asked(told["clip"][first], counts[first], holder[first])
        return _common(boxes, self._within[holder[first]])[same]

    def _asked(self, clips: Handles, counts: Counts, holder: Ints | None) -> Floats:
        """The boxes of so many clips, but for those of the forms that hold their objects."""
        found = np.tile(np.array(_EVERYWHERE), (len(clips), 1))
        told = gather().clip_points(clips, counts)
        if not len(told):
            return found
        clip = told["clip"].astype(np.int64)
        turned = np.array([self._view.turned], dtype=np.float64)
        if holder is None:
            a, b, c, d, e, f = turned.T
        else:
            matrices = np.where(holder[:, None] < 0, turned, self._outer[holder])
            a, b, c, d, e, f = matrices[clip].T
        x, y = told["x"].astype(np.float64), told["y"].astype(np.float64)
        dx, height = self._view.down
        with np.errstate(over="ignore", invalid="ignore"):
            xs, ys = a * x + c * y + e + dx, height - (b * x + d * y + f)
        # The box of each path of a clip, then what those of a clip have in common.
        new_clip = np.diff(clip, prepend=-1) != 0
        starts = np.flatnonzero(new_clip | (np.diff(told["path"], prepend=-1) != 0))
        ends = [np.minimum.reduceat(xs, starts), np.minimum.reduceat(ys, starts)]
        ends += [np.maximum.reduceat(xs, starts), np.maximum.reduceat(ys, starts)]
        clip = clip[starts]
        starts = np.flatnonzero(np.diff(clip, prepend=-1) != 0)
        common = [np.maximum.reduceat(ends[0], starts), np.maximum.reduceat(ends[1], starts)]
        common += [np.minimum.reduceat(ends[2], starts), np.minimum.reduceat(ends[3], starts)]
        found[clip[starts]] = np.array(common).T
        return found

    def _box(self, matrix: Sequence[float], points: Iterable[tuple[float, float]]) -> Box:
        a, b, c, d, e, f = matrix
        dx, height = self._view.down
        xs, ys = zip(*((a * x + c * y + e + dx, height - (b * x + d * y + f)) for x, y in points), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def _among(values: NDArray[Any], few: tuple[int, int]) -> Flags:
    """Which values are one of two: for so few several times faster than NumPy's own."""
    one, other = few
    found: Flags = (values == one) | (values == other)
    return found


def _sorted(handles: Handles) -> tuple[Ints, Handles]:
    """Numbers in the order of their handles, and the handles in their order."""
    order = np.argsort(handles)
    return order, handles[order]


def _product(own: Floats, outer: Floats) -> Floats:
    """Matrices of what lies within something that has matrices of its own, a row of six each."""
    a, b, c, d, e, f = own.T
    k, l, m, n, o, p = outer.T  # noqa: E741
    with np.errstate(over="ignore", invalid="ignore"):
        product = (a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p)
    return np.array(product).T


def _common(boxes: Floats, others: Floats) -> Floats:
    """What each box has in common with another."""
    low = np.maximum(boxes[:, :2], others[:, :2])
    return np.hstack((low, np.minimum(boxes[:, 2:], others[:, 2:])))


def _shown(area: Area, clip: Sequence[float]) -> Iterator[Area]:
    x0, top, x1, bottom = clip
    box = within(area.box, (x0, top, x1, bottom))
    if box[0] < box[2] and box[1] < box[3]:
        yield area._replace(box=box)


def _colors(objects: Records, numbers: Ints, name: str) -> tuple[Ints, Ints]:
    """The colours of some objects, a row of red, green and blue each, UNKNOWN where PDFium knows none, and their
    opacity.

    All go up to 255.
    """
    parts, known = objects[name][numbers].T.astype(np.int64), objects[f"{name}_known"][numbers] != 0
    if not known.all():
        parts[:3, ~known], parts[3, ~known] = UNKNOWN, _OPAQUE
    return parts[:3], parts[3]
