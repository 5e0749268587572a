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
_WITHIN = 0.2
"""What runs through a letter or stands in it is further than this part of its height and width from its ends: what
underlines it, or it hangs over, is not.
"""
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
    usual = float(np.partition(height, len(height) // 2)[len(height) // 2])
    large = np.flatnonzero(height > _HIGH * usual)
    if not len(large):
        return None
    x, y, wide, high = (x0 + x1) / 2, (top + bottom) / 2, _WITHIN * (x1 - x0), _WITHIN * height
    left, right = (x0 + wide)[large], (x1 - wide)[large]
    upper, lower = (top + high)[large], (bottom - high)[large]
    crossed = np.zeros(len(large), dtype=bool)
    for way, low, most, along in (("horizontal", upper, lower, x[large]), ("vertical", left, right, y[large])):
        lines = [(rule.position, rule.start, rule.end) for rule in rules if rule.orientation == way]
        if lines:
            at, start, end = np.array(lines).T[:, :, None]
            crossed |= ((at > low) & (at < most) & (start <= along) & (along <= end)).any(axis=0)
    others = np.flatnonzero(height <= _HIGH * usual)[:, None]
    inside = (x[others] > left) & (x[others] < right) & (y[others] > upper) & (y[others] < lower)
    crossed |= inside.sum(axis=0) >= _SEVERAL
    crossed = large[crossed]
    if not len(crossed):
        return None
    found = np.zeros(len(height), dtype=bool)
    for one in crossed.tolist():
        # A letter of the same text may by chance stand between two lines.
        near = _ALIKE * height[one]
        found |= (abs(height - height[one]) <= near) & (abs(top - top[one]) <= near)
    return found
