"""The page that finds the document which has a line: its address stays right when a PDF is published again.

The lines stand in small scripts, by how their ids begin, because a page that is opened from disk can load scripts only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.report.document_page import source_of
from yusuan.pipeline.report.pages import page
from yusuan.pipeline.report.shards import called
from yusuan.schemas.sentences.report import LINE_PAGE
from yusuan.schemas.sentences.said import Language

NAME = "line.html"
_A_FILE = 2_000
"""About how many lines a script should have at most."""


def files(dataset: Loaded, language: Language) -> Iterator[tuple[str, bytes]]:
    """The page and its scripts, by name within a report."""
    ids = dataset["line_items"]["line_id"].to_pylist()
    owners = dataset["line_items"]["document_id"].to_pylist()
    digits = 1
    while len(ids) > _A_FILE * 16**digits and digits < 3:
        digits += 1
    names = {each["document_id"]: source_of(each, language) for each in dataset["documents"].to_pylist()}
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line_id, owner in sorted(zip(ids, owners, strict=True)):
        parts[line_id[:digits]][line_id].append(owner)
    yield NAME, page("line.html", language, data={"digits": digits, "texts": _texts(language)})
    for number in range(16**digits):
        begins = f"{number:0{digits}x}"
        yield f"lines/{begins}.js", _script(begins, parts[begins], names)


def _texts(language: Language) -> dict[str, str]:
    return {name: text.of(language) for name, text in LINE_PAGE.items()}


def _script(begins: str, lines: dict[str, list[str]], names: dict[str, str]) -> bytes:
    documents = {owner: place for place, owner in enumerate(sorted({x for own in lines.values() for x in own}))}
    known = {
        "documents": [[owner, names[owner]] for owner in documents],
        "lines": {line_id: [documents[owner] for owner in own] for line_id, own in lines.items()},
    }
    return called("yusuanLines", begins, known)
