"""A publication in two files, its text and its tables: which two are one, and the text judged by the other's tables."""

from __future__ import annotations

import pickle
import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.document.rows import TrustedHalf, packed
from yusuan.schemas.dataset.fields import STATEMENTS

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document


def kept(document: Document) -> bytes:
    """What is kept of a document that has only prose, or only tables, for the other file to be judged with."""
    if document.publication is None or document.publication.government or document.prose is None:
        return b""
    if _is_text(document) and document.wording is not None:
        said = document.prose, document.wording, document.publication.fiscal_year
        return zlib.compress(pickle.dumps(said, pickle.HIGHEST_PROTOCOL), 1)
    if document.tables and not len(document.statements):
        return zlib.compress(pickle.dumps((document.tables, document.absent), pickle.HIGHEST_PROTOCOL), 1)
    return b""


def join(documents: Sequence[Document]) -> None:
    """Name to each file of a publication in two the other one, and judge the text's statements by the tables.

    They are of one body, year, kind and level, as far as both tell one; one has only a text and the other only
    tables. Of several that would fit the first counts.
    """
    halves = [document for document in documents if document.half]
    tables: dict[tuple[str, int, str], list[Document]] = defaultdict(list)
    for document in halves:
        if document.table_count:
            tables[_body(document)].append(document)
    for text in filter(_is_text, halves):
        other = next((found for found in tables.get(_body(text), ()) if _of_one(text, found)), None)
        if other is not None:
            text.other, other.other = other.document_id, other.other or text.document_id
            _judge(text, other)


def is_text_of_two(document: Document) -> bool:
    """Whether a document is the text of a publication whose tables are in another file."""
    return bool(document.other) and not document.table_count


def _is_text(document: Document) -> bool:
    return not document.table_count and not len(document.items) and len(document.statements) > 0


def _body(document: Document) -> tuple[str, int, str]:
    said = document.publication
    return (said.entity, said.fiscal_year, said.stage) if said else ("", 0, "")


def _of_one(text: Document, tables: Document) -> bool:
    one, other = text.publication, tables.publication
    if one is None or other is None or not one.entity:
        return False
    levels = {one.entity_level, other.entity_level} - {""}
    return _body(text) == _body(tables) and len(levels) < 2


def _judge(text: Document, tables: Document) -> None:
    from yusuan.pipeline.prose.check import check, statement_rows
    from yusuan.pipeline.prose.tables import Tables

    prose, wording, year = TrustedHalf.loads(zlib.decompress(text.half))
    read, absent = TrustedHalf.loads(zlib.decompress(tables.half))
    alone = set(check(prose, Tables([], frozenset()), wording, year).findings)
    judged = check(prose, Tables(read, absent), wording, year)
    scanned = {row["page"] for row in text.statements if row["read"] == "ocr"}
    text.statements = packed(statement_rows(text.document_id, judged, scanned), STATEMENTS)
    text.findings = [finding for finding in text.findings if finding not in alone] + list(judged.findings)
