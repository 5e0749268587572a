"""The texts of a table without lines between its rows → where its rows end.

All figures of a row stand at one height. A name of several lines stands with its middle there, or begins there, or ends
there, as all names of the table do; so the heights of its lines tell which row a line belongs to. A line that belongs
to no row with figures is a row of its own where it begins with a number or a code, or where it cannot be a part of the
name above or below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from yusuan.pipeline.layout.unruled.texts import FIGURE, Interval, Text, within
from yusuan.schemas.vocabulary.around import SUBTOTALS, TOTALS
from yusuan.schemas.vocabulary.enumerators import BRACKETED, CHINESE

ENUMERATED = re.compile(rf"(?:\d{{3,7}}|{CHINESE}|{BRACKETED})")
_LEVEL = 0.3
"""What stands at one height has its middle within this many letter heights of it."""
_TIGHT = 2.6
"""Lines of one name have less than this many letter heights between them."""
_FULL = 2.0
"""A name that ends less than this many letter heights before the longest of its column may go on in the next line,"""
_NUMBERS = 2
"""Numbers of columns have no more digits than this, and are more than this."""
_ROOM = 3.0
"""if there are less than this many to the end of its column."""

Row = list[Text]


class _Rows(NamedTuple):
    """Rows from top to bottom, and how many of them have no figures."""

    rows: list[Row]
    alone: int


def between_rows(texts: Sequence[Text], columns: Sequence[Interval], height: float) -> list[float] | None:
    """The places between the rows of a table's body, from top to bottom; None where it is not clear what its rows are.

    `columns` are those of the table, from border to border.
    """
    ways = [way for aligned in (_middle, _top, _bottom) if (way := _rows(texts, columns, height, aligned))]
    least = min((way.alone for way in ways), default=0)
    found: set[tuple[float, ...]] = set()
    for way in ways:
        ends = [(min(t.top for t in row), max(t.bottom for t in row)) for row in way.rows]
        if way.alone == least and all(a[1] <= b[0] + height / 4 for a, b in pairwise(ends)):
            found.add(tuple((a[1] + b[0]) / 2 for a, b in pairwise(ends)))
    return list(found.pop()) if len(found) == 1 else None


def _middle(lines: Sequence[Text]) -> float:
    return (lines[0].top + lines[-1].bottom) / 2


def _top(lines: Sequence[Text]) -> float:
    return (lines[0].top + lines[0].bottom) / 2


def _bottom(lines: Sequence[Text]) -> float:
    return (lines[-1].top + lines[-1].bottom) / 2


def _rows(
    texts: Sequence[Text], columns: Sequence[Interval], height: float, aligned: Callable[[Sequence[Text]], float]
) -> _Rows | None:
    """The rows, if the lines of each name are so `aligned` with its figures; None where they are not surely."""
    figures = [text for text in texts if _is_figure(text, columns, texts)]
    levels = _levels(figures, height)
    if not levels:
        return None
    rows: dict[float, Row] = {level: [] for level in levels}
    for text in figures:
        rows[_nearest(levels, _top([text]))].append(text)
    if any(sum(within(t, c) for t in row) > 1 for row in rows.values() for c in columns):
        return None
    free: list[Row] = []
    taken = {id(text) for text in figures}
    for column in columns:
        lines = _lines([text for text in texts if id(text) not in taken and within(text, column)], height)
        groups = _groups(lines, levels, column, height, aligned)
        if groups is None:
            return None
        left: list[Row] = []
        for level, group in groups:
            own = [text for line in group for text in line]
            if level is None:
                left.append(own)
            else:
                rows[level] += own
        free += _going_on(left, column, height)
    alone = _together(free, height)
    if not all(_stands_alone(row, texts, columns, height) for row in alone):
        return None
    rows |= {_middle(row): row for row in alone}
    nameless = [row for row in rows.values() if all(FIGURE.fullmatch(text.said) for text in row)]
    if len(nameless) * 2 < len(rows) and not all(map(_numbers_columns, nameless)):
        return None  # pieces of figures, or codes that stand below their names
    if _labels_spread([rows[at] for at in sorted(rows)], columns):
        return None
    return _Rows([rows[at] for at in sorted(rows)], len(alone))


def _labels_spread(rows: Sequence[Row], columns: Sequence[Interval]) -> bool:
    """Whether the names of a column may each stand in the middle of several rows, which have names of their own: the
    first of these has none of the former.
    """
    named = [
        {
            at
            for at, column in enumerate(columns)
            for text in row
            if within(text, column) and not FIGURE.fullmatch(text.said)
        }
        for row in rows
        if not any(text.said in TOTALS for text in row)
    ]
    for outer in range(len(columns)):
        for inner in range(outer + 1, len(columns)):
            own = [outer in row for row in named if inner in row]
            if any(own) and not own[0] and 2 * sum(own) <= len(own):
                return True
    return False


def _numbers_columns(row: Row) -> bool:
    """Whether the figures of a row without a name are the numbers of columns."""
    return len(row) > _NUMBERS and all(text.said.isdigit() and len(text.said) <= _NUMBERS for text in row)


def _is_figure(text: Text, columns: Sequence[Interval], texts: Sequence[Text]) -> bool:
    """Whether a text is a figure in a column that has nothing else but names of columns."""
    if not FIGURE.fullmatch(text.said):
        return False
    own = next((column for column in columns if within(text, column)), None)
    return own is not None and all(FIGURE.fullmatch(other.said) for other in texts if within(other, own))


def _levels(figures: Sequence[Text], height: float) -> list[float]:
    """The heights at which figures stand, from top to bottom."""
    found: list[list[float]] = []
    for middle in sorted(_top([text]) for text in figures):
        if found and middle - found[-1][0] <= 2 * _LEVEL * height:
            found[-1].append(middle)
        else:
            found.append([middle])
    return [sum(level) / len(level) for level in found]


def _nearest(levels: Sequence[float], middle: float) -> float:
    return min(levels, key=lambda level: abs(level - middle))


def _lines(texts: Sequence[Text], height: float) -> list[list[Text]]:
    """The texts of one column line by line, from top to bottom."""
    found: list[list[Text]] = []
    for text in sorted(texts, key=lambda text: (text.top + text.bottom, text.x0)):
        if found and _top([text]) - _top(found[-1]) <= _LEVEL * height:
            found[-1].append(text)
        else:
            found.append([text])
    return found


def _groups(
    lines: Sequence[list[Text]],
    levels: Sequence[float],
    column: Interval,
    height: float,
    aligned: Callable[[Sequence[Text]], float],
) -> list[tuple[float | None, list[list[Text]]]] | None:
    """The lines of a column shared out among the heights of figures, so that most have a name and few lines are left
    over, each for itself; None where there are two ways. A line of a name but the last leaves little room.
    """
    full = [
        one or other for one, other in zip(_full(lines, column, height), _nearer(lines, levels, height), strict=True)
    ]
    # best[n]: the cost of the first n lines, in how many ways, and where the last group of one way begins.
    best: list[tuple[int, int, int, float | None]] = [(0, 1, 0, None)]
    for end in range(1, len(lines) + 1):
        ways: list[tuple[int, int, int, float | None]] = [(best[end - 1][0] + 1, best[end - 1][1], end - 1, None)]
        for start in range(end - 1, -1, -1):
            if start < end - 1 and (
                not full[start]
                or _begins_a_row(lines[start + 1])
                or lines[start + 1][0].top - max(t.bottom for t in lines[start]) > _TIGHT * height
            ):
                break
            middle = aligned([line[0] for line in lines[start:end]])
            level = _nearest(levels, middle)
            if abs(level - middle) <= _LEVEL * height and best[start][3] != level:
                ways.append((best[start][0] - 1, best[start][1], start, level))
        least = min(way[0] for way in ways)
        kept = [way for way in ways if way[0] == least]
        best.append((least, sum(way[1] for way in kept), *kept[0][2:]))
    if best[-1][1] > 1:
        return None
    found: list[tuple[float | None, list[list[Text]]]] = []
    end = len(lines)
    while end:
        start, own = best[end][2:]
        found.insert(0, (own, list(lines[start:end])))
        end = start
    if any(a[0] is not None and a[0] == b[0] for a, b in pairwise(found)):
        return None
    return found


def _full(lines: Sequence[Sequence[Text]], column: Interval, height: float) -> list[bool]:
    """Whether each line of a column leaves so little room that a name goes on in the next one: its end is near that of
    its column, or it is nearly as wide as that, and so among the lines of the column.
    """
    ends = max((line[-1].x1 for line in lines), default=0.0)
    wide = max((line[-1].x1 - line[0].x0 for line in lines), default=0.0)
    return [
        min(ends - line[-1].x1, wide - line[-1].x1 + line[0].x0) < _FULL * height
        and _may_go_on(line[-1]._replace(x0=line[0].x0), column, height)
        for line in lines
    ]


def _begins_a_row(line: Sequence[Text]) -> bool:
    """Whether a line begins with a number or a code, or says a total, so that it goes on with no name above it."""
    return ENUMERATED.match(line[0].said) is not None or line[0].said in (*TOTALS, *SUBTOTALS)


def _going_on(free: Sequence[Row], column: Interval, height: float) -> list[Row]:
    """Lines of one column that are left over, those made one of which the upper leaves no room for the lower."""
    found: list[Row] = []
    for row in free:
        above = found[-1] if found else None
        if (
            above
            and not _begins_a_row(row)
            and row[0].top - max(text.bottom for text in above) < height
            and _may_go_on(above[-1], column, height)
        ):
            above += row
        else:
            found.append(list(row))
    return found


def _nearer(lines: Sequence[Sequence[Text]], levels: Sequence[float], height: float) -> list[bool]:
    """Whether each line of a column is much nearer to the next one than any two that each stand at the height of
    figures are to each other, one below the other.
    """
    gaps = [b[0].top - max(text.bottom for text in a) for a, b in pairwise(lines)]
    at = [abs(_nearest(levels, _top(line)) - _top(line)) <= _LEVEL * height for line in lines]
    rows = [gap for gap, (above, below) in zip(gaps, pairwise(at), strict=True) if above and below]
    return [bool(rows) and 2 * max(gap, height / 4) <= min(rows) for gap in gaps] + [False] * bool(lines)


def _may_go_on(text: Text, column: Interval, height: float) -> bool:
    """Whether a text leaves so little room in its column that it may go on in the next line."""
    left, right = text.x0 - column[0], column[1] - text.x1
    centred = abs(left - right) < 2 * height
    return ((left + right) / 2 if centred else right) < _ROOM * height


def _together(free: Sequence[Row], height: float) -> list[Row]:
    """Lines of several columns that stand in the middle of one height, as rows."""
    found: list[Row] = []
    for row in sorted(free, key=_middle):
        if found and _middle(row) - _middle(found[-1]) <= _LEVEL * height:
            found[-1] += row
        else:
            found.append(list(row))
    return found


def _stands_alone(row: Row, beside: Sequence[Text], columns: Sequence[Interval], height: float) -> bool:
    """Whether a row without figures is surely one: it begins with a number or a code, or is no part of what stands just
    above or below it.
    """
    first = min(row, key=lambda text: text.x0)
    if _begins_a_row([first]):
        return True
    for text in row:
        column = next((column for column in columns if within(text, column)), None)
        if column is None:
            return False
        for other in (other for other in beside if other not in row):
            gap = max(text.top - other.bottom, other.top - text.bottom)
            upper = other if other.top < text.top else text
            if within(other, column) and gap < _TIGHT * height and _may_go_on(upper, column, height):
                return False
    return True
