"""The id of each line item, by which it stays the same when a PDF is extracted or published again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from yusuan.schemas.dataset.fields import ROW_NAMES

IDENTITY = ("entity", "entity_level", "fiscal_year", "stage", "table", "side", "code", "measure", "basis")
"""The columns that, with the item and its parents and all further names, make a line what it is."""
_own = itemgetter(*IDENTITY)
_as_json = json.JSONEncoder(ensure_ascii=False).encode


def line_ids(rows: Iterable[Mapping[str, Any]], twins: dict[str, int]) -> tuple[list[str], list[str]]:
    """The id of each row, and the id that it would have if no row before it was alike in all that ids are made of.

    Rows that are alike are numbered in their order. `twins` counts them: the id of the first → how many lines had it.
    """
    ids: list[str] = []
    firsts: list[str] = []
    for row in rows:
        named = [f"{column}={row[column]}" for column in ROW_NAMES if row.get(column)]
        identity = _as_json([*_own(row), row["lineage"], *named])
        first = _hash(identity)
        ordinal = twins[first] = twins.get(first, 0) + 1
        firsts.append(first)
        ids.append(first if ordinal == 1 else _hash(f"{identity}#{ordinal}"))
    return ids, firsts


def _hash(identity: str) -> str:
    return hashlib.sha256(identity.encode()).hexdigest()[:16]
