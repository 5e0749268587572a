"""The lines of a document → the figures of its pictures.

Only leaves of one table, side, measure, basis and year are summed, so that no yuan counts twice; what they sum up to is
held against the printed total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from yusuan.pipeline.report.grids import Line
from yusuan.schemas.tables.measures import USES
from yusuan.schemas.views.names import Names, names
from yusuan.schemas.vocabulary.around import THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_SPENT = (*USES[:2], "contingency", *USES[2:])
_THREE_PUBLIC = ("overseas_travel", "reception", "vehicle_purchase", "vehicle_operation")
_BY_FUNCTION = ("expenditure_summary", "appropriation_expenditure", "general_public_expenditure")
_ECONOMIC = "basic_expenditure_by_economic"
SIDES = ("revenue", "expenditure")


@dataclass(frozen=True)
class Figure:
    """An amount of a picture in yuan. `line` is the number of the line that it is, None where it sums up several.

    `doubtful` tells that an identity contradicts it or a person corrected it, or one of those that it sums up.
    """

    label: str
    amount: Decimal
    line: int | None = None
    doubtful: bool = False
    balance: bool = False
    note: str = ""


@dataclass(frozen=True)
class Whole:
    """Figures and what they are parts of: `total` is their sum, `printed` what the table has for it, if anything."""

    parts: tuple[Figure, ...]
    total: Decimal
    printed: Figure | None

    @property
    def balance(self) -> bool:
        """Whether money that is carried over is a part of it."""
        return any(part.balance for part in self.parts)

    @property
    def difference(self) -> Decimal:
        """What the parts sum up to, less what is printed for it."""
        return self.total - self.printed.amount if self.printed else Decimal(0)


@dataclass(frozen=True)
class Series:
    """Figures of the same kind for one year and basis."""

    title: str
    basis: str
    parts: tuple[Figure, ...]
    total: Figure | None


class Own:
    """The lines of a document that are for its own year and of its own kind: no year before, no budget beside it.

    `names` are what measures are called.
    """

    def __init__(self, lines: Iterable[Line], year: int, stage: str, called: Names | None = None) -> None:
        self.names = called or names("zh")
        self.all = list(lines)
        self._own = [line for line in self.all if line["fiscal_year"] == year and line["basis"] == stage]

    def lines(self, table: str, side: str, measure: str = "total") -> list[Line]:
        """The lines of one table, side and measure."""
        return [x for x in self._own if (x["table"], x["side"], x["measure"]) == (table, side, measure)]

    def whole(self, table: str, side: str, measure: str = "total") -> Whole | None:
        """The leaves of a table as parts of its grand total; None where it has none."""
        lines = self.lines(table, side, measure)
        parts = tuple(self.figure(line) for line in lines if line["is_leaf"] and line["amount"])
        totals = [line for line in lines if line["level"] == 0]
        printed = self.figure(max(totals, key=lambda line: line["row"])) if totals else None
        return Whole(parts, _sum(parts), printed) if parts else None

    def figure(self, line: Line, label: str = "") -> Figure:
        """A line as a figure, called by `label`, else by its own name."""
        return Figure(
            label or line["item"] or self.names.measure(line["measure"]),
            line["amount"],
            line["number"],
            line["status"] in ("contradicted", "in_doubt") or line.get("corrected") is not None,
            line["classification"] == "balance",
            line["code"] or "",
        )


def flow(own: Own) -> tuple[Whole, Whole] | None:
    """Where the money comes from, and what it is for; None where the document has no table of both."""
    sides = (own.whole("revenue_expenditure_summary", side) for side in SIDES)
    revenue, expenditure = sides
    return (revenue, expenditure) if revenue and expenditure else None


def uses(own: Own) -> Whole | None:
    """Basic expenditure, projects and what else there is: as printed in the grand total, else summed up."""
    parts = []
    for measure in _SPENT:
        if whole := own.whole("expenditure_summary", "expenditure", measure):
            words, doubtful = own.names.measure(measure), _doubtful(whole.parts)
            if whole.printed:
                parts.append(replace(whole.printed, label=words, doubtful=doubtful or whole.printed.doubtful))
            else:
                parts.append(Figure(words, whole.total, doubtful=doubtful))
    total = own.whole("expenditure_summary", "expenditure")
    return Whole(tuple(parts), _sum(parts), total.printed if total else None) if parts else None


def functions(own: Own, most: int = 10) -> tuple[str, Whole] | None:
    """The table by function, and its finest rows, the largest first, the rest as one."""
    for table in _BY_FUNCTION:
        whole = own.whole(table, "expenditure")
        if whole and len(whole.parts) > 1 and all(part.note for part in whole.parts):
            return table, Whole(_largest(whole.parts, most, own.names), whole.total, whole.printed)
    return None


def economic(own: Own, most: int = 12) -> Whole | None:
    """The accounts of basic expenditure, the largest first, the rest as one."""
    whole = own.whole(_ECONOMIC, "expenditure")
    if whole is None:
        return None
    lines = own.lines(_ECONOMIC, "expenditure")
    totals = [line for line in lines if line["level"] == 0]
    # Sums of some accounts (人员经费合计) are no total of all; which row is the total, only one row of level 0 tells.
    printed = whole.printed if len(totals) == 1 else None
    return Whole(_largest(whole.parts, most, own.names), whole.total, printed)


def three_public(own: Own) -> list[Series]:
    """“三公”, for each year and kind of number that the table has: none is added to another."""
    lines = [line for line in own.all if line["table"] == "three_public_and_operating"]
    series = []
    for year, basis in sorted({(line["fiscal_year"], line["basis"]) for line in lines}):
        of_period = [line for line in lines if (line["fiscal_year"], line["basis"]) == (year, basis)]
        amounts = {line["measure"]: line for line in of_period}
        if len(amounts) < len(of_period):
            continue  # a row for each of several bodies, of which none is the whole
        parts = list(_THREE_PUBLIC)
        if not any(measure in amounts for measure in _THREE_PUBLIC[2:]):
            parts[2:] = ["vehicles"]
        shown = tuple(own.figure(amounts[m], own.names.measure(m)) for m in parts if m in amounts)
        total = own.figure(amounts["total"], own.names.measure("total")) if "total" in amounts else None
        if shown or total:
            series.append(Series(own.names.period(year, basis), basis, shown, total))
    return series


def of_year(own: Own) -> dict[str, Figure]:
    """What years are compared by: revenue and expenditure of the year itself, basic, project, “三公”; as printed."""
    found: dict[str, Figure] = {}
    for side, called in (("revenue", THIS_YEAR_REVENUE), ("expenditure", THIS_YEAR_EXPENDITURE)):
        totals = [line for line in own.lines("revenue_expenditure_summary", side) if line["level"] == 0]
        this_year = [line for line in totals if line["item"] in called]
        if this_year or totals:
            found[side] = own.figure(max(this_year or totals, key=lambda line: line["row"]))
    for part in (uses(own) or Whole((), Decimal(0), None)).parts:
        for measure in USES[:2]:
            if part.label == own.names.measure(measure):
                found[measure] = part
    public = own.lines("three_public_and_operating", "expenditure")
    if len(public) == 1:
        found["three_public"] = own.figure(public[0])
    return found


def _largest(parts: Sequence[Figure], most: int, called: Names) -> tuple[Figure, ...]:
    ordered = sorted(parts, key=lambda part: -abs(part.amount))  # one below zero is no small one
    if len(ordered) <= most + 1:
        return tuple(ordered)
    rest = ordered[most:]
    return (*ordered[:most], Figure(called.others(len(rest)), _sum(rest), None, _doubtful(rest)))


def _sum(parts: Iterable[Any]) -> Decimal:
    return sum((part.amount for part in parts), Decimal(0))


def _doubtful(parts: Iterable[Figure]) -> bool:
    return any(part.doubtful for part in parts)
