"""The header of a fragment against the table that was understood: which printed column is which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yusuan.brief import brief

if TYPE_CHECKING:
    from yusuan.pipeline.layout.header import HeaderColumn
    from yusuan.schemas.tables.declaration import Column, Table


@dataclass
class Resolution:
    """Which header column each column of the table was found in, and what did not fit."""

    placed: dict[Column, HeaderColumn] = field(default_factory=dict)
    unknown: list[HeaderColumn] = field(default_factory=list)

    def __repr__(self) -> str:
        return brief(self)

    def missing(self, table: Table) -> list[Column]:
        """The declared columns that the table cannot do without and that were not found, by whatever words."""
        found = {(column.role, column.side) for column in self.placed}
        return [column for column in table.columns if column.required and (column.role, column.side) not in found]

    def years(self) -> set[int]:
        """The years that the header names for the document's own figures."""
        return {year + column.years_back for column, printed in self.placed.items() for year in printed.years}


def resolve(table: Table, header: list[HeaderColumn]) -> Resolution:
    """The printed columns of a table, by the header that it was understood from or that of a later page of it."""
    resolution = Resolution()
    left = list(table.reads)
    same = len(header) == len(left)
    for place, printed in enumerate(header):
        at = next((i for i, (words, _) in enumerate(left) if words == printed.words), None)
        here = place - (len(table.reads) - len(left))
        if (
            at is None
            and same
            and 0 <= here < len(left)
            and (not printed.words or left[here][0][-1:] == printed.words[-1:])
        ):
            at = here  # another word above it, or none at all, on a later page
        if at is None:
            resolution.unknown.append(printed)
            continue
        _, column = left.pop(at)
        if column is None or column in resolution.placed:
            resolution.unknown.append(printed)
        else:
            resolution.placed[column] = printed
    if table.stage == "budget":
        resolution.placed = _before_the_budget(resolution.placed)
    resolution.placed = _of_one_kind(resolution.placed)
    return resolution


def _before_the_budget(placed: dict[Column, HeaderColumn]) -> dict[Column, HeaderColumn]:
    """The columns with 执行数 and 决算数 put a year back, where they would stand for the year of a budget itself."""
    own = {column.basis for column in placed if column.is_measure and not column.years_back}
    if "final" not in own or own == {"final"}:
        return placed
    return {
        replace(column, years_back=1) if column.basis == "final" and not column.years_back else column: printed
        for column, printed in placed.items()
    }


def _of_one_kind(placed: dict[Column, HeaderColumn]) -> dict[Column, HeaderColumn]:
    """The columns without the kind of number of the document's own year, where that has no more than one."""
    own = {column.basis for column in placed if column.is_measure and not column.years_back} - {None}
    if len(own) > 1:
        return placed
    return {replace(c, basis=c.basis if c.years_back else None): printed for c, printed in placed.items()}
