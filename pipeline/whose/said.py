"""Whose figures a text says it tells, and of when: the words of a cover, a heading or a file's name, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from yusuan.pipeline.layout import captions
from yusuan.pipeline.layout.years import with_years
from yusuan.pipeline.read.characters import key, name
from yusuan.pipeline.whose.placeholders import placeholders
from yusuan.schemas.vocabulary.around import LEVEL_WORDS
from yusuan.schemas.vocabulary.enumerators import NUMERALS, PART

if TYPE_CHECKING:
    from yusuan.pipeline.layout.logical import LogicalTable
    from yusuan.schemas.tables.declaration import Stage

_YEAR = re.compile(r"（?(20\d{2})(?:年度?）?|(?=部门|单位|预算|决算))")
_LEFT = re.compile(r"年度?(?=部门|单位|预算|决算)")
_YEAR_ANYWHERE = re.compile(r"(?<!\d)(20\d{2})年")
_BARE_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_BEFORE = re.compile(rf"^(?:附件[{NUMERALS}\d]*[:：、.\-_]?|{PART}|关于|（\d+）|\d+[)）、.\-_]|[\-_:：、.]+)")
_SAID = re.compile(
    r"^(?P<body>[^:，,。；《》]{2,40}?)(?P<level>部门|单位)?(?:[省市区县]级|综合|本级)?(?P<again>部门|单位)?(?P<stage>预算|决算)"
    r"(?:信息|公开|草案|（草案）|报告|报表|情况|说明|文本|数据|资料|表|书|及|和|的|“?三公”?经费|附件|（\d+）|[\d\-_])*$"
)
_NUMBERED = re.compile(r"（\d+）$|[-_ ]\d{1,2}$")
_OWN = re.compile(r"(?P<rest>.+?)(?:部门|单位)$")
_FORM_LABELS = ("部门名称", "部门（单位）名称", "单位名称", "预算部门", "填报部门", "填报单位", "部门（单位）")
_HEAD = 5
"""Rows of a form in which its body may be named."""
_WINDOW = 4
"""What a cover says of a document is broken over no more lines than this."""
_COVER = 12
"""Lines of a first page that may be its heading; a letter of many lines follows where it is no cover."""


@dataclass(frozen=True)
class Told:
    """What a text tells: a body, a year, the level and the kind of document; empty or None what it does not."""

    body: str = ""
    year: int | None = None
    level: str = ""
    stage: Stage | None = None


def told(text: str) -> Told | None:
    """What a text like 2026年X局部门预算, X局2026年度预算 or X局部门决算（2024年） tells; None for any other text."""
    said = with_years(text)
    if placeholders(text):
        return None
    years = {int(year) for year in _YEAR.findall(said)}
    rest = _LEFT.sub("", _YEAR.sub("", said).replace("（）", ""))
    while (shorter := _BEFORE.sub("", rest)) != rest:
        rest = shorter
    found = _SAID.match(rest)
    if not found:
        return None
    body, level = found["body"], found["again"] or found["level"] or ""
    if not captions.names_body(body):
        own = _OWN.match(body)  # X委员会部门2026年度部门预算
        if not own or not captions.names_body(own["rest"]):
            return None
        body = own["rest"]
    stage: Stage = "final" if found["stage"] == "决算" else "budget"
    return Told(name(body), years.pop() if len(years) == 1 else None, LEVEL_WORDS.get(level, ""), stage)


def body_alone(text: str) -> Told | None:
    """What a text tells that is the name of a body, with its year or its level perhaps: X局（部门）, 2024X局."""
    said = _BEFORE.sub("", _NUMBERED.sub("", with_years(text)))
    year = year_in(said)
    said = _BARE_YEAR.sub("", _YEAR.sub("", said)).replace("（）", "")
    level = ""
    for word, meant in LEVEL_WORDS.items():
        if f"（{word}）" in said:
            level, said = level or meant, said.replace(f"（{word}）", "")
    said = re.sub(r"[表\-_]+$", "", said)
    return Told(name(said), year, level) if captions.names_body(said) else None


def year_in(said: str) -> int | None:
    """The one year that a text names, with 年 or bare; None where it names none or several."""
    said = with_years(said)
    years = set(_YEAR_ANYWHERE.findall(said)) or set(_BARE_YEAR.findall(said))
    return int(years.pop()) if len(years) == 1 else None


def on_cover(lines: Sequence[str]) -> Iterator[Told]:
    """What the lines of a cover tell, each by itself or together with those right above it.

    The year may stand on a line of its own above or below.
    """
    lines = lines[:_COVER]
    for end in range(len(lines)):
        for start in range(end, max(-1, end - _WINDOW), -1):
            if found := told("".join(lines[start : end + 1])):
                near = [*lines[max(0, start - 2) : start][::-1], *lines[end + 1 : end + 2]]
                year = found.year or next((year for text in near if (year := year_alone(text, bare=True))), None)
                yield Told(found.body, year, found.level, found.stage)
                break


def year_alone(text: str, bare: bool = False) -> int | None:
    """The year of a line that says nothing else: 2026年, （2026年度）; with `bare`, also 2026."""
    found = re.fullmatch(r"（?(20\d{2})年度?）?|20\d{2}" if bare else r"（?(20\d{2})年度?）?", with_years(text))
    return int(found[1] or found[0]) if found else None


def kind_of(text: str) -> Stage | None:
    """What kind of document a text says it is of, where it speaks of one kind alone."""
    said = key(text)
    if ("预算" in said) == ("决算" in said):
        return None
    return "final" if "决算" in said else "budget"


def bodies_of_forms(tables: Iterable[LogicalTable]) -> list[str]:
    """The bodies that the head of forms about a whole body (整体支出绩效目标) names, each as often as it does."""
    found = []
    for table in tables:
        if "整体" not in key(table.caption.title) or "绩效" not in key(table.caption.title):
            continue
        grid = table.fragments[0].grid
        for row in range(min(_HEAD, grid.rows)):
            texts = [cell.text for cell in grid.row(row) if cell.text]
            for label, value in pairwise(texts):
                if key(label).rstrip(":") in _FORM_LABELS and captions.names_body(value):
                    found.append(name(value))
    return found
