"""Identities between the tables of one budget: which amounts must be equal, and to what.

Within a table, sums follow from the table's own declaration (row sums, codes, sides). Between
tables, each identity is one `Equality` here. A new one is a few lines.
"""

from __future__ import annotations

from schemas.tables.declaration import Equality, Term

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
_APPROPRIATION = ("财政拨款收入",)
_GENERAL_NAMES = ("一般公共预算资金", "一般公共预算", "一般公共预算拨款")
_FUND_NAMES = ("政府性基金", "政府性基金预算", "政府性基金预算资金")
_CAPITAL_NAMES = ("国有资本经营预算", "国有资本经营预算资金")


def _source(rule: str, words: str, measure: str, items: tuple[str, ...]) -> Equality:
    return Equality(rule, words, (_SUMMARY_IN.of(items=items),), (_REVENUE.of(measure),), rows="item")


def _fund(fund: str, words: str, measure: str, items: tuple[str, ...], table: Term) -> tuple[Equality, ...]:
    """What holds for each of the three funds."""
    return (
        Equality(
            f"between.{fund}_total",
            f"财政拨款收支总表: the {words} column equals the total of that fund's own table",
            (_APPROPRIATED_OUT.of(measure),),
            (table,),
        ),
        Equality(
            f"between.{fund}_by_class",
            f"财政拨款收支总表: each 类 in the {words} column equals that 类 in the fund's own table",
            (_APPROPRIATED_OUT.of(measure),),
            (table,),
            rows="classes",
        ),
        Equality(
            f"between.{fund}_sides",
            f"财政拨款收支总表: revenue from {words} equals expenditure from it",
            (_APPROPRIATED_IN.of(items=items),),
            (_APPROPRIATED_OUT.of(measure),),
            rows="item",
        ),
        Equality(
            f"between.{fund}_revenue",
            f"{words} in 财务收支总表 equals {words} in 财政拨款收支总表",
            (_SUMMARY_IN.of(items=items),),
            (_APPROPRIATED_IN.of(items=items),),
            rows="item",
        ),
    )


EQUALITIES: tuple[Equality, ...] = (
    Equality("between.revenue_total", "财务收支总表 revenue equals 收入总表", (_SUMMARY_IN,), (_REVENUE,)),
    Equality("between.expenditure_total", "财务收支总表 expenditure equals 支出总表", (_SUMMARY_OUT,), (_EXPENDITURE,)),
    Equality(
        "between.expenditure_by_class",
        "each 类 of 财务收支总表 equals that 类 in 支出总表",
        (_SUMMARY_OUT,),
        (_EXPENDITURE,),
        rows="classes",
    ),
    *(
        Equality(
            f"between.{name}_{rows}",
            f"{words} in 财务收支总表 equals {words} in 支出总表 ({'each 类' if rows == 'classes' else 'total'})",
            tuple(Term(_SUMMARY_OUT.table, _SUMMARY_OUT.side, measure) for measure in measures),
            (_EXPENDITURE.of(name),),
            rows=rows,
        )
        for name, words, measures in (
            ("basic", "人员经费 + 公用经费 = 基本支出", ("personnel", "operating")),
            ("project", "项目支出", ("project",)),
        )
        for rows in ("total", "classes")
    ),
    _source(
        "between.appropriation_revenue",
        "财政拨款收入 in 财务收支总表 and in 收入总表",
        "fiscal_appropriation",
        _APPROPRIATION,
    ),
    _source("between.service_revenue", "事业收入 in 财务收支总表 and in 收入总表", "service_revenue", ("事业收入",)),
    _source(
        "between.business_revenue",
        "事业单位经营收入 in 财务收支总表 and in 收入总表",
        "business_revenue",
        ("事业单位经营收入", "经营收入"),
    ),
    _source("between.other_revenue", "其他收入 in 财务收支总表 and in 收入总表", "other_revenue", ("其他收入",)),
    Equality(
        "between.appropriation_total",
        "财政拨款收入 in 财务收支总表 equals the total of 财政拨款收支总表",
        (_SUMMARY_IN.of(items=_APPROPRIATION),),
        (_APPROPRIATED_IN,),
        rows="item",
    ),
    *_fund("general_public", "一般公共预算", "general_public", _GENERAL_NAMES, _GENERAL),
    *_fund("government_fund", "政府性基金预算", "government_fund", _FUND_NAMES, _FUND),
    *_fund("state_capital", "国有资本经营预算", "state_capital", _CAPITAL_NAMES, _CAPITAL),
    Equality(
        "between.revenue_and_expenditure",
        "each code has the same total in 收入总表 and 支出总表",
        (_REVENUE,),
        (_EXPENDITURE,),
        rows="codes",
        given=((_REVENUE,), (_EXPENDITURE,)),
    ),
    Equality(
        "between.appropriation_by_code",
        "财政拨款收入 of each code in 收入总表 equals what the funds' tables spend on it",
        (_REVENUE.of("fiscal_appropriation"),),
        (_GENERAL, _FUND, _CAPITAL),
        rows="codes",
        given=((_REVENUE.of("fiscal_appropriation"),), (_GENERAL, _FUND, _CAPITAL)),
    ),
    *(
        Equality(
            f"between.{measure}_by_code",
            f"{words} of each code in 支出总表 and in 一般公共预算支出表, where all is spent from the general fund",
            (_EXPENDITURE.of(measure),),
            (_GENERAL.of(measure),),
            rows="codes",
            given=((_EXPENDITURE,), (_GENERAL,)),
        )
        for measure, words in (("basic", "基本支出"), ("project", "项目支出"))
    ),
    Equality(
        "between.basic_by_economic",
        "基本支出 in 一般公共预算支出表 equals the total of the economic table",
        (_GENERAL.of("basic"),),
        (_ECONOMIC,),
    ),
    *(
        Equality(
            f"between.{measure}_by_economic",
            f"{words} in 财务收支总表 equals {words} in the economic table, where all is spent from the general fund",
            (_SUMMARY_OUT.of(measure),),
            (_ECONOMIC.of(measure),),
            given=((_SUMMARY_OUT,), (_GENERAL,)),
        )
        for measure, words in (("personnel", "人员经费"), ("operating", "公用经费"))
    ),
    Equality(
        "between.agency_operating",
        "公用经费 in the economic table equals 机关运行经费, for administrative bodies",
        (_ECONOMIC.of("operating"),),
        (Term("three_public_and_operating", "expenditure", "agency_operating"),),
        certain=False,
    ),
)
