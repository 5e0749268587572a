"""Names on pages that were read from pictures, by the code that is printed beside them.

Where a name is nearly the official one of its code, and no other official name is as near, it is that. It is never
looked for among other names: 专用设备购置 must not become 办公设备购置 because the one is listed and the other is not.
Letters are compared one by one: a recogniser takes one for another, or dirt for more; a publisher leaves one out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.layout.unread import UNREAD
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import scans as say
from yusuan.schemas.sentences.said import in_quotes
from yusuan.schemas.tables.official import OFFICIAL

_NOT_LETTERS = re.compile(r"[（）()、，,.。·：:/／\-—]")
_SHORT, _LONG = 3, 8
"""In a name of so many letters one may be another; in one of so many, one in four of them."""
ACCOUNTS = (("economic_code", "economic_item"), ("government_economic_code", "government_economic_item"))
"""What codes of accounts, beside those of functions, and their names are called in a record."""


def named_by_code(
    tables: Iterable[ExtractedTable], scanned: Collection[int]
) -> tuple[list[ExtractedTable], list[Finding]]:
    """The tables, in rows on pages `scanned` with the official names of their codes; findings on those changed."""
    found: list[ExtractedTable] = []
    findings: list[Finding] = []
    for table in tables:
        records = []
        for record in table.records:
            own = record
            if record.page in scanned:
                own, said = _named(record)
                findings += [replace(each, table=table.table.id) for each in said]
            records.append(own)
        found.append(replace(table, records=tuple(records)))
    return found, findings


def _named(record: Record) -> tuple[Record, list[Finding]]:
    findings: list[Finding] = []
    item, said = _official(record.code, record.item, record)
    findings += said
    names = dict(record.names)
    for code, name in ACCOUNTS:
        if names.get(name):
            names[name], said = _official(names.get(code, ""), names[name], record)
            findings += said
    return replace(record, item=item, names=names), findings


def _official(code: str, read: str, record: Record) -> tuple[str, list[Finding]]:
    """The name of a code where `read` is nearly that, else what was read; with what there is to say of it."""
    listed = OFFICIAL.get(code, ())
    if not listed or not read or read in listed:
        return read, []
    name = min(listed, key=lambda each: apart(read, each))
    away = apart(read, name)
    others = (each for other, names in OFFICIAL.items() if other[0] == code[0] for each in names if each not in listed)
    # Ink that was not read may be a letter of the name; beside the whole name it is something else, and is kept.
    beside = UNREAD in read and len(_letters(read)) != len(_letters(name))
    if beside or away > allowed(name) or any(apart(read, other) <= away for other in others):
        return read, []
    said = say.NAME_BY_CODE.of(row=record.row, read_as=in_quotes(read), code=code, name=in_quotes(name))
    return name, [Finding("name.by_code", said, row=record.row, page=record.page, box=record.box, printed=read)]


def allowed(name: str) -> int:
    """How many letters of a name may be others."""
    count = len(_letters(name))
    return count // 4 if count >= _LONG else int(count >= _SHORT)


def apart(read: str, name: str) -> int:
    """How many letters of a name were read as others, signs left out, or how many more, or fewer, were read before and
    behind it; more than any name has where it is neither.
    """
    first, second = _letters(read), _letters(name)
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True))
    part = (second and second in first) or (first and first in second)
    return abs(len(first) - len(second)) if part else len(first) + len(second)


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", name)
