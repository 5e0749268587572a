"""What the pages hold and nobody sees, and what they show that is no text: named, so neither is lost in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.scan.which import MOST_OF, area, is_drawn, is_picture, lacking
from yusuan.schemas.sentences import pages as say
from yusuan.schemas.sentences import scans
from yusuan.schemas.sentences.said import Said, joined

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import PageLayout
    from yusuan.pipeline.read.page import Page


def not_as_text(pages: Sequence[Page], layouts: Sequence[PageLayout]) -> Iterator[Finding]:
    """What is hidden on each page, and what is shown in cells and could not be read."""
    for page, layout in zip(pages, layouts, strict=True):
        if page.garbled and not (page.scanned and page.upright):
            yield Finding("page.garbled", say.GARBLED.of(text=page.garbled) + lacking(), page=page.number)
        elif is_picture(page) or (page.scanned and page.inks and not page.upright):
            yield Finding("page.no_text", say.NOT_MADE_OUT.of() + lacking(), page=page.number)
        elif is_drawn(page) and not page.scanned:
            yield Finding("page.no_text", say.DRAWN.of() + lacking(), page=page.number)
        elif page.scanned:
            yield Finding("page.scanned", _recognised(page), page=page.number)
        if tables := [ink for ink in page.inks if ink.shows == "table"]:
            said = say.PICTURED.of(count=len(tables)) + lacking()
            yield Finding("page.table_pictured", said, page=page.number, box=tables[0][1:])
        if page.hidden:
            count = sum(number for _, number in page.hidden)
            how = joined(say.HIDDEN_HOW[why].of(count=number) for why, number in page.hidden)
            yield Finding("page.hidden", say.HIDDEN.of(count=count, how=how), page=page.number)
        guessed = [ink for ink in page.inks if ink.shows == "unrecognised" and ink not in layout.unread]
        if guessed:
            said = scans.NOT_RECOGNISED.of(count=len(guessed))
            yield Finding("page.not_recognised", said, page=page.number, box=guessed[0][1:])
        if layout.unread:
            first = layout.unread[0]
            kinds = Counter(ink.shows for ink in layout.unread)
            what = joined(say.SHOWN_AS[kind].of(count=number) for kind, number in kinds.items())
            yield Finding(
                "page.not_text",
                say.NOT_TEXT.of(count=len(layout.unread), what=what),
                page=page.number,
                box=first[1:],
            )
        pictures = [area(page, ink) for ink in page.inks if ink.shows == "picture"]
        if max(pictures, default=0) > MOST_OF * page.width * page.height and page.upright and not page.scanned:
            yield Finding("page.over_picture", say.OVER_PICTURE.of(count=page.upright), page=page.number)


def _recognised(page: Page) -> Said:
    """What there is to say of a page that a program read."""
    count = len(page.readings)
    if page.garbled:
        return scans.GARBLED.of(text=page.garbled, count=count)
    return scans.PICTURED.of(tables=page.pictured, count=count) if page.pictured else scans.SCANNED.of(count=count)
