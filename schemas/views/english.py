"""What the ids of the dataset are called in English, for pages that people read.

What has no entry here is called by the words of its id: `expenditure_summary` is “Expenditure summary”.
"""

from __future__ import annotations

from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.tables.measures import CHANGE, CHANGED, CUT, FUNDS

STAGES = {"budget": "budget", "final": "final account"}
BASES = {"budget": "budgeted", "final": "final"}
LEVELS = {"unit": "unit", "department": "department"}
SIDES = {"revenue": "Revenue", "expenditure": "Expenditure"}
SEVERITIES = {"error": "Error", "warning": "Warning"}
STATUSES = {"proved": "proved", "unproved": "unproved", "in_doubt": "in doubt", "contradicted": "contradicted"}
CAUSES = {"publisher": "In what was published", "reader": "What this program could not read or decide"}

_SINGLE: dict[str, str] = {
    "goods_and_services": "Goods and services",
    "aid_to_people": "Aid to individuals and families",
    "other_running": "Other running costs",
    "special_account": "Special fiscal accounts",
    "own_funds": "Own funds",
    "general_public": "General public budget",
    "government_fund": "Government funds",
    "state_capital": "State capital budget",
    "remittance_to_superior": "Remittances to superior bodies",
    "subsidy_to_subordinate": "Subsidies to subordinate bodies",
    "superior_subsidy": "Subsidies from superior bodies",
    "subordinate_remittance": "Remittances from subordinate bodies",
    "service_revenue": "Revenue from public services",
    "business_revenue": "Revenue from business",
    "business_expenditure": "Expenditure of business",
    "basic": "Basic expenditure",
    "project": "Project expenditure",
    "personnel": "Personnel",
    "operating": "Office operation",
    "opening_balance": "Brought forward",
    "closing_balance": "Carried forward",
    "revenue": "Revenue of the year",
    "overseas_travel": "Official travel abroad",
    "reception": "Official receptions",
    "vehicles": "Official vehicles",
    "vehicle_purchase": "Purchase of vehicles",
    "vehicle_operation": "Running of vehicles",
    "three_public": "“Three public” expenses",
    "three_public_and_meetings": "“Three public” expenses, meetings and training",
    "agency_operating": "Running of the agency",
    "procurement": "Government procurement",
    "procurement_small_medium": "Procurement kept for small and medium enterprises",
    "procurement_small_micro": "Procurement kept for small and micro enterprises",
    "project_less_construction": "Project expenditure without construction",
}


def words(id_: str) -> str:
    """An id as words: `general_public_summary` is “General public summary”."""
    return id_.replace("_", " ").capitalize()


def _single(id_: str) -> str:
    return _SINGLE.get(id_) or words(id_)


MEASURES: dict[str, str] = {
    **_SINGLE,
    **{f"{use}_{fund}": f"{_single(use)}: {_single(fund)}" for use in CUT for fund in FUNDS},
    **{f"{measure}_{CHANGE}": f"{_single(measure)}: {_single(CHANGE)}" for measure in CHANGED},
}

MEASURES_OF_TABLES: dict[tuple[str, str], str] = {
    ("three_public_and_operating", "total"): "“Three public” expenses, total",
    ("government_fund_expenditure", "total"): "Expenditure of the year",
    ("state_capital_expenditure", "total"): "Expenditure of the year",
}
"""Table and measure → its name there, where that of the measure alone would not say what is summed up."""

TABLES: dict[str, str] = {
    "revenue_expenditure_summary": "Revenue and expenditure",
    "appropriation_summary": "Fiscal appropriation: revenue and expenditure",
    "three_public_and_operating": "“Three public” expenses and running of the agency",
}

QUANTITIES: dict[str, str] = {
    "planned": "planned",
    "final": "final",
    "prior_year_planned": "planned for an earlier year",
    "prior_year_final": "spent in an earlier year",
    "change_amount": "change",
    "change_percent": "change in per cent",
    "share_percent": "share",
    "completion_percent": "completion",
    "count": "number",
    "asset_value": "worth",
}

IDENTITIES: dict[str, str] = {
    "row_sum": "The total of a row is the sum of its parts",
    "column_sum": "A row is the sum of the finer rows below it",
    "grand_total": "The total is the sum of all classes",
    "subtotal": "A subtotal is the sum of the rows in it",
    "sides_equal": "Revenue and expenditure are equal in total",
    "between": "Two tables have the same figure",
    "between.agency_operating": "Running of the agency is the operating part of basic expenditure",
    "between.agency_by_code": "Running of the agency by account is basic expenditure by account",
    "between.revenue_and_expenditure": "Revenue and expenditure of one function are equal",
    "between.pension_by_economic": "Pension contributions by function and by account are equal",
    "between.annuity_by_economic": "Annuity contributions by function and by account are equal",
    "between.medical_by_economic": "Medical contributions by function and by account are equal",
    "between.housing_fund_by_economic": "The housing fund by function and by account is equal",
}
"""Rule of an identity, or the family that it belongs to → what it says where it holds."""


def measure(id_: str, table: str = "") -> str:
    """A measure, as it is called in a table where that has a name of its own for it."""
    return MEASURES_OF_TABLES.get((table, id_)) or MEASURES.get(id_) or words(id_)


def rule(id_: str) -> str:
    """What a rule says, or the family that it belongs to, without the full stop."""
    found = RULES.get(id_) or RULES.get(id_.rpartition(".")[0])
    return found.description.rstrip(".") if found else id_


def identity(rule_: str) -> str:
    """What an identity says; a rule that is not known stays as it is."""
    return IDENTITIES.get(rule_) or IDENTITIES.get(rule_.partition(".")[0], rule_)


def subject(id_: str) -> str:
    """What a statement speaks of; a code, or what is printed, stays as it is."""
    return measure(id_) if id_.isascii() and not id_.isdigit() else id_


def table(id_: str) -> str:
    """A table."""
    return TABLES.get(id_) or words(id_).replace("by economic", "by account")
