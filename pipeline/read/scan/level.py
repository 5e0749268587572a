"""A picture with its paper white → the same with level lines, its ruling lines, and its lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.edges import without_edges
from yusuan.pipeline.read.scan.even import Even
from yusuan.pipeline.read.scan.grey import Flags, Grey
from yusuan.pipeline.read.scan.grids import cells_of
from yusuan.pipeline.read.scan.lines import ruling
from yusuan.pipeline.read.scan.lost import with_lost
from yusuan.pipeline.read.scan.runs import contrast, reliefs
from yusuan.pipeline.read.scan.skew import skew
from yusuan.pipeline.read.scan.straight import Straight, unwarped
from yusuan.pipeline.read.scan.strips import Strip, ink_of, strips

_PAPER, _HALF = 255, 128
_PALE = 80.0
"""Lines that stand out less, in grey levels, are not all seen in a picture that shows letters well."""
_THICK = 3
"""A line reaches so many dots to each side."""


@dataclass(frozen=True)
class Level:
    """A picture with level lines: how it was brought to that, its ruling lines in dots, and its lines of text."""

    grey: Grey
    straight: Straight
    rules: Sequence[Rule]
    ink: Flags
    strips: Sequence[Strip]
    letter: float

    def turned_by_half(self) -> Level:
        """The same upside down; `straight` leads to it as it stood before."""
        grey: Grey = np.ascontiguousarray(self.grey[::-1, ::-1])
        ink: Flags = np.ascontiguousarray(self.ink[::-1, ::-1])
        height, width = grey.shape
        rules = [_mirrored(rule, width - 1, height - 1) for rule in reversed(self.rules)]
        found, letter = strips(ink, *cells_of(rules, (width, height)))
        return replace(self, grey=grey, rules=rules, ink=ink, strips=found, letter=letter)


def _mirrored(rule: Rule, right: float, bottom: float) -> Rule:
    """A line upside down, on a picture whose last column and row of dots are those."""
    along, across = (right, bottom) if rule.orientation == "horizontal" else (bottom, right)
    return Rule(rule.orientation, across - rule.position, along - rule.end, along - rule.start)


def level_of(even: Even, size: float) -> Level:
    """A picture made level, whose letters are about so large, in dots."""
    height, width = even.ink.shape
    leaning = Straight((width, height), skew(even.ink))
    straight, grey, rules = _ruled(leaning, even.ink, size)
    if not rules:
        # Lines may be so much lighter than letters that they are taken for paper.
        straight, _, rules = _ruled(leaning, even.pale, size, 0)
        grey = straight.level(even.ink)
    grey = grey.copy()
    rules = with_lost(rules, grey < _HALF)
    cells, grids = cells_of(rules, straight.size)
    if even.remains is not None:
        grey[straight.level(np.where(even.remains, 0, _PAPER).astype(np.uint8)) < _HALF] = _PAPER
    for rule in rules:
        grey[_of(rule)] = _PAPER
    grey = without_edges(grey, rules, _THICK)
    ink = ink_of(grey)
    found, letter = strips(ink, cells, grids)
    return Level(grey, straight, rules, ink, found, letter)


def _ruled(leaning: Straight, picture: Grey, size: float, least: float = _PALE) -> tuple[Straight, Grey, list[Rule]]:
    """What makes a picture level, the level picture, and its ruling lines; none where they stand out by less than
    `least` grey levels.
    """
    straight = unwarped(leaning, picture)
    level = straight.level(picture)
    relief = reliefs(level)
    usual = contrast(relief.values())
    return straight, level, ruling(relief, usual, level < _HALF, size) if usual >= least else []


def _of(rule: Rule) -> tuple[slice, slice]:
    """The rows and columns that a line covers."""
    start, end, at = max(round(rule.start) - 2, 0), round(rule.end) + 3, round(rule.position)
    along, across = slice(start, end), slice(max(at - _THICK, 0), at + _THICK + 1)
    return (across, along) if rule.orientation == "horizontal" else (along, across)
