"""What pictures tell of the cells of a document: which other values they give, and how much less than that read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import inf

from yusuan.pipeline.extract.amounts import NotANumber, parse
from yusuan.pipeline.prove.identities import Key, Ledger
from yusuan.pipeline.repair.forms import form_of
from yusuan.pipeline.repair.moves import Move
from yusuan.pipeline.repair.pictures import Pictures
from yusuan.schemas.vocabulary.around import UNITS


@dataclass(frozen=True)
class Weighed:
    """A move with the text that it puts into each cell, and how much less the pictures give to these, in nats."""

    move: Move
    texts: Mapping[Key, str]
    loss: float


class Told:
    """What the pictures tell of the cells of a ledger: which other values, printed as their table prints figures."""

    def __init__(self, ledger: Ledger, pictures: Pictures) -> None:
        self._ledger, self._pictures = ledger, pictures
        self._forms = {id_: form_of(table) for id_, table in ledger.tables.items()}
        self._known: dict[Key, dict[int, tuple[str, float]] | None] = {}

    def values(self, key: Key) -> Collection[int] | None:
        """The other values that the picture of a cell gives, in fen; None where no picture tells, or a blank or a zero
        stands there, which is never changed.
        """
        return self._of(key)

    def weigh(self, move: Move) -> Weighed:
        """How much less the pictures give to a move, at the cell where that is most.

        One that may not be made, because no picture tells, has no texts, and no loss: it may be right all the same.
        """
        texts: dict[Key, str] = {}
        loss = 0.0
        for key, fen in move.fen.items():
            known = self._of(key)
            if known is None:
                return Weighed(move, {}, 0.0)
            if fen != self._ledger.fen(key):
                texts[key], less = known.get(fen, ("", inf))
                loss = max(loss, less)
        return Weighed(move, texts, loss)

    def _of(self, key: Key) -> dict[int, tuple[str, float]] | None:
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: Key) -> dict[int, tuple[str, float]] | None:
        """The values that the picture of a cell gives, each with its text and how much less that is given."""
        printed = self._ledger.printed(key)
        reading = self._pictures.of(printed) if printed else None
        if printed is None or reading is None or not printed.amount.fen:
            return None
        worth = UNITS[self._ledger.tables[key[0]].unit]
        found: dict[int, tuple[str, float]] = {}
        for text, less in self._pictures.alternatives(reading).items():
            try:
                fen = parse([text], worth).fen
            except NotANumber:
                continue
            allowed = self._forms[key[0]].texts(fen, worth)
            if fen not in (0, printed.amount.fen) and text in allowed and less < found.get(fen, ("", inf))[1]:
                found[fen] = text, less
        return found
