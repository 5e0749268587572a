"""A title → what it says of its table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from yusuan.pipeline.layout.captions import core, names_body
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.named_first import sure_name
from yusuan.schemas.vocabulary.titles import (
    BOTH_SIDES,
    FUND_SCOPES,
    INCLUDING,
    LEFT_OUT,
    PARTS,
    ROWS,
    SCOPES,
    SIDES,
    TOPICS,
)

_LEFT_OUT = re.compile(LEFT_OUT)
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_EXPLAINS = re.compile(rf"（(?:{'|'.join(INCLUDING)})[^（）]*）")


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
        fund = self.scope in FUND_SCOPES
        bought = next(iter(self.topics), "") == "procurement"
        both = "fiscal_appropriation" if fund else ""
        return tuple(filter(None, (self.scope, both, self.part, "procurement" if bought else "")))


def spoken(title: str) -> str:
    """The normal form of a title without what it says to leave out."""
    return _LEFT_OUT.sub("", key(title))


@lru_cache(1 << 10)
def understand(title: str) -> TitleMeaning:
    """What a title says of its table, as printed or in its normal form. The name of the body says nothing of it, and
    brackets that explain what is in it, or how its rows are classified, say nothing of whose money it is.
    """
    whole = _without_name(spoken(title))
    text = _EXPLAINS.sub("", whole)
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
    parts = said(PARTS, text)
    scopes = said(SCOPES, text)
    return TitleMeaning(
        side,
        "fiscal_appropriation" if {*FUND_SCOPES} <= {*scopes} else next(iter(scopes), ""),
        parts[0] if len(parts) == 1 else "",
        next(iter(said(ROWS, whole)), ""),
        said(TOPICS, _IN_BRACKETS.sub("", text)) or said(TOPICS, text),
    )


def _without_name(text: str) -> str:
    """A title without the name that it surely begins with, or stands behind its number and its year."""
    return text.replace(name, "", 1) if (name := sure_name(_IN_BRACKETS.sub("", core(text, ())))) else text


@lru_cache(1 << 10)
def body_named(title: str) -> str:
    """The body whose table a title says it is; empty where it names none, or a place."""
    text = _IN_BRACKETS.sub("", core(spoken(title), ()))
    return name if names_body(name := sure_name(text)) else ""


def said(declared: tuple[tuple[str, tuple[str, ...]], ...], text: str) -> tuple[str, ...]:
    """What of the declared meanings a text has a word of, in their order."""
    return tuple(value for value, words in declared if any(word in text for word in words))


def known(title: str) -> int:
    """How many characters of a title say what its table is; 0 for what is no title of a table that is understood."""
    text = spoken(title)
    if not _IN_BRACKETS.sub("", text).endswith("表") or "performance" in understand(title).topics:
        return 0
    longest = [
        max((len(word) for _, words in declared for word in words if word in text), default=0)
        for declared in (SCOPES, PARTS, ROWS, TOPICS, (("", BOTH_SIDES),), (("", SIDES),))
    ]
    return sum(longest)
