"""The glyphs of a page as PDFium's text page has them, brought to the form of `raw.Glyphs`.

PDFium's text page is made for searching: it sorts lines, adds spaces, leaves out what is printed twice in
the same place, and says something for each glyph whether the document does or not. Here only the glyphs
count; where one says what the document did not, the page is given up for the reference reader.
"""

from __future__ import annotations

import ctypes
import re
import struct
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.distinct import distinct
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.raw import Floats, Glyphs, believed, upright
from yusuan.pipeline.read.records import RUN, Counts, Handles, Records
from yusuan.pipeline.read.standard_fonts import LATIN, descends, same_descent, same_widths

_SPACES = "\t\n\r "
_PRINTED = np.ones(0x10000, dtype=bool)
_PRINTED[[ord(space) for space in _SPACES]] = False
_NO_SPACES = {ord(space): None for space in _SPACES}
# The bullet that PDFium reads where an encoding has nothing, what it orders from right to left and normalises, and what
# takes two code units.
_RECAST = re.compile(
    "[\ufffe\uffff\u2022\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0010ffff]"
)
_HYPHEN = "\ufffe"
_STEPS, _MOST_STEPS, _LETTERS = 1000, 0xFFFF, 0x110000
"""Widths are told apart to a thousandth of a font's size, up to that many."""
Ints = NDArray[np.int64]
_STYLE = struct.Struct("=Qd4f")
_PACKED = np.dtype([("style", f"V{_STYLE.size}"), ("rest", f"V{RUN.itemsize - _STYLE.size}")])
"""A RUN whose font, size and matrix but for its place are one value."""
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
        place = ctypes.create_string_buffer(pdfium.font_name(handle, None, 0) + 1)
        pdfium.font_name(handle, ctypes.addressof(place), len(place))
        name = place.value.decode("utf-8", "replace")
        if name in LATIN and not same_descent(name, -descent):
            # The document says nothing of its measures, or it would have been doubted.
            if not same_widths(name, partial(self._width, handle)):
                return None
            descent = -descends(name)
        return Font(len(self._known), handle, name, descent)

    def _width(self, handle: int, letter: int) -> float:
        """How far a letter advances; below zero where PDFium does not tell."""
        return self._floats[0] if pdfium.font_width(handle, letter, 1, self._at) else -1.0

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


def glyphs(text: int, down: tuple[float, float], fonts: Fonts) -> tuple[Glyphs, Handles] | None:
    """The glyphs of a text page but for spaces, and the objects that print them, one for each of their paints.

    None where what PDFium says of them is its own.

    `down` is what is added to x, and what y is taken from.
    """
    said = _letters(text, pdfium.count_chars(text))
    if said is None:
        return None
    codes = np.frombuffer(said.encode("utf-16-le"), dtype=np.uint16)
    printed = _PRINTED[codes]
    places = np.flatnonzero(printed).astype(np.int32)
    if not len(places):
        nothing = np.zeros(0, dtype=np.uint64)
        return Glyphs([], np.zeros((4, 0)), np.zeros(0, dtype=bool), [], np.zeros(0, dtype=np.int64)), nothing
    told = gather().characters(text, places)
    if told["unmapped"].any():
        return None
    letters = list(said.translate(_NO_SPACES))
    items = told["object"]
    begins = np.concatenate(([True], items[1:] != items[:-1]))
    starts = np.flatnonzero(begins)
    printing = items[starts]
    found = _runs(gather().runs(text, places[starts], printing), fonts)
    if found is None:
        return None
    styles, style_of_run, baseline_of_run = found
    run = np.cumsum(begins) - 1
    style, baseline = style_of_run[run], baseline_of_run[run]
    left, _, right, _ = told["box"].astype(np.float64).T
    # One box for two glyphs of a run: a glyph that stands for several letters.
    if np.any((np.diff(left) == 0) & (np.diff(right) == 0) & ~begins[1:]):
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


def _runs(told: Records, fonts: Fonts) -> tuple[list[Style], Ints, Floats] | None:
    """The styles of a page, and the style and baseline of each text object; None where PDFium cannot measure one.

    `told` is the RUN of each object.
    """
    # Font, size, and what turns and scales are only told apart, so that they may stay packed.
    keys: list[bytes] = np.ascontiguousarray(told).view(_PACKED)["style"].tolist()
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    styles: list[Style] = []
    for key in numbers:
        handle, size, a, b, c, d = _STYLE.unpack(key)
        font = fonts.of(handle)
        stands, unit = upright(a, b, d, size), a * size
        if font is None or (stands and (b or unit <= 0)):
            return None
        below = believed(-font.descent)
        low, high = sorted((-d * below * size, d * (1 - below) * size))
        styles.append(Style(font, unit, low, high, stands, bool(c) or not stands))
    style_of_run = np.fromiter(map(numbers.__getitem__, keys), dtype=np.int64, count=len(keys))
    return styles, style_of_run, told["f"].astype(np.float64)


def _advances(
    text: int,
    places: Counts,
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
    first, same = distinct(keys)
    kinds = keys[first].tolist()
    known = fonts.advances
    for key, at, leave in zip(kinds, first.tolist(), own[first].tolist(), strict=True):
        if key not in known and not leave:
            sides = float(left[at]), float(right[at])
            known[key] = fonts.advance(
                styles[style[at]].font, text, int(places[at]), int(letters[at]), sides, float(unit[at])
            )
    measured = np.array([known.get(key, (0.0, 0.0)) for key in kinds])
    begins, advance = measured[same].T
    x0 = np.where(own, left, left + begins * unit)
    return x0, np.where(own, right, x0 + advance * unit)


def _letters(text: int, count: int) -> str | None:
    """What the glyphs of a text page say, one character each; None where PDFium has recast some."""
    place = (ctypes.c_ushort * (count + 1))()
    written = max(pdfium.get_text(text, 0, count, ctypes.addressof(place)) - 1, 0)
    said = bytes(memoryview(place).cast("B"))[: 2 * written].decode("utf-16-le", "surrogatepass")
    if _HYPHEN in said and len(said) == count:
        # A hyphen or a soft one, which are seen alike, before what PDFium takes for the next line of a word.
        said = "".join(
            ["-" if letter == _HYPHEN and pdfium.char_hyphen(text, at) else letter for at, letter in enumerate(said)]
        )
    return None if len(said) != count or _RECAST.search(said) else said
