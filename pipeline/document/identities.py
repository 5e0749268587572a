"""The identities of a document, apart from what it was read into: kept beside its rows, so that who shows them need not
read it again.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from yusuan.brief import brief
from yusuan.pipeline.document.keys import keys_at, place
from yusuan.pipeline.prove.said import row_title

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.prove.identities import Identity, Key, Ledger
    from yusuan.schemas.sentences.said import Said

    Line = Mapping[str, Any]
    """A row of line_items."""
    Blank = tuple[Said, str]
    """A cell that is blank: what its row is called, and its measure."""
    Side = tuple[int | Blank, ...]
    """One side of an identity: numbers of lines, and blank cells."""


class Told(NamedTuple):
    """An identity: whether it holds, is near, in doubt or fails; difference and tolerance in fen."""

    rule: str
    words: Said
    says: str
    difference: int
    tolerance: int
    left: Side
    right: Side


@dataclass(frozen=True)
class Identities:
    """The identities among the lines that a document was read into.

    `lines` is a hash of those lines: of others nothing is told. `titles` are those of the tables as printed.
    """

    lines: str
    told: Sequence[Told]
    titles: Mapping[str, str]

    def __repr__(self) -> str:
        return brief(self)

    def packed(self) -> bytes:
        """What `unpacked` makes these of again, in a few bytes for each."""
        plain = self.lines, [tuple(each) for each in self.told], dict(self.titles)
        return zlib.compress(pickle.dumps(plain, pickle.HIGHEST_PROTOCOL), 1)


def unpacked(plain: Any) -> Identities:
    """Identities as they were packed. Raises TypeError or ValueError for anything else."""
    lines, told, titles = plain
    return Identities(lines, [Told(*each) for each in told], titles)


def lines_hash(lines: Sequence[Line]) -> str:
    """Something that changes with the place, the amount or the status of any line, and with their order."""
    return _hash(lines, map(place, lines))


def _hash(lines: Sequence[Line], places: Iterable[tuple[str, ...]]) -> str:
    said = [
        "\t".join((*here, str(int(line["amount"] * 100)), line["status"]))
        for line, here in zip(lines, places, strict=True)
    ]
    return hashlib.sha256("\n".join(said).encode("utf-8", "backslashreplace")).hexdigest()


def identities_of(document: Document, lines: Sequence[Line]) -> Identities | None:
    """The identities among `lines`; None where a document that is read is not what they were read from."""
    if document.verdict is None or document.publication is None:
        return None
    places = list(map(place, lines))
    found = keys_at(document, places)
    known = [key for key in found if key is not None]
    if len(known) < len(found) or len(known) != len(document.items):
        return None
    verdict, ledger = document.verdict, document.verdict.ledger
    if [(ledger.fen(key), verdict.status[key]) for key in known] != [
        (line["amount"] * 100, line["status"]) for line in lines
    ]:
        return None
    numbers = {key: number for number, key in enumerate(known)}
    told = [_told(identity, numbers, ledger) for identity in verdict.identities]
    titles: dict[str, str] = {}
    for extracted in document.tables:
        if extracted.title:
            titles.setdefault(extracted.table.published_id, extracted.title)
    return Identities(_hash(lines, places), told, titles)


def _told(identity: Identity, numbers: Mapping[Key, int], ledger: Ledger) -> Told:
    left, right = (
        tuple(numbers[key] if key in numbers else (row_title(ledger.record(key)), key[2]) for key in side)
        for side in (identity.left, identity.right)
    )
    says = _says(identity)
    return Told(identity.rule, identity.words, says, identity.difference, identity.tolerance, left, right)


def _says(identity: Identity) -> str:
    if identity.holds:
        return "near" if identity.difference else "holds"
    return "fails" if identity.certain and not identity.weak else "doubt"
