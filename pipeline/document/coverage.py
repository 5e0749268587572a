"""Pages among the tables on which something stands that no table holds: figures there would be lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Box, Finding
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.scan.which import is_picture
from yusuan.schemas.sentences import pages as say
from yusuan.schemas.sentences.said import Said, in_quotes, joined

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import PageLayout
    from yusuan.pipeline.layout.text import Line
    from yusuan.pipeline.read.scan.which import is_picture
from yusuan.pipeline.read.page import Page

_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2})")
_BESIDE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)")
_READ_FIGURE = re.compile(r"-?\d+(?:[.,:;]\d+)+")
"""A figure that was read from a picture, some of whose points and commas may be misread, whatever its decimals."""
_TABLE = 5
"""So many lines with figures that stand alone, or figures of a scan, are a table, also where none was found at all."""
_MANY = 20
"""Turned glyphs beyond a note in the margin."""


def strays(pages: Sequence[Page], layouts: Sequence[PageLayout], used: Sequence[int]) -> Iterator[Finding]:
    """What stands outside all tables from the first page in `used` to the page after the last; elsewhere, whole tables.

    Figures that stand alone on a line are those of a table whose lines are not drawn; prose never has them.
    """
    for page, layout in zip(pages, layouts, strict=True):
        if not (page.width and page.height):
            yield Finding("page.no_area", say.NO_AREA.of(), page=page.number)
            if used and min(used) < page.number <= max(used) + 1:
                yield Finding("page.no_text", say.NO_AREA.of(), page=page.number)
            continue
        if page.outside:
            yield Finding("page.outside", say.BEYOND.of(count=page.outside), page=page.number)
        if page.across:
            yield Finding("page.text_across", say.ACROSS.of(count=page.across), page=page.number)
        if page.turned > page.upright and layout.grids:
            yield Finding("page.turned_text", _turned(page), page=page.number)
        if not used or not min(used) <= page.number <= max(used) + 1:
            if lines := _left_out(layout, page.scanned):
                yield _outside(page, lines)
            continue
        if page.turned >= _MANY and not layout.grids:
            yield Finding("page.turned_text", _turned(page), page=page.number)
        if page.images and not page.upright and not page.turned and not (page.scanned or is_picture(page)):
            yield Finding("page.no_text", say.ONLY_PICTURES.of(), page=page.number)
        lines = [line for line in layout.lines if _alone(line, page.scanned)]
        if lines:
            yield _outside(page, lines)


def _left_out(layout: PageLayout, scanned: bool) -> list[Line]:
    """The lines of figures on a page far from the tables that are read: beside or between ruled areas, or so many that
    they are a table.
    """
    lines = [line for line in layout.lines if _alone(line, scanned)]
    beside = [line for line in lines if any(_within(line, grid.box) for grid in layout.grids)]
    # A table whose lines were lost in a scan may have one row.
    many = sum(figures_of(part, scanned) for line in lines for part in line.parts) if scanned else len(lines)
    return lines if many >= _TABLE else beside


def _within(line: Line, box: Box) -> bool:
    """Whether a line stands at the height of a ruled area, or right above or below it."""
    near = line.bottom - line.top
    return box[1] - near <= (line.top + line.bottom) / 2 <= box[3] + near


def figures_in(findings: Iterable[Finding], layouts: Sequence[PageLayout], scanned: Collection[int]) -> int:
    """How many figures stand outside all tables on the pages that findings name for it; `scanned` are pages read from
    pictures.
    """
    pages = {finding.page for finding in findings if finding.rule == "page.figures_outside"}
    return sum(
        figures_of(part, layout.number in scanned)
        for layout in layouts
        if layout.number in pages
        for line in layout.lines
        for part in line.parts
    )


def _outside(page: Page, lines: Sequence[Line]) -> Finding:
    shown = joined(in_quotes(line.text) for line in lines[:3])
    first = lines[0]
    return Finding(
        "page.figures_outside",
        say.FIGURES_OUTSIDE.of(count=len(lines), lines=shown),
        page=page.number,
        box=(first.x0, first.top, first.x1, first.bottom),
    )


def _alone(line: Line, scanned: bool) -> bool:
    """Whether a line has figures that are no part of a sentence."""
    return any(figures_of(part, scanned) for part in line.parts)


def figures_of(part: str, scanned: bool) -> int:
    """How many figures a part of a line has that belong to no sentence: it is one, or is nothing but figures side by
    side; where lines of a table may have been lost in a scan, some of it are.
    """
    if not scanned:
        words = [key(word) for word in part.split()]
        if len(words) > 1 and all(map(_BESIDE.fullmatch, words)):
            return len(words)
        return int(bool(_FIGURE.fullmatch(key(part))))
    figures = [bool(_READ_FIGURE.fullmatch(key(word))) for word in part.split()]
    beside = zip([False, *figures], figures, [*figures[1:], False], strict=False)
    return sum(own and (before or after) for before, own, after in beside) or int(
        bool(_READ_FIGURE.fullmatch(key(part)))
    )


def _turned(page: Page) -> Said:
    return say.TURNED.of(turned=page.turned, upright=page.upright)
