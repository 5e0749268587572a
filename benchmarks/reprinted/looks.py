"""How sheets look in print: what differs from office to office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

AMOUNT = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+\.\d+")
FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC")
BORDERS = {"thin": 1, "medium": 2, "dotted": 4, "double": 6, "hair": 7}
"""Kinds of lines, with their numbers in a workbook."""


@dataclass(frozen=True)
class Look:
    """How a document is printed anew; `wide` is how much wider columns are than they were, for the size of letters."""

    font: str
    size: int
    border: str
    wrapped: bool
    repeated: bool
    """Whether header and, in a workbook, title are printed again on each page."""
    landscape: bool
    numbers: bool
    """Whether amounts are numbers in the cells of a workbook, or text."""
    ruled_unit: bool
    centred: bool
    wide: float
    shaded: bool
    """Whether every second row of a text, and its header, lies on grey."""


def look(chance: Random, wrapped: bool) -> Look:
    """A look by chance; where words are not `wrapped` they run over the cells beside theirs, or are cut."""
    return Look(
        font=chance.choice(FONTS),
        size=chance.choice((8, 9, 10, 11, 12)),
        border=chance.choice(("thin", "thin", "thin", *BORDERS)),
        wrapped=wrapped,
        repeated=chance.random() < 0.5,
        landscape=chance.random() < 0.6,
        numbers=chance.random() < 0.6,
        ruled_unit=chance.random() < 0.15,
        centred=chance.random() < 0.3,
        wide=chance.uniform(0.8, 1.3),
        shaded=chance.random() < 0.3,
    )


def aligned(text: str, in_header: bool, looks: Look) -> str:
    """Where a text stands in its cell: left, center or right."""
    if AMOUNT.fullmatch(text):
        return "right"
    return "center" if in_header or looks.centred else "left"
