"""The one font: how wide a text is, and where it breaks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

NAME = "YusuanSans"
FILE = Path(__file__).parent / "fonts" / "YusuanSans.ttf"
BASELINE = 0.8
"""Distance from the top of a line to its baseline, in sizes of the letters."""
_WORDS = re.compile(r"[（《“‘]*(?:[\x21-\x7e]+|.)[，。；：、？！）》”’％]*")
"""What is not parted: a hanzi, or a run of Latin letters and digits, with the marks before and after it."""


@cache
def load() -> TTFont:
    """Register the font with reportlab, once, and return it."""
    font = TTFont(NAME, str(FILE))
    pdfmetrics.registerFont(font)
    return font


def check(text: str) -> None:
    """Raise ValueError when the font lacks a character of `text`: it would be printed as an empty box."""
    known = load().face.charToGlyph
    missing = sorted({character for character in text if ord(character) not in known and character != "\n"})
    if missing:
        raise ValueError(f"the font has no {' '.join(missing)} (in {text!r})")


def width(text: str, size: float) -> float:
    """Return the width of one line of `text` in points."""
    load()
    return float(pdfmetrics.stringWidth(text, NAME, size))


def wrap(text: str, size: float, room: float, indent: float = 0) -> list[str]:
    """Break `text` into lines not wider than `room` points; the first line is `indent` points shorter.

    A run of Latin letters or digits is kept together as long as it fits on a line; no line begins with a closing
    mark or ends with an opening one. Line breaks in `text` are kept.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line, left = "", room - indent
        for word in _WORDS.findall(part):
            for piece in word if width(word, size) > room else (word,):
                if line and width(line + piece, size) > left:
                    lines.append(line)
                    line, left = "", room
                line += piece
        lines.append(line)
    return lines
