"""Line items → published tables as they are printed: a line per printed row, a column per measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from yusuan.pipeline.export.bodies import by_body
from yusuan.pipeline.load.folder import Loaded
from yusuan.schemas.dataset.fields import LINE_ITEMS, ROW_NAMES
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.tables.measures import MEASURES

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = ("document_id", "fiscal_year", "basis", "row", "side", "classification", "code", "level", "item")
_FIELDS = (*_KEY, "entity", "entity_level", "stage", "page")
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
    year before beside the year. `further` are the other names of the row, as its table says.
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
    further: tuple[str | None, ...]
    cells: dict[str, Cell]

    @property
    def leaves(self) -> list[str]:
        """The measures whose amounts are leaves."""
        return [measure for measure, cell in self.cells.items() if cell.is_leaf]

    @property
    def statuses(self) -> dict[str, list[str]]:
        """The measures of each status, the worst first."""
        found: dict[str, list[str]] = {"contradicted": [], "in_doubt": [], "unproved": [], "proved": []}
        for measure, cell in self.cells.items():
            found[cell.status].append(measure)
        return {status: measures for status, measures in found.items() if measures}


@dataclass(frozen=True)
class WideTable:
    """A published table over all documents: its measures in the order of the declarations, and its rows.

    `further` are the columns for other names of a row (body, project …) that it has.
    """

    id: str
    further: tuple[str, ...]
    measures: tuple[str, ...]
    rows: tuple[WideRow, ...]


def wide_tables(loaded: Loaded) -> Iterator[WideTable]:
    """The tables that a dataset holds, in the order of the declarations, undeclared ones last by name.

    The documents of one body follow each other. Every line item is in one cell of one of them.
    """
    import pyarrow.compute as pc

    documents = {document.id: (place, document.year) for place, document in enumerate(by_body(loaded))}
    lines = loaded[LINE_ITEMS.name]
    there = set(pc.unique(lines["table"]).to_pylist())
    order = [table_id for table_id in TABLES if table_id in there]
    for table_id in (*order, *sorted(there.difference(order))):
        yield _wide(table_id, lines.filter(pc.equal(lines["table"], table_id)), documents)


def _wide(table_id: str, lines: pa.Table, documents: Mapping[str, tuple[int, int | None]]) -> WideTable:
    further = tuple(name for name in ROW_NAMES if lines[name].null_count < lines.num_rows)
    lines = lines.select([*_FIELDS, *further, "measure", "amount", "is_leaf", "status"])
    rows: dict[tuple[object, ...], list[WideRow]] = {}
    for batch in lines.to_batches(max_chunksize=_ROWS_AT_ONCE):
        for line in batch.to_pylist():
            names = tuple(line[name] for name in further)
            key = (*(line[name] for name in _KEY), names)
            cell = Cell(line["amount"], line["is_leaf"], line["status"])
            alike = rows.setdefault(key, [])
            # Two lines of one printed row that are alike in all, say in lists side by side, cannot be told apart any
            # more: then each amount gets a line of its own, so that none stands beside one that it has no part in.
            if not alike or line["measure"] in alike[0].cells or len(alike) > 1:
                if len(alike) == 1:
                    alike[:] = [replace(alike[0], cells={measure: held}) for measure, held in alike[0].cells.items()]
                _, year = documents[line["document_id"]]
                own = {name: line[name] for name in _FIELDS}
                alike.append(WideRow(**own, document_year=year, further=names, cells={line["measure"]: cell}))
            else:
                alike[0].cells[line["measure"]] = cell
    found = [row for alike in rows.values() for row in alike]
    found.sort(key=lambda row: documents[row.document_id][0])
    there = {measure for row in found for measure in row.cells}
    return WideTable(table_id, further, tuple(measure for measure in MEASURES if measure in there), tuple(found))
