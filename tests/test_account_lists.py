"""Lists of accounts beside each other."""

from __future__ import annotations

import pytest

from tests.final_accounts import amounts, final, general, rules, table
from typeset import ABOVE, LEFT

ACCOUNTS = (
    ("经济分类科目编码", "科目名称", "决算数") * 2,
    ("301", "工资福利支出", "70.00", "302", "商品和服务支出", "20.00"),
    ("30101", "基本工资", "70.00", "30201", "办公费", "20.00"),
    ("303", "对个人和家庭的补助", "5.00", "310", "资本性支出", "3.00"),
    ("30302", "退休费", "5.00", "31002", "办公设备购置", "3.00"),
    ("人员经费合计", LEFT, "75.00", "公用经费合计", LEFT, "23.00"),
)


def test_account_lists_side_by_side_keep_their_own_hierarchy() -> None:
    found = final(table("一般公共预算财政拨款基本支出决算表", ACCOUNTS, (80, 180, 90) * 2))
    own = amounts(found)
    assert own["31002", "资本性支出", "办公设备购置", "total", "final"] == "30000.00"
    assert own["30302", "对个人和家庭的补助", "退休费", "total", "final"] == "50000.00"
    assert sum(item["amount"] for item in found.items if item["is_leaf"]) == 980_000
    assert rules(found) == []


def test_a_wrong_sum_of_an_account_list_is_named() -> None:
    rows = (*ACCOUNTS[:-1], ("人员经费合计", LEFT, "76.00", "公用经费合计", LEFT, "23.00"))
    found = final(table("一般公共预算财政拨款基本支出决算表", rows, (80, 180, 90) * 2))
    assert [(f.rule, f.row, f.printed) for f in found.findings if f.row] == [("table.sums_unclear", 5, "76.00")]
    # One sum alone accuses nobody in a document of which only one table is there.
    assert "contradicted" not in {item["status"] for item in found.items}


MINISTRY_REVENUE = (
    (
        "项目",
        LEFT,
        LEFT,
        LEFT,
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
    ),
    ("功能分类科目编码", LEFT, LEFT, "科目名称", *[ABOVE] * 7),
    (ABOVE, LEFT, LEFT, ABOVE, *[ABOVE] * 7),
    ("类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6", "7"),
    (ABOVE, ABOVE, ABOVE, "合计", "60.00", "50.00", "", "9.00", "", "", "1.00"),
    ("205", LEFT, LEFT, "教育支出", "60.00", "50.00", "", "9.00", "", "", "1.00"),
    ("20502", LEFT, LEFT, "普通教育", "60.00", "50.00", "", "9.00", "", "", "1.00"),
    ("2050201", LEFT, LEFT, "学前教育", "60.00", "50.00", "", "9.00", "", "", "1.00"),
)


def test_numbers_of_columns_beside_cells_that_reach_further_down_are_no_amounts() -> None:
    found = final(table("收入决算表", MINISTRY_REVENUE, (30, 30, 30, 150, *[65] * 7)))
    assert {item["item"] for item in found.items} == {"合计", "教育支出", "普通教育", "学前教育"}
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


THREE_LISTS = (
    ("人员经费", LEFT, LEFT, "公用经费", *[LEFT] * 5),
    ("科目编码", "科目名称", "决算数") * 3,
    ("301", "工资福利支出", "60.00", "302", "商品和服务支出", "20.00", "310", "资本性支出", "3.00"),
    ("30101", "基本工资", "60.00", "30201", "办公费", "20.00", "31002", "办公设备购置", "3.00"),
    ("303", "对个人和家庭的补助", "10.00", "", "", "", "", "", ""),
    ("30302", "退休费", "10.00", "", "", "", "", "", ""),
)


@pytest.mark.parametrize(
    "sums",
    [
        ("人员经费合计", LEFT, "70.00", "公用经费合计", LEFT, LEFT, LEFT, LEFT, "23.00"),
        ("人员经费合计", "", "70.00", "公用经费合计", "", "", "", "", "23.00"),
        ("人员经费合计", LEFT, "70.00", "公用经费合计", LEFT, "23.00", "", "", ""),
    ],
    ids=["merged over two lists", "not merged", "in the first of two lists"],
)
def test_sums_of_three_lists_side_by_side(sums: tuple[str, ...]) -> None:
    found = final(table("一般公共预算财政拨款基本支出决算明细表", (*THREE_LISTS, sums), (50, 120, 60) * 3))
    own = amounts(found)
    assert own["", "公用经费合计", "total", "final"] == "230000.00"
    assert own["", "人员经费合计", "total", "final"] == "700000.00"
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


@pytest.mark.parametrize("last", [("合计", LEFT, "93.00", *[""] * 6), None], ids=["a grand total", "no sums at all"])
def test_sums_that_a_table_does_not_print_are_not_taken_for_nothing(last: tuple[str, ...] | None) -> None:
    rows = (*THREE_LISTS, *([last] if last else []))
    found = final(
        table("一般公共预算财政拨款支出决算表", general("93.00"), (100, 200, 100, 100, 100)),
        table("一般公共预算财政拨款基本支出决算明细表", rows, (50, 120, 60) * 3),
    )
    assert [finding.rule for finding in found.findings if finding.severity == "error"] == []
