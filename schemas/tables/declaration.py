"""The vocabulary in which a published table is described: its columns, its shape, and the sums that hold within it.

A `Table` is what the words and rows of a printed table come to. Words are in their normal form: no spaces, no quotation
marks, no leading year, full-width brackets （）. An `Equality` is what must hold between tables.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from yusuan.brief import brief
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.tables.measures import CHANGE, combined

Side = Literal["revenue", "expenditure"]
Shape = Literal["accounts", "two_sided", "single_row", "nested", "listed"]
"""`accounts`: a row per code; `two_sided`: lists of names side by side; `single_row`: amounts without a name;
`nested`: names in several columns, each a level below the one at its left; `listed`: what `single_row` has side by side
stands below each other, each row a measure that its name tells.
"""
Classification = Literal[
    "functional",
    "economic",
    "government_economic",
    "source",
    "use",
    "administrative",
    "procurement",
    "project",
    "three_public",
    "balance",
]
CLASSIFICATIONS: dict[Classification, str] = {
    "functional": "功能分类",
    "economic": "经济分类",
    "government_economic": "政府预算支出经济分类",
    "source": "收入来源",
    "use": "支出用途",
    "administrative": "部门（单位）",
    "procurement": "采购品目",
    "project": "项目",
    "three_public": "“三公”",
    "balance": "结转结余",
}
"""How rows may be classified, with the words for it."""
Stage = Literal["budget", "final"]
"""A kind of document, and a kind of number: 预算 or 决算."""

CODE_ROLES = ("code", "code_class", "code_group", "code_item")
"""Roles of the columns that hold a classification code: whole, or 类, 款 and 项 apart."""

NAME_ROLES = (
    *("body", "project_name", "economic_code", "economic_item", "government_economic_code", "government_economic_item"),
    *("economic_code_group", "government_economic_code_group"),
)
"""Roles of further names of a row, which stand in columns of their own; `_group` is the 款 of a code whose 类 stands
before it.
"""

TEXT_ROLES = frozenset({*CODE_ROLES, *NAME_ROLES, "item", "year", "serial", "aside"})
"""Roles that are not measures. `year` is a column that says which year each row is for; `serial` one that numbers the
rows (行次); `aside` one that is known to hold neither names nor amounts: percentages, remarks.
"""


@dataclass(frozen=True)
class Column:
    """One column of a published table.

    `role` is one of TEXT_ROLES or the id of a measure; `headers` are the words above it, from the top down. `side` is
    for tables that print revenue and expenditure side by side. In a nested table, `depth` is the level of the rows that
    the column names, or of the first of those that its cells name, where `parted` cells stand side by side under its
    header.

    `basis` is the kind of number where the header says it (预算数, 决算数), `years_back` how many years before the
    document's own its amounts are for, and `block` which of the lists side by side it belongs to, from 0.
    """

    role: str
    headers: tuple[str, ...]
    side: Side | None = None
    required: bool = False
    depth: int = 1
    parted: int = 1
    basis: Stage | None = None
    years_back: int = 0
    block: int = 0

    def __hash__(self) -> int:
        """Of what tells the columns of one table apart, which is enough."""
        return hash((self.role, self.side, self.basis, self.years_back, self.block))

    @property
    def is_measure(self) -> bool:
        """Whether the column holds amounts."""
        return self.role not in TEXT_ROLES


@dataclass(frozen=True)
class RowSum:
    """Within one printed row, `total` equals the sum of `parts`, less the sum of `less`.

    `by` tells sums of one total apart: the same money by its sources and by its uses.
    """

    total: str
    parts: tuple[str, ...]
    less: tuple[str, ...] = ()
    by: str = ""

    @property
    def rule(self) -> str:
        """The stable id of this identity in findings."""
        return ".".join(filter(None, ("row_sum", self.total, self.by)))


@dataclass(frozen=True)
class MeasureRow:
    """A row of a listed table that holds amounts of one measure, and the names that it may have."""

    measure: str
    names: tuple[str, ...]


def listed_measure(row: str, column: str) -> str:
    """The measure of a row of one measure under a column of the whole, of one fund, or of what changes; empty where
    there is none.
    """
    if column == "total":
        return row
    if column == CHANGE:
        return column if row == "total" else combined(row, "", True)
    return column if row == "total" else combined(row, column)


@dataclass(frozen=True)
class Subtotal:
    """A row that sums up some of the first-level rows without being one itself or the grand total.

    It is the sum of the rows above it, or, where `codes` are given, of the accounts that have them. What stands
    between it and the grand total then comes on top of it. `optional` is one that not every form of a table has.
    """

    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class SideOf:
    """How the rows of one side of a table are classified, and what its grand total is called.

    `balances` are the names that rows of carried-over money (结转结余) begin with.
    """

    side: Side
    classification: Classification
    totals: tuple[str, ...]
    subtotals: tuple[Subtotal, ...] = ()
    balances: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return brief(self)

    def subtotal(self, name: str) -> Subtotal | None:
        """The subtotal that a row of this name is; None if it is none."""
        return next((subtotal for subtotal in self.subtotals if name in subtotal.names), None)


@dataclass(frozen=True)
class Table:
    """One published table as it was understood: everything that reading, checking and describing it needs.

    `title` is that in print. `stage` is the kind of document: beside the figures of a budget, those of the year before
    may stand as 执行数. `rows` are those of a listed table, whose amounts stand under columns of the role `total`
    or of one fund. `reads` says what each printed column is, from left to right; None for one that is unknown.

    A printed table may hold lists of several kinds; each is a table of its own, read from its own columns.
    """

    id: str
    title: str
    shape: Shape
    columns: tuple[Column, ...]
    sides: tuple[SideOf, ...]
    row_sums: tuple[RowSum, ...] = ()
    stage: Stage = "budget"
    rows: tuple[MeasureRow, ...] = ()
    reads: tuple[tuple[tuple[str, ...], Column | None], ...] = ()

    def __repr__(self) -> str:
        return f"<Table {self.id} {self.title!r}: {self.shape}, {len(self.columns)} columns>"

    @property
    def published_id(self) -> str:
        """The id that the dataset gives the table: lists of one printed table have ids of their own within a
        document.
        """
        return self.id.partition("#")[0]

    def measures(self) -> list[str]:
        """The measures of the table, in the order of its columns, or of its rows where they are listed, each once."""
        if self.rows:
            columns = [column.role for column in self.columns if column.is_measure]
            return list(
                dict.fromkeys(of for row in self.rows for c in columns if (of := listed_measure(row.measure, c)))
            )
        return list(dict.fromkeys(c.role for c in self.columns if c.is_measure))

    def header_words(self) -> set[str]:
        """Every word that stands in the header of this table."""
        return {word for words, _ in self.reads for word in words}

    def particular_words(self) -> set[str]:
        """Header words that are no names of rows as well."""
        return self.header_words() - {total for side in self.sides for total in side.totals}

    def side(self, side: Side) -> SideOf:
        """The declaration of one side; raises KeyError where the table does not have it."""
        for declared in self.sides:
            if declared.side == side:
                return declared
        raise KeyError(f"{self.id} has no {side} side")


Rows = Literal["total", "item", "classes", "codes"]
"""Which rows are compared: the grand total; a row by its name; the 类 by name or code, one by one;
every code, one by one."""


@dataclass(frozen=True)
class Term:
    """Amounts of one measure on one side of one table.

    `items` are the names of the rows, or `codes` their codes, where some are meant; `under` the names of the row above
    them, where other rows have the same names; `level` their level, where those of one level are meant. With a level
    alone, all rows of that level are; where rows are compared code by code, `codes` are those that they begin with.
    """

    table: str
    side: Side
    measure: str = "total"
    items: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    level: int | None = None

    def of(self, measure: str = "total", items: tuple[str, ...] = (), codes: tuple[str, ...] = ()) -> Term:
        """Amounts of another measure, or of some rows, on the same side of the same table."""
        return replace(self, measure=measure, items=items, codes=codes)


@dataclass(frozen=True)
class Equality:
    """The sum of `left` equals the sum of `right`, row by row as `rows` says.

    `given` holds totals that must be equal for the identity to make sense: like is compared with
    like. `certain` is false where bodies may differ for good reason: then it can prove an amount,
    and failing is a warning that contradicts nothing. `optional` is for rows that not every form of a table has:
    without them there is nothing to say.
    """

    rule: str
    words: Said
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    rows: Rows = "total"
    given: tuple[tuple[Term, ...], tuple[Term, ...]] | None = None
    certain: bool = True
    optional: bool = False

    def __repr__(self) -> str:
        return brief(self)

    @property
    def tables(self) -> set[str]:
        """The tables that it speaks of."""
        return {term.table for term in (*self.left, *self.right)}
