"""The ways in which a negative number is printed → a minus before it."""

from __future__ import annotations

import re
from functools import lru_cache

from yusuan.pipeline.read.characters import key

_MINUS = str.maketrans("−－﹣‐‑–", "------")
_IN_BRACKETS = re.compile(r"^（(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)）$")
"""As accounts are kept: (2,000.00) is 2,000.00 less. A whole number in brackets counts something: （1）."""


@lru_cache(1 << 14)
def signed(text: str) -> str:
    """The comparable form of a text in which a negative number has a minus before it, however that is printed."""
    return _IN_BRACKETS.sub(r"-\1", key(text).translate(_MINUS))
