"""Orders in which the rows of a table may be parts of each other, each told by other witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.prove.by_names import ByNames
from yusuan.pipeline.prove.identities import grand_totals
from yusuan.pipeline.prove.tree import NEAR, Line, parents
from yusuan.schemas.tables.measures import changes

_DEEPEST = 9
_FUNCTIONS = (3, 5, 7)
"""Digits of the codes of functions."""
BY_NAMES, BY_PLACES, BUT_THE_TREE = 1, 2, 6
"""Places among the orders of rows."""


def orders(extracted: ExtractedTable, named: ByNames | None) -> Iterator[Sequence[Record] | None]:
    """Ways to read the rows of a table: as they were, by names that are known, by where names begin, by their figures
    three times, flat, and as a tree; None for one that there is not.
    """
    yield extracted.records
    yield named.records if named else None
    yield by_places(extracted.records)
    yield _by_figures(extracted, equal=True)
    severally = _by_figures(extracted, equal=False)
    yield severally
    yield _with_only_parts(severally)
    yield [replace(record, parent=None) for record in extracted.records]
    yield _as_tree(extracted)


def by_places(rows: Sequence[Record]) -> list[Record] | None:
    """Each row as a part of the last one above it whose name begins further left; None where all begin at one place, or
    where it is not known.
    """
    records = list(rows)
    told = False
    for run in _runs(records):
        above: dict[int, int] = {}
        open_: list[tuple[float, int]] = []
        before = run[0]
        for index, begins in zip(run, _places(records, run), strict=True):
            if begins is None:
                return None
            if any(record.subtotal for record in records[before:index]):
                open_ = []  # a list of another body begins
            before = index
            while open_ and open_[-1][0] > begins - NEAR:
                open_.pop()
            if open_:
                above[index] = open_[-1][1]
            open_.append((begins, index))
        _hang(records, run, above)
        told = told or bool(above)
    return records if told else None


def _as_tree(extracted: ExtractedTable) -> list[Record] | None:
    """The rows as the parts of each other under which all comes to the grand totals; None where there is no such order.

    What columns of their own tell of the order stays as it is.
    """
    records = list(extracted.records)
    for run in _runs(records):
        side, period = records[run[0]].side, records[run[0]].period
        totals = [records[index] for index in grand_totals(extracted, side, period)]
        measures = sorted({m for total in totals for m in total.amounts if not changes(m)})
        own = extracted.table.shape == "nested"
        top = [index for index in run if not own or records[index].parent is None]
        if not measures:
            return None
        lines = [
            Line(_figures(record, measures), begins, record.code if len(record.code) in _FUNCTIONS else "")
            for record, begins in zip((records[index] for index in top), _places(records, top), strict=True)
        ]
        total, slack = _figures(totals[-1], measures), _slack(records[index] for index in run)
        found = parents(lines, total, slack)
        if found is None and any(line.code for line in lines):
            # A body that has several functions may have the code of the first of them beside it.
            found = parents([line._replace(code="") for line in lines], total, slack)
        if found is None:
            return None
        above = {top[n]: top[whole] for n, whole in enumerate(found) if whole is not None}
        kept = {index: whole for index in run if own and (whole := records[index].parent) is not None}
        _hang(records, run, above | kept)
    return records


def _places(records: Sequence[Record], run: Sequence[int]) -> list[float | None]:
    """Where the names of rows begin, in points; what stands in the middle of its cell begins nowhere."""
    begins = [records[index].begins for index in run]
    told = [begin.centred for begin in begins if begin and begin.centred is not None]
    if sum(told) * 2 > len(told):
        return [None] * len(run)
    return [begin.x if begin else None for begin in begins]


def _by_figures(extracted: ExtractedTable, equal: bool) -> list[Record]:
    """Each row as the sum of the rows right below it, where it is; `equal` takes a row for the only part of an equal
    one.
    """
    records = list(extracted.records)
    for run in _runs(records):
        _hang(records, run, _nested(extracted, run, equal))
    return records


def _runs(records: Sequence[Record]) -> list[list[int]]:
    """The rows that may be parts of each other, in their order."""
    runs: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        if record.level and not record.balance:
            runs[record.side, record.period].append(index)
    return list(runs.values())


def _hang(records: list[Record], run: Sequence[int], above: Mapping[int, int]) -> None:
    """Make rows the parts of others. Their levels are those of their codes, if these get finer from whole to part."""
    coded = all(records[part].level > records[whole].level for part, whole in above.items() if records[part].code)
    depth: dict[int, int] = {}
    for index in run:
        whole = above.get(index)
        depth[index] = min(_DEEPEST, depth[whole] + 1 if whole is not None else 1)
        record = records[index]
        level = record.level if record.code and coded else depth[index]
        records[index] = replace(record, parent=whole, level=level)


def _figures(record: Record, measures: Sequence[str]) -> tuple[int, ...]:
    return tuple(record.amounts[m].amount.fen if m in record.amounts else 0 for m in measures)


def _slack(records: Iterable[Record]) -> int:
    """What one rounded figure may be off by twice, in fen; exact ones by nothing."""
    step = max((p.amount.step for record in records for p in record.amounts.values()), default=1)
    return step if step > 1 else 0


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
    figures = [_figures(records[index], measures) for index in run]
    slack = _slack(records[index] for index in run)
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
