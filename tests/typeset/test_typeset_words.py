"""The words of the samples are our own; with the published documents on disk, they are compared with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from typeset import figures, words
from typeset.layouts import LAYOUTS
from yusuan.pipeline.layout.text import lines
from yusuan.pipeline.read.pdf import read

LONG = 25
"""Letters from which on a shared sentence is not chance, digits, marks and entities not counted."""

ACCOUNT = re.compile(r"\d+、\S+（类）\S+（款）\S+（项）")
"""An account's name that stands as a sentence of its own."""


def letters(text: str) -> str:
    """`text` without entities, digits, marks and blanks."""
    for layout in LAYOUTS:
        text = text.replace(layout.entity, "")
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def sentences() -> Iterator[str]:
    """Every sentence of the samples, the long cells of the forms included."""
    for layout in LAYOUTS:
        for section in words.read(layout.name):
            if section.kind == "prose":
                for line in section.lines:
                    yield from re.split("[。；]", line)
        for table, rows in figures.read(layout.name).items():
            if table.startswith("form"):
                yield from (cell for row in rows for cell in row)


def test_every_section_of_the_documents_is_known() -> None:
    for layout in LAYOUTS:
        kinds = [section.kind for section in words.read(layout.name)]
        assert kinds[:2] in (["cover", "contents"], ["tables"])
        assert kinds.count("tables") == 1
        assert ("forms" in kinds) == bool(layout.forms)
        assert ("units" in kinds) == (layout.units is not None)


def test_no_sentence_is_taken_from_a_published_document(corpus: Path) -> None:
    published = ""
    for path in [*sorted(corpus.glob("budget/**/*.pdf")), *sorted(corpus.glob("final/**/*.pdf"))]:
        for page in read(path.read_bytes()).pages:
            published += letters("".join(line.text for line in lines(page.characters)))
    assert published
    shared = [text for text in sentences() if len(letters(text)) >= LONG and letters(text) in published]
    # What is shared is the formula around amounts, which is prescribed, and the names of accounts; descriptions and
    # reasons are not.
    assert [text for text in shared if "万元" not in text and not ACCOUNT.fullmatch(text)] == []
