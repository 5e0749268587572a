"""What the tables of a document say of the subjects that its prose speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from yusuan.pipeline.prove.identities import grand_totals, rows_of
from yusuan.pipeline.read.characters import key
from yusuan.schemas.prose.statements import FUND_TABLES, VARIANTS, Place

if TYPE_CHECKING:
    from yusuan.pipeline.extract.amounts import Amount
    from yusuan.pipeline.extract.records import ExtractedTable, Record
    from yusuan.pipeline.prove.identities import Key


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of the tables in yuan, and how far rounding may have moved it."""

    yuan: Decimal
    half: Decimal = Decimal(0)


class Rounded(Protocol):
    """A figure in yuan that rounding may have moved by `half`."""

    @property
    def yuan(self) -> Decimal:
        """The figure."""

    @property
    def half(self) -> Decimal:
        """Half of its last printed digit."""


def alike(one: Rounded, other: Rounded) -> bool:
    """Whether two figures may be one and the same, rounded each in its way.

    Rounded in the same way they are printed alike, or they are not the same.
    """
    return abs(one.yuan - other.yuan) <= (0 if one.half == other.half else one.half + other.half)


@dataclass(frozen=True, slots=True)
class Item:
    """A 科目 of the fund tables: its codes and names from the first level down, the sum over the funds."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    figure: Figure | None
    is_leaf: bool

    @property
    def code(self) -> str:
        """Its own code."""
        return self.codes[-1]


class Tables:
    """The extracted tables of one document, asked by subject.

    `absent` are the ids of the tables that such a document does not have; any other that is not among `extracted`
    could not be read, and what it may add to an amount is not known.
    """

    def __init__(self, extracted: Iterable[ExtractedTable], absent: frozenset[str] = frozenset()) -> None:
        self._tables = {table.table.id: table for table in extracted}
        self.extracted = tuple(self._tables.values())
        """The tables themselves."""
        self.complete = all(table in self._tables or table in absent for table in FUND_TABLES)
        """Whether the tables of all funds are known, so that an item's amount is all there is of it."""
        self.items: Sequence[Item] = self._items()

    def figure(self, place: Place) -> Figure | None:
        """The amount at `place`; a blank there is nothing, so 0. None where it is not known."""
        table = self._tables.get(place.table)
        if table is None or (place.side, place.measure) not in table.measures:
            return None
        rows = [index for index in _rows(table, place) if table.records[index].basis == place.basis]
        filled = any(record.amounts and record.basis == place.basis for record in table.records)
        if len(rows) > 1 or (not rows and filled):
            return None
        return _figure(table, rows[0], place.measure) if rows else Figure(Decimal(0))

    def key(self, place: Place) -> Key | None:
        """The one cell at `place`, be it blank; None where there is none, or more."""
        table = self._tables.get(place.table)
        if table is None or table.unread_columns or (place.side, place.measure) not in table.measures:
            return None
        rows = [index for index in _rows(table, place) if table.records[index].basis == place.basis]
        return (place.table, rows[0], place.measure) if len(rows) == 1 else None

    def _items(self) -> list[Item]:
        known = [self._tables[table] for table in FUND_TABLES if table in self._tables]
        paths: dict[str, list[Record]] = {}
        figures: dict[str, list[Figure | None]] = {}
        parents: set[str] = set()
        for table in known:
            called: dict[str, str] = {}
            for index, record in enumerate(table.records):
                if not record.level or not record.code or not record.amounts or record.years_back:
                    continue
                above = table.parents(record)
                paths.setdefault(record.code, [*above, record])
                # A code that stands beside two names is a slip in one of them: what it comes to is not known.
                twin = called.setdefault(record.code, plain(record.item)) != plain(record.item)
                figures.setdefault(record.code, []).append(None if twin else _figure(table, index, "total"))
                parents.update(r.code for r in above)
        return [
            Item(
                tuple(record.code for record in path),
                tuple(plain(record.item) for record in path),
                _sum(figures[code]),
                code not in parents,
            )
            for code, path in paths.items()
        ]


def _rows(table: ExtractedTable, place: Place) -> list[int]:
    """The grand totals, or the rows of the name that is asked for, without those of money carried over."""
    if not place.item:
        return grand_totals(table, place.side)
    return [i for i, r in rows_of(table, place.side) if r.item == place.item and not r.kind_of_balance]


@lru_cache(1 << 13)
def plain(name: str) -> str:
    """A name in the form in which names are compared: spellings that are no other name are one."""
    text = key(name)
    for variant, usual in VARIANTS.items():
        text = text.replace(variant, usual)
    return text


def _figure(table: ExtractedTable, index: int, measure: str) -> Figure | None:
    if table.unread_columns or (index, measure) in table.unread:
        return None
    if not table.has(table.records[index], measure):
        return None  # a table without the column says nothing of it
    printed = table.records[index].amounts.get(measure)
    if printed is None:
        return Figure(Decimal(0))
    return figure_of(printed.amount)


def same_names(prose: Sequence[str], table: Sequence[str]) -> list[bool]:
    """Whether names of one line agree, level by level, but for words that make no other name of one."""
    first = [bare(one) == bare(other) for one, other in zip(prose, table, strict=False)]
    return first + [False] * abs(len(prose) - len(table))


@lru_cache(1 << 13)
def bare(name: str) -> str:
    """A name without 的 and without a closing 支出 or 费, which prose leaves out of names, or adds to them."""
    return plain(name).replace("的", "").removesuffix("支出").removesuffix("费")


def figure_of(amount: Amount) -> Figure:
    """An amount of a table; to the fen it is exact."""
    return Figure(Decimal(amount.fen) / 100, Decimal(amount.step) / 200 if amount.step > 1 else Decimal(0))


def _sum(figures: Sequence[Figure | None]) -> Figure | None:
    known = [figure for figure in figures if figure is not None]
    if len(known) < len(figures):
        return None
    return Figure(sum((f.yuan for f in known), Decimal(0)), sum((f.half for f in known), Decimal(0)))
