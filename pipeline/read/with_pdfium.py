"""Pages read with PDFium, several times faster than with pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pdfminer.pdfpage import PDFPage

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.annotations import undrawn
from yusuan.pipeline.read.by_code import as_encoded
from yusuan.pipeline.read.display import Matrix, display, has_area
from yusuan.pipeline.read.document import Described
from yusuan.pipeline.read.doubts import Doubts
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.pdfium_glyphs import Fonts, glyphs
from yusuan.pipeline.read.pdfium_paint import Painting, View
from yusuan.pipeline.read.pdfium_paths import paths
from yusuan.pipeline.read.raw import RawPage, nothing
from yusuan.pipeline.read.visible import REASONS, Hidden, hidden

_AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


def read_pages(data: bytes, pages: Sequence[Described]) -> Iterator[RawPage]:
    """What is painted on `pages`, all the pages of a document.

    A page on which PDFium may see something else than the reference reader is read by that one.
    Raises what pdfminer raises, nearly anything, on damaged input.
    """
    document = pdfium.load_document(data, len(data), None)
    try:
        fonts, doubts = Fonts(), Doubts()
        layers = Layers(pages[0].page.doc if pages else None)
        agreed = bool(document) and pdfium.count_pages(document) == len(pages)
        for number, page in enumerate(pages, start=1):
            raw = None
            if not has_area(page.page):
                raw = nothing(number)
            elif agreed and not doubts.of(page):
                raw = _page(document, number, page.page, fonts, layers)
                if raw and doubts.by_code and not as_encoded(raw.glyphs, doubts.by_code):
                    raw = None
            yield raw or _by_reference(data, pages, number)
    finally:
        if document:
            pdfium.close_document(document)


def _by_reference(data: bytes, pages: Sequence[Described], number: int) -> RawPage:
    from yusuan.pipeline.read import with_pdfplumber

    return next(with_pdfplumber.read_pages(data, pages, [number]))


def _page(document: int, number: int, described: PDFPage, fonts: Fonts, layers: Layers) -> RawPage | None:
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
        return raw if _sure(raw, unseen, painting.unsaid(printing)) else None
    finally:
        if text:
            pdfium.close_text(text)
        pdfium.close_page(page)


def _sure(raw: RawPage, unseen: Hidden, unsaid: Sequence[Box]) -> bool:
    """Whether PDFium tells what is hidden. Of what is painted over it does not tell all.

    `unsaid` are the boxes of texts that PDFium left out because they stand where the same text stood before.
    """
    if unseen.cut or any(REASONS[why] == "covered" for why in set(unseen.why[unseen.glyphs].tolist())):
        return False
    x0, top, x1, bottom = raw.glyphs.sides[:, unseen.glyphs]
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return not any(((left < x) & (x < right) & (high < y) & (y < low)).any() for left, high, right, low in unsaid)


def _down(matrix: Matrix, height: float) -> tuple[float, float]:
    """What is added to x, and what y is taken from, to measure from the top left corner."""
    return matrix[4], height - matrix[5]
