"""The header trees of final accounts. "<" is covered by the cell at its left, "^" by the cell above."""

from __future__ import annotations

from typeset.layouts.declared import Rows

UNITS: Rows = (("序号", "单位名称", "备注"),)
SUMMARY: Rows = (
    ("收入", "<", "支出", "<"),
    ("项目", "决算数", "项目", "决算数"),
)
APPROPRIATION: Rows = (
    ("收入", "<", "支出", "<", "<", "<", "<"),
    (
        *("项目", "决算数", "项目", "合计"),
        *("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"),
    ),
)
GENERAL: Rows = (
    ("项目", "<", "<", "<", "合计", "基本支出", "项目支出"),
    ("支出功能分类", "<", "<", "科目名称", "^", "^", "^"),
    ("科目编码", "<", "<", "^", "^", "^", "^"),
    ("类", "款", "项", "^", "^", "^", "^"),
)
FUND: Rows = (
    ("项目", "<", "<", "<", "年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余"),
    ("支出功能分类\n科目编码", "<", "<", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^"),
    ("类", "款", "项", "^", "^", "^", "^", "^", "^", "^"),
)
_ECONOMIC_HALF: Rows = (
    ("经济分类", "<", "科目名称", "决算数"),
    ("科目编码", "<", "^", "^"),
    ("类", "款", "^", "^"),
)
ECONOMIC: Rows = tuple((*row, *row) for row in _ECONOMIC_HALF)
"""Two lists of accounts side by side."""
# The ruled row above 预算数 and 决算数 has no words, and two of the cells above reach down into it.
THREE_PUBLIC: Rows = (
    ("财政拨款“三公”经费", *["<"] * 11),
    ("合计", "<", "因公出国（境）费", "<", "公务用车购置及运行费", *["<"] * 5, "公务接待费", "<"),
    (*["^"] * 4, "小计", "<", "公务用车购置费", "<", "公务用车运行费", "<", "^", "^"),
    (*[""] * 6, "^", "^", "", "", "^", "^"),
    ("预算数", "决算数") * 6,
)


def functional(*amounts: str) -> Rows:
    """Return the header of a table by function without the row 类 款 项: the total stands in that row.

    `amounts` stand over the columns at the right of the name.
    """
    covered = ["^"] * len(amounts)
    return (
        ("项目", "<", "<", "<", *amounts),
        ("支出功能分类", "<", "<", "科目名称", *covered),
        ("科目编码", "<", "<", "^", *covered),
    )
