"""What was found on a page → the page as every later step sees it: upright characters, each once, and ruling lines."""

from __future__ import annotations

from functools import lru_cache

from pipeline.read import characters
from pipeline.read.once import printed_once
from pipeline.read.page import Character, Page
from pipeline.read.raw import RawPage
from pipeline.read.rules import rules

_visible = lru_cache(1 << 16)(characters.visible)


def assemble(raw: RawPage) -> Page:
    """The page that a reader's finds amount to."""
    upright: list[Character] = []
    turned = 0
    for printed, x0, top, x1, bottom, stands, _ in raw.glyphs:
        text = _visible(printed)
        if not text:
            continue
        if stands:
            upright.append(Character(text, x0, top, x1, bottom))
        else:
            turned += 1
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        characters=printed_once(upright),
        rules=tuple(rules(raw.paths)),
        images=raw.images,
        turned=turned,
    )
