"""Pictures of tables among the text of a page."""

from __future__ import annotations

import io
from importlib.util import find_spec

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests import small
from tests.test_bad_scans import amounts
from tests.test_scan_generator import DIGITAL, ROWS
from typeset import font
from typeset.ink import document
from typeset.page import Page
from yusuan.pipeline.document.document import Document, read_document
from yusuan.schemas.sentences import files as say

SAID = say.SCANS_NOT_READ.of(extra="scans")
needs_scans = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")


def pasted(grid: bytes, dots: float = 200, bottom: float = 340) -> bytes:
    """The captions of the small document as text, and below them what a page shows, pasted as a picture."""
    with pypdfium2.PdfDocument(grid) as pdf:
        shown = pdf[0].render(scale=dots / 72).to_pil()
    shown = shown.crop((round(50 * dots / 72), round(110 * dots / 72), shown.width, round(bottom * dots / 72)))
    font.load()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(842, 400), invariant=1)
    for text in small.captions():
        canvas.setFont(font.NAME, text.size)
        place = {"center": canvas.drawCentredString, "right": canvas.drawRightString}.get(text.align, canvas.drawString)
        place(text.x, 400 - text.y - text.size, text.text)
    wide, high = shown.width * 72 / dots, shown.height * 72 / dots
    canvas.drawImage(ImageReader(shown), 50, 290 - high, wide, high)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


@needs_scans
@pytest.mark.parametrize("dots", [150, 200, 300])
def test_a_table_that_was_pasted_as_a_picture_was_lost_without_a_word(dots: float) -> None:
    found = read_document(pasted(DIGITAL, dots), "small.pdf")
    whole = read_document(DIGITAL, "small.pdf")
    assert amounts(found) == amounts(whole)
    assert {item["read"] for item in found.items} == {"ocr"}
    assert [finding.rule for finding in found.findings if finding.rule.startswith("page.")] == ["page.scanned"]
    places = {(item["code"], item["measure"]): (item["x0"], item["top"]) for item in whole.items}
    for item in found.items:
        # What was at 110 down the page is there still, the picture stands at its old place.
        assert (item["x0"], item["top"]) == pytest.approx(places[item["code"], item["measure"]], abs=1.5)


def test_a_pasted_table_is_named_where_it_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("document.unseen", "read.pdf", "read.scan.which"):
        monkeypatch.setattr(f"yusuan.pipeline.{place}.lacking", lambda: SAID)
    page = Page(small.captions(), [small.grid(ROWS)], size=(842, 400))
    found = read_document(joined(document([page]), pasted(DIGITAL)), "small.pdf")
    assert found.status == "incomplete"
    [named] = [finding for finding in found.findings if finding.rule == "page.table_pictured"]
    assert named.page == 2
    assert "scans" in named.message


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def changed(data: bytes, content: bytes = b"", turned: int = 0) -> bytes:
    """A document of one page with more painted on it, displayed turned."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].contents_add(content)
        pdf.pages[0].Rotate = turned
        return saved(pdf)


STRIKE = b"\nBT /F1 12 Tf 300 200 Td (See the original) Tj ET"


@pytest.mark.parametrize("page", [changed(pasted(DIGITAL), STRIKE), changed(pasted(DIGITAL), turned=90)])
def test_a_pasted_table_below_a_text_or_on_a_page_that_lies_was_lost_without_a_word(page: bytes) -> None:
    found = read_document(joined(DIGITAL, page), "small.pdf")
    assert found.status == "incomplete"
    is_named_and_not_read(found)


@needs_scans
def test_a_pasted_table_on_the_ground_of_its_page_was_lost_without_a_word() -> None:
    """As on paper with the picture of an emblem all over it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(842, 400), invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (84, 40), 240)), 0, 0, 842, 400)
    canvas.save()
    with pikepdf.open(io.BytesIO(pasted(DIGITAL))) as pdf, pikepdf.open(io.BytesIO(target.getvalue())) as ground:
        pdf.pages[0].add_underlay(ground.pages[0])
        for _ in range(9):
            pdf.pages[0].contents_add(b"\nBT /F1 40 Tf 60 15 Td (See the original of this and others) Tj ET")
        whole = saved(pdf)
    found = read_document(whole, "small.pdf")
    assert amounts(found) == amounts(read_document(DIGITAL, "small.pdf"))
    assert {item["read"] for item in found.items} == {"ocr"}


def test_of_a_pasted_table_beyond_the_edge_of_its_page_columns_were_lost_without_a_word() -> None:
    with pikepdf.open(io.BytesIO(pasted(DIGITAL))) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 640, 400])
        page = saved(pdf)
    found = read_document(joined(DIGITAL, page), "small.pdf")
    is_named_and_not_read(found)


@needs_scans
@pytest.mark.parametrize("edge", [b"50 0 397 400", b"50 150 800 250"], ids=["right", "below"])
def test_of_a_figure_at_the_edge_of_a_cut_picture_a_part_was_read(edge: bytes) -> None:
    """214.75 was 214.7."""
    with pikepdf.open(io.BytesIO(pasted(DIGITAL))) as pdf:
        pdf.pages[0].contents_add(edge + b" re W n\n", prepend=True)
        page = saved(pdf)
    found = read_document(joined(DIGITAL, page), "small.pdf")
    is_named_and_not_read(found)


@needs_scans
def test_a_table_pasted_with_much_paper_around_was_lost_without_a_word() -> None:
    page = Page(small.captions(), [small.grid(ROWS, (20, 20, 20, 150, 60, 60, 60))], size=(842, 400))
    found = read_document(joined(DIGITAL, pasted(document([page]))), "small.pdf")
    assert [finding.page for finding in found.findings if finding.rule == "page.scanned"] == [3]


def test_a_picture_below_the_lines_of_a_table_shows_none() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(842, 595), invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (84, 60), 240)), 0, 0, 842, 595)
    canvas.save()
    with pikepdf.open(io.BytesIO(DIGITAL)) as pdf, pikepdf.open(io.BytesIO(target.getvalue())) as ground:
        pdf.pages[0].add_underlay(ground.pages[0])
        whole = saved(pdf)
    found = read_document(whole, "small.pdf")
    assert not {"page.table_pictured", "page.scanned"} & {finding.rule for finding in found.findings}
    assert amounts(found) == amounts(read_document(DIGITAL, "small.pdf"))


def test_a_chart_is_no_table() -> None:
    """Level lines and a frame, and no upright ones within."""
    page = Page(small.captions(), [small.grid([["支出"], ["一"], ["二"], ["三"]], (500,))], size=(842, 400))
    chart = pasted(document([page]))
    found = read_document(joined(DIGITAL, chart), "small.pdf")
    assert not {"page.table_pictured", "page.scanned"} & {finding.rule for finding in found.findings}


def is_named_and_not_read(found: Document) -> None:
    """The table that is pasted on the page behind the two of the small document."""
    assert [finding.page for finding in found.findings if finding.rule == "page.table_pictured"] == [3]
    assert {item["page"] for item in found.items} == {1}


def joined(*files: bytes) -> bytes:
    """The pages of some files as one."""
    whole = pypdfium2.PdfDocument.new()
    for each in files:
        with pypdfium2.PdfDocument(each) as pdf:
            whole.import_pages(pdf)
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()
