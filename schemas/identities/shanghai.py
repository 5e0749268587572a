"""Identities between the tables of a Shanghai budget: which amounts must be equal, and to what.

Within a table, sums follow from the table's own declaration (row sums, codes, sides). Between
tables, each identity is one `Equality` here. A new one is a few lines.
"""

from __future__ import annotations

from yusuan.schemas.identities import shared
from yusuan.schemas.identities.shared import (
    APPROPRIATED_IN,
    APPROPRIATED_OUT,
    CAPITAL,
    ECONOMIC,
    EXPENDITURE,
    FUND,
    GENERAL,
    REVENUE,
    SUMMARY_IN,
    SUMMARY_OUT,
)
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.sentences.said import Said, quoted
from yusuan.schemas.tables.declaration import Equality, Term

_SUMMARY, _OF_REVENUE, _OF_EXPENDITURE = "财务收支总表", "收入总表", "支出总表"
_OF_APPROPRIATION, _OF_GENERAL = "财政拨款收支总表", "一般公共预算支出表"
"""The titles of tables, for the words of identities."""
_APPROPRIATION = ("财政拨款收入",)
_GENERAL_NAMES = ("一般公共预算资金", "一般公共预算", "一般公共预算拨款")
_FUND_NAMES = ("政府性基金", "政府性基金预算", "政府性基金预算资金")
_CAPITAL_NAMES = ("国有资本经营预算", "国有资本经营预算资金")


def _source(rule: str, measure: str, items: tuple[str, ...]) -> Equality:
    words = say.BOTH.of(what=items[0], one=_SUMMARY, other=_OF_REVENUE)
    return Equality(rule, words, (SUMMARY_IN.of(items=items),), (REVENUE.of(measure),), rows="item")


def _fund(fund: str, words: str, measure: str, items: tuple[str, ...], table: Term) -> tuple[Equality, ...]:
    """What holds for each of the three funds."""
    return (
        Equality(
            f"between.{fund}_total",
            say.FUND_COLUMN.of(table=_OF_APPROPRIATION, fund=words),
            (APPROPRIATED_OUT.of(measure),),
            (table,),
        ),
        Equality(
            f"between.{fund}_by_class",
            say.FUND_BY_CLASS.of(table=_OF_APPROPRIATION, fund=words),
            (APPROPRIATED_OUT.of(measure),),
            (table,),
            rows="classes",
        ),
        Equality(
            f"between.{fund}_sides",
            say.FUND_SIDES.of(table=_OF_APPROPRIATION, fund=words),
            (APPROPRIATED_IN.of(items=items),),
            (APPROPRIATED_OUT.of(measure),),
            rows="item",
        ),
        Equality(
            f"between.{fund}_revenue",
            say.EQUAL.of(
                left=say.IN.of(what=words, table=_SUMMARY), right=say.IN.of(what=words, table=_OF_APPROPRIATION)
            ),
            (SUMMARY_IN.of(items=items),),
            (APPROPRIATED_IN.of(items=items),),
            rows="item",
        ),
    )


EQUALITIES: tuple[Equality, ...] = (
    shared.revenue_total(_SUMMARY, _OF_REVENUE),
    shared.expenditure_total(_SUMMARY, _OF_EXPENDITURE),
    shared.expenditure_by_class(_SUMMARY, _OF_EXPENDITURE),
    *(
        Equality(
            f"between.{name}_{rows}",
            say.EQUAL.of(left=say.IN.of(what=here, table=_SUMMARY), right=say.IN.of(what=there, table=_OF_EXPENDITURE))
            + (say.BY_CLASS if rows == "classes" else say.IN_TOTAL),
            tuple(Term(SUMMARY_OUT.table, SUMMARY_OUT.side, measure) for measure in measures),
            (EXPENDITURE.of(name),),
            rows=rows,
        )
        for name, here, there, measures in (
            (
                "basic",
                Said("人员经费 + 公用经费 = 基本支出", "人员经费与公用经费之和"),
                Said("人员经费 + 公用经费 = 基本支出", "基本支出"),
                ("personnel", "operating"),
            ),
            ("project", quoted("项目支出"), quoted("项目支出"), ("project",)),
        )
        for rows in ("total", "classes")
    ),
    _source(
        "between.appropriation_revenue",
        "fiscal_appropriation",
        _APPROPRIATION,
    ),
    _source("between.service_revenue", "service_revenue", ("事业收入",)),
    _source(
        "between.business_revenue",
        "business_revenue",
        ("事业单位经营收入", "经营收入"),
    ),
    _source("between.other_revenue", "other_revenue", ("其他收入",)),
    Equality(
        "between.appropriation_total",
        say.EQUAL.of(
            left=say.IN.of(what=_APPROPRIATION[0], table=_SUMMARY),
            right=say.OF.of(what=say.THE_TOTAL, table=_OF_APPROPRIATION),
        ),
        (SUMMARY_IN.of(items=_APPROPRIATION),),
        (APPROPRIATED_IN,),
        rows="item",
    ),
    *_fund("general_public", "一般公共预算", "general_public", _GENERAL_NAMES, GENERAL),
    *_fund("government_fund", "政府性基金预算", "government_fund", _FUND_NAMES, FUND),
    *_fund("state_capital", "国有资本经营预算", "state_capital", _CAPITAL_NAMES, CAPITAL),
    Equality(
        "between.revenue_and_expenditure",
        say.SAME_BY_CODE.of(one=_OF_REVENUE, other=_OF_EXPENDITURE),
        (REVENUE,),
        (EXPENDITURE,),
        rows="codes",
        given=((REVENUE,), (EXPENDITURE,)),
    ),
    Equality(
        "between.appropriation_by_code",
        say.EQUAL.of(
            left=say.IN.of(what=say.OF_EACH_CODE.of(what=_APPROPRIATION[0]), table=_OF_REVENUE),
            right=say.SPENT_BY_FUNDS,
        ),
        (REVENUE.of("fiscal_appropriation"),),
        (GENERAL, FUND, CAPITAL),
        rows="codes",
        given=((REVENUE.of("fiscal_appropriation"),), (GENERAL, FUND, CAPITAL)),
    ),
    *shared.general_by_code(_OF_EXPENDITURE, _OF_GENERAL, shared.KINDS[1:]),
    Equality(
        "between.basic_by_economic",
        say.EQUAL.of(
            left=say.IN.of(what="基本支出", table=_OF_GENERAL),
            right=say.OF.of(what=say.THE_TOTAL, table=say.ECONOMIC_TABLE),
        ),
        (GENERAL.of("basic"),),
        (ECONOMIC,),
    ),
    *(
        Equality(
            f"between.{measure}_by_economic",
            say.EQUAL.of(
                left=say.IN.of(what=words, table=_SUMMARY), right=say.IN.of(what=words, table=say.ECONOMIC_TABLE)
            )
            + say.WHERE_GENERAL,
            (SUMMARY_OUT.of(measure),),
            (ECONOMIC.of(measure),),
            given=((SUMMARY_OUT,), (GENERAL,)),
        )
        for measure, words in (("personnel", "人员经费"), ("operating", "公用经费"))
    ),
    Equality(
        "between.agency_operating",
        say.EQUAL.of(left=say.IN.of(what="公用经费", table=say.ECONOMIC_TABLE), right=quoted("机关运行经费"))
        + say.FOR_ADMINISTRATIVE,
        (ECONOMIC.of("operating"),),
        (Term("three_public_and_operating", "expenditure", "agency_operating"),),
        certain=False,
    ),
)
