"""How the letters of a picture stand, and how large they are."""

from __future__ import annotations

import cv2
import numpy as np

from yusuan.pipeline.read.scan.grey import Grey

_INK = 170
_LEAST, _MOST = 5, 60
"""How long the sides of a letter, or a part of it, are at least and at most, in dots."""
_REACH = 9
"""Letters of one line are nearer to each other than so many dots; lines are further apart."""
_FEW = 30
_MOST_OF, _SMALLEST = 80, 22.0
"""So many per cent of what looks like a letter or a part of one is no larger than a letter; where strokes are broken,
even those are parts, and smaller than any letter, in dots.
"""


def letters(even: Grey) -> tuple[bool, float]:
    """Whether lines of text run from top to bottom, and how large letters are, in dots.

    In such lines letters stand nearer to those below than to those beside. Chinese budgets are written in rows, so such
    a picture was turned by a quarter.
    """
    ink = (even < _INK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    longest = np.maximum(wide, high)
    found = (longest <= _MOST) & (longest >= _LEAST)
    if found.sum() < _FEW:
        return False, _SMALLEST
    only = found[labels].astype(np.uint8)
    beside, below = (
        cv2.connectedComponents(np.asarray(cv2.morphologyEx(only, cv2.MORPH_CLOSE, np.ones(size, np.uint8))))[0]
        for size in ((1, _REACH), (_REACH, 1))
    )
    return below < beside, max(float(np.percentile(longest[found], _MOST_OF)), _SMALLEST)
