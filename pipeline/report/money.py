"""The lines and the prose of a document → the figures that documents are compared by, each with its place on the page.

A figure is one that is printed, or the sum of printed ones that says so. What is printed more than once with different
amounts, or for several bodies of which none is the whole, is left out: a blank is no figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from yusuan.schemas.tables.classifications import CODES
from yusuan.schemas.tables.measures import USES

Row = Mapping[str, Any]

SUMMARY = "revenue_expenditure_summary"
BY_USE = "expenditure_summary"
ECONOMIC = "basic_expenditure_by_economic"
THREE_PUBLIC = "three_public_and_operating"
TABLES = (SUMMARY, "revenue_summary", BY_USE, ECONOMIC, THREE_PUBLIC)
"""The tables that the figures are from."""

SPENT = (*USES[:2], "contingency", *USES[2:])
PUBLIC = ("total", "overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation")
_SIDES = {"revenue": "revenue_summary", "expenditure": BY_USE}
_CLASS = 3
"""So many digits has the code of a 类."""
_WORTH = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_PROSE = {"revenue": ("revenue", "revenue_expenditure"), "expenditure": ("expenditure", "revenue_expenditure")}
PLANNED_OR_FINAL = {"budget": "planned", "final": "final"}
"""What the prose calls a figure of the document's own year, by its stage."""


@dataclass(frozen=True)
class Told:
    """An amount in yuan. `place` is where it stands within its document's page: a line_id, or `s<statement>`.

    `name` is what it is printed as, `status` that of the contract or `corrected`. `summed` tells of how many lines it
    is the sum, whose first its place is; 0 where it is printed itself.
    """

    amount: Decimal
    place: str
    status: str
    name: str
    code: str = ""
    summed: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether it is contradicted, in doubt, or a person corrected it."""
        return self.status in ("contradicted", "in_doubt", "corrected")

    @property
    def prose(self) -> bool:
        """Whether it stands in the prose and not in a table."""
        return self.place.startswith("s")


@dataclass
class Series:
    """The figures of a document for one year and basis. `own` is that of the document itself."""

    year: int
    basis: str
    own: bool
    totals: dict[str, Told] = field(default_factory=dict)
    """By side."""
    functions: list[Told] = field(default_factory=list)
    economic: list[Told] = field(default_factory=list)
    public: dict[str, Told] = field(default_factory=dict)
    uses: dict[str, Told] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether it has no figure at all."""
        return not (self.totals or self.functions or self.economic or self.public or self.uses)


def series_of(document: Row, lines: Iterable[Row], statements: Sequence[Row], classes: Collection[str]) -> list[Series]:
    """What a document has, its own year and basis first, then what it prints beside them, the latest first.

    `classes` are the names of functions: a summary lists other rows among them.
    """
    periods: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for line in lines:
        periods[line["fiscal_year"], line["basis"]].append(line)
    own = document["fiscal_year"], document["stage"]
    if own[0] is None or own[1] is None:
        return []
    found = []
    for year, basis in sorted({own, *periods}, key=lambda period: (period != own, -period[0], period[1])):
        series = _series(year, basis, (year, basis) == own, periods[year, basis], classes)
        if series.own:
            for side in _SIDES:
                if side not in series.totals and (told := _of_prose(side, document, statements)):
                    series.totals[side] = told
        if series.own or not series.empty:
            found.append(series)
    return found


def in_yuan(statement: Row) -> Decimal | None:
    """What a statement says in yuan; None for what is no amount of money."""
    worth = _WORTH.get(statement["unit"])
    return None if worth is None else statement["value"] * worth


def only(statements: Iterable[Row]) -> Told | None:
    """What statements say if all of them say the same amount; None where they differ or there is none."""
    told = [(amount, each) for each in statements if (amount := in_yuan(each)) is not None]
    if len({amount for amount, _ in told}) != 1:
        return None
    amount, first = told[0]
    worst = next((each for _, each in told if each["status"] in ("contradicted", "in_doubt")), first)
    return Told(amount, f"s{first['statement']}", worst["status"], first["subject"])


def _series(year: int, basis: str, own: bool, lines: Sequence[Row], classes: Collection[str]) -> Series:
    tables: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for line in lines:
        tables[line["table"], line["side"]].append(line)
    series = Series(year, basis, own)
    for side, table in _SIDES.items():
        if told := _total(_of(tables[SUMMARY, side])) or _single(_of(tables[table, side])):
            series.totals[side] = told
    series.functions = _functions(_of(tables[SUMMARY, "expenditure"]), classes)
    series.functions = series.functions or _classes(
        [line for line in _of(tables[BY_USE, "expenditure"]) if line["item"] in classes], "functional"
    )
    accounts = _of(tables[ECONOMIC, "expenditure"])
    series.economic = _classes(accounts, "economic") or _summed(accounts)
    series.public = _measures(tables[THREE_PUBLIC, "expenditure"], PUBLIC)
    series.uses = _measures([x for x in tables[BY_USE, "expenditure"] if x["level"] == 0], SPENT)
    return series


def _of(lines: Iterable[Row], measure: str = "total") -> list[Row]:
    return [line for line in lines if line["measure"] == measure]


def _total(lines: Sequence[Row]) -> Told | None:
    """The last total of a table that lists sums one after another: 本年支出合计, then 支出总计."""
    totals = [line for line in lines if line["level"] == 0]
    return _told(max(totals, key=lambda line: line["row"])) if totals else None


def _single(lines: Sequence[Row]) -> Told | None:
    totals = [line for line in lines if line["level"] == 0]
    return _told(totals[0]) if len(totals) == 1 else None


def _functions(lines: Sequence[Row], classes: Collection[str]) -> list[Told]:
    """类 by name, as a summary prints them; nothing where a name comes twice."""
    own = [x for x in lines if x["level"] == 1 and x["classification"] == "functional"]
    return _once([x for x in own if x["item"] in classes], "item")


def _classes(lines: Sequence[Row], classification: str) -> list[Told]:
    """类 by code; nothing where a code comes twice, as it does where several bodies are listed."""
    code = CODES[classification]
    return _once([x for x in lines if len(x["code"] or "") == _CLASS and code.fullmatch(x["code"])], "code")


def _once(lines: Sequence[Row], by: str) -> list[Told]:
    named = [line[by] for line in lines]
    return [_told(line) for line in lines if line["amount"]] if len(set(named)) == len(named) else []


def _summed(lines: Sequence[Row]) -> list[Told]:
    """Sums by 类 of a table that prints 款 alone."""
    leaves = [line for line in lines if line["is_leaf"] and line["level"]]
    codes = [line["code"] or "" for line in leaves]
    known = [code for code in codes if len(code) == _CLASS + 2 and CODES["economic"].fullmatch(code)]
    if len(set(known)) < len(leaves):
        return []
    classes: dict[str, list[Row]] = defaultdict(list)
    for line in leaves:
        classes[line["code"][:_CLASS]].append(line)
    return [_sum(code, parts) for code, parts in sorted(classes.items())]


def _sum(code: str, parts: Sequence[Row]) -> Told:
    told = [_told(line) for line in parts]
    status = next((each.status for each in told if each.doubtful), told[0].status)
    return Told(sum((x.amount for x in told), Decimal(0)), told[0].place, status, "", code, len(told))


def _measures(lines: Sequence[Row], measures: Sequence[str]) -> dict[str, Told]:
    """One amount for each measure: the only one, else that of the only total."""
    found = {}
    for measure in measures:
        own = _of(lines, measure)
        if len(own) > 1:
            own = [line for line in own if line["level"] == 0]
        if len(own) == 1:
            found[measure] = _told(own[0])
    return found


def _told(line: Row) -> Told:
    status = "corrected" if line.get("corrected") is not None else line["status"]
    return Told(line["amount"], line["line_id"], status, line["item"] or "", line["code"] or "")


def _of_prose(side: str, document: Row, statements: Sequence[Row]) -> Told | None:
    """What the prose of a document without the table says, if it says one amount only."""
    quantity = PLANNED_OR_FINAL[document["stage"]]
    return only(
        each
        for each in statements
        if (each["subject"], each["quantity"], each["fiscal_year"])
        in {(subject, quantity, document["fiscal_year"]) for subject in _PROSE[side]}
    )
