"""What a check of statements gives, and how it names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.dataset.rules import severity
from yusuan.schemas.sentences import prose as sentences
from yusuan.schemas.sentences.names import subject_name
from yusuan.schemas.sentences.said import Said, in_quotes, joined, quoted

if TYPE_CHECKING:
    from yusuan.pipeline.prose.statement import Statement

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check of statements, given by their positions in the document. It held unless it has a finding.

    A check that held proves its statements only if it is an equation (`proves`).
    """

    statements: tuple[int, ...]
    finding: Finding | None = None
    proves: bool = True


def statuses(count: int, outcomes: Iterable[Outcome]) -> list[str]:
    """The status of each of `count` statements. A warning says nothing against a statement."""
    status = ["unproved"] * count
    for outcome in outcomes:
        for index in outcome.statements:
            if outcome.finding is not None:
                if severity(outcome.finding.rule) == "error":
                    status[index] = "contradicted"
            elif outcome.proves and status[index] == "unproved":
                status[index] = "proved"
    return status


def findings(outcomes: Iterable[Outcome]) -> list[Finding]:
    """The findings in the order of pages. The same words on several pages (a page printed twice) give one."""
    first: dict[tuple[str, str], Finding] = {}
    again: dict[tuple[str, str], list[int]] = {}
    for finding in sorted((o.finding for o in outcomes if o.finding), key=lambda f: f.page or 0):
        place = finding.rule, finding.message
        if place not in first:
            first[place] = finding
        elif finding.page is not None and finding.page != first[place].page:
            again.setdefault(place, []).append(finding.page)
    return [
        replace(finding, said=sentences.SAID_AGAIN.of(said=finding.said, pages=joined(map(str, again[place]))))
        if place in again
        else finding
        for place, finding in first.items()
    ]


def contradiction(
    rule: str, statement: Statement, said: Said, expected: Decimal | None = None, difference: Decimal | None = None
) -> Finding:
    """A finding about `statement`; `expected` and `difference` in yuan."""
    return Finding(
        rule=rule,
        said=sentences.OF_SUBJECT.of(subject=named(statement), said=said),
        page=statement.page,
        printed=statement.printed,
        expected=expected,
        difference=difference,
    )


def named(statement: Statement) -> Said:
    """A statement as a person would name it."""
    subject = statement.subject
    code = quoted(f"{subject.code} " if subject.code else "")
    return in_quotes(code + (quoted("-".join(subject.names)) or subject_name(subject.id)))


def shown(statements: Sequence[Statement]) -> str:
    """Figures for a message."""
    return " + ".join(statement.printed for statement in statements)


def wan(yuan: Decimal, sign: str = "") -> str:
    """An amount for a message, in 万元 as the prose has it; with its sign if `sign` is +."""
    text = f"{yuan / 10_000:{sign},f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}万元"
