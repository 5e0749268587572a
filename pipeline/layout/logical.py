"""What a logical table is: a title, and the ruled areas on one page or more that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yusuan.pipeline.layout.captions import Caption
from yusuan.pipeline.layout.cells import Grid
from yusuan.pipeline.layout.header import AMOUNT_LIKE

FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{5,})")
"""A number that is surely an amount, no serial number and no year."""


@dataclass(frozen=True)
class Fragment:
    """The part of a logical table that stands on one page. Rows before `start` are captions."""

    grid: Grid
    start: int


@dataclass
class LogicalTable:
    """A title, what is said above the table, and its fragments in reading order."""

    caption: Caption
    fragments: list[Fragment] = field(default_factory=list)
    again: list[tuple[int, int]] = field(default_factory=list)
    """The pages that one of its pages stands on once more, and that page."""
    told: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out of its body and is asked for again and again (`understand/below.py`)."""

    def __repr__(self) -> str:
        return f"<LogicalTable {self.caption.title!r}: page {self.page}, {len(self.fragments)} fragments>"

    @property
    def page(self) -> int:
        """The page that the table begins on."""
        return self.fragments[0].grid.page

    @property
    def has_amounts(self) -> bool:
        """Whether any cell holds a number, or a dash in its place."""
        return any(AMOUNT_LIKE.match(text) for text in self._texts())

    @property
    def has_figures(self) -> bool:
        """Whether any cell holds a number that is surely an amount, no serial number and no year."""
        return any(FIGURE.fullmatch(text) for text in self._texts())

    def _texts(self) -> Iterator[str]:
        for fragment in self.fragments:
            yield from (cell.key for cell in fragment.grid.cells if cell.span.row >= fragment.start and cell.key)
