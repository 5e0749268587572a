"""Lists side by side, the three public expenses, and several tables of one kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.sheets import COVER, Rows, counted, printed, read, said, sheet
from tests.small import rules
from typeset import ABOVE, LEFT
from yusuan.pipeline.document.document import Document

THREE_LISTS: Rows = (
    ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT, LEFT),
    (
        *("项目", "预算数", "支出功能分类科目", "预算数"),
        *("部门预算支出经济分类科目", "预算数", "政府预算支出经济分类科目", "预算数"),
    ),
    (
        *("一、财政拨款", "12.00", "一、一般公共服务支出", "10.00"),
        *("一、工资福利支出", "9.10", "一、机关工资福利支出", "9.20"),
    ),
    (
        *("二、其他收入", "3.00", "二、教育支出", "5.00"),
        *("二、商品和服务支出", "5.90", "二、机关商品和服务支出", "5.80"),
    ),
    ("本年收入合计", "15.00", *("本年支出合计", "15.00") * 3),
    ("上年结转", "1.00", *("结转下年", "1.00") * 3),
    ("收入总计", "16.00", *("支出总计", "16.00") * 3),
)


def leaves(found: Document, side: str, measure: str = "total") -> Decimal:
    """The sum of the leaves of one side, in 万元."""
    own = [i for i in found.items if i["side"] == side and i["measure"] == measure and i["is_leaf"]]
    return sum((item["amount"] for item in own), Decimal(0)) / 10000


def test_three_lists_of_the_same_money_were_counted_three_times() -> None:
    found = read(COVER, sheet("部门综合预算收支总表", THREE_LISTS))
    assert counted(found) == printed(THREE_LISTS)
    assert {item["status"] for item in found.items} == {"proved"}
    classified = {item["classification"] for item in found.items if item["side"] == "expenditure"}
    assert classified == {"functional", "economic", "government_economic", "balance"}
    assert [leaves(found, side) for side in ("revenue", "expenditure")] == [16, 16]


LISTED: Rows = (
    ("项目", "上年预算数", "本年预算数"),
    ("“三公”经费合计", "5.00", "6.00"),
    ("1.因公出国（境）费用", "1.00", "1.50"),
    ("2.公务接待费", "1.00", "0.50"),
    ("3.公务用车购置及运行维护费", "3.00", "4.00"),
    ("（1）公务用车购置费", "1.00", "2.00"),
    ("（2）公务用车运行维护费", "2.00", "2.00"),
)


def test_expenses_below_each_other_are_measures_of_two_years() -> None:
    found = read(COVER, sheet("“三公”经费支出情况表", LISTED))
    assert counted(found) == printed(LISTED)
    assert set(said(found, "table", "basis", "status")) == {("three_public_and_operating", "budget", "proved")}
    assert said(found, "measure", "fiscal_year", "amount") == [
        ("total", "2025", "5.00"),
        ("total", "2026", "6.00"),
        ("overseas_travel", "2025", "1.00"),
        ("overseas_travel", "2026", "1.50"),
        ("reception", "2025", "1.00"),
        ("reception", "2026", "0.50"),
        ("vehicles", "2025", "3.00"),
        ("vehicles", "2026", "4.00"),
        ("vehicle_purchase", "2025", "1.00"),
        ("vehicle_purchase", "2026", "2.00"),
        ("vehicle_operation", "2025", "2.00"),
        ("vehicle_operation", "2026", "2.00"),
    ]


_KINDS = ("合计", "因公出国（境）费", "公务用车购置及运行费", LEFT, LEFT, "公务接待费")
_CARS = (ABOVE, ABOVE, "小计", "公务用车购置费", "公务用车运行费", ABOVE)
SIDE_BY_SIDE: Rows = (
    ("预算数", *(LEFT,) * 5, "决算数", *(LEFT,) * 5),
    _KINDS * 2,
    _CARS * 2,
    ("6.00", "1.50", "4.00", "2.00", "2.00", "0.50", "5.00", "1.00", "3.50", "2.00", "1.50", "0.50"),
)


@pytest.mark.parametrize("title", ["2024年度财政拨款“三公”经费支出决算情况表", "公开08表 2024年度“三公”经费决算明细表"])
def test_expenses_side_by_side_are_a_budget_and_an_account(title: str) -> None:
    found = read(sheet(title, SIDE_BY_SIDE))
    assert counted(found) == printed(SIDE_BY_SIDE)
    amounts = {row[:2]: row[2] for row in said(found, "measure", "basis", "amount")}
    assert amounts["total", "budget"] == "6.00"
    assert amounts["total", "final"] == "5.00"
    assert amounts["vehicles", "final"] == "3.50"
    assert set(said(found, "fiscal_year", "status")) == {("2024", "proved")}


def lines(project: str, body: str = "示例市示范局") -> Rows:
    """A table by function and body, whose project is `project`."""
    total = f"{Decimal(project) + 7:.2f}"
    return (
        ("功能分类科目编码", "功能分类科目名称", "单位名称", "合计", "基本支出", "项目支出"),
        ("2010301", "行政运行", body, "7.00", "7.00", ""),
        ("2010302", "一般行政管理事务", body, project, "", project),
        ("合计", LEFT, LEFT, total, "7.00", project),
    )


def test_table_that_is_printed_twice_was_two_tables() -> None:
    rows = lines("8.00")
    found = read(COVER, sheet("一般公共预算支出情况表", rows), sheet("一般公共预算支出情况表", rows))
    assert {item["page"] for item in found.items} == {2}
    assert not found.others, "a page that stands twice is read once"
    assert rules(found) == ["table.repeated_same"]
    assert counted(found) == printed(rows)


def test_two_tables_of_one_kind_are_both_read_and_counted_once() -> None:
    first, second = lines("8.00"), lines("9.00")
    found = read(COVER, sheet("一般公共预算支出情况表", first), sheet("一般公共预算支出明细表", second))
    assert {(item["page"], item["table"]) for item in found.items} == {
        (2, "general_public_expenditure"),
        (3, "general_public_expenditure"),
    }
    assert counted(found) == printed(first, second)
    assert leaves(found, "expenditure") == 15
    assert leaves(found, "expenditure", "basic") == 7


def test_numbers_of_tables_within_a_document_are_in_no_file() -> None:
    wrong = (*lines("9.00")[:-1], ("合计", LEFT, LEFT, "16.50", "7.00", "9.00"))
    found = read(COVER, sheet("一般公共预算支出情况表", lines("8.00")), sheet("一般公共预算支出明细表", wrong))
    told = [*(item["table"] for item in found.items), *(finding.table for finding in found.findings)]
    assert not [table for table in told if "#" in table]


def test_a_measure_that_only_the_second_table_has_is_counted_there() -> None:
    first: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "单位名称", "预算数"),
        ("2010301", "行政运行", "示例市示范局", "7.00"),
        ("2010302", "一般行政管理事务", "示例市示范局", "8.00"),
        ("合计", LEFT, LEFT, "15.00"),
    )
    found = read(COVER, sheet("一般公共预算支出情况表", first), sheet("一般公共预算支出明细表", lines("8.00")))
    assert [leaves(found, "expenditure", measure) for measure in ("total", "basic", "project")] == [15, 7, 8]


def test_a_table_without_a_unit_is_named_and_none_of_its_figures_is_money() -> None:
    found = read(COVER, sheet("一般公共预算支出情况表", lines("8.00"), unit=""))
    assert found.items == []
    assert {row["amount"] for row in found.others} == {None}
    assert counted(found) == printed(lines("8.00"))
    assert "table.no_unit" in rules(found)


def test_columns_of_other_lists_were_kept_apart_by_where_they_stood_in_memory() -> None:
    """Two of them were one whenever their addresses happened to agree, and what they hold was said once."""
    documents = [read(COVER, sheet("部门综合预算收支总表", THREE_LISTS)) for _ in range(3)]
    understood = {tuple(extracted.table.columns for extracted in document.extracted) for document in documents}
    assert len(understood) == 1
