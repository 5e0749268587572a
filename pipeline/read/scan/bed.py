"""What of a picture is not the sheet: the dark glass or lid that a scanner shows around it."""

from __future__ import annotations

import cv2
import numpy as np

from yusuan.pipeline.read.scan.grey import Flags, Grey

_DARK = 0.55
"""What is darker than so much of the paper may be the glass."""
_THICK = 5
"""Ruling lines and letters are thinner."""
_FRINGE = 2
"""How far its shadow reaches."""


def beyond(small: Grey) -> Flags:
    """Where a picture, a quarter as large as it was scanned at 200 dots an inch, shows what lies around the sheet.

    That is dark, thick, and goes on beyond the edge of the picture.
    """
    dark = (small < _DARK * float(np.median(small))).astype(np.uint8)
    # What goes on beyond the edge is as thick as one likes.
    around = cv2.copyMakeBorder(dark, _THICK, _THICK, _THICK, _THICK, cv2.BORDER_CONSTANT, value=(1,))
    thick = cv2.morphologyEx(around, cv2.MORPH_OPEN, np.ones((_THICK, _THICK), np.uint8))
    _, labels = cv2.connectedComponents(np.asarray(thick, dtype=np.uint8), connectivity=4)
    outer = (labels == labels[0, 0])[_THICK:-_THICK, _THICK:-_THICK]
    # At the very edge a little of it may be left, thinner than a dot of this picture.
    outer[[0, -1]] = outer[:, [0, -1]] = True
    if outer[1:-1, 1:-1].any():
        reach = 2 * _FRINGE + 1
        outer = cv2.dilate(outer.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    return np.asarray(outer, dtype=np.bool_)
