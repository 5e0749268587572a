"""Findings and refusals: how everything that does not add up is said.

A `Finding` is one row of findings.csv. A `Refusal` is raised where a whole document cannot be
trusted; the run turns it into a quarantined document with one finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from yusuan.schemas.dataset.rules import cause, severity
from yusuan.schemas.sentences.said import Said

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up, or could not be read.

    `rule` is declared in yusuan.schemas.dataset.rules, from which the severity is taken. `row` counts from 1
    within the logical table, `page` from 1; amounts are in yuan.
    """

    rule: str
    said: Said
    table: str = ""
    row: int | None = None
    measure: str = ""
    page: int | None = None
    box: Box | None = None
    printed: str = ""
    expected: Decimal | None = None
    difference: Decimal | None = None

    @property
    def message(self) -> str:
        """The finding in English."""
        return self.said.en

    @property
    def message_zh(self) -> str:
        """The finding in Chinese."""
        return self.said.zh

    @property
    def severity(self) -> str:
        """`error` or `warning`; raises KeyError for a rule that is not declared."""
        return severity(self.rule)

    @property
    def cause(self) -> str:
        """`publisher` where what is published is wrong, `reader` where this program could not read or decide."""
        return cause(self.rule)


def accusations_first(findings: Iterable[Finding]) -> list[Finding]:
    """What is published wrongly for sure before all else, which stays in its order."""
    return sorted(findings, key=lambda finding: (finding.severity, finding.cause) != ("error", "publisher"))


class SaidError(Exception):
    """An error that people are told: `said` is its sentence in both languages; as text it is the English one."""

    def __init__(self, said: Said) -> None:
        self.said = said

    def __str__(self) -> str:
        return self.said.en


class Refusal(SaidError):
    """A document that cannot be read as a whole: the rule, what was found and what was expected."""

    def __init__(self, rule: str, said: Said, page: int | None = None) -> None:
        self.finding = Finding(rule, said, page=page)
        super().__init__(self.finding.said)
