"""Which rows are sums, by what they are called."""

from __future__ import annotations

from yusuan.schemas.tables.declaration import SideOf
from yusuan.schemas.vocabulary.around import SUBTOTALS


def is_sum(side: SideOf, name: str) -> bool:
    """Whether the name of a row, without a colon behind it, is that of a sum of its side."""
    return name in (*side.totals, *SUBTOTALS) or side.subtotal(name) is not None
