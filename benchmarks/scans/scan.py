"""A digital PDF → what a scanner would make of its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import pypdfium2

from benchmarks.scans import optics
from benchmarks.scans.drawn import POINTS, Drawn, draw
from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import packed
from benchmarks.scans.planted import Plant, planted
from benchmarks.scans.profiles import Profile
from benchmarks.scans.seal import stamped
from benchmarks.scans.written import DigitalSheet, Sheet, filled, written
from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.pdf import read

_WRONG_DIGITS = 0.03
"""The share of digits that are wrong in a hidden layer."""


def scan(
    data: bytes, profile: Profile, seed: int = 1, pages: Sequence[int] | None = None, plant: Plant | None = None
) -> bytes:
    """A PDF of pictures of some pages of a PDF, or all, by their numbers from 0, each page of the same size.

    The same bytes, profile, seed, pages and plant make the same bytes. `plant` is a digit exchanged before anything
    else is done to its page; its page counts among those that are scanned. Raises Refusal for a PDF that is refused.
    """
    whole = read(data).pages
    numbers = range(len(whole)) if pages is None else pages
    kept = _kept(numbers, data, seed) if profile.mixed else frozenset()
    sheets: list[Sheet] = []
    with pypdfium2.PdfDocument(data) as document:
        for place, number in enumerate(numbers):
            if number in kept and not (plant and plant.page == place):
                sheets.append(DigitalSheet(data, number))
                continue
            drawn = draw(document, whole[number], profile.dpi, profile.colour)
            if plant and plant.page == place:
                drawn = planted(drawn, plant)
            sheets.append(_scanned(drawn, profile, chance_of(data, seed, number), place))
    return written(sheets)


def chance_of(data: bytes, *what: object) -> Chance:
    """The chance that a file's bytes and some words or numbers make."""
    name = f"{hashlib.sha256(data).hexdigest()} {' '.join(map(str, what))}"
    return np.random.default_rng(int.from_bytes(hashlib.sha256(name.encode()).digest()))


def _scanned(drawn: Drawn, profile: Profile, chance: Chance, place: int) -> Sheet:
    picture, dpi, size = drawn.picture, drawn.dpi, drawn.size
    if profile.seal:
        picture = stamped(picture, chance, _over_a_figure(drawn, chance), dpi)
    if profile.ink < 1:
        picture = optics.faint(picture, chance, profile.ink, dpi)
    if profile.skew or profile.bow:
        picture = optics.bent(picture, chance, profile.skew, profile.bow * dpi / POINTS, 255)
    if profile.paper < 255 or profile.uneven:
        picture = optics.on_paper(picture, chance, profile.paper, profile.uneven, dpi)
    if profile.blur:
        picture = optics.blurred(picture, profile.blur * chance.uniform(0.5, 1))
    if profile.noise:
        picture = optics.noisy(picture, chance, profile.noise)
    if profile.lid:
        picture = optics.under_lid(picture, chance, profile.lid)
    if profile.screened:
        picture = optics.screened(picture)
    if profile.threshold is not None:
        picture = optics.bitonal(picture, chance, profile.threshold, profile.specks)
    turn = profile.turns[place % len(profile.turns)]
    picture = np.ascontiguousarray(np.rot90(picture, -turn // 90))
    if turn in (90, 270):
        size = (size[1], size[0])
    hidden = _misread(drawn.page.characters, chance) if profile.hidden else ()
    return filled(packed(picture, profile.packing, profile.quality), size, hidden)


def _over_a_figure(drawn: Drawn, chance: Chance) -> tuple[float, float]:
    """The middle of some digit of the page in pixels, or of the page."""
    digits = [letter for letter in drawn.page.characters if letter.text.isdigit()]
    if not digits:
        return drawn.picture.shape[1] / 2, drawn.picture.shape[0] / 2
    letter = digits[int(chance.integers(len(digits)))]
    scale = drawn.dpi / POINTS
    return (letter.x0 + letter.x1) / 2 * scale, (letter.top + letter.bottom) / 2 * scale


def _misread(letters: Sequence[Character], chance: Chance) -> list[Character]:
    """The letters of a page with some digits taken for others."""
    return [
        letter._replace(text=str((int(letter.text) + int(chance.integers(1, 10))) % 10))
        if letter.text in set("0123456789") and chance.random() < _WRONG_DIGITS
        else letter
        for letter in letters
    ]


def _kept(numbers: Sequence[int], data: bytes, seed: int) -> frozenset[int]:
    """The pages of a mixed document that stay digital: some, and not all where there are several."""
    order = chance_of(data, seed, "mixed").permutation(len(numbers))
    return frozenset(numbers[int(place)] for place in order[: len(numbers) // 2])
