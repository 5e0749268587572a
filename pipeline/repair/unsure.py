"""Figures that are accused and may have been misread: no publisher is accused by an unclear picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.figures import figures
from yusuan.pipeline.prove.identities import Key
from yusuan.pipeline.prove.said import describe
from yusuan.pipeline.prove.verdicts import Verdict
from yusuan.pipeline.repair.moves import Moves
from yusuan.pipeline.repair.pictures import NEAR, Pictures
from yusuan.pipeline.repair.told import Told, Weighed
from yusuan.schemas.sentences import scans as say
from yusuan.schemas.sentences.names import measure_name, table_name

_FAILING = 400
"""Where more identities fail, nothing is said of each."""
_FEW_SIGNS = 2
_OF_NAMES = frozenset({"row.code", "row.no_parent", "row.no_finer", "row.other_name", "row.repeated_total"})
"""What is said of publishers' codes and names."""

_Place = tuple[str, int | None, str, int | None]


def not_accused(verdict: Verdict, pictures: Pictures, unsure: Collection[tuple[str, int]]) -> Verdict:
    """The verdict without accusations of what would hold if one figure were read otherwise, as its picture allows, of
    rows that are `unsure`, and of codes and names that were read from pictures.

    They are said as doubts, and what was contradicted by them is in doubt.
    """
    ledger = verdict.ledger
    told = Told(ledger, pictures)
    moves = Moves(verdict.identities, ledger, told.values)
    # Where so much fails, nobody can look at all that pictures allow.
    many = len(moves.failing) > _FAILING
    weighed = (told.weigh(move) for move in (() if many else moves.all(least=1)))
    possible = sorted((each for each in weighed if each.texts and each.loss <= NEAR), key=lambda each: each.loss)
    failing: dict[Key, set[int]] = defaultdict(set)
    for number in moves.failing:
        for key in verdict.identities[number].keys:
            failing[key].add(number)
    keys = _places(verdict)
    same = figures(verdict.identities, ledger)
    findings: list[Finding] = []
    doubted: set[Key] = set()
    for finding in verdict.findings:
        at = keys.get((finding.table, finding.row, finding.measure, finding.page))
        accused = at is not None and finding.cause == "publisher" and finding.difference is not None
        other = _that_mends(failing[at], possible) if at is not None and accused else None
        if at is not None and other is not None:
            findings.append(_unsure(finding, other, verdict))
            doubted.update(*(same.get(cell, (cell,)) for cell in (at, *other.texts)))
        elif at is not None and accused and (at[:2] in unsure or (many and finding.page in pictures.pages)):
            findings.append(replace(finding, rule="amount.unsure", said=say.ROW_UNSURE.of(said=finding.said)))
            doubted.update(same.get(at, (at,)))
        elif at is not None and accused and finding.page in pictures.pages and _may_be_dirt(finding):
            findings.append(replace(finding, rule="amount.unsure", said=say.DIRT.of(said=finding.said)))
            doubted.update(same.get(at, (at,)))
        elif finding.page in pictures.pages and finding.rule in _OF_NAMES:
            findings.append(replace(finding, rule="name.unsure", said=say.ROW_UNSURE.of(said=finding.said)))
        else:
            findings.append(finding)
    status = {
        key: "in_doubt" if said == "contradicted" and key in doubted else said for key, said in verdict.status.items()
    }
    return replace(verdict, findings=tuple(findings), status=status)


def _may_be_dirt(finding: Finding) -> bool:
    """Whether a figure where nothing should stand has so few signs that it may be a stroke of something else."""
    return finding.expected == 0 and len(finding.printed) <= _FEW_SIGNS


def _that_mends(failing: set[int], possible: Sequence[Weighed]) -> Weighed | None:
    """The likeliest other reading with which something holds that fails of a figure; None unless there is one for all
    of that: what is left may be the publisher's.
    """
    mending = [each for each in possible if not failing.isdisjoint(each.move.mends)]
    return mending[0] if mending and failing <= frozenset().union(*(each.move.mends for each in mending)) else None


def _places(verdict: Verdict) -> dict[_Place, Key]:
    found: dict[_Place, Key] = {}
    for key in verdict.status:
        record = verdict.ledger.record(key)
        found.setdefault((key[0], record.row_of(key[2]), key[2], record.page_of(key[2])), key)
    return found


def _unsure(finding: Finding, other: Weighed, verdict: Verdict) -> Finding:
    key, text = next(iter(other.texts.items()))
    printed = verdict.ledger.printed(key)
    assert printed is not None
    said = say.UNSURE.of(
        said=finding.said,
        table=table_name(key[0].partition("#")[0]),
        row=verdict.ledger.record(key).row_of(key[2]),
        name=describe(key, verdict.ledger),
        measure=measure_name(key[2], key[0]),
        read_as=printed.amount.printed,
        other=text,
    )
    return replace(finding, rule="amount.unsure", said=said)
