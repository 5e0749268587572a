"""Names that stand in several columns, each a level below the one at its left, in tables that no form declares."""

from __future__ import annotations

from tests.sheets import Rows, said
from tests.test_understand import alone
from typeset import ABOVE, LEFT


def test_goods_below_projects_below_kinds_are_levels() -> None:
    rows: Rows = (
        ("采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "金额"),
        ("合计", "", "", "", "", "9.00"),
        ("一、货物", "", "", "", "", "5.00"),
        ("", "办公设备购置费", "办公设备购置", "", "", "5.00"),
        ("", "", "", "台式计算机", "集中采购", "3.00"),
        ("", "", "", "复印机", "分散采购", "2.00"),
        ("二、服务", "", "", "", "", "4.00"),
        ("", "会议经费", "会议费", "", "", "4.00"),
        ("", "", "", "会议服务", "集中采购", "4.00"),
    )
    found = alone("政府采购预算表", rows)
    assert said(found, "level", "item", "amount")[1:4] == [
        ("1", "货物", "5.00"),
        ("2", "办公设备购置费／办公设备购置", "5.00"),
        ("3", "台式计算机／集中采购", "3.00"),
    ]


def test_sum_beside_a_name_is_that_of_the_name() -> None:
    rows: Rows = (
        ("项目名称", LEFT, "金额"),
        ("收入总计", LEFT, "7.00"),
        ("一般公共预算资金", "小计", "5.00"),
        (ABOVE, "财政拨款（补助）资金", "5.00"),
        ("其他资金", "小计", "2.00"),
        (ABOVE, "其他收入", "2.00"),
    )
    found = alone("收入预算总表", rows)
    assert said(found, "level", "item", "amount") == [
        ("0", "收入总计", "7.00"),
        ("1", "一般公共预算资金", "5.00"),
        ("2", "财政拨款（补助）资金", "5.00"),
        ("1", "其他资金", "2.00"),
        ("2", "其他收入", "2.00"),
    ]


def test_directories_side_by_side_are_one_name() -> None:
    rows: Rows = (
        ("一级目录", "二级目录", "金额"),
        ("公共服务", "教育服务", "5.00"),
        ("公共服务", "医疗服务", "2.00"),
        ("辅助服务", "法律服务", "2.00"),
        ("合计", "", "9.00"),
    )
    found = alone("政府购买服务预算表", rows)
    assert set(said(found, "level")) == {("1",), ("0",)}


def test_words_over_a_whole_list_say_its_side() -> None:
    rows: Rows = (
        ("本年收入", LEFT, "本年支出", LEFT),
        ("项目", "预算数", "项目", "预算数"),
        ("一、财政拨款收入", "9.00", "一、一般公共服务支出", "6.00"),
        ("二、事业收入", "", "二、卫生健康支出", "3.00"),
        ("收入总计", "9.00", "支出总计", "9.00"),
    )
    found = alone("部门财务收支预算总表", rows)
    assert said(found, "side", "item", "measure")[0] == ("revenue", "财政拨款收入", "total")
    assert {row[0] for row in said(found, "table")} == {"revenue_expenditure_summary"}
