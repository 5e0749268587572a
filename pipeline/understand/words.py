"""A text of a header as a composition of declared words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from yusuan.schemas.vocabulary.headers import MEANINGS, SPELLINGS, WORDS
from yusuan.schemas.vocabulary.titles import INCLUDING

if TYPE_CHECKING:
    from yusuan.schemas.vocabulary.meaning import Meaning

_YEAR = re.compile(r"20\d\d年?度?|(?<!\d)\d{2}年度?")
_OF_WHICH = re.compile(r"^其中[:：]?")
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_EXPLAINS = re.compile(
    f"（(?:(?:{'|'.join(INCLUDING)}|不(?:含|包括|包含)[^（）]*(?:结转|结余)|注|详见|单位|填)[^（）]*|[^\\u2e80-\\u9fff（）]*)）"
)
"""Brackets that say nothing of which money stands before them: （含上年结转）, （1+2）, not （教育）."""
_COMPARES = re.compile("比(?![例重])|较|与(?=.*比)|同比|[相对]比")
_CHANGES = re.compile("增减|增加|减少|变动|变化|增长|升降")
_SHARE = re.compile("%|率|幅度?|百分比|比例")
_GROWTH, _SUM = re.compile("增长"), re.compile("额|数")
_OF_WHAT = re.compile("占|为|完成|进度")
_CODE = re.compile(
    r"^[（\[]?(?:[35]\d\d(?:\d\d){0,2})[）\]]?[-—_.:：]?(?=\D)|(?<=\D)[（\[](?:[35]\d\d(?:\d\d){0,2})[）\]]$"
)
"""The code of an account before or behind its name: 301工资福利支出, 工资福利支出（301）."""
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


Added = tuple[tuple[str, str], ...]
"""Words in their normal form that are added to a vocabulary, each with what it means, by its name in MEANINGS."""


class Vocabulary:
    """The words that are `known`, by default those of the package, and those that were `added` to them: each with its
    meaning, as MEANINGS names it.
    """

    def __init__(
        self,
        added: Iterable[tuple[str, str]] = (),
        known: Mapping[str, tuple[Meaning, ...]] = WORDS,
        without: Vocabulary | None = None,
    ) -> None:
        """`without` is a vocabulary without some of those added: it parts texts in which none of these stands."""
        self.added: Added = tuple(sorted(added))
        self.known = known
        self.words = {**{word: (MEANINGS[means],) for word, means in self.added}, **known}
        self._without = without
        self._own: list[str] = []
        if without:
            self._own = [word for word, _ in self.added if self.words[word] != without.words.get(word)]
        self._longest: int = max([without._longest, *map(len, self._own)] if without else map(len, self.words))
        self.compose = lru_cache(1 << 12)(self._compose)
        self.columns: dict[object, Any] = {}
        """What the columns under paths of texts hold, of those that were asked for (`columns.py`)."""
        self._parted = lru_cache(1 << 12)(self._part)

    @property
    def digest(self) -> str:
        """16 hex digits that change with the words that were added; empty where none were."""
        return hashlib.sha256(repr(self.added).encode()).hexdigest()[:16] if self.added else ""

    def _compose(self, text: str) -> Composition:
        bare = self.usual(text)
        part = bool(_OF_WHICH.match(_YEAR.sub("", text)))
        found = self._parted(bare)
        if found.unknown and "（" in bare and (outside := _IN_BRACKETS.sub("", bare)):
            shorter = self._parted(outside)
            explained = "（" not in _EXPLAINS.sub("", bare)
            if shorter.known and (explained or not any(_of_money(meanings) for _, meanings in shorter.words)):
                found = shorter
        return found._replace(part=part)

    def usual(self, text: str) -> str:
        """A header text without years and 其中, in the spelling in which words are declared."""
        bare = _spelled(text)
        return self._comparison(bare) or bare

    def _part(self, text: str) -> Composition:
        if self._without and not any(word in text for word in self._own):
            return self._without._parted(text)
        return _parted(text, self.words, self._longest)

    def _comparison(self, text: str) -> str:
        """The usual words for how one year's money differs from another's (预算数比上年执行数增减额,
        变动率); empty where a text says anything else.
        """
        share = bool(_SHARE.search(text))
        if not (share or _COMPARES.search(text) or _CHANGES.search(text)):
            return ""
        rest = _CHANGES.sub("", _COMPARES.sub("", _SHARE.sub("", text)))
        rest = _OF_WHAT.sub("", rest) if share else rest
        found = self._parted(rest)
        kinds = [meanings[0].value for _, meanings in found.words if meanings[0].dimension == "basis"]
        if kinds == ["final", "budget"] and not share:
            return "增减%"  # what was spent against the plan of the same year is no change from the year before
        said = {meanings[0].dimension for _, meanings in found.words}
        plain = said <= {"basis", "year", "nothing"} | ({"whole", "side"} if share else set())
        if _GROWTH.search(text) and not share and not _SUM.search(text):
            return ""  # 同比增长 is said of shares as often as of money
        return ("增减%" if share else "增减额") if found.known and plain else ""


class _Process:
    """What this process understands words by: set once when it starts, and for a moment where a meaning is tried."""

    vocabulary = Vocabulary()


def vocabulary() -> Vocabulary:
    """The vocabulary that this process understands words by."""
    return _Process.vocabulary


def use(added: Iterable[tuple[str, str]]) -> None:
    """Understand words by the package's vocabulary and these from now on, in this process."""
    _Process.vocabulary = Vocabulary(added)


@contextmanager
def package() -> Iterator[None]:
    """Understand words by nothing but the package's vocabulary for as long as it takes."""
    with _instead(Vocabulary()):
        yield


@contextmanager
def trying(*added: tuple[str, str]) -> Iterator[None]:
    """Understand words by the vocabulary and these for as long as it takes."""
    before = _Process.vocabulary
    with _instead(Vocabulary((*before.added, *added), before.known, before)):
        yield


@contextmanager
def _instead(vocabulary: Vocabulary) -> Iterator[None]:
    before, _Process.vocabulary = _Process.vocabulary, vocabulary
    try:
        yield
    finally:
        _Process.vocabulary = before


def _of_money(meanings: tuple[Meaning, ...]) -> bool:
    return meanings[0].dimension in ("measure", "whole", "basis")


def compose(text: str) -> Composition:
    """The words of a header text in its normal form.

    Of several ways to part it the one that leaves least unknown is taken, of those the one with the fewest words, and
    of those the one whose first words are longest (项目支出｜小计, not 项目｜支出小计).
    What is in brackets may be left out if it is unknown: behind the name of something it explains that; behind words
    of money only where it surely says no part of it.
    """
    return _Process.vocabulary.compose(text)


@lru_cache(1 << 12)
def _spelled(text: str) -> str:
    """A header text without years, 其中 and codes, in the spelling in which words are declared."""
    bare = _CODE.sub("", _OF_WHICH.sub("", _YEAR.sub("", text)))
    for spelling, declared in SPELLINGS:
        bare = re.sub(spelling, declared, bare)
    return bare


def _parted(text: str, words: Mapping[str, tuple[Meaning, ...]], longest: int) -> Composition:
    best: list[tuple[int, int, tuple[int, ...], tuple[str, ...]]] = [(0, 0, (), ())]
    for end in range(1, len(text) + 1):
        unknown, count, short, parts = best[end - 1]
        char = text[end - 1]
        choice = (unknown + (char not in _MARKS), count + 1, (*short, -1), (*parts, char))
        for start in range(max(0, end - longest), end):
            if (word := text[start:end]) in words:
                unknown, count, short, parts = best[start]
                choice = min(choice, (unknown, count + 1, (*short, -len(word)), (*parts, word)), key=lambda c: c[:3])
        best.append(choice)
    parts = best[-1][3]
    strange = "".join(part for part in parts if part not in words and part not in _MARKS)
    return Composition(tuple((part, words[part]) for part in parts if part in words), strange)
