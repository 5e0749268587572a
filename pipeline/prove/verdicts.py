"""Identities of a document → the status of each amount, and one finding for each slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.records import ExtractedTable
from pipeline.findings import Finding
from pipeline.prove import between, within
from pipeline.prove.codes import check_codes
from pipeline.prove.culprits import Culprit, culprits
from pipeline.prove.identities import Identity, Key, Ledger, exact_where_shown
from pipeline.prove.structure import gaps
from schemas.tables.declaration import Equality


@dataclass(frozen=True)
class Verdict:
    """What the identities of a document say.

    `status` has every printed amount: proved, contradicted, in_doubt or unproved. `identities` are those that
    could be judged, `not_judged` the rules between tables of which a table or column was not read.
    """

    ledger: Ledger
    identities: tuple[Identity, ...]
    status: dict[Key, str]
    findings: tuple[Finding, ...]
    not_judged: tuple[str, ...]

    def of(self, key: Key) -> list[Identity]:
        """The identities that an amount takes part in."""
        return [identity for identity in self.identities if key in identity.keys]


def judge(
    tables: Sequence[ExtractedTable],
    equalities: Sequence[Equality],
    absent: frozenset[str] = frozenset(),
    evidence: Sequence[Equality] = (),
    own: bool = True,
) -> Verdict:
    """Judge every amount of a document by the identities within its tables and the `equalities` between them.

    `absent` are the ids of tables that a document of its year does not have. `evidence` are identities that may hold:
    where they do, they prove; where not, they say nothing. `own` tells that the document surely follows the way of the
    equalities: then a sum that fails is an error, even where no one figure is surely to blame.
    """
    ledger = Ledger(tables)
    found = [identity for extracted in tables for identity in within.identities(extracted, ledger)]
    judged = [equality for equality in equalities if between.judged(equality, ledger, absent)]
    found += [identity for equality in judged for identity in between.identities(equality, ledger, absent)]
    found += _holding([equality for equality in evidence if equality not in equalities], ledger, absent)
    found = exact_where_shown(found, ledger)
    blamed = culprits(found, ledger)
    findings = [_finding(culprit, ledger) if culprit.sure or own else _unclear(culprit, ledger) for culprit in blamed]
    findings += [_apart(culprit, ledger) for culprit in culprits(found, ledger, apart=True)]
    findings += [finding for extracted in tables for finding in (*gaps(extracted, own), *check_codes(extracted, own))]
    findings += _other_names(judged, ledger, absent)
    findings += [_doubt(identity, ledger) for identity in found if not identity.certain and not identity.holds]
    not_judged = tuple(equality.rule for equality in equalities if equality not in judged)
    return Verdict(ledger, tuple(found), _status(found, blamed, tables), tuple(findings), not_judged)


def _holding(equalities: Sequence[Equality], ledger: Ledger, absent: frozenset[str]) -> list[Identity]:
    """The identities that hold of figures that are not all nothing."""
    return [
        identity
        for equality in equalities
        if between.judged(equality, ledger, absent)
        for identity in between.identities(equality, ledger, absent)
        if identity.holds and not identity.apart and any(map(ledger.fen, identity.keys))
    ]


def _status(
    identities: Sequence[Identity], blamed: Sequence[Culprit], tables: Sequence[ExtractedTable]
) -> dict[Key, str]:
    """What the identities say of each amount: the one that is surely to blame is contradicted, and where none is, all
    that stand in what fails are in doubt.
    """
    said: dict[Key, str] = {key: "proved" for identity in identities if identity.holds for key in identity.keys}
    for culprit in blamed:
        if not culprit.sure:
            said.update((key, "in_doubt") for identity in culprit.explains for key in identity.keys)
    said.update((culprit.key, "contradicted") for culprit in blamed if culprit.sure)
    return {
        (key := (extracted.table.id, index, measure)): said.get(key, "unproved")
        for extracted in tables
        for index, record in enumerate(extracted.records)
        for measure in record.amounts
    }


def _finding(culprit: Culprit, ledger: Ledger) -> Finding:
    """One slip: where it is, what is printed, what it would have to be, and which identities say so."""
    table, _, measure = culprit.key
    record, cell = ledger.record(culprit.key), ledger.printed(culprit.key)
    printed = ledger.fen(culprit.key)
    first = culprit.explains[0]
    more = len(culprit.explains) - 1
    reasons = "; ".join(dict.fromkeys(f"{identity.rule}: {identity.words}" for identity in culprit.explains[:3]))
    doubt = "" if culprit.sure else ", unless another of these figures is wrong"
    return Finding(
        rule=first.rule,
        message=(
            f"row {record.row_of(measure)} {describe(culprit.key, ledger)}: {measure} is "
            f"{_yuan(printed) if cell else 'blank'}, expected {_yuan(printed + culprit.change)}{doubt} ({reasons}"
            f"{f'; {more - 2} more' if more > 2 else ''}); {statement(first, ledger)}"
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


def _unclear(culprit: Culprit, ledger: Ledger) -> Finding:
    """A sum that fails in a table that was understood by its own words, where no one figure is surely wrong."""
    found = _finding(culprit, ledger)
    first = culprit.explains[0]
    message = (
        f"{first.rule}: {first.words}; here {statement(first, ledger)}: one of {len(set(first.keys))} figures is "
        "wrong, or the table was misunderstood"
    )
    return replace(found, rule="table.sums_unclear", message=message, expected=None, difference=None)


def _other_names(equalities: Sequence[Equality], ledger: Ledger, absent: frozenset[str]) -> list[Finding]:
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


def _apart(culprit: Culprit, ledger: Ledger) -> Finding:
    """A figure that rounding may account for, though it seldom does: two tables print it with different last digits."""
    found = _finding(culprit, ledger)
    return replace(found, rule="identity.rounded_apart", message=f"{found.message}; rounding may account for it")


def _doubt(identity: Identity, ledger: Ledger) -> Finding:
    key = (identity.right or identity.left)[0]
    record, cell = ledger.record(key), ledger.printed(key)
    return Finding(
        rule=identity.rule,
        message=f"{identity.words}; here {statement(identity, ledger)}",
        table=key[0],
        row=record.row_of(key[2]),
        measure=key[2],
        page=cell.page if cell else record.page_of(key[2]),
        box=cell.box if cell else record.box,
        printed=cell.amount.printed if cell else "",
        expected=Decimal(sum(map(ledger.fen, identity.left))) / 100,
        difference=Decimal(-identity.difference) / 100,
    )


def statement(identity: Identity, ledger: Ledger) -> str:
    """An identity with its figures in yuan, so that it can be followed with a pencil."""
    left, right = (
        " + ".join(_yuan(ledger.fen(key)) for key in keys if ledger.printed(key)) or "0.00"
        for keys in (identity.left, identity.right)
    )
    relation = "=" if identity.difference == 0 else ("≈" if identity.holds else "≠")
    return f"{left} {relation} {right}"


def describe(key: Key, ledger: Ledger) -> str:
    """The row of an amount as a person would name it."""
    record = ledger.record(key)
    return f"'{' '.join(filter(None, (record.code, record.item, record.basis)))}'"


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
