"""Codes that are not what their place in a table demands."""

from __future__ import annotations

from collections import Counter

from yusuan.pipeline.extract.accounts import without_filling
from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.said import NOTHING, Said, in_quotes
from yusuan.schemas.tables.declaration import Table
from yusuan.schemas.tables.ids import PROJECTS, PURCHASES

_LEVEL_NAMES = {
    1: Said("类 (3 digits)", "类的编码（3 位）"),
    2: Said("款 (5 digits)", "款的编码（5 位）"),
    3: Said("项 (7 digits)", "项的编码（7 位）"),
}

Named = tuple[str, tuple[tuple[str, str], ...]]


def check_codes(extracted: ExtractedTable, own: bool = True) -> list[Finding]:
    """One finding for each row whose code is wrong by itself, or not what its place in the table demands: it must begin
    with the code of the row it is a part of, and must not come twice; several that do are of a table that lists them
    again, for another body or use. Where only the figures tell what a row is a part of, that accuses no code. In a
    document that is not surely of a known way (`own`), several codes that seem wrong are such as are not known.
    """
    table, records, problems = extracted.table, extracted.records, extracted.problems
    lines = [record for record in records if record.level]
    if sum(bool(record.code) for record in lines) * 2 <= len(lines):
        return []  # names alone
    times = Counter(_named(record) for record in lines if record.code and not record.years_back)
    again = [code for code, number in times.items() if number > 1]
    # Several projects, and several purchases, are paid from one function.
    listed = table.id in PROJECTS.values() or table.id in PURCHASES
    twice = len(again) == 1 and times[again[0]] == 2 and not listed
    findings: list[Finding] = []
    seen: dict[Named, Record] = {}
    for index, record in enumerate(records):
        if record.level == 0 or record.years_back:
            continue
        # A code that is none by itself is told by the row above it what it should be, whatever its sums say.
        known = record.parent is not None and (not extracted.doubted or index in problems)
        parent = records[record.parent] if known and record.parent is not None else None
        expected: Said = _LEVEL_NAMES.get(record.level, sums.A_CODE)
        wrong = problems.get(index, NOTHING)
        if not record.code:
            pass
        elif parent is not None and parent.code and not record.code.startswith(_stem(table, parent.code)):
            wrong = wrong or sums.THE_CODE.of(code=record.code)
            expected = sums.BEGINS_WITH.of(code=parent.code, name=in_quotes(parent.item))
        elif (first := seen.get(_named(record))) and twice:
            wrong = wrong or sums.THE_CODE.of(code=record.code)
            expected = sums.ANOTHER_CODE.of(row=first.row, name=in_quotes(first.item))
        seen.setdefault(_named(record), record)
        if wrong:
            findings.append(
                Finding(
                    "row.code",
                    sums.CODE.of(row=record.row, name=in_quotes(record.item), code=wrong, expected=expected),
                    table=table.id,
                    row=record.row,
                    page=record.page,
                    box=record.box,
                    printed=record.code,
                )
            )
    return findings if own or len(findings) == 1 else []


def _named(record: Record) -> Named:
    """What a code must stand for once: for each body, project or use that names the row too."""
    return record.code, tuple(sorted(record.names.items()))


def _stem(table: Table, code: str) -> str:
    return without_filling(code) if table.sides[0].classification == "administrative" else code
