"""A page in black and white whose grey was made of dots → the grey that they stand for."""

from __future__ import annotations

import cv2
import numpy as np

from yusuan.pipeline.read.scan.grey import Grey

_BLOCK = 16
"""Paper is blank over so many dots each way, but for letters."""
_DARK = 0.75
"""A dot that is darker than so much of what is around it is none of paper."""
_MOST_OF = 0.8
"""Where more than so much of a page is nowhere blank, it is screened."""
_BLUR = 1.3


def unscreened(grey: Grey) -> Grey:
    """A picture without the dots that paper is strewn with where it was made black and white by them; others as they
    are.
    """
    height, width = (side // _BLOCK * _BLOCK for side in grey.shape)
    if not height or not width:
        return grey
    blocks = grey[:height, :width].reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK)
    darkest, mean = blocks.min(axis=(1, 3)), blocks.mean(axis=(1, 3))
    if (darkest < _DARK * mean).mean() <= _MOST_OF:
        return grey
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), _BLUR), dtype=np.uint8)
