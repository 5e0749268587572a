"""Titles and headers in which budgets and final accounts of many provinces are printed, by what their tables show."""

from __future__ import annotations

from tests.city_forms.basic import BASIC
from tests.city_forms.expenditure import EXPENDITURE
from tests.city_forms.funds import FUNDS
from tests.city_forms.general_public import GENERAL_PUBLIC
from tests.city_forms.not_read import NOT_READ
from tests.city_forms.projects import PROJECTS
from tests.city_forms.revenue import REVENUE
from tests.city_forms.summaries import SUMMARIES
from tests.city_forms.three_public import THREE_PUBLIC

__all__ = ["FORMS", "NOT_READ"]

FORMS = (*EXPENDITURE, *GENERAL_PUBLIC, *BASIC, *REVENUE, *FUNDS, *PROJECTS, *THREE_PUBLIC, *SUMMARIES)
