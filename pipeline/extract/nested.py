"""Shape `nested`: names in several columns, each a level below the one at its left; a name is printed once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.printed_row import PrintedRow, begin_of
from yusuan.pipeline.extract.records import Record
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.schemas.vocabulary.around import NOTHING, SUBTOTALS

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell
    from yusuan.schemas.tables.declaration import Table

BETWEEN = "／"
"""Stands between the parts of a name that is printed in several cells."""


class NestedReader:
    """Reads the names of a table's rows from top to bottom: which level each is of, and what it is called."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._names: dict[int, list[str]] = {}
        self._open: dict[int, Record] = {}

    def records(self, row: PrintedRow) -> Iterator[tuple[Record, bool]]:
        """The records that a row begins, outermost first, and whether the amounts of the row are the record's own.

        The last one has the amounts; those before it name what it is a part of, where that has no row of its own. A sum
        behind its parts (小计) gives a record again that has no amounts yet.
        """
        fresh = self._fresh(row)
        side = self._table.sides[0]
        if not row.texts or all(text in NOTHING for text in row.texts):
            return
        texts = [cell.text for cells in fresh.values() for cell in cells if cell.text]
        alone = strip_enumerator(texts[0])[0] if len(texts) == 1 else ""
        deepest = max(fresh, default=0)
        if alone in side.totals or (alone in SUBTOTALS and deepest <= 1):
            self._names.clear()
            self._open.clear()
            yield self._of(row, alone, 0, subtotal=alone not in side.totals), True
            return
        summed = deepest > 1 and all(cell.key in SUBTOTALS for cell in fresh[deepest] if cell.text)
        if summed and any(depth < deepest for depth in (*fresh, *self._names)):
            # The sum of what is named at its left.
            del fresh[deepest]
            deepest = max(depth for depth in (*fresh, *self._names) if depth < deepest)
            if deepest not in fresh and (begun := self._open.get(deepest)) and not begun.amounts:
                begun.row, begun.page, begun.box = row.number, row.page, row.box
                yield begun, True
                return
        for depth in sorted({*fresh, deepest}):
            if depth in fresh:
                self._name(depth, fresh[depth])
            record = self._record(depth, row, subtotal=summed and depth not in fresh)
            record.begins = begin_of(fresh.get(depth, ()))
            yield record, depth == deepest

    def _fresh(self, row: PrintedRow) -> dict[int, list[Cell]]:
        """The levels that are named in a row itself. A name that is open already is only printed again, after a page
        break, where something finer stands beside it.
        """
        cells = self._cells(row)
        fresh = {depth: own for depth, own in cells.items() if any(c.text and row.begins_here(c) for c in own)}
        deepest = max(fresh, default=0)
        new = False
        for depth in sorted(fresh):
            new = new or depth == deepest or [cell.text for cell in fresh[depth]] != self._names.get(depth)
            if not new:
                del fresh[depth]
        return fresh

    def _cells(self, row: PrintedRow) -> dict[int, list[Cell]]:
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
        before = self._names.get(depth, [])
        texts = [cell.text for cell in cells]
        first = next(place for place, text in enumerate(texts) if text)
        self._names = {open_: names for open_, names in self._names.items() if open_ < depth}
        self._names[depth] = [
            text or (before[i] if i < min(first, len(before)) else "") for i, text in enumerate(texts)
        ]

    def _record(self, depth: int, row: PrintedRow, subtotal: bool) -> Record:
        parts = [strip_enumerator(text) for text in self._names.get(depth, []) if text]
        item = BETWEEN.join(name for name, _ in parts)
        record = self._of(row, item, 0 if subtotal else depth, subtotal)
        record.of_which = any(kind == "of_which" for _, kind in parts)
        if not subtotal:
            self._open = {open_: known for open_, known in self._open.items() if open_ < depth}
            self._open[depth] = record
        return record

    def _of(self, row: PrintedRow, item: str, level: int, subtotal: bool) -> Record:
        side = self._table.sides[0].side
        return Record(row.number, row.page, side, "", item, level, row.box, subtotal=subtotal)
