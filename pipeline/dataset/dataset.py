"""Many documents → the dataset: its files as DataFrames, in their fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from yusuan.pipeline.across.links import links
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.halves import join
from yusuan.pipeline.normalize.line_items import with_ids
from yusuan.schemas.dataset.fields import DOCUMENTS, FINDINGS, LINE_ITEMS, OTHER_ITEMS, PERFORMANCE_TARGETS, STATEMENTS
from yusuan.schemas.dataset.frames import PANDAS_TYPES, resource_schema
from yusuan.schemas.dataset.resource import Resource

if int(pd.__version__.partition(".")[0]) < 3:  # which writes the text None into empty cells
    raise ImportError(f"found pandas {pd.__version__}; expected 3 or later, as pip install yusuan gives it")

_LINES_AT_ONCE = 3000
"""How many rows of its files a piece of a dataset has at most, about, unless one document has more."""

_Compared = dict[str, tuple[int, int]]
"""Document id → how many of its figures were compared with another document's, and how many agree."""


@dataclass(frozen=True)
class Dataset:
    """The dataset of shared fields: one DataFrame per file, columns and order as written."""

    documents: pd.DataFrame
    line_items: pd.DataFrame
    findings: pd.DataFrame
    statements: pd.DataFrame
    other_items: pd.DataFrame
    performance_targets: pd.DataFrame
    linked: int = 0
    """How many figures were compared with what another document says of the same."""
    agreed: int = 0
    """How many of these agree."""

    def __repr__(self) -> str:
        counts = f"{len(self.line_items):,} line items, {len(self.findings):,} findings"
        return f"<Dataset: {len(self.documents):,} documents ({self.refused} refused), {counts}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self)[1:-1])}</p>{self.documents.to_html(index=False, na_rep='', max_rows=30)}"

    @property
    def refused(self) -> int:
        """How many documents are quarantined."""
        return int((self.documents["status"] == "quarantined").sum())

    @property
    def doubtful(self) -> int:
        """How many amounts are contradicted or in doubt."""
        return int(self.line_items["status"].isin(["contradicted", "in_doubt"]).sum())


def assemble(documents: Iterable[Document]) -> Dataset:
    """Put documents into the dataset's order, give the line items their ids, and check every file."""
    ordered, compared = _in_order(documents)
    return _dataset(ordered, compared, {})


def in_pieces(documents: Iterable[Document]) -> Iterator[Dataset]:
    """The dataset of `assemble` piece after piece, each with some whole documents; there is at least one.

    A run over thousands of documents so holds the rows of a few at a time.
    """
    ordered, compared = _in_order(documents)
    held: list[Document] = []
    lines = 0
    twins: dict[str, int] = {}
    for document in ordered:
        own = 1 + sum(map(len, (document.items, document.others, document.findings, document.targets)))
        if held and lines + own > _LINES_AT_ONCE:
            yield _dataset(held, compared, twins)
            if _place(document)[:4] != _place(held[-1])[:4]:
                twins = {}  # only documents of one body, year and stage have lines that are alike
            held, lines = [], 0
        held.append(document)
        lines += own
    yield _dataset(held, compared, twins)


def _in_order(documents: Iterable[Document]) -> tuple[list[Document], _Compared]:
    """The documents in order with what they say of each other, and what was compared."""
    ordered = sorted(documents, key=_place)
    join(ordered)
    compared: _Compared = {}
    for link in links(ordered):
        link.document.findings += link.findings
        known = compared.get(link.document.document_id, (0, 0))
        compared[link.document.document_id] = known[0] + link.compared, known[1] + link.agree
    return ordered, compared


def _dataset(ordered: Sequence[Document], compared: _Compared, twins: dict[str, int]) -> Dataset:
    frames = {
        DOCUMENTS: pd.DataFrame([_document_row(d) for d in ordered], columns=DOCUMENTS.columns),
        LINE_ITEMS: with_ids((item for document in ordered for item in document.items), twins),
        FINDINGS: pd.DataFrame([row for d in ordered for row in _finding_rows(d)], columns=FINDINGS.columns),
        STATEMENTS: pd.DataFrame([row for d in ordered for row in d.statements], columns=STATEMENTS.columns),
        OTHER_ITEMS: pd.DataFrame([row for d in ordered for row in d.others], columns=OTHER_ITEMS.columns),
        PERFORMANCE_TARGETS: pd.DataFrame(
            [row for d in ordered for row in d.targets], columns=PERFORMANCE_TARGETS.columns
        ),
    }
    frames = {resource: _typed(frame, resource) for resource, frame in frames.items()}
    for resource, frame in frames.items():
        resource_schema(resource).validate(frame, lazy=True)
    told = [compared.get(document.document_id, (0, 0)) for document in ordered]
    return Dataset(
        documents=frames[DOCUMENTS],
        line_items=frames[LINE_ITEMS],
        findings=frames[FINDINGS],
        statements=frames[STATEMENTS],
        other_items=frames[OTHER_ITEMS],
        performance_targets=frames[PERFORMANCE_TARGETS],
        linked=sum(count for count, _ in told),
        agreed=sum(agree for _, agree in told),
    )


def _place(document: Document) -> tuple[int, str, str, str, str]:
    publication = document.publication
    if publication is None:
        return (9999, "", "", "", document.document_id)
    return (
        publication.fiscal_year,
        publication.entity,
        publication.entity_level,
        publication.stage,
        document.document_id,
    )


def _document_row(document: Document) -> dict[str, Any]:
    publication = document.publication
    statuses = [item["status"] for item in document.items]
    return {
        "document_id": document.document_id,
        "path": document.path,
        "sha256": document.sha256 or None,
        "pages": document.pages,
        "producer": document.producer or None,
        "fiscal_year": publication.fiscal_year if publication else None,
        "stage": publication.stage if publication else None,
        "entity": (publication.entity or None) if publication else None,
        "entity_level": (publication.entity_level or None) if publication else None,
        "entity_from": (publication.entity_from or None) if publication else None,
        "year_from": publication.year_from if publication else None,
        "other_document": document.other or None,
        "tables": document.table_count,
        "line_items": len(document.items),
        "proved": statuses.count("proved"),
        "unproved": statuses.count("unproved"),
        "contradicted": statuses.count("contradicted"),
        "in_doubt": statuses.count("in_doubt"),
        "other_items": len(document.others),
        "unread": document.unread,
        "status": document.status,
        "reason": document.reason or None,
        "reason_zh": document.reason_zh or None,
    }


def _finding_rows(document: Document) -> Iterable[dict[str, Any]]:
    for number, finding in enumerate(document.findings, start=1):
        x0, top, x1, bottom = finding.box or (None, None, None, None)
        yield {
            "document_id": document.document_id,
            "finding": number,
            "rule": finding.rule,
            "severity": finding.severity,
            "table": finding.table or None,
            "row": finding.row,
            "measure": finding.measure or None,
            "page": finding.page,
            "x0": x0,
            "top": top,
            "x1": x1,
            "bottom": bottom,
            "printed": finding.printed or None,
            "expected": finding.expected,
            "difference": finding.difference,
            "cause": finding.cause,
            "message": " ".join(finding.message.split()),
            "message_zh": " ".join(finding.message_zh.split()),
        }


def _typed(frame: pd.DataFrame, resource: Resource) -> pd.DataFrame:
    """The frame with the column types of its file; a missing value is missing in every type."""
    return frame.astype({field.name: PANDAS_TYPES[field.type] for field in resource.fields})
