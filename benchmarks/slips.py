"""Slips made in the tables of a document: what is wrong afterwards, and what still is right."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from yusuan.pipeline.extract.amounts import Amount
from yusuan.pipeline.extract.records import ExtractedTable, PrintedAmount, Record
from yusuan.pipeline.prove.identities import Key
from yusuan.schemas.tables.declaration import Side
from yusuan.schemas.tables.measures import SINGLE

Tables = list[ExtractedTable]


@dataclass(frozen=True)
class Slipped:
    """The tables after a slip, and the cells that are wrong in them; none where no one cell is (a row that is gone).

    `rows` are those whose code is wrong, by table and printed row.
    """

    tables: Tables
    wrong: tuple[Key, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()


Slip = Callable[[random.Random, Tables], Slipped | None]
"""A change to the tables of a document; None where it would change nothing."""


def record_of(tables: Tables, key: Key) -> Record:
    """The line of a table that an amount stands in."""
    return next(table for table in tables if table.table.id == key[0]).records[key[1]]


def _keys(tables: Tables) -> list[Key]:
    return [(t.table.id, i, m) for t in tables for i, r in enumerate(t.records) for m in r.amounts]


def _with(tables: Tables, key: Key, amounts: dict[str, PrintedAmount]) -> Tables:
    """The tables with other amounts in the record of `key`."""
    number = next(number for number, extracted in enumerate(tables) if extracted.table.id == key[0])
    records = list(tables[number].records)
    records[key[1]] = replace(records[key[1]], amounts=amounts)
    return [*tables[:number], replace(tables[number], records=tuple(records)), *tables[number + 1 :]]


def one_digit(chance: random.Random, tables: Tables) -> Slipped | None:
    """One digit of one amount read as another."""
    keys = _keys(tables)
    if not keys:
        return None
    key = chance.choice(keys)
    amounts = dict(record_of(tables, key).amounts)
    old = amounts[key[2]].amount
    places = [place for place, char in enumerate(old.printed) if char.isdigit()]
    if not places:
        return None
    place = chance.choice(places)
    digit = chance.choice([d for d in "0123456789" if d != old.printed[place]])
    printed = old.printed[:place] + digit + old.printed[place + 1 :]
    step = old.step
    fen = int(printed.replace(",", "").replace(".", "")) * step
    if fen == old.fen:
        return None
    amounts[key[2]] = replace(amounts[key[2]], amount=Amount(fen, printed, step, False))
    return Slipped(_with(tables, key, amounts), (key,))


def dropped_amount(chance: random.Random, tables: Tables) -> Slipped | None:
    """One amount not read, its cell taken for blank. A zero is no loss."""
    keys = [key for key in _keys(tables) if record_of(tables, key).amounts[key[2]].amount.fen]
    if not keys:
        return None
    key = chance.choice(keys)
    amounts = {measure: held for measure, held in record_of(tables, key).amounts.items() if measure != key[2]}
    return Slipped(_with(tables, key, amounts), (key,))


def dropped_row(chance: random.Random, tables: Tables) -> Slipped | None:
    """One row not read at all."""
    long = [t for t in tables if len({record.row for record in t.records}) > 1]
    if not long:
        return None
    extracted = chance.choice(long)
    filled = [i for i, r in enumerate(extracted.records) if any(a.amount.fen for a in r.amounts.values())]
    if not filled:
        return None
    lost = extracted.records[chance.choice(filled)]
    # The years before stand in the same printed row.
    gone = {i for i, r in enumerate(extracted.records) if (r.row, r.side) == (lost.row, lost.side)}
    return Slipped(without(tables, extracted, gone)) if len(gone) < len(extracted.records) else None


def without(tables: Tables, extracted: ExtractedTable, gone: set[int]) -> Tables:
    """The tables without some records of one; what stood below a lost row hangs on the row above that."""
    new = {old: number for number, old in enumerate(i for i in range(len(extracted.records)) if i not in gone)}

    def moved(index: int | None) -> int | None:
        while index is not None and index in gone:
            index = extracted.records[index].parent
        return None if index is None else new[index]

    records = tuple(replace(extracted.records[i], parent=moved(extracted.records[i].parent)) for i in new)
    unread = frozenset((new[i], measure) for i, measure in extracted.unread if i in new)
    problems = {new[i]: said for i, said in extracted.problems.items() if i in new}
    changed = replace(extracted, records=records, unread=unread, problems=problems)
    return [changed if t is extracted else t for t in tables]


def swapped(chance: random.Random, tables: Tables) -> Slipped | None:
    """Two neighbouring amounts of a row in each other's place."""
    rows = [
        (t.table.id, i, tuple(r.amounts))
        for t in tables
        for i, r in enumerate(t.records)
        if len({a.amount.fen for a in r.amounts.values()}) > 1
    ]
    if not rows:
        return None
    table, index, measures = chance.choice(rows)
    pairs = list(pairwise(measures))
    amounts = dict(record_of(tables, (table, index, "")).amounts)
    one, two = chance.choice(pairs)
    if amounts[one].amount.fen == amounts[two].amount.fen:
        return None
    amounts[one], amounts[two] = amounts[two], amounts[one]
    return Slipped(_with(tables, (table, index, ""), amounts), ((table, index, one), (table, index, two)))


def moved_over(chance: random.Random, tables: Tables) -> Slipped | None:
    """One amount read into the blank cell beside it."""
    keys = _keys(tables)
    if not keys:
        return None
    key = chance.choice(keys)
    extracted = next(t for t in tables if t.table.id == key[0])
    record = record_of(tables, key)
    columns = [m for m in extracted.table.measures() if (record.side, m) in extracted.measures]
    place = columns.index(key[2])
    free = [m for m in columns[max(0, place - 1) : place + 2] if m not in record.amounts]
    if not free or not record.amounts[key[2]].amount.fen:
        return None
    amounts = dict(record.amounts)
    beside = chance.choice(free)
    amounts[beside] = amounts.pop(key[2])
    return Slipped(_with(tables, key, amounts), (key, (key[0], key[1], beside)))


def shifted_column(chance: random.Random, tables: Tables) -> Slipped | None:
    """All amounts of a column one row further down."""
    long = [t for t in tables if len(t.records) > 2 and t.measures]
    if not long:
        return None
    extracted = chance.choice(long)
    side, measure = chance.choice(sorted(extracted.measures))
    rows = [i for i, r in enumerate(extracted.records) if r.side == side]
    held = [extracted.records[i].amounts.get(measure) for i in rows]
    below = [*held[-1:], *held[:-1]]
    if [h and h.amount.fen for h in held] == [b and b.amount.fen for b in below]:
        return None
    records = list(extracted.records)
    for i, amount in zip(rows, below, strict=True):
        amounts = {m: a for m, a in records[i].amounts.items() if m != measure}
        if amount:
            amounts[measure] = amount
        records[i] = replace(records[i], amounts=amounts)
    return Slipped([replace(extracted, records=tuple(records)) if t is extracted else t for t in tables])


def two_digits(chance: random.Random, tables: Tables) -> Slipped | None:
    """One digit wrong in each of two amounts."""
    first = one_digit(chance, tables)
    second = one_digit(chance, first.tables) if first else None
    if first is None or second is None or first.wrong == second.wrong:
        return None
    return Slipped(second.tables, (*first.wrong, *second.wrong))


def renamed_column(chance: random.Random, tables: Tables) -> Slipped | None:
    """A whole column read as that of another measure, which the table does not print."""
    extracted = chance.choice(tables)
    if not extracted.measures:
        return None
    side, measure = chance.choice(sorted(extracted.measures))
    others = sorted(SINGLE.keys() - {m for _, m in extracted.measures})
    new = chance.choice(others)
    if extracted.table.rows or not any(measure in r.amounts for r in extracted.records if r.side == side):
        return None
    return Slipped([renamed(t, side, measure, new) if t is extracted else t for t in tables])


def renamed(extracted: ExtractedTable, side: Side, measure: str, new: str) -> ExtractedTable:
    """A table with a column of one side read as that of another measure."""

    def said(name: str) -> str:
        return new if name == measure else name

    def named(measures: frozenset[tuple[Side, str]]) -> frozenset[tuple[Side, str]]:
        return frozenset((s, said(m) if s == side else m) for s, m in measures)

    records = tuple(
        replace(r, amounts={said(m): held for m, held in r.amounts.items()}) if r.side == side else r
        for r in extracted.records
    )
    columns = tuple(replace(c, role=said(c.role)) if c.side in (None, side) else c for c in extracted.table.columns)
    return replace(
        extracted,
        records=records,
        measures=named(extracted.measures),
        earlier={period: named(measures) for period, measures in extracted.earlier.items()},
        table=replace(extracted.table, columns=columns),
    )


def removed_level(chance: random.Random, tables: Tables) -> Slipped | None:
    """All rows of one level not read."""
    candidates = [t for t in tables if len({r.level for r in t.records if r.level}) > 1]
    if not candidates:
        return None
    extracted = chance.choice(candidates)
    level = chance.choice(sorted({r.level for r in extracted.records if r.level}))
    return Slipped(without(tables, extracted, {i for i, r in enumerate(extracted.records) if r.level == level}))


def repeated_code(chance: random.Random, tables: Tables) -> Slipped | None:
    """A row with the code of the one above it. Its amounts are right."""
    pairs = [
        (t, i)
        for t in tables
        for i, (above, r) in enumerate(pairwise(t.records), start=1)
        if above.code and r.code and above.code != r.code and r.level == above.level
    ]
    if not pairs:
        return None
    extracted, index = chance.choice(pairs)
    records = list(extracted.records)
    records[index] = replace(records[index], code=records[index - 1].code)
    changed = replace(extracted, records=tuple(records))
    twins = tuple((extracted.table.id, records[at].row) for at in (index - 1, index))
    return Slipped([changed if t is extracted else t for t in tables], rows=twins)


def moved_total(chance: random.Random, tables: Tables) -> Slipped | None:
    """A grand total among the rows that it sums up. Its amounts are right."""
    found = [
        (t, i)
        for t in tables
        for i, r in enumerate(t.records)
        if r.level == 0 and not r.subtotal and r.amounts and len(t.records) > 3
    ]
    if not found:
        return None
    extracted, index = chance.choice(found)
    place = chance.choice([p for p in range(1, len(extracted.records) - 1) if p != index])
    order = [i for i in range(len(extracted.records)) if i != index]
    order.insert(place, index)
    new = {old: number for number, old in enumerate(order)}
    records = tuple(
        replace(r, parent=new[r.parent] if r.parent is not None else None)
        for r in map(extracted.records.__getitem__, order)
    )
    return Slipped([replace(extracted, records=records) if t is extracted else t for t in tables])


SLIPS: dict[str, Slip] = {
    "one digit": one_digit,
    "two digits": two_digits,
    "amount dropped": dropped_amount,
    "row dropped": dropped_row,
    "neighbours swapped": swapped,
    "amount moved over": moved_over,
    "column shifted": shifted_column,
}
"""What a publisher or a reader does to figures."""
PLANTED: dict[str, Slip] = {
    "column renamed": renamed_column,
    "level removed": removed_level,
    "code printed twice": repeated_code,
    "total moved": moved_total,
}
"""What a reader misunderstands, with every figure as it was: nobody is to be accused."""
