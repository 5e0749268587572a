"""Red stamps over a page → what is printed under them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.grey import Flags, Grey

_STAMP, _TINGED = 40, 8
"""A dot whose red is so much above its green and blue is of a stamp, and near one also with so much."""
_REDDEST = 0.8
"""A stamp takes no more of red light than so much of what it takes of other light."""
_FULL, _FULLEST = 75, 5
"""So many per cent of a stamp's dots are less red than where its ink is thick, and of these so many are darker."""
_FRINGE, _ITS_LETTERS = 7, 31
"""Over how many dots its fringe and its letters reach."""
_INK, _BLACKEST = 0.8, 10
"""What is darker than so much of the paper is ink; letters are as dark as so many per cent of it."""
_EDGE = 5
"""Over how many dots the edge of a letter reaches."""
_DRAWN, _MOSTLY = 222, 0.5
"""What hangs together, darker than the first, and is more than such a part of it pale, is of a stamp."""


@dataclass(frozen=True)
class Unstamped:
    """A picture without the red of stamps, and where what is pale may be left of one: no letter, but maybe a ruling
    line; None where there was no stamp.
    """

    grey: Grey
    remains: Flags | None = None


def without_stamps(colours: npt.NDArray[np.uint8]) -> Unstamped:
    """The grey levels of red, green and blue, where red ink is as light as paper, and what is under it stays dark.

    What is printed takes as much of red light as of other light; a red stamp takes little of red light, and always the
    same part of what it takes of other light, however thick it is: so the two are told apart dot by dot. What is darker
    than a stamp where its ink is thickest is print too: programs pack colours coarser than light, so that the red of
    a stamp spreads over the letters in it.
    """
    grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    first, second, third = cv2.split(colours)
    if not (cv2.subtract(first, cv2.max(second, third)) > _STAMP).any():
        return Unstamped(grey)
    red, other = first.astype(np.int16), np.maximum(second, third).astype(np.int16)
    redder = red - other
    stamp = redder > _STAMP
    paper = float(np.median(grey[::4, ::4]))
    # Within its strokes colours are what they are; most of them lie over paper.
    inner = cv2.erode(stamp.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    inner = inner if inner.any() else stamp
    taken = np.maximum(paper - red[inner], 0) / np.maximum(paper - other[inner], 1)
    part = min(float(np.median(taken)), _REDDEST)
    thick = stamp & (redder >= np.percentile(redder[stamp], _FULL))
    darkest = max(float(np.percentile(grey[thick], _FULLEST)), 1.0)
    # The fringe of a stamp is coloured less than it is, and so are its thinnest letters.
    close, around = (cv2.dilate(stamp.astype(np.uint8), np.ones((n, n), np.uint8)) > 0 for n in (_FRINGE, _ITS_LETTERS))
    near = np.asarray(close | (around & (redder > _TINGED)), dtype=np.bool_)
    under = (red[near] - part * other[near]) / (1 - part)
    under = np.minimum(under, grey[near] * (paper / darkest))
    grey[near] = np.clip(np.maximum(under, grey[near]), 0, 255).astype(np.uint8)
    return Unstamped(grey, near & _pale(grey, paper))


def _pale(grey: Grey, paper: float) -> Flags:
    """Where a picture is not half as dark as its letters are, and not beside what is."""
    seen = grey[::3, ::3]
    ink = seen[seen < _INK * paper]
    letters = float(np.percentile(ink, _BLACKEST)) if len(ink) else 0.0
    dark = (grey < (paper + letters) / 2).astype(np.uint8)
    return np.asarray(cv2.dilate(dark, np.ones((_EDGE, _EDGE), np.uint8)) == 0, dtype=np.bool_)


def dark_of(level: Grey, remains: Flags) -> Flags:
    """What is dark in what is left of a stamp: where its ink is thickest, it may be as dark as letters.

    Of `level`, a picture with white paper, the ruling lines must have been taken out.
    """
    rows, columns = (slice(int(at[0]), int(at[-1]) + 1) if len(at) else slice(0) for at in _reach(remains))
    pale = remains[rows, columns]
    drawn = (level[rows, columns] < _DRAWN).astype(np.uint8)
    count, labels = cv2.connectedComponents(drawn, connectivity=8)
    whole, left = (np.bincount(labels[where], minlength=count) for where in (drawn > 0, (drawn > 0) & pale))
    own = left > _MOSTLY * whole
    found = np.zeros_like(remains)
    found[rows, columns] = own[labels] & ~pale
    return found


def _reach(flags: Flags) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    return np.flatnonzero(flags.any(axis=1)), np.flatnonzero(flags.any(axis=0))
