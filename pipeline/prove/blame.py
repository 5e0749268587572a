"""Who is accused: which of the figures that may be wrong surely are, and what there is to say of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from yusuan.pipeline.prove.culprits import Culprit, culprits
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.likely import is_one_digit
from yusuan.pipeline.prove.missing_rows import MissingRow, missing_rows
from yusuan.pipeline.prove.turned_rows import TurnedRow, turned_rows
from yusuan.pipeline.prove.within import COLUMN


@dataclass(frozen=True)
class Blame:
    """What is to blame for the identities that fail.

    `accused` are surely wrong. `doubted` may be, with others that would do as well; of those `in_order`, the order of
    rows may be wrong instead, and of those of `rows`, rows may not be there or be parts of others. `missing` are
    rows that are not there, `turned` rows that are, with the other sign. `kept` are the rules of sums, by
    table, that a table does keep to but for the accused, `told` those of which missing rows, or figures that may be
    wrong, tell all that fails.
    """

    accused: tuple[Culprit, ...]
    doubted: tuple[Culprit, ...]
    in_order: tuple[Culprit, ...]
    rows: tuple[Culprit, ...]
    missing: tuple[MissingRow, ...]
    turned: tuple[TurnedRow, ...]
    kept: frozenset[tuple[str, str]]
    told: frozenset[tuple[str, str]]


def blame(
    found: Sequence[Identity],
    suspended: Sequence[Identity],
    ledger: Ledger,
    own: bool,
    said: Sequence[Identity] = (),
) -> Blame:
    """Judge who is to blame. `suspended` are the sums by rules that tables do not keep to as they were read; `said` is
    what the prose says of figures, which is evidence where sums fail, and nothing by itself.
    """
    failing = {key for each in (*found, *suspended) if each.certain and not each.holds for key in each.keys}
    said = [identity for identity in said if not failing.isdisjoint(identity.keys)]
    known = [*found, *suspended, *said]
    blamed = culprits(known, ledger)
    missing = _not_explained(missing_rows(known, ledger), blamed, ledger)
    if missing:
        gone = {id(identity) for row in missing for identity in row.sums}
        blamed = culprits([identity for identity in known if id(identity) not in gone], ledger)
    turned = turned_rows(missing, ledger)
    whole = _that_explain_all(blamed, suspended, ledger)
    accused = [
        culprit
        for culprit in blamed
        if (id(culprit) in whole and not _is_doubted(culprit, ledger)) or _is_accused(culprit, ledger, own)
    ]
    of_no_rule = set(map(id, (*suspended, *said)))
    rows = _of_rows(accused, ledger)
    accused = [culprit for culprit in accused if culprit not in rows]
    surely = set(map(id, (*accused, *rows)))
    left = [c for c in blamed if id(c) not in surely and (id(c) in whole or _tells(c, of_no_rule))]
    doubted = [culprit for culprit in left if not _is_of_an_order(culprit)]
    in_order = _first_of_each_table([culprit for culprit in left if _is_of_an_order(culprit)])
    of_missing = {(row.table, identity.rule) for row in missing for identity in row.sums}
    return Blame(
        tuple(accused),
        tuple(doubted),
        tuple(in_order),
        tuple(rows),
        tuple(row for row in missing if id(row) not in turned),
        tuple(turned.values()),
        frozenset(_all_explained(suspended, accused)),
        frozenset(of_missing | _all_explained(suspended, [*accused, *doubted, *in_order, *rows])),
    )


def _not_explained(missing: Sequence[MissingRow], blamed: Sequence[Culprit], ledger: Ledger) -> list[MissingRow]:
    """The missing rows without those of which a figure that is surely wrong explains all, by one digit or more besides:
    what explains no more by another number is as well a row that is not there.
    """
    by = {id(identity): culprit for culprit in blamed if culprit.sure for identity in culprit.explains}

    def explained(row: MissingRow) -> bool:
        culprit = by.get(id(row.sums[0]))
        sums = set(map(id, row.sums))
        if culprit is None or not sums <= set(map(id, culprit.explains)):
            return False
        return len(sums) < len(culprit.explains) or is_one_digit(culprit.key, culprit.change, ledger)

    return [row for row in missing if not explained(row)]


def _of_rows(accused: Sequence[Culprit], ledger: Ledger) -> list[Culprit]:
    """Of the accused those that sums along several columns make of one row, or a blank among the parts of such sums,
    and nothing else: a row that is not there, or is a part of another, would explain that as well. One wrong digit, or
    two amounts in each other's place, are no row.
    """
    along = [
        culprit
        for culprit in accused
        if all(identity.rule in COLUMN for identity in culprit.explains)
        and not culprit.swapped
        and not is_one_digit(culprit.key, culprit.change, ledger)
    ]
    columns: dict[tuple[str, int], set[str]] = defaultdict(set)
    for culprit in along:
        for table, index, measure in culprit.keys:
            columns[table, index].add(measure)
    return [
        culprit
        for culprit in along
        if any(len(columns[key[:2]]) > 1 for key in culprit.keys)
        or (ledger.printed(culprit.key) is None and all(culprit.key not in each.left for each in culprit.explains))
    ]


def status(identities: Sequence[Identity], blamed: Blame, ledger: Ledger, own: bool) -> dict[Key, str]:
    """What the identities say of the amounts in them: the figure that is surely to blame is contradicted, with its
    copies.

    Where none is, those that may be to blame are in doubt, and what stands beside them in what fails and is proved by
    nothing else. Where each would break as much as it mends, those are that would break no more, in what should hold.
    """
    said: dict[Key, str] = {key: "proved" for identity in identities if identity.holds for key in identity.keys}
    for culprit in (*blamed.doubted, *blamed.rows):
        for key in (key for identity in culprit.explains for key in identity.keys):
            said.setdefault(key, "in_doubt")
        said.update((key, "in_doubt") for cells in culprit.candidates for key in cells)
        if own and not all(identity.weak for identity in culprit.explains):
            said.update((key, "in_doubt") for cells in culprit.even for key in cells if ledger.fen(key))
    said.update((key, "in_doubt") for row in blamed.turned for key in row.keys)
    said.update((key, "contradicted") for culprit in blamed.accused for key in culprit.keys)
    return said


def _that_explain_all(blamed: Sequence[Culprit], suspended: Sequence[Identity], ledger: Ledger) -> set[int]:
    """The culprits that alone explain all that fails in a table, and more than one sum, or one and what the prose says:
    no misunderstanding does, unless only the figures told the order of its rows.
    """
    failing: dict[str, set[int]] = defaultdict(set)
    for identity in suspended:
        if not identity.holds:
            failing[identity.keys[0][0]].add(id(identity))
    return {
        id(culprit)
        for culprit in blamed
        if culprit.sure
        and len(culprit.explains) > 1
        and not _is_below_zero(culprit, ledger)
        and failing[culprit.key[0]]
        and failing[culprit.key[0]] <= set(map(id, culprit.explains))
    }


def _is_doubted(culprit: Culprit, ledger: Ledger) -> bool:
    """Whether any of what fails is a sum of rows whose order only the figures tell."""
    return any(identity.rule in ledger.tables[identity.keys[0][0]].doubted for identity in culprit.explains)


def _all_explained(suspended: Sequence[Identity], culprits: Sequence[Culprit]) -> set[tuple[str, str]]:
    """The rules of sums of which some culprits explain all that fails: table and rule."""
    explained = {id(identity) for culprit in culprits for identity in culprit.explains}
    rules = {(identity.keys[0][0], identity.rule) for identity in suspended}
    return rules - {
        (identity.keys[0][0], identity.rule)
        for identity in suspended
        if not identity.holds and id(identity) not in explained
    }


def _tells(culprit: Culprit, suspended: Collection[int]) -> bool:
    """Whether there is anything to say of a culprit: not where all that fails is of rules that its table does not keep
    to anyway, nor where it is what only the figures told and would fail elsewhere if it were mended.
    """
    weak = all(identity.weak for identity in culprit.explains)
    return not weak or (bool(culprit.candidates) and any(id(i) not in suspended for i in culprit.explains))


def _is_accused(culprit: Culprit, ledger: Ledger, own: bool) -> bool:
    """Whether a figure is surely wrong. One sum alone may be misunderstood in a document of no known way, and in any a
    row of one name may be another than the row of that name in another table.
    """
    strong = [identity for identity in culprit.explains if not identity.weak]
    alone = own and any(not identity.rule.startswith("between.") for identity in strong)
    likely = culprit.sure and not _is_below_zero(culprit, ledger)
    return likely and bool(strong) and (alone or len(culprit.explains) > 1)


def _is_below_zero(culprit: Culprit, ledger: Ledger) -> bool:
    """Whether an amount would be below zero that is not. That is no slip, unless others of its column are below it."""
    printed = ledger.fen(culprit.key)
    expected = printed + culprit.change
    if expected >= 0 or printed < 0 or culprit.swapped:
        return False
    table, _, measure = culprit.key
    column = (record.amounts[measure] for record in ledger.tables[table].records if measure in record.amounts)
    return not any(held.amount.fen < 0 for held in column)


def _is_of_an_order(culprit: Culprit) -> bool:
    """Whether what fails are sums of rows whose order only the figures tell: that order may be wrong instead."""
    return all(identity.weak and identity.rule in COLUMN for identity in culprit.explains)


def _first_of_each_table(culprits: Sequence[Culprit]) -> list[Culprit]:
    """Of what fails of one order of rows the first: if that order is wrong, all of it is one misunderstanding."""
    found: dict[str, Culprit] = {}
    for culprit in culprits:
        found.setdefault(culprit.key[0], culprit)
    return list(found.values())
