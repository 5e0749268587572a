"""Fonts that a document names and does not hold, as programs use them that stamp page numbers: both readers alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests import handmade
from tests.both_readers import agree, left_to_reference
from yusuan.pipeline.read import pdfium_glyphs, with_pdfium, with_pdfplumber
from yusuan.pipeline.read.by_code import as_encoded
from yusuan.pipeline.read.document import open_document, whole_pages
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.raw import Glyphs, nothing
from yusuan.pipeline.read.standard_fonts import LATIN

LETTERS = "Page 12 of 345: 1,234.56 (A-Z)"
DESCRIPTOR = "/Type /FontDescriptor /Flags 6 /FontBBox [-134 -254 1001 905] /ItalicAngle 0 /StemV 93"
MEASURES = "/Ascent 880 /Descent -120 /CapHeight 880"


def standard(name: str, entries: str = "/Encoding /WinAnsiEncoding") -> bytes:
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {entries} >>"
    return page(LETTERS.replace("(", "\\(").replace(")", "\\)").encode().join((b"(", b")")), [font])


def song(text: str | bytes, ordering: str = "GB1", more: str = "", encoding: str = "UniGB-UCS2-H") -> bytes:
    inner = (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSongStd-Light /FontDescriptor 7 0 R /DW 1000 "
        f"/W [1 [207] 17 26 462] /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 4 >> >>"
    )
    outer = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSongStd-Light-{encoding} /Encoding /{encoding} "
        f"/DescendantFonts [6 0 R] {more} >>"
    )
    described = f"<< {DESCRIPTOR} /FontName /STSongStd-Light {MEASURES} >>"
    codes = text if isinstance(text, bytes) else text.encode("gbk" if encoding.startswith("GBK") else "utf-16-be")
    return page(f"<{codes.hex()}>".encode(), [outer, inner, described])


def page(shown: bytes, fonts: list[str], shows: str = " Tj") -> bytes:
    return handmade.pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>",
            handmade.stream(b"BT /F1 10 Tf 100 400 Td " + shown + shows.encode() + b" ET"),
            *fonts,
        ]
    )


@pytest.mark.parametrize("name", ["Helvetica", "Times-Roman", "Times-Bold", "Courier"])
def test_a_standard_font_without_measures_is_measured_by_its_table(name: str) -> None:
    data = standard(name)
    assert not left_to_reference(data)
    tops = {round(character.top, 2) for character in agree(data).characters}
    reference = {round(character.top, 2) for character in read(data, "pdfplumber").pages[0].characters}
    assert tops == reference


def test_a_standard_font_that_pdfium_shows_in_other_widths_is_left_to_the_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdfium_glyphs, "same_widths", lambda name, width: False)
    assert left_to_reference(standard("Helvetica"))


OTHERS: dict[str, Callable[[], bytes]] = {
    "a font of symbols": lambda: standard("Symbol"),
    "no standard font": lambda: standard("Songti"),
    "a standard font without an encoding": lambda: standard("Helvetica", ""),
    "a sign that means another one": lambda: song("第⼗页"),
    "a sign that no code means": lambda: song("第12页".encode("gbk") + b"\xfe\x53", encoding="GBK-EUC-H"),
    "a code that means nothing": lambda: song("第\u0e0112页"),
    "other glyphs than those of the encoding": lambda: song("第12页", ordering="Japan1"),
    "another encoding": lambda: song("第12页", encoding="GB-EUC-H"),
    "text from top to bottom": lambda: song("第12页", encoding="UniGB-UCS2-V"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_fonts_that_readers_may_take_for_others_are_left_to_the_reference(kind: str) -> None:
    assert left_to_reference(OTHERS[kind]())


@pytest.mark.parametrize("encoding", ["UniGB-UCS2-H", "GBK-EUC-H"])
def test_codes_that_are_letters_are_read_as_such(encoding: str) -> None:
    data = song("第12页（共345页）-二〇二四年预算", encoding=encoding)
    assert not left_to_reference(data)
    assert "".join(character.text for character in agree(data).characters) == "第12页（共345页）-二〇二四年预算"


UPRIGHT_OR_NARROW = {
    *(bytes((0xA6, low)) for low in (*range(0xD9, 0xE0), 0xEC, 0xED, 0xF3)),
    *(bytes((0xAB, low)) for low in range(0xA1, 0xC1)),
}
"""The codes of GBK for punctuation that stands upright, and for pinyin half as wide."""


def test_every_code_of_gbk_is_the_same_to_both_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /FontDescriptor 7 0 R /W [814 907 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    )
    outer = "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>"
    described = f"<< {DESCRIPTOR} /FontName /SimSun {MEASURES} >>"
    monkeypatch.setattr(with_pdfium, "as_encoded", lambda glyphs, fonts: True)
    others: set[bytes] = set()
    for high in (0, *range(0x81, 0xFF)):
        lows = [low for low in range(0x40, 0xFF) if low != 0x7F] if high else list(range(0x21, 0x7F))
        codes = [bytes([high, low]) if high else bytes([low]) for low in lows]
        shown = [
            f"1 0 0 1 {20 + 20 * (n % 40)} {580 - 20 * (n // 40)} Tm <{code.hex()}> Tj" for n, code in enumerate(codes)
        ]
        data = page(" ".join(shown).encode(), [outer, inner, described], shows="")
        told, meant = (
            {
                codes[round((x0 - 20) / 20) + 40 * round((bottom - 16) / 20)]: letter
                for letter, x0, bottom in zip(glyphs.texts, *glyphs.sides[[0, 3]].tolist(), strict=True)
            }
            for reader in (with_pdfium, with_pdfplumber)
            for glyphs in (next(reader.read_pages(data, whole_pages(open_document(data)))).glyphs,)
        )
        for code, letter in told.items():
            if letter != meant[code] and as_encoded(only(letter), {"SimSun": "GBK-EUC-H"}):
                others.add(code)
    assert others <= UPRIGHT_OR_NARROW


def only(letter: str) -> Glyphs:
    return nothing(1).glyphs._replace(texts=[letter], fonts=["SimSun"])


def test_all_characters_are_looked_at_where_no_font_has_the_expected_name() -> None:
    empty = nothing(1).glyphs
    glyphs = Glyphs(["⼗"], empty.sides, empty.upright, ["Odd"], empty.paint)
    assert not as_encoded(glyphs, {"STSongStd-Light": "UniGB-UCS2-H"})
    both = Glyphs(["⼗", "页"], empty.sides, empty.upright, ["Odd", "STSongStd-Light"], empty.paint)
    assert as_encoded(both, {"STSongStd-Light": "UniGB-UCS2-H"})


def test_symbols_are_no_letters() -> None:
    assert {"Symbol", "ZapfDingbats"}.isdisjoint(LATIN)
