"""Heads of columns that are one letter each → the one that was misread beside the others.

A letter alone has nothing to be told by but what stands beside it: 类, 款 and 项 head three columns of a code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yusuan.pipeline.read.scan.words import Word

_HEADS = ("类", "款", "项")
_SURE = 0.6
_NEAR, _BORDER = 4, 16
"""Cells of one row begin and end so near, in dots, to one height, and are so far apart."""


def with_heads(words: Sequence[Word]) -> list[Word]:
    """The words, those exchanged that are one letter in the place of one of the heads beside the two others."""
    alone = [at for at, word in enumerate(words) if word.strip.in_grid and len(word.signs) == 1]
    found = list(words)
    for first in alone:
        second = next((at for at in alone if _beside(words[first], words[at])), None)
        third = next((at for at in alone if second is not None and _beside(words[second], words[at])), None)
        if second is None or third is None:
            continue
        places = (first, second, third)
        others = [number for number, at in enumerate(places) if words[at].text != _HEADS[number]]
        if len(others) == 1 and not words[places[others[0]]].text.isdigit():
            at = places[others[0]]
            found[at] = replace(words[at], signs=(_HEADS[others[0]],), sure=(_SURE,))
    return found


def _beside(left: Word, right: Word) -> bool:
    """Whether the second stands in the next cell of the same row."""
    _, top, x1, bottom = left.strip.room
    x0, other_top, _, other_bottom = right.strip.room
    return abs(top - other_top) <= _NEAR and abs(bottom - other_bottom) <= _NEAR and 0 <= x0 - x1 <= _BORDER
