"""Many documents → the dataset: the rows of its files, in their fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from yusuan.brief import brief
from yusuan.pipeline.across.links import links
from yusuan.pipeline.document.halves import join
from yusuan.pipeline.document.rows import FIRST, LINE_ID, PackedRows, Row, Rows, packed, statuses_of
from yusuan.pipeline.normalize.columns import checked, columns_of, frame_of, values
from yusuan.pipeline.normalize.line_ids import line_ids
from yusuan.schemas.dataset.fields import (
    DOCUMENTS,
    FINDINGS,
    LINE_ITEMS,
    OTHER_ITEMS,
    PERFORMANCE_TARGETS,
    RESOURCES,
    STATEMENTS,
)

if TYPE_CHECKING:
    import pandas as pd

    from yusuan.pipeline.document.document import Document
    from yusuan.schemas.dataset.resource import Resource

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

    def rows(self, resource: Resource) -> Sequence[Rows]:
        """The rows of a file."""
        frame = getattr(self, resource.name)
        return [Rows(resource, {name: values(frame[name]) for name in resource.columns})]


@dataclass(frozen=True)
class Piece:
    """A part of a dataset: some whole documents, with the rows of each file in their order.

    `documents` are the rows of documents.csv; `statuses` counts line items, `severities` findings.
    """

    documents: Sequence[Row]
    files: Mapping[str, Sequence[Rows | PackedRows]]
    statuses: Mapping[str, int]
    severities: Mapping[str, int]
    linked: int
    agreed: int

    def __repr__(self) -> str:
        return brief(self)

    def rows(self, resource: Resource) -> Sequence[Rows | PackedRows]:
        """The rows of a file, in parts."""
        return self.files[resource.name]


def assemble(documents: Iterable[Document]) -> Dataset:
    """Put documents into the dataset's order, give the line items their ids, and check every file."""
    ordered, compared = _in_order(documents)
    piece = _piece(ordered, compared, {})
    frames = {}
    for resource in RESOURCES:
        columns: dict[str, list[Any]] = {name: [] for name in resource.columns}
        for part in piece.rows(resource):
            own = part.columns
            for name, column in columns.items():
                column.extend(own[name])
        frames[resource.name] = frame_of(columns, resource)
    return Dataset(**frames, linked=piece.linked, agreed=piece.agreed)


def in_pieces(documents: Iterable[Document]) -> Iterator[Piece]:
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
            yield _piece(held, compared, twins)
            if _place(document)[:4] != _place(held[-1])[:4]:
                twins = {}  # only documents of one body, year and stage have lines that are alike
            held, lines = [], 0
        held.append(document)
        lines += own
    yield _piece(held, compared, twins)


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


def _piece(ordered: Sequence[Document], compared: _Compared, twins: dict[str, int]) -> Piece:
    told = [compared.get(document.document_id, (0, 0)) for document in ordered]
    rows = [_document_row(document) for document in ordered]
    found = [row for document in ordered for row in _finding_rows(document)]
    files: dict[str, Sequence[Rows | PackedRows]] = {
        DOCUMENTS.name: [_rows(rows, DOCUMENTS)],
        LINE_ITEMS.name: [_with_ids(packed(document.items, LINE_ITEMS), twins) for document in ordered],
        FINDINGS.name: [_rows(found, FINDINGS)],
        STATEMENTS.name: [packed(document.statements, STATEMENTS) for document in ordered],
        OTHER_ITEMS.name: [packed(document.others, OTHER_ITEMS) for document in ordered],
        PERFORMANCE_TARGETS.name: [packed(document.targets, PERFORMANCE_TARGETS) for document in ordered],
    }
    statuses: Counter[str] = Counter()
    for document in ordered:
        statuses.update(statuses_of(document.items))
    return Piece(
        rows,
        files,
        statuses,
        Counter(row["severity"] for row in found),
        linked=sum(count for count, _ in told),
        agreed=sum(agree for _, agree in told),
    )


def _rows(rows: Sequence[Row], resource: Resource) -> Rows:
    return Rows(resource, checked(columns_of(rows, resource.columns), resource))


def _with_ids(items: PackedRows, twins: dict[str, int]) -> Rows:
    """The line items of a document with their ids in the dataset, where lines of documents before may be alike.

    Lines that are alike in everything that the id is made of are numbered in the dataset's fixed order, so that ids are
    unique. `twins` counts them from document to document: the id of the first → how many lines had it.
    """
    columns = items.columns
    if twins.keys().isdisjoint(columns[FIRST]):
        for first in columns[FIRST]:
            twins[first] = twins.get(first, 0) + 1
        return Rows(LINE_ITEMS, columns, items.text)
    columns[LINE_ID], _ = line_ids(items, twins)
    return Rows(LINE_ITEMS, checked({name: columns[name] for name in LINE_ITEMS.columns}, LINE_ITEMS))


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
    statuses = statuses_of(document.items)
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
        "proved": statuses.get("proved", 0),
        "unproved": statuses.get("unproved", 0),
        "contradicted": statuses.get("contradicted", 0),
        "in_doubt": statuses.get("in_doubt", 0),
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
