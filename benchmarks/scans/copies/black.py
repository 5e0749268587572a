"""Black and white by thresholds that are found in the picture, as programs of copiers and of archives find them."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Picture


def by_otsu(picture: Picture, chance: Chance, dpi: int) -> Picture:
    """One threshold for the page, which parts its tones best (Otsu 1979)."""
    return np.asarray(cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1], dtype=np.uint8)


def by_neighbours(picture: Picture, chance: Chance, dpi: int, *, less: float) -> Picture:
    """Black is what is darker by so much than the mean of what is around it."""
    around = round(dpi / 8) * 2 + 1
    way = cv2.ADAPTIVE_THRESH_GAUSSIAN_C
    return np.asarray(cv2.adaptiveThreshold(picture, 255, way, cv2.THRESH_BINARY, around, less), dtype=np.uint8)


def despeckled(picture: Picture, chance: Chance, dpi: int) -> Picture:
    """A median over three dots, which takes specks, and thin strokes with them."""
    return np.asarray(cv2.medianBlur(picture, 3), dtype=np.uint8)
