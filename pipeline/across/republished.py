"""Documents that give the same body's figures of the same year and kind: which figures differ between the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from yusuan.pipeline.across.figures import (
    figure_of_item,
    figure_of_statement,
    key_of,
    place_of_item,
    place_of_statement,
    trusted,
)
from yusuan.pipeline.across.link import Link, named
from yusuan.pipeline.document.halves import is_text_of_two
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prose.outcome import wan
from yusuan.pipeline.prose.tables import Figure, alike
from yusuan.schemas.sentences import across as sentences
from yusuan.schemas.sentences.names import level_name, stage_name
from yusuan.schemas.sentences.said import NOTHING, Said

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document

RULE = "across.republished"
_Said = dict[tuple[object, ...], tuple[Figure, Callable[[], Finding]] | None]
"""What a figure is of → the figure and what says where it stands first; None where one document gives several."""


def republished(documents: Sequence[Document]) -> Iterator[Link]:
    """Each document with the first one of the same body, year and kind. Neither is taken for the right one.

    What is printed twice is no evidence, so no figure counts as compared.
    """
    first: dict[tuple[str, str, int, str], Document] = {}
    for document in documents:
        whose = document.publication
        if whose is None or not whose.entity or is_text_of_two(document):
            continue
        other = first.setdefault((whose.entity, whose.entity_level, whose.fiscal_year, whose.stage), document)
        if other is not document:
            yield Link(document, other, 0, 0, _again(document, other))


def _again(document: Document, other: Document) -> tuple[Finding, ...]:
    whose = document.publication
    assert whose is not None
    one, two = _said(document), _said(other)
    both = [(mine, theirs) for key, mine in one.items() if mine and (theirs := two.get(key))]
    differ = [(mine, theirs) for mine, theirs in both if not alike(mine[0], theirs[0])]
    later = _later(document, other)
    again = Finding(
        "document.republished",
        sentences.REPUBLISHED.of(
            stage=stage_name(whose.stage),
            year=whose.fiscal_year,
            entity=whose.entity,
            level=level_name(whose.entity_level),
            id=other.document_id,
            path=other.path,
            differ=len(differ),
            both=len(both),
            here=len(one.keys() - two.keys()),
            there=len(two.keys() - one.keys()),
            later=later,
        ),
    )
    if not differ:
        return (again,)
    (figure, where), (said, _) = differ[0]
    place = where()
    first = sentences.FIGURES_DIFFER.of(
        differ=len(differ),
        both=len(both),
        place=place.said,
        own=wan(figure.yuan),
        other=named(other),
        said=wan(said.yuan),
        later=later,
    )
    return again, replace(place, said=first)


def _later(document: Document, other: Document) -> Said:
    if not (document.dated and other.dated) or document.dated == other.dated:
        return NOTHING
    which = sentences.THIS_ONE if document.dated > other.dated else sentences.THE_OTHER
    return sentences.LATER.of(own=document.dated, other=other.dated, which=which.of())


def _said(document: Document) -> _Said:
    """The amounts of a document's tables and prose by what they are of, in their order."""
    assert document.publication is not None
    found: _Said = {}
    for item in trusted(document.items):
        key = (item["fiscal_year"], *key_of(item, document.publication.entity))
        _note(found, key, figure_of_item(item), partial(place_of_item, RULE, item))
    for row in trusted(document.statements):
        key = (row["fiscal_year"], row["subject"], row["quantity"], row["unit"])
        _note(found, key, figure_of_statement(row), partial(place_of_statement, RULE, row))
    return found


def _note(found: _Said, key: tuple[object, ...], figure: Figure, place: Callable[[], Finding]) -> None:
    known = found.setdefault(key, (figure, place))
    if known is not None and known[0] != figure:
        found[key] = None
