"""Who is accused: which of the figures that may be wrong surely are, and what there is to say of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.prove.culprits import Culprit, culprits
from pipeline.prove.identities import Identity, Key, Ledger
from pipeline.prove.missing_rows import MissingRow, missing_rows
from pipeline.prove.within import COLUMN


@dataclass(frozen=True)
class Blame:
    """What is to blame for the identities that fail.

    `accused` are surely wrong. `doubted` may be, with others that would do as well; of those `in_order`, the order of
    rows may be wrong instead. `missing` are rows that are not there. `kept` are the rules of sums, by
    table, that a table does keep to but for the accused, `told` those of which missing rows tell all that fails.
    """

    accused: tuple[Culprit, ...]
    doubted: tuple[Culprit, ...]
    in_order: tuple[Culprit, ...]
    missing: tuple[MissingRow, ...]
    kept: frozenset[tuple[str, str]]
    told: frozenset[tuple[str, str]]


def blame(found: Sequence[Identity], suspended: Sequence[Identity], ledger: Ledger, own: bool) -> Blame:
    """Judge who is to blame. `suspended` are the sums by rules that tables do not keep to as they were read."""
    known = [*found, *suspended]
    blamed = culprits(known, ledger)
    missing = [row for row in missing_rows(known, ledger) if not any(_explains(each, row) for each in blamed)]
    if missing:
        gone = {id(identity) for row in missing for identity in row.sums}
        blamed = culprits([identity for identity in known if id(identity) not in gone], ledger)
    whole = _that_explain_all(blamed, suspended, ledger)
    accused = [culprit for culprit in blamed if id(culprit) in whole or _is_accused(culprit, own)]
    of_no_rule = set(map(id, suspended))
    left = [culprit for culprit in blamed if culprit not in accused and _tells(culprit, of_no_rule)]
    return Blame(
        tuple(accused),
        tuple(culprit for culprit in left if not _is_of_an_order(culprit)),
        tuple(_first_of_each_table([culprit for culprit in left if _is_of_an_order(culprit)])),
        tuple(missing),
        frozenset(_kept(suspended, accused)),
        frozenset((row.table, identity.rule) for row in missing for identity in row.sums),
    )


def _explains(culprit: Culprit, missing: MissingRow) -> bool:
    """Whether a figure that is surely wrong explains all that a missing row would."""
    return culprit.sure and set(map(id, missing.sums)) <= set(map(id, culprit.explains))


def status(identities: Sequence[Identity], blamed: Blame) -> dict[Key, str]:
    """What the identities say of the amounts in them: the figure that is surely to blame is contradicted, with its
    copies.

    Where none is, those that may be to blame are in doubt, and what stands beside them in what fails and is proved by
    nothing else.
    """
    said: dict[Key, str] = {key: "proved" for identity in identities if identity.holds for key in identity.keys}
    for culprit in blamed.doubted:
        for key in (key for identity in culprit.explains for key in identity.keys):
            said.setdefault(key, "in_doubt")
        said.update((key, "in_doubt") for cells in culprit.candidates for key in cells)
    said.update((key, "contradicted") for culprit in blamed.accused for key in culprit.keys)
    return said


def _that_explain_all(blamed: Sequence[Culprit], suspended: Sequence[Identity], ledger: Ledger) -> set[int]:
    """The culprits that alone explain all that fails in a table, and more than one sum: no misunderstanding does."""
    failing: dict[str, set[int]] = defaultdict(set)
    for identity in suspended:
        if not identity.holds:
            failing[identity.keys[0][0]].add(id(identity))
    return {
        id(culprit)
        for culprit in blamed
        if culprit.sure
        and len(culprit.explains) > 1
        and not _is_doubted(culprit, ledger)
        and failing[culprit.key[0]]
        and failing[culprit.key[0]] <= set(map(id, culprit.explains))
    }


def _is_doubted(culprit: Culprit, ledger: Ledger) -> bool:
    """Whether any of what fails is a sum of rows whose order only the figures tell."""
    return any(identity.rule in ledger.tables[identity.keys[0][0]].doubted for identity in culprit.explains)


def _kept(suspended: Sequence[Identity], accused: Sequence[Culprit]) -> set[tuple[str, str]]:
    """The rules of sums that tables do keep to, but for slips that explain all that fails: table and rule."""
    explained = {id(identity) for culprit in accused for identity in culprit.explains}
    rules = {(identity.keys[0][0], identity.rule) for identity in suspended}
    return rules - {
        (identity.keys[0][0], identity.rule)
        for identity in suspended
        if not identity.holds and id(identity) not in explained
    }


def _tells(culprit: Culprit, suspended: Collection[int]) -> bool:
    """Whether there is anything to say of a culprit: not where all that fails is of rules that its table does not keep
    to anyway, nor where it is what only the figures told and would fail elsewhere if it were mended.
    """
    weak = all(identity.weak for identity in culprit.explains)
    return not weak or (bool(culprit.candidates) and any(id(i) not in suspended for i in culprit.explains))


def _is_accused(culprit: Culprit, own: bool) -> bool:
    """Whether a figure is surely wrong. One sum alone may be misunderstood in a document of no known way, and in any a
    row of one name may be another than the row of that name in another table.
    """
    strong = [identity for identity in culprit.explains if not identity.weak]
    alone = own and any(not identity.rule.startswith("between.") for identity in strong)
    return culprit.sure and bool(strong) and (alone or len(culprit.explains) > 1)


def _is_of_an_order(culprit: Culprit) -> bool:
    """Whether what fails are sums of rows whose order only the figures tell: that order may be wrong instead."""
    return all(identity.weak and identity.rule in COLUMN for identity in culprit.explains)


def _first_of_each_table(culprits: Sequence[Culprit]) -> list[Culprit]:
    """Of what fails of one order of rows the first: if that order is wrong, all of it is one misunderstanding."""
    found: dict[str, Culprit] = {}
    for culprit in culprits:
        found.setdefault(culprit.key[0], culprit)
    return list(found.values())
