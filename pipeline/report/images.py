"""Pages of a PDF → pictures, as they are displayed: crop box and rotation applied, as cells are measured."""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops

DOTS = 120
"""Dots per inch. A digit of a usual table is then some ten dots high."""

_MOST_DOTS = 6_000_000
_GREYS = (0, 96, 190, 255)
_BOUNDS = (48, 140, 226)
"""The greys of a page, and where one ends: ink, two for the edges of letters and for shading, paper."""
_COLOURS = 64
_COLOURED = 24
"""Channels of one dot that are further apart are colour, not the fringe of a letter."""
_SMALLER = 5
"""How much smaller a page is looked at to tell whether it has colour."""


@dataclass(frozen=True)
class Picture:
    """A page as PNG; `width` and `height` in dots, `points_wide` and `points_high` in points as cells are measured."""

    page: int
    png: bytes
    width: int
    height: int
    points_wide: float
    points_high: float


def pictures(data: bytes, pages: Iterable[int]) -> list[Picture]:
    """Pictures of some pages, by number from 1; numbers that the document does not have are left out.

    Raises pypdfium2.PdfiumError for a file that cannot be shown.
    """
    document = pdfium.PdfDocument(data)
    try:
        count = len(document)
        return [_picture(document, page) for page in pages if 1 <= page <= count]
    finally:
        document.close()


def rendered(data: bytes, page: int, dots: float) -> tuple[Image.Image, float]:
    """A page, by number from 1, in its colours, and how many of its dots a point is; `dots` per inch, or as many as the
    largest picture has.

    Raises pypdfium2.PdfiumError for a file that cannot be shown, IndexError for a page that it does not have.
    """
    document = pdfium.PdfDocument(data)
    try:
        shown = document[page - 1]
        wide, high = shown.get_size()
        scale = min(dots / 72, math.sqrt(_MOST_DOTS / max(wide * high, 1)))
        image = _image(shown, scale)
        shown.close()
        return image, scale
    finally:
        document.close()


def _picture(document: Any, number: int) -> Picture:
    page = document[number - 1]
    try:
        wide, high = page.get_size()
        scale = min(DOTS / 72, math.sqrt(_MOST_DOTS / max(wide * high, 1)))
        coloured = _has_colour(_image(page, scale / _SMALLER))
        image = _image(page, scale, grey=not coloured)
    finally:
        page.close()
    return Picture(number, (_colours if coloured else _greys)(image), image.width, image.height, wide, high)


def _image(page: Any, scale: float, grey: bool = False) -> Image.Image:
    # Converted, and by that copied, because the bitmap's memory goes with it.
    image: Image.Image = page.render(scale=scale, grayscale=grey).to_pil()
    return image.point(_LEVELS) if grey else image.convert("RGB")


_LEVELS = [sum(value >= bound for bound in _BOUNDS) for value in range(256)]


def _greys(image: Image.Image) -> bytes:
    """As PNG of four greys, whose dots have two bits each: a quarter of the time and half the size of what has more.

    Runs of paper are what there is to compress, for which the cheapest of the ways to look for repetitions does.
    """
    painted = Image.frombytes("P", image.size, image.tobytes())
    painted.putpalette([value for grey in _GREYS for value in [grey] * 3])
    out = io.BytesIO()
    painted.save(out, "PNG", bits=2, compress_level=1, compress_type=zlib.Z_RLE)
    return out.getvalue()


def _colours(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE).save(out, "PNG", compress_level=3)
    return out.getvalue()


def _has_colour(image: Image.Image) -> bool:
    red, green, blue = image.split()
    apart = (ImageChops.difference(red, other).histogram() for other in (green, blue))
    return any(any(counts[_COLOURED:]) for counts in apart)
