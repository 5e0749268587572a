"""The performance-target forms behind the budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typeset.layouts.declared import FormLayout
from typeset.page import Grid, Page, Text


def form_pages(layout: FormLayout, figures: Mapping[str, Sequence[Sequence[str]]], applicant: str) -> list[Page]:
    """Set one form; `applicant` is the line between its title and its ruled area.

    Raises KeyError when `figures` lack a part of the form.
    """
    wide, _ = layout.page_size
    title, *more = layout.title
    pages = []
    for number, (part, widths) in enumerate(layout.parts):
        texts = []
        if number == 0:
            texts = [Text(wide / 2, layout.y - 70, title, layout.size * 1.8, "center")]
            texts += [Text(wide / 2, layout.y - 44, line, layout.size * 1.2, "center") for line in more]
            texts.append(Text(layout.x + 2, layout.y - 20, applicant, layout.size))
        y = layout.y if number == 0 else layout.next_y
        grid = Grid(layout.x, y, widths, layout.row_height, figures[part], "c", layout.size, layout.rules)
        pages.append(Page(texts, [grid], layout.page_size))
    return pages
