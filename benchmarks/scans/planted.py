"""An error of the publisher: one digit of a figure exchanged for another, cut out of the same page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import pypdfium2

from benchmarks.scans.drawn import POINTS, Drawn, draw
from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Picture
from yusuan.pipeline.read.page import Character, Page

Row = Mapping[str, str]
"""A line of line_items.csv."""

_ALIKE = dict(zip("0123456789", ("869", "74", "73", "85", "19", "63", "85", "12", "306", "40"), strict=True))
"""Digits that look like each other: such an error is most likely to be taken for a slip of the reader."""
_LONG = 3
"""Signs that a figure has at least, without zeros at its ends."""
_TRIED = 60
_TRIED_AT = 300
_SAME = 0.15
_BEYOND = 0.3
"""Of the height of a letter's box: how far its ink may be beyond it, as where a font does not say how high it is."""
_PAPER = 12
"""Of 255: how much paper may differ."""
_INK = 60


@dataclass(frozen=True, slots=True)
class Plant:
    """A digit and the one that takes its place, both as they stand on one page, counted from 0 among those scanned."""

    page: int
    digit: Character
    other: Character
    row: Row
    """The line with the figure as it was."""
    printed: str
    """The figure as it is printed now."""
    ink: tuple[float, float]
    """Where the ink of both digits begins and ends, in points below the top of their boxes."""

    @property
    def published(self) -> Row:
        """The line as it is published now, with nothing known of how it is proved."""
        was, now = (Decimal(text.replace(",", "")) for text in (self.row["printed"], self.printed))
        yuan = Decimal(self.row["amount"]) * now / was
        return {**self.row, "printed": self.printed, "amount": f"{yuan:.2f}", "status": ""}


def choose(data: bytes, pages: Sequence[Page], rows: Sequence[Row], chance: Chance) -> Plant | None:
    """A digit of some proved amount, and another to put there; None where the pages have no such two.

    `data` is the PDF that the pages and rows were read from.
    """
    proved = [row for row in rows if row["status"] == "proved" and len(row["printed"].strip("0.,-")) >= _LONG]
    with pypdfium2.PdfDocument(data) as document:
        for place in chance.permutation(len(proved))[:_TRIED]:
            row = proved[int(place)]
            page = pages[int(row["page"]) - 1]
            drawn: Drawn | None = None
            for digit, other, printed in _exchanges(row, page, chance):
                drawn = drawn or draw(document, page, _TRIED_AT)
                ink = _ink(drawn.picture, (digit, other))
                if ink:
                    return Plant(page.number - 1, digit, other, row, printed, ink)
    return None


def planted(drawn: Drawn, plant: Plant) -> Drawn:
    """The page with the other digit in the place of the one."""
    scale = drawn.dpi / POINTS
    tall = math.ceil((plant.ink[1] - plant.ink[0]) * scale)
    wide = round((plant.digit.x1 - plant.digit.x0) * scale)

    def part(letter: Character) -> tuple[slice, slice]:
        top, left = round((letter.top + plant.ink[0]) * scale), round(letter.x0 * scale)
        return slice(top, top + tall), slice(left, left + wide)

    picture = drawn.picture.copy()
    picture[part(plant.digit)] = drawn.picture[part(plant.other)]
    return replace(drawn, picture=picture)


def _exchanges(row: Row, page: Page, chance: Chance) -> Iterator[tuple[Character, Character, str]]:
    """Each digit of a figure, another to put there, and what is printed then; first those that look alike."""
    figure = _letters(row, page)
    digits = [place for place, letter in enumerate(figure) if letter.text in _ALIKE]
    for place in chance.permutation(digits):
        digit = figure[place]
        rest = [text for text in _ALIKE if text not in _ALIKE[digit.text] and text != digit.text]
        for text in (*_ALIKE[digit.text], *chance.permutation(rest)):
            found = [letter for letter in page.characters if letter.text == text and _same_font(letter, digit)]
            if found and not (text == "0" and place == digits[0]):
                nearest = min(found, key=lambda letter: abs(letter.top - digit.top) + abs(letter.x0 - digit.x0))
                yield digit, nearest, f"{row['printed'][:place]}{text}{row['printed'][place + 1 :]}"


def _letters(row: Row, page: Page) -> list[Character]:
    """The letters of a row's figure in its cell; none where they are not found, or there are several such."""
    x0, top, x1, bottom = (float(row[side]) for side in ("x0", "top", "x1", "bottom"))
    here = [
        letter
        for letter in page.characters
        if x0 <= (letter.x0 + letter.x1) / 2 <= x1 and top <= (letter.top + letter.bottom) / 2 <= bottom
    ]
    text = "".join(letter.text for letter in here)
    at = text.find(row["printed"])
    if at < 0 or len(text) != len(here) or text.count(row["printed"]) != 1:
        return []
    return here[at : at + len(row["printed"])]


def _same_font(one: Character, other: Character) -> bool:
    height = abs((one.bottom - one.top) - (other.bottom - other.top))
    return height < _SAME and abs((one.x1 - one.x0) - (other.x1 - other.x0)) < _SAME


def _ink(picture: Picture, letters: Sequence[Character]) -> tuple[float, float] | None:
    """Where the ink of digits begins and ends, in points below the top of their boxes, with a line of paper around it.

    None where it touches something else, or they stand on paper of different lightness.
    """
    scale = _TRIED_AT / POINTS
    paper: list[int] = []
    ends: list[tuple[float, float]] = []
    for letter in letters:
        beyond = _BEYOND * (letter.bottom - letter.top)
        first, last = (round(y * scale) for y in (letter.top - beyond, letter.bottom + beyond))
        part = picture[max(first, 0) : last, round(letter.x0 * scale) : round(letter.x1 * scale)].astype(int)
        if first < 0 or part.size == 0 or part.max() - part.min() < _INK:
            return None
        inked = (part < part.max() - _PAPER).any(axis=1)
        middle = len(part) // 2
        above, below = np.nonzero(~inked[:middle])[0], np.nonzero(~inked[middle:])[0] + middle
        if not (len(above) and len(below)) or above[-1] == 0 or inked[above[-1] - 1] or inked[below[0] + 1 :][:1].any():
            return None
        paper.append(part.max())
        ends.append(((first + above[-1]) / scale - letter.top, (first + below[0] + 1) / scale - letter.top))
    if max(paper) - min(paper) > _PAPER:
        return None
    return min(top for top, _ in ends), max(bottom for _, bottom in ends)
