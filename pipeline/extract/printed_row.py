"""One printed row of a table: the cell under each known column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yusuan.brief import brief
from yusuan.pipeline.extract.cut_rows import fills_its_cell, rejoined_cells
from yusuan.pipeline.extract.records import Begin
from yusuan.pipeline.layout.cells import Cell, Grid, joined
from yusuan.pipeline.layout.header import AMOUNT_LIKE
from yusuan.pipeline.read.characters import name
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.schemas.tables.declaration import CODE_ROLES
from yusuan.schemas.tables.official import OFFICIAL_NAMES
from yusuan.schemas.vocabulary.headers import WORDS

if TYPE_CHECKING:
    from yusuan.pipeline.messages.findings import Box
    from yusuan.schemas.tables.declaration import Column


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed row. `cells` holds, per column, the distinct cells of this row that stand under it;
    `shared` the ids of those that stand under several measures at once. `whole` has all cells of the row, `columns` the
    borders of each column. `overleaf` are the columns of a row that a page break cuts whose cells are those of its
    lower part, with the page of that. `torn` is the first row of a page that has no code, below one that has a
    code and no amount: whose its amounts are is not known.
    """

    number: int
    page: int
    box: Box
    cells: dict[Column, tuple[Cell, ...]]
    shared: frozenset[int]
    whole: tuple[Cell, ...]
    columns: Mapping[Column, tuple[float, float]]
    overleaf: Mapping[Column, int] = field(default_factory=dict)
    torn: bool = False

    def __repr__(self) -> str:
        return brief(self)

    def begins_before(self, cell: Cell, column: Column) -> bool:
        """Whether a cell begins further left than the column does."""
        x0, x1 = self.columns[column]
        return cell.box[0] < x0 - (x1 - x0) / 2

    def after(self, cell: Cell) -> Cell | None:
        """The cell right of another; None for the last one."""
        return min((c for c in self.whole if c.box[0] >= cell.box[2] - 1), key=lambda c: c.box[0], default=None)

    def begins_here(self, cell: Cell) -> bool:
        """Whether a cell begins in this row, and does not reach into it from above."""
        return cell.box[1] >= self.box[1] - 1

    def cell(self, column: Column | None) -> Cell | None:
        """The one cell under a column; of several, the only one that holds text. None if there is none."""
        if column is None:
            return None
        cells = self.cells.get(column, ())
        if len(cells) < 2:
            return cells[0] if cells else None
        filled = [cell for cell in cells if cell.text]
        if len(filled) > 1 and not column.is_measure:
            return joined(filled)  # a name whose column is parted by a line that its header does not have
        return filled[0] if len(filled) == 1 else (None if filled else cells[0])

    def ambiguous(self, column: Column) -> bool:
        """Whether several cells with text stand under one header, or one under several."""
        cells = self.cells.get(column, ())
        if len(cells) < 2 and not self.shared:
            return False
        filled = [cell for cell in cells if cell.text]
        return len(filled) > 1 or any(id(cell) in self.shared for cell in filled)

    def filled(self, column: Column) -> bool:
        """Whether anything stands under a column."""
        return any(cell.text for cell in self.cells.get(column, ()))

    @property
    def has_amounts(self) -> bool:
        """Whether anything stands under a measure."""
        return any(column.is_measure and self.filled(column) for column in self.cells)

    @property
    def codes(self) -> list[str]:
        """What stands in the row's cells for codes."""
        return [
            cell.key for column in self.cells if column.role in CODE_ROLES for cell in self.cells[column] if cell.key
        ]

    @property
    def texts(self) -> list[str]:
        """The texts of the row's cells that are not blank, each once."""
        seen = {id(cell): cell for cells in self.cells.values() for cell in cells}
        return [cell.key for cell in seen.values() if cell.key]


def rejoined(upper: PrintedRow, lower: PrintedRow) -> PrintedRow:
    """A row that a page break cuts in two, as one: the cells of its upper part with what they hold in the lower one."""
    cells = {column: rejoined_cells(cells, lower.cells.get(column, ())) for column, cells in upper.cells.items()}
    overleaf = {
        column: lower.page
        for column in upper.cells
        if column.is_measure and not upper.filled(column) and lower.filled(column)
    }
    return replace(upper, cells={**cells, **{column: lower.cells[column] for column in overleaf}}, overleaf=overleaf)


def is_rest(lower: PrintedRow, upper: PrintedRow) -> bool | None:
    """Whether the first row of a page is the rest of the last row of the page before, as where a page break parts a
    row's amounts from its code, or the lines of an amount; None where that is not known.

    It has amounts and no code, in a list in which the row before has a code; that one has no amount, and a name that
    runs on or is whole, or what follows are pieces of its amounts. Or it has code, amounts and the end of an official
    name, of which nothing but the beginning stands in the row before.
    """
    coded = [column for column in upper.columns if column.role in CODE_ROLES]
    if not coded:
        return _is_rest_by_name(lower, upper)
    below = {column for column in lower.columns if column.is_measure and lower.filled(column)}
    above = {column for column in upper.columns if column.is_measure and upper.filled(column)}
    if below and not above and any(map(lower.filled, coded)) and not any(map(upper.filled, coded)):
        return _begins_its_name(upper, lower)
    if not below or any(map(lower.filled, coded)) or not any(map(upper.filled, coded)):
        return False
    words = {id(cell) for cell in lower.whole if cell.key and not AMOUNT_LIKE.match(cell.key)}
    if not words:
        return not above or below <= above
    named = [column for column in lower.columns if column.role == "item" and lower.filled(column)]
    if above or not words <= {id(cell) for column in named for cell in lower.cells[column]}:
        return False
    names = [cell for column in named for cell in upper.cells.get(column, ()) if cell.text]
    return True if names and all(map(fills_its_cell, names)) else None


def _begins_its_name(upper: PrintedRow, lower: PrintedRow) -> bool:
    """Whether the names of two rows are one official name together, of which neither has all."""
    over, under = (
        name(
            "".join(cell.text for column in row.columns if column.role == "item" for cell in row.cells.get(column, ()))
        )
        for row in (upper, lower)
    )
    return bool(over and under) and under not in OFFICIAL_NAMES and over + under in OFFICIAL_NAMES


def _is_rest_by_name(lower: PrintedRow, upper: PrintedRow) -> bool:
    """Whether a row at the head of a page has the amounts of the last row before, in lists without codes.

    Names stand alone there, and here, under them, amounts without a name, or with the rest of one that fills its cell
    and that is known as a whole.
    """
    sure = False
    for column in (column for column in upper.columns if column.role == "item"):
        own = [other for other in upper.columns if other.is_measure and other.side == column.side]
        above, below = any(map(upper.filled, own)), any(map(lower.filled, own))
        over, under = upper.cell(column), lower.cell(column)
        rest = name(under.text) if under is not None else ""
        if not (rest or below):
            continue
        if over is None or not over.text or (above and below):
            return False
        if not rest:
            sure = True
            continue
        begun, _ = strip_enumerator(over.text)
        whole = begun + rest in OFFICIAL_NAMES or begun + rest in WORDS
        if not whole and (begun in OFFICIAL_NAMES or not fills_its_cell(over) or strip_enumerator(rest)[1]):
            return False
        sure = sure or (whole and below)
    return sure


Sides = tuple[tuple[float, float], ...]
"""The left and right borders of the cells of a row: most rows of a table have the same."""


def standing_under(
    sides: Sides, columns: Mapping[Column, tuple[float, float]]
) -> tuple[dict[Column, tuple[int, ...]], tuple[int, ...]]:
    """Which cells of a row stand under each column, by their number, and which under several measures at once."""
    under = {
        column: tuple(at for at, (left, right) in enumerate(sides) if _stands(left, right, borders))
        for column, borders in columns.items()
    }
    times = Counter(at for column, places in under.items() if column.is_measure for at in places)
    return under, tuple(at for at, count in times.items() if count > 1)


def _stands(left: float, right: float, borders: tuple[float, float]) -> bool:
    """Whether a cell's middle lies between two borders, or the cell covers the middle between them."""
    x0, x1 = borders
    return x0 <= (left + right) / 2 <= x1 or left <= (x0 + x1) / 2 <= right


def cells_under(grid: Grid, row: int, borders: tuple[float, float]) -> tuple[Cell, ...]:
    """The distinct cells of a row whose middle lies between two borders, or that cover all between."""
    return tuple(cell for cell in grid.row(row) if _stands(cell.box[0], cell.box[2], borders))


def begin_of(cells: Iterable[Cell]) -> Begin | None:
    """Where the leftmost text of cells begins; None where they have none."""
    named = [cell for cell in cells if cell.lines]
    if not named:
        return None
    cell = min(named, key=lambda cell: cell.lines[0].x0)
    line = cell.lines[0]
    before, behind = line.x0 - cell.box[0], cell.box[2] - line.x1
    centred = abs(before - behind) < line.size / 2 if min(before, behind) > line.size / 2 else None
    return Begin(line.x0, centred)
