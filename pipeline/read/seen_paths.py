"""Which painted paths are seen: not those beyond their clip or painted over, and white lines where they cross a colour.

Decided for both readers, from the order in which a page is painted. A path that shows in part is cut to that part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.paths import Paths
from yusuan.pipeline.read.raw import Area, Flags, Floats, Ints, Path, RawPage
from yusuan.pipeline.read.tick_boxes import LARGEST

_EDGE = 1.0
"""Half of a line's width, at most (points): so far beyond its middle it shows, and so far within an edge it may lie on
the edge."""
_PALE = 243
"""A ground of which red, green and blue are no less than this, of 255, is white to the eye."""
_THICK = 6.0
"""A filled rectangle may be a line up to this thickness, in points."""

Interval = tuple[float, float]


def seen(raw: RawPage) -> Paths:
    """The paths of a page, or the parts of them, that are seen."""
    paths = Paths.of(raw.paths)
    if raw.painted is None or not paths:
        return paths
    order, clip = raw.painted
    boxes = paths.boxes
    x0, top, x1, bottom = boxes
    left, high, right, low = clip
    suspects: Flags = (x0 < left - _EDGE) | (top < high - _EDGE) | (x1 > right + _EDGE) | (bottom > low + _EDGE)
    wide = [area for area in raw.areas if _wide(area.box)]
    first = int(order.min())
    covers = [area for area in wide if area.opaque and not area.picture and area.order > first]
    if covers:
        suspects |= _overlap(boxes, order, covers, -_EDGE)
    white = paths.white
    if white.any() and any(map(_ground, wide)):
        # Earlier is later the other way around.
        grounds = [area._replace(order=-area.order) for area in wide if _ground(area)]
        suspects |= white & _overlap(boxes, -order, grounds, _EDGE)
    if not suspects.any():
        return paths
    whole, some = np.flatnonzero(~suspects), np.flatnonzero(suspects)
    parts: list[Path] = []
    owners: list[int] = []
    for number, path, (x0_, top_, x1_, bottom_) in zip(
        some.tolist(), paths.some(some), clip.T[some].tolist(), strict=True
    ):
        more = list(_parts(path, int(order[number]), (x0_, top_, x1_, bottom_), wide, covers))
        parts += more
        owners += [number] * len(more)
    places = np.argsort(np.append(whole, np.array(owners, dtype=np.int64)), kind="stable")
    return paths.some(whole).with_more(Paths.of(parts)).some(places)


def _box(path: Path) -> Box:
    xs, ys = zip(*path.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _wide(box: Box) -> bool:
    return box[2] - box[0] > 2 * _EDGE and box[3] - box[1] > 2 * _EDGE


def _coloured(area: Area) -> bool:
    """Whether white is seen on an area: not where nothing tells what a picture shows. An unknown colour is one."""
    return area.opaque and not area.picture and (area.color is None or min(area.color) < _PALE)


def _ground(area: Area) -> bool:
    """Whether white lines are seen on an area. A mark in a legend, as small as a tick box, is not ruled."""
    x0, top, x1, bottom = area.box
    return _coloured(area) and max(x1 - x0, bottom - top) > LARGEST


def _overlap(boxes: Floats, order: Ints, areas: Sequence[Area], more: float) -> Flags:
    """Which paths touch an area that is painted after them, and is made larger by `more` points on each side."""
    x0, top, x1, bottom = boxes
    left, high, right, low = np.array([area.box for area in areas]).T[:, :, None]
    when = np.array([area.order for area in areas])[:, None]
    touched = (x0 < right + more) & (x1 > left - more) & (top < low + more) & (bottom > high - more)
    result: Flags = (touched & (when > order)).any(axis=0)
    return result


def _parts(path: Path, order: int, clip: Box, areas: Sequence[Area], covers: Sequence[Area]) -> Iterator[Path]:
    """What is seen of a path."""
    x0, top, x1, bottom = box = _box(path)
    later = [area for area in covers if area.order > order]
    thin = min(x1 - x0, bottom - top) <= _THICK
    if path.shape == "curve" or (path.shape == "rectangle" and not path.stroked and not thin):
        if _meet(box, clip) and not any(_holds(area.box, box) for area in later):
            yield path
        return
    if path.shape == "line" or thin:
        lines = [path]
    else:
        corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top))
        lines = [path._replace(shape="line", points=corners[n : n + 2], filled=False) for n in range(4)]
        if path.filled:
            yield path._replace(stroked=False)
    for line in lines:
        yield from _pieces(line, order, clip, areas, later)


def _pieces(line: Path, order: int, clip: Box, areas: Sequence[Area], later: Sequence[Area]) -> Iterator[Path]:
    """What is seen of a line, whether stroked or a thin rectangle."""
    x0, top, x1, bottom = _box(line)
    if line.shape == "line" and x1 - x0 > _EDGE and bottom - top > _EDGE:
        # A slanted one is no ruling line.
        yield line
        return
    level = x1 - x0 >= bottom - top
    across, along = (1, 0) if level else (0, 1)
    low, high = ((top, bottom), (x0, x1))[not level]
    start, end = ((x0, x1), (top, bottom))[not level]
    if clip[across] > high + _EDGE or clip[across + 2] < low - _EDGE:
        return
    pieces = [(max(start, clip[along]), min(end, clip[along + 2]))]
    middle, margin = (low + high) / 2, max((high - low) / 2, _EDGE)
    for area in later:
        if area.box[across] + margin <= middle <= area.box[across + 2] - margin:
            pieces = list(_without(pieces, (area.box[along], area.box[along + 2])))
    white = line.white_stroke if line.stroked else line.white_fill
    if white:
        earlier = [area for area in areas if area.order < order]
        near = [area for area in earlier if area.box[across] - _EDGE <= middle <= area.box[across + 2] + _EDGE]
        pieces = [part for piece in pieces for part in _on_colour(piece, near, along)]
    for begin, stop in pieces:
        if begin < stop or start == end:
            points = ((begin, low), (stop, high)) if level else ((low, begin), (high, stop))
            yield line._replace(points=points, white_stroke=False, white_fill=False)


def _without(pieces: Iterable[Interval], hole: Interval) -> Iterator[Interval]:
    for start, end in pieces:
        if hole[1] <= start or end <= hole[0]:
            yield start, end
            continue
        if start < hole[0]:
            yield start, hole[0]
        if hole[1] < end:
            yield hole[1], end


def _on_colour(piece: Interval, areas: Sequence[Area], along: int) -> Iterator[Interval]:
    """The parts of an interval that lie on a coloured ground. `areas` come in the order in which they are painted."""
    start, end = piece
    cuts = {start, end}
    cuts |= {side for area in areas for side in (area.box[along], area.box[along + 2]) if start < side < end}
    steps = sorted(cuts)
    for begin, stop in pairwise(steps):
        middle = (begin + stop) / 2
        under = [a for a in areas if a.box[along] <= middle <= a.box[along + 2] and (a.opaque or a.picture)]
        if under and _ground(under[-1]):
            yield begin, stop


def _meet(box: Box, other: Box) -> bool:
    return box[0] <= other[2] and other[0] <= box[2] and box[1] <= other[3] and other[1] <= box[3]


def _holds(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]
