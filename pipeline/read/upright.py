"""A page whose text stands sideways or on its head → the same page turned by quarters, so that its text stands upright.

Tables that are wider than the page are often laid on it sideways, and drawn so: the page is displayed as it is printed,
and whoever reads it turns it.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

from pdfminer.pdfpage import PDFPage

from yusuan.pipeline.read.raw import RawPage

_TURNS = (1, 3, 2)
"""The quarters with the clock by which a page may have to be turned: most tables are read from the right edge."""

_DIGITS = 20
"""So many digits are more than the number and the date of a page: they are the figures of a table."""


def read_upright(read: Callable[[PDFPage], RawPage | None], page: PDFPage) -> RawPage | None:
    """What `read` finds on a page, or, where most of its text is turned, on the page turned so that most is upright.

    A page with figures that would not stand upright then is left as it is. None where `read` finds None. Raises what
    `read` raises.
    """
    raw = read(page)
    if raw is None or not _mostly_turned(raw):
        return raw
    for quarters in _TURNS:
        turned = read(_turned(page, quarters))
        if turned is None:
            return None
        if not _mostly_turned(turned):
            # Where figures stand another way too, there are two tables: the page is left as it is displayed.
            return raw if _digits_left(turned) >= _DIGITS else turned._replace(quarters=quarters)
    return raw


def _mostly_turned(raw: RawPage) -> bool:
    stands = raw.glyphs.upright
    if bool(stands.all()):
        return False
    seen = [stand for text, stand in zip(raw.glyphs.texts, stands.tolist(), strict=True) if not text.isspace()]
    return 2 * sum(map(bool, seen)) < len(seen)


def _digits_left(raw: RawPage) -> int:
    """How many digits of a page do not stand upright."""
    stands = raw.glyphs.upright.tolist()
    return sum(text.isdigit() for text, stand in zip(raw.glyphs.texts, stands, strict=True) if not stand)


def _turned(page: PDFPage, quarters: int) -> PDFPage:
    """The page as if it were displayed turned once more, with the clock."""
    turned = copy(page)
    turned.rotate = (page.rotate + 90 * quarters) % 360
    turned.attrs = {**page.attrs, "Rotate": turned.rotate}
    return turned
