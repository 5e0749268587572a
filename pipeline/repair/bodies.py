"""Bodies that tables on pages read from pictures are said to be of, where that is nearly the document's own.

A letter that lost a stroke makes another body of it, and all of a table that body's. What is no letter was surely
misread, where one stands in the name of the document's own; another letter may be that of another body.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.repair.names import allowed, apart
from yusuan.schemas.sentences import scans as say
from yusuan.schemas.sentences.said import Said, in_quotes


def of_their_body(
    tables: Iterable[ExtractedTable], scanned: Collection[int], own: str
) -> tuple[list[ExtractedTable], list[Finding]]:
    """The tables, those on pages `scanned` of the document's `own` body where only no letters tell them apart."""
    found: list[ExtractedTable] = []
    findings: list[Finding] = []
    for table in tables:
        if table.page in scanned and own and _is_own(table.entity, own):
            said = say.BODY_TAKEN.of(read_as=in_quotes(table.entity), name=in_quotes(own))
            findings.append(_finding(table, said))
            found.append(replace(table, entity=own))
        else:
            found.append(table)
    return found, findings


def unsure_bodies(tables: Iterable[ExtractedTable], scanned: Collection[int], own: str) -> dict[str, Finding]:
    """The ids of tables of which it is not sure that they are of another body, and what there is to say of that."""
    return {
        table.table.id: _finding(table, say.BODY_UNSURE.of(read_as=in_quotes(table.entity), name=in_quotes(own)))
        for table in tables
        if table.page in scanned and own and table.entity and 0 < apart(table.entity, own) <= allowed(own)
    }


def _is_own(read: str, own: str) -> bool:
    """Whether a name is another with signs that are none of Chinese letters in the place of some."""
    if len(read) != len(own) or read == own:
        return False
    others = [(a, b) for a, b in zip(read, own, strict=True) if a != b]
    return len(others) <= allowed(own) and all(not _is_letter(a) and _is_letter(b) for a, b in others)


def _is_letter(sign: str) -> bool:
    return "一" <= sign <= "鿿"


def _finding(table: ExtractedTable, said: Said) -> Finding:
    return Finding("name.unsure", said, table=table.table.id, page=table.page, printed=table.entity)
