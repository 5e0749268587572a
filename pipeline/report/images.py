"""Pages of a PDF → pictures, as they are displayed: crop box and rotation applied, as cells are measured."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops

DOTS = 120
"""Dots per inch. A digit of a usual table is then some ten dots high."""

_MOST_DOTS = 6_000_000
_GREYS = 16
_COLOURS = 64
_COLOURED = 24
"""Channels of one dot that are further apart are colour, not the fringe of a letter."""


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


def _picture(document: Any, number: int) -> Picture:
    page = document[number - 1]
    try:
        wide, high = page.get_size()
        scale = min(DOTS / 72, math.sqrt(_MOST_DOTS / max(wide * high, 1)))
        # Copied, because the bitmap's memory goes with it.
        image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        page.close()
    return Picture(number, _png(image), image.width, image.height, wide, high)


def _png(image: Image.Image) -> bytes:
    """As PNG with few colours: as small as WebP for pages that are mostly paper, and several times faster."""
    out = io.BytesIO()
    if _is_grey(image):
        levels = image.convert("L").point([round(value * (_GREYS - 1) / 255) for value in range(256)])
        levels = _palette(levels)
        levels.save(out, "PNG", bits=4, compress_level=6)
    else:
        image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE).save(out, "PNG", compress_level=6)
    return out.getvalue()


def _palette(levels: Image.Image) -> Image.Image:
    painted = Image.frombytes("P", levels.size, levels.tobytes())
    painted.putpalette([value for level in range(_GREYS) for value in [level * 255 // (_GREYS - 1)] * 3])
    return painted


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    apart = (ImageChops.difference(red, other).histogram() for other in (green, blue))
    return not any(any(counts[_COLOURED:]) for counts in apart)
