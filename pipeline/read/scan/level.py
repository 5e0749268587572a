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
from yusuan.pipeline.read.scan.stamps import dark_of
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
    stamp: Flags | None = None
    """What of the ink is likely of a stamp, as dark as it is."""

    def is_of_stamp(self, strip: Strip) -> bool:
        """Whether all ink of a line of text is likely of a stamp."""
        x0, top, x1, bottom = strip.box
        here = slice(top, bottom), slice(x0, x1)
        return self.stamp is not None and not (self.ink[here] & ~self.stamp[here]).any()

    def turned_by_half(self) -> Level:
        """The same upside down; `straight` leads to it as it stood before."""
        grey: Grey = np.ascontiguousarray(self.grey[::-1, ::-1])
        ink: Flags = np.ascontiguousarray(self.ink[::-1, ::-1])
        height, width = grey.shape
        rules = [_mirrored(rule, width - 1, height - 1) for rule in reversed(self.rules)]
        found, letter = strips(ink, *cells_of(rules, (width, height)))
        stamp = None if self.stamp is None else self.stamp[::-1, ::-1]
        return replace(self, grey=grey, rules=rules, ink=ink, strips=found, letter=letter, stamp=stamp)


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
    dark, stamp = grey < _HALF, None
    if even.remains is not None:
        remains = straight.level(np.where(even.remains, 0, _PAPER).astype(np.uint8)) < _HALF
        stamp = dark_of(_without(grey, rules), remains)
        dark &= ~(stamp | remains)
        grey[remains] = _PAPER
    rules = with_lost(rules, dark)
    cells, grids = cells_of(rules, straight.size)
    grey = without_edges(_without(grey, rules), rules, _THICK)
    ink = ink_of(grey)
    found, letter = strips(ink, cells, grids)
    return Level(grey, straight, rules, ink, found, letter, stamp)


def _ruled(leaning: Straight, picture: Grey, size: float, least: float = _PALE) -> tuple[Straight, Grey, list[Rule]]:
    """What makes a picture level, the level picture, and its ruling lines; none where they stand out by less than
    `least` grey levels.
    """
    straight = unwarped(leaning, picture)
    level = straight.level(picture)
    relief = reliefs(level)
    usual = contrast(relief.values())
    return straight, level, ruling(relief, usual, level < _HALF, size) if usual >= least else []


def _without(level: Grey, rules: Sequence[Rule]) -> Grey:
    """A level picture without its ruling lines."""
    found = level.copy()
    for rule in rules:
        found[_of(rule)] = _PAPER
    return found


def _of(rule: Rule) -> tuple[slice, slice]:
    """The rows and columns that a line covers."""
    start, end, at = max(round(rule.start) - 2, 0), round(rule.end) + 3, round(rule.position)
    along, across = slice(start, end), slice(max(at - _THICK, 0), at + _THICK + 1)
    return (across, along) if rule.orientation == "horizontal" else (along, across)
