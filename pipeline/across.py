"""A final account against the budget of the same body and year: the 年初预算 figures that it repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pipeline.document import Document
from pipeline.extract.amounts import last_digit, parse
from pipeline.findings import Finding
from pipeline.prose.outcome import wan
from pipeline.prose.tables import Figure, alike, figure_of
from pipeline.whose.halves import is_text_of_two
from schemas.identities.links import PLANNED, PLANNED_BY_CODE, PLANNED_TABLES
from schemas.prose.statements import SUBJECTS, WORTH
from schemas.vocabulary.around import UNITS


@dataclass(frozen=True, slots=True)
class Link:
    """A final account and the budget of the same body and year, how many figures both have, and what differs."""

    final: Document
    budget: Document
    compared: int
    findings: tuple[Finding, ...]


def links(documents: Iterable[Document]) -> list[Link]:
    """Compare each final account among `documents` with the budget of its body and year, where that is there too.

    Of several budgets the first counts. The documents stay as they are.
    """
    budgets: dict[tuple[str, str, int], Document] = {}
    finals: list[Document] = []
    for document in documents:
        if document.publication is None or not document.publication.entity or document.publication.government:
            continue
        if document.publication.stage == "final":
            finals.append(document)
        elif not is_text_of_two(document):
            budgets.setdefault(_body(document), document)
    return [_link(final, budgets[_body(final)]) for final in finals if _body(final) in budgets]


def _body(document: Document) -> tuple[str, str, int]:
    assert document.publication is not None
    return document.publication.entity, document.publication.entity_level, document.publication.fiscal_year


def _link(final: Document, budget: Document) -> Link:
    assert budget.publication is not None
    year = budget.publication.fiscal_year
    planned = _Planned([item for item in budget.items if item["fiscal_year"] == year])
    compared = 0
    findings: list[Finding] = []
    for place, figure, said in _repeated(final, planned):
        compared += 1
        if not alike(figure, said):
            where = f"document {budget.document_id}, {budget.path}"
            message = (
                f"{place.message}: the final account says that {wan(figure.yuan)} was planned, "
                f"but the budget of that year ({where}) has {wan(said.yuan)}"
            )
            difference = figure.yuan - said.yuan
            findings.append(replace(place, message=message, expected=said.yuan, difference=difference))
    return Link(final, budget, compared, tuple(findings))


def _repeated(final: Document, planned: _Planned) -> Iterator[tuple[Finding, Figure, Figure]]:
    """Where a final account gives what was planned, what it gives, and what the budget says of the same."""
    for statement in final.statements:
        if statement["quantity"] != "planned" or statement["statement"] in final.loose:
            continue
        said = planned.subject(statement["subject"])
        if said is not None:
            value, worth = statement["value"], WORTH[statement["unit"]]
            figure = Figure(value * worth, last_digit(value) * worth / 2)
            name = SUBJECTS.get(statement["subject"], statement["subject"])
            printed = f"{value:f}{statement['unit']}"
            yield Finding("across.planned", f"'{name}'", page=statement["page"], printed=printed), figure, said
    for item in final.items:
        if item["table"] in PLANNED_TABLES and item["basis"] == "budget":
            said = planned.measure(item["table"], item["measure"])
            if said is not None:
                box = item["x0"], item["top"], item["x1"], item["bottom"]
                place = Finding(
                    "across.planned",
                    f"row {item['row']} {item['measure']}",
                    table=item["table"],
                    row=item["row"],
                    measure=item["measure"],
                    page=item["page"],
                    box=box,
                    printed=item["printed"],
                )
                yield place, _figure(item), said


class _Planned:
    """What a budget plans: by code over the funds, and by the grand totals of its tables. Blanks are nothing there."""

    def __init__(self, items: Sequence[dict[str, Any]]) -> None:
        self._tables = {item["table"] for item in items}
        self._codes: dict[str, list[Figure]] = defaultdict(list)
        self._totals: dict[tuple[str, str], Figure] = {}
        for item in items:
            figure = _figure(item)
            if item["level"] == 0:
                self._totals[item["table"], item["measure"]] = figure
            elif item["table"] in PLANNED_BY_CODE and item["measure"] == "total" and item["code"]:
                self._codes[item["code"]].append(figure)

    def subject(self, subject: str) -> Figure | None:
        """What is planned for a subject of schemas.prose.statements or a code; None where the budget does not tell."""
        if place := PLANNED.get(subject):
            return self.measure(place.table, place.measure)
        if not subject.isdigit() or not self._tables.intersection(PLANNED_BY_CODE):
            return None
        figures = self._codes.get(subject, [])
        return Figure(sum((f.yuan for f in figures), Decimal(0)), sum((f.half for f in figures), Decimal(0)))

    def measure(self, table: str, measure: str) -> Figure | None:
        """What is planned in one column of a table; None where the budget's table was not read."""
        if table not in self._tables:
            return None
        return self._totals.get((table, measure), Figure(Decimal(0)))


def _figure(item: dict[str, Any]) -> Figure:
    return figure_of(parse([item["printed"]], UNITS[item["unit"]]))
