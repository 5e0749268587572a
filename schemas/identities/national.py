"""Identities between the nine tables of the Ministry of Finance's form of a budget."""

from __future__ import annotations

from yusuan.schemas.identities import shared
from yusuan.schemas.identities.shared import (
    APPROPRIATED_IN,
    APPROPRIATED_OUT,
    ECONOMIC,
    EXPENDITURE,
    GENERAL,
    REVENUE,
    SUMMARY_IN,
    SUMMARY_OUT,
)
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.tables.declaration import Equality, Rows, Term
from yusuan.schemas.vocabulary.around import BROUGHT_FORWARD, CARRIED_FORWARD, THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_SUMMARY, _OF_REVENUE, _OF_EXPENDITURE, _OF_APPROPRIATION = "收支总表", "收入总表", "支出总表", "财政拨款收支总表"
_OF_GENERAL, _OF_BASIC = "一般公共预算支出表", "一般公共预算基本支出表"
"""The titles of tables, for the words of identities."""

_FUNDS: tuple[tuple[str, str], ...] = (
    ("general_public", "一般公共预算"),
    ("government_fund", "政府性基金预算"),
    ("state_capital", "国有资本经营预算"),
)


def _names(fund: str) -> tuple[str, ...]:
    """What a source is called that is appropriated from a fund."""
    endings = ("", "拨款", "拨款收入", "财政拨款", "财政拨款收入", "资金", "收入", "当年拨款收入")
    return tuple(f"{fund}{ending}" for ending in endings)


_SPENT: tuple[tuple[str, tuple[str, ...], Rows], ...] = (
    ("total", THIS_YEAR_EXPENDITURE, "item"),
    ("by_class", (), "classes"),
)

EQUALITIES: tuple[Equality, ...] = (
    shared.revenue_total(_SUMMARY, _OF_REVENUE),
    Equality(
        "between.expenditure_this_year",
        say.EQUAL.of(left=say.OF.of(what="本年支出合计", table=_SUMMARY), right=say.WHOLE.of(table=_OF_EXPENDITURE)),
        (SUMMARY_OUT.of(items=THIS_YEAR_EXPENDITURE),),
        (EXPENDITURE,),
        rows="item",
        optional=True,
    ),
    shared.expenditure_by_class(_SUMMARY, _OF_EXPENDITURE),
    *(
        Equality(
            f"between.{fund}_revenue",
            say.BOTH.of(what=name, one=_SUMMARY, other=_OF_REVENUE),
            (SUMMARY_IN.of(items=_names(name)),),
            (REVENUE.of(fund),),
            rows="item",
            optional=True,
        )
        for fund, name in _FUNDS
    ),
    *(
        Equality(
            f"between.{measure}_of_summary",
            say.BOTH.of(what=names[0], one=_SUMMARY, other=_OF_REVENUE),
            (SUMMARY_IN.of(items=names),),
            (REVENUE.of(measure),),
            rows="item",
            optional=True,
        )
        for measure, names in (
            ("service_revenue", ("事业收入",)),
            ("business_revenue", ("事业单位经营收入", "经营收入")),
            ("superior_subsidy", ("上级补助收入",)),
            ("subordinate_remittance", ("附属单位上缴收入", "下级单位上缴收入")),
            ("other_revenue", ("其他收入",)),
            ("opening_balance", BROUGHT_FORWARD),
        )
    ),
    *(
        Equality(
            f"between.{fund}_appropriated",
            say.BOTH.of(what=name, one=_SUMMARY, other=_OF_APPROPRIATION),
            (SUMMARY_IN.of(items=_names(name)),),
            (APPROPRIATED_IN.of(items=_names(name)),),
            rows="item",
            optional=True,
        )
        for fund, name in _FUNDS
    ),
    *(
        Equality(
            f"between.{fund}_{kind}",
            say.FUND_OF_THIS_YEAR.of(fund=name, table=_OF_APPROPRIATION, kind=say.KINDS[kind]),
            (APPROPRIATED_OUT.of(fund, items=items),),
            (Term(f"{fund}_expenditure", "expenditure"),),
            rows=rows,
            # The fund's table may leave out what is carried over from the year before.
            given=(
                (APPROPRIATED_OUT.of(fund, items=THIS_YEAR_EXPENDITURE),),
                (APPROPRIATED_IN.of(items=_names(name)),),
            ),
            optional=True,
        )
        for fund, name in _FUNDS
        for kind, items, rows in _SPENT
    ),
    *shared.general_by_code(_OF_EXPENDITURE, _OF_GENERAL),
    Equality(
        "between.basic_by_economic",
        say.EQUAL.of(
            left=say.IN.of(what="基本支出", table=_OF_GENERAL), right=say.OF.of(what=say.THE_TOTAL, table=_OF_BASIC)
        ),
        (GENERAL.of("basic"),),
        (ECONOMIC,),
    ),
    *(
        Equality(
            f"between.{measure}_by_economic",
            say.BOTH.of(what=words, one=_OF_GENERAL, other=_OF_BASIC),
            (GENERAL.of(measure),),
            (ECONOMIC.of(measure),),
        )
        for measure, words in (("personnel", "人员经费"), ("operating", "公用经费"))
    ),
    Equality(
        "between.carried_over",
        say.CARRIED_OVER.of(table=_OF_APPROPRIATION),
        (APPROPRIATED_IN.of(items=THIS_YEAR_REVENUE), APPROPRIATED_IN.of(items=BROUGHT_FORWARD)),
        (APPROPRIATED_OUT.of(items=THIS_YEAR_EXPENDITURE), APPROPRIATED_OUT.of(items=CARRIED_FORWARD)),
        rows="item",
        optional=True,
    ),
)
