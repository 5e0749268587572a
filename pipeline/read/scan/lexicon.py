"""Signs that were hardly made out → those with which they are part of a word of the field, if the picture allows it.

A word stands for itself wherever it is: of lists that are not complete, such as names of projects, none is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from yusuan.schemas.tables.official import LISTED_NAMES
from yusuan.schemas.vocabulary.enumerators import NUMERALS
from yusuan.schemas.vocabulary.headers import WORDS
from yusuan.schemas.vocabulary.signs import LOOKS_LIKE

_SHORTEST = 3
"""Shorter words come about by chance among others."""
_SURE = 0.9
"""A sign that is surer stays."""
_POSSIBLE = 0.05
"""A sign that the picture makes less probable is none of the others."""

STROKE, COMMA = "一", "、"
_STROKES = frozenset((STROKE, COMMA, *"-－—–_~.·,"))
"""What a 一 is read as, and what stands behind one that numbers a line."""
_HEAD = 3
"""So many signs at most are what a numeral was taken for."""
NOT_COUNTED = -1

Others = Sequence[tuple[str, float]]
"""What else a sign may be, with probabilities."""


def in_words(signs: Sequence[str], sure: Sequence[float], others: Sequence[Others]) -> tuple[str, ...]:
    """The signs of a line, those exchanged that are unsure or look like others, in no word of the field, and in one if
    read otherwise.
    """
    taken = list(signs)
    for at, (chance, possible) in enumerate(zip(sure, others, strict=True)):
        may_be = [*([sign for sign, probable in possible if probable >= _POSSIBLE] if chance < _SURE else ())]
        may_be += LOOKS_LIKE.get(taken[at], "")
        if may_be and not _fits(taken, at):
            fitting = (sign for sign in may_be if _fits([*taken[:at], sign, *taken[at + 1 :]], at))
            taken[at] = next(fitting, taken[at])
    return tuple(taken)


def counted(signs: Sequence[str]) -> int:
    """How many signs before the 、 of a line are what is left of a numeral: before a name of the field stands one."""
    head = "".join(signs[: _HEAD + 1]).find(COMMA)
    if head < 0 or (head and all(sign in NUMERALS or sign.isdigit() for sign in signs[:head])):
        return NOT_COUNTED
    return head if "".join(signs[head + 1 :]).replace(" ", "") in _names() else NOT_COUNTED


def restored(signs: Sequence[str]) -> tuple[int, str]:
    """How many signs of the head of a line are to be taken off, and what stands in their place: with that, the line
    begins with a word of the field. 一 is a stroke so thin that it is lost first, or read as dashes, dots, or twice.
    """
    if not signs or _begins(signs):
        return 0, ""
    for off in range(_HEAD + 1):
        head, rest = signs[:off], signs[off:]
        if len(rest) < _SHORTEST - 1 or not all(sign in _STROKES for sign in head):
            break
        number = f"{STROKE}{COMMA}" if COMMA in head else ""
        for whole, stroke in ((rest, ""), ([STROKE, *rest], STROKE)):
            if _begins(whole):
                return (0, "") if number + stroke == "".join(head) else (off, number + stroke)
    return 0, ""


def _begins(signs: Sequence[str]) -> bool:
    """Whether a line begins with a word of the field, is a listed name, or the first line of a word on several."""
    whole = "".join(signs).replace(" ", "")
    return any(_covering(signs, 0)) or whole in _names() or (len(whole) >= _SHORTEST and whole in _firsts())


def _fits(signs: Sequence[str], at: int) -> bool:
    """Whether the sign at a place is part of a word of the field, or of a listed name that is all that stands there."""
    whole = "".join(signs).replace(" ", "")
    return any(_covering(signs, at)) or not _names().isdisjoint((whole, whole.partition(COMMA)[2]))


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
def _names() -> frozenset[str]:
    """What a whole line may say: words of headers, and names of the official lists."""
    return LISTED_NAMES.union(WORDS)


@cache
def _firsts() -> frozenset[str]:
    """What words of headers begin with."""
    return frozenset(word[:end] for word in WORDS for end in range(_SHORTEST, len(word)))


@cache
def _words() -> tuple[frozenset[str], int]:
    known = frozenset(word for word in WORDS if len(word) >= _SHORTEST)
    return known, max(map(len, known))
