"""The page as it is displayed: crop box and rotation applied, y downwards from the top left corner."""

from __future__ import annotations

from typing import NamedTuple

from pdfminer.pdfpage import PDFPage

from yusuan.pipeline.messages.findings import SaidError
from yusuan.schemas.sentences import files as say

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a x + c y + e, y' = b x + d y + f."""


class Display(NamedTuple):
    """The size of the displayed page, and what brings the page's own coordinates into it, y still upwards."""

    width: float
    height: float
    matrix: Matrix


class NotDisplayed(SaidError, ValueError):
    """A page cannot be displayed as its dictionary says."""


def has_area(page: PDFPage) -> bool:
    """Whether there is anything that a page could be displayed on."""
    x0, y0, x1, y1 = page.mediabox
    return bool(x0 != x1 and y0 != y1)


def display(page: PDFPage) -> Display:
    """How a page is displayed.

    Raises NotDisplayed for a page without an area, or a rotation that is no quarter turn.
    """
    mx0, my0, mx1, my1 = _ordered(page.mediabox)
    cx0, cy0, cx1, cy1 = _ordered(page.cropbox)
    x0, y0, x1, y1 = max(mx0, cx0), max(my0, cy0), min(mx1, cx1), min(my1, cy1)
    if x0 >= x1 or y0 >= y1:
        # A crop box beside the page is none.
        x0, y0, x1, y1 = mx0, my0, mx1, my1
    if x0 >= x1 or y0 >= y1:
        raise NotDisplayed(say.NO_AREA.of(x0=x0, y0=y0, x1=x1, y1=y1))
    match page.rotate % 360:
        case 0:
            return Display(x1 - x0, y1 - y0, (1, 0, 0, 1, -x0, -y0))
        case 90:
            return Display(y1 - y0, x1 - x0, (0, -1, 1, 0, -y0, x1))
        case 180:
            return Display(x1 - x0, y1 - y0, (-1, 0, 0, -1, x1, y1))
        case 270:
            return Display(y1 - y0, x1 - x0, (0, 1, -1, 0, y1, -x0))
        case turn:
            raise NotDisplayed(say.TURNED_ODDLY.of(turn=turn))


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    xa, ya, xb, yb = box
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
