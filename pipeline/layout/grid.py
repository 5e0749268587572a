"""Ruling lines → grids: the rectangular cells that the lines of one page enclose.

Lines are grouped where they meet; each group that encloses cells is a grid. Cells may span rows and
columns; the span is what the header tree is later read from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from yusuan.brief import brief
from yusuan.pipeline.layout.open_sides import with_open_sides
from yusuan.pipeline.layout.ruling import SNAP, drawn, letter_height
from yusuan.pipeline.read.page import Character, Rule
from yusuan.pipeline.read.raw import Flags


class Span(NamedTuple):
    """A cell of a grid: rows [row, row_end) and columns [column, column_end)."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """The cells of one ruled area. `xs` and `ys` are the borders of columns and rows, ascending."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: tuple[Span, ...]
    broken: bool
    """Whether some lines enclose an area that is no rectangle."""
    snap: float
    """Lines nearer than this (points) are one line; the space between two rows is always larger."""
    inferred: bool = False
    """Whether some of its borders are not drawn, but follow from how its figures and words stand."""
    unclear: tuple[tuple[float, float], ...] = ()
    """From where to where it is not clear which of its names belong to which figures: no lines are between them."""
    open_below: bool = False
    """Whether no line is drawn below its last row, as where a page ends within a row."""

    def __repr__(self) -> str:
        return brief(self)


def lattices(rules: Iterable[Rule], characters: Sequence[Character] = (), letter: float | None = None) -> list[Lattice]:
    """The ruled areas of one page, from top to bottom. `letter` is the `letter_height` of its characters, if known."""
    letter = letter_height(characters) if letter is None else letter
    horizontal, vertical = drawn(rules, characters, letter)
    found = [_lattice(h, v, letter) for h, v in _groups(horizontal, vertical, SNAP * letter)]
    return sorted((lattice for lattice in found if lattice), key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


_OPEN = 4
"""So many lines between columns, and one line across, may be a row that a page break leaves open above or below."""


def _groups(horizontal: Sequence[Rule], vertical: Sequence[Rule], snap: float) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines grouped by where they meet: each group may be one table."""
    lines = [*horizontal, *vertical]
    parent = list(range(len(lines)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    # Only the lines whose position lies within the other's extent can meet it.
    across = sorted((line.position, j) for j, line in enumerate(vertical, start=len(horizontal)))
    positions = [position for position, _ in across]
    for i, h in enumerate(horizontal):
        here = range(bisect_left(positions, h.start - snap), bisect_right(positions, h.end + snap))
        for j in (across[place][1] for place in here):
            if _within(h.position, lines[j], snap):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, line in enumerate(lines):
        groups[root(index)][0 if line.orientation == "horizontal" else 1].append(line)
    return [
        (level, upright)
        for level, upright in groups.values()
        if (len(level) > 1 and upright) or (level and len(upright) >= _OPEN)
    ]


def _within(position: float, rule: Rule, snap: float) -> bool:
    return rule.start - snap <= position <= rule.end + snap


def _lattice(horizontal: list[Rule], vertical: list[Rule], letter: float) -> Lattice | None:
    last = max(line.position for line in horizontal)
    horizontal, vertical = with_open_sides(horizontal, vertical)
    vertical = _with_outer_borders(horizontal, vertical, "vertical", letter)
    horizontal = _with_outer_borders(vertical, horizontal, "horizontal", letter)
    xs = tuple(sorted({rule.position for rule in vertical}))
    ys = tuple(sorted({rule.position for rule in horizontal}))
    if len(xs) < 2 or len(ys) < 2:
        return None
    snap = SNAP * letter
    across = _segments(horizontal, ys, xs, snap)
    down = _segments(vertical, xs, ys, snap)
    _close(across, down)
    spans, broken = _spans(across, down)
    return Lattice(xs, ys, tuple(spans), broken, snap, open_below=last < ys[-1] - snap) if spans else None


def _with_outer_borders(
    crossing: list[Rule], lines: list[Rule], orientation: Literal["horizontal", "vertical"], letter: float
) -> list[Rule]:
    """`lines` with the outer borders that a publisher left out.

    Where most of the crossing lines run on beyond the outermost line and end together, or the two outermost of them do
    so by a row's height, their ends are the border of an open outer column or row. It reaches from the first of them
    to the last.
    """
    added: list[Rule] = []
    if not lines or len(crossing) < 2:
        return lines
    snap = SNAP * letter
    low, high = min(r.position for r in lines), max(r.position for r in lines)
    places = [r.position for r in crossing]
    beyond_low = [(r.start, r.position) for r in crossing if r.start < low - snap]
    beyond_high = [(r.end, r.position) for r in crossing if r.end > high + snap]
    for ends, pick, edge in ((beyond_low, min, low), (beyond_high, max, high)):
        values = [end for end, _ in ends]
        if len(values) < 2 or max(values) - min(values) > snap:
            continue
        position = pick(values)
        first, last = min(place for _, place in ends), max(place for _, place in ends)
        if len(values) * 2 > len(crossing):
            added.append(Rule(orientation, position, min(places), max(places)))
        elif abs(position - edge) >= letter and first == min(places) and last == max(places):
            added.append(Rule(orientation, position, first, last))
    return [*lines, *added]


def _close(across: Flags, down: Flags) -> None:
    """Add the outer borders that a publisher left out of cells, beside merged cells or in one row.

    A cell at the edge is closed where the lines on both sides of it run on to the edge.
    """
    for outer, sides in ((across, down), (down, across)):
        for edge in (0, -1):
            beside = np.flatnonzero(sides[:, edge])
            if len(beside):
                outer[edge, beside[0] : beside[-1]] = True


def _segments(rules: Iterable[Rule], positions: Sequence[float], steps: Sequence[float], snap: float) -> Flags:
    """Which steps between neighbouring crossing lines are drawn, a row of steps for each line."""
    index = {position: i for i, position in enumerate(positions)}
    begins, ends = [step + snap for step in steps[:-1]], [step - snap for step in steps[1:]]
    found = np.zeros((len(positions), len(begins)), dtype=bool)
    for rule in rules:
        found[index[rule.position], bisect_left(begins, rule.start) : bisect_right(ends, rule.end)] = True
    return found


def _spans(across: Flags, down: Flags) -> tuple[list[Span], bool]:
    """Elementary cells melted together where no line parts them, without those open to the outside."""
    closed = across[:-1] & across[1:] & down[:-1].T & down[1:].T
    row, column = (each.tolist() for each in np.nonzero(closed))
    spans = [Span(r, c, r + 1, c + 1) for r, c in zip(row, column, strict=True)]
    seen: set[tuple[int, int]] = set()
    broken = False
    lines, steps = across.tolist(), down.tolist()
    for r, c in np.argwhere(~closed).tolist():
        if (r, c) in seen:
            continue
        area, open_outside = _area(r, c, lines, steps)
        seen |= area
        if open_outside:
            continue
        r0, r1 = min(r for r, _ in area), max(r for r, _ in area) + 1
        c0, c1 = min(c for _, c in area), max(c for _, c in area) + 1
        if len(area) != (r1 - r0) * (c1 - c0):
            broken = True
            continue
        spans.append(Span(r0, c0, r1, c1))
    return sorted(spans), broken


def _area(
    row: int, column: int, across: Sequence[Sequence[bool]], down: Sequence[Sequence[bool]]
) -> tuple[set[tuple[int, int]], bool]:
    """The elementary cells reachable from one without crossing a line; whether they lead outside."""
    rows, columns = len(across) - 1, len(down) - 1
    area = {(row, column)}
    todo = [(row, column)]
    open_outside = False
    while todo:
        r, c = todo.pop()
        for line, nr, nc in (
            (across[r][c], r - 1, c),
            (across[r + 1][c], r + 1, c),
            (down[c][r], r, c - 1),
            (down[c + 1][r], r, c + 1),
        ):
            if line or (nr, nc) in area:
                continue
            if not (0 <= nr < rows and 0 <= nc < columns):
                open_outside = True
                continue
            area.add((nr, nc))
            todo.append((nr, nc))
    return area, open_outside


def step_of(position: float, borders: Sequence[float]) -> int | None:
    """The index of the row or column whose borders enclose `position`; None outside."""
    if not borders[0] <= position < borders[-1]:
        return None
    return bisect_right(borders, position) - 1
