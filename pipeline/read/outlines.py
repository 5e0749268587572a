"""Drawn lines that are the outlines of letters.

Programs that print letters bold in a font without bold letters draw the outline of each over it; some write these
outlines as paths. The inside of 口 is a closed box then, and no cell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from yusuan.pipeline.read.raw import Floats, Path
from yusuan.pipeline.read.tick_boxes import BOXES, TICKS

_OVER = 0.1
"""An outline reaches over its letter's box by no more than this part of its height."""


def without_outlines(paths: Sequence[Path], texts: Sequence[str], sides: Floats) -> Sequence[Path]:
    """The paths without those that are strokes around an area within one glyph; not one that may be a box with a tick.

    `texts` are the glyphs of the page and `sides` their x0, top, x1 and bottom, a row of each.
    """
    letters = [number for number, text in enumerate(texts) if text not in TICKS and text not in BOXES]
    if not letters:
        return paths
    x0, top, x1, bottom = sides[:, letters]
    height = (1 + 2 * _OVER) * float((bottom - top).max())
    width = float((x1 - x0).max()) + 2 * _OVER * height
    small: list[int] = []
    boxes: list[tuple[float, float, float, float]] = []
    for number, path in enumerate(paths):
        if not path.stroked or path.filled or path.shape == "line":
            continue
        xs, ys = zip(*path.points, strict=True)
        box = min(xs), min(ys), max(xs), max(ys)
        if 0 < box[2] - box[0] <= width and 0 < box[3] - box[1] <= height:
            small.append(number)
            boxes.append(box)
    if not small:
        return paths
    left, high, right, low = np.array(boxes).T[:, :, None]
    over = _OVER * (bottom - top)
    inside = (x0 - over <= left) & (right <= x1 + over) & (top - over <= high) & (low <= bottom + over)
    outlines = {number for number, found in zip(small, inside.any(axis=1).tolist(), strict=True) if found}
    return [path for number, path in enumerate(paths) if number not in outlines] if outlines else paths
