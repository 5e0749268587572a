"""Repair by proof: a figure that was misread is put right where sums and the picture agree on what it is.

A figure is changed only where at least two failing identities are mended and none is broken, where the picture gives
the new text a likelihood near that of the old one in every cell, where nothing else would mend as well with a picture
that allows it, and never to or from a blank or a zero. An error in print has a clear picture, so that it stays as it
is printed. What was changed is proved again, until nothing more can be put right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from yusuan.pipeline.extract.amounts import NotANumber, parse
from yusuan.pipeline.extract.records import ExtractedTable, PrintedAmount
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.proof import Proof, prove
from yusuan.pipeline.prove.said import at_cell, describe
from yusuan.pipeline.repair.moves import Moves
from yusuan.pipeline.repair.pictures import NEAR, Pictures, Place, changed, place
from yusuan.pipeline.repair.told import Told, Weighed
from yusuan.schemas.sentences import scans as say
from yusuan.schemas.sentences.names import measure_name
from yusuan.schemas.sentences.said import Said, joined
from yusuan.schemas.tables.declaration import Stage
from yusuan.schemas.vocabulary.around import UNITS

_ROUNDS = 20
_FAILING = 400
"""Where more identities fail, the tables were not understood, and nothing is put right by them."""
_SHOWN = 3


@dataclass
class Repaired:
    """The tables with what was put right, the proof of them, and a finding for each cell that was changed."""

    tables: tuple[ExtractedTable, ...]
    proof: Proof
    findings: list[Finding] = field(default_factory=list)


def repair(tables: Sequence[ExtractedTable], pictures: Pictures, stage: Stage, year: int) -> Repaired:
    """Judge the `tables` of a document of a kind and a year, and put right what can be put right in them.

    Raises Refusal where sums fail all over even then.
    """
    done = Repaired(tuple(tables), prove(tables, stage, year, may_be_misread=True))
    for _ in range(_ROUNDS):
        found, moves = _chosen(done.proof, pictures)
        if not found:
            break
        ledger = done.proof.verdict.ledger
        texts = {_place(key, ledger): text for each in found for key, text in each.texts.items()}
        mended = tuple(changed(done.tables, partial(_put, texts=texts)))
        again = prove(mended, stage, year, may_be_misread=True)
        if _failing(again) >= _failing(done.proof):
            break
        said = [
            _finding(key, text, moves.mended(each.move), ledger) for each in found for key, text in each.texts.items()
        ]
        done = Repaired(mended, again, [*done.findings, *said])
    if done.proof.refusal:
        raise done.proof.refusal
    return done


def _failing(proof: Proof) -> int:
    return sum(identity.certain and not identity.holds for identity in proof.verdict.identities)


def _chosen(proof: Proof, pictures: Pictures) -> tuple[list[Weighed], Moves]:
    """What is to be changed: moves without a rival, those that mend most first, of which no two touch one identity."""
    ledger = proof.verdict.ledger
    told = Told(ledger, pictures)
    moves = Moves(proof.verdict.identities, ledger, told.values)
    if not moves.failing or len(moves.failing) > _FAILING:
        return [], moves
    weighed = [told.weigh(move) for move in moves.all()]
    weighed.sort(key=lambda each: (-len(each.move.mends), each.loss, sorted(each.move.fen.items())))
    found: list[Weighed] = []
    taken: set[int] = set()
    for each in weighed:
        if each.texts and each.loss <= NEAR and taken.isdisjoint(each.move.mends) and not _has_rival(each, weighed):
            found.append(each)
            taken |= each.move.mends
    return found, moves


def _has_rival(each: Weighed, weighed: Sequence[Weighed]) -> bool:
    """Whether anything else mends as much, and its picture allows it. Of cells without a picture nobody knows that."""
    return any(
        len(other.move.mends) >= len(each.move.mends)
        and not other.move.mends.isdisjoint(each.move.mends)
        and other.loss < each.loss + NEAR
        for other in weighed
        if other is not each and not other.move.is_of(each.move)
    )


def _place(key: Key, ledger: Ledger) -> Place:
    printed = ledger.printed(key)
    assert printed is not None
    return place(printed)


def _put(table: ExtractedTable, printed: PrintedAmount, texts: Mapping[Place, str]) -> PrintedAmount:
    text = texts.get(place(printed))
    if text is None:
        return printed
    first = printed.read_as or printed.amount.printed
    try:
        amount = parse([text], UNITS[table.unit])
    except NotANumber:  # too large a one
        return printed
    return replace(printed, amount=amount, read="ocr_repaired", read_as=first)


def _finding(key: Key, text: str, mended: Sequence[Identity], ledger: Ledger) -> Finding:
    printed = ledger.printed(key)
    assert printed is not None
    reasons = dict.fromkeys(Said(f"{identity.rule}: ", "") + identity.words for identity in mended)
    said = say.REPAIRED.of(
        row=ledger.record(key).row_of(key[2]),
        name=describe(key, ledger),
        measure=measure_name(key[2], key[0]),
        read_as=printed.read_as or printed.amount.printed,
        now=text,
        count=len(mended),
        reasons=joined(list(reasons)[:_SHOWN], "; ", "；"),
    )
    return replace(at_cell(key, ledger, "amount.repaired", said), printed=text)
