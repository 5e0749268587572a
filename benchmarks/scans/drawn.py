"""Pages drawn as they are displayed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2

from benchmarks.scans.pictures import Picture
from yusuan.pipeline.read.page import Page

POINTS = 72
"""In an inch."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is displayed: its picture, its dots in an inch, its size in points, and what the reader sees."""

    picture: Picture
    dpi: int
    size: tuple[float, float]
    page: Page


def draw(document: pypdfium2.PdfDocument, page: Page, dpi: int, colour: bool = False) -> Drawn:
    """One page of an open document, in grey or colour; `page` is what was read of it."""
    opened = document[page.number - 1]
    size = opened.get_size()
    picture = opened.render(scale=dpi / POINTS, grayscale=not colour, rev_byteorder=True).to_numpy()
    # The bitmap belongs to PDFium, and may have a fourth channel.
    own = np.array(picture[:, :, :3] if colour else picture.reshape(picture.shape[:2]))
    opened.close()
    return Drawn(own, dpi, size, page)
