"""Which amount of a document, as it is read, each line of the dataset is."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.prove.identities import Key

_PLACE = ("table", "row", "side", "code", "item", "basis", "fiscal_year", "measure", "page", "printed")
"""The fields that tell which amount of its document a line is, and that it is printed as it was."""


def keys_of(document: Document, lines: Iterable[Mapping[str, Any]]) -> list[Key | None]:
    """For each line of a document, its key in the document's verdict; None for one that is not read any more.

    `lines` have the columns of line_items, with values or as text. Lines that are alike in all of this are told apart
    by their order. Raises ValueError for a document that was refused.
    """
    if document.publication is None:
        raise ValueError(f"document {document.document_id} was refused: {document.reason}")
    found: dict[tuple[str, ...], deque[Key]] = defaultdict(deque)
    for extracted in document.tables:
        for index, record in enumerate(extracted.records):
            for measure, printed in record.amounts.items():
                values = {
                    "table": extracted.table.published_id,
                    "row": record.row_of(measure),
                    "side": record.side,
                    "code": record.code,
                    "item": record.item,
                    "basis": record.basis or document.publication.stage,
                    "fiscal_year": document.publication.fiscal_year - record.years_back,
                    "measure": measure,
                    "page": printed.page,
                    "printed": printed.amount.printed,
                }
                found[place(values)].append((extracted.table.id, index, measure))
    places = (found.get(place(line)) for line in lines)
    return [at.popleft() if at else None for at in places]


def place(line: Mapping[str, Any]) -> tuple[str, ...]:
    """Which amount of its document a line is, and how it is printed; the same for values and for their text."""
    return tuple("" if (value := line[field]) is None else str(value) for field in _PLACE)
