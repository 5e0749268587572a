"""Line items → published tables as they are printed: a line per printed row, a column per measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pipeline.load import Loaded
from schemas.dataset.fields import DOCUMENTS, LINE_ITEMS
from schemas.tables.ids import TABLES
from schemas.tables.measures import MEASURES

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = ("document_id", "fiscal_year", "basis", "row", "side", "classification", "code", "level", "item")
_ROWS_AT_ONCE = 10_000


class Cell(NamedTuple):
    """An amount in yuan, whether it is a leaf, and its status."""

    amount: Decimal
    is_leaf: bool
    status: str


@dataclass(frozen=True, slots=True)
class WideRow:
    """One printed row of a document: what tells it from others, and its amounts by measure.

    `document_year` is the document's own; `fiscal_year` that of the amounts, which is another where a table prints the
    year before beside the year.
    """

    entity: str
    entity_level: str
    document_year: int | None
    fiscal_year: int
    stage: str
    basis: str
    row: int
    side: str
    classification: str
    code: str | None
    level: int
    item: str | None
    page: int
    document_id: str
    cells: dict[str, Cell]

    @property
    def leaf(self) -> str:
        """`yes` or `no` where all amounts are leaves or none is, else the measures whose amounts are."""
        leaves = [measure for measure, cell in self.cells.items() if cell.is_leaf]
        if len(leaves) == len(self.cells):
            return "yes"
        return f"only {', '.join(leaves)}" if leaves else "no"

    @property
    def status(self) -> str:
        """The status of all amounts; where they differ, the measures of each, the worst first."""
        found: dict[str, list[str]] = {"contradicted": [], "in_doubt": [], "unproved": [], "proved": []}
        for measure, cell in self.cells.items():
            found[cell.status].append(measure)
        if len(found["proved"]) == len(self.cells):
            return "proved"
        return "; ".join(f"{s}: {', '.join(m)}" for s, m in found.items() if m and s != "proved")


@dataclass(frozen=True)
class WideTable:
    """A published table over all documents: its measures in the order of the declarations, and its rows."""

    id: str
    measures: tuple[str, ...]
    rows: tuple[WideRow, ...]


def wide_tables(loaded: Loaded) -> Iterator[WideTable]:
    """The tables that a dataset holds, in the order of the declarations, undeclared ones last by name.

    Every line item is in one cell of one of them.
    """
    import pyarrow.compute as pc

    years = dict(zip(*(loaded[DOCUMENTS.name][c].to_pylist() for c in ("document_id", "fiscal_year")), strict=True))
    lines = loaded[LINE_ITEMS.name]
    there = set(pc.unique(lines["table"]).to_pylist())
    order = [table_id for table_id in TABLES if table_id in there]
    for table_id in (*order, *sorted(there.difference(order))):
        yield _wide(table_id, lines.filter(pc.equal(lines["table"], table_id)), years)


def _wide(table_id: str, lines: pa.Table, years: dict[str, int | None]) -> WideTable:
    rows: dict[tuple[object, ...], list[WideRow]] = {}
    for batch in lines.to_batches(max_chunksize=_ROWS_AT_ONCE):
        for line in batch.to_pylist():
            key = tuple(line[name] for name in _KEY)
            cell = Cell(line["amount"], line["is_leaf"], line["status"])
            alike = rows.setdefault(key, [])
            # Two lines of one printed row that are alike in all, say in lists side by side, cannot be told apart any
            # more: then each amount gets a line of its own, so that none stands beside one that it has no part in.
            if not alike or line["measure"] in alike[0].cells or len(alike) > 1:
                if len(alike) == 1:
                    alike[:] = [replace(alike[0], cells={measure: held}) for measure, held in alike[0].cells.items()]
                alike.append(_row(line, years[line["document_id"]], {line["measure"]: cell}))
            else:
                alike[0].cells[line["measure"]] = cell
    found = tuple(row for alike in rows.values() for row in alike)
    there = {measure for row in found for measure in row.cells}
    return WideTable(table_id, tuple(measure for measure in MEASURES if measure in there), found)


def _row(line: dict[str, object], document_year: int | None, cells: dict[str, Cell]) -> WideRow:
    names = (name for name in WideRow.__dataclass_fields__ if name not in ("document_year", "cells"))
    return WideRow(**{name: line[name] for name in names}, document_year=document_year, cells=cells)  # type: ignore[arg-type]
