"""The figures that documents are compared by, as data files: a page loads those of the documents that are chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yusuan.pipeline.report.gathered import Known
from yusuan.pipeline.report.money import Series, Told
from yusuan.pipeline.report.search import STATUSES
from yusuan.pipeline.report.shards import plain, script, shards

SHARD = 50
"""Figures of so many documents stand in a shard: about 150 KB."""


def documents(known: Sequence[Known]) -> tuple[str, bytes]:
    """The data file `documents`, of all pages: what each document is, and which years and bases it has figures of.

    A period that ends in `-` has figures of the prose only.
    """
    rows = []
    for each in known:
        document = each.document
        periods = [
            f"{series.year}{series.basis[0]}{'-' if _prose(series) else ''}"
            for series in each.series
            if not series.empty
        ]
        rows.append(
            [
                *(document["document_id"], document["entity"] or "", document["fiscal_year"] or 0),
                *((document["stage"] or "")[:1], (document["entity_level"] or "")[:1], each.folder),
                *(document["status"][:1], ",".join(periods)),
            ]
        )
    return script("documents", rows)


def _prose(series: Series) -> bool:
    rest = series.functions, series.economic, series.public, series.uses
    return not any(rest) and all(told.prose for told in series.totals.values())


def figures(known: Sequence[Known], classes: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The data files `figures-N`, by the numbers of documents; `classes` are the names of codes."""
    codes = {name: code for code, name in classes.items()}
    yield from shards("figures", [[_series(each, codes, classes) for each in own.series] for own in known], SHARD)


def _series(series: Series, codes: Mapping[str, str], classes: Mapping[str, str]) -> dict[str, Any]:
    return {
        "period": f"{series.year}{series.basis[0]}",
        "total": {side: _told(told) for side, told in series.totals.items()},
        "function": [_told(told, told.code or codes.get(told.name, "")) for told in series.functions],
        "account": [_told(told, name=told.name or classes.get(told.code, told.code)) for told in series.economic],
        "public": {measure: _told(told) for measure, told in series.public.items()},
        "use": {measure: _told(told) for measure, told in series.uses.items()},
    }


def _told(told: Told, code: str = "", name: str = "") -> list[Any]:
    """Amount, place, status, name, code, and of how many lines it is the sum."""
    return [
        *(plain(told.amount), told.place, STATUSES.index(told.status), name or told.name),
        *(code or told.code, told.summed),
    ]
