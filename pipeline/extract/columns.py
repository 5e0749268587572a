"""The header of a fragment against a declaration: which printed column is which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.layout.header import HeaderColumn
from schemas.declaration import Column, Table


@dataclass
class Resolution:
    """Which header column each declared column was found in, and what did not fit.

    The columns in `placed` have their basis and block filled in.
    """

    placed: dict[Column, HeaderColumn] = field(default_factory=dict)
    unknown: list[HeaderColumn] = field(default_factory=list)
    repeated: list[tuple[Column, HeaderColumn]] = field(default_factory=list)

    def missing(self, table: Table) -> list[Column]:
        """The declared columns that the table cannot do without and that were not found, by whatever words."""
        found = {(column.role, column.side) for column in self.placed}
        return [column for column in table.columns if column.required and (column.role, column.side) not in found]

    def years(self) -> set[int]:
        """The years that the header names for the document's own figures."""
        return {year + column.years_back for column, printed in self.placed.items() for year in printed.years}

    def place(self, table: Table, column: Column, printed: HeaderColumn) -> None:
        """Put a column into the first list side by side that does not have it yet; note it where all have it."""
        for block in range(table.blocks):
            here = replace(column, block=block)
            if here not in self.placed:
                self.placed[here] = printed
                return
        self.repeated.append((column, printed))


def resolve(table: Table, header: list[HeaderColumn]) -> Resolution:
    """Place the printed columns by their words, wherever in the table they stand."""
    if table.reads:
        return _as_understood(table, header)
    resolution = Resolution()
    known = table.header_words()
    latest = max((year for printed in header for year in printed.years), default=0)
    last: Column | None = None
    for printed in header:
        column = _match(table, printed.words, known)
        if column is not None:
            if table.prior and column.is_measure:
                column = replace(column, years_back=_years_back(table, printed, latest))
            resolution.place(table, column, printed)
        elif last is not None and last.parted > 1 and not printed.words and last in resolution.placed:
            # A column without a header of its own beside one whose cells are parted.
            resolution.placed[last] = replace(resolution.placed[last], x1=printed.x1)
            continue
        else:
            resolution.unknown.append(printed)
        last = column
    if table.prior:
        resolution.placed = _of_one_kind(_before_the_budget(resolution.placed))
    return resolution


def _as_understood(table: Table, header: list[HeaderColumn]) -> Resolution:
    """The printed columns of a table that was understood from its own header, or from that of an earlier page."""
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
    if table.prior:
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


def _years_back(table: Table, printed: HeaderColumn, latest: int) -> int:
    """How many years before the latest that the header names a column is for."""
    if printed.years:
        return latest - printed.years[-1]
    return 1 if any(word in table.prior for word in printed.words) else 0


def _match(table: Table, words: tuple[str, ...], known: set[str]) -> Column | None:
    """The declared column that a path of header words means; None where a word is unknown.

    A word above that is not declared may change the meaning of the column (上年, 其中), so it is
    never passed over.
    """
    if not words or any(word not in known for word in words):
        return None
    basis = next((basis for word, basis in table.bases if word in words), None)
    kinds = {*(word for word, _ in table.bases), *table.prior}
    # Words for the kind of number alone are those of the whole of a row.
    named = [word for word in words if word not in kinds] or [words[-1]]
    *above, lowest = named
    candidates = [
        column
        for column in table.columns
        if lowest in column.headers
        and (not column.under or any(word in above for word in column.under))
        and _under_its_own(table, column, above)
    ]
    # Where two fit, the one that a nearer word asks for is meant.
    best = max(candidates, key=lambda column: _nearness(column, above), default=None)
    if best is None or (best.is_measure and table.bases and basis is None and not table.prior):
        return None
    return replace(best, basis=basis) if basis and best.is_measure else best


def _under_its_own(table: Table, column: Column, above: list[str]) -> bool:
    """Whether no other amount's header stands above a column: what is under it would be a part of that amount."""
    if not column.is_measure:
        return True
    for word in above:
        if word in column.under or word in table.groups:
            continue
        wholes = {other.role for other in table.columns if other.is_measure and word in other.headers}
        parts = {part for row_sum in table.row_sums if row_sum.total in wholes for part in row_sum.parts}
        if wholes and column.role not in wholes | parts:
            return False
    return True


def _nearness(column: Column, above: list[str]) -> int:
    return max((index + 1 for index, word in enumerate(above) if word in column.under), default=0)
