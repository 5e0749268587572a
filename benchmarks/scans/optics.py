"""What printing, paper and a scanner do to the picture of a page."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from benchmarks.scans.pictures import Picture

Chance = np.random.Generator
_Field = npt.NDArray[np.floating[Any]]
_LID = 30
_QUADS = 24
"""Pieces along each side of a page that is bent; each is straight in itself."""
_LOST = 14.0
"""Ink fainter than this, of 255, does not show on a faint copy."""


def bent(picture: Picture, chance: Chance, degrees: float, bow: float, paper: int) -> Picture:
    """The page laid on the glass askew by at most so many degrees, not by less than a third of that.

    `bow` is by how many pixels at most its lines bow, as those of a book that does not lie flat or of a sheet that a
    feeder pulls unevenly. What lies beside the sheet is as light as `paper`.
    """
    height, width = picture.shape[:2]
    turn = math.radians(degrees * chance.uniform(1 / 3, 1) * chance.choice((-1, 1)))
    waves = chance.uniform(0.3, 1, 2) * chance.choice((-1, 1), 2) * bow
    xs, ys = np.meshgrid(np.linspace(0, width, _QUADS + 1), np.linspace(0, height, _QUADS + 1))
    x, y = xs - width / 2, ys - height / 2
    from_x = math.cos(turn) * x + math.sin(turn) * y + width / 2 + waves[0] * np.sin(np.pi * ys / height)
    from_y = math.cos(turn) * y - math.sin(turn) * x + height / 2 + waves[1] * np.sin(np.pi * xs / width) * ys / height
    left, top = (np.linspace(0, side, _QUADS + 1).round().astype(int) for side in (width, height))
    mesh = []
    for row in range(_QUADS):
        for column in range(_QUADS):
            corners = ((row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1))
            quad = tuple(float(value) for at in corners for value in (from_x[at], from_y[at]))
            box = (int(left[column]), int(top[row]), int(left[column + 1]), int(top[row + 1]))
            mesh.append((box, quad))
    image = Image.fromarray(picture)
    fill = paper if picture.ndim == 2 else (paper, paper, paper)
    moved = image.transform(image.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC, fillcolor=fill)
    return np.asarray(moved)


def blurred(picture: Picture, radius: float) -> Picture:
    """The picture out of focus by so many pixels."""
    return np.asarray(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(radius)))


def faint(picture: Picture, chance: Chance, ink: float, dpi: int) -> Picture:
    """A copy from a spent cartridge: all ink is `ink` times as dark, in patches still less, and thin lines break up."""
    image = Image.fromarray(picture)
    thinned = np.asarray(image.filter(ImageFilter.MaxFilter(3)), dtype=np.float32)
    dark = 255 - (0.65 * np.asarray(image, dtype=np.float32) + 0.35 * thinned)
    patches = np.clip(0.8 + 0.4 * clouds(chance, picture.shape[:2], dpi / 8), 0.45, 1)
    grain = np.clip(1 + 0.35 * clouds(chance, picture.shape[:2], dpi / 60), 0.55, 1)
    left = dark * ink * _like(patches * grain, picture)
    return _bytes(255 - np.where(left < _LOST, 0, left))


def on_paper(picture: Picture, chance: Chance, paper: int, uneven: float, dpi: int) -> Picture:
    """The page on paper of that lightness, lit from one side: by `uneven`, of 255, darker on the other."""
    height, width = picture.shape[:2]
    angle = chance.uniform(0, 2 * math.pi)
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, width), np.linspace(-0.5, 0.5, height))
    light = paper - uneven * (0.5 + math.cos(angle) * x + math.sin(angle) * y).astype(np.float32)
    if paper < 235:  # paper that is grey is of coarse pulp
        light += 5 * clouds(chance, (height, width), dpi / 40) + 4 * clouds(chance, (height, width), dpi * 1.5)
    return _bytes(picture.astype(np.float32) * _like(light / 255, picture))


def noisy(picture: Picture, chance: Chance, deviation: float) -> Picture:
    """The picture with the noise of a sensor."""
    return _bytes(picture + chance.standard_normal(picture.shape, dtype=np.float32) * deviation)


def bitonal(picture: Picture, chance: Chance, threshold: int, specks: float) -> Picture:
    """Black and white; `specks` is the share of dots that turn out the other way."""
    black = picture < threshold
    if specks:
        black ^= chance.random(picture.shape, dtype=np.float32) < specks
    return np.where(black, 0, 255).astype(np.uint8)


def screened(picture: Picture) -> Picture:
    """Black and white, in which dots stand for grey (Floyd and Steinberg 1976)."""
    return np.asarray(Image.fromarray(picture).convert("1").convert("L"))


def under_lid(picture: Picture, chance: Chance, share: float) -> Picture:
    """The picture with dark bars along its sides, each of at most such a share of the longer one."""
    seen = picture.copy()
    for turn in range(4):
        side = np.rot90(seen, turn)
        side[: round(chance.uniform(0, share) * max(picture.shape[:2]))] = _LID
    return seen


def clouds(chance: Chance, shape: tuple[int, int], size: float) -> _Field:
    """A field that wanders between about −1 and 1 over so many pixels."""
    height, width = (max(2, round(side / size) + 1) for side in shape)
    coarse = Image.fromarray(chance.standard_normal((height, width), dtype=np.float32) / 2)
    return np.asarray(coarse.resize((shape[1], shape[0]), Image.Resampling.BICUBIC))


def _like(field: _Field, picture: Picture) -> _Field:
    return field if picture.ndim == 2 else field[:, :, np.newaxis]


def _bytes(values: _Field) -> Picture:
    return np.clip(values, 0, 255).round().astype(np.uint8)
