"""A form as it is gathered: its title, its lines, and its ruled areas on one page or many."""

from __future__ import annotations

from dataclasses import dataclass, field

from yusuan.pipeline.layout.cells import Grid
from yusuan.pipeline.layout.text import Line


@dataclass(frozen=True)
class Part:
    """One ruled area. Rows before `start` repeat the first rows of the form."""

    grid: Grid
    start: int = 0


@dataclass
class Form:
    """One form: its title, the lines of text that belong to it, and its parts.

    `bands` follow one another downwards; the parts of one band stand side by side, each on a page of its own
    where the form is wider than a page. `above` and `below` are pairs (page, line); `turned` counts the glyphs on
    each of its pages that do not stand upright.
    """

    title: str
    bands: list[list[Part]]
    above: list[tuple[int, Line]] = field(default_factory=list)
    below: list[tuple[int, Line]] = field(default_factory=list)
    turned: dict[int, int] = field(default_factory=dict)
    over_end: list[tuple[int, Line]] = field(default_factory=list)
    """Lines over the lower border of a part that goes on on the next page, as where the page break cuts a text."""

    @property
    def parts(self) -> list[Part]:
        """All parts in reading order of the bands."""
        return [part for band in self.bands for part in band]

    @property
    def page(self) -> int:
        """The page that the form begins on."""
        return self.bands[0][0].grid.page
