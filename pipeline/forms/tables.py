"""The tables within a form: indicators, and sub-projects with their amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from yusuan.brief import brief
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.sheet import SAME, Sheet, SheetCell
from yusuan.pipeline.layout.header import AMOUNT_LIKE
from yusuan.pipeline.read.characters import key, name
from yusuan.schemas.forms.labels import GROUPS, Role
from yusuan.schemas.forms.values import OVER_COLUMNS

LEVELS: tuple[Role, ...] = ("level_1", "level_2", "level_3")
_TARGETS = ("target", "total_target", "prior_target")
_MATCH = 0.6
"""A cell stands in a column if they share this part of the wider of the two."""


@dataclass(frozen=True, eq=False)
class Column:
    """A column of a table: what it holds, its header as printed, its borders as in SheetCell. `role` is None for a
    header that no declaration knows. `sure` is false under a word that none knows, which may change what it holds.
    """

    role: Role | None
    label: str
    left: float
    right: float
    cell: SheetCell
    sure: bool = True


@dataclass(frozen=True)
class Header:
    """The header of a table: its columns, and the first row below."""

    columns: tuple[Column, ...]
    end: int
    cells: frozenset[SheetCell]

    def __repr__(self) -> str:
        return brief(self)

    @property
    def lists_goals(self) -> bool:
        """Whether it is a list of projects with their money and their goals, without indicators."""
        return not self.is_indicators and _lists_goals([column.cell for column in self.columns])

    @property
    def is_indicators(self) -> bool:
        """Whether it is a table of indicators, not of sub-projects."""
        return any(column.role in _TARGETS for column in self.columns)


@dataclass(frozen=True)
class BodyRow:
    """One row of a table: the cell of each column, where there is one."""

    row: int
    cells: tuple[tuple[Column, SheetCell | None], ...]

    def __repr__(self) -> str:
        return brief(self)

    def of(self, role: Role) -> SheetCell | None:
        """The cell in the column with a role."""
        return next((cell for column, cell in self.cells if column.role == role), None)


def _lists_goals(cells: Sequence[SheetCell]) -> bool:
    """Whether all cells are headers of a list of projects with their money and their goals."""
    if not all(labels.is_known(cell.text) or labels.role(cell.text) for cell in cells if cell.text):
        return False  # nearly always the first one
    fields = [labels.head_field(cell.text) for cell in cells if cell.text]
    ids = {field.id for field in fields if field}
    money = any(labels.role(cell.text) == "amount" for cell in cells) or any(f and f.kind == "amount" for f in fields)
    return money and "project" in ids and bool(ids & {"goal", "annual_goal", "overall_goal"})


def find_header(sheet: Sheet, row: int) -> Header | None:
    """The header of a table that begins in `row`; None if none does."""
    if row not in sheet.headers:
        sheet.headers[row] = _header(sheet, row)
    found: Header | None = sheet.headers[row]
    return found


def _header(sheet: Sheet, row: int) -> Header | None:
    beginning = [cell for cell in sheet.beginning(row) if cell.text]
    named = [cell for cell in beginning if labels.role(cell.text)]
    # A word over two finer headers is one only beside headers that reach down as far as these.
    ends = {cell.row_end for cell in named}
    if ends:
        named = [c for c in beginning if c in named or any(part.row_end in ends for part in _finer(sheet, c))]
    roles = {labels.role(part.text) for cell in named for part in (cell, *_finer(sheet, cell))}
    indicators = bool(roles & {*LEVELS, "indicator"}) and bool(roles & {*_TARGETS})
    if not indicators and _lists_goals(beginning):
        named = beginning
    elif not indicators and not {"sub_project", "amount"} <= roles:
        return None
    # A label at the side of the table reaches down over its body.
    low = min(cell.row_end for cell in named)
    finer = [part.row_end for cell in named if cell.row_end == low for part in _finer(sheet, cell)]
    end = max([low, *finer])
    first = min(cell.left for cell in named if cell.row_end <= end)
    columns: list[Column] = []
    used: set[SheetCell] = set()
    for cell in beginning:
        if cell.row_end > end or (cell.left < first and labels.is_group(cell.text)):
            continue
        parts = _finer(sheet, cell) if cell.row_end < end else []
        used.update((cell, *parts))
        columns += [_column(part, cell) for part in parts or [cell]]
    return Header(_ranked(columns), end, frozenset(used))


def _finer(sheet: Sheet, cell: SheetCell) -> list[SheetCell]:
    """The header cells that one header cell is divided into below; none if what is below are no words of headers."""
    under = [part for part in _under(sheet, cell) if part.text]
    money = labels.role(cell.text) == "amount" or labels.is_of_which(cell.text)
    known = any(labels.role(part.text) or (money and labels.source(part.text)) for part in under)
    return under if len(under) > 1 and known else []


def _under(sheet: Sheet, cell: SheetCell) -> list[SheetCell]:
    if cell.row_end >= sheet.rows:
        return []
    return [
        part
        for part in sheet.beginning(cell.row_end)
        if part.band == cell.band and part.left >= cell.left - 0.01 and part.right <= cell.right + 0.01
    ]


def _column(cell: SheetCell, above: SheetCell) -> Column:
    label = name(cell.text) if cell is above else f"{name(above.text)} {name(cell.text)}".strip()
    role = labels.role(cell.text)
    if role is None and cell is not above and labels.role(above.text) == "amount" and labels.label(cell.text) in _WHOLE:
        role = "amount"
    over = bool(labels.role(above.text)) or labels.label(above.text) in (*GROUPS, *OVER_COLUMNS)
    sure = cell is above or over or labels.is_of_which(above.text)
    return Column(role, label, cell.left, cell.right, cell, sure)


_WHOLE = ("总额", "小计", "合计", "总计")


def _ranked(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Columns with the indicator itself given the level behind those at its left."""
    taken = {column.role for column in columns}
    free = next((level for level in LEVELS if not any(_at_or_after(taken, level))), None)
    return tuple(replace(column, role=free) if column.role == "indicator" else column for column in columns)


def _at_or_after(taken: set[Role | None], level: Role) -> Iterator[bool]:
    return (later in taken for later in LEVELS[LEVELS.index(level) :])


def body(sheet: Sheet, header: Header) -> Iterator[BodyRow]:
    """The rows below a header, for as long as their cells stand in its columns."""
    side = {cell for cell in sheet.row(header.end - 1) if cell not in header.cells}
    alike: dict[tuple[tuple[float, float], ...], list[int | None]] = {}
    """In rows whose cells have the same borders, the same cells are in each column."""
    for row in range(header.end, sheet.rows):
        again = find_header(sheet, row)
        if again:
            if [c.role for c in again.columns] != [c.role for c in header.columns]:
                return
            continue
        cells = [cell for cell in sheet.row(row) if cell not in side]
        borders = tuple([(cell.left, cell.right) for cell in cells])
        if borders not in alike:
            alike[borders] = [_place_in(column, borders) for column in header.columns]
        placed = zip(header.columns, alike[borders], strict=True)
        found = tuple([(column, None if at is None else cells[at]) for column, at in placed])
        if not header.is_indicators:
            found = tuple((column, cell or _total_over(column, cells)) for column, cell in found)
        if _is_outside(header, row, cells, found):
            return
        yield BodyRow(row, found)


def _place_in(column: Column, borders: Sequence[tuple[float, float]]) -> int | None:
    """Which of the cells of a row, by their left and right borders, is that of a column; None if none is."""
    best: int | None = None
    shared = -inf
    for place, (left, right) in enumerate(borders):
        overlap = min(right, column.right) - max(left, column.left)
        if overlap > shared:
            best, shared = place, overlap
    if best is None:
        return None
    left, right = borders[best]
    return best if shared >= _MATCH * max(right - left, column.right - column.left) else None


def _total_over(column: Column, cells: Sequence[SheetCell]) -> SheetCell | None:
    """The name of a total that stands in one cell over a column and others."""
    over = [cell for cell in cells if cell.overlap(column.left, column.right) > SAME]
    return over[0] if len(over) == 1 and is_total(over[0].text) else None


def is_total(text: str) -> bool:
    """Whether a row of this name sums up the rows above."""
    return key(text).endswith(("合计", "总计", "小计"))


def _is_outside(
    header: Header,
    row: int,
    cells: Sequence[SheetCell],
    found: Sequence[tuple[Column, SheetCell | None]],
) -> bool:
    """Whether a row is none of the table: a column lacks its cell, or a label of the form's head begins it."""
    if any(cell is None for column, cell in found if column.role is not None):
        return True
    first = next((cell for cell in cells if cell.row == row and cell.text), None)
    if first is None:
        return False
    named = labels.head_field(first.text)
    if named is None:
        return False
    # A name may read like a label; one that stands where labels stand, left of all names, is one.
    return first.left < min(column.left for column in header.columns) + 0.01 and not AMOUNT_LIKE.match(first.text)


def groups(header: Header) -> list[Header]:
    """A header whose columns repeat (indicators of all years at the left, of this year at the right) as one for each
    repetition; level-1 names at the left are those of all.
    """
    found: list[list[Column]] = [[]]
    for column in header.columns:
        if column.role is not None and column.role in {before.role for before in found[-1]}:
            found.append([])
        found[-1].append(column)
    shared = [column for column in found[0] if column.role == "level_1"]
    rest = [shared + part if not any(c.role == "level_1" for c in part) else part for part in found[1:]]
    return [Header(tuple(part), header.end, header.cells) for part in (found[0], *rest)]


def one_row_each(rows: Sequence[BodyRow], sheet: Sheet, header: Header) -> list[BodyRow]:
    """Rows without blank ones, and with a row that a page break cut in two made one where that can be told: the one
    piece has only the name, the other only the value.
    """
    named = next((level for level in reversed(LEVELS) if any(c.role == level for c in header.columns)), "sub_project")
    found: list[BodyRow] = []
    for row in rows:
        own = {column.role for column, cell in row.cells if cell and cell.text and cell.row_end - cell.row == 1}
        if not any(cell and cell.text for _, cell in row.cells if _begins_or_cut(cell, row)):
            continue
        before = found[-1] if found else None
        if before is not None and row.row in sheet.bands and row.row == before.row + 1:
            was = {column.role for column, cell in before.cells if cell and cell.text}
            if not (own & was & {named, "target", "amount"}) and (own | was) >= {named}:
                cells = tuple(
                    (column, cell if cell and cell.text else old)
                    for (column, old), (_, cell) in zip(before.cells, row.cells, strict=True)
                )
                found[-1] = BodyRow(before.row, cells)
                continue
        found.append(row)
    return found


def _begins_or_cut(cell: SheetCell | None, row: BodyRow) -> bool:
    return cell is not None and cell.row == row.row


def levels(rows: Sequence[BodyRow], sheet: Sheet) -> list[tuple[str, str, str]]:
    """The three names of each row; a blank name is the one above, as long as the names left of it are the same."""
    columns = [[name(cell.text) if (cell := row.of(role)) else "" for row in rows] for role in LEVELS]
    last = next((index for index in (2, 1, 0) if any(columns[index])), 0)
    for index in range(last):
        _fill_cut(columns[index], [row.of(LEVELS[index]) for row in rows], sheet)
    found: list[tuple[str, str, str]] = []
    for row in range(len(rows)):
        names: list[str] = []
        for index in range(3):
            text = columns[index][row]
            if not text and index < last and found and list(found[-1][:index]) == names:
                text = found[-1][index]
            names.append(text)
        found.append((names[0], names[1], names[2]))
    return found


def _fill_cut(texts: list[str], cells: Sequence[SheetCell | None], sheet: Sheet) -> None:
    """Give the blank piece of a merged cell at the end of a page the text of its other piece on the next page.

    Such a cell has its text in its middle, on one of the pages only.
    """
    for index in range(len(texts) - 2, -1, -1):
        cell, after = cells[index], cells[index + 1]
        if cell is None or after is None or texts[index]:
            continue
        if cell is after or (cell.row_end in sheet.bands and after.band == cell.band + 1):
            texts[index] = texts[index + 1]
