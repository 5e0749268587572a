"""Pages read with pdfplumber: the reference, in pure Python."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.exceptions import PdfminerException

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.annotations import appearances, undrawn
from yusuan.pipeline.read.display import display, has_area
from yusuan.pipeline.read.document import Described
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.painting import Painted, paint
from yusuan.pipeline.read.raw import Glyphs, Paints, Path, Point, RawPage, Shape, believed, nothing, upright
from yusuan.pipeline.read.raw import Painted as PaintedPaths
from yusuan.pipeline.read.upright import read_upright


def read_pages(data: bytes, pages: Sequence[Described], numbers: Iterable[int] | None = None) -> Iterator[RawPage]:
    """What is painted on `pages`, all the pages of a document, or on those of them with these `numbers`.

    The next number is asked for when the next page is.

    Raises what pdfminer raises, nearly anything, on damaged input.
    """
    layers: Layers | None = None
    try:
        # It is not closed: to close the pages, it would walk down the tree, which may be deeper than Python's stack.
        pdf = pdfplumber.open(io.BytesIO(data), unicode_norm=None)
        # Its own list of pages has each page once, however often it hangs in the tree.
        pdf._pages = []
        for number in range(1, len(pages) + 1) if numbers is None else numbers:
            described = pages[number - 1].page
            if not has_area(described):
                yield nothing(number)
                continue
            layers = layers or Layers(described.doc)
            found = read_upright(partial(_page, pdf, number, layers), described)
            assert found is not None
            yield found
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], Exception):
            raise error.args[0] from error
        raise


def _page(pdf: pdfplumber.PDF, number: int, layers: Layers, described: PDFPage) -> RawPage:
    page = pdfplumber.page.Page(pdf, described, page_number=number)
    painted = paint(page, layers, appearances(described, layers))
    found = _found(page, described, painted, layers)
    page.close()
    return found


def _found(page: pdfplumber.page.Page, described: PDFPage, painted: Painted, layers: Layers) -> RawPage:
    shown = display(described)
    # pdfplumber measures from the media box, and leaves its corner where it is.
    x0, y0, x1, y1 = described.mediabox
    left, low = {0: (-x0, -y0), 90: (-y0, x1), 180: (x1, y1), 270: (y1, -x0)}[described.rotate % 360]
    dx = shown.matrix[4] - left - page.mediabox[0]
    height = shown.height - (shown.matrix[5] - low)

    def box(item: dict[str, Any]) -> tuple[Point, Point]:
        return (item["x0"] + dx, height - item["y1"]), (item["x1"] + dx, height - item["y0"])

    down = height - page.height - page.mediabox[1]
    points: list[tuple[Shape, Sequence[Point]]] = [("line", box(line)) for line in page.lines]
    points += [("rectangle", box(rect)) for rect in page.rects]
    points += [("curve", [(x + dx, y + down) for x, y in curve["pts"]]) for curve in page.curves]
    strokes = painted.of_paths()
    paths = [
        Path(shape, along, how.stroked, how.filled, how.white_stroke, how.white_fill, how.dark_fill)
        for (shape, along), how in zip(points, strokes, strict=True)
    ]
    stands = [
        upright(a, b, d, painted.sizes[paint])
        for (a, b, _, d, _, _), paint in zip((char["matrix"] for char in page.chars), painted.of_char, strict=True)
    ]
    lows = _lows(page.chars, stands)
    sides = [
        (char["x0"] + dx, height - low - (char["y1"] - char["y0"]), char["x1"] + dx, height - low)
        for char, low in zip(page.chars, lows, strict=True)
    ]
    glyphs = Glyphs(
        [char["text"] for char in page.chars],
        np.array(sides, dtype=np.float64).reshape(-1, 4).T,
        np.array(stands, dtype=bool),
        [str(char["fontname"]) for char in page.chars],
        np.array(painted.of_char, dtype=np.int64),
    )

    across = shown.matrix[4] - left

    def placed(area: Box) -> Box:
        return area[0] + across, height - area[3], area[2] + across, height - area[1]

    texts = painted.paints
    paints = Paints(
        np.array([order for order, _, _, _ in texts], dtype=np.int64),
        np.array([why for _, why, _, _ in texts], dtype=np.int64),
        np.array([color for _, _, color, _ in texts], dtype=np.int64).reshape(-1, 3).T,
        np.array([placed(clip) for _, _, _, clip in texts], dtype=np.float64).reshape(-1, 4).T,
    )
    areas = [area._replace(box=placed(area.box)) for area in painted.areas]
    fields = undrawn(described, shown, layers)
    when = PaintedPaths(
        np.array([how.order for how in strokes], dtype=np.int64),
        np.array([placed(how.clip) for how in strokes], dtype=np.float64).reshape(-1, 4).T,
    )
    return RawPage(
        page.page_number, shown.width, shown.height, glyphs, paths, len(page.images), paints, areas, fields, when
    )


def _lows(chars: Sequence[dict[str, Any]], stands: Sequence[bool]) -> list[float]:
    """The lower edge of each glyph's box, y up.

    pdfplumber's is the font's descent below the baseline, and what most glyphs of a font have is that: what others have
    is their rise.
    """
    told: dict[str, Counter[float]] = defaultdict(Counter)
    for char, stand in zip(chars, stands, strict=True):
        if stand and (size := char["y1"] - char["y0"]) > 0:
            told[char["fontname"]][round((char["matrix"][5] - char["y0"]) / size, 3)] += 1
    # A rise lifts the box, so that one which begins over the baseline is no sign of a wrong descent.
    wrong = {
        name: said
        for name, parts in told.items()
        if (said := parts.most_common(1)[0][0]) >= 0 and not any(part == believed(part) for part in parts)
    }
    if not wrong:
        return [char["y0"] for char in chars]
    return [
        char["y0"] + (wrong[name] - believed(wrong[name])) * (char["y1"] - char["y0"])
        if stand and (name := char["fontname"]) in wrong
        else char["y0"]
        for char, stand in zip(chars, stands, strict=True)
    ]
