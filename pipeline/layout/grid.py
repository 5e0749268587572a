"""Ruling lines → grids: the rectangular cells that the lines of one page enclose.

Lines are snapped together where they lie within SNAP points (double borders, a cell's border drawn
by each of its neighbours), joined where they touch, and grouped where they meet; each group that
encloses cells is a grid. Cells may span rows and columns; the span is what the header tree is later
read from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from pipeline.layout.open_sides import with_open_sides
from pipeline.read.page import Rule

SNAP = 3.0
"""Lines nearer than this (points) are one line; the space between two rows is always larger."""

Interval = tuple[float, float]


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
    inferred: bool = False
    """Whether some of its borders are not drawn, but follow from how its figures and words stand."""


_EXTENT = itemgetter(Rule._fields.index("start"), Rule._fields.index("end"))


def lattices(rules: Iterable[Rule]) -> list[Lattice]:
    """The ruled areas of one page, from top to bottom."""
    rules = list(rules)
    horizontal = _joined([r for r in rules if r.orientation == "horizontal"])
    vertical = _joined([r for r in rules if r.orientation == "vertical"])
    found = [_lattice(h, v) for h, v in _groups(horizontal, vertical)]
    return sorted((lattice for lattice in found if lattice), key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules with near positions brought to one position, and touching pieces made one."""
    joined: list[Rule] = []
    for cluster in _clusters(rules):
        position = sum(rule.position for rule in cluster) / len(cluster)
        start, end = cluster[0].start, cluster[0].start
        pieces: list[Interval] = []
        for rule in sorted(cluster, key=_EXTENT):
            if pieces and rule.start <= end + SNAP:
                end = max(end, rule.end)
                pieces[-1] = (start, end)
            else:
                start, end = rule.start, rule.end
                pieces.append((start, end))
        joined += [Rule(cluster[0].orientation, position, a, b) for a, b in pieces if b - a > SNAP]
    return joined


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    # All of one orientation, so that they are in order of position, start and end.
    for rule in sorted(rules):
        # Measured from the first of the cluster, so that a chain of near lines cannot run on.
        if clusters and rule.position - clusters[-1][0].position <= SNAP:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return clusters


def _groups(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
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
        here = range(bisect_left(positions, h.start - SNAP), bisect_right(positions, h.end + SNAP))
        for j in (across[place][1] for place in here):
            if _within(h.position, lines[j]):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, line in enumerate(lines):
        groups[root(index)][0 if line.orientation == "horizontal" else 1].append(line)
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 1]


def _within(position: float, rule: Rule) -> bool:
    return rule.start - SNAP <= position <= rule.end + SNAP


def _lattice(horizontal: list[Rule], vertical: list[Rule]) -> Lattice | None:
    horizontal, vertical = with_open_sides(horizontal, vertical)
    vertical = _with_outer_borders(horizontal, vertical, "vertical")
    horizontal = _with_outer_borders(vertical, horizontal, "horizontal")
    xs = tuple(sorted({rule.position for rule in vertical}))
    ys = tuple(sorted({rule.position for rule in horizontal}))
    if len(xs) < 2 or len(ys) < 2:
        return None
    across = _segments(horizontal, ys, xs)
    down = _segments(vertical, xs, ys)
    spans, broken = _spans(len(ys) - 1, len(xs) - 1, across, down)
    return Lattice(xs, ys, tuple(spans), broken) if spans else None


def _with_outer_borders(crossing: list[Rule], lines: list[Rule], orientation: str) -> list[Rule]:
    """`lines` with the outer borders that a publisher left out.

    Where most of the crossing lines run on beyond the outermost line and end together, their ends
    are the border of an open outer column or row.
    """
    added: list[Rule] = []
    if not lines or len(crossing) < 2:
        return lines
    low, high = min(r.position for r in lines), max(r.position for r in lines)
    first, last = min(r.position for r in crossing), max(r.position for r in crossing)
    starts = [r.start for r in crossing if r.start < low - SNAP]
    ends = [r.end for r in crossing if r.end > high + SNAP]
    for values, pick in ((starts, min), (ends, max)):
        if len(values) * 2 > len(crossing) and max(values) - min(values) <= SNAP:
            position = pick(values)
            added.append(Rule("vertical" if orientation == "vertical" else "horizontal", position, first, last))
    return [*lines, *added]


def _segments(rules: Iterable[Rule], positions: Sequence[float], steps: Sequence[float]) -> set[tuple[int, int]]:
    """Which steps between neighbouring crossing lines are drawn: pairs (line index, step index)."""
    index = {position: i for i, position in enumerate(positions)}
    drawn: set[tuple[int, int]] = set()
    for rule in rules:
        for step in range(len(steps) - 1):
            if rule.start <= steps[step] + SNAP and rule.end >= steps[step + 1] - SNAP:
                drawn.add((index[rule.position], step))
    return drawn


def _spans(
    rows: int, columns: int, across: set[tuple[int, int]], down: set[tuple[int, int]]
) -> tuple[list[Span], bool]:
    """Elementary cells melted together where no line parts them, without those open to the outside."""
    seen: set[tuple[int, int]] = set()
    spans: list[Span] = []
    broken = False
    for row in range(rows):
        for column in range(columns):
            if (row, column) in seen:
                continue
            if (
                (row, column) in across
                and (row + 1, column) in across
                and (column, row) in down
                and (column + 1, row) in down
            ):
                spans.append(Span(row, column, row + 1, column + 1))
                continue
            area, open_outside = _area(row, column, rows, columns, across, down)
            seen |= area
            if open_outside:
                continue
            r0, r1 = min(r for r, _ in area), max(r for r, _ in area) + 1
            c0, c1 = min(c for _, c in area), max(c for _, c in area) + 1
            if len(area) != (r1 - r0) * (c1 - c0):
                broken = True
                continue
            spans.append(Span(r0, c0, r1, c1))
    return spans, broken


def _area(
    row: int, column: int, rows: int, columns: int, across: set[tuple[int, int]], down: set[tuple[int, int]]
) -> tuple[set[tuple[int, int]], bool]:
    """The elementary cells reachable from one without crossing a line; whether they lead outside."""
    area = {(row, column)}
    todo = [(row, column)]
    open_outside = False
    while todo:
        r, c = todo.pop()
        for line, nr, nc in (
            ((r, c) in across, r - 1, c),
            ((r + 1, c) in across, r + 1, c),
            ((c, r) in down, r, c - 1),
            ((c + 1, r) in down, r, c + 1),
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
