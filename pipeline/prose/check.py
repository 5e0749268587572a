"""Statements and tables of one document → the status of each statement, and findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yusuan.brief import brief
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prose import against_tables, within
from yusuan.pipeline.prose.cells import printed, summed_lists, told_by_cells
from yusuan.pipeline.prose.outcome import SHOWN, Outcome, contradiction, findings, statuses, wan
from yusuan.pipeline.prose.read import Prose
from yusuan.pipeline.prose.shares import percentages
from yusuan.pipeline.prose.statement import Statement, Subject
from yusuan.pipeline.prose.tables import Item, Tables, alike
from yusuan.schemas.dataset.rules import severity
from yusuan.schemas.prose.general import PLACES
from yusuan.schemas.prose.statements import Place, Wording
from yusuan.schemas.sentences import prose as sentences


@dataclass(frozen=True)
class JudgedProse:
    """The statements of a document, the status of each, the code that each 科目 has in the tables, and findings."""

    statements: tuple[Statement, ...]
    status: tuple[str, ...]
    codes: dict[int, str]
    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        return brief(self)


def check(prose: Prose, tables: Tables, wording: Wording, fiscal_year: int) -> JudgedProse:
    """Judge every statement of a document by its wording: `proved`, `contradicted` or `unproved`.

    Statements that the words of the field alone have read may be proved, but nobody is accused by them.
    """
    statements = prose.statements
    declared = [index for index, statement in enumerate(statements) if statement.declared]
    places = PLACES["final" if wording.own == "final" else "budget"]
    cells = list(told_by_cells(statements, tables, places, fiscal_year))
    codes = _codes(statements, tables, {outcome.statements[0]: code for outcome, code in cells if code})
    status = ["unproved"] * len(statements)
    formal = [statements[index] for index in declared]
    judged = _declared(formal, tables, wording, fiscal_year, frozenset(codes.values()))
    for index, one in zip(declared, judged.status, strict=True):
        status[index] = one
    found = list(judged.findings)
    codes |= {declared[place]: code for place, code in judged.codes.items()}
    unclear: list[Finding] = []
    if len(declared) < len(statements):
        for outcome in [
            *(outcome for outcome, _ in cells),
            *summed_lists(statements),
            *within.changes(statements, wording.own),
            *percentages(statements, tables, wording),
        ]:
            for index in outcome.statements:
                if outcome.finding is None and outcome.proves and status[index] == "unproved":
                    status[index] = "proved"
            loose = any(not statements[index].declared for index in outcome.statements)
            if outcome.finding is not None and loose and severity(outcome.finding.rule) == "error":
                unclear.append(outcome.finding)
    if not prose.own:
        status = ["unproved" if each == "contradicted" else each for each in status]
        unclear, found = [*found, *unclear], []
    return JudgedProse(statements, tuple(status), codes, (*found, *_unclear(unclear), *_not_read(prose)))


def _declared(
    statements: Sequence[Statement], tables: Tables, wording: Wording, fiscal_year: int, others: frozenset[str]
) -> JudgedProse:
    """The statements that formulas have read, which may accuse; `others` are the codes that the rest speaks of."""
    resolved = _resolved(statements, tables, wording.own)
    told = [
        *against_tables.totals(statements, tables, wording),
        *against_tables.items(statements, _with(statements, resolved, wording.own), tables, wording.own, others),
    ]
    outcomes = [
        *_without_repeated(statements, told),
        *within.repetitions(
            statements,
            _right(statements, resolved, tables, wording),
            printed(statements, tables, fiscal_year),
        ),
        *within.changes(statements, wording.own),
        *percentages(statements, tables, wording),
        *within.words(statements, wording.document, fiscal_year),
        *within.sums(statements, wording),
        *_all_items(statements, resolved, tables, wording),
    ]
    status = statuses(len(statements), outcomes)
    codes = {index: item.code for index, item in resolved.items()}
    return JudgedProse(tuple(statements), tuple(status), codes, tuple(findings(outcomes)))


def _codes(statements: Sequence[Statement], tables: Tables, told: Mapping[int, str]) -> dict[int, str]:
    """The codes of what the words of the field have read: what a cell `told` holds for a whole paragraph."""
    known = {(statements[i].paragraph, statements[i].subject): code for i, code in told.items()}
    found: dict[int, str] = {}
    for index, statement in enumerate(statements):
        if statement.declared or not statement.subject.names:
            continue
        item = against_tables.resolve(statement, tables) if len(statement.subject.names) == 3 else None
        code = item.code if item else known.get((statement.paragraph, statement.subject), "")
        if code:
            found[index] = code
    return found


def _unclear(found: Sequence[Finding]) -> list[Finding]:
    """One finding for all that does not fit where no formula has read it: it may be misunderstood."""
    if not found:
        return []
    first = found[0]
    said = sentences.UNCLEAR.of(count=len(found), first=first.said)
    return [Finding("statement.unclear", said, page=first.page)]


def statement_rows(document_id: str, judged: JudgedProse, scanned: Collection[int] = ()) -> list[dict[str, Any]]:
    """The rows of statements.csv for one document, in reading order; `scanned` are pages read from pictures."""
    return [
        {
            "document_id": document_id,
            "statement": number,
            "page": statement.page,
            "sentence": statement.sentence,
            "subject": _subject(statement, judged.codes.get(number - 1, "")),
            "quantity": statement.quantity,
            "fiscal_year": statement.fiscal_year,
            "value": statement.value,
            "unit": statement.unit,
            "status": status,
            "read": "ocr" if statement.page in scanned else "text",
        }
        for number, (statement, status) in enumerate(zip(judged.statements, judged.status, strict=True), start=1)
    ]


def _subject(statement: Statement, code: str) -> str:
    """The id, the code, or the names. A printed code stands, others are taken from the tables."""
    subject = statement.subject
    return subject.id or subject.code or code or "-".join(subject.names)


def _resolved(statements: Sequence[Statement], tables: Tables, own: str) -> dict[int, Item]:
    """The lines that the 科目 of the statements are. What amounts tell of one holds for its whole paragraph."""
    named = [index for index, statement in enumerate(statements) if statement.subject.names]
    lines: dict[tuple[int, Subject], Item] = {}
    # The amount may help where the names alone do not.
    for index in sorted(named, key=lambda index: statements[index].quantity != own):
        place = statements[index].paragraph, statements[index].subject
        if place not in lines and (item := against_tables.resolve(statements[index], tables)) is not None:
            lines[place] = item
    places = {index: (statements[index].paragraph, statements[index].subject) for index in named}
    return {index: lines[place] for index, place in places.items() if place in lines}


def _with(statements: Sequence[Statement], resolved: dict[int, Item], quantity: str) -> dict[int, Item]:
    """The 科目 of the statements of one quantity."""
    return {index: item for index, item in resolved.items() if statements[index].quantity == quantity}


def _places(wording: Wording, statement: Statement) -> Sequence[Place]:
    return wording.places.get(statement.quantity, {}).get(statement.subject.id, ())


def _right(
    statements: Sequence[Statement], resolved: dict[int, Item], tables: Tables, wording: Wording
) -> dict[int, Decimal]:
    """What the tables give for the amounts, in yuan."""
    right: dict[int, Decimal] = {}
    for index, statement in enumerate(statements):
        item = resolved.get(index) if statement.quantity == wording.own else None
        places = () if statement.subject.part_of else _places(wording, statement)
        figures = (tables.figure(place) for place in places)
        figure = item.figure if item else next((f for f in figures if f is not None), None)
        if figure is not None:
            right[index] = figure.yuan
    return right


def _without_repeated(statements: Sequence[Statement], told: Iterable[Outcome]) -> Iterator[Outcome]:
    """Leave out that a figure differs from the tables where another figure for the same thing agrees with them.

    The repetition itself is the finding then, and names the amount of the tables.
    """
    told = list(told)
    agreed = {_thing(statements[o.statements[0]]) for o in told if o.statements and o.finding is None and o.proves}
    for outcome in told:
        finding = outcome.finding
        differs = finding is not None and finding.rule == "statement.table"
        if not (differs and _thing(statements[outcome.statements[0]]) in agreed):
            yield outcome


def _thing(statement: Statement) -> tuple[Subject, str, int]:
    return statement.subject, statement.quantity, statement.fiscal_year


def _all_items(
    statements: Sequence[Statement], resolved: dict[int, Item], tables: Tables, wording: Wording
) -> Iterator[Outcome]:
    """All 科目 together are the whole whose parts they are, where every one is listed and none is wrong in itself."""
    own = _with(statements, resolved, wording.own)
    wholes = [i for i, s in enumerate(statements) if s.subject.id == wording.listed and s.quantity == wording.own]
    listed: dict[str, int] = {}
    for index, item in own.items():
        if item.figure is None or not alike(statements[index], item.figure):
            continue
        listed.setdefault(item.code, index)
    if not tables.complete or not wholes or not listed or {item.code for item in own.values()} - set(listed):
        return
    if any(s.subject.names and s.quantity == wording.own and i not in own for i, s in enumerate(statements)):
        return  # what the tables have not is listed too
    # Where both the 类 and their 项 are listed, the 项 are parts of them.
    coarse = {code for code in listed if any(other != code and other.startswith(code) for other in listed)}
    if against_tables.not_listed(set(listed) - coarse, tables):
        return
    total, parts = statements[wholes[0]], [statements[i] for code, i in listed.items() if code not in coarse]
    expected = sum((s.yuan for s in parts), Decimal(0))
    tolerance = total.half + sum((s.half for s in parts), Decimal(0))
    finding = None
    if abs(total.yuan - expected) > tolerance:
        said = sentences.LISTED_DIFFER.of(total=total.printed, count=len(parts), sum=wan(expected))
        finding = contradiction("statement.sum", total, said, expected, total.yuan - expected)
    yield Outcome((wholes[0],), finding)
    if wording.own != "planned":
        yield from _planned_items(statements, resolved, set(listed) - coarse, wording)


def _planned_items(
    statements: Sequence[Statement], resolved: dict[int, Item], codes: set[str], wording: Wording
) -> Iterator[Outcome]:
    """What was planned for the listed 科目 is what was planned for all, as long as none of them came to nothing."""
    planned = {item.code: i for i, item in _with(statements, resolved, "planned").items() if item.code in codes}
    wholes = [i for i, s in enumerate(statements) if s.subject.id == wording.listed and s.quantity == "planned"]
    if wholes and set(planned) == codes:
        yield within.added(statements, wholes[0], list(planned.values()), "statement.parts")


def _not_read(prose: Prose) -> list[Finding]:
    if not prose.not_read:
        return []
    first = prose.not_read[0]
    text = first.text if len(first.text) <= SHOWN else f"{first.text[:SHOWN]}…"
    count = len(prose.not_read)
    return [Finding("statement.not_read", sentences.NOT_READ.of(count=count, text=text), page=first.page)]
