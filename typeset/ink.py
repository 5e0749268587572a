"""Draw pages on reportlab's canvas. The only module that draws; the same pages always give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import accumulate

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from typeset import font
from typeset.page import Box, Grid, Page, Text, TickBox, boxes

PRODUCER = "yusuan typesetter"
PAD = 1.4
"""Free space at both sides of a cell's text, in points."""
LEADING = 1.2
"""Distance of the lines in a cell, in sizes of the letters."""

Segment = tuple[float, float, float, float]


def document(pages: Sequence[Page], *, title: str = "", password: str = "") -> bytes:
    """Return the PDF of `pages`.

    With a `password`, the file is encrypted and opens only with it. No date of the day and nothing random is
    written. Raises ValueError for a text with characters that the font lacks, or a grid that does not fit
    together.
    """
    target = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword=password, strength=128) if password else None
    font.load()
    canvas = Canvas(
        target,
        invariant=1,
        pageCompression=1,
        encrypt=lock,
        # Without it each page would begin with a font that is not embedded. The stubs take it for a number.
        initialFontName=font.NAME,  # type: ignore[arg-type, unused-ignore]
    )
    canvas.setProducer(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setAuthor(PRODUCER)
    canvas.setTitle(title)
    for page in pages:
        draw_page(canvas, page)
    canvas.save()
    return target.getvalue()


def draw_page(canvas: Canvas, page: Page) -> None:
    """Draw `page` and go on to the next."""
    wide, high = page.size
    media = (high, wide) if page.rotation in (90, 270) else (wide, high)
    canvas.setPageSize(page.size)  # reportlab itself turns the media box of a rotated page
    canvas.setPageRotation(page.rotation)
    # A viewer turns the page clockwise, so what is drawn is turned back beforehand.
    turns: dict[int, tuple[float, float, float, float, float, float]] = {
        90: (0, 1, -1, 0, media[0], 0),
        180: (-1, 0, 0, -1, media[0], media[1]),
        270: (0, -1, 1, 0, 0, media[1]),
    }
    if page.rotation:
        canvas.transform(*turns[page.rotation])
    for grid in page.grids:
        draw_grid(canvas, grid, high)
    for text in page.texts:
        draw_text(canvas, text, high)
    for box in page.boxes:
        draw_tick_box(canvas, box, high)
    canvas.showPage()


def draw_tick_box(canvas: Canvas, box: TickBox, high: float) -> None:
    """Draw a tick box with its mark on a page that is `high` points high."""
    x0, y0, x1, y1 = box.x, box.y, box.x + box.size, box.y + box.size
    canvas.setLineWidth(0.5)
    if box.sides == "rect":
        canvas.rect(x0, high - y1, box.size, box.size, stroke=1, fill=0)
    else:
        for side in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            _draw_rule(canvas, side, 0.5, high, filled=box.sides == "thin_rects")
    part = box.size / 8
    if box.mark == "tick":
        path = canvas.beginPath()
        path.moveTo(x0 + part, high - (y0 + 4 * part))
        path.lineTo(x0 + 3 * part, high - (y1 - part))
        path.lineTo(x1 - part, high - (y0 + part))
        canvas.drawPath(path, stroke=1, fill=0)
    elif box.mark == "cross":
        canvas.line(x0 + part, high - (y0 + part), x1 - part, high - (y1 - part))
        canvas.line(x0 + part, high - (y1 - part), x1 - part, high - (y0 + part))
    elif box.mark == "fill":
        canvas.rect(x0, high - y1, box.size, box.size, stroke=0, fill=1)
    elif box.mark == "dot":
        canvas.rect(x0 + 3 * part, high - (y0 + 5 * part), 2 * part, 2 * part, stroke=0, fill=1)


def draw_text(canvas: Canvas, text: Text, high: float) -> None:
    """Draw one line on a page that is `high` points high."""
    if not text.text:
        return
    font.check(text.text)
    wide = font.width(text.text, text.size)
    before = {"left": 0.0, "center": wide / 2, "right": wide}[text.align]
    canvas.setFont(font.NAME, text.size)
    if not text.turn and not text.gray:
        canvas.drawString(text.x - before, high - text.y - font.BASELINE * text.size, text.text)
        return
    canvas.saveState()
    canvas.setFillGray(text.gray)
    canvas.translate(text.x, high - text.y)
    canvas.rotate(text.turn)
    canvas.drawString(-before, -font.BASELINE * text.size, text.text)
    canvas.restoreState()


def row_heights(grid: Grid) -> list[float]:
    """Return the height of each row in points, grown where a text needs more lines than fit."""
    given = grid.heights
    heights = [float(given)] * len(grid.rows) if isinstance(given, float | int) else [float(h) for h in given]
    if not grid.grow:
        return heights
    for box in sorted(boxes(grid), key=lambda box: box.bottom - box.top):
        size = box.cell.size or grid.size
        lines = font.wrap(box.cell.text, size, _room(grid, box))
        lack = len(lines) * size * LEADING + 2 * PAD - sum(heights[box.top : box.bottom])
        if len(lines) > 1 and lack > 0:
            heights[box.bottom - 1] += lack
    return heights


def grid_bottom(grid: Grid) -> float:
    """Return y of the lower edge of `grid`, in points from the top of the page."""
    return grid.y + sum(row_heights(grid))


def draw_grid(canvas: Canvas, grid: Grid, high: float) -> None:
    """Draw the rules and the texts of `grid` on a page that is `high` points high."""
    xs = list(accumulate(grid.widths, initial=grid.x))
    ys = list(accumulate(row_heights(grid), initial=grid.y))
    cells = boxes(grid)
    for rules in grid.rules:
        if rules in ("cell_rects", "cell_fills"):
            canvas.setLineWidth(grid.thickness)
            canvas.setFillGray(1)
            for box in cells:
                corner = (xs[box.left], high - ys[box.bottom])
                side = (xs[box.right] - xs[box.left], ys[box.bottom] - ys[box.top])
                canvas.rect(*corner, *side, stroke=rules == "cell_rects", fill=rules == "cell_fills")
            canvas.setFillGray(0)
        else:
            for segment in segments(cells, xs, ys):
                _draw_rule(canvas, segment, grid.thickness, high, filled=rules == "thin_rects")
    for box in cells:
        _draw_cell(canvas, grid, box, (xs[box.left], ys[box.top], xs[box.right], ys[box.bottom]), high)


def segments(cells: Iterable[Box], xs: Sequence[float], ys: Sequence[float]) -> list[Segment]:
    """Return each unbroken stretch of rule as (x0, y0, x1, y1); one along many cells is one stretch."""
    level: set[tuple[int, int]] = set()  # (line of the grid, column along it)
    upright: set[tuple[int, int]] = set()  # (line of the grid, row along it)
    for box in cells:
        level |= {(y, x) for y in (box.top, box.bottom) for x in range(box.left, box.right)}
        upright |= {(x, y) for x in (box.left, box.right) for y in range(box.top, box.bottom)}
    found = [(xs[start], ys[line], xs[end], ys[line]) for line, start, end in _runs(level)]
    return found + [(xs[line], ys[start], xs[line], ys[end]) for line, start, end in _runs(upright)]


def _runs(steps: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Join neighbouring steps on each line to (line, start, end)."""
    runs: list[tuple[int, int, int]] = []
    for line, place in sorted(steps):
        if runs and runs[-1][0] == line and runs[-1][2] == place:
            runs[-1] = (line, runs[-1][1], place + 1)
        else:
            runs.append((line, place, place + 1))
    return runs


def _draw_rule(canvas: Canvas, segment: Segment, thickness: float, high: float, *, filled: bool) -> None:
    x0, y0, x1, y1 = segment
    half = thickness / 2
    if filled:
        canvas.rect(x0 - half, high - y1 - half, x1 - x0 + thickness, y1 - y0 + thickness, stroke=0, fill=1)
    else:
        canvas.setLineWidth(thickness)
        canvas.line(x0, high - y0, x1, high - y1)


def _room(grid: Grid, box: Box) -> float:
    return float(sum(grid.widths[box.left : box.right])) - 2 * PAD


def _draw_cell(canvas: Canvas, grid: Grid, box: Box, edges: Segment, high: float) -> None:
    left, top, right, bottom = edges
    size = box.cell.size or grid.size
    lines = font.wrap(box.cell.text, size, _room(grid, box))
    # In a row that may not grow, the lines move closer before they leave the cell.
    pitch = min(size * LEADING, (bottom - top) / len(lines))
    y = (top + bottom) / 2 - pitch * len(lines) / 2 + (pitch - size) / 2
    x = {"left": left + PAD, "center": (left + right) / 2, "right": right - PAD}[box.cell.align]
    for number, line in enumerate(lines):
        draw_text(canvas, Text(x, y + number * pitch, line, size, box.cell.align), high)
