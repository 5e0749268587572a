"""Pictures among the text of a page that show a table, as where a sheet was pasted into a text as it looks.

What they show is read as a scan is, each picture by itself, and put where it stands; the rest of the page stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.page import Character, Ink, Page, Rule
from yusuan.pipeline.read.quarters import Placed
from yusuan.pipeline.read.scan.rendered import rendered

if TYPE_CHECKING:
    from yusuan.pipeline.read.reading import Reading

_WIDE, _HIGH = 100.0, 36.0
"""No table is narrower, or lower, in points: three rows of small letters."""
_OVER = 2
"""A picture that more characters stand on is not read: what it shows below them is not told apart from them."""
_FREE = 0.5
"""It is the ground of a text where they stand on more than this part of it."""
_TOUCH = 2.0
"""Pieces of one picture are no farther apart."""
_LOOKED_AT = 1.0
"""Dots to a point, to see lines."""
_COARSEST, _FINEST = 200 / 72, 400 / 72
"""Dots to a point, to read: as many as the picture has, within these. Sheets that were made small to fit have many."""
_LINE = 215
"""Thin lines are as dark at least where a dot is a point."""
_PARTS, _ALL = 8, 0.95
_LINES = 3
"""In most of so many parts of its width and height, a table has so many level and upright lines that run through nearly
all of the part. A chart may have as many level ones; of upright ones it has but the two of its frame.
"""
_INK = 128
"""What is darker is ink."""
_EDGE = 2
"""Ink so many dots from the edge of a picture, or nearer, is cut by it,"""
_BORDER = 0.5
"""unless it is on so much of the edge: the outer line of the table."""
_LETTER = 20.0
"""Lines are longer than this (points), and letters no wider."""
_MARGIN = 12
"""Dots of paper around a picture that is read, whose outer lines may be its edge."""

Grey = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Among:
    """Pictures on a page, each with the place where it begins and what leads back to it from what was read in it."""

    pictures: tuple[tuple[Box, float, float, Placed], ...]

    def box(self, box: Box) -> Box:
        """The box on the page as displayed of what was put there: within a picture as that was turned level."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for (x0, top, x1, bottom), right, down, placed in self.pictures:
            if x0 <= x <= x1 and top <= y <= bottom:
                return _moved(placed.box(_moved(box, -right, -down)), right, down)
        return box


def pictures_of(page: Page) -> list[Box]:
    """The pictures among the text of a page that are large enough to show a table, put together from their pieces."""
    pieces = [ink[1:] for ink in page.inks if ink.shows == "picture"]
    found: list[Box] = []
    for box in _put_together(pieces):
        if can_be_read(page, box) or not _is_ground(page, box):
            found.append(box)
        else:
            upon = [each for each in pieces if _touch(each, box) and not _is_ground(page, each)]
            found += [each for each in _put_together(upon) if not _is_ground(page, each)]
    return [box for box in found if box[2] - box[0] >= _WIDE and box[3] - box[1] >= _HIGH]


def _put_together(pieces: Iterable[Box]) -> list[Box]:
    whole: list[Box] = []
    for piece in pieces:
        near = [other for other in whole if _touch(piece, other)]
        whole = [*(other for other in whole if other not in near), reduce(_around, near, piece)]
    return whole


def ruled(shown: Any, page: Page, boxes: Iterable[Box]) -> list[Box]:
    """Those of the boxes on a page, as pypdfium2 shows it, in which lines stand as in a table."""
    grey = rendered(shown, _LOOKED_AT, in_colour=False)
    grey = grey.reshape(grey.shape[:2])
    return [box for box in boxes if _is_ruled(_cut(grey, page.placed.box(box) if page.placed else box, _LOOKED_AT))]


def can_be_read(page: Page, box: Box) -> bool:
    """Whether a picture stands upright on its page, the whole of it, with no text over it."""
    sideways = page.placed is not None or page.turned > page.upright
    beyond = max(-box[0], -box[1], box[2] - page.width, box[3] - page.height)
    return not sideways and beyond <= _TOUCH and len(_characters_on(page, box)) <= _OVER


def with_tables_unread(page: Page, boxes: Iterable[Box]) -> Page:
    """A page on which boxes show tables that were not read; the same one where there are none."""
    tables = [Ink("table", *box) for box in boxes]
    return replace(page, inks=(*page.inks, *tables)) if tables else page


def with_tables_read(page: Page, shown: Any, boxes: Sequence[Box]) -> Page:
    """The page with what a program reads in boxes that show tables; those in which it reads none are named unread."""
    # What recognises takes time and memory, and most documents need none of it.
    from yusuan.pipeline.read.scan.page import scanned_page
    from yusuan.pipeline.read.scan.picture import dark_on_light
    from yusuan.pipeline.read.scan.stamps import without_stamps

    scale = _fineness(shown)
    margin = _MARGIN / scale
    colours = rendered(shown, scale, in_colour=True)[:, :, :3]
    found: list[tuple[Box, float, float, Page]] = []
    unread: list[Box] = []
    for box in boxes:
        cut = _cut(colours, box, scale)
        edged = np.pad(cut, ((_MARGIN, _MARGIN), (_MARGIN, _MARGIN), (0, 0)), constant_values=255)
        read = scanned_page(page.number, without_stamps(dark_on_light(edged)), scale)
        if _is_table(read) and not _is_cut(cut.min(axis=2) < _INK, scale):
            found.append((box, box[0] - margin, box[1] - margin, read))
        else:
            unread.append(box)
    page = with_tables_unread(page, unread)
    return _with(page, found) if found else page


def _with(page: Page, found: Sequence[tuple[Box, float, float, Page]]) -> Page:
    """The page with what was read in boxes on it, instead of their pictures."""
    characters: list[Character] = [*page.characters]
    rules: list[Rule] = [*page.rules]
    inks = [ink for ink in page.inks if not (ink.shows == "picture" and _within_any(ink[1:], found))]
    readings: list[Reading] = []
    unsure: list[Box] = []
    placed: list[tuple[Box, float, float, Placed]] = []
    for box, right, down, read in found:
        characters += (Character(each.text, *_moved(each[1:], right, down)) for each in read.characters)
        rules += (_rule(each, right, down) for each in read.rules)
        inks += (Ink(each.shows, *_moved(each[1:], right, down)) for each in read.inks)
        readings += (replace(each, box=_moved(each.box, right, down)) for each in read.readings)
        unsure += (_moved(each, right, down) for each in read.unsure)
        assert read.placed is not None
        placed.append((box, right, down, read.placed))
    return replace(
        page,
        characters=tuple(characters),
        rules=tuple(rules),
        inks=tuple(inks),
        scanned=True,
        readings=tuple(readings),
        unsure=tuple(unsure),
        placed=Among(tuple(placed)),
        pictured=len(found),
    )


def _is_table(read: Page) -> bool:
    """Whether a picture that was read shows text between ruling lines that cross, and stands upright."""
    level = sum(rule.orientation == "horizontal" for rule in read.rules)
    turned = getattr(read.placed, "quarters", 0) or getattr(read.placed, "head", False)
    return bool(read.characters) and min(level, len(read.rules) - level) >= _LINES and not turned


def _is_cut(ink: npt.NDArray[np.bool_], scale: float) -> bool:
    """Whether the edges of a picture go through letters: there is ink at them, of which no line is."""
    inward, near = round(_LETTER * scale), _EDGE
    for side in (ink, ink[:, ::-1], ink.T, ink.T[:, ::-1]):
        at_edge = side[:, :near].any(axis=1)
        lines = side[:, :inward].mean(axis=1) >= _ALL
        if at_edge.mean() < _BORDER and int((at_edge & ~lines).sum()) > near:
            return True
    return False


def _is_ruled(grey: Grey) -> bool:
    dark = grey < _LINE
    # Without the paper around what a picture shows.
    high, wide = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if not len(high):
        return False
    dark = dark[high[0] : high[-1] + 1, wide[0] : wide[-1] + 1]
    return min(_parts_with_lines(dark), _parts_with_lines(dark.T)) > _PARTS // 2


def _parts_with_lines(dark: npt.NDArray[np.bool_]) -> int:
    """In how many parts of a picture's width enough lines lie that run through nearly all of the part."""
    parts = np.array_split(dark, _PARTS, axis=1)
    through = (part.mean(axis=1) >= _ALL for part in parts if part.size)
    return sum(int(each[0]) + int((each[1:] & ~each[:-1]).sum()) >= _LINES for each in through)


def _fineness(shown: Any) -> float:
    """How many dots to a point the finest of the large pictures on a pypdfium2 page has, within what is of use."""
    found = [_COARSEST]
    for each in shown.get_objects(filter=(pdfium.IMAGE,)):
        left, _, right, _ = each.get_bounds()
        if right - left >= _WIDE:
            found.append(each.get_px_size()[0] / (right - left))
    return min(max(found), _FINEST)


def _cut(dots: Grey, box: Box, scale: float) -> Grey:
    x0, top, x1, bottom = (max(round(side * scale), 0) for side in box)
    return dots[top:bottom, x0:x1]


def _characters_on(page: Page, box: Box) -> list[Character]:
    return [
        each
        for each in page.characters
        if box[0] <= (each.x0 + each.x1) / 2 <= box[2] and box[1] <= (each.top + each.bottom) / 2 <= box[3]
    ]


def _is_ground(page: Page, box: Box) -> bool:
    """Whether a picture lies under a text, or under lines that are drawn: what it shows may be these."""
    if written := [each[1:] for each in _characters_on(page, box)]:
        x0, top, x1, bottom = reduce(_around, written)
        if (x1 - x0) * (bottom - top) > _FREE * (box[2] - box[0]) * (box[3] - box[1]):
            return True
    return any(_runs_through(rule, box) for rule in page.rules)


def _runs_through(rule: Rule, box: Box) -> bool:
    x0, top, x1, bottom = box if rule.orientation == "horizontal" else (box[1], box[0], box[3], box[2])
    return top < rule.position < bottom and rule.start < x1 and x0 < rule.end


def _within_any(box: Box, found: Iterable[tuple[Box, float, float, Page]]) -> bool:
    return any(_touch(box, other) for other, *_ in found)


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] <= other[2] + _TOUCH
        and other[0] <= one[2] + _TOUCH
        and one[1] <= other[3] + _TOUCH
        and other[1] <= one[3] + _TOUCH
    )


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _moved(box: Box, right: float, down: float) -> Box:
    return box[0] + right, box[1] + down, box[2] + right, box[3] + down


def _rule(rule: Rule, right: float, down: float) -> Rule:
    along, across = (right, down) if rule.orientation == "horizontal" else (down, right)
    return Rule(rule.orientation, rule.position + across, rule.start + along, rule.end + along)
