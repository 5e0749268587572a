"""A digital PDF → a scan of the second family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from benchmarks.scans.copies.drawer import drawer
from benchmarks.scans.copies.ways import Way
from benchmarks.scans.drawn import Drawn
from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Packed, Picture, packed
from benchmarks.scans.planted import Plant, planted
from benchmarks.scans.scan import chance_of
from benchmarks.scans.written import PictureSheet, Placed, written
from yusuan.pipeline.read.pdf import read

_COARSER = 3
"""How much coarser the picture under a mask is."""
_MASKED = 20
"""How much darker than what is around it, in grey levels, a dot of a mask is."""


def copied(
    data: bytes, way: Way, seed: int = 1, pages: Sequence[int] | None = None, plant: Plant | None = None
) -> bytes:
    """A PDF of pictures of some pages of a PDF, or all, by their numbers from 0; as `scan` makes them otherwise.

    The same bytes, way, seed, pages and plant make the same bytes, with the same poppler.
    """
    whole = read(data).pages
    sheets: list[PictureSheet] = []
    with drawer(data) as draw:
        for place, number in enumerate(range(len(whole)) if pages is None else pages):
            drawn = draw(whole[number], way.dpi, way.colour)
            if plant and plant.page == place:
                drawn = planted(drawn, plant)
            sheets.append(_seen(drawn, way, chance_of(data, seed, "copy", number), place))
    return written(sheets)


def _seen(drawn: Drawn, way: Way, chance: Chance, place: int) -> PictureSheet:
    picture, size = drawn.picture, drawn.size
    for step in way.steps:
        picture = step(picture, chance, way.dpi)
    turn = way.turns[place % len(way.turns)]
    picture = np.ascontiguousarray(np.rot90(picture, -turn // 90))
    if turn in (90, 270):
        size = (size[1], size[0])
    box = (0.0, 0.0, *size)
    pictures = _layers(picture, way) if way.layers else [packed(picture, way.packing, way.quality)]
    return PictureSheet(size, [Placed(each, box) for each in pictures])


def _layers(picture: Picture, way: Way) -> list[Packed]:
    """A coarse picture of paper and stamps, and a mask of what is dark, which is painted black."""
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    around = way.dpi // 8 * 2 + 1
    red = picture[:, :, 0].astype(int) - picture[:, :, 1:].max(axis=2) > _MASKED
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, around, _MASKED)
    mask = np.where(red & (picture[:, :, 0] > 128), 255, dark).astype(np.uint8)
    covered = 255 - _coarser(np.asarray(cv2.erode(mask, np.ones((3, 3), np.uint8)), dtype=np.uint8))
    filled = cv2.inpaint(_coarser(picture), covered, 3, cv2.INPAINT_TELEA)
    under = packed(np.asarray(filled, dtype=np.uint8), "jpeg", 40)
    ink = packed(mask, "g4")
    said = {name: what for name, what in ink.said.items() if name != "/ColorSpace"}
    return [under, replace(ink, said={**said, "/ImageMask": True})]


def _coarser(picture: Picture) -> Picture:
    size = picture.shape[1] // _COARSER, picture.shape[0] // _COARSER
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
