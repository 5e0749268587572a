"""Which amount is wrong: the one whose change would make the failing identities hold.

A slip breaks every identity that the amount takes part in. The amount that explains most of the
failing ones by one and the same change, and would break least of the holding ones, is named; among
equals the one that is the likelier slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.prove.identities import Identity, Key, Ledger


@dataclass(frozen=True, slots=True)
class Culprit:
    """An amount and the change, in fen, that would mend it; `explains` are the identities that it breaks.

    `sure` is whether no other amount explains as much.
    """

    key: Key
    change: int
    explains: tuple[Identity, ...]
    sure: bool


Score = tuple[int, int, int]
"""How many identities a change mends less those it breaks; how many it mends; how many it makes exact."""


def culprits(identities: Sequence[Identity], ledger: Ledger, apart: bool = False) -> list[Culprit]:
    """The wrong amounts of a document, one for each slip, the one that explains most first.

    With `apart`, those that are rounded otherwise than the same amounts elsewhere, instead of the wrong ones.
    """
    found: list[Culprit] = []
    failing = [i for i in identities if i.certain and (i.apart if apart else not i.holds)]
    others: dict[Key, list[Identity]] = defaultdict(list)
    for identity in identities if failing else ():
        if identity.holds or not identity.certain:
            for key in identity.keys:
                others[key].append(identity)
    while failing:
        best = _best(failing, others, ledger)
        found.append(best)
        mended = {id(identity) for identity in best.explains}
        failing = [identity for identity in failing if id(identity) not in mended]
    return found


def _best(failing: Sequence[Identity], others: dict[Key, list[Identity]], ledger: Ledger) -> Culprit:
    changes: dict[tuple[Key, int], list[Identity]] = defaultdict(list)
    for identity in failing:
        for key in identity.left:
            changes[key, -identity.difference].append(identity)
        for key in identity.right:
            changes[key, identity.difference].append(identity)
    scored = [
        (_score(key, change, explained, others.get(key, ())), key, change)
        for (key, change), explained in changes.items()
    ]
    best = max(score for score, _, _ in scored)
    equals = [(key, change) for score, key, change in scored if score == best]
    key, change = min(equals, key=lambda at: (_sooner(at[0], changes[at]), _unlikely(at[0], at[1], ledger), at))
    return Culprit(key, change, tuple(changes[key, change]), sure=len(equals) == 1)


def _score(key: Key, change: int, explained: Sequence[Identity], others: Sequence[Identity]) -> Score:
    mended = {id(identity) for identity in explained}
    after = [(i, abs(_after(i, key, change))) for i in others if id(i) not in mended]
    broken = sum(1 for identity, difference in after if identity.certain and difference > _allowed(identity))
    exact = sum(1 for identity, difference in after if identity.difference and not difference)
    exact -= sum(1 for identity, difference in after if not identity.difference and difference)
    return len(explained) - broken, len(explained), exact


def _allowed(identity: Identity) -> int:
    """What an identity may be off by; one of two figures that are apart needs no more than it is off already."""
    return abs(identity.difference) if identity.apart else identity.tolerance


def _after(identity: Identity, key: Key, change: int) -> int:
    """The difference of an identity after a change to one of its amounts."""
    return identity.difference + change * (identity.left.count(key) - identity.right.count(key))


def _sooner(key: Key, explained: Sequence[Identity]) -> int:
    """Among equals, the sum itself rather than one of its parts."""
    return 0 if any(key in identity.left for identity in explained) else 1


def _unlikely(key: Key, change: int, ledger: Ledger) -> tuple[bool, bool, int]:
    """How unlikely a slip is: an amount below zero; one that was no zero, as most printed ones are; many digits."""
    printed, mended = ledger.printed(key), ledger.fen(key) + change
    if printed is None:
        return False, True, _BLANK
    old, new = (f"{abs(fen) // printed.amount.step}" for fen in (printed.amount.fen, mended))
    wide = max(len(old), len(new))
    wrong = sum(a != b for a, b in zip(old.zfill(wide), new.zfill(wide), strict=True))
    return mended < 0 <= printed.amount.fen, mended != 0, wrong


_BLANK = 2
"""An amount that was left out is less likely than one wrong digit, and likelier than three."""
