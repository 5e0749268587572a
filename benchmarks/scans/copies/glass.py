"""How a scanner, a copier or a telephone sees a sheet."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Picture


def leaning(picture: Picture, chance: Chance, dpi: int, *, degrees: float) -> Picture:
    """The sheet turned by at most so many degrees."""
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), chance.uniform(-degrees, degrees), 1)
    return _bytes(cv2.warpAffine(picture, turn, (width, height), None, cv2.INTER_CUBIC, cv2.BORDER_CONSTANT, _WHITE))


_WHITE = (252, 252, 252)


def out_of_perspective(picture: Picture, chance: Chance, dpi: int, *, share: float) -> Picture:
    """Seen from aside: each corner moved inwards by at most such a share of the sides."""
    height, width = picture.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    inward = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)], dtype=np.float32)
    moved = corners + inward * chance.uniform(0, share, (4, 2)).astype(np.float32) * (width, height)
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    seen = cv2.warpPerspective(picture, matrix, (width, height), None, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT, _WHITE)
    return _bytes(seen)


def unsharp(picture: Picture, chance: Chance, dpi: int, *, radius: float) -> Picture:
    """Out of focus: by a lens, whose blur is a disc."""
    across = 2 * int(np.ceil(radius)) + 1
    at = np.arange(across) - across // 2
    disc = np.clip(radius + 0.5 - np.hypot(*np.meshgrid(at, at)), 0, 1)
    return _bytes(cv2.filter2D(picture, -1, disc / disc.sum(), borderType=cv2.BORDER_REPLICATE))


def sharpened(picture: Picture, chance: Chance, dpi: int, *, amount: float) -> Picture:
    """What the program of a copier sharpens: halos around strokes."""
    soft = cv2.GaussianBlur(picture, (0, 0), dpi / 130)
    return _bytes(cv2.addWeighted(picture, 1 + amount, soft, -amount, 0))


def toned(picture: Picture, chance: Chance, dpi: int, *, gamma: float, black: int = 0, white: int = 255) -> Picture:
    """The tones that a scanner was set to: from `black` to `white`, by a gamma."""
    levels = black + (white - black) * (np.arange(256) / 255) ** gamma
    return _bytes(cv2.LUT(picture, levels.round().astype(np.uint8)))


def grainy(picture: Picture, chance: Chance, dpi: int, *, deviation: float) -> Picture:
    """Noise that is stronger where there is more light, and hangs together over two dots, as of a cheap sensor."""
    noise = cv2.GaussianBlur(chance.standard_normal(picture.shape, dtype=np.float32), (0, 0), 0.7) * 2
    return _bytes(picture + noise * deviation * np.sqrt(picture.astype(np.float32) / 255))


def streaked(picture: Picture, chance: Chance, dpi: int, *, depth: float, count: int) -> Picture:
    """Dust on the glass of a feeder: thin grey streaks down the whole sheet, some light, some dark."""
    seen = picture.astype(np.float32)
    for at in chance.integers(0, picture.shape[1], count):
        seen[:, at : at + int(chance.integers(1, 3))] += chance.choice((-1, 1)) * chance.uniform(0.4, 1) * depth
    return _bytes(seen)


def shaded(picture: Picture, chance: Chance, dpi: int, *, depth: float) -> Picture:
    """The shadow of a hand and telephone: dark towards one corner, with a soft edge, and yellowish light."""
    height, width = picture.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32))
    angle = chance.uniform(0, 2 * np.pi)
    along = np.cos(angle) * x + np.sin(angle) * y
    light = 1 - depth * (0.35 * (along + 1) / 2 + 0.65 / (1 + np.exp(-7 * (along - 0.2))))
    if picture.ndim == 3:
        tint = np.array((1, 0.97, 0.9), dtype=np.float32)
        return _bytes(picture * light[:, :, None] * tint)
    return _bytes(picture * light)


def edged(picture: Picture, chance: Chance, dpi: int) -> Picture:
    """A copy of a copy: the edges of the sheet come out as dark ragged bands, and there are holes of a file in them."""
    height, width = picture.shape[:2]
    seen = picture.astype(np.float32)
    near_x = np.minimum(np.arange(width), np.arange(width)[::-1])[None, :]
    near_y = np.minimum(np.arange(height), np.arange(height)[::-1])[:, None]
    ragged = cv2.GaussianBlur(chance.standard_normal((height, width), dtype=np.float32), (0, 0), dpi / 30) * dpi / 8
    depth = np.clip(1 - (np.minimum(near_x, near_y) + ragged) / (0.07 * dpi), 0, 1)
    seen *= 1 - 0.8 * (depth if picture.ndim == 2 else depth[:, :, None])
    for at in (0.35, 0.65):
        cv2.circle(seen, (round(0.3 * dpi), round(at * height)), round(0.1 * dpi), (40, 40, 40), -1)
    return _bytes(seen)


def lidded(picture: Picture, chance: Chance, dpi: int, *, share: float) -> Picture:
    """A sheet smaller than the glass: black along two sides, with the shadow of the sheet's edge."""
    height, width = picture.shape[:2]
    wide, high = (round(chance.uniform(0.3, 1) * share * side) for side in (width, height))
    seen = np.full_like(picture, 18)
    seen[high:, : width - wide] = picture[high:, : width - wide]
    soft = cv2.GaussianBlur(seen, (0, 0), dpi / 60)
    border = np.zeros((height, width), bool)
    border[: high + 4] = border[:, width - wide - 4 :] = True
    seen[border] = soft[border]
    return seen


def _bytes(values: npt.NDArray[Any]) -> Picture:
    return np.asarray(np.clip(values, 0, 255).round(), dtype=np.uint8)
