"""How the rows of a list are parts of each other where only their figures tell it: a tree in which everything adds up.

A row may be followed by its parts, and those by theirs. Going by one row at a time, a sum is found where figures happen
to add up, or two equal rows are taken for a whole and its part. So all of a list is looked at together: the rows at the
top have to come to its grand total, and each row that has parts to their sum. Of several such trees that is taken whose
sums are the least likely by accident, and in which the names of rows that are parts of one begin at one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yusuan.pipeline.prove.chance import digits

_STEPS = 100_000
"""So many sums are tried in a list, about a second long; where that is not enough, no tree is looked for."""
_TRIED = 1.0
"""What a sum has to be worth at least, in digits: about so many ends were tried for it."""
_ONE_PART = 0.5
"""What a part that is equal to its whole has against it, in digits."""
_ELSEWHERE = 1.0
"""What a name that begins elsewhere than those beside it has against it, in digits."""
NEAR = 3.0
"""Names that begin so near to each other, in points, begin at one place."""

Figures = tuple[int, ...]
"""The amounts of a row in fen, one for each measure."""


class Line(NamedTuple):
    """A row of a list: its figures, where its name begins, in points from the left (None where it has none), and its
    code in the classification of functions, if any.
    """

    figures: Figures
    begins: float | None
    code: str = ""


class _Way(NamedTuple):
    """A way to a sum of rows beside each other: what speaks for it, how many they are, the last one and the way before
    it; what is right below the last one is in `below`.
    """

    score: float
    parts: int
    last: int
    before: _Way | None
    below: _Way | None


class _TooLong(Exception):
    """The list takes more steps than are worth it."""


def parents(lines: Sequence[Line], total: Figures, slack: int) -> list[int | None] | None:
    """For each row of a list the row that it is a part of, None for those at the top, which come to `total`.

    `slack` is what a figure may be off by rounding, in fen. None where there is no such tree, or where the list is too
    long to look for it.
    """
    try:
        best = _Tree(lines, slack).best(total)
    except _TooLong:
        return None
    if best is None:
        return None
    found: list[int | None] = [None] * len(lines)
    todo: list[tuple[_Way | None, int | None]] = [(best, None)]
    while todo:
        way, above = todo.pop()
        while way is not None:
            found[way.last] = above
            todo.append((way.below, way.last))
            way = way.before
    return found


class _Tree:
    """The ends that the parts of each row may have, from the last row up."""

    def __init__(self, lines: Sequence[Line], slack: int) -> None:
        self._lines, self._slack = lines, slack
        self._left = _STEPS
        # Where nothing is taken off, a sum is over once it is more than it is to come to.
        self._only_adds = all(fen >= 0 for line in lines for fen in line.figures)
        begins = [line.begins for line in lines if line.begins is not None]
        self._indented = bool(begins) and max(begins) - min(begins) > NEAR
        self._ends: list[dict[int, _Way]] = [{} for _ in lines]
        """For each row, behind which row it may end: the best way through its parts, the row itself as the last."""

    def best(self, total: Figures) -> _Way | None:
        """The best way through all rows to a total."""
        for index in range(len(self._lines) - 1, -1, -1):
            ends = {index + 1: _Way(0.0, 1, index, None, None)}
            figures = self._lines[index].figures
            begins = self._lines[index].begins
            for end, way in self._sums(index + 1, figures, self._lines[index]).items():
                if way.parts == 1 and self._indented and not _before(begins, self._lines[index + 1].begins):
                    continue
                worth = max(digits(fen, self._off(way.parts)) for fen in figures) - _TRIED
                # Of equal rows two wholes with a part each are likelier than one within the other.
                chain = way.below is not None and way.below.parts == 1
                score = way.score + (worth if way.parts > 1 else -_ONE_PART * (1 + chain))
                ends[end] = _Way(score, 1, index, None, way)
            self._ends[index] = ends
        # What is left of a list comes to no less than where each row takes in as many as it can.
        least = [total] * len(self._lines) + [(0,) * len(total)]
        for index in range(len(self._lines) - 1, -1, -1):
            left = zip(*(least[end] for end in self._ends[index]), strict=True)
            least[index] = tuple(fen + min(each) for fen, each in zip(self._lines[index].figures, left, strict=True))
        return self._sums(0, total, None, least).get(len(self._lines))

    def _off(self, count: int) -> int:
        return self._slack * (count + 1) // 2

    def _sums(self, start: int, total: Figures, above: Line | None, least: Sequence[Figures] = ()) -> dict[int, _Way]:
        """The ends at which rows beside each other, from one on, come to a total that is not nothing.

        Where both have a code, that of a part begins with that of its whole. `least` is what the rows from each one on
        come to at least, if all of them have to be taken.
        """
        found: dict[int, _Way] = {}
        if not any(total) or start == len(self._lines):
            return found
        first = self._lines[start].begins
        most = [fen + self._off(len(self._lines)) for fen in total]
        ways: dict[int, dict[Figures, _Way | None]] = {start: {(0,) * len(total): None}}
        for at in range(start, len(self._lines)):
            line = self._lines[at]
            if at not in ways:
                continue
            if above and above.code and line.code and not line.code.startswith(above.code):
                break
            against = _ELSEWHERE * (_apart(line.begins, first) + _before(line.begins, above.begins if above else None))
            for sum_, way in ways.pop(at).items():
                after = tuple(a + b for a, b in zip(sum_, line.figures, strict=True))
                count = way.parts + 1 if way else 1
                off = self._off(count)
                if self._only_adds and any(a > b for a, b in zip(after, most, strict=True)):
                    continue
                exact = all(abs(a - fen) <= off for a, fen in zip(after, total, strict=True))
                for end, below in self._ends[at].items():
                    if least and any(a + left > b for a, left, b in zip(after, least[end], most, strict=True)):
                        continue
                    self._left -= 1
                    if self._left < 0:
                        raise _TooLong
                    score = (way.score if way else 0.0) + below.score - against
                    here = _Way(score, count, at, way, below.below)
                    if exact and (end not in found or found[end].score < score):
                        found[end] = here
                    known = ways.setdefault(end, {})
                    if (other := known.get(after)) is None or other.score < score:
                        known[after] = here
        return found


def _apart(begins: float | None, other: float | None) -> bool:
    return begins is not None and other is not None and abs(begins - other) > NEAR


def _before(begins: float | None, above: float | None) -> bool:
    """Whether a part begins further left than its whole."""
    return begins is not None and above is not None and begins < above - NEAR
