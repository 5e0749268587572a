"""Identities between the tables of one budget: which amounts must be equal, and to what.

Within a table, sums follow from the table's own declaration (row sums, codes, sides). Between
tables, each identity is one `Equality` here. A new one is a few lines.
"""

from __future__ import annotations

from yusuan.schemas.sentences import identities as say
from yusuan.schemas.sentences.said import Said, quoted
from yusuan.schemas.tables.declaration import Equality, Term

_SUMMARY_IN, _SUMMARY_OUT = (
    Term("revenue_expenditure_summary", "revenue"),
    Term("revenue_expenditure_summary", "expenditure"),
)
_REVENUE = Term("revenue_summary", "revenue")
_EXPENDITURE = Term("expenditure_summary", "expenditure")
_APPROPRIATED_IN, _APPROPRIATED_OUT = (
    Term("appropriation_summary", "revenue"),
    Term("appropriation_summary", "expenditure"),
)
_GENERAL = Term("general_public_expenditure", "expenditure")
_FUND = Term("government_fund_expenditure", "expenditure")
_CAPITAL = Term("state_capital_expenditure", "expenditure")
_ECONOMIC = Term("basic_expenditure_by_economic", "expenditure")
_SUMMARY, _OF_REVENUE, _OF_EXPENDITURE = "财务收支总表", "收入总表", "支出总表"
_OF_APPROPRIATION, _OF_GENERAL = "财政拨款收支总表", "一般公共预算支出表"
"""The titles of tables, for the words of identities."""
_APPROPRIATION = ("财政拨款收入",)
_GENERAL_NAMES = ("一般公共预算资金", "一般公共预算", "一般公共预算拨款")
_FUND_NAMES = ("政府性基金", "政府性基金预算", "政府性基金预算资金")
_CAPITAL_NAMES = ("国有资本经营预算", "国有资本经营预算资金")


def _source(rule: str, measure: str, items: tuple[str, ...]) -> Equality:
    words = say.BOTH.of(what=items[0], one=_SUMMARY, other=_OF_REVENUE)
    return Equality(rule, words, (_SUMMARY_IN.of(items=items),), (_REVENUE.of(measure),), rows="item")


def _fund(fund: str, words: str, measure: str, items: tuple[str, ...], table: Term) -> tuple[Equality, ...]:
    """What holds for each of the three funds."""
    return (
        Equality(
            f"between.{fund}_total",
            say.FUND_COLUMN.of(table=_OF_APPROPRIATION, fund=words),
            (_APPROPRIATED_OUT.of(measure),),
            (table,),
        ),
        Equality(
            f"between.{fund}_by_class",
            say.FUND_BY_CLASS.of(table=_OF_APPROPRIATION, fund=words),
            (_APPROPRIATED_OUT.of(measure),),
            (table,),
            rows="classes",
        ),
        Equality(
            f"between.{fund}_sides",
            say.FUND_SIDES.of(table=_OF_APPROPRIATION, fund=words),
            (_APPROPRIATED_IN.of(items=items),),
            (_APPROPRIATED_OUT.of(measure),),
            rows="item",
        ),
        Equality(
            f"between.{fund}_revenue",
            say.EQUAL.of(
                left=say.IN.of(what=words, table=_SUMMARY), right=say.IN.of(what=words, table=_OF_APPROPRIATION)
            ),
            (_SUMMARY_IN.of(items=items),),
            (_APPROPRIATED_IN.of(items=items),),
            rows="item",
        ),
    )


EQUALITIES: tuple[Equality, ...] = (
    Equality(
        "between.revenue_total",
        say.EQUAL.of(left=say.REVENUE.of(table=_SUMMARY), right=say.WHOLE.of(table=_OF_REVENUE)),
        (_SUMMARY_IN,),
        (_REVENUE,),
    ),
    Equality(
        "between.expenditure_total",
        say.EQUAL.of(left=say.EXPENDITURE.of(table=_SUMMARY), right=say.WHOLE.of(table=_OF_EXPENDITURE)),
        (_SUMMARY_OUT,),
        (_EXPENDITURE,),
    ),
    Equality(
        "between.expenditure_by_class",
        say.EQUAL.of(left=say.EACH_CLASS.of(table=_SUMMARY), right=say.THAT_CLASS.of(table=_OF_EXPENDITURE)),
        (_SUMMARY_OUT,),
        (_EXPENDITURE,),
        rows="classes",
    ),
    *(
        Equality(
            f"between.{name}_{rows}",
            say.EQUAL.of(left=say.IN.of(what=here, table=_SUMMARY), right=say.IN.of(what=there, table=_OF_EXPENDITURE))
            + (say.BY_CLASS if rows == "classes" else say.IN_TOTAL),
            tuple(Term(_SUMMARY_OUT.table, _SUMMARY_OUT.side, measure) for measure in measures),
            (_EXPENDITURE.of(name),),
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
        (_SUMMARY_IN.of(items=_APPROPRIATION),),
        (_APPROPRIATED_IN,),
        rows="item",
    ),
    *_fund("general_public", "一般公共预算", "general_public", _GENERAL_NAMES, _GENERAL),
    *_fund("government_fund", "政府性基金预算", "government_fund", _FUND_NAMES, _FUND),
    *_fund("state_capital", "国有资本经营预算", "state_capital", _CAPITAL_NAMES, _CAPITAL),
    Equality(
        "between.revenue_and_expenditure",
        say.SAME_BY_CODE.of(one=_OF_REVENUE, other=_OF_EXPENDITURE),
        (_REVENUE,),
        (_EXPENDITURE,),
        rows="codes",
        given=((_REVENUE,), (_EXPENDITURE,)),
    ),
    Equality(
        "between.appropriation_by_code",
        say.EQUAL.of(
            left=say.IN.of(what=say.OF_EACH_CODE.of(what=_APPROPRIATION[0]), table=_OF_REVENUE),
            right=say.SPENT_BY_FUNDS,
        ),
        (_REVENUE.of("fiscal_appropriation"),),
        (_GENERAL, _FUND, _CAPITAL),
        rows="codes",
        given=((_REVENUE.of("fiscal_appropriation"),), (_GENERAL, _FUND, _CAPITAL)),
    ),
    *(
        Equality(
            f"between.{measure}_by_code",
            say.BOTH.of(what=say.OF_EACH_CODE.of(what=words), one=_OF_EXPENDITURE, other=_OF_GENERAL)
            + say.WHERE_GENERAL,
            (_EXPENDITURE.of(measure),),
            (_GENERAL.of(measure),),
            rows="codes",
            given=((_EXPENDITURE,), (_GENERAL,)),
        )
        for measure, words in (("basic", "基本支出"), ("project", "项目支出"))
    ),
    Equality(
        "between.basic_by_economic",
        say.EQUAL.of(
            left=say.IN.of(what="基本支出", table=_OF_GENERAL),
            right=say.OF.of(what=say.THE_TOTAL, table=say.ECONOMIC_TABLE),
        ),
        (_GENERAL.of("basic"),),
        (_ECONOMIC,),
    ),
    *(
        Equality(
            f"between.{measure}_by_economic",
            say.EQUAL.of(
                left=say.IN.of(what=words, table=_SUMMARY), right=say.IN.of(what=words, table=say.ECONOMIC_TABLE)
            )
            + say.WHERE_GENERAL,
            (_SUMMARY_OUT.of(measure),),
            (_ECONOMIC.of(measure),),
            given=((_SUMMARY_OUT,), (_GENERAL,)),
        )
        for measure, words in (("personnel", "人员经费"), ("operating", "公用经费"))
    ),
    Equality(
        "between.agency_operating",
        say.EQUAL.of(left=say.IN.of(what="公用经费", table=say.ECONOMIC_TABLE), right=quoted("机关运行经费"))
        + say.FOR_ADMINISTRATIVE,
        (_ECONOMIC.of("operating"),),
        (Term("three_public_and_operating", "expenditure", "agency_operating"),),
        certain=False,
    ),
)
