"""The words in which the field speaks of money, whoever the publisher is, and where tables have what they name.

A figure that no declared formula reads is read by these: what it is about is the noun phrase before it, made of the
words of MONEY, FUNDS, SIDES and FILLERS alone, or a name that the document's own tables print.
"""

from __future__ import annotations

from collections.abc import Mapping

from yusuan.schemas.prose import final, jiangsu, national, shanghai
from yusuan.schemas.prose.statements import SUBJECTS, WAYS, Place, Wording
from yusuan.schemas.tables.declaration import Stage
from yusuan.schemas.vocabulary.around import BODY_SUFFIXES, THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE
from yusuan.schemas.vocabulary.enumerators import PART
from yusuan.schemas.vocabulary.measures import MEASURE_WORDS

FUNDS: dict[str, str] = {
    "general_public": r"一般公共预算|公共财政预算|一般公共(?=服务外)",
    "government_fund": r"政府性基金(?:预算)?|基金预算",
    "state_capital": r"国有资本经营(?:预算)?|国有资本预算",
    "fiscal": r"财政拨款|财政性?资金|财拨资金",
}
"""Whose money it is, in words."""

SIDES: dict[str, str] = {
    "both": r"收入、?(?:和|及)?支出|收、?支",
    "revenue": "收入",
    "expenditure": "支出",
}
"""Which side of the account, in words."""

_OWN_WORDS = (
    *("service_revenue", "business_revenue", "superior_subsidy", "subordinate_remittance", "other_revenue"),
    *("special_account", "own_funds", "other_funds", "opening_balance", "closing_balance", "balance_used"),
    *("basic", "project", "personnel", "operating", "contingency", "remittance_to_superior"),
    *("business_expenditure", "subsidy_to_subordinate", "three_public", "overseas_travel", "vehicles"),
    *("vehicle_purchase", "vehicle_operation", "reception", "meetings", "training", "agency_operating", "procurement"),
)
_TOO_SHORT = (
    "其他",
    "公务用车",
    "购置费",
    "运行费",
    "运行维护费",
    "运行维护费用",
    "三公",
    "运转类",
    "公用类",
    "人员类",
)
"""Words that name a column of a table, and in a sentence may be anything."""

MONEY: tuple[tuple[str, str], ...] = (
    ("procurement_goods", r"政府采购货物类?|拟?(?:采购|购买)货物|货物类?(?:政府)?采购|货物类(?:项目)?"),
    ("procurement_works", r"政府采购工程类?|拟?(?:采购|购买)工程|工程类?(?:政府)?采购|工程类(?:项目)?"),
    ("procurement_services", r"政府采购服务类?|拟?(?:采购|购买)服务|服务类?(?:政府)?采购|服务类(?:项目)?"),
    ("vehicles", r"公务用?车购置(?:费)?[及和与]运行(?:维护)?(?:费用?|经费)?"),
    ("vehicle_operation", r"公务用?车运行[及和]?(?:维护)?(?:费用?|经费)"),
    ("overseas_travel", r"因公出国?（?境?）?(?:费用?|经费)"),
    ("performance_projects", "涉及(?:项目)?(?:预算|财政性?)(?:资金|金额)"),
    ("opening_own_funds", "上年实户资金(?:余额)?"),
    ("agency_operating", r"机关运行(?:经费|费)|行政经费（机关运行经费）"),
    *((subject, word) for subject in _OWN_WORDS for word in MEASURE_WORDS[subject] if word not in _TOO_SHORT),
)
"""Subject → the words that name it: those of the tables' headers, and a few that only sentences use."""

FILLERS = r"当年|本年度?|全年|年初|年度|部门|单位|预算|决算|财政|拨款|资金|总额|总计|合计|金额|安排|总|的|类|等|数|额"
"""Words between them that change nothing."""

BEFORE_PHRASE = (
    r"其中|主要包括|包括|包含|主要有|分别[为是]|具体[为是]|相应地?|安排|所属各?预算单位|即|含|共有?|另外?|以及|通过|使用|及|与|和|主要[为是]|同时"
    r"|按[^，。；：]{2,16}分类(?:支出)?(?:划分为)?|纳入[^，。；：]{0,12}的"
    rf"|{PART}"
    r"|[^，。；：]{2,30}(?:情况|说明)(?:（[^（）]*）)?(?=20\d\d年)"
)
"""What stands before a noun phrase and is no part of it."""

BEHIND_PHRASE = (
    r"(?:年初|当年|本年)?(?:总)?(?:预算|决算|执行|完成)?(?:总额|总计|合计|金额|资金|数额|数|额)?"
    r"(?:预算)?(?:安排|完成|编列|列支)?(?:数)?(?:合计|共计|总计|共有|共|均?为|是|：)?"
)
"""What stands between a noun phrase and its figure."""

LEVELS = r"全市|市本?级|全省|省本?级|全区|区本?级|全县|县本?级|全州|州本?级|全国|中央"
"""Whose money it is in a report of a whole government; it is a part of what is spoken of."""

VAGUE = (
    r"约|近|超过?|突破|达到?|不低于|不少于|不超过|不高于|控制在|力争|至少|最高|最多|每[^，。；]{0,6}|人均[^，。；]{0,8}"
)
"""Words before a figure that is a goal, a limit or a guess."""

MONEY_ENDS = (
    r"(?:支出|收入|经费|费用?|资金|拨款|预算|补助|补贴|业务|工程|项目|工作|结转|结余|薪酬|准备金|增资|管理|建设)"
)
"""How the name of a part of a budget ends in a list of parts."""

MONEY_WORDS = r"预算|决算|收入|支出|经费|资金|拨款|采购|费用|结转|结余"
"""Words of which a sentence about a budget has one."""

OF_CHANGE = rf"(?P<direction>(?:{WAYS})+(?:（(?:{WAYS})+）)?)[了额为]?$"
"""The words of a change right before its figure."""

AGAINST_YEAR = (
    r"(?:比|较|与|同|对比|相比)(?:(?P<base>20\d\d)年度?|上一?年度?|去年)(?:同期)?"
    r"(?P<basis>[^，。；：]{0,18}?)(?:相比|对比|比较)?，?"
)
"""Against which year, and which figure of it."""

OF_BEFORE = (
    r"(?:20\d\d年度?|上一?年度?|去年)(?:当年)?(?:年?初|调整)?(?:部门|财政拨款|收入|支出)*"
    r"(?P<basis>(?:预算|执行|决算|完成)+)(?:数|额)?(?:为|是)?$"
)
"""The figure of the year before, told beside that of the year."""

BODY = rf"(?P<body>[^，。；：、（）\d]{{2,30}}?(?:{'|'.join(BODY_SUFFIXES)})(?:本级|机关)?(?:（[^（）\d]{{1,10}}）)?)"
"""The name of a body before what is said of it."""

_ALL = (shanghai.PLACES, jiangsu.PLACES, national.PLACES)

_MORE: dict[str, tuple[Place, ...]] = {
    "revenue": (
        Place("revenue_summary", "revenue", "revenue"),
        Place("revenue_expenditure_summary", "revenue", item="本年收入合计"),
    ),
    "expenditure": (Place("revenue_expenditure_summary", "expenditure", item="本年支出合计"),),
    "fiscal_appropriation": tuple(Place("appropriation_summary", "revenue", item=item) for item in THIS_YEAR_REVENUE),
    "appropriation_expenditure": tuple(
        Place("appropriation_summary", "expenditure", item=item) for item in THIS_YEAR_EXPENDITURE
    ),
    "opening_balance": (Place("revenue_summary", "revenue", "opening_balance"),),
    "opening_own_funds": (Place("revenue_summary", "revenue", "opening_own_funds"),),
    "own_funds": (Place("revenue_summary", "revenue", "own_funds"),),
    "special_account": (Place("revenue_summary", "revenue", "special_account"),),
    "other_funds": (Place("revenue_summary", "revenue", "other_funds"),),
    "personnel": (
        Place("expenditure_summary", "expenditure", "personnel"),
        Place("general_public_expenditure", "expenditure", "personnel"),
        Place("basic_expenditure_by_economic", "expenditure", "personnel"),
    ),
    "operating": (
        Place("expenditure_summary", "expenditure", "operating"),
        Place("general_public_expenditure", "expenditure", "operating"),
        Place("basic_expenditure_by_economic", "expenditure", "operating"),
    ),
    "general_public_basic": (Place("general_public_expenditure", "expenditure", "basic"),),
    "appropriation_basic": (Place("appropriation_expenditure", "expenditure", "basic"),),
    "appropriation_project": (Place("appropriation_expenditure", "expenditure", "project"),),
    **{
        measure: (Place("three_public_and_operating", "expenditure", measure),)
        for measure in ("meetings", "training", "agency_operating", "three_public")
    },
}


def _together(several: tuple[Mapping[str, tuple[Place, ...]], ...]) -> dict[str, tuple[Place, ...]]:
    """All places of a subject, each once, in the order of the declarations."""
    found: dict[str, dict[Place, None]] = {}
    for places in several:
        for subject, known in places.items():
            found.setdefault(subject, {}).update(dict.fromkeys(known))
    return {subject: tuple(known) for subject, known in found.items()}


PLACES: dict[Stage, dict[str, tuple[Place, ...]]] = {
    "budget": _together((*_ALL, _MORE)),
    "final": _together((final.PLACES, _MORE)),
}
"""Kind of document → subject → every place where a table may have it."""

APART = frozenset({"agency_operating", "procurement"})
"""Subjects whose parts are named by words that mean something else elsewhere: 公务接待费 of 机关运行经费."""

USES_OF_ITEMS = frozenset({"basic", "project", "personnel", "operating"})
"""Subjects that each 科目 may have parts of."""

BY_CONTEXT: dict[str, tuple[str, str]] = {
    "general_public": ("general_public_revenue", "general_public"),
    "government_fund": ("government_fund_revenue", "government_fund"),
    "state_capital": ("state_capital_revenue", "state_capital"),
    "fiscal": ("fiscal_appropriation", "appropriation_expenditure"),
}
"""Whose money → the subject if it comes in, and the one if it goes out."""

OF_REVENUE = frozenset(
    {
        *("revenue", "fiscal_appropriation", "general_public_revenue", "government_fund_revenue"),
        *("state_capital_revenue", "service_revenue", "business_revenue", "superior_subsidy"),
        *("subordinate_remittance", "other_revenue", "special_account", "own_funds", "other_funds", "opening_balance"),
        "opening_own_funds",
    }
)
"""Subjects that are money that comes in."""

OF_EXPENDITURE = frozenset({"expenditure", "appropriation_expenditure", "project", "procurement", "agency_operating"})
"""Subjects that are money that goes out, of which a source of revenue pays a part."""

WITHIN: Mapping[tuple[str, str], str] = {
    **national.WORDING.within,
    **final.WORDING.within,
    ("appropriation_expenditure", "basic"): "appropriation_basic",
    ("appropriation_expenditure", "project"): "appropriation_project",
}
"""What a use is as a part of what was named before it."""


def _wording(of: Wording) -> Wording:
    """The wording of a document whose own one is not known: no formula, and nothing that must hold."""
    return Wording(of.document, of.own, of.before, (), {}, (), (), of.listed, within=WITHIN)


WORDINGS: dict[Stage, Wording] = {"budget": _wording(national.WORDING), "final": _wording(final.WORDING)}
"""Kind of document → how it is read where its publisher's words are not declared."""

assert all(subject in SUBJECTS for subject in PLACES["budget"]), "every subject has words"
