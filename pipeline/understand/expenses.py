"""A table of the three public expenses → its declaration, whether they stand side by side or below each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from yusuan.pipeline.layout.header import HeaderColumn
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.below import names_below
from yusuan.pipeline.understand.columns import ColumnMeaning, understand
from yusuan.pipeline.understand.lists import List
from yusuan.pipeline.understand.placing import asides, column_of, latest_year, once, reads
from yusuan.pipeline.understand.titles import TitleMeaning
from yusuan.schemas.tables.declaration import Column, MeasureRow, Shape, SideOf, Stage, Table
from yusuan.schemas.tables.ids import row_sums
from yusuan.schemas.tables.measures import CHANGE, FUNDS, combined
from yusuan.schemas.vocabulary.around import TOTALS
from yusuan.schemas.vocabulary.measures import MEASURE_WORDS

_WITHOUT = {"three_public": "total", f"three_public_{CHANGE}": CHANGE} | {
    f"three_public_{fund}": fund for fund in FUNDS
}
"""What the whole of these expenses is called in a table of nothing else."""
EXPENSES = ("overseas_travel", "vehicles", "vehicle_purchase", "vehicle_operation", "reception")
_CUT = frozenset(combined(expense, fund) for expense in EXPENSES for fund in FUNDS)


def is_three_public(title: TitleMeaning, found: Sequence[List]) -> bool:
    """Whether a table is one of these expenses: by its title, or by most of its columns."""
    measures = {meaning.role for one in found for _, meaning in one.amounts}
    return "three_public" in title.topics or len(measures & {*EXPENSES, *_CUT}) >= 3


def lists_three_public(logical: LogicalTable, found: Sequence[List]) -> bool:
    """Whether rows below each other are “三公”经费 and its parts, whatever the title says: 机构运行信息表."""
    if len(found) != 1 or (item := _naming(found[0].names)) is None:
        return False
    measures = {understand((text,)).role for text in _below(logical, item)}
    return "three_public" in measures and len(measures & {*EXPENSES}) >= 3


def _naming(names: Sequence[tuple[HeaderColumn, ColumnMeaning]]) -> HeaderColumn | None:
    """The column that names the rows of expenses below each other."""
    return next((column for column, m in names if m.role in ("project_name", "item", "body", "kind")), None)


def _below(logical: LogicalTable, item: HeaderColumn) -> set[str]:
    return {key(text) for text, _ in names_below(logical, [item], 0)}


def three_public_table(
    logical: LogicalTable, printed: Sequence[HeaderColumn], found: Sequence[List], stage: Stage
) -> Table | None:
    """The expenses side by side, or below each other: each a measure, by its column or by its row."""
    newest = latest_year(found)
    amounts = [(column, meaning) for one in found for column, meaning in one.amounts]
    names = [(column, meaning) for one in found for column, meaning in one.names]
    measures = {meaning.role for _, meaning in amounts}
    placed: dict[int, Column | None] = {}
    beside = "three_public" in measures and bool(measures & {"meetings", "training"})
    if measures & {*EXPENSES, *_CUT} or beside:
        whole = "three_public_and_meetings" if beside and "total" in measures else "total"
        for column, meaning in amounts:
            of_all = {"total": whole, CHANGE: CHANGE if whole == "total" else combined(whole, "", True)}
            role = _WITHOUT.get(meaning.role) or of_all.get(meaning.role, meaning.role)
            placed[id(column)] = column_of(meaning, role, None, column, newest, 0)
        shape: Shape = "single_row"
        sides = (SideOf("expenditure", "three_public", ()),)
        item = next((column for column, m in names if m.role in ("body", "project_name", "item")), None)
        if item is not None:
            shape, sides = "accounts", (SideOf("expenditure", "administrative", TOTALS),)
        for column, meaning in names:
            code = meaning.role in ("body_code", "code")
            role = "item" if column is item else "code" if code and item is not None else "aside"
            role = "year" if meaning.role == "year" and item is not None else role
            placed[id(column)] = Column(role, column.words, block=0 if role != "aside" else len(placed) + 1)
        asides(found, placed)
        once(placed)
        return _table(logical, shape, placed, sides, printed, stage)
    item = _naming(names)
    if item is None or not {"total", "three_public"} & measures:
        return None
    below = _below(logical, item)
    rows = _measure_rows(below)
    if sum(any(text in names for text in below) for _, names in rows) < 3:
        return None
    placed = {
        id(column): Column("item" if column is item else "aside", column.words, block=n)
        for n, (column, _) in enumerate(names)
    }
    for column, meaning in amounts:
        role = _WITHOUT.get(meaning.role, meaning.role)
        known = role in ("total", CHANGE, *FUNDS)
        placed[id(column)] = column_of(meaning, role, None, column, newest, 0) if known else None
    asides(found, placed)
    once(placed)
    sides = (SideOf("expenditure", "three_public", ()),)
    return _table(logical, "listed", placed, sides, printed, stage, rows)


def _measure_rows(below: Collection[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The measures with the names that their rows may have: declared words, and what is composed of them below."""
    kinds = (*EXPENSES, "meetings", "training", "agency_operating")
    composed = {text: understand((text,)).role for text in sorted(below)}
    together = tuple(text for text, role in composed.items() if role == "three_public_and_meetings")
    rows = [
        (kind, tuple(dict.fromkeys((*MEASURE_WORDS[kind], *(t for t, role in composed.items() if role == kind)))))
        for kind in ("three_public", *kinds)
    ]
    if together:
        return [("three_public_and_meetings", together), ("total", rows[0][1]), *rows[1:]]
    whole = ("合计", "总计", "共计", "支出合计")
    more = any(text in names for kind, names in rows if kind in ("meetings", "training") for text in below)
    if more and {*rows[0][1]} & {*below} and {*whole} & {*below}:
        # Above what is spent on the three stands what is spent on meetings and training as well.
        return [("three_public_and_meetings", whole), ("total", rows[0][1]), *rows[1:]]
    return [("total", (*rows[0][1], *whole)), *rows[1:]]


def _table(
    logical: LogicalTable,
    shape: Shape,
    placed: dict[int, Column | None],
    sides: tuple[SideOf, ...],
    printed: Sequence[HeaderColumn],
    stage: Stage,
    rows: Sequence[tuple[str, tuple[str, ...]]] = (),
) -> Table:
    table = Table(
        id="three_public_and_operating",
        title=logical.caption.title,
        shape=shape,
        columns=tuple(dict.fromkeys(column for column in placed.values() if column is not None)),
        sides=sides,
        stage=stage,
        rows=tuple(MeasureRow(measure, names) for measure, names in rows),
        reads=reads(printed, placed),
    )
    return replace(table, row_sums=row_sums(frozenset(table.measures())))
