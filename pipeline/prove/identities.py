"""Accounting identities within a table, and what they say of each amount.

An identity says that one amount equals the sum of others. A blank cell is nothing there, so it
counts as 0; an identity of which any part could not be read is not judged at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.records import ExtractedTable, Record
from schemas.declaration import Side

Key = tuple[int, str]
"""An amount of a table: index of its record, measure."""


@dataclass(frozen=True, slots=True)
class Identity:
    """`whole` = the sum of `parts`, in one table, with the figures as printed (fen).

    `tolerance` is what rounding of the printed figures can account for: half of the last printed
    digit for each of them.
    """

    rule: str
    whole: Key
    parts: tuple[Key, ...]
    printed: int
    expected: int
    tolerance: int

    @property
    def difference(self) -> int:
        """What is printed less what the parts sum up to, in fen."""
        return self.printed - self.expected

    @property
    def holds(self) -> bool:
        """Whether the difference is within what rounding accounts for."""
        return abs(self.difference) <= self.tolerance


def identities(extracted: ExtractedTable) -> Iterator[Identity]:
    """All identities of one table that can be judged."""
    step = _step(extracted)
    for rule, whole, parts in _claims(extracted):
        keys = (whole, *parts)
        if any(key in extracted.unread for key in keys):
            continue
        values = [_value(extracted, key) for key in keys]
        if all(value is None for value in values):
            continue
        figures = sum(1 for value in values if value is not None)
        yield Identity(
            rule,
            whole,
            tuple(parts),
            values[0] or 0,
            sum(value or 0 for value in values[1:]),
            0 if step <= 1 else figures * step // 2,
        )


def _claims(extracted: ExtractedTable) -> Iterator[tuple[str, Key, list[Key]]]:
    yield from _row_sums(extracted)
    if extracted.table.shape == "single_row":
        return
    for side in extracted.table.sides:
        own = [index for index, record in enumerate(extracted.records) if record.side == side.side]
        for measure in extracted.table.measures():
            if (side.side, measure) in extracted.measures:
                yield from _column_sums(extracted, own, measure)
    if extracted.table.shape == "two_sided":
        yield from _sides(extracted)


def _row_sums(extracted: ExtractedTable) -> Iterator[tuple[str, Key, list[Key]]]:
    if extracted.unread_columns:
        return
    for row_sum in extracted.table.row_sums:
        for index, record in enumerate(extracted.records):
            parts = [part for part in row_sum.parts if (record.side, part) in extracted.measures]
            if parts and (record.side, row_sum.total) in extracted.measures:
                yield row_sum.rule, (index, row_sum.total), [(index, part) for part in parts]


def _column_sums(extracted: ExtractedTable, own: list[int], measure: str) -> Iterator[tuple[str, Key, list[Key]]]:
    records = extracted.records
    children: dict[int, list[int]] = {}
    first_level: list[int] = []
    for index in own:
        record = records[index]
        if record.parent is not None:
            children.setdefault(record.parent, []).append(index)
        elif record.level > 0:
            first_level.append(index)
    for parent, parts in children.items():
        if not any(records[part].of_which for part in parts):
            yield "column_sum", (parent, measure), [(part, measure) for part in parts]
    if first_level:
        for total in (index for index in own if records[index].level == 0):
            yield "grand_total", (total, measure), [(part, measure) for part in first_level]


def _sides(extracted: ExtractedTable) -> Iterator[tuple[str, Key, list[Key]]]:
    totals: dict[Side, list[int]] = {}
    for index, record in enumerate(extracted.records):
        if record.level == 0:
            totals.setdefault(record.side, []).append(index)
    revenue, expenditure = totals.get("revenue", []), totals.get("expenditure", [])
    if len(revenue) == 1 and len(expenditure) == 1:
        yield "sides_equal", (expenditure[0], "total"), [(revenue[0], "total")]


def _value(extracted: ExtractedTable, key: Key) -> int | None:
    printed = extracted.records[key[0]].amounts.get(key[1])
    return printed.amount.fen if printed else None


def _step(extracted: ExtractedTable) -> int:
    """The fen that the last digit is worth where the table prints the most digits."""
    return min(
        (
            printed.amount.step
            for record in extracted.records
            for printed in record.amounts.values()
            if printed.amount.fen
        ),
        default=1,
    )


def describe(record: Record) -> str:
    """A record as a person would name it."""
    return f"'{' '.join(filter(None, (record.code, record.item)))}'"
