"""What was found on a page → the page as every later step sees it: upright characters, each once, and ruling lines."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.characters import visible
from pipeline.read.page import Character, Page
from pipeline.read.raw import Glyph, RawPage
from pipeline.read.rules import rules


def assemble(raw: RawPage) -> Page:
    """The page that a reader's finds amount to."""
    shown = [(text, glyph) for glyph in raw.glyphs if (text := visible(glyph.text))]
    once = _printed_once([(text, glyph) for text, glyph in shown if glyph.upright])
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        characters=tuple(Character(text, glyph.x0, glyph.top, glyph.x1, glyph.bottom) for text, glyph in once),
        rules=tuple(rules(raw.paths)),
        images=raw.images,
        turned=sum(1 for _, glyph in shown if not glyph.upright),
    )


def _printed_once(glyphs: Sequence[tuple[str, Glyph]]) -> list[tuple[str, Glyph]]:
    """Without glyphs that stand where the same glyph stood already: bold is often simulated by that, 11,,223344.

    The same place is nearer than a third of the glyph's own width and height, or a seventh of the
    height for a narrow one; the next glyph of a number is a whole width away.
    """
    kept: dict[tuple[str, int, int], list[Glyph]] = {}
    once: list[tuple[str, Glyph]] = []
    for text, glyph in glyphs:
        width, height = max(glyph.x1 - glyph.x0, 0.1), max(glyph.bottom - glyph.top, 0.1)
        column, row = int(glyph.x0 // width), int(glyph.top // height)
        near = (
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in kept.get((text, column + dx, row + dy), ())
        )
        if any(
            abs(other.x0 - glyph.x0) < max(width / 3, height / 7) and abs(other.top - glyph.top) < height / 3
            for other in near
        ):
            continue
        kept.setdefault((text, column, row), []).append(glyph)
        once.append((text, glyph))
    return once
