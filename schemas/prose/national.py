"""What the prose of a budget in the Ministry of Finance's form states, and what the statements must satisfy."""

from __future__ import annotations

from yusuan.schemas.prose.changes import CHANGES, COMPARED, SHARES
from yusuan.schemas.prose.statements import ITEM, Formula, Place, Sum, budget_wording
from yusuan.schemas.vocabulary.around import BODY_SUFFIXES
from yusuan.schemas.vocabulary.enumerators import PARAGRAPH

_TAIL = r"(?:预算)?(?:总)?(?:资金|金额|总额|总计|合计|数|额)?(?:安排)?(?:共计|共|为|是)?"

_NAMED: tuple[tuple[str, str], ...] = (
    ("appropriation", "财政拨款(?:收入、?支出|收、?支)总?预算"),
    ("revenue_expenditure", "(?:收入、?支出|收、?支)总预算"),
    ("general_public_basic", "一般公共预算(?:财政拨款)?基本支出"),
    ("general_public_project", "一般公共预算(?:财政拨款)?项目支出"),
    ("general_public_revenue", "一般公共预算(?:财政)?拨款收入"),
    ("government_fund_revenue", "政府性基金预算(?:财政)?拨款收入"),
    ("state_capital_revenue", "国有资本经营预算(?:财政)?拨款收入"),
    ("service_revenue", "事业收入"),
    ("business_revenue", "事业单位经营收入"),
    ("other_revenue", "其他收入"),
    ("fiscal_appropriation", "财政拨款收入"),
    ("appropriation_expenditure", "财政拨款支出"),
    ("general_public", "一般公共预算(?:财政|当年)?(?:拨款)?支出"),
    ("government_fund", "政府性基金(?:预算)?(?:财政|当年)?(?:拨款)?支出"),
    ("state_capital", "国有资本经营预算(?:财政|当年)?(?:拨款)?支出"),
    ("personnel", "人员经费"),
    ("operating", "公用经费"),
    ("basic", "基本支出"),
    ("project", "项目支出"),
    ("three_public", "三公经费"),
    ("overseas_travel", "因公出国（境）费用?"),
    ("vehicles", "公务用?车购置[及和]运行(?:维护)?费用?"),
    ("vehicle_purchase", "公务用?车购置费用?"),
    ("vehicle_operation", "公务用?车运行(?:维护)?费用?"),
    ("reception", "公务接待费用?"),
    ("agency_operating", "机关运行经费(?:财政拨款)?"),
    ("procurement_goods", "政府采购货物"),
    ("procurement_works", "政府采购工程"),
    ("procurement_services", "政府采购服务"),
    ("procurement", "政府采购"),
    ("revenue", "收入预算"),
    ("expenditure", "支出预算"),
)
"""Subjects with the words that name them, the more special ones first."""

_SUFFIX = "|".join(BODY_SUFFIXES)
_BEGINNING = (
    rf"(?:^|[，。；：、（])(?:其中[：，]?|包括[：，]?)?(?:{PARAGRAPH})?"
    rf"(?P<body>[^，。；：\d]*?(?:{_SUFFIX}))?(?:(?P<year>20\d\d)年度?)?(?P<of>[^，。；：\d]*?(?:{_SUFFIX}))?"
    r"(?:本部门|本单位|部门|单位)?"
)
"""What a subject begins behind: a clause, a body, a year. Behind anything else it is one of something narrower."""

FORMULAS: tuple[Formula, ...] = (
    *(Formula("change", rf"(?:{words}){_TAIL}{COMPARED}", subject, begins=_BEGINNING) for subject, words in _NAMED),
    *CHANGES,
    *SHARES,
    *(Formula("planned", rf"(?:{words}){_TAIL}", subject, begins=_BEGINNING) for subject, words in _NAMED),
    Formula(
        "planned",
        rf"(?:^|[：。；，])(?:{PARAGRAPH})?{ITEM}(?:(?P<year>20\d\d)年度?)?(?:预算)?(?:支出)?(?:数)?(?:为)?",
        about="item",
    ),
)
"""The formulas in the order in which they are tried: the more special words first."""

_THREE_PUBLIC = ("overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation")
_PROCURED = ("procurement_goods", "procurement_works", "procurement_services")

PLACES: dict[str, tuple[Place, ...]] = {
    "revenue_expenditure": (
        Place("revenue_expenditure_summary", "revenue"),
        Place("revenue_expenditure_summary", "expenditure"),
    ),
    "revenue": (Place("revenue_summary", "revenue"), Place("revenue_expenditure_summary", "revenue")),
    **{
        f"{fund}_revenue": (Place("revenue_summary", "revenue", fund),)
        for fund in ("general_public", "government_fund", "state_capital")
    },
    **{
        measure: (Place("revenue_summary", "revenue", measure),)
        for measure in ("service_revenue", "business_revenue", "other_revenue")
    },
    "expenditure": (
        Place("expenditure_summary", "expenditure"),
        Place("revenue_expenditure_summary", "expenditure"),
    ),
    **{use: (Place("expenditure_summary", "expenditure", use),) for use in ("basic", "project")},
    "appropriation": (Place("appropriation_summary", "revenue"), Place("appropriation_summary", "expenditure")),
    "general_public": (Place("general_public_expenditure", "expenditure"),),
    "general_public_basic": (Place("basic_expenditure_by_economic", "expenditure"),),
    "general_public_project": (Place("general_public_expenditure", "expenditure", "project"),),
    "government_fund": (Place("government_fund_expenditure", "expenditure"),),
    "state_capital": (Place("state_capital_expenditure", "expenditure"),),
    **{
        f"{fund}_{use}": (Place(f"{fund}_expenditure", "expenditure", use),)
        for fund in ("government_fund", "state_capital")
        for use in ("basic", "project")
    },
    "three_public": (Place("three_public_and_operating", "expenditure"),),
    **{measure: (Place("three_public_and_operating", "expenditure", measure),) for measure in _THREE_PUBLIC},
}
"""Subject → where the tables give its amount, the nearest first."""

WORDING = budget_wording(
    formulas=FORMULAS,
    places={"planned": PLACES},
    sums=(
        Sum(
            "three_public",
            ("overseas_travel", "reception", "vehicles"),
            ("overseas_travel", "reception", "vehicles"),
            changes=True,
        ),
        Sum("vehicles", ("vehicle_purchase", "vehicle_operation"), ("vehicle_purchase", "vehicle_operation")),
        Sum("procurement", _PROCURED, _PROCURED),
    ),
    limits=(),
    listed="general_public",
    within={
        **{
            (fund, use): f"{fund}_{use}"
            for fund in ("general_public", "government_fund", "state_capital")
            for use in ("basic", "project")
        },
        ("appropriation_expenditure", "basic"): "appropriation_basic",
        ("appropriation_expenditure", "project"): "appropriation_project",
    },
)
"""The prose of such a budget."""
