"""Grey levels of a scan → its paper white and its ink black."""

from __future__ import annotations

import cv2
import numpy as np

from yusuan.pipeline.read.scan.bed import beyond
from yusuan.pipeline.read.scan.picture import Grey

_WHITE, _FAINT, _INK = 235.0, 165.0, 215.0
"""What is lighter than the first is paper; ink is not fainter than the second, and as a rule darker than the third."""
_FEW = 500
_NEAR, _SMOOTH = 15, 8
"""Within so many quarter dots there is paper, and over so many it is of one light."""


def evened(grey: Grey) -> Grey:
    """A picture with its paper white and its ink black, however grey the one and faint the other, and however unevenly
    it was lit. What lies around the sheet is white too.
    """
    small = np.asarray(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    bed = beyond(small)
    # The paper is what is lightest nearby.
    lightest = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_NEAR, _NEAR), np.uint8)).astype(np.float32)
    sheet = (~bed).astype(np.float32)
    light, there = (cv2.GaussianBlur(each, (0, 0), _SMOOTH) for each in (lightest * sheet, sheet))
    paper = cv2.resize(light / np.maximum(there, 1e-3), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = np.clip(grey.astype(np.float32) / np.maximum(paper, 1) * 255, 0, 255)
    if bed.any():
        size = (grey.shape[1], grey.shape[0])
        even[cv2.resize(bed.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0] = 255
    seen = even[::3, ::3]
    ink = seen[seen < _INK]
    # Most of its ink tells how faint a copy is. A page with little ink is not stretched until its noise is ink.
    dark = min(float(np.percentile(ink, 30)) if len(ink) > _FEW else 0.0, _FAINT)
    stretched = (even - dark) / (_WHITE - dark) * 255
    return np.clip(stretched, 0, 255).astype(np.uint8)
