"""Rows of published tables → what is asked of each document: how much, for what, “三公”.

Every answer is one printed amount, with the row that it stands in: nothing is added up. Where a table has several
candidates, and nothing tells which is the document's own, there is no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from yusuan.pipeline.export.sheets import Place
from yusuan.pipeline.export.wide import WideRow
from yusuan.schemas.tables.classifications import FUNCTIONS_BESIDE, NAMES
from yusuan.schemas.vocabulary.around import THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_BOTH_SIDES = "revenue_expenditure_summary"
_THREE_PUBLIC = "three_public_and_operating"
_PARTS = ("overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation")
_THIS_YEAR = {"revenue": THIS_YEAR_REVENUE, "expenditure": THIS_YEAR_EXPENDITURE}
_WHOLES = {"revenue_summary": "revenue", "expenditure_summary": "expenditure"}
_BY_FUNCTION = (
    "expenditure_summary",
    _BOTH_SIDES,
    "appropriation_expenditure",
    "general_public_expenditure",
)
"""Tables that say what the money is for, that of all money first."""
ANSWERING = frozenset({_BOTH_SIDES, _THREE_PUBLIC, *_WHOLES, *_BY_FUNCTION})
"""The tables that answers are read from."""

_CLASSES = NAMES["functional"] | FUNCTIONS_BESIDE

Key = tuple[str, str, str]
"""A question, the kind of number (预算数, 决算数), and what is asked of: a code or a name, if not the whole."""


class Placed(NamedTuple):
    """A row of a published table, and where it is in the workbook."""

    row: WideRow
    place: Place


class Figure(NamedTuple):
    """An answer: a printed amount in yuan. `of_total` is the total of its table, `at` its column in the workbook."""

    question: str
    row: WideRow
    measure: str
    table: str
    of_total: Decimal | None
    place: Place
    at: int

    @property
    def amount(self) -> Decimal:
        """The amount as the dataset has it."""
        return self.row.cells[self.measure].amount

    @property
    def status(self) -> str:
        """Its status."""
        return self.row.cells[self.measure].status

    @property
    def share(self) -> Decimal | None:
        """Its part of the total of its table, in per cent."""
        return 100 * self.amount / self.of_total if self.of_total else None

    @property
    def key(self) -> Key:
        """What tells it from the other answers of its document."""
        return (self.question, self.row.basis, _named(self.row) if self.question in ("class", "largest") else "")


@dataclass
class Answers:
    """The answers of all documents, by document and key, as tables are read one after another."""

    found: dict[str, dict[Key, Figure]] = field(default_factory=dict)
    _by_function: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, table: str, rows: Iterable[Placed], columns: Mapping[str, int]) -> None:
        """Take the answers that a table has; `columns` are those of its measures in the workbook."""
        by_document: dict[str, list[Placed]] = {}
        for placed in rows:
            if placed.row.fiscal_year == placed.row.document_year:
                by_document.setdefault(placed.row.document_id, []).append(placed)
        for document, own in by_document.items():
            for figure in _figures(table, own, columns):
                self._take(document, figure)

    def of(self, document: str, question: str, basis: str) -> Figure | None:
        """The answer to a question that has one."""
        return self.found.get(document, {}).get((question, basis, ""))

    def largest(self, document: str, question: str, most: int) -> list[Figure]:
        """The largest amounts that answer a question, at most so many, each above zero."""
        own = [x for x in self.found.get(document, {}).values() if x.question == question and x.amount > 0]
        return sorted(own, key=lambda figure: -figure.amount)[:most]

    def _take(self, document: str, figure: Figure) -> None:
        if figure.question in ("class", "largest"):
            # All from one table: the first that has any, in the order of _BY_FUNCTION.
            rank = _BY_FUNCTION.index(figure.table)
            known = self._by_function.setdefault((document, figure.question), rank)
            if rank > known:
                return
            if rank < known:
                own = self.found[document]
                self.found[document] = {key: held for key, held in own.items() if key[0] != figure.question}
                self._by_function[document, figure.question] = rank
        self.found.setdefault(document, {}).setdefault(figure.key, figure)


def _figures(table: str, own: Sequence[Placed], columns: Mapping[str, int]) -> Iterator[Figure]:
    def figure(question: str, placed: Placed, measure: str = "total", of: Decimal | None = None) -> Figure:
        return Figure(question, placed.row, measure, table, of, placed.place, columns[measure])

    if table == _THREE_PUBLIC:
        for basis in ("budget", "final"):
            for measure in ("total", *_PARTS):
                if one := _one(own, basis, measure):
                    yield figure("three_public" if measure == "total" else measure, one, measure)
        return
    own = [placed for placed in own if placed.row.basis == placed.row.stage]
    whole: Placed | None = None
    for side, this_year in _THIS_YEAR.items():
        totals = [x for x in own if x.row.side == side and x.row.level == 0 and "total" in x.row.cells]
        total = _last([x for x in totals if x.row.item not in this_year])
        if table == _BOTH_SIDES:
            if total:
                yield figure(side, total)
            if of_year := _last([x for x in totals if x.row.item in this_year]):
                yield figure(f"{side}_of_year", of_year)
        elif total and _WHOLES.get(table) == side and len(totals) == 1:
            yield figure(side, total)
            for measure in ("basic", "project"):
                if measure in total.row.cells:
                    yield figure(measure, total, measure)
        if side == "expenditure" and (table == _BOTH_SIDES or len(totals) == 1):
            whole = total
    if table in _BY_FUNCTION:
        of = whole.row.cells["total"] if whole else None
        of_total = of.amount if of and of.amount > 0 and of.status not in ("contradicted", "in_doubt") else None
        functional = [
            x
            for x in own
            if x.row.side == "expenditure" and x.row.classification == "functional" and "total" in x.row.cells
        ]
        classes = _classes(functional)
        leaves = [x for x in functional if x.row.cells["total"].is_leaf and _is_item(x.row)]
        for question, rows in (("class", classes), ("largest", leaves)):
            if len({_named(x.row) for x in rows}) == len(rows):  # else a row for each of several bodies
                yield from (figure(question, x, of=of_total) for x in rows)


def _one(own: Sequence[Placed], basis: str, measure: str) -> Placed | None:
    """The row that has the measure; of several, for each of several bodies say, the one that is their total."""
    found = [x for x in own if x.row.basis == basis and measure in x.row.cells]
    if len(found) > 1:
        found = [x for x in found if x.row.level == 0]
    return found[0] if len(found) == 1 else None


def _last(totals: Sequence[Placed]) -> Placed | None:
    """The last of some totals; lists side by side may each print it, but not otherwise."""
    lowest = max((x.row.row for x in totals), default=0)
    last = [x for x in totals if x.row.row == lowest]
    return last[0] if len({x.row.cells["total"].amount for x in last}) == 1 else None


def _classes(functional: Sequence[Placed]) -> list[Placed]:
    """The rows of 类: by their codes; where no row has one, those of the first level, if each is known by its name."""
    if any(x.row.code for x in functional):
        return [x for x in functional if len(x.row.code or "") == 3]
    first = [x for x in functional if x.row.level == 1]
    return first if all(x.row.item in _CLASSES for x in first if x.row.cells["total"].amount) else []


def _is_item(row: WideRow) -> bool:
    """Whether a row is a 项, the finest of the functional classification."""
    return len(row.code or "") == 7 or (not row.code and row.level == 3)


def _named(row: WideRow) -> str:
    return row.code or row.item or ""
