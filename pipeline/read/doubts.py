"""Pages on which PDFium may see something else than the reference reader, told from what the document says of them.

PDFium guesses where a font does not say what its glyphs mean or how high it stands, and puts ActualText in
place of the glyphs that are printed. Such pages are left to the reference reader, so that what a page says
never depends on the reader. Most of this is known before any content is parsed.
"""

from __future__ import annotations

import io
from typing import Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from yusuan.pipeline.read.annotations import appearances
from yusuan.pipeline.read.by_code import by_code, names
from yusuan.pipeline.read.document import ACTUAL_TEXT, Described, forms
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.standard_fonts import LATIN, STANDARD, same_descent

_NAMED_ENCODINGS = ("WinAnsiEncoding", "MacRomanEncoding")
_SYMBOLIC = 4
_BY_CODE = "codes for characters"
"""Said of a font that is no doubt of itself: which characters are on the page decides."""
_DEEPEST = 8
"""Forms within forms beyond this are not followed."""


class Doubts:
    """What is doubtful on the pages of one document. Each font and form is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[int, str] = {}
        self._layers: Layers | None = None
        self.by_code: dict[str, str] = {}
        """The encodings of fonts whose codes are taken for characters by their names, of the page that was asked for
        last.
        """

    def of(self, described: Described) -> str:
        """Why a page is left to the reference reader; empty where there is no doubt."""
        self.by_code = {}
        if described.replaces:
            return "ActualText"
        if described.unsure:
            return "a wrong checksum"
        layers = self._layers = self._layers or Layers(described.page.doc)
        if described.page.annots and appearances(described.page, layers):
            return "annotations"
        return self._resources(described.page.resources, 0)

    def _resources(self, resources: Any, depth: int) -> str:
        found = resolve1(resources)
        if not isinstance(found, dict):
            return ""
        for font in _values(found.get("Font")):
            said = self._once(font, _font_doubt)
            if said == _BY_CODE:
                self.by_code |= names(resolve1(font))
            elif said:
                return said
        for marked in _values(found.get("Properties")):
            properties = resolve1(marked)
            if isinstance(properties, dict) and "ActualText" in properties:
                return "ActualText"
            if self._layers and self._layers.hides(marked):
                return "a layer that is off"
        if self._layers and self._layers.any_off:
            for drawn in map(resolve1, _values(found.get("XObject"))):
                if isinstance(drawn, PDFStream) and self._layers.hides(drawn.get("OC")):
                    return "a layer that is off"
        for form in forms(found):
            if depth == _DEEPEST:
                return "forms within forms"
            # What stands on the page itself was looked at when it was unpacked.
            if said := (depth and self._once(form, _content_doubt)) or self._resources(
                form.get("Resources"), depth + 1
            ):
                return said
        return ""

    def _once(self, item: Any, ask: Any) -> str:
        key = item.objid if isinstance(item, PDFObjRef | PDFStream) else None
        if key is None:
            return str(ask(resolve1(item)))
        if key not in self._seen:
            self._seen[key] = ask(resolve1(item))
        return self._seen[key]


def _values(entry: Any) -> list[Any]:
    found = resolve1(entry)
    return list(found.values()) if isinstance(found, dict) else []


def _content_doubt(content: Any) -> str:
    return "ActualText" if isinstance(content, PDFStream) and ACTUAL_TEXT in content.get_data() else ""


def _font_doubt(font: Any) -> str:
    """Why what PDFium makes of a font may differ; empty for the fonts that nearly all documents have, _BY_CODE."""
    if not isinstance(font, dict):
        return "a font without a description"
    name, coded = _name(font.get("BaseFont")), False
    inner, descriptor = font, resolve1(font.get("FontDescriptor"))
    if _name(font.get("Subtype")) == "Type0":
        descendants = resolve1(font.get("DescendantFonts"))
        inner = resolve1(descendants[0]) if isinstance(descendants, list) and descendants else {}
        descriptor = resolve1(inner.get("FontDescriptor")) if isinstance(inner, dict) else None
        if not _name(font.get("Encoding")).endswith("-H"):
            return f"the encoding of font {name}"
        coded = by_code(font, inner, descriptor)
        if not coded and not isinstance(resolve1(font.get("ToUnicode")), PDFStream):
            return f"font {name} without a mapping to characters"
    elif _name(font.get("Subtype")) not in ("TrueType", "Type1"):
        return f"the kind of font {name}"
    elif not (_encoded(font, descriptor) or _mapped(font)):
        return f"font {name} without a mapping to characters"
    if not isinstance(descriptor, dict):
        # The standard fonts of letters need none: their measures are known, and PDFium's are held against them.
        known = name in LATIN and "FontDescriptor" not in font and _name(font.get("Subtype")) == "Type1"
        return "" if known else f"font {name} without measures"
    # PDFium measures a font itself that says nothing of its descent, and takes small ones as they are.
    descent = abs(_number(descriptor.get("Descent")))
    if descent <= 10 or _number(descriptor.get("Ascent")) <= 0:
        return f"font {name} without a descent"
    # The reference reader measures the standard fonts by their own table.
    if name in STANDARD and not same_descent(name, descent / 1000):
        return f"the measures of font {name}"
    return _BY_CODE if coded else ""


def _encoded(font: dict[str, Any], descriptor: Any) -> bool:
    """Whether a font of letters has an encoding that leaves nothing to guess."""
    flags = descriptor.get("Flags") if isinstance(descriptor, dict) else None
    return _name(font.get("Encoding")) in _NAMED_ENCODINGS and not int(_number(flags)) & _SYMBOLIC


def _mapped(font: dict[str, Any]) -> bool:
    """Whether a font of single bytes maps each code that has a width."""
    mapping, widths = resolve1(font.get("ToUnicode")), resolve1(font.get("Widths"))
    if not isinstance(mapping, PDFStream) or not isinstance(widths, list):
        return False
    known = FileUnicodeMap()
    CMapParser(known, io.BytesIO(mapping.get_data())).run()
    first = int(_number(font.get("FirstChar")))
    return all(code in known.cid2unichr for code, width in enumerate(widths, start=first) if _number(width))


def _name(value: Any) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _number(value: Any) -> float:
    found = resolve1(value)
    return float(found) if isinstance(found, int | float) else 0.0
