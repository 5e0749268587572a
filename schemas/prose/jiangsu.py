"""What the prose of a Jiangsu budget states (部门预算情况说明), and what the statements must satisfy."""

from __future__ import annotations

from yusuan.schemas.prose.changes import CHANGES, COMPARED, SHARES
from yusuan.schemas.prose.shanghai import FORMULAS as COMMON
from yusuan.schemas.prose.statements import NAME, YEAR, Formula, Place, Sum, budget_wording
from yusuan.schemas.vocabulary.enumerators import PARAGRAPH

_TAIL = (
    r"(?:收入|支出)?(?:预算)?(?:收入|支出)?(?:总)?(?:资金|金额|总额|总计|合计|数|额)?(?:安排)?"
    r"(?:共计|共|为|是)?"
)

_NAMED: tuple[tuple[str, str], ...] = (
    ("appropriation", "财政拨款(?:收入、?支出|收、?支)(?:总预算|预算)"),
    ("revenue_expenditure", "(?:收入、?支出|收、?支)预算"),
    ("general_public_basic", "一般公共预算财政拨款基本"),
    ("appropriation_basic", "财政拨款基本"),
    ("general_public_revenue", "一般公共预算收入"),
    ("government_fund_revenue", "政府性基金(?:预算)?收入"),
    ("fiscal_appropriation", "财政拨款收入"),
    ("special_account", "财政专户管理资金"),
    ("other_funds", "其他资金"),
    ("general_public", "一般公共预算财政拨款"),
    ("government_fund", "政府性基金"),
    ("appropriation_expenditure", "财政拨款(?:预算)?支出"),
    ("basic", "基本支出"),
    ("project", "项目支出"),
    ("contingency", "单位预留机动经费"),
    ("personnel", "人员经费"),
    ("operating", "公用经费"),
    ("overseas_travel", "因公出国（境）费用?"),
    ("vehicles", "公务用?车购置[及和]运行(?:维护)?费用?"),
    ("vehicle_purchase", "公务用?车购置(?:费用?)?"),
    ("vehicle_operation", "公务用?车运行(?:维护)?费用?"),
    ("reception", "公务接待费用?"),
    ("meetings", "会议费"),
    ("training", "培训费"),
    ("agency_operating", "机关运行经费"),
    ("procurement_goods", "拟?(?:购买|采购)货物"),
    ("procurement_works", "拟?(?:购买|采购)工程"),
    ("procurement_services", "拟?(?:购买|采购)服务"),
    ("procurement", "政府采购"),
    ("performance_projects", "涉及(?:财政性资金|财政资金)"),
    ("revenue", "收入预算"),
    ("expenditure", "支出预算"),
)
"""Subjects with the words that name them, the more special ones first."""

FORMULAS: tuple[Formula, ...] = (
    *(Formula("change", rf"{YEAR}(?:{words}){_TAIL}{COMPARED}", subject) for subject, words in _NAMED),
    *CHANGES,
    *SHARES,
    *(Formula("planned", rf"{YEAR}(?:{words}){_TAIL}", subject) for subject, words in _NAMED),
    Formula(
        "planned",
        rf"(?:^|[：。；])(?:{PARAGRAPH})?(?P<name>(?![与比较同]){NAME})"
        r"(?:（[类款项]）：?(?:20\d\d年)?(?:预算)?(?:支出)?(?:合计)?)?",
        about="free",
        section="收支预算总|财政拨款支出预算",
    ),
    *(
        Formula(
            "planned",
            rf"(?:^|[：。；])(?:{PARAGRAPH})?{levels}：?(?:20\d\d年)?(?:预算)?(?:支出)?(?:合计)?",
            about="item",
            section="（类）",
        )
        for levels in (
            rf"(?P<group>{NAME})（款）：?(?P<item>[^，。；：]+?)（项）",
            rf"(?P<group>{NAME})（款）",
            rf"(?P<item>{NAME})（项）",
        )
    ),
    *(formula for formula in COMMON if not formula.quantity.startswith("change")),
)
"""The formulas in the order in which they are tried: the more special words first."""

_THREE_PUBLIC = ("overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation")

PLACES: dict[str, tuple[Place, ...]] = {
    "revenue_expenditure": (
        Place("revenue_expenditure_summary", "revenue"),
        Place("revenue_expenditure_summary", "expenditure"),
    ),
    "revenue": (Place("revenue_summary", "revenue"), Place("revenue_expenditure_summary", "revenue")),
    "fiscal_appropriation": (
        Place("revenue_expenditure_summary", "revenue", item="财政拨款"),
        Place("appropriation_summary", "revenue"),
    ),
    "general_public_revenue": (Place("appropriation_summary", "revenue", item="一般公共预算"),),
    "government_fund_revenue": (Place("appropriation_summary", "revenue", item="政府性基金预算"),),
    "special_account": (Place("revenue_expenditure_summary", "revenue", item="财政专户管理资金"),),
    "other_funds": (Place("revenue_expenditure_summary", "revenue", item="其他资金"),),
    "expenditure": (Place("expenditure_summary", "expenditure"), Place("revenue_expenditure_summary", "expenditure")),
    **{use: (Place("expenditure_summary", "expenditure", use),) for use in ("basic", "project", "contingency")},
    "appropriation": (Place("appropriation_summary", "revenue"), Place("appropriation_summary", "expenditure")),
    "appropriation_expenditure": (Place("appropriation_expenditure", "expenditure"),),
    "appropriation_basic": (Place("appropriation_basic_by_economic", "expenditure"),),
    "general_public": (Place("general_public_expenditure", "expenditure"),),
    "general_public_basic": (Place("basic_expenditure_by_economic", "expenditure"),),
    "government_fund": (Place("government_fund_expenditure", "expenditure"),),
    "three_public": (Place("three_public_and_operating", "expenditure"),),
    **{
        measure: (Place("three_public_and_operating", "expenditure", measure),)
        for measure in (*_THREE_PUBLIC, "meetings", "training")
    },
    "agency_operating": (Place("agency_operating_by_economic", "expenditure", "agency_operating"),),
    "procurement": (Place("procurement", "expenditure"),),
    "procurement_goods": (Place("procurement", "expenditure", item="货物A"),),
    "procurement_works": (Place("procurement", "expenditure", item="工程B"),),
    "procurement_services": (Place("procurement", "expenditure", item="服务C"),),
}
"""Subject → where the tables give its amount, the nearest first."""

_PERSONS_AND_OFFICE = ("personnel", "operating")
_PROCURED = ("procurement_goods", "procurement_works", "procurement_services")

WORDING = budget_wording(
    formulas=FORMULAS,
    places={"planned": PLACES},
    sums=(
        Sum("expenditure", ("basic", "project", "contingency"), ("basic", "project", "contingency")),
        Sum("appropriation_basic", _PERSONS_AND_OFFICE, _PERSONS_AND_OFFICE),
        Sum("general_public_basic", _PERSONS_AND_OFFICE, _PERSONS_AND_OFFICE),
        Sum("vehicles", ("vehicle_purchase", "vehicle_operation"), ("vehicle_purchase", "vehicle_operation")),
        Sum("procurement", _PROCURED, _PROCURED),
    ),
    limits=(),
    listed="general_public",
)
"""The prose of a Jiangsu budget."""
