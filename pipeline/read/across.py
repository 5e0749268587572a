"""Large letters that are printed across all else (公示样张): a mark over the page, in no cell or line of it.

What stands in a table fits between its lines, and what stands in a line of text beside its neighbours. Letters that are
much higher than the others of the page, and that a line runs through or others stand in, are a text of their own. Woven
into names and figures they would make others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.raw import Flags, Floats

_HIGH = 2.0
"""Marks are higher than this many of the usual letters of their page."""
_WITHIN, _MIDDLE = 0.2, 0.35
"""What stands in a letter is further than the first part of its height and width from its ends, and so are two lines
that run through it; one line alone by the second: what underlines a letter, or it hangs over, is not.
"""
_THIN = 0.1
"""Points; a letter without a width has this one."""
_SEVERAL = 2
"""No fewer other letters stand in one."""
_ALIKE = 0.05
"""Letters of one text differ in their heights and places by no more than this part of their height."""


def across(sides: Floats, rules: Sequence[Rule]) -> Flags | None:
    """Which letters are of texts across the ruling lines or the other texts of a page; None where none is.

    `sides` are x0, top, x1 and bottom of the letters.
    """
    if not sides.shape[1]:
        return None
    x0, top, x1, bottom = sides
    height = bottom - top
    usual = float(np.sort(height)[len(height) // 2])
    large = np.flatnonzero(height > _HIGH * usual)
    if not len(large):
        return None
    x, y, wide, high = (x0 + x1) / 2, (top + bottom) / 2, np.maximum(x1 - x0, _THIN), height
    crossed = np.zeros(len(large), dtype=bool)
    for way, middle, extent, along in (("horizontal", y, high, x), ("vertical", x, wide, y)):
        lines = [(rule.position, rule.start, rule.end) for rule in rules if rule.orientation == way]
        if lines:
            at, start, end = np.array(lines).T[:, :, None]
            away = abs(at - middle[large]) / extent[large]
            over = (start <= along[large]) & (along[large] <= end)
            crossed |= (over & (away < 0.5 - _MIDDLE)).any(axis=0) | ((over & (away < 0.5 - _WITHIN)).sum(axis=0) > 1)
    others = np.flatnonzero(height <= _HIGH * usual)[:, None]
    beside, below = abs(x[others] - x[large]) / wide[large], abs(y[others] - y[large]) / high[large]
    crossed |= (np.maximum(beside, below) < 0.5 - _WITHIN).sum(axis=0) >= _SEVERAL
    crossed = large[crossed]
    if not len(crossed):
        return None
    found = np.zeros(len(height), dtype=bool)
    for one in crossed.tolist():
        # A letter of the same text may by chance stand between two lines.
        near = _ALIKE * height[one]
        found |= (abs(height - height[one]) <= near) & (abs(top - top[one]) <= near)
    return found
