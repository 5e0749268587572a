"""Damage to fonts: what says what a glyph means, how wide it is and what it looks like."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from benchmarks.damage.open_pdf import fonts


def mapping_gone(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Fonts do not say what their glyphs mean."""
    for font in fonts(pdf):
        if "/ToUnicode" in font and chance.random() < 0.6:
            del font["/ToUnicode"]


def mapping_damaged(pdf: pikepdf.Pdf, chance: Random) -> None:
    """What says what glyphs mean ends too soon, or has other bits."""
    for stream in _mappings(pdf, chance):
        data = bytearray(stream.read_bytes())
        if chance.random() < 0.5:
            del data[chance.randrange(len(data)) :]
        else:
            for _ in range(chance.randrange(1, 6)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        stream.write(bytes(data))


def mapping_hostile(pdf: pikepdf.Pdf, chance: Random) -> None:
    """What says what glyphs mean names ranges without end, or itself."""
    more = chance.choice(
        (
            b"1 beginbfrange <0000> <FFFFFFFF> <0030> endbfrange",
            b"1 beginbfrange <00000000> <7FFFFFFF> [<0030>] endbfrange",
            b"/Own usecmap",
            b"100000 beginbfchar " + b"<0001> <0031> " * 5000 + b"endbfchar",
            b"1 begincodespacerange <00> <FFFFFFFFFFFFFFFF> endcodespacerange",
        )
    )
    for stream in _mappings(pdf, chance):
        stream.write(stream.read_bytes().replace(b"endcmap", more + b" endcmap"))


def digits_moved(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Digits mean other digits: one way round for one glyph, or for all of a font."""
    for stream in _mappings(pdf, chance):
        data = stream.read_bytes()
        digits = sorted(set(re.findall(rb"<(003[0-9])>", data)))
        if len(digits) > 1:
            one, other = chance.sample(digits, 2)
            stream.write(data.replace(b"<" + one + b">", b"<" + other + b">", chance.choice((1, -1))))


def widths(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Glyphs have no width, huge ones, or ones below zero."""
    for font in fonts(pdf):
        for key in ("/Widths", "/W", "/DW"):
            if key in font and chance.random() < 0.7:
                wrong: Any = chance.choice((Array([0, Array([10**9, -500])]), Array([0, 65535, 0]), 0, -1000))
                font[key] = wrong


def files(pdf: pikepdf.Pdf, chance: Random) -> None:
    """The drawings of glyphs are not there, or damaged."""
    for font in pdf.objects:
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if isinstance(font, Dictionary) and key in font and chance.random() < 0.7:
                data = font[key].read_bytes()
                if chance.random() < 0.3:
                    del font[key]
                elif chance.random() < 0.5:
                    font[key].write(data[: chance.randrange(len(data))])
                else:
                    place = chance.randrange(len(data))
                    font[key].write(data[:place] + chance.randbytes(200) + data[place + 200 :])


def kinds(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Fonts are said to be of another kind, or encoded otherwise, or made of themselves."""
    for font in fonts(pdf):
        kind = chance.randrange(5)
        if kind == 0:
            font.Subtype = Name(chance.choice(("/Type3", "/Type1", "/TrueType", "/Type0", "/Nothing")))
        elif kind == 1:
            font.Encoding = Name(
                chance.choice(("/Identity-V", "/GBK-EUC-H", "/UniGB-UCS2-H", "/WinAnsiEncoding", "/X"))
            )
        elif kind == 2 and "/DescendantFonts" in font:
            font.DescendantFonts = Array([font]) if font.is_indirect else Array([])


def _mappings(pdf: pikepdf.Pdf, chance: Random) -> list[Any]:
    found = [font.ToUnicode for font in fonts(pdf) if isinstance(font.get("/ToUnicode"), pikepdf.Stream)]
    return chance.sample(found, chance.randrange(1, len(found) + 1)) if found else []


FONTS = {
    "mapping gone": mapping_gone,
    "mapping damaged": mapping_damaged,
    "mapping hostile": mapping_hostile,
    "digits mean others": digits_moved,
    "widths of glyphs": widths,
    "font files damaged": files,
    "fonts of another kind": kinds,
}
