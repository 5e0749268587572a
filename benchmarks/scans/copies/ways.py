"""The ways in which pages become scans of the second family, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from benchmarks.scans.copies import black, glass, paper
from benchmarks.scans.optics import Chance
from benchmarks.scans.pictures import Packing, Picture

Step = Callable[[Picture, Chance, int], Picture]
"""What is done to a picture, by chance, at so many dots in an inch."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is drawn, what is done to it, one step after the other, and how it is packed.

    `layers` packs it as a mask of what is dark over a coarse picture of the rest (mixed raster content).
    """

    dpi: int
    steps: tuple[Step, ...]
    colour: bool = False
    turns: tuple[Literal[0, 90, 180, 270], ...] = (0,)
    packing: Packing = "jpeg"
    quality: int = 80
    layers: bool = False


_LAID: tuple[Step, ...] = (partial(glass.leaning, degrees=0.8),)
_SEEN: tuple[Step, ...] = (
    partial(glass.unsharp, radius=0.6),
    partial(glass.toned, gamma=1.0, black=18, white=246),
    partial(glass.grainy, deviation=2.5),
)
_OFFICE = (*_LAID, *_SEEN)
_SEAL = partial(paper.sealed, ink=0.8)
_FOCUS = partial(glass.unsharp, radius=0.5)

WAYS: Mapping[str, Way] = {
    "o_grey_200": Way(200, _OFFICE),
    "o_grey_300": Way(300, _OFFICE),
    "o_colour_300": Way(300, _OFFICE, colour=True),
    "o_seal_200": Way(200, (_SEAL, *_OFFICE), colour=True),
    "o_seal_300": Way(300, (partial(paper.sealed, ink=0.9, dark=170), *_OFFICE), colour=True, quality=60),
    "o_turned_200": Way(200, _OFFICE, turns=(90, 180, 270)),
    "o_sharp_200": Way(200, (*_OFFICE, partial(glass.sharpened, amount=1.4))),
    "o_gamma_200": Way(200, (*_LAID, _FOCUS, partial(glass.toned, gamma=0.45, black=90, white=255))),
    "o_streaks_200": Way(200, (*_OFFICE, partial(glass.streaked, depth=60, count=12))),
    "o_through_200": Way(200, (partial(paper.shown_through, share=0.22), *_OFFICE)),
    "o_lid_200": Way(200, (*_OFFICE, partial(glass.lidded, share=0.03))),
    "o_copier_200": Way(200, (*_LAID, partial(glass.toned, gamma=1.3), *_SEEN, glass.edged)),
    "o_toner_200": Way(200, (partial(paper.toner_lost, share=0.03, ink=0.7), *_OFFICE)),
    "o_thin_200": Way(200, (partial(paper.thinned, share=0.7), *_OFFICE)),
    "o_number_200": Way(200, (paper.numbered, *_OFFICE), colour=True),
    "o_jpeg30_200": Way(200, _OFFICE, quality=30),
    "o_mrc_300": Way(300, (_SEAL, *_OFFICE), colour=True, layers=True),
    "o_perspective_200": Way(200, (partial(glass.out_of_perspective, share=0.012), *_SEEN)),
    "o_phone_250": Way(
        250,
        (partial(glass.out_of_perspective, share=0.02), *_SEEN, partial(glass.shaded, depth=0.45)),
        colour=True,
        quality=70,
    ),
    "o_bw_otsu_300": Way(300, (*_OFFICE, black.by_otsu), packing="g4"),
    "o_bw_otsu_200": Way(200, (*_OFFICE, black.by_otsu), packing="g4"),
    "o_bw_near_300": Way(300, (*_OFFICE, partial(black.by_neighbours, less=12)), packing="g4"),
    "o_bw_near_200": Way(200, (*_OFFICE, partial(black.by_neighbours, less=12)), packing="g4"),
    "o_fax_otsu_150": Way(150, (*_LAID, _FOCUS, partial(glass.grainy, deviation=2), black.by_otsu), packing="g4"),
    "o_fax_near_150": Way(
        150, (*_LAID, partial(glass.grainy, deviation=2), partial(black.by_neighbours, less=14)), packing="g4"
    ),
}
