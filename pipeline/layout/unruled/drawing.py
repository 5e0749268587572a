"""Borders of columns and the texts of a table without lines between them → the lines that a person thinks of there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from yusuan.pipeline.layout.grid import Lattice, step_of
from yusuan.pipeline.layout.unruled.rows import between_rows
from yusuan.pipeline.layout.unruled.spanning import Spanning
from yusuan.pipeline.layout.unruled.texts import AMOUNT, Text, Texts, merged
from yusuan.pipeline.read.page import Rule

_NEAR = 2.0
"""A border of a lattice is that of a line no further away than this (points)."""


class Told(NamedTuple):
    """What is told of a table: the lines that are not drawn, its borders between columns, where its first row begins,
    and the texts that stand over borders.
    """

    lines: list[Rule]
    borders: list[float]
    first: float
    merged: list[Text]

    def is_in(self, lattices: Sequence[Lattice]) -> bool:
        """Whether the cells of a ruled area are those that were meant: of one column each, but where a text stands over
        borders.
        """
        return any(self._is(lattice) for lattice in lattices)

    def _is(self, lattice: Lattice) -> bool:
        if lattice.broken or len(lattice.xs) != len(self.borders):
            return False
        if any(abs(x - border) > _NEAR for x, border in zip(lattice.xs, self.borders, strict=True)):
            return False
        row = step_of(self.first, lattice.ys)
        if row is None:
            return False
        wide = [span for span in lattice.spans if span.row_end >= row and span.column_end - span.column > 1]
        middles = [(text.top + text.bottom) / 2 for text in self.merged]
        return all(
            span.row >= row and any(lattice.ys[span.row] <= y < lattice.ys[span.row_end] for y in middles)
            for span in wide
        )


def told(
    borders: list[float],
    words: Sequence[Text],
    spanning: Sequence[Spanning],
    rows: Sequence[Texts],
    near: Sequence[Rule],
    height: float,
) -> Told | None:
    """The table with these borders; None where it is not clear what its rows are, or lines are drawn in its header that
    end elsewhere. `words` are those of its header, if it has one, `near` the lines between rows that are drawn.
    """
    body = [text for line in rows for text in line]
    top, end = min(text.top for text in body), max(text.bottom for text in body) + height / 4
    start = min((text.top for text in words), default=top) - height / 4
    parting = (max(text.bottom for text in words) + top) / 2 if words else start
    between = [rule.position for rule in near if parting + height / 2 < rule.position < end - height]
    figures = sum(any(AMOUNT.fullmatch(text.said) for text in line) for line in rows)
    added: list[float] = []
    if len(between) < (figures - 1) / 2:
        found = between_rows(body, list(pairwise(borders)), height)
        if found is None:
            return None
        added = [y for y in found if not any(abs(y - other) < height / 2 for other in between)]
    below = [line for cell in spanning if (line := _drawn_below(cell, borders, near, height))]
    if len(below) < len(spanning):
        return None
    left, right = borders[0], borders[-1]
    lines = [
        Rule("horizontal", y, left, right)
        for y in sorted({start, parting, end})
        if not any(abs(rule.position - y) < height for rule in near)
    ]
    lines += [Rule("horizontal", y, left, right) for y in added]
    start = min([start, *(rule.position for rule in near)])
    end = max([end, *(rule.position for rule in near)])
    heights = sorted({*between, *added, end})
    for number, x in enumerate(borders):
        under = [y for cell, (y, _) in zip(spanning, below, strict=True) if cell.first < number <= cell.last]
        crossing = [text for text in body if text.x0 < x < text.x1]
        lines += _upright(x, max(under, default=start), heights, crossing, parting)
    for cell, (y, is_drawn) in zip(spanning, below, strict=True):
        if not is_drawn:
            lines.append(Rule("horizontal", y, borders[cell.first], borders[cell.last + 1]))
    over = [text for text in body if any(text.x0 < x < text.x1 for x in borders)]
    return Told(lines, borders, top + height / 4, over)


def _upright(x: float, top: float, heights: Sequence[float], crossing: Sequence[Text], parting: float) -> list[Rule]:
    """The line between two columns, but for rows in which a text stands over it."""
    found: list[Rule] = []
    start, above = top, parting
    for y in heights:
        if any(above <= (text.top + text.bottom) / 2 < y for text in crossing):
            if start < above:
                found.append(Rule("vertical", x, start, above))
            start = y
        above = y
    if start < heights[-1]:
        found.append(Rule("vertical", x, start, heights[-1]))
    return found


def _drawn_below(
    cell: Spanning, borders: Sequence[float], near: Sequence[Rule], height: float
) -> tuple[float, bool] | None:
    """Where the line below a cell is that spans columns, and whether it is drawn; None where it is drawn below other
    columns.
    """
    left, right = borders[cell.first], borders[cell.last + 1]
    own = [
        rule
        for rule in near
        if abs(rule.position - cell.bottom) < height
        and rule.start < right - height / 4
        and left + height / 4 < rule.end
    ]
    if not own:
        return cell.bottom, False
    y = min((rule.position for rule in own), key=lambda y: abs(y - cell.bottom))
    parts = merged([(rule.start, rule.end) for rule in own if abs(rule.position - y) < height / 4], height / 4)
    whole = len(parts) == 1 and parts[0][0] < left + height / 2 and parts[0][1] > right - height / 2
    return (y, True) if whole else None
