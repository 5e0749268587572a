"""The figures of a sentence, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yusuan.pipeline.read.characters import key
from yusuan.schemas.prose.statements import (
    COUNT_UNITS,
    DIRECTIONS,
    NO_AMOUNT,
    NUMBER,
    REASON,
    STATED_UNITS,
    WORTH,
    Formula,
)

_FIGURE = re.compile(rf"{NUMBER}(?P<unit>{'|'.join(WORTH)})")
_ANY_FIGURE = re.compile(rf"\d(?:{'|'.join(STATED_UNITS)})(?!{NO_AMOUNT})")
_LIMIT = re.compile(NO_AMOUNT)
_FLAT = re.compile(rf"(?:{'|'.join(word for word, sign in DIRECTIONS.items() if not sign)})(?![\d])")
_REASON = re.compile(rf"(?:{REASON})[^，；。]*$")
_MARKS = str.maketrans({",": "，", ":": "：", ";": "；"})
_BETWEEN_DIGITS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_PERCENTAGES = ("change_percent", "share_percent", "completion_percent")


def folded(text: str) -> str:
    """A sentence in the form that formulas are written in."""
    return _BETWEEN_DIGITS.sub(",", key(text).translate(_MARKS))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, or a word that says that nothing changed (then without a number), from `start` to `end`.

    `in_reason` tells that the words before it give reasons (主要原因是).
    """

    start: int
    end: int
    number: str = ""
    unit: str = ""
    in_reason: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a number of things."""
        return self.unit in COUNT_UNITS

    def fits(self, formula: Formula) -> bool:
        """Whether a formula may speak of it: that nothing changed is a change, a percentage a change or a share."""
        if self.in_reason and formula.quantity != "change":
            return False
        if not self.number:
            return formula.quantity == "change"
        if self.counts:
            return formula.quantity == "count"
        if self.unit == "%":
            return formula.quantity in ("change", *_PERCENTAGES)
        return formula.quantity not in ("count", *_PERCENTAGES)


def figures(text: str) -> Iterator[Figure]:
    """The figures of a folded sentence, without limits (100万元以上) and without 持平 in a reason."""
    found = [
        Figure(match.start(), match.end(), match["number"], match["unit"], _in_reason(text, match.start()))
        for match in _FIGURE.finditer(text)
        if not _LIMIT.match(text, match.end())
    ]
    found += [
        Figure(match.start(), match.end())
        for match in _FLAT.finditer(text)
        if not _REASON.search(text[: match.start()])
    ]
    return iter(sorted(found, key=lambda figure: figure.start))


def _in_reason(text: str, place: int) -> bool:
    """Whether the words before a place, from the last semicolon on, give reasons."""
    return REASON in text[text.rfind("；", 0, place) + 1 : place]


def places(text: str) -> set[int]:
    """Where the last digits of all amounts and percentages of a folded sentence stand, read or not."""
    return {found.start() for found in _ANY_FIGURE.finditer(text)}
