"""A picture that leans, is turned or warped → the same picture with level lines, and where each of its places was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.broken import broken
from yusuan.pipeline.read.scan.grey import Grey
from yusuan.pipeline.read.scan.runs import WAYS, Run, contrast, dark_in, reliefs, runs

Places = npt.NDArray[np.float64]

_LONG = 150
"""Ruling lines that are shorter, in dots, say little about how a page is warped."""
_EVERY = 20
"""A line is looked at every so many dots."""
_LEAST = 3
"""So many lines of a way at least must tell how a page is warped."""
_WHOLE, _INK = 0.25, 128
"""Where fewer are as long as such a part of the picture, broken ones tell it too; what is darker is ink."""
_STIFF = 1e-3
_LITTLE, _ALONG = 2.0, 9
"""Where nothing was moved by so many dots, seen at so many places along each side, it need not be looked at again."""
_NEAR = 2.5
"""Places of a line that lie further, in dots, from where all lines together say that it runs, tell nothing."""


@dataclass(frozen=True)
class Straight:
    """How a picture was brought to level lines: turned by `degrees` clockwise, then moved by smooth fields.

    `size` is its width and height, before and after. `fields` are the weights of `_terms` for how much
    x and y of a place grow.
    """

    size: tuple[int, int]
    degrees: float = 0.0
    fields: tuple[tuple[float, ...], tuple[float, ...]] = field(default=((), ()))

    def places(self, x: Places, y: Places) -> tuple[Places, Places]:
        """Where places of the level picture were in the picture as it was, in dots."""
        width, height = self.size
        u, v = x, y
        if any(self.fields):
            for _ in range(3):
                u = x - self.moved(0, u, v)
                v = y - self.moved(1, u, v)
        turn = np.radians(-self.degrees)
        du, dv = u - width / 2, v - height / 2
        return du * np.cos(turn) - dv * np.sin(turn) + width / 2, du * np.sin(turn) + dv * np.cos(turn) + height / 2

    def moved(self, which: int, x: Places, y: Places) -> Places:
        """By how much the fields move places in x (0) or y (1)."""
        weights = self.fields[which]
        if not weights:
            return np.zeros_like(x)
        width, height = self.size
        across, along = (x / width, y / height) if which == 1 else (y / height, x / width)
        moved: Places = np.tensordot(np.array(weights), _terms(across, along), axes=1)
        return moved

    def level(self, grey: Grey) -> Grey:
        """The picture with level lines."""
        if not self.degrees and not any(self.fields):
            return grey
        width, height = self.size
        # A smooth field is the same between places that are near each other.
        step = 16
        xs = np.arange(0, width + step, step, dtype=np.float64)
        ys = np.arange(0, height + step, step, dtype=np.float64)
        x, y = self.places(*np.meshgrid(xs, ys))
        between = np.array([[1 / step, 0, 0], [0, 1 / step, 0]])
        way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        maps = [cv2.warpAffine(at.astype(np.float32), between, (width, height), flags=way) for at in (x, y)]
        return np.asarray(
            cv2.remap(grey, maps[0], maps[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,)),
            dtype=np.uint8,
        )


def unwarped(straight: Straight, even: Grey, two_levels: bool = False) -> Straight:
    """What also straightens the lines that still bend after `straight`. `even` is the picture as it was, of two levels
    or more.
    """
    usual: float | None = None
    for _ in range(2):
        level = straight.level(even)
        relief = reliefs(level)
        found: list[tuple[float, ...]] = []
        usual = contrast(relief.values(), two_levels) if usual is None else usual
        for which, way in enumerate(reversed(WAYS)):
            lines = [run for run in runs(relief[way], usual, loose=True) if run.end - run.start >= _LONG]
            side = straight.size[0] if way == "horizontal" else straight.size[1]
            if sum(run.end - run.start >= _WHOLE * side for run in lines) < _LEAST:
                ink = level < _INK if way == "horizontal" else level.T < _INK
                lines += [run for run in broken(dark_in(relief[way], usual), ink) if run.end - run.start >= _LONG]
            found.append(_field(lines, straight, which))
        if not any(found):
            return straight
        straight = replace(straight, fields=_added(straight.fields, found))
        if _most(straight) < _LITTLE:
            break
    return straight


def _most(straight: Straight) -> float:
    """How far, in dots, a place of the picture is moved at most, beside how it is turned."""
    width, height = straight.size
    at = np.linspace(0, 1, _ALONG)
    x, y = np.meshgrid(at * width, at * height)
    return float(max(np.abs(straight.moved(which, x, y)).max() for which in (0, 1)))


Fields = tuple[tuple[float, ...], tuple[float, ...]]


def _added(fields: Fields, more: Sequence[tuple[float, ...]]) -> Fields:
    one, other = (
        tuple(float(a + b) for a, b in zip(old or (0.0,) * len(new), new or (0.0,) * len(old), strict=True))
        for old, new in zip(fields, more, strict=True)
    )
    return one, other


def _terms(across: Places, along: Places) -> Places:
    """What a field is made of: all bend a line, or lean it; none moves lines without bending them."""
    return np.stack([across, across**2, across**3, across * along, across**2 * along, across * along**2])


def _field(lines: Sequence[Run], straight: Straight, which: int) -> tuple[float, ...]:
    """How places must move so that all lines of a way become straight; empty where too few tell."""
    if len(lines) < _LEAST:
        return ()
    width, height = straight.size
    length, depth = (width, height) if which == 1 else (height, width)
    across, position, owner = [], [], []
    for number, line in enumerate(lines):
        for at, place in zip(line.along[::_EVERY], line.course[::_EVERY], strict=True):
            across.append(at / length)
            position.append(place)
            owner.append(number)
    at, place, own = np.array(across), np.array(position), np.array(owner)
    kept = np.ones(len(at), dtype=bool)
    weights = np.zeros(6)
    for _ in range(3):
        terms = _terms(at, place / depth)[:, kept]
        # Each line keeps its own position, whatever that is: only how it runs counts.
        means = np.stack([_mean(row, own[kept], len(lines)) for row in terms])
        own_place = _mean(place[kept], own[kept], len(lines))
        matrix = terms - means
        right = own_place - place[kept]
        weights = np.linalg.solve(matrix @ matrix.T + _STIFF * np.eye(6), matrix @ right)
        moved = place + np.tensordot(weights, _terms(at, place / depth), axes=1)
        off = moved - _mean(moved[kept], own[kept], len(lines), own)
        kept = np.abs(off) < _NEAR
        if not kept.any():
            return ()
    return tuple(weights.tolist())


def _mean(values: Places, owner: npt.NDArray[np.int64], count: int, of: npt.NDArray[np.int64] | None = None) -> Places:
    """The mean of the values of each owner, for each value, or for each of other owners."""
    sums = np.bincount(owner, values, count)
    counts = np.maximum(np.bincount(owner, minlength=count), 1)
    mean: Places = (sums / counts)[owner if of is None else of]
    return mean
