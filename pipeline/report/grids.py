"""The lines of a document → its tables as they were printed: rows and measures, a part for each side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from yusuan.schemas.dataset.fields import ROW_NAMES
from yusuan.schemas.views.names import Names, names

Line = Mapping[str, Any]
"""A row of line_items with the values that pipeline/load gives, and `number`, its place among its document's lines."""

_Period = tuple[int, str]


@dataclass(frozen=True)
class GridRow:
    """A row: its number in the table, its name, and an amount for each column, None where the cell is blank.

    `more` are its further names, where rows have several: a body, a project, an account.
    """

    row: int | None
    code: str
    item: str
    level: int
    cells: tuple[Line | None, ...]
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Grid:
    """One side of a table. `columns` are its headings, of one line or two.

    `single` is one whose measures stand below each other, because nothing else names them.
    """

    side: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    single: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table: the parts that it was printed in, its units and its pages."""

    id: str
    title: str
    unit: str
    pages: tuple[int, ...]
    grids: tuple[Grid, ...]


def printed_tables(lines: Sequence[Line], titles: Mapping[str, str], called: Names | None = None) -> list[PrintedTable]:
    """The tables of a document in the order of its lines; `titles` by id, headings as `called` has them."""
    called = called or names("zh")
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line["table"]].append(line)
    return [
        PrintedTable(
            table,
            titles.get(table, table),
            "、".join(dict.fromkeys(line["unit"] for line in own)),
            tuple(sorted({line["page"] for line in own})),
            tuple(
                _grid(side, part, called) for side in called.sides if (part := [x for x in own if x["side"] == side])
            ),
        )
        for table, own in found.items()
    ]


def _grid(side: str, lines: Sequence[Line], called: Names) -> Grid:
    nameless = not any(line["item"] or line["code"] for line in lines)
    if nameless and len({(_period(line), line["measure"]) for line in lines}) == len(lines):
        return _single(side, lines, called)
    columns = _left_to_right(lines, lambda line: (*_period(line), line["measure"]))
    periods = dict.fromkeys(column[:2] for column in columns)
    rows: dict[tuple[Any, ...], dict[Any, Line]] = defaultdict(dict)
    for line in lines:
        rows[_row_of(line)].setdefault((*_period(line), line["measure"]), line)
    # What has the same place as another is shown all the same, in a row of its own.
    shown = {id(line) for cells in rows.values() for line in cells.values()}
    twins = [line for line in lines if id(line) not in shown]
    made = [_row(key, tuple(cells.get(column) for column in columns)) for key, cells in rows.items()]
    for twin in twins:
        at = columns.index((*_period(twin), twin["measure"]))
        made.append(_row(_row_of(twin), tuple(twin if place == at else None for place in range(len(columns)))))
    made.sort(key=lambda row: row.row or 0)
    if _blocks(made):
        made.sort(key=lambda row: (row.level == 0, row.code))
    words = tuple(
        _heading(called.period(year, basis), called.measure(measure, lines[0]["table"]), len(periods) > 1)
        for year, basis, measure in columns
    )
    return Grid(side, words, tuple(made))


def _single(side: str, lines: Sequence[Line], called: Names) -> Grid:
    periods = _left_to_right(lines, _period)
    measures = _left_to_right(lines, lambda line: line["measure"])
    cells = {(_period(line), line["measure"]): line for line in lines}
    rows = tuple(
        GridRow(
            None,
            "",
            called.measure(measure, lines[0]["table"]),
            1,
            tuple(cells.get((period, measure)) for period in periods),
        )
        for measure in measures
    )
    return Grid(side, tuple(called.period(*period) for period in periods), rows, single=True)


def _blocks(rows: Sequence[GridRow]) -> bool:
    """Whether lists stand side by side: their rows are read list by list, as their codes go on."""
    times = Counter(row.row for row in rows)
    return max(times.values()) > 1 and all(row.code or row.level == 0 for row in rows)


def _row_of(line: Line) -> tuple[int, str, str, int, tuple[tuple[str, str], ...]]:
    more = tuple((field, line[field]) for field in ROW_NAMES if line.get(field))
    return line["row"], line["code"] or "", line["item"] or "", line["level"], more


def _row(key: tuple[Any, ...], cells: tuple[Line | None, ...]) -> GridRow:
    row, code, item, level, more = key
    return GridRow(row, code, item, level, cells, more)


def _period(line: Line) -> _Period:
    return line["fiscal_year"], line["basis"]


def _heading(period: str, words: str, several: bool) -> str:
    return f"{period}\n{words}" if several else words


def _left_to_right(lines: Sequence[Line], column: Any) -> list[Any]:
    """What `column` gives for the lines, in the order in which it stands on the page."""
    places: dict[Any, list[float]] = defaultdict(list)
    for line in lines:
        places[column(line)].append(float(line["x0"]))
    return sorted(places, key=lambda key: (fmean(places[key]), str(key)))
