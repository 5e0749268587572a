"""Pages drawn by poppler's pdftoppm, where it is found, and else by PDFium as no profile of the first family draws."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2

from benchmarks.scans.drawn import POINTS, Drawn
from benchmarks.scans.pictures import Picture
from yusuan.pipeline.read.page import Page

_PROGRAM = "pdftoppm"
_SECONDS = 120
_FINER = 3
"""Without poppler, pages are drawn so much finer, without smoothing, and each dot is the mean of those it covers."""

Drawer = Callable[[Page, int, bool], Drawn]
"""A page, dots in an inch, and whether in colour → the page as it is displayed."""


@contextmanager
def drawer(data: bytes) -> Iterator[Drawer]:
    """What draws pages of a PDF."""
    with pypdfium2.PdfDocument(data) as document, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pages.pdf"
        file.write_bytes(data)

        def draw(page: Page, dpi: int, colour: bool) -> Drawn:
            opened = document[page.number - 1]
            size = opened.get_size()
            if shutil.which(_PROGRAM):
                picture = _poppler(file, page.number, dpi, colour)
            else:
                picture = _plain(opened, dpi, colour)
            opened.close()
            return Drawn(picture, dpi, size, page)

        yield draw


def _poppler(file: Path, number: int, dpi: int, colour: bool) -> Picture:
    said = [_PROGRAM, "-cropbox", "-r", str(dpi), "-f", str(number), "-l", str(number), *([] if colour else ["-gray"])]
    drawn = subprocess.run([*said, str(file)], capture_output=True, check=True, timeout=_SECONDS).stdout
    way = cv2.IMREAD_COLOR_RGB if colour else cv2.IMREAD_GRAYSCALE
    picture = cv2.imdecode(np.frombuffer(drawn, np.uint8), way)
    if picture is None:
        message = f"{_PROGRAM} drew nothing of page {number}"
        raise RuntimeError(message)
    return np.asarray(picture, dtype=np.uint8)


def _plain(page: Any, dpi: int, colour: bool) -> Picture:
    drawn = page.render(
        scale=_FINER * dpi / POINTS,
        grayscale=not colour,
        rev_byteorder=True,
        no_smoothtext=True,
        no_smoothpath=True,
        no_smoothimage=True,
    ).to_numpy()
    own = drawn[:, :, :3] if colour else drawn.reshape(drawn.shape[:2])
    size = round(own.shape[1] / _FINER), round(own.shape[0] / _FINER)
    return np.asarray(cv2.resize(np.ascontiguousarray(own), size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
