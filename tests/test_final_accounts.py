"""What final accounts (决算) do and budgets do not, in the forms that publishers print them in."""

from __future__ import annotations

from tests.final_accounts import FUND, FUND_TITLE, FUND_WIDTHS, amounts, final, general, prose, rules, table
from typeset import ABOVE, LEFT
from yusuan.pipeline.prove.verdicts import judge
from yusuan.schemas.identities.styles import FINAL


def test_a_total_beside_the_last_row_of_the_header_is_no_header() -> None:
    rows = (
        FUND[0],
        ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE, LEFT, LEFT, ABOVE),
        ("合计", LEFT, "", "", "合计", "基本支出", "项目支出", ""),
        ("",) * 8,
    )
    found = final(table(FUND_TITLE, rows, FUND_WIDTHS))
    assert (found.status, found.items, rules(found)) == ("accepted", [], [])


CODES_IN_THREE = (
    ("项目", LEFT, LEFT, LEFT, "本年收入合计", "财政拨款收入", "事业收入", LEFT, "其他收入"),
    ("支出功能分类科目编码", LEFT, LEFT, "科目名称", ABOVE, ABOVE, "小计", "其中：教育收费", ABOVE),
    ("类", "款", "项", "合计", "60.00", "50.00", "9.00", "4.00", "1.00"),
    ("205", "", "", "教育支出", "60.00", "50.00", "9.00", "4.00", "1.00"),
    ("205", "2", "", "普通教育", "60.00", "50.00", "9.00", "4.00", "1.00"),
    ("205", "2", "1", "学前教育", "60.00", "50.00", "9.00", "4.00", "1.00"),
)


def test_code_cells_under_one_header_beside_a_total_row_that_names_them() -> None:
    found = final(table("收入决算表", CODES_IN_THREE, (40, 40, 40, 180, 90, 90, 80, 80, 80)))
    own = amounts(found)
    assert own["", "合计", "total", "final"] == "600000.00"
    assert own["2050201", "教育支出", "普通教育", "学前教育", "service_revenue", "final"] == "90000.00"
    assert own["2050201", "教育支出", "普通教育", "学前教育", "education_fees", "final"] == "40000.00"
    # Education fees are in the revenue from services already.
    assert rules(found) == []


def test_one_amount_with_two_last_digits_is_a_warning_and_contradicts_nothing() -> None:
    expenditure = (
        ("项目", LEFT, "本年支出合计", "基本支出", "项目支出"),
        ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE),
        ("合计", LEFT, "11.00", "11.00", ""),
        ("201", "一般公共服务支出", "11.01", "11.01", ""),
        ("20101", "人大事务", "11.01", "11.01", ""),
    )
    summary = (
        ("收入", LEFT, "支出", LEFT),
        ("项目", "决算数", "项目", "决算数"),
        ("一、一般公共预算财政拨款收入", "11.00", "一、一般公共服务支出", "11.00"),
        ("本年收入合计", "11.00", "本年支出合计", "11.00"),
        ("总计", "11.00", "总计", "11.00"),
    )
    found = final(
        table("收入支出决算总表", summary, (180, 90, 180, 90)),
        table("支出决算表", expenditure, (100, 180, 90, 90, 90)),
    )
    verdict = judge(found.tables, FINAL.equalities)
    apart = [finding for finding in verdict.findings if finding.rule == "identity.rounded_apart"]
    assert [(finding.severity, finding.printed, finding.expected) for finding in apart] == [("warning", "11.00", None)]
    assert "11.00" not in apart[0].message.split(";")[0]  # no row is named: either table may be the rounded one
    # In one table the same number is printed twice alike: 合计 is not what the only 类 is.
    assert {item["status"] for item in found.items if item["table"] == "revenue_expenditure_summary"} == {"proved"}


def test_an_empty_total_row_that_names_the_parts_of_codes_is_no_header() -> None:
    rows = (
        ("项目", LEFT, LEFT, LEFT, "合计", "基本支出", "项目支出"),
        ("支出功能分类科目编码", LEFT, LEFT, "科目名称", ABOVE, ABOVE, ABOVE),
        ("类", "款", "项", "合计", "", "", ""),
        ("",) * 7,
    )
    found = final(table("一般公共预算财政拨款支出决算表", rows, (40, 40, 40, 200, 100, 100, 100)))
    assert (found.status, found.items, rules(found)) == ("accepted", [], [])


def test_a_list_of_how_often_and_how_many_is_no_list_of_expenses() -> None:
    rows = (
        ("项目", "预算数", "决算数"),
        ("因公出国（境）费", "2.00", "1.00"),
        ("因公出国（境）团组数（个）", "2", "1"),
    )
    found = final(table("财政拨款“三公”经费支出决算表", rows, (200, 100, 100)), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert "table.unknown_title" in rules(found)
    assert {item["table"] for item in found.items} == {"government_fund_expenditure"}


def test_the_name_of_a_class_without_its_closing_word() -> None:
    said = prose(
        "一般公共预算财政拨款支出11.00万元，主要用于以下方面：一般公共服务（类）支出11.00万元，占100%。",
        "1、一般公共服务（类）人大事务（款）行政运行（项）。年初预算为10.00万元，支出决算为11.00万元。",
    )
    found = final(table("一般公共预算财政拨款支出决算表", general("11.00"), (100, 200, 100, 100, 100)), said)
    assert rules(found) == []
    assert [s["subject"] for s in found.statements] == ["general_public", "201", "201", "2010101", "2010101"]
    assert [s["status"] for s in found.statements if s["quantity"] == "final"] == ["proved"] * 3
