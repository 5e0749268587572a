"""Covers, contents and prose: everything that is not a table."""

from __future__ import annotations

from collections.abc import Sequence

from typeset.font import width, wrap
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.page import Grid, Page, Text

CONTENTS_SIZE = 14.0
CONTENTS_PITCH = 21.5
LEADER_ROWS = 24
"""Rows of the ruled column that holds the contents of some documents."""
EMPTY_ROWS = 20
"""Rows of the ruled page with nothing in it that follows there."""
LEADER_ROW_HEIGHT = 20.3
LEADER_SIZE = 13.4


def cover(layout: DocumentLayout, lines: Sequence[str]) -> Page:
    """Set the cover: the title, and below it who publishes."""
    wide, high = layout.prose.page_size
    sizes = [layout.cover_size] + [layout.cover_size / 2] * (len(lines) - 1)
    texts = [
        Text(wide / 2, high * (0.25 + 0.2 * number), line, size, "center")
        for number, (line, size) in enumerate(zip(lines, sizes, strict=True))
    ]
    return Page(texts, size=layout.prose.page_size)


def contents(layout: DocumentLayout, lines: Sequence[str]) -> list[Page]:
    """Set the table of contents: a heading and entries, those of tables moved to the right."""
    heading, *entries = lines
    wide, _ = layout.prose.page_size
    if layout.contents == "ruled":
        return _ruled_contents(layout, heading, entries)
    left = layout.prose.left
    texts = [Text(wide / 2, 60, heading, 20, "center")]
    for number, entry in enumerate(entries):
        indent = 28 if entry[0].isdigit() and "表" in entry else 0
        texts.append(Text(left + indent, 125 + number * CONTENTS_PITCH, entry, CONTENTS_SIZE))
    return [Page(texts, size=layout.prose.page_size)]


def _ruled_contents(layout: DocumentLayout, heading: str, entries: Sequence[str]) -> list[Page]:
    column = 677.4
    rows = [[heading], [""], [""]]
    for entry in entries:
        text = f"    {entry} " if entry[0].isdigit() else f"{entry} "
        while width(text + "…", LEADER_SIZE) < column - 8:
            text += "…"
        rows.append([text])
    rows += [[""]] * (LEADER_ROWS - len(rows))
    left, top = 56.3, 54.2
    grids = [
        Grid(left, y, [column], LEADER_ROW_HEIGHT, part, align, LEADER_SIZE, ("cell_fills",))
        for y, part, align in ((top, rows[:1], "c"), (top + LEADER_ROW_HEIGHT, rows[1:], "l"))
    ]
    empty = Grid(left, top, [column], 18.6, [[""]] * EMPTY_ROWS, rules=("cell_fills",))
    size = layout.prose.page_size
    return [Page((), grids, size), Page((), (empty,), size)]


def prose(layout: ProseLayout, title: str, paragraphs: Sequence[str]) -> list[Page]:
    """Set a title and paragraphs, on as many pages as they need; an empty one leaves half a line."""
    middle = (layout.left + layout.right) / 2
    texts = [Text(middle, layout.title_y, title, layout.title_size, "center")] if title else []
    pages = []
    y = layout.first_y if title else layout.title_y
    indent = 2 * layout.size
    for paragraph in paragraphs:
        if not paragraph:
            y += layout.pitch / 2
            continue
        for number, line in enumerate(wrap(paragraph, layout.size, layout.right - layout.left, indent)):
            if y > layout.bottom:
                pages.append(Page(texts, size=layout.page_size))
                texts, y = [], layout.title_y
            texts.append(Text(layout.left + (indent if number == 0 else 0), y, line, layout.size))
            y += layout.pitch
    return [*pages, Page(texts, size=layout.page_size)]
