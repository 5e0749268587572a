"""Fonts that leave something to guess, and those that say what they mean, with both readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests import handmade
from tests.both_readers import SAID, agree, form, left_to_reference
from tests.handmade import all_glyphs, glyph, one_page
from yusuan.pipeline.read.characters import unmapped
from yusuan.pipeline.read.document import open_document, whole_pages
from yusuan.pipeline.read.doubts import Doubts
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import READERS, Reader


def mapped(to: str) -> dict[int, str]:
    """A mapping in which the glyph of 出 means something else, or nothing."""
    return {**all_glyphs(), glyph("出"): to}


FONTS: dict[str, Callable[[], bytes]] = {
    "one glyph without a mapping": lambda: one_page(
        SAID, mapping={number: char for number, char in all_glyphs().items() if char != "出"}
    ),
    "no mapping at all": lambda: one_page(SAID, mapping={}),
    "several letters for one glyph": lambda: one_page(SAID, mapping=mapped("一二三")),
    "a ligature": lambda: one_page(SAID, mapping=mapped("\ufb01")),
    "beyond the basic plane": lambda: one_page(SAID, mapping=mapped("\U00020628")),
    "NUL": lambda: one_page(SAID, mapping=mapped("\0")),
    "no character": lambda: one_page(SAID, mapping=mapped("\uffff")),
    "a byte order mark turned round": lambda: one_page(SAID, mapping=mapped("\ufffe")),
    "a control character": lambda: one_page(SAID, mapping=mapped("\x02")),
    "Hebrew": lambda: one_page(SAID, mapping=mapped("א")),
    "nothing": lambda: one_page(SAID, mapping=mapped("")),
    "vertical writing": lambda: one_page(SAID, encoding="/Identity-V"),
    "no descent": lambda: one_page(SAID, metrics=""),
    "ActualText": lambda: one_page(f"/Span << /ActualText (ab) >> BDC {SAID} EMC"),
    "ActualText in a form": lambda: one_page(
        "/X Do", resources="/XObject << /X 11 0 R >>", more=[form(f"/Span << /ActualText (a) >> BDC {SAID} EMC")]
    ),
    "single bytes, some mapped": lambda: handmade.simple_font("41424381", {0x41: "甲"}),
    "symbols with an encoding": lambda: handmade.simple_font("414243", {}, entries="/Encoding /WinAnsiEncoding"),
    "codes that an encoding leaves open": lambda: handmade.simple_font(
        "414281", {}, entries="/Encoding /WinAnsiEncoding", flags=32
    ),
}


@pytest.mark.parametrize("kind", FONTS)
def test_fonts_that_leave_something_to_guess_are_noticed(kind: str) -> None:
    data = FONTS[kind]()
    agree(data)
    assert left_to_reference(data)


KNOWN_FONTS: dict[str, Callable[[], bytes]] = {
    "private use": lambda: one_page(SAID, mapping=mapped("\ue000")),
    "replacement character": lambda: one_page(SAID, mapping=mapped("\ufffd")),
    "zero width": lambda: one_page(SAID, mapping=mapped("\u200b")),
    "descent above the baseline": lambda: one_page(SAID, metrics="/Ascent 860 /Descent 140"),
    "ascent and descent of more than the size": lambda: one_page(SAID, metrics="/Ascent 1400 /Descent -400"),
    "single bytes": lambda: handmade.simple_font("414243", {code: chr(0x4E00 + code) for code in range(256)}),
    "an encoding": lambda: handmade.simple_font("414243e9", {}, entries="/Encoding /WinAnsiEncoding", flags=32),
}


@pytest.mark.parametrize("kind", KNOWN_FONTS)
def test_fonts_that_say_what_they_mean(kind: str) -> None:
    data = KNOWN_FONTS[kind]()
    agree(data)
    assert not left_to_reference(data)


@pytest.mark.parametrize("reader", READERS)
def test_a_glyph_without_a_meaning_is_never_given_one(reader: Reader) -> None:
    for hidden in "支出12":
        mapping = {number: char for number, char in all_glyphs().items() if char != hidden}
        page = read(one_page(SAID, mapping=mapping), reader).pages[0]
        assert [unmapped(c.text) for c in sorted(page.characters, key=lambda c: c.x0)] == [
            char == hidden for char in "支出12"
        ]


def test_the_doubts_of_a_page_are_told_in_words() -> None:
    described = whole_pages(open_document(FONTS["no mapping at all"]()))
    assert "without a mapping" in Doubts().of(described[0])
    assert Doubts().of(whole_pages(open_document(one_page(SAID)))[0]) == ""
