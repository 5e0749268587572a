"""The tables of a document as a list that a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from yusuan.pipeline.api.document import Document
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import library as say
from yusuan.schemas.sentences.said import Said, joined, quoted

COUNTED = {
    "items": say.AMOUNTS,
    "contradicted": say.CONTRADICTED,
    "in_doubt": say.DOUBTFUL,
    "others": say.OTHERS,
    "targets": say.TARGETS,
    "unread": say.UNREAD,
}
"""What is said of a table, by the column of the summary that counts it."""


def listed(document: Document) -> str:
    """A line for the document, one for why it was refused, if it was, and one for each table."""
    return "\n".join(map(tell, _lines(document)))


def _lines(document: Document) -> Iterator[Said]:
    yield say.LIST.of(
        path=document.path, status=say.STATUSES[document.status], pages=document.pages, tables=len(document.tables)
    )
    if document.reason:
        yield say.REASON.of(reason=Said(document.reason, document.reason_zh))
    for table, counts in zip(document.tables, document.summary.to_dict("records"), strict=True):
        title = quoted(table.title) if table.title else say.UNTITLED
        name = say.NAMED.of(title=title, id=table.id) if table.id else title
        first, last = table.pages[0], table.pages[-1]
        pages = str(first) if first == last else f"{first}–{last}"
        became = [sentence.of(count=counts[column]) for column, sentence in COUNTED.items() if counts[column]]
        yield say.ROW.of(number=table.number, pages=pages, name=name, became=joined(became) or say.NO_FIGURES)
