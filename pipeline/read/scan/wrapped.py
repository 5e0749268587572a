"""A line of text that goes on from the one above it in its cell → its letters as they are seen beside that one's last.

A letter alone on the last line of a name, as 心 of 中心, has nothing beside it by which the recogniser tells it from
letters that look alike.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from yusuan.pipeline.read.scan.grey import Grey
from yusuan.pipeline.read.scan.models import Recogniser
from yusuan.pipeline.read.scan.strips import Strip
from yusuan.pipeline.read.scan.words import Word, word

_SURE = 0.95
"""A line of which every sign is so sure stays as it was read."""
_BESIDE = 2
"""So many letters of the line above are shown before it."""
_HIGH, _BEFORE, _BETWEEN = 1.5, 0.55, 0.15
"""In letters: how high the line is then, with the paper around it; how much of one lies before its middle; and how far
the two lines are apart."""
_PAPER = 255


def seen_beside(recogniser: Recogniser, level: Grey, above: Word, own: Word, letter: float) -> Word:
    """A line's word, its unsure signs as they are seen beside the end of the line `above` it, if that is seen too."""
    signs = [sign for sign in own.signs if sign != " "]
    if len(above.signs) < _BESIDE or min(own.sure, default=1.0) >= _SURE or not all(map(_is_letter, signs)):
        return own
    before = above.signs[-_BESIDE:]
    if not all(map(_is_letter, before)) or min(above.sure[-_BESIDE:]) < _SURE:
        return own
    first = max(round(above.places[-_BESIDE] - _BEFORE * letter), above.strip.box[0])
    seen = _side_by_side(level, (first, above.strip), (own.strip.box[0], own.strip), letter=letter)
    height, width = seen.shape
    side = (height - round(letter)) // 2
    both = word(recogniser, seen, Strip((side, side, width - side, height - side), (0, 0, width, height), True), letter)
    found = [(sign, sure) for sign, sure in zip(both.signs, both.sure, strict=True) if sign != " "]
    if len(found) != len(before) + len(signs) or tuple(sign for sign, _ in found[:_BESIDE]) != before:
        return own
    rest = found[_BESIDE:]
    if min(sure for _, sure in rest) <= min(own.sure):
        return own
    places = [place for sign, place in zip(own.signs, own.places, strict=True) if sign != " "]
    return replace(own, signs=tuple(sign for sign, _ in rest), sure=tuple(sure for _, sure in rest), places=(*places,))


def _is_letter(sign: str) -> bool:
    return sign.isalpha() and not sign.isascii()


def _side_by_side(level: Grey, *parts: tuple[int, Strip], letter: float) -> Grey:
    """Two lines of text, each from a column on, beside each other."""
    high, between = round(_HIGH * letter), round(_BETWEEN * letter)
    blank = np.full((high, between), _PAPER, np.uint8)
    pieces = [blank, blank]
    for first, strip in parts:
        middle = (strip.box[1] + strip.box[3]) // 2
        top, bottom = max(middle - high // 2, strip.box[1] - 2, 0), min(middle + high // 2, strip.box[3] + 2)
        piece = np.full((high, strip.box[2] - first), _PAPER, np.uint8)
        at = top - (middle - high // 2)
        part = level[top:bottom, first : strip.box[2]]
        piece[at : at + len(part)] = part
        pieces += [piece, blank]
    return np.hstack([*pieces, blank])
