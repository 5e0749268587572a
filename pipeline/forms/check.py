"""What the amounts of a form must satisfy, within the form and against the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from yusuan.pipeline.extract.amounts import last_digit
from yusuan.pipeline.forms.found import ReadForm
from yusuan.pipeline.forms.records import FormLine
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.forms.head_fields import TOTALS
from yusuan.schemas.forms.labels import REST, SOURCES
from yusuan.schemas.forms.values import PROJECT_COUNT
from yusuan.schemas.prose.statements import STATED_UNITS
from yusuan.schemas.sentences import forms as sentences
from yusuan.schemas.sentences.said import Said

CHECKED = "performance_projects"
"""Subject of the prose that states how many projects have targets, and their money."""


def check_form(form: ReadForm) -> list[Finding]:
    """The findings of one form; sets the status of its amounts."""
    listed = _listed(form)
    findings = [finding for part in listed or [form] for total in TOTALS for finding in _parts_of(part, total)]
    if listed:
        return findings + [finding for part in listed for finding in _year_within_whole(part)]
    findings += _sub_projects(form)
    findings += _year_within_whole(form)
    return findings


def _listed(form: ReadForm) -> list[ReadForm]:
    """The heads of a table that lists projects, each as a form of its own; none where the form is of one project.

    A head that is printed again on the next page is one of its own.
    """
    heads: dict[tuple[str, float], list[FormLine]] = {}
    for line in form.lines:
        if line.kind == "head" and line.project:
            heads.setdefault((line.project, line.place[0]), []).append(line)
    return [replace(form, lines=lines, findings=[], project_name=named) for (named, _), lines in heads.items()]


def _one(form: ReadForm, field: str) -> FormLine | None:
    """The amount of a field; None where the form has none or several."""
    found = form.amounts(field)
    return found[0] if len(found) == 1 else None


def _parts_of(form: ReadForm, field: str) -> Iterator[Finding]:
    """A total against its sources: none may be larger, and with the rest among them they make it up."""
    total = _one(form, field)
    names = [f"{TOTALS[field]}_{source.id}" for source in SOURCES]
    parts = [line for name in names for line in form.amounts(name)]
    if total is None or not parts or any(len(form.amounts(name)) > 1 for name in names):
        return
    over = [part for part in parts if part.yuan > total.yuan + _tolerance([total, part])]
    rest = f"{TOTALS[field]}_{REST}"
    labelled = [name for name in names if name in form.labelled]
    whole = rest in labelled and len(labelled) > 1 and not form.unjudged & {*names, "sources"}
    difference = total.yuan - sum(part.yuan for part in parts)
    if whole:
        _judge([total, *parts], holds=abs(difference) <= _tolerance([total, *parts]))
    for part in over:
        _judge([total, part], holds=False)
        others = sum(other.yuan for other in parts if other is not part)
        expected = max(total.yuan - others, Decimal(0))
        yield _finding(
            form,
            "form.over_total",
            part,
            expected if whole else None,
            sentences.PART_IS_MORE.of(part=_named(part), total=_named(total)),
        )
    if whole and not over and abs(difference) > _tolerance([total, *parts]):
        said = sentences.NOT_SUM_OF_PARTS.of(
            total=_named(total), parts=" + ".join(f"{part.yuan:,.2f}" for part in parts)
        )
        yield _finding(form, "form.sum", total, total.yuan - difference, said)


def _sub_projects(form: ReadForm) -> Iterator[Finding]:
    """Sub-projects against the sum printed below them, and against the money of the year."""
    lines = [line for line in form.lines if line.field == "sub_project"]
    parts = [line for line in lines if line.amount is not None]
    if not form.complete or not parts or len(parts) < len(lines):
        return
    for field in ("sub_projects_total", "annual_funds"):
        total = _one(form, field)
        if total is None:
            continue
        difference = total.yuan - sum(part.yuan for part in parts)
        holds = abs(difference) <= _tolerance([total, *parts])
        _judge([total, *parts], holds=holds)
        if not holds:
            said = sentences.NOT_SUM_OF_PROJECTS.of(total=_named(total), count=len(parts))
            yield _finding(form, "form.sub_projects", total, total.yuan - difference, said)


def _year_within_whole(form: ReadForm) -> Iterator[Finding]:
    year, whole = _one(form, "annual_funds"), _one(form, "total_funds")
    if year and whole and year.yuan > whole.yuan + _tolerance([year, whole]):
        _judge([year, whole], holds=False)
        said = sentences.YEAR_IS_MORE.of(year=_named(year), whole=_named(whole))
        yield _finding(form, "form.over_total", year, None, said)


def _judge(lines: Sequence[FormLine], *, holds: bool) -> None:
    for line in lines:
        if not holds:
            line.status = "contradicted"
        elif line.status == "unproved":
            line.status = "proved"


def _tolerance(lines: Sequence[FormLine]) -> Decimal:
    """Half of the last printed digit of each figure, in yuan; nothing where fen are printed."""
    steps = [line.amount.step for line in lines if line.amount and line.amount.fen]
    return sum((Decimal(step) / 200 for step in steps if step > 1), Decimal(0))


def _finding(form: ReadForm, rule: str, line: FormLine, expected: Decimal | None, said: Said) -> Finding:
    if expected is not None:
        said += sentences.EXPECTED.of(expected=expected)
    return Finding(
        rule,
        sentences.OF_PROJECT.of(number=form.number, project=form.project, said=said),
        page=line.page,
        box=line.box,
        printed=line.amount.printed if line.amount else line.value,
        expected=expected,
        difference=line.yuan - expected if expected is not None else None,
    )


def _named(line: FormLine) -> Said:
    return sentences.AMOUNT.of(label=line.label, yuan=line.yuan)


def against_prose(forms: Sequence[ReadForm], statements: Sequence[Mapping[str, Any]]) -> list[Finding]:
    """What the prose states of the projects with targets, against the forms that are attached.

    The forms may be those of some projects only; then they must not cost more than what is stated of all.
    """
    given = [form for form in forms if form.project]
    projects = list(
        {(form.number, line.project): line for form in given for line in form.lines if line.field == "project"}.values()
    )
    lines = [line for form in given for line in form.amounts("annual_funds")]
    stated = [s for s in statements if s["subject"] == CHECKED and s["quantity"] == "planned"]
    if not projects or len(stated) != 1:
        return []
    sentence, page = str(stated[0]["sentence"]), int(stated[0]["page"])
    found = re.search(PROJECT_COUNT, sentence)
    count = int(found["behind"] or found["before"]) if found else None
    if count is not None and len(projects) > count:
        said = sentences.MORE_PROJECTS.of(found=len(projects), count=count)
        return [Finding("form.projects", said, page=page, printed=found.group() if found else "")]
    if len(lines) != len(projects):
        return []
    worth = STATED_UNITS[str(stated[0]["unit"])]
    value = Decimal(stated[0]["value"])
    amount = value * worth
    slack = _tolerance(lines) + last_digit(value) * worth / 2
    total = sum((line.yuan for line in lines), Decimal(0))
    all_attached = count == len(projects)
    if (all_attached and abs(total - amount) <= slack) or (not all_attached and total <= amount + slack):
        return []
    said = sentences.PROJECTS_DIFFER.of(
        which=(sentences.ALL if all_attached else sentences.SOME).of(),
        found=len(projects),
        count=sentences.UNKNOWN_NUMBER.of() if count is None else sentences.SO_MANY.of(count=count),
        total=total,
        stated=amount,
    )
    return [
        Finding(
            "form.projects",
            said,
            page=page,
            printed=f"{value}{stated[0]['unit']}",
            expected=total,
            difference=amount - total,
        )
    ]
