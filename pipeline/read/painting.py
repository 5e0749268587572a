"""What pdfminer's interpreter leaves out of how a page is painted: clipping, opacity, layers, and what hides what.

pdfminer reads what is painted where, and not whether it shows. Here its interpreter is followed for each piece of text:
the order in which things are painted, in which colour, within which clip, and which areas are painted all over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.layout import LTContainer, LTCurve, LTLine, LTRect
from pdfplumber.page import Page

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.annotations import Appearance
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.painting_device import Device
from yusuan.pipeline.read.painting_operators import Interpreter
from yusuan.pipeline.read.painting_state import Stroke
from yusuan.pipeline.read.raw import Area, Color


@dataclass(frozen=True)
class Painted:
    """How a page was painted. `paints` are order, reason, colour and clip of each text, as in `raw.Paints`.

    `of_char` is the number of each glyph's entry among them, `sizes` are those of their fonts.
    """

    paints: list[tuple[int, int, Color, Box]]
    of_char: list[int]
    sizes: list[float]
    areas: list[Area]
    layout: Any

    def of_paths(self) -> list[Stroke]:
        """How each path is painted: first the lines, then the rectangles, then the curves, as pdfplumber has them."""
        found: dict[type, list[Stroke]] = {LTLine: [], LTRect: [], LTCurve: []}
        todo = [self.layout]
        while todo:
            item = todo.pop()
            if type(item) in found:
                found[type(item)].append(item.painted)
            elif isinstance(item, LTContainer):
                todo += reversed(list(item))
        return [how for kind in found.values() for how in kind]


def paint(page: Page, layers: Layers, shown: Sequence[Appearance]) -> Painted:
    """Have pdfplumber's page read with what its annotations show, and say how it was painted.

    Raises what pdfminer raises, nearly anything, on damaged input.
    """
    device = Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams, layers=layers)
    Interpreter(page.pdf.rsrcmgr, device).draw(page.page_obj, shown)
    # What pdfplumber reads a page from, had once.
    page._layout = device.get_result()
    return Painted(device.paints, device.paint_of_char, device.sizes, device.areas, page._layout)
