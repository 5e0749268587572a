"""Which glyphs nobody sees: not painted, beyond their clip, painted over, or in the colour of their ground.

Decided here for both readers, from the order in which a page is painted. What cannot be told, such as a ground that is
a picture or a pattern, counts as visible.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.raw import Area, Color, Flags, Floats, Glyphs, Ints, Paints, RawPage

Reason = Literal["invisible", "transparent", "layer", "clipped", "covered", "ground"]
REASONS: tuple[Literal["", Reason], ...] = ("", "invisible", "transparent", "layer", "clipped", "covered", "ground")
_CLIPPED, _COVERED, _GROUND = 4, 5, 6
_CONTRAST = 12
"""Colours that differ by no more than this, of 255, in red, green and blue are one to the eye."""
_EDGE = 0.1
"""Of a glyph of which no more than this part of its width or height shows nothing is seen."""
_WHITE: Color = (255, 255, 255)
_NONE: Color = (9999, 9999, 9999)
_FIGURES = frozenset("0123456789")
_SAMPLES = ((0.5, 0.5), (0.25, 0.4), (0.75, 0.4), (0.25, 0.7), (0.75, 0.7))
"""Where within its box, by width and height, a glyph is looked at."""


class Hidden(NamedTuple):
    """Which glyphs are hidden, why (a number of REASONS), where a clip cuts a number that shows in part, and the sides
    of all glyphs, those of a text that shows in part within its clip: nothing of it is seen beyond.
    """

    glyphs: Flags
    why: Ints
    cut: tuple[Box, ...]
    sides: Floats


def hidden(raw: RawPage) -> Hidden | None:
    """What is hidden of the glyphs on a page; None where all is seen. Those beyond its edge are not looked at."""
    glyphs, paints, areas = raw.glyphs, raw.paints, raw.areas
    if not len(glyphs.texts) or paints is None or not len(paints.order):
        return None
    reason = paints.why[glyphs.paint]
    clipped, cut, sides = _clipped(glyphs, paints)
    reason[clipped & (reason == 0)] = _CLIPPED
    covered = _covered(glyphs, paints, areas)
    if covered is not None:
        reason[covered & (reason == 0)] = _COVERED
    same = _in_colour_of_ground(glyphs, paints, areas)
    if same is not None:
        reason[same & (reason == 0)] = _GROUND
    moved = sides is not glyphs.sides
    if not cut and not moved and not reason.any():
        return None
    found: Flags = (reason > 0) & on_page(glyphs.sides, raw.width, raw.height)
    return Hidden(found, reason, cut, sides) if found.any() or cut or moved else None


def on_page(sides: Floats, width: float, height: float) -> Flags:
    """Whether the middle of a glyph lies on the page: beyond its edge nobody sees it."""
    x0, top, x1, bottom = sides
    with np.errstate(over="ignore", invalid="ignore"):
        x, y = x0 + x1, top + bottom
    inside: Flags = (x >= 0) & (x <= 2 * width) & (y >= 0) & (y <= 2 * height)
    return inside


def _clipped(glyphs: Glyphs, paints: Paints) -> tuple[Flags, tuple[Box, ...], Floats]:
    """Which glyphs lie beyond their clip, where it cuts a number, and the sides of all.

    Of a text that shows in part all is kept, put within the clip.
    """
    clip = paints.clip[:, glyphs.paint]
    x0, top, x1, bottom = glyphs.sides
    left, high, right, low = clip
    width, height = x1 - x0, bottom - top
    # What shows of a letter by its edge alone is seen: a cell that is too low for its words cuts them so.
    beyond: Flags = (np.minimum(x1, right) - np.maximum(x0, left) <= _EDGE * width) | (
        np.minimum(bottom, low) - np.maximum(top, high) <= _EDGE * height
    )
    if not beyond.any():
        return beyond, (), glyphs.sides
    sides = glyphs.sides
    cut: list[Box] = []
    by_line: dict[tuple[float, ...], list[int]] = {}
    keys = list(zip(*clip.tolist(), np.round(bottom, 1).tolist(), strict=True))
    lines = {keys[number] for number in np.flatnonzero(beyond).tolist()}
    for number, line in enumerate(keys):
        if line in lines:
            by_line.setdefault(line, []).append(number)
    for members in by_line.values():
        members.sort(key=lambda number: float(x0[number]))
        run: list[int] = []
        for number, after in zip(members, [*members[1:], None], strict=True):
            run.append(number)
            if after is not None and x0[after] - x1[number] < height[number]:
                continue
            if not beyond[run].all() and beyond[run].any():
                if any(glyphs.texts[n] in _FIGURES for n in run if beyond[n]):
                    shown = glyphs.sides[:, [n for n in run if not beyond[n]]]
                    left_edge, high_edge, right_edge, low_edge = shown.tolist()
                    cut.append((min(left_edge), min(high_edge), max(right_edge), max(low_edge)))
                sides = _within(sides, run, left[number], right[number])
                beyond[run] = False
            run = []
    return beyond, tuple(cut), sides


def _within(sides: Floats, run: Sequence[int], left: float, right: float) -> Floats:
    """The sides with the glyphs of a text that lie beside its clip put within its edges, in their order."""
    x0, _, x1, _ = sides
    edge = _EDGE * float((x1[run] - x0[run]).min())
    before = [number for number in run if x1[number] - left <= _EDGE * (x1[number] - x0[number])]
    behind = [number for number in run if right - x0[number] <= _EDGE * (x1[number] - x0[number])]
    if not (before or behind):
        return sides
    found = sides.copy()
    for beside, start in ((before, left), (behind, right - edge)):
        borders = np.linspace(start, start + edge, len(beside) + 1)
        found[0, beside], found[2, beside] = borders[:-1], borders[1:]
    shown = [number for number in run if number not in before and number not in behind]
    if before:
        found[0, shown] = np.maximum(found[0, shown], left + edge)
    if behind:
        found[2, shown] = np.minimum(found[2, shown], right - edge)
    return found


def _covered(glyphs: Glyphs, paints: Paints, areas: Sequence[Area]) -> Flags | None:
    """Which glyphs are painted over; None where none is."""
    order = paints.order
    first = int(order.min())
    later = [area for area in areas if area.opaque and area.order > first]
    if not later:
        return None
    own = order[glyphs.paint]
    when = np.array([area.order for area in later])
    at = _inside(glyphs.sides, _SAMPLES[0], later) & (when[:, None] > own)
    suspects = np.flatnonzero(at.any(axis=0))
    if not len(suspects):
        return None
    found = np.zeros(len(own), dtype=bool)
    found[suspects] = True
    for sample in _SAMPLES[1:]:
        at = _inside(glyphs.sides[:, suspects], sample, later) & (when[:, None] > own[suspects])
        found[suspects] &= at.any(axis=0)
    return found


def _in_colour_of_ground(glyphs: Glyphs, paints: Paints, areas: Sequence[Area]) -> Flags | None:
    """Which glyphs have the colour of what they stand on; None where none has."""
    grounds = np.array([*{_WHITE, *(area.color for area in areas if area.color is not None)}])
    alike = (abs(paints.color[:, :, None] - grounds.T[:, None, :]) <= _CONTRAST).all(axis=0).any(axis=1)
    if not alike.any():
        return None
    suspects = np.flatnonzero(alike[glyphs.paint])
    if not len(suspects):
        return None
    own = paints.order[glyphs.paint[suspects]]
    colors = paints.color.T[glyphs.paint[suspects]]
    # The paper is under all.
    ground = np.array([_WHITE, *(area.color or _NONE for area in areas)])
    when = np.array([area.order for area in areas])
    found = np.ones(len(suspects), dtype=bool)
    for sample in _SAMPLES:
        top = np.zeros(len(suspects), dtype=np.int64)
        if areas:
            under = _inside(glyphs.sides[:, suspects], sample, areas) & (when[:, None] < own)
            # The last one painted; areas stand in the order in which they are painted.
            top = np.where(under.any(axis=0), len(areas) - np.argmax(under[::-1], axis=0), 0)
        found &= (abs(ground[top] - colors) <= _CONTRAST).all(axis=1)
    if not found.any():
        return None
    result = np.zeros(len(glyphs.texts), dtype=bool)
    result[suspects[found]] = True
    return result


def _inside(sides: Floats, sample: tuple[float, float], areas: Sequence[Area]) -> Flags:
    """Whether a point of each glyph lies in each area, a row for each area."""
    x0, top, x1, bottom = sides
    x, y = x0 + sample[0] * (x1 - x0), top + sample[1] * (bottom - top)
    left, high, right, low = np.array([area.box for area in areas]).reshape(-1, 4).T[:, :, None]
    inside: Flags = (x >= left) & (x <= right) & (y >= high) & (y <= low)
    return inside
