"""Which amount of a document, as it is read, each line of the dataset is."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.prove.identities import Key

_PLACE = ("table", "row", "side", "code", "item", "basis", "fiscal_year", "measure", "page", "printed")
"""The fields that tell which amount of its document a line is, and that it is printed as it was."""
_at_place = itemgetter(*_PLACE)


def keys_of(document: Document, lines: Iterable[Mapping[str, Any]]) -> list[Key | None]:
    """For each line of a document, its key in the document's verdict; None for one that is not read any more.

    `lines` have the columns of line_items, with values or as text. Lines that are alike in all of this are told apart
    by their order. Raises ValueError for a document that was refused.
    """
    if document.publication is None:
        raise ValueError(f"document {document.document_id} was refused: {document.reason}")
    return keys_at(document, map(place, lines))


def keys_at(document: Document, places: Iterable[tuple[str, ...]]) -> list[Key | None]:
    """For each place of a line of a document that was read, its key in the document's verdict."""
    assert document.publication is not None
    stage, year = document.publication.stage, document.publication.fiscal_year
    found: dict[tuple[str, ...], deque[Key]] = defaultdict(deque)
    for extracted in document.tables:
        for index, record in enumerate(extracted.records):
            for measure, printed in record.amounts.items():
                here = (
                    extracted.table.published_id,
                    str(record.row_of(measure)),
                    record.side,
                    record.code,
                    record.item,
                    record.basis or stage,
                    str(year - record.years_back),
                    measure,
                    str(printed.page),
                    printed.amount.printed,
                )
                found[here].append((extracted.table.id, index, measure))
    return [at.popleft() if (at := found.get(here)) else None for here in places]


def place(line: Mapping[str, Any]) -> tuple[str, ...]:
    """Which amount of its document a line is, and how it is printed; the same for values and for their text."""
    return tuple(["" if value is None else str(value) for value in _at_place(line)])
