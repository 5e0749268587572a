"""A level picture → its ruling lines: where lines run, and which steps between crossing lines are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import cv2
import numpy as np

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.broken import broken
from yusuan.pipeline.read.scan.grey import Flags, Grey
from yusuan.pipeline.read.scan.runs import WAYS, Run, Way, dark_in, runs
from yusuan.pipeline.read.scan.strips import stretches

_SNAP = 4.0
"""Runs nearer than this, in dots, are of one line."""
_LONG = 60
"""A run of so many dots is a line by itself; a shorter one only where it ends on others."""
_ALONE = 200
"""A line of so many dots may stand alone."""
_TOUCH = 6
_NEAR_END = 0.1
"""A line is drawn in such a part of a step at each end of it."""
_SHORT = 0.2
"""By so much of it the outermost step of a line may be short, where the edge of the paper takes some of it."""
_DRAWN = 0.6
"""A step of which so much is dark is drawn, if it is darker by _SHARPER than what runs beside it, as text does."""
_SHARPER = 0.35
_WHOLE, _ANY = 0.95, -1.0
"""A step of which so much is dark, and which a long run goes through, is drawn, whatever runs beside it: a letter that
touches a line is as dark, and the gaps between letters part no run that is so long."""
_FAINT, _FAINT_SHARPER = 0.3, 0.2
"""What is enough of both for a step that a drawn one leads to."""
_LEAST_LEFT, _MUCH_LEFT, _BREAK = 24, 0.5, 5
"""A step that is so long at least, in dots, is drawn if such a part of it is left, more than a stroke of one letter, or
a long piece of it; breaks are no wider than the last.
"""
_LONG_LEFT = 2.4
"""A piece that is longer than so many letters is none of the strokes of two that are in line, as those of 合计 are."""
_COVERED = 0.8
"""A step of which pieces that are one broken line take such a part is drawn."""
_END = 4
_THROUGH, _FEW_LETTERS = 0.35, 12.0
"""A run that has ink on both sides of more than such a part of it, and is no longer than so many letters, is one of
strokes of letters that grew together."""
_BESIDE = (4, 5, 6, 7)
"""How far, in dots beyond a line's own half, its surroundings are looked at."""


def ruling(relief: Mapping[Way, Grey], usual: float, ink: Flags, letter: float) -> list[Rule]:
    """The ruling lines of a level picture with these reliefs and this contrast, whose letters are so high, and where it
    has ink; positions and extents in dots.
    """
    of = {"horizontal": ink, "vertical": ink.T}
    found = {way: [run for run in runs(relief[way], usual) if not _is_of_letters(run, of[way], letter)] for way in WAYS}
    pieces = {way: broken(dark_in(relief[way], usual), of[way]) for way in WAYS}
    kept = {
        "horizontal": _kept(found["horizontal"], found["vertical"]) + pieces["horizontal"],
        "vertical": _kept(found["vertical"], found["horizontal"]) + pieces["vertical"],
    }
    at = {way: _positions(kept[way]) for way in kept}
    result: list[Rule] = []
    for way, other in zip(WAYS, reversed(WAYS), strict=True):
        dark, dim = dark_in(relief[way], usual), dark_in(relief[way], usual / 2)
        for position in at[way]:
            own = [run for run in kept[way] if abs(run.position - position) <= _SNAP]
            left = [run for run in pieces[way] if abs(run.position - position) <= _SNAP]
            result += _drawn(dark, dim, way, position, own, left, at[other], letter)
    return [rule for rule in result if rule.end - rule.start >= _ALONE or _meets(rule, result)]


def _meets(rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether a line meets one that crosses it: strokes of letters do not."""
    return any(
        other.orientation != rule.orientation
        and rule.start - _TOUCH <= other.position <= rule.end + _TOUCH
        and other.start - _TOUCH <= rule.position <= other.end + _TOUCH
        for other in rules
    )


def _kept(own: Sequence[Run], crossing: Sequence[Run]) -> list[Run]:
    """The runs that are lines: long, or from one crossing line to another."""
    long = [run for run in crossing if run.end - run.start >= _LONG]
    return [
        run
        for run in own
        if run.end - run.start >= _LONG or (_ends(run, run.start, long) and _ends(run, run.end, long))
    ]


def _is_of_letters(run: Run, ink: Flags, letter: float) -> bool:
    """Whether a run is of strokes that grew together, as those of bold letters do: there is ink on both its sides."""
    if run.end - run.start > _FEW_LETTERS * letter:
        return False
    middle, half = round(run.position), round(run.thick / 2)
    sides = (
        ink[[min(max(middle + sign * (half + by), 0), len(ink) - 1) for by in _BESIDE], run.start : run.end].any(axis=0)
        for sign in (-1, 1)
    )
    return bool(np.logical_and.reduce(list(sides)).mean() > _THROUGH)


def _ends(run: Run, at: float, crossing: Sequence[Run]) -> bool:
    return any(
        abs(line.position - at) <= _TOUCH and line.start - _TOUCH <= run.position <= line.end + _TOUCH
        for line in crossing
    )


def _positions(lines: Sequence[Run]) -> list[float]:
    """Where lines run: the mean of each bundle of runs, by their length."""
    bundles: list[list[Run]] = []
    for run in sorted(lines, key=lambda run: run.position):
        if bundles and run.position - bundles[-1][-1].position <= _SNAP:
            bundles[-1].append(run)
        else:
            bundles.append([run])
    return [
        sum(run.position * (run.end - run.start) for run in bundle) / sum(run.end - run.start for run in bundle)
        for bundle in bundles
    ]


def _drawn(
    dark: Flags,
    dim: Flags,
    way: Way,
    position: float,
    own: Sequence[Run],
    left_of: Sequence[Run],
    steps: Sequence[float],
    letter: float,
) -> list[Rule]:
    """The drawn parts of one line: whole steps between crossing lines, and what its runs reach beyond them.

    Where it is faint, and only `dim` there, it goes on from where it is drawn for certain.
    """
    half = max(round(max(run.thick for run in own) / 2), 1)
    first_run, last_run = min(run.start for run in own), max(run.end for run in own)
    edges = sorted({*steps, *_beyond(first_run, last_run, steps)})
    parts = list(pairwise(edges))
    drawn: list[bool] = []
    faint: list[bool] = []
    touching: list[bool] = []
    lefts: list[bool] = []
    for start, end in parts:
        inside = slice(round(start) + 2, max(round(end) - 1, round(start) + 3))
        short = max(_TOUCH, _SHORT * (end - start))
        seen = start >= first_run - short and end <= last_run + short
        sure, strip = _covered(dark, position, half, inside, (_DRAWN, _SHARPER))
        if not sure and any(run.start <= start and run.end >= end for run in own if run.end - run.start >= _ALONE):
            sure, _ = _covered(dark, position, half, inside, (_WHOLE, _ANY))
        # Beyond its runs a line may be so broken that none is long: from one line across to the next it is there.
        whole = end - start >= _LONG and start in steps and end in steps
        left = start in steps and end in steps and _is_left(dark, position, half, inside, letter)
        long = seen and end - start >= _LONG and _reaches(strip)
        sure = sure and (long or ((seen or whole) and _touches(strip)))
        covered = sum(max(min(run.end, end) - max(run.start, start), 0) for run in left_of)
        drawn.append(sure or (covered >= _COVERED * (end - start) and start in steps and end in steps))
        less, strip = _covered(dim, position, half, inside, (_FAINT, _FAINT_SHARPER))
        faint.append(less and start in steps and end in steps)
        touching.append(faint[-1] and _touches(strip))
        lefts.append(left)
    if any(drawn):
        drawn = [there or left for there, left in zip(drawn, lefts, strict=True)]
    pieces = [part for part, there in zip(parts, _going_on(drawn, touching, faint), strict=True) if there]
    joined: list[tuple[float, float]] = []
    for start, end in pieces:
        if joined and start <= joined[-1][1] + _TOUCH:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [Rule(way, position, start, end) for start, end in joined]


def _beyond(first: float, last: float, steps: Sequence[float]) -> list[float]:
    """Where the runs of a line end, if they reach beyond the outermost of the lines that cross it."""
    if not steps:
        return [first, last]
    return [*([first] if first < steps[0] - _TOUCH else ()), *([last] if last > steps[-1] + _TOUCH else ())]


def _covered(dark: Flags, position: float, half: int, inside: slice, least: tuple[float, float]) -> tuple[bool, Flags]:
    """Whether a line is there: how much of it is dark, and how much more than of what runs on each side of it; and its
    strip.

    Letters that it runs through go on at least at one side.
    """
    middle = round(position)
    strip = dark[max(middle - half - 1, 0) : middle + half + 2, inside]
    if not strip.size:
        return False, strip
    covered = float(strip.mean(axis=1).max())
    beside = max(
        float(dark[[min(max(middle + sign * (half + by), 0), len(dark) - 1) for by in _BESIDE], inside].mean())
        for sign in (-1, 1)
    )
    return covered >= least[0] and covered - beside >= least[1], strip


def _is_left(dark: Flags, position: float, half: int, inside: slice, letter: float) -> bool:
    """Whether pieces of a step are left that are no strokes of letters: they stand alone, and are longer, or as much of
    the step and reach one of its ends.
    """
    middle = round(position)
    if inside.stop - inside.start < _LEAST_LEFT:
        return False
    line: Flags = dark[max(middle - half - 1, 0) : middle + half + 2, inside].max(axis=0)
    rows = [min(max(middle + sign * (half + by), 0), len(dark) - 1) for by in _BESIDE for sign in (-1, 1)]
    alone: Flags = line & ~dark[rows, inside].max(axis=0)
    closed = cv2.morphologyEx(alone.astype(np.uint8)[None], cv2.MORPH_CLOSE, np.ones((1, _BREAK), np.uint8))
    longest = max((last - first for first, last in stretches(np.asarray(closed > 0).reshape(-1))), default=0)
    much = alone.mean() >= _MUCH_LEFT and alone.sum() > letter and (line[:_END].any() or line[-_END:].any())
    return longest >= _LONG_LEFT * letter or bool(much)


def _going_on(drawn: Sequence[bool], touching: Sequence[bool], faint: Sequence[bool]) -> list[bool]:
    """The steps that are drawn, those that one leads to and that reach the lines across, and faint ones between two."""
    there = list(drawn)
    for order in (range(1, len(there)), range(len(there) - 2, -1, -1)):
        for at in order:
            before = at - 1 if order.step > 0 else at + 1
            there[at] = there[at] or (touching[at] and there[before])
    last: int | None = None
    for at in [at for at, is_there in enumerate(there) if is_there]:
        if last is not None and all(faint[last + 1 : at]):
            there[last:at] = [True] * (at - last)
        last = at
    return there


def _reaches(inside: Flags) -> bool:
    """Whether a long step is drawn near both of its ends, as text in the middle of a cell is not."""
    near = max(round(_NEAR_END * inside.shape[1]), _END)
    return all(part.any(axis=0).mean() >= _FAINT for part in (inside[:, :near], inside[:, -near:]))


def _touches(inside: Flags) -> bool:
    """Whether a short step is drawn up to both of its ends, as no stroke of a letter is."""
    return all(part.any(axis=0).mean() >= _DRAWN for part in (inside[:, :_END], inside[:, -_END:]))
