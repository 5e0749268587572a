"""What a document prints of the year before, against that year's own document of the same body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.across.figures import (
    Key,
    Told,
    figure_of_item,
    figure_of_statement,
    figures,
    key_of,
    own_year,
    place_of_item,
    place_of_statement,
    trusted,
)
from yusuan.pipeline.across.link import Link, Pair, link, of, with_figures
from yusuan.schemas.identities.links import PRIOR_YEAR
from yusuan.schemas.sentences import across as sentences

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.document.rows import Row

RULE = "across.prior_year"
_NAMED = {"budget": sentences.BUDGET, "final": sentences.FINAL_ACCOUNT}
_SAYS = {"budget": sentences.PLANNED, "final": sentences.SPENT}


def prior_year(documents: Sequence[Document]) -> Iterator[Link]:
    """Each document with the budget and the final account of the year before, where they are there too.

    What was planned is compared with the budget, what was spent (执行数, 决算数) with the final account.
    """
    known = with_figures(documents)
    for document in documents:
        whose = of(document)
        if whose is None:
            continue
        year = whose.fiscal_year - 1
        for basis, named in _NAMED.items():
            earlier = known.get((whose.entity, whose.entity_level, year, basis))
            if earlier is not None:
                yield link(document, earlier, named.of(year=year), _repeated(document, earlier, basis, year))


def _repeated(document: Document, earlier: Document, basis: str, year: int) -> Iterator[Pair]:
    """Where a document gives figures of the year before, what it gives, and what that year's own says of the same."""
    assert document.publication is not None
    entity = document.publication.entity
    stated = [
        row
        for row in trusted(document.statements)
        if PRIOR_YEAR.get(row["quantity"]) == basis
        and row["fiscal_year"] == year
        and row["statement"] not in document.loose
    ]
    printed = [row for row in trusted(document.items) if row["fiscal_year"] == year and row["basis"] == basis]
    says = _SAYS[basis].of(year=year)
    if stated:
        told = Told(earlier, basis)
        for statement in stated:
            said = told.subject(statement["subject"], blank=False)
            if said is not None:
                yield Pair(place_of_statement(RULE, statement), figure_of_statement(statement), says, said)
    if printed:
        tables = {item["table"] for item in printed}
        said_of = figures([item for item in own_year(earlier) if item["table"] in tables], entity)
        for key, item in _once(printed, entity):
            if key in said_of:
                yield Pair(place_of_item(RULE, item), figure_of_item(item), says, said_of[key])


def _once(items: Iterable[Row], entity: str) -> Iterator[tuple[Key, Row]]:
    """Line items that are not of the same as another one."""
    by_key: dict[Key, list[Row]] = {}
    for item in items:
        by_key.setdefault(key_of(item, entity), []).append(item)
    for key, found in by_key.items():
        if len(found) == 1:
            yield key, found[0]
