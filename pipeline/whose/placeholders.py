"""Words of the form that a publisher was to replace and did not: 上海市XX局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.characters import key
from yusuan.schemas.sentences.publications import TEMPLATE_TEXT
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.vocabulary.around import PLACEHOLDERS

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import PageLayout

_PLACEHOLDERS = re.compile(PLACEHOLDERS)
_AROUND = 12


def placeholders(text: str) -> list[str]:
    """The places in `text` where something was to be filled in, each with the words around it."""
    folded = key(text)
    return [folded[max(0, found.start() - _AROUND) : found.end() + _AROUND] for found in _PLACEHOLDERS.finditer(folded)]


def template_text(layouts: Sequence[PageLayout]) -> Iterator[Finding]:
    """One finding for all placeholders outside the tables; it names the pages, and the first of them."""
    found = [(layout.number, text) for layout in layouts for line in layout.lines for text in placeholders(line.text)]
    if found:
        pages = joined(str(page) for page in dict.fromkeys(page for page, _ in found))
        yield Finding(
            "document.template_text",
            TEMPLATE_TEXT.of(pages=pages, text=found[0][1]),
            page=found[0][0],
        )
