"""Whether the title of a table leaves room for money that its table does not have.

A title is the name of a body or a place, years, and declared words. What is in brackets is made of words that say how
the table is made, names a body, or explains. Whatever else it has may say that the table has a part of the money:
住房公积金支出表 is none of all expenditure.
"""

from __future__ import annotations

import re

from yusuan.pipeline.layout.captions import core, names_body
from yusuan.pipeline.understand.titles import said, spoken, understand
from yusuan.pipeline.understand.words import compose
from yusuan.schemas.tables.official import LISTED_NAMES
from yusuan.schemas.vocabulary.enumerators import NUMERALS
from yusuan.schemas.vocabulary.titles import (
    BOTH_SIDES,
    FILLERS,
    FUND_SCOPES,
    INCLUDING,
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
    STAGES,
    STANDS_FOR_NAMES,
    STRUCTURE,
    TOPICS,
)

_SAID = frozenset(
    (*(word for declared in (SCOPES, PARTS, ROWS, TOPICS) for _, words in declared for word in words), *SIDES)
)
_WORDS, _EXPLAINING = _SAID.union(BOTH_SIDES, FILLERS), _SAID.union(STRUCTURE)
_LONGEST = max(map(len, _WORDS | _EXPLAINING))
_LEVEL, _COUNTED = re.compile(rf"{LEVELS}|[\d\W_]"), re.compile(rf"{LEVELS}|{STAGES}|[{NUMERALS}\d\W_]")
_YEAR = re.compile(r"20\d\d年(?:度|初)?")
_IN_BRACKETS = re.compile(r"(（[^（）]*）)")
_REGION, _PLACEHOLDER = re.compile(REGIONS), re.compile(STANDS_FOR_NAMES)
_PLACE, _NO_NAME = re.compile(PLACES), re.compile(f"(?:{NO_NAMES})$")
_NO_PART, _SHEET = re.compile(NO_PART_OF_NAMES), re.compile(r"^[A-Za-z]{1,4}\d{1,2}(?!\d)")


def strange(title: str, entity: str = "") -> str:
    """What of a title may say that its table has a part of the money; empty where nothing does."""
    bare = _SHEET.sub("", core(spoken(title), [entity] if entity else []))
    if several := _several(title):
        return several
    text = _IN_BRACKETS.sub("", bare)
    begin = _name_before(text)
    place = 0  # in the text without brackets
    for piece in _IN_BRACKETS.split(bare):
        if not piece.startswith("（"):
            place += len(piece)
        elif place >= begin and not _explains(piece.strip("（）"), title):
            return piece
    return "".join(_left_over(part, _WORDS, _LEVEL) for part in _YEAR.split(text[begin:]))


def _several(title: str) -> str:
    """The funds that a title says where they are more than one, and not all that the treasury has."""
    scopes = said(SCOPES, _IN_BRACKETS.sub("", spoken(title)))
    apart = [scope for scope in scopes if scope != "fiscal_appropriation"]
    mixed = len(apart) > 1 or (apart and apart[0] not in FUND_SCOPES and len(scopes) > 1)
    return "、".join(scopes) if mixed and {*apart} != {*FUND_SCOPES} else ""


def _name_before(text: str) -> int:
    """How many characters of a title name a body or a place before words that are all known; where they are not, the
    longest name counts.
    """
    year = _YEAR.search(text)
    ends = [end for end in range(len(text), 0, -1) if _names(text[:end])]
    if year and year.start() in ends:
        return year.start()
    return next((end for end in (0, *ends) if _known(text[end:])), next(iter(ends), 0))


def _known(text: str) -> bool:
    return not any(_left_over(part, _WORDS, _LEVEL) for part in _YEAR.split(text))


def _left_over(text: str, words: frozenset[str], others: re.Pattern[str]) -> str:
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


def _names(text: str) -> bool:
    """Whether a text is the name of a body or a place, or stands for one."""
    if _REGION.fullmatch(text) or _PLACEHOLDER.fullmatch(text):
        return True
    if _NO_NAME.search(text) or _NO_PART.search(text) or {text, f"{text}支出"} & LISTED_NAMES:
        return False
    return names_body(text) or bool(_PLACE.search(text)) or (len(text) > 3 and text.endswith(MORE_BODIES))


def _explains(text: str, title: str) -> bool:
    """Whether what stands in brackets leaves a table what it is: （按功能科目）, （一）, （本级）, not （单位资金）."""
    if text.startswith(INCLUDING) or _names(text):
        return True
    words = compose(text)
    measures = {meanings[0].value for _, meanings in words.words if meanings[0].dimension == "measure"}
    if len(measures) > 1 and words.known:
        return True  # several parts of a whole (人员类、运转类公用经费) are named to explain it
    return not _left_over(text, _EXPLAINING, _COUNTED) and measures <= {*understand(title).said}
