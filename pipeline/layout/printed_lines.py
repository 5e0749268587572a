"""The letters within ruled rows → the lines that they are printed on, each by the cells that it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from yusuan.brief import brief
from yusuan.pipeline.layout.grid import Lattice
from yusuan.pipeline.layout.owners import Placed, numbers_of
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.letters import Signs
from yusuan.pipeline.read.page import Character, Rule
from yusuan.pipeline.read.raw import Ints

FIGURE = re.compile(r"[-−–]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_LETTER = Signs(chr(code) for code in range(0x28, 0x7F) if chr(code) not in "0123456789,.-")
_IDEOGRAPHS = (0x4E00, 0x9FFF)
"""What no figure has in it, as far as it is told by ranges."""
_LEFT = itemgetter(Character._fields.index("x0"))
ALIGNED = 0.5
"""Letters whose middles are nearer than this part of a letter's height stand on one line."""


@dataclass
class PrintedLine:
    """One line of a ruled row: its letters by the column of the cell that they stand in."""

    top: float
    bottom: float
    cells: dict[int, list[Character]] = field(default_factory=lambda: defaultdict(list))

    _said: dict[int, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return brief(self)

    def text(self, column: int) -> str:
        """What a cell says on this line."""
        said = self._said.get(column)
        if said is None:
            row = sorted(self.cells.get(column, ()), key=_LEFT)
            said = self._said[column] = key("".join([char.text for char in row]))
        return said

    def has_figure(self, column: int) -> bool:
        """Whether a cell says a figure on this line."""
        return FIGURE.fullmatch(self.text(column)) is not None

    def figures(self) -> set[int]:
        """The columns with a figure on this line."""
        return {column for column in self.cells if self.has_figure(column)}

    def take(self, below: PrintedLine) -> None:
        """Have what a line below says in the same row."""
        for column, chars in below.cells.items():
            self.cells[column] += chars
        self.bottom = max(self.bottom, below.bottom)
        self._said.clear()


class Partly:
    """The lines between columns that are drawn within cells, beside some of their printed rows."""

    def __init__(self, lattice: Lattice, rules: Sequence[Rule]) -> None:
        inner = {at for span in lattice.spans for at in range(span.column + 1, span.column_end)}
        self._drawn = {
            at: [
                (rule.start, rule.end)
                for rule in rules
                if rule.orientation == "vertical" and abs(rule.position - lattice.xs[at]) <= lattice.snap
            ]
            for at in inner
        }

    def __bool__(self) -> bool:
        return any(self._drawn.values())

    def parted(self, column: int, end: int, y: float) -> list[int]:
        """Where columns [column, end) begin that lines part at a height."""
        return [
            column,
            *(
                at
                for at in range(column + 1, end)
                if any(start <= y <= stop for start, stop in self._drawn.get(at, ()))
            ),
        ]


class InRows(NamedTuple):
    """The numbers of letters on a page, with their rows and the numbers of their cells."""

    letters: Ints
    row: Ints
    cell: Ints

    def __repr__(self) -> str:
        return brief(self)


def letters_in_rows(lattice: Lattice, on_page: Placed, rows: Sequence[int], partly: Partly) -> InRows | None:
    """The letters of those among some rows that may be many printed ones; None where none may."""
    xs, ys = np.array(lattice.xs), np.array(lattice.ys)
    x, y = on_page.x, on_page.y
    at = np.flatnonzero((xs[0] <= x) & (x < xs[-1]) & (ys[0] <= y) & (y < ys[-1]))
    row = np.searchsorted(ys, y[at], "right") - 1
    wanted = np.zeros(len(ys), dtype=bool)
    wanted[rows] = True
    at, row = at[wanted[row]], row[wanted[row]]
    cell = numbers_of(lattice)[row, np.searchsorted(xs, x[at], "right") - 1]
    at, row, cell = at[cell >= 0], row[cell >= 0], cell[cell >= 0]
    if partly:  # a part of a cell may say nothing but figures
        return InRows(at, row, cell)
    codes = on_page.characters.codes[at]
    # Only a cell that says nothing but figures, at more than one height, can tell of several rows.
    other = _LETTER.among(codes) | ((codes >= _IDEOGRAPHS[0]) & (codes <= _IDEOGRAPHS[1]))
    place = row * len(lattice.spans) + cell
    words = np.zeros(len(ys) * len(lattice.spans), dtype=bool)
    words[place[other]] = True
    figures = np.flatnonzero(~words[place])
    own, top, bottom = place[figures], on_page.top[at][figures], on_page.bottom[at][figures]
    last = np.zeros((2, len(words)))
    last[:, own] = top, bottom
    several = figures[(top != last[0, own]) | (bottom != last[1, own])]
    if not len(several):
        return None
    wanted[:] = False
    wanted[row[several]] = True
    kept = wanted[row]
    return InRows(at[kept], row[kept], cell[kept])


def letters_by_row(
    lattice: Lattice, on_page: Placed, found: InRows, partly: Partly
) -> dict[int, list[tuple[Character, int]]]:
    """The letters of rows from top to bottom, each with the first column of its cell."""
    held: dict[int, list[tuple[Character, int]]] = defaultdict(list)
    at, row, cell = found
    order = np.argsort(on_page.top[at] + on_page.bottom[at], kind="stable")
    letters = on_page.characters.some(at[order])
    for char, here, own in zip(letters, row[order].tolist(), cell[order].tolist(), strict=True):
        if char[0].strip():
            column, end = lattice.spans[own].column, lattice.spans[own].column_end
            if partly and end - column > 1:
                middle, level = (char[1] + char[3]) / 2, (char[2] + char[4]) / 2
                starts = partly.parted(column, end, level)
                column = max(start for start in starts if start == column or lattice.xs[start] <= middle)
            held[here].append((char, column))
    return held


def printed_lines(held: Sequence[tuple[Character, int]]) -> list[PrintedLine]:
    """The lines of one ruled row, from top to bottom."""
    found: list[PrintedLine] = []
    middle = size = 0.0
    for char, column in held:
        _, _, top, _, bottom = char
        here, own = (top + bottom) / 2, bottom - top
        if not found or here - middle > ALIGNED * max(own, size):
            found.append(PrintedLine(top, bottom))
            middle, size = here, own
        line = found[-1]
        line.top = min(line.top, top)
        line.bottom = max(line.bottom, bottom)
        line.cells[column].append(char)
    return found
