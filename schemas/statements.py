"""What the prose of a budget states, in which words, and what the statements must satisfy.

The prose stands in front of the tables (编制说明) and behind them (其他相关情况说明). It is read figure by
figure: the words between the figure before and this one, its lead, end in the words of one formula. The formula says
what kind of figure it is; some say of what, the others speak of the subject named last. Words are given in normal
form: no spaces, no quotation marks, full-width punctuation.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schemas.declaration import Side

STATED_UNITS: dict[str, Decimal] = {
    "亿元": Decimal(100_000_000),
    "万元": Decimal(10_000),
    "元": Decimal(1),
    "%": Decimal(1),
}
"""Units of stated figures with their worth: in yuan, and 1 for a percentage."""

NUMBER = r"(?<![\d.,])(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
"""A well-formed number, with or without thousands separators."""

NO_AMOUNT = r"及?(?:（含）)?(?:以上|以下|以内)|(?:（含）)(?:以上|以下|以内)"
"""What follows a figure that is a limit (单价100万元（含）以上设备) and states nothing."""

ENUMERATOR = r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）[、.]?|\d{1,3}(?:、|[.．](?!\d)))"
"""What a numbered paragraph begins with."""

DIRECTIONS: dict[str, int] = {
    **dict.fromkeys(("增加", "增长", "上升", "提高", "多"), 1),
    **dict.fromkeys(("减少", "下降", "降低", "压缩", "少"), -1),
    **dict.fromkeys(("持平", "一致", "不变", "相同"), 0),
}
"""Words that say which way a figure changed."""

REASON = "原因"
"""What begins a reason, which may say 与上年相同 of things that are no figures."""

EXECUTED = "执行|决算"
"""Words of a change that is measured against what was spent, not against what was planned."""

QUANTITIES: dict[str, str] = {
    "planned": "what the budget plans for its year",
    "prior_year_planned": "what was planned for an earlier year",
    "prior_year_final": "what was spent of an earlier year's budget: 预算执行数, 决算数",
    "change_amount": "change against an earlier year, negative for less; 0 where the prose says 持平",
    "change_percent": "change against an earlier year in per cent, negative for less",
    "asset_value": "what an asset is worth on the day that the prose names",
}

SUBJECTS: dict[str, str] = {
    "revenue": "收入预算",
    "fiscal_appropriation": "财政拨款收入",
    "service_revenue": "事业收入",
    "business_revenue": "事业单位经营收入",
    "superior_subsidy": "上级补助收入",
    "subordinate_remittance": "附属单位上缴收入",
    "other_revenue": "其他收入",
    "expenditure": "支出预算",
    "appropriation_expenditure": "财政拨款支出",
    "general_public": "一般公共预算拨款支出",
    "government_fund": "政府性基金拨款支出",
    "state_capital": "国有资本经营预算拨款支出",
    "three_public": "“三公”经费",
    "overseas_travel": "因公出国（境）费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行费",
    "agency_operating": "机关运行经费",
    "procurement": "政府采购预算",
    "procurement_goods": "政府采购货物预算",
    "procurement_works": "政府采购工程预算",
    "procurement_services": "政府采购服务预算",
    "reserved_for_sme": "面向中小企业预留政府采购项目预算",
    "reserved_for_small": "预留给小型和微型企业的政府采购项目预算",
    "performance_projects": "编报绩效目标的项目涉及的预算资金",
    "project_plan": "年度预算安排",
}
"""Subjects that the prose speaks of, with the words it uses. Others are named by code, or as printed."""

Formation = Literal["named", "last", "item", "free"]


@dataclass(frozen=True)
class Formula:
    """The words that a lead ends in, as a regular expression, and what the figure then is.

    `subject` is an id of SUBJECTS. Without one, `about` tells: `last` the subject named last, `item` a 科目 given in
    the groups class/group/item or path, `free` the group name as printed. `section` are words of the heading under
    which alone the formula is used. Groups year, base and direction are read where a formula has them.
    """

    quantity: str
    words: str
    subject: str = ""
    about: Formation = "named"
    section: str = ""


_YEAR = r"(?:(?P<year>20\d{2})年度?，?[^，。；：]*?)?"
_TAIL = r"(?:预算)?(?:资金|金额|总额|总计|合计|数)?(?:安排)?(?:共计|共|为|是)?"
_AGAINST = r"(?:比|较|与|同)(?:(?P<base>20\d{2})年度?|上一?年度?|去年)(?:（[^（）]*）)?"
_WAY = rf"(?P<direction>(?:{'|'.join(DIRECTIONS)})+)了?"
_NAME = r"[^，。；：（）\d][^，。；：]*?"


def _stated(subject: str, words: str) -> Formula:
    return Formula("planned", f"{_YEAR}(?:{words}){_TAIL}", subject)


FORMULAS: tuple[Formula, ...] = (
    Formula(
        "change", rf"{_AGAINST}(?:当年)?(?P<basis>预算执行数|执行数|决算数?|预算数|预算)?(?:相比)?{_WAY}", about="last"
    ),
    Formula("change_percent", rf"[，（](?:同比)?{_WAY}", about="last"),
    Formula("prior_year_final", r"(?P<year>20\d{2})年度?(?:当年)?(?:预算执行数|执行数|决算数)(?:为|是)?", about="last"),
    Formula("planned", r"(?P<year>20\d{2})年度?预算(?:安排数?|数)?(?:为|是)?", about="last"),
    _stated("fiscal_appropriation", "财政拨款收入"),
    _stated("business_revenue", "经营收入"),
    _stated("service_revenue", "事业收入"),
    _stated("superior_subsidy", "上级补助收入"),
    _stated("subordinate_remittance", "附属单位上缴收入"),
    _stated("other_revenue", "其他收入"),
    _stated("revenue", "收入(?:总额|总)?预算|预算收入总额|收入总计"),
    _stated("appropriation_expenditure", "财政拨款支出"),
    _stated("general_public", "一般公共预算(?:财政)?拨款支出"),
    _stated("government_fund", "政府性基金(?:预算)?(?:财政)?拨款支出"),
    _stated("state_capital", "国有资本经营(?:预算)?(?:财政)?拨款支出"),
    _stated("expenditure", "支出(?:总额|总)?预算|预算支出总额|支出总计"),
    _stated("three_public", "三公经费|因公出国（境）费用?、公务接待费、公务用车购置[及和]运行(?:维护)?费"),
    _stated("overseas_travel", "因公出国（境）费用?"),
    _stated("reception", "公务接待费用?"),
    _stated("vehicles", "公务用?车购置[及和]运行(?:维护)?费用?"),
    _stated("vehicle_purchase", "公务用?车购置费用?"),
    _stated("vehicle_operation", "公务用?车(?:用车)?运行(?:维护)?费用?"),
    _stated("agency_operating", "机关运行经费(?:财政拨款)?"),
    _stated("procurement_goods", "政府采购货物"),
    _stated("procurement_works", "政府采购工程"),
    _stated("procurement_services", "政府采购服务"),
    _stated("reserved_for_small", "(?:小型和微型企业|小微企业)(?:的|预留)政府采购项目"),
    _stated("reserved_for_sme", "面向中小企业预留(?:的)?政府采购项目"),
    _stated("procurement", "政府采购"),
    _stated("performance_projects", "涉及(?:项目)?预算"),
    Formula(
        "planned",
        rf"(?:^|[：。；，])(?:{ENUMERATOR})?(?P<class>{_NAME})（(?P<class_code>\d{{3}})?类）"
        r"(?:(?P<group>[^，。；：]+?)（(?P<group_code>\d{2})?款）)?(?:(?P<item>[^，。；：]+?)（(?P<item_code>\d{2})?项）)?(?:科目)?",
        about="item",
    ),
    Formula("planned", rf"(?:^|[：。；，])(?:{ENUMERATOR})?(?P<path>{_NAME})科目", about="item"),
    Formula("planned", "^", "project_plan", section="年度预算安排"),
    Formula(
        "planned", rf"(?:^|[：。；，、])(?:其中[：，]?)?(?P<name>{_NAME})", about="free", section="绩效|年度预算安排"
    ),
    Formula(
        "asset_value",
        rf"(?:(?P<year>20\d{{2}})年[\d月日]*，)?(?:^|[：。；，、])?(?:本部门|本单位|其中)?(?P<name>{_NAME})(?:\d+项)?",
        about="free",
        section="国有资产占",
    ),
)
"""The formulas in the order in which they are tried: the more special words first."""


@dataclass(frozen=True)
class Place:
    """Where a table gives the amount of a subject: its grand total, or its only row, in one column."""

    table: str
    side: Side
    measure: str = "total"


_TOTALS_OF_REVENUE = (
    "service_revenue",
    "business_revenue",
    "superior_subsidy",
    "subordinate_remittance",
    "other_revenue",
)
_THREE_PUBLIC_PARTS = (
    *("overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation"),
    "agency_operating",
)

PLACES: dict[str, tuple[Place, ...]] = {
    "revenue": (Place("revenue_summary", "revenue"), Place("revenue_expenditure_summary", "revenue")),
    "fiscal_appropriation": (
        Place("revenue_summary", "revenue", "fiscal_appropriation"),
        Place("appropriation_summary", "revenue"),
    ),
    **{measure: (Place("revenue_summary", "revenue", measure),) for measure in _TOTALS_OF_REVENUE},
    "expenditure": (Place("expenditure_summary", "expenditure"), Place("revenue_expenditure_summary", "expenditure")),
    "appropriation_expenditure": (Place("appropriation_summary", "expenditure"),),
    **{
        fund: (Place(f"{fund}_expenditure", "expenditure"), Place("appropriation_summary", "expenditure", fund))
        for fund in ("general_public", "government_fund", "state_capital")
    },
    "three_public": (Place("three_public_and_operating", "expenditure"),),
    **{measure: (Place("three_public_and_operating", "expenditure", measure),) for measure in _THREE_PUBLIC_PARTS},
}
"""Subject → where the tables give its amount, the nearest first."""

FUND_TABLES = ("general_public_expenditure", "government_fund_expenditure", "state_capital_expenditure")
"""The tables that together hold what the 科目 of the prose speak of: expenditure from appropriations."""

LIMITS: dict[str, Place] = {"performance_projects": Place("expenditure_summary", "expenditure", "project")}
"""Subjects that are a part of an amount of the tables, often the whole of it, and never more."""


@dataclass(frozen=True)
class Sum:
    """A subject and its parts. `usual` are the parts without which a total may be larger than what is stated."""

    whole: str
    parts: tuple[str, ...]
    usual: tuple[str, ...] = ()
    changes: bool = False


SUMS: tuple[Sum, ...] = (
    Sum(
        "revenue",
        ("fiscal_appropriation", *_TOTALS_OF_REVENUE),
        ("fiscal_appropriation", "service_revenue", "business_revenue", "other_revenue"),
    ),
    Sum(
        "appropriation_expenditure",
        ("general_public", "government_fund", "state_capital"),
        ("general_public", "government_fund", "state_capital"),
        changes=True,
    ),
    Sum(
        "three_public",
        ("overseas_travel", "reception", "vehicles"),
        ("overseas_travel", "reception", "vehicles"),
        changes=True,
    ),
    Sum(
        "vehicles",
        ("vehicle_purchase", "vehicle_operation"),
        ("vehicle_purchase", "vehicle_operation"),
        changes=True,
    ),
    Sum(
        "procurement",
        ("procurement_goods", "procurement_works", "procurement_services"),
        ("procurement_goods", "procurement_works", "procurement_services"),
    ),
)
"""Sums within the prose; those with `changes` hold for the stated changes too."""

AT_MOST: tuple[tuple[str, str], ...] = (
    ("reserved_for_sme", "procurement"),
    ("reserved_for_small", "reserved_for_sme"),
)
"""Pairs of which the first is a part of the second."""

SAME_CHANGE = ("fiscal_appropriation", "appropriation_expenditure")
"""Two sides that change alike as long as nothing is carried over."""

VARIANTS: dict[str, str] = {"其它": "其他", "用车用车": "用车"}
"""Spellings of a name that are no other name."""
