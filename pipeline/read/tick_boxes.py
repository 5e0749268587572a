"""Tick boxes, however they come, as characters: from symbol fonts, and drawn as small squares.

Plain data in and out, so that any reader of PDFs can use it. ☐ is an empty box, ☑ a ticked one, ■ a filled one,
☒ one with a cross, ▣ one with something in it that is none of these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from yusuan.pipeline.read.page import Character, Rule
from yusuan.pipeline.read.paths import RECTANGLE, Paths
from yusuan.pipeline.read.raw import Path

Place = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""
Stroke = tuple[tuple[float, float], ...]
"""The points (x, y) that a drawn line leads through."""

# Codes of the fonts with the characters that their glyphs look like, after the Unicode proposal L2/12-368.
_WINGDINGS = {
    **{0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA8: "☐"},
    **{0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_PRIVATE = 0xF000

SMALLEST, LARGEST = 4.0, 16.0
"""A tick box is a square with sides between these (points)."""
SQUARE = 0.25
"""By how much of its longer side a tick box may be shorter on the other."""
NEAR = 1.0
"""Ends of lines nearer than this (points) meet. A ruling line this near to a square makes it a cell."""
COVERED = 0.7
"""A filled area that covers this part of a box fills it."""
TICKS = "√✓✔"
EMPTY = "□☐◻"
BOXES = frozenset(EMPTY)
BOXED = BOXES | frozenset("☑■☒▣")


@lru_cache(1 << 10)
def _family(font: str) -> str:
    return re.sub(r"[^a-z0-9]", "", font.rpartition("+")[2].lower())


def is_symbol_font(font: str) -> bool:
    """Whether a font of this name has tick boxes in the place of letters."""
    family = _family(font)
    return family.startswith("wingdings") and not family.startswith("wingdings3")


def symbol(font: str, text: str) -> str:
    """What a glyph of a symbol font looks like, where it is a tick box or a tick; `text` as it is for any other.

    `font` is the font's name in the PDF, `text` what the PDF says that the glyph means: a Latin letter, or its
    code in the private use area from U+F000.
    """
    family = _family(font)
    if len(text) != 1 or not is_symbol_font(font):
        return text
    code = ord(text)
    table = _WINGDINGS_2 if family.startswith("wingdings2") else _WINGDINGS
    return table.get(code - _PRIVATE if code >= _PRIVATE else code, text)


def drawn(rules: Sequence[Rule], paths: Iterable[Path]) -> list[Character]:
    """The tick boxes among the lines of a page: small squares that stand free of all other ruling lines.

    `rules` are all ruling lines, `paths` all that is painted. A page without any ruling line has no form.
    """
    if not rules:
        return []
    small = _small(Paths.of(paths))
    fills: list[Place] = list(map(_place, small.boxes[:, np.flatnonzero(small.filled & small.dark_fill)].T.tolist()))
    squares = [place for place in _squares(rules) if not _meets_others(place, rules)]
    squares += [
        fill
        for fill in fills
        if _is_square(fill) and not any(_overlap(fill, place) for place in squares) and not _meets_others(fill, rules)
    ]
    if not squares:
        return []
    drawn_lines = small.some(np.flatnonzero((small.shapes != RECTANGLE) & small.inked_stroke))
    lines: list[Stroke] = [tuple(path.points) for path in drawn_lines]
    return [Character(_state(place, lines, fills), *place) for place in squares]


def _small(paths: Paths) -> Paths:
    """What is painted, slanted lines too, that is small enough to stand in a tick box."""
    x0, top, x1, bottom = paths.boxes
    return paths.some(np.flatnonzero((x1 - x0 <= 2 * LARGEST) & (bottom - top <= 2 * LARGEST)))


def _place(sides: Sequence[float]) -> Place:
    x0, top, x1, bottom = sides
    return x0, top, x1, bottom


def without_boxes(rules: Iterable[Rule], boxes: Sequence[Character]) -> tuple[Rule, ...]:
    """`rules` without those that draw `boxes` or what stands in them."""
    if not boxes:
        return tuple(rules)
    places = [(box.x0, box.top, box.x1, box.bottom) for box in boxes]
    return tuple(rule for rule in rules if not any(_inside(_ends(rule), place) for place in places))


def ticked(characters: Sequence[Character]) -> list[Character]:
    """Characters, with a tick that stands on an empty box and the box made one ticked box."""
    ticks = [char for char in characters if char.text in TICKS]
    boxes = [char for char in characters if char.text in EMPTY]
    pairs = {
        id(box): tick
        for box in boxes
        for tick in ticks
        if box.x0 <= (tick.x0 + tick.x1) / 2 <= box.x1 and box.top <= (tick.top + tick.bottom) / 2 <= box.bottom
    }
    if not pairs:
        return list(characters)
    gone = {id(tick) for tick in pairs.values()}
    return [
        Character("☑", char.x0, char.top, char.x1, char.bottom) if id(char) in pairs else char
        for char in characters
        if id(char) not in gone
    ]


def _ends(rule: Rule) -> Place:
    if rule.orientation == "horizontal":
        return rule.start, rule.position, rule.end, rule.position
    return rule.position, rule.start, rule.position, rule.end


def _squares(rules: Sequence[Rule]) -> list[Place]:
    """Small squares that four lines make, each once."""
    short = [rule for rule in rules if SMALLEST <= rule.end - rule.start <= LARGEST + 2 * NEAR]
    level = [rule for rule in short if rule.orientation == "horizontal"]
    upright = [rule for rule in short if rule.orientation == "vertical"]
    found: list[Place] = []
    # Lines that begin near each other stand in the same place here, so that not all are compared with all.
    beginning: dict[int, list[Rule]] = defaultdict(list)
    for rule in level:
        beginning[round(rule.start / NEAR)].append(rule)
    for top in level:
        here = round(top.start / NEAR)
        for bottom in (rule for start in (here - 1, here, here + 1) for rule in beginning.get(start, ())):
            place = (top.start, top.position, top.end, bottom.position)
            if not _is_square(place) or not _close(top.start, bottom.start) or not _close(top.end, bottom.end):
                continue
            sides = [rule for rule in upright if _close(rule.start, top.position) and _close(rule.end, bottom.position)]
            if (
                any(_close(rule.position, top.start) for rule in sides)
                and any(_close(rule.position, top.end) for rule in sides)
                and not any(_overlap(place, other) for other in found)
            ):
                found.append(place)
    return found


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= NEAR


def _is_square(place: Place) -> bool:
    width, height = place[2] - place[0], place[3] - place[1]
    return (
        SMALLEST <= width <= LARGEST
        and SMALLEST <= height <= LARGEST
        and abs(width - height) <= SQUARE * max(width, height)
    )


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(place: Place, around: Place) -> bool:
    return (
        around[0] - NEAR <= place[0]
        and place[2] <= around[2] + NEAR
        and around[1] - NEAR <= place[1]
        and place[3] <= around[3] + NEAR
    )


def _meets_others(place: Place, rules: Sequence[Rule]) -> bool:
    """Whether a line that is no part of a square touches it: then the square is a cell of a table."""
    x0, top, x1, bottom = place
    near = (x0 - NEAR, top - NEAR, x1 + NEAR, bottom + NEAR)
    for rule in rules:
        ends = _ends(rule)
        touching = ends[0] <= near[2] and near[0] <= ends[2] and ends[1] <= near[3] and near[1] <= ends[3]
        if touching and not _inside(ends, place):
            return True
    return False


def _state(place: Place, strokes: Sequence[Stroke], fills: Sequence[Place]) -> str:
    """What stands in a box, as the character of such a box."""
    x0, top, x1, bottom = place
    area = (x1 - x0) * (bottom - top)
    inner = [fill for fill in fills if _inside(fill, place)]
    # The sides may themselves be thin filled areas.
    if any((fill[2] - fill[0]) * (fill[3] - fill[1]) >= COVERED * area for fill in inner):
        return "■"
    marks = [stroke for stroke in strokes if _is_mark(stroke, place)]
    slants = [_slants(stroke) for stroke in marks]
    down = sum(1 for stroke in slants for slant in stroke if slant > 0)
    up = sum(1 for stroke in slants for slant in stroke if slant < 0)
    blots = [fill for fill in inner if min(fill[2] - fill[0], fill[3] - fill[1]) > (x1 - x0) / 5]
    if not marks and not blots:
        return "☐"
    if blots or not (down == up == 1):
        return "▣"
    return "☑" if _hooked(marks) else "☒"


def _is_mark(stroke: Stroke, place: Place) -> bool:
    """Whether a drawn line is a mark within a box, and none of its sides."""
    xs, ys = [x for x, _ in stroke], [y for _, y in stroke]
    return len(stroke) > 1 and _overlap_middle((min(xs), min(ys), max(xs), max(ys)), place) and any(_slants(stroke))


def _overlap_middle(place: Place, box: Place) -> bool:
    """Whether the middle of `place` lies in `box` and `place` is not much larger."""
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    wide = box[2] - box[0]
    return (
        box[0] <= x <= box[2] and box[1] <= y <= box[3] and max(place[2] - place[0], place[3] - place[1]) <= 1.6 * wide
    )


def _slants(stroke: Stroke) -> list[float]:
    """The slanted pieces of a line: 1 for one that falls to the right, -1 for one that rises."""
    found = []
    for (xa, ya), (xb, yb) in pairwise(stroke):
        if abs(xb - xa) > NEAR / 2 and abs(yb - ya) > NEAR / 2:
            found.append(1.0 if (yb - ya) / (xb - xa) > 0 else -1.0)
    return found


def _hooked(marks: Sequence[Stroke]) -> bool:
    """Whether one falling and one rising line meet at their lower ends, as in a tick; in a cross they do not."""
    pieces = [
        sorted(piece, key=lambda point: point[1]) for stroke in marks for piece in pairwise(stroke) if _slants(piece)
    ]
    (_, low), (_, other) = pieces
    return _close(low[0], other[0]) and _close(low[1], other[1])
