"""What the prose of a Shanghai budget states (编制说明, 其他相关情况说明), and what the statements must satisfy."""

from __future__ import annotations

from yusuan.schemas.prose.statements import (
    AGAINST,
    ITEM,
    NAME,
    TAIL,
    WAY,
    YEAR,
    Formula,
    Limit,
    Place,
    Sum,
    budget_wording,
)
from yusuan.schemas.vocabulary.enumerators import PARAGRAPH


def _stated(subject: str, words: str) -> Formula:
    return Formula("planned", f"{YEAR}(?:{words}){TAIL}", subject)


FORMULAS: tuple[Formula, ...] = (
    Formula(
        "change", rf"{AGAINST}(?:当年)?(?P<basis>预算执行数|执行数|决算数?|预算数|预算)?(?:相比)?{WAY}", about="last"
    ),
    Formula("change_percent", rf"[，（](?:同比)?{WAY}", about="last"),
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
    _stated("performance_policies", r"政策绩效目标\d+个[，、]涉及预算"),
    _stated("performance_projects", "涉及(?:项目)?预算"),
    Formula(
        "planned",
        rf"(?:^|[：。；，])(?:{PARAGRAPH})?{ITEM}",
        about="item",
    ),
    Formula("planned", rf"(?:^|[：。；，])(?:{PARAGRAPH})?(?P<path>{NAME})科目", about="item"),
    Formula("planned", "^", "project_plan", section="年度预算安排"),
    Formula(
        "planned", rf"(?:^|[：。；，、])(?:其中[：，]?)?(?P<name>{NAME})", about="free", section="绩效|年度预算安排"
    ),
    Formula(
        "asset_value",
        rf"(?:(?P<year>20\d{{2}})年[\d月日]*，)?(?:^|[：。；，、])?(?:本部门|本单位|其中)?(?P<name>{NAME})(?:\d+项)?",
        about="free",
        section="国有资产占",
    ),
)
"""The formulas in the order in which they are tried: the more special words first."""


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

WORDING = budget_wording(
    formulas=FORMULAS,
    places={"planned": PLACES},
    sums=SUMS,
    limits=(
        Limit(
            "performance_projects",
            Place("expenditure_summary", "expenditure", "project"),
            "statement.over_projects",
        ),
    ),
    listed="appropriation_expenditure",
    at_most=AT_MOST,
    same_change=SAME_CHANGE,
)
"""The prose of a budget."""
