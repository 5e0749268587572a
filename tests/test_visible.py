"""Only what is visible is read, and all of it: text that nobody sees is left out and named, ink that is no text too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.handmade import one_page, shown
from tests.small import amounts, rules
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.read.page import Page
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import READERS, Reader

ODD = Path(__file__).parent / "odd"
READ = f"BT /F1 10 Tf 100 400 Td {shown('支出12')} Tj ET "
"""A text that is seen, in black."""
GHOST = f"BT /F1 10 Tf 300 300 Td {shown('7.00')} Tj ET "
"""The text of which a test says whether it is seen: from x 300, over y 300, about 20 wide and 10 high."""
AROUND = "290 290 60 30 re"
FADED = "/ExtGState << /GS0 << /ca 0 >> /GS1 << /ca .5 >> /GS2 << /BM /Multiply >> >>"
PICTURE = "60 0 0 30 290 290 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI"
BOX = "200 200 m 400 200 l 200 350 m 400 350 l 200 200 m 200 350 l 300 200 m 300 350 l 400 200 m 400 350 l S "
"""Two cells, the right one around the ghost."""

HIDDEN = {
    "white on white": (f"1 g {GHOST}", "ground"),
    "nearly white": (f".98 g {GHOST}", "ground"),
    "white in CMYK": (f"0 0 0 0 k {GHOST}", "ground"),
    "in the colour of its ground": (f"0 0 .5 rg {AROUND} f {GHOST}", "ground"),
    "in render mode 3": (f"3 Tr {GHOST}", "invisible"),
    "without opacity": (f"/GS0 gs {GHOST}", "transparent"),
    "beyond its clip": (f"5 5 2 2 re W n {GHOST}", "clipped"),
    "beyond two clips": (f"0 0 400 400 re W n 0 0 400 200 re W* n {GHOST}", "clipped"),
    "covered by white": (f"{GHOST} 1 g {AROUND} f", "covered"),
    "covered by grey": (f"{GHOST} .5 g {AROUND} f", "covered"),
    "covered in two parts": (f"{GHOST} 1 g 290 290 20 30 re f 310 290 40 30 re f", "covered"),
    "covered by a picture": (f"{GHOST} q {PICTURE} Q", "covered"),
}


def pages(data: bytes) -> Page:
    """The first page, after both readers gave the same."""
    reference, ours = (read(data, reader).pages[0] for reader in ("pdfplumber", "pdfium"))
    assert said(reference) == said(ours)
    assert reference.hidden == ours.hidden
    assert [ink.shows for ink in reference.inks] == [ink.shows for ink in ours.inks]
    for one, other in zip(reference.inks, ours.inks, strict=True):
        assert one[1:] == pytest.approx(other[1:], abs=0.1)
    return ours


def said(page: Page) -> str:
    return "".join(char.text for char in sorted(page.characters, key=lambda c: (round(c.top), c.x0)))


@pytest.mark.parametrize("kind", HIDDEN)
def test_text_that_nobody_sees_was_read(kind: str) -> None:
    content, why = HIDDEN[kind]
    page = pages(one_page(f"{READ} q {content} Q", resources=FADED))
    assert said(page) == "支出12"
    assert page.hidden == ((why, 4),)


SEEN = {
    "white on a coloured ground": f"0 0 .5 rg {AROUND} f 1 g {GHOST}",
    "white on a picture": f"q {PICTURE} Q 1 g {GHOST}",
    "over what covered it": f"1 g {GHOST} {AROUND} f 0 g {GHOST}",
    "pale grey": f".85 g {GHOST}",
    "over an area of its colour that another covers": f"0 g {AROUND} f 1 g {AROUND} f 0 g {GHOST}",
    "under an area that lets it through": f"{GHOST} /GS1 gs 1 1 0 rg {AROUND} f",
    "marked by a highlighter": f"{GHOST} /GS2 gs 1 1 0 rg {AROUND} f",
    "within a frame that is filled between two rectangles": f"{GHOST} 200 200 300 300 re 210 210 280 280 re f*",
    "under an area that its clip keeps away": f"{GHOST} q 0 0 50 50 re W n 1 g {AROUND} f Q",
    "within its clip": f"{AROUND} W n {GHOST}",
    "cut off but for its edge": f"290 298 60 4 re W n {GHOST}",
    "stroked in black": f"1 g 1 Tr {GHOST}",
    "cut off in part, and no number": f"290 290 25 30 re W n BT /F1 10 Tf 300 300 Td {shown('支出')} Tj ET",
}


@pytest.mark.parametrize("kind", SEEN)
def test_text_that_is_seen_is_read(kind: str) -> None:
    page = pages(one_page(f"{READ} q {SEEN[kind]} Q", resources=FADED))
    assert said(page) in ("支出127.00", "支出12支出")
    assert not set(dict(page.hidden)) - {"ground", "covered"}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("kind", ["beyond its clip", "covered by white"])
def test_what_hides_text_is_turned_with_the_page(kind: str, turn: int) -> None:
    matrix = {0: "", 90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 842 595 cm", 270: "0 -1 1 0 0 842 cm"}[turn]
    box = "[0 0 595 842]" if turn in (90, 270) else "[0 0 842 595]"
    content = f"{matrix} {READ} q {HIDDEN[kind][0]} Q q {AROUND} W n {READ.replace('100 400', '300 300')} Q"
    page = pages(one_page(content, page=f"/MediaBox {box} /Rotate {turn}"))
    assert page.hidden == ((HIDDEN[kind][1], 4),)
    assert len(page.characters) == 8


def layered(content: str) -> bytes:
    """A page whose property L is a layer that is off."""
    data = one_page(
        content,
        resources="/Properties << /L 11 0 R /M 12 0 R >>",
        more=["<< /Type /OCG /Name (L) >>", "<< /Type /OCMD /OCGs [11 0 R] /P /AllOff >>"],
    )
    off = "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [11 0 R] /D << /OFF [11 0 R] >> >> >>"
    return data.replace(b"<< /Type /Catalog /Pages 2 0 R >>", off.encode(), 1)


def test_a_layer_that_is_off_was_read() -> None:
    page = pages(layered(f"{READ} /OC /L BDC {GHOST} EMC /OC /M BDC {GHOST.replace('300 300', '500 300')} EMC"))
    assert said(page) == "支出127.00"
    assert page.hidden == (("layer", 4),)


def test_a_page_of_hidden_text_has_none() -> None:
    for reader in READERS:
        with pytest.raises(Refusal, match="4 glyphs that nobody sees"):
            read(one_page(f"3 Tr {GHOST}"), reader)


@pytest.mark.parametrize("reader", READERS)
def test_a_part_of_a_number_was_clipped_and_the_rest_read(reader: Reader) -> None:
    content = f"{READ} {BOX} q 290 290 22 30 re W n BT /F1 10 Tf 301 300 Td {shown('7123.00')} Tj ET Q"
    layout = arrange(read(one_page(content), reader).pages[0])
    assert [ink.shows for ink in layout.unread] == ["cut"]
    assert "〓" in layout.grids[0].cells[1].text


@pytest.mark.parametrize("reader", READERS)
def test_name_that_begins_with_figures_of_which_a_part_is_clipped_was_unread(reader: Reader) -> None:
    content = f"{READ} {BOX} q 310 290 60 30 re W n BT /F1 10 Tf 301 300 Td {shown('2024支出')} Tj ET Q"
    layout = arrange(read(one_page(content), reader).pages[0])
    assert not layout.unread
    assert layout.grids[0].cells[1].text == "2024支出"


INKS = {
    "a picture": (f"q 20 0 0 10 320 300 cm {PICTURE[PICTURE.index('BI') :]} Q", "picture"),
    "a picture over the whole cell": (f"q 110 0 0 160 295 195 cm {PICTURE[PICTURE.index('BI') :]} Q", "picture"),
    "an outline": ("320 300 m 325 300 l 323 308 l h f", "outlines"),
    "a drawn minus": (f"{GHOST.replace('300 300', '320 300')} 314 304 m 318 304 l S", "outlines"),
    "a drawn dash alone": ("320 300 m 326 300 l S", "outlines"),
    "figures over figures": (
        f"{GHOST.replace('300 300', '320 300')} BT /F1 10 Tf 321.5 300 Td {shown('4')} Tj ET",
        "overlap",
    ),
}


@pytest.mark.parametrize("kind", INKS)
def test_ink_that_is_no_text_was_a_blank_cell(kind: str) -> None:
    content, shows = INKS[kind]
    page = pages(one_page(f"{READ} {BOX} {content}"))
    layout = arrange(page)
    assert [ink.shows for ink in layout.unread] == [shows]
    assert ["〓" in cell.text for cell in layout.grids[0].cells] == [False, True]


NO_INK = {
    "an underline": f"{GHOST.replace('300 300', '320 300')} 320 298 m 330 298 l S",
    "a piece of the border": "300 300 m 300 308 l S",
    "a dark ground": "301 201 98 148 re .8 g f",
    "a picture of the page": f"q 842 0 0 595 0 0 cm {PICTURE[PICTURE.index('BI') :]} Q {READ}",
    "a white spot": "1 g 320 300 5 8 re f",
}


@pytest.mark.parametrize("kind", NO_INK)
def test_what_is_no_writing_is_not_named(kind: str) -> None:
    content = NO_INK[kind]
    page = pages(one_page(f"{content} {READ} {BOX}" if "842" in content else f"{READ} {BOX} {content}"))
    assert not arrange(page).unread


def annotated(annotation: str, *more: str | bytes) -> bytes:
    return one_page(f"{READ} {BOX}", page="/MediaBox [0 0 842 595] /Annots [11 0 R]", more=[annotation, *more])


def appearance(content: str) -> str:
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /F1 5 0 R >> >>"
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


FIELD = "/Type /Annot /Subtype /Widget /FT /Tx /V (7.00) /Rect [310 300 370 320]"


def test_the_text_of_a_form_field_was_not_read() -> None:
    drawn = appearance(f"BT /F1 10 Tf 2 5 Td {shown('7.00')} Tj ET")
    assert said(pages(annotated(f"<< {FIELD} /F 4 /AP << /N 12 0 R >> >>", drawn))) == "支出127.00"


@pytest.mark.parametrize("flag", [2, 32])
def test_a_form_field_that_is_hidden_is_not_read(flag: int) -> None:
    drawn = appearance(f"BT /F1 10 Tf 2 5 Td {shown('7.00')} Tj ET")
    assert said(pages(annotated(f"<< {FIELD} /F {flag} /AP << /N 12 0 R >> >>", drawn))) == "支出12"


def test_a_form_field_that_draws_nothing_was_a_blank_cell() -> None:
    assert [ink.shows for ink in arrange(pages(annotated(f"<< {FIELD} /F 4 >>"))).unread] == ["field"]


def test_an_empty_form_field_is_blank() -> None:
    assert not arrange(pages(annotated(f"<< {FIELD.replace('(7.00)', '()')} /F 4 >>"))).unread


@pytest.mark.parametrize("reader", READERS)
def test_a_drawn_minus_was_lost(reader: Reader) -> None:
    found = read_document((ODD / "minus_drawn_as_line.pdf").read_bytes(), reader=reader)
    assert not {item["amount"] for item in found.items if item["amount"] > 0}
    assert rules(found).count("amount.not_a_number") == 8
    assert "page.not_text" in rules(found)


@pytest.mark.parametrize("reader", READERS)
def test_an_invisible_copy_doubled_the_digits(reader: Reader) -> None:
    found = read_document((ODD / "ocr_integers_dx3.5.pdf").read_bytes(), reader=reader)
    printed = [item["printed"] for item in found.items]
    assert printed == ["5", "2", "1", "2", "0", "2", "70"]
    assert rules(found) == ["page.hidden"]


@pytest.mark.parametrize("reader", READERS)
def test_a_covered_amount_was_read_with_the_one_over_it(reader: Reader) -> None:
    found = read_document((ODD / "whiteout_130.00_to_100.00.pdf").read_bytes(), reader=reader)
    assert {item["status"] for item in found.items} == {"proved"}
    assert "100.00" in amounts(found).values()
    assert "130.00" not in amounts(found).values()
    assert rules(found) == ["page.hidden"]


@pytest.mark.parametrize("reader", READERS)
def test_amounts_in_form_fields_were_no_amounts(reader: Reader) -> None:
    found = read_document((ODD / "table_amounts_in_form_fields.pdf").read_bytes(), reader=reader)
    assert [item["status"] for item in found.items] == ["proved"] * 13
