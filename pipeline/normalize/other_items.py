"""What no declaration reads → the rows of other_items: each printed figure with the words that name its row and
column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from yusuan.pipeline.layout.header import is_page_sum
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.normalize.figures import WORTH, unread_in
from yusuan.pipeline.normalize.printed_table import PrintedFigure, PrintedRow, PrintedTable, is_counted, printed_table
from yusuan.pipeline.prove.shown_sums import Figures, sums_across, sums_down
from yusuan.schemas.dataset.fields import JOINT
from yusuan.schemas.sentences import tables as say

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell
    from yusuan.pipeline.layout.logical import LogicalTable

Place = tuple[int, float, float]
"""The page of a cell, its left and its upper border."""
_LARGEST = Decimal(10) ** 15


@dataclass
class Others:
    """The rows of other_items of one document, how many amount-like figures are in no row of any file, and where."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    unread: int = 0
    findings: list[Finding] = field(default_factory=list)


def place(page: int, cell: Cell) -> Place:
    """What tells a cell from all others of its document."""
    page, box = cell.printed(page)
    return page, box[0], box[1]


def other_items(
    document_id: str,
    tables: Sequence[LogicalTable],
    read: Collection[Place],
    named: Collection[Place] = (),
    scanned: Collection[int] = (),
) -> Others:
    """The figures of `tables`, those of the whole document in reading order, that are not in the cells `read`.

    Cells that a finding has `named` already are counted as unread where they hold no figure, and not named again.
    `scanned` are the pages that were read from pictures.
    """
    found = Others()
    for number, logical in enumerate(tables, start=1):
        printed = printed_table(logical)
        if not printed.has_money and not any(unread_in(cell) for _, cell in printed.body):
            continue
        taken: set[Place] = set()
        left: list[tuple[Place, PrintedRow, PrintedFigure]] = []
        for row in printed.rows:
            for each in row.figures:
                here = place(each.page, each.cell)
                if here not in read and here not in taken:
                    taken.add(here)
                    left.append((here, row, each))
        proved = _proved(printed, scanned) if left else set()
        for here, row, each in left:
            found.rows.append(_row(document_id, number, printed, each, row.named(each.column), here in proved))
            found.rows[-1]["read"] = "ocr" if here[0] in scanned else "text"
        lost: list[tuple[int, Cell, int]] = []
        for page, cell in printed.body:
            here = place(page, cell)
            if here in read or here in taken:
                continue
            count = unread_in(cell)
            if here in named:
                found.unread += max(1, count)
            elif count:
                lost.append((here[0], cell, count))
        _name_lost(found, printed, lost)
    return found


def in_yuan(each: PrintedFigure, named: Sequence[str]) -> Decimal | None:
    """What a figure is worth in yuan, to the fen; None where it is no money, or no unit is known. `named` names its
    row.
    """
    unit = each.figure.unit or each.column.unit
    if each.column.kind != "money" or unit not in WORTH or is_counted(named):
        return None
    amount = (each.figure.number * WORTH[unit]).quantize(Decimal("0.01"))
    return amount if abs(amount) < _LARGEST else None


def _row(
    document_id: str, number: int, table: PrintedTable, each: PrintedFigure, named: Sequence[str], proved: bool
) -> dict[str, Any]:
    column = each.column
    page, (x0, top, x1, bottom) = each.cell.printed(each.page)
    return {
        "document_id": document_id,
        "table": number,
        "title": table.logical.caption.title or None,
        "row": each.row,
        "column": column.number,
        "row_names": JOINT.join(named) or None,
        "column_names": JOINT.join(column.words) or None,
        "amount": in_yuan(each, named),
        "printed": each.figure.printed,
        "unit": each.figure.unit or column.unit or None,
        "status": "proved" if proved else "unproved",
        "page": page,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
    }


def _proved(table: PrintedTable, scanned: Collection[int]) -> set[Place]:
    """The cells that stand in sums which the table itself shows, with too many digits for chance.

    On pages read from pictures it takes two sums of several parts: equal pictures are misread alike.
    """
    money = sorted({each.column.number for row in table.rows for each in row.figures if each.column.kind == "money"})
    proved: set[Place] = set()
    sums: Counter[Place] = Counter()
    units = {column.unit for number, column in table.columns.items() if number in money}
    if not money or len(units) > 1:
        return proved
    cells: dict[tuple[int, int], PrintedFigure] = {}
    for index, row in enumerate(table.rows):
        for each in () if is_page_sum([cell.key for _, cell in row.texts]) else row.figures:
            if each.column.number in money:
                cells[index, money.index(each.column.number)] = each
    numbers = [each.figure.number for each in cells.values()]
    step = min((each.figure.step for each in cells.values() if not each.figure.is_dash), default=Decimal(1))
    if max(map(abs, numbers), default=Decimal(0)) / step >= Decimal(2) ** 52:
        return proved
    values = np.zeros((len(table.rows), len(money)), dtype=np.int64)
    printed = np.zeros(values.shape, dtype=np.bool_)
    for at, each in cells.items():
        values[at], printed[at] = int(each.figure.number / step), True
    figures = Figures(values, printed, exact=units == {"元"} and step < 1)
    across, totals = sums_across(figures)
    for instance in (*across, *sums_down(figures, range(len(table.rows)), totals)):
        if instance.holds and instance.parts:
            for at in (instance.total, *instance.parts):
                proved.add(place(cells[at].page, cells[at].cell))
                sums[place(cells[at].page, cells[at].cell)] += len(instance.parts) > 1
    return {here for here in proved if here[0] not in scanned or sums[here] > 1}


def _name_lost(found: Others, table: PrintedTable, lost: Sequence[tuple[int, Cell, int]]) -> None:
    """One finding for each page of a table with figures that are in no row of any file."""
    for page in dict.fromkeys(page for page, _, _ in lost):
        here = [(cell, count) for on, cell, count in lost if on == page]
        count = sum(count for _, count in here)
        found.unread += count
        boxes = [cell.printed(page)[1] for cell, _ in here]
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        title = table.logical.caption.title
        sentence = say.FIGURES_LOST if title else say.FIGURES_LOST_UNTITLED
        found.findings.append(
            Finding(
                "table.unread",
                sentence.of(count=count, title=title, text=here[0][0].text[:60]),
                page=page,
                box=box,
            )
        )
