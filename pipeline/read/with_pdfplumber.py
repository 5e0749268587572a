"""Pages read with pdfplumber: the reference, in pure Python."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.read.display import display
from pipeline.read.document import Described
from pipeline.read.raw import Glyphs, Path, Point, RawPage, hangs, upright


def read_pages(data: bytes, pages: Sequence[Described], numbers: Sequence[int] | None = None) -> Iterator[RawPage]:
    """What is painted on `pages`, all the pages of a document, or on those of them with these `numbers`.

    Raises what pdfminer raises, nearly anything, on damaged input.
    """
    try:
        with pdfplumber.open(io.BytesIO(data), pages=numbers, unicode_norm=None) as pdf:
            for page in pdf.pages:
                yield _page(page, pages[page.page_number - 1].page)
                page.close()
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], Exception):
            raise error.args[0] from error
        raise


def _page(page: pdfplumber.page.Page, described: PDFPage) -> RawPage:
    shown = display(described)
    # pdfplumber measures from the media box, and leaves its corner where it is.
    x0, y0, x1, y1 = described.mediabox
    left, low = {0: (-x0, -y0), 90: (-y0, x1), 180: (x1, y1), 270: (y1, -x0)}[described.rotate % 360]
    dx = shown.matrix[4] - left - page.mediabox[0]
    height = shown.height - (shown.matrix[5] - low)

    def box(item: dict[str, Any]) -> tuple[Point, Point]:
        return (item["x0"] + dx, height - item["y1"]), (item["x1"] + dx, height - item["y0"])

    paths = [_path("line", line, box(line)) for line in page.lines]
    paths += [_path("rectangle", rect, box(rect)) for rect in page.rects]
    down = height - page.height - page.mediabox[1]
    paths += [_path("curve", curve, [(x + dx, y + down) for x, y in curve["pts"]]) for curve in page.curves]
    sides = [
        (char["x0"] + dx, height - char["y1"] - sunk, char["x1"] + dx, height - char["y0"] - sunk)
        for char, sunk in zip(page.chars, map(_sunk, page.chars), strict=True)
    ]
    glyphs = Glyphs(
        [char["text"] for char in page.chars],
        np.array(sides, dtype=np.float64).reshape(-1, 4).T,
        np.array([upright(a, b, d) for a, b, _, d, _, _ in (char["matrix"] for char in page.chars)], dtype=bool),
        [str(char["fontname"]) for char in page.chars],
    )
    return RawPage(page.page_number, shown.width, shown.height, glyphs, paths, len(page.images))


def _sunk(char: dict[str, Any]) -> float:
    """How many points a glyph's box stands lower than a plausible font would put it."""
    size = char["y1"] - char["y0"]
    if size <= 0 or not char["upright"]:
        return 0.0
    said = (char["matrix"][5] - char["y0"]) / size
    return float((said - hangs(said)) * size)


def _path(shape: Any, item: dict[str, Any], points: Sequence[Point]) -> Path:
    stroke, fill = item.get("stroking_color"), item.get("non_stroking_color")
    return Path(
        shape, points, bool(item.get("stroke")), bool(item.get("fill")), _white(stroke), _white(fill), _dark(fill)
    )


def _white(color: object) -> bool:
    """Whether a colour is white in grey, RGB or CMYK, to eight bits."""
    parts = [color] if isinstance(color, int | float) else color
    if not isinstance(parts, list | tuple) or not parts or not all(isinstance(part, int | float) for part in parts):
        return False
    white = 0 if len(parts) == 4 else 255
    return all(round(min(max(part, 0), 1) * 255) == white for part in parts)


def _dark(color: object) -> bool:
    """Whether a colour is nearer to black than to white; none at all is black."""
    parts = [color] if isinstance(color, int | float) else list(color) if isinstance(color, list | tuple) else []
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return color is None
    if len(parts) == 4:
        return min(1, sum(parts[:3]) / 3 + parts[3]) >= 0.5
    return sum(parts) / len(parts) <= 0.5
