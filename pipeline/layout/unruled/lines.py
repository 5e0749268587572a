"""Tables between whose columns no lines are drawn: the lines that a person thinks of there are added to those drawn.

Columns are parted by the space that no letter of any row stands in, the words of the header included. A word of the
header that stands over others spans their columns. Lines between rows are taken as they are drawn; where there are
none, they are added too (`rows.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from yusuan.pipeline.layout.captions import is_page_number, looks_like_title, unit_at_end
from yusuan.pipeline.layout.unruled.columns import columns_of
from yusuan.pipeline.layout.unruled.rows import ENUMERATED, between_rows
from yusuan.pipeline.layout.unruled.spanning import Spanning, spanning_words
from yusuan.pipeline.layout.unruled.texts import (
    AMOUNT,
    Interval,
    Text,
    Texts,
    lines_of_letters,
    stands_over,
    texts_of,
    with_spaced_words,
    within,
)
from yusuan.pipeline.read.letters import Letters, Signs
from yusuan.pipeline.read.page import Character, Rule

_NOTE = re.compile(r"(?:备?注|说明)[:：]?|[:：；。]$")
_SENTENCE = re.compile(r"[。；]|，.{8}")
_APART = 3.0
"""Lines with more than this many letter heights between them are not of one table."""
_AMOUNTS = 3
"""A table without lines between its columns has as many amounts at least."""
_POINTS = Signs(".,．，")
"""An amount has one of these signs."""
_LEVELS = 6
"""A header has no more lines of text than this."""
_SPACED = 2
"""Texts of no more signs than this may be parts of one word that is spaced."""
_LONG = 3.0
"""A line longer than this many letter heights is no part of a letter."""


def between_columns(rules: Sequence[Rule], characters: Sequence[Character], height: float) -> list[Rule]:
    """The lines around and between the columns of the tables of a page on which none is drawn between columns.

    Empty where there are such lines, or no such table. `height` is that of the letters in points.
    """
    if any(rule.orientation == "vertical" and rule.end - rule.start > _LONG * height for rule in rules):
        return []
    if np.count_nonzero(_POINTS.among(Letters.of(characters).codes)) < _AMOUNTS:
        return []
    across = [rule for rule in rules if rule.orientation == "horizontal" and rule.end - rule.start > _LONG * height]
    printed = [texts_of(row, height) for row in lines_of_letters(characters, height)]
    found: list[Rule] = []
    for first, last in _bodies(printed, height):
        found += _lines(printed, first, last, across, height)
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


def _lines(printed: Sequence[Texts], first: int, last: int, across: Sequence[Rule], height: float) -> list[Rule]:
    """The lines of the table whose rows are those from `first` to `last`; empty where its columns are not clear."""
    header = _header(printed, first, across, height)
    if not header:
        return []  # nothing tells of columns that are blank in all rows
    body = [text for line in printed[first : last + 1] for text in line]
    over = [text for line in header for text in with_spaced_words(line, height)]
    inks = columns_of(body, over, height)
    if inks is None or len(inks) < 2:
        return []
    spanning = spanning_words(over, inks, height)
    inks = _widened(inks, over, spanning or [])
    if (
        spanning is None
        or any(a[1] >= b[0] for a, b in pairwise(inks))
        or any(_holds_two(line, ink) for line in printed[first : last + 1] for ink in inks)
    ):
        return []
    end = _bottom(printed[last]) + height / 4
    start = min(text.top for text in over) - height / 4
    parting = (max(map(_bottom, header)) + min(text.top for text in printed[first])) / 2
    near = [rule for rule in across if start - height < rule.position < end + height]
    left = min([inks[0][0] - height / 4, *(rule.start for rule in near)])
    right = max([inks[-1][1] + height / 4, *(rule.end for rule in near)])
    if any(text.x0 < left or text.x1 > right for text in over):
        return []  # a word of the header that stands beyond all columns belongs to one that was not found
    borders = [left, *(_border(a[1], b[0], near) for a, b in pairwise(inks)), right]
    found: list[Rule] = []
    for position in (start, parting, end):
        if not any(abs(rule.position - position) < height for rule in near):
            found.append(Rule("horizontal", position, left, right))
    start = min([start, *(rule.position for rule in near)])
    end = max([end, *(rule.position for rule in near)])
    below = [_drawn_below(word, near, height) for word in spanning]
    for number, x in enumerate(borders):
        under = [y for word, (y, _) in zip(spanning, below, strict=True) if word.first < number <= word.last]
        found.append(Rule("vertical", x, max(under, default=start), end))
    for word, (y, drawn) in zip(spanning, below, strict=True):
        if not drawn:
            found.append(Rule("horizontal", y, borders[word.first], borders[word.last + 1]))
    if sum(parting < rule.position < end - height for rule in near) < (last - first) / 2:
        between = between_rows(printed[first : last + 1], inks, height)
        if between is None:
            return []
        found += [Rule("horizontal", y, left, right) for y in between]
    return found


def _drawn_below(word: Spanning, near: Sequence[Rule], height: float) -> tuple[float, bool]:
    """Where the line below a word is that spans columns, and whether it is drawn."""
    middle = (word.text.x0 + word.text.x1) / 2
    drawn = [
        rule.position for rule in near if abs(rule.position - word.bottom) < height and rule.start < middle < rule.end
    ]
    return (min(drawn, key=lambda y: abs(y - word.bottom)), True) if drawn else (word.bottom, False)


def _border(left: float, right: float, near: Sequence[Rule]) -> float:
    """Where two columns part that leave this space between them: where a line ends in it, else in its middle."""
    ends = [end for rule in near for end in (rule.start, rule.end) if left <= end <= right]
    return ends[0] if ends else (left + right) / 2


def _widened(inks: Sequence[Interval], header: Sequence[Text], spanning: Sequence[Spanning]) -> list[Interval]:
    """How far the letters of each column reach, with all words of its head and of those that it shares with others."""
    found = list(inks)
    for text in header:
        over = [number for number, ink in enumerate(inks) if stands_over(text, ink)]
        if len(over) == 1 and not any(word.text is text for word in spanning):
            ink = found[over[0]]
            found[over[0]] = (min(ink[0], text.x0), max(ink[1], text.x1))
    for word in spanning:
        # It may be wider than what stands below it.
        found[word.first] = (min(found[word.first][0], word.text.x0), found[word.first][1])
        found[word.last] = (found[word.last][0], max(found[word.last][1], word.text.x1))
    return found


def _holds_two(line: Texts, ink: Interval) -> bool:
    """Whether a line has two texts in one column, which then are two columns; a word may be spaced."""
    return sum(len(text.said) > _SPACED and within(text, ink) for text in line) > 1


def _header(printed: Sequence[Texts], first: int, across: Sequence[Rule], height: float) -> list[Texts]:
    """The lines of the header above a table's first row, from top to bottom."""
    found: list[Texts] = []
    for line in reversed(printed[max(first - _LEVELS, 0) : first]):
        below = found[0] if found else printed[first]
        said = "".join(text.said for text in line)
        if (
            min(text.top for text in below) - _bottom(line) > _APART * height
            or _is_prose(line)
            or unit_at_end(said)
            or (len(line) == 1 and (looks_like_title(said) or is_page_number(said)))
        ):
            break
        found.insert(0, line)
    return found
