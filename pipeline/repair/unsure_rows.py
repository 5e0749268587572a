"""Rows on pages read from pictures of which it is not sure what they are: their code or their name may be misread.

What a row says is no better than what it is called: an amount that sums prove is not proved to be that of another row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.verdicts import Verdict
from yusuan.pipeline.repair.names import ACCOUNTS, allowed, apart
from yusuan.pipeline.repair.pictures import Pictures
from yusuan.schemas.sentences import scans as say
from yusuan.schemas.sentences.said import NOTHING, Said, in_quotes
from yusuan.schemas.tables.classifications import CODES
from yusuan.schemas.tables.official import LISTED_NAMES, OFFICIAL
from yusuan.schemas.vocabulary.around import BROUGHT_FORWARD, CARRIED_FORWARD, SUBTOTALS, TOTALS, USES_OF_FUNDS
from yusuan.schemas.vocabulary.headers import WORDS

Row = tuple[str, int]
"""The id of a table and the index of a record."""

_SHORTEST = 3
"""Shorter words of headers are parts of names."""
_LOST, _DIRT = 3, 4
"""A name that may be another has no more letters less or more, signs counted."""
_OFTEN = 2
"""A name that is read so often in a document was not misread each time."""


def without_unsure(verdict: Verdict, pictures: Pictures) -> tuple[Verdict, frozenset[Row]]:
    """The verdict, in which no amount of a row is proved of which it is not sure what it is; and these rows."""
    tables = list(verdict.ledger.tables.values())
    often = _often(tables)
    unsure: dict[Row, Said] = {}
    findings: list[Finding] = []
    for table in tables:
        for index, record in enumerate(table.records):
            if record.page in pictures.pages and (said := _why(table, record, often, pictures)):
                unsure[table.table.id, index] = said
                findings.append(
                    Finding(
                        "name.unsure",
                        said,
                        table=table.table.id,
                        row=record.row,
                        page=record.page,
                        box=record.box,
                        printed=record.item,
                    )
                )
    unlisted: set[Row] = set()
    for table in tables:
        own = [
            index
            for index, record in enumerate(table.records)
            if record.page in pictures.pages and (table.table.id, index) not in unsure and _has_unlisted_code(record)
        ]
        if own:
            findings.append(_unlisted(table, own))
            unlisted.update((table.table.id, index) for index in own)
    unproved = unlisted.union(unsure)
    status = {
        key: "unproved" if said == "proved" and key[:2] in unproved else said for key, said in verdict.status.items()
    }
    return replace(verdict, status=status, findings=(*verdict.findings, *findings)), frozenset(unsure)


def _has_unlisted_code(record: Record) -> bool:
    """Whether no official name beside it shows that a code of a row was read rightly: all cells that have that code may
    be misread alike, and no sum tells.
    """
    if record.code and record.code not in OFFICIAL:
        return True
    names = record.names
    return any(names.get(code) and names.get(name) not in OFFICIAL.get(names[code], ()) for code, name in ACCOUNTS)


def _unlisted(table: ExtractedTable, rows: Sequence[int]) -> Finding:
    """What there is to say of the rows of a table with codes that no official name beside them confirms."""
    first = table.records[rows[0]]
    code = next(filter(None, (first.code, *(first.names.get(code) for code, _ in ACCOUNTS))), "")
    said = say.CODES_UNLISTED.of(count=len(rows), row=first.row, code=in_quotes(code))
    return Finding(
        "name.unsure", said, table=table.table.id, row=first.row, page=first.page, box=first.box, printed=code
    )


@cache
def _declared() -> tuple[str, ...]:
    """Names that are surely some, in order: of official lists, of totals, and words of headers, which name rows too."""
    declared = {*TOTALS, *SUBTOTALS, *BROUGHT_FORWARD, *CARRIED_FORWARD, *USES_OF_FUNDS}
    return tuple(sorted({*LISTED_NAMES, *declared, *(word for word in WORDS if len(word) >= _SHORTEST)}))


def _often(tables: Sequence[ExtractedTable]) -> frozenset[str]:
    """Names that stand in several tables."""
    times = Counter(name for table in tables for name in {record.item for record in table.records})
    return frozenset(name for name, count in times.items() if count >= _OFTEN)


def _why(table: ExtractedTable, record: Record, often: Collection[str], pictures: Pictures) -> Said:
    """Why it is not sure what a row is; nothing where it is."""
    looks = CODES.get(table.table.side(record.side).classification)
    coded = looks is not None and record.level > 0 and not record.balance and any(r.code for r in table.records)
    if coded and looks is not None:
        if not looks.fullmatch(record.code):
            return say.CODE_UNSURE.of(row=record.row, name=in_quotes(record.item), code=in_quotes(record.code))
        if names := OFFICIAL.get(record.code):
            if record.item in names:
                return NOTHING
            places = {"read_as": in_quotes(record.item), "name": in_quotes(names[0])}
            return say.NAME_UNSURE.of(row=record.row, code=record.code, **places)
    if not (record.item or record.code) and any(other.item for other in table.records):
        return say.NO_NAME.of(row=record.row)
    if not record.item or record.item in _declared() or _is_composed(record.item):
        return NOTHING
    # What is read alike in several tables is misread alike where it is the same picture.
    near = next((name for name in _declared() if _is_near(record.item, name)), "")
    if not near and record.item not in often:
        near = next((name for name in sorted(often) if _is_near(record.item, name)), "")
    if near:
        return say.NAME_NEARLY.of(row=record.row, read_as=in_quotes(record.item), name=in_quotes(near))
    if record.item in often:
        return NOTHING
    hardly = pictures.unsure(record.page, record.box)
    return say.NAME_HARDLY.of(row=record.row, read_as=in_quotes(record.item)) if hardly else NOTHING


def _is_composed(name: str) -> bool:
    """Whether a name is made of words of headers, as 附属单位上缴收入 and 资金 make one."""
    ends = {0}
    for end in range(2, len(name) + 1):
        if any(name[start:end] in WORDS for start in ends if end - start >= 2):
            ends.add(end)
    return len(name) in ends


def _is_near(read: str, name: str) -> bool:
    """Whether a name may be another with one letter misread or lost, or with dirt of one or two before or behind it."""
    if not -_LOST <= len(read) - len(name) <= _DIRT:
        return False
    away = apart(read, name)
    return 0 < away <= min(allowed(name), 1 + (len(read) > len(name)))
