"""A department against its units: what its tables print of each of them, and what it has in all.

A unit is a department's where a row of the department's own tables has the unit's very name. A row of the department's
own name tells nothing: it may be all of the department, or what it spends itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yusuan.pipeline.across.figures import Key, figure_of_item, figures, is_whole, key_of, own_year, place_of_item
from yusuan.pipeline.across.link import Link, Pair, link, named, of, with_figures
from yusuan.pipeline.prose.outcome import wan
from yusuan.schemas.dataset.fields import JOINT
from yusuan.schemas.identities.links import TRANSFERS, WITH_TRANSFERS
from yusuan.schemas.sentences import across as sentences
from yusuan.schemas.sentences.names import stage_name
from yusuan.schemas.sentences.said import NOTHING, joined

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.document.rows import Row
    from yusuan.pipeline.messages.findings import Finding
    from yusuan.pipeline.normalize.publication import Publication
    from yusuan.pipeline.prose.tables import Figure

RULE = "across.unit"
_SHOWN = 3
_NO_BODIES = frozenset({"functional", "economic", "source", "project"})
"""Classifications of rows of which none is a body's."""


def units(documents: Sequence[Document]) -> Iterator[Link]:
    """Each department with each of its units that is there too, of the same year and stage.

    The last link of a department also says where its units have more in all than it has itself.
    """
    known: dict[tuple[int, str], dict[str, Document]] = {}
    for (entity, level, year, stage), document in with_figures(documents).items():
        if level == "unit":
            known.setdefault((year, stage), {})[entity] = document
    for document in documents:
        whose = of(document)
        if whose is None or whose.entity_level != "department" or not len(document.items):
            continue
        others = known.get((whose.fiscal_year, whose.stage), {})
        own = _named(document, whose.entity, others) if others else {}
        yield from _department(document, whose, {unit: others[unit] for unit in own}, own)


def _named(document: Document, entity: str, units: Mapping[str, Document]) -> dict[str, list[Row]]:
    """The units that rows of a department's tables name, with the line items that are of them."""
    found: dict[str, list[Row]] = {}
    for item in own_year(document):
        if (name := _body(item)) in units and name != entity:
            found.setdefault(name, []).append(item)
    for row in document.others:
        for name in (row["row_names"] or "").split(JOINT):
            if name in units and name != entity:
                found.setdefault(name, [])
    return found


def _body(item: Row) -> str:
    """Whose row it is: of the body that stands beside its name, or that is its name."""
    return str(item["body"] or ("" if item["classification"] in _NO_BODIES else item["item"]))


def _department(
    document: Document, whose: Publication, units: Mapping[str, Document], named_rows: Mapping[str, list[Row]]
) -> Iterator[Link]:
    said = {unit: figures(own_year(other), unit) for unit, other in units.items()}
    kind = sentences.OF_THAT_UNIT.of(stage=stage_name(whose.stage), year=whose.fiscal_year)
    links = [link(document, units[unit], kind, _pairs(unit, rows, said[unit])) for unit, rows in named_rows.items()]
    if links:
        more = tuple(_more_in_all(document, whose.entity, units, said))
        yield from links[:-1]
        yield replace(links[-1], findings=links[-1].findings + more)


def _pairs(unit: str, rows: Sequence[Row], said: Mapping[Key, Figure]) -> Iterator[Pair]:
    by_key: dict[Key, list[Row]] = {}
    for row in rows:
        by_key.setdefault(key_of(row if row["body"] else {**row, "level": 0}, unit), []).append(row)
    for key, found in by_key.items():
        if len(found) == 1 and key in said:
            place = place_of_item(RULE, found[0])
            place = replace(place, said=sentences.OF_UNIT.of(place=place.said, unit=unit))
            yield Pair(place, figure_of_item(found[0]), sentences.IS_THAT_UNITS.of(), said[key])


def _more_in_all(
    document: Document, entity: str, units: Mapping[str, Document], said: Mapping[str, Mapping[Key, Figure]]
) -> Iterator[Finding]:
    """Where units have more than their department. Money that they give each other counts once there and twice here."""
    items = {key: item for item in own_year(document) if is_whole(key := key_of(item, entity))}
    known = figures(items.values(), entity)
    give = any(key[2] in TRANSFERS and figure.yuan for found in said.values() for key, figure in found.items())
    for key, own in known.items():
        if give and key[0] in WITH_TRANSFERS:
            continue
        parts = [(units[unit], found[key]) for unit, found in said.items() if key in found]
        total = sum((part.yuan for _, part in parts), Decimal(0))
        if total - own.yuan <= own.half + sum((part.half for _, part in parts), Decimal(0)):
            continue
        place = place_of_item(RULE, items[key])
        shown = [sentences.UNIT_HAS.of(document=named(unit), figure=wan(part.yuan)) for unit, part in parts[:_SHOWN]]
        more = sentences.MORE_IN_ALL.of(
            place=place.said,
            own=wan(own.yuan),
            count=len(parts),
            total=wan(total),
            shown=joined(shown, "; ", "；"),
            rest=sentences.AND_MORE.of(count=len(parts) - _SHOWN) if len(parts) > _SHOWN else NOTHING,
        )
        yield replace(place, said=more, expected=total, difference=own.yuan - total)
