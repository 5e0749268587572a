"""What a person sees on a page and that is no text: pictures, shapes as small as letters, two texts in one place.

Whether any of it matters is seen in `layout`: what stands within a cell of a table makes the cell unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.letters import Letters
from yusuan.pipeline.read.page import Ink
from yusuan.pipeline.read.paths import Paths
from yusuan.pipeline.read.raw import Floats, Ints, Path, RawPage

_SMALL = 2.0
"""A shape no wider and no higher than this many letter heights may be a letter."""
_USUAL = 10.5
"""How high, in points, letters are where a page has none."""
_DUST = 0.1
"""A shape smaller than this part of a letter's height both ways is nothing that is read."""
_OVER = 0.2
"""Figures that share more than this part of the narrower one's width stand in one place."""
_STEP = 0.42
"""From one figure of a number to the next it is more than this part of the font's size, also where a font says that its
figures are wider than they are set."""


def inks(raw: RawPage, paths: Paths, letters: Letters, cut: Sequence[Box]) -> Iterator[Ink]:
    """What is seen on a page beside its text and its ruling lines.

    `paths` are those that are seen, as are the `letters` of its text.
    """
    for box in cut:
        yield Ink("cut", *box)
    for area in raw.areas:
        if area.picture:
            yield Ink("picture", *area.box)
    for box in raw.fields:
        yield Ink("field", *box)
    sides = letters.sides
    heights = sides[3] - sides[1]
    height = float(np.sort(heights)[len(heights) // 2]) if letters else _USUAL
    most = _SMALL * height
    # Nearly all are long.
    short = (paths.reach <= most) & paths.inked
    if short.any():
        for path in paths.some(np.flatnonzero(short)):
            if (small := _small(path, height)) is not None:
                yield Ink("outlines", *small)
    yield from _overlaps(letters.codes, sides, height)


def _small(path: Path, height: float) -> Box | None:
    """The box of a shape that is as small as letters are; None for any other."""
    xs, ys = zip(*path.points, strict=True)
    x0, top, x1, bottom = min(xs), min(ys), max(xs), max(ys)
    if not _DUST * height <= max(x1 - x0, bottom - top) <= _SMALL * height:
        return None
    return x0, top, x1, bottom


def _overlaps(codes: Ints, sides: Floats, usual: float) -> Iterator[Ink]:
    """Where figures stand over figures."""
    figure = (codes >= ord("0")) & (codes <= ord("9"))
    x0, top, x1, bottom = sides[:, figure]
    if len(x0) < 2:
        return
    height = bottom - top
    row = (top + bottom) / 2 / max(usual, 0.1)
    wide = 2 * (float(x0.max()) - float(x0.min()) + 1)
    for shift in (0.0, 0.5):
        # Two that stand beside each other by half of their heights are in one band, or in one of the shifted ones.
        order = np.argsort(np.floor(row + shift) * wide + x0)
        first, second = order[:-1], order[1:]
        step = x0[second] - x0[first]
        near = (step >= 0) & (step < _STEP * np.minimum(height[first], height[second]))
        if not near.any():
            continue
        first, second = first[near], second[near]
        share = np.minimum(x1[first], x1[second]) - np.maximum(x0[first], x0[second])
        beside = np.minimum(bottom[first], bottom[second]) - np.maximum(top[first], top[second])
        over = (share > _OVER * np.minimum(x1[first] - x0[first], x1[second] - x0[second])) & (
            beside > np.minimum(height[first], height[second]) / 2
        )
        for one, other in zip(first[over].tolist(), second[over].tolist(), strict=True):
            left, high, right, low = sides[:, figure][:, [one, other]].tolist()
            yield Ink("overlap", min(left), min(high), max(right), max(low))
