"""Pages that are pictures, whose letters are drawn, or whose text is no text, read by a program.

That is where the extra `scans` is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.garbled import garbled
from yusuan.pipeline.read.page import Character, Ink, Page
from yusuan.pipeline.read.scan.among import can_be_read, pictures_of, ruled, with_tables_read, with_tables_unread
from yusuan.pipeline.read.tick_boxes import BOXED
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.said import NOTHING, Said

if TYPE_CHECKING:
    import pypdfium2

EXTRA = "scans"
"""The extra of this distribution that brings what pages of pictures are read with."""
_NEEDED = ("cv2", "onnxruntime", "rapidocr")
_MODEL = "PP-OCRv6_rec_small.onnx"
"""What recognises text, of the files that rapidocr brings."""
MOST_OF = 0.5
"""Pictures that cover more than this part of a page are a picture of the page."""
_SMALLEST = 20.0
"""No page that is lower or narrower, in points, says anything."""
_NEARLY_ALL = 0.9
_FEW, _FOOTER = 6, 24
"""Fewer characters than the first say nothing, and over a picture of nearly all of the page than the second: scanning
programs print a page's number or their name over it."""
_MANY_SHAPES, _SHAPES = 40, 3
"""So many shapes as small as letters, and so many for each character, are its letters: a drawn letter has five or so.
Of 4,668 pages with text none has more than one and a quarter for each.
"""
_THIN, _SMALL = 1.2, 2.5
"""Shapes narrower than the first, in points, and dots smaller than the second, draw lines."""
_SPREAD = 0.2
"""Shapes beside text, on less than this part of a page, are an emblem."""


def lacking() -> Said:
    """What pages that are pictures cannot be read here for want of, and how to get it; nothing where they can."""
    if not all(find_spec(name) for name in _NEEDED):
        return say.SCANS_NOT_READ.of(extra=EXTRA)
    if not model().is_file():
        return say.NO_MODEL.of(file=_MODEL, extra=EXTRA)
    return NOTHING


def model() -> Path:
    """The file of the model that recognises text, where rapidocr has it."""
    spec = find_spec("rapidocr")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "models" / _MODEL


def is_picture(page: Page) -> bool:
    """Whether all that a page shows is a picture, in one or several pieces: there is no text that a person sees.

    Where text that nobody sees lies over it, that is what some other program took the picture for.
    """
    if min(page.width, page.height) < _SMALLEST:
        return False
    covered = sum(area(page, ink) for ink in page.inks if ink.shows == "picture") / (page.width * page.height)
    few = _FOOTER if covered > _NEARLY_ALL else _FEW
    return covered > MOST_OF and page.turned < few and page.upright < few


def is_drawn(page: Page) -> bool:
    """Whether the letters of a page are drawn as shapes, as where a program turned its text into outlines."""
    shapes = [ink[1:] for ink in page.inks if ink.shows == "outlines" and _may_be_letter(ink)]
    if len(shapes) < _MANY_SHAPES:
        return False
    written = page.gone + sum(1 for _ in _written(page))
    x0, top, x1, bottom = zip(*shapes, strict=True)
    around = Ink("outlines", min(x0), min(top), max(x1), max(bottom))
    if written >= _FEW and area(page, around) < _SPREAD * page.width * page.height:
        return False
    return len(shapes) > _SHAPES * written


def is_seen(page: Page) -> bool:
    """Whether what a page says is told by what is seen of it alone."""
    return bool(page.garbled) or is_drawn(page) or is_picture(page)


def _may_be_letter(ink: Ink) -> bool:
    """Whether a shape is no dot or stroke of a line."""
    sides = ink.x1 - ink.x0, ink.bottom - ink.top
    return min(sides) >= _THIN and max(sides) >= _SMALL


def _written(page: Page) -> Iterator[Character]:
    """The characters that are no tick boxes: squares within drawn letters are taken for these."""
    return (character for character in page.characters if character.text not in BOXED)


def area(page: Page, ink: Ink) -> float:
    """How much of a page, in square points, ink covers."""
    wide = min(ink.x1, page.width) - max(ink.x0, 0)
    high = min(ink.bottom, page.height) - max(ink.top, 0)
    return max(wide, 0) * max(high, 0)


def with_pictures_read(data: bytes, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages of a PDF, those that are pictures as they are recognised, where something can do that here.

    So are those whose letters are drawn, and whose text is no text; where nothing can, these have none.
    """
    opened: list[pypdfium2.PdfDocument] = []
    try:
        for page in map(_without_nonsense, pages):
            whole = is_seen(page)
            parts = [] if whole else pictures_of(page)
            if not parts and (not whole or lacking()):
                yield page
                continue
            if not opened:
                opened.append(_open(data))
            try:
                yield _recognised(opened[0], page) if whole else _with_tables(opened[0], page, parts)
            except MemoryError:
                raise
            except Exception:  # a picture that breaks what recognises is one that could not be read; the page is named
                yield page
    finally:
        for document in opened:
            document.close()


def _without_nonsense(page: Page) -> Page:
    """A page without its text where that is no text, and without the squares within letters that are drawn."""
    if nonsense := garbled(page):
        return replace(page, characters=(), garbled=nonsense)
    return replace(page, characters=tuple(_written(page))) if is_drawn(page) else page


def _open(data: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2

    return pypdfium2.PdfDocument(data)


def _with_tables(document: pypdfium2.PdfDocument, page: Page, pictures: Sequence[Box]) -> Page:
    """A page of text with what is read of those pictures on it that show a table."""
    shown = document[page.number - 1]
    try:
        tables = ruled(shown, page, pictures)
        readable = [box for box in tables if can_be_read(page, box)]
        page = with_tables_unread(page, (box for box in tables if box not in readable))
        if not readable or lacking():
            return with_tables_unread(page, readable)
        try:
            return with_tables_read(page, shown, readable)
        except MemoryError:
            raise
        except Exception:  # as for whole pages
            return with_tables_unread(page, readable)
    finally:
        shown.close()


def _recognised(document: pypdfium2.PdfDocument, page: Page) -> Page:
    # What recognises takes time and memory, and most documents need none of it.
    from yusuan.pipeline.read.scan.page import scanned_page
    from yusuan.pipeline.read.scan.picture import picture

    shown = document[page.number - 1]
    try:
        seen, scale = picture(shown)
    finally:
        shown.close()
    return replace(scanned_page(page.number, seen, scale), hidden=page.hidden, garbled=page.garbled)
