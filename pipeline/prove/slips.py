"""The slips that would explain what fails: a figure that is another number, two amounts in each other's place."""

from __future__ import annotations

from collections.abc import Sequence

from yusuan.pipeline.prove.identities import Key, Ledger
from yusuan.pipeline.prove.standing import Move, Standing


def changes(standing: Standing, failing: Sequence[int]) -> list[Move]:
    """The changes of figures that would mend one failing identity at least, each once."""
    found: dict[Move, None] = {}
    for number in failing:
        for key in standing.identities[number].keys:
            cells = standing.cells(key)
            times = standing.times(number, cells)
            if not times:  # tied to itself by others that rounding lets hold
                cells, times = (key,), standing.times(number, (key,))
            if times and not standing.off[number] % times:
                change = -standing.off[number] // times
                if not _is_no_slip(cells, change, standing.ledger):
                    found[((_changed(key, cells, change, standing.ledger), change),)] = None
    return list(found)


def swaps(standing: Standing, failing: Sequence[int]) -> list[Move]:
    """The pairs of amounts of a row, one of them blank or none, that would mend something in each other's place."""
    found: dict[Move, None] = {}
    for number in () if standing.apart else failing:
        for table, index, measure in standing.identities[number].keys:
            extracted = standing.ledger.tables[table]
            record = extracted.records[index]
            for other in extracted.table.measures():
                if other == measure or not extracted.has(record, other):
                    continue
                one, two = sorted(((table, index, measure), (table, index, other)))
                change = standing.ledger.fen(two) - standing.ledger.fen(one)
                move: Move = (((one,), change), ((two,), -change))
                if change and standing.is_mended(number, standing.off[number] + standing.shift(number, move)):
                    found[move] = None
    return list(found)


def _changed(key: Key, cells: tuple[Key, ...], change: int, ledger: Ledger) -> tuple[Key, ...]:
    """The cells of a figure without those that print fewer digits of it than would change."""
    if len(cells) == 1:
        return cells
    printed = ((cell, ledger.printed(cell)) for cell in cells)
    return tuple(cell for cell, held in printed if cell == key or held is None or held.amount.step <= abs(change))


def _is_no_slip(cells: tuple[Key, ...], change: int, ledger: Ledger) -> bool:
    """Whether a figure that is printed in several cells would be nothing, or some times itself: rather a sum has
    left it out, or counts its parts twice.
    """
    fen = ledger.fen(cells[0])
    return len(cells) > 1 and fen != 0 and change % fen == 0
