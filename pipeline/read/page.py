"""What a page holds, as every later step sees it: characters and ruling lines, each with its box.

Coordinates are PDF points from the top left corner of the page as displayed (crop box and rotation
applied).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from yusuan.brief import brief
from yusuan.pipeline.messages.findings import Box, Finding
from yusuan.pipeline.read.reading import Reading

if TYPE_CHECKING:
    from yusuan.pipeline.read.quarters import Placed


class Character(NamedTuple):
    """One upright glyph that is not white space, with its box in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """One ruling line. `position` is its y (horizontal) or x (vertical), `start` ≤ `end` its extent."""

    orientation: Literal["horizontal", "vertical"]
    position: float
    start: float
    end: float


Shows = Literal["picture", "outlines", "field", "overlap", "cut", "unrecognised", "table"]
"""What ink is: a picture, small drawn shapes, a form field that says a text which it does not draw, two texts in one
place, a number of which only a part shows, what was not recognised in the picture of a page, or a picture of a table
that was not read."""


class Ink(NamedTuple):
    """Something that a person sees and that is no text, or none that could be read, with its box in points."""

    shows: Shows
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, numbered from 1. `turned` counts glyphs that do not stand upright, `outside` those beyond its edge.

    Its width and height are 0 where it has no area.
    `hidden` says how many glyphs nobody sees, and why; `inks` are what is seen and is no text.
    """

    number: int
    width: float
    height: float
    characters: Sequence[Character]
    rules: tuple[Rule, ...]
    images: int
    turned: int
    outside: int = 0
    hidden: tuple[tuple[str, int], ...] = ()
    inks: tuple[Ink, ...] = ()
    scanned: bool = False
    """Whether it was read from a picture: then `readings` has the figures among its characters."""
    readings: tuple[Reading, ...] = ()
    unsure: tuple[Box, ...] = ()
    """The boxes of words of which it was not sure what some sign is."""
    placed: Placed | None = None
    """Where its places are on the page as displayed, if it was made upright and level before it was read."""
    gone: int = 0
    """How many characters it had that it does not keep."""
    pictured: int = 0
    """How many tables of it are pictures among its text that were read."""
    garbled: str = ""
    """Some of its text where that is no text, so that nothing of it is kept."""
    across: int = 0
    """How many large letters run across its ruling lines or its text, which are left out."""

    @property
    def upright(self) -> int:
        """How many characters stand upright on it."""
        return len(self.characters) + self.gone

    def bare(self) -> Page:
        """The page without its characters and lines, of which nothing but their number is left."""
        return replace(self, characters=(), rules=(), gone=self.upright)

    def __repr__(self) -> str:
        return brief(self)


@dataclass(frozen=True, slots=True)
class Source:
    """A whole document as read: its pages, what its metadata says made it, what is wrong with the file, and its day."""

    pages: tuple[Page, ...]
    producer: str
    findings: tuple[Finding, ...] = ()
    dated: str = ""

    def __repr__(self) -> str:
        return brief(self)
