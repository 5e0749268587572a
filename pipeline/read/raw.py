"""What a reader finds on a page, before anything is decided about it: glyphs and painted paths.

A reader is a function from bytes to `RawPage`s; what they mean is decided in `assemble`, once for
all readers. Coordinates are points from the top left corner of the page as displayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

Point = tuple[float, float]
"""x and top."""
Shape = Literal["line", "rectangle", "curve"]

# A baseline that rises less than this is straight.
SLANT = 0.05


class Glyph(NamedTuple):
    """One glyph: its text after the document's own mapping, its box, its font.

    The box is as wide as the glyph advances and as high as the font's size, from the font's descent up.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    upright: bool
    font: str


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
    glyphs: Sequence[Glyph]
    paths: Sequence[Path]
    images: int


def upright(a: float, b: float, d: float) -> bool:
    """Whether a glyph's baseline runs from left to right, by the matrix (a b c d) from glyph to page, y up."""
    return a > 0 and d > 0 and abs(b) <= SLANT * a
