"""Statements and tables of one document → the status of each statement, and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.findings import Finding
from pipeline.prose import against_tables, within
from pipeline.prose.outcome import SHOWN, Outcome, contradiction, findings, statuses, wan
from pipeline.prose.read import Prose, Statement
from pipeline.prose.tables import Item, Tables, alike
from schemas.statements import PLACES


@dataclass(frozen=True)
class JudgedProse:
    """The statements of a document, the status of each, the line that each 科目 is, and findings."""

    statements: tuple[Statement, ...]
    status: tuple[str, ...]
    items: dict[int, Item]
    findings: tuple[Finding, ...]


def check(prose: Prose, tables: Tables, fiscal_year: int) -> JudgedProse:
    """Judge every statement: `proved`, `contradicted` or `unproved`."""
    statements = prose.statements
    resolved = {
        index: item
        for index, statement in enumerate(statements)
        if statement.subject.names and (item := against_tables.resolve(statement, tables)) is not None
    }
    told = [
        *against_tables.totals(statements, tables),
        *against_tables.items(statements, _planned(statements, resolved), tables),
    ]
    outcomes = [
        *_without_repeated(statements, told),
        *within.repetitions(statements, _right(statements, resolved, tables)),
        *within.changes(statements),
        *within.words(statements, fiscal_year),
        *within.sums(statements),
        *_all_items(statements, resolved, tables),
    ]
    status = statuses(len(statements), [*told, *outcomes])
    return JudgedProse(statements, tuple(status), resolved, (*findings(outcomes), *_not_read(prose)))


def statement_rows(document_id: str, judged: JudgedProse) -> list[dict[str, Any]]:
    """The rows of statements.csv for one document, in reading order."""
    return [
        {
            "document_id": document_id,
            "statement": number,
            "page": statement.page,
            "sentence": statement.sentence,
            "subject": _subject(statement, judged.items.get(number - 1)),
            "quantity": statement.quantity,
            "fiscal_year": statement.fiscal_year,
            "value": statement.value,
            "unit": statement.unit,
            "status": status,
        }
        for number, (statement, status) in enumerate(zip(judged.statements, judged.status, strict=True), start=1)
    ]


def _subject(statement: Statement, item: Item | None) -> str:
    """The id, the code, or the names. A printed code stands, others are taken from the tables."""
    subject = statement.subject
    return subject.id or subject.code or (item.code if item else "-".join(subject.names))


def _planned(statements: Sequence[Statement], resolved: dict[int, Item]) -> dict[int, Item]:
    return {index: item for index, item in resolved.items() if statements[index].quantity == "planned"}


def _right(statements: Sequence[Statement], resolved: dict[int, Item], tables: Tables) -> dict[int, Decimal]:
    """What the tables give for the planned amounts, in yuan."""
    right: dict[int, Decimal] = {}
    for index, statement in enumerate(statements):
        if statement.quantity != "planned":
            continue
        item = resolved.get(index)
        figures = (tables.figure(place) for place in PLACES.get(statement.subject.id, ()))
        figure = item.figure if item else next((f for f in figures if f is not None), None)
        if figure is not None:
            right[index] = figure.yuan
    return right


def _without_repeated(statements: Sequence[Statement], told: Iterable[Outcome]) -> Iterator[Outcome]:
    """Leave out that a figure differs from the tables where another figure for the same thing agrees with them.

    The repetition itself is the finding then, and names the amount of the tables.
    """
    told = list(told)
    agreed = {
        (statements[o.statements[0]].subject, statements[o.statements[0]].fiscal_year)
        for o in told
        if o.statements and o.finding is None and o.proves
    }
    for outcome in told:
        finding = outcome.finding
        if finding is not None and finding.rule == "statement.table":
            statement = statements[outcome.statements[0]]
            if (statement.subject, statement.fiscal_year) in agreed:
                continue
        yield outcome


def _all_items(statements: Sequence[Statement], resolved: dict[int, Item], tables: Tables) -> Iterator[Outcome]:
    """All 科目 together = 财政拨款支出, where every one is listed and none is wrong in itself."""
    planned = _planned(statements, resolved)
    wholes = [
        i for i, s in enumerate(statements) if s.subject.id == "appropriation_expenditure" and s.quantity == "planned"
    ]
    listed: dict[str, int] = {}
    for index, item in planned.items():
        if item.figure is None or not alike(statements[index], item.figure):
            continue
        listed.setdefault(item.code, index)
    if not tables.complete or not wholes or not listed or {item.code for item in planned.values()} - set(listed):
        return
    if against_tables.not_listed(set(listed), tables):
        return
    total, parts = statements[wholes[0]], [statements[i] for i in listed.values()]
    expected = sum((s.yuan for s in parts), Decimal(0))
    tolerance = total.half + sum((s.half for s in parts), Decimal(0))
    finding = None
    if abs(total.yuan - expected) > tolerance:
        said = f"is {total.printed}, but the {len(parts)} items listed sum up to {wan(expected)}"
        finding = contradiction("statement.sum", total, said, expected, total.yuan - expected)
    yield Outcome((wholes[0],), finding)


def _not_read(prose: Prose) -> list[Finding]:
    if not prose.not_read:
        return []
    first = prose.not_read[0]
    text = first.text if len(first.text) <= SHOWN else f"{first.text[:SHOWN]}…"
    count = len(prose.not_read)
    message = f"{count} sentence{'s' if count > 1 else ''} with a figure could not be read; the first is '{text}'"
    return [Finding("statement.not_read", message, page=first.page)]
