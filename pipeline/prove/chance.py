"""How sure it is that sums hold because they are meant, and not by accident.

A sum of figures that have nothing to do with each other comes out right by accident about once in ten for each digit of
the total. A relation that is claimed for many rows is therefore weighed by the digits of the different totals for which
it holds, against the number of relations that were tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import comb, log10

LEAST = 3.0
"""Fewer than 10^-LEAST accidental relations of a kind may be expected among all that were tried."""
MOST_DIGITS = 8
"""A figure is not worth more digits than these."""
FAILING = 10
"""A relation is shown only if it holds so many times as often as it fails."""


def digits(total: int, tolerance: int) -> float:
    """What one total says against chance, in powers of ten: its digits, but for zeros at its end and what a tolerance
    lets pass.
    """
    text = str(abs(total)).rstrip("0")
    return max(0.0, min(len(text), MOST_DIGITS) - log10(2 * tolerance + 1))


def weight(totals: Iterable[int], tolerance: int) -> float:
    """What totals say together; the same figure counts once."""
    return sum(digits(total, tolerance) for total in {abs(total) for total in totals})


def shown(weight: float, tried: float, holds: int, fails: int) -> bool:
    """Whether a relation that was one of `tried`, and holds and fails so often, is no accident."""
    if holds < fails * FAILING:
        return False
    return weight - log10(max(tried, 1.0)) - log10(comb(holds + fails, fails)) >= LEAST
