"""What the pages hold and nobody sees, and what they show that is no text: named, so neither is lost in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.findings import Finding
from pipeline.layout.cells import PageLayout
from pipeline.read.page import Page

_HIDDEN = {
    "invisible": "in the mode that paints nothing",
    "transparent": "of no opacity",
    "layer": "in a layer that is switched off",
    "clipped": "clipped away",
    "covered": "painted over",
    "ground": "in the colour of their ground",
}
_SHOWN = {
    "picture": "a picture",
    "outlines": "drawn shapes",
    "field": "a form field or note whose text is not drawn",
    "overlap": "figures printed over figures",
    "cut": "a number of which a part is clipped away",
}
_WHOLE = 0.5
"""A picture of more than this part of the page is a picture of the page."""


def not_as_text(pages: Sequence[Page], layouts: Sequence[PageLayout]) -> Iterator[Finding]:
    """What is hidden on each page, and what is shown in cells and could not be read."""
    for page, layout in zip(pages, layouts, strict=True):
        if page.hidden:
            count = sum(number for _, number in page.hidden)
            how = ", ".join(f"{number} {_HIDDEN[why]}" for why, number in page.hidden)
            message = f"found {count} glyphs that nobody sees: {how}; they are left out"
            yield Finding("page.hidden", message, page=page.number)
        if layout.unread:
            first = layout.unread[0]
            kinds = Counter(ink.shows for ink in layout.unread)
            what = ", ".join(f"{number} with {_SHOWN[kind]}" for kind, number in kinds.items())
            yield Finding(
                "page.not_text",
                f"found {len(layout.unread)} cells that show what could not be read as text: {what}; expected text. "
                "In their place stands 〓",
                page=page.number,
                box=first[1:],
            )
        whole = [ink for ink in page.inks if ink.shows == "picture" and _is_page(page, *ink[1:])]
        if whole and page.characters:
            message = f"found {len(page.characters)} glyphs over a picture of the whole page; expected a page of text"
            yield Finding("page.over_picture", message, page=page.number)


def _is_page(page: Page, x0: float, top: float, x1: float, bottom: float) -> bool:
    wide = min(x1, page.width) - max(x0, 0)
    high = min(bottom, page.height) - max(top, 0)
    return wide > 0 and high > 0 and wide * high > _WHOLE * page.width * page.height
