"""Which way of relating its tables a document follows: the one whose identities hold in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.records import ExtractedTable
from pipeline.prove import between
from pipeline.prove.identities import Ledger
from schemas.identities.styles import STYLES, Style
from schemas.tables.declaration import Stage

MOST = 8
"""The identities of a way are a document's own where so many of them hold for one that fails."""
_LEAST = 5
"""Fewer identities may hold by chance."""
_NEARLY = 5
"""A document is of a way if it has all but one of so many of its tables."""


class Followed(NamedTuple):
    """The likeliest way of a document. `own` tells that it surely is: then what fails is an error, and accuses."""

    style: Style
    own: bool


def followed(tables: Sequence[ExtractedTable], stage: Stage, year: int) -> Followed:
    """The way that a document of a kind and a year follows, by its tables."""
    ledger = Ledger(tables)
    here = {extracted.table.published_id for extracted in tables}
    tried = [(_score(style, ledger, year), style) for style in STYLES if style.stage == stage]
    (held, failed), style = max(tried, key=lambda each: (each[0][0] - MOST * each[0][1], each[0][0]))
    asked = {table.id for table in style} - style.absent(year)
    found = len(asked & here) * _NEARLY >= len(asked) * (_NEARLY - 1)
    return Followed(style, found and held >= _LEAST and failed * MOST <= held)


def _score(style: Style, ledger: Ledger, year: int) -> tuple[int, int]:
    """How many identities of a way hold wherever a document can be judged by them, and how many do not; those of zeros
    say nothing.
    """
    absent = style.absent(year)
    holds: dict[str, bool] = {}
    for equality in style.equalities:
        if not equality.certain or not between.judged(equality, ledger, absent):
            continue
        for identity in between.identities(equality, ledger, absent):
            if any(map(ledger.fen, identity.keys)):
                holds[equality.rule] = holds.get(equality.rule, True) and identity.holds
    held = sum(holds.values())
    return held, len(holds) - held
