"""Files in which several publications are bound together: of two years, of a budget and an account, or of two bodies.

Only the document's own year and kind are read. A table of another body is said to be of that body; but whose the prose
is, nothing tells, so that nobody is accused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yusuan.pipeline.layout import captions
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.understand.titles import body_named
from yusuan.pipeline.whose.publication import same_body
from yusuan.schemas.sentences import publications as say
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.sentences.tables import OTHER_YEAR, YEAR_UNSURE

if TYPE_CHECKING:
    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.normalize.publication import Publication

_SEVERAL = 2
"""So many kinds of tables that stand in a file once more, for another year, kind or body, are another publication."""
_FUNDS = re.compile("(?:一般公共|政府性基金|国有资本经营)预算")
"""What is called so in budgets and accounts alike."""
_OWN_PART = "本级"
"""What a department's own figures are called, beside those of all its units."""
_ACCOUNT, _BUDGET = "决算", "预算"


def of_own(
    tables: Sequence[ExtractedTable], own: Publication, beyond: Collection[int]
) -> tuple[list[ExtractedTable], list[Finding]]:
    """The tables without those of other publications, and without those whose headers name another year: what is
    printed there is not this year's; and what there is to say of them. `beyond` are pages on which something stands
    beyond the edge.
    """
    named = with_bodies(tables, own)
    others = of_others(named, own)
    kept = _without(named, others)
    past = of_another_year(kept, own)
    said = [*findings(others, named, own), *years_found(past, own, beyond)]
    return _without(kept, past), said


def _without(tables: Sequence[ExtractedTable], others: Sequence[ExtractedTable]) -> list[ExtractedTable]:
    out = {id(table) for table in others}
    return [table for table in tables if id(table) not in out]


def with_bodies(tables: Sequence[ExtractedTable], own: Publication) -> list[ExtractedTable]:
    """The tables, those that only their title says to be another body's with its name: 示例市水文站2026年收支总表."""
    found = []
    for table in tables:
        named = "" if table.entity else body_named(table.title)
        own_part = named == own.entity + _OWN_PART
        another = named and own.entity and (own_part or not same_body(named, own.entity))
        found.append(replace(table, entity=named) if another else table)
    return found


def of_others(tables: Sequence[ExtractedTable], own: Publication) -> list[ExtractedTable]:
    """The tables of another year or kind than the document, of kinds that it has for its own too; where these are
    several, all that stand after one of them and not after one of its own again.
    """
    marked = [(table, _is_own(table, own)) for table in tables]
    foreign = [table for table, mark in marked if mark is False]
    twins = {table.table.published_id for table in foreign} & {
        table.table.published_id for table, mark in marked if mark is not False
    }
    if len(twins) < _SEVERAL:
        return [table for table in foreign if table.table.published_id in twins]
    found = []
    last = True
    for table, mark in sorted(marked, key=lambda each: each[0].page):
        last = last if mark is None else mark
        if not last:
            found.append(table)
    return found


def _is_own(table: ExtractedTable, own: Publication) -> bool | None:
    """Whether a table says that it is of the document's year and kind, or of others; None where it says neither."""
    years = {*captions.years([table.title]), *table.years}
    if years and own.fiscal_year not in years:
        return False
    title = _FUNDS.sub("", table.title)
    account, budget = _ACCOUNT in title, _BUDGET in title
    if (account and not budget) if own.stage == "budget" else (budget and not account and years):
        return False
    return True if years or account or budget else None


def findings(others: Sequence[ExtractedTable], tables: Sequence[ExtractedTable], own: Publication) -> list[Finding]:
    """What there is to say of tables of other publications: of those of other years and kinds, which are not read, one
    by one; and that there is another publication, where several kinds of tables are there for it too.
    """
    found = [
        Finding("table.of_another", say.OF_ANOTHER.of(title=table.title), table=table.table.id, page=table.page)
        for table in others
    ]
    of_bodies = _of_bodies(tables, own)
    if len({table.table.published_id for table in others}) >= _SEVERAL or len(of_bodies) >= _SEVERAL:
        pages = joined(map(str, sorted({table.page for table in (*others, *of_bodies.values())})))
        found.append(Finding("document.bound_together", say.BOUND_TOGETHER.of(pages=pages)))
    return found


def of_another_year(tables: Sequence[ExtractedTable], own: Publication) -> list[ExtractedTable]:
    """The tables whose headers name another year than the document's."""
    return [table for table in tables if table.years - {own.fiscal_year}]


def years_found(others: Sequence[ExtractedTable], own: Publication, beyond: Collection[int]) -> list[Finding]:
    """What there is to say of tables whose headers name another year: of those with a page on which something stands
    `beyond` the edge, the columns of the document's own year may do so.
    """
    found = []
    for table in others:
        rule, said = "table.other_year", OTHER_YEAR
        if any(page in beyond for page in table.pages):
            rule, said = "table.year_unsure", YEAR_UNSURE
        years = joined(map(str, sorted(table.years)))
        sentence = said.of(found=years, title=table.title, year=own.fiscal_year)
        found.append(Finding(rule, sentence, table=table.table.id, page=table.page))
    return found


def _of_bodies(tables: Sequence[ExtractedTable], own: Publication) -> dict[str, ExtractedTable]:
    """The tables of another body, by their kind, of kinds that are there for the document's own too."""
    kinds = {table.table.published_id for table in tables if table.entity in ("", own.entity)}
    return {
        table.table.published_id: table
        for table in tables
        if table.entity not in ("", own.entity) and table.table.published_id in kinds
    }
