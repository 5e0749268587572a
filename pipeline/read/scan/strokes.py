"""Ruling lines of a picture that are none: strokes of letters that stand in a row, or grew together.

A line of a table ends on lines that go on there. What ends within a table where nothing does, and has letters running
across it, is drawn by letters; and so is what hugs a longer line and has letters standing on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.grey import Flags

_TOUCH = 6
_ACROSS, _DENSE = 5, 0.8
"""A stroke that runs across a line has ink so far, in dots, to both sides of it, nearly without a gap."""
_LEAST, _PART = 3, 0.03
"""So many dots of a line, and such a part of it, have letters running across it that are of it."""
_ALONE = 200
"""A line of so many dots may be of no table."""
_FAR, _PIECES = 24, 0.25
"""Within so many dots of a line it is looked for letters; where there are none, such a part of it is seen at least."""
_HEADING = 20
"""Letters of a heading that stands above several columns are no further apart, in dots."""
_CLOSE = 0.6
"""No two lines are nearer to each other, in letters, but for double ones."""
_STANDING = 0.15
"""Of one that letters stand on, such a part at least has ink beside it that goes on from it."""


def without_strokes(rules: Sequence[Rule], dark: Flags, letter: float) -> list[Rule]:
    """The ruling lines of a level picture without those that letters draw; `dark` is where it has ink."""
    found = [rule for rule in rules if not _hugs(rule, rules, dark, letter)]
    found = [rule for rule in found if rule.end - rule.start >= _ALONE or _is_of_table(_joined(rule, found))]
    while True:
        alone = [rule for rule in found if not _is_one(rule, found, dark)]
        changed = [piece for rule in alone for piece in _firm(rule, alone, dark)]
        if changed == found:
            return found
        found = changed


def _is_of_table(group: Sequence[Rule]) -> bool:
    """Whether lines that hang together may enclose something."""
    across = sum(rule.orientation == "horizontal" for rule in group)
    return min(across, len(group) - across) > 1


def _hugs(rule: Rule, rules: Sequence[Rule], dark: Flags, letter: float) -> bool:
    """Whether a longer line runs beside all of one, and letters stand on that towards the other side."""
    for other in rules:
        apart = other.position - rule.position
        longer = other.end - other.start > 1.5 * (rule.end - rule.start)
        if other.orientation != rule.orientation or not longer or not 0 < abs(apart) < _CLOSE * letter:
            continue
        if other.start - _TOUCH <= rule.start and rule.end <= other.end + _TOUCH:
            beside = _across(rule, dark)
            half = beside[:, : _ACROSS + 1] if apart > 0 else beside[:, _ACROSS:]
            if half.all(axis=1).mean() > _STANDING:
                return True
    return False


def _is_one(rule: Rule, rules: Sequence[Rule], dark: Flags) -> bool:
    """Whether a line runs in one row or column alone, where it ends nowhere or letters stand on it."""
    group = _joined(rule, rules)
    alike = [other for other in group if other.orientation == rule.orientation]
    if _is_outer(rule, group) or sum(abs(other.position - rule.position) <= _TOUCH for other in alike) > 1:
        return False
    crossing = [other for other in group if other.orientation != rule.orientation and _meet(rule, other)]
    if any(rule.start + _TOUCH < other.position < rule.end - _TOUCH for other in crossing):
        return False
    if not all(_ends_firmly(at, rule, crossing) or _is_edge(at, rule, group) for at in (rule.start, rule.end)):
        return True
    beside = _across(rule, dark)
    halves = beside[:, : _ACROSS + 1], beside[:, _ACROSS:]
    return any((half.mean(axis=1) > _DENSE).mean() > _STANDING for half in halves)


def _firm(rule: Rule, rules: Sequence[Rule], dark: Flags) -> list[Rule]:
    """A line, without its first or last step if that ends nowhere and letters run across it."""
    group = _joined(rule, rules)
    crossing = [other for other in group if other.orientation != rule.orientation and _meet(rule, other)]
    if not crossing:
        return [rule]
    places = sorted({rule.start, rule.end, *(other.position for other in crossing)})
    places = [at for at in places if rule.start - _TOUCH <= at <= rule.end + _TOUCH]
    steps = [(first, last) for first, last in pairwise(places) if last - first > _TOUCH]
    if not steps or _is_outer(rule, group):
        return [rule]
    for at, step, other_end in ((rule.start, steps[0], rule.end), (rule.end, steps[-1], rule.start)):
        loose = not _ends_firmly(at, rule, crossing) and not _is_edge(at, rule, group)
        crossed, seen = _crossed(rule, step, dark), _is_seen(rule, step, dark)
        if (crossed and loose) or (not seen and (crossed or _parts_letters(rule, step, dark))):
            rest = (step[1], other_end) if at == rule.start else (other_end, step[0])
            return [rule._replace(start=rest[0], end=rest[1])] if rest[1] - rest[0] > _TOUCH else []
    return [rule]


def _ends_firmly(at: float, rule: Rule, crossing: Sequence[Rule]) -> bool:
    """Whether a line ends on one that goes on to both sides of it."""
    return any(
        abs(other.position - at) <= _TOUCH
        and other.start < rule.position - _TOUCH
        and other.end > rule.position + _TOUCH
        for other in crossing
    )


def _is_edge(at: float, rule: Rule, group: Sequence[Rule]) -> bool:
    """Whether a place is at the edge of a table, whose outer line may be lost."""
    ends = [side for other in group for side in _extent(other, rule.orientation)]
    return at - min(ends) <= _TOUCH or max(ends) - at <= _TOUCH


def _is_outer(rule: Rule, group: Sequence[Rule]) -> bool:
    """Whether a line is the first or last of a table."""
    across = [other.position for other in group if other.orientation == rule.orientation]
    return rule.position - min(across) <= _TOUCH or max(across) - rule.position <= _TOUCH


def _extent(rule: Rule, way: str) -> tuple[float, float]:
    return (rule.start, rule.end) if rule.orientation == way else (rule.position, rule.position)


def _joined(rule: Rule, rules: Sequence[Rule]) -> list[Rule]:
    """The lines that hang together with one."""
    found, waiting = [rule], [rule]
    left = [other for other in rules if other is not rule]
    while waiting:
        own = waiting.pop()
        near = [other for other in left if other.orientation != own.orientation and _meet(own, other)]
        left = [other for other in left if other not in near]
        found += near
        waiting += near
    return found


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.start - _TOUCH <= other.position <= one.end + _TOUCH
        and other.start - _TOUCH <= one.position <= other.end + _TOUCH
    )


def _across(rule: Rule, dark: Flags, step: tuple[float, float] | None = None, reach: int = _ACROSS) -> Flags:
    """What is dark of a line and beside it: its dots × dots across it."""
    start, end = step or (rule.start, rule.end)
    along = dark.T if rule.orientation == "horizontal" else dark
    at = np.arange(round(rule.position) - reach, round(rule.position) + reach + 1).clip(0, along.shape[1] - 1)
    found: Flags = along[max(round(start) + _ACROSS, 0) : max(round(end) - _ACROSS, 0)][:, at]
    return found


def _crossed(rule: Rule, step: tuple[float, float], dark: Flags) -> bool:
    beside = _across(rule, dark, step)
    through = int((beside.mean(axis=1) >= _DENSE).sum())
    return through >= max(_LEAST, _PART * len(beside))


def _is_seen(rule: Rule, step: tuple[float, float], dark: Flags) -> bool:
    """Whether something of a line is seen where no letters stand beside it, or they do all along."""
    near = _across(rule, dark, step, _FAR)
    text = near[:, : _FAR - _ACROSS].any(axis=1) | near[:, _FAR + _ACROSS + 1 :].any(axis=1)
    own = near[:, _FAR - 1] | near[:, _FAR] | near[:, _FAR + 1]
    free = int((~text).sum())
    return not free or int((own & ~text).sum()) > _PIECES * free


def _parts_letters(rule: Rule, step: tuple[float, float], dark: Flags) -> bool:
    """Whether letters on both sides of a line between columns are as near to each other as those of one text."""
    inked = np.flatnonzero(_across(rule, dark, step, _HEADING).any(axis=0)) - _HEADING
    left, right = inked[inked < 0], inked[inked > 0]
    return rule.orientation == "vertical" and len(left) > 0 and len(right) > 0 and int(right[0] - left[-1]) <= _HEADING
