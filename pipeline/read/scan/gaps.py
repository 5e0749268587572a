"""Wide gaps in a line of text, as between the letters of 收　　入: what stands alone is recognised badly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from yusuan.pipeline.read.scan.grey import Grey

_WIDE = 1.8
"""A gap of so many letter heights is wider than a thin letter that was lost leaves it."""
_LEFT = 0.4
"""So many letter heights are left of it, as between letters of one word that stand a little apart."""
_MARK, _PAPER = 200, 255

Gap = tuple[int, int]
"""Columns, in dots: from, and up to."""


def wide_gaps(inked: Sequence[Gap], letter: float) -> tuple[Gap, ...]:
    """The columns that may be left out between the stretches of a line that have ink."""
    half = round(_LEFT * letter / 2)
    blank = ((first[1], second[0]) for first, second in pairwise(inked))
    return tuple((start + half, end - half) for start, end in blank if end - start > _WIDE * letter)


def behind_marks(level: Grey, rows: slice, gaps: Sequence[Gap], letter: float) -> tuple[Gap, ...]:
    """The gaps, each from behind what stands right behind a letter: a comma may have been taken for dirt."""
    found: list[Gap] = []
    for start, end in gaps:
        dark = np.flatnonzero(level[rows, start : min(start + round(letter), end)].min(axis=0, initial=_PAPER) < _MARK)
        first = start + (int(dark[-1]) + 1 + round(_LEFT * letter / 2) if len(dark) else 0)
        if first < end:
            found.append((first, end))
    return tuple(found)


@dataclass(frozen=True)
class Shown:
    """The columns of a line that are shown, by the dot that the first one is, and the gaps that are left out of it."""

    left: float
    gaps: tuple[Gap, ...] = ()

    def of(self, line: Grey) -> Grey:
        """A line without its gaps."""
        kept = np.ones(line.shape[1], dtype=bool)
        for start, end in self.gaps:
            kept[max(start - round(self.left), 0) : max(end - round(self.left), 0)] = False
        return line[:, kept]

    def dot(self, column: float) -> float:
        """The dot that one of the columns that are shown is."""
        at = self.left + column
        for start, end in self.gaps:
            if at >= start:
                at += end - start
        return at
