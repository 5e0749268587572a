"""Amounts in the units that people speak in."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_UNITS = ((Decimal(100_000_000), "亿元", 2), (Decimal(10_000), "万元", 1))


def spoken(yuan: Decimal) -> str:
    """An amount as people say it: 1.36 亿元, 844.2 万元, 950 元."""
    for worth, unit, places in _UNITS:
        if abs(yuan) >= worth:
            return f"{_rounded(yuan / worth, places):,.{places}f} {unit}"
    return f"{yuan:,.0f} 元" if yuan == yuan.to_integral_value() else f"{yuan:,.2f} 元"


def exact(yuan: Decimal) -> str:
    """An amount to the fen: 39,814,410.00."""
    return f"{yuan:,.2f}"


def share(part: Decimal, whole: Decimal) -> str:
    """A part of a whole in per cent; empty where there is no whole."""
    return f"{_rounded(part * 100 / whole, 1):.1f}%" if whole else ""


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
