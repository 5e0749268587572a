"""Printed columns and what they mean → the columns of a declaration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yusuan.pipeline.layout.header import HeaderColumn
from yusuan.pipeline.understand.columns import WHOLE, ColumnMeaning, is_whole
from yusuan.pipeline.understand.lists import List
from yusuan.schemas.tables.declaration import Column, Side, Stage
from yusuan.schemas.vocabulary.columns import PLANNED_FIRST, PLANNED_LATER


def column_of(
    meaning: ColumnMeaning, role: str, side: Side | None, printed: HeaderColumn, latest: int, block: int
) -> Column:
    """The declared column that a printed one is, in the role that its table gives it."""
    back = meaning.years_back
    if back is None:
        back = latest - printed.years[-1] if printed.years else 0
    basis: Stage | None = "budget" if meaning.basis == "budget" else "final" if meaning.basis == "final" else None
    if not meaning.measure:
        return Column(role, printed.words, side=side, block=block)
    return Column(role, printed.words, side=side, basis=basis, years_back=back, block=block)


def latest_year(found: Sequence[List]) -> int:
    """The latest year that a column of amounts names; 0 if none does."""
    return max(
        (y for one in found for printed, m in one.amounts if m.years_back is None for y in printed.years), default=0
    )


def reads(
    printed: Sequence[HeaderColumn], placed: dict[int, Column | None]
) -> tuple[tuple[tuple[str, ...], Column | None], ...]:
    """What each printed column is, from left to right, as a declaration has it."""
    return tuple((column.words, placed.get(id(column))) for column in printed)


def asides(found: Sequence[List], placed: dict[int, Column | None], others: Sequence[List] = ()) -> None:
    """Columns of a row that hold no money are known; others that are not understood are not. What is of `others` is of
    other tables.
    """
    for one in found:
        for column, meaning in one.others:
            known = meaning.role in ("aside", "serial")
            placed[id(column)] = Column(meaning.role, column.words, block=len(placed)) if known else None
    for one in others:
        for column, _ in (*one.names, *one.amounts, *one.others):
            placed[id(column)] = Column("aside", column.words, block=len(placed))


def once(placed: dict[int, Column | None]) -> None:
    """Columns that mean the same are unknown, but for the total that stands above the others (合计 beside
    本年支出／小计), and the only one that says to be the whole of them.
    """
    alike: dict[tuple[str, Side | None, int, int], list[int]] = {}
    for place, column in placed.items():
        if column is not None and column.is_measure:
            alike.setdefault((column.role, column.side, column.years_back, column.block), []).append(place)
    for places in alike.values():
        columns = {place: column for place in places if (column := placed[place]) is not None}
        if len({column.basis for column in columns.values()} - {None}) > 1:
            kinds = Counter(column.basis for column in columns.values())
            columns = {place: column for place, column in columns.items() if kinds[column.basis] > 1}
        highest = min((len(column.headers) for column in columns.values()), default=0)
        whole = [p for p, c in columns.items() if c.role == WHOLE and len(c.headers) == highest]
        if len(whole) != 1:
            # 一般公共预算／小计 beside 一般公共预算／经费拨款
            whole = [p for p, c in columns.items() if is_whole(c.headers[-1:])]
        first = [place for place, column in columns.items() if _says(column, PLANNED_FIRST)]
        if len(first) == 1 and all(_says(column, PLANNED_LATER) for p, column in columns.items() if p not in first):
            whole = first  # what was planned for the year, before it was changed
        for place in columns:
            if len(columns) > 1 and [place] != whole:
                placed[place] = None


def _says(column: Column, words: Sequence[str]) -> bool:
    return any(word in header for header in column.headers for word in words)
