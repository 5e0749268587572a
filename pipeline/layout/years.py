"""Years in every way of writing: 二〇二五年, 二○二五年, ２０２５年 are 2025年."""

from __future__ import annotations

import re
from functools import lru_cache

from yusuan.pipeline.read.characters import key
from yusuan.schemas.vocabulary.enumerators import NUMERALS

_WRITTEN = re.compile(
    rf"(?<![{NUMERALS}百千])[二2][〇○零0oO◯][〇○零0oO◯一二三四五六七八九1-9]{{2}}(?=年|部门|单位|预算|决算)"
)
_DIGITS = str.maketrans("〇○零oO◯一二三四五六七八九", "000000123456789")


@lru_cache(1 << 13)
def with_years(text: str) -> str:
    """The normal form of `text` (see `key`), with each year of this century in digits."""
    folded = key(text)
    return _WRITTEN.sub(lambda year: year[0].translate(_DIGITS), folded)
