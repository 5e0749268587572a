"""Lists side by side, of which one goes on in the next: rows at its head are parts of the last whole before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yusuan.pipeline.extract.records import Record


def go_on(records: Sequence[Record], lists: Sequence[Mapping[int, Sequence[int]]]) -> None:
    """Make rows at the head of a list parts of the wholes that the list at its left ends with, where codes tell it.

    `lists` have the places of their records by the number of the list, one mapping for each side and kind of number.
    """
    for side_by_side in lists:
        open_: list[int] = []
        for number in sorted(side_by_side):
            for index in side_by_side[number]:
                record = records[index]
                if record.parent is None and record.level:
                    while open_ and not _is_part(record, records[open_[-1]]):
                        open_.pop()
                    record.parent = open_[-1] if open_ else None
                while open_ and records[open_[-1]].level >= record.level:
                    open_.pop()
                open_.append(index)


def _is_part(part: Record, whole: Record) -> bool:
    return bool(whole.code) and part.level > whole.level and part.code.startswith(whole.code)
