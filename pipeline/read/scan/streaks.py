"""Streaks that dust on the glass of a feeder draws along a whole sheet, which would be taken for ruling lines."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.grey import Flags

_FREE = 4
"""A ruling line leaves at least so many dots of the sheet free at one of its ends, however wide its table is; a streak
leaves nothing."""
_DEEP = 6.0
"""By how much, in grey levels, a streak is darker at least than what is beside it."""
_BESIDE = 41
"""Over how many dots beside it the sheet is looked at."""
_MOST_OF = 0.5
"""A row or column of which less is sheet is of what lies around it."""


def without_streaks(even: npt.NDArray[np.float32], beyond: Flags) -> npt.NDArray[np.float32]:
    """A picture of even light without what darkens a whole row or column of its sheet, by as much as it does so.

    `beyond` is where it shows what lies around the sheet, in as many dots or fewer.
    """
    rows, columns = (_sheet(beyond, way, even.shape[way]) for way in (0, 1))
    sheet = even[rows, columns]
    down, across = _depths(sheet), _depths(sheet.T)
    if not down.any() and not across.any():
        return even
    found = even.copy()
    found[rows, columns] = np.minimum(sheet + down[None, :] + across[:, None], 255)
    return found


def _sheet(beyond: Flags, way: int, size: int) -> slice:
    """From the first to the last row (way 0) or column (1), of so many, that is of the sheet."""
    own = np.flatnonzero(beyond.mean(axis=1 - way) <= _MOST_OF)
    if not len(own):
        return slice(0, size)
    dots = size / beyond.shape[way]
    return slice(round(int(own[0]) * dots), round((int(own[-1]) + 1) * dots))


def _depths(sheet: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """How much darker each column is, wherever it is lightest, than those beside it; 0 where that is not much."""
    # Over a few dots the noise of one is evened out.
    lightest = cv2.blur(np.ascontiguousarray(sheet), (1, _FREE)).max(axis=0, initial=0).round().astype(np.uint8)
    beside = cv2.medianBlur(lightest[None], _BESIDE)[0] if lightest.size > _BESIDE else lightest
    depth = beside.astype(np.float32) - lightest
    return np.asarray(np.where(depth >= _DEEP, depth, 0), dtype=np.float32)
