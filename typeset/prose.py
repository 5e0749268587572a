"""Covers, contents and prose: everything that is not a table."""

from __future__ import annotations

from collections.abc import Sequence

from typeset.font import width, wrap
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.page import Grid, Page, Text
from typeset.words import HEADING

CONTENTS_SIZE = 14.0
CONTENTS_PITCH = 21.5
TITLE_LEADING = 1.15
"""Distance of the lines of a title, in sizes of its letters."""
PARTS_PITCH = 27.8
"""Distance of the entries where the contents have headings; a heading has more space around it."""
PART = "第"
"""What the heading of a part begins with, among the contents."""
LEADER_ROWS = 24
"""Rows of the ruled column that holds the contents of some documents."""
EMPTY_ROWS = 20
"""Rows of the ruled page with nothing in it that follows there."""
LEADER_ROW_HEIGHT = 20.3
LEADER_SIZE = 13.4


def cover(layout: DocumentLayout, lines: Sequence[str]) -> Page:
    """Set the cover: the title and who publishes, in the order of the document."""
    wide, high = layout.prose.page_size
    shape = layout.cover
    sizes = [shape.size] + [shape.size * shape.rest] * (len(lines) - 1)
    texts = [
        Text(wide / 2, high * (shape.top + shape.pitch * number), line, size, "center")
        for number, (line, size) in enumerate(zip(lines, sizes, strict=True))
    ]
    return Page(texts, size=layout.prose.page_size)


def contents(layout: DocumentLayout, lines: Sequence[str]) -> list[Page]:
    """Set the table of contents: a heading and entries, those of tables moved to the right."""
    heading, *entries = lines
    wide, _ = layout.prose.page_size
    if layout.contents == "ruled":
        return _ruled_contents(layout, heading, entries)
    if layout.contents == "parts":
        return _contents_of_parts(layout.prose, heading, entries)
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


def _contents_of_parts(layout: ProseLayout, heading: str, entries: Sequence[str]) -> list[Page]:
    pages = []
    texts = [Text(layout.page_size[0] / 2, layout.title_y, heading, layout.title_size, "center")]
    y = layout.first_y
    for entry in entries:
        part = entry.startswith(PART)
        size = layout.heading_size if part else layout.size
        if y > layout.bottom:
            pages.append(Page(texts, size=layout.page_size))
            texts, y = [], layout.title_y
        texts.append(Text(layout.left + (0 if part else 2 * size), y, entry, size))
        y += PARTS_PITCH + (size - layout.size)
    return [*pages, Page(texts, size=layout.page_size)]


def prose(layout: ProseLayout, title: str, paragraphs: Sequence[str]) -> list[Page]:
    """Set a title and paragraphs, on as many pages as they need; an empty one leaves half a line."""
    middle, room = (layout.left + layout.right) / 2, layout.right - layout.left
    heads = wrap(title, layout.title_size, room) if title else []
    step = layout.title_size * TITLE_LEADING
    texts = [
        Text(middle, layout.title_y + step * number, line, layout.title_size, "center")
        for number, line in enumerate(heads)
    ]
    pages = []
    y = layout.first_y + step * (len(heads) - 1) if heads else layout.title_y
    for paragraph in paragraphs:
        if not paragraph:
            y += layout.pitch / 2
            continue
        heading = paragraph.startswith(HEADING)
        size = layout.heading_size if heading else layout.size
        indent = 0 if heading else 2 * size
        for number, line in enumerate(wrap(paragraph.removeprefix(HEADING), size, room, indent)):
            if y > layout.bottom:
                pages.append(Page(texts, size=layout.page_size))
                texts, y = [], layout.title_y
            texts.append(Text(layout.left + (indent if number == 0 else 0), y, line, size))
            y += layout.pitch + (size - layout.size)
        y += layout.gap
    return [*pages, Page(texts, size=layout.page_size)]
