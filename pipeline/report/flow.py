"""Revenue by source flowing through one whole into expenditure by function: where each piece of the drawing stands.

The flow says only what both sides are made of. Nobody prints which source pays for which function, so all of it goes
through the whole in the middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from yusuan.pipeline.report.figures import Figure, Whole
from yusuan.schemas.views.names import Names, names

WIDTH = 760
_LEFT, _MIDDLE, _RIGHT, _BAR = 236, 372, 508, 16
_TALL, _GAP, _LABEL, _TOP = 240.0, 6.0, 38.0, 8.0
_MOST = 7
"""How many pieces a side has at most, one of them for the rest."""


@dataclass(frozen=True)
class Piece:
    """A figure as a piece of a bar at its side, with the ribbon to the middle. Its label stands at its own middle."""

    figure: Figure
    x: float
    y: float
    height: float
    ribbon: str
    share: Decimal
    merged: int = 0
    """Of how many figures it is the sum, 0 for one alone."""

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Flow:
    """The drawing, in units of its view box: WIDTH wide, `height` high."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    height: float
    middle_y: float
    middle_height: float
    not_drawn: tuple[Figure, ...]
    """Figures below zero, which no bar can show."""


def drawn(revenue: Whole, expenditure: Whole, called: Names | None = None) -> Flow | None:
    """The drawing of both sides to one scale; None where a side has nothing above zero."""
    sides = [[part for part in whole.parts if part.amount > 0] for whole in (revenue, expenditure)]
    if not all(sides):
        return None
    below = tuple(part for whole in (revenue, expenditure) for part in whole.parts if part.amount < 0)
    merged = [_merged(side, called or names("zh")) for side in sides]
    most = max(sum((part.amount for part, _ in side), Decimal(0)) for side in merged)
    talls = [[float(part.amount / most) * _TALL for part, _ in side] for side in merged]
    height = max(sum(map(_room, side)) for side in talls) + 2 * _TOP
    middle = (height - _TALL) / 2
    left = _pieces(merged[0], talls[0], height, "left")
    right = _pieces(merged[1], talls[1], height, "right")
    return Flow(left, right, height, middle, _TALL, below)


def _room(tall: float) -> float:
    """What a piece takes up: itself and a gap, but no less than its label."""
    return max(tall + _GAP, _LABEL)


def _merged(parts: Sequence[Figure], called: Names) -> list[tuple[Figure, int]]:
    """The largest first, what is carried over last, and the smallest as one."""
    ordered = sorted(parts, key=lambda part: (part.balance, -part.amount))
    if len(ordered) <= _MOST:
        return [(part, 0) for part in ordered]
    small = sorted(ordered, key=lambda part: part.amount)[: len(ordered) - _MOST + 1]
    rest = Figure(
        called.others(len(small)),
        sum((part.amount for part in small), Decimal(0)),
        doubtful=any(part.doubtful for part in small),
        note=("、" if called.language == "zh" else ", ").join(
            part.label for part in sorted(small, key=lambda part: -part.amount)
        ),
    )
    kept = [(part, 0) for part in ordered if not any(part is other for other in small)]
    return [*kept, (rest, len(small))]


def _pieces(
    parts: Sequence[tuple[Figure, int]], talls: Sequence[float], height: float, side: Literal["left", "right"]
) -> tuple[Piece, ...]:
    whole = sum((part.amount for part, _ in parts), Decimal(0))
    x = _LEFT if side == "left" else _RIGHT
    ends = (x + _BAR, _MIDDLE) if side == "left" else (x, _MIDDLE + _BAR)
    top, into = (height - sum(map(_room, talls))) / 2, (height - _TALL) / 2
    pieces = []
    for (part, times), tall in zip(parts, talls, strict=True):
        y = top + (_room(tall) - tall) / 2
        ribbon = _ribbon(ends, y, into, tall)
        pieces.append(Piece(part, x, y, max(tall, 1.0), ribbon, part.amount * 100 / whole, times))
        top, into = top + _room(tall), into + tall
    return tuple(pieces)


def _ribbon(ends: tuple[float, float], outer: float, inner: float, tall: float) -> str:
    """A band of one height from a piece to the middle, as an SVG path."""
    start, end = ends
    bend = (start + end) / 2
    return (
        f"M{start:.1f} {outer:.1f}C{bend:.1f} {outer:.1f} {bend:.1f} {inner:.1f} {end:.1f} {inner:.1f}"
        f"V{inner + tall:.1f}C{bend:.1f} {inner + tall:.1f} {bend:.1f} {outer + tall:.1f} {start:.1f} "
        f"{outer + tall:.1f}Z"
    )
