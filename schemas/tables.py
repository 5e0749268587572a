"""What tables a budget or a final account has: which id a table gets from what it holds, and what may be summed
within its rows.

A table is known by what it shows: revenue, expenditure or both; whose money (scope); which part of expenditure; and
how its rows are classified. Its title is one witness of that, its header and the codes in its rows are others.
"""

from __future__ import annotations

from schemas.declaration import RowSum

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
}
"""Scope of a table of revenue beside expenditure → its id."""

PROJECTS: dict[str, str] = {
    "": "project_expenditure",
    "fiscal_appropriation": "appropriation_project_expenditure",
    "general_public": "general_public_project_expenditure",
}
"""Scope of a list of projects → its id."""

PURCHASES = ("procurement", "purchased_services")
"""Topics of lists of what is bought, which are the ids of their tables too."""

_FUNDS = ("general_public", "government_fund", "state_capital")
_OWN = (
    *(
        "service_revenue",
        "business_revenue",
        "superior_subsidy",
        "subordinate_remittance",
        "other_revenue",
        "balance_used",
    ),
)
WHOLES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_FUNDS, ("fiscal_appropriation", "revenue", "total")),
    "fiscal_appropriation": ("revenue", "total"),
    "special_account": ("revenue", "total"),
    "own_funds": ("revenue", "total"),
    "other_funds": ("revenue", "total"),
    **dict.fromkeys(_OWN, ("own_funds", "other_funds", "revenue", "total")),
    "revenue": ("total",),
    "opening_balance": ("total",),
    **{f"opening_{name}": ("opening_balance", "total") for name in (*_FUNDS, "special_account", "own_funds")},
    "personnel": ("basic", "total"),
    "operating": ("basic", "total"),
    **dict.fromkeys(("wages", "aid_to_people"), ("personnel", "basic", "total")),
    "goods_and_services": ("operating", "basic", "total"),
    "capital_outlay": ("basic", "total"),
    **dict.fromkeys(("other_running", "specific_targets"), ("project", "total")),
    **dict.fromkeys(
        (
            *("basic", "project", "contingency", "remittance_to_superior", "business_expenditure"),
            "subsidy_to_subordinate",
        ),
        ("total",),
    ),
    **dict.fromkeys(("overseas_travel", "vehicles", "reception"), ("total", "three_public_and_meetings")),
    "vehicle_purchase": ("vehicles", "total"),
    "vehicle_operation": ("vehicles", "total"),
    "meetings": ("three_public_and_meetings",),
    "training": ("three_public_and_meetings",),
    "education_fees": (),
}
"""A measure → what it is a part of, the nearest first: in a table the first of them that it has a column for counts."""


def row_sums(measures: frozenset[str]) -> tuple[RowSum, ...]:
    """The sums that may hold within the rows of a table with these measures."""
    parts: dict[str, list[str]] = {}
    for measure, wholes in WHOLES.items():
        if measure in measures and (whole := next((w for w in wholes if w in measures), "")):
            parts.setdefault(whole, []).append(measure)
    if {"three_public_and_meetings", "total"} <= measures:
        parts.setdefault("three_public_and_meetings", []).insert(0, "total")
    return tuple(RowSum(whole, tuple(own)) for whole, own in parts.items())
