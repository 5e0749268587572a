"""Uses of money that a table shows by whose money it is, and by year."""

from __future__ import annotations

import pytest

from tests.sheets import COVER, Rows, read, said, sheet
from tests.test_understand import alone
from typeset import ABOVE, LEFT
from yusuan.pipeline.understand import columns
from yusuan.schemas.tables.ids import row_sums
from yusuan.schemas.tables.measures import MEASURES, changes, combined

_FUNDS = ("一般公共预算", "政府性基金预算")


def test_expense_of_one_fund_was_taken_for_no_measure() -> None:
    rows: Rows = (
        ("预算单位", "年度", "总计", LEFT, "因公出国（境）费", LEFT, "公务接待费", LEFT),
        (ABOVE, ABOVE, *_FUNDS, *_FUNDS, *_FUNDS),
        ("示例局", "2025年", "5.00", "1.00", "3.00", "1.00", "2.00", "0.00"),
        (ABOVE, "2026年", "6.00", "2.00", "4.00", "1.00", "2.00", "1.00"),
    )
    found = alone("财政拨款“三公”经费支出表", rows)
    assert said(found, "item", "fiscal_year", "measure", "amount")[:3] == [
        ("示例局", "2025", "general_public", "5.00"),
        ("示例局", "2025", "government_fund", "1.00"),
        ("示例局", "2025", "overseas_travel_general_public", "3.00"),
    ]
    assert said(found, "item", "fiscal_year", "measure")[6:8] == [
        ("示例局", "2026", "general_public"),
        ("示例局", "2026", "government_fund"),
    ]


def test_row_of_changes_was_a_year_of_its_own() -> None:
    rows: Rows = (
        ("预算单位", "年度", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费"),
        ("示例局", "2025年", "6.00", "3.00", "2.00", "1.00"),
        (ABOVE, "2026年", "7.00", "4.00", "2.00", "1.00"),
        (ABOVE, "增减变化金额", "1.00", "1.00", "0.00", "0.00"),
    )
    found = read(COVER, sheet("财政拨款“三公”经费支出表", rows))
    assert {row[0] for row in said(found, "fiscal_year")} == {"2025", "2026"}
    assert [(row["row"], row["printed"]) for row in found.others] == [
        (3, "1.00"),
        (3, "1.00"),
        (3, "0.00"),
        (3, "0.00"),
    ]
    assert [f.row for f in found.findings if f.rule == "row.no_year"] == [3]


def test_expenses_below_each_other_have_a_column_for_each_fund() -> None:
    rows: Rows = (
        ("项目", "合计", "一般公共预算", "政府性基金预算"),
        ("“三公”经费", "6.00", "5.00", "1.00"),
        ("（一）因公出国（境）费", "3.00", "3.00", "0.00"),
        ("（二）公务接待费", "2.00", "1.00", "1.00"),
        ("（三）公务用车购置及运行维护费", "1.00", "1.00", "0.00"),
    )
    found = alone("“三公”经费预算表", rows)
    assert said(found, "measure", "amount")[:3] == [
        ("total", "6.00"),
        ("general_public", "5.00"),
        ("government_fund", "1.00"),
    ]


def test_header_row_of_few_words_over_blank_cells_was_a_row_of_amounts() -> None:
    rows: Rows = (
        ("单位编码", "单位名称", "合计", "基本支出", LEFT, "项目支出"),
        ("", "", "", "人员经费", "其中：公用经费", ""),
        ("101001", "示例局", "7.00", "3.00", "1.00", "3.00"),
        ("101002", "示例中心", "8.00", "2.00", "1.00", "5.00"),
        ("", "合计", "15.00", "5.00", "2.00", "8.00"),
    )
    found = alone("支出总表", rows)
    assert {row[0] for row in said(found, "measure")} == {"total", "personnel", "operating", "project"}


@pytest.mark.parametrize(
    ("path", "measure"),
    [
        (("一般公共预算", "基本支出", "人员经费"), "personnel_general_public"),
        (("基本支出", "人员经费", "一般公共预算"), "personnel_general_public"),
        (("项目支出", "财政拨款", "政府性基金"), "project_government_fund"),
        (("比上年增减", "公务接待费"), "reception_change"),
        (("一般公共预算", "事业收入"), ""),
        (("政府采购", "其中：预留给中小企业的金额"), "procurement_small_medium"),
        (("2026年政府采购项目", "小计"), "procurement"),
    ],
)
def test_use_and_whose_money_it_is_are_one_measure(path: tuple[str, ...], measure: str) -> None:
    assert columns.understand(path).role == measure


def test_what_the_title_says_adds_nothing() -> None:
    assert columns.understand(("一般公共预算", "基本支出"), ("general_public",)).role == "basic"


def test_money_by_its_uses_and_by_its_sources_are_two_sums() -> None:
    found = row_sums(frozenset({"total", "basic", "project", "general_public", "government_fund"}))
    assert {row_sum.rule: row_sum.parts for row_sum in found} == {
        "row_sum.total": ("basic", "project"),
        "row_sum.total.sources": ("general_public", "government_fund"),
    }


def test_change_of_a_measure_tells_which() -> None:
    assert changes(combined("vehicles", "", change=True)) == "vehicles"
    assert changes("change") == "total"
    assert not any(changes(measure) for measure in MEASURES if not measure.endswith("change"))
