"""Lines of text outside the tables → paragraphs of whole sentences, each with the page it begins on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yusuan.pipeline.layout.captions import is_page_number
from yusuan.pipeline.layout.cells import PageLayout
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.read.characters import name
from yusuan.schemas.vocabulary.enumerators import NUMERALS, PARAGRAPH

_SHORT = 0.75
"""A line that ends before this part of the text's width may be the last of its paragraph."""
_INDENT = 1.2
"""A line that begins this many glyph heights right of the text's left edge begins a paragraph."""
_LARGER = 1.1
"""Letters larger by this are those of a heading."""
_LONGEST_HEADING = 40

_MARGIN = 0.08
"""The part of a page, at its head and at its foot, in which a line that other pages have too is no prose."""
_PAGES = 3
"""Pages that have a line in their margins which is a running head."""

_CHART = re.compile(rf"^图[{NUMERALS}\d]+[：:、.]")
"""The legend of a chart, which may stand between two lines of a sentence."""
_STARTS = re.compile(f"^{PARAGRAPH}")
_SENTENCE = re.compile(r"[^。]*。+|[^。]+$")
_ENDED = re.compile(r"[。；：！”]$")
_COMMA = re.compile(r"[，,。；]")
_FIGURES = re.compile(r"\d(?:[万亿]?元|%)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed, without spaces and line breaks, and the page it begins on."""

    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences between two breaks, and the heading above them (empty if none)."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass
class _Open:
    """A paragraph that is being put together: its text and where each line begins in it."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    last: Line | None = None

    def add(self, text: str, page: int, line: Line) -> None:
        self.last = line
        self.starts.append(len(self.text))
        self.pages.append(page)
        self.text += text

    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(found.group(), self.pages[bisect_right(self.starts, found.start()) - 1])
            for found in _SENTENCE.finditer(self.text)
        )


def paragraphs(layouts: Iterable[PageLayout]) -> Iterator[Paragraph]:
    """The paragraphs of a document in reading order. A paragraph may run over pages, not over a table."""
    heading = ""
    for text in _joined(layouts):
        whole = text.text
        if len(whole) <= _LONGEST_HEADING and "。" not in whole and not _FIGURES.search(whole):
            heading = whole
        else:
            yield Paragraph(heading, text.sentences())


def _joined(layouts: Iterable[PageLayout]) -> Iterator[_Open]:
    current: _Open | None = None
    ended = False
    layouts = list(layouts)
    heads = _running_heads(layouts)
    for layout in layouts:
        kept = [line for line in layout.lines if _is_prose(line, layout, heads)]
        if not kept:
            continue
        left, right = min(line.x0 for line in kept), max(line.x1 for line in kept)
        ended = ended or bool(layout.grids)
        for line in kept:
            text = name(line.text)
            if current is not None and not (ended or _STARTS.match(text) or _begins(line, left, right, current)):
                current.add(text, layout.number, line)
            else:
                if current is not None:
                    yield current
                current = _Open()
                current.add(text, layout.number, line)
            # A line may also be short because a long number did not fit: it then ends in the middle of a phrase.
            short = line.x1 < left + _SHORT * (right - left)
            ended = short and bool(_ENDED.search(text) or not _COMMA.search(current.text))
        ended = ended or bool(layout.grids)
    if current is not None:
        yield current


def _is_prose(line: Line, layout: PageLayout, heads: frozenset[str]) -> bool:
    """Whether a line is no page number, no running head and no legend of a chart."""
    text = name(line.text)
    return not (is_page_number(line.text) or (text in heads and _in_margin(line, layout)) or _CHART.match(text))


def _running_heads(layouts: Sequence[PageLayout]) -> frozenset[str]:
    """The lines that stand in the margins of several pages alike."""
    pages = Counter(
        text for layout in layouts for text in {name(x.text) for x in layout.lines if _in_margin(x, layout)}
    )
    return frozenset(text for text, count in pages.items() if count >= _PAGES)


def _in_margin(line: Line, layout: PageLayout) -> bool:
    return line.bottom < layout.height * _MARGIN or line.top > layout.height * (1 - _MARGIN)


def _begins(line: Line, left: float, right: float, before: _Open) -> bool:
    """Whether a line begins a paragraph: indented after a sentence that is over, or behind a heading."""
    assert before.last is not None
    height, above = line.size, before.last.size
    indented = line.x0 > left + _INDENT * height
    if _ENDED.search(before.text):
        return indented
    heading = len(before.starts) == 1 and not _COMMA.search(before.text)
    return heading and (above > _LARGER * height or (indented and before.last.x1 < right - _INDENT * above))
