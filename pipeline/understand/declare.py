"""A logical table → the declaration that it would have had: what it is, and what each of its columns and rows means.

Raises nothing: a table that is not understood has no declaration, and is left to other_items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from yusuan.pipeline.layout.header import header_columns, header_rows
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.understand import titles
from yusuan.pipeline.understand.below import CLASSES, classified, has_money
from yusuan.pipeline.understand.by_rows import by_rows
from yusuan.pipeline.understand.expenses import is_three_public, lists_three_public, three_public_table
from yusuan.pipeline.understand.lists import List, alike, lists
from yusuan.pipeline.understand.titles import TitleMeaning
from yusuan.pipeline.understand.two_sides import two_sided
from yusuan.pipeline.understand.wholes import strange
from yusuan.schemas.sentences.said import NOTHING, Said
from yusuan.schemas.sentences.tables import SAYS_BUT_SHOWS
from yusuan.schemas.tables.classifications import APART, NAMES
from yusuan.schemas.tables.declaration import CLASSIFICATIONS, Stage, Table
from yusuan.schemas.tables.ids import PURCHASES

CODED = frozenset({"code", "code_class", "item", "code_and_item"})
_NOT_HERE = frozenset({"performance", "debt", "transfers", "social_insurance", "staff"})
"""Topics of tables that no declaration reads: they hold another thing than revenue and expenditure of a budget."""


def contradiction(logical: LogicalTable) -> Said:
    """What title and codes say of the rows, where they say different things; empty where they do not."""
    title = titles.understand(logical.caption.title)
    fragment = logical.fragments[0]
    rows = header_rows(fragment.grid, fragment.start)
    if not title.rows or not rows:
        return NOTHING
    printed = header_columns(fragment.grid, rows)
    if any(text in NAMES[title.rows] for column in printed for text in column.words):
        return NOTHING  # classes of accounts stand in the columns: the title speaks of them
    names = [named for one in lists(printed, title.said) for named in one.names]
    kinds = {classified(logical, [named], rows.stop, TitleMeaning()) for named in names if named[1].role in CODED}
    apart = {kind for kind in kinds if (title.rows, kind) in APART}
    if not apart or title.rows in kinds:
        return NOTHING
    said, shown = CLASSIFICATIONS[CLASSES[title.rows]], CLASSIFICATIONS[CLASSES[apart.pop()]]
    return SAYS_BUT_SHOWS.of(said=said, shown=shown)


def declare(logical: LogicalTable, stage: Stage = "budget") -> tuple[Table, ...]:
    """What a printed table is: a declaration for each of its lists that are different things; none where it is not
    understood.
    """
    title = titles.understand(logical.caption.title)
    fragment = logical.fragments[0]
    rows = header_rows(fragment.grid, fragment.start)
    if not rows or not logical.caption.title:
        return ()
    printed = header_columns(fragment.grid, rows)
    found = lists(printed, title.said, partial(has_money, logical, rows.stop))
    if title.topics[:1] == ("procurement",):
        found = _with_projects(found)
    if not any(one.amounts for one in found):
        return ()
    elsewhere = _NOT_HERE & set(title.topics)
    if not elsewhere - {"staff"} and (elsewhere or not title.sides) and lists_three_public(logical, found):
        return tuple(filter(None, [three_public_table(logical, printed, found, stage)]))
    if elsewhere:
        return ()
    if is_three_public(title, found):
        return tuple(filter(None, [three_public_table(logical, printed, found, stage)]))
    if title.topics and title.topics[0] not in ("agency_operating", *PURCHASES):
        return ()
    if not title.topics and strange(logical.caption.title, logical.caption.entity):
        return ()
    sided = {one.side for one in found if one.amounts}
    if len(found) > 1 and not alike(found):
        if title.sides in ("both", "") and "revenue" in sided and "expenditure" in sided:
            return tuple(two_sided(logical, printed, title, found, stage))
        return ()
    if contradiction(logical):
        return ()
    groups = _of_one_kind(logical, found, rows.stop)
    tables = (
        by_rows(logical, printed, title, group, rows.stop, stage, [one for one in found if one not in group])
        for group in groups
    )
    return tuple(filter(None, tables))


def _with_projects(found: list[List]) -> list[List]:
    """Lists of what is bought, with the projects that pay for it as names of their rows: what these projects have
    altogether, which stands beside them (政府采购项目来源: 项目名称, 预算资金), is money of another kind.
    """
    if len(found) < 2 or {meaning.role for _, meaning in found[0].names} != {"project_name"}:
        return found
    payers, goods, *more = found
    if not any(meaning.role == "kind" for _, meaning in goods.names):
        return found
    unread = [(column, replace(meaning, role="", measure=False)) for column, meaning in payers.amounts]
    others = [*payers.others, *unread, *goods.others]
    return [List([*payers.names, *goods.names], goods.amounts, others, goods.side), *more]


def _of_one_kind(logical: LogicalTable, found: Sequence[List], first_row: int) -> list[list[List]]:
    """Lists side by side, together where their rows are of one classification: accounts of departments beside those of
    governments are the same money twice.
    """
    groups: dict[str, list[List]] = {}
    last = ""
    for one in found:
        last = classified(logical, one.names, first_row, TitleMeaning()) or last
        groups.setdefault(last, []).append(one)
    if len(groups) == 1 or "" in groups:
        return [list(found)]
    return list(groups.values())
