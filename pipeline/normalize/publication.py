"""Whose publication a document is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Publication:
    """Whose document it is, of what kind and for which year; body and level are empty where nothing tells.

    `entity_from` and `year_from` say where that was found: pages, file name, folder or sources.csv. `government`: the
    budget or account is that of a whole government, a city's or a province's.
    """

    document_id: str
    fiscal_year: int
    stage: str
    entity: str
    entity_level: str
    entity_from: str = "pages"
    year_from: str = "pages"
    government: bool = False
