"""What was found on a page → the page as every later step sees it: upright characters, each once, and ruling lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

import numpy as np

from yusuan.pipeline.read import characters, tick_boxes
from yusuan.pipeline.read.across import across
from yusuan.pipeline.read.inks import inks
from yusuan.pipeline.read.letters import Letters
from yusuan.pipeline.read.once import printed_again
from yusuan.pipeline.read.outlines import without_outlines
from yusuan.pipeline.read.page import Page
from yusuan.pipeline.read.quarters import Quarters
from yusuan.pipeline.read.raw import Flags, Floats, RawPage
from yusuan.pipeline.read.rules import rules
from yusuan.pipeline.read.seen_paths import seen
from yusuan.pipeline.read.visible import REASONS, hidden, on_page

_visible = lru_cache(1 << 12)(characters.visible)


def assemble(raw: RawPage) -> Page:
    """The page that a reader's finds amount to."""
    texts, sides, stands, fonts, _ = raw.glyphs
    shown = _shown(texts)
    unseen = hidden(raw)
    reasons: tuple[tuple[str, int], ...] = ()
    if unseen:
        why = unseen.why[unseen.glyphs & np.array(shown, dtype=bool)]
        reasons = tuple((REASONS[at], int((why == at).sum())) for at in sorted(set(why.tolist())))
        # What a clip hides of a text is put at its edge: where letters are printed tells which stand there twice.
        shown, sides = _kept(shown, np.vstack((unseen.sides, sides)), ~unseen.glyphs)
        stands, fonts = stands[~unseen.glyphs], list(compress(fonts, (~unseen.glyphs).tolist()))
    if any(map(tick_boxes.is_symbol_font, set(fonts))):
        shown = list(map(tick_boxes.symbol, fonts, shown))
    turned = 0
    if not (all(shown) and stands.all()):
        printed = np.array(shown, dtype=bool)
        turned = int((printed & ~stands).sum())
        shown, sides = _kept(shown, sides, printed & stands)
    here = on_page(sides[:4], raw.width, raw.height)
    outside = len(shown) - int(here.sum())
    if outside:
        shown, sides = _kept(shown, sides, here)
    paths = without_outlines(seen(raw), shown, sides[:4])
    ruled = tuple(rules(paths))
    marks = across(sides[:4], ruled)
    if marks is not None:
        shown, sides = _kept(shown, sides, ~marks)
    letters = Letters(shown, sides[:4])
    if again := printed_again(letters.codes, sides[-4:]):
        letters = letters.without(again)
    found = letters
    boxes = tick_boxes.drawn(ruled, paths)
    if boxes or not tick_boxes.BOXES.isdisjoint(letters.texts):
        found = Letters.of(tick_boxes.ticked((*letters, *boxes)))
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        characters=found,
        rules=tick_boxes.without_boxes(ruled, boxes),
        images=raw.images,
        turned=turned,
        across=0 if marks is None else int(marks.sum()),
        outside=outside,
        hidden=reasons,
        inks=tuple(inks(raw, paths, letters, unseen.cut if unseen else ())),
        placed=Quarters(raw.quarters, raw.width, raw.height) if raw.quarters else None,
    )


def _shown(texts: Sequence[str]) -> list[str]:
    """What a reader sees of each glyph."""
    joined = "".join(texts)
    # What can be printed is seen, unless it is a space.
    return list(texts) if joined.isprintable() and " " not in joined else list(map(_visible, texts))


def _kept(texts: list[str], sides: Floats, kept: Flags) -> tuple[list[str], Floats]:
    return list(compress(texts, kept.tolist())), sides[:, kept]
