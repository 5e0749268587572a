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
_DARK = 128
"""Paper that is darker is white on a negative."""
_OUTER = 0.5
"""So many per cent of a page's dots, at least, are ink."""
_BLACK = 130
"""Black ink under a stamp is darker in red light."""
_STAMP, _TINGED = 40, 8
"""A dot whose red is so much above its green and blue is of a stamp, and near one also with so much."""
_FRINGE, _ITS_LETTERS = 7, 31
"""Over how many dots its fringe and its letters reach."""


def picture(page: Any) -> tuple[Grey, float]:
    """The picture of a pypdfium2 page as displayed, and how many of its dots make a point."""
    wide, high = page.get_size()
    scale = min(DOTS / 72, math.sqrt(_MOST_DOTS / max(wide * high, 1)), _LONGEST / max(wide, high))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    # Copied, because the bitmap's memory goes with it.
    colours = np.array(bitmap.to_numpy())
    bitmap.close()
    colours = dark_on_light(colours.astype(np.uint8))
    if colours.ndim == 2:
        return colours, scale
    return without_stamps(colours[:, :, :3]), scale


def dark_on_light(colours: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """A picture with its ink darker than its paper: what most of it is, is paper, and what is far from that is ink.

    Its edges are left out, where the lid of a scanner may be seen.
    """
    height, width = colours.shape[:2]
    seen = colours[height // 10 : height - height // 10 : 5, width // 10 : width - width // 10 : 5].reshape(-1)
    if not seen.size:
        return colours
    darkest, paper, lightest = np.percentile(seen, (_OUTER, 50, 100 - _OUTER))
    return 255 - colours if paper < _DARK and lightest - paper > 2 * (paper - darkest) else colours


def without_stamps(colours: npt.NDArray[np.uint8]) -> Grey:
    """The grey levels of red, green and blue, where red ink is as light as paper and black ink under it stays.

    What is printed in black is dark in red light too, and a red stamp is not.
    """
    red, green, blue = (colours[:, :, n].astype(np.int16) for n in range(3))
    grey = cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY)
    redder = red - np.maximum(green, blue)
    stamp = redder > _STAMP
    if not stamp.any():
        return np.asarray(grey, dtype=np.uint8)
    # The fringe of a stamp is coloured less than it is, and so are its thinnest letters.
    close, around = (cv2.dilate(stamp.astype(np.uint8), np.ones((n, n), np.uint8)) > 0 for n in (_FRINGE, _ITS_LETTERS))
    near = close | (around & (redder > _TINGED))
    # Red ink is not quite as light as paper even in red light.
    alone = red[stamp & (red > _BLACK)]
    light = float(np.percentile(alone, 10)) if len(alone) else 255.0
    bleached = np.minimum(red * (255 / max(light, _BLACK)), 255)
    result: Grey = np.where(near, np.maximum(bleached, grey), grey).astype(np.uint8)
    return result
