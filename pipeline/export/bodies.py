"""The documents of a dataset by the bodies that they are of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from yusuan.pipeline.load.folder import Loaded
from yusuan.schemas.dataset.fields import DOCUMENTS


@dataclass(frozen=True)
class Document:
    """A row of documents, and how many documents with figures its body has of this year and kind."""

    row: dict[str, Any]
    versions: int

    @property
    def id(self) -> str:
        """The document_id."""
        return str(self.row["document_id"])

    @property
    def year(self) -> int | None:
        """The year that it is for."""
        year: int | None = self.row["fiscal_year"]
        return year

    @property
    def counts(self) -> bool:
        """Whether it may have figures: it is not refused, and no text whose tables are in another file."""
        return _counts(self.row)

    @property
    def series(self) -> tuple[object, ...]:
        """What is the same in the documents of one body that are compared from year to year."""
        return (self.row["entity"] or self.id, self.row["entity_level"], self.row["stage"])


def by_body(loaded: Loaded) -> list[Document]:
    """All documents, those of one body together, its budgets before its final accounts, each by year."""
    rows = loaded[DOCUMENTS.name].to_pylist()
    times = Counter(_of_year(row) for row in rows if _counts(row))
    found = [Document(row, times[_of_year(row)]) for row in rows]
    return sorted(found, key=lambda document: _order(document.row))


def year_before(documents: list[Document]) -> dict[str, str]:
    """Document → that of the same body, level and kind for the year before, where there is one and no more."""
    single = {
        (*document.series, document.year): document.id
        for document in documents
        if document.counts and document.versions == 1 and document.year
    }
    return {id_: before for key, id_ in single.items() if (before := single.get((*key[:-1], int(str(key[-1])) - 1)))}


def _counts(row: dict[str, Any]) -> bool:
    return row["status"] != "quarantined" and (row["other_document"] is None or row["tables"] > 0)


def _of_year(row: dict[str, Any]) -> tuple[object, ...]:
    return (row["entity"] or row["document_id"], row["entity_level"], row["stage"], row["fiscal_year"])


def _order(row: dict[str, Any]) -> tuple[object, ...]:
    entity, level, stage = (row[name] or "" for name in ("entity", "entity_level", "stage"))
    return (not entity, entity, level, stage, row["fiscal_year"] or 0, row["document_id"])
