"""The twelve tables of a budget of Jiangsu province's departments (公开01表 … 公开12表), 2017 onwards.

Money is shown by where it comes from and by what it is used for (支出用途) beside its functions; a table by code has
one amount a row; what running an administrative body costs by account, and what is bought, are tables of their own.
"""

from __future__ import annotations

from schemas.declaration import Column, RowSum, SideOf, Subtotal, Table, Template
from schemas.jiangsu_identities import EQUALITIES
from schemas.jiangsu_prose import WORDING
from schemas.words import BROUGHT_FORWARD, CARRIED_FORWARD, THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_AMOUNT = ("金额", "预算数", "总计", "合计")
_NAME = ("项目名称", "项目")
_REVENUE_TOTALS = ("收入合计", "收入总计", "合计", "总计")
_EXPENDITURE_TOTALS = ("支出合计", "支出总计", "合计", "总计")
_TOTALS = ("合计", "总计")
_PERSONS_AND_OFFICE = (
    Column("personnel", ("人员经费",)),
    Column("operating", ("公用经费",)),
)
_USES = (
    Column("basic", ("基本支出",)),
    Column("basic", ("小计", "合计"), under=("基本支出",)),
    Column("personnel", ("人员经费",), under=("基本支出",)),
    Column("operating", ("公用经费",), under=("基本支出",)),
    Column("project", ("项目支出",)),
)
_SUMMARY_TITLES = ("收支预算总表", "收支总表")


def _by_code(
    table_id: str,
    title: str,
    titles: tuple[str, ...],
    *,
    economic: bool = False,
    amount: tuple[str, ...] = _AMOUNT,
    measure: str = "total",
    groups: tuple[str, ...] = (),
) -> Table:
    """A table of codes, names and amounts: seven of the twelve have this form, until 2021 with one amount a row."""
    kinds = ("经济科目", "经济分类科目") if economic else ("功能科目", "功能分类科目")
    return Table(
        id=table_id,
        title=title,
        titles=titles,
        shape="accounts",
        levels=2 if economic else 3,
        columns=(
            Column("code", tuple(f"{kind}{word}" for kind in (*kinds, "科目") for word in ("编码", "代码"))),
            Column("item", tuple(f"{kind}名称" for kind in (*kinds, "科目")), required=True),
            Column(measure, amount, required=True),
            *(_PERSONS_AND_OFFICE if economic else _USES),
        ),
        sides=(SideOf("expenditure", "economic" if economic else "functional", _TOTALS),),
        groups=(*kinds, "科目", *groups),
        row_sums=(
            (RowSum("total", ("personnel", "operating")),)
            if economic
            else (RowSum("total", ("basic", "project")), RowSum("basic", ("personnel", "operating")))
        )
        if measure == "total"
        else (),
    )


REVENUE_EXPENDITURE_SUMMARY = Table(
    id="revenue_expenditure_summary",
    title="收支预算总表",
    titles=_SUMMARY_TITLES,
    shape="two_sided",
    columns=(
        Column("item", _NAME, under=("收入",), side="revenue", required=True),
        Column("total", _AMOUNT, under=("收入",), side="revenue", required=True),
        Column("item", ("功能科目名称", *_NAME), under=("功能分类",), side="expenditure", required=True),
        Column("total", _AMOUNT, under=("功能分类",), side="expenditure", required=True),
    ),
    sides=(
        SideOf("revenue", "source", _REVENUE_TOTALS, (Subtotal(THIS_YEAR_REVENUE),), BROUGHT_FORWARD),
        SideOf("expenditure", "functional", _EXPENDITURE_TOTALS, (Subtotal(THIS_YEAR_EXPENDITURE),), CARRIED_FORWARD),
    ),
    groups=("支出",),
)

EXPENDITURE_BY_USE = Table(
    id="expenditure_by_use",
    title="收支预算总表：支出用途",
    titles=_SUMMARY_TITLES,
    shape="two_sided",
    columns=(
        Column("item", _NAME, under=("支出用途",), side="expenditure", required=True),
        Column("total", _AMOUNT, under=("支出用途",), side="expenditure", required=True),
    ),
    sides=(SideOf("expenditure", "use", ()),),
    groups=("支出",),
)

REVENUE_SUMMARY = Table(
    id="revenue_summary",
    title="收入预算总表",
    titles=("收入预算总表", "收入总表"),
    shape="nested",
    columns=(
        Column("item", _NAME, required=True, parted=2),
        Column("total", _AMOUNT, required=True),
    ),
    sides=(SideOf("revenue", "source", _REVENUE_TOTALS),),
)

EXPENDITURE_SUMMARY = Table(
    id="expenditure_summary",
    title="支出预算总表",
    titles=("支出预算总表", "支出总表"),
    shape="single_row",
    columns=(
        Column("total", ("合计", "总计"), required=True),
        Column("basic", ("基本支出",), required=True),
        Column("project", ("项目支出",), required=True),
        Column("contingency", ("单位预留机动经费", "预留机动经费")),
        Column("closing_balance", ("结转下年资金", "结转下年")),
    ),
    sides=(SideOf("expenditure", "use", ()),),
    row_sums=(RowSum("total", ("basic", "project", "contingency", "closing_balance")),),
)

APPROPRIATION_SUMMARY = Table(
    id="appropriation_summary",
    title="财政拨款收支预算总表",
    titles=("财政拨款收支预算总表", "财政拨款收支总表"),
    shape="two_sided",
    columns=(
        Column("item", _NAME, under=("收入",), side="revenue", required=True),
        Column("total", _AMOUNT, under=("收入",), side="revenue", required=True),
        Column("item", _NAME, under=("支出用途",), side="expenditure", required=True),
        Column("total", _AMOUNT, under=("支出用途",), side="expenditure", required=True),
    ),
    sides=(
        SideOf("revenue", "source", _REVENUE_TOTALS),
        SideOf("expenditure", "use", _EXPENDITURE_TOTALS),
    ),
    groups=("支出",),
)

APPROPRIATION_EXPENDITURE = _by_code(
    "appropriation_expenditure", "财政拨款支出预算表", ("财政拨款支出预算表", "财政拨款支出表")
)

APPROPRIATION_BASIC_BY_ECONOMIC = _by_code(
    "appropriation_basic_by_economic",
    "财政拨款基本支出预算表",
    ("财政拨款基本支出预算表", "财政拨款基本支出表"),
    economic=True,
)

GENERAL_PUBLIC_EXPENDITURE = _by_code(
    "general_public_expenditure", "一般公共预算支出预算表", ("一般公共预算支出预算表",)
)

BASIC_EXPENDITURE_BY_ECONOMIC = _by_code(
    "basic_expenditure_by_economic", "一般公共预算基本支出预算表", ("一般公共预算基本支出预算表",), economic=True
)

GOVERNMENT_FUND_EXPENDITURE = _by_code(
    "government_fund_expenditure",
    "政府性基金支出预算表",
    ("政府性基金支出预算表", "财政拨款政府性基金支出预算表", "政府性基金预算支出预算表"),
)

AGENCY_OPERATING_BY_ECONOMIC = _by_code(
    "agency_operating_by_economic",
    "一般公共预算机关运行经费支出预算表",
    ("一般公共预算机关运行经费支出预算表", "机关运行经费支出预算表", "一般公共预算机关运行经费支出表"),
    economic=True,
    amount=("机关运行经费支出", "机关运行经费", *_AMOUNT),
    measure="agency_operating",
)

_THREE_PUBLIC = ("三公经费",)
_VEHICLES = ("公务用车购置及运行维护费", "公务用车购置及运行费")

THREE_PUBLIC_AND_OPERATING = Table(
    id="three_public_and_operating",
    title="“三公”经费、会议费、培训费支出预算表",
    titles=(
        *("三公经费、会议费、培训费支出预算表", "一般公共预算三公经费、会议费、培训费支出预算表"),
        "一般公共预算三公经费、会议费、培训费支出表",
    ),
    shape="single_row",
    columns=(
        Column("three_public_and_meetings", ("合计",), required=True),
        Column("total", ("小计",), under=_THREE_PUBLIC, required=True),
        Column("overseas_travel", ("因公出国（境）费", "因公出国（境）费用"), under=_THREE_PUBLIC),
        Column("vehicles", ("小计",), under=_VEHICLES),
        Column("vehicle_purchase", ("公务用车购置费", "购置费"), under=_VEHICLES),
        Column(
            "vehicle_operation",
            ("公务用车运行维护费", "公务用车运行费", "运行维护费", "运行费"),
            under=_VEHICLES,
        ),
        Column("reception", ("公务接待费",), under=_THREE_PUBLIC),
        Column("meetings", ("会议费",)),
        Column("training", ("培训费",)),
    ),
    sides=(SideOf("expenditure", "three_public", ()),),
    row_sums=(
        RowSum("three_public_and_meetings", ("total", "meetings", "training")),
        RowSum("total", ("overseas_travel", "vehicles", "reception")),
        RowSum("vehicles", ("vehicle_purchase", "vehicle_operation")),
    ),
)

PROCUREMENT = Table(
    id="procurement",
    title="政府采购支出预算表",
    titles=("政府采购预算表", "政府采购支出预算表", "政府采购支出表"),
    shape="nested",
    columns=(
        Column("item", ("采购品目大类",), required=True),
        Column("item", ("专项名称", "项目名称"), depth=2),
        Column("item", ("经济科目", "经济科目名称"), depth=2),
        Column("item", ("采购物品名称", "采购品目名称"), depth=3),
        Column("item", ("采购组织形式",), depth=3),
        Column("total", ("总计", "合计", "金额"), required=True),
    ),
    sides=(SideOf("expenditure", "procurement", _TOTALS),),
)

BUDGET = Template(
    id="jiangsu_budget",
    title="江苏省部门预算",
    stage="budget",
    tables=(
        REVENUE_EXPENDITURE_SUMMARY,
        EXPENDITURE_BY_USE,
        REVENUE_SUMMARY,
        EXPENDITURE_SUMMARY,
        APPROPRIATION_SUMMARY,
        APPROPRIATION_EXPENDITURE,
        APPROPRIATION_BASIC_BY_ECONOMIC,
        GENERAL_PUBLIC_EXPENDITURE,
        BASIC_EXPENDITURE_BY_ECONOMIC,
        THREE_PUBLIC_AND_OPERATING,
        GOVERNMENT_FUND_EXPENDITURE,
        AGENCY_OPERATING_BY_ECONOMIC,
        PROCUREMENT,
    ),
    equalities=EQUALITIES,
    wording=WORDING,
)
