"""Fonts without a mapping to characters whose codes are the characters themselves, by a predefined encoding.

PDFium takes the code for the character, the reference reader goes by the glyph that the encoding gives to it, and what
that one means. For nearly all letters both come to the same; where a page has another, PDFium is not asked.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache
from typing import Any

from pdfminer.cmapdb import CMapDB
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from yusuan.pipeline.read.raw import Glyphs

_ENCODING = "UniGB-UCS2-H"
_REGISTRY, _ORDERING = b"Adobe", b"GB1"
_FILES = ("FontFile", "FontFile2", "FontFile3")


def by_code(font: dict[str, Any], inner: Any, descriptor: Any) -> bool:
    """Whether the codes of a composite font are characters: of one whose glyphs are not in the file.

    `inner` is its descendant.
    """
    encoding = resolve1(font.get("Encoding"))
    if not (isinstance(encoding, PSLiteral) and encoding.name == _ENCODING) or "ToUnicode" in font:
        return False
    system = resolve1(inner.get("CIDSystemInfo")) if isinstance(inner, dict) else None
    if not isinstance(system, dict) or not isinstance(descriptor, dict) or any(name in descriptor for name in _FILES):
        return False
    return bool(resolve1(system.get("Registry")) == _REGISTRY and resolve1(system.get("Ordering")) == _ORDERING)


def names(font: dict[str, Any]) -> set[str]:
    """What a composite font is called, and its descendant, after which PDFium calls it."""
    descendants = resolve1(font.get("DescendantFonts"))
    inner = resolve1(descendants[0]) if isinstance(descendants, list) and descendants else None
    called = [resolve1(each.get("BaseFont")) for each in (font, inner) if isinstance(each, dict)]
    return {str(name.name) for name in called if isinstance(name, PSLiteral)}


def as_encoded(glyphs: Glyphs, fonts: Container[str]) -> bool:
    """Whether each character in one of these fonts, taken as a code, means itself to the reference reader too.

    So must all where none is in such a font, because then PDFium calls it otherwise.
    """
    printed = {text for text, font in zip(glyphs.texts, glyphs.fonts, strict=True) if font in fonts}
    return all(map(_itself, printed or set(glyphs.texts)))


@cache
def _tables() -> tuple[Any, Any]:
    return CMapDB.get_cmap(_ENCODING), CMapDB.get_unicode_map(f"{_REGISTRY.decode()}-{_ORDERING.decode()}", False)


@lru_cache(1 << 12)
def _itself(letter: str) -> bool:
    encoding, meaning = _tables()
    if len(letter) != 1 or not "\0" < letter < "\ud800":
        return False
    glyphs = list(encoding.decode(letter.encode("utf-16-be")))
    return len(glyphs) == 1 and meaning.cid2unichr.get(glyphs[0]) == letter
