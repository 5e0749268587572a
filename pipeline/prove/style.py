"""Which way of relating its tables a document follows: the one whose identities hold in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yusuan.brief import brief
from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.prove import between
from yusuan.pipeline.prove.culprits import culprits
from yusuan.pipeline.prove.identities import Identity, Ledger
from yusuan.pipeline.prove.structure import have_no_totals
from yusuan.schemas.identities.styles import STYLES, Style
from yusuan.schemas.tables.declaration import Stage

MOST = 8
"""The identities of a way are a document's own where so many of them hold for one that fails."""
_LEAST = 5
"""Fewer identities may hold by chance."""
_SOME = 3
"""Of a way for which so many identities hold for one that fails it is said what fails."""
_NEARLY = 5
"""A document is of a way if it has all but one of so many of its tables."""


class Followed(NamedTuple):
    """The likeliest way of a document. `own` tells that it surely is: then what fails is an error, and accuses.

    `failed` are the identities that do not hold of a way that is nearly followed, by their rules.
    """

    style: Style
    own: bool
    failed: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return brief(self)


def followed(tables: Sequence[ExtractedTable], sums: Sequence[Identity], stage: Stage, year: int) -> Followed:
    """The way that a document of a kind and a year follows, by its tables; `sums` are the identities within these."""
    ledger = Ledger(tables)
    here = {extracted.table.published_id for extracted in tables}
    tried: list[tuple[int, int, int, Style]] = []
    for style in STYLES:
        if style.stage == stage:
            held, wrong = _judged(style, ledger, year)
            slip = 0 < len(wrong) <= held and _is_one_slip(style, sums, ledger, year)
            tried.append((held - (0 if slip else MOST * len(wrong)), held, 0 if slip else len(wrong), style))
    _, held, failed, style = max(tried, key=lambda each: each[:2])
    # Every way has totals: lists that print none are of a form of their own, whose words are not known either.
    own = _has_tables(style, here, year) and held >= _LEAST and failed * MOST <= held and not have_no_totals(tables)
    return Followed(style, own, () if own else _nearly(ledger, here, stage, year))


def _has_tables(style: Style, here: set[str], year: int) -> bool:
    asked = {table.id for table in style} - style.absent(year)
    return len(asked & here) * _NEARLY >= len(asked) * (_NEARLY - 1)


def _nearly(ledger: Ledger, here: set[str], stage: Stage, year: int) -> tuple[str, ...]:
    """What fails of the way that has most identities that hold, where these are many more than those that do not."""
    judged = [
        _judged(style, ledger, year) for style in STYLES if style.stage == stage and _has_tables(style, here, year)
    ]
    held, wrong = max(judged, key=lambda each: each[0], default=(0, []))
    return tuple(wrong) if held >= _LEAST and held >= _SOME * len(wrong) else ()


def _is_one_slip(style: Style, sums: Sequence[Identity], ledger: Ledger, year: int) -> bool:
    """Whether one figure is surely wrong and explains all that fails of a way, and one of the `sums` within its table
    too: that a document relates its tables otherwise breaks none.
    """
    absent = style.absent(year)
    own = [
        identity
        for equality in style.equalities
        if equality.certain and between.judged(equality, ledger, absent)
        for identity in between.identities(equality, ledger, absent)
    ]
    failing = {id(identity) for identity in own if identity.certain and not identity.holds}
    blamed = culprits([*sums, *own], ledger)
    of_tables = set(map(id, sums))
    return any(
        culprit.sure
        and failing <= set(map(id, culprit.explains))
        and any(id(identity) in of_tables for identity in culprit.explains)
        for culprit in blamed
    )


def _judged(style: Style, ledger: Ledger, year: int) -> tuple[int, list[str]]:
    """How many identities of a way hold wherever a document can be judged by them, and which do not; those of zeros say
    nothing.
    """
    absent = style.absent(year)
    holds: dict[str, bool] = {}
    for equality in style.equalities:
        if not equality.certain or not between.judged(equality, ledger, absent):
            continue
        for identity in between.identities(equality, ledger, absent):
            if any(map(ledger.fen, identity.keys)):
                holds[equality.rule] = holds.get(equality.rule, True) and identity.holds
    return sum(holds.values()), [rule for rule, held in holds.items() if not held]
