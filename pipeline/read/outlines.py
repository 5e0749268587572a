"""Drawn lines that are the outlines of letters.

Programs that print letters bold in a font without bold letters draw the outline of each over it; some write these
outlines as paths. The inside of 口 is a closed box then, and no cell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from yusuan.pipeline.read.paths import LINE, Paths
from yusuan.pipeline.read.raw import Floats
from yusuan.pipeline.read.tick_boxes import BOXES, TICKS

_OVER = 0.1
"""An outline reaches over its letter's box by no more than this part of its height."""


def without_outlines(paths: Paths, texts: Sequence[str], sides: Floats) -> Paths:
    """The paths without those that are strokes around an area within one glyph; not one that may be a box with a tick.

    `texts` are the glyphs of the page and `sides` their x0, top, x1 and bottom, a row of each.
    """
    strokes = np.flatnonzero(paths.stroked & ~paths.filled & (paths.shapes != LINE))
    letters = (
        [number for number, text in enumerate(texts) if text not in TICKS and text not in BOXES] if len(strokes) else []
    )
    if not letters:
        return paths
    x0, top, x1, bottom = sides[:, letters]
    height = (1 + 2 * _OVER) * float((bottom - top).max())
    width = float((x1 - x0).max()) + 2 * _OVER * height
    boxes = paths.boxes[:, strokes]
    wide, high = boxes[2] - boxes[0], boxes[3] - boxes[1]
    small = np.flatnonzero((wide > 0) & (wide <= width) & (high > 0) & (high <= height))
    if not len(small):
        return paths
    left, upper, right, lower = boxes[:, small, None]
    over = _OVER * (bottom - top)
    inside = (x0 - over <= left) & (right <= x1 + over) & (top - over <= upper) & (lower <= bottom + over)
    outlines = strokes[small[inside.any(axis=1)]]
    return paths.some(np.delete(np.arange(len(paths)), outlines)) if len(outlines) else paths
