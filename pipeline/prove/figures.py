"""Which cells print one figure: those that identities tie to each other one to one.

A code in two tables, a row with one finer row below it, a total beside the only part that is not blank: a figure that
is wrong there is wrong in all of them, or only one of its copies is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from yusuan.pipeline.prove.identities import Identity, Key, Ledger

Figures = Mapping[Key, tuple[Key, ...]]
"""Each printed cell → all cells of its figure, in the order of their keys."""


def figures(identities: Iterable[Identity], ledger: Ledger) -> Figures:
    """The figures that cells are tied to by the identities that hold; zeros are tied to nothing."""
    above: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while (up := above.setdefault(key, key)) != key:
            above[key] = key = above[up]
        return key

    for identity in identities:
        if not identity.holds:
            continue
        left, right = (
            [key for key in side if (found := ledger.printed(key)) and found.amount.fen]
            for side in (identity.left, identity.right)
        )
        if len(left) == len(right) == 1:
            first, second = sorted((root(left[0]), root(right[0])))
            above[second] = first
    together: dict[Key, list[Key]] = defaultdict(list)
    for key in above:
        together[root(key)].append(key)
    return {key: tuple(sorted(cells)) for cells in together.values() for key in cells}
