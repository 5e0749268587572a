"""A table of revenue beside expenditure → a declaration for each pair of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from yusuan.pipeline.layout.header import HeaderColumn, header_rows
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.understand.below import CLASSES, classified, names_below
from yusuan.pipeline.understand.lists import List
from yusuan.pipeline.understand.placing import asides, column_of, latest_year, once, reads
from yusuan.pipeline.understand.titles import TitleMeaning
from yusuan.schemas.tables.declaration import Column, Side, SideOf, Stage, Subtotal, Table
from yusuan.schemas.tables.ids import BY_USE, TWO_SIDED, row_sums
from yusuan.schemas.vocabulary.around import (
    BROUGHT_FORWARD,
    CARRIED_FORWARD,
    THIS_YEAR_EXPENDITURE,
    THIS_YEAR_REVENUE,
    TOTALS,
)

_USED = ("使用非财政拨款结余", "用事业基金弥补收支差额", "使用专用结余", "动用非财政拨款结余")


def two_sided(
    logical: LogicalTable, printed: Sequence[HeaderColumn], title: TitleMeaning, found: Sequence[List], stage: Stage
) -> Iterator[Table]:
    """Lists of revenue beside lists of expenditure: the first of each are one table, each further one is its own."""
    table_id = TWO_SIDED.get(title.scope, "")
    if not table_id:
        return
    newest = latest_year(found)
    seen: Counter[str] = Counter()
    groups: list[list[List]] = []
    for one in found:
        if not one.side or not one.amounts:
            continue
        seen[one.side] += 1
        at = seen[one.side] - 1
        while len(groups) <= at:
            groups.append([])
        groups[at].append(one)
    first_row = header_rows(logical.fragments[0].grid, logical.fragments[0].start).stop
    # What is no column of the list itself is kept apart by its place among the printed ones.
    places = {id(column): place for place, column in enumerate(printed, 1)}
    for number, group in enumerate(groups):
        placed: dict[int, Column | None] = {}
        sides: list[SideOf] = []
        for one in group:
            side: Side = "revenue" if one.side == "revenue" else "expenditure"
            named = coded = False
            for column, meaning in one.names:
                role = "aside"
                if meaning.role == "code" and not coded:
                    role, coded = "code", True
                elif meaning.role in ("item", "project_name", "kind", "code_and_item", "body") and not named:
                    role, named = "item", True
                placed[id(column)] = Column(
                    role,
                    column.words,
                    side=side,
                    required=role == "item",
                    block=0 if role != "aside" else places[id(column)],
                )
            for column, meaning in one.amounts:
                placed[id(column)] = column_of(meaning, meaning.role, side, column, newest, 0)
            sides.append(_side_of(logical, one, side, title, first_row))
        asides(group, placed)
        once(placed)
        for column in printed:
            placed.setdefault(id(column), Column("aside", column.words, block=places[id(column)]))
        measures = frozenset(c.role for c in placed.values() if c is not None and c.is_measure)
        own_id = table_id if not number else f"{table_id}#{number + 1}"
        uses = number and {side.classification for side in sides} == {"use"}
        if uses and table_id in BY_USE and not any(_ends(logical, one, first_row) for one in group):
            own_id = BY_USE[table_id]
        yield Table(
            id=own_id,
            title=logical.caption.title,
            shape="two_sided",
            columns=tuple(dict.fromkeys(column for column in placed.values() if column is not None)),
            sides=tuple(sides),
            row_sums=row_sums(measures),
            stage=stage,
            reads=reads(printed, placed),
        )


def _ends(logical: LogicalTable, one: List, first_row: int) -> bool:
    """Whether a list has a grand total of its own, and is a side of the table by itself."""
    return any(name in TOTALS for name, _ in names_below(logical, [column for column, _ in one.names], first_row))


def _side_of(logical: LogicalTable, one: List, side: Side, title: TitleMeaning, first_row: int) -> SideOf:
    if side == "revenue":
        totals = ("收入总计", "总计", "收入合计", "合计", "收支总计", "收入总额")
        return SideOf("revenue", "source", totals, (Subtotal(THIS_YEAR_REVENUE),), (*_USED, *BROUGHT_FORWARD))
    kind = classified(logical, one.names, first_row, title)
    totals = ("支出总计", "总计", "支出合计", "合计", "收支总计", "支出总额")
    return SideOf(
        "expenditure",
        CLASSES.get(kind, "functional"),
        totals,
        (Subtotal(THIS_YEAR_EXPENDITURE),),
        ("结余分配", *CARRIED_FORWARD),
    )
