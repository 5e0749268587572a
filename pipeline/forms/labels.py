"""What a cell of a form says, looked up in the declarations."""

from __future__ import annotations

import re
from functools import lru_cache

from yusuan.pipeline.layout.captions import core
from yusuan.pipeline.read.characters import key
from yusuan.schemas.forms.head_fields import FIELDS, HeadField
from yusuan.schemas.forms.labels import COLUMNS, GROUPS, SOURCES, TITLES, Role, Source
from yusuan.schemas.vocabulary.around import UNIT_LABELS, UNITS
from yusuan.schemas.vocabulary.enumerators import ENUMERATOR

_ENUMERATOR = re.compile(f"^(?:{ENUMERATOR}|[①-⑩]|[*★])")
_OF_WHICH = re.compile(r"^其中:?")
_YEARS_BEFORE = tuple(re.compile(rf"^20\d{{2}}{behind}") for behind in ("", "年", "年度?"))
_BEHIND = re.compile(r"(?:（[^（）]*）|:)$")
_UNIT = re.compile(rf"（(?:(?:{'|'.join(UNIT_LABELS)}):)?(?P<unit>{'|'.join(UNITS)})）:?$")
_UNIT_ALONE = re.compile(rf"^[（]?(?:{'|'.join(UNIT_LABELS)}):(?P<unit>{'|'.join(UNITS)})[）]?$")
_YEAR_ALONE = re.compile(r"^[（]?(?P<year>20\d{2})年?度?[）]?$")
_YEAR_BEHIND = re.compile(r"（20\d{2}年?度?）$")
_KIND_BEHIND = re.compile(r"（[^（）\d]{1,8}）$")
"""What kind of projects a form is of, in brackets behind its title (（一级项目）)."""
_LONGEST_TITLE = 70

_FIELDS: dict[str, HeadField] = {label: field for field in FIELDS for label in field.labels}
_SOURCES: dict[str, Source] = {label: source for source in SOURCES for label in source.labels}
_ROLES: dict[str, Role] = {word: role for role, words in COLUMNS.items() for word in words}


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """A printed label in the form in which labels are declared; the text itself where nothing more can go."""
    rest = key(text)
    while True:
        shorter = _ENUMERATOR.sub("", rest)
        shorter = _OF_WHICH.sub("", shorter)
        if shorter not in _FIELDS and shorter not in _ROLES:
            shorter = _BEHIND.sub("", shorter)
        if shorter in ("", rest):
            break
        rest = shorter
    # 2024年度绩效目标 may be what 年度绩效目标 is, or 绩效目标.
    without_year = [pattern.sub("", rest) for pattern in _YEARS_BEFORE]
    return next((text for text in (rest, *without_year) if text in _FIELDS), without_year[-1] or rest)


def head_field(text: str) -> HeadField | None:
    """The field of the head that a label names."""
    return _FIELDS.get(label(text))


def source(text: str) -> Source | None:
    """The source of money that a label names."""
    return _SOURCES.get(label(text))


def is_group(text: str) -> bool:
    """Whether a label stands over others and has no value of its own."""
    return label(text) in GROUPS


def is_of_which(text: str) -> bool:
    """Whether a text only says that what stands below or behind it is part of something (其中：)."""
    return key(text).rstrip(":") == "其中"


def role(text: str) -> Role | None:
    """What a column holds whose header this is."""
    return _ROLES.get(label(text))


def is_known(text: str) -> bool:
    """Whether a text is a label of a form, and no header of a column."""
    return head_field(text) is not None or source(text) is not None or is_group(text)


def unit(text: str) -> str:
    """The unit of money that a label gives in brackets behind it; empty if none."""
    found = _UNIT.search(key(text))
    return found["unit"] if found else ""


def unit_alone(text: str) -> str:
    """The unit where a text says nothing else (单位：万元); empty otherwise."""
    found = _UNIT_ALONE.match(key(text))
    return found["unit"] if found else ""


def year_alone(text: str) -> str:
    """The year where a text says nothing else (（2023年度）); empty otherwise."""
    found = _YEAR_ALONE.match(key(text))
    return found["year"] if found else ""


def is_title(text: str) -> bool:
    """Whether a line is the title of a form, be the year behind it or not."""
    rest = _KIND_BEHIND.sub("", title_core(text))
    return len(rest) <= _LONGEST_TITLE and rest.endswith(TITLES) and not re.search(r"[,。;:《》]", rest)


def title_core(text: str) -> str:
    """A title without its number, its year and what says that it is continued."""
    return core(_YEAR_BEHIND.sub("", key(text)), ())
