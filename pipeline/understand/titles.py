"""A title → what it says of its table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yusuan.pipeline.layout.captions import core, names_body
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.words import compose
from yusuan.schemas.tables.official import LISTED_NAMES
from yusuan.schemas.vocabulary.titles import (
    BODY_MARKS,
    BOTH_SIDES,
    FILLERS,
    INCLUDING,
    LEFT_OUT,
    NARROWING,
    PARTS,
    ROWS,
    SCOPES,
    SIDES,
    TOPICS,
)

_LEFT_OUT = re.compile(LEFT_OUT)
_WORDS = {word for declared in (SCOPES, PARTS, ROWS, TOPICS) for _, words in declared for word in words}
_KNOWN = re.compile("|".join(sorted({*_WORDS, *BOTH_SIDES, *SIDES, *FILLERS}, key=len, reverse=True)))
_OF_BODY = re.compile(BODY_MARKS)
_YEAR = re.compile(r"20\d\d年")
_IN_BRACKETS = re.compile(r"（[^（）]*）")


@dataclass(frozen=True)
class TitleMeaning:
    """What a title says: `sides` as both, revenue, expenditure or empty; whose money (`scope`, empty for all); which
    `part` of expenditure; how its rows are classified; and what else it is about (`topics`).
    """

    sides: str = ""
    scope: str = ""
    part: str = ""
    rows: str = ""
    topics: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The measures that the title says already, so that they add nothing in a header."""
        fund = self.scope in ("general_public", "government_fund", "state_capital")
        return tuple(filter(None, (self.scope, "fiscal_appropriation" if fund else "", self.part)))


def understand(title: str) -> TitleMeaning:
    """What a title says of its table, as printed or in its normal form."""
    text = _LEFT_OUT.sub("", key(title))
    both = any(word in text for word in BOTH_SIDES) or ("收入" in text and "支出" in text)
    side = (
        "both"
        if both
        else "revenue"
        if "收入" in text
        else "expenditure"
        if any(word in text for word in SIDES)
        else ""
    )
    return TitleMeaning(
        side,
        _first(SCOPES, text),
        _first(PARTS, text),
        _first(ROWS, text),
        _topics(_IN_BRACKETS.sub("", text)) or _topics(text),
    )


def _topics(text: str) -> tuple[str, ...]:
    return tuple(topic for topic, words in TOPICS if any(word in text for word in words))


def known(title: str) -> int:
    """How many characters of a title say what its table is; 0 for what is no title of a table that is understood."""
    text = _LEFT_OUT.sub("", key(title))
    if not _IN_BRACKETS.sub("", text).endswith("表") or "performance" in understand(title).topics:
        return 0
    said = [
        max((len(word) for _, words in declared for word in words if word in text), default=0)
        for declared in (SCOPES, PARTS, ROWS, TOPICS, (("", BOTH_SIDES),), (("", SIDES),))
    ]
    return sum(said)


def strange(title: str, entity: str = "") -> str:
    """What of a title is no declared word, and neither number, year, body nor in brackets; empty where nothing is.

    A table of 住房公积金支出 is none of all expenditure.
    """
    bare = _LEFT_OUT.sub("", core(key(title), [entity] if entity else []))
    if narrowing := next((text for text in _IN_BRACKETS.findall(bare) if _narrows(text, title)), ""):
        return narrowing
    text = _IN_BRACKETS.sub("", bare)
    text = text.rpartition("年")[2].removeprefix("度") if _YEAR.search(text) else text
    if account := _account_in(_YEAR.split(key(title))[0]):
        return account
    first, *rest = _KNOWN.split(text)
    if names_body(first) or (_OF_BODY.match(first) and not _account_in(first)):
        first = ""
    return "".join(re.findall(r"[^\W\d]", "".join((first, *rest))))


def _account_in(text: str) -> str:
    """The account at the end of a text that is not the name of a body, and what stands before it: 全市住房公积金."""
    if names_body(text):
        return ""
    bare = _OF_BODY.sub("", text, count=1) if _OF_BODY.match(text) else text
    return text if any(name in LISTED_NAMES for one in (bare, text) for name in (one, f"{one}支出")) else ""


def _narrows(bracket: str, title: str) -> bool:
    """Whether what stands in brackets says a part of the money, where the title itself does not: （单位资金）."""
    text = bracket.strip("（）")
    said = understand(title).said
    words = compose(text).words
    measures = {meanings[0].value for _, meanings in words if meanings[0].dimension == "measure"}
    # Several parts of a whole (人员类、运转类公用经费) are named to explain it.
    part = len(measures) == 1 and not measures <= {*said} and compose(text).known
    return not text.startswith(INCLUDING) and (part or any(word in text for word in NARROWING))


def _first(declared: tuple[tuple[str, tuple[str, ...]], ...], text: str) -> str:
    return next((value for value, words in declared if any(word in text for word in words)), "")
