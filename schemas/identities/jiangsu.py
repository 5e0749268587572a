"""Identities between the twelve tables of a Jiangsu budget."""

from __future__ import annotations

from yusuan.schemas.identities import shared
from yusuan.schemas.identities.shared import (
    APPROPRIATED_IN,
    APPROPRIATED_OUT,
    ECONOMIC,
    EXPENDITURE,
    FUND,
    GENERAL,
    SUMMARY_IN,
    SUMMARY_OUT,
)
from yusuan.schemas.sentences import identities as say
from yusuan.schemas.tables.declaration import Equality, Term

_USES = Term("expenditure_by_use", "expenditure")
_APPROPRIATED = Term("appropriation_expenditure", "expenditure")
_APPROPRIATED_BASIC = Term("appropriation_basic_by_economic", "expenditure")
_AGENCY = Term("agency_operating_by_economic", "expenditure", "agency_operating")

_SUMMARY, _OF_REVENUE, _OF_EXPENDITURE = "收支预算总表", "收入预算总表", "支出预算总表"
_OF_APPROPRIATION, _OF_APPROPRIATED = "财政拨款收支预算总表", "财政拨款支出预算表"
_OF_APPROPRIATED_BASIC, _OF_BASIC = "财政拨款基本支出预算表", "一般公共预算基本支出预算表"
"""The titles of tables, for the words of identities."""

_THIS_YEAR = ("当年支出小计", "当年支出合计", "本年支出小计", "本年支出合计")
_CARRIED = ("结转下年资金", "结转下年")
_BROUGHT = ("上年结转资金", "上年结转")
_GENERAL_NAMES = ("一般公共预算", "一般公共预算资金")
_FUND_NAMES = ("政府性基金预算", "政府性基金")

_SOURCES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("general_public", _GENERAL_NAMES, _GENERAL_NAMES),
    ("government_fund", _FUND_NAMES, _FUND_NAMES),
    ("special_account", ("财政专户管理资金",), ("财政专户管理资金",)),
    ("other_funds", ("其他资金",), ("其他资金",)),
    ("brought_forward", _BROUGHT, ("上年结转和结余资金", *_BROUGHT)),
)
"""Where money comes from: id, name in 收支预算总表, name in 收入预算总表."""

_USE_NAMES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("basic", "基本支出", ("基本支出",)),
    ("project", "项目支出", ("项目支出",)),
    ("contingency", "单位预留机动经费", ("单位预留机动经费", "预留机动经费")),
)

EQUALITIES: tuple[Equality, ...] = (
    shared.revenue_total(_SUMMARY, _OF_REVENUE),
    *(
        Equality(
            f"between.{source}_source",
            say.EQUAL.of(
                left=say.IN.of(what=here[0], table=_SUMMARY), right=say.IN.of(what=there[0], table=_OF_REVENUE)
            ),
            (SUMMARY_IN.of(items=here),),
            (Term("revenue_summary", "revenue", items=there, level=1),),
            rows="item",
            optional=True,
        )
        for source, here, there in _SOURCES
    ),
    shared.expenditure_total(_SUMMARY, _OF_EXPENDITURE),
    Equality(
        "between.expenditure_by_use",
        say.USES.of(table=_SUMMARY, whole=_THIS_YEAR[0]),
        (SUMMARY_OUT.of(items=_THIS_YEAR),),
        (Term("expenditure_by_use", "expenditure", level=1),),
        rows="item",
    ),
    *(
        Equality(
            f"between.{measure}_use",
            say.BOTH.of(what=words, one=_SUMMARY, other=_OF_EXPENDITURE),
            (_USES.of(items=names),),
            (EXPENDITURE.of(measure),),
            rows="item",
            optional=True,
        )
        for measure, words, names in _USE_NAMES
    ),
    Equality(
        "between.carried_forward",
        say.BOTH.of(what=_CARRIED[0], one=_SUMMARY, other=_OF_EXPENDITURE),
        (SUMMARY_OUT.of(items=_CARRIED),),
        (EXPENDITURE.of("closing_balance"),),
        rows="item",
        optional=True,
    ),
    Equality(
        "between.appropriation_total",
        say.EQUAL.of(
            left=say.IN.of(what="财政拨款", table=_SUMMARY),
            right=say.OF.of(what=say.THE_REVENUE, table=_OF_APPROPRIATION),
        ),
        (SUMMARY_IN.of(items=("财政拨款",)),),
        (APPROPRIATED_IN,),
        rows="item",
    ),
    *(
        Equality(
            f"between.{fund}_revenue",
            say.BOTH.of(what=names[0], one=_SUMMARY, other=_OF_APPROPRIATION),
            (SUMMARY_IN.of(items=names),),
            (APPROPRIATED_IN.of(items=names),),
            rows="item",
        )
        for fund, names in (("general_public", _GENERAL_NAMES), ("government_fund", _FUND_NAMES))
    ),
    *(
        Equality(
            f"between.{fund}_spent",
            say.EQUAL.of(
                left=say.IN.of(what=names[0], table=_OF_APPROPRIATION),
                right=say.OF.of(what=say.THE_TOTAL, table=say.OWN_TABLE),
            ),
            (APPROPRIATED_IN.of(items=names),),
            (table,),
            rows="item",
            optional=True,
        )
        for fund, names, table in (
            ("general_public", _GENERAL_NAMES, GENERAL),
            ("government_fund", _FUND_NAMES, FUND),
        )
    ),
    Equality(
        "between.appropriation_expenditure",
        say.EQUAL.of(left=say.EXPENDITURE.of(table=_OF_APPROPRIATION), right=say.WHOLE.of(table=_OF_APPROPRIATED)),
        (APPROPRIATED_OUT,),
        (_APPROPRIATED,),
    ),
    Equality(
        "between.appropriation_basic",
        say.EQUAL.of(
            left=say.IN.of(what="基本支出", table=_OF_APPROPRIATION),
            right=say.WHOLE.of(table=_OF_APPROPRIATED_BASIC),
        ),
        (APPROPRIATED_OUT.of(items=("基本支出",)),),
        (_APPROPRIATED_BASIC,),
        rows="item",
    ),
    Equality(
        "between.appropriated_by_code",
        say.EQUAL.of(left=say.EACH_CODE.of(table=_OF_APPROPRIATED), right=say.SPENT_BY_FUNDS),
        (_APPROPRIATED,),
        (GENERAL, FUND),
        rows="codes",
    ),
    Equality(
        "between.appropriated_by_class",
        say.EQUAL.of(left=say.EACH_CLASS.of(table=_SUMMARY), right=say.THAT_OF.of(table=_OF_APPROPRIATED))
        + say.WHERE_APPROPRIATED,
        (SUMMARY_OUT,),
        (_APPROPRIATED,),
        rows="classes",
        given=((SUMMARY_OUT.of(items=_THIS_YEAR),), (_APPROPRIATED,)),
    ),
    Equality(
        "between.appropriated_use_basic",
        say.BOTH.of(what="基本支出", one=_OF_EXPENDITURE, other=_OF_APPROPRIATION) + say.WHERE_APPROPRIATED,
        (EXPENDITURE.of("basic"),),
        (APPROPRIATED_OUT.of(items=("基本支出",)),),
        rows="item",
        given=((EXPENDITURE,), (APPROPRIATED_OUT,)),
    ),
    *(
        Equality(
            f"between.appropriated_use_{measure}",
            say.BOTH.of(what=words, one=_OF_EXPENDITURE, other=_OF_APPROPRIATION) + say.WHERE_APPROPRIATED,
            (EXPENDITURE.of(measure),),
            (APPROPRIATED_OUT.of(items=names),),
            rows="item",
            given=((EXPENDITURE,), (APPROPRIATED_OUT,)),
            optional=True,
        )
        for measure, words, names in _USE_NAMES[1:]
    ),
    Equality(
        "between.basic_by_code",
        say.EQUAL.of(
            left=say.EACH_ACCOUNT.of(kind=say.ECONOMIC, of=_OF_APPROPRIATED_BASIC),
            right=say.THAT_OF.of(table=_OF_BASIC),
        )
        + say.WHERE_GENERAL,
        (_APPROPRIATED_BASIC,),
        (ECONOMIC,),
        rows="codes",
        given=((_APPROPRIATED_BASIC,), (ECONOMIC,)),
    ),
    Equality(
        "between.agency_by_code",
        say.EQUAL.of(left=say.EACH_ACCOUNT.of(kind="", of="机关运行经费"), right=say.THAT_OF.of(table=_OF_BASIC))
        + say.WHERE_GOODS,
        (_AGENCY.of("agency_operating", codes=("302",)),),
        (ECONOMIC.of(codes=("302",)),),
        rows="codes",
        given=((_AGENCY,), (ECONOMIC.of(codes=("302",)),)),
    ),
    Equality(
        "between.vehicle_operation",
        say.VEHICLES.of(what="公务用车运行维护费", code="30231", table=_OF_BASIC),
        (Term("three_public_and_operating", "expenditure", "vehicle_operation"),),
        (ECONOMIC.of(codes=("30231",)),),
        certain=False,
        optional=True,
    ),
)
