"""Which rows of a table without codes are bodies, with their accounts below: by how they are called, and by where the
names begin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from yusuan.pipeline.extract.accounts import uncoded
from yusuan.pipeline.extract.printed_row import PrintedRow, begin_of
from yusuan.pipeline.extract.sums import is_sum
from yusuan.pipeline.layout.captions import names_body
from yusuan.schemas.tables.declaration import Table
from yusuan.schemas.tables.official import OFFICIAL_NAMES

_NEAR = 2.0
"""Names that begin no further apart, in points, begin at one place."""


def body_names(table: Table, rows: Sequence[PrintedRow]) -> frozenset[str]:
    """The names of rows without a code that are bodies.

    All are where most are surely called as bodies are. Else those are that are no accounts and begin where all that are
    surely called so begin, if every account begins further right: how names of bodies end is no list that has an end,
    and a body that is taken for an account gives what stands below it to another one. Where names are centred, or all
    begin at one place, those are that are no accounts, stand once, and have an account below that a body begins with.
    """
    named = list(_named(table, rows))
    sure = [(label, begin) for label, begin in named if label not in OFFICIAL_NAMES and names_body(label)]
    if len(sure) < 2:
        return frozenset()
    if len(sure) * 2 > len(named):
        return frozenset(label for label, _ in named)
    places = [begin for _, begin in sure]
    accounts = [begin for label, begin in named if label in OFFICIAL_NAMES]
    if not accounts:
        return frozenset()
    if max(places) - min(places) > _NEAR or min(accounts) <= max(places) + _NEAR:
        return _like_bodies([label for label, _ in named], {label for label, _ in sure})
    return frozenset(label for label, begin in named if label not in OFFICIAL_NAMES and begin <= max(places) + _NEAR)


def _like_bodies(labels: Sequence[str], sure: Collection[str]) -> frozenset[str]:
    """The names that stand once, as those that are `sure` do, with an account below that one of these has below it."""
    times = Counter(labels)
    first = {below for label, below in pairwise(labels) if label in sure} & OFFICIAL_NAMES
    return frozenset(
        label
        for label, below in pairwise(labels)
        if label in sure or (label not in OFFICIAL_NAMES and times[label] == 1 and below in first)
    )


def _named(table: Table, rows: Sequence[PrintedRow]) -> Iterator[tuple[str, float]]:
    """The names of rows that have no code and are no sums, each with where it begins."""
    for row in rows:
        by_role = {column.role: column for column in row.cells}
        item = row.cell(by_role.get("item"))
        label = uncoded(row, by_role)
        if label and item is not None and not is_sum(table.sides[0], label.rstrip("：:")):
            begin = begin_of([item]) if row.begins_here(item) else None
            yield label, begin.x if begin else item.box[0]
