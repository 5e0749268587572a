"""Which amount is wrong: the one whose change would make the failing identities hold.

A slip breaks every identity that the amount takes part in. The amount that explains most of the
failing ones by one and the same change, and would break least of the holding ones, is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.prove.identities import Identity, Key


@dataclass(frozen=True, slots=True)
class Culprit:
    """An amount and the change, in fen, that would mend it; `explains` are the identities that it breaks.

    `sure` is whether no other amount explains as much.
    """

    key: Key
    change: int
    explains: tuple[Identity, ...]
    sure: bool


def culprits(identities: Sequence[Identity], apart: bool = False) -> list[Culprit]:
    """The wrong amounts of a document, one for each slip, the one that explains most first.

    With `apart`, those that are rounded otherwise than the same amounts elsewhere, instead of the wrong ones.
    """
    found: list[Culprit] = []
    failing = [i for i in identities if i.certain and (i.apart if apart else not i.holds)]
    holding: dict[Key, list[Identity]] = defaultdict(list)
    for identity in identities:
        if identity.holds and identity.certain and not identity.apart:
            for key in identity.keys:
                holding[key].append(identity)
    while failing:
        best = _best(failing, holding)
        found.append(best)
        mended = {id(identity) for identity in best.explains}
        failing = [identity for identity in failing if id(identity) not in mended]
    return found


def _best(failing: Sequence[Identity], holding: dict[Key, list[Identity]]) -> Culprit:
    changes: dict[tuple[Key, int], list[Identity]] = defaultdict(list)
    for identity in failing:
        for key in identity.left:
            changes[key, -identity.difference].append(identity)
        for key in identity.right:
            changes[key, identity.difference].append(identity)
    scored = sorted(
        ((_score(key, change, explained, holding), key, change) for (key, change), explained in changes.items()),
        key=lambda entry: (-entry[0][0], -entry[0][1], _sooner(entry[1], changes[entry[1], entry[2]])),
    )
    (score, key, change), *others = scored
    sure = not others or others[0][0] != score
    return Culprit(key, change, tuple(changes[key, change]), sure)


def _score(key: Key, change: int, explained: Sequence[Identity], holding: dict[Key, list[Identity]]) -> tuple[int, int]:
    broken = sum(1 for identity in holding.get(key, ()) if abs(_after(identity, key, change)) > identity.tolerance)
    return len(explained) - broken, len(explained)


def _after(identity: Identity, key: Key, change: int) -> int:
    """The difference of an identity after a change to one of its amounts."""
    return identity.difference + change * (identity.left.count(key) - identity.right.count(key))


def _sooner(key: Key, explained: Sequence[Identity]) -> tuple[int, Key]:
    """Among equals, the sum itself rather than one of its parts."""
    return (0 if any(key in identity.left for identity in explained) else 1, key)
