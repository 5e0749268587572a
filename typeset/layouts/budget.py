"""What budgets of 2023 to 2026 have alike: the titles and headers of their tables, and to which side words are set.

A layout of a year says where on its pages these stand, and what it prints otherwise.
"""

from __future__ import annotations

from typing import Literal

from typeset.layouts.declared import Rows, TableLayout
from typeset.layouts.headers import (
    APPROPRIATION,
    REVENUE,
    SUMMARY,
    SUMMARY_THREE_DEEP,
    economic,
    functional,
    three_public,
)
from typeset.page import A4_LANDSCAPE

EMPTY = ("government_fund_expenditure", "state_capital_expenditure")
"""The tables of money that none of these bodies has, which are printed alike."""


def budget(
    year: int, level: Literal["部门", "单位"], page_size: tuple[float, float] = A4_LANDSCAPE
) -> dict[str, TableLayout]:
    """Return the nine tables of the budget of a year by their ids, with no place yet: a layout gives edges and `y`."""
    unit = level == "单位"
    of = f"{year}年{'预算单位' if unit else '部门'}"
    account = ("经济分类科目编码", "部门经济分类科目名称") if unit else ("部门预算经济分类科目编码", "经济分类科目名称")

    def table(name: str, title: str, header: Rows, align: str, unit: str = "单位：元", note: str = "") -> TableLayout:
        return TableLayout(
            table=name,
            title=title,
            header=header,
            edges=(),
            align=align,
            y=0,
            page_size=page_size,
            unit=unit,
            note=note,
        )

    def empty(name: str, money: str) -> TableLayout:
        note = f"注:本{level}{year}年无{money}财政拨款安排的预算，故本表为空表。"
        return table(name, f"{of}{money}支出功能分类预算表", functional(f"{money}支出"), "ccclrrr", note=note)

    tables = (
        table(
            "revenue_expenditure_summary",
            f"{of}财务收支预算总表",
            SUMMARY_THREE_DEEP if unit else SUMMARY,
            "lrlrrrr" if unit else "lrlr",
        ),
        table("revenue_summary", f"{of}收入预算总表", REVENUE, "ccclrrrrr"),
        table("expenditure_summary", f"{of}支出预算总表", functional("支出预算"), "ccclrrr"),
        table("appropriation_summary", f"{of}财政拨款收支预算总表", APPROPRIATION, "lrlrrrr"),
        table(
            "general_public_expenditure",
            f"{of}一般公共预算支出功能分类预算表",
            functional("一般公共预算支出"),
            "ccclrrr",
        ),
        empty("government_fund_expenditure", "政府性基金预算"),
        empty("state_capital_expenditure", "国有资本经营预算"),
        table(
            "basic_expenditure_by_economic",
            f"{of}一般公共预算基本支出部门预算经济分类预算表",
            economic(*account),
            "cclrrr",
        ),
        table(
            "three_public_and_operating",
            f"{year}年{level}“三公”经费和机关运行经费预算表",
            three_public("", "机关运行经费预算数"),
            "r",
            unit="单位:万元",
        ),
    )
    return {each.table: each for each in tables}
