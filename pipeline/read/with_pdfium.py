"""Pages read with PDFium, several times faster than with pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from pdfminer.pdfpage import PDFPage

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.annotations import undrawn
from yusuan.pipeline.read.by_code import as_encoded
from yusuan.pipeline.read.covering import surely_covers
from yusuan.pipeline.read.display import Matrix, display, has_area
from yusuan.pipeline.read.document import Described
from yusuan.pipeline.read.doubts import Doubts
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.pdfium_glyphs import Fonts, glyphs
from yusuan.pipeline.read.pdfium_paint import Painting, View
from yusuan.pipeline.read.pdfium_paths import paths
from yusuan.pipeline.read.raw import Ints, RawPage, nothing
from yusuan.pipeline.read.upright import read_upright
from yusuan.pipeline.read.visible import REASONS, Hidden, hidden

_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


def read_pages(data: bytes, pages: Sequence[Described]) -> Iterator[RawPage]:
    """What is painted on `pages`, all the pages of a document.

    A page on which PDFium may see something else than the reference reader is read by that one.
    Raises what pdfminer raises, nearly anything, on damaged input.
    """
    document = pdfium.load_document(data, len(data), None)
    try:
        fonts, doubts, reference = Fonts(), Doubts(), _Reference(data, pages)
        layers = Layers(pages[0].page.doc if pages else None)
        agreed = bool(document) and pdfium.count_pages(document) == len(pages)
        for number, page in enumerate(pages, start=1):
            raw = None
            if not has_area(page.page):
                raw = nothing(number)
            elif agreed and not doubts.of(page):
                raw = read_upright(partial(_page, document, number, fonts, layers), page.page)
                if raw and doubts.by_code and not as_encoded(raw.glyphs, doubts.by_code):
                    raw = None
            yield raw or reference.page(number)
    finally:
        if document:
            pdfium.close_document(document)


class _Reference:
    """The reference reader for single pages of a document, which it opens once, when it is asked for the first."""

    def __init__(self, data: bytes, pages: Sequence[Described]) -> None:
        self._data, self._all = data, pages
        self._asked: list[int] = []
        self._pages: Iterator[RawPage] | None = None

    def page(self, number: int) -> RawPage:
        """What is painted on a page."""
        if self._pages is None:
            from yusuan.pipeline.read import with_pdfplumber

            self._pages = with_pdfplumber.read_pages(self._data, self._all, iter(self._asked.pop, None))
        self._asked.append(number)
        return next(self._pages)


def _page(document: int, number: int, fonts: Fonts, layers: Layers, described: PDFPage) -> RawPage | None:
    """One page; None where PDFium cannot read it."""
    shown = display(described)
    page = pdfium.load_page(document, number - 1)
    if not page:
        return None
    text = None
    try:
        matrix, turned = shown.matrix, _AS_IS
        if described.rotate % 360:
            # Turned in PDFium, because it measures glyphs along the page's own x axis only.
            gather().turn(page, matrix)
            matrix = _AS_IS
            turned = shown.matrix
        text = pdfium.load_text(page)
        if not text:
            return None
        down = _down(matrix, shown.height)
        found = glyphs(text, down, fonts)
        if found is None:
            return None
        printed, handles = found
        painting = Painting(gather().objects(page), View(turned, down))
        printing = painting.numbers(handles)
        if printing is None:
            return None
        painted, owners = paths(painting.objects, painting.matrices, down)
        paints, areas = painting.paints(printing), painting.areas(painted, owners)
        fields = undrawn(described, shown, layers) if described.annots else []
        images, when = painting.images(), painting.when(owners)
        raw = RawPage(number, shown.width, shown.height, printed, painted, images, paints, areas, fields, when)
        unseen = hidden(raw)
        if unseen is None:
            return raw._replace(paints=None)
        if _covered(unseen) and not surely_covers(described, painting.objects, raw.areas, owners):
            return None
        return raw if _sure(raw, unseen, painting, printing) else None
    finally:
        if text:
            pdfium.close_text(text)
        pdfium.close_page(page)


def _covered(unseen: Hidden) -> bool:
    return any(REASONS[why] == "covered" for why in set(unseen.why[unseen.glyphs].tolist()))


def _sure(raw: RawPage, unseen: Hidden, painting: Painting, printing: Ints) -> bool:
    """Whether PDFium tells all that is hidden and all that is printed in its place.

    It leaves out texts where the same text stood before: a whole one, or letters of one in the same font that stands
    over what is covered.
    """
    if unseen.cut:
        return False
    assert raw.paints
    hidden_ones = np.flatnonzero(unseen.glyphs)
    x0, top, x1, bottom = raw.glyphs.sides[:, hidden_ones]
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    orders = raw.paints.order[raw.glyphs.paint]
    own = orders[hidden_ones]
    others = painting.texts if _covered(unseen) else painting.silent(printing)
    fonts = dict(zip(orders.tolist(), raw.glyphs.fonts, strict=True))
    font = np.array([raw.glyphs.fonts[number] for number in hidden_ones.tolist()])
    return not any(
        (here & (own != number) & ((font == fonts[number]) if number in fonts else True)).any()
        for number, here in (
            (number, (left < x) & (x < right) & (high < y) & (y < low))
            for number, (left, high, right, low) in zip(others.tolist(), painting.bounds(others), strict=True)
        )
    )


def _down(matrix: Matrix, height: float) -> tuple[float, float]:
    """What is added to x, and what y is taken from, to measure from the top left corner."""
    return matrix[4], height - matrix[5]
