"""A page of a PDF → its picture as grey levels, without the red of stamps."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
"""Rows × columns of grey levels, 0 for black and 255 for white."""

DOTS = 200.0
"""Dots per inch at which pages are looked at. A figure of a usual table is then some twenty dots high, which is as
much as the recogniser makes use of."""
_MOST_DOTS = 12_000_000
_LONGEST = 30_000
_WHITE, _FAINT, _INK = 235.0, 165.0, 215.0
"""What is lighter than the first is paper; ink is not fainter than the second, and as a rule darker than the third."""
_FEW = 500
_BLACK = 130
"""Black ink under a stamp is darker in red light."""
_STAMP = 40
"""A dot whose red is so much above its green and blue is of a stamp."""


def picture(page: Any) -> tuple[Grey, float]:
    """The picture of a pypdfium2 page as displayed, and how many of its dots make a point."""
    wide, high = page.get_size()
    scale = min(DOTS / 72, math.sqrt(_MOST_DOTS / max(wide * high, 1)), _LONGEST / max(wide, high))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    # Copied, because the bitmap's memory goes with it.
    colours = np.array(bitmap.to_numpy())
    bitmap.close()
    if colours.ndim == 2:
        return colours.astype(np.uint8), scale
    return without_stamps(colours[:, :, :3]), scale


def without_stamps(colours: npt.NDArray[np.uint8]) -> Grey:
    """The grey levels of red, green and blue, where red ink is as light as paper and black ink under it stays.

    What is printed in black is dark in red light too, and a red stamp is not.
    """
    red, green, blue = (colours[:, :, n].astype(np.int16) for n in range(3))
    grey = cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY)
    stamp = (red - np.maximum(green, blue)) > _STAMP
    if not stamp.any():
        return np.asarray(grey, dtype=np.uint8)
    # The fringe of a stamp is coloured less than it is.
    near = cv2.dilate(stamp.astype(np.uint8), np.ones((7, 7), np.uint8)).astype(bool)
    # Red ink is not quite as light as paper even in red light.
    alone = red[stamp & (red > _BLACK)]
    light = float(np.percentile(alone, 10)) if len(alone) else 255.0
    bleached = np.minimum(red * (255 / max(light, _BLACK)), 255)
    result: Grey = np.where(near, np.maximum(bleached, grey), grey).astype(np.uint8)
    return result


def evened(grey: Grey) -> Grey:
    """A picture with its paper white and its ink black, however grey the one and faint the other, and however unevenly
    it was lit.
    """
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    # The paper is what is lightest nearby.
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), 8)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = np.clip(grey.astype(np.float32) / np.maximum(paper, 1) * 255, 0, 255)
    seen = even[::3, ::3]
    ink = seen[seen < _INK]
    # Most of its ink tells how faint a copy is. A page with little ink is not stretched until its noise is ink.
    dark = min(float(np.percentile(ink, 30)) if len(ink) > _FEW else 0.0, _FAINT)
    stretched = (even - dark) / (_WHITE - dark) * 255
    return np.clip(stretched, 0, 255).astype(np.uint8)
