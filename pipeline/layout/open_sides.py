"""Tables whose outer borders are not drawn: lines between columns that run on beyond the last line between rows, and
pages on which nothing but lines between columns is drawn. The borders that a person sees there are added to the lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from yusuan.pipeline.read.page import Character, Rule

_TOUCH = 3.0
"""Lines that end as near to each other as this (points) end together, as lines as near as that are one line."""
_LEAST = 2
"""As many lines between columns, all as long as each other, are a table without lines between its rows."""
_PADDING = 0.2
"""The border that is not drawn is this many letter heights beside the outermost text."""


def with_open_sides(horizontal: list[Rule], vertical: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The lines of one ruled area, with the outer borders of an open body: below the last line between rows, or above
    the first one, all lines between columns run on and end together. Unchanged where they do not.
    """
    if not horizontal or not vertical:
        return horizontal, vertical
    left, right = min(line.start for line in horizontal), max(line.end for line in horizontal)
    first, last = min(line.position for line in horizontal), max(line.position for line in horizontal)
    start, end = min(line.start for line in vertical), max(line.end for line in vertical)
    top, bottom = first, last
    added: list[Rule] = []
    if end > last + 2 * _TOUCH and all(
        line.end >= end - _TOUCH for line in vertical if line.start < last - _TOUCH < line.end - _TOUCH
    ):
        lower = [line for line in vertical if line.end > last + 2 * _TOUCH]
        if all(line.end >= end - _TOUCH for line in lower):
            bottom = end
            added.append(Rule("horizontal", end, left, right))
    if start < first - 2 * _TOUCH:
        upper = [line for line in vertical if line.start < first - 2 * _TOUCH]
        reach = [line for line in vertical if line.start <= first + _TOUCH <= line.end]
        if all(line.start <= start + _TOUCH for line in (*upper, *reach)):
            top = start
            added.append(Rule("horizontal", start, left, right))
    if not added:
        return horizontal, vertical
    sides = [Rule("vertical", x, top, bottom) for x in (left, right) if not _has(vertical, x, bottom)]
    return [*horizontal, *added], [*vertical, *sides]


def _has(vertical: Sequence[Rule], x: float, bottom: float) -> bool:
    """Whether a line at a place runs down to a height."""
    return any(abs(line.position - x) <= _TOUCH and line.end >= bottom - _TOUCH for line in vertical)


def between_columns_only(rules: Sequence[Rule], characters: Sequence[Character], height: float) -> list[Rule]:
    """The borders around lines that part columns and that no two lines between rows cross; empty where there are none.

    `height` is that of the letters in points. The lines run over the whole body, so they give its upper and lower end;
    its sides are where its text begins and ends, or where the one line across does.
    """
    vertical = [rule for rule in rules if rule.orientation == "vertical" and rule.end - rule.start > 3 * height]
    if len({round(rule.position / _TOUCH) for rule in vertical}) < _LEAST:
        return []
    top, bottom = min(rule.start for rule in vertical), max(rule.end for rule in vertical)
    if any(rule.start > top + _TOUCH or rule.end < bottom - _TOUCH for rule in vertical):
        return []
    across = [
        rule for rule in rules if rule.orientation == "horizontal" and top - _TOUCH <= rule.position <= bottom + _TOUCH
    ]
    if len({round(rule.position / _TOUCH) for rule in across}) > 1:
        return []
    inside = [char for char in characters if top <= (char.top + char.bottom) / 2 <= bottom]
    if not inside:
        return []
    left, right = min(rule.position for rule in vertical), max(rule.position for rule in vertical)
    x0, x1 = min(char.x0 for char in inside), max(char.x1 for char in inside)
    if x0 < left - height:
        left = x0 - _PADDING * height
    if x1 > right + height:
        right = x1 + _PADDING * height
    left, right = min([left, *(rule.start for rule in across)]), max([right, *(rule.end for rule in across)])
    return [
        Rule("horizontal", top, left, right),
        Rule("horizontal", bottom, left, right),
        *(Rule("vertical", x, top, bottom) for x in (left, right)),
    ]
