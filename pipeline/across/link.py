"""What a comparison of two documents gives: how many figures were compared, and what is said of those that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yusuan.pipeline.document.halves import is_text_of_two
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prose.outcome import wan
from yusuan.pipeline.prose.tables import Figure, alike
from yusuan.schemas.sentences import across as sentences
from yusuan.schemas.sentences.names import table_name

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.normalize.publication import Publication
    from yusuan.schemas.sentences.said import Said

_FEW = 5
"""Of so many figures at least, most of which differ, one finding tells instead of one for each."""


@dataclass(frozen=True, slots=True)
class Link:
    """A document, another one of the dataset, how many figures both have, how many of them agree, and what differs.

    The findings are of `document`. Figures that are 0 in both are not counted: forms are full of them.
    """

    document: Document
    other: Document
    compared: int
    agree: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of a document, where it stands there, what it is in words, and the other document's figure of the same.

    `place.said` names the row; `table` of the place parts what is judged together, prose from tables.
    """

    place: Finding
    figure: Figure
    says: Said
    said: Figure


def link(document: Document, other: Document, kind: Said, pairs: Iterable[Pair]) -> Link:
    """Compare pair by pair. `kind` names the other document: 'the budget of 2024'.

    Where of five or more figures of a table, or of the prose, under half agree, the two documents do not count the same
    things, and one finding says that.
    """
    where = sentences.OTHER.of(kind=kind, document=named(other))
    by_table: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.figure.yuan or pair.said.yuan:
            by_table.setdefault(pair.place.table, []).append(pair)
    compared = sum(map(len, by_table.values()))
    agree = 0
    findings: list[Finding] = []
    for together in by_table.values():
        differ = [pair for pair in together if not alike(pair.figure, pair.said)]
        agree += len(together) - len(differ)
        if len(together) >= _FEW and 2 * len(differ) > len(together):
            findings.append(_not_comparable(together, differ, where))
        else:
            findings += [_differs(pair, where) for pair in differ]
    return Link(document, other, compared, agree, tuple(findings))


def _differs(pair: Pair, where: Said) -> Finding:
    said = sentences.DIFFERS.of(
        place=pair.place.said,
        own=wan(pair.figure.yuan),
        says=pair.says,
        other=where,
        said=wan(pair.said.yuan),
    )
    difference = pair.figure.yuan - pair.said.yuan
    return replace(pair.place, said=said, expected=pair.said.yuan, difference=difference)


def _not_comparable(together: Sequence[Pair], differ: Sequence[Pair], where: Said) -> Finding:
    first = differ[0]
    table = first.place.table
    said = sentences.NOT_COMPARABLE.of(
        what=sentences.TABLE.of(table=table_name(table)) if table else sentences.PROSE.of(),
        differ=len(differ),
        all=len(together),
        other=where,
        place=first.place.said,
        own=wan(first.figure.yuan),
        says=first.says,
        said=wan(first.said.yuan),
    )
    return Finding(
        first.place.rule,
        said,
        table=first.place.table,
        page=first.place.page,
        box=first.place.box,
        printed=first.place.printed,
    )


def named(document: Document) -> Said:
    """A document as findings name it."""
    return sentences.DOCUMENT.of(id=document.document_id, path=document.path)


def of(document: Document) -> Publication | None:
    """Whose document it is, where that can be compared: of one body, and not of a whole government."""
    found = document.publication
    return None if found is None or not found.entity or found.government else found


def with_figures(documents: Iterable[Document]) -> dict[tuple[str, str, int, str], Document]:
    """Documents by entity, level, year and stage; of several the first that has line items counts."""
    found: dict[tuple[str, str, int, str], Document] = {}
    for document in documents:
        whose = of(document)
        if whose and len(document.items) and not is_text_of_two(document):
            found.setdefault((whose.entity, whose.entity_level, whose.fiscal_year, whose.stage), document)
    return found
