"""What the prose of a Jiangsu budget states (部门预算情况说明)."""

from __future__ import annotations

from schemas.budget_prose import WORDING

__all__ = ["WORDING"]
