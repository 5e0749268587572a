"""Letters of a page → the texts that stand by themselves on each line, and how they stand to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.letters import Letters
from yusuan.pipeline.read.page import Character
from yusuan.schemas.vocabulary.around import SUBTOTALS, TOTALS

FIGURE = re.compile(r"[-−–—]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?%?")
"""What has no letters: a code or an amount, a dash, or nothing."""
AMOUNT = re.compile(r"[-−–]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)%?")
PART = 0.9
"""A gap wider than this many letter heights parts two texts of one line."""
PIECE = 0.25
"""A gap wider than this many may part them."""
_CODES = frozenset("类款项")
"""Signs that head columns of their own."""
_SPACED = 2
"""More signs than this that stand by themselves, near to each other, are a spaced word."""
_WIDE = 25.0
"""Signs of one word are no further apart than this many letter heights."""
LEFT = attrgetter("x0")


class Text(NamedTuple):
    """A text that stands by itself on a line."""

    said: str
    x0: float
    top: float
    x1: float
    bottom: float


Texts = list[Text]
Interval = tuple[float, float]


def lines_of_letters(characters: Sequence[Character], height: float) -> list[list[Character]]:
    """The letters of each line, from top to bottom."""
    letters = Letters.of(characters)
    middle = letters.sides[1] + letters.sides[3]
    order = middle.argsort(kind="stable")
    rows: list[list[Character]] = []
    first = 0.0
    for char, here in zip(letters.some(order), (middle[order] / 2).tolist(), strict=True):
        if not rows or here - first > height / 2:
            rows.append([])
            first = here
        rows[-1].append(char)
    return rows


def texts_of(row: list[Character], height: float, part: float = PART) -> Texts:
    """The texts of one line, from left to right, parted where `part` letter heights or more are between letters."""
    found: list[list[Character]] = []
    text: list[Character] = []
    gap = part * height
    end = before = 0.0
    for char in sorted(row, key=LEFT):
        if (
            not text
            or char.x0 - (end if end > before else before) > gap
            or (
                text[-1].text.isdigit()
                and not char.text.isascii()
                and AMOUNT.fullmatch(key("".join([each.text for each in text])))
            )
        ):
            text = []
            found.append(text)
            end = char.x1
        text.append(char)
        before, end = end, char.x1
    return [text_around(text) for text in found]


def text_around(part: Sequence[Character]) -> Text:
    """The text that letters make, which are given from left to right."""
    texts, lefts, tops, rights, bottoms = zip(*part, strict=True)
    return Text(key("".join(texts)), lefts[0], min(tops), max(rights), max(bottoms))


def words_of(row: list[Character], height: float) -> Texts:
    """The words of one line of a header: texts parted wherever they may be, but for words of spaced signs."""
    found: Texts = []
    pieces = texts_of(row, height, PIECE)
    for text in texts_of(row, height):
        own = [piece for piece in pieces if within(piece, (text.x0, text.x1))]
        spaced = len(own) > _SPACED and all(len(piece.said) == 1 for piece in own) and not _CODES.issuperset(text.said)
        found += [text] if spaced else own
    return with_spaced_words(found, height)


def with_totals(line: Texts) -> Texts:
    """The texts of a line, two that are single signs and say a total together joined: 合　计."""
    found: Texts = []
    for text in line:
        before = found[-1] if found else None
        if before and len(before.said) == len(text.said) == 1 and before.said + text.said in (*TOTALS, *SUBTOTALS):
            found[-1] = joined(before, text)
        else:
            found.append(text)
    return found


def with_spaced_words(line: Texts, height: float) -> Texts:
    """The texts of a line of the header, single signs that are parts of one spaced word joined: 项　目."""
    found: Texts = []
    for text in line:
        before = found[-1] if found else None
        if (
            before
            and len(before.said) == len(text.said) == 1
            and not _CODES.issuperset(before.said + text.said)
            and text.x0 - before.x1 < _WIDE * height
        ):
            found[-1] = joined(before, text)
        else:
            found.append(text)
    return found


def joined(before: Text, text: Text) -> Text:
    """Two texts of one line as one."""
    top, bottom = min(before.top, text.top), max(before.bottom, text.bottom)
    return Text(before.said + text.said, before.x0, top, text.x1, bottom)


def overlap(text: Text, other: Text) -> bool:
    """Whether a text stands above or below another, at least in part."""
    return text.x0 < other.x1 and other.x0 < text.x1


def merged(intervals: Sequence[Interval], space: float) -> list[Interval]:
    """What is covered by intervals, with spaces narrower than `space` closed, from left to right."""
    found: list[Interval] = []
    for x0, x1 in sorted(intervals):
        if found and x0 - found[-1][1] < space:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def within(text: Text, ink: Interval) -> bool:
    """Whether the middle of a text stands in a column."""
    return ink[0] <= (text.x0 + text.x1) / 2 <= ink[1]


def stands_over(text: Text, ink: Interval) -> bool:
    """Whether a text reaches over a column, at least in part."""
    return text.x0 < ink[1] and ink[0] < text.x1
