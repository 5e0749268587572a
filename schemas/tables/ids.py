"""What tables a budget or a final account has: which id a table gets from what it holds, and what may be summed
within its rows.

A table is known by what it shows: revenue, expenditure or both; whose money (scope); which part of expenditure; and
how its rows are classified. Its title is one witness of that, its header and the codes in its rows are others.
"""

from __future__ import annotations

from yusuan.schemas.tables.declaration import RowSum
from yusuan.schemas.tables.measures import CUT, FUNDS, combined

TABLES: dict[str, str] = {
    "revenue_expenditure_summary": "收支总表",
    "expenditure_by_use": "收支总表：支出用途",
    "revenue_summary": "收入总表",
    "expenditure_summary": "支出总表",
    "expenditure_by_economic": "支出总表（经济分类）",
    "appropriation_summary": "财政拨款收支总表",
    "appropriation_expenditure": "财政拨款支出表",
    "appropriation_by_economic": "财政拨款支出表（经济分类）",
    "appropriation_basic_by_economic": "财政拨款基本支出表（经济分类）",
    "general_public_summary": "一般公共预算收支表",
    "general_public_expenditure": "一般公共预算支出表",
    "general_public_by_economic": "一般公共预算支出表（经济分类）",
    "general_public_basic_by_function": "一般公共预算基本支出表（功能分类）",
    "basic_expenditure_by_economic": "一般公共预算基本支出表（经济分类）",
    "general_public_project_by_function": "一般公共预算项目支出表（功能分类）",
    "general_public_project_by_economic": "一般公共预算项目支出表（经济分类）",
    "general_public_project_expenditure": "一般公共预算项目支出表",
    "three_public_and_operating": "“三公”经费和机关运行经费表",
    "government_fund_summary": "政府性基金预算收支表",
    "government_fund_expenditure": "政府性基金预算支出表",
    "state_capital_summary": "国有资本经营预算收支表",
    "state_capital_expenditure": "国有资本经营预算支出表",
    "basic_expenditure": "基本支出表（经济分类）",
    "basic_expenditure_by_function": "基本支出表（功能分类）",
    "project_expenditure": "项目支出表",
    "appropriation_project_expenditure": "财政拨款项目支出表",
    "agency_operating_by_economic": "机关运行经费支出表（经济分类）",
    "procurement": "政府采购预算表",
    "purchased_services": "政府购买服务预算表",
}
"""Table id → what such a table is called in print, without body, year and 部门; in the order of a publication."""

BY_CONTENT: dict[tuple[str, str, str], str] = {
    ("", "", "functional"): "expenditure_summary",
    ("", "", "administrative"): "expenditure_summary",
    ("", "", "use"): "expenditure_summary",
    ("", "", "economic"): "expenditure_by_economic",
    ("", "", "government_economic"): "expenditure_by_economic",
    ("", "basic", "functional"): "basic_expenditure_by_function",
    ("", "basic", "economic"): "basic_expenditure",
    ("", "basic", "government_economic"): "basic_expenditure",
    ("fiscal_appropriation", "", "functional"): "appropriation_expenditure",
    ("fiscal_appropriation", "", "economic"): "appropriation_by_economic",
    ("fiscal_appropriation", "", "government_economic"): "appropriation_by_economic",
    ("fiscal_appropriation", "basic", "economic"): "appropriation_basic_by_economic",
    ("fiscal_appropriation", "basic", "government_economic"): "appropriation_basic_by_economic",
    ("general_public", "", "functional"): "general_public_expenditure",
    ("general_public", "", "administrative"): "general_public_expenditure",
    ("general_public", "", "economic"): "general_public_by_economic",
    ("general_public", "", "government_economic"): "general_public_by_economic",
    ("general_public", "basic", "functional"): "general_public_basic_by_function",
    ("general_public", "basic", "economic"): "basic_expenditure_by_economic",
    ("general_public", "basic", "government_economic"): "basic_expenditure_by_economic",
    ("general_public", "project", "economic"): "general_public_project_by_economic",
    ("general_public", "project", "functional"): "general_public_project_by_function",
    ("government_fund", "", "functional"): "government_fund_expenditure",
    ("government_fund", "", "administrative"): "government_fund_expenditure",
    ("state_capital", "", "functional"): "state_capital_expenditure",
    ("state_capital", "", "administrative"): "state_capital_expenditure",
}
"""Scope, part and classification of a table of expenditure → its id. A scope that is empty is all money, an empty
part both.
"""

TWO_SIDED: dict[str, str] = {
    "": "revenue_expenditure_summary",
    "fiscal_appropriation": "appropriation_summary",
    "general_public": "general_public_summary",
    "government_fund": "government_fund_summary",
    "state_capital": "state_capital_summary",
}
"""Scope of a table of revenue beside expenditure → its id."""

BY_USE: dict[str, str] = {"revenue_expenditure_summary": "expenditure_by_use"}
"""A table of revenue beside expenditure → the id of what it shows again by use, in a list without a grand total."""

PROJECTS: dict[str, str] = {
    "": "project_expenditure",
    "fiscal_appropriation": "appropriation_project_expenditure",
    "general_public": "general_public_project_expenditure",
}
"""Scope of a list of projects → its id."""

PURCHASES = ("procurement", "purchased_services")
"""Topics of lists of what is bought, which are the ids of their tables too."""

_SOURCES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("general_public", "government_fund", "state_capital"), ("fiscal_appropriation", "revenue", "total")
    ),
    "fiscal_appropriation": ("revenue", "total"),
    "special_account": ("revenue", "total"),
    "own_funds": ("revenue", "total"),
    "other_funds": ("revenue", "total"),
    **dict.fromkeys(
        (
            *("service_revenue", "business_revenue", "superior_subsidy", "subordinate_remittance", "other_revenue"),
            "balance_used",
        ),
        ("own_funds", "other_funds", "revenue", "total"),
    ),
    "revenue": ("total",),
    "opening_balance": ("total",),
    **{
        f"opening_{name}": ("opening_balance", "total")
        for name in ("general_public", "government_fund", "state_capital", "special_account", "own_funds")
    },
}
_USES: dict[str, tuple[str, ...]] = {
    "personnel": ("basic", "total"),
    "operating": ("basic", "total"),
    **dict.fromkeys(("wages", "aid_to_people"), ("personnel", "basic", "total")),
    "goods_and_services": ("operating", "basic", "total"),
    "capital_outlay": ("basic", "total"),
    **dict.fromkeys(
        ("construction", "debt_interest", "enterprise_aid", "enterprise_construction", "social_security_aid"),
        ("basic", "total"),
    ),
    **dict.fromkeys(("other_running", "specific_targets"), ("project", "total")),
    **dict.fromkeys(
        (
            *("basic", "project", "contingency", "remittance_to_superior", "business_expenditure"),
            "subsidy_to_subordinate",
        ),
        ("total",),
    ),
}
_WHOLE_EXPENSES = ("three_public", "total", "three_public_and_meetings")
_EXPENSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("overseas_travel", "vehicles", "reception"), _WHOLE_EXPENSES),
    "vehicle_purchase": ("vehicles", *_WHOLE_EXPENSES),
    "vehicle_operation": ("vehicles", *_WHOLE_EXPENSES),
    "meetings": ("three_public_and_meetings",),
    "training": ("three_public_and_meetings",),
}
_BALANCE = {"opening_balance", "revenue", "total", "closing_balance"}
"""What a table has that keeps account of a fund: what was there and came in, less what was spent, is left."""
CUTS: dict[str, dict[str, tuple[str, ...]]] = {
    "uses": {
        **_USES,
        **_EXPENSES,
        **{
            # Meetings and training are no part of the three public expenses, of whatever fund.
            combined(use, fund): tuple(fund if whole == "total" else combined(whole, fund) for whole in wholes)
            for use, wholes in (*_USES.items(), *_EXPENSES.items())
            for fund in FUNDS
            if combined(use, fund)
        },
    },
    "sources": {
        **_SOURCES,
        **{
            combined(use, fund): (*(combined(use, whole) for whole in _SOURCES[fund] if whole in FUNDS), use)
            for use in CUT
            for fund in FUNDS
        },
    },
}
"""How money is cut into parts → a measure → what it is a part of, the nearest first: in a table the first of them that
it has a column for counts.
"""


def row_sums(measures: frozenset[str]) -> tuple[RowSum, ...]:
    """The sums that may hold within the rows of a table with these measures."""
    found: list[RowSum] = []
    if kept := measures >= _BALANCE:
        found.append(RowSum("closing_balance", ("opening_balance", "revenue"), ("total",)))
    for cut, parts_of in CUTS.items():
        parts: dict[str, list[str]] = {}
        for measure, wholes in parts_of.items():
            if measure in measures and (whole := next((w for w in wholes if w in measures), "")):
                parts.setdefault(whole, []).append(measure)
        if cut == "uses" and {"three_public_and_meetings", "total"} <= measures:
            parts.setdefault("three_public_and_meetings", []).insert(0, "total")
        if cut == "sources" and kept:
            parts.pop("total", None)  # it is what was spent
        for whole, own in parts.items():
            by = cut if any(other.total == whole for other in found) else ""
            found.append(RowSum(whole, tuple(own), by=by))
    return tuple(found)
