"""Whose figures a text says it tells, and of when: the words of a cover, a heading or a file's name, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from pipeline.layout import captions
from pipeline.read.characters import key, name
from schemas.declaration import Stage
from schemas.words import LEVEL_WORDS, STAGE_WORDS

_CHINESE_YEAR = re.compile(r"[〇○零oO一二三四五六七八九]{4}(?=年)")
_CHINESE_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")
_YEAR = re.compile(r"(20\d{2})(?:年度|年|(?=部门|单位|预算|决算))")
_BEFORE = re.compile(
    r"^(?:附件[一二三四五六七八九十\d]*[:：、.]?|第[一二三四五六七八九十]+部分|关于|[（(]?\d+[)）、.])"
)
_SAID = re.compile(
    r"^(?P<body>[^:，,。；《》]{2,40}?)(?P<level>部门|单位)?(?:综合|本级)?(?P<stage>预算|决算)"
    r"(?:信息|公开|草案|（草案）|报告|报表|情况|说明|文本|数据|资料|表|书|及|和|的|三公经费|附件|（\d+）|\d)*$"
)
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_GOVERNMENT = re.compile(
    r"^(?:关于)?(?P<body>[^\d,:，：、。年]{1,12}?(?:省|市|县|区|州|盟|旗))(?:本级|市级|省级)?(?:20\d\d年度?)"
    r"(?:全市|全省|全县|全区)?(?:及|和|与)?(?:市级|省级|县级|区级|本级)?(?:(?:财政)?(?:预算执行|预算|决算|总决算)|政府决算|政府预算)"
)
_WINDOW = 4
"""What a cover says of a document is broken over no more lines than this."""


@dataclass(frozen=True)
class Told:
    """What a text tells: a body, a year, the level and the kind of document; empty or None what it does not."""

    body: str = ""
    year: int | None = None
    level: str = ""
    stage: Stage | None = None


def told(text: str) -> Told | None:
    """What a text like 2026年X局部门预算, X局2026年度预算 or X局部门决算（2024年） tells; None for any other text."""
    said = _CHINESE_YEAR.sub(lambda m: m[0].translate(_CHINESE_DIGITS), key(text))
    years = {int(year) for year in _YEAR.findall(said)}
    rest = re.sub(r"（）", "", _YEAR.sub("", said))
    while (shorter := _BEFORE.sub("", rest)) != rest:
        rest = shorter
    found = _SAID.match(rest)
    if not found or not captions.names_body(found["body"]):
        return None
    stage = next((stage for word, stage in STAGE_WORDS.items() if word == found["stage"]), None)
    level = LEVEL_WORDS.get(found["level"] or "", "")
    return Told(name(found["body"]), years.pop() if len(years) == 1 else None, level, _stage(stage))


def of_government(text: str) -> Told | None:
    """What a text tells that is of a whole government: X市2025年预算执行情况和2026年预算草案的报告,
    X省2024年政府决算.
    """
    said = _CHINESE_YEAR.sub(lambda m: m[0].translate(_CHINESE_DIGITS), key(text))
    found = _GOVERNMENT.match(said)
    if not found:
        return None
    years = [int(year) for year in _YEAR.findall(said)]
    return Told(name(found["body"]), min(years, default=None), "", "budget" if "预算" in said else "final")


def _stage(value: str | None) -> Stage | None:
    return "budget" if value == "budget" else "final" if value == "final" else None


def on_cover(lines: Sequence[str]) -> Iterator[Told]:
    """What the lines of a cover tell, each by itself or together with those right above it."""
    for end in range(len(lines)):
        for start in range(end, max(-1, end - _WINDOW), -1):
            if found := told("".join(lines[start : end + 1])):
                # The year may stand on a line of its own above.
                if found.year is None and start and (year := _year_alone(lines[start - 1])):
                    found = Told(found.body, year, found.level, found.stage)
                yield found
                break


def _year_alone(text: str) -> int | None:
    said = _CHINESE_YEAR.sub(lambda m: m[0].translate(_CHINESE_DIGITS), key(text))
    return int(said[:4]) if re.fullmatch(r"20\d{2}年度?", said) else None


def by_file_name(path: str) -> Told | None:
    """What the name of a file tells, be it a body alone; of several paths the first counts."""
    stem = PurePath(path.split(" | ", maxsplit=1)[0]).stem
    if found := told(stem) or of_government(stem):
        return found
    body = _IN_BRACKETS.sub("", key(stem))
    level = next((level for word, level in LEVEL_WORDS.items() if f"（{word}）" in key(stem)), "")
    return Told(name(body), level=level) if captions.names_body(body) else None
