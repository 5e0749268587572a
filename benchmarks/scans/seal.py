"""The round red seal of a public body, stamped over a page."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import typeset
from benchmarks.scans.optics import Chance, clouds
from benchmarks.scans.pictures import Picture

_FONT = Path(typeset.__file__).parent / "fonts" / "YusuanSans.ttf"
_NAME = "示例市示范区财政局预算专用章"
_RED = (205, 35, 45)
_ACROSS = 42 / 25.4
"""Inches from side to side."""
_FINER = 2


def stamped(picture: Picture, chance: Chance, middle: tuple[float, float], dpi: int) -> Picture:
    """A colour picture with a seal whose middle is at (x, y) in pixels, a little turned; what is under it shows."""
    side = round(_ACROSS * dpi)
    drawn = _seal(side).rotate(chance.uniform(-12, 12), Image.Resampling.BICUBIC)
    ink = np.asarray(drawn, dtype=np.float32) / 255
    ink = ink * np.clip(0.85 + 0.3 * clouds(chance, (side, side), dpi / 20), 0.35, 1)
    left, top = (round(at - side / 2) for at in middle)
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + side, width), min(top + side, height)
    if x0 >= x1 or y0 >= y1:
        return picture
    here = ink[y0 - top : y1 - top, x0 - left : x1 - left, np.newaxis]
    under = picture[y0:y1, x0:x1].astype(np.float32)
    stamped_over = picture.copy()
    stamped_over[y0:y1, x0:x1] = (under * (1 - here * (1 - np.array(_RED, dtype=np.float32) / 255))).round()
    return stamped_over


@cache
def _seal(side: int) -> Image.Image:
    """A ring, a star and a name along the ring: 255 where there is ink."""
    whole = side * _FINER
    seal = Image.new("L", (whole, whole), 0)
    middle, outer = whole / 2, whole * 0.49
    draw = ImageDraw.Draw(seal)
    draw.ellipse((middle - outer, middle - outer, middle + outer, middle + outer), outline=255, width=whole // 34)
    points = [
        (middle + radius * math.sin(angle), middle - radius * math.cos(angle))
        for number in range(10)
        for angle in [math.pi * number / 5]
        for radius in [whole * (0.14 if number % 2 == 0 else 0.055)]
    ]
    draw.polygon(points, fill=255)
    size = round(whole * 0.105)
    font = ImageFont.truetype(str(_FONT), size)
    for number, letter in enumerate(_NAME):
        turn = 250 * (number / (len(_NAME) - 1) - 0.5)
        piece = Image.new("L", (2 * size, 2 * size), 0)
        ImageDraw.Draw(piece).text((size, size), letter, fill=255, font=font, anchor="mm")
        angle, radius = math.radians(turn), outer * 0.79
        x, y = middle + radius * math.sin(angle), middle - radius * math.cos(angle)
        turned = piece.rotate(-turn, Image.Resampling.BICUBIC)
        seal.paste(255, (round(x - size), round(y - size)), turned)
    return seal.resize((side, side), Image.Resampling.LANCZOS)
