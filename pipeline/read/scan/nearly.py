"""Lines of text that are nearly a word of the field → that word, where the picture makes it nearly as likely.

Letters that lost a stroke are other letters, or none: 小计 is read as 小让, and a column has no meaning. What a
clear picture shows stays as it is, misprinted or not: it gives no other word a chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.reading import likelihood
from yusuan.pipeline.read.scan.lexicon import COMMA, STROKE, STROKES
from yusuan.pipeline.read.scan.models import Scores
from yusuan.schemas.tables.official import LISTED_NAMES
from yusuan.schemas.vocabulary.enumerators import NUMERALS
from yusuan.schemas.vocabulary.headers import WORDS

_LESS = 6.0
"""The picture may give the word so much less than what was read, in natural logarithms."""
_CLEARLY = 3.0
"""Another word is less likely by so much."""
_SURE = 0.995
"""A line of which every sign is so sure is no other."""
_SHORTEST, _PART, _LONG = 2, 3, 8
"""The letters of a word, of a part of one that stands on a line of its own, and of one in which two may be others."""
_FLOOR = 1e-7

_Letters = npt.NDArray[np.uint32]


def nearly(
    signs: Sequence[str], sure: Sequence[float], scores: Scores, number: Mapping[str, int], above: str = ""
) -> list[tuple[str, int]]:
    """The signs of a line as the word of the field that it is nearly, each with the number of the sign in whose place
    it stands. Nothing where it is such a word, is none, or may be several.

    `scores` are those of all signs, whose columns are `number`; `above` it the same cell says the beginning.
    """
    places = [at for at, sign in enumerate(signs) if sign != " "]
    first = _behind_number([signs[at] for at in places])
    numbering, own = places[:first], places[first:]
    text = "".join(signs[at] for at in own)
    if not own or min(sure[at] for at in own) >= _SURE or not text.isalpha() or text in _known():
        return []
    words = [*_ends_of(above, text), *(_candidates(text) if len(own) >= _SHORTEST else ())]
    like = _likelihood(scores, number)
    head = "".join(signs[at] for at in numbering)
    least = like(head + text) - _LESS

    def seen(word: str) -> float:
        lost = word[1:] if word[0] == STROKE and len(word) > len(text) else word
        return max(like(head + word), like(head + lost))

    found = sorted(((seen(word), word) for word in {*words}), reverse=True)
    if text in words or not found or found[0][0] < least:
        return []
    if len(found) > 1 and found[1][0] > found[0][0] - _CLEARLY:
        return []
    word = found[0][1]
    lost = own[: len(word) - len(text)]
    return [*((signs[at], at) for at in numbering), *zip(word, [*lost, *own], strict=True)]


def is_word(signs: Sequence[str]) -> bool:
    """Whether all that a line says is one word of the field, or a part of one: dirt is hardly ever read as that."""
    own = [sign for sign in signs if sign != " "]
    text = "".join(own[_behind_number(own) :])
    return text in _known() or (text in WORDS and text.isalpha())


def _behind_number(signs: Sequence[str]) -> int:
    """How many signs number a line."""
    if COMMA not in signs:
        return 0
    at = signs.index(COMMA)
    return at + 1 if all(sign in NUMERALS or sign.isdigit() or sign in STROKES for sign in signs[:at]) else 0


def _likelihood(scores: Scores, number: Mapping[str, int]) -> Callable[[str], float]:
    """How likely a picture makes a text, spaces left out, in natural logarithms."""
    chances = scores.copy()
    chances[:, 0] += chances[:, number[" "]]

    def of(text: str) -> float:
        columns = [number[sign] for sign in text if sign in number]
        used = sorted({0, *columns})
        return likelihood(np.log(chances[:, used] + _FLOOR), [used.index(column) for column in columns])

    return of


def _candidates(text: str) -> Iterator[str]:
    """The words that differ from a text in few letters, or from it with a 一 before it, which is lost first."""
    for whole in (text, STROKE + text):
        known, letters = _by_length().get(len(whole), ((), np.zeros((0, len(whole)), dtype=np.uint32)))
        others = (letters != _letters(whole)).sum(axis=1)
        most = 2 if len(whole) >= _LONG else 1
        for at in np.flatnonzero(others <= most).tolist():
            if len(whole) == len(text) or known[at].startswith(STROKE):
                yield known[at]


def _ends_of(above: str, text: str) -> Iterator[str]:
    """What a word of the field may end with in so many letters that begins with what the lines above say."""
    begun = "".join(above.split())
    begun = begun[_behind_number(begun) :]
    if len(begun) >= _PART:
        known, _ = _by_length().get(len(begun) + len(text), ((), None))
        yield from (word[len(begun) :] for word in known if word.startswith(begun))


@cache
def _known() -> frozenset[str]:
    """Words of headers, listed names, and what these begin and end with, as on several lines."""
    parts = {
        part
        for word in (*WORDS, *LISTED_NAMES)
        for at in range(_PART, len(word) - 1)
        for part in (word[:at], word[-at:])
    }
    return frozenset(word for word in (*WORDS, *LISTED_NAMES, *parts) if len(word) >= _SHORTEST and word.isalpha())


@cache
def _by_length() -> dict[int, tuple[tuple[str, ...], _Letters]]:
    words: dict[int, list[str]] = defaultdict(list)
    for word in sorted(_known()):
        words[len(word)].append(word)
    return {length: (tuple(own), np.stack([_letters(word) for word in own])) for length, own in words.items()}


def _letters(word: str) -> _Letters:
    return np.frombuffer(word.encode("utf-32-le"), dtype=np.uint32)
