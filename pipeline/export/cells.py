"""What a cell of a workbook can hold: texts that stay texts, numbers that stay exact."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from yusuan.pipeline.export.refusal import NotExported
from yusuan.schemas.sentences.exporting import TOO_MANY_DIGITS
from yusuan.schemas.sentences.said import Language, Said
from yusuan.schemas.sentences.workbook import CUT

LONGEST_TEXT = 32_767
"""The UTF-16 code units that a cell may have."""
_DIGITS = 15
"""The significant digits that a cell keeps of a number, whatever they are."""
_SAFE = 10 ** (_DIGITS - 6)
"""Below it a number with six places, the most that any has, has no more digits than that."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these would become a formula when somebody edits its cell."""


@lru_cache(maxsize=10_000)
def storable(text: str, language: Language = "en") -> str:
    """The text as a cell can hold it.

    Characters that XML does not know become �, all line breaks LF; what is longer than a cell is cut with a mark that
    says how much there was.
    """
    if _ODD.search(text):
        text = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "  # the writer would take it for the markup of its own rich texts
    return _cut(text, language) if len(text) * 2 > LONGEST_TEXT and _units(text) > LONGEST_TEXT else text


def _cut(text: str, language: Language) -> str:
    mark = CUT.of(count=len(text)).of(language)
    kept = text.encode("utf-16-le")[: (LONGEST_TEXT - len(mark)) * 2]
    return kept.decode("utf-16-le", errors="ignore") + mark


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def becomes_active(text: str) -> bool:
    """Whether a text would be taken for a formula when it is typed."""
    return text.startswith(_ACTIVE)


def exact(number: Decimal | int, where: Callable[[], Said]) -> float:
    """The number as a cell keeps it; raises NotExported when it has more digits than that, naming `where`."""
    value = float(number)
    if abs(number) >= _SAFE and Decimal(f"{value:.{_DIGITS}g}") != number:
        raise NotExported(TOO_MANY_DIGITS.of(where=where(), number=number, digits=_DIGITS))
    return value
