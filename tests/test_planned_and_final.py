"""Planned and final figures: in one table, and against the budget of the year."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests import sheets
from tests.final_accounts import amounts, budget, final, general, prose, rules, table
from typeset import ABOVE, LEFT
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.document.document import Document

PAIRED = (
    (
        "合计",
        LEFT,
        "因公出国（境）费",
        LEFT,
        "公务用车购置及运行维护费",
        LEFT,
        LEFT,
        LEFT,
        LEFT,
        LEFT,
        "公务接待费",
        LEFT,
    ),
    (ABOVE, ABOVE, ABOVE, ABOVE, "小计", LEFT, "公务用车购置费", LEFT, "公务用车运行维护费", LEFT, ABOVE, ABOVE),
    ("预算数", "决算数") * 6,
    ("9.00", "6.00", "2.00", "1.00", "4.00", "3.00", "0.00", "0.00", "4.00", "3.00", "3.00", "2.00"),
)
BY_BASIS = (
    ("预算数", *[LEFT] * 5, "决算数", *[LEFT] * 5),
    ("合计", "因公出国（境）费", "公务用车购置及运行维护费", LEFT, LEFT, "公务接待费") * 2,
    (ABOVE, ABOVE, "小计", "公务用车购置费", "公务用车运行维护费", ABOVE) * 2,
    ("9.00", "2.00", "4.00", "0.00", "4.00", "3.00", "6.00", "1.00", "3.00", "0.00", "3.00", "2.00"),
)


@pytest.mark.parametrize("rows", [PAIRED, BY_BASIS], ids=["pairs under each measure", "measures under each basis"])
def test_planned_and_final_figures_in_one_table(rows: Sequence[Sequence[str]]) -> None:
    found = final(table("财政拨款“三公”经费支出决算表", rows, (60,) * 12))
    own = amounts(found)
    assert own["", "", "total", "budget"] == "90000.00"
    assert own["", "", "total", "final"] == "60000.00"
    assert own["", "", "vehicles", "budget"] == "40000.00"
    assert own["", "", "reception", "final"] == "20000.00"
    assert len(own) == 12
    assert {item["status"] for item in found.items} == {"proved"}
    assert len({item["line_id"] for item in assemble([found]).line_items.to_dict("records")}) == 12


def test_a_column_of_neither_kind_of_number_is_named() -> None:
    rows = [list(cells) for cells in PAIRED]
    rows[2][11] = "执行率"
    found = final(table("财政拨款“三公”经费支出决算表", rows, (60,) * 12))
    assert rules(found) == ["table.sums_unclear"]
    assert (len(found.items), found.unread) == (11, 0)
    assert [(item["printed"], item["amount"], item["status"]) for item in found.others] == [("2.00", None, "unproved")]
    assert "执行率" in found.others[0]["column_names"]


def test_columns_that_only_number_the_rows_are_no_amounts() -> None:
    rows = (
        ("收入", LEFT, LEFT, "支出", LEFT, LEFT),
        ("项目", "行次", "决算数", "项目", "行次", "决算数"),
        ("栏次", "", "1", "栏次", "", "2"),
        ("一、一般公共预算财政拨款收入", "1", "10.00", "一、一般公共服务支出", "31", "11.00"),
        ("本年收入合计", "27", "10.00", "本年支出合计", "57", "11.00"),
        ("使用非财政拨款结余", "28", "", "结余分配", "58", ""),
        ("年初结转和结余", "29", "3.00", "年末结转和结余", "59", "2.00"),
        ("总计", "30", "13.00", "总计", "60", "13.00"),
    )
    found = final(table("收入支出决算总表", rows, (180, 40, 90) * 2))
    assert [f"{item['amount']:.0f}" for item in found.items] == [
        *("100000", "110000", "100000", "110000", "30000", "20000", "130000", "130000")
    ]
    assert rules(found) == []


def account_of(planned: str) -> Document:
    said = prose(
        "一般公共预算财政拨款支出年初预算为10.40万元，支出决算为11.00万元，完成年初预算的105.77%。",
        f"1、一般公共服务支出（类）人大事务（款）行政运行（项）。年初预算为{planned}万元，支出决算为11.00万元。",
    )
    return final(table("一般公共预算财政拨款支出决算表", general("11.00"), (100, 200, 100, 100, 100)), said)


def test_planned_figures_are_compared_with_the_budget_of_that_year() -> None:
    same = assemble([budget(), account_of("10.40")])
    assert same.linked == 2
    assert "across.planned" not in set(same.findings["rule"])
    other = assemble([account_of("10.50"), budget()])
    (found,) = other.findings[other.findings["rule"] == "across.planned"].to_dict("records")
    assert (found["printed"], f"{found['expected']:.2f}", f"{found['difference']:.2f}") == (
        "10.50万元",
        "104000.00",
        "1000.00",
    )
    assert "budget.pdf" in found["message"]


def test_without_the_budget_nothing_is_compared() -> None:
    assert assemble([account_of("10.50")]).linked == 0


def test_a_plan_without_parts_is_no_total_that_stands_twice_and_no_sum_that_fails() -> None:
    rows = (
        ("科目编码", "科目名称", "年初预算数", "决算数", LEFT, LEFT),
        (ABOVE, ABOVE, ABOVE, "合计", "基本支出", "项目支出"),
        ("合计", LEFT, "90.00", "88.00", "58.00", "30.00"),
        ("201", "一般公共服务支出", "90.00", "88.00", "58.00", "30.00"),
        ("20103", "政府办公厅（室）及相关机构事务", "90.00", "88.00", "58.00", "30.00"),
        ("2010301", "行政运行", "60.00", "58.00", "58.00", ""),
        ("2010302", "一般行政管理事务", "30.00", "30.00", "", "30.00"),
    )
    found = sheets.read(
        sheets.body("示例市示范局", "2026年度部门决算"), sheets.sheet("一般公共预算财政拨款支出决算表", rows)
    )
    assert not {"row.repeated_total", "table.sums_unclear"} & {finding.rule for finding in found.findings}
    assert {(item["measure"], item["basis"]) for item in found.items} == {
        *(("total", "budget"), ("total", "final"), ("basic", "final"), ("project", "final"))
    }
    assert {item["status"] for item in found.items} == {"proved"}
