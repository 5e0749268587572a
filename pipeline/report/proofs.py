"""The identities of a document, as data for its page: figures, and which amounts they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yusuan.pipeline.document.document import Document
from yusuan.pipeline.look.reread import keys_of
from yusuan.pipeline.prove.identities import Identity, Key, Ledger
from yusuan.pipeline.prove.said import row_title
from yusuan.schemas.views.names import Names, names


@dataclass(frozen=True)
class Proofs:
    """The identities of a document, and for each of its lines which of them it takes part in.

    An identity is rule, words, what it says (holds, near, doubt, fails), difference and tolerance in yuan, and its two
    sides; a figure of a side is the number of its line, or what is said of a cell that is blank.
    """

    identities: list[tuple[str, str, str, str, str, list[int | str], list[int | str]]]
    of_line: list[list[int]]
    titles: Mapping[str, str]
    """The titles of the tables as printed."""


def proofs(document: Document, lines: Sequence[Mapping[str, Any]], called: Names | None = None) -> Proofs | None:
    """The identities of a document that was read again; None where it is not what `lines` were read from."""
    if document.verdict is None or document.publication is None:
        return None
    found = keys_of(document, lines)
    known = [key for key in found if key is not None]
    if len(known) < len(found) or len(known) != len(document.items):
        return None
    verdict, ledger = document.verdict, document.verdict.ledger
    told = [(ledger.fen(key), verdict.status[key]) for key in known]
    if told != [(line["amount"] * 100, line["status"]) for line in lines]:
        return None
    called = called or names("zh")
    numbers = {key: number for number, key in enumerate(known)}
    of_line: list[list[int]] = [[] for _ in lines]
    identities = []
    for number, identity in enumerate(verdict.identities):
        for key in dict.fromkeys(identity.keys):
            if key in numbers:
                of_line[numbers[key]].append(number)
        left, right = (
            [_figure(key, numbers, ledger, called) for key in side] for side in (identity.left, identity.right)
        )
        difference, tolerance = (_yuan(fen) for fen in (identity.difference, identity.tolerance))
        words = identity.words.of(called.language)
        identities.append((identity.rule, words, _says(identity), difference, tolerance, left, right))
    titles: dict[str, str] = {}
    for extracted in document.tables:
        if extracted.title:
            titles.setdefault(extracted.table.published_id, extracted.title)
    return Proofs(identities, of_line, titles)


def _says(identity: Identity) -> str:
    if identity.holds:
        return "near" if identity.difference else "holds"
    return "fails" if identity.certain and not identity.weak else "doubt"


def _figure(key: Key, numbers: Mapping[Key, int], ledger: Ledger, called: Names) -> int | str:
    if key in numbers:
        return numbers[key]
    return f"{row_title(ledger.record(key)).of(called.language)} {called.measure(key[2])}".strip()


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}" if fen else ""
