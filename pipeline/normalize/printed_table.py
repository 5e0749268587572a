"""A logical table as printed: rows and columns over all its pages, without a declaration of what they mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from yusuan.brief import brief
from yusuan.pipeline.layout.borders import onto
from yusuan.pipeline.layout.header import header_rows
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.layout.units import units_in_rows
from yusuan.pipeline.normalize.figures import Figure, figure, unit_in
from yusuan.pipeline.read.characters import key, name
from yusuan.schemas.dataset.fields import JOINT
from yusuan.schemas.vocabulary.around import CODE_PARTS, NUMBERING, TOTALS

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell, Grid

Kind = Literal["money", "number", "code", "serial", "remark", "text"]
"""What a column holds. `number` are figures that are no money: shares, counts, areas."""

_NUMBERED = re.compile(r"（?\d{1,2}）?(?:=[\d+\-*/()（）]+)?|[甲乙丙丁戊己]|\*+")
_SERIAL = re.compile(r"序号|行次|栏次|顺序号|行号")
_CODE = re.compile(r"编码|代码|编号|电话|邮编")
_DATE = re.compile(r"日期|时间|年份|起止|年月")
_REMARK = re.compile(r"备注|说明|依据")
_NOT_MONEY = re.compile(
    r"[%‰]|比例|比重|占比|增幅|百分比|进度|增长率|执行率|完成率|利率|费率|权重|分值|得分|人数|户数|数量|个数|辆数|台数|次数|批次|"
    r"面积|编制数|实有|期限|年限|（(?:人|个|辆|台|套|批|次|年|平方米|户|亩|公里|项|件|张)）|^(?:较|比).*[±%]"
)
_COUNTED = re.compile(r"人数|数量|批次|保有量|个数|辆数|[%％]|面积|（(?:人|个|辆|台|套|批|次|批次|人次|平方米)）$")
_MONEY = re.compile(r"金额|预算|决算|支出|收入|合计|小计|总计|资金|经费|拨款|基金|余额|限额|执行|结转|结余|财政|补助")
_COUNTED_ROWS = 4
"""As many rows that are numbered by one each are no amounts."""
_NAMES = re.compile(r"项目|科目|支出|收入|功能|经济|名称|内容|地区")


@dataclass
class PrintedColumn:
    """One ruled column: its number from 1, the words above it from the top down, and what it holds."""

    number: int
    words: tuple[str, ...]
    kind: Kind = "text"
    unit: str = ""
    block: int = 0


class PrintedFigure(NamedTuple):
    """A figure of the table and its cell. `row` counts the printed rows below the header from 1."""

    row: int
    column: PrintedColumn
    figure: Figure
    cell: Cell
    page: int


@dataclass
class PrintedRow:
    """One printed row: its cells that hold no figures, by column, and its figures."""

    number: int
    page: int
    texts: list[tuple[PrintedColumn, Cell]] = field(default_factory=list)
    figures: list[PrintedFigure] = field(default_factory=list)

    def __repr__(self) -> str:
        return brief(self)

    def named(self, column: PrintedColumn) -> list[str]:
        """The texts that name the row for a figure in `column`: those of its list, to its left if there are any."""
        own = [(c, cell) for c, cell in self.texts if c.block == column.block and c.kind in ("text", "code")]
        left = [(c, cell) for c, cell in own if c.number < column.number]
        return list(dict.fromkeys(name(cell.text) for _, cell in left or own))


@dataclass
class PrintedTable:
    """A logical table as rows and columns."""

    logical: LogicalTable
    columns: dict[int, PrintedColumn]
    rows: list[PrintedRow]
    body: list[tuple[int, Cell]]
    """Every cell below the headers with its page."""

    def __repr__(self) -> str:
        return brief(self)

    @property
    def has_money(self) -> bool:
        """Whether it is a table of amounts at all: some figure is printed as amounts are, or its unit is one of
        money.
        """
        figures = [each.figure for row in self.rows for each in row.figures]
        return any(each.has_decimals for each in figures) or (
            any(column.kind == "money" and column.unit for column in self.columns.values()) and bool(figures)
        )


def printed_table(logical: LogicalTable) -> PrintedTable:
    """Put the fragments of a logical table together and say of each column what it holds."""
    first = logical.fragments[0]
    header = header_rows(first.grid, first.start)
    columns = {number: PrintedColumn(number, words) for number, words in enumerate(_paths(first.grid, header), start=1)}
    heads = {text for row in header for text in _texts(first.grid, row)}
    rows: list[PrintedRow] = []
    body: list[tuple[int, Cell]] = []
    for index, fragment in enumerate(logical.fragments):
        start = header.stop if index == 0 else _below_repeated(fragment, heads)
        body += [(fragment.grid.page, cell) for cell in fragment.grid.cells if cell.span.row >= start and cell.text]
        rows += _rows(fragment.grid, start, first.grid, columns, len(rows))
    changed = units_in_rows([(fragment.grid, fragment.start) for fragment in logical.fragments])
    caption = unit_in([logical.caption.unit, *sorted(changed)])
    _judge(columns, rows, caption, unit_in(heads))
    _part(columns, {column.number for row in rows for column, _ in row.texts})
    table = PrintedTable(logical, columns, rows, body)
    for row in rows:
        row.figures = [each for each in row.figures if _counts(each)]
    return table


def _texts(grid: Grid, row: int) -> list[str]:
    return [cell.key for cell in grid.row(row) if cell.key]


def _below_repeated(fragment: Fragment, heads: set[str]) -> int:
    """The first row of a later fragment behind the header that it may repeat."""
    row = fragment.start
    while row < fragment.grid.rows:
        texts = _texts(fragment.grid, row)
        known = [text for text in texts if text in heads]
        if not texts or len(known) < len(texts) or (len(set(texts)) == 1 and texts[0] in TOTALS):
            break
        row += 1
    return row


def _paths(grid: Grid, header: range) -> Iterator[tuple[str, ...]]:
    """The words above each ruled column, from the top down; those of rows that number the columns left out."""
    for column in range(grid.columns):
        path: list[Cell] = []
        counts: list[Cell] = []
        for row in header:
            cell = grid.at(row, column)
            if cell is None or not cell.text or (path and path[-1] is cell):
                continue
            if path and not (
                path[-1].span.column <= cell.span.column and cell.span.column_end <= path[-1].span.column_end
            ):
                continue  # a wider cell below is no header of this column
            if cell.key not in NUMBERING and not _NUMBERED.fullmatch(cell.key):
                path.append(cell)
            elif _SERIAL.fullmatch(cell.key):
                counts.append(cell)  # 行次 over nothing but numbers of lines
        yield tuple(dict.fromkeys(name(cell.text) for cell in path or counts))


def _rows(grid: Grid, start: int, first: Grid, columns: dict[int, PrintedColumn], before: int) -> Iterator[PrintedRow]:
    """The rows of one grid, their cells under the columns of the first one."""
    if grid is first:
        place = list(range(1, grid.columns + 1))
    else:
        moved = [onto(x, grid, first) for x in grid.lattice.xs[:-1]]
        xs = first.lattice.xs[:-1]
        place = [min((abs(border - x), at) for at, border in enumerate(xs, start=1))[1] for x in moved]
    for number, row in enumerate(range(start, grid.rows), start=before + 1):
        found = PrintedRow(number, grid.page)
        taken: set[int] = set()
        for cell in grid.row(row):
            if not cell.text:
                continue
            at = place[cell.span.column]
            while at in taken:
                at += 1
            taken.add(at)
            column = columns.get(at) or columns.setdefault(at, PrintedColumn(at, ()))
            read = figure(cell)
            if read is None:
                found.texts.append((column, cell))
            elif cell.span.row == row:
                found.figures.append(PrintedFigure(number, column, read, cell, grid.page))
        yield found


def _judge(columns: dict[int, PrintedColumn], rows: Sequence[PrintedRow], caption: str, headed: str) -> None:
    """Say of each column what it holds, and in which unit."""
    figures: dict[int, list[Figure]] = {number: [] for number in columns}
    texts: Counter[int] = Counter()
    for row in rows:
        for each in row.figures:
            figures[each.column.number].append(each.figure)
        texts.update(column.number for column, _ in row.texts)
    named = min((number for number in columns if texts[number] > len(figures[number])), default=0)
    for number, column in columns.items():
        column.unit = unit_in(column.words) or caption or headed
        column.kind = _kind(column, figures[number], texts[number], number > named)
    amounts = [number for number, column in columns.items() if column.kind == "money"]
    for number, column in columns.items():
        own = [each for each in figures[number] if not each.is_dash]
        if column.kind == "money" and not any(each.has_decimals for each in own) and _like_codes(column, own):
            # Digits alone, to the left of all amounts that are surely some.
            surely = [n for n in amounts if n != number and any(each.has_decimals for each in figures[n])]
            if not surely or number < min(surely):
                column.kind = "code"
    for row in rows:
        for each in [each for each in row.figures if each.column.kind in ("code", "serial", "remark")]:
            if not each.figure.has_decimals:
                row.figures.remove(each)
                row.texts.append((each.column, each.cell))
        row.texts.sort(key=lambda found: found[0].number)


def _kind(column: PrintedColumn, figures: Sequence[Figure], texts: int, behind_names: bool) -> Kind:
    last = column.words[-1] if column.words else ""
    path = JOINT.join(column.words)
    if _SERIAL.search(last):
        return "serial"
    if _REMARK.fullmatch(last):
        return "remark"
    numbers = [each for each in figures if not each.is_dash]
    if _counts_rows(numbers):
        return "serial"
    decimals = any(each.has_decimals and each.unit != "%" for each in numbers)
    if not decimals and (_CODE.search(path) or last in CODE_PARTS):
        return "code"
    if not figures or len(figures) < texts or _DATE.search(last):
        return "text"
    if not unit_in(column.words) and (_NOT_MONEY.search(last) or all(each.unit == "%" for each in numbers)):
        return "number"
    if decimals or behind_names or _MONEY.search(path):
        return "money"
    return "code"


def _counts_rows(figures: Sequence[Figure]) -> bool:
    """Whether figures are nothing but 1, 2, 3 …, or go on counting where another list stopped."""
    if len(figures) < _COUNTED_ROWS or any(each.has_decimals for each in figures):
        return False
    return all(after.number - before.number == 1 for before, after in pairwise(figures))


def _like_codes(column: PrintedColumn, figures: Sequence[Figure]) -> bool:
    """Whether whole numbers may be codes: all of them have three digits or more, and the header does not speak of
    money.
    """
    return (
        bool(figures)
        and all(len(each.printed) >= 3 and each.printed.isdigit() for each in figures)
        and not (column.words and _MONEY.search(column.words[-1]))
    )


def _part(columns: dict[int, PrintedColumn], worded: Collection[int]) -> None:
    """Part the columns into lists that stand side by side: names and their amounts, then other names and theirs. Those
    that are `worded` have texts below their header; blank ones (经营支出) begin no list.
    """
    block = 0
    figures_before = False
    for number in sorted(columns):
        column = columns[number]
        if column.kind in ("money", "number"):
            figures_before = True
        elif figures_before and number in worded and _may_name(column):
            right = (columns[n] for n in sorted(columns) if n > number)
            if any(other.kind == "money" for other in right):
                block += 1
                figures_before = False
        column.block = block


def _may_name(column: PrintedColumn) -> bool:
    return column.kind in ("text", "code") and bool(column.words) and bool(_NAMES.search(column.words[-1]))


def _counts(each: PrintedFigure) -> bool:
    """Whether a figure is one of the dataset: all in columns of numbers, elsewhere those printed as amounts are."""
    return each.column.kind in ("money", "number") or each.figure.has_decimals


def is_counted(texts: Sequence[str]) -> bool:
    """Whether the name of a row says that its figures are no money: 公务用车保有量（辆）."""
    return bool(texts) and bool(_COUNTED.search(key(texts[-1])))
