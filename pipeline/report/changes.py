"""What changed against the year before: from last year's document of the body, a printed column, or the prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yusuan.pipeline.report.money import PLANNED_OR_FINAL, Series, Told, only

Row = Mapping[str, Any]
_TOTAL = ("expenditure", "revenue_expenditure")
_USES = ("basic", "project")


@dataclass(frozen=True)
class Change:
    """A figure and what it changed by, in yuan. `told` is what the change is read from: the figure, or the sentence.

    `source` is `document` (last year's, which is `before`), `column` (printed beside it) or `prose`; `basis` is that of
    the figure of the year before, where there is one.
    """

    name: str
    difference: Decimal
    told: Told
    source: str
    earlier: Told | None = None
    before: str = ""
    basis: str = ""
    base: Decimal | None = None
    """The figure of the year before; None where it is not told and follows from nothing."""

    @property
    def doubtful(self) -> bool:
        """Whether one of the figures is."""
        return self.told.doubtful or (self.earlier is not None and self.earlier.doubtful)


@dataclass(frozen=True)
class Earlier:
    """The figures of the year before, and the document that has them; empty where it is the same one."""

    series: Series
    document_id: str = ""


def earlier_of(own: Series, beside: Sequence[Series], last_year: Earlier | None) -> list[Earlier]:
    """What a document can be compared with: last year's document, then its own columns, of the same basis first."""
    columns = [each for each in beside if each.year == own.year - 1]
    columns.sort(key=lambda each: each.basis != own.basis)
    return [*([last_year] if last_year else []), *(Earlier(each) for each in columns)]


def of_total(own: Series, earlier: Iterable[Earlier], statements: Sequence[Row]) -> Change | None:
    """What the whole expenditure changed by."""
    now = own.totals.get("expenditure")
    for each in earlier:
        then = each.series.totals.get("expenditure")
        # What is carried over is in one kind of total and not in another, so that they must be of one name.
        if now and then and now.name == then.name and not now.prose and not then.prose:
            return _between("", now, then, each)
    said = only(_said(statements, own, "change_amount"))
    if said is None:
        return None
    whole = only(_said(statements, own, PLANNED_OR_FINAL[own.basis]))
    base = whole.amount - said.amount if whole else None
    return Change("", said.amount, said, "prose", base=base)


def largest(
    own: Series, earlier: Iterable[Earlier], statements: Sequence[Row], names: Collection[str]
) -> Change | None:
    """The function, or what the prose says of a code or a name in `names` (those of its tables), that changed most."""
    found: list[Change] = []
    for each in earlier:
        then = {_key(told): told for told in each.series.functions}
        for now in own.functions:
            if _key(now) in then:
                found.append(_between(now.name, now, then[_key(now)], each))
        if found:
            break
    if not found:
        subjects: dict[str, list[Row]] = defaultdict(list)
        for x in statements:
            known = x["subject"] in names or x["subject"] in _USES
            if x["quantity"] == "change_amount" and _year(x, own) and known:
                subjects[x["subject"]].append(x)
        found = [Change(name, said.amount, said, "prose") for name, rows in subjects.items() if (said := only(rows))]
    return max((each for each in found if each.difference), key=lambda each: abs(each.difference), default=None)


def _between(name: str, now: Told, then: Told, earlier: Earlier) -> Change:
    source = "document" if earlier.document_id else "column"
    difference = now.amount - then.amount
    return Change(name, difference, now, source, then, earlier.document_id, earlier.series.basis, then.amount)


def _said(statements: Iterable[Row], own: Series, quantity: str) -> list[Row]:
    """What the prose says of the whole expenditure."""
    return [x for x in statements if x["quantity"] == quantity and _year(x, own) and x["subject"] in _TOTAL]


def _key(told: Told) -> str:
    return told.name or told.code


def _year(statement: Row, own: Series) -> bool:
    return bool(statement["fiscal_year"] == own.year)
