"""Tables between whose columns no lines are drawn: the lines that a person thinks of there are added to those drawn.

Here the lines of text are found that may be the rows of a table, and those of its header above them; what the other
modules tell of them is put together. Lines between rows are taken as they are drawn; where there are none, they are
added too (`rows.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from yusuan.pipeline.layout.captions import is_page_number, looks_like_title, unit_at_end
from yusuan.pipeline.layout.ruling import drawn
from yusuan.pipeline.layout.unruled.borders import borders_of
from yusuan.pipeline.layout.unruled.drawing import Told, told
from yusuan.pipeline.layout.unruled.heads import Heads, readings
from yusuan.pipeline.layout.unruled.next_page import Before, continued
from yusuan.pipeline.layout.unruled.rows import ENUMERATED
from yusuan.pipeline.layout.unruled.spanning import spanning_cells
from yusuan.pipeline.layout.unruled.texts import (
    AMOUNT,
    PART,
    PIECE,
    Interval,
    Text,
    Texts,
    joined,
    lines_of_letters,
    texts_of,
    with_totals,
    within,
    words_of,
)
from yusuan.pipeline.read.letters import Letters, Signs
from yusuan.pipeline.read.page import Character, Rule
from yusuan.schemas.vocabulary.around import TOTALS

_NOTE = re.compile(r"(?:备?注|说明)[:：]?|[:：；。]$")
_SENTENCE = re.compile(r"[。；]|，.{8}")
_APART = 3.0
"""Lines with more than this many letter heights between them are not of one table."""
_AMOUNTS = 3
"""A table without lines between its columns has as many amounts at least."""
_POINTS = Signs(".,．，")
"""An amount has one of these signs."""
_LEVELS = 12
"""A header has no more lines of text than this."""
_LEAST = 2
"""A table has as many columns at least."""
_SPACED = 2
"""Texts of no more signs than this may be parts of one word that is spaced."""
_LONG = 3.0
"""A line longer than this many letter heights is no part of a letter."""


def without_columns(
    rules: Sequence[Rule], characters: Sequence[Character], height: float, before: Before | None = None
) -> list[Told]:
    """The tables of a page on which no line is drawn between columns.

    Empty where there are such lines, or no such table. `height` is that of the letters in points, `before` the last
    table of the page before, with which a table without a header may go on.
    """
    if any(rule.orientation == "vertical" and rule.end - rule.start > _LONG * height for rule in rules):
        return []
    if np.count_nonzero(_POINTS.among(Letters.of(characters).codes)) < _AMOUNTS:
        return []
    pieces = [rule for rule in rules if rule.orientation == "horizontal"]
    across = [rule for rule in drawn(pieces, characters, height)[0] if rule.end - rule.start > _LONG * height]
    ends = sorted({end for rule in pieces if rule.end - rule.start > height for end in (rule.start, rule.end)})
    letters = lines_of_letters(characters, height)
    printed = [texts_of(row, height) for row in letters]
    found: list[Told] = []
    for first, last in _bodies(printed, height):
        above = _header(printed, first, height)
        header = [words_of(row, height) for row in letters[first - above : first]]
        rows = [with_totals(texts_of(row, height, PIECE)) for row in letters[first : last + 1]]
        table = _table(header, rows, across, ends, height) if above else None
        if table is None and before is not None and not found and all(len(line) == 1 for line in printed[:first]):
            table = continued(before, rows, across, height)
        if table is not None:
            found.append(table)
    return found


def _bodies(printed: Sequence[Texts], height: float) -> list[tuple[int, int]]:
    """The first and the last line of each run of lines that may be the rows of a table, of which some have amounts."""
    found: list[tuple[int, int]] = []
    run: list[int] = []
    for number, line in enumerate(printed):
        if run and (_is_prose(line) or line[0].top - _bottom(printed[run[-1]]) > _APART * height):
            found += _body(printed, run)
            run = []
        if not _is_prose(line) and not (len(line) == 1 and is_page_number(line[0].said)):
            run.append(number)
    return found + _body(printed, run)


def _body(printed: Sequence[Texts], run: Sequence[int]) -> list[tuple[int, int]]:
    having = [number for number in run for text in printed[number] if AMOUNT.fullmatch(text.said)]
    if len(having) < _AMOUNTS:
        return []
    first, last = having[0], run[-1]
    while first > run[0]:
        line = printed[first - 1]
        if not (_beside(line, printed[first]) or ENUMERATED.match(line[0].said)):
            break
        first -= 1
    return [(first, last)]


def _beside(line: Texts, figures: Texts) -> bool:
    """Whether a line stands beside the one below it: a name in two lines, whose figures stand in its middle."""
    return _bottom(line) > min(text.top for text in figures)


def _is_prose(line: Texts) -> bool:
    return any(_SENTENCE.search(text.said) for text in line) or _NOTE.match(line[0].said) is not None


def _bottom(line: Texts) -> float:
    return max(text.bottom for text in line)


def _table(
    header: Sequence[Texts], rows: Sequence[Texts], across: Sequence[Rule], ends: Sequence[float], height: float
) -> Told | None:
    """The table with these lines of text; None where its columns or rows are not clear.

    `across` are the lines between rows that are drawn on the page, `ends` where pieces of them begin and end.
    """
    body = [text for line in rows for text in line]
    words = [text for line in header for text in line]
    start, end = min(text.top for text in words) - height / 4, max(text.bottom for text in body) + height / 4
    near = [rule for rule in across if start - height < rule.position < end + height]
    sides = (min(rule.start for rule in near), max(rule.end for rule in near)) if near else None
    found = [
        (places, names, cells)
        for heads in readings(_unparted(words, body, height), height)
        if (names := [text for text in body if not (text.said in TOTALS and _crosses(text, heads))])
        and (places := borders_of(heads.columns, names, height, sides)) is not None
        and (cells := spanning_cells(heads, places, height)) is not None
    ]
    if len(found) != 1 or len(found[0][0]) <= _LEAST:
        return None
    ((places, names, spanning),) = found
    for cell in spanning:  # which may be wider than what stands below it
        places[cell.first] = places[cell.first][0], min(places[cell.first][1], cell.head.x0)
        places[cell.last + 1] = max(places[cell.last + 1][0], cell.head.x1), places[cell.last + 1][1]
    if any(low >= high for low, high in places):
        return None
    borders = _borders(places, names, ends, height)
    if any(_holds_two(line, column, height) for line in rows for column in pairwise(borders)):
        return None
    return told(borders, words, spanning, rows, near, height)


def _unparted(words: Sequence[Text], body: Sequence[Text], height: float) -> list[Text]:
    """The words of a header, those on one line made one again that are parted by less than the space between two texts
    where letters of rows stand below that space.
    """
    found: list[Text] = []
    near = PART * height
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        before = next((b for b in found if abs(b.top - word.top) < height / 2 and 0 <= word.x0 - b.x1 < near), None)
        if before and any(text.x0 < before.x1 and word.x0 < text.x1 for text in body if text.said not in TOTALS):
            found[found.index(before)] = joined(before, word)
        else:
            found.append(word)
    return found


def _crosses(text: Text, heads: Heads) -> bool:
    """Whether a text does not stand below one head alone."""
    return sum(text.x0 < head.x1 and head.x0 < text.x1 for head in heads.columns) != 1


def _borders(found: Sequence[Interval], body: Sequence[Text], ends: Sequence[float], height: float) -> list[float]:
    """One place for each border: where a piece of a line between rows ends, else in the middle; the outer ones just
    beside the outermost letters.
    """
    borders: list[float] = []
    for at, (low, high) in enumerate(found):
        free = [end for end in ends if not any(text.x0 < end < text.x1 for text in body)]
        here = min(free, key=lambda end: max(low - end, end - high), default=None)
        if here is not None and max(low - here, here - high) <= height / 4:
            borders.append(here)
        elif at == 0:
            borders.append(max(low, high - height / 4))
        elif at == len(found) - 1:
            borders.append(min(high, low + height / 4))
        else:
            borders.append((low + high) / 2)
    return borders


def _holds_two(line: Texts, column: Interval, height: float) -> bool:
    """Whether a line has two texts in one column, which then are two columns; a word may be spaced."""
    own = [text for text in line if within(text, column)]
    return any(b.x0 - a.x1 > PART * height and max(len(a.said), len(b.said)) > _SPACED for a, b in pairwise(own))


def _header(printed: Sequence[Texts], first: int, height: float) -> int:
    """How many lines above a table's first row are its header."""
    found = 0
    for line in reversed(printed[max(first - _LEVELS, 0) : first]):
        said = "".join(text.said for text in line)
        if (
            min(text.top for text in printed[first - found]) - _bottom(line) > _APART * height
            or _is_prose(line)
            or unit_at_end(said)
            or (len(line) == 1 and (looks_like_title(said) or is_page_number(said)))
        ):
            break
        found += 1
    return found
