"""Streaks that dust on the glass of a feeder draws along a whole sheet, which would be taken for ruling lines."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

_LIGHTEST = 97
"""A ruling line leaves more than the rest of so many per cent of the sheet free, above and below its table; a streak
leaves nothing."""
_DEEP = 6.0
"""By how much, in grey levels, a streak is darker at least than what is beside it."""
_EVERY = 3
_BESIDE = 41
"""Over how many dots beside it the sheet is looked at."""


def without_streaks(even: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """A picture of even light without what darkens a whole row or column of it, by as much as it does so."""
    down = _depths(even[::_EVERY])
    across = _depths(even.T[::_EVERY])
    if not down.any() and not across.any():
        return even
    return np.asarray(np.minimum(even + down[None, :] + across[:, None], 255))


def _depths(sampled: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """How much darker each column is, wherever it is lightest, than those beside it; 0 where that is not much."""
    lightest = np.percentile(sampled, _LIGHTEST, axis=0).round().astype(np.uint8)
    beside = cv2.medianBlur(lightest[None], _BESIDE)[0] if lightest.size > _BESIDE else lightest
    depth = beside.astype(np.float32) - lightest
    return np.asarray(np.where(depth >= _DEEP, depth, 0), dtype=np.float32)
