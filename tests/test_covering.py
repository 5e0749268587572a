"""Text that something is painted over: where PDFium tells all that counts, the page is not left to the reference."""

from __future__ import annotations

import pytest

from tests.both_readers import agree, form, left_to_reference
from tests.handmade import one_page, shown, stream
from tests.test_visible import AROUND, FADED, GHOST, PICTURE, READ

RESOURCES = f"{FADED} /XObject << /P 11 0 R /F 13 0 R >>"
DRAWN = "q 60 0 0 30 290 290 cm /P Do Q"
WITHIN = "/Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << /P 11 0 R >> >>"


def covered(content: str, picture: str = "", form: str = "") -> bytes:
    """A page whose text is painted over by `content`, which may draw a picture and a form with these entries."""
    kind = "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    more: list[str | bytes] = [
        stream(b"\x80", f"{kind} {picture}"),
        stream(b"\x80", kind),
        stream(DRAWN.encode(), f"{WITHIN} {form}"),
        "<< /Type /OCG /Name (L) >>",
    ]
    return one_page(f"{READ} {GHOST} q {content} Q", resources=RESOURCES, more=more)


def covered_below_a_font(name: str) -> bytes:
    """A page whose text is painted over, and then printed again, as part of a longer one, in a font of this name."""
    more: list[str | bytes] = [
        form(f"BT /F2 10 Tf 300 300 Td {shown('7.002')} Tj ET", resources="/Font << /F2 12 0 R >>"),
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [13 0 R] "
        "/ToUnicode 9 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /CIDToGIDMap /Identity /DW 500 >>",
    ]
    return one_page(f"{READ} {GHOST} 1 g {AROUND} f 0 g /T Do", resources="/XObject << /T 11 0 R >>", more=more)


TOLD = {
    "by an area": covered(f"1 g {AROUND} f"),
    "by a picture": covered(DRAWN),
    "by a picture in a form": covered("/F Do"),
}
NOT_TOLD = {
    "by a picture that a mask may let through": covered(DRAWN, "/SMask 12 0 R"),
    "by a picture that colours may let through": covered(DRAWN, "/Mask [128 128]"),
    "by a stencil": covered(DRAWN.replace("/P Do", "0 g /P Do"), "/ImageMask true /Decode [0 1]"),
    "by a picture in a layer": covered(DRAWN, "/OC 14 0 R"),
    "by a picture that stands in the content": covered(PICTURE),
    "by a picture in a form that lets through what is below it": covered(
        "/F Do", form="/Group << /S /Transparency /I true >>"
    ),
    "and printed again over what covers it": covered(f"{DRAWN} {GHOST}"),
    "by an area next to another of the same path": covered(f"1 g {AROUND} 0 0 50 50 re f"),
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_page_was_left_to_the_reference_for_text_that_is_surely_covered(kind: str) -> None:
    assert not left_to_reference(TOLD[kind])
    assert agree(TOLD[kind]).hidden == (("covered", 4),)


def test_a_page_was_left_to_the_reference_for_text_in_another_font_over_what_is_covered() -> None:
    data = covered_below_a_font("Other")
    assert not left_to_reference(data)
    page = agree(data)
    assert page.hidden == (("covered", 4),)
    assert sorted(char.text for char in page.characters) == sorted("支出127.002")
    assert left_to_reference(covered_below_a_font("Odd"))


@pytest.mark.parametrize("kind", NOT_TOLD)
def test_what_may_let_text_show_through_is_left_to_the_reference(kind: str) -> None:
    assert left_to_reference(NOT_TOLD[kind])
    agree(NOT_TOLD[kind])
