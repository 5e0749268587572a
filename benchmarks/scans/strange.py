"""Pictures that are no scan of a table."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.scans.optics import Chance, clouds
from benchmarks.scans.pictures import Picture

Size = tuple[int, int]
"""Height and width in pixels."""


def photograph(size: Size, chance: Chance) -> Picture:
    """Soft shapes in colour, with straight dark edges here and there, and grain: a building before the sky."""
    height, width = size
    channels = [clouds(chance, size, side) for side in (width / 3, width / 5, width / 4)]
    sky = np.linspace(210, 120, height, dtype=np.float32)[:, np.newaxis]
    picture = np.stack([sky + 70 * channel for channel in channels], axis=2)
    for _ in range(12):
        top, left = (int(chance.integers(side * 3 // 4)) for side in size)
        tall, wide = (int(chance.integers(side // 12, side // 3)) for side in size)
        picture[top : top + tall, left : left + wide] = picture[
            top : top + tall, left : left + wide
        ] * 0.4 + chance.integers(0, 120, 3)
    grain = chance.standard_normal(picture.shape, dtype=np.float32) * 9
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def scribbles(size: Size, chance: Chance) -> Picture:
    """Lines as if written by hand, in rows, within frames drawn by hand: nothing that anybody could read."""
    height, width = size
    image = Image.new("L", (width, height), 250)
    draw = ImageDraw.Draw(image)
    for top in range(height // 10, height * 9 // 10, height // 24):
        left = width // 10
        while left < width * 0.8:
            steps = int(chance.integers(8, 30))
            xs = left + np.cumsum(chance.uniform(-0.2, 1, steps)) * width / 250
            ys = top + np.clip(np.cumsum(chance.normal(0, 1, steps)), -4, 4) * height / 400
            draw.line(list(zip(xs.tolist(), ys.tolist(), strict=True)), fill=60, width=max(2, width // 600))
            left = int(xs[-1]) + width // 40
    for side in (0.1, 0.5, 0.9):
        xs = width * side + np.cumsum(chance.normal(0, 1, 60))
        draw.line(list(zip(xs.tolist(), np.linspace(height * 0.08, height * 0.92, 60).tolist(), strict=True)), fill=70)
    picture: Picture = np.array(image, dtype=np.uint8)
    return picture


def blank(size: Size, chance: Chance) -> Picture:
    """Empty paper as a scanner sees it."""
    paper = 247 + 3 * clouds(chance, size, size[1] / 2) + chance.standard_normal(size, dtype=np.float32) * 2
    picture: Picture = np.clip(paper, 0, 255).astype(np.uint8)
    return picture
