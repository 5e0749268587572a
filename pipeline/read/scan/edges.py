"""What is left of a ruling line beside where it was taken out: ink that hugs it, and would be taken for letters."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.grey import Flags, Grey
from yusuan.pipeline.read.scan.strips import stretches

_PAPER = 255
_INK = 240
_NEAR, _BEYOND = 3, 2
"""It is no further away than so many dots from what was taken out, and so many beyond are blank."""
_GAP, _LONG = 9, 40
"""It is longer than any letter, gaps of so many dots counted."""
_BLANK = 0.9
"""Beside so much of it nothing else stands, as beside letters something does."""


def without_edges(level: Grey, rules: Sequence[Rule], thick: int) -> Grey:
    """A level picture without what is left of its lines, which were taken out `thick` dots to each side."""
    found = level.copy()
    for rule in rules:
        along = found if rule.orientation == "horizontal" else found.T
        at, start, end = round(rule.position), max(round(rule.start), 0), round(rule.end) + 1
        for sign in (-1, 1):
            first = at + sign * (thick + 1)
            if not 0 <= first + sign * (_NEAR + _BEYOND - 1) < len(along) or not 0 <= first < len(along):
                continue
            near = [along[first + sign * step, start:end] for step in range(_NEAR)]
            beyond = [along[first + sign * step, start:end] for step in range(_NEAR, _NEAR + _BEYOND)]
            left = _left(np.min(near, axis=0) < _INK, np.min(beyond, axis=0) >= _INK)
            for row in near:
                row[left] = _PAPER
    return found


def _left(inked: Flags, blank: Flags) -> Flags:
    """Where what hugs a line is left of it: long pieces, beside which nearly nothing else stands."""
    left = np.zeros_like(inked)
    if inked.sum() < _LONG // 2:
        return left
    joined = cv2.morphologyEx(inked.astype(np.uint8)[None], cv2.MORPH_CLOSE, np.ones((1, _GAP), np.uint8))[0] > 0
    for first, last in stretches(joined):
        own = inked[first:last]
        if last - first >= _LONG and blank[first:last][own].mean() >= _BLANK:
            left[first:last] = own & blank[first:last]
    return left
