"""Identities of a document → the status of each amount, and one finding for each slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yusuan.brief import brief
from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove import between, within
from yusuan.pipeline.prove.alike import alike, only_here
from yusuan.pipeline.prove.blame import blame, status
from yusuan.pipeline.prove.codes import check_codes
from yusuan.pipeline.prove.culprits import Culprit, culprits
from yusuan.pipeline.prove.identities import Identity, Key, Ledger, exact_where_shown
from yusuan.pipeline.prove.missing_rows import finding
from yusuan.pipeline.prove.said import accusation, differs, doubt_of, other_names, rounded_apart
from yusuan.pipeline.prove.structure import gaps, have_totals, parted_codes
from yusuan.pipeline.prove.support import new, supported, without_counterpart
from yusuan.pipeline.prove.turned_rows import finding as turned_finding
from yusuan.schemas.tables.declaration import Equality


@dataclass(frozen=True)
class Verdict:
    """What the identities of a document say.

    `status` has every printed amount: proved, contradicted, in_doubt or unproved. `identities` are those that
    could be judged, `not_judged` the rules between tables of which a table or column was not read;
    `told` are rules of sums, by table, of which findings on rows or figures say why they fail.
    """

    ledger: Ledger
    identities: tuple[Identity, ...]
    status: dict[Key, str]
    findings: tuple[Finding, ...]
    not_judged: tuple[str, ...]
    told: frozenset[tuple[str, str]] = frozenset()
    asked: bool = False
    """Whether anything fails, so that what the prose says may tell who is to blame."""

    def __repr__(self) -> str:
        return brief(self)

    def of(self, key: Key) -> list[Identity]:
        """The identities that an amount takes part in."""
        return [identity for identity in self.identities if key in identity.keys]


def judge(
    tables: Sequence[ExtractedTable],
    equalities: Sequence[Equality],
    absent: frozenset[str] = frozenset(),
    evidence: Sequence[Equality] = (),
    own: bool = True,
    said: Sequence[Identity] = (),
    sums: Sequence[Identity] | None = None,
) -> Verdict:
    """Judge every amount of a document by the identities within its tables and the `equalities` between them.

    `absent` are the ids of tables that a document of its year does not have. `evidence` are identities that may hold:
    where they do, they prove; where nearly all between two tables do, the others are a hint. `own` tells that the
    document surely follows the way of the equalities: then a sum that fails is an error, even where no one figure is
    surely to blame. `said` is what the prose says of figures, which helps to tell who is to blame. `sums` are the
    identities within the tables, where they are known.
    """
    ledger = Ledger(tables)
    if sums is None:
        sums = [identity for extracted in tables for identity in within.identities(extracted, ledger)]
    found = [identity for identity in sums if not _is_unsummed(identity, ledger)]
    suspended = [identity for identity in sums if _is_unsummed(identity, ledger)]
    judged = [equality for equality in equalities if between.judged(equality, ledger, absent)]
    found += [identity for equality in judged for identity in between.identities(equality, ledger, absent)]
    found, lacking = without_counterpart(exact_where_shown(found, ledger), ledger)
    found += new(supported([each for each in evidence if each not in equalities], ledger, absent), found)
    found += new(alike(tables, ledger), found)
    found += within.of_blanks(found, ledger)
    blamed = blame(found, suspended, ledger, own, said)
    found += [replace(i, weak=False) for i in suspended if (i.keys[0][0], i.rule) in blamed.kept]
    tables = [replace(t, unsummed=t.unsummed - {rule for of, rule in blamed.kept if of == t.table.id}) for t in tables]
    ledger = Ledger(tables)
    findings = [finding(row, ledger) for row in blamed.missing]
    findings += [turned_finding(row, ledger) for row in blamed.turned]
    if any(table.rows_lost for table in tables):
        lacking = []  # a row that is not found may be one of those
    findings += lacking
    findings += [*(accusation(culprit, ledger) for culprit in blamed.accused)]
    doubted = (*blamed.doubted, *blamed.in_order)
    findings += [doubt_of(culprit, ledger, own and not _fails_throughout(culprit, found)) for culprit in doubted]
    findings += [doubt_of(culprit, ledger, own=False) for culprit in blamed.rows]
    findings += [rounded_apart(culprit, ledger) for culprit in culprits(found, ledger, apart=True)]
    total, parted = have_totals(tables), parted_codes(tables)
    whole = [table for table in tables if not table.rows_lost]
    findings += [f for each in whole for f in gaps(each, own, total, parted)]
    findings += [f for each in tables for f in check_codes(each, own)]
    said_alone = {(found.table, found.row) for found in lacking}
    findings += [found for found in only_here(whole, ledger) if (found.table, found.row) not in said_alone]
    findings += other_names(judged, ledger, absent)
    findings += [differs(i, ledger) for i in found if not (i.certain or i.weak or i.holds)]
    not_judged = tuple(equality.rule for equality in equalities if equality not in judged)
    told = status(found, blamed, ledger, own)
    of_each = {
        (key := (extracted.table.id, index, measure)): _of_row(record, told.get(key, "unproved"))
        for extracted in tables
        for index, record in enumerate(extracted.records)
        for measure in record.amounts
    }
    asked = any(identity.certain and not identity.holds for identity in (*found, *suspended))
    return Verdict(ledger, tuple(found), of_each, tuple(findings), not_judged, blamed.told, asked)


def _of_row(record: Record, said: str) -> str:
    """The status of an amount: what proves it does not prove whose it is where it is not sure what its row is."""
    return "unproved" if record.unsure and said == "proved" else said


def _fails_throughout(culprit: Culprit, found: Sequence[Identity]) -> bool:
    """Whether a grand total is not that of the rows in any of several columns: a level of theirs may not be known."""
    first = culprit.explains[0]
    if first.rule != "grand_total":
        return False
    alike = [each for each in found if (each.rule, each.keys[0][0]) == (first.rule, first.keys[0][0])]
    return len(alike) > 1 and not any(each.holds for each in alike)


def _is_unsummed(identity: Identity, ledger: Ledger) -> bool:
    return identity.rule in ledger.tables[identity.keys[0][0]].unsummed
