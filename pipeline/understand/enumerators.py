"""Row names as printed → the name without its enumerator, and the level that the enumerator tells."""

from __future__ import annotations

import re
from functools import lru_cache

from yusuan.pipeline.read.characters import name
from yusuan.schemas.vocabulary.enumerators import ARABIC, BRACKETED, BRACKETED_ARABIC, CHINESE, OF_WHICH

_ENUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chinese", re.compile(f"^{CHINESE}")),
    ("bracketed", re.compile(f"^{BRACKETED}")),
    ("arabic", re.compile(f"^{ARABIC}")),
    ("bracketed", re.compile(f"^{BRACKETED_ARABIC}")),
    ("of_which", re.compile(f"^{OF_WHICH}")),
)


@lru_cache(1 << 13)
def strip_enumerator(text: str) -> tuple[str, str]:
    """The name in `text` without enumerators, and the kind of the last one: chinese, bracketed,
    arabic, of_which, or '' where there is none.
    """
    rest, kind = name(text), ""
    while True:
        for candidate, pattern in _ENUMERATORS:
            shorter = pattern.sub("", rest)
            if shorter != rest and shorter:
                rest, kind = shorter, candidate
                break
        else:
            return rest, kind


class Outline:
    """Levels of enumerated rows: 一、 is 1, the next kind that occurs under it is 2, and so on."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def level(self, kind: str) -> int:
        """The level of the next row, whose enumerator is of `kind`. A row without one is of level 1."""
        if kind in ("", "chinese"):
            self._open = ["chinese"]
        elif kind in self._open:
            del self._open[self._open.index(kind) + 1 :]
        else:
            self._open.append(kind)
        return len(self._open)
