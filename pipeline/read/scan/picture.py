"""A page of a PDF → its picture as grey levels, without the red of stamps, and where these were."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.scan.rendered import rendered
from yusuan.pipeline.read.scan.stamps import Unstamped, without_stamps

DOTS = 200.0
"""Dots per inch at which pages are looked at. A figure of a usual table is then some twenty dots high, which is as
much as the recogniser makes use of."""
_MOST_DOTS = 12_000_000
_LONGEST = 30_000
_DARK = 128
"""Paper that is darker is white on a negative."""
_OUTER = 0.5
"""So many per cent of a page's dots, at least, are ink."""


def picture(page: Any) -> tuple[Unstamped, float]:
    """The picture of a pypdfium2 page as displayed, without stamps, and how many of its dots make a point."""
    wide, high = page.get_size()
    scale = min(DOTS / 72, math.sqrt(_MOST_DOTS / max(wide * high, 1)), _LONGEST / max(wide, high))
    two = _has_two_levels(page)
    colours = dark_on_light(rendered(page, scale, in_colour=True))
    if colours.ndim == 2:
        return Unstamped(colours, two_levels=two), scale
    return replace(without_stamps(colours[:, :, :3]), two_levels=two), scale


def _has_two_levels(page: Any) -> bool:
    """Whether all pictures of a page are black and white, with nothing between."""
    found = list(page.get_objects(filter=(pdfium.IMAGE,)))
    return bool(found) and all(each.get_metadata().bits_per_pixel == 1 for each in found)


def dark_on_light(colours: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """A picture with its ink darker than its paper: what most of it is, is paper, and what is far from that is ink.

    Its edges are left out, where the lid of a scanner may be seen.
    """
    height, width = colours.shape[:2]
    seen = colours[height // 10 : height - height // 10 : 5, width // 10 : width - width // 10 : 5].reshape(-1)
    if not seen.size:
        return colours
    darkest, paper, lightest = np.percentile(seen, (_OUTER, 50, 100 - _OUTER))
    return 255 - colours if paper < _DARK and lightest - paper > 2 * (paper - darkest) else colours
