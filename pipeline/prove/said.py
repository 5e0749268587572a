"""How the verdict on a document is said: one finding for each slip, each doubt, each row of another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.findings import Finding
from pipeline.prove import between
from pipeline.prove.culprits import Culprit
from pipeline.prove.identities import Identity, Key, Ledger
from schemas.tables.declaration import Equality


def accusation(culprit: Culprit, ledger: Ledger) -> Finding:
    """One slip: where it is, what is printed, what it would have to be, and which identities say so."""
    table, _, measure = culprit.key
    record, cell = ledger.record(culprit.key), ledger.printed(culprit.key)
    printed = ledger.fen(culprit.key)
    first = culprit.explains[0]
    more = len(culprit.explains) - 3
    if culprit.swapped:
        _, two = culprit.swapped
        expected = f"expected {_yuan(printed + culprit.change)}: it and {two[2]} stand in each other's place"
        copies = ""
    else:
        expected, copies = f"expected {_yuan(printed + culprit.change)}", _copies(culprit.keys[1:], ledger)
    reasons = "; ".join(dict.fromkeys(f"{identity.rule}: {identity.words}" for identity in culprit.explains[:3]))
    return Finding(
        rule=first.rule,
        message=(
            f"row {record.row_of(measure)} {describe(culprit.key, ledger)}: {measure} is "
            f"{_yuan(printed) if cell else 'blank'}, {expected} ({reasons}"
            f"{f'; {more} more' if more > 0 else ''}); {statement(first, ledger, _MOST)}{copies}"
        ),
        table=table,
        row=record.row_of(measure),
        measure=measure,
        page=cell.page if cell else record.page_of(measure),
        box=cell.box if cell else record.box,
        printed=cell.amount.printed if cell else "",
        expected=Decimal(printed + culprit.change) / 100,
        difference=Decimal(-culprit.change) / 100,
    )


def _copies(keys: Sequence[Key], ledger: Ledger) -> str:
    """Where else a figure is printed."""
    places = [
        f"{key[0]} row {ledger.record(key).row_of(key[2])} {key[2]} on page {cell.page}"
        for key in keys
        if (cell := ledger.printed(key))
    ]
    return f"; the same figure stands in {'; '.join(places)}" if places else ""


def doubt_of(culprit: Culprit, ledger: Ledger, own: bool) -> Finding:
    """A sum that fails where no one figure is surely wrong: the identity, and how many figures may be.

    `own` tells that the identity is one that the document surely keeps to: else it may have been misunderstood.
    """
    found = accusation(replace(culprit, move=culprit.move[:1]), ledger)
    first = next((identity for identity in culprit.explains if not identity.weak), culprit.explains[0])
    own = own and not first.weak
    several = len(culprit.candidates) or len(set(first.keys))
    which = f"one of {several} figures is wrong" if several > 1 else "its figure may be wrong"
    more = len(culprit.explains) - 1
    which += f", and {more} more sums or equalities that hang together with it fail" if more > 0 else ""
    message = f"{first.words}; here {statement(first, ledger, _MOST)}: {which}"
    if own:
        return replace(found, message=message, expected=None, difference=Decimal(first.difference) / 100)
    message = f"{first.rule}: {message}, or the table was misunderstood"
    return replace(found, rule="table.sums_unclear", message=message, expected=None, difference=None)


def rounded_apart(culprit: Culprit, ledger: Ledger) -> Finding:
    """A figure that rounding may account for, though it seldom does: two tables print it with different last digits."""
    found = accusation(culprit, ledger)
    doubt = "" if culprit.sure else "; another of these figures may be the one that was changed"
    return replace(found, rule="identity.rounded_apart", message=f"{found.message}{doubt}; rounding may account for it")


def differs(identity: Identity, ledger: Ledger) -> Finding:
    """An identity that bodies may differ from for good reason, and that does not hold."""
    key = (identity.right or identity.left)[0]
    record, cell = ledger.record(key), ledger.printed(key)
    return Finding(
        rule=identity.rule,
        message=f"{identity.words}; here {statement(identity, ledger, _MOST)}",
        table=key[0],
        row=record.row_of(key[2]),
        measure=key[2],
        page=cell.page if cell else record.page_of(key[2]),
        box=cell.box if cell else record.box,
        printed=cell.amount.printed if cell else "",
        expected=Decimal(sum(map(ledger.fen, identity.left))) / 100,
        difference=Decimal(-identity.difference) / 100,
    )


def other_names(equalities: Sequence[Equality], ledger: Ledger, absent: frozenset[str]) -> list[Finding]:
    """One finding for each row that is called otherwise in another table, whatever compares the two."""
    found: dict[tuple[str, int], Finding] = {}
    for equality in equalities:
        for here, there in between.renamed(equality, ledger, absent):
            record, other, cell = ledger.record(here), ledger.record(there), ledger.printed(here)
            said = f"found {describe(here, ledger)} with {_yuan(ledger.fen(here))}, which {there[0]} has as "
            said += f"{describe(there, ledger)} in row {other.row_of(there[2])}; expected one name in both"
            found.setdefault(
                (here[0], record.row),
                Finding(
                    "row.other_name",
                    f"row {record.row_of(here[2])}: {said}",
                    table=here[0],
                    row=record.row_of(here[2]),
                    measure=here[2],
                    page=cell.page if cell else record.page,
                    box=cell.box if cell else record.box,
                    printed=record.item,
                ),
            )
    return list(found.values())


_MOST = 20
"""So many figures of a sum are said in a finding: a table of thousands of rows would fill it with them."""


def statement(identity: Identity, ledger: Ledger, most: int | None = None) -> str:
    """An identity with its figures in yuan, so that it can be followed with a pencil; on each side `most` of them."""
    left, right = (
        _sum([key for key in keys if ledger.printed(key)], ledger, most) for keys in (identity.left, identity.right)
    )
    relation = "=" if identity.difference == 0 else ("≈" if identity.holds else "≠")
    return f"{left} {relation} {right}"


def _sum(keys: Sequence[Key], ledger: Ledger, most: int | None) -> str:
    said = " + ".join(_yuan(ledger.fen(key)) for key in keys[:most]) or "0.00"
    left = keys[len(keys[:most]) :]
    return f"{said} + {len(left)} more, together {_yuan(sum(map(ledger.fen, left)))}" if left else said


def describe(key: Key, ledger: Ledger) -> str:
    """The row of an amount as a person would name it."""
    record = ledger.record(key)
    return f"'{' '.join(filter(None, (record.code, record.item, record.basis)))}'"


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
