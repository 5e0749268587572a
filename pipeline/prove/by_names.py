"""How rows without codes are parts of each other, as the coded tables of the same document tell by their names.

A budget lists its functions by code in some of its tables and by name alone in others. What is called 卫生健康支出 and
行政运行 here has its place there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.prove.between import class_name
from yusuan.schemas.tables.declaration import Classification

Known = Mapping[Classification, Mapping[str, Sequence[str]]]
"""For each classification, the codes that rows of a name have."""
_CLASS, _STEP = 3, 2
"""Digits of the code of a 类, and of each finer part."""
_NEARLY = 5
"""The names tell the order of rows if all but one of so many are known."""
_CODED: tuple[Classification, ...] = ("functional", "economic")


def known_names(tables: Iterable[ExtractedTable]) -> Known:
    """What the coded rows of a document are called."""
    found: dict[Classification, dict[str, dict[str, None]]] = {kind: defaultdict(dict) for kind in _CODED}
    for extracted in tables:
        for record in extracted.records:
            kind = extracted.table.side(record.side).classification
            if record.level and record.code and kind in found:
                found[kind][class_name(record)][record.code] = None
    return {kind: {name: list(codes) for name, codes in names.items()} for kind, names in found.items()}


class ByNames(NamedTuple):
    """The rows of a table without codes as parts of each other.

    `sure` tells that every name is known: the row of one that is not is taken to stand where its neighbours do, which
    only the figures can confirm.
    """

    records: list[Record]
    sure: bool


def by_names(extracted: ExtractedTable, known: Known) -> ByNames | None:
    """The rows of a table by what their names tell; None where too few names are known."""
    records = list(extracted.records)
    runs: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        coded = extracted.table.side(record.side).classification in _CODED
        if coded and record.level and not record.balance and not record.code:
            runs[record.side, record.period].append(index)
    told, sure = False, True
    for run in runs.values():
        codes = _codes(
            [class_name(records[i]) for i in run], known[extracted.table.side(records[run[0]].side).classification]
        )
        if codes is None or len({len(code) for code in codes if code}) < 2:
            continue
        told = True
        sure = sure and all(codes)
        _hang(records, run, codes)
    return ByNames(records, sure) if told else None


def _hang(records: list[Record], run: Sequence[int], codes: Sequence[str]) -> None:
    """Hang each row of a run on the one that its code tells; one without, beside the next row if that is a part of the
    row above, else beside the row above.
    """
    last: dict[str, int] = {}
    unknown: list[int] = []
    before: int | None = None
    for index, code in zip(run, codes, strict=True):
        if not code:
            unknown.append(index)
            continue
        above = next((last[code[:end]] for end in range(len(code) - _STEP, 0, -_STEP) if code[:end] in last), None)
        records[index] = replace(records[index], parent=above, level=max(1, (len(code) - _CLASS) // _STEP + 1))
        last = {other: at for other, at in last.items() if code.startswith(other)} | {code: index}
        _beside(records, unknown, before, index)
        unknown, before = [], index
    _beside(records, unknown, before, None)


def _beside(records: list[Record], unknown: Sequence[int], before: int | None, after: int | None) -> None:
    """Put rows whose place is not known where their neighbours stand."""
    for index in unknown:
        beside = after if before is None or (after is not None and records[after].parent == before) else before
        if beside is not None:
            records[index] = replace(records[index], parent=records[beside].parent, level=records[beside].level)


def _codes(names: Sequence[str], known: Mapping[str, Sequence[str]]) -> list[str] | None:
    """The code of each name in a list, that which goes on from the rows above it; empty where it is not known."""
    found: list[str] = []
    here = ""
    for name in names:
        codes = known.get(name, ())
        code = min(codes, key=lambda code: (-_common(code, here), len(code), code), default="")
        found.append(code)
        here = code or here
    unknown = sum(not code for code in found)
    return found if len(found) > 1 and unknown * _NEARLY <= len(found) else None


def _common(code: str, here: str) -> int:
    """How many parts of a code are those of the row above: its 款, else its 类."""
    ends = range(_CLASS, len(code), _STEP)
    return sum(code[:end] == here[:end] for end in ends)
