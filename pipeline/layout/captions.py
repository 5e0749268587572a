"""What is said around a table: its title, whose figures these are, and the unit of its amounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yusuan.pipeline.layout.years import with_years
from yusuan.pipeline.read.characters import key, name
from yusuan.schemas.vocabulary.around import (
    BODY_HEADINGS,
    BODY_SUFFIXES,
    ENTITY_LABELS,
    FORMS,
    LEVEL_WORDS,
    SUPERIOR_LABELS,
    TITLE_FILLERS,
    TITLE_QUALIFIERS,
    UNIT_LABELS,
    UNITS,
)
from yusuan.schemas.vocabulary.enumerators import ENUMERATOR, NUMERALS, PART

_SEAL = "(?:（[^（）]{1,4}）)?"
_AFTER_ENTITY = re.compile(
    r"[（]?(?:20\d{2}[年\-./]\d|(?:填报|编制|制表|公开)?(?:日期|时间):|币种:|金额单位:|单位:).*$"
)
_CODED = re.compile(r"^(?:[\[(（]\d{3,12}[\])）][-_]?|\d{3,12}[-_]|\d{6,12})(?=[^\d\-_])")
"""The number of a body before its name: [101]X局, 101001_X局."""
_SEALED = re.compile(r"（(?:盖章|公章|签章|章)）$")
_ENTITY = re.compile(rf"^(?P<label>{'|'.join(ENTITY_LABELS)}){_SEAL}:{_SEAL}(?P<entity>.*?)$")
_UNIT_AT_END = re.compile(
    rf"[（]?(?:{'|'.join(UNIT_LABELS)}):(?:人民币)?(?P<unit>[^:（）]{{1,5}}?)(?:（?人民币）?)?[）]?$"
)
_UNIT_ALONE = re.compile(rf"^[（]?(?:人民币)?(?P<unit>{'|'.join(UNITS)})[）]?$")
_ENUMERATOR = re.compile(
    r"^(?:（[^\d（）]{0,8}(?:表\d{1,2}(?:-\d{1,2})?|\d{1,2}(?:-\d{1,2})?表)）|[^\d:：，。]{0,8}\d{1,2}(?:-\d{1,2})?表(?=[:：]?.{3})|附件?(?:\d{1,2}(?:-\d{1,2})?(?=20\d\d年|\D|$))?(?!\d*表)"
    r"|[^\d表:：，。]{1,6}表\d{1,2}(?:-\d{1,2})?(?=20\d\d年|\D)(?=.{3})"
    rf"|(?:预算|决算|公开|附)?表(?:[{NUMERALS}]+|\d{{1,2}}(?:-\d{{1,2}})?(?=20\d\d年|\D|$))|{ENUMERATOR})[:：]?"
)
_UNIT_IN_BRACKETS = re.compile(rf"^(?:(?:{'|'.join(UNIT_LABELS)}):?)?(?P<unit>{'|'.join(UNITS)})$")
_LABEL_ALONE = re.compile(rf"^[（]?(?:{'|'.join((*ENTITY_LABELS, *UNIT_LABELS))}):$")
_YEAR = re.compile(r"^(?:20)\d{2}年度?")
_BEFORE_WORDS = re.compile(rf"(?:20\d{{2}}年?度?)?(?:{'|'.join(TITLE_FILLERS)})*$")
_YEAR_ANYWHERE = re.compile(r"(20\d{2})年")
_CONTINUED = re.compile(r"(?:[（]续.{0,3}[）]|续表?\d*)$")
_SHEET_NUMBER = re.compile(r"^\D{0,8}\d{1,2}(?:-\d{1,2})?表$|^(?!\D*(?:收入|支出|收支|经费))\D{0,8}公开(?:附?表)?$")
_PART = re.compile(
    rf"(?<=表)(?:（[{NUMERALS}\d]{{1,2}}）"
    r"|\d{1,2}|（[^\d（）]{0,4}(?:\d{1,2}(?:-\d{1,2})?表|表\d{1,2}(?:-\d{1,2})?)）"
    r"|(?:预算|决算|公开)\d{1,2}表)$"
)
_QUALIFIER = re.compile(rf"(?<=表)（(?P<words>{TITLE_QUALIFIERS})）$")
_IN_BRACKETS = re.compile(r"(?<=表)(?:（[^（）]{1,30}）){1,2}$")
_BRACKET_LINE = re.compile(r"^（(?!20\d\d年度?）)[^（）:。;]{1,30}）$")
_COVER_YEAR = re.compile(r"(20\d{2})年?度?(?:区级|市级|省级|县级|本级)?(?:部门|单位|预算|决算)|(20\d{2})年度")

_PAGE_NUMBER = re.compile(r"^(?:第?[-—–―]*\d{1,4}[-—–―]*页?|第\d+页[,，]?共\d+页|\d{1,3}/\d{1,3})$")
_PART_HEADING = re.compile(rf"^{PART}.{{2,40}}$")
_BODY = re.compile(rf"^[^:，。；]{{2,40}}(?:{'|'.join(BODY_SUFFIXES)})(?:本级|机关)?(?:（[^（）]{{1,24}}）)?$")
_HEADINGS = [
    re.compile(
        pattern.replace("{body}", rf"[^:,;，。；：、]{{2,40}}?(?:{'|'.join(BODY_SUFFIXES)})(?:（[^（）]{{1,24}}）)?")
    )
    for pattern in BODY_HEADINGS
]
_BEGUN = re.compile(r"^(?!附件|目录?$)[^\d:,;，。；：、（）《》]{2,30}$")
_LONGEST_TITLE = 70
_HALF_SENTENCE = (",", ";", "、")


@dataclass(frozen=True, slots=True)
class Caption:
    """What stood above a table. Empty where nothing was said; `unit` and `label` are the words as printed, the latter
    that before the entity. `version` tells a table as it was from the corrected one (`versions.py`).
    """

    title: str = ""
    entity: str = ""
    level: str = ""
    unit: str = ""
    label: str = ""
    version: str = ""


def is_page_number(text: str) -> bool:
    """Whether a line is only the number of its page."""
    return bool(_PAGE_NUMBER.match(key(text)))


@lru_cache(1 << 12)
def _without_numbers(title: str) -> str:
    """A title without the number before it and what counts its parts behind it: 表2, 1., （续）, （一）."""
    return _PART.sub("", _CONTINUED.sub("", _ENUMERATOR.sub("", with_years(title))))


def _without_body(title: str, entities: Iterable[str]) -> str:
    """A title without numbers, and without the body and the year that it begins with, in either order."""
    rest = _YEAR.sub("", _without_numbers(title))
    for entity in sorted(entities, key=len, reverse=True):
        rest = rest.removeprefix(key(entity))
    return _YEAR.sub("", rest)


def unit_at_end(text: str) -> bool:
    """Whether a line ends with the unit of the amounts below it."""
    return bool(_UNIT_AT_END.search(text) or _UNIT_IN_BRACKETS.match(text))


@lru_cache(1 << 12)
def looks_like_title(text: str) -> bool:
    """Whether a line may be the title of a table: it ends in 表 and is no sentence."""
    folded = _IN_BRACKETS.sub("", _without_numbers(text))
    return (
        folded.endswith("表")
        and 3 < len(folded) <= _LONGEST_TITLE
        and not re.search(r"[,。;:]|\.{3}|…", folded)
        and not _SHEET_NUMBER.match(folded)
    )


def read_caption(texts: Sequence[str], known: Callable[[str], int] = lambda title: 0, ruled: bool = False) -> Caption:
    """Read the lines above a table, given from top to bottom; or those of `ruled` cells, where a unit without a label
    is that of a column.

    The nearest title, entity and unit count; a title that is `known` before any other, and the body
    itself before the one above it (预算主管部门). A title may be broken over two lines. `known` gives the length of the
    words that are declared.
    """
    title = entity = level = label = superior = ""
    units: list[str] = []
    folded = _labels_joined([key(text) for text in texts])
    for index in range(len(folded) - 1, -1, -1):
        rest = folded[index]
        at_end = _UNIT_AT_END.search(rest) or (None if ruled else _UNIT_ALONE.match(rest))
        if at_end and not names_body(at_end["unit"]):  # 单位：水文站
            if not (units and title):
                units.append(at_end["unit"])
            rest = rest[: at_end.start()]
        labelled = _ENTITY.match(rest)
        if labelled:
            body = _body(labelled["entity"])
            if body and labelled["label"] in SUPERIOR_LABELS:
                superior = superior or body
            elif body and not entity and (labelled["label"] not in UNIT_LABELS or names_body(body)):
                entity, label = body, labelled["label"]
                level = ENTITY_LABELS[label]
            continue
        above = folded[index - 1] if index else ""
        whole = above + rest if _broken(above, rest, known) else rest
        if above.endswith(_HALF_SENTENCE):
            continue  # the rest of a sentence that ends in 表
        if looks_like_title(whole) and (not title or (known(whole) and not known(title))):
            title = whole
    if superior and not entity:
        entity, level = superior, "department"
    named = _UNIT_IN_BRACKETS.search(qualifier(title))
    if named:
        units.append(named["unit"])
    # Of several units below one title, or in it, nothing tells which is that of the amounts.
    unit = " and ".join(dict.fromkeys(units))
    return Caption(title, entity, level, unit, label)


def _broken(above: str, rest: str, known: Callable[[str], int]) -> bool:
    """Whether `rest` is the end of a title that begins in the line `above`."""
    if (
        not above
        or not _IN_BRACKETS.sub("", rest).endswith("表")
        or looks_like_title(above)
        or _ENTITY.match(above)
        or _UNIT_AT_END.search(above)
    ):
        return False
    if rest == "表":
        return looks_like_title(above + rest)
    if known(above + rest) > known(rest):
        return True  # 财政拨款 / 收支总表 is not 收支总表
    if (len(rest) < 10 or len(rest) <= len(above)) and _YEAR.match(with_years(above)) and not _YEAR.match(rest):
        # A line with a year above a title that is known by itself is a part of it if it says whose and which it is.
        before = _BEFORE_WORDS.sub("", above)
        return looks_like_title(above + rest) and (not known(rest) or not before or bool(_BODY.match(before)))
    return False


def _body(text: str) -> str:
    """The name of a body without its number and what may stand behind it on its line: a date, a seal, a label."""
    return name(_CODED.sub("", _SEALED.sub("", _AFTER_ENTITY.sub("", text))))


def _labels_joined(texts: Sequence[str]) -> list[str]:
    """Texts, with what belongs together made one: a label (编制部门：) and the value that stands apart from it, a title
    and the line in brackets below it, a unit that is broken over two lines.
    """
    joined: list[str] = []
    for text in texts:
        if joined and _goes_with(joined[-1], text):
            joined[-1] += text
        else:
            joined.append(text)
    return joined


def _goes_with(above: str, text: str) -> bool:
    if _LABEL_ALONE.match(above):
        return text in UNITS or (bool(_BODY.match(text)) and not looks_like_title(text))
    if above.endswith(":万"):
        return text in ("元", "元）")
    bracket = bool(_BRACKET_LINE.match(text))
    return bracket and looks_like_title(above) and not above.endswith("）") and not form(above)


def core(title: str, entities: Iterable[str]) -> str:
    """The words of a title that say what the table is: without number, year, body, 部门 / 单位, and what stands in
    brackets behind it.
    """
    rest = _QUALIFIER.sub("", _without_body(title, entities))
    while True:
        for filler in TITLE_FILLERS:
            # 部门预算… : a filler is dropped only where more than 表 is left of the title.
            if rest.startswith(filler) and len(rest) > len(filler) + 2:
                rest = rest[len(filler) :]
                break
        else:
            return rest


def qualifier(title: str) -> str:
    """What a title says in brackets behind it: 支出预算表（功能科目）; empty if nothing."""
    found = _QUALIFIER.search(_without_numbers(title))
    return found["words"] if found else ""


def continued(title: str) -> bool:
    """Whether a title says that its table began on a page before: （续）, 续表."""
    return bool(_CONTINUED.search(key(title)))


def form(title: str) -> str:
    """What kind of form a title names that is no table of the dataset; empty if none."""
    return next((kind for words, kind in FORMS.items() if key(title).endswith(words)), "")


def years(texts: Iterable[str]) -> list[int]:
    """The years named in `texts`, in their order, with repetitions."""
    return [int(year) for text in texts for year in _YEAR_ANYWHERE.findall(with_years(text))]


def named_body(text: str) -> tuple[str, str] | None:
    """The body that a cover names (X局2024年度部门决算), and the level it tells; None for any other text."""
    return _named(text, cover=True)


def headed_body(text: str) -> tuple[str, str] | None:
    """The body that the heading of a part names (第二部分X局2024年度部门决算表), and the level; None for other text."""
    return _named(text, cover=False)


def _named(text: str, cover: bool) -> tuple[str, str] | None:
    for pattern in _HEADINGS:
        found = pattern.match(with_years(text))
        if found and (cover or found["part"] or found.groupdict().get("rest")):
            return name(found["body"]), LEVEL_WORDS.get(found.groupdict().get("level") or "", "")
    return None


def is_part(text: str) -> bool:
    """Whether a line is the heading of a part: 第二部分2024年度部门预算表."""
    return bool(_PART_HEADING.match(key(text)))


def names_body(text: str) -> bool:
    """Whether a text is the name of a body and nothing else."""
    return bool(_BODY.match(key(text)))


def incomplete_body(text: str) -> bool:
    """Whether a line may be the beginning of a body's name that goes on in the next line, and no name by itself."""
    return bool(_BEGUN.match(key(text))) and not _BODY.match(key(text))


def cover_year(texts: Iterable[str]) -> int | None:
    """The year that a cover says the document is for, not that of its date; None if it does not say."""
    for text in texts:
        found = _COVER_YEAR.search(with_years(text))
        if found:
            return int(found[1] or found[2])
    return None


def cover_level(texts: Iterable[str]) -> str:
    """`unit` or `department` as a cover tells (部门预算, 单位预算); empty where it does not."""
    for text in texts:
        found = re.search(r"(部门|单位)(?:预算|决算)(?!主管)", key(text))
        if found:
            return LEVEL_WORDS[found[1]]
    return ""


def level(title: str, entities: Iterable[str] = ()) -> str:
    """`unit` or `department` as the words before a table's name tell; empty where they do not."""
    head = _without_body(title, entities)
    return next((level for words, level in LEVEL_WORDS.items() if head.startswith(words)), "")
