"""The sample documents: from a year's layout, figures and words to a PDF."""

from __future__ import annotations

from typeset import figures, words
from typeset.form import form_pages
from typeset.ink import document
from typeset.layouts import LAYOUTS
from typeset.layouts.declared import DocumentLayout
from typeset.page import Page
from typeset.prose import contents, cover, prose
from typeset.table import table_pages


def pages(layout: DocumentLayout) -> list[Page]:
    """Return all pages of the document of `layout`.

    Raises ValueError for rows that do not fit their layout, KeyError for a table without figures.
    """
    tables = figures.read(layout.year)
    found: list[Page] = []
    for section in words.read(layout.year):
        if section.kind == "cover":
            found.append(cover(layout, section.lines))
        elif section.kind == "contents":
            found += contents(layout, section.lines)
        elif section.kind == "prose":
            found += prose(layout.prose, section.title, section.lines)
        elif section.kind == "tables":
            for table in layout.tables:
                found += table_pages(table, tables[table.table], f"{layout.maker}：{layout.entity}")
        else:
            for form in layout.forms:
                found += form_pages(form, tables, f"申报单位名称：（盖章）{layout.entity}")
    return found


def typeset_all() -> dict[str, bytes]:
    """Return the PDF of every sample by its path below the folder of the PDFs."""
    return {layout.path: document(pages(layout), title=f"{layout.entity}{layout.year}年预算") for layout in LAYOUTS}
