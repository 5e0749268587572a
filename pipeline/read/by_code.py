"""Fonts without a mapping to characters whose codes are the characters themselves, by a predefined encoding.

PDFium takes the code for the character, the reference reader goes by the glyph that the encoding gives to it, and what
that one means. For nearly all letters both come to the same; where a page has another, PDFium is not asked.

In GBK forty codes are for signs that another code has too (punctuation that stands upright, pinyin half as wide): there
PDFium says the sign, the reference reader nothing that could be read. The rest of its codes are the same to both.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from pdfminer.cmapdb import CMapDB
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from yusuan.pipeline.read.raw import Glyphs

_CODES = {"UniGB-UCS2-H": "utf-16-be", "GBK-EUC-H": "gbk"}
"""How each encoding writes characters, as Python calls it."""
_REGISTRY, _ORDERING = b"Adobe", b"GB1"
_FILES = ("FontFile", "FontFile2", "FontFile3")


def by_code(font: dict[str, Any], inner: Any, descriptor: Any) -> bool:
    """Whether the codes of a composite font are characters: of one whose glyphs are not in the file.

    `inner` is its descendant.
    """
    if _encoding(font) not in _CODES or "ToUnicode" in font:
        return False
    system = resolve1(inner.get("CIDSystemInfo")) if isinstance(inner, dict) else None
    if not isinstance(system, dict) or not isinstance(descriptor, dict) or any(name in descriptor for name in _FILES):
        return False
    return bool(resolve1(system.get("Registry")) == _REGISTRY and resolve1(system.get("Ordering")) == _ORDERING)


def names(font: dict[str, Any]) -> dict[str, str]:
    """The encoding of a composite font by what it is called, and by what its descendant is, after which PDFium calls
    it.
    """
    descendants = resolve1(font.get("DescendantFonts"))
    inner = resolve1(descendants[0]) if isinstance(descendants, list) and descendants else None
    called = [resolve1(each.get("BaseFont")) for each in (font, inner) if isinstance(each, dict)]
    return {str(name.name): _encoding(font) for name in called if isinstance(name, PSLiteral)}


def as_encoded(glyphs: Glyphs, fonts: Mapping[str, str]) -> bool:
    """Whether each character in one of these fonts, taken as a code of its encoding, means itself to the reference
    reader too.

    So must all in all encodings where none is in such a font, because then PDFium calls it otherwise.
    """
    printed = {(text, fonts[font]) for text, font in zip(glyphs.texts, glyphs.fonts, strict=True) if font in fonts} or {
        (text, encoding) for text in set(glyphs.texts) for encoding in set(fonts.values())
    }
    return all(_itself(*each) for each in printed)


def _encoding(font: dict[str, Any]) -> str:
    found = resolve1(font.get("Encoding"))
    return str(found.name) if isinstance(found, PSLiteral) else ""


@cache
def _tables(encoding: str) -> tuple[Any, Any]:
    return CMapDB.get_cmap(encoding), CMapDB.get_unicode_map(f"{_REGISTRY.decode()}-{_ORDERING.decode()}", False)


@lru_cache(1 << 12)
def _itself(letter: str, encoding: str) -> bool:
    known, meaning = _tables(encoding)
    if len(letter) != 1 or letter == "\0":
        return False
    try:
        code = letter.encode(_CODES[encoding])
    except UnicodeEncodeError:
        return False
    glyphs = list(known.decode(code))
    return len(glyphs) == 1 and meaning.cid2unichr.get(glyphs[0]) == letter
