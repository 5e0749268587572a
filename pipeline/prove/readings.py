"""How the rows of a table that was understood are parts of each other: the reading under which its sums hold.

Codes, enumerators and places are witnesses; the figures judge. A rule of sums that the table does not keep to under any
reading is left out: then levels are unknown, nothing is proved by it, and nobody is accused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.by_names import ByNames, Known, by_names
from yusuan.pipeline.prove.culprits import culprits
from yusuan.pipeline.prove.identities import Ledger
from yusuan.pipeline.prove.within import COLUMN, claims
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import identity_name
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.tables.declaration import RowSum
from yusuan.schemas.tables.measures import changes

MOST = 4
"""A rule is kept to where it holds this many times as often as it fails."""
_TOLD = 2
"""Codes and names are believed where sums hold this many times as often as they fail."""
_DEEPEST = 9
_ROWS = 3
"""In fewer rows a column may be out of a sum by a slip."""


class Reading(NamedTuple):
    """A table under the reading by which most of its sums hold; of the rules that it does not keep to, how often each
    holds and fails.

    `told` tells that codes or places say how its rows are parts of each other: if its sums fail, its figures are wrong.
    """

    table: ExtractedTable
    unclear: Mapping[str, tuple[int, int]]
    told: bool


def settled(extracted: ExtractedTable, known: Known = MappingProxyType({})) -> Reading:
    """The reading of a table under which most of its sums hold.

    A reading that the codes tell comes first, then that which names tell that are `known` from other tables, then those
    that the figures tell, then rows without any order.
    """
    extracted = _without_what_is_among(extracted)
    if extracted.table.shape in ("single_row", "listed"):
        best, counts, told = extracted, _counted(extracted), True
    else:
        best, counts, told = _best(extracted, known)
    held, failed = _along_columns(counts)
    unsummed = {rule for rule, (holds, fails) in counts.items() if rule not in COLUMN and fails * MOST > holds}
    if failed * MOST > held:
        unsummed |= COLUMN
    # What only the figures tell of the rows is enough to prove by, and too little to accuse by.
    doubted = frozenset() if told else COLUMN
    unclear = {rule: counts[rule] for rule in sorted(unsummed) if counts.get(rule, (0, 0))[1]}
    table = replace(best, unsummed=frozenset(unsummed), doubted=doubted)
    summed = extracted.table.shape in ("accounts", "two_sided") and bool(held + failed)
    return Reading(table, unclear, summed and _is_told(extracted))


def unclear(reading: Reading, table: ExtractedTable, told: Collection[tuple[str, str]]) -> list[Finding]:
    """What there is to say of the rules of sums that a `table` does not keep to, now that slips are told from them.

    `told` are those that other findings explain.
    """
    failing = {
        rule: counts
        for rule, counts in reading.unclear.items()
        if rule in table.unsummed and (table.table.id, rule) not in told
    }
    if not failing:
        return []
    cases = [
        sums.CASES.of(rule=identity_name(rule), holds=holds, count=holds + fails)
        for rule, (holds, fails) in failing.items()
    ]
    return [
        Finding(
            "table.sums_unclear",
            sums.UNCLEAR.of(cases=joined(cases, zh="；")),
            table=table.table.id,
            page=table.page,
        )
    ]


def _without_what_is_among(extracted: ExtractedTable) -> ExtractedTable:
    """The table without those parts of its row sums that are no parts: without one of them every row holds in which it
    has money, and with it none does.
    """
    sums: list[RowSum] = []
    for declared in extracted.table.row_sums:
        kept = declared
        for part in declared.parts if len(declared.parts) > 2 and not extracted.unread_columns else ():
            rest = replace(kept, parts=tuple(other for other in kept.parts if other != part))
            filled = [r for r in extracted.records if part in r.amounts and r.amounts[part].amount.fen]
            off = [(_difference(record, kept), _difference(record, rest)) for record in filled]
            if len(off) >= _ROWS and all(own and not without for own, without in off):
                kept = rest
        sums.append(kept)
    if tuple(sums) == extracted.table.row_sums:
        return extracted
    return replace(extracted, table=replace(extracted.table, row_sums=tuple(sums)))


def _difference(record: Record, row_sum: RowSum) -> int:
    """What a row is off by, in fen."""
    fen = {measure: printed.amount.fen for measure, printed in record.amounts.items()}
    parts = sum(fen.get(part, 0) for part in row_sum.parts) - sum(fen.get(part, 0) for part in row_sum.less)
    return fen.get(row_sum.total, 0) - parts


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


def _best(extracted: ExtractedTable, known: Known) -> tuple[ExtractedTable, dict[str, tuple[int, int]], bool]:
    """The best reading, how often its sums hold, and whether codes or the two sides tell it.

    It is the one in which the smallest share of sums fails: the first, as the rows were read, else that in which most
    sums of several parts hold. That a row is equal to one other says little.
    """
    tried: list[tuple[tuple[float, bool, int, int], ExtractedTable, dict[str, tuple[int, int]]]] = []
    named = by_names(extracted, known) if known else None
    for place, records in enumerate(_readings(extracted, named)):
        if records is None:
            continue
        found = replace(extracted, records=tuple(records))
        counts = _counted(found)
        held, failed = _along_columns(counts)
        if not place and held and _is_kept(found, held, failed):
            return found, counts, _is_told(extracted)
        if place == _BY_NAMES and named and held and (failed * _TOLD <= held if named.sure else not failed):
            return found, counts, True
        share = failed / (held + failed) if held + failed else 0.5
        tried.append(((share, place > 0, -_of_several(found), place), found, counts))
    rank, best, counts = min(tried, key=lambda each: each[0])
    return best, counts, not rank[1] and _is_told(extracted)


def _of_several(extracted: ExtractedTable) -> int:
    """How many sums along the columns hold that have more than one part."""
    ledger = Ledger([extracted])
    return sum(
        found.holds and sum(1 for key in right if ledger.fen(key)) > 1
        for rule, words, left, right in claims(extracted)
        if rule in COLUMN and (found := ledger.identity(rule, words, left, right)) is not None
    )


def _counted(extracted: ExtractedTable) -> dict[str, tuple[int, int]]:
    """For each rule how often it holds, and how often it fails; sums of blanks and zeros say nothing."""
    ledger = Ledger([extracted])
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for rule, words, left, right in claims(extracted):
        found = ledger.identity(rule, words, left, right)
        if found is None or not any(ledger.fen(key) for key in found.keys):
            continue
        holds, fails = counts[rule]
        counts[rule] = (holds + found.holds, fails + (not found.holds))
    return dict(counts)


def _along_columns(counts: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """How many sums along columns hold, and how many fail."""
    found = [counts[rule] for rule in COLUMN if rule in counts]
    return sum(holds for holds, _ in found), sum(fails for _, fails in found)


_BY_NAMES = 1


def _readings(extracted: ExtractedTable, named: ByNames | None) -> Iterator[Sequence[Record] | None]:
    """Ways to read the rows: as they were, by names that are known, by their figures, and flat."""
    yield extracted.records
    yield named.records if named else None
    yield _by_figures(extracted, equal=True)
    severally = _by_figures(extracted, equal=False)
    yield severally
    yield _with_only_parts(severally)
    yield [replace(record, parent=None) for record in extracted.records]


def _by_figures(extracted: ExtractedTable, equal: bool) -> list[Record]:
    """Each row as the sum of the rows right below it, where it is; `equal` takes a row for the only part of an equal
    one.
    """
    records = list(extracted.records)
    runs: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        if record.level and not record.balance:
            runs[record.side, record.period].append(index)
    for run in runs.values():
        parents = _nested(extracted, run, equal)
        depth: dict[int, int] = {}
        for index in run:
            above = parents.get(index)
            depth[index] = min(_DEEPEST, depth[above] + 1 if above is not None else 1)
            record = records[index]
            level = record.level if record.code else depth[index]
            records[index] = replace(record, parent=above, level=level)
    return records


def _with_only_parts(records: Sequence[Record]) -> list[Record]:
    """The reading with each row that follows another one with the same figures as its only part, where neither is a
    part of anything and the first has none.
    """
    found = list(records)
    whole = {record.parent for record in records}
    for index in range(1, len(found)):
        above, record = found[index - 1], found[index]
        alone = not (above.balance or record.balance or {above.parent, record.parent} - {None} or index - 1 in whole)
        if alone and above.level and record.level and _same_figures(above, record):
            level = record.level if record.code else min(_DEEPEST, above.level + 1)
            found[index] = replace(record, parent=index - 1, level=level)
    return found


def _same_figures(first: Record, second: Record) -> bool:
    mine, other = ({m: p.amount.fen for m, p in r.amounts.items() if p.amount.fen} for r in (first, second))
    return bool(mine) and mine == other and (first.side, first.period) == (second.side, second.period)


def _but_one(off: Sequence[bool], figures: Sequence[int], parts: int) -> bool:
    """Whether a row is the sum of several in all columns but one, in which there may be a slip: in two with money."""
    right = sum(bool(fen) for wrong, fen in zip(off, figures, strict=True) if not wrong)
    return sum(off) == 1 and right > 1 and parts > 1


def _nested(extracted: ExtractedTable, run: Sequence[int], equal: bool) -> dict[int, int]:
    """The row above each row of a run, as the figures tell."""
    records = extracted.records
    measures = sorted({measure for index in run for measure in records[index].amounts if not changes(measure)})
    figures = [
        [records[index].amounts[m].amount.fen if m in records[index].amounts else 0 for m in measures] for index in run
    ]
    steps = [[p.amount.step for p in records[index].amounts.values()] for index in run]
    step = max((s for each in steps for s in each), default=1)
    slack = step if step > 1 else 0
    # A sum need not be followed beyond what it is to come to, if all that is taken off below cannot bring it back.
    taken_off = [[0] * len(measures)]
    for row in reversed(figures):
        taken_off.append([off + min(0, fen) for off, fen in zip(taken_off[-1], row, strict=True)])
    taken_off.reverse()
    parents: dict[int, int] = {}
    ends: dict[int, int] = {}

    def end(at: int) -> int:
        """Behind the last row that is a part of one, or of its parts."""
        if at not in ends:
            ends[at] = at + 1
            if any(figures[at]):
                _sum_up(at)
        return ends[at]

    def _sum_up(at: int) -> None:
        total = [0] * len(measures)
        spared = sum(map(bool, figures[at])) > 1
        parts: list[int] = []
        below = at + 1
        while below < len(run):
            parts.append(below)
            total = [a + b for a, b in zip(total, figures[below], strict=True)]
            below = end(below)
            off = [abs(a - b) > slack * (len(parts) + 1) // 2 for a, b in zip(total, figures[at], strict=True)]
            if (equal or len(parts) > 1) and (not any(off) or _but_one(off, figures[at], len(parts))):
                for part in parts:
                    parents[run[part]] = run[at]
                ends[at] = below
                return
            least = zip(total, taken_off[below], figures[at], strict=True)
            if sum(sum_ + off > fen + slack * len(parts) for sum_, off, fen in least) > spared:
                return

    for at in range(len(run) - 1, -1, -1):
        end(at)
    return parents
