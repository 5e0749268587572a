"""The sums that a table itself shows, without a declaration: which columns and which rows are sums of others.

`sums_across` finds columns that are the sum of others in every row, `sums_down` rows that are the sum of rows below or
above them. Both say nothing of a relation that may hold by accident (`chance.py`). What they find is a list of
`Instance`: one total and its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.prove.chance import shown, weight

Place = tuple[int, int]
"""Row and column within the figures."""
_WIDEST = 24
"""A sum across has no more parts."""


@dataclass(frozen=True)
class Instance:
    """One sum: the place of its total, the places of its parts, and by how much the total is off."""

    total: Place
    parts: tuple[Place, ...]
    off: int

    @property
    def holds(self) -> bool:
        """Whether the sum holds within what rounding explains."""
        return self.off == 0


@dataclass(frozen=True)
class Figures:
    """The figures of a table or of one list in it: whole numbers of the smallest printed step, zero where blank.

    `printed` tells where a figure stands; `step` is what the last printed digit is worth, `exact` whether sums must
    come out to the last digit.
    """

    values: NDArray[np.int64]
    printed: NDArray[np.bool_]
    step: int = 1
    exact: bool = True

    def tolerance(self, parts: int) -> int:
        """By how much rounding may put a sum of so many parts off."""
        return 0 if self.exact else (parts + 1) * self.step // 2

    def steps(self, tolerance: int) -> int:
        """The tolerance in units of the last printed digit."""
        return tolerance // self.step


def sums_across(figures: Figures, alike: Sequence[Sequence[int]] = ()) -> tuple[list[Instance], set[int]]:
    """The columns that are sums of others; `alike` are groups of columns whose first may be the sum of the rest.

    Returns the sums, and the columns that are totals. The columns of a sum stand beside each other, its total first or
    last, when the parts of sums that were found before are left out.
    """
    found: list[Instance] = []
    totals: set[int] = set()
    left = list(range(figures.values.shape[1]))
    tried = len(alike)
    while len(left) > 2:
        candidates = _candidates(left)
        tried += len(candidates)
        better = sorted(
            (judged for total, parts in candidates if (judged := _across(figures, total, parts, tried))),
            key=lambda judged: (judged[0], len(judged[2])),
        )
        used: set[int] = set()
        for _, total, parts, instances in better:
            if not used & {total, *parts}:
                used |= {total, *parts}
                found += instances
                totals.add(total)
                left = [column for column in left if column not in parts]
        if not used:
            break
    for first, *rest in alike:
        if len(rest) > 1 and (judged := _across(figures, first, tuple(rest), tried)):
            found += judged[3]
            totals.add(first)
    return found, totals


def _candidates(columns: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    count = len(columns)
    found: list[tuple[int, tuple[int, ...]]] = []
    for start in range(count):
        for end in range(start + 3, min(count, start + _WIDEST + 1) + 1):
            run = tuple(columns[start:end])
            found += [(run[0], run[1:]), (run[-1], run[:-1])]
    return found


Judged = tuple[int, int, tuple[int, ...], list[Instance]]


def _across(figures: Figures, total: int, parts: tuple[int, ...], tried: int) -> Judged | None:
    """How often the sum fails, its total, its parts and its instances; None where it is not shown.

    Only rows with two parts or more speak for it: in others the total may as well be a copy. A total whose parts are
    all blank, and parts without a total, claim nothing.
    """
    values, printed = figures.values, figures.printed
    own, others = values[:, total], values[:, parts]
    several = np.count_nonzero(others, axis=1) > 1
    if np.count_nonzero(several) < 2 or not others.any(axis=0).all():
        return None
    tolerance = figures.tolerance(len(parts))
    off = own - others.sum(axis=1)
    off[np.abs(off) <= tolerance] = 0
    claimed = printed[:, total] & printed[:, parts].any(axis=1)
    holds = claimed & (off == 0)
    fails = int(np.count_nonzero(claimed & (off != 0)))
    speaking = own[holds & several]
    if len(set(map(abs, speaking.tolist()))) < 2:
        return None
    said = weight((speaking // figures.step).tolist(), figures.steps(tolerance))
    if not shown(said, tried, int(np.count_nonzero(holds & several)), fails):
        return None
    instances = [
        Instance((row, total), tuple((row, part) for part in parts if printed[row, part]), int(off[row]))
        for row in np.flatnonzero(claimed).tolist()
    ]
    return fails, total, parts, instances


def _down(figures: Figures, total: int, rows: Sequence[int], column: int) -> Instance | None:
    own = [(row, column) for row in rows if figures.printed[row, column]]
    if not own or not figures.printed[total, column]:
        return None
    off = int(figures.values[total, column]) - sum(int(figures.values[place]) for place in own)
    if abs(off) <= figures.tolerance(len(own)):
        off = 0
    return Instance((total, column), tuple(own), off)


def sums_down(figures: Figures, rows: Sequence[int], totals: set[int]) -> list[Instance]:
    """The rows that are, in all their columns, the sum of the rows right below or right above them.

    `rows` are those that may be: the parts of sums that are known are left out. The shortest sums are found first, and
    their parts left out, so that sums of sums are found next.
    """
    found: list[Instance] = []
    left = list(rows)
    own = [column for column in range(figures.values.shape[1]) if column not in totals]
    for _ in range(8):
        groups = sorted(_groups(figures, left, own), key=lambda group: len(group[1]))
        used: set[int] = set()
        gone: set[int] = set()
        for total, parts in groups:
            if not used & {total, *parts}:
                used |= {total, *parts}
                gone |= set(parts)
                each = (_down(figures, total, parts, column) for column in range(figures.values.shape[1]))
                found += [instance for instance in each if instance]
        if not used:
            break
        left = [row for row in left if row not in gone]
    return found


def _groups(figures: Figures, rows: Sequence[int], own: Sequence[int]) -> list[tuple[int, list[int]]]:
    """The sums among `rows`, each with its total and its parts; for each total the shortest."""
    count = len(rows)
    if count < 3 or not own:
        return []
    values = figures.values[list(rows)]
    before = np.vstack([np.zeros((1, values.shape[1]), dtype=np.int64), np.cumsum(values, axis=0)])
    lead = max(own, key=lambda column: int(np.count_nonzero(values[:, column])))
    order = np.argsort(before[:, lead], kind="stable")
    ordered = before[order, lead]
    widest = figures.tolerance(count)
    value = values[:, lead]
    # Below: before[end] = before[place + 1] + value. Above: before[start] = before[place] - value.
    ends = _near(ordered, order, before[1:, lead] + value, widest)
    starts = _near(ordered, order, before[:-1, lead] - value, widest)
    found: list[tuple[int, list[int]]] = []
    for place in np.flatnonzero(value).tolist():
        below = [(place + 1, end) for end in ends(place) if end > place + 2]
        above = [(start, place) for start in starts(place) if start < place - 1]
        for start, end in sorted([*below, *above], key=lambda run: run[1] - run[0])[:_WIDEST]:
            if _is_sum(figures, values, before, place, start, end, own):
                found.append((rows[place], list(rows[start:end])))
                break
    return found


def _near(
    ordered: NDArray[np.int64], order: NDArray[np.intp], values: NDArray[np.int64], widest: int
) -> Callable[[int], list[int]]:
    """For each of some values, by its place: which are no further from it than `widest`."""
    first = np.searchsorted(ordered, values - widest).tolist()
    last = np.searchsorted(ordered, values + (widest + 1)).tolist()
    numbers = order.tolist()
    return lambda place: numbers[first[place] : last[place]]


def _is_sum(
    figures: Figures,
    values: NDArray[np.int64],
    before: NDArray[np.int64],
    place: int,
    start: int,
    end: int,
    own: Sequence[int],
) -> bool:
    parts = end - start
    tolerance = figures.tolerance(parts)
    off = values[place] - (before[end] - before[start])
    if (np.abs(off) > tolerance).any():
        return False
    several = np.count_nonzero(values[start:end], axis=0) > 1
    said = weight((int(values[place, c]) // figures.step for c in own if several[c]), figures.steps(tolerance))
    return shown(said, 2.0 * len(values) * parts, 1, 0)
