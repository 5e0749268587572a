"""Amounts in the units that people speak in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from yusuan.schemas.sentences.said import Language

_UNITS: Mapping[Language, tuple[tuple[Decimal, str, int], ...]] = {
    "zh": ((Decimal(100_000_000), "亿元", 2), (Decimal(10_000), "万元", 1)),
    "en": ((Decimal(1_000_000_000), "billion yuan", 2), (Decimal(1_000_000), "million yuan", 2)),
}
_YUAN: Mapping[Language, str] = {"zh": "元", "en": "yuan"}


def spoken(yuan: Decimal, language: Language = "zh") -> str:
    """An amount as people say it: 1.36 亿元, 844.2 万元, 950 元; 136.00 million yuan."""
    for worth, unit, places in _UNITS[language]:
        if abs(yuan) >= worth:
            return f"{_rounded(yuan / worth, places):,.{places}f} {unit}"
    unit = _YUAN[language]
    return f"{yuan:,.0f} {unit}" if yuan == yuan.to_integral_value() else f"{yuan:,.2f} {unit}"


def exact(yuan: Decimal) -> str:
    """An amount to the fen: 39,814,410.00."""
    return f"{yuan:,.2f}"


def share(part: Decimal, whole: Decimal) -> str:
    """A part of a whole in per cent; empty where there is no whole."""
    return f"{_rounded(part * 100 / whole, 1):.1f}%" if whole else ""


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
