"""What documents repeat of each other, and where the other has it."""

from __future__ import annotations

from yusuan.schemas.prose.statements import FUND_TABLES, Place

REPEATED: dict[str, Place] = {
    "general_public": Place("general_public_expenditure", "expenditure"),
    "government_fund": Place("government_fund_expenditure", "expenditure"),
    "state_capital": Place("state_capital_expenditure", "expenditure"),
    "three_public": Place("three_public_and_operating", "expenditure"),
    **{
        measure: Place("three_public_and_operating", "expenditure", measure)
        for measure in ("overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation")
    },
}
"""Subject of a 年初预算, or of another year's figure, in the prose → where that year's own document has it."""

REPEATED_BY_CODE = FUND_TABLES
"""The tables that together have a 科目 of which the prose of another document gives a figure."""

PLANNED_TABLES = ("three_public_and_operating",)
"""The tables of a final account that print 预算数 beside 决算数, as the budget's table of the same id has them."""

PRIOR_YEAR: dict[str, str] = {"prior_year_planned": "budget", "prior_year_final": "final"}
"""Quantity of a statement on the year before → the stage of that year's document which says the same."""

TRANSFERS = frozenset(
    {"superior_subsidy", "subordinate_remittance", "remittance_to_superior", "subsidy_to_subordinate"}
)
"""Measures of money that units give each other, which their department may leave out where it sums them up."""

WITH_TRANSFERS = frozenset({"revenue_expenditure_summary", "revenue_summary", "expenditure_summary"})
"""Tables whose totals such money is in."""
