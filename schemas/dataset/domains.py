"""What the values of a table as extracted may be, column by column: its pandera schema says it, and so does the look
at each value that comes before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yusuan.schemas.tables.declaration import Table

_LARGEST = 10**17
"""Fen. No public budget reaches a quadrillion yuan; a longer number is a misread one."""
_DEEPEST = 9
"""Levels of rows, of bodies below bodies too."""
_EARLIEST = 9
"""Years before its own of which a document has figures."""
_INT64 = 2**63


@dataclass(frozen=True)
class Whole:
    """Whole numbers from `low` to `high`, both included; any that fits 64 bits where there is no `high`.

    `blank` tells whether there may be none.
    """

    low: int
    high: int | None = None
    blank: bool = False

    def holds(self, value: Any) -> bool:
        """Whether a value that is there is one of them."""
        return type(value) is int and self.low <= value <= (_INT64 - 1 if self.high is None else self.high)


@dataclass(frozen=True)
class Texts:
    """Texts: those of a list, or any."""

    allowed: frozenset[str] | None = None

    def holds(self, value: Any) -> bool:
        """Whether a value is one of them."""
        return type(value) is str and (self.allowed is None or value in self.allowed)


Domain = Whole | Texts


def table_domains(table: Table) -> dict[str, Domain]:
    """The columns of `ExtractedTable.frame()` in their order, each with what its values may be."""
    return {
        "row": Whole(1),
        "page": Whole(1),
        "side": Texts(frozenset(side.side for side in table.sides)),
        "code": Texts(),
        "item": Texts(),
        "level": Whole(0, _DEEPEST),
        "basis": Texts(frozenset({"", "budget", "final"})),
        "years_back": Whole(0, _EARLIEST),
        **{measure: Whole(-_LARGEST, _LARGEST, blank=True) for measure in table.measures()},
    }
