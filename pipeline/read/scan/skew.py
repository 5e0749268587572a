"""How far the lines of a picture lean."""

from __future__ import annotations

import cv2
import numpy as np

from yusuan.pipeline.read.scan.grey import Grey

_MOST = 6.0
"""No page that was fed or laid on glass leans by more degrees."""
_SMALLER, _COLUMNS = 3, 4
_INK = 160


def skew(even: Grey) -> float:
    """By how many degrees, clockwise, the picture must be turned so that its lines are level.

    Lines of text and ruling lines are sharpest, row by row, where they are level: the angle is the one at which
    neighbouring rows differ most.
    """
    small = cv2.resize(even, None, fx=1 / _SMALLER, fy=1 / _SMALLER, interpolation=cv2.INTER_AREA)
    ink = np.where(small < _INK, 255 - small, 0).astype(np.float32)
    # Only what is far from the edge, where scanners leave a dark border.
    border = max(2, min(ink.shape) // 40)
    ink[:border], ink[-border:], ink[:, :border], ink[:, -border:] = 0, 0, 0, 0
    if not ink.any():
        return 0.0
    # Within a few columns a row that leans by little is one row.
    ink = cv2.resize(ink, None, fx=1 / _COLUMNS, fy=1, interpolation=cv2.INTER_AREA).astype(np.float32)
    best = 0.0
    for step, reach in ((0.5, _MOST), (0.1, 0.5), (0.02, 0.1)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(angles[int(np.argmax([_sharpness(ink, angle) for angle in angles]))])
    return best


def _sharpness(ink: np.ndarray, angle: float) -> float:
    height, width = ink.shape
    slope = np.tan(np.radians(angle)) * _COLUMNS
    # A small turn is a shear, as far as rows are concerned.
    matrix = np.array([[1, 0, 0], [slope, 1, -slope * width / 2]])
    rows = cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1)
    return float((np.diff(rows) ** 2).sum())
