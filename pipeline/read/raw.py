"""What a reader finds on a page, before anything is decided about it: glyphs and painted paths.

A reader is a function from bytes to `RawPage`s; what they mean is decided in `assemble`, once for
all readers. Coordinates are points from the top left corner of the page as displayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.brief import brief
from yusuan.pipeline.messages.findings import Box

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Point = tuple[float, float]
"""x and top."""
Shape = Literal["line", "rectangle", "curve"]
Ints = NDArray[np.int64]
Color = tuple[int, int, int]
UNPAINTED = ("", "invisible", "transparent", "layer")
"""Text in the mode that paints nothing, of no opacity, or in a layer that is switched off."""
UNKNOWN = -1000

# A baseline that rises less than this is straight.
SLANT = 0.05

# How much of its height a glyph's box reaches below the baseline: in nearly all Chinese fonts, and at most.
# Some fonts say that they hang a whole line low; their letters would be put into the line below.
DESCENT, MOST_DESCENT = 0.14, 0.5


class Glyphs(NamedTuple):
    """The glyphs of a page, column by column: the text of each after the document's own mapping, its box, its font.

    `sides` are x0, top, x1 and bottom, a row of each. A box is as wide as the glyph advances and as high as the font's
    size, from the font's descent up; where that cannot be (`believed`), from `DESCENT` below the baseline. `paint` is
    the number of each glyph's entry among the page's paints.
    """

    texts: Sequence[str]
    sides: Floats
    upright: Flags
    fonts: Sequence[str]
    paint: Ints

    def __repr__(self) -> str:
        return brief(self)


class Paints(NamedTuple):
    """How texts are painted, column by column, an entry for each that one operator shows.

    `order` is its place among all that the page paints; `why` says why nothing of it is painted at all (a number of
    UNPAINTED, 0 where it is). `color` is red, green and blue from 0 to 255, a row of each, UNKNOWN where the reader
    cannot tell; `clip` is the box beyond which nothing shows, a row for each side, endless where there is none.
    """

    order: Ints
    why: Ints
    color: Ints
    clip: Floats

    def __repr__(self) -> str:
        return brief(self)


class Area(NamedTuple):
    """An upright rectangle that is painted all over, or a picture.

    An opaque one hides what was painted before it. Its `color` is None where it is not one, or not known.
    """

    order: int
    box: Box
    color: Color | None
    opaque: bool
    picture: bool


class Path(NamedTuple):
    """One painted subpath. `points` are the ends of its segments; of a rectangle, two opposite corners."""

    shape: Shape
    points: Sequence[Point]
    stroked: bool
    filled: bool
    white_stroke: bool
    white_fill: bool
    dark_fill: bool


class Painted(NamedTuple):
    """When paths are painted, column by column, an entry for each: its place among all that the page paints, and the
    box beyond which nothing of it shows, a row for each side, endless where there is none.
    """

    order: Ints
    clip: Floats

    def __repr__(self) -> str:
        return brief(self)


class RawPage(NamedTuple):
    """One page, numbered from 1, with what is painted on it.

    `paints` may be left out where all text is seen. `fields` are the boxes of annotations that say a text without
    drawing it. `painted` may be left out where all paths are seen. It is the page as displayed, turned by `quarters`
    with the clock.
    """

    number: int
    width: float
    height: float
    glyphs: Glyphs
    paths: Sequence[Path]
    images: int
    paints: Paints | None
    areas: Sequence[Area]
    fields: Sequence[Box]
    painted: Painted | None = None
    quarters: int = 0

    def __repr__(self) -> str:
        return brief(self)


def nothing(number: int) -> RawPage:
    """A page without an area."""
    glyphs = Glyphs([], np.zeros((4, 0)), np.zeros(0, dtype=bool), [], np.zeros(0, dtype=np.int64))
    return RawPage(number, 0, 0, glyphs, [], 0, None, [], [])


def upright(a: float, b: float, d: float, size: float = 1) -> bool:
    """Whether a glyph's baseline runs from left to right, by the matrix (a b c d) from glyph to page, y up.

    A font's size below zero turns its glyphs about once more.
    """
    if size < 0:
        a, b, d = -a, -b, -d
    return a > 0 and d > 0 and abs(b) <= SLANT * a


def believed(descent: float) -> float:
    """How far below the baseline a glyph's box reaches, in parts of its height: what the font says, if that can be."""
    return descent if 0 < descent <= MOST_DESCENT else DESCENT


def within(box: Box, clip: Box) -> Box:
    """What two boxes have in common; it ends before it begins where that is nothing."""
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])
