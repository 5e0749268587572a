"""The glyphs of a page as PDFium's text page has them, brought to the form of `raw.Glyph`.

PDFium's text page is made for searching: it sorts lines, adds spaces, leaves out what is printed twice in
the same place, and says something for each glyph whether the document does or not. Here only the glyphs
count; where one says what the document did not, the page is given up for the reference reader.
"""

from __future__ import annotations

import ctypes
import re
from itertools import repeat

from pipeline.read import pdfium
from pipeline.read.raw import Glyph, upright

_SPACES = frozenset("\r\n \t")
# A hyphen that PDFium takes for the end of a line (U+FFFE), the bullet that it reads where an encoding has
# nothing, what it orders from right to left and normalises, and what takes two code units.
_RECAST = re.compile(
    "[\ufffe\uffff\u2022\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0010ffff]"
)
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

    def of(self, handle: int) -> Font | None:
        """A font by its handle; None for one that PDFium cannot measure."""
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

    def advance(
        self, font: Font, text: int, place: int, letter: str, box: tuple[float, float], unit: float
    ) -> tuple[float, float]:
        """Where in PDFium's box from x0 to x1 a glyph begins, and how far it advances.

        The box holds the ink too, which may stand out on either side. `unit` is the font's size in points.
        """
        x0, x1 = box
        origin, _, left, right, _, _ = self._places
        pdfium.char_origin(text, place, origin, origin + 8)
        pdfium.char_ink(text, place, left, right, right + 8, right + 16)
        begins, ink = self._doubles[0], self._doubles[3]
        ends = x1
        if abs(ink - x1) < _NEAR * unit and pdfium.font_width(font.handle, ord(letter), 1, self._at):
            told = begins + self._floats[0] * unit
            if begins < told < x1:
                ends = told
        return (begins - x0) / unit, (ends - begins) / unit


def glyphs(text: int, down: tuple[float, float], fonts: Fonts) -> list[Glyph] | None:
    """The glyphs of a text page but for spaces; None where what PDFium says of them is its own.

    `down` is what is added to x, and what y is taken from.
    """
    letters = _letters(text, pdfium.count_chars(text))
    if letters is None:
        return None
    places = [place for place, letter in enumerate(letters) if letter not in _SPACES]
    if not places:
        return []
    if any(map(pdfium.char_unmapped, repeat(text), places)):
        return None
    boxes, address = pdfium.floats(4 * len(places))
    pdfium.run(map(pdfium.char_box, repeat(text), places, range(address, address + 16 * len(places), 16)))
    measures = pdfium.filled(boxes)
    objects = list(map(pdfium.char_object, repeat(text), places))
    found: list[Glyph] = []
    starts = [at for at, item in enumerate(objects) if not at or item != objects[at - 1]]
    runs = _runs(text, [objects[at] for at in starts], [places[at] for at in starts])
    dx, height = down
    for start, end, (handle, size, a, b, c, d, y) in zip(starts, [*starts[1:], len(places)], runs, strict=True):
        font = fonts.of(handle)
        stands, unit = upright(a, b, d), a * size
        if font is None or (stands and (b or unit <= 0)):
            return None
        low = font.descent * size
        edges = height - y - d * low, height - y - d * (low + size)
        top, bottom = min(edges), max(edges)
        known, name = font.advances, font.name
        before = None
        for at in range(start, end):
            left, right = box = measures[4 * at], measures[4 * at + 2]
            if box == before:
                return None  # one glyph that stands for several letters
            before = box
            letter = letters[places[at]]
            if c or not stands:
                # The box of slanted letters is PDFium's own; turned ones are only counted.
                found.append(Glyph(letter, left + dx, top, right + dx, bottom, stands, name))
                continue
            key = letter, round((right - left) / unit, 3)
            if key not in known:
                known[key] = fonts.advance(font, text, places[at], letter, box, unit)
            begins, advance = known[key]
            x0 = left + begins * unit + dx
            found.append(Glyph(letter, x0, top, x0 + advance * unit, bottom, stands, name))
    return found


Run = tuple[int, float, float, float, float, float, float]
"""Of the glyphs that one text object prints: the font, its size, a b c d and the baseline of their matrix."""


def _runs(text: int, objects: list[int], places: list[int]) -> list[Run]:
    matrices, address = pdfium.floats(6 * len(places))
    pdfium.run(map(pdfium.char_matrix, repeat(text), places, range(address, address + 24 * len(places), 24)))
    m = pdfium.filled(matrices)
    sizes = map(pdfium.char_size, repeat(text), places)
    fonts = map(pdfium.text_font, objects)
    return list(zip(fonts, sizes, m[0::6], m[1::6], m[2::6], m[3::6], m[5::6], strict=False))


def _letters(text: int, count: int) -> list[str] | None:
    """What each glyph of a text page says, one character a glyph; None where PDFium has recast some."""
    place = (ctypes.c_ushort * (count + 1))()
    written = max(pdfium.get_text(text, 0, count, ctypes.addressof(place)) - 1, 0)
    said = bytes(memoryview(place).cast("B"))[: 2 * written].decode("utf-16-le", "surrogatepass")
    return None if len(said) != count or _RECAST.search(said) else list(said)
