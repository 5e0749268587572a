"""A form to be made odd, and what is read of it."""

from __future__ import annotations

from typeset import LEFT

LINES = [("产出指标", "数量指标", "甲", "≥1次"), ("产出指标", "质量指标", "乙", "=90.00(%)")]
PROVED = {
    "total_funds": ("100.00", "proved"),
    "total_fiscal": ("100.00", "proved"),
    "total_other": ("0.00", "proved"),
    "annual_funds": ("60.00", "proved"),
    "annual_fiscal": ("50.00", "proved"),
    "annual_other": ("10.00", "proved"),
}


def row(*cells: str) -> tuple[str, ...]:
    """A row of six columns, its last cell merged over those that are left."""
    return (*cells, *(LEFT for _ in range(6 - len(cells))))
