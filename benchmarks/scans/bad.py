"""Scans that are hard to find or to read, or are none, for tests: each made of a small digital PDF.

`BAD` has them by name, each with what is right. The same PDF and seed make the same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pypdfium2

from benchmarks.scans import optics, strange
from benchmarks.scans.drawn import POINTS, Drawn, draw
from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Packed, Packing, Picture, packed
from benchmarks.scans.scan import chance_of
from benchmarks.scans.written import DigitalSheet, PictureSheet, Placed, Sheet, filled, written
from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.pdf import read

_DPI = 200
_PIECES = 4
_HUGE = 30_000

Page = Callable[[Drawn, Chance], Sheet]
"""A page drawn in grey → the page that takes its place."""


Right = Literal["all", "all and named", "all or named"]
"""What is right: `all` amounts of the digital PDF are read, and no other; or no other is read, some without their code
or name, and a finding names the page, or the document is refused.
"""


@dataclass(frozen=True, slots=True)
class Bad:
    """How a PDF is made of another, with a seed, and what is right."""

    make: Callable[[bytes, int], bytes]
    right: Right
    why: str


def _each(page: Page, dpi: int = _DPI) -> Callable[[bytes, int], bytes]:
    """All pages of a PDF are replaced."""

    def make(data: bytes, seed: int = 1) -> bytes:
        with pypdfium2.PdfDocument(data) as document:
            pages = read(data).pages
            return written([page(draw(document, each, dpi), chance_of(data, seed, each.number)) for each in pages])

    return make


def _after(page: Page) -> Callable[[bytes, int], bytes]:
    """The pages of a PDF as they are, and one more, as large as the last."""

    def make(data: bytes, seed: int = 1) -> bytes:
        with pypdfium2.PdfDocument(data) as document:
            pages = read(data).pages
            last = draw(document, pages[-1], _DPI)
        digital = [DigitalSheet(data, number) for number in range(len(pages))]
        return written([*digital, page(last, chance_of(data, seed, "after"))])

    return make


def _picture(made: Callable[[strange.Size, Chance], Picture]) -> Page:
    def page(drawn: Drawn, chance: Chance) -> Sheet:
        height, width = drawn.picture.shape
        return filled(packed(made((height, width), chance), "jpeg"), drawn.size)

    return page


def _as(packing: Packing, quality: int = 75) -> Page:
    return lambda drawn, _: filled(packed(drawn.picture, packing, quality), drawn.size)


def _coarse(drawn: Drawn, chance: Chance) -> Sheet:
    picture = optics.noisy(optics.blurred(drawn.picture, 0.5), chance, 5)
    return filled(packed(picture, "jpeg", 60), drawn.size)


def _pieces(drawn: Drawn, chance: Chance) -> Sheet:
    """Four strips, one below the other, as scanners with little memory write them."""
    width, height = drawn.size
    edges = np.linspace(0, drawn.picture.shape[0], _PIECES + 1).round().astype(int)
    points = height - edges * (height / drawn.picture.shape[0])
    strips = [
        Placed(
            packed(np.ascontiguousarray(drawn.picture[edges[number] : edges[number + 1]]), "jpeg"),
            (0, float(points[number + 1]), width, float(points[number])),
        )
        for number in range(_PIECES)
    ]
    return PictureSheet(drawn.size, strips)


def _layers(drawn: Drawn, chance: Chance) -> Sheet:
    """Coarse paper below, and the ink as a mask of one bit above, as programs write that make scans small."""
    height, width = drawn.picture.shape
    paper = strange.blank((height // 4, width // 4), chance)
    bits = packed(drawn.picture, "g4")
    said = {name: value for name, value in bits.said.items() if name != "/ColorSpace"}
    mask = Packed(bits.data, {**said, "/ImageMask": True})
    whole = (0.0, 0.0, *drawn.size)
    return PictureSheet(drawn.size, [Placed(packed(paper, "jpeg"), whole), Placed(mask, whole)])


def _small(drawn: Drawn, chance: Chance) -> Sheet:
    width, height = drawn.size
    box = (0.2 * width, 0.2 * height, 0.8 * width, 0.8 * height)
    return PictureSheet(drawn.size, [Placed(packed(drawn.picture, "jpeg"), box)])


def _inverted(drawn: Drawn, chance: Chance) -> Sheet:
    return filled(packed(255 - drawn.picture, "jpeg"), drawn.size)


def _on_its_side(drawn: Drawn, chance: Chance) -> Sheet:
    """The picture lies on its side in the page, and /Rotate turns both upright."""
    picture = np.ascontiguousarray(np.rot90(drawn.picture))
    size = (drawn.size[1], drawn.size[0])
    return PictureSheet(size, [Placed(packed(picture, "jpeg"), (0, 0, *size))], rotation=90)


def _dark_bed(drawn: Drawn, chance: Chance) -> Sheet:
    """The page askew on a dark glass, of which the corners of the picture show some."""
    return filled(packed(optics.bent(drawn.picture, chance, 2, 0, 35), "jpeg"), drawn.size)


def _pale_lines(drawn: Drawn, chance: Chance) -> Sheet:
    """The ruling lines so light that they are hardly seen beside the letters."""
    return filled(packed(optics.blurred(_lines_as(drawn, 214, drawn.page.rules), 0.6), "jpeg", 60), drawn.size)


def _no_frame(drawn: Drawn, chance: Chance) -> Sheet:
    """The sides of the tables left and right are lost, as at the edge of the glass."""
    upright = [rule for rule in drawn.page.rules if rule.orientation == "vertical"]
    sides = {pick(rule.position for rule in upright) for pick in (min, max)} if upright else set()
    lost = [rule for rule in upright if any(abs(rule.position - side) < 1 for side in sides)]
    return filled(packed(_lines_as(drawn, 255, lost), "jpeg"), drawn.size)


def _lines_as(drawn: Drawn, grey: int, rules: Sequence[Rule]) -> Picture:
    """The picture of a page with these of its ruling lines in a grey level."""
    picture = drawn.picture.copy()
    scale = drawn.dpi / POINTS
    for rule in rules:
        along = slice(max(round(rule.start * scale) - 2, 0), round(rule.end * scale) + 3)
        across = slice(max(round(rule.position * scale) - 2, 0), round(rule.position * scale) + 3)
        part = picture[(across, along) if rule.orientation == "horizontal" else (along, across)]
        part[...] = np.where(part < grey, grey, part)
    return picture


def _screened(drawn: Drawn, chance: Chance) -> Sheet:
    """Black and white, in which grey paper is made of dots."""
    return filled(packed(optics.screened(optics.blurred(drawn.picture, 0.8).clip(0, 246)), "g4"), drawn.size)


def _black_edges(drawn: Drawn, chance: Chance) -> Sheet:
    """The sheet askew with black bars of several widths along its sides, where the lid of the scanner was."""
    picture = optics.bent(drawn.picture, chance, 1, 0, 250).copy()
    height, width = picture.shape
    top, left = round(height * 0.01), round(width * 0.02)
    picture[:top], picture[:, :left], picture[-2 * top :] = 20, 20, 20
    return filled(packed(picture, "jpeg"), drawn.size)


def _over_text(drawn: Drawn, chance: Chance) -> Sheet:
    """The picture with letters over it that nobody sees, and that say something else: every digit is another."""
    wrong = [
        letter._replace(text=str((int(letter.text) + 1) % 10)) if letter.text in set("0123456789") else letter
        for letter in drawn.page.characters
    ]
    return filled(packed(drawn.picture, "jpeg"), drawn.size, wrong)


def _huge(drawn: Drawn, chance: Chance) -> Sheet:
    """White, of nearly a milliard dots in a few kilobytes."""
    row = b"\xff" * (_HUGE // 8)
    pack = zlib.compressobj(9)
    data = b"".join([*(pack.compress(row) for _ in range(_HUGE)), pack.flush()])
    said = {"/Width": _HUGE, "/Height": _HUGE, "/ColorSpace": "/DeviceGray", "/BitsPerComponent": 1}
    return filled(Packed(data, {**said, "/Filter": "/FlateDecode"}), drawn.size)


def _dot(drawn: Drawn, chance: Chance) -> Sheet:
    return filled(packed(np.full((1, 1), 255, np.uint8), "flate"), drawn.size)


def _numbered(drawn: Drawn, chance: Chance) -> Sheet:
    """The picture with the number of the page over it, as text."""
    return replace(filled(packed(drawn.picture, "jpeg"), drawn.size), footer=f"- {drawn.page.number} -")


BAD: Mapping[str, Bad] = {
    "photograph": Bad(_after(_picture(strange.photograph)), "all", "A photograph holds no amount."),
    "scribbles": Bad(_after(_picture(strange.scribbles)), "all and named", "Ink that nobody can read is unread."),
    "blank": Bad(_after(_picture(strange.blank)), "all", "Empty paper is nothing, and no ink is found on it."),
    "one dot": Bad(_after(_dot), "all", "A picture of one white dot is nothing."),
    "huge": Bad(_after(_huge), "all", "A picture of too many dots keeps to the limits, and costs nothing else."),
    "72 dpi": Bad(_each(_coarse, 72), "all or named", "What cannot be read for sure is named, and nothing is wrong."),
    "small": Bad(_each(_small), "all or named", "A page that is only a picture, though no whole page of it, is named."),
    "numbered": Bad(_each(_numbered), "all or named", "A number over a picture makes no page of text."),
    "inverted": Bad(_each(_inverted), "all", "White on black is ink as well."),
    "pieces": Bad(_each(_pieces), "all", "Strips of a page are one page."),
    "layers": Bad(_each(_layers), "all", "A page is what is seen, not one of its pictures."),
    "on its side": Bad(_each(_on_its_side), "all", "A page that its /Rotate turns upright is upright."),
    "dark bed": Bad(_each(_dark_bed), "all", "The edge of the sheet is no line of a table."),
    "black edges": Bad(_each(_black_edges), "all", "What lies around the sheet hides nothing of it."),
    "screened": Bad(_each(_screened, 300), "all", "Dots that stand for grey are no ink."),
    "pale lines": Bad(_each(_pale_lines), "all", "Lines part cells however light they are."),
    "no frame": Bad(_each(_no_frame), "all", "A cell that is open to the side is one."),
    "over text": Bad(_each(_over_text), "all", "The picture counts, not what is hidden over it."),
    "jbig2": Bad(_each(_as("jbig2")), "all", "JBIG2 is read."),
    "jpeg 2000": Bad(_each(_as("jpx", 40)), "all", "JPEG 2000 is read."),
}
