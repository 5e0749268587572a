"""The lines of a form, as they are read and before they are written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from yusuan.pipeline.extract.amounts import Amount
from yusuan.pipeline.messages.findings import Box

LineKind = Literal["head", "sub_project", "indicator"]


@dataclass(eq=False)
class FormLine:
    """One line of a form, as performance_targets.csv has it; `place` orders the lines of a form.

    `amount` is in fen with the worth of its last digit, `unit` what it was printed in. `status` is set by the checks.
    """

    kind: LineKind
    field: str
    label: str
    value: str
    page: int
    box: Box
    place: tuple[float, ...]
    project: str = ""
    """The project of a line in a form that lists many; empty where it is that of the form."""
    sub_project: str = ""
    levels: tuple[str, str, str] = ("", "", "")
    comparator: str = ""
    number: Decimal | None = None
    number_unit: str = ""
    amount: Amount | None = None
    unit: str = ""
    status: str = "unproved"

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan; 0 where there is none."""
        return Decimal(self.amount.fen) / 100 if self.amount else Decimal(0)
