"""The tables of a Shanghai department's or unit's budget (部门预算, 单位预算), 2017 onwards.

Eight tables until 2017, nine since 2018, when 国有资本经营预算 came in. Headers of all years stand side by side
here: a column is found by what it is called, so the years need no distinction.
"""

from __future__ import annotations

from schemas.budget_identities import EQUALITIES
from schemas.budget_prose import WORDING
from schemas.declaration import Column, RowSum, SideOf, Table, Template

_FUNCTIONAL_CODE = (
    Column("code_class", ("类",), under=("功能分类科目编码", "科目编码")),
    Column("code_group", ("款",), under=("功能分类科目编码", "科目编码")),
    Column("code_item", ("项",), under=("功能分类科目编码", "科目编码")),
    Column("code", ("功能分类科目编码", "科目编码")),
    Column("item", ("功能分类科目名称", "科目名称"), required=True),
)
_EXPENDITURE = SideOf("expenditure", "functional", ("合计", "总计", "支出总计", "支出合计"))
_BASIC_AND_PROJECT = (
    Column("total", ("合计",), required=True),
    Column("basic", ("基本支出",)),
    Column("project", ("项目支出",)),
)
_THREE_PUBLIC = ("三公经费预算数", "三公经费", "三公经费预算")
_VEHICLES = ("公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费")
_FUNDS = (
    Column("general_public", ("一般公共预算", "一般公共预算资金"), under=("财政拨款支出",), side="expenditure"),
    Column("government_fund", ("政府性基金预算", "政府性基金"), under=("财政拨款支出",), side="expenditure"),
    Column("state_capital", ("国有资本经营预算",), under=("财政拨款支出",), side="expenditure"),
)


def _functional_expenditure(
    table_id: str, title: str, titles: tuple[str, ...], groups: tuple[str, ...], since: int = 0
) -> Table:
    """A table of expenditure by function, basic and project: four of the nine have this form."""
    return Table(
        id=table_id,
        title=title,
        titles=titles,
        shape="accounts",
        levels=3,
        columns=(*_FUNCTIONAL_CODE, *_BASIC_AND_PROJECT),
        sides=(_EXPENDITURE,),
        groups=("项目", *groups),
        row_sums=(RowSum("total", ("basic", "project")),),
        since=since,
    )


REVENUE_EXPENDITURE_SUMMARY = Table(
    id="revenue_expenditure_summary",
    title="财务收支预算总表",
    titles=("财务收支预算总表", "收支预算总表"),
    shape="two_sided",
    columns=(
        Column("item", ("项目",), under=("本年收入", "收入"), side="revenue", required=True),
        Column("total", ("预算数",), under=("本年收入", "收入"), side="revenue", required=True),
        Column("item", ("项目",), under=("本年支出", "支出"), side="expenditure", required=True),
        Column("total", ("预算数", "合计"), under=("本年支出", "支出"), side="expenditure", required=True),
        Column("personnel", ("人员经费",), under=("基本支出",), side="expenditure"),
        Column("operating", ("公用经费",), under=("基本支出",), side="expenditure"),
        Column("project", ("项目支出",), under=("本年支出", "支出"), side="expenditure"),
    ),
    sides=(
        SideOf("revenue", "source", ("收入总计", "收入合计", "合计")),
        SideOf("expenditure", "functional", ("支出总计", "支出合计", "合计")),
    ),
    groups=("预算数",),
    row_sums=(RowSum("total", ("personnel", "operating", "project")),),
)

REVENUE_SUMMARY = Table(
    id="revenue_summary",
    title="收入预算总表",
    titles=("收入预算总表",),
    shape="accounts",
    levels=3,
    columns=(
        *_FUNCTIONAL_CODE,
        Column("total", ("合计",), required=True),
        Column("fiscal_appropriation", ("财政拨款收入",)),
        Column("service_revenue", ("事业收入",)),
        Column("business_revenue", ("事业单位经营收入", "经营收入")),
        Column("superior_subsidy", ("上级补助收入",)),
        Column("subordinate_remittance", ("附属单位上缴收入",)),
        Column("other_revenue", ("其他收入",)),
    ),
    sides=(SideOf("revenue", "functional", ("合计", "总计", "收入总计", "收入合计")),),
    groups=("项目", "收入预算"),
    row_sums=(
        RowSum(
            "total",
            (
                "fiscal_appropriation",
                "service_revenue",
                "business_revenue",
                "superior_subsidy",
                "subordinate_remittance",
                "other_revenue",
            ),
        ),
    ),
)

EXPENDITURE_SUMMARY = _functional_expenditure("expenditure_summary", "支出预算总表", ("支出预算总表",), ("支出预算",))

APPROPRIATION_SUMMARY = Table(
    id="appropriation_summary",
    title="财政拨款收支预算总表",
    titles=("财政拨款收支预算总表",),
    shape="two_sided",
    columns=(
        Column("item", ("项目",), under=("财政拨款收入",), side="revenue", required=True),
        Column("total", ("预算数",), under=("财政拨款收入",), side="revenue", required=True),
        Column("item", ("项目",), under=("财政拨款支出",), side="expenditure", required=True),
        Column("total", ("合计",), under=("财政拨款支出",), side="expenditure", required=True),
        *_FUNDS,
    ),
    sides=(
        SideOf("revenue", "source", ("收入总计", "收入合计", "合计")),
        SideOf("expenditure", "functional", ("支出总计", "支出合计", "合计")),
    ),
    row_sums=(RowSum("total", ("general_public", "government_fund", "state_capital")),),
)

GENERAL_PUBLIC_EXPENDITURE = _functional_expenditure(
    "general_public_expenditure",
    "一般公共预算支出功能分类预算表",
    ("一般公共预算支出功能分类预算表",),
    ("一般公共预算支出",),
)

GOVERNMENT_FUND_EXPENDITURE = _functional_expenditure(
    "government_fund_expenditure",
    "政府性基金预算支出功能分类预算表",
    ("政府性基金预算支出功能分类预算表",),
    ("政府性基金预算支出",),
)

STATE_CAPITAL_EXPENDITURE = _functional_expenditure(
    "state_capital_expenditure",
    "国有资本经营预算支出功能分类预算表",
    ("国有资本经营预算支出功能分类预算表",),
    ("国有资本经营预算支出", "国有资本经营财政拨款预算支出"),
    since=2018,
)

BASIC_EXPENDITURE_BY_ECONOMIC = Table(
    id="basic_expenditure_by_economic",
    title="一般公共预算基本支出部门预算经济分类预算表",
    titles=(
        "一般公共预算基本支出部门预算经济分类预算表",
        "一般公共预算基本支出（部门预算）经济分类预算表",
        "一般公共预算基本支出经济分类预算表",
    ),
    shape="accounts",
    levels=2,
    columns=(
        Column("code_class", ("类",), under=("经济分类科目编码", "部门预算经济分类科目编码")),
        Column("code_group", ("款",), under=("经济分类科目编码", "部门预算经济分类科目编码")),
        Column("code", ("经济分类科目编码", "部门预算经济分类科目编码")),
        Column("item", ("经济分类科目名称", "部门经济分类科目名称", "部门预算经济分类科目名称"), required=True),
        Column("total", ("合计",), required=True),
        Column("personnel", ("人员经费",)),
        Column("operating", ("公用经费",)),
    ),
    sides=(SideOf("expenditure", "economic", ("合计", "总计", "支出总计", "支出合计")),),
    groups=("项目", "一般公共预算基本支出"),
    row_sums=(RowSum("total", ("personnel", "operating")),),
)

THREE_PUBLIC_AND_OPERATING = Table(
    id="three_public_and_operating",
    title="“三公”经费和机关运行经费预算表",
    titles=("三公经费和机关运行经费预算表", "三公经费和机关运行经费预算情况表"),
    shape="single_row",
    columns=(
        Column("total", ("合计",), under=_THREE_PUBLIC, required=True),
        Column("overseas_travel", ("因公出国（境）费", "因公出国（境）费用"), under=_THREE_PUBLIC),
        Column("reception", ("公务接待费",), under=_THREE_PUBLIC),
        Column("vehicles", ("小计",), under=_VEHICLES),
        Column("vehicle_purchase", ("购置费", "公务用车购置费"), under=_VEHICLES),
        Column(
            "vehicle_operation",
            ("运行费", "运行维护费", "公务用车运行费", "公务用车运行维护费"),
            under=_VEHICLES,
        ),
        Column("agency_operating", ("机关运行经费预算数", "机关运行经费", "机关运行经费预算")),
    ),
    sides=(SideOf("expenditure", "three_public", ()),),
    row_sums=(
        RowSum("total", ("overseas_travel", "reception", "vehicles")),
        RowSum("vehicles", ("vehicle_purchase", "vehicle_operation")),
    ),
)

BUDGET = Template(
    id="shanghai_budget",
    title="上海市部门预算、单位预算",
    stage="budget",
    tables=(
        REVENUE_EXPENDITURE_SUMMARY,
        REVENUE_SUMMARY,
        EXPENDITURE_SUMMARY,
        APPROPRIATION_SUMMARY,
        GENERAL_PUBLIC_EXPENDITURE,
        GOVERNMENT_FUND_EXPENDITURE,
        STATE_CAPITAL_EXPENDITURE,
        BASIC_EXPENDITURE_BY_ECONOMIC,
        THREE_PUBLIC_AND_OPERATING,
    ),
    equalities=EQUALITIES,
    wording=WORDING,
)
