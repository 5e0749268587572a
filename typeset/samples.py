"""The sample documents: from a document's layout, figures and words to a PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from typeset import figures, words
from typeset.form import form_pages
from typeset.ink import document
from typeset.layouts import LAYOUTS
from typeset.layouts.declared import DocumentLayout
from typeset.page import Page, Text
from typeset.prose import contents, cover, prose
from typeset.table import table_pages


def pages(layout: DocumentLayout) -> list[Page]:
    """Return all pages of the document of `layout`.

    Raises ValueError for rows or words that do not fit their layout, KeyError for a table without figures.
    """
    tables = figures.read(layout.name)
    maker = f"{layout.maker}：{layout.entity}" if layout.maker else ""
    found: list[Page] = []
    for section in words.read(layout.name):
        if section.kind == "cover":
            found.append(cover(layout, section.lines))
        elif section.kind == "contents":
            found += contents(layout, section.lines)
        elif section.kind == "prose":
            found += prose(layout.prose, section.title, section.lines)
        elif section.kind == "units":
            found.append(_with_units(found.pop(), layout, tables))
        elif section.kind == "tables":
            first = len(found)
            for table in layout.tables:
                found += table_pages(table, tables[table.table], maker)
            found[first] = _headed(found[first], layout, section.title)
        else:
            for form in layout.forms:
                found += form_pages(form, tables, f"申报单位名称：（盖章）{layout.entity}")
    return found


def _with_units(page: Page, layout: DocumentLayout, tables: Mapping[str, Sequence[Sequence[str]]]) -> Page:
    """Return `page` with the ruled list of units below its prose."""
    if layout.units is None:
        raise ValueError(f"{layout.name}: the words have a list of units, the layout has none")
    (listed,) = table_pages(layout.units, tables[layout.units.table], "")
    lowest = max(text.y + text.size for text in page.texts)
    if lowest > layout.units.y:
        raise ValueError(f"{layout.name}: prose down to {lowest:.1f}, but the units begin at {layout.units.y:.1f}")
    return replace(page, grids=[*page.grids, *listed.grids])


def _headed(page: Page, layout: DocumentLayout, title: str) -> Page:
    """Return `page` with `title`, which may be empty, at its top."""
    shape = layout.prose
    heading = Text(page.size[0] / 2, shape.title_y, title, shape.title_size, "center")
    return replace(page, texts=[*page.texts, heading]) if title else page


def typeset_all() -> dict[str, bytes]:
    """Return the PDF of every sample by its path below the folder of the PDFs."""
    return {layout.path: document(pages(layout), title=layout.title) for layout in LAYOUTS}
