"""A text of a header as a composition of declared words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from schemas.vocabulary.headers import WORDS
from schemas.vocabulary.meaning import Meaning

_YEAR = re.compile(r"20\d\d年?度?|(?<!\d)\d{2}年度?")
_OF_WHICH = re.compile(r"^其中[:：]?")
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_LONGEST = max(map(len, WORDS))
_MARKS = "、:：/-—·.，,"


class Composition(NamedTuple):
    """The words that a text is made of, each with what it may mean, and what of it is no declared word.

    `part` tells that the text says to be one of several parts of what stands above it (其中：).
    """

    words: tuple[tuple[str, tuple[Meaning, ...]], ...]
    unknown: str
    part: bool = False

    @property
    def known(self) -> bool:
        """Whether the whole text is made of declared words."""
        return not self.unknown


@lru_cache(1 << 12)
def compose(text: str) -> Composition:
    """The words of a header text in its normal form.

    Of several ways to part it the one that leaves least unknown is taken, and of those the one with the fewest words.
    What is in brackets may be left out if it is unknown: it explains what stands before it.
    """
    bare = _OF_WHICH.sub("", _YEAR.sub("", text))
    part = bool(_OF_WHICH.match(_YEAR.sub("", text)))
    found = _parted(bare, WORDS)
    if found.unknown and "（" in bare and (outside := _IN_BRACKETS.sub("", bare)):
        shorter = _parted(outside, WORDS)
        if shorter.known:
            found = shorter
    return found._replace(part=part)


def _parted(text: str, words: Mapping[str, tuple[Meaning, ...]]) -> Composition:
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(text) + 1):
        unknown, count, parts = best[end - 1]
        char = text[end - 1]
        choice = (unknown + (char not in _MARKS), count + 1, (*parts, char))
        for start in range(max(0, end - _LONGEST), end):
            if (word := text[start:end]) in words:
                unknown, count, parts = best[start]
                choice = min(choice, (unknown, count + 1, (*parts, word)), key=lambda c: c[:2])
        best.append(choice)
    parts = best[-1][2]
    strange = "".join(part for part in parts if part not in words and part not in _MARKS)
    return Composition(tuple((part, words[part]) for part in parts if part in words), strange)
