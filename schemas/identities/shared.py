"""What the ways of several publishers have alike: the sides of tables, and identities between them."""

from __future__ import annotations

from yusuan.schemas.sentences import identities as say
from yusuan.schemas.tables.declaration import Equality, Term

SUMMARY_IN, SUMMARY_OUT = (
    Term("revenue_expenditure_summary", "revenue"),
    Term("revenue_expenditure_summary", "expenditure"),
)
REVENUE = Term("revenue_summary", "revenue")
EXPENDITURE = Term("expenditure_summary", "expenditure")
APPROPRIATED_IN, APPROPRIATED_OUT = (
    Term("appropriation_summary", "revenue"),
    Term("appropriation_summary", "expenditure"),
)
GENERAL = Term("general_public_expenditure", "expenditure")
FUND = Term("government_fund_expenditure", "expenditure")
CAPITAL = Term("state_capital_expenditure", "expenditure")
ECONOMIC = Term("basic_expenditure_by_economic", "expenditure")

KINDS = (("total", "合计"), ("basic", "基本支出"), ("project", "项目支出"))
"""Measures of a row of expenditure, with their words in print."""


def revenue_total(summary: str, revenue: str) -> Equality:
    """The revenue of the summary is that of its own table; both are called by their titles."""
    words = say.EQUAL.of(left=say.REVENUE.of(table=summary), right=say.WHOLE.of(table=revenue))
    return Equality("between.revenue_total", words, (SUMMARY_IN,), (REVENUE,))


def expenditure_total(summary: str, expenditure: str) -> Equality:
    """The expenditure of the summary is that of its own table."""
    words = say.EQUAL.of(left=say.EXPENDITURE.of(table=summary), right=say.WHOLE.of(table=expenditure))
    return Equality("between.expenditure_total", words, (SUMMARY_OUT,), (EXPENDITURE,))


def expenditure_by_class(summary: str, expenditure: str, out: Term = SUMMARY_OUT) -> Equality:
    """Each 类 of the summary is that of the table of expenditure."""
    words = say.EQUAL.of(left=say.EACH_CLASS.of(table=summary), right=say.THAT_CLASS.of(table=expenditure))
    return Equality("between.expenditure_by_class", words, (out,), (EXPENDITURE,), rows="classes")


def general_by_code(expenditure: str, general: str, kinds: tuple[tuple[str, str], ...] = KINDS) -> tuple[Equality, ...]:
    """Each code of all expenditure is that of the general fund, where all is from that."""
    return tuple(
        Equality(
            f"between.{measure}_by_code",
            say.BOTH.of(what=say.OF_EACH_CODE.of(what=words), one=expenditure, other=general) + say.WHERE_GENERAL,
            (EXPENDITURE.of(measure),),
            (GENERAL.of(measure),),
            rows="codes",
            given=((EXPENDITURE,), (GENERAL,)),
        )
        for measure, words in kinds
    )
