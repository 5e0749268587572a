"""The glyphs of a page as PDFium's text page has them, brought to the form of `raw.Glyphs`.

PDFium's text page is made for searching: it sorts lines, adds spaces, leaves out what is printed twice in
the same place, and says something for each glyph whether the document does or not. Here only the glyphs
count; where one says what the document did not, the page is given up for the reference reader.
"""

from __future__ import annotations

import ctypes
import re
import struct
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.raw import Floats, Glyphs, believed, upright

_SPACES = "\t\n\r "
_PRINTED = np.ones(0x10000, dtype=bool)
_PRINTED[[ord(space) for space in _SPACES]] = False
_NO_SPACES = {ord(space): None for space in _SPACES}
# A hyphen that PDFium takes for the end of a line (U+FFFE), the bullet that it reads where an encoding has
# nothing, what it orders from right to left and normalises, and what takes two code units.
_RECAST = re.compile(
    "[\ufffe\uffff\u2022\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0010ffff]"
)
_STEPS, _MOST_STEPS, _LETTERS = 1000, 0xFFFF, 0x110000
"""Widths are told apart to a thousandth of a font's size, up to that many."""
Ints = NDArray[np.int64]
_MATRIX = np.dtype([("abcd", "V16"), ("e", np.float32), ("f", np.float32)])
"""A matrix as PDFium writes it. What turns and scales is only told apart, so that it may stay packed."""
_NEAR = 0.001
"""Edges nearer than this part of a font's size are the same edge."""


class Font:
    """One font of a document."""

    def __init__(self, number: int, handle: int, name: str, descent: float) -> None:
        self.number, self.handle, self.name, self.descent = number, handle, name, descent


class Fonts:
    """What is asked once of each font of a document. Lengths are in parts of the font's size."""

    def __init__(self) -> None:
        self._known: dict[int, Font | None] = {}
        # By font, letter, width of PDFium's box and whether it is taken as it is: where in the box the glyph begins,
        # and how far it advances.
        self.advances: dict[int, tuple[float, float]] = {}
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
        return Font(len(self._known), handle, name.value.decode("utf-8", "replace"), descent)

    def advance(
        self, font: Font, text: int, place: int, letter: int, box: tuple[float, float], unit: float
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
        if abs(ink - x1) < _NEAR * unit and pdfium.font_width(font.handle, letter, 1, self._at):
            told = begins + self._floats[0] * unit
            if begins < told < x1:
                ends = told
        return (begins - x0) / unit, (ends - begins) / unit


def glyphs(text: int, down: tuple[float, float], fonts: Fonts) -> tuple[Glyphs, list[int]] | None:
    """The glyphs of a text page but for spaces, and the objects that print them, one for each of their paints.

    None where what PDFium says of them is its own.

    `down` is what is added to x, and what y is taken from.
    """
    said = _letters(text, pdfium.count_chars(text))
    if said is None:
        return None
    codes = np.frombuffer(said.encode("utf-16-le"), dtype=np.uint16)
    printed = _PRINTED[codes]
    places: list[int] = np.flatnonzero(printed).tolist()
    if not places:
        return Glyphs([], np.zeros((4, 0)), np.zeros(0, dtype=bool), [], np.zeros(0, dtype=np.int64)), []
    if any(map(pdfium.char_unmapped, repeat(text), places)):
        return None
    letters = list(said.translate(_NO_SPACES))
    objects = list(map(pdfium.char_object, repeat(text), places))
    items = np.array(objects, dtype=np.uint64)
    starts: list[int] = [0, *(np.flatnonzero(items[1:] != items[:-1]) + 1).tolist()]
    printing = [objects[at] for at in starts]
    found = _runs(text, printing, [places[at] for at in starts], fonts)
    if found is None:
        return None
    styles, style_of_run, baseline_of_run = found
    run = np.repeat(np.arange(len(starts)), np.diff([*starts, len(places)]))
    style, baseline = style_of_run[run], baseline_of_run[run]
    left, right = _boxes(text, places)
    # One box for two glyphs of a run: a glyph that stands for several letters.
    if np.any((np.diff(left) == 0) & (np.diff(right) == 0) & (np.diff(run) == 0)):
        return None
    x0, x1 = _advances(text, places, codes[printed].astype(np.int64), (left, right), styles, style, fonts)
    dx, height = down
    top, bottom = (
        height - baseline - np.array(edge)[style] for edge in ([s.high for s in styles], [s.low for s in styles])
    )
    found_glyphs = Glyphs(
        letters,
        np.array((x0 + dx, top, x1 + dx, bottom)),
        np.array([s.stands for s in styles])[style],
        np.array([s.font.name for s in styles], dtype=object)[style].tolist(),
        run,
    )
    return found_glyphs, printing


class Style(NamedTuple):
    """What many text objects have in common: a font in one size and position. Heights are over the baseline."""

    font: Font
    unit: float
    low: float
    high: float
    stands: bool
    own_box: bool
    """Whether PDFium's box is taken as it is: that of slanted letters, and of turned ones, which are only counted."""


def _runs(text: int, objects: list[int], places: list[int], fonts: Fonts) -> tuple[list[Style], Ints, Floats] | None:
    """The styles of a page, and the style and baseline of each text object; None where PDFium cannot measure one.

    `places` are those of the first glyphs of the objects.
    """
    matrices, address = pdfium.floats(6 * len(places))
    pdfium.run(map(pdfium.char_matrix, repeat(text), places, range(address, address + 24 * len(places), 24)))
    told = np.frombuffer(matrices, dtype=_MATRIX)
    sizes = map(pdfium.char_size, repeat(text), places)
    handles = map(pdfium.text_font, objects)
    numbers: dict[tuple[int, float, bytes], int] = {}
    style_of_run = [
        numbers.setdefault(key, len(numbers)) for key in zip(handles, sizes, told["abcd"].tolist(), strict=True)
    ]
    styles: list[Style] = []
    for handle, size, linear in numbers:
        a, b, c, d = struct.unpack("=4f", linear)
        font = fonts.of(handle)
        stands, unit = upright(a, b, d, size), a * size
        if font is None or (stands and (b or unit <= 0)):
            return None
        below = believed(-font.descent)
        low, high = sorted((-d * below * size, d * (1 - below) * size))
        styles.append(Style(font, unit, low, high, stands, bool(c) or not stands))
    return styles, np.array(style_of_run), told["f"].astype(np.float64)


def _boxes(text: int, places: list[int]) -> tuple[Floats, Floats]:
    """The left and right sides of PDFium's boxes."""
    boxes, address = pdfium.floats(4 * len(places))
    pdfium.run(map(pdfium.char_box, repeat(text), places, range(address, address + 16 * len(places), 16)))
    sides = np.frombuffer(boxes, dtype=np.float32).reshape(-1, 4).astype(np.float64)
    return sides[:, 0], sides[:, 2]


def _advances(
    text: int,
    places: list[int],
    letters: Ints,
    box: tuple[Floats, Floats],
    styles: list[Style],
    style: Ints,
    fonts: Fonts,
) -> tuple[Floats, Floats]:
    """Where each glyph begins and where the next may begin, from PDFium's boxes, which hold the ink too."""
    left, right = box
    own = np.array([s.own_box for s in styles])[style]
    unit = np.array([1 if s.own_box else s.unit for s in styles])[style]
    font = np.array([s.font.number for s in styles])[style]
    steps = np.rint((right - left) / unit * _STEPS).clip(0, _MOST_STEPS).astype(np.int64)
    keys = ((font * _LETTERS + letters) * (_MOST_STEPS + 1) + steps) * 2 + own
    distinct, first, same = np.unique(keys, return_index=True, return_inverse=True)
    known = fonts.advances
    for key, at, leave in zip(distinct.tolist(), first.tolist(), own[first].tolist(), strict=True):
        if key not in known and not leave:
            sides = float(left[at]), float(right[at])
            known[key] = fonts.advance(
                styles[style[at]].font, text, places[at], int(letters[at]), sides, float(unit[at])
            )
    measured = np.array([known.get(key, (0.0, 0.0)) for key in distinct.tolist()])
    begins, advance = measured[same].T
    x0 = np.where(own, left, left + begins * unit)
    return x0, np.where(own, right, x0 + advance * unit)


def _letters(text: int, count: int) -> str | None:
    """What the glyphs of a text page say, one character each; None where PDFium has recast some."""
    place = (ctypes.c_ushort * (count + 1))()
    written = max(pdfium.get_text(text, 0, count, ctypes.addressof(place)) - 1, 0)
    said = bytes(memoryview(place).cast("B"))[: 2 * written].decode("utf-16-le", "surrogatepass")
    return None if len(said) != count or _RECAST.search(said) else said
