"""A final account against the budget of the same body and year: the 年初预算 figures that it repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.across.figures import (
    Told,
    figure_of_item,
    figure_of_statement,
    is_apart,
    own_year,
    place_of_item,
    place_of_statement,
    trusted,
)
from yusuan.pipeline.across.link import Link, Pair, link, of, with_figures
from yusuan.schemas.identities.links import PLANNED_TABLES
from yusuan.schemas.sentences import across as sentences

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document

RULE = "across.planned"


def planned(documents: Sequence[Document]) -> Iterator[Link]:
    """Each final account with the budget of its body and year, where that is there too."""
    known = with_figures(documents)
    for document in documents:
        whose = of(document)
        if whose is None or whose.stage != "final":
            continue
        budget = known.get((whose.entity, whose.entity_level, whose.fiscal_year, "budget"))
        if budget is not None:
            kind = sentences.BUDGET.of(year=whose.fiscal_year)
            yield link(document, budget, kind, _repeated(document, budget))


def _repeated(final: Document, budget: Document) -> Iterator[Pair]:
    """Where a final account gives what was planned, what it gives, and what the budget says of the same."""
    assert final.publication is not None
    year, entity = final.publication.fiscal_year, final.publication.entity
    told = Told(budget, "budget")
    says = sentences.PLANNED.of(year=year)
    for statement in trusted(final.statements):
        if (
            statement["quantity"] != "planned"
            or statement["fiscal_year"] != year
            or statement["statement"] in final.loose
        ):
            continue
        said = told.subject(statement["subject"], blank=True)
        if said is not None:
            yield Pair(place_of_statement(RULE, statement), figure_of_statement(statement), says, said)
    for item in own_year(final):
        if item["table"] in PLANNED_TABLES and item["basis"] == "budget" and item["level"] == 0:
            said = None if is_apart(item, entity) else told.measure(item["table"], item["measure"])
            if said is not None:
                yield Pair(place_of_item(RULE, item), figure_of_item(item), says, said)
