"""What an extractor gives: the lines of a logical table with their printed amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from yusuan.schemas.tables.declaration import Side, Stage, Table

if TYPE_CHECKING:
    import pandas as pd

    from yusuan.pipeline.extract.amounts import Amount
    from yusuan.pipeline.messages.findings import Box
    from yusuan.schemas.sentences.said import Said


Read = Literal["text", "ocr", "ocr_repaired"]
"""Where an amount is read: in the text of the PDF, in a picture of the page, and so, but repaired by proof."""


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount and the cell it stood in.

    `read_as` is what it was taken for before it was repaired; empty where it was not.
    """

    amount: Amount
    page: int
    box: Box
    read: Read = "text"
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a name begins, in points from the left, and whether it stands in the middle of its cell; None where it
    fills it, so that it stands there anyway.
    """

    x: float
    centred: bool | None


Period = tuple[Stage | None, int]
"""The kind of a number where the table has several, and the years that it lies back."""


@dataclass(slots=True)
class Record:
    """One line of a table: a printed row, one side of it, one of the lists side by side in it, or the numbers of one
    kind in it.

    `row` counts the printed rows of the logical table from 1. `level` is 0 for a grand total.
    `parent` is the index of the record that this one is a part of. `of_which` marks a line that is
    only one of the parts of its parent (其中：); `subtotal` one of level 0 that sums up other lines but
    is not the grand total; `balance` one of money carried over. `basis` is the kind of number where the table has
    both, else None: that of the document. `years_back` is how many years before the document's own the amounts are for.
    `rows` has the printed row and its page for measures that are listed below each other. `names` has what else names
    the row, by the column of the dataset: a body, a project, an account beside a function. `begins` is where the first
    of its names begins; None where that is not known. `unsure` tells that it has no name, or one that may be another
    row's.
    """

    row: int
    page: int
    side: Side
    code: str
    item: str
    level: int
    box: Box
    amounts: dict[str, PrintedAmount] = field(default_factory=dict)
    parent: int | None = None
    of_which: bool = False
    subtotal: bool = False
    balance: bool = False
    basis: Stage | None = None
    years_back: int = 0
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    begins: Begin | None = None
    unsure: bool = False

    def __repr__(self) -> str:
        named = " ".join(filter(None, (self.code, self.item)))
        return f"<Record row {self.row} {named!r}: {self.side}, {len(self.amounts)} amounts>"

    def row_of(self, measure: str) -> int:
        """The printed row in which the amount of a measure stands."""
        return self.rows[measure][0] if measure in self.rows else self.row

    def page_of(self, measure: str) -> int:
        """The page on which the amount of a measure stands."""
        return self.rows[measure][1] if measure in self.rows else self.page

    @property
    def kind_of_balance(self) -> bool:
        """Whether it is one kind of what was carried over, a part of the row of all of it, be that read or not: it may
        have the name of a source of the year's own money.
        """
        return self.balance and (self.parent is not None or self.level > 1)

    @property
    def period(self) -> Period:
        """What kind of number it holds and for which year: only records of one period are parts of each other."""
        return self.basis, self.years_back


@dataclass(frozen=True)
class ExtractedTable:
    """A published table as read: its records, the measures whose columns it has, its unit.

    `unread` tells whether some column or amount could not be read, so that sums over the row or
    column cannot be judged. `years` are those that its headers name (2024年基本支出) for the document's own figures;
    `earlier` has the measures that are printed for years before, by period, and `kinds` those of each kind of number of
    the year itself where it has several (planned beside spent); `problems` what is wrong with the code of a
    record by itself, by its index. `unsummed` are the rules of sums that the
    table was not found to keep to: nothing is proved by them there, and nobody accused; by those in `doubted` nobody is
    accused either, but they prove where they hold. `entity` is the body that is named above the table. `rows_lost`:
    rows of it were not read, or may stand where they are not read as its own.
    """

    table: Table
    title: str
    unit: str
    page: int
    pages: tuple[int, ...]
    measures: frozenset[tuple[Side, str]]
    records: tuple[Record, ...]
    unread: frozenset[tuple[int, str]] = frozenset()
    unread_columns: bool = False
    years: frozenset[int] = frozenset()
    earlier: Mapping[Period, frozenset[tuple[Side, str]]] = field(default_factory=dict)
    kinds: Mapping[Period, frozenset[tuple[Side, str]]] = field(default_factory=dict)
    problems: Mapping[int, Said] = field(default_factory=dict)
    unsummed: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    entity: str = ""
    rows_lost: bool = False

    def __repr__(self) -> str:
        return f"<ExtractedTable {self.table.id} {self.title!r}: page {self.page}, {len(self.records)} records>"

    @property
    def order_is_known(self) -> bool:
        """Whether codes or places tell which rows are parts of which, and sums along the columns do not deny it."""
        return not self.doubted and "column_sum" not in self.unsummed

    def has(self, record: Record, measure: str) -> bool:
        """Whether the table has a column for a measure of a record."""
        own = self.kinds.get(record.period, self.measures)
        measures = self.earlier.get(record.period, frozenset()) if record.years_back else own
        return (record.side, measure) in measures

    def frame(self) -> pd.DataFrame:
        """The table as a DataFrame: one row per record; amounts in fen, missing where blank.

        Columns: row, page, side, code, item, level, basis ('' for that of the document), years_back, then each measure
        of the declaration.
        """
        import pandas as pd

        records = self.records
        columns: dict[str, pd.Series] = {
            "row": pd.Series([r.row for r in records], dtype="int64"),
            "page": pd.Series([r.page for r in records], dtype="int64"),
            "side": pd.Series([r.side for r in records], dtype="str"),
            "code": pd.Series([r.code for r in records], dtype="str"),
            "item": pd.Series([r.item for r in records], dtype="str"),
            "level": pd.Series([r.level for r in records], dtype="int64"),
            "basis": pd.Series([r.basis or "" for r in records], dtype="str"),
            "years_back": pd.Series([r.years_back for r in records], dtype="int64"),
        }
        for measure in self.table.measures():
            columns[measure] = pd.Series(
                [r.amounts[measure].amount.fen if measure in r.amounts else None for r in records],
                dtype="Int64",
            )
        return pd.DataFrame(columns)

    def parents(self, record: Record) -> list[Record]:
        """The records above one in the hierarchy, outermost first."""
        above: list[Record] = []
        while record.parent is not None:
            record = self.records[record.parent]
            above.insert(0, record)
        return above
