"""What it takes to prove a figure that was read from a picture: two identities, where one does for a printed text.

A recogniser misreads equal pictures alike, so that a sum may hold of two figures that are wrong by the same, and
copies of a figure may agree. What proves is counted among figures, not cells: sums of the same figures in two tables
are one; that cells which print one figure agree counts as one identity, however many there are, and never alone. What
is a little off, as rounding allows it, proves none: where a last digit was misread, it is off by as little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from yusuan.pipeline.prove.figures import Figures, figures
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.verdicts import Verdict

LEAST = 2
"""So many identities prove a figure that was read from a picture."""

_SEVERAL, _PART = 3, 15
"""Where it takes so many wrong figures to make sums of figures read from pictures fail, and one in so many of these
fails, what holds proves nothing: a stroke that is lost all over makes 4 a 1 in each figure alike, and such figures may
add up."""

Sum = tuple[frozenset[Key], frozenset[Key]]
"""The figures on the two sides of a sum, by the first cell of each; zeros left out."""


def doubly_proved(verdict: Verdict) -> Verdict:
    """The verdict, in which figures read from pictures are proved by two identities, and unproved by one."""
    ledger = verdict.ledger
    exact = [identity for identity in verdict.identities if not identity.difference]
    same = figures(exact, ledger)
    sums: dict[Key, set[Sum]] = defaultdict(set)
    agreeing: set[Key] = set()
    for identity in exact:
        found = _figures_of(identity, same, ledger)
        several = max(map(len, found)) > 1
        for key in identity.keys:
            first = _first(key, same)
            if several or (not ledger.fen(key) and any(found)):
                sums[first].add(found)
            else:
                agreeing.add(first)
    untrusted = _fail_all_over(verdict.identities, same, ledger)
    status = {
        key: "unproved"
        if said == "proved"
        and _is_read(key, ledger)
        and (untrusted or not _is_enough(_first(key, same), sums, agreeing))
        else said
        for key, said in verdict.status.items()
    }
    return replace(verdict, status=status)


def _fail_all_over(identities: Sequence[Identity], same: Figures, ledger: Ledger) -> bool:
    """Whether the pictures of a document were misread in the same way all over."""
    read = [each for each in identities if each.certain and any(_is_read(key, ledger) for key in each.keys)]
    failing = [{_first(key, same) for key in each.keys} for each in read if not each.holds]
    if len(failing) * _PART <= len(read):
        return False
    wrong = 0
    while failing:
        most, _ = Counter(key for keys in failing for key in sorted(keys)).most_common(1)[0]
        failing = [keys for keys in failing if most not in keys]
        wrong += 1
    return wrong >= _SEVERAL


def _is_enough(first: Key, sums: dict[Key, set[Sum]], agreeing: set[Key]) -> bool:
    found = len(sums.get(first, ()))
    return found > 0 and found + (first in agreeing) >= LEAST


def _figures_of(identity: Identity, same: Figures, ledger: Ledger) -> Sum:
    left, right = (
        frozenset(_first(key, same) for key in side if ledger.fen(key)) for side in (identity.left, identity.right)
    )
    return (left, right) if sorted(left) <= sorted(right) else (right, left)


def _first(key: Key, same: Figures) -> Key:
    """The first cell of a figure, which stands for all."""
    return same.get(key, (key,))[0]


def _is_read(key: Key, ledger: Ledger) -> bool:
    printed = ledger.printed(key)
    return printed is not None and printed.read != "text"
