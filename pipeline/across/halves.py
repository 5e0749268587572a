"""A text and tables of one folder that look like the two files of one publication, but say another year or body.

Files that say the same are one publication (document/halves.py). Where they do not, the text is judged by no
tables and somebody should know, but which of the two is wrong, or whether they belong together, cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from yusuan.pipeline.across.link import Link, named, of
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.files.collect import PATHS_JOINED
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.normalize.publication import Publication
from yusuan.schemas.sentences import across as sentences
from yusuan.schemas.sentences.names import level_name
from yusuan.schemas.sentences.said import joined, quoted

RULE = "across.halves"
_Half = tuple[Document, Publication]


def halves(documents: Sequence[Document]) -> Iterator[Link]:
    """Texts and tables of one folder and stage that found no other half.

    They are of one body, and each is the only such file of the body there, or they are all that the folder holds.
    """
    folders: dict[str, list[Document]] = {}
    for document in documents:
        folders.setdefault(_folder(document), []).append(document)
    for inside in folders.values():
        alone = [(document, whose) for document in inside if _is_half(document) and (whose := of(document))]
        groups: dict[tuple[str, str], list[_Half]] = {}
        for document, whose in alone:
            body = "" if len(inside) == len(alone) == 2 else whose.entity
            groups.setdefault((body, whose.stage), []).append((document, whose))
        for group in groups.values():
            if len(group) == 2 and bool(group[0][0].table_count) != bool(group[1][0].table_count):
                yield _differs(*sorted(group, key=lambda half: half[0].table_count))


def _folder(document: Document) -> str:
    return PurePath(document.path.partition(PATHS_JOINED)[0]).parent.as_posix()


def _is_half(document: Document) -> bool:
    return bool(document.half) and not document.other


def _differs(text: _Half, tables: _Half) -> Link:
    (document, one), (other, two) = text, tables
    mine, theirs = (
        [quoted(whose.entity), level_name(whose.entity_level), quoted(whose.fiscal_year)] for whose in (one, two)
    )
    told = [
        sentences.HERE_AND_THERE.of(here=here, there=there)
        for here, there in zip(mine, theirs, strict=True)
        if here != there
    ]
    said = sentences.HALVES_DIFFER.of(other=named(other), differ=joined(told, "; ", "；"))
    return Link(document, other, 0, 0, (Finding(RULE, said),))
