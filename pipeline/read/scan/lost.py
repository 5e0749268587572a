"""Steps of a table's columns that were lost between rows in which they are drawn: text that keeps apart tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.grey import Flags

_TOUCH = 6
_NEAR, _BAND, _CROSSING = 6, 2, 2
"""Letters stand across a line where so many rows of them, in dots, have ink on it and on both sides, so near."""
_SPECK = 6
"""What is no longer, in dots, and hangs together with nothing else, says nothing of where text stands."""
_ONE = 10
"""Letters of one text are no further apart, in dots, or no further than others of it are."""
_HEADING = 20
"""Those of a heading above all columns are large, and may have lost strokes."""
_EDGE = 5
"""So near to a ruling line, in dots, ink is its own."""
_LETTER = 30
"""What is narrower, in dots, is one letter; text is in the middle if its margins are wider and differ by less."""
_MOST = 3
"""So many rows may be lost between two in which a column is drawn."""


def with_lost(rules: Sequence[Rule], dark: Flags) -> list[Rule]:
    """The ruling lines of a level picture, those between columns with the steps that were lost; `dark` is where the
    picture has ink.
    """
    across = [rule for rule in rules if rule.orientation == "horizontal"]
    upright: dict[float, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.orientation == "vertical":
            upright[rule.position].append(rule)
    found: list[Rule] = list(across)
    dark = _without_specks(dark)
    for position, own in upright.items():
        others = [rule for at, rules in upright.items() if at != position for rule in rules]
        rows = sorted({rule.position for rule in across if rule.start - _TOUCH <= position <= rule.end + _TOUCH})
        pieces = [_led_on(position, rule, rows, dark) for rule in own]
        pieces += [lost for lost in _lost(pieces, rows) if _is_column(position, lost, others, dark)]
        pieces += [end for end in _ends(pieces, rows) if _is_column(position, end, others, dark, both=True)]
        found += [Rule("vertical", position, start, end) for start, end in _joined(pieces)]
    return found


def _without_specks(dark: Flags) -> Flags:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    kept = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1) > _SPECK
    kept[0] = False
    found: Flags = kept[labels]
    return found


def _led_on(position: float, rule: Rule, rows: Sequence[float], dark: Flags) -> tuple[float, float]:
    """A piece of a line, up to the next lines across: none ends in the middle of a cell."""
    start, end = rule.start, rule.end
    if not any(abs(row - start) <= _TOUCH for row in rows):
        above = max((row for row in rows if row < start), default=start)
        start = start if _crossed(position, (above, start), dark) else above
    if not any(abs(row - end) <= _TOUCH for row in rows):
        below = min((row for row in rows if row > end), default=end)
        end = end if _crossed(position, (end, below), dark) else below
    return start, end


def _lost(pieces: Sequence[tuple[float, float]], rows: Sequence[float]) -> Iterator[tuple[float, float]]:
    """The rows between two pieces of a line that may be lost."""
    for (_, first), (second, _) in pairwise(sorted(pieces)):
        edges = [row for row in rows if first - _TOUCH <= row <= second + _TOUCH]
        if 2 <= len(edges) <= _MOST + 1 and abs(edges[0] - first) <= _TOUCH and abs(edges[-1] - second) <= _TOUCH:
            yield from pairwise(edges)


def _ends(pieces: Sequence[tuple[float, float]], rows: Sequence[float]) -> Iterator[tuple[float, float]]:
    """The rows above and below all of a line."""
    first, last = min(start for start, _ in pieces), max(end for _, end in pieces)
    above = [row for row in rows if row < first - _TOUCH]
    below = [row for row in rows if row > last + _TOUCH]
    if above:
        yield above[-1], first
    if below:
        yield last, below[0]


def _crossed(position: float, row: tuple[float, float], dark: Flags) -> bool:
    """Whether letters stand across a line in a row."""
    at, part = round(position), dark[round(row[0]) + _EDGE : max(round(row[1]) - _EDGE, 0)]
    edges = (max(at - _NEAR, 0), max(at - _BAND, 0), at + _BAND + 1, at + _NEAR)
    across = [part[:, first:last].any(axis=1) for first, last in pairwise(edges)]
    return bool(np.logical_and.reduce(across).sum() >= _CROSSING)


def _is_column(
    position: float, row: tuple[float, float], others: Sequence[Rule], dark: Flags, both: bool = False
) -> bool:
    """Whether the texts left and right of where a line is lost in a row are two, or, unless `both` must be there, one
    of them is none: no text stands in the middle of both cells.
    """
    beside = [rule.position for rule in others if rule.start <= row[0] + _TOUCH and rule.end >= row[1] - _TOUCH]
    # Between two tables there is none.
    if not beside or _crossed(position, row, dark):
        return False
    part, at = dark[round(row[0]) + _EDGE : max(round(row[1]) - _EDGE, 0)], round(position)
    left = max((other for other in beside if other < position), default=None)
    right = min((other for other in beside if other > position), default=None)
    if left is None or right is None:
        return not both
    first, second = _inked(part, round(left), at), _inked(part, at, round(right))
    if both and not (first and second):
        return False
    if first and second and min(first[1] - first[0], second[1] - second[0]) < _LETTER:
        return False
    if first and second and _is_one(part, first, second, at, _HEADING if both else _ONE):
        return False
    inked = [*(first or ()), *(second or ())]
    margins = (inked[0] - left, right - inked[-1]) if inked else (0, 0)
    return min(margins) < _LETTER or abs(margins[0] - margins[1]) > _LETTER


def _inked(part: Flags, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last column with ink between two lines."""
    columns = np.flatnonzero(part[:, start + _EDGE : end - _EDGE].any(axis=0)) + start + _EDGE
    return (int(columns[0]), int(columns[-1])) if len(columns) else None


def _is_one(part: Flags, first: tuple[int, int], second: tuple[int, int], at: int, least: int) -> bool:
    """Whether two texts on both sides of a line are no further apart, by so many dots at least, than letters of one."""
    inked = np.flatnonzero(part[:, first[0] : second[1] + 1].any(axis=0)) + first[0]
    left, right = inked[inked < at - _BAND], inked[inked > at + _BAND]
    within = max(int(np.diff(side).max(initial=0)) for side in (left, right))
    return int(right[0] - left[-1]) <= max(least, within)


def _joined(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1] + _TOUCH:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
