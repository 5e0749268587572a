"""Long dark runs of a picture: pieces of ruling lines."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Literal, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.grey import Grey

_DARKER = 24
"""A line is so much darker than what it runs through, however faint it is."""
_WHITE = 255
_GREY, _LETTERS = 100.0, 2.0
"""Of grey lines, which are no darker than the first, what is darker than the second times as much is no part."""
_THIN = 13
"""What is thicker, in dots, than a little less than this is a shade or a bar, no line."""
ALONG = 9
"""Over so many dots along a line noise is evened out."""
Way = Literal["horizontal", "vertical"]
WAYS: tuple[Way, Way] = ("horizontal", "vertical")

_SHORTEST = 36
"""A run that is shorter, in dots, may be a stroke of a letter."""
_LONG = 200
"""What is so long, in dots, is a line for certain."""
_GAP = 5
"""Gaps of a faint line, in dots."""
_THICK = 9
"""A line that is thicker, in dots, is a bar or the edge of the paper."""
_SLOPE = 0.03
"""How much a line of a warped page rises."""


class Run(NamedTuple):
    """A piece of a line: its position, where it starts and ends, and its course: a position for each of `along`."""

    position: float
    start: int
    end: int
    thick: float
    along: npt.NDArray[np.int64]
    course: npt.NDArray[np.float64]


def reliefs(even: Grey) -> dict[Way, Grey]:
    """How much darker each dot of a picture is than what lies on both sides of a line of a way; transposed for vertical
    lines.
    """
    return {way: _relief(even if way == "horizontal" else np.ascontiguousarray(even.T)) for way in WAYS}


def _relief(even: Grey) -> Grey:
    smooth = cv2.blur(even, (ALONG, 1))
    return np.asarray(cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, np.ones((_THIN, 1), np.uint8)), dtype=np.uint8)


def contrast(reliefs: Iterable[Grey], two_levels: bool = False) -> float:
    """How much darker, in grey levels, the ruling lines of a picture are than what they run through.

    Where a picture has two levels, a line is never grey, but may be of dots.
    """
    found: list[float] = []
    for hat in reliefs:
        opened = _opened(hat > _DARKER, _LONG)
        if opened.any():
            found.append(float(np.median(hat[opened])))
    most = max(found, default=255.0)
    return max(most, _GREY + 1) if two_levels else most


def dark_in(relief: Grey, contrast: float) -> npt.NDArray[np.bool_]:
    """Where a relief is as deep as lines of a contrast are."""
    # Where lines are grey, some may be far more so, and what is much darker is a letter.
    # Whole levels, because to compare bytes with them is quick.
    if contrast <= _GREY:
        return (relief > _DARKER) & (relief < min(ceil(_LETTERS * contrast), _WHITE))
    return relief > max(_DARKER, int(contrast / 2))


def _opened(dark: npt.NDArray[np.bool_], shortest: int) -> npt.NDArray[np.bool_]:
    closed = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, _GAP), np.uint8))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))) > 0


def runs(relief: Grey, contrast: float, loose: bool = False) -> list[Run]:
    """The pieces of lines in the relief of a way. Of vertical ones `position` is x, and they start at the top."""
    found: list[Run] = []
    dark = dark_in(relief, contrast).astype(np.uint8)
    if loose:
        # Where lines may rise and fall a little.
        dark = np.asarray(cv2.dilate(dark, np.ones((3, 1), np.uint8)), dtype=np.uint8)
    opened = _opened(dark > 0, _SHORTEST)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(opened.astype(np.uint8), connectivity=8)
    for number in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[number])
        if height > _THICK + _SLOPE * width or area > _THICK * width:
            continue
        part = labels[y : y + height, x : x + width] == number
        counts = part.sum(axis=0)
        along = np.flatnonzero(counts)
        course = (part * np.arange(height)[:, None]).sum(axis=0)[along] / counts[along] + y
        thick = float(np.median(counts[along]))
        found.append(Run(float(np.median(course)), x, x + width, thick, along + x, course))
    return found
