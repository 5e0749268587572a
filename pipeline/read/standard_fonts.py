"""The standard fonts of PDF, which a document may use without saying how wide and how high their letters are.

The reference reader goes by Adobe's own tables (`pdfminer.fontmetrics`), PDFium by the font that it shows in their
place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pdfminer.fontmetrics import FONT_METRICS

STANDARD: Mapping[str, tuple[Mapping[str, Any], Mapping[str, int]]] = FONT_METRICS
"""What describes a font, and the widths of its letters, in thousandths of its size."""
LATIN = frozenset(STANDARD) - {"Symbol", "ZapfDingbats"}
_SAME_DESCENT, _SAME_WIDTH = 15.0, 1.0
"""Measures that differ by no more than this, in thousandths of the size, are the same."""
_LETTERS = range(0x21, 0x7F)
"""Those whose widths are compared."""


def descends(name: str) -> float:
    """How far a standard font goes below the baseline, in parts of its size."""
    return -float(STANDARD[name][0]["Descent"]) / 1000


def same_descent(name: str, below: float) -> bool:
    """Whether that is as much as `below`."""
    return 1000 * abs(below - descends(name)) <= _SAME_DESCENT


def same_widths(name: str, width: Callable[[int], float]) -> bool:
    """Whether a font's letters are as wide as those of the standard font of this name.

    `width` gives that of a letter by its code, in parts of the size.
    """
    widths = STANDARD[name][1]
    return all(abs(1000 * width(code) - widths.get(chr(code), -1)) <= _SAME_WIDTH for code in _LETTERS)
