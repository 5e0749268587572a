"""Figures of the prose that stand digit for digit in the tables, in a cell that the words of the prose name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipeline.extract.records import ExtractedTable, Record
from pipeline.prose.outcome import Outcome
from pipeline.prose.phrases import subject_of_words
from pipeline.prose.statement import Statement, Subject
from pipeline.prose.tables import Figure, Tables, alike, plain
from schemas.prose.field import BY_CONTEXT, OF_REVENUE
from schemas.prose.statements import WORTH, Place

ENOUGH = 4
"""Digits, without zeros before and behind them, that two figures do not share by accident."""

_OWN = ("planned", "final", "prior_year_planned", "prior_year_final")


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of a table with what names it."""

    table: str
    record: Record
    measure: str
    figure: Figure


class Cells:
    """All amounts of the tables of a document, found by what they are."""

    def __init__(self, tables: Iterable[ExtractedTable]) -> None:
        self._by_name: Mapping[str, list[Cell]] = defaultdict(list)
        self._by_subject: Mapping[str, list[Cell]] = defaultdict(list)
        for table in tables:
            for record in table.records:
                for measure, printed in record.amounts.items():
                    amount = printed.amount
                    half = Decimal(amount.step) / 200 if amount.step > 1 else Decimal(0)
                    cell = Cell(table.table.id, record, measure, Figure(Decimal(amount.fen) / 100, half))
                    for name in (record.item, record.code, *record.names.values()):
                        if name:
                            self._by_name[plain(name)].append(cell)
                    if subject := _named_by_row(record):
                        self._by_subject[subject].append(cell)

    def of(self, subject: Subject, years_back: int) -> list[Cell]:
        """The cells that a subject may be, in the columns of a year."""
        if subject.part_of:
            return []
        if subject.id:
            found = self._by_subject.get(subject.id, [])
        elif subject.code:
            found = self._by_name.get(subject.code, [])
        else:
            found = self._named(subject.names)
        return [cell for cell in found if cell.record.years_back == years_back]

    def _named(self, names: Sequence[str]) -> list[Cell]:
        last = plain(names[-1])
        several = {cell.record.code for cell in self._by_name.get(last, [])}
        found = [*self._by_name.get(last, []), *self._by_name.get(last.removesuffix("支出"), [])]
        return found if len(names) == 1 or len(several) <= 1 or len(names) == 3 else []


def _named_by_row(record: Record) -> str:
    """The subject that the name of a row is by its words alone: a source of revenue, a use."""
    whole = Subject(id="revenue" if record.side == "revenue" else "expenditure")
    subject = subject_of_words(plain(record.item), whole) if record.item else ""
    if subject in {fund for pair in BY_CONTEXT.values() for fund in pair}:
        return subject if (subject in OF_REVENUE) == (record.side == "revenue") else ""
    return subject


def told_by_cells(
    statements: Sequence[Statement],
    tables: Tables,
    places: Mapping[str, Sequence[Place]],
    year: int,
) -> Iterator[Outcome]:
    """Each amount that no formula of the document's own wording reads, proved by a cell that is of the same thing."""
    for index, statement in enumerate(statements):
        if statement.quantity not in _OWN or statement.unit == "%" or not enough(statement):
            continue
        back = year - statement.fiscal_year
        own = places.get(statement.subject.id, ()) if not (back or statement.subject.part_of) else ()
        figures = [figure for place in own if (figure := tables.figure(place)) is not None]
        figures += [cell.figure for cell in tables.cells.of(statement.subject, back)]
        if any(same_digits(statement, figure) for figure in figures):
            yield Outcome((index,))


def enough(statement: Statement) -> bool:
    """Whether a figure has so many digits that it does not stand in a table by accident."""
    return len(statement.value.as_tuple().digits) and len(_digits(statement.value)) >= ENOUGH


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def same_digits(statement: Statement, figure: Figure) -> bool:
    """Whether a figure of the prose is that of a table, digit for digit, or rounded to its own last digit."""
    if alike(statement, figure):
        return True
    if not statement.step:
        return False
    worth = WORTH[statement.unit]
    return (figure.yuan / worth).quantize(statement.step, ROUND_HALF_UP) == statement.value
