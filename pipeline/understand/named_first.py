"""The name of a body or a place that a title begins with: how much of the title it is.

A name may have words that say of a table what it is (社会保险基金管理中心, 机构编制委员会办公室); there they say
nothing of the table.
"""

from __future__ import annotations

import re
from functools import lru_cache

from yusuan.pipeline.layout.captions import names_body
from yusuan.schemas.tables.official import LISTED_NAMES
from yusuan.schemas.vocabulary.titles import (
    BOTH_SIDES,
    FILLERS,
    LEVELS,
    MORE_BODIES,
    NO_NAMES,
    NO_PART_OF_NAMES,
    PARTS,
    PLACES,
    REGIONS,
    ROWS,
    SCOPES,
    SIDES,
    STANDS_FOR_NAMES,
    STRUCTURE,
    TOPICS,
)

SAID = frozenset(
    (*(word for declared in (SCOPES, PARTS, ROWS, TOPICS) for _, words in declared for word in words), *SIDES)
)
"""The words of titles that say what a table is."""
WORDS = SAID.union(BOTH_SIDES, FILLERS)
"""All declared words of titles."""
YEAR = re.compile(r"20\d\d年(?:度|初)?")
_LONGEST = max(map(len, WORDS | SAID.union(STRUCTURE)))
_LEVEL = re.compile(rf"{LEVELS}|[\d\W_]")
_REGION, _PLACEHOLDER = re.compile(REGIONS), re.compile(STANDS_FOR_NAMES)
_PLACE, _NO_NAME = re.compile(PLACES), re.compile(f"(?:{NO_NAMES})$")
_NO_PART = re.compile(NO_PART_OF_NAMES)


def name_before(text: str) -> int:
    """How many characters of a title name a body or a place before words that are all known; where they are not, the
    longest name counts.
    """
    year = YEAR.search(text)
    ends = [end for end in range(len(text), 0, -1) if names(text[:end])]
    if year and year.start() in ends:
        return year.start()
    return next((end for end in (0, *ends) if _known(text[end:])), next(iter(ends), 0))


def sure_name(text: str) -> str:
    """The name that a title without brackets begins with, where a year stands behind it or nothing but known words."""
    name, rest = text[: (end := name_before(text))], text[end:]
    return name if name and (YEAR.match(rest) or _known(rest)) else ""


def _known(text: str) -> bool:
    return not any(left_over(part, WORDS) for part in YEAR.split(text))


@lru_cache(1 << 12)
def left_over(text: str, words: frozenset[str], others: re.Pattern[str] = _LEVEL) -> str:
    """What of a text is none of some words nor any that a pattern is, if it is parted so that least is left."""
    best = [""]
    for end in range(1, len(text) + 1):
        least = best[-1] + text[end - 1]
        for start in range(max(0, end - _LONGEST), end):
            part = text[start:end]
            if len(best[start]) < len(least) and (part in words or others.fullmatch(part)):
                least = best[start]
        best.append(least)
    return best[-1]


@lru_cache(1 << 12)
def names(text: str) -> bool:
    """Whether a text is the name of a body or a place, or stands for one."""
    if _REGION.fullmatch(text) or _PLACEHOLDER.fullmatch(text):
        return True
    if _NO_NAME.search(text) or _NO_PART.search(text) or {text, f"{text}支出"} & LISTED_NAMES:
        return False
    return names_body(text) or bool(_PLACE.search(text)) or (len(text) > 3 and text.endswith(MORE_BODIES))
