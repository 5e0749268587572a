"""Which way up a picture stands."""

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


def sideways(even: Grey) -> bool:
    """Whether lines of text run from top to bottom: letters then stand nearer to those below than to those beside.

    Chinese budgets are written in rows, so such a picture was turned by a quarter.
    """
    ink = (even < _INK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    letters = (np.maximum(wide, high) <= _MOST) & (np.maximum(wide, high) >= _LEAST)
    if letters.sum() < _FEW:
        return False
    only = letters[labels].astype(np.uint8)
    beside, below = (
        cv2.connectedComponents(np.asarray(cv2.morphologyEx(only, cv2.MORPH_CLOSE, np.ones(size, np.uint8))))[0]
        for size in ((1, _REACH), (_REACH, 1))
    )
    return below < beside
