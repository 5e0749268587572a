"""Tables between whose columns no lines are drawn: the lines that a person thinks of there are added to those drawn.

Columns are parted by the space that no letter of any row stands in, the words of the header included. A word of the
header that stands over others spans their columns. Lines between rows are taken as they are drawn; where there are
none, rows are parted later by their figures (`rows.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise, repeat
from typing import NamedTuple

from yusuan.pipeline.layout.captions import is_page_number, looks_like_title, unit_at_end
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.page import Character, Rule

_AMOUNT = re.compile(r"[-−–]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)%?")
_FIGURE = re.compile(r"[-−–—]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?%?")
_ENUMERATED = re.compile(r"(?:\d{3,7}|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_NOTE = re.compile(r"(?:备?注|说明)[:：]?|[:：；。]$")
_SENTENCE = re.compile(r"[。；]|，.{8}")
_PART = 0.9
"""A gap wider than this many letter heights parts two texts of one line."""
_SPACES = (0.5, 0.25, 0.1)
"""No letter of any row stands in a space between columns, which is so many letter heights wide: the first of these with
which there are as many columns as the header has."""
_NEXT = 0.1
"""Words of a header are parted by more than this many letter heights."""
_BLANK = 4
"""A header may have so many columns that are blank in all rows."""
_APART = 3.0
"""Lines with more than this many letter heights between them are not of one table."""
_CLEARLY = 1.6
"""Spaces between rows are so many times as wide as those between the lines of one name."""
_FULL = 1.5
"""A name with less room than this many letter heights may go on in the next line."""
_AMOUNTS = 3
"""A table without lines between its columns has as many amounts at least."""
_LEVELS = 6
"""A header has no more lines of text than this."""
_OFF = 0.2
"""A word that spans columns stands in their middle but for this part of their width,"""
_AWAY = 2.5
"""and for no more than this many letter heights."""
_SPACED = 2
"""Texts of no more signs than this may be parts of one word that is spaced."""
_CODES = frozenset("类款项")
"""Signs that head columns of their own."""
_WIDE = 25.0
"""Signs of one word are no further apart than this many letter heights."""
_LONG = 3.0
"""A line longer than this many letter heights is no part of a letter."""


class _Text(NamedTuple):
    """A text that stands by itself on a line."""

    said: str
    x0: float
    top: float
    x1: float
    bottom: float


_Texts = list[_Text]
_Interval = tuple[float, float]


class _Spanning(NamedTuple):
    """A word of the header over columns [first, last], and the line below it."""

    text: _Text
    top: float
    bottom: float
    first: int
    last: int


class _Parent(NamedTuple):
    """A word of the header with others below it: the columns that it stands over, and the words under it, or beside
    those, by their columns."""

    text: _Text
    over: list[int]
    parts: dict[int, _Text]


def between_columns(rules: Sequence[Rule], characters: Sequence[Character], height: float) -> list[Rule]:
    """The lines around and between the columns of the tables of a page on which none is drawn between columns.

    Empty where there are such lines, or no such table. `height` is that of the letters in points.
    """
    if any(rule.orientation == "vertical" and rule.end - rule.start > _LONG * height for rule in rules):
        return []
    across = [rule for rule in rules if rule.orientation == "horizontal" and rule.end - rule.start > _LONG * height]
    printed = [_texts(row, height) for row in _rows(characters, height)]
    found: list[Rule] = []
    for first, last in _bodies(printed, height):
        found += _lines(printed, first, last, across, height)
    return found


def _rows(characters: Sequence[Character], height: float) -> list[list[Character]]:
    """The letters of each line, from top to bottom."""
    rows: list[list[Character]] = []
    middle = 0.0
    for char in sorted(characters, key=lambda char: char.top + char.bottom):
        here = (char.top + char.bottom) / 2
        if not rows or here - middle > height / 2:
            rows.append([])
            middle = here
        rows[-1].append(char)
    return rows


def _texts(row: list[Character], height: float) -> _Texts:
    """The texts of one line, from left to right."""
    found: list[list[Character]] = []
    for char in sorted(row, key=lambda char: char.x0):
        if (
            not found
            or char.x0 - max(before.x1 for before in found[-1][-2:]) > _PART * height
            or (not char.text.isascii() and _AMOUNT.fullmatch(key("".join(c.text for c in found[-1]))))
        ):
            found.append([])
        found[-1].append(char)
    return [
        _Text(
            key("".join(char.text for char in part)),
            part[0].x0,
            min(char.top for char in part),
            max(char.x1 for char in part),
            max(char.bottom for char in part),
        )
        for part in found
    ]


def _bodies(printed: Sequence[_Texts], height: float) -> list[tuple[int, int]]:
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


def _body(printed: Sequence[_Texts], run: Sequence[int]) -> list[tuple[int, int]]:
    having = [number for number in run for text in printed[number] if _AMOUNT.fullmatch(text.said)]
    if len(having) < _AMOUNTS:
        return []
    first, last = having[0], run[-1]
    while first > run[0] and _ENUMERATED.match(printed[first - 1][0].said):
        first -= 1
    return [(first, last)]


def _is_prose(line: _Texts) -> bool:
    return any(_SENTENCE.search(text.said) for text in line) or _NOTE.match(line[0].said) is not None


def _bottom(line: _Texts) -> float:
    return max(text.bottom for text in line)


def _lines(printed: Sequence[_Texts], first: int, last: int, across: Sequence[Rule], height: float) -> list[Rule]:
    """The lines of the table whose rows are those from `first` to `last`; empty where its columns are not clear."""
    header = _header(printed, first, across, height)
    if not header:
        return []  # nothing tells of columns that are blank in all rows
    body = [text for line in printed[first : last + 1] for text in line]
    over = [text for line in header for text in _spaced(line, height)]
    inks = _columns(body, over, height)
    if inks is None or len(inks) < 2:
        return []
    spanning = _spanning(over, inks, height)
    inks = _widened(inks, over, spanning or [])
    if spanning is None or any(a[1] >= b[0] for a, b in pairwise(inks)) or any(_holds_two(line, ink) for line in printed[first : last + 1] for ink in inks):
        return []
    end = _bottom(printed[last]) + height / 4
    start = min(text.top for text in over or printed[first]) - height / 4
    parting = (max(map(_bottom, header)) + min(text.top for text in printed[first])) / 2 if header else start
    near = [rule for rule in across if start - height < rule.position < end + height]
    left = min([inks[0][0] - height / 4, *(rule.start for rule in near)])
    right = max([inks[-1][1] + height / 4, *(rule.end for rule in near)])
    borders = [left, *((a[1] + b[0]) / 2 for a, b in pairwise(inks)), right]
    found: list[Rule] = []
    for position in (start, parting, end):
        drawn = [rule for rule in near if abs(rule.position - position) < height]
        if not drawn:
            found.append(Rule("horizontal", position, left, right))
    start = min([start, *(rule.position for rule in near)])
    end = max([end, *(rule.position for rule in near)])
    for number, x in enumerate(borders):
        under = [word.bottom for word in spanning if word.first < number <= word.last]
        found.append(Rule("vertical", x, max(under, default=start), end))
    for word in spanning:
        found.append(Rule("horizontal", word.bottom, borders[word.first], borders[word.last + 1]))
    if sum(parting < rule.position < end - height for rule in near) < (last - first) / 2:
        between = _between_rows(printed[first : last + 1], inks, height)
        if between is None:
            return []
        found += [Rule("horizontal", y, left, right) for y in between]
    return found


def _widened(inks: Sequence[_Interval], header: Sequence[_Text], spanning: Sequence[_Spanning]) -> list[_Interval]:
    """How far the letters of each column reach, with all words of its head."""
    found = list(inks)
    for text in header:
        over = [number for number, ink in enumerate(inks) if _over(text, ink)]
        if len(over) == 1 and not any(word.text is text for word in spanning):
            ink = found[over[0]]
            found[over[0]] = (min(ink[0], text.x0), max(ink[1], text.x1))
    return found


def _holds_two(line: _Texts, ink: _Interval) -> bool:
    """Whether a line has two texts in one column, which then are two columns; a word may be spaced."""
    return sum(len(text.said) > _SPACED and _within(text, ink) for text in line) > 1


def _between_rows(printed: Sequence[_Texts], inks: Sequence[_Interval], height: float) -> list[float] | None:
    """The places between the rows of a table's body, from top to bottom; None where it is not clear what its rows are.

    A name that goes on in a second line stands nearer to itself than to the rows above and below, beside their figures.
    """
    found: list[list[_Text]] = []
    for line in printed:
        for text in sorted(line, key=lambda text: text.top):
            if found and text.top < max(other.bottom for other in found[-1]):
                found[-1].append(text)
            else:
                found.append([text])
    gaps = [min(t.top for t in b) - max(t.bottom for t in a) for a, b in pairwise(found)]
    for least in sorted({0.0, *gaps}):
        rows: list[list[_Text]] = [list(found[0])]
        for gap, texts in zip(gaps, found[1:], strict=True):
            if gap < least:
                rows[-1] += texts
            else:
                rows.append(list(texts))
        if any(_figures_twice(row, inks) for row in rows):
            return None
        merged, kept = [gap for gap in gaps if gap < least], [gap for gap in gaps if gap >= least]
        if merged and kept and min(kept) < _CLEARLY * max(*merged, height / 4):
            continue
        if all(_is_row(row) or not _goes_on(above, row, inks, height) for above, row in pairwise([[], *rows])):
            return [(max(t.bottom for t in a) + min(t.top for t in b)) / 2 for a, b in pairwise(rows)]
    return None


def _figures_twice(row: Sequence[_Text], inks: Sequence[_Interval]) -> bool:
    return any(sum(_AMOUNT.fullmatch(t.said) is not None and _within(t, ink) for t in row) > 1 for ink in inks)


def _is_row(row: Sequence[_Text]) -> bool:
    """Whether a row says what it is by itself: it has figures, or begins with a number."""
    return any(_FIGURE.fullmatch(text.said) for text in row) or any(_ENUMERATED.match(text.said) for text in row)


def _goes_on(above: Sequence[_Text], row: Sequence[_Text], inks: Sequence[_Interval], height: float) -> bool:
    """Whether a row without figures may be a part of the name above it, or of that below it: they fill their column."""
    ends = [ink[1] for text in row for ink in inks if _within(text, ink)]
    return any(text.x1 > end - _FULL * height for text in (*above, *row) for end in ends if text.x0 < end)


def _header(printed: Sequence[_Texts], first: int, across: Sequence[Rule], height: float) -> list[_Texts]:
    """The lines of the header above a table's first row, from top to bottom."""
    found: list[_Texts] = []
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


def _spaced(line: _Texts, height: float) -> _Texts:
    """The texts of a line of the header, single signs that are parts of one spaced word joined: 项　目."""
    found: _Texts = []
    for text in line:
        before = found[-1] if found else None
        if (
            before
            and len(before.said) == len(text.said) == 1
            and not _CODES.issuperset(before.said + text.said)
            and text.x0 - before.x1 < _WIDE * height
        ):
            found[-1] = _Text(
                before.said + text.said,
                before.x0,
                min(before.top, text.top),
                text.x1,
                max(before.bottom, text.bottom),
            )
        else:
            found.append(text)
    return found


def _columns(body: Sequence[_Text], header: Sequence[_Text], height: float) -> list[_Interval] | None:
    """How far the letters of each column reach, from left to right; None where header and rows do not go together."""
    lowest = [text for text in header if not any(_above(text, other) for other in header)]
    between = [text for text in lowest if _between(text, lowest)]
    first = min((text.top for text in between), default=0.0) + height / 2
    for over in ([text for text in between if text.top < first], between, []):
        own = [text for text in lowest if text not in over]
        heads = _merged([(text.x0, text.x1) for text in own], _NEXT * height)
        for space in _SPACES:
            filled = _merged([(text.x0, text.x1) for text in body], space * height)
            columns = _matched(heads, _under_one(filled, heads), height)
            if columns and not any(_side_by_side(own, ink) for ink in columns):
                return columns
    return None


def _under_one(filled: Sequence[_Interval], heads: Sequence[_Interval]) -> list[_Interval]:
    """What rows fill, that which stands under the same head made one: names at the left end, 合计 in the middle."""
    found: list[_Interval] = []
    for ink in filled:
        head = next((head for head in heads if ink[0] < head[1] and head[0] < ink[1]), None)
        if found and head and found[-1][1] > head[0]:
            found[-1] = (found[-1][0], ink[1])
        else:
            found.append(ink)
    return found


def _between(text: _Text, lowest: Sequence[_Text]) -> bool:
    """Whether a word stands over the space between two others, so that it may span their columns."""
    under = [other for other in lowest if other.top >= text.bottom - (text.bottom - text.top) / 4]
    return any(other.x1 <= text.x0 for other in under) and any(other.x0 >= text.x1 for other in under)


def _side_by_side(texts: Sequence[_Text], ink: _Interval) -> bool:
    """Whether two words of a header stand in one column: the rows of two columns run into each other."""
    own = [text for text in texts if _within(text, ink)]
    return any(a.x1 < b.x0 for a in own for b in own)


def _matched(heads: Sequence[_Interval], filled: Sequence[_Interval], height: float) -> list[_Interval] | None:
    """Columns, each of a head and what stands below it, or of a head alone, in their order; None where that is not clear.

    A head may stand in the middle of its column and the figures at its right end, with space between them.
    """
    blank = len(heads) - len(filled)
    if blank < 0 or blank > _BLANK:
        return None
    ways: list[tuple[float, list[_Interval]]] = []
    for without in combinations(range(len(heads)), blank):
        rest = iter(filled)
        pairs = [(head, head if number in without else next(rest)) for number, head in enumerate(heads)]
        columns = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs]
        if all(a[1] < b[0] for a, b in pairwise(columns)):
            ways.append((sum(max(a[0] - b[1], b[0] - a[1], 0) for a, b in pairs), columns))
    ways.sort()
    if not ways or (len(ways) > 1 and ways[1][0] < ways[0][0] + height):
        return None
    return ways[0][1]


def _above(text: _Text, other: _Text) -> bool:
    """Whether a text stands over another, at least in part."""
    return text.bottom <= (other.top + other.bottom) / 2 and text.x0 < other.x1 and other.x0 < text.x1


def _merged(intervals: Sequence[_Interval], space: float) -> list[_Interval]:
    """What is covered by intervals, with spaces narrower than `space` closed, from left to right."""
    found: list[_Interval] = []
    for x0, x1 in sorted(intervals):
        if found and x0 - found[-1][1] < space:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def _spanning(header: Sequence[_Text], inks: Sequence[_Interval], height: float) -> list[_Spanning] | None:
    """The words of a header that stand over several columns; None where it is not clear over which.

    `inks` are the columns: how far their letters reach.
    """
    levels: list[list[_Parent]] = []
    for text in sorted(header, key=lambda text: text.top):
        over = [number for number, ink in enumerate(inks) if _over(text, ink)] or _beside(text, inks)
        parts = _under(text, over, header, inks, height)
        if not parts:
            if len(over) > 1:
                return None
            continue
        if not levels or text.top - levels[-1][0].text.top > height / 2:
            levels.append([])
        levels[-1].append(_Parent(text, over, parts))
    found: list[_Spanning] = []
    for level in levels:
        level.sort(key=lambda parent: parent.text.x0)
        spans = _shared(level, inks, height) or _each(level, inks, height)
        if spans is None:
            return None
        for (text, _, parts), (a, b) in zip(level, spans, strict=True):
            if a < b:
                below = min(part.top for number, part in parts.items() if a <= number <= b)
                found.append(_Spanning(text, text.top, (text.bottom + below) / 2, a, b))
    return found if _all_spanned(found, header, inks, height) else None


def _shared(level: Sequence[_Parent], inks: Sequence[_Interval], height: float) -> list[tuple[int, int]] | None:
    """All columns with words under those of a level, shared out among these, so that each stands in the middle of its
    own; None where that cannot be.
    """
    columns = sorted({number for parent in level for number in parent.parts})
    ways: list[tuple[float, list[tuple[int, int]]]] = []
    for cuts in combinations(range(1, len(columns)), len(level) - 1):
        spans = [(columns[a], columns[b - 1]) for a, b in pairwise((0, *cuts, len(columns)))]
        if sum(b - a + 1 for a, b in spans) == len(columns) and all(map(_stands, level, spans, repeat(inks), repeat(height))):
            ways.append((sum(_off(parent.text, inks, span) for parent, span in zip(level, spans, strict=True)), spans))
    return min(ways)[1] if ways else None


def _each(level: Sequence[_Parent], inks: Sequence[_Interval], height: float) -> list[tuple[int, int]] | None:
    """For each word of a level the columns in whose middle it stands, as many as there are: over three it stands just
    over the second. None where that cannot be.
    """
    found: list[tuple[int, int]] = []
    for parent in level:
        first, last = min([*parent.parts, *parent.over]), max([*parent.parts, *parent.over])
        spans = [
            (a, b)
            for a in range(first, last + 1)
            for b in range(a, last + 1)
            if all(number in parent.parts for number in range(a, b + 1))
            and _stands(parent, (a, b), inks, height)
        ]
        if not spans:
            return None
        least = min(_off(parent.text, inks, span) for span in spans)
        near = [span for span in spans if _off(parent.text, inks, span) <= least + height / 2]
        found.append(max(near, key=lambda span: span[1] - span[0]))
    return found


def _stands(parent: _Parent, span: tuple[int, int], inks: Sequence[_Interval], height: float) -> bool:
    """Whether a word stands over the middle of columns, and over no other."""
    a, b = span
    wide = inks[b][1] - inks[a][0]
    most = max(min(_OFF * wide, _AWAY * height), height / 2)
    return all(a <= number <= b for number in parent.over) and _off(parent.text, inks, span) <= most


def _off(text: _Text, inks: Sequence[_Interval], span: tuple[int, int]) -> float:
    return abs(inks[span[0]][0] + inks[span[1]][1] - text.x0 - text.x1) / 2


def _beside(text: _Text, inks: Sequence[_Interval]) -> list[int]:
    """The columns to both sides of a word that stands over the space between them."""
    after = sum(ink[1] <= text.x0 for ink in inks)
    return [after - 1, after] if 0 < after < len(inks) else []


def _all_spanned(
    spanning: Sequence[_Spanning], header: Sequence[_Text], inks: Sequence[_Interval], height: float
) -> bool:
    """Whether no two words of one height span a column, and each word lower than one that spans has one above it."""
    for word in spanning:
        level = [other for other in spanning if abs(other.top - word.top) < height / 2]
        if any(other is not word and other.first <= word.last and word.first <= other.last for other in level):
            return False
        tops = [t.top for t in header for n in range(word.first, word.last + 1) if t.top > word.bottom and _over(t, inks[n])]
        for number, ink in enumerate(inks):
            if any(other.first <= number <= other.last for other in level):
                continue
            own = [text for text in header if _over(text, ink)]
            if own and all(text.top > word.bottom for text in own) and any(abs(own[0].top - top) < height / 4 for top in tops):
                return False
    return True


def _under(
    text: _Text, over: Sequence[int], header: Sequence[_Text], inks: Sequence[_Interval], height: float
) -> dict[int, _Text]:
    """The words on the next line under a word, by their columns, of those that have no other word beside it."""
    lower = {
        number: other
        for other in sorted(header, key=lambda other: -other.top)
        if other.top >= text.bottom - height / 4
        for number, ink in enumerate(inks)
        if _over(other, ink)
    }
    near = [lower[number].top for number in over if number in lower]
    if not near:
        return {}
    beside = {
        number
        for other in header
        if other is not text and other.top < text.bottom - height / 4 and text.top < other.bottom
        for number, ink in enumerate(inks)
        if _over(other, ink)
    }
    return {
        number: other for number, other in lower.items() if other.top < min(near) + height and number not in beside
    }


def _within(text: _Text, ink: _Interval) -> bool:
    return ink[0] <= (text.x0 + text.x1) / 2 <= ink[1]


def _over(text: _Text, ink: _Interval) -> bool:
    return text.x0 < ink[1] and ink[0] < text.x1
