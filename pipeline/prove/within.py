"""Identities within one table: rows, hierarchy, grand totals, and the two sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yusuan.pipeline.extract.records import ExtractedTable, Period, Record
from yusuan.pipeline.prove.identities import Identity, Key, Ledger, grand_totals, rounding, rows_of
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.sentences.names import measure_name
from yusuan.schemas.sentences.said import Said, joined
from yusuan.schemas.tables.declaration import Side
from yusuan.schemas.tables.measures import changes

COLUMN = frozenset({"column_sum", "grand_total", "subtotal"})
"""The rules of sums along columns, which all go by the same reading of the rows."""
_TOTALS = 12
"""More rows that are called a total are those of bodies or pages: which rows each sums up, nothing tells."""
Claim = tuple[str, Said, list[Key], list[Key]]


def identities(extracted: ExtractedTable, ledger: Ledger) -> Iterator[Identity]:
    """All identities of one table that can be judged. Those of rules that the table does not keep to, or that only the
    figures tell, are `weak`.
    """
    weak = extracted.unsummed | extracted.doubted
    for rule, words, left, right in claims(extracted):
        found = ledger.identity(rule, words, left, right, weak=rule in weak)
        if found:
            yield found


def as_kept(identities: Iterable[Identity], extracted: ExtractedTable) -> list[Identity]:
    """The identities of a table, now that it is known by which rules nobody is accused."""
    weak = extracted.unsummed | extracted.doubted
    return [replace(each, weak=True, apart=False) if each.rule in weak else each for each in identities]


def of_blanks(identities: Iterable[Identity], ledger: Ledger) -> list[Identity]:
    """The sums of the rows below those without any amount, which are headings as a rule, where an identity that fails
    tells that an amount is missing there.
    """
    blank = {
        key: None
        for identity in identities
        if identity.certain and not identity.holds
        for key in identity.keys
        if not ledger.record(key).amounts
    }
    found: list[Identity] = []
    for table, index, measure in blank:
        rows = rows_of(ledger.tables[table], ledger.tables[table].records[index].side)
        parts = [(table, number, measure) for number, record in rows if record.parent == index]
        words = say.COLUMN_SUM.of(measure=_named(ledger.tables[table], measure))
        if parts and (sum_ := ledger.identity("column_sum", words, [(table, index, measure)], parts)) is not None:
            found.append(sum_)
    return found


def claims(extracted: ExtractedTable) -> Iterator[Claim]:
    """What would have to hold within a table, by the rule of each sum: what is summed up, and its parts."""
    yield from _row_sums(extracted)
    yield from _changes(extracted)
    if extracted.table.shape in ("single_row", "listed"):
        return
    periods = dict.fromkeys(record.period for record in extracted.records)
    for side in extracted.table.sides:
        rows = {period: _rows(extracted, side.side, period) for period in periods}
        for measure in extracted.table.measures():
            for period in periods:
                if (side.side, measure) in extracted.measures or period[1]:
                    yield from _column_sums(extracted, rows[period], measure, period)
    if extracted.table.shape == "two_sided":
        yield from _sides(extracted)


def _named(extracted: ExtractedTable, measure: str) -> Said:
    return measure_name(measure, extracted.table.published_id)


def _row_sums(extracted: ExtractedTable) -> Iterator[Claim]:
    if extracted.unread_columns:
        return
    table = extracted.table.id
    for row_sum in extracted.table.row_sums:
        words = say.ROW_SUM.of(
            total=_named(extracted, row_sum.total),
            parts=joined((_named(extracted, part) for part in row_sum.parts), " + ", " + "),
            less=joined((say.LESS.of(measure=_named(extracted, part)) for part in row_sum.less), "", ""),
        )
        left = (row_sum.total, *row_sum.less)
        printed: dict[tuple[Side, Period], list[str]] = {}
        for index, record in enumerate(extracted.records):
            kind = record.side, record.period
            if kind not in printed:  # which columns are printed is the same for all rows of one
                whole = all(extracted.has(record, measure) for measure in left)
                own = (part for each in row_sum.parts for part in _printed_parts(extracted, record, each))
                printed[kind] = list(own) if whole else []
            if parts := printed[kind]:
                yield (
                    row_sum.rule,
                    words,
                    [(table, index, measure) for measure in left],
                    [(table, index, part) for part in parts],
                )


def _changes(extracted: ExtractedTable) -> Iterator[Claim]:
    """A printed change against the year before, where that has amounts of one kind in the same row."""
    if len(extracted.earlier) != 1:
        return
    table = extracted.table.id
    before = {(r.row, r.side, r.code, r.item): i for i, r in enumerate(extracted.records) if r.years_back == 1}
    for index, record in enumerate(extracted.records):
        earlier = before.get((record.row, record.side, record.code, record.item))
        if record.years_back or earlier is None:
            continue
        for change in record.amounts:
            if of := changes(change):
                words = say.CHANGE.of(measure=_named(extracted, of), change=_named(extracted, change))
                yield f"row_sum.{change}", words, [(table, index, of)], [(table, earlier, of), (table, index, change)]


def _printed_parts(extracted: ExtractedTable, record: Record, part: str) -> list[str]:
    """The columns in which a part of a row sum is printed: its own, or those of its own parts (without 小计)."""
    if extracted.has(record, part):
        return [part]
    finer = next((row_sum.parts for row_sum in extracted.table.row_sums if row_sum.total == part), ())
    return [measure for measure in finer if extracted.has(record, measure)]


@dataclass(frozen=True)
class _Rows:
    """How the rows of one side and period are parts of each other, which is the same in each of their columns: the rows
    with their parts, those of the first level, the subtotals with what they sum up, and the grand totals.
    """

    wholes: list[tuple[int, list[int]]]
    first_level: list[int]
    subtotals: list[tuple[int, list[int]]]
    totals: list[int]


def _rows(extracted: ExtractedTable, side: str, period: Period) -> _Rows:
    records = extracted.records
    children: dict[int | None, list[int]] = {}
    for index, record in rows_of(extracted, side, period=period):
        # Where the row of all that was carried over was not read, no total is made of its parts.
        if record.level > 0 and not (record.parent is None and record.kind_of_balance):
            children.setdefault(record.parent, []).append(index)

    def lines(parent: int | None) -> list[int]:
        """The rows right below one; a row without any amount stands for its own."""
        return [
            line
            for child in children.get(parent, ())
            for line in ([child] if records[child].amounts or child not in children else lines(child))
        ]

    wholes: list[tuple[int, list[int]]] = []
    for parent in children:
        if parent is None or not records[parent].amounts:
            continue
        parts = lines(parent)
        if any(records[part].of_which for part in parts):
            continue
        if records[parent].balance and len(parts) == 1 and not _says_something(records[parts[0]]):
            continue  # that one kind of carried-over money is none does not say that it is all there is
        wholes.append((parent, parts))
    first_level = [line for line in lines(None) if not records[line].of_which]
    subtotals = list(_subtotals(extracted, side, first_level, period))
    return _Rows(wholes, first_level, subtotals, grand_totals(extracted, side, period))


def _column_sums(extracted: ExtractedTable, rows: _Rows, measure: str, period: Period) -> Iterator[Claim]:
    table, records = extracted.table.id, extracted.records
    name = _named(extracted, measure)
    words = say.COLUMN_SUM.of(measure=name)
    # The year before is often printed for the upper levels alone, and so are changes.
    aside = bool(period[1]) or bool(changes(measure))
    for whole, parts in rows.wholes:
        if aside and not any(measure in records[part].amounts for part in parts):
            continue
        yield "column_sum", words, [(table, whole, measure)], [(table, part, measure) for part in parts]
    sums: list[int] = []
    for index, parts in rows.subtotals:
        words = say.SUBTOTAL.of(measure=name, item=records[index].item)
        yield "subtotal", words, [(table, index, measure)], [(table, part, measure) for part in parts]
        if measure in records[index].amounts and not _aside(extracted, records[index]):
            sums.append(index)
    for total in rows.totals if len(rows.totals) <= _TOTALS else ():
        # A total sums up what stands above it; one at the head of its table, all that follows.
        above = [line for line in rows.first_level if line < total] or rows.first_level
        # What a subtotal above it sums up already is in there.
        if _is_among(extracted, total, rows.first_level, above, measure):
            above = rows.first_level
        begun = [index for index in sums if index < total and above and above[0] < index]
        if begun:
            above = [begun[-1], *(line for line in above if line > begun[-1])]
        if above:
            words = say.GRAND_TOTAL.of(measure=name, parts=say.ITS_PARTS if begun else say.FIRST_LEVEL)
            yield "grand_total", words, [(table, total, measure)], [(table, part, measure) for part in above]


def _is_among(extracted: ExtractedTable, total: int, lines: Sequence[int], above: Sequence[int], measure: str) -> bool:
    """Whether a total stands among the rows that it sums up: it is all of them, and not those above it."""
    fen = _fen(extracted.records[total], measure)
    off, off_above = (abs(fen - sum(_fen(extracted.records[n], measure) for n in parts)) for parts in (lines, above))
    return off <= _rounding(extracted, (total, *lines), measure) and off < off_above


def _fen(record: Record, measure: str) -> int:
    return record.amounts[measure].amount.fen if measure in record.amounts else 0


def _rounding(extracted: ExtractedTable, lines: Sequence[int], measure: str) -> int:
    """What the rounding of the figures of some lines can account for, in fen."""
    printed = [held for line in lines if (held := extracted.records[line].amounts.get(measure))]
    return rounding([held.amount.step for held in printed], {extracted.table.id})


def _says_something(record: Record) -> bool:
    return any(printed.amount.fen for printed in record.amounts.values())


def _aside(extracted: ExtractedTable, record: Record) -> bool:
    """Whether a subtotal sums up accounts wherever they stand, so that the grand total does not go by it."""
    subtotal = extracted.table.side(record.side).subtotal(record.item)
    return bool(subtotal and subtotal.optional)


def _subtotals(
    extracted: ExtractedTable, side: str, first_level: list[int], period: Period
) -> Iterator[tuple[int, list[int]]]:
    """The declared subtotals of a side with the first-level rows that each sums up."""
    declared = extracted.table.side("revenue" if side == "revenue" else "expenditure")
    for index, record in rows_of(extracted, side, level=0, period=period):
        subtotal = declared.subtotal(record.item) if record.subtotal else None
        if not record.amounts:
            continue  # a heading without amounts sums up nothing
        if subtotal is None:
            if record.subtotal and (lines := _of_body(extracted, index, side, first_level, period)):
                yield index, lines
            continue
        heads = _heads(extracted, side, period) if subtotal.optional else []
        if heads and first_level and heads[0] < first_level[0]:
            following = [head for head in heads if head > index]
            parts = [
                line for line in first_level if index < line < (following[0] if following else len(extracted.records))
            ]
        elif subtotal.codes:
            parts = [line for line in first_level if extracted.records[line].code in subtotal.codes]
        else:
            lines = [line for line in first_level if not extracted.records[line].balance]
            parts = [line for line in lines if line < index] or lines
        if parts:
            yield index, parts


def _of_body(extracted: ExtractedTable, index: int, side: str, first_level: Sequence[int], period: Period) -> list[int]:
    """The rows of a body whose sum stands at their head: all that follow up to the sum of the next one, if codes tell
    that they are functions and no bodies themselves.
    """
    declared = extracted.table.side("revenue" if side == "revenue" else "expenditure")
    heads = [
        i for i, r in rows_of(extracted, side, level=0, period=period) if r.subtotal and not declared.subtotal(r.item)
    ]
    if not first_level or heads[0] > first_level[0] or not all(extracted.records[line].code for line in first_level):
        return []  # sums that stand below their rows, or beside them
    end = next((head for head in heads if head > index), len(extracted.records))
    return [line for line in first_level if index < line < end]


def _heads(extracted: ExtractedTable, side: str, period: Period) -> list[int]:
    """The subtotals that not every form of a table has."""
    return [i for i, r in rows_of(extracted, side, level=0, period=period) if r.subtotal and _aside(extracted, r)]


def _sides(extracted: ExtractedTable) -> Iterator[Claim]:
    table = extracted.table.id
    expenditure, revenue = grand_totals(extracted, "expenditure"), grand_totals(extracted, "revenue")
    if revenue and expenditure:
        yield "sides_equal", say.SIDES, [(table, expenditure[-1], "total")], [(table, revenue[-1], "total")]
