"""Identities that the figures of a document support, though nothing says that it keeps to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.prove import between
from pipeline.prove.alike import LEAST, MOST
from pipeline.prove.identities import Identity, Ledger
from schemas.tables.declaration import Equality


def supported(equalities: Sequence[Equality], ledger: Ledger, absent: frozenset[str]) -> list[Identity]:
    """The identities that hold of figures that are not all nothing; and of those between tables for which nearly all of
    them hold, the others too.
    """
    families: dict[frozenset[str], list[Identity]] = defaultdict(list)
    for equality in equalities:
        if between.judged(equality, ledger, absent):
            families[frozenset(equality.tables)] += [
                replace(identity, weak=True, apart=False)
                for identity in between.identities(equality, ledger, absent)
                if any(map(ledger.fen, identity.keys)) and identity.rule != "identity.no_row"
            ]
    found: list[Identity] = []
    for family in families.values():
        held = [identity for identity in family if identity.holds]
        failed = [identity for identity in family if identity.certain and not identity.holds]
        several = len({ledger.fen(identity.keys[0]) for identity in held}) >= LEAST
        found += [*held, *(failed if several and len(failed) * MOST <= len(held) else ())]
    return found


def new(weak: Iterable[Identity], known: Sequence[Identity]) -> list[Identity]:
    """Identities of figures that no other relates in the same way."""
    said = {frozenset((identity.left, identity.right)) for identity in known}
    found: list[Identity] = []
    for identity in weak:
        sides = frozenset((identity.left, identity.right))
        if sides not in said:
            said.add(sides)
            found.append(identity)
    return found
