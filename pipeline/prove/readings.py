"""How the rows of a table that was understood are parts of each other: the reading under which its sums hold.

Codes, enumerators and places are witnesses; the figures judge. A rule of sums that the table does not keep to under any
reading is left out: then levels are unknown, nothing is proved by it, and nobody is accused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from yusuan.brief import brief
from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.by_names import Known, by_names
from yusuan.pipeline.prove.culprits import culprits
from yusuan.pipeline.prove.identities import Identity, Ledger
from yusuan.pipeline.prove.orders import BUT_THE_TREE, BY_NAMES, BY_PLACES, by_places, orders
from yusuan.pipeline.prove.shown_columns import ShownSum, as_shown
from yusuan.pipeline.prove.shown_columns import finding as shown_finding
from yusuan.pipeline.prove.within import COLUMN, as_kept, claims
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import identity_name
from yusuan.schemas.sentences.said import joined

MOST = 4
"""A rule is kept to where it holds this many times as often as it fails."""
_TOLD = 2
"""Codes and names are believed where sums hold this many times as often as they fail."""
_ENOUGH, _THROUGHOUT = 5, 20
"""So many sums that hold tell that names begin further right where rows are parts: in a table, in a document."""


class _Counts(NamedTuple):
    """The identities of a table, for each rule how often it holds and how often it fails, sums of blanks and zeros left
    out; and how many sums along the columns hold that have more than one part.
    """

    identities: list[Identity]
    by_rule: dict[str, tuple[int, int]]
    several: int

    def __repr__(self) -> str:
        return brief(self)


_Tried = tuple[ExtractedTable, _Counts, tuple[float, bool, int, int]]


class Reading(NamedTuple):
    """A table under the reading by which most of its sums hold; of the rules that it does not keep to, how often each
    holds and fails.

    `told` tells that codes or places say how its rows are parts of each other: if its sums fail, its figures are wrong.
    `identities` are those of the table under this reading. `shown` are the sums of a row that its columns show
    otherwise than their headers say.
    """

    table: ExtractedTable
    unclear: Mapping[str, tuple[int, int]]
    told: bool
    identities: Sequence[Identity]
    shown: tuple[ShownSum, ...] = ()

    def __repr__(self) -> str:
        return brief(self)


def indents(tables: Sequence[ExtractedTable]) -> bool:
    """Whether the names of parts begin further right than those of their wholes throughout a document."""
    held = failed = 0
    for extracted in tables:
        named = extracted.table.shape == "accounts" and not _is_told(extracted)
        records = by_places(extracted.records) if named else None
        if records is not None:
            holds, fails = _along_columns(_counted(replace(extracted, records=tuple(records))))
            held, failed = held + holds, failed + fails
    return held >= _THROUGHOUT and failed * MOST <= held


def settled(extracted: ExtractedTable, known: Known = MappingProxyType({}), indented: bool = False) -> Reading:
    """The reading of a table under which most of its sums hold. `indented` tells that its document indents parts.

    A reading that the codes tell comes first, then that which names tell that are `known` from other tables, then that
    by which names begin further right where rows are parts, then those that the figures tell, then rows without any
    order.
    """
    extracted, shown = as_shown(extracted)
    if extracted.table.shape in ("single_row", "listed"):
        best, counts, told = extracted, _counted(extracted), True
    else:
        best, counts, told = _best(extracted, known, indented)
    held, failed = _along_columns(counts)
    unsummed = {rule for rule, (holds, fails) in counts.by_rule.items() if rule not in COLUMN and fails * MOST > holds}
    if failed * MOST > held:
        unsummed |= COLUMN
    # What only the figures tell of the rows, and what is left of rows that are lost, is enough to prove by, and too
    # little to accuse by.
    doubted = COLUMN if extracted.rows_lost or not told else frozenset()
    unclear = {rule: counts.by_rule[rule] for rule in sorted(unsummed) if counts.by_rule.get(rule, (0, 0))[1]}
    table = replace(best, unsummed=frozenset(unsummed), doubted=doubted)
    summed = extracted.table.shape in ("accounts", "two_sided") and bool(held + failed)
    identities = as_kept(counts.identities, table)
    return Reading(table, unclear, summed and _is_told(extracted), identities, shown)


def unclear(reading: Reading, table: ExtractedTable, told: Collection[tuple[str, str]]) -> list[Finding]:
    """What there is to say of the rules of sums that a `table` does not keep to, now that slips are told from them.

    `told` are those that other findings explain. And the sums of a row that its columns show otherwise.
    """
    found = [shown_finding(shown, table) for shown in reading.shown]
    failing = {
        rule: counts
        for rule, counts in reading.unclear.items()
        if rule in table.unsummed and (table.table.id, rule) not in told
    }
    if not failing:
        return found
    cases = [
        sums.CASES.of(rule=identity_name(rule), holds=holds, count=holds + fails)
        for rule, (holds, fails) in failing.items()
    ]
    return [
        *found,
        Finding(
            "table.sums_unclear",
            sums.UNCLEAR.of(cases=joined(cases, zh="；")),
            table=table.table.id,
            page=table.page,
        ),
    ]


def _is_one_slip(extracted: ExtractedTable) -> bool:
    """Whether one figure, and no other, explains all sums that fail, and more than one: no misunderstanding does."""
    ledger = Ledger([extracted])
    found = [ledger.identity(*claim) for claim in claims(extracted)]
    blamed = culprits([identity for identity in found if identity is not None], ledger)
    return len(blamed) == 1 and blamed[0].sure and len(blamed[0].explains) > 1


def _is_kept(extracted: ExtractedTable, held: int, failed: int) -> bool:
    """Whether the rows are read as they were: their sums hold, or codes tell their order and what fails are slips."""
    if not failed:
        return True
    coded = extracted.table.shape == "accounts" and _is_told(extracted)
    return (coded and failed * _TOLD <= held) or (_is_told(extracted) and _is_one_slip(extracted))


def _is_told(extracted: ExtractedTable) -> bool:
    """Whether codes, or the places of names in columns and on sides, say how the rows are parts of each other."""
    if extracted.table.shape != "accounts":
        return True
    lines = [record for record in extracted.records if record.level]
    coded = sum(bool(record.code) for record in lines) * 2 > len(lines)
    return coded and all(side.classification in ("functional", "economic") for side in extracted.table.sides)


def _best(extracted: ExtractedTable, known: Known, indented: bool) -> tuple[ExtractedTable, _Counts, bool]:
    """The best reading, how often its sums hold, and whether codes or the two sides tell it.

    It is the one in which the smallest share of sums fails: the first, as the rows were read, else that in which most
    sums of several parts hold. That a row is equal to one other says little.
    """
    tried: list[_Tried] = []
    named = by_names(extracted, known) if known else None
    for place, records in enumerate(orders(extracted, named)):
        if records is None:
            continue
        found, counts, rank = _tried(extracted, records, place)
        held, failed = _along_columns(counts)
        if not place and held and _is_kept(found, held, failed):
            return found, counts, _is_told(extracted)
        if place == BY_NAMES and named and held and (failed * _TOLD <= held if named.sure else not failed):
            return found, counts, True
        places = held >= _ENOUGH and failed * MOST <= held
        if place == BY_PLACES and (places or (indented and held + failed and not _is_told(extracted))):
            return found, counts, places  # where most of its sums fail, it accuses nobody
        tried.append((found, counts, rank))
        if place == BUT_THE_TREE and not min(rank for _, _, rank in tried)[0]:
            break  # a tree is looked for only where nothing else adds up
    best, counts, rank = min(tried, key=lambda each: each[2])
    return best, counts, not rank[1] and _is_told(extracted)


def _tried(extracted: ExtractedTable, records: Sequence[Record], place: int) -> _Tried:
    """A table with its rows read in a way, how often its sums hold, and how it ranks among other ways: by the share of
    its sums that fail, then as it was read before any other, then by the sums of several parts that hold.
    """
    found = replace(extracted, records=tuple(records))
    counts = _counted(found)
    held, failed = _along_columns(counts)
    share = failed / (held + failed) if held + failed else 0.5
    return found, counts, (share, place > 0, -counts.several, place)


def _counted(extracted: ExtractedTable) -> _Counts:
    ledger = Ledger([extracted])
    identities: list[Identity] = []
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    several = 0
    for rule, words, left, right in claims(extracted):
        found = ledger.identity(rule, words, left, right)
        if found is None:
            continue
        identities.append(found)
        if not found.difference and not any(map(ledger.fen, found.keys)):
            continue
        holds, fails = counts[rule]
        counts[rule] = (holds + found.holds, fails + (not found.holds))
        several += rule in COLUMN and found.holds and sum(map(bool, map(ledger.fen, right))) > 1
    return _Counts(identities, dict(counts), several)


def _along_columns(counts: _Counts) -> tuple[int, int]:
    """How many sums along columns hold, and how many fail."""
    found = [counts.by_rule[rule] for rule in COLUMN if rule in counts.by_rule]
    return sum(holds for holds, _ in found), sum(fails for _, fails in found)
