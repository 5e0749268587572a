"""What the prose states: one figure, what it is about, and what it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yusuan.schemas.prose.statements import WORTH


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about: an id of schemas.prose.statements, or a name; for a 科目 its names and printed code."""

    id: str = ""
    code: str = ""
    names: tuple[str, ...] = ()
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of the prose.

    `value` is in `unit` (a key of STATED_UNITS) and negative for a decrease; `step` is what one unit of its last
    printed digit is worth there, 0 where no digit is printed (持平). `directions` are the words for a change in
    print. `base_year` and `base` say what a change is measured against: a year and a quantity. `of` is what a share is
    a share of. `paragraph` counts from 0 within the document. `declared` tells that a formula of the document's own
    wording read it, and what it speaks of; what is read by the words of the field accuses nobody.
    `among` is the position in the document of the statement whose parts are listed here.
    """

    page: int
    sentence: str
    subject: Subject
    quantity: str
    fiscal_year: int
    value: Decimal
    unit: str
    step: Decimal
    paragraph: int
    directions: tuple[str, ...] = ()
    base_year: int | None = None
    base: str = ""
    of: Subject | None = None
    declared: bool = True
    among: int | None = None

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan; a percentage or a count as it is."""
        return self.value * WORTH[self.unit]

    @property
    def half(self) -> Decimal:
        """Half of the last printed digit in yuan: how far rounding may have moved the amount. Counts are exact."""
        if self.quantity == "count":
            return Decimal(0)
        return self.step * WORTH[self.unit] / 2

    @property
    def printed(self) -> str:
        """The figure with its unit, as `value` has it."""
        return f"{self.value:+f}{self.unit}" if self.is_change else f"{self.value:f}{self.unit}"

    @property
    def is_change(self) -> bool:
        """Whether it states a change, not a figure."""
        return self.quantity.startswith("change")
