"""A title → what it says of its table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.read.characters import key
from schemas.vocabulary.titles import BOTH_SIDES, LEFT_OUT, PARTS, ROWS, SCOPES, TOPICS

_LEFT_OUT = re.compile(LEFT_OUT)


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
        "both" if both else "revenue" if "收入" in text else "expenditure" if re.search("支出|经费|费用", text) else ""
    )
    return TitleMeaning(
        side,
        _first(SCOPES, text),
        _first(PARTS, text),
        _first(ROWS, text),
        tuple(topic for topic, words in TOPICS if any(word in text for word in words)),
    )


def _first(declared: tuple[tuple[str, tuple[str, ...]], ...], text: str) -> str:
    return next((value for value, words in declared if any(word in text for word in words)), "")
