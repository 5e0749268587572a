"""Shape `nested`: names in several columns, each a level below the one at its left; a name is printed once."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.labels import strip_enumerator
from pipeline.extract.records import Record
from pipeline.extract.rows import PrintedRow
from pipeline.layout.cells import Cell
from schemas.declaration import Table
from schemas.words import NOTHING, SUBTOTALS

BETWEEN = "／"
"""Stands between the parts of a name that is printed in several cells."""


class NestedReader:
    """Reads the names of a table's rows from top to bottom: which level each is of, and what it is called."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._open: dict[int, list[str]] = {}

    def records(self, row: PrintedRow) -> Iterator[tuple[Record, bool]]:
        """The records that a row begins, outermost first, and whether the amounts of the row are the record's own.

        The last one has the amounts; those before it name what it is a part of, where that has no row of its own.
        """
        names = self._names(row)
        fresh = {depth: cells for depth, cells in names.items() if any(c.text and row.begins_here(c) for c in cells)}
        side = self._table.sides[0]
        if not row.texts or all(text in NOTHING for text in row.texts):
            return
        texts = [cell.text for cells in fresh.values() for cell in cells if cell.text]
        alone = strip_enumerator(texts[0])[0] if len(texts) == 1 else ""
        if alone in side.totals:
            self._open.clear()
            yield Record(row.number, row.page, side.side, "", alone, 0, row.box), True
            return
        deepest = max(fresh, default=0)
        if (
            deepest > 1
            and all(cell.key in SUBTOTALS for cell in fresh[deepest] if cell.text)
            and self._above(deepest, fresh)
        ):
            # The sum of what is named at its left.
            del fresh[deepest]
            deepest = max(depth for depth in (*fresh, *self._open) if depth < deepest)
        for depth in sorted({*fresh, deepest}):
            if depth in fresh:
                self._name(depth, fresh[depth])
            yield self._record(depth, row), depth == deepest

    def _above(self, deepest: int, fresh: dict[int, list[Cell]]) -> bool:
        return any(depth < deepest for depth in (*fresh, *self._open))

    def _names(self, row: PrintedRow) -> dict[int, list[Cell]]:
        """The cells of a row that name something, by level, from left to right."""
        names: dict[int, list[Cell]] = {}
        seen: set[int] = set()
        for column, cells in sorted(row.cells.items(), key=lambda entry: row.columns[entry[0]]):
            if column.role != "item":
                continue
            for place, cell in enumerate(sorted(cells, key=lambda cell: cell.box[0])):
                if id(cell) not in seen:
                    seen.add(id(cell))
                    names.setdefault(column.depth + min(place, column.parted - 1), []).append(cell)
        return names

    def _name(self, depth: int, cells: list[Cell]) -> None:
        """Note what is named at a level. A blank before a name means the name above it."""
        before = self._open.get(depth, [])
        texts = [cell.text for cell in cells]
        first = next(place for place, text in enumerate(texts) if text)
        self._open = {open_: names for open_, names in self._open.items() if open_ < depth}
        self._open[depth] = [text or (before[i] if i < min(first, len(before)) else "") for i, text in enumerate(texts)]

    def _record(self, depth: int, row: PrintedRow) -> Record:
        parts = [strip_enumerator(text) for text in self._open.get(depth, []) if text]
        item = BETWEEN.join(name for name, _ in parts)
        of_which = any(kind == "of_which" for _, kind in parts)
        return Record(row.number, row.page, self._table.sides[0].side, "", item, depth, row.box, of_which=of_which)
