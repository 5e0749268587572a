"""The glyphs of a page as PDFium's text page has them, brought to the form of `raw.Glyph`."""

from __future__ import annotations

import ctypes
from itertools import repeat

from pipeline.read import pdfium
from pipeline.read.raw import Glyph, upright

_SPACES = frozenset("\r\n \t")
_NO_MEANING = "\ufffd"
# What PDFium puts in place of a hyphen at the end of a line.
_HYPHEN = "\x02"
_NEAR = 0.001
"""Edges nearer than this part of a font's size are the same edge."""


class Font:
    """One font of a document, with what was measured of its glyphs."""

    def __init__(self, handle: int, name: str, descent: float) -> None:
        self.handle, self.name, self.descent = handle, name, descent
        # By letter and by the width of PDFium's box: where in the box the glyph begins, and how far it advances.
        self.advances: dict[tuple[str, float], tuple[float, float]] = {}


class Fonts:
    """What is asked once of each font of a document. Lengths are in parts of the font's size."""

    def __init__(self) -> None:
        self._known: dict[int, Font | None] = {}
        self._floats, self._at = pdfium.floats(2)
        self._doubles = (ctypes.c_double * 6)()
        self._places = range(address := ctypes.addressof(self._doubles), address + 48, 8)

    def of(self, item: int) -> Font | None:
        """The font of a text object; None for one that PDFium cannot measure."""
        handle = pdfium.text_font(item)
        if handle not in self._known:
            self._known[handle] = self._ask(handle)
        return self._known[handle]

    def _ask(self, handle: int) -> Font | None:
        if not handle:
            return None
        measured = pdfium.font_ascent(handle, 1, self._at) and pdfium.font_descent(handle, 1, self._at + 4)
        ascent, descent = self._floats
        if not measured or ascent <= descent:
            return None
        name = ctypes.create_string_buffer(pdfium.font_name(handle, None, 0) + 1)
        pdfium.font_name(handle, ctypes.addressof(name), len(name))
        return Font(handle, name.value.decode("utf-8", "replace"), descent)

    def advance(self, font: Font, text: int, place: int, letter: str, box: tuple[float, float], unit: float) -> tuple[float, float]:
        """Where in PDFium's box from x0 to x1 a glyph begins, and how far it advances.

        The box holds the ink too, which may stand out on either side. `unit` is the font's size in points.
        """
        x0, x1 = box
        origin, _, left, right, _, _ = self._places
        pdfium.char_origin(text, place, origin, origin + 8)
        pdfium.char_ink(text, place, left, right, right + 8, right + 16)
        begins, ink = self._doubles[0], self._doubles[3]
        ends = x1
        if abs(ink - x1) < _NEAR * unit and pdfium.font_width(font.handle, ord(letter[0]), 1, self._at):
            told = begins + self._floats[0] * unit
            if begins < told < x1:
                ends = told
        return (begins - x0) / unit, (ends - begins) / unit


def glyphs(text: int, down: tuple[float, float], fonts: Fonts) -> list[Glyph] | None:
    """The glyphs of a text page but for spaces; None where PDFium cannot measure them.

    `down` is what is added to x, and what y is taken from.
    """
    letters = _letters(text, pdfium.count_chars(text))
    places = [place for place, letter in enumerate(letters) if letter not in _SPACES]
    boxes, address = pdfium.floats(4 * len(places))
    pdfium.run(map(pdfium.char_box, repeat(text), places, range(address, address + 16 * len(places), 16)))
    measures = pdfium.filled(boxes)
    lefts, rights = measures[0::4], measures[2::4]
    objects = list(map(pdfium.char_object, repeat(text), places))
    matrix, at_matrix = pdfium.floats(6)
    dx, height = down
    found: list[Glyph] = []
    last = None
    for place, left, right, item in zip(places, lefts, rights, objects, strict=False):
        letter = letters[place]
        if item != last:
            last = item
            font = fonts.of(item)
            if font is None:
                return None
            pdfium.char_matrix(text, place, at_matrix)
            a, b, c, d, _, y = matrix
            size = pdfium.char_size(text, place)
            stands, unit = upright(a, b, d), a * size
            if stands and (b or unit <= 0):
                return None
            low, high = font.descent * size, (font.descent + 1) * size
            top, bottom = height - y - d * high, height - y - d * low
            known, name = font.advances, font.name
            if c:
                leans = min(c * low, c * high, 0), max(c * low, c * high, 0)
        if not stands:
            found.append(Glyph(letter, left + dx, top, right + dx, bottom, stands, name))
            continue
        key = letter, round((right - left) / unit, 3)
        if key in known:
            begins, advance = known[key]
        else:
            begins, advance = known[key] = fonts.advance(font, text, place, letter, (left, right), unit)
        x0 = left + begins * unit + dx
        x1 = x0 + advance * unit
        if c:
            x0, x1 = x0 + leans[0], x1 + leans[1]
        found.append(Glyph(letter, x0, top, x1, bottom, stands, name))
    return found


def _letters(text: int, count: int) -> list[str]:
    """What each glyph of a text page says, one string a glyph."""
    place = (ctypes.c_ushort * (count + 1))()
    written = pdfium.get_text(text, 0, count, ctypes.addressof(place)) - 1
    said = bytes(memoryview(place).cast("B"))[: 2 * max(written, 0)].decode("utf-16-le", "surrogatepass")
    if len(said) == count and said.isprintable():
        return list(said)
    return list(said)
