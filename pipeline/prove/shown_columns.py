"""Sums of a row as the columns of a declared table show them, where that is not what their headers say.

Headers tell which columns are parts of which; figures of many rows tell it too. Where a declared sum fails and the
table shows another in every row, beyond chance, the table is believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.chance import shown, weight
from yusuan.pipeline.prove.identities import rounding
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import measure_name
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.tables.declaration import RowSum
from yusuan.schemas.tables.measures import changes

_ROWS = 3
"""In fewer rows a column may be out of a sum by a slip."""
_DOUBTFUL = 2
"""In so many rows it is no slip, though it may be an accident: the sum accuses nobody."""


class ShownSum(NamedTuple):
    """A sum of a row as the table shows it, and in how many rows it has money in the columns in question. What is not
    `sure` is left out.
    """

    sum: RowSum
    rows: int
    sure: bool = True


def as_shown(extracted: ExtractedTable) -> tuple[ExtractedTable, tuple[ShownSum, ...]]:
    """A table with the sums of a row that it shows, and those of them that it shows otherwise than declared.

    A part is none without which every row holds in which it has money, and with it none does; a column is a part with
    which every row holds in which it has money, and without it none does; where that may be an accident, the sum is
    left out. A whole that is nowhere equal to the one part that is printed of it has others.
    """
    if extracted.unread_columns:
        return extracted, ()
    kept: list[RowSum] = []
    added: list[ShownSum] = []
    for declared in extracted.table.row_sums:
        found = _without_what_is_among(extracted.records, declared)
        more = _with_what_is_shown(extracted, found)
        if more is not None:
            added.append(more)
            found = more.sum
        if (more is None or more.sure) and not _is_of_one_part(extracted.records, found):
            kept.append(found)
    if tuple(kept) == extracted.table.row_sums:
        return extracted, ()
    return replace(extracted, table=replace(extracted.table, row_sums=tuple(kept))), tuple(added)


def finding(found: ShownSum, extracted: ExtractedTable) -> Finding:
    """What a table shows of a sum."""
    table = extracted.table
    words = sums.SHOWN if found.sure else sums.MAY_BE_SHOWN
    said = words.of(
        total=measure_name(found.sum.total, table.published_id),
        parts=joined((measure_name(part, table.published_id) for part in found.sum.parts), " + ", " + "),
        count=found.rows,
    )
    return Finding("table.sums_shown", said, table=table.id, page=extracted.page)


def _without_what_is_among(records: Sequence[Record], declared: RowSum) -> RowSum:
    kept = declared
    for part in declared.parts if len(declared.parts) > 2 else ():
        rest = replace(kept, parts=tuple(other for other in kept.parts if other != part))
        off = [(_difference(record, kept), _difference(record, rest)) for record in _with_money(records, part)]
        if len(off) >= _ROWS and all(own and not without for own, without in off):
            kept = rest
    return kept


def _with_what_is_shown(extracted: ExtractedTable, declared: RowSum) -> ShownSum | None:
    """A sum with one more column, which it lacks in all rows in which that has money."""
    known = {declared.total, *declared.parts, *declared.less}
    whole = {s.total for s in extracted.table.row_sums}
    others = sorted({measure for _, measure in extracted.measures} - known - whole)
    if len(declared.parts) < 2 or not any(_difference(record, declared) for record in extracted.records):
        return None
    doubtful = None
    for measure in others:
        if changes(measure):
            continue
        more = replace(declared, parts=(*declared.parts, measure))
        filled = [r for r in _with_money(extracted.records, measure) if declared.total in r.amounts]
        if len(filled) < _DOUBTFUL or not all(_is_off(r, declared) and not _is_off(r, more) for r in filled):
            continue
        beyond = shown(weight((_fen(r, measure) for r in filled), 0), len(others), len(filled), 0)
        if len(filled) >= _ROWS and beyond and not any(_difference(r, more) for r in filled):
            return ShownSum(more, len(filled))
        doubtful = doubtful or ShownSum(more, len(filled), sure=False)
    return doubtful


def _is_of_one_part(records: Sequence[Record], declared: RowSum) -> bool:
    """Whether a whole has other parts than the one that is declared: it is never equal to it."""
    if len(declared.parts) != 1 or declared.less:
        return False
    filled = [r for r in records if _fen(r, declared.total) or _fen(r, declared.parts[0])]
    return len(filled) >= _ROWS and all(_difference(record, declared) for record in filled)


def _with_money(records: Sequence[Record], measure: str) -> list[Record]:
    return [record for record in records if _fen(record, measure)]


def _fen(record: Record, measure: str) -> int:
    return record.amounts[measure].amount.fen if measure in record.amounts else 0


def _is_off(record: Record, row_sum: RowSum) -> bool:
    """Whether a row is off by more than the rounding of its figures accounts for."""
    measures = (row_sum.total, *row_sum.parts, *row_sum.less)
    steps = [record.amounts[measure].amount.step for measure in measures if measure in record.amounts]
    return abs(_difference(record, row_sum)) > rounding(steps)


def _difference(record: Record, row_sum: RowSum) -> int:
    """What a row is off by, in fen."""
    parts = sum(_fen(record, part) for part in row_sum.parts) - sum(_fen(record, part) for part in row_sum.less)
    return _fen(record, row_sum.total) - parts
