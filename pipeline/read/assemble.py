"""What was found on a page → the page as every later step sees it: upright characters, each once, and ruling lines."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import compress
from operator import itemgetter
from typing import Any

from pipeline.read import characters, tick_boxes
from pipeline.read.once import printed_once
from pipeline.read.page import Character, Page
from pipeline.read.raw import Glyph, RawPage
from pipeline.read.rules import rules

_visible = lru_cache(1 << 12)(characters.visible)
_TEXT, *_SIDES, _UPRIGHT, _FONT = (itemgetter(place) for place in range(len(Glyph._fields)))
_CHARACTER: Any = partial(tuple.__new__, Character)


def assemble(raw: RawPage) -> Page:
    """The page that a reader's finds amount to."""
    glyphs = raw.glyphs
    shown = list(map(_visible, map(_TEXT, glyphs)))
    if any(map(tick_boxes.is_symbol_font, set(map(_FONT, glyphs)))):
        shown = list(map(tick_boxes.symbol, map(_FONT, glyphs), shown))
    stands = list(map(_UPRIGHT, glyphs))
    turned = 0
    if not (all(shown) and all(stands)):
        turned = sum(1 for text, upright in zip(shown, stands, strict=True) if text and not upright)
        kept = [bool(text) and upright for text, upright in zip(shown, stands, strict=True)]
        glyphs, shown = list(compress(glyphs, kept)), list(compress(shown, kept))
    x0s, tops, x1s, bottoms = sides = [list(map(side, glyphs)) for side in _SIDES]
    placed = list(map(_CHARACTER, zip(shown, *sides, strict=True)))
    visible = placed
    if placed and not (min(x0s) >= 0 <= min(tops) and max(x1s) <= raw.width and max(bottoms) <= raw.height):
        visible = [char for char in placed if _on_page(char, raw.width, raw.height)]
    found = printed_once(visible)
    ruled = tuple(rules(raw.paths))
    boxes = tick_boxes.drawn(ruled, raw.paths)
    if boxes or not tick_boxes.BOXES.isdisjoint(shown):
        found = tuple(tick_boxes.ticked((*found, *boxes)))
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        characters=found,
        rules=tick_boxes.without_boxes(ruled, boxes),
        images=raw.images,
        turned=turned,
        outside=len(placed) - len(visible),
    )


def _on_page(char: Character, width: float, height: float) -> bool:
    """Whether the middle of a glyph lies on the page: beyond its edge nobody sees it."""
    _, x0, top, x1, bottom = char
    return 0 <= x0 + x1 <= 2 * width and 0 <= top + bottom <= 2 * height
