"""Figures of the prose that stand digit for digit in the tables, in a cell that the words of the prose name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from yusuan.pipeline.extract.records import ExtractedTable, Record
from yusuan.pipeline.prose.against_tables import in_table, resolve
from yusuan.pipeline.prose.outcome import Outcome, contradiction, wan
from yusuan.pipeline.prose.phrases import subject_of_words
from yusuan.pipeline.prose.statement import Statement, Subject
from yusuan.pipeline.prose.tables import Figure, Tables, alike, bare, figure_of, plain
from yusuan.schemas.prose.general import BY_CONTEXT, OF_REVENUE
from yusuan.schemas.prose.statements import WORTH, Place
from yusuan.schemas.sentences import prose as sentences
from yusuan.schemas.tables.declaration import Side

ENOUGH = 4
"""Digits, without zeros before and behind them, that two figures do not share by accident."""

_LEVELS = 3
"""类, 款 and 项."""

_AMOUNTS = ("planned", "final", "prior_year_planned", "prior_year_final")


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of a table with what names it."""

    table: str
    record: Record
    measure: str

    @property
    def figure(self) -> Figure:
        """What is printed there."""
        return figure_of(self.record.amounts[self.measure].amount)


class Cells:
    """All amounts of the tables of a document, found by what they are."""

    def __init__(self, tables: Iterable[ExtractedTable]) -> None:
        self._by_name: Mapping[str, list[Cell]] = defaultdict(list)
        self._by_subject: Mapping[str, list[Cell]] = defaultdict(list)
        for table in tables:
            for record in table.records:
                if not record.amounts:
                    continue
                cells = [Cell(table.table.id, record, measure) for measure in record.amounts]
                for name in {bare(record.item), record.code, *map(bare, record.names.values())} - {""}:
                    self._by_name[name] += cells
                if subject := _named_by_row(record.item, record.side):
                    self._by_subject[subject] += cells

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

    def named(self, name: str, years_back: int) -> list[Cell]:
        """The cells in lines of a name, in the columns of a year."""
        return [cell for cell in self._by_name.get(bare(name), []) if cell.record.years_back == years_back]

    def _named(self, names: Sequence[str]) -> list[Cell]:
        found = self._by_name.get(bare(names[-1]), [])
        several = {cell.record.code for cell in found}
        return found if len(names) == 1 or len(several) <= 1 or len(names) == 3 else []


@lru_cache(1 << 12)
def _named_by_row(item: str, side: Side) -> str:
    """The subject that the name of a row is by its words alone: a source of revenue, a use."""
    whole = Subject(id="revenue" if side == "revenue" else "expenditure")
    subject = subject_of_words(plain(item), whole) if item else ""
    if subject in {fund for pair in BY_CONTEXT.values() for fund in pair}:
        return subject if (subject in OF_REVENUE) == (side == "revenue") else ""
    return subject


def told_by_cells(
    statements: Sequence[Statement], tables: Tables, places: Mapping[str, Sequence[Place]], year: int
) -> Iterator[tuple[Outcome, str]]:
    """Each amount that no formula has read, proved by a figure of the tables that is of the same thing.

    With each goes the code of the cell, if it has one. It does not fit where the tables have that thing, and nowhere
    this figure.
    """
    loose = [i for i, s in enumerate(statements) if not s.declared and s.quantity in _AMOUNTS and s.unit != "%"]
    cells = Cells(tables.extracted) if loose else Cells(())
    for index in loose:
        statement = statements[index]
        back = year - statement.fiscal_year
        own = places.get(statement.subject.id, ()) if not (back or statement.subject.part_of) else ()
        known = [(place, figure) for place in own if (figure := tables.figure(place)) is not None]
        named = cells.of(statement.subject, back)
        if not enough(statement) and not statement.subject.code:
            named = []
        item = resolve(statement, tables) if len(statement.subject.names) == _LEVELS and not back else None
        if item is not None and item.figure is not None and same_digits(statement, item.figure):
            # A 科目 whose levels are all named is one line, however short its figure is.
            yield Outcome((index,)), item.code
            continue
        alike_cells = [cell for cell in named if same_digits(statement, cell.figure)]
        if alike_cells or any(same_digits(statement, figure) for _, figure in known):
            codes = {cell.record.code for cell in alike_cells}
            yield Outcome((index,)), codes.pop() if len(codes) == 1 and statement.subject.names else ""
        elif known and not any(abs(statement.yuan - f.yuan) < statement.step * WORTH[statement.unit] for _, f in known):
            # What was cut off, or is one unit apart, may be the same figure.
            place, figure = known[0]
            said = sentences.DIFFERS.of(stated=statement.printed, where=in_table(place.table), figure=wan(figure.yuan))
            finding = contradiction("statement.table", statement, said, figure.yuan, statement.yuan - figure.yuan)
            yield Outcome((index,), finding), ""


def summed_lists(statements: Sequence[Statement]) -> Iterator[Outcome]:
    """Each amount with the parts that are listed of it, where they sum up to it: no list does so by accident."""
    lists: dict[int, list[int]] = defaultdict(list)
    for index, statement in enumerate(statements):
        if statement.among is not None:
            lists[statement.among].append(index)
    for place, parts in lists.items():
        whole = statements[place]
        added = [statements[i] for i in parts if statements[i].quantity == whole.quantity]
        tolerance = whole.half + sum((s.half for s in added), Decimal(0))
        fits = abs(sum((s.yuan for s in added), Decimal(0)) - whole.yuan) <= tolerance
        if fits and enough(whole) and sum(1 for s in added if s.value) > 1:
            yield Outcome((place, *(i for i in parts if statements[i].quantity == whole.quantity)))


def printed(statements: Sequence[Statement], tables: Tables, year: int) -> frozenset[int]:
    """The 科目 of the prose whose figures some table prints in a line of the same last name."""
    cells = Cells(tables.extracted)
    return frozenset(
        index
        for index, statement in enumerate(statements)
        if statement.subject.names
        and enough(statement)
        and any(
            same_digits(statement, cell.figure)
            for cell in cells.named(statement.subject.names[-1], year - statement.fiscal_year)
        )
    )


def enough(statement: Statement) -> bool:
    """Whether a figure has so many digits that it does not stand in a table by accident."""
    return len("".join(map(str, statement.value.as_tuple().digits)).strip("0")) >= ENOUGH


def same_digits(statement: Statement, figure: Figure) -> bool:
    """Whether a figure of the prose is that of a table, digit for digit, or rounded to its own last digit."""
    if alike(statement, figure):
        return True
    if not statement.step:
        return False
    worth = WORTH[statement.unit]
    return (figure.yuan / worth).quantize(statement.step, ROUND_HALF_UP) == statement.value
