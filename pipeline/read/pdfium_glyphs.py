"""The glyphs of a page as PDFium's text page has them, brought to the form of `raw.Glyphs`.

PDFium's text page is made for searching: it sorts lines, adds spaces, leaves out what is printed twice in
the same place, and says something for each glyph whether the document does or not. Here only the glyphs
count; where one says what the document did not, the page is given up for the reference reader.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.distinct import distinct
from yusuan.pipeline.read.gather import gather
from yusuan.pipeline.read.raw import Flags, Floats, Glyphs, believed, upright
from yusuan.pipeline.read.records import RUN, Counts, Handles, Records, address
from yusuan.pipeline.read.standard_fonts import LATIN, descends, same_descent, same_widths

_SPACES = "\t\n\r "
_PRINTED = np.ones(0x10000, dtype=bool)
_PRINTED[[ord(space) for space in _SPACES]] = False
# The bullet that PDFium reads where an encoding has nothing, what it orders from right to left and normalises, and what
# takes two code units.
_RECAST = re.compile(
    "[\ufffe\uffff\u2022\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0010ffff]"
)
_HYPHEN = "\ufffe"
_STEPS, _MOST_STEPS, _LETTERS = 1000, 0xFFFF, 0x110000
"""Widths are told apart to a thousandth of a font's size, up to that many."""
_AS_IS = -1
"""What stands for all boxes that are taken as they are."""
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
        # By font, letter and width of PDFium's box: where in the box the glyph begins, and how far it advances.
        self.advances: dict[int, tuple[float, float]] = {_AS_IS: (0.0, 0.0)}
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
    codes = codes[printed]
    letters = list(codes.tobytes().decode("utf-16-le", "surrogatepass"))
    items = told["object"]
    begins = np.ones(len(items), dtype=bool)
    np.not_equal(items[1:], items[:-1], out=begins[1:])
    starts = begins.nonzero()[0]
    printing = items[starts]
    found = _runs(gather().runs(text, places[starts], printing), fonts)
    if found is None:
        return None
    styles, style_of_run, baseline_of_run = found
    run = begins.cumsum() - 1
    style, baseline = style_of_run[run], baseline_of_run[run]
    left, right = told["box"][:, ::2].T.astype(np.float64)
    # One box for two glyphs of a run: a glyph that stands for several letters.
    if ((left[1:] == left[:-1]) & (right[1:] == right[:-1]) & ~begins[1:]).any():
        return None
    looks = np.array(
        [(1.0 if s.own_box else s.unit, s.own_box, s.font.number, s.high, s.low, s.stands) for s in styles]
    ).T[:, style]
    unit, own, font, high, low, stands = looks
    x0, x1 = _advances(
        text, places, codes, (left, right), (unit, own != 0, font), [s.font for s in styles], style, fonts
    )
    dx, height = down
    sides = np.array((x0 + dx, height - baseline - high, x1 + dx, height - baseline - low))
    names = np.array([s.font.name for s in styles], dtype=object)[style].tolist()
    return Glyphs(letters, sides, stands != 0, names, run), printing


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
    codes: NDArray[np.uint16],
    box: tuple[Floats, Floats],
    look: tuple[Floats, Flags, Floats],
    used: Sequence[Font],
    style: Ints,
    fonts: Fonts,
) -> tuple[Floats, Floats]:
    """Where each glyph begins and where the next may begin, from PDFium's boxes, which hold the ink too.

    `look` has the font's size of each glyph, whether its box is taken as it is, and the number of its font, which is
    that of its style among those that are `used`.
    """
    left, right = box
    unit, own, font = look
    steps = np.rint((right - left) / unit * _STEPS).clip(0, _MOST_STEPS).astype(np.int64)
    keys = (font.astype(np.int64) * _LETTERS + codes) * (_MOST_STEPS + 1) + steps
    keys[own] = _AS_IS
    first, same = distinct(keys)
    kinds = keys[first].tolist()
    known = fonts.advances
    if not known.keys() >= set(kinds):
        for key, at in zip(kinds, first.tolist(), strict=True):
            if key not in known:
                sides = float(left[at]), float(right[at])
                letter = int(places[at]), int(codes[at])
                known[key] = fonts.advance(used[style[at]], text, *letter, sides, float(unit[at]))
    each = chain.from_iterable(map(known.__getitem__, kinds))
    begins, advance = np.fromiter(each, np.float64, 2 * len(kinds)).reshape(-1, 2)[same].T
    x0 = left + begins * unit
    if not own.any():
        return x0, x0 + advance * unit
    return np.where(own, left, x0), np.where(own, right, x0 + advance * unit)


def _letters(text: int, count: int) -> str | None:
    """What the glyphs of a text page say, one character each; None where PDFium has recast some."""
    place = np.empty(count + 1, dtype=np.uint16)
    written = max(pdfium.get_text(text, 0, count, address(place)) - 1, 0)
    said = place[:written].tobytes().decode("utf-16-le", "surrogatepass")
    if _HYPHEN in said and len(said) == count:
        # A hyphen or a soft one, which are seen alike, before what PDFium takes for the next line of a word.
        said = "".join(
            ["-" if letter == _HYPHEN and pdfium.char_hyphen(text, at) else letter for at, letter in enumerate(said)]
        )
    return None if len(said) != count or _RECAST.search(said) else said
