"""Colours as pdfminer has them → red, green and blue."""

from __future__ import annotations

from typing import Any

from yusuan.pipeline.read.raw import Color

_GREYS, _COLORS, _INKS = ("DeviceGray", "CalGray"), ("DeviceRGB", "CalRGB"), ("DeviceCMYK",)
_SPOTS = ("Separation", "DeviceN")


def rgb(color: Any, space: Any) -> Color | None:
    """A colour from 0 to 255; None where it is a pattern, or of a space in which its numbers say nothing here."""
    parts = [color] if isinstance(color, int | float) else color
    if not isinstance(parts, list | tuple) or not parts or not all(isinstance(part, int | float) for part in parts):
        return None
    name = str(getattr(space, "name", ""))
    parts = [min(max(float(part), 0.0), 1.0) for part in parts]
    if name in _SPOTS:
        # No ink at all is the paper; what any other amount of it looks like is not known.
        return None if any(parts) else (255, 255, 255)
    based = name == "ICCBased"
    if len(parts) == 1 and (name in _GREYS or based):
        return _eight_bits(parts * 3)
    if len(parts) == 3 and (name in _COLORS or based):
        return _eight_bits(parts)
    if len(parts) == 4 and (name in _INKS or based):
        return _eight_bits([1 - min(1.0, part + parts[3]) for part in parts[:3]])
    return None


def white(color: Any, space: Any) -> bool:
    """Whether a colour is white to eight bits."""
    return rgb(color, space) == (255, 255, 255)


def dark(color: Any, space: Any) -> bool:
    """Whether a colour is nearer to black than to white; none at all is black."""
    parts = [color] if isinstance(color, int | float) else list(color) if isinstance(color, list | tuple) else []
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return color is None
    if str(getattr(space, "name", "")) in _SPOTS:
        return sum(parts) / len(parts) >= 0.5
    if len(parts) == 4:
        return min(1, sum(parts[:3]) / 3 + parts[3]) >= 0.5
    return sum(parts) / len(parts) <= 0.5


def _eight_bits(parts: list[float]) -> Color:
    red, green, blue = (round(part * 255) for part in parts)
    return red, green, blue
