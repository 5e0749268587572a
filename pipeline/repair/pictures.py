"""Which amounts of a document were read from pictures, and what the picture says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from yusuan.pipeline.extract.records import ExtractedTable, PrintedAmount, Record
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.page import Page
from yusuan.pipeline.read.reading import Reading
from yusuan.pipeline.repair.alternatives import alternatives

NEAR = 6.0
"""The picture may give the new text so much less than the old one, a factor of 400 (logarithms of probabilities). A
rival is in reach where it gives that so much less than the best one."""

Place = tuple[int, float, float]
"""The page of a cell, its left and its upper border."""


def place(printed: PrintedAmount) -> Place:
    """The cell of an amount."""
    return printed.page, printed.box[0], printed.box[1]


class Pictures:
    """The readings of the pages that were read from pictures; `pages` are their numbers."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._readings = {page.number: page.readings for page in pages if page.scanned}
        self.pages = frozenset(self._readings)
        self._unsure = {page.number: page.unsure for page in pages if page.unsure}
        self._of: dict[Place, Reading | None] = {}
        self._else: dict[int, Mapping[str, float]] = {}

    def of(self, printed: PrintedAmount) -> Reading | None:
        """What the picture says of the figure in an amount's cell, as it was read at first.

        None where it was not read from a picture, or where more than this one figure was read in its cell.
        """
        if printed.page not in self._readings:
            return None
        at = place(printed)
        if at not in self._of:
            x0, top, x1, bottom = printed.box
            within = [
                reading
                for reading in self._readings[printed.page]
                if x0 <= (reading.box[0] + reading.box[2]) / 2 <= x1
                and top <= (reading.box[1] + reading.box[3]) / 2 <= bottom
            ]
            first = printed.read_as or printed.amount.printed
            self._of[at] = within[0] if len(within) == 1 and within[0].text == key(first) else None
        return self._of[at]

    def unsure(self, page: int, box: Box) -> bool:
        """Whether some sign of the words within a box was hardly made out."""
        return any(
            box[0] <= (x0 + x1) / 2 <= box[2] and box[1] <= (top + bottom) / 2 <= box[3]
            for x0, top, x1, bottom in self._unsure.get(page, ())
        )

    def alternatives(self, reading: Reading) -> Mapping[str, float]:
        """What else a picture may say, in reach of a repair or of a rival; see `alternatives`."""
        if id(reading) not in self._else:
            self._else[id(reading)] = alternatives(reading, 2 * NEAR)
        return self._else[id(reading)]


def marked(tables: Iterable[ExtractedTable], pictures: Pictures) -> list[ExtractedTable]:
    """The tables, in which each amount on a page that was read from a picture says so."""

    def said(_: ExtractedTable, printed: PrintedAmount) -> PrintedAmount:
        return replace(printed, read="ocr") if printed.page in pictures.pages else printed

    return changed(tables, said)


def changed(
    tables: Iterable[ExtractedTable], change: Callable[[ExtractedTable, PrintedAmount], PrintedAmount]
) -> list[ExtractedTable]:
    """The tables with what `change` makes of each amount."""
    return [replace(table, records=tuple(_records(table, change))) for table in tables]


def _records(table: ExtractedTable, change: Callable[[ExtractedTable, PrintedAmount], PrintedAmount]) -> list[Record]:
    return [
        replace(record, amounts={measure: change(table, printed) for measure, printed in record.amounts.items()})
        for record in table.records
    ]
