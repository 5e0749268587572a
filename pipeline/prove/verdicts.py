"""Identities of a document → the status of each amount, and one finding for each slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.records import ExtractedTable
from pipeline.findings import Finding
from pipeline.prove import between, within
from pipeline.prove.alike import LEAST, MOST, alike, only_here
from pipeline.prove.codes import check_codes
from pipeline.prove.culprits import Culprit, culprits
from pipeline.prove.identities import Identity, Key, Ledger, exact_where_shown
from pipeline.prove.missing_rows import missing_rows
from pipeline.prove.structure import gaps, have_totals
from pipeline.prove.within import COLUMN
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
    own_sums = [identity for extracted in tables for identity in within.identities(extracted, ledger)]
    found = [identity for identity in own_sums if not _is_unsummed(identity, ledger)]
    suspended = [identity for identity in own_sums if _is_unsummed(identity, ledger)]
    judged = [equality for equality in equalities if between.judged(equality, ledger, absent)]
    found += [identity for equality in judged for identity in between.identities(equality, ledger, absent)]
    found = exact_where_shown(found, ledger)
    found += _new(_supported([each for each in evidence if each not in equalities], ledger, absent), found)
    found += _new(alike(tables, ledger), found)
    of_no_rule = set(map(id, suspended))
    blamed = [culprit for culprit in culprits([*found, *suspended], ledger) if _tells(culprit, of_no_rule)]
    kept = _kept(suspended, [culprit for culprit in blamed if _is_accused(culprit, own)])
    found += [replace(identity, weak=False) for identity in suspended if (identity.keys[0][0], identity.rule) in kept]
    tables = [replace(t, unsummed=t.unsummed - {rule for of, rule in kept if of == t.table.id}) for t in tables]
    ledger = Ledger(tables)
    findings = [finding for finding, _ in missing_rows(blamed, ledger)]
    told = {id(culprit) for _, explained in missing_rows(blamed, ledger) for culprit in explained}
    told |= _others_of_an_order(blamed)
    findings += [
        _finding(culprit, ledger) if _is_accused(culprit, own) else _unclear(culprit, ledger, own)
        for culprit in blamed
        if id(culprit) not in told
    ]
    findings += [_apart(culprit, ledger) for culprit in culprits(found, ledger, apart=True)]
    total = have_totals(tables)
    findings += [f for each in tables for f in (*gaps(each, own, total), *check_codes(each, own))]
    findings += only_here(tables, ledger)
    findings += _other_names(judged, ledger, absent)
    findings += [
        _doubt(identity, ledger) for identity in found if not (identity.certain or identity.weak or identity.holds)
    ]
    not_judged = tuple(equality.rule for equality in equalities if equality not in judged)
    return Verdict(ledger, tuple(found), _status(found, blamed, tables, own), tuple(findings), not_judged)


def _supported(equalities: Sequence[Equality], ledger: Ledger, absent: frozenset[str]) -> list[Identity]:
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


def _is_unsummed(identity: Identity, ledger: Ledger) -> bool:
    return identity.rule in ledger.tables[identity.keys[0][0]].unsummed


def _kept(suspended: Sequence[Identity], accused: Sequence[Culprit]) -> set[tuple[str, str]]:
    """The rules of sums that tables do keep to, but for slips that explain all that fails: table and rule."""
    explained = {id(identity) for culprit in accused for identity in culprit.explains}
    rules = {(identity.keys[0][0], identity.rule) for identity in suspended}
    return rules - {
        (identity.keys[0][0], identity.rule)
        for identity in suspended
        if not identity.holds and id(identity) not in explained
    }


def _new(weak: Iterable[Identity], known: Sequence[Identity]) -> list[Identity]:
    """Identities of figures that no other relates in the same way."""
    said = {frozenset((identity.left, identity.right)) for identity in known}
    found: list[Identity] = []
    for identity in weak:
        sides = frozenset((identity.left, identity.right))
        if sides not in said:
            said.add(sides)
            found.append(identity)
    return found


def _tells(culprit: Culprit, suspended: Collection[int]) -> bool:
    """Whether there is anything to say of a culprit: not where all that fails is of rules that its table does not keep to
    anyway, nor where it is what only the figures told and would fail elsewhere if it were mended.
    """
    weak = all(identity.weak for identity in culprit.explains)
    return not weak or (bool(culprit.candidates) and any(id(i) not in suspended for i in culprit.explains))


def _is_unsummed(identity: Identity, ledger: Ledger) -> bool:
    return identity.rule in ledger.tables[identity.keys[0][0]].unsummed


def _kept(suspended: Sequence[Identity], accused: Sequence[Culprit]) -> set[tuple[str, str]]:
    """The rules of sums that tables do keep to, but for slips that explain all that fails: table and rule."""
    explained = {id(identity) for culprit in accused for identity in culprit.explains}
    rules = {(identity.keys[0][0], identity.rule) for identity in suspended}
    return rules - {
        (identity.keys[0][0], identity.rule)
        for identity in suspended
        if not identity.holds and id(identity) not in explained
    }


def _new(weak: Iterable[Identity], known: Sequence[Identity]) -> list[Identity]:
    """Identities of figures that no other relates in the same way."""
    said = {frozenset((identity.left, identity.right)) for identity in known}
    found: list[Identity] = []
    for identity in weak:
        sides = frozenset((identity.left, identity.right))
        if sides not in said:
            said.add(sides)
            found.append(identity)
    return found


def _says_nothing(culprit: Culprit) -> bool:
    """Whether all that fails is what only the figures told, and would fail elsewhere if it were mended."""
    return not culprit.candidates and all(identity.weak for identity in culprit.explains)


def _is_accused(culprit: Culprit, own: bool) -> bool:
    """Whether a figure is surely wrong. In a document of no known way one sum alone may be misunderstood."""
    strong = any(not identity.weak for identity in culprit.explains)
    return culprit.sure and strong and (own or len(culprit.explains) > 1)


def _is_of_an_order(culprit: Culprit) -> bool:
    """Whether what fails are sums of rows whose order only the figures tell: that order may be wrong instead."""
    return all(identity.weak and identity.rule in COLUMN for identity in culprit.explains)


def _others_of_an_order(blamed: Sequence[Culprit]) -> set[int]:
    """All but the first of what fails of one order of rows: if that is wrong, all of it is one misunderstanding."""
    seen: set[str] = set()
    found: set[int] = set()
    for culprit in filter(_is_of_an_order, blamed):
        if culprit.key[0] in seen:
            found.add(id(culprit))
        seen.add(culprit.key[0])
    return found


def _status(
    identities: Sequence[Identity], blamed: Sequence[Culprit], tables: Sequence[ExtractedTable], own: bool
) -> dict[Key, str]:
    """What the identities say of each amount: the figure that is surely to blame is contradicted, with its copies.

    Where none is, those that may be to blame are in doubt, and what stands beside them in what fails and is proved by
    nothing else.
    """
    said: dict[Key, str] = {key: "proved" for identity in identities if identity.holds for key in identity.keys}
    for culprit in blamed:
        if not _is_accused(culprit, own) and not _is_of_an_order(culprit):
            for key in (key for identity in culprit.explains for key in identity.keys):
                said.setdefault(key, "in_doubt")
            said.update((key, "in_doubt") for cells in culprit.candidates for key in cells)
    said.update((key, "contradicted") for culprit in blamed if _is_accused(culprit, own) for key in culprit.keys)
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
    more = len(culprit.explains) - 3
    reasons = "; ".join(dict.fromkeys(f"{identity.rule}: {identity.words}" for identity in culprit.explains[:3]))
    return Finding(
        rule=first.rule,
        message=(
            f"row {record.row_of(measure)} {describe(culprit.key, ledger)}: {measure} is "
            f"{_yuan(printed) if cell else 'blank'}, expected {_yuan(printed + culprit.change)} ({reasons}"
            f"{f'; {more} more' if more > 0 else ''}); {statement(first, ledger)}{_copies(culprit.keys[1:], ledger)}"
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


def _unclear(culprit: Culprit, ledger: Ledger, own: bool) -> Finding:
    """A sum that fails where no one figure is surely wrong: the identity, and how many figures may be.

    `own` tells that the identity is one that the document surely keeps to: else it may have been misunderstood.
    """
    found = _finding(culprit, ledger)
    first = next((identity for identity in culprit.explains if not identity.weak), culprit.explains[0])
    own = own and not first.weak
    several = len(culprit.candidates) or len(set(first.keys))
    which = f"one of {several} figures is wrong" if several > 1 else "its figure may be wrong"
    message = f"{first.words}; here {statement(first, ledger)}: {which}"
    if own:
        return replace(found, message=message, expected=None, difference=Decimal(first.difference) / 100)
    message = f"{first.rule}: {message}, or the table was misunderstood"
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
