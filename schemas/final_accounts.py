"""The tables of a final account (部门决算, 单位决算), as the Ministry of Finance prescribes them for the whole country.

Publishers leave out a column, add one, or print codes in one cell or three; a column is found by what it is called.
The order of the rows is that of the prescribed form: sources and classes, 本年合计, balances, 总计.
"""

from __future__ import annotations

from schemas import three_public
from schemas.declaration import Column, RowSum, SideOf, Stage, Subtotal, Table, Template
from schemas.final_identities import EQUALITIES
from schemas.final_prose import WORDING
from schemas.measures import SOURCES, USES
from schemas.words import BROUGHT_FORWARD, CARRIED_FORWARD, THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_CODES = ("支出功能分类科目编码", "功能分类科目编码", "科目编码", "科目代码", "支出功能分类")
_CODE_AND_ITEM = (
    Column("code_class", ("类",), under=_CODES),
    Column("code_group", ("款",), under=_CODES),
    Column("code_item", ("项",), under=_CODES),
    Column("code", _CODES),
    Column("item", ("科目名称", "功能分类科目名称", "支出功能分类科目名称", "项目名称"), required=True),
)
_ITEM_GROUPS = ("项目", "科目", "科目编码", "支出功能分类")
_TOTALS = ("合计", "总计")
_SERIAL = Column("serial", ("行次",))
_REVENUE_TOTALS = ("总计", "收入总计", "合计", "收入合计")
_EXPENDITURE_TOTALS = ("总计", "支出总计", "合计", "支出合计")
_USED = ("使用非财政拨款结余", "使用专用结余", "用事业基金弥补收支差额")
_AMOUNT = ("决算数", "金额", "决算数（元）")
_BASES: tuple[tuple[str, Stage], ...] = (
    ("预算数", "budget"),
    ("年初预算数", "budget"),
    ("全年预算数", "budget"),
    ("决算数", "final"),
)


def _two_sided(table_id: str, title: str, titles: tuple[str, ...], columns: tuple[Column, ...]) -> Table:
    """A table of revenue and expenditure side by side, each with this year's sum, balances and a grand total."""
    return Table(
        id=table_id,
        title=title,
        titles=titles,
        shape="two_sided",
        columns=(
            Column("item", ("项目", "项目（按功能分类）"), under=("收入",), side="revenue", required=True),
            Column("serial", ("行次",), under=("收入",), side="revenue"),
            Column("total", _AMOUNT, under=("收入",), side="revenue", required=True),
            Column("item", ("项目", "项目（按功能分类）"), under=("支出",), side="expenditure", required=True),
            Column("serial", ("行次",), under=("支出",), side="expenditure"),
            *columns,
        ),
        sides=(
            SideOf("revenue", "source", _REVENUE_TOTALS, (Subtotal(THIS_YEAR_REVENUE),), (*_USED, *BROUGHT_FORWARD)),
            SideOf(
                "expenditure",
                "functional",
                _EXPENDITURE_TOTALS,
                (Subtotal(THIS_YEAR_EXPENDITURE),),
                ("结余分配", *CARRIED_FORWARD),
            ),
        ),
        groups=_AMOUNT,
        row_sums=(RowSum("total", tuple(column.role for column in columns if column.role != "total")),)
        if len(columns) > 1
        else (),
    )


def _fund(table_id: str, title: str, titles: tuple[str, ...], since: int = 0) -> Table:
    """The account of a fund: what was brought forward, came in, was spent, and is carried forward."""
    return Table(
        id=table_id,
        title=title,
        titles=titles,
        shape="accounts",
        levels=3,
        columns=(
            *_CODE_AND_ITEM,
            Column("opening_balance", ("年初结转和结余", "上年结转和结余")),
            Column("revenue", ("本年收入",)),
            Column("total", ("小计", "合计"), under=("本年支出",), required=True),
            Column("total", ("本年支出合计",)),
            Column("basic", ("基本支出",)),
            Column("project", ("项目支出",)),
            Column("closing_balance", ("年末结转和结余",)),
        ),
        sides=(SideOf("expenditure", "functional", _TOTALS),),
        groups=(*_ITEM_GROUPS, "本年支出"),
        row_sums=(
            RowSum("total", ("basic", "project")),
            RowSum("closing_balance", ("opening_balance", "revenue"), less=("total",)),
        ),
        since=since,
    )


REVENUE_EXPENDITURE_SUMMARY = _two_sided(
    "revenue_expenditure_summary",
    "收入支出决算总表",
    ("收入支出决算总表", "收支决算总表"),
    (Column("total", _AMOUNT, under=("支出",), side="expenditure", required=True),),
)

REVENUE_SUMMARY = Table(
    id="revenue_summary",
    title="收入决算表",
    titles=("收入决算表", "收入决算总表"),
    shape="accounts",
    levels=3,
    columns=(
        *_CODE_AND_ITEM,
        Column("total", ("本年收入合计", "合计"), required=True),
        Column("fiscal_appropriation", ("财政拨款收入",)),
        Column("superior_subsidy", ("上级补助收入",)),
        Column("service_revenue", ("事业收入",)),
        Column("service_revenue", ("小计", "金额"), under=("事业收入",)),
        Column("education_fees", ("其中:教育收费", "教育收费", "其中:教育收费收入"), under=("事业收入",)),
        Column("business_revenue", ("经营收入", "事业单位经营收入")),
        Column("subordinate_remittance", ("附属单位上缴收入", "附属单位缴款")),
        Column("other_revenue", ("其他收入",)),
    ),
    sides=(SideOf("revenue", "functional", _TOTALS),),
    groups=_ITEM_GROUPS,
    row_sums=(RowSum("total", SOURCES),),
)

EXPENDITURE_SUMMARY = Table(
    id="expenditure_summary",
    title="支出决算表",
    titles=("支出决算表", "支出决算总表"),
    shape="accounts",
    levels=3,
    columns=(
        *_CODE_AND_ITEM,
        Column("total", ("本年支出合计", "合计"), required=True),
        Column("basic", ("基本支出",)),
        Column("project", ("项目支出",)),
        Column("remittance_to_superior", ("上缴上级支出",)),
        Column("business_expenditure", ("经营支出",)),
        Column("subsidy_to_subordinate", ("对附属单位补助支出",)),
    ),
    sides=(SideOf("expenditure", "functional", _TOTALS),),
    groups=_ITEM_GROUPS,
    row_sums=(RowSum("total", USES),),
)

APPROPRIATION_SUMMARY = _two_sided(
    "appropriation_summary",
    "财政拨款收入支出决算总表",
    ("财政拨款收入支出决算总表", "财政拨款收支决算总表"),
    (
        Column("total", ("合计", "小计"), under=("支出",), side="expenditure", required=True),
        Column("general_public", ("一般公共预算财政拨款", "一般公共预算"), under=("支出",), side="expenditure"),
        Column("government_fund", ("政府性基金预算财政拨款", "政府性基金预算"), under=("支出",), side="expenditure"),
        Column("state_capital", ("国有资本经营预算财政拨款", "国有资本经营预算"), under=("支出",), side="expenditure"),
    ),
)

GENERAL_PUBLIC_EXPENDITURE = Table(
    id="general_public_expenditure",
    title="一般公共预算财政拨款支出决算表",
    titles=("一般公共预算财政拨款支出决算表", "一般公共预算支出决算表"),
    shape="accounts",
    levels=3,
    columns=(
        *_CODE_AND_ITEM,
        Column("total", ("合计", "小计", "本年支出合计"), required=True),
        Column("basic", ("基本支出",)),
        Column("project", ("项目支出",)),
    ),
    sides=(SideOf("expenditure", "functional", _TOTALS),),
    groups=(*_ITEM_GROUPS, "本年支出", "决算数"),
    row_sums=(RowSum("total", ("basic", "project")),),
)

BASIC_EXPENDITURE_BY_ECONOMIC = Table(
    id="basic_expenditure_by_economic",
    title="一般公共预算财政拨款基本支出决算表",
    titles=(
        "一般公共预算财政拨款基本支出决算表",
        "一般公共预算财政拨款基本支出决算明细表",
        "一般公共预算基本支出决算表",
    ),
    shape="accounts",
    levels=2,
    blocks=3,
    columns=(
        Column("code_class", ("类",), under=("科目编码", "经济分类科目编码")),
        Column("code_group", ("款",), under=("科目编码", "经济分类科目编码")),
        Column("code", ("科目编码", "经济分类科目编码", "科目代码")),
        Column("item", ("科目名称", "经济分类科目名称"), required=True),
        Column("total", ("决算数", "金额", "合计"), required=True),
        Column("personnel", ("人员经费",)),
        Column("operating", ("公用经费",)),
    ),
    sides=(
        SideOf(
            "expenditure",
            "economic",
            ("合计", "总计", "基本支出合计"),
            (
                Subtotal(("人员经费合计",), codes=("301", "303")),
                Subtotal(("公用经费合计",), codes=("302", "307", "308", "309", "310", "311", "312", "313", "399")),
            ),
        ),
    ),
    groups=("经济分类", "项目", "人员经费", "公用经费", "支出经济分类"),
    row_sums=(RowSum("total", ("personnel", "operating")),),
)

_THREE_PUBLIC = ("财政拨款三公经费", "三公经费", "一般公共预算财政拨款三公经费")
_VEHICLES = (
    *("公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费", "公务用车购置和运行维护费"),
    *("公务用车购置费及运行费", "公务用车购置费及运行维护费"),
)

THREE_PUBLIC_AND_OPERATING = Table(
    id="three_public_and_operating",
    title="财政拨款“三公”经费支出决算表",
    titles=(
        "财政拨款三公经费支出决算表",
        "一般公共预算财政拨款三公经费支出决算表",
        "一般公共预算三公经费支出决算表",
        "三公经费支出决算表",
        "三公经费及机关运行经费支出决算表",
        "三公经费和机关运行经费支出决算表",
        "一般公共预算财政拨款三公经费及机关运行经费支出决算表",
    ),
    shape="single_row",
    columns=(
        Column("total", ("合计", "小计", "三公经费合计")),
        Column("overseas_travel", ("因公出国（境）费", "因公出国（境）费用")),
        Column("vehicles", ("小计", "合计"), under=_VEHICLES),
        Column("vehicles", _VEHICLES),
        Column("vehicle_purchase", ("公务用车购置费", "购置费")),
        Column("vehicle_operation", ("公务用车运行费", "公务用车运行维护费", "运行费", "运行维护费")),
        Column("reception", ("公务接待费",)),
        Column("agency_operating", ("机关运行经费", "机关运行经费支出")),
    ),
    sides=(SideOf("expenditure", "three_public", ()),),
    groups=_THREE_PUBLIC,
    bases=_BASES,
    row_sums=(
        RowSum("total", ("overseas_travel", "reception", "vehicles")),
        RowSum("vehicles", ("vehicle_purchase", "vehicle_operation")),
    ),
)

THREE_PUBLIC_LISTED = three_public.listed(
    THREE_PUBLIC_AND_OPERATING.title, THREE_PUBLIC_AND_OPERATING.titles, _BASES, ()
)

GOVERNMENT_FUND_EXPENDITURE = _fund(
    "government_fund_expenditure",
    "政府性基金预算财政拨款收入支出决算表",
    (
        *("政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款支出决算表"),
        *("政府性基金收入支出决算表", "政府性基金预算收入支出决算表", "政府性基金预算支出决算表"),
    ),
)

STATE_CAPITAL_EXPENDITURE = _fund(
    "state_capital_expenditure",
    "国有资本经营预算财政拨款收入支出决算表",
    (
        "国有资本经营预算财政拨款收入支出决算表",
        "国有资本经营预算财政拨款支出决算表",
        "国有资本经营预算支出决算表",
    ),
    since=2020,
)

FINAL_ACCOUNT = Template(
    id="final_account",
    title="部门决算、单位决算",
    stage="final",
    tables=(
        REVENUE_EXPENDITURE_SUMMARY,
        REVENUE_SUMMARY,
        EXPENDITURE_SUMMARY,
        APPROPRIATION_SUMMARY,
        GENERAL_PUBLIC_EXPENDITURE,
        BASIC_EXPENDITURE_BY_ECONOMIC,
        THREE_PUBLIC_AND_OPERATING,
        THREE_PUBLIC_LISTED,
        GOVERNMENT_FUND_EXPENDITURE,
        STATE_CAPITAL_EXPENDITURE,
    ),
    equalities=EQUALITIES,
    wording=WORDING,
)
