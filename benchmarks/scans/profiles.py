"""The ways in which pages become scans, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from benchmarks.scans.pictures import Packing


@dataclass(frozen=True, slots=True)
class Profile:
    """How a page is printed, laid on the glass, seen and packed. The neutral values leave it as it is drawn.

    `skew` is in degrees and `bow` in points, both at most; `blur` in pixels at most; `ink` is how dark ink is left, of
    1; `paper` how light paper is, `uneven` by how much less so at one side, `noise` the deviation of each pixel, all of
    255; black and white is what is darker than `threshold`, with a share of `specks`, or made of dots where it is
    `screened`. `lid` is the share of the longer side, at most, that the dark lid of the scanner covers of each side.
    `turns` are what pages are turned by in turn, in degrees with the clock.
    """

    dpi: int = 200
    colour: bool = False
    seal: bool = False
    skew: float = 0
    bow: float = 0
    blur: float = 0
    ink: float = 1
    paper: int = 255
    uneven: float = 0
    noise: float = 0
    threshold: int | None = None
    specks: float = 0
    screened: bool = False
    lid: float = 0
    turns: tuple[Literal[0, 90, 180, 270], ...] = (0,)
    packing: Packing = "jpeg"
    quality: int = 75
    hidden: bool = False
    """Whether a layer of text lies over the picture that nobody sees, with some digits wrong."""
    mixed: bool = False
    """Whether about half of the pages stay as they are, with their text."""


_OFFICE = Profile(skew=0.7, blur=0.7, paper=250, uneven=12, noise=4)

PROFILES: Mapping[str, Profile] = {
    "clean": Profile(dpi=300, packing="flate"),
    "office": _OFFICE,
    "stamped": replace(_OFFICE, colour=True, seal=True),
    "skewed": replace(_OFFICE, skew=2.5, bow=4),
    "faint": Profile(skew=0.5, blur=0.6, ink=0.55, paper=248, uneven=8, noise=4),
    "grey_paper": replace(_OFFICE, paper=205, uneven=30, noise=5),
    "bw": Profile(dpi=300, skew=0.5, blur=0.7, paper=250, noise=6, threshold=150, packing="g4"),
    "fax": Profile(dpi=150, skew=0.5, blur=0.4, noise=8, threshold=190, specks=0.0003, packing="g4"),
    "thin": Profile(dpi=300, skew=0.5, blur=1, paper=250, noise=6, threshold=128, packing="g4"),
    "thin_fax": Profile(dpi=150, noise=2, threshold=128, packing="g4"),
    "thin_200": Profile(dpi=200, noise=2, threshold=90, packing="g4"),
    "screened": Profile(dpi=300, skew=0.5, blur=0.8, paper=247, screened=True, packing="g4"),
    "lid": replace(_OFFICE, lid=0.01),
    "turned": replace(_OFFICE, turns=(90, 180, 270)),
    "hidden_layer": replace(_OFFICE, hidden=True),
    "mixed": replace(_OFFICE, mixed=True),
}
