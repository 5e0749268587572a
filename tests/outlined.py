"""A document with its letters drawn as shapes, as programs do that turn text into outlines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTFont

from tests.conftest import ROOT
from yusuan.pipeline.read.page import Character, Page
from yusuan.pipeline.read.pdf import read

_FONT = ROOT / "typeset" / "fonts" / "YusuanSans.ttf"
_OPERATORS = {"moveTo": "m", "lineTo": "l", "curveTo": "c", "closePath": "h", "endPath": "h"}
_DESCENT = 0.24


def outlined(data: bytes) -> bytes:
    """The document, of whose pages nothing is left but ruling lines, and the shapes of its letters."""
    font = TTFont(_FONT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page, found in zip(pdf.pages, read(data).pages, strict=True):
            drawn = " ".join(_drawn(font, found))
            page.Contents = pdf.make_stream(f"{drawn} {' '.join(_ruled(found))}".encode())
            page.Resources = pikepdf.Dictionary()
        target = io.BytesIO()
        pdf.save(target, static_id=True)
    return target.getvalue()


def _drawn(font: TTFont, page: Page) -> Iterator[str]:
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for character in page.characters:
        yield f"q {_placed(font, page, character)} cm {_shape(glyphs, names[ord(character.text)])} f Q"


def _placed(font: TTFont, page: Page, character: Character) -> str:
    size = (character.bottom - character.top) / font["head"].unitsPerEm
    below = page.height - character.bottom + _DESCENT * (character.bottom - character.top)
    return f"{size:.5f} 0 0 {size:.5f} {character.x0:.3f} {below:.3f}"


def _shape(glyphs: Any, name: str) -> str:
    whole, recorded = DecomposingRecordingPen(glyphs), RecordingPen()
    glyphs[name].draw(whole)
    whole.replay(Qu2CuPen(recorded, 1.0, all_cubic=True))
    return " ".join(
        f"{' '.join(f'{x:.1f} {y:.1f}' for x, y in points)} {_OPERATORS[operator]}"
        for operator, points in recorded.value
    )


def _ruled(page: Page) -> Iterator[str]:
    for rule in page.rules:
        y = page.height - rule.position
        if rule.orientation == "horizontal":
            yield f"{rule.start:.3f} {y:.3f} m {rule.end:.3f} {y:.3f} l S"
        else:
            top, bottom = page.height - rule.start, page.height - rule.end
            yield f"{rule.position:.3f} {top:.3f} m {rule.position:.3f} {bottom:.3f} l S"
