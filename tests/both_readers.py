"""A page with both readers, and whether they see the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from tests.handmade import shown, stream
from yusuan.pipeline.read import with_pdfium, with_pdfplumber
from yusuan.pipeline.read.document import open_document, whole_pages
from yusuan.pipeline.read.page import Character, Page, Rule
from yusuan.pipeline.read.pdf import read

NEAR = 0.15
"""Points. Fonts whose widths are no whole thousandths put the last glyphs of a long line this far apart."""
SAID = f"BT /F1 10 Tf 100 400 Td {shown('支出12')} Tj ET "


def both(data: bytes) -> tuple[Page, Page]:
    """The first page as each reader has it, the reference first."""
    reference, ours = (read(data, reader).pages[0] for reader in ("pdfplumber", "pdfium"))
    return reference, ours


def agree(data: bytes) -> Page:
    """The first page, after both readers gave the same."""
    reference, ours = both(data)
    assert (ours.width, ours.height) == pytest.approx((reference.width, reference.height), abs=0.01)
    assert (ours.images, ours.turned, ours.outside) == (reference.images, reference.turned, reference.outside)
    assert ours.hidden == reference.hidden
    assert [ink.shows for ink in ours.inks] == [ink.shows for ink in reference.inks]
    for one, other in zip(ordered(ours.characters), ordered(reference.characters), strict=True):
        assert one.text == other.text
        assert one[1:] == pytest.approx(other[1:], abs=NEAR)
    for line, same in zip(long(ours.rules), long(reference.rules), strict=True):
        assert line.orientation == same.orientation
        assert line[1:] == pytest.approx(same[1:], abs=0.01)
    return ours


def ordered(characters: Iterable[Character]) -> list[Character]:
    return sorted(characters, key=lambda c: (c.text, round(c.top), c.x0))


def long(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that are more than a point long, which no later step looks at."""
    return sorted({Rule(r[0], *(round(n, 2) for n in r[1:])) for r in rules if r.end - r.start > 1})


def left_to_reference(data: bytes) -> bool:
    """Whether the program itself sees that PDFium may not be trusted with the first page."""
    asked: list[int] = []
    honest = with_pdfplumber.read_pages

    def counted(*arguments: Any) -> Any:
        asked.append(1)
        return honest(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(with_pdfplumber, "read_pages", counted)
        list(with_pdfium.read_pages(data, whole_pages(open_document(data))))
    return bool(asked)


def form(content: str, entries: str = "", resources: str = "/Font << /F1 5 0 R >>") -> bytes:
    head = f"/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] {entries} /Resources << {resources} >>"
    return stream(content.encode(), head)
