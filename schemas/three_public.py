"""“三公” as a list: a row for each kind of expense, a column for each year or kind of number."""

from __future__ import annotations

from schemas.declaration import Column, MeasureRow, RowSum, SideOf, Stage, Table

ROW_SUMS = (
    RowSum("total", ("overseas_travel", "vehicles", "reception")),
    RowSum("vehicles", ("vehicle_purchase", "vehicle_operation")),
)
_ROWS = (
    MeasureRow(
        "total", ("合计", "总计", "三公经费合计", "三公经费", "三公经费小计", "三公经费支出", "三公经费支出合计")
    ),
    MeasureRow(
        "overseas_travel", ("因公出国（境）费", "因公出国（境）费用", "因公出国（境）经费", "因公出国（境）支出")
    ),
    MeasureRow(
        "vehicles",
        (
            *("公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费", "公务用车购置和运行维护费"),
            *("公务用车购置费及运行费", "公务用车购置费及运行维护费", "公务用车购置及运行维护费支出", "公务用车费"),
        ),
    ),
    MeasureRow("vehicle_purchase", ("公务用车购置费", "公务用车购置", "公务用车购置支出", "购置费")),
    MeasureRow(
        "vehicle_operation",
        (
            *("公务用车运行费", "公务用车运行维护费", "公务用车运行维护", "公务用车运行维护费支出", "运行费"),
            *("运行维护费", "公务用车运行支出"),
        ),
    ),
    MeasureRow("reception", ("公务接待费", "公务接待费用", "公务接待经费", "公务接待支出")),
)
_NAME = ("项目", "项目名称", "三公经费项目", "经费项目", "支出项目", "费用项目", "名称")
_AMOUNT = ("预算数", "决算数", "金额", "本年预算", "本年预算数", "预算金额", "年初预算", "年初预算数", "全年预算数")
_REMARKS = (
    "备注",
    "说明",
    "增减%",
    "增减（%）",
    "增减幅度",
    "增减幅度（%）",
    "增减率",
    "增减比例",
    "增减原因",
    "增减变化原因",
)


def listed(title: str, titles: tuple[str, ...], bases: tuple[tuple[str, Stage], ...], prior: tuple[str, ...]) -> Table:
    """The table under its titles; `bases` and `prior` are the words for kinds of numbers and for the year before."""
    return Table(
        id="three_public_and_operating",
        title=title,
        titles=titles,
        shape="listed",
        columns=(
            Column("serial", ("序号", "行次")),
            Column("item", _NAME, required=True),
            Column("total", (*_AMOUNT, *prior), required=True),
            Column("aside", _REMARKS),
        ),
        sides=(SideOf("expenditure", "three_public", ()),),
        bases=bases,
        prior=prior,
        row_sums=ROW_SUMS,
        rows=_ROWS,
    )
