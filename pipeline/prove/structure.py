"""Rows that a table ought to have and that were not found: where one is missing, sums cannot tell.

Publishers may leave such rows out, so these are warnings; they say where to look for a row that was
not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import side_name
from yusuan.schemas.sentences.said import NOTHING, Said, in_quotes, joined
from yusuan.schemas.tables.declaration import Classification

_PART = 2
"""Digits that each level adds to a code."""
_FEW = 4
"""Rows without the row above them are gaps where at most one of so many is; where more are, the form prints none."""
_SAID = 8
"""Names that a message says at most."""


def gaps(
    extracted: ExtractedTable,
    own: bool = True,
    total: bool = True,
    parted: frozenset[tuple[Classification, str]] = frozenset(),
) -> Iterator[Finding]:
    """Grand totals that stand twice, or alone; few rows without the row above them. Where the other tables of the
    document have a grand total (`total`), sides without one; in a document that is surely of a known way (`own`), all
    sides without one, and rows without the finer ones; in any, few that have finer ones in another table, where they
    are among the `parted`.
    """
    yield from _repeated_totals(extracted)
    yield from _total_of_nothing(extracted)
    if own or (total and extracted.table.shape == "accounts"):
        yield from _no_total(extracted, own)
    if own:
        yield from _missing_rows(extracted)
    table = extracted.table
    if table.shape == "accounts" and any(side.classification in ("functional", "economic") for side in table.sides):
        yield from _hierarchy(extracted, own, parted)


def have_totals(tables: Sequence[ExtractedTable]) -> bool:
    """Whether nearly all tables of a document with several lines have a grand total."""
    lists = _lists(tables)
    return bool(lists) and sum(map(_has_no_total, lists)) * _FEW <= len(lists)


def have_no_totals(tables: Sequence[ExtractedTable]) -> bool:
    """Whether a document has several tables with several lines, and none of them a grand total."""
    lists = _lists(tables)
    return len(lists) > 1 and all(map(_has_no_total, lists))


def _lists(tables: Sequence[ExtractedTable]) -> list[ExtractedTable]:
    accounts = (table for table in tables if table.table.shape == "accounts")
    return [table for table in accounts if sum(bool(r.level and r.amounts) for r in table.records) > 1]


def _has_no_total(table: ExtractedTable) -> bool:
    return not any(record.level == 0 and not record.subtotal for record in table.records)


def parted_codes(tables: Sequence[ExtractedTable]) -> frozenset[tuple[Classification, str]]:
    """The codes that have finer rows below them in some table, by how that classifies its rows."""
    return frozenset(
        (extracted.table.side(above.side).classification, above.code)
        for extracted in tables
        if extracted.table.shape == "accounts"
        for record in extracted.records
        if record.parent is not None and record.amounts and (above := extracted.records[record.parent]).code
    )


def _repeated_totals(extracted: ExtractedTable) -> Iterator[Finding]:
    for side in extracted.table.sides:
        # Rows that nothing names are said to be read in doubt, and are no totals.
        own = [r for r in extracted.records if r.side == side.side and not r.years_back and r.item]
        totals = Counter((r.item, r.period) for r in own if r.level == 0 and not r.subtotal and side.totals)
        if any(times > 1 for times in totals.values()):
            twice = [record for record in own if totals[record.item, record.period] > 1]
            yield _finding("row.repeated_total", extracted, twice, sums.TOTAL_TWICE, sums.ONE)


def _total_of_nothing(extracted: ExtractedTable) -> Iterator[Finding]:
    """A grand total with money of a list without any row: what it sums up was not read, or is withheld."""
    if extracted.table.shape in ("single_row", "listed"):
        return
    for side in extracted.table.sides:
        own = [record for record in extracted.records if record.side == side.side and not record.years_back]
        totals = [r for r in own if r.level == 0 and not r.subtotal and any(a.amount.fen for a in r.amounts.values())]
        if totals and not any(record.level and record.amounts for record in own):
            yield _finding("row.parts_missing", extracted, totals, sums.SUMS_UP_NOTHING, sums.ITS_ROWS)


def _no_total(extracted: ExtractedTable, sure: bool) -> Iterator[Finding]:
    for side in extracted.table.sides:
        own = [record for record in extracted.records if record.side == side.side and not record.years_back]
        # Accounts may be summed up by 人员经费 and 公用经费 alone, and uses by what stands beside them.
        parted = side.classification == "use" or any(
            subtotal.codes and record.item in subtotal.names for subtotal in side.subtotals for record in own
        )
        total = any(record.level == 0 and not record.subtotal for record in own)
        lines = sum(bool(record.amounts) and record.parent is None for record in own) > 1
        if side.totals and lines and not total and not parted:
            said = sums.NO_GRAND_TOTAL.of(side=side_name(side.side))
            yield _finding("table.no_total", extracted, own, said, _row_named(side.totals))
        for subtotal in side.subtotals if sure and any(record.amounts for record in own) else ():
            several = not _has_one_source(extracted, own)
            carried = any(record.balance for record in own) and several
            if carried and not subtotal.optional and not any(record.item in subtotal.names for record in own):
                said = sums.NO_SUBTOTAL.of(side=side_name(side.side))
                yield _finding("table.no_total", extracted, own, said, _row_named(subtotal.names))


def _has_one_source(extracted: ExtractedTable, own: Sequence[Record]) -> bool:
    """Whether beside what was carried over one row has all of the year's own money, alone or with parts below it: it
    needs no other row that sums it up.
    """
    lines = [record for record in own if record.level == 1 and not record.balance]
    filled = [record for record in lines if record.amounts]
    parents = {record.parent for record in own if record.amounts}
    return len(lines) == 1 or (
        len(filled) == 1 and any(extracted.records[parent] is filled[0] for parent in parents if parent is not None)
    )


def _missing_rows(extracted: ExtractedTable) -> Iterator[Finding]:
    records = extracted.records
    filled = {record.parent for record in records if record.amounts}
    pages: dict[int, list[int]] = {}
    for record in records:
        pages.setdefault(record.page, []).append(record.row)
    # A page break may part a row at the head or foot of a page from its amounts.
    cut = {row for rows in pages.values() for row in (min(rows), max(rows)) if len(pages) > 1}
    blank = [
        r
        for i, r in enumerate(records)
        if i in filled and r.level and not r.amounts and not r.years_back and r.row not in cut
    ]
    if blank:
        yield replace(
            _finding("row.no_amount", extracted, blank, sums.WITHOUT_AMOUNT, sums.THEIR_SUM),
            measure=_only_measure(extracted, blank[0].side),
        )


def _only_measure(extracted: ExtractedTable, side: str) -> str:
    """The one column in which a side has its amounts; empty where there are more."""
    measures = [measure for of, measure in extracted.measures if of == side]
    return measures[0] if len(measures) == 1 else ""


def _hierarchy(
    extracted: ExtractedTable, own: bool, elsewhere: frozenset[tuple[Classification, str]]
) -> Iterator[Finding]:
    coded = [
        (index, record)
        for index, record in enumerate(extracted.records)
        if record.level and record.code and not record.years_back
    ]
    deepest = max((record.level for _, record in coded), default=0)
    parents = {record.parent for _, record in coded}
    hanging = [
        record
        for _, record in coded
        if 1 < record.level <= _deepest(extracted, record)
        and (record.parent is None or extracted.records[record.parent].level < record.level - 1)
    ]
    finer = sum(record.level > 1 for _, record in coded)
    parted = len({record.level for _, record in coded}) > 1 and any(parent is not None for parent in parents)
    # A row that is not there leaves all its parts hanging.
    lacking = {(extracted.table.side(r.side).classification, r.code[:-_PART]): r.level - 1 for r in hanging}
    loose = set(map(id, hanging))
    present = len({record.parent for _, record in coded if record.level > 1 and id(record) not in loose})
    few = len(hanging) * _FEW <= finer or len(lacking) * _FEW <= present
    few |= elsewhere.issuperset(lacking) and {record.level for _, record in coded}.issuperset(lacking.values())
    if hanging and parted and few:
        yield _finding("row.no_parent", extracted, hanging, sums.WITHOUT_PARENT, sums.ONE)
    bare = [record for index, record in coded if record.level < deepest and index not in parents and record.amounts]
    if not own:
        own_levels = [r for r in bare if r.level < _deepest(extracted, r)]
        bare = [r for r in own_levels if (extracted.table.side(r.side).classification, r.code) in elsewhere]
    if bare and (own or len(bare) * _FEW <= len(parents - {None})):
        yield _finding("row.no_finer", extracted, bare, sums.WITHOUT_FINER, sums.AT_LEAST_ONE)


def _deepest(extracted: ExtractedTable, record: Record) -> int:
    """The finest level that the state prescribes: 项 of functions, 款 of economic uses. Others are a publisher's."""
    return 2 if extracted.table.side(record.side).classification == "economic" else 3


def _row_named(names: Sequence[str]) -> Said:
    sentence = sums.ROW_NAMED if len(names) <= _SAID else sums.ROW_NAMED_AS
    return sentence.of(names=joined(names[:_SAID], " or ", "或"))


def _finding(rule: str, extracted: ExtractedTable, records: list[Record], what: Said, expected: Said) -> Finding:
    first = records[0]
    name = in_quotes(" ".join(filter(None, (first.code, first.item))))
    more = sums.SO_HAVE.of(count=len(records) - 1) if len(records) > 1 else NOTHING
    said = (
        sums.NO_TOTAL.of(what=what, expected=expected)
        if rule == "table.no_total"
        else sums.HANGING.of(row=first.row, name=name, what=what, more=more, expected=expected)
    )
    return Finding(
        rule,
        said,
        table=extracted.table.id,
        row=None if rule == "table.no_total" else first.row,
        page=extracted.pages[-1] if rule == "table.no_total" else first.page,
        box=None if rule == "table.no_total" else first.box,
    )
