"""A logical table → the declaration that it would have had: what it is, and what each of its columns and rows means.

Raises nothing: a table that is not understood has no declaration, and is left to other_items.
"""

from __future__ import annotations

from pipeline.layout.header import header_columns, header_rows
from pipeline.layout.tables import LogicalTable
from pipeline.understand import titles
from pipeline.understand.by_rows import by_rows
from pipeline.understand.expenses import is_three_public, three_public_table
from pipeline.understand.lists import alike, lists
from pipeline.understand.two_sides import two_sided
from schemas.declaration import Stage, Table
from schemas.tables import PURCHASES

_NOT_HERE = frozenset({"performance", "debt", "transfers", "social_insurance", "staff"})
"""Topics of tables that no declaration reads: they hold another thing than revenue and expenditure of a budget."""


def declare(logical: LogicalTable, stage: Stage = "budget") -> tuple[Table, ...]:
    """What a printed table is: a declaration for each of its lists that are different things; none where it is not
    understood.
    """
    title = titles.understand(logical.caption.title)
    fragment = logical.fragments[0]
    rows = header_rows(fragment.grid, fragment.start)
    if not rows or _NOT_HERE & set(title.topics) or not logical.caption.title:
        return ()
    printed = header_columns(fragment.grid, rows)
    found = lists(printed, title.said)
    if not any(one.amounts for one in found):
        return ()
    if is_three_public(title, found):
        return tuple(filter(None, [three_public_table(logical, printed, found, stage)]))
    if title.topics and title.topics[0] not in ("agency_operating", *PURCHASES):
        return ()
    sided = {one.side for one in found if one.amounts}
    if len(found) > 1 and not alike(found):
        if title.sides in ("both", "") and "revenue" in sided and "expenditure" in sided:
            return tuple(two_sided(logical, printed, title, found, stage))
        return ()
    table = by_rows(logical, printed, title, found, rows.stop, stage)
    return (table,) if table else ()
