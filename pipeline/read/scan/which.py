"""Pages that are pictures, read by a program where the extra `scans` is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from yusuan.pipeline.read.page import Ink, Page

if TYPE_CHECKING:
    import pypdfium2

EXTRA = "scans"
"""The extra of this distribution that brings what pages of pictures are read with."""
_NEEDED = ("cv2", "onnxruntime", "rapidocr")
_MOST_OF = 0.5
"""Pictures that cover more than this part of a page are a picture of the page."""
_FEW = 6
"""So few characters say nothing; scanning programs print a page's number over its picture."""


@cache
def can_read() -> bool:
    """Whether pages that are pictures can be read here."""
    return all(find_spec(name) for name in _NEEDED)


def is_picture(page: Page) -> bool:
    """Whether all that a page shows is a picture, in one or several pieces: there is no text that a person sees.

    Where text that nobody sees lies over it, that is what some other program took the picture for.
    """
    if page.turned >= _FEW or page.upright >= _FEW:
        return False
    return sum(_area(page, ink) for ink in page.inks if ink.shows == "picture") > _MOST_OF * page.width * page.height


def _area(page: Page, ink: Ink) -> float:
    wide = min(ink.x1, page.width) - max(ink.x0, 0)
    high = min(ink.bottom, page.height) - max(ink.top, 0)
    return max(wide, 0) * max(high, 0)


def with_pictures_read(data: bytes, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages of a PDF, those that are pictures as they are recognised, where something can do that here."""
    opened: list[pypdfium2.PdfDocument] = []
    try:
        for page in pages:
            if not (is_picture(page) and can_read()):
                yield page
                continue
            if not opened:
                opened.append(_open(data))
            yield _recognised(opened[0], page)
    finally:
        for document in opened:
            document.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2

    return pypdfium2.PdfDocument(data)


def _recognised(document: pypdfium2.PdfDocument, page: Page) -> Page:
    # What recognises takes time and memory, and most documents need none of it.
    from yusuan.pipeline.read.scan.page import scanned_page
    from yusuan.pipeline.read.scan.picture import picture

    shown = document[page.number - 1]
    try:
        grey, scale = picture(shown)
    finally:
        shown.close()
    return replace(scanned_page(page.number, grey, scale), hidden=page.hidden)
