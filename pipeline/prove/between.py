"""Identities between the tables of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.prove.identities import Identity, Key, Ledger, grand_totals, rows_of
from yusuan.pipeline.read.characters import key as normal
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.sentences.names import identity_name, table_name
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.tables.declaration import Equality, Side, Term
from yusuan.schemas.vocabulary.around import SAME_CLASS, USES_OF_FUNDS

_CLASS = 3
"""Digits of the code of a 类."""


def identities(equality: Equality, ledger: Ledger, absent: frozenset[str]) -> Iterator[Identity]:
    """The identities that one equality makes of a document in which it can be `judged`.

    `absent` are tables that documents of its year do not have; they count as nothing there. Yields
    nothing where a table does not print a column that the equality speaks of.
    """
    if not _applies(equality, ledger, absent):
        return
    if equality.given and not _equal(equality.given, ledger):
        return
    if equality.rows in ("total", "item") and (absent_rows := _not_printed(equality, ledger)):
        if not equality.optional:
            yield from _without(absent_rows, equality, ledger)
        return
    left, right = (_rows(terms, equality, ledger) for terms in (equality.left, equality.right))
    if equality.rows == "classes" and left and right and not left.keys() & right.keys():
        return  # rows that are called otherwise throughout are no classes, or not those of the other table
    if equality.rows == "classes" and any(
        not found and _has_amounts(terms, ledger) for found, terms in ((left, equality.left), (right, equality.right))
    ):
        return  # a table of 项 alone has no classes
    for here, there in _renamed(left, right, ledger) if equality.rows == "classes" else ():
        right[here] = right.pop(there)
    # A class or code that stands on one side only is compared with nothing there, which is 0.
    compared = [
        found
        for row in dict.fromkeys((*left, *right))
        if (
            found := ledger.identity(
                equality.rule, equality.words, left.get(row, []), right.get(row, []), equality.certain
            )
        )
    ]
    yield from _without_twins(compared) if equality.rows == "codes" else compared


def _has_twins(keys: Sequence[Key]) -> bool:
    """Whether two of some amounts stand in one column of one table."""
    return len({(table, measure) for table, _, measure in keys}) < len(keys)


def _without_twins(compared: Sequence[Identity]) -> list[Identity]:
    """The identities of codes without those of a code that a table prints twice, where both rows together are not what
    the other table has: one of them is another code's, which seems to be missing then.
    """
    twins = [i for i in compared if not i.holds and (_has_twins(i.left) or _has_twins(i.right))]
    if not twins:
        return list(compared)
    return [i for i in compared if i.holds or (i not in twins and i.left and i.right)]


def renamed(equality: Equality, ledger: Ledger, absent: frozenset[str]) -> list[tuple[Key, Key]]:
    """Amounts of classes that have another name in another table, where an equality compares both, as pairs."""
    if equality.rows != "classes" or not _applies(equality, ledger, absent):
        return []
    left, right = (_rows(terms, equality, ledger) for terms in (equality.left, equality.right))
    return [(left[here][0], right[there][0]) for here, there in _renamed(left, right, ledger)]


def _renamed(left: dict[str, list[Key]], right: dict[str, list[Key]], ledger: Ledger) -> list[tuple[str, str]]:
    """Rows that stand on one side only and are the same money: others are called alike, and no third is as large."""
    if not left.keys() & right.keys():
        return []
    alone = [(row, sum(map(ledger.fen, keys))) for row, keys in left.items() if row not in right]
    others = [(row, sum(map(ledger.fen, keys))) for row, keys in right.items() if row not in left]
    sums = Counter(fen for _, fen in (*alone, *others))
    return [(here, there) for here, fen in alone for there, own in others if fen == own and fen and sums[fen] == 2]


def judged(equality: Equality, ledger: Ledger, absent: frozenset[str]) -> bool:
    """Whether every table that an equality speaks of was read, with all its columns."""
    tables = [ledger.tables.get(table) for table in equality.tables - absent]
    return all(table is not None and not table.unread_columns for table in tables)


def _applies(equality: Equality, ledger: Ledger, absent: frozenset[str]) -> bool:
    """Whether the tables print the columns that an equality speaks of; not every layout has all.

    Rows are compared one by one only where those of all tables are of one classification.
    """
    terms = [term for term in (*equality.left, *equality.right) if term.table not in absent]
    if not terms or not all((t.side, t.measure) in ledger.tables[t.table].measures for t in terms):
        return False
    kinds = {ledger.tables[t.table].table.side(t.side).classification for t in terms}
    return len(kinds) == 1 or equality.rows not in ("classes", "codes")


def _without(absent_rows: Sequence[Term], equality: Equality, ledger: Ledger) -> Iterator[Identity]:
    """What is left of an equality without some of its rows, whose money may stand under other names: a doubt."""
    names = [
        joined((say.ROW_NAME.of(name=name) for name in (*term.items, *term.codes)), " or ", "或") or say.A_GRAND_TOTAL
        for term in absent_rows
    ]
    words = say.NO_ROW.of(
        rule=identity_name(equality.rule),
        words=equality.words,
        table=table_name(absent_rows[0].table),
        names=joined(names, "; ", "；"),
    )
    left, right = (_rows(terms, equality, ledger).get("", []) for terms in (equality.left, equality.right))
    found = ledger.identity("identity.no_row", words, left, right, certain=False)
    if found and not found.holds:
        yield found


def _has_amounts(terms: Sequence[Term], ledger: Ledger) -> bool:
    """Whether the tables of some terms have any amount on their side."""
    tables = [(ledger.tables.get(term.table), term.side) for term in terms]
    return any(r.amounts for table, side in tables if table is not None for r in table.records if r.side == side)


def _not_printed(equality: Equality, ledger: Ledger) -> list[Term]:
    """The terms whose rows are not there, in tables that have amounts at all; a table without any is nothing."""
    missing: list[Term] = []
    for term in (*equality.left, *equality.right):
        extracted = ledger.tables.get(term.table)
        if extracted is None or not any(record.amounts for record in extracted.records if record.side == term.side):
            continue
        if not any(True for _ in _named(term, extracted, equality)):
            missing.append(term)
    return missing


def _equal(given: tuple[tuple[Term, ...], tuple[Term, ...]], ledger: Ledger) -> bool:
    """Whether totals are equal without which rows are not alike."""
    sums = [sum(ledger.fen(key) for term in terms for key in _totals(term, ledger)) for terms in given]
    return sums[0] == sums[1]


def _totals(term: Term, ledger: Ledger) -> list[Key]:
    """The rows that a term names; the grand total, where it names none."""
    extracted = ledger.tables.get(term.table)
    if extracted is None:
        return []
    if term.items or term.codes or term.level is not None:
        rows = [i for i, r in rows_of(extracted, term.side) if _is_meant(r, term, extracted)]
    else:
        # A table that prints no total has its first rows for it.
        rows = _total(extracted, term.side) or [
            i for i, r in rows_of(extracted, term.side) if r.level and r.parent is None and not r.of_which
        ]
    return [(term.table, row, term.measure) for row in rows]


def _total(extracted: ExtractedTable, side: Side) -> list[int]:
    """The grand total of a side, the last where there are more. In a table without one, a body that all other rows are
    parts of, or that stands alone, is the total.
    """
    totals = grand_totals(extracted, side)[-1:]
    if totals or extracted.table.side(side).classification != "administrative":
        return totals
    first = [index for index, record in rows_of(extracted, side) if record.parent is None]
    return first if len(first) == 1 else []


def _rows(terms: Sequence[Term], equality: Equality, ledger: Ledger) -> dict[str, list[Key]]:
    """The amounts of some terms, by what names the row in every table."""
    found: dict[str, list[Key]] = {}
    for term in terms:
        extracted = ledger.tables.get(term.table)
        if extracted is None:
            continue
        for name, index in _named(term, extracted, equality):
            found.setdefault(name, []).append((term.table, index, term.measure))
    return found


def _named(term: Term, extracted: ExtractedTable, equality: Equality) -> Iterator[tuple[str, int]]:
    if equality.rows in ("total", "item"):
        if term.items or term.codes or term.level is not None:
            yield from (("", i) for i, r in rows_of(extracted, term.side) if _is_meant(r, term, extracted))
        else:
            yield from (("", index) for index in _total(extracted, term.side))
        return
    for index, record in rows_of(extracted, term.side):
        if equality.rows == "classes" and _is_class(record):
            yield class_name(record), index
        elif equality.rows == "codes" and record.level > 0 and record.code.startswith(term.codes or ("",)):
            yield place(extracted, record), index


def _is_meant(record: Record, term: Term, extracted: ExtractedTable) -> bool:
    """Whether a row is one of those that a term names."""
    if term.level is not None and record.level != term.level:
        return False
    if term.codes:
        return record.code in term.codes
    if (term.items and record.item not in term.items) or (record.level == 0 and not record.subtotal):
        return False
    if record.subtotal and not record.amounts:
        return False  # a heading (一、本年支出)
    parent = extracted.records[record.parent].item if record.parent is not None else ""
    # Sources of money and what was carried over of each have the same names.
    return parent in term.under if term.under else not record.kind_of_balance


def _is_class(record: Record) -> bool:
    """Whether a row is a 类, or would be in its place: not money carried over, and no use of it."""
    of_class = len(record.code) in (0, _CLASS)
    return record.level == 1 and of_class and not record.balance and record.item not in USES_OF_FUNDS


def class_name(record: Record) -> str:
    """What a 类 is called, by whichever of its names."""
    name = normal(record.item)
    same = next((names[0] for names in SAME_CLASS if name in names), name)
    return same.removesuffix("支出")


def place(extracted: ExtractedTable, record: Record) -> str:
    """The code that a row's place demands: the code of the row above it and its own last part.

    It is the printed code unless that is misprinted, so that one slip is not reported again as a row
    that is missing in one table and too many in another.
    """
    if record.parent is None or not record.code:
        return record.code
    above = place(extracted, extracted.records[record.parent])
    return record.code if record.code.startswith(above) else above + record.code[-2:]
