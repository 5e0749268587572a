"""Signs that were hardly made out → those with which they are part of a word of the field, if the picture allows it.

A word stands for itself wherever it is: of lists that are not complete, such as names of projects, none is taken.
"""

from __future__ import annotations

import re
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
STROKES = frozenset((STROKE, COMMA, *"-－—–_~.·,"))
"""What a 一 is read as, and what stands behind one that numbers a line."""
_COLONS = frozenset(":：;；'‘’")
_HEAD, _LONGEST_HEAD = 3, 6
"""So many signs at most are what a numeral was taken for; and so many if all of them are numerals and marks."""
_MISREAD_NUMBER = re.compile(rf"[{NUMERALS}]{{1,{_HEAD}}}|[{NUMERALS}0-9]{{1,2}}[・·:：]")
"""A numeral whose 、 was lost or misread; digits alone may be a code."""
_NUMBER = re.compile(r"[0-9]+[.．、] *")
"""What numbers a line in digits."""

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


def counted(signs: Sequence[str]) -> tuple[int, str]:
    """How many signs at the head of a line are what is left of a numeral, and what stands in their place: which one it
    was does not matter, but that there was one.

    It stands before a 、 and a name of the field, or before such a name alone, or is a numeral in part.
    """
    whole = "".join(signs)
    head = whole.find(COMMA, 0, _LONGEST_HEAD + 1)
    if head < 0:
        number = _MISREAD_NUMBER.match(whole)
        lost = number and whole not in _names() and whole[number.end() :] in _names()
        return (number.end(), f"{STROKE}{COMMA}") if number and lost else (0, "")
    numerals = [sign in NUMERALS or sign.isdigit() for sign in signs[:head]]
    if head and all(numerals):
        return 0, ""
    named = head <= _HEAD and whole[head + 1 :].replace(" ", "") in _names()
    in_part = any(numerals) and all(map(_is_numeral_or_mark, signs[:head]))
    return (head, STROKE) if named or in_part else (0, "")


def _is_numeral_or_mark(sign: str) -> bool:
    return sign in NUMERALS or sign.isdigit() or sign in STROKES or sign in _COLONS


def restored(signs: Sequence[str]) -> tuple[int, str]:
    """How many signs of the head of a line are to be taken off, and what stands in their place: with that, the line
    begins with a word of the field. 一 is a stroke so thin that it is lost first, or read as dashes, dots, or twice.
    """
    if not signs or _begins(signs):
        return 0, ""
    if number := _NUMBER.match("".join(signs)):
        # Behind a number of the line as at its head.
        off, stroke = restored(signs[number.end() :])
        return (number.end() + off, number[0] + stroke) if off or stroke else (0, "")
    for off in range(_LONGEST_HEAD + 1):
        head, rest = signs[:off], signs[off:]
        if len(rest) < _SHORTEST - 1 or not all(sign in STROKES for sign in head):
            break
        number_head = f"{STROKE}{COMMA}" if COMMA in head else ""
        for whole, stroke in ((rest, ""), ([STROKE, *rest], STROKE)):
            if _begins(whole):
                return (0, "") if number_head + stroke == "".join(head) else (off, number_head + stroke)
    return 0, ""


def mark_within(signs: Sequence[str]) -> int | None:
    """The place of the one mark that is dirt within a name of the field; None where there is none."""
    marks = [at for at, sign in enumerate(signs) if not sign.isalnum() and sign != " "]
    first = len(signs) - len("".join(signs).partition(COMMA)[2]) if COMMA in signs else 0
    marks = [at for at in marks if at > first]
    if len(marks) != 1 or marks[0] == len(signs) - 1:
        return None
    own = "".join(signs[first:])
    without = "".join(sign for at, sign in enumerate(signs) if at >= first and at not in marks)
    return marks[0] if own not in _names() and without in _names() else None


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
