"""All that arithmetic says of the tables of one document: how rows are read, which way it follows, who is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yusuan.brief import brief
from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.messages.findings import Finding, Refusal
from yusuan.pipeline.prove.by_names import known_names
from yusuan.pipeline.prove.identities import Identity
from yusuan.pipeline.prove.readings import indents, settled, unclear
from yusuan.pipeline.prove.style import followed
from yusuan.pipeline.prove.untrusted import refuse_if_nothing_adds_up
from yusuan.pipeline.prove.verdicts import Verdict, judge
from yusuan.schemas.identities.styles import Style, evidence
from yusuan.schemas.sentences import sums
from yusuan.schemas.sentences.names import identity_name
from yusuan.schemas.sentences.said import NOTHING, joined
from yusuan.schemas.tables.declaration import Stage

_SHOWN = 5

Said = Callable[[Sequence[ExtractedTable], Style, bool, frozenset[str]], Sequence[Identity]]
"""What the prose says of the figures of tables, of a way that the document surely follows or does not, without tables
that it need not have.
"""


@dataclass(frozen=True)
class Proof:
    """The tables under the readings that their sums hold by, and the verdict on every amount in them.

    `own` tells that the document surely follows `style`, so that a failing identity of it is an error. `absent` are the
    tables that a document of its year need not have. `unsettled` are findings on sums that no reading keeps to.
    `refusal` is why the document is not to be trusted as a whole, if its figures stay as they are.
    """

    tables: tuple[ExtractedTable, ...]
    style: Style
    own: bool
    absent: frozenset[str]
    verdict: Verdict
    unsettled: tuple[Finding, ...]
    refusal: Refusal | None = None

    def __repr__(self) -> str:
        return brief(self)


def prove(
    tables: Sequence[ExtractedTable], stage: Stage, year: int, said: Said | None = None, may_be_misread: bool = False
) -> Proof:
    """Judge the `tables` of a document of a kind and a year, as they were extracted. `said` is asked where sums fail:
    what the prose says of the figures of tables, once it is known how they are read.

    Raises Refusal where sums fail all over; where figures `may_be_misread`, the proof has it.
    """
    known = known_names(tables)
    indented = indents(tables)
    readings = [settled(extracted, known, indented) for extracted in tables]
    refusal = None
    try:
        refuse_if_nothing_adds_up(readings)
    except Refusal as refused:
        if not may_be_misread:
            raise
        refusal = refused
    read = tuple(reading.table for reading in readings)
    within = [identity for reading in readings for identity in reading.identities]
    style, own, failed = followed(read, within, stage, year)
    absent = style.absent(year)
    equalities = style.equalities if own else ()
    verdict = judge(read, equalities, absent, evidence(stage), own, sums=within)
    if verdict.asked and said is not None and (figures := said(read, style, own, absent)):
        verdict = judge(read, equalities, absent, evidence(stage), own, figures, within)
    final = tuple(verdict.ledger.tables.values())
    unsettled = tuple(finding for each in zip(readings, final, strict=True) for finding in unclear(*each, verdict.told))
    if failed:
        unsettled = (*unsettled, _nearly_kept(failed))
    return Proof(final, style, own, absent, verdict, unsettled, refusal)


def _nearly_kept(failed: Sequence[str]) -> Finding:
    rules = joined(map(identity_name, failed[:_SHOWN]), zh="；")
    rules += sums.AND_OTHERS if len(failed) > _SHOWN else NOTHING
    return Finding("identity.not_kept", sums.NOT_KEPT.of(count=len(failed), rules=rules))
