"""A figure that no declared formula reads, by the words of the field: what kind of figure it is, and what of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from yusuan.pipeline.prose.figures import Figure
from yusuan.pipeline.prose.phrases import LONGEST, Names, named_alone, resolve, stripped, words_of
from yusuan.pipeline.prose.statement import Subject
from yusuan.schemas.prose.general import AGAINST_YEAR, BEHIND_PHRASE, LEVELS, MONEY_ENDS, OF_BEFORE, OF_CHANGE, VAGUE
from yusuan.schemas.prose.statements import EXECUTED, REASON
from yusuan.schemas.vocabulary.enumerators import IN_PROSE, NUMERALS

_CHANGE = re.compile(OF_CHANGE)
_AGAINST = re.compile(AGAINST_YEAR)
_OF_BEFORE = re.compile(OF_BEFORE)
_BASE_FIGURE = re.compile(rf"^(?:比|较|与|同)?(?P<phrase>.*?){OF_BEFORE}")
_TAIL = re.compile(rf"(?:{BEHIND_PHRASE})$")
_VAGUE = re.compile(rf"(?:{VAGUE})$")
_SHARE = re.compile(r"(?:占|占比)(?P<of>[^，。；：（）占]*?)的?(?:比重|比例)?(?:为|是)?$")
_COMPLETION = re.compile(r"(?:完成|为|占)(?:了)?(?:当年|全年|年初|调整后?)?(?:预算|预算数)的$")
_COMPLETED = re.compile(r"完成(?:当年|全年|年初|调整后?)?预算数?")
_YEAR = re.compile(r"20\d\d(?=年)")
_LISTED = re.compile("(?:其中|主要包括|包括|包含|主要有)")
_ONLY_YEARS = re.compile(r"20\d\d年度?|上年度?|去年")
_CLAUSE = re.compile(r"[，。；：]")
_REASONED = re.compile(rf"^.*(?:{REASON})(?:一?是|为|：)?|^[{NUMERALS}]是|^由于|^因")
_MONEY_NAME = re.compile(rf"[^，。；：、\d]{{2,}}{MONEY_ENDS}$")
_ENUMERATED = re.compile(IN_PROSE)
_KIND = re.compile(f"预算|完成|{EXECUTED}")
_LEVEL = re.compile(LEVELS)
_ALLOTMENT = re.compile(r"(?:预算)?(?:总额|总计|数|额)?(?:安排)?(?:合计|共计|共有|共|均?为|是|：)?$")
"""What stands behind a name as printed and is no part of it."""
_ALLOTTED = re.compile("预算|安排")
_NAME = re.compile(r"(?!用于|主要|根据|按照|为|由|对|较|比|下降|增加|减少|因|将|以|其)[^，。；：、]{2,30}")
_EARLIER = re.compile("上年|去年|上一年")
_SIDE_OF_LAST = re.compile("，(?:财政拨款)?(?:支出|收入)(?:决算|执行|完成)")
"""What was spent of what was planned right before: of the same thing, not of all money."""
_YEAR_BEFORE = re.compile("注?：?(?:上一?年度?|去年)(?:数|金额)?[：为是]?")
"""The figure of the year before, in brackets behind that of the year."""
_PLANNED, _EXECUTED = re.compile("预算"), re.compile(f"{EXECUTED}|完成")

Base = tuple[int, str]
"""The year and the quantity that a change is measured against."""


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before a figure: the subject named last and what it is a part of, the change told last.

    `changed` is the direction of a change told right before, `previous` the quantity of what was told right before.
    `listed` tells that parts of `whole` are listed, so that any name of money is one of them; `own` and `before` are
    the quantities of the document's own figures and of those of the year before its `year`. `told_year` is the year
    that the clause before names, if its list goes on. `strict` is for reports of whole governments, which tell of
    several years and levels: what is not said in so many words is not read.
    """

    last: Subject | None
    whole: Subject | None
    listed: bool
    changed: str
    previous: str
    compared: Base | None
    year: int
    own: str
    before: str
    entity: str
    heading: str
    strict: bool = False
    told_year: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure is. `base` goes with a change, `of` with a share; `named` tells whether its own clause names it."""

    subject: Subject
    quantity: str
    year: int
    base: Base | None = None
    direction: str = ""
    of: Subject | None = None
    named: bool = False


def read_figure(lead: str, figure: Figure, context: Context, names: Names) -> Reading | None:
    """What a figure behind the words `lead` is; None where that is not certain."""
    if figure.counts or not figure.number:
        return _flat(lead, context) if not figure.number else None
    clause = _last_clause(lead)
    if _VAGUE.search(clause):
        return None
    if figure.unit == "%":
        return _percentage(lead, clause, context, names)
    if change := _CHANGE.search(clause):
        return _changed(lead, clause[: change.start()], change["direction"], "change_amount", context, names)
    if figure.in_reason:
        return None
    if _COMPLETED.fullmatch(clause) and context.last is not None:
        return Reading(context.last, "planned", context.year)
    if base := _of_before(clause, context, names):
        return base
    if lead.endswith(f"（{clause}") and _YEAR_BEFORE.fullmatch(clause) and context.last and not context.strict:
        return Reading(context.last, context.before, context.year - 1)
    marked = lead.removesuffix(clause)[-1:] in ("；", "：", "、")
    opened = marked or bool(_LISTED.match(clause) or _ENUMERATED.match(clause))
    return _amount(lead, clause, opened, context, names)


def year_told(lead: str, before: int | None) -> int | None:
    """The year that the clause right before a figure names as that of the figure, else the one told `before`."""
    clause = _last_clause(lead)
    years = [] if _AGAINST.search(clause) else _YEAR.findall(clause)
    return int(years[-1]) if years else before


def _last_clause(lead: str) -> str:
    """The words from the last mark on; a bracket that is still open begins a clause too, a closed one belongs to it."""
    depth = 0
    for place in range(len(lead) - 1, -1, -1):
        char = lead[place]
        if char == "）":
            depth += 1
        elif char == "（":
            if not depth:
                return lead[place + 1 :]
            depth -= 1
        elif not depth and (char in "，。；" or (char == "：" and place < len(lead) - 1)):
            return lead[place + 1 :]
    return lead


def _flat(lead: str, context: Context) -> Reading | None:
    """与上年持平: nothing changed."""
    clause = _last_clause(lead)
    against = _AGAINST.search(clause)
    change = _CHANGE.search(clause)
    if against is None or change is None or context.last is None or stripped(clause[: against.start()]):
        return None
    base = _base(against["base"], against["basis"], context)
    return Reading(context.last, "change_amount", context.year, base, change["direction"])


def _percentage(lead: str, clause: str, context: Context, names: Names) -> Reading | None:
    if (share := _SHARE.search(clause)) and not stripped(clause[: share.start()]):
        if context.last is None:
            return None
        of = context.whole
        if share["of"]:
            # 本年支出 is less than all expenditure where some is carried forward.
            known = None if share["of"].startswith("本年") else resolve(share["of"], names, context.entity)[0]
            of = known or Subject(names=(share["of"],))
        return Reading(context.last, "share_percent", context.year, of=of)
    completed = _COMPLETION.search(clause) or (lead == "的" and context.previous == "planned")
    if completed and context.last is not None:
        return Reading(context.last, "completion_percent", context.year)
    if change := _CHANGE.search(clause):
        return _changed(lead, clause[: change.start()], change["direction"], "change_percent", context, names)
    if lead == "（" and context.changed and context.last is not None:
        return Reading(context.last, "change_percent", context.year, context.compared, context.changed)
    return None


def _changed(lead: str, clause: str, direction: str, quantity: str, context: Context, names: Names) -> Reading | None:
    """A change of what its clause names, or of what was named last."""
    against = _AGAINST.search(clause)
    base = _base(against["base"], clause[against.start("basis") :], context) if against else context.compared
    if against is None and "比" in clause and "同比" not in clause:
        return None
    phrase = clause.replace("同比", "")
    if against:
        # 比上年财政拨款减少: the words behind the year may name what changed, or only which figure it was.
        phrase = clause[: against.start()] + clause[against.end() :]
    phrase = stripped(_TAIL.sub("", _REASONED.sub("", phrase)).removesuffix("预算"))
    if phrase:
        subject, bare = resolve(phrase, names, context.entity, context.whole or context.last, context.heading)
        if context.strict:
            return None
        if subject is None and context.listed and _MONEY_NAME.fullmatch(bare):
            subject = Subject(names=(bare,))
        if subject is None:
            return None
        return Reading(subject, quantity, context.year, base or _usual(context), direction, named=True)
    if context.last is None or (base is None and quantity == "change_amount"):
        return None
    return Reading(context.last, quantity, context.year, base or _usual(context), direction)


def _usual(context: Context) -> Base:
    return context.year - 1, context.before


def _base(year: str | None, basis: str | None, context: Context) -> Base:
    executed = re.search(EXECUTED, basis or "")
    return int(year or context.year - 1), "prior_year_final" if executed else context.before


def _of_before(clause: str, context: Context, names: Names) -> Reading | None:
    """比2025年年初预算数 …: the figure of the year before itself."""
    found = _BASE_FIGURE.search(clause)
    if found is None:
        return None
    whole = _OF_BEFORE.search(clause)
    years = _YEAR.findall(whole.group()) if whole else []
    year = int(years[-1]) if years else context.year - 1
    if year >= context.year:
        return None
    subject = context.last
    if phrase := stripped(found["phrase"]):
        subject = resolve(phrase, names, context.entity, context.whole)[0]
    if subject is None:
        return None
    executed = _EXECUTED.search(found["basis"])
    return Reading(subject, "prior_year_final" if executed else "prior_year_planned", year)


def _amount(lead: str, clause: str, opened: bool, context: Context, names: Names) -> Reading | None:
    """A figure of the document's year, or of one that its words name.

    `opened` tells that its clause begins where a part of a list does.
    """
    tail = _TAIL.search(clause)
    behind = tail.group() if tail else ""
    if context.strict and not (_YEAR.search(clause) and _KIND.search(behind) and _LEVEL.search(clause)):
        return None
    phrase = clause[: len(clause) - len(behind)]
    if context.last is None and not phrase and not behind:
        return None
    when = _when(clause, behind, context)
    if when is None:
        return None
    quantity, year = when
    bare = stripped(_ONLY_YEARS.sub("", phrase, count=1) if _EARLIER.match(stripped(phrase)) else phrase)
    if not bare:
        before = lead.removesuffix(clause)
        above = named_alone(_last_clause(before[:-1])) if before.endswith(("：", "。")) else None
        subject = above or context.last
        if subject is None or not (behind or _YEAR.search(phrase)):
            return None
        return Reading(subject, quantity, year, named=above is not None)
    if context.last is not None and context.previous == "planned" and _SIDE_OF_LAST.match(lead[-len(clause) - 1 :]):
        return Reading(context.last, quantity, year)
    for tried in dict.fromkeys((phrase + behind, phrase)):
        subject, bare = resolve(tried, names, context.entity, context.whole, context.heading)
        if subject is not None:
            return Reading(subject, quantity, year, named=True)
    subject, bare = resolve(phrase, names, context.entity, context.whole, context.heading)
    if len(bare) > LONGEST:
        return None
    among = context.listed or _ALLOTTED.search(clause) or _ENUMERATED.match(clause) or words_of(bare)
    if (_MONEY_NAME.fullmatch(bare) and among) or (context.listed and opened and _NAME.fullmatch(bare)):
        printed = resolve(_ALLOTMENT.sub("", clause), names, context.entity)[1]
        return Reading(Subject(names=(printed or bare,)), quantity, year, named=True)
    return None


def _when(clause: str, behind: str, context: Context) -> tuple[Literal["planned"] | str, int] | None:
    """The quantity and the year of an amount; None where its year is another and its kind not told."""
    years = [int(year) for year in _YEAR.findall(clause)]
    earlier = bool(_EARLIER.match(stripped(clause))) and "结" not in clause and "实户" not in clause
    year = years[-1] if years else context.year - 1 if earlier else context.told_year or context.year
    if len(set(years)) > 1 or year > context.year:
        return None
    executed, planned = _EXECUTED.search(behind), _PLANNED.search(clause)
    if year == context.year:
        if context.own == "final":
            return ("planned" if planned and not executed and "预算" in behind else "final"), year
        return None if executed else ("planned", year)
    if executed:
        return "prior_year_final", year
    return ("prior_year_planned", year) if planned else None
