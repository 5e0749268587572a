"""Characters that are printed once, though the page prints them twice: bold is often simulated by that, 11,,223344."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.read.page import Character

_HIGH = 15.0
"""Glyphs higher than this (points) are few; they and their like are looked at each for itself."""
_BAND = 2 * _HIGH / 3


def printed_once(characters: Sequence[Character]) -> tuple[Character, ...]:
    """Without characters that stand where the same one stood already.

    The same place is nearer than a third of the character's own width and height, or a seventh of the
    height for a narrow one; the next figure of a number is a whole width away.
    """
    suspects = _suspects(characters)
    if not suspects:
        return tuple(characters)
    kept: dict[tuple[str, int], list[tuple[float, float]]] = {}
    twice: set[int] = set()
    for index in suspects:
        character = characters[index]
        text, x0, top, _, _ = character
        beside, below = _reach(character)
        if any(
            abs(other - x0) < beside and abs(high - top) < below
            for row in range(int((top - below) // _HIGH), int((top + below) // _HIGH) + 1)
            for other, high in kept.get((text, row), ())
        ):
            twice.add(index)
        else:
            kept.setdefault((text, int(top // _HIGH)), []).append((x0, top))
    if not twice:
        return tuple(characters)
    return tuple(character for index, character in enumerate(characters) if index not in twice)


def _reach(character: Character) -> tuple[float, float]:
    """How far to the side, and up or down, the same character is printed again at most."""
    width, height = max(character.x1 - character.x0, 0.1), max(character.bottom - character.top, 0.1)
    return max(width / 3, height / 7), height / 3


def _suspects(characters: Sequence[Character]) -> list[int]:
    """The characters that may have the same one in reach: all that have, in their order, and some that have not.

    Along a band of the page, sorted by x, two that are in reach of each other have only such between them.
    Two bands, one half over the other, hold any two in one of them.
    """
    if len(characters) < 2:
        return []
    texts, *sides = zip(*characters, strict=True)
    numbers = {text: number for number, text in enumerate(set(texts))}
    text = np.array(list(map(numbers.__getitem__, texts)))
    x0, top, x1, bottom = np.array(sides)
    height = np.maximum(bottom - top, 0.1)
    reach = np.maximum(np.maximum(x1 - x0, 0.1) / 3, height / 7)
    high = np.zeros(len(numbers), dtype=bool)
    high[text[height > _HIGH]] = True
    suspect = high[text]
    for shift in (0.0, 0.5):
        band = text + len(numbers) * np.floor(top / _BAND + shift)
        order = np.lexsort((x0, band))
        first, second = order[:-1], order[1:]
        near = (band[first] == band[second]) & (x0[second] - x0[first] < np.maximum(reach[first], reach[second]))
        suspect[first[near]] = True
        suspect[second[near]] = True
    return np.flatnonzero(suspect).tolist()
