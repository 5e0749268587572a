"""Characters that are printed once, though the page prints them twice: bold is often simulated by that, 11,,223344."""

from __future__ import annotations

import numpy as np

from yusuan.pipeline.read.raw import Floats, Ints

_HIGH = 15.0
"""Glyphs higher than this (points) are few; with their like they are looked at in bands of their own."""


def printed_again(codes: Ints, sides: Floats) -> list[int]:
    """The numbers of the characters that stand where the same one stood already.

    `codes` tell their texts apart, `sides` are their x0, top, x1 and bottom. The same place is nearer than a third of
    the character's own width and height, or a seventh of the height for a narrow one; the next figure of a number is a
    whole width away.
    """
    suspects = _suspects(codes, sides)
    seen: dict[tuple[int, int], list[tuple[float, float]]] = {}
    again: list[int] = []
    each = zip(suspects.tolist(), codes[suspects].tolist(), *sides[:, suspects].tolist(), strict=True)
    for index, text, x0, top, x1, bottom in each:
        beside, below = _reach(x1 - x0, bottom - top)
        if any(
            abs(other - x0) < beside and abs(high - top) < below
            for row in range(int((top - below) // _HIGH), int((top + below) // _HIGH) + 1)
            for other, high in seen.get((text, row), ())
        ):
            again.append(index)
        else:
            seen.setdefault((text, int(top // _HIGH)), []).append((x0, top))
    return again


def _reach(width: float, height: float) -> tuple[float, float]:
    """How far to the side, and up or down, the same character is printed again at most."""
    width, height = max(width, 0.1), max(height, 0.1)
    return max(width / 3, height / 7), height / 3


def _suspects(text: Ints, sides: Floats) -> Ints:
    """The characters that may have the same one in reach: all that have, in their order, and some that have not.

    Along a band of the page, sorted by x, two that are in reach of each other have only such between them.
    Two bands, one half over the other and each as high as twice the farthest reach, hold any two in one of them.
    """
    if len(text) < 2:
        return np.zeros(0, dtype=np.int64)
    x0, top, x1, bottom = sides
    height = np.maximum(bottom - top, 0.1)
    reach = np.maximum(np.maximum(x1 - x0, 0.1) / 3, height / 7)
    suspect = np.zeros(len(text), dtype=bool)
    most = int(text.max()) + 1
    tall = height > _HIGH
    if tall.any():
        tall_ones = np.zeros(most, dtype=bool)
        tall_ones[text[tall]] = True
        tall = tall_ones[text]
    wide = 2 * (float(np.abs(x0).max()) + float(reach.max()))
    for own in (np.flatnonzero(~tall), np.flatnonzero(tall)):
        if len(own) < 2:
            continue
        farthest = float(reach[own].max())
        band = 2 * max(_HIGH, float(height[own].max())) / 3
        for shift in (0.0, 0.5):
            # By text, by band, and by x within it: a step to the next band is wider than any within one.
            row = np.floor(top[own] / band + shift)
            along = (text[own] + most * (row - row.min())) * wide + x0[own]
            order = np.argsort(along)
            first, second = own[order[:-1]], own[order[1:]]
            # The farthest reach of all, because a small one may stand between two of which a large one reaches far.
            near = np.diff(along[order]) < farthest
            suspect[first[near]] = True
            suspect[second[near]] = True
    return np.flatnonzero(suspect)
