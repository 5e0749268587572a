"""Ruling lines of one page → the lines that a person sees: pieces that touch joined, double lines made one.

What is one line is judged against the height of the letters: lines are snapped together where they lie within SNAP of
it (a cell's border drawn by each of its neighbours), and where there is room for no letter between them (double
borders, an underlined total on the border of its cell).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

import numpy as np

from yusuan.pipeline.read.letters import Letters
from yusuan.pipeline.read.page import Character, Rule

SNAP = 0.3
"""Lines nearer than this part of a letter's height are one line; the space between two rows is always larger."""
ROOM = 0.7
"""Lines nearer than this part of a letter's height are one, if nothing is written between them."""
DASH, GAP = 2.0, 1.0
"""Pieces of a broken line are no longer than DASH letter heights, and no further apart than GAP."""
DASHES = 4
"""Of so many pieces at least a broken line is made."""
USUAL = 10.0
"""The height of letters, in points, where a page has none."""

Interval = tuple[float, float]

_EXTENT = itemgetter(Rule._fields.index("start"), Rule._fields.index("end"))


def letter_height(characters: Sequence[Character]) -> float:
    """The usual height of the letters of a page, in points."""
    if not characters:
        return USUAL
    _, top, _, bottom = Letters.of(characters).sides
    heights = np.sort(bottom - top)
    middle = len(heights) // 2
    return float(heights[middle] if len(heights) % 2 else (heights[middle - 1] + heights[middle]) / 2)


def drawn(rules: Iterable[Rule], characters: Sequence[Character], letter: float) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and the vertical lines that `rules` amount to, on a page with `characters`, `letter` high."""
    rules = list(rules)
    broken: set[Rule] = set()
    level, upright = (
        _without_doubles(_joined([r for r in rules if r.orientation == way], letter, broken), characters, letter)
        for way in ("horizontal", "vertical")
    )
    if not broken:
        return level, upright
    return _reaching(level, upright, broken, letter), _reaching(upright, level, broken, letter)


def _reaching(lines: list[Rule], crossing: list[Rule], broken: set[Rule], letter: float) -> list[Rule]:
    """Lines, with the broken ones, which may end with a gap, made to reach the crossing line behind it."""
    reaching: list[Rule] = []
    for line in lines:
        if line not in broken:
            reaching.append(line)
            continue
        near = [r.position for r in crossing if r.start - letter <= line.position <= r.end + letter]
        start = min((at for at in near if line.start - GAP * letter <= at < line.start), default=line.start)
        end = max((at for at in near if line.end < at <= line.end + GAP * letter), default=line.end)
        reaching.append(line._replace(start=start, end=end))
    return reaching


def _joined(rules: Sequence[Rule], letter: float, broken: set[Rule]) -> list[Rule]:
    """Rules with near positions brought to one position, and touching pieces made one.

    Those that were drawn with gaps are added to `broken`.
    """
    snap = SNAP * letter
    joined: list[Rule] = []
    for cluster in _clusters(rules, snap):
        position = sum(rule.position for rule in cluster) / len(cluster)
        way = cluster[0].orientation
        touching = _touching(sorted(map(_EXTENT, cluster)), snap)
        pieces = _bridged(touching, letter)
        joined += [Rule(way, position, a, b) for a, b in pieces if b - a > snap]
        if pieces is not touching:
            broken.update(Rule(way, position, a, b) for a, b in set(pieces).difference(touching))
    return joined


def _clusters(rules: Sequence[Rule], snap: float) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    # All of one orientation, so that they are in order of position, start and end.
    for rule in sorted(rules):
        # Measured from the first of the cluster, so that a chain of near lines cannot run on.
        if clusters and rule.position - clusters[-1][0].position <= snap:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return clusters


def _touching(extents: Sequence[Interval], gap: float) -> list[Interval]:
    """Intervals, in order, with those made one that are no further apart than `gap`."""
    pieces: list[Interval] = []
    for start, end in extents:
        if pieces and start <= pieces[-1][1] + gap:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], end))
        else:
            pieces.append((start, end))
    return pieces


def _bridged(pieces: list[Interval], letter: float) -> list[Interval]:
    """Pieces of a line, with those of each broken line made one: many short ones with short gaps."""
    if len(pieces) < DASHES:
        return pieces
    bridged: list[Interval] = []
    run: list[Interval] = []
    for piece in pieces:
        short = piece[1] - piece[0] <= DASH * letter
        if run and not (short and piece[0] - run[-1][1] <= GAP * letter):
            bridged += _run(run)
            run = []
        if short:
            run.append(piece)
        else:
            bridged.append(piece)
    bridged += _run(run)
    return pieces if len(bridged) == len(pieces) else bridged


def _run(run: list[Interval]) -> list[Interval]:
    return [(run[0][0], run[-1][1])] if len(run) >= DASHES else run


def _without_doubles(lines: list[Rule], characters: Sequence[Character], letter: float) -> list[Rule]:
    """Lines with those brought to one position between which there is no room for letters, and none stands.

    The longer ones keep their place: an underlined total ends on the border of its cell.
    """
    lines = sorted(lines)
    most = ROOM * letter
    moved: dict[Rule, float] = {}
    for first, other in _near(lines, most):
        at = moved.get(first, first.position)
        if abs(at - other.position) < most and other not in moved and not _written(first, other, characters):
            longer, shorter = (first, other) if first.end - first.start >= other.end - other.start else (other, first)
            moved[shorter] = moved.get(longer, longer.position)
    if not moved:
        return lines
    return _joined([line._replace(position=moved.get(line, line.position)) for line in lines], letter, set())


def _near(lines: Sequence[Rule], most: float) -> list[tuple[Rule, Rule]]:
    """Pairs of lines beside each other, nearer than `most`."""
    found: list[tuple[Rule, Rule]] = []
    for number, line in enumerate(lines):
        for other in lines[number + 1 :]:
            if other.position - line.position >= most:
                break
            if other.position > line.position and min(line.end, other.end) > max(line.start, other.start):
                found.append((line, other))
    return found


def _written(line: Rule, other: Rule, characters: Sequence[Character]) -> bool:
    """Whether something is written between two lines."""
    x0, top, x1, bottom = Letters.of(characters).sides
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    along, across = (x, y) if line.orientation == "horizontal" else (y, x)
    start, end = max(line.start, other.start), min(line.end, other.end)
    between = (line.position < across) & (across < other.position) & (start < along) & (along < end)
    return bool(between.any())
