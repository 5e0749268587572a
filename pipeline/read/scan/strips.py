"""The ink of a level picture → strips, each with one line of text: within the cells of grids, and around these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.gaps import Gap, wide_gaps
from yusuan.pipeline.read.scan.grey import Flags, Grey

_INK, _SURE_INK = 222, 200
"""Of a picture with white paper, dots darker than the first are ink, if they hang together with one that is darker than
the second."""
_GREY, _LIGHTER = 105.0, 24
"""Where half of the ink is lighter than the first, the copy is faint, and its thinnest strokes are lighter by the
second than others."""
_SPECK = 4
"""So few dots that hang together are dirt; a decimal point has more."""
_POINT, _BESIDE, _ABOVE = 6, 10, 3
"""What is no longer than the first, in dots, is a point of a letter or figure, which stands no further beside it than
the second and no further above or below than the third, or dirt."""
_APART, _LETTER = 21, 30
"""The points of a colon are no further apart than the first, in dots, and no further from a letter than the second."""
_LEAST, _MOST = 9, 90
"""No letters are lower or higher than so many dots."""
_USUAL = 24.0
_TWO = 1.6
"""Ink that is higher than so many letters is more than one line."""
_REST = 2
"""No stroke of a letter is thinner, in dots, and ends at a border."""
_MARGIN = 4
"""Dots beside a ruling line that may still be of it."""
_TITLE = 3.0
"""No title is higher than so many letters."""
_REACH = 1.2
"""Letters of one line outside of tables are no further apart than so many letter heights."""

Labels = npt.NDArray[np.int32]
Dots = tuple[int, int, int, int]
"""x0, top, x1 and bottom, in dots."""


@dataclass(frozen=True)
class Strip:
    """One line of text: the box of its ink, within `room`, the cell of a grid or the block that it stands in; and what
    may be left out of it where its letters stand wide apart.
    """

    box: Dots
    room: Dots
    in_grid: bool
    gaps: tuple[Gap, ...] = ()


def is_faint(level: Grey) -> bool:
    """Whether most of a picture's ink is grey."""
    most = level[level < _INK]
    return bool(len(most) and np.median(most) > _GREY)


def ink_of(level: Grey) -> Flags:
    """Where a level picture has ink, without specks."""
    lighter = _LIGHTER if is_faint(level) else 0
    ink = (level < _INK + lighter).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    area, longest = stats[:, cv2.CC_STAT_AREA], stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1)
    large = (longest > _POINT)[labels] & (ink > 0)
    near = cv2.dilate(large.astype(np.uint8), np.ones((2 * _ABOVE + 1, 2 * _BESIDE + 1), np.uint8)) > 0
    beside = np.zeros(len(stats), dtype=bool)
    beside[labels[near & (ink > 0)]] = True
    beside |= _colons(np.asarray(labels, np.int32), np.asarray(stats, np.int32), longest <= _POINT, large)
    dark, dim = np.zeros(len(stats), dtype=bool), np.zeros(len(stats), dtype=bool)
    dark[labels[level < _SURE_INK]] = True
    dim[labels[level < _SURE_INK + lighter]] = True
    # What is long and nowhere dark is the line of another page that shows through.
    dark |= dim & (longest <= _LETTER)
    kept = (area >= _SPECK) & beside & dark
    kept[0] = False
    found: Flags = kept[labels]
    return found


def _colons(labels: Labels, stats: Labels, small: Flags, large: Flags) -> Flags:
    """Which points stand above or below another, near enough to letters to be a colon of theirs."""
    points = (small[labels] & (labels > 0)).astype(np.uint8)
    joined = cv2.dilate(points, np.ones((_APART, 3), np.uint8))
    _, groups = cv2.connectedComponents(np.asarray(joined, dtype=np.uint8))
    middles = stats[:, :2] + stats[:, 2:4] // 2
    of = groups[middles[:, 1].clip(0, len(groups) - 1), middles[:, 0].clip(0, groups.shape[1] - 1)]
    counts = np.bincount(of[small], minlength=int(groups.max()) + 1)
    near = cv2.dilate(large.astype(np.uint8), np.ones((2 * _ABOVE + 1, 2 * _LETTER + 1), np.uint8)) > 0
    reached = np.zeros(len(stats), dtype=bool)
    reached[labels[near & (labels > 0)]] = True
    found: Flags = small & reached & (of > 0) & (counts[of] == 2)
    return found


def strips(ink: Flags, cells: Sequence[Dots], grids: Sequence[Dots]) -> tuple[list[Strip], float]:
    """The lines of text in cells and around grids, boxes in dots, and how high letters are.

    Of `ink` the ruling lines must have been taken out.
    """
    rooms = [_inner(cell) for cell in cells]
    outside = ink.copy()
    for x0, top, x1, bottom in grids:
        outside[max(top - _MARGIN, 0) : bottom + _MARGIN, max(x0 - _MARGIN, 0) : x1 + _MARGIN] = False
    parts = [(room, _rows(ink, room)) for room in rooms]
    first = [end - start for _, rows in parts for start, end in rows if _LEAST <= end - start <= _MOST]
    if len(first) < 8:
        first += _letters(outside)
    letter = _letter_height(first)
    sized = [(room, rows, letter, True) for room, rows in parts]
    # A block is one line as a rule, and that of a title is higher than others.
    for block in _blocks(outside, letter):
        sized.append((block, _rows(ink, block), max(letter, min(block[3] - block[1], _TITLE * letter)), False))
    found: list[Strip] = []
    for room, rows, high, in_grid in sized:
        for start, end in _lines(ink, room, rows, high):
            box = _tight(ink, (room[0], start, room[2], end))
            if box and not (in_grid and _of_border(box, room)):
                inked = [(box[0] + first, box[0] + last) for first, last in stretches(_columns(ink, box))]
                found.append(Strip(box, room, in_grid, wide_gaps(inked, letter)))
    return found, letter


def _of_border(box: Dots, room: Dots) -> bool:
    """Whether ink is what is left of a ruling line, thin and right beside where it ran."""
    x0, top, x1, bottom = box
    upright = x1 - x0 <= _REST and (x0 == room[0] or x1 == room[2])
    return upright or (bottom - top <= _REST and (top == room[1] or bottom == room[3]))


def _inner(cell: Dots) -> Dots:
    x0, top, x1, bottom = cell
    return x0 + _MARGIN, top + _MARGIN, max(x1 - _MARGIN + 1, x0 + _MARGIN), max(bottom - _MARGIN + 1, top + _MARGIN)


def _letter_height(heights: Sequence[int]) -> float:
    """How high Chinese letters are, where most rows may be of figures, which are lower."""
    if not heights:
        return _USUAL
    middle = float(np.median(heights))
    return float(np.percentile([height for height in heights if height <= _TWO * middle], 80))


def _letters(ink: Flags) -> list[int]:
    """The heights of what hangs together as letters do."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    return [int(high) for _, _, wide, high, _ in stats[1:] if _LEAST <= high <= _MOST and wide <= _MOST]


def _rows(ink: Flags, room: Dots) -> list[tuple[int, int]]:
    """Where the rows of a room have ink: first row, and the one after the last."""
    x0, top, x1, bottom = room
    return [(start + top, end + top) for start, end in stretches(ink[top:bottom, x0:x1].max(axis=1, initial=False))]


def stretches(inked: Flags) -> list[tuple[int, int]]:
    """Where something is true along a line: from, and up to."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], inked, [False])).astype(np.int8))).tolist()
    return list(zip(steps[::2], steps[1::2], strict=True))


def _lines(ink: Flags, room: Dots, rows: list[tuple[int, int]], letter: float) -> list[tuple[int, int]]:
    """Rows of ink as lines of text: parts of letters joined, lines that touch cut apart."""
    if not rows or rows[-1][1] - rows[0][0] <= _TWO * letter:
        return [(rows[0][0], rows[-1][1])] if rows else []
    cut: list[tuple[int, int]] = []
    for start, end in rows:
        cut += _cut(ink, room, start, end, letter)
    joined: list[tuple[int, int]] = []
    for start, end in cut:
        if joined and (end - joined[-1][0] <= 1.15 * letter or _part(joined[-1], (start, end), letter)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _part(above: tuple[int, int], own: tuple[int, int], letter: float) -> bool:
    """Whether one of two pieces of ink above each other is a part of a letter of the other."""
    lower = min(above[1] - above[0], own[1] - own[0])
    return lower < 0.3 * letter and own[0] - above[1] < 0.2 * letter


def _cut(ink: Flags, room: Dots, start: int, end: int, letter: float) -> Iterator[tuple[int, int]]:
    """Rows of ink, cut where they have the least of it if they are several lines high."""
    count = round((end - start) / (1.1 * letter))
    if end - start <= _TWO * letter or count < 2:
        yield start, end
        return
    counts = ink[start:end, room[0] : room[2]].sum(axis=1)
    step, at = (end - start) / count, [0]
    for number in range(1, count):
        low, high = round((number - 0.35) * step), round((number + 0.35) * step)
        at.append(low + int(np.argmin(counts[low:high])))
    at.append(end - start)
    for first, last in pairwise(at):
        yield start + first, start + last


def _blocks(ink: Flags, letter: float) -> list[Dots]:
    """The boxes of what stands together as the letters of a line do."""
    reach = max(round(_REACH * letter), 1)
    near = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(near, dtype=np.uint8), connectivity=8)
    boxes = [(int(x), int(y), int(x + wide), int(y + high)) for x, y, wide, high, _ in stats[1:]]
    return _united(boxes, letter)


def _united(boxes: list[Dots], letter: float) -> list[Dots]:
    """Boxes with those made one that stand beside each other on one line: dots and parts of letters too."""
    found: list[Dots] = []
    for box in sorted(boxes, key=lambda box: box[0]):
        for number, other in enumerate(found):
            beside = min(box[3], other[3]) - max(box[1], other[1])
            size = max(box[3] - box[1], other[3] - other[1])
            near = box[0] - other[2] <= _REACH * max(letter, min(size, _TITLE * letter))
            low = min(box[3] - box[1], other[3] - other[1])
            high = max(box[3], other[3]) - min(box[1], other[1])
            if near and beside >= 0.5 * low and high <= _TITLE * letter:
                both = np.array([box, other])
                (x0, top), (x1, bottom) = both.min(axis=0)[:2].tolist(), both.max(axis=0)[2:].tolist()
                found[number] = x0, top, x1, bottom
                break
        else:
            found.append(box)
    return found


def _columns(ink: Flags, box: Dots) -> Flags:
    """Which columns of a box have ink."""
    x0, top, x1, bottom = box
    found: Flags = ink[top:bottom, x0:x1].max(axis=0)
    return found


def _tight(ink: Flags, box: Dots) -> Dots | None:
    x0, top, x1, bottom = box
    part = ink[top:bottom, x0:x1]
    columns, rows = np.flatnonzero(part.any(axis=0)), np.flatnonzero(part.any(axis=1))
    if not len(columns):
        return None
    return x0 + int(columns[0]), top + int(rows[0]), x0 + int(columns[-1]) + 1, top + int(rows[-1]) + 1
