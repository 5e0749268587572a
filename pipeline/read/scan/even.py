"""Grey levels of a scan → its paper white and its ink black."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.bed import beyond
from yusuan.pipeline.read.scan.grey import Flags, Grey
from yusuan.pipeline.read.scan.streaks import without_streaks

_WHITE, _FAINT, _INK = 235.0, 165.0, 215.0
"""What is lighter than the first is paper; ink is not fainter than the second, and as a rule darker than the third."""
_PALE = 185.0
"""Lines that are hardly darker than paper are still lighter than this as a rule."""
_BLACKEST, _SPENT = 10, 130.0
"""Where so many per cent of the ink are no darker than the second, the copy was made with hardly any."""
_SOFT, _SPENT_INK, _SPENT_WHITE = 0.8, 150.0, 246.0
_LETTER, _AROUND = 110, 7
"""Letters are darker than the first, and seen in the dots around them."""
_FEW = 500
_NEAR, _SMOOTH = 15, 8
"""Within so many quarter dots there is paper, and over so many it is of one light."""


@dataclass(frozen=True)
class Even:
    """A picture with its paper white and its ink black; one of what is pale on the page, without its letters; and where
    there may be remains of stamps.
    """

    ink: Grey
    pale: Grey
    remains: Flags | None = None

    def turned(self, quarters: int) -> Even:
        """Turned by so many quarters against the clock."""
        ink, pale = (np.ascontiguousarray(np.rot90(each, quarters)) for each in (self.ink, self.pale))
        return Even(ink, pale, None if self.remains is None else np.rot90(self.remains, quarters))


def evened(grey: Grey, remains: Flags | None = None) -> Even:
    """A picture with its paper white, however grey it is and however unevenly it was lit, as is what is around it."""
    small = np.asarray(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    bed = beyond(small)
    # The paper is what is lightest nearby.
    lightest = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_NEAR, _NEAR), np.uint8)).astype(np.float32)
    sheet = (~bed).astype(np.float32)
    light, there = (cv2.GaussianBlur(each, (0, 0), _SMOOTH) for each in (lightest * sheet, sheet))
    paper = cv2.resize(light / np.maximum(there, 1e-3), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = np.clip(grey.astype(np.float32) / np.maximum(paper, 1) * 255, 0, 255)
    even[cv2.resize(bed.astype(np.uint8), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST) > 0] = 255
    even = without_streaks(even, bed)
    seen = even[::3, ::3]
    ink = seen[seen < _INK]
    # Most of its ink tells how faint a copy is. A page with little ink is not stretched until its noise is ink.
    blackest, dark = np.percentile(ink, (_BLACKEST, 30)).tolist() if len(ink) > _FEW else (0.0, 0.0)
    if blackest > _SPENT:
        # Strokes are hardly darker than the noise of paper, which is evened out first.
        black = _stretched(cv2.GaussianBlur(even, (0, 0), _SOFT), _SPENT_INK, _SPENT_WHITE)
    else:
        black = _stretched(even, min(dark, _FAINT), _WHITE)
    pale = _stretched(even, _PALE, 255)
    letters = cv2.dilate((black < _LETTER).astype(np.uint8), np.ones((_AROUND, _AROUND), np.uint8)) > 0
    pale[letters] = 255
    return Even(black, pale, remains)


def _stretched(even: npt.NDArray[Any], black: float, white: float) -> Grey:
    stretched: Grey = np.clip((even - black) / (white - black) * 255, 0, 255).astype(np.uint8)
    return stretched
