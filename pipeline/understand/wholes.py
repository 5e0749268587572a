"""Whether the title of a table leaves room for money that its table does not have.

A title is the name of a body or a place, years, and declared words. What is in brackets is made of words that say how
the table is made, names a body, or explains. Whatever else it has may say that the table has a part of the money:
住房公积金支出表 is none of all expenditure.
"""

from __future__ import annotations

import re

from yusuan.pipeline.layout.captions import core
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.named_first import SAID, WORDS, YEAR, left_over, name_before, names
from yusuan.pipeline.understand.titles import known, said, spoken, understand
from yusuan.pipeline.understand.words import compose
from yusuan.schemas.vocabulary.enumerators import NUMERALS
from yusuan.schemas.vocabulary.titles import FUND_SCOPES, INCLUDING, LEVELS, SCOPES, STAGES, STRUCTURE

_EXPLAINING = SAID.union(STRUCTURE)
_COUNTED = re.compile(rf"{LEVELS}|{STAGES}|[{NUMERALS}\d\W_]")
_IN_BRACKETS = re.compile(r"(（[^（）]*）)")
_WORDS_ALONE = re.compile(r"^[^,，。;；:：？?%]*$")
_SHORTEST, _LONGEST = 5, 40
_SHEET = re.compile(r"^[A-Za-z]{1,4}\d{1,2}(?!\d)")


def is_bare_title(text: str) -> bool:
    """Whether a line is a title but for the word 表: it says what a table is of, and nothing that is not declared
    (机关运行经费, 2024年政府采购预算).
    """
    title = key(text) + "表"
    return _SHORTEST < len(title) <= _LONGEST and bool(
        _WORDS_ALONE.match(title) and known(title) and not strange(title)
    )


def strange(title: str, entity: str = "") -> str:
    """What of a title may say that its table has a part of the money; empty where nothing does."""
    bare = _SHEET.sub("", core(spoken(title), [entity] if entity else []))
    if several := _several(title):
        return several
    text = _IN_BRACKETS.sub("", bare)
    begin = name_before(text)
    place = 0  # in the text without brackets
    for piece in _IN_BRACKETS.split(bare):
        if not piece.startswith("（"):
            place += len(piece)
        elif place >= begin and not _explains(piece.strip("（）"), title):
            return piece
    return "".join(left_over(part, WORDS) for part in YEAR.split(text[begin:]))


def _several(title: str) -> str:
    """The funds that a title says where they are more than one, and not all that the treasury has."""
    scopes = said(SCOPES, _IN_BRACKETS.sub("", spoken(title)))
    apart = [scope for scope in scopes if scope != "fiscal_appropriation"]
    mixed = len(apart) > 1 or (apart and apart[0] not in FUND_SCOPES and len(scopes) > 1)
    return "、".join(scopes) if mixed and {*apart} != {*FUND_SCOPES} else ""


def _explains(text: str, title: str) -> bool:
    """Whether what stands in brackets leaves a table what it is: （按功能科目）, （一）, （本级）, not （单位资金）."""
    if text.startswith(INCLUDING) or names(text):
        return True
    words = compose(text)
    measures = {meanings[0].value for _, meanings in words.words if meanings[0].dimension == "measure"}
    if len(measures) > 1 and words.known:
        return True  # several parts of a whole (人员类、运转类公用经费) are named to explain it
    return not left_over(text, _EXPLAINING, _COUNTED) and measures <= {*understand(title).said}
