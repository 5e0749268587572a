"""Rows that are bodies, and codes of which a part is printed."""

from __future__ import annotations

from tests.sheets import COVER, Rows, read, said, sheet
from tests.test_understand import alone
from typeset import LEFT


def test_rows_below_a_body_in_the_column_of_names_did_not_say_whose_they_are() -> None:
    rows: Rows = (
        ("支出项目类别（资金使用单位）", "合计", "财政拨款", "其他资金"),
        ("示例市示范局", "9.00", "6.00", "3.00"),
        ("工资福利支出", "5.00", "4.00", "1.00"),
        ("商品和服务支出", "4.00", "2.00", "2.00"),
        ("示例市监测中心", "3.00", "3.00", "0.00"),
        ("工资福利支出", "3.00", "3.00", "0.00"),
        ("合计", "12.00", "9.00", "3.00"),
    )
    found = read(COVER, sheet("基本支出预算表", rows))
    assert [row for row in said(found, "item", "body", "measure") if row[2] == "total"] == [
        ("示例市示范局", "示例市示范局", "total"),
        ("工资福利支出", "示例市示范局", "total"),
        ("商品和服务支出", "示例市示范局", "total"),
        ("示例市监测中心", "示例市监测中心", "total"),
        ("工资福利支出", "示例市监测中心", "total"),
        ("合计", "", "total"),
    ]


def test_group_that_is_printed_without_its_class_was_a_code_by_itself() -> None:
    rows: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("201", "一般公共服务支出", "7.00", "3.00", "4.00"),
        ("10", "人力资源事务", "7.00", "3.00", "4.00"),
        ("2011001", "行政运行", "3.00", "3.00", ""),
        ("2011007", "其他人力资源事务", "4.00", "", "4.00"),
        ("合计", LEFT, "7.00", "3.00", "4.00"),
    )
    found = alone("一般公共预算支出情况表", rows)
    assert said(found, "code", "level", "measure")[3:5] == [("20110", "2", "total"), ("20110", "2", "basic")]


def test_column_that_is_among_the_others_was_a_part_of_the_total() -> None:
    rows: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出", "经营支出"),
        ("2010301", "行政运行", "7.00", "7.00", "0.00", "2.00"),
        ("2010302", "一般行政管理事务", "8.00", "0.00", "8.00", "3.00"),
        ("2010303", "机关服务", "5.00", "4.00", "1.00", "1.00"),
        ("合计", LEFT, "20.00", "11.00", "9.00", "6.00"),
    )
    found = read(COVER, sheet("支出总表", rows))
    assert [finding.message for finding in found.findings if finding.rule != "table.unknown_column"] == []
    assert {item["status"] for item in found.items} == {"proved"}


def test_row_that_is_as_large_as_the_next_was_its_whole_and_left_the_sum_above_short() -> None:
    rows: Rows = (
        ("科目名称", "合计"),
        ("工资福利支出", "9.00"),
        ("基本工资", "6.00"),
        ("津贴补贴", "3.00"),
        ("商品和服务支出", "7.00"),
        ("办公费", "5.00"),
        ("租赁费", "1.00"),
        ("培训费", "1.00"),
        ("资本性支出", "4.00"),
        ("公务用车购置", "4.00"),
        ("合计", "20.00"),
    )
    found = alone("一般公共预算基本支出情况表", rows)
    assert [level for level, _ in said(found, "level", "item")] == ["1", "2", "2", "1", "2", "2", "2", "1", "2", "0"]
    leaves = [item["amount"] for item in found.items if item["is_leaf"]]
    assert sum(leaves) == 200_000
