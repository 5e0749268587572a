"""Lines that a threshold or a spent cartridge left in pieces, each too short for a line: many in a row are one."""

from __future__ import annotations

import cv2
import numpy as np

from yusuan.pipeline.read.scan.grey import Flags, Grey
from yusuan.pipeline.read.scan.runs import ALONG, Run
from yusuan.pipeline.read.scan.strips import stretches

_OVER = 81
"""Over so many dots along a line it is looked at how much of it is left."""
_LEFT, _MORE = 0.5, 0.35
"""So much of it is left at least, and by so much more than there is ink beside it, as there is beside strokes."""
_NEAR, _FAR = 4, 7
"""From how far to how far, in dots, beside it."""
_GAP = 19
"""Any gap of it is less wide, in dots; those between strokes of the same letter on several lines are."""
_LONG = 60
_TEXT, _BETWEEN, _THERE = (8, 24), 10, 0.35
"""Where text stands so near beside it, in dots, its pieces may be strokes of letters: of at least so many dots where
none stands, so much is left too.
"""


def broken(dark: Flags, ink: Flags) -> list[Run]:
    """The level lines of a picture of which pieces are left, where it is dark as lines are; and where it has ink."""
    inked = ink.astype(np.uint8) * 255
    # A line may rise or fall by a dot.
    near = cv2.dilate(dark.astype(np.uint8) * 255, np.ones((3, 1), np.uint8))
    left = cv2.blur(near, (_OVER, 1))
    more = cv2.subtract(left, cv2.dilate(cv2.blur(inked, (_OVER, 1)), _around(_NEAR, _FAR)))
    likely = ((left > _LEFT * 255) & (more > _MORE * 255)).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(likely, connectivity=8)
    near[cv2.dilate(inked, _around(_NEAR, _FAR)) > 0] = 0
    alone: Flags = near > 0
    text: Flags = np.asarray(cv2.dilate(inked, _around(*_TEXT)) > 0)
    found: list[Run] = []
    for number, (x, y, width, height, _) in enumerate(stats.tolist()):
        if number and width >= _LONG // 2:
            part = labels[y : y + height, x : x + width] == number
            middle = (part * np.arange(height)[:, None]).sum(axis=0) / np.maximum(part.sum(axis=0), 1) + y
            slope, at = np.polyfit(np.arange(width), middle, 1) if width > _OVER else (0.0, float(np.median(middle)))
            found += _pieces(alone, text, x, width, float(slope), float(at))
    return found


def _around(near: int, far: int) -> Grey:
    """What lies from one to another distance above and below a dot."""
    found = np.ones((2 * far + 1, 1), np.uint8)
    found[far - near + 1 : far + near] = 0
    return found


def _pieces(alone: Flags, text: Flags, first: int, width: int, slope: float, at: float) -> list[Run]:
    """What is left of a line that is likely from a place on, so wide; it begins at a height and falls by a slope.

    `alone` is where a picture is dark with no ink beside, and `text` where text stands beside.
    """
    along = np.arange(max(first - _OVER // 2, 0), min(first + width + _OVER // 2, alone.shape[1]))
    course = at + slope * (along - first)
    rows = course.round().astype(int).clip(0, len(alone) - 1)
    line = alone[rows, along]
    # Noise was evened out along the line, by which pieces grew.
    shrunk = np.asarray(cv2.erode(line.astype(np.uint8)[None], np.ones((1, ALONG), np.uint8)))[0] > 0
    joined = cv2.morphologyEx(line.astype(np.uint8)[None], cv2.MORPH_CLOSE, np.ones((1, _GAP), np.uint8))[0] > 0
    found: list[Run] = []
    for start, end in stretches(np.asarray(joined, dtype=np.bool_)):
        own = slice(start, end)
        between = shrunk[own][~text[rows[own], along[own]]]
        if end - start < _LONG or line[own].mean() < _LEFT:
            continue
        if len(between) >= _BETWEEN and between.mean() >= _THERE:
            position, last = float(np.median(course[own])), int(along[end - 1]) + 1
            found.append(Run(position, int(along[start]), last, 2.0, along[own], course[own]))
    return found
