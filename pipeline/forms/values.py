"""The value of an indicator → comparator, number and unit of measure, where it is one number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from yusuan.pipeline.read.characters import key
from yusuan.schemas.forms.values import COUNTED, RATES, SIGNS, SIGNS_BEHIND
from yusuan.schemas.prose.statements import DIRECTIONS


@dataclass(frozen=True, slots=True)
class Target:
    """A number with its unit of measure as printed; `comparator` is one of ≥ ≤ > < = or empty."""

    comparator: str
    number: Decimal
    unit: str


def _longest_first(words: dict[str, str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_TARGET = re.compile(
    rf"(?P<lead>\D*?)(?P<sign>{_longest_first(SIGNS)})?"
    r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    rf"(?P<before>{_longest_first(SIGNS_BEHIND)})?"
    rf"(?:（(?P<bracketed>[^\d（）]{{1,10}})）|(?P<bare>(?:{_longest_first(COUNTED)})(?:/[年月季周日天])?))?"
    rf"(?P<behind>{_longest_first(SIGNS_BEHIND)})?"
)


def parse_target(text: str) -> Target | None:
    """Parse ≥95.00(%), =5.00(万人次), 90%, 不低于50%, 85%以上; None for words and for anything that is not one number.

    A name may stand before a percentage (满意率100%), and before nothing else: what else stands there
    may say anything. Nor does one that speaks of a change (满意度提升10%).
    """
    found = _TARGET.fullmatch(key(text))
    if not found or (found["before"] and found["behind"]):
        return None
    unit = found["bracketed"] or found["bare"] or ""
    lead = found["lead"].removesuffix(":")
    if lead and not (lead.endswith(RATES) and unit == "%" and not any(way in lead for way in DIRECTIONS)):
        return None
    behind = found["behind"] or found["before"]
    signs = {SIGNS[found["sign"]]} if found["sign"] else set()
    if behind:
        signs.add(SIGNS_BEHIND[behind])
    if len(signs) > 1:
        return None
    return Target(next(iter(signs), ""), Decimal(found["number"].replace(",", "")), unit)


def sign(text: str) -> str:
    """The comparator that a cell of its own gives; empty where it gives none."""
    return SIGNS.get(key(text), "")
