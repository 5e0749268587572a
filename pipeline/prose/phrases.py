"""A noun phrase before a figure → what it names: a subject of the field, a line of the tables, or the phrase itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from yusuan.brief import brief
from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.prose.statement import Subject
from yusuan.pipeline.prose.tables import bare as bare_name
from yusuan.schemas.prose.general import (
    BEFORE_PHRASE,
    BODY,
    BY_CONTEXT,
    FILLERS,
    FUNDS,
    LEVELS,
    MONEY,
    OF_EXPENDITURE,
    OF_REVENUE,
    SIDES,
)
from yusuan.schemas.prose.statements import ITEM, SUBJECTS
from yusuan.schemas.vocabulary.enumerators import IN_PROSE

LONGEST = 40
"""Letters of a name; what is longer is a clause."""

_WORDS: tuple[tuple[str, str, str], ...] = (
    *(("money", subject, words) for subject, words in MONEY),
    *(("fund", fund, words) for fund, words in FUNDS.items()),
    *(("side", side, words) for side, words in SIDES.items()),
    ("filler", "", FILLERS),
)
# Nearly all are plain texts, of which only those are looked at that begin with the letter that is there.
_PLAIN = {number: words for number, (_, _, words) in enumerate(_WORDS) if words and re.escape(words) == words}
_BY_LETTER: dict[str, list[int]] = defaultdict(list)
for _number, _text in _PLAIN.items():
    _BY_LETTER[_text[0]].append(_number)
_PATTERNS = [(number, re.compile(words)) for number, (_, _, words) in enumerate(_WORDS) if number not in _PLAIN]
_BEFORE = re.compile(
    rf"(?:{IN_PROSE}|{BEFORE_PHRASE}|[：、，]|20\d\d年度?|当年|本年度?|全年|本(?:部门|单位|级|局|委)|我(?:部门|单位|局|委|办)|部门|单位|的)"
)
_BODY = re.compile(BODY)
_YEAR_BEHIND = re.compile(r"^(?P<phrase>.+?)20\d\d年度?(?:年初)?$")
_LEVEL = re.compile(rf"^(?:{LEVELS})(?:级)?")
_CODE_BEFORE = re.compile(r"^(?P<code>\d{3,7})[-—–]*(?P<name>[^\d].*)$")
_CODE_BEHIND = re.compile(r"^(?P<name>.*[^\d（])（(?P<code>\d{3,7})）(?:支出)?$")
_ITEM = re.compile(rf"{ITEM}(?:支出)?$")
_BELOW = re.compile(r"^(?P<group>[^，。；：]+?)（款）(?:(?P<item>[^，。；：]+?)（项）)?(?:支出)?$")


@dataclass(frozen=True)
class Names:
    """What the tables of a document name, in plain form: its rows, and what else names them (bodies, projects).

    `strict` tells that it is of a whole government, of which only what is said in so many words is read.
    """

    rows: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    strict: bool = False

    def __repr__(self) -> str:
        return brief(self)


def names_of(tables: Iterable[ExtractedTable], government: bool = False) -> Names:
    """All names that tables print for their rows, without those that are words of the field."""
    records = [record for table in tables for record in table.records]
    others = {bare_name(said) for r in records for kind, said in r.names.items() if said and not kind.endswith("code")}
    return Names(frozenset(bare_name(r.item) for r in records if len(r.item) > 1), frozenset(others), government)


@lru_cache(4096)
def words_of(phrase: str) -> tuple[tuple[str, str], ...] | None:
    """The declared words that a phrase is made of, each with its kind; None where any part is no such word."""
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(phrase):
        matches = [(m.end(), -number) for number, words in _PATTERNS if (m := words.match(phrase, place))]
        matches += [
            (place + len(_PLAIN[number]), -number)
            for number in _BY_LETTER.get(phrase[place], ())
            if phrase.startswith(_PLAIN[number], place)
        ]
        # The longest, of as long ones the first.
        end, number = max(matches, default=(place, 0))
        if end == place:
            return None
        kind, id_, _ = _WORDS[-number]
        if kind != "filler":
            found.append((kind, id_))
        place = end
    return tuple(found)


def subject_of_words(phrase: str, whole: Subject | None = None) -> str:
    """The id that the words of a phrase make; empty where they make none for certain.

    `whole` is what it is a part of, which tells whether the money of a fund comes in or goes out.
    """
    words = words_of(phrase)
    if not words:
        return ""
    by_kind = {kind: [id_ for k, id_ in words if k == kind] for kind in ("money", "fund", "side")}
    money, funds = list(dict.fromkeys(by_kind["money"])), list(dict.fromkeys(by_kind["fund"]))
    sides = list(dict.fromkeys(by_kind["side"]))
    whose = [fund for fund in funds if fund != "fiscal"] or funds
    if len(money) > 1 or len(whose) > 1 or len(sides) > 1:
        return ""
    fund, side = (whose[0] if whose else ""), (sides[0] if sides else "")
    if money:
        # What is bought with the money of one fund is not all that is bought, and so on.
        if side == "expenditure" and money[0] in OF_REVENUE:
            return ""
        apart = money[0].startswith("procurement") or money[0].endswith("_balance")
        return "" if fund and apart else _of_fund(money[0], fund)
    if fund:
        if side == "both":
            return "appropriation" if fund == "fiscal" else ""
        if not side and whole is not None:
            side = "revenue" if whole.id in OF_REVENUE else "expenditure" if whole.id in OF_EXPENDITURE else ""
        return BY_CONTEXT[fund][0 if side == "revenue" else 1] if side else ""
    return {"both": "revenue_expenditure", "revenue": "revenue", "expenditure": "expenditure"}.get(side, "")


def _of_fund(money: str, fund: str) -> str:
    """What a use is when a fund is named with it: that of the fund where there is a word for it."""
    if money not in ("basic", "project") or not fund:
        return money
    of = "appropriation" if fund == "fiscal" else fund
    return f"{of}_{money}" if f"{of}_{money}" in SUBJECTS else ""


def resolve(
    phrase: str, names: Names, entity: str = "", whole: Subject | None = None, heading: str = ""
) -> tuple[Subject | None, str]:
    """What a phrase names, and the phrase without what stands before it; None where that is not certain."""
    bare = stripped(phrase)
    if not bare or (len(bare) > LONGEST and not bare.endswith(("）", "支出"))):
        return None, bare
    if found := _named(bare, names, whole, heading):
        return found, bare
    if year := _YEAR_BEHIND.match(bare):
        # 公务用车购置费2026年预算数: the year stands behind what it is of.
        return _named(year["phrase"], names, whole, heading), year["phrase"]
    level = _LEVEL.match(bare)
    if level and subject_of_words(bare[level.end() :], whole):
        return Subject(names=(bare,)), bare
    return _of_body(bare, names, entity, whole)


def stripped(phrase: str) -> str:
    """A phrase without enumerators, years and the words before it."""
    while (found := _BEFORE.match(phrase)) and found.end():
        phrase = phrase[found.end() :]
    return phrase


def _named(bare: str, names: Names, whole: Subject | None, heading: str) -> Subject | None:
    """The subject of the field, the 科目 or the row of the tables that is named."""
    # Names of three levels may be long, other names are short.
    for pattern in (_CODE_BEFORE, _CODE_BEHIND):
        if found := pattern.match(bare):
            return Subject(code=found["code"], names=(found["name"],))
    if found := _ITEM.fullmatch(bare):
        return Subject(names=tuple(found[level] for level in ("class", "group", "item") if found[level]))
    if found := _BELOW.fullmatch(bare):
        below = tuple(found[level] for level in ("group", "item") if found[level])
        above = re.search(r"([^、（）\d]+)（类）", heading)
        return Subject(names=(above[1], *below) if above else below)
    if subject := subject_of_words(bare, whole):
        return Subject(id=subject)
    if (bare_name(bare) in names.rows and not words_of(bare)) or bare_name(bare) in names.others:
        return Subject(names=(bare,))
    return None


def _of_body(bare: str, names: Names, entity: str, whole: Subject | None) -> tuple[Subject | None, str]:
    """What is said of a body: of the document's own one it is what it would be without the name."""
    for end in range(len(bare) - 1, 1, -1):
        body, rest = bare[:end], stripped(bare[end:])
        if not rest or not _BODY.fullmatch(body):
            continue
        found = _named(rest, names, whole, "")
        if found is None:
            continue
        own = not entity or body in entity
        return (found if own else of_another(found, body)), bare
    return None, bare


def of_another(subject: Subject, body: str) -> Subject:
    """A subject as that of another body than the one whose document it is, named as printed."""
    said = said_of(subject)
    return subject if said[0] == body else Subject(names=(body, *said))


def said_of(subject: Subject) -> tuple[str, ...]:
    """The words for a subject: its names, or those that it has in print."""
    return subject.names or (SUBJECTS.get(subject.id, subject.id).partition(", ")[0],)


def named_alone(text: str) -> Subject | None:
    """The subject that a heading or a sentence without a figure names, if it names one and nothing else."""
    bare = stripped(text.strip("。：")).removesuffix("情况").removesuffix("说明")
    if not bare or len(bare) > LONGEST or any(mark in bare for mark in "，。；：、"):
        return None
    subject = subject_of_words(bare)
    return Subject(id=subject) if subject else None


def body_of(heading: str, entity: str) -> str:
    """The body that a heading names, if it is another than the one whose document it is."""
    bare = stripped(heading)
    return bare if _BODY.fullmatch(bare) and bare not in entity else ""
