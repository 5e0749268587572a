"""Money that is carried over, by any name, and what it is a part of."""

from __future__ import annotations

import pytest

from tests.final_accounts import FUND, FUND_TITLE, FUND_WIDTHS, amounts, final, rules, table
from typeset import LEFT
from yusuan.pipeline.document.document import Document

APPROPRIATIONS = (
    ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT),
    (
        *("项目", "决算数", "项目", "合计"),
        *("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"),
    ),
    ("一、一般公共预算财政拨款", "90.00", "一、一般公共服务支出", "95.00", "95.00", "", ""),
    ("二、政府性基金预算财政拨款", "20.00", "二、城乡社区支出", "18.00", "", "18.00", ""),
    ("三、国有资本经营预算财政拨款", "", "", "", "", "", ""),
    ("本年收入合计", "110.00", "本年支出合计", "113.00", "95.00", "18.00", ""),
    ("年初财政拨款结转和结余", "7.00", "年末财政拨款结转和结余", "4.00", "1.00", "3.00", ""),
    ("一、一般公共预算财政拨款", "6.00", "", "", "", "", ""),
    ("二、政府性基金预算财政拨款", "1.00", "", "", "", "", ""),
    ("三、国有资本经营预算财政拨款", "", "", "", "", "", ""),
    ("总计", "117.00", "总计", "117.00", "96.00", "21.00", ""),
)
WIDE = (150, 70, 150, 70, 90, 90, 90)


def test_what_is_carried_over_is_kept_apart_from_the_revenue_of_the_same_name() -> None:
    found = final(table("财政拨款收入支出决算总表", APPROPRIATIONS, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    own = amounts(found)
    assert own["", "一般公共预算财政拨款", "total", "final"] == "900000.00"
    assert own["", "年初财政拨款结转和结余", "一般公共预算财政拨款", "total", "final"] == "60000.00"
    balances = {item["item"] for item in found.items if item["classification"] == "balance"}
    assert balances == {
        *("年初财政拨款结转和结余", "年末财政拨款结转和结余"),
        *("一般公共预算财政拨款", "政府性基金预算财政拨款"),
    }
    leaves = [item for item in found.items if item["table"] == "appropriation_summary" and item["is_leaf"]]
    for side in ("revenue", "expenditure"):
        assert sum(i["amount"] for i in leaves if i["side"] == side and i["measure"] == "total") == 1_170_000
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


@pytest.mark.parametrize(
    ("row", "column", "wrong", "rule"),
    [
        (5, 1, "111.00", "subtotal"),
        (6, 1, "8.00", "grand_total"),
        (10, 5, "22.00", "grand_total"),
    ],
)
def test_a_slip_among_sums_and_balances_is_named_with_its_cell(row: int, column: int, wrong: str, rule: str) -> None:
    rows = [list(cells) for cells in APPROPRIATIONS]
    rows[row][column] = wrong
    found = final(table("财政拨款收入支出决算总表", rows, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    errors = [finding for finding in found.findings if finding.severity == "error"]
    assert [(finding.row, finding.printed) for finding in errors] == [(row - 1, wrong)]
    assert rule in errors[0].message


def test_the_account_of_a_fund_closes_with_what_it_began_with_and_what_came_in_less_what_was_spent() -> None:
    rows = [list(cells) for cells in FUND]
    rows[5][7] = "2.00"
    found = final(table(FUND_TITLE, rows, FUND_WIDTHS))
    (error,) = [finding for finding in found.findings if finding.severity == "error"]
    assert (error.row, error.measure, f"{error.expected}") == (4, "closing_balance", "30000")
    assert "closing_balance = opening_balance + revenue - total" in error.message


def carried(*rows: tuple[str, str, str, str], total: str) -> Document:
    return final(
        table(
            "收入支出决算总表",
            (
                ("收入", LEFT, "支出", LEFT),
                ("项目", "决算数", "项目", "决算数"),
                ("一、财政拨款收入", "90.00", "一、教育支出", "89.00"),
                ("其中：政府性基金预算财政拨款", "10.00", "", ""),
                ("本年收入合计", "90.00", "本年支出合计", "89.00"),
                *rows,
                ("总计", total, "总计", total),
            ),
            (180, 90, 180, 90),
        )
    )


def leaves(found: Document, side: str) -> int:
    return int(sum(item["amount"] for item in found.items if item["is_leaf"] and item["side"] == side))


def test_what_is_distributed_of_a_surplus_with_its_parts() -> None:
    found = carried(
        ("用事业基金弥补收支差额", "6.00", "结余分配", "5.00"),
        ("年初结转和结余", "10.00", "交纳所得税", "2.00"),
        ("基本支出结转", "4.00", "提取职工福利基金", "1.00"),
        ("项目支出结转和结余", "6.00", "转入事业基金", "2.00"),
        ("", "", "年末结转和结余", "12.00"),
        total="106.00",
    )
    assert rules(found) == []
    assert {item["status"] for item in found.items if item["item"] != "政府性基金预算财政拨款"} == {"proved"}
    assert leaves(found, "revenue") == leaves(found, "expenditure") == 1_060_000


def test_parts_after_one_of_them_is_said_to_be_some_of_it() -> None:
    found = carried(
        ("年初结转和结余", "10.00", "结余分配", "5.00"),
        ("", "", "其中：提取职工福利基金", "2.00"),
        ("", "", "转入事业基金", "3.00"),
        ("", "", "年末结转和结余", "6.00"),
        total="100.00",
    )
    assert leaves(found, "expenditure") == 1_000_000
    assert rules(found) == []


def test_money_carried_over_by_any_name() -> None:
    found = carried(("上年结余资金", "10.00", "结转下年使用", "11.00"), total="100.00")
    assert {item["item"] for item in found.items if item["classification"] == "balance"} == {
        *("上年结余资金", "结转下年使用")
    }
    assert rules(found) == []


def test_balances_by_the_long_names_of_their_funds() -> None:
    rows = [list(cells) for cells in APPROPRIATIONS]
    for row in rows[7:10]:
        row[0] += "结转和结余"
    rows[6][0], rows[6][2] = "年初结转和结余", "年末结转和结余"
    found = final(table("财政拨款收入支出决算总表", rows, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert rules(found) == []
    assert {item["status"] for item in found.items} == {"proved"}


def test_balances_that_are_not_parted_by_funds() -> None:
    rows = (*APPROPRIATIONS[:7], APPROPRIATIONS[-1])
    found = final(table("财政拨款收入支出决算总表", rows, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert rules(found) == []


def test_a_list_of_the_three_public_expenses_has_both_kinds_of_numbers() -> None:
    rows = (
        ("项目", "预算数", "决算数"),
        ("合计", "5.00", "3.00"),
        ("因公出国（境）费", "2.00", "1.00"),
        ("公务接待费", "3.00", "2.00"),
    )
    found = final(table("财政拨款“三公”经费支出决算表", rows, (200, 100, 100)))
    assert rules(found) == []
    assert amounts(found) == {
        ("", "", "total", "budget"): "50000.00",
        ("", "", "total", "final"): "30000.00",
        ("", "", "overseas_travel", "budget"): "20000.00",
        ("", "", "overseas_travel", "final"): "10000.00",
        ("", "", "reception", "budget"): "30000.00",
        ("", "", "reception", "final"): "20000.00",
    }
