"""Identities between the tables of one final account: which amounts must be equal, and to what."""

from __future__ import annotations

from dataclasses import replace

from yusuan.schemas.identities import shared
from yusuan.schemas.identities.shared import CAPITAL, ECONOMIC, EXPENDITURE, FUND, GENERAL, REVENUE
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.sentences.said import quoted
from yusuan.schemas.tables.declaration import Equality, Side, Term
from yusuan.schemas.vocabulary.around import BROUGHT_FORWARD, CARRIED_FORWARD, THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_OF_ALL, _OF_REVENUE, _OF_EXPENDITURE = "收入支出决算总表", "收入决算表", "支出决算表"
_OF_APPROPRIATION, _OF_GENERAL = "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表"
"""The titles of tables, for the words of identities."""
_APPROPRIATION = "财政拨款收入"
_BASIC = say.IN.of(what="基本支出", table=_OF_GENERAL)

_FUNDS: tuple[tuple[str, str, Term], ...] = (
    ("general_public", "一般公共预算", GENERAL),
    ("government_fund", "政府性基金预算", FUND),
    ("state_capital", "国有资本经营预算", CAPITAL),
)


def _names(words: str) -> tuple[str, ...]:
    """What the appropriation from a fund is called as revenue."""
    return (f"{words}财政拨款", f"{words}财政拨款收入", words)


def _carried(words: str) -> tuple[str, ...]:
    """What money of a fund is called that was carried over."""
    return (*_names(words), f"{words}财政拨款结转和结余", f"{words}财政拨款结转结余")


_APPROPRIATIONS = tuple(name for _, words, _ in _FUNDS for name in _names(words))


def _summary(side: Side, items: tuple[str, ...]) -> Term:
    return Term("revenue_expenditure_summary", side, "total", items)


def _appropriation(side: Side, items: tuple[str, ...], measure: str = "total", under: tuple[str, ...] = ()) -> Term:
    return Term("appropriation_summary", side, measure, items, under)


def _source(measure: str, *items: str) -> Equality:
    return Equality(
        f"between.{measure}",
        say.BOTH.of(what=items[0], one=_OF_ALL, other=_OF_REVENUE),
        (_summary("revenue", items),),
        (REVENUE.of(measure),),
        rows="item",
        optional=measure == "fiscal_appropriation",
    )


def _fund(fund: str, words: str, table: Term) -> tuple[Equality, ...]:
    """What holds for each of the three funds."""
    appropriated = _appropriation("revenue", _names(words))
    brought = _appropriation("revenue", _carried(words), under=BROUGHT_FORWARD)
    return (
        Equality(
            f"between.{fund}_total",
            say.FUND_THIS_YEAR.of(table=_OF_APPROPRIATION, fund=words),
            (_appropriation("expenditure", THIS_YEAR_EXPENDITURE, fund),),
            (table,),
            rows="item",
        ),
        Equality(
            f"between.{fund}_by_class",
            say.FUND_BY_CLASS.of(table=_OF_APPROPRIATION, fund=words),
            (_appropriation("expenditure", (), fund),),
            (table,),
            rows="classes",
        ),
        Equality(
            f"between.{fund}_sides",
            say.FUND_SIDES_BROUGHT.of(table=_OF_APPROPRIATION, fund=words),
            (appropriated, brought),
            (_appropriation("expenditure", (), fund),),
            rows="item",
            optional=True,
        ),
        Equality(
            f"between.{fund}_revenue",
            say.EQUAL.of(
                left=say.IN.of(what=words, table=_OF_ALL), right=say.IN.of(what=words, table=_OF_APPROPRIATION)
            ),
            # In accounts until 2018 the summary has one row for all funds (财政拨款收入).
            (_summary("revenue", _names(words)),),
            (appropriated,),
            rows="item",
            optional=True,
        ),
    )


def _account(fund: str, words: str, table: Term) -> tuple[Equality, ...]:
    """What holds between a fund's own account and the table of all appropriations."""
    return (
        Equality(
            f"between.{fund}_account_revenue",
            say.ACCOUNT_REVENUE.of(fund=words, table=_OF_APPROPRIATION),
            (_appropriation("revenue", _names(words)),),
            (table.of("revenue"),),
            rows="item",
        ),
        Equality(
            f"between.{fund}_account_opening",
            say.ACCOUNT_OPENING.of(fund=words, table=_OF_APPROPRIATION),
            (_appropriation("revenue", _carried(words), under=BROUGHT_FORWARD),),
            (table.of("opening_balance"),),
            rows="item",
            optional=True,
        ),
        Equality(
            f"between.{fund}_account_closing",
            say.ACCOUNT_CLOSING.of(fund=words, table=_OF_APPROPRIATION),
            (_appropriation("expenditure", CARRIED_FORWARD, fund),),
            (table.of("closing_balance"),),
            rows="item",
        ),
    )


_SAME_USE: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("pension", "机关事业单位基本养老保险缴费", "2080505", ("30108",)),
    ("annuity", "职业年金缴费", "2080506", ("30109",)),
    ("medical", "行政事业单位医疗", "21011", ("30110", "30111")),
    ("housing_fund", "住房公积金", "2210201", ("30113",)),
)
"""Contributions that both classifications have: name, code by function, codes by economic use."""

EQUALITIES: tuple[Equality, ...] = (
    Equality(
        "between.revenue_total",
        say.EQUAL.of(left=say.OF.of(what="本年收入合计", table=_OF_ALL), right=say.WHOLE.of(table=_OF_REVENUE)),
        (_summary("revenue", THIS_YEAR_REVENUE),),
        (REVENUE,),
        rows="item",
    ),
    Equality(
        "between.expenditure_total",
        say.EQUAL.of(left=say.OF.of(what="本年支出合计", table=_OF_ALL), right=say.WHOLE.of(table=_OF_EXPENDITURE)),
        (_summary("expenditure", THIS_YEAR_EXPENDITURE),),
        (EXPENDITURE,),
        rows="item",
    ),
    shared.expenditure_by_class(_OF_ALL, _OF_EXPENDITURE, _summary("expenditure", ())),
    _source("superior_subsidy", "上级补助收入"),
    _source("service_revenue", "事业收入"),
    _source("business_revenue", "经营收入", "事业单位经营收入"),
    _source("subordinate_remittance", "附属单位上缴收入", "附属单位缴款"),
    _source("other_revenue", "其他收入"),
    _source("fiscal_appropriation", "财政拨款收入"),
    Equality(
        "between.appropriation_revenue",
        say.EQUAL.of(
            left=say.IN.of(what=say.OF_ALL_FUNDS.of(what=_APPROPRIATION), table=_OF_ALL),
            right=say.IN.of(what=_APPROPRIATION, table=_OF_REVENUE),
        ),
        (replace(_summary("revenue", _APPROPRIATIONS), level=1),),
        (REVENUE.of("fiscal_appropriation"),),
        rows="item",
        optional=True,
    ),
    Equality(
        "between.appropriation_total",
        say.EQUAL.of(
            left=say.IN.of(what=_APPROPRIATION, table=_OF_REVENUE),
            right=say.OF.of(what="本年收入合计", table=_OF_APPROPRIATION),
        ),
        (REVENUE.of("fiscal_appropriation"),),
        (_appropriation("revenue", THIS_YEAR_REVENUE),),
        rows="item",
    ),
    *(equality for fund in _FUNDS for equality in _fund(*fund)),
    *(equality for fund in _FUNDS[1:] for equality in _account(*fund)),
    Equality(
        "between.revenue_spent_by_code",
        say.SAME_BY_CODE.of(one=_OF_REVENUE, other=_OF_EXPENDITURE) + say.WHERE_EQUAL,
        (REVENUE,),
        (EXPENDITURE,),
        rows="codes",
        given=((REVENUE,), (EXPENDITURE,)),
        certain=False,
    ),
    Equality(
        "between.appropriation_spent_by_code",
        say.EQUAL.of(left=say.OF_EACH_CODE.of(what=_APPROPRIATION), right=say.SPENT_BY_FUNDS) + say.WHERE_EQUAL,
        (REVENUE.of("fiscal_appropriation"),),
        (GENERAL, FUND, CAPITAL),
        rows="codes",
        given=((REVENUE.of("fiscal_appropriation"),), (GENERAL, FUND, CAPITAL)),
        certain=False,
    ),
    *shared.general_by_code(_OF_EXPENDITURE, _OF_GENERAL),
    Equality(
        "between.basic_by_economic",
        say.EQUAL.of(left=_BASIC, right=quoted("人员经费合计 + 公用经费合计")),
        (GENERAL.of("basic"),),
        (ECONOMIC.of(items=("人员经费合计", "公用经费合计")),),
        rows="item",
        optional=True,
    ),
    Equality(
        "between.basic_total_by_economic",
        say.EQUAL.of(left=_BASIC, right=say.ECONOMIC_TOTAL),
        (GENERAL.of("basic"),),
        (ECONOMIC,),
        optional=True,
    ),
    *(
        Equality(
            f"between.{rule}_by_economic",
            say.EQUAL.of(
                left=say.IN.of(what=say.FOR_USE.of(what="基本支出", use=words), table=_OF_GENERAL),
                right=say.ECONOMIC_SAME,
            ),
            (GENERAL.of("basic", codes=(function,)),),
            (ECONOMIC.of(codes=economic),),
            rows="item",
            certain=False,
        )
        for rule, words, function, economic in _SAME_USE
    ),
)
"""The identities between the tables of a final account.

Money that was brought forward may be spent on another code than the one it came in for, so revenue and expenditure by
code are equal as a rule, not for certain.
"""
