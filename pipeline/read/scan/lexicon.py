"""Signs that were hardly made out → those with which they are part of a word of the field, if the picture allows it.

A word stands for itself wherever it is: of lists that are not complete, such as names of projects, none is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from yusuan.schemas.vocabulary.headers import WORDS

_SHORTEST = 3
"""Shorter words come about by chance among others."""
_SURE = 0.9
"""A sign that is surer stays."""
_POSSIBLE = 0.05
"""A sign that the picture makes less probable is none of the others."""

STROKE = "一"

Others = Sequence[tuple[str, float]]
"""What else a sign may be, with probabilities."""


def in_words(signs: Sequence[str], sure: Sequence[float], others: Sequence[Others]) -> tuple[str, ...]:
    """The signs of a line, those exchanged that are unsure, in no word of the field, and in one if read otherwise."""
    taken = list(signs)
    for at, (chance, possible) in enumerate(zip(sure, others, strict=True)):
        if chance >= _SURE or any(_covering(taken, at)):
            continue
        for sign, probable in possible:
            if probable >= _POSSIBLE and any(_covering([*taken[:at], sign, *taken[at + 1 :]], at)):
                taken[at] = sign
                break
    return tuple(taken)


def lacks_stroke(signs: Sequence[str]) -> bool:
    """Whether a line begins with a word of the field but for its 一, a stroke so thin that it is lost first."""
    return bool(signs) and not any(_covering(signs, 0)) and any(_covering([STROKE, *signs], 0))


def _covering(signs: Sequence[str], at: int) -> Iterator[str]:
    """The words of the field of which the sign at a place is part; short ones if they are all that stands there."""
    known, longest = _words()
    if len(signs) < _SHORTEST and "".join(signs) in WORDS:
        yield "".join(signs)
    for start in range(max(0, at - longest + 1), at + 1):
        for end in range(max(at + 1, start + _SHORTEST), min(len(signs), start + longest) + 1):
            text = "".join(signs[start:end])
            if text in known:
                yield text


@cache
def _words() -> tuple[frozenset[str], int]:
    known = frozenset(word for word in WORDS if len(word) >= _SHORTEST)
    return known, max(map(len, known))
