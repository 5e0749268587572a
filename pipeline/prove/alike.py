"""Rows that two tables print alike: equalities that no publisher's form declares, told by the figures.

Nearly every budget prints the same money several times: by code in the tables of revenue and of expenditure, of all
money and of one fund, as a total here and as a column there. Where the rows of two tables agree throughout in two
columns, and in too many different figures for chance, the rest of these columns has to agree too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations, product

from yusuan.pipeline.extract.records import ExtractedTable, Period, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.between import class_name
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.said import at_cell
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import measure_name, table_name
from yusuan.schemas.sentences.said import Said, in_quotes
from yusuan.schemas.tables.declaration import Classification, Side
from yusuan.schemas.tables.measures import changes

LEAST = 4
"""So many different figures that are printed in both columns are no accident."""
MOST = 8
"""A column is like another where so many rows agree for one that does not."""

Column = tuple[Classification, str, Period]
"""How the rows are classified, the measure, and the period of the amounts."""
Rows = Mapping[str, Key]
"""What names a row in every table → its amount, or the blank cell where it would be."""


def alike(tables: Sequence[ExtractedTable], ledger: Ledger) -> list[Identity]:
    """The equalities between rows of two tables whose columns agree throughout. They are `weak`."""
    found: list[Identity] = []
    columns = [dict(_columns(extracted)) for extracted in tables]
    for (one, first), (other, second) in combinations(zip(tables, columns, strict=True), 2):
        for (mine, rows), (theirs, others) in product(first.items(), second.items()):
            if (
                mine[0] == theirs[0]
                and mine[2] == theirs[2]
                and (mine[1] == theirs[1] or "total" in (mine[1], theirs[1]))
            ):
                pairs = [(key, others[name]) for name, key in rows.items() if name in others]
                if not _may_be_alike(pairs, ledger):
                    continue
                words = say.ALIKE.of(
                    measure=measure_name(mine[1], one.table.published_id),
                    title=one.title,
                    other_measure=measure_name(theirs[1], other.table.published_id),
                    other=other.title,
                )
                found += _equalities(words, pairs, ledger)
    return found


def _may_be_alike(pairs: Sequence[tuple[Key, Key]], ledger: Ledger) -> bool:
    """Whether so many pairs are of different figures that are equal but for their rounding, as nearly no columns are
    that have nothing to do with each other.
    """
    if len(pairs) < LEAST:
        return False
    printed = [(ledger.printed(one), ledger.printed(other)) for one, other in pairs]
    both = [(one.amount, other.amount) for one, other in printed if one and other]
    different = {abs(one.fen) for one, other in both if abs(one.fen - other.fen) <= (one.step + other.step) // 2}
    # A figure beside a blank may be as small as its rounding.
    return len(different) + (len(both) < len(pairs)) >= LEAST


def only_here(tables: Sequence[ExtractedTable], ledger: Ledger) -> list[Finding]:
    """Rows with money that one table has and another has not, though it has all its other rows, with equal figures.

    Each row is told once, and none that the other table has under another code or name.
    """
    found: dict[tuple[str, int], Finding] = {}
    for (_, first), (other, second) in permutations([(t, dict(_columns(t))) for t in tables], 2):
        for column, rows in first.items():
            others = second.get(column)
            if others is None:
                continue
            missing = [name for name, key in rows.items() if ledger.fen(key) and name not in others]
            agreed = {fen for name in rows if name in others and (fen := ledger.fen(rows[name]))}
            same = all(ledger.fen(key) == ledger.fen(others[name]) for name, key in rows.items() if name in others)
            if len(missing) == 1 and same and len(agreed) >= MOST:
                key = rows[missing[0]]
                unmatched = [there for name, there in others.items() if name not in rows]
                if _has(other, ledger.record(key)) or any(ledger.fen(there) == ledger.fen(key) for there in unmatched):
                    continue
                found.setdefault(key[:2], _missing(key, other, len(agreed), ledger))
    return list(found.values())


def _has(extracted: ExtractedTable, record: Record) -> bool:
    """Whether a table has a row of the code or the name of another's, be it several times."""
    return any(
        (record.code and found.code == record.code) or class_name(found) == class_name(record)
        for found in extracted.records
        if found.level
    )


def _missing(key: Key, other: ExtractedTable, agreed: int, ledger: Ledger) -> Finding:
    record, cell = ledger.record(key), ledger.printed(key)
    assert cell is not None
    said = sums.ONLY_HERE.of(
        row=record.row_of(key[2]),
        name=in_quotes(" ".join(filter(None, (record.code, record.item)))),
        printed=cell.amount.printed,
        table=table_name(other.table.published_id),
        page=other.page,
        count=agreed,
    )
    return at_cell(key, ledger, "row.only_here", said)


def _columns(extracted: ExtractedTable) -> Iterator[tuple[Column, Rows]]:
    """The columns of a table with the rows that can be told from each other by what names them."""
    if extracted.unread_columns:
        return
    rows: dict[tuple[Classification, Side, Period], dict[str, list[int]]] = {}
    # One body in all rows names none of them.
    several = len({tuple(record.names.items()) for record in extracted.records if record.names}) > 1
    for index, record in enumerate(extracted.records):
        if record.level and not (several and record.names) and (name := record.code or class_name(record)):
            kind = extracted.table.side(record.side).classification, record.side, record.period
            rows.setdefault(kind, {}).setdefault(name, []).append(index)
    for (classification, side, period), named in rows.items():
        measures = extracted.earlier.get(period, frozenset()) if period[1] else extracted.measures
        for of, measure in sorted(measures):
            if of == side and not changes(measure):
                alone = {
                    name: (extracted.table.id, found[0], measure) for name, found in named.items() if len(found) == 1
                }
                yield (classification, measure, period), alone


def _equalities(words: Said, pairs: Sequence[tuple[Key, Key]], ledger: Ledger) -> list[Identity]:
    compared = [pair for pair in pairs if any(map(ledger.fen, pair))]
    if len(compared) < LEAST:
        return []
    found = [ledger.identity("between.alike", words, (one,), (other,), weak=True) for one, other in compared]
    judged = [identity for identity in found if identity is not None]
    agreed = [identity for identity in judged if identity.holds]
    different = {abs(ledger.fen(identity.left[0])) for identity in agreed}
    return judged if len(different) >= LEAST and (len(judged) - len(agreed)) * MOST <= len(agreed) else []
