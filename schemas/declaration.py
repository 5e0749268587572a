"""The vocabulary in which a published table is declared.

A `Table` says what titles it bears in print, what its columns are called, which shape it has and
which sums hold within a row. Words are given in their normal form: no spaces, no quotation marks,
no leading year, full-width brackets （）.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Side = Literal["revenue", "expenditure"]
Shape = Literal["accounts", "two_sided", "single_row"]
Classification = Literal["functional", "economic", "source", "three_public", "balance"]

CODE_ROLES = ("code", "code_class", "code_group", "code_item")
"""Roles of the columns that hold a classification code: whole, or 类, 款 and 项 apart."""

TEXT_ROLES = (*CODE_ROLES, "item")
"""Roles that are not measures."""


@dataclass(frozen=True)
class Column:
    """One column of a published table.

    `role` is one of TEXT_ROLES or the id of a measure. `headers` are the words that its lowest
    header cell may hold; `under`, where given, are words of which one must stand above it in the
    header tree. `side` is for tables that print revenue and expenditure side by side.
    """

    role: str
    headers: tuple[str, ...]
    under: tuple[str, ...] = ()
    side: Side | None = None
    required: bool = False

    @property
    def is_measure(self) -> bool:
        """Whether the column holds amounts."""
        return self.role not in TEXT_ROLES


@dataclass(frozen=True)
class RowSum:
    """Within one printed row, `total` equals the sum of `parts`."""

    total: str
    parts: tuple[str, ...]

    @property
    def rule(self) -> str:
        """The stable id of this identity in findings."""
        return f"row_sum.{self.total}"


@dataclass(frozen=True)
class SideOf:
    """How the rows of one side of a table are classified, and what its grand total is called."""

    side: Side
    classification: Classification
    totals: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One published table: everything that reading, checking and describing it needs.

    `titles` are the closing words of its printed titles. `groups` are header words that may stand
    above columns without saying more about them. `levels` is the number of levels in its codes:
    3 for 类 款 项, 2 for 类 款, 0 where no code is printed. `since` is the first budget year in
    which a document must have the table.
    """

    id: str
    title: str
    titles: tuple[str, ...]
    shape: Shape
    columns: tuple[Column, ...]
    sides: tuple[SideOf, ...]
    groups: tuple[str, ...] = ()
    row_sums: tuple[RowSum, ...] = ()
    levels: int = 0
    since: int = 0

    def measures(self) -> list[str]:
        """The measures of the table, in the order of its columns, each once."""
        return list(dict.fromkeys(c.role for c in self.columns if c.is_measure))

    def header_words(self) -> set[str]:
        """Every word that may stand in the header of this table."""
        words = set(self.groups)
        for column in self.columns:
            words.update(column.headers)
            words.update(column.under)
        return words

    def side(self, side: Side) -> SideOf:
        """The declaration of one side; raises KeyError where the table does not have it."""
        for declared in self.sides:
            if declared.side == side:
                return declared
        raise KeyError(f"{self.id} has no {side} side")


@dataclass(frozen=True)
class Template:
    """The set of tables that a kind of document consists of, as one group of publishers prints it."""

    id: str
    title: str
    stage: Literal["budget", "final"]
    tables: tuple[Table, ...]

    def __iter__(self) -> Iterator[Table]:
        return iter(self.tables)

    def table(self, table_id: str) -> Table:
        """The declaration of one table; raises KeyError for an unknown id."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)
