"""The header trees that the years share. "<" is covered by the cell at its left, "^" by the cell above."""

from __future__ import annotations

from typeset.layouts.declared import Rows

SUMMARY: Rows = (
    ("本年收入", "<", "本年支出", "<"),
    ("项目", "预算数", "项目", "预算数"),
)
SUMMARY_THREE_DEEP: Rows = (
    ("本年收入", "<", "本年支出", "<", "<", "<", "<"),
    ("项目", "预算数", "项目", "预算数", "<", "<", "<"),
    ("^", "^", "^", "合计", "基本支出", "<", "项目支出"),
    ("^", "^", "^", "^", "人员经费", "公用经费", "^"),
)
REVENUE: Rows = (
    ("项目", "<", "<", "<", "收入预算", "<", "<", "<", "<"),
    (
        *("功能分类科目编码", "<", "<", "功能分类科目名称"),
        *("合计", "财政拨款收入", "事业收入", "事业单位\n经营收入", "其他收入"),
    ),
    ("类", "款", "项", "^", "^", "^", "^", "^", "^"),
)
APPROPRIATION: Rows = (
    ("财政拨款收入", "<", "财政拨款支出", "<", "<", "<", "<"),
    ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
)


def functional(group: str, name_in_group: bool = False) -> Rows:
    """Return the header of a table by function; `group` stands over the amounts (and the name, if asked)."""
    top = ("项目", "<", "<", group, "<", "<", "<") if name_in_group else ("项目", "<", "<", "<", group, "<", "<")
    return (
        top,
        ("功能分类科目编码", "<", "<", "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("类", "款", "项", "^", "^", "^", "^"),
    )


def economic(code: str, name: str, name_in_group: bool = False) -> Rows:
    """Return the header of the table by economic use; `code` and `name` stand over its first columns."""
    group = "一般公共预算基本支出"
    return (
        ("项目", "<", group, "<", "<", "<") if name_in_group else ("项目", "<", "<", group, "<", "<"),
        (code, "<", name, "合计", "人员经费", "公用经费"),
        ("类", "款", "^", "^", "^", "^"),
    )


def three_public(year: str, operating: str) -> Rows:
    """Return the header of the “三公” table; `year` stands in front, `operating` is the last column."""
    return (
        (f"{year}“三公”经费预算数", "<", "<", "<", "<", "<", operating),
        ("合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费", "<", "<", "^"),
        ("^", "^", "^", "小计", "购置费", "运行费", "^"),
    )
