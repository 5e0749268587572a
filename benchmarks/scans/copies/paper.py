"""What printers, copiers, stamps and pens leave on a sheet before it is scanned."""

from __future__ import annotations

import math
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

import typeset
from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Picture

_FONT = Path(typeset.__file__).parent / "fonts" / "YusuanSans.ttf"
_LETTERS = "某某市教育局财务专用章"
_PEN = (40, 50, 120)


def thinned(picture: Picture, chance: Chance, dpi: int, *, share: float) -> Picture:
    """Strokes a dot thinner, by such a share of that: the lightest of each dot's neighbours wins."""
    lighter = np.asarray(cv2.dilate(picture, np.ones((2, 2), np.uint8)), dtype=np.uint8)
    return np.asarray(cv2.addWeighted(picture, 1 - share, lighter, share, 0), dtype=np.uint8)


def toner_lost(picture: Picture, chance: Chance, dpi: int, *, share: float, ink: float) -> Picture:
    """A spent drum: flakes of toner are missing, such a share of the page, and the rest is so dark."""
    height, width = picture.shape[:2]
    grain = cv2.GaussianBlur(chance.standard_normal((height, width), dtype=np.float32), (0, 0), dpi / 180)
    missing = grain > np.quantile(grain[::4, ::4], 1 - share)
    left = 255 - (255 - picture.astype(np.float32)) * ink
    left[missing] = np.minimum(left[missing] + 110, 255)
    return left.astype(np.uint8)


def shown_through(picture: Picture, chance: Chance, dpi: int, *, share: float) -> Picture:
    """What is printed on the back of a thin sheet: such a page seen from behind, out of focus."""
    back = cv2.GaussianBlur(np.ascontiguousarray(picture[:, ::-1]), (0, 0), dpi / 130)
    back = np.roll(back, (round(0.21 * dpi), round(-0.13 * dpi)), (0, 1))
    return np.asarray(picture.astype(np.float32) * (1 - share * (1 - back.astype(np.float32) / 255)), dtype=np.uint8)


def sealed(picture: Picture, chance: Chance, dpi: int, *, ink: float, dark: int = 190) -> Picture:
    """A round red seal on the lower right of the page's ink, covering what is under it by such a share."""
    side = round(1.6 * dpi)
    height, width = picture.shape[:2]
    ys, xs = np.nonzero(picture.min(axis=2) < 128)
    if not len(ys):
        return picture
    # Where some ink is, which is mostly figures and their lines.
    at = int(chance.integers(len(ys)))
    left = int(np.clip(xs[at] - side // 2, 0, max(width - side, 0)))
    top = int(np.clip(ys[at] - side // 2, 0, max(height - side, 0)))
    here = picture[top : top + side, left : left + side].astype(np.float32)
    print_ = _seal(side, chance.uniform(-20, 20))[: here.shape[0], : here.shape[1]]
    wet = cv2.GaussianBlur(chance.standard_normal(print_.shape, dtype=np.float32), (0, 0), dpi / 15)
    part = (ink * print_ * np.clip(0.85 + wet * dpi / 40, 0.3, 1))[:, :, None]
    red = np.array((dark, 28, 38), dtype=np.float32)
    found = picture.copy()
    # The ink of a seal is no glaze: it lies over what is printed and lightens it, but lets it through.
    glaze, cover = here * (1 - part * (1 - red / 255)), here * (1 - part) + red * part
    mixed = np.where(here < 128, 0.75 * glaze + 0.25 * cover, glaze)
    found[top : top + side, left : left + side] = mixed.astype(np.uint8)
    return found


def _seal(side: int, turn: float) -> npt.NDArray[np.float32]:
    """Two rings, a star, and letters along the rings: 1 where there is ink."""
    whole = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(whole)
    middle = side / 2
    for radius, wide in ((0.485, side // 45), (0.44, max(side // 150, 1))):
        draw.ellipse([middle - radius * side] * 2 + [middle + radius * side] * 2, outline=255, width=wide)
    star = [
        (middle + far * side * math.sin(n * math.pi / 5), middle - far * side * math.cos(n * math.pi / 5))
        for n in range(10)
        for far in [0.055 if n % 2 else 0.145]
    ]
    draw.polygon(star, fill=255)
    size = round(0.12 * side)
    font = ImageFont.truetype(str(_FONT), size)
    for number, letter in enumerate(_LETTERS):
        angle = 230 * (number / (len(_LETTERS) - 1) - 0.5)
        piece = Image.new("L", (2 * size, 2 * size), 0)
        ImageDraw.Draw(piece).text((size, size), letter, fill=255, font=font, anchor="mm")
        x = middle + 0.345 * side * math.sin(math.radians(angle))
        y = middle - 0.345 * side * math.cos(math.radians(angle))
        whole.paste(255, (round(x - size), round(y - size)), piece.rotate(-angle, Image.Resampling.BICUBIC))
    turned = np.asarray(whole.rotate(turn, Image.Resampling.BICUBIC), dtype=np.float32)
    return np.asarray(turned / 255, dtype=np.float32)


def numbered(picture: Picture, chance: Chance, dpi: int) -> Picture:
    """A number in blue ink in the upper right corner, as archives write it by hand."""
    found = np.ascontiguousarray(picture.copy())
    x, y = round(picture.shape[1] - 0.95 * dpi), round(0.55 * dpi)
    for digit in chance.integers(0, 10, 3):
        angles = np.linspace(0, 2 * math.pi * (0.6 + digit / 25), 24)
        wobble = cv2.GaussianBlur(chance.standard_normal((24, 1)).astype(np.float32), (1, 5), 1).ravel()
        round_x = x + (0.06 + 0.02 * wobble) * dpi * np.cos(angles + digit)
        round_y = y + (0.11 + 0.02 * wobble) * dpi * np.sin(angles + digit)
        points = np.stack([round_x, round_y], axis=1).round().astype(np.int32)
        pen = _PEN if found.ndim == 3 else 60
        cv2.polylines(found, [points], False, pen, max(dpi // 90, 1), cv2.LINE_AA)
        x += round(0.2 * dpi)
    return found
