"""What a final account repeats of the budget of the same body and year, and where the budget has it."""

from __future__ import annotations

from schemas.prose.statements import FUND_TABLES, Place

PLANNED: dict[str, Place] = {
    "general_public": Place("general_public_expenditure", "expenditure"),
    "government_fund": Place("government_fund_expenditure", "expenditure"),
    "state_capital": Place("state_capital_expenditure", "expenditure"),
    "three_public": Place("three_public_and_operating", "expenditure"),
    **{
        measure: Place("three_public_and_operating", "expenditure", measure)
        for measure in ("overseas_travel", "reception", "vehicles", "vehicle_purchase", "vehicle_operation")
    },
}
"""Subject of a 年初预算 in the prose → where the budget plans it."""

PLANNED_BY_CODE = FUND_TABLES
"""The tables of the budget that together plan a 科目 whose 年初预算 the prose gives."""

PLANNED_TABLES = ("three_public_and_operating",)
"""The tables of a final account that print 预算数 beside 决算数, as the budget's table of the same id has them."""
