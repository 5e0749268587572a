"""A page as a picture, with the cells of its tables and what became of their figures drawn on it."""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image, ImageDraw, ImageFont

from yusuan.pipeline.api.errors import NoSuchPage
from yusuan.pipeline.api.opened import Opened
from yusuan.pipeline.api.table import Table
from yusuan.pipeline.layout.cells import Cell
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.report.images import rendered
from yusuan.schemas.sentences import library as say
from yusuan.schemas.sentences.said import quoted

Colour = tuple[int, int, int]
COLOURS: dict[str, Colour] = {
    "proved": (0, 140, 60),
    "unproved": (30, 100, 220),
    "contradicted": (215, 0, 0),
    "in_doubt": (240, 130, 0),
    "": (110, 110, 110),
}
"""Colours by the status of an amount; the last is that of a figure in a form, which has none."""
LOST: Colour = (215, 0, 200)
BORDER: Colour = (130, 130, 130)
_FILLED, _FRAMED = 60, 255
_LETTERS = 11.0


def picture(opened: Opened, tables: Iterable[Table], page: int, dots: int) -> Image.Image:
    """A page, from 1, with the cells of some tables drawn on it; see `Document.show`."""
    count = opened.reading.pages or 0
    if not 1 <= page <= count:
        raise NoSuchPage(say.NO_SUCH_PAGE.of(wanted=page, count=count))
    try:
        image, scale = rendered(opened.data, page, dots)
    except Exception as error:
        raise NoSuchPage(say.NOT_SHOWN.of(page=page, error=quoted(error))) from error
    drawn = Image.new("RGBA", image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(drawn)
    for table in tables:
        _table(pen, table, opened, page, scale)
    return Image.alpha_composite(image.convert("RGBA"), drawn).convert("RGB")


def _table(pen: ImageDraw.ImageDraw, table: Table, opened: Opened, page: int, scale: float) -> None:
    lost = {(x0, top) for on, _, x0, top, *_ in table.unread.itertuples(index=False) if on == page}
    for grid in table.grids_on(page):
        for cell in grid.cells:
            colour, filled = _colour(cell, page, opened, lost)
            fill = (*colour, _FILLED) if filled else None
            pen.rectangle(
                _scaled(opened.shown(page, cell.box), scale), fill=fill, outline=(*colour, _FRAMED if filled else 150)
            )
        x0, top, _, _ = _scaled(opened.shown(page, grid.box), scale)
        name = f"{table.number} {table.id}".strip()
        font = ImageFont.load_default(_LETTERS * scale)
        pen.text((x0, max(0.0, top - 1.3 * _LETTERS * scale)), name, fill=(*COLOURS["unproved"], 255), font=font)


def _colour(cell: Cell, page: int, opened: Opened, lost: set[tuple[float, float]]) -> tuple[Colour, bool]:
    """The colour of a cell, and whether it is filled: it holds a figure."""
    at = opened.shown(page, cell.box)[:2]
    if at in lost:
        return LOST, True
    status = opened.places.get((page, *at))
    return (BORDER, False) if status is None else (COLOURS[status], True)


def _scaled(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = box
    return x0 * scale, top * scale, x1 * scale, bottom * scale
