"""The amounts of one document, asked by what they are of, as another document may ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.amounts import last_digit, parse
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prose.tables import Figure, figure_of, plain
from yusuan.schemas.dataset.fields import ROW_NAMES
from yusuan.schemas.identities.links import REPEATED, REPEATED_BY_CODE
from yusuan.schemas.prose.statements import WORTH
from yusuan.schemas.sentences import across as sentences
from yusuan.schemas.sentences.names import measure_name, subject_name
from yusuan.schemas.sentences.said import NOTHING, in_quotes
from yusuan.schemas.vocabulary.around import TOTALS, UNITS

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.document.rows import Row

Key = tuple[str, ...]
"""What an amount is of, but for the year: equal in two documents where both print the same."""
_ROW = 4
"""Where in a key the row begins."""
_CODED = frozenset({"functional", "economic"})
"""Classifications whose codes are the same everywhere; other codes are those of a publisher, and may be given anew."""


def key_of(item: Row, entity: str) -> Key:
    """What a line item of a document of `entity` is of: table, side, measure, kind of number, row.

    A row is its code and what else names it; without a code of the classification it is its name with its parents'.
    """
    further = [f"{column}={plain(item[column])}" for column in ROW_NAMES if _apart(item, column, entity)]
    if item["level"] == 0:
        row = ["total", "" if item["item"] in (entity, *TOTALS) else plain(item["item"])]
    elif item["code"] and item["classification"] in _CODED:
        row = ["code", item["code"]]
    else:
        row = ["name", item["code"], *(plain(name) for name in item["lineage"] if name not in (entity, *TOTALS))]
    return (item["table"], item["side"], item["measure"], item["basis"], *row, *further)


def is_whole(key: Key) -> bool:
    """Whether a key is that of the grand total of a table."""
    return key[_ROW:] == ("total", "")


def _apart(item: Row, column: str, entity: str) -> bool:
    return bool(item[column]) and not (column == "body" and item[column] == entity)


def is_apart(item: Row, entity: str) -> bool:
    """Whether a line item is of something besides its row's own name: another body, a project, an account."""
    return any(_apart(item, column, entity) for column in ROW_NAMES)


def figures(items: Iterable[Row], entity: str) -> dict[Key, Figure]:
    """The amounts of line items by what they are of; without those that are of the same and differ."""
    found: dict[Key, Figure | None] = {}
    for item in items:
        figure = figure_of_item(item)
        key = key_of(item, entity)
        found[key] = figure if found.get(key, figure) == figure else None
    return {key: figure for key, figure in found.items() if figure is not None}


def own_year(document: Document) -> list[Row]:
    """The line items of the year that the document is of."""
    assert document.publication is not None
    return [item for item in trusted(document.items) if item["fiscal_year"] == document.publication.fiscal_year]


def trusted(rows: Iterable[Row]) -> list[Row]:
    """Rows without those that were read from a picture and not proved: by these no document contradicts another."""
    return [row for row in rows if row["read"] == "text" or row["status"] == "proved"]


def figure_of_item(item: Row) -> Figure:
    """The amount of a line item, as exact as it is printed."""
    return figure_of(parse([item["printed"]], UNITS[item["unit"]]))


def figure_of_statement(statement: Row) -> Figure:
    """The amount that a statement gives, in yuan."""
    value, worth = statement["value"], WORTH[statement["unit"]]
    return Figure(value * worth, last_digit(value) * worth / 2)


def place_of_item(rule: str, item: Row) -> Finding:
    """Where a line item stands, for a finding."""
    name = " ".join(filter(None, (item["code"], item["item"])))
    return Finding(
        rule,
        sentences.ROW.of(
            row=item["row"],
            name=sentences.NAME.of(name=name) if name else NOTHING,
            measure=measure_name(item["measure"], item["table"]),
        ),
        table=item["table"],
        row=item["row"],
        measure=item["measure"],
        page=item["page"],
        box=(item["x0"], item["top"], item["x1"], item["bottom"]),
        printed=item["printed"],
    )


def place_of_statement(rule: str, statement: Row) -> Finding:
    """Where a statement stands, for a finding."""
    printed = f"{statement['value']:f}{statement['unit']}"
    return Finding(rule, in_quotes(subject_name(statement["subject"])), page=statement["page"], printed=printed)


class Told:
    """What a document's tables have of the subjects of another's prose: by code over the funds, and by grand totals.

    `basis` is the kind of number that is asked for. A blank in a document that was read whole is nothing there, so 0.
    """

    def __init__(self, document: Document, basis: str) -> None:
        assert document.publication is not None
        entity = document.publication.entity
        self._whole = document.status == "accepted"
        self._tables: set[str] = set()
        self._codes: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
        self._parted: set[str] = set()
        """Codes of rows that only a part of the money is in: one body's, one project's."""
        self._totals: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
        for item in own_year(document):
            if item["side"] != "expenditure":
                continue
            self._tables.add(item["table"])
            if item["basis"] == basis:
                self._add(item, entity)

    def _add(self, item: Row, entity: str) -> None:
        apart = is_apart(item, entity)
        if item["level"] == 0:
            if not apart:
                self._totals[item["table"]][item["measure"]].append(figure_of_item(item))
        elif item["table"] in REPEATED_BY_CODE and item["measure"] == "total" and item["code"]:
            if apart:
                self._parted.add(item["code"])
            else:
                self._codes[item["code"]][item["table"]].append(figure_of_item(item))

    def subject(self, subject: str, blank: bool) -> Figure | None:
        """What a subject of yusuan.schemas.prose.statements or a code has; None where the tables do not tell.

        With `blank`, a code that no table has is 0 where the whole document was read.
        """
        if place := REPEATED.get(subject):
            return self.measure(place.table, place.measure)
        if not subject.isdigit() or not self._tables.intersection(REPEATED_BY_CODE):
            return None
        if subject not in self._codes:
            return Figure(Decimal(0)) if blank and self._whole and subject not in self._parted else None
        found = self._codes[subject].values()
        if any(len(figures) > 1 for figures in found):
            return None
        return Figure(sum((f.yuan for (f,) in found), Decimal(0)), sum((f.half for (f,) in found), Decimal(0)))

    def measure(self, table: str, measure: str) -> Figure | None:
        """What one column of a table has in all; None where it has no grand total of this kind, or several."""
        totals = self._totals.get(table, {})
        if measure not in totals:
            return Figure(Decimal(0)) if totals and self._whole else None
        return totals[measure][0] if len(set(totals[measure])) == 1 else None
