"""What a reader finds on a page, before anything is decided about it: glyphs and painted paths.

A reader is a function from bytes to `RawPage`s; what they mean is decided in `assemble`, once for
all readers. Coordinates are points from the top left corner of the page as displayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Point = tuple[float, float]
"""x and top."""
Shape = Literal["line", "rectangle", "curve"]

# A baseline that rises less than this is straight.
SLANT = 0.05

# How much of its height a glyph's box reaches below the baseline: in nearly all Chinese fonts, and at most.
# Some fonts say that they hang a whole line low; their letters would be put into the line below.
DESCENT, MOST_DESCENT = 0.14, 0.5


class Glyphs(NamedTuple):
    """The glyphs of a page, column by column: the text of each after the document's own mapping, its box, its font.

    `sides` are x0, top, x1 and bottom, a row of each. A box is as wide as the glyph advances and as high as the font's
    size, from the font's descent up; where that cannot be (`believed`), from `DESCENT` below the baseline.
    """

    texts: Sequence[str]
    sides: Floats
    upright: Flags
    fonts: Sequence[str]


class Path(NamedTuple):
    """One painted subpath. `points` are the ends of its segments; of a rectangle, two opposite corners."""

    shape: Shape
    points: Sequence[Point]
    stroked: bool
    filled: bool
    white_stroke: bool
    white_fill: bool
    dark_fill: bool


class RawPage(NamedTuple):
    """One page, numbered from 1, with what is painted on it."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    paths: Sequence[Path]
    images: int


def upright(a: float, b: float, d: float) -> bool:
    """Whether a glyph's baseline runs from left to right, by the matrix (a b c d) from glyph to page, y up."""
    return a > 0 and d > 0 and abs(b) <= SLANT * a


def believed(descent: float) -> float:
    """How far below the baseline a glyph's box reaches, in parts of its height: what the font says, if that can be."""
    return descent if 0 < descent <= MOST_DESCENT else DESCENT
