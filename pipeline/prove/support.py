"""Identities that the figures of a document support, though nothing says that it keeps to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove import between
from yusuan.pipeline.prove.alike import LEAST, MOST
from yusuan.pipeline.prove.identities import Identity, Ledger
from yusuan.pipeline.prove.said import at_cell
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import identity_name, table_name
from yusuan.schemas.sentences.said import in_quotes
from yusuan.schemas.tables.declaration import Equality


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


def without_counterpart(identities: Sequence[Identity], ledger: Ledger) -> tuple[list[Identity], list[Finding]]:
    """The identities without those of rows that another table has not: no figure is wrong there. One such row was left
    out, several are a level that is not printed or was not read. Returns the others, and a finding for each rule.
    """
    alone: dict[tuple[str, bool], list[Identity]] = defaultdict(list)
    for identity in identities:
        if identity.certain and not identity.holds and not (identity.left and identity.right):
            alone[identity.rule, bool(identity.left)].append(identity)
    gone = {id(identity) for found in alone.values() for identity in found}
    findings = [_several(rule, found, ledger) for (rule, _), found in alone.items()]
    return [identity for identity in identities if id(identity) not in gone], findings


def _several(rule: str, found: Sequence[Identity], ledger: Ledger) -> Finding:
    key = found[0].keys[0]
    record, cell = ledger.record(key), ledger.printed(key)
    if len(found) == 1:
        said = sums.NOT_THERE.of(
            row=record.row_of(key[2]),
            name=in_quotes(f"{record.code} {record.item}"),
            printed=cell.amount.printed if cell else "",
            rule=identity_name(rule),
            words=found[0].words,
        )
        return at_cell(key, ledger, "row.only_here", said)
    return Finding(
        "table.sums_unclear",
        sums.NOT_IN_OTHER.of(
            count=len(found),
            table=table_name(key[0]),
            name=in_quotes(f"{record.code} {record.item}"),
            rule=identity_name(rule),
            words=found[0].words,
        ),
        table=key[0],
        row=record.row_of(key[2]),
        measure=key[2],
        page=cell.page if cell else record.page_of(key[2]),
        box=cell.box if cell else record.box,
    )


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
