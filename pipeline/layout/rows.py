"""Ruled rows that are many printed rows without lines between them → a row for each line of figures.

Where a cell holds several figures one below the other, and the cells beside it hold text on the same lines, each line
is a row of its own: the figures of two rows are never one cell's. A name that goes on in the next line belongs to the
row that it began in; a figure that is broken because its cell is full is one figure, and its row is left as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from yusuan.pipeline.layout.grid import Lattice, Span
from yusuan.pipeline.layout.owners import Placed, places
from yusuan.pipeline.layout.printed_lines import (
    ALIGNED,
    FIGURE,
    Partly,
    PrintedLine,
    letters_by_row,
    letters_in_rows,
    printed_lines,
)
from yusuan.pipeline.layout.unruled.rows import between_rows
from yusuan.pipeline.layout.unruled.texts import LEFT, Text, text_around
from yusuan.pipeline.read.page import Character, Rule

_SURE = re.compile(r"[-−–]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)")
_HIGH = 2.2
"""A ruled row lower than this many letter heights holds one line."""
_ROOM = 1.2
"""A line with less room than this many letter heights in its cell may go on in the next one."""
_FULL = 3.0
"""So may a figure with less room than this many."""
_MANY = 4
"""As many whole numbers in a cell, one below the other, are figures of as many rows."""
_NEAR = 0.7
"""A line without figures that is nearer to another than this part of the distance between rows belongs to it."""
_SPACED = 0.7
"""No more than this many letter heights are between the lines of one name."""
_EVEN = 1.25
"""Lines are evenly set if the distance of most is no greater than this many of the least."""


def apart(lattice: Lattice, on_page: Placed, height: float, rules: Sequence[Rule] = ()) -> Lattice:
    """A lattice with a row for each printed row; the same one where every ruled row is one already.

    `height` is that of the letters of the page, in points. `rules` are the lines of the page: one between two columns
    may be drawn beside some of the printed rows only.
    """
    high = [row for row, (top, bottom) in enumerate(pairwise(lattice.ys)) if bottom - top > _HIGH * height]
    if not high:
        return lattice
    partly = Partly(lattice, rules)
    found = letters_in_rows(lattice, on_page, high, partly)
    if found is None:
        return lattice
    high = sorted(set(found.row.tolist()))
    owner = {place: span for span in lattice.spans for place in places(span)}
    held = letters_by_row(lattice, on_page, found, partly)
    # From below, so that the numbers of the rows above stay what they are.
    for row in reversed(high):
        printed = printed_lines(held[row])
        if _are_rows(printed, lattice, owner, row, height):
            rows = _told(printed, lattice, row, height)
            if rows is None:
                area = lattice.ys[row], lattice.ys[row + 1]
                lattice = replace(lattice, unclear=(area, *lattice.unclear))
                rows = _merged(printed, lattice, owner, row, height)
            lattice = _cut(lattice, row, rows, partly)
    return lattice


def _are_rows(
    printed: Sequence[PrintedLine], lattice: Lattice, owner: dict[tuple[int, int], Span], row: int, height: float
) -> bool:
    """Whether lines are rows: nothing but figures, some surely amounts, stand one below the other in a cell that has
    room for more, most with text or a figure of another cell beside them.
    """
    for column in {column for line in printed for column in line.cells}:
        figures = [line for line in printed if column in line.cells]
        beside = sum([len(line.cells) > 1 for line in figures])
        if beside < 2 or beside * 2 <= len(figures) or (row, column) not in owner:
            continue
        if not all(line.has_figure(column) for line in figures):
            continue
        texts = [line.text(column) for line in figures]
        if not any(map(_SURE.fullmatch, texts)) and (len(texts) < _MANY or _counted(texts)):
            continue
        if len(texts) >= _MANY or not (
            any(FIGURE.fullmatch(above + below) for above, below in pairwise(texts))
            or _broken(printed, lattice, owner, row, height)
        ):
            return True
    return False


def _broken(
    printed: Sequence[PrintedLine], lattice: Lattice, owner: dict[tuple[int, int], Span], row: int, height: float
) -> bool:
    """Whether a figure that leaves little room in its cell may go on in a lower line: 100,763.0 above 3."""
    for column in {column for line in printed for column in line.figures()}:
        span = owner.get((row, column))
        if span is None:
            continue
        width = lattice.xs[span.column_end] - lattice.xs[span.column]
        for above, below in pairwise(line for line in printed if column in line.cells):
            joined = above.text(column) + below.text(column)
            if FIGURE.fullmatch(joined) and _room(above.cells[column], width) < _FULL * height:
                return True
    return False


def _counted(texts: Sequence[str]) -> bool:
    """Whether figures are serial numbers: none is greater by other than one than that above it."""
    return all(text.isdigit() for text in texts) and all(int(b) - int(a) in (0, 1) for a, b in pairwise(texts))


def _room(chars: Sequence[Character], width: float) -> float:
    return width - (max(char.x1 for char in chars) - min(char.x0 for char in chars))


def _told(printed: Sequence[PrintedLine], lattice: Lattice, row: int, height: float) -> list[PrintedLine] | None:
    """The rows that the heights of names and figures tell; None where they do not."""
    starts = sorted({column for line in printed for column in line.cells})
    ends = [
        next(
            (span.column_end for span in lattice.spans if span.row <= row < span.row_end and span.column == at), at + 1
        )
        for at in starts
    ]
    texts = [
        (line, column, text_around(sorted(own, key=LEFT))) for line in printed for column, own in line.cells.items()
    ]
    # A cell over several columns beside some rows reaches no further than to where the next texts begin.
    ends = [min(end, after) for end, after in zip(ends, [*starts[1:], ends[-1]], strict=True)]
    columns = [(lattice.xs[a], lattice.xs[b]) for a, b in zip(starts, ends, strict=True)]
    borders = between_rows([text for _, _, text in texts], columns, height)
    if borders is None:
        return None
    rows: list[PrintedLine] = []
    parts: dict[int, list[tuple[PrintedLine, int, Text]]] = defaultdict(list)
    for line, column, text in texts:
        parts[bisect_right(borders, (text.top + text.bottom) / 2)].append((line, column, text))
    held = [parts[at] for at in sorted(parts)]
    if _may_be_headings(held, height):
        return None
    for own in held:
        together = PrintedLine(min(text.top for *_, text in own), max(text.bottom for *_, text in own))
        for line, column, _ in own:
            together.cells[column] += line.cells[column]
        rows.append(together)
    return rows


def _may_be_headings(rows: Sequence[Sequence[tuple[PrintedLine, int, Text]]], height: float) -> bool:
    """Whether the upper lines of names whose figures stand beside their last line are as far from it as from the name
    above them, or from the one below: then they may as well head the rows below them.
    """
    near: list[float] = []
    rows_apart: list[float] = []
    for column in {column for row in rows for _, column, _ in row}:
        names = [[text for line, at, text in row if at == column and not line.has_figure(at)] for row in rows]
        for row, own in zip(rows, names, strict=True):
            figures = [text for line, at, text in row if line.has_figure(at)]
            if len(own) > 1 and any(abs(own[-1].top - text.top) < ALIGNED * height for text in figures):
                near += [below.top - above.top for above, below in pairwise(own)]
        rows_apart += [below[0].top - above[-1].top for above, below in pairwise(filter(None, names))]
    return bool(near and rows_apart) and min(rows_apart) <= _EVEN * max(near)


def _merged(
    printed: list[PrintedLine], lattice: Lattice, owner: dict[tuple[int, int], Span], row: int, height: float
) -> list[PrintedLine]:
    """Lines with those that a name wraps over made one row."""
    figures = [line for line in printed if line.figures()]
    pitch = median(after.top - before.top for before, after in pairwise(figures))
    steps = sorted(after.top - before.top for before, after in pairwise(printed))
    # Where all lines are as far from each other, nothing tells a heading from a name that goes on but its length.
    even = steps[len(steps) * 3 // 4] <= _EVEN * steps[0]
    rows: list[PrintedLine] = []
    has: list[bool] = []
    for line in printed:
        own = bool(line.figures())
        if rows and not (own and has[-1]):
            before = rows[-1]
            near = not even and line.top - before.bottom < min(_NEAR * pitch - height, _SPACED * height)
            if near or (not own and has[-1] and _goes_on(before, line, lattice, owner, row, height)):
                before.take(line)
                has[-1] = own or has[-1]
                continue
        rows.append(line)
        has.append(own)
    return rows


def _goes_on(
    before: PrintedLine,
    line: PrintedLine,
    lattice: Lattice,
    owner: dict[tuple[int, int], Span],
    row: int,
    height: float,
) -> bool:
    """Whether all that a line says goes on with text that fills its cell in the line before."""
    for column in line.cells:
        span = owner.get((row, column))
        if column not in before.cells or span is None:
            return False
        if _room(before.cells[column], lattice.xs[span.column_end] - lattice.xs[span.column]) > _ROOM * height:
            return False
    return True


def _cut(lattice: Lattice, row: int, rows: Sequence[PrintedLine], partly: Partly) -> Lattice:
    """A lattice whose ruled row is cut between printed rows; cells that hold text on several of them are cut too."""
    if len(rows) < 2:
        return lattice
    borders = [(above.bottom + below.top) / 2 for above, below in pairwise(rows)]
    more = len(borders)
    spans: list[Span] = []
    for span in lattice.spans:
        r0, c0, r1, c1 = span
        if r0 > row:
            spans.append(Span(r0 + more, c0, r1 + more, c1))
        elif r1 <= row:
            spans.append(span)
        elif r1 - r0 > 1 and sum(any(c0 <= at < c1 for at in line.cells) for line in rows) < 2:
            spans.append(Span(r0, c0, r1 + more, c1))
        else:
            if r0 < row:
                spans.append(Span(r0, c0, row, c1))
            for at, line in enumerate(rows, start=row):
                columns = [*partly.parted(c0, c1, (line.top + line.bottom) / 2), c1]
                spans += [Span(at, a, at + 1, b) for a, b in pairwise(columns)]
            if r1 > row + 1:
                spans.append(Span(row + more + 1, c0, r1 + more, c1))
    ys = (*lattice.ys[: row + 1], *borders, *lattice.ys[row + 1 :])
    return replace(lattice, ys=ys, spans=tuple(sorted(spans)), inferred=True)
