"""Rows that a page break tears, and tables of which rows are lost: put together or refused, and nobody is accused."""

from __future__ import annotations

import pytest

from tests.small import HEADER, ROWS, TOTAL, amounts, captions, expenditure, grid, read, rules
from typeset import ABOVE, Grid, Page, Text
from yusuan.pipeline.document.document import Document

WIDTHS = (40, 40, 40, 182, 120, 120, 120)
BEGINNING, REST = "一般行政管理事务以及其他需要单列的", "若干支出事项项目"
NAME = BEGINNING + REST
CODE = ("201", "03", "02")
PRINTED = {
    **amounts(read(expenditure())),
    ("2010302", NAME, "total"): "100.00",
    ("2010302", NAME, "project"): "100.00",
}
PRINTED = {key: amount for key, amount in PRINTED.items() if key[1] != "一般行政管理事务"}

LIST = ("功能分类科目编码", "功能分类科目名称", "预算数")
LINES = (
    ("201", "一般公共服务支出", "600.00"),
    ("20103", "政府办公厅（室）及相关机构事务", "600.00"),
    ("2010301", "行政运行", "100.00"),
    ("2010302", "一般行政管理事务", "200.00"),
)


def torn(upper: tuple[str, ...], lower: tuple[str, ...]) -> Document:
    """A table whose last row but the total stands on two pages."""
    first = Grid(60, 120, WIDTHS, 24, (*HEADER, *ROWS[:3], (*CODE, *upper)), size=10)
    return read(Page(captions(), [first]), Page((), [Grid(60, 120, WIDTHS, 24, (lower, TOTAL), size=10)]))


def accused(found: Document) -> list[str]:
    return [finding.rule for finding in found.findings if finding.cause == "publisher" and finding.rule in rules(found)]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ((BEGINNING, "", "", ""), ("", "", "", REST, "100.00", "", "100.00")),
        ((NAME, "", "", ""), ("", "", "", "", "100.00", "", "100.00")),
        ((NAME, "100.", "", "100."), ("", "", "", "", "00", "", "00")),
    ],
)
def test_amounts_below_a_page_break_were_those_of_a_row_of_half_a_name(
    upper: tuple[str, ...], lower: tuple[str, ...]
) -> None:
    found = torn(upper, lower)
    assert amounts(found) == PRINTED
    assert (rules(found), accused(found)) == (["row.cut"], [])


def test_an_amount_below_a_page_break_is_on_the_page_that_it_is_printed_on() -> None:
    found = torn((NAME, "", "", ""), ("", "", "", "", "100.00", "", "100.00"))
    assert {(item["page"], item["top"]) for item in found.items if item["item"] == NAME} == {(2, 120)}
    assert not found.others


def test_an_amount_that_a_page_break_parts_within_its_digits_was_two_amounts() -> None:
    found = torn((NAME, "10", "", "10"), ("", "", "", "", "0.00", "", "0.00"))
    assert not [item for item in found.items if item["item"] in (NAME, "")]
    assert "amount.not_a_number" in rules(found)
    assert not accused(found)


def test_amounts_of_a_row_that_may_be_the_rest_of_another_were_proved_under_half_a_name() -> None:
    found = torn(("一般行政", "", "", ""), ("", "", "", "管理事务", "100.00", "", "100.00"))
    assert not [item for item in found.items if item["item"] == "管理事务"]
    assert "row.torn" in rules(found)
    assert not accused(found)


def test_a_body_without_a_code_at_the_head_of_a_page_is_no_rest() -> None:
    header = (("单位", "功能分类科目编码", "功能分类科目名称", "预算数"),)
    widths = (200, 100, 200, 100)
    above = (*header, ("示例市示范局", "", "", "100.00"), ("", "2010301", "行政运行", "100.00"))
    below = (("示例市示范中心", "", "", "200.00"), ("", "2010302", "一般行政管理事务", "200.00"))
    title = "2024年部门一般公共预算支出表"
    found = read(
        Page(captions(title), [Grid(60, 120, widths, 24, above, size=10)]),
        Page((), [Grid(60, 120, widths, 24, below, size=10)]),
    )
    assert "row.cut" not in rules(found)
    assert "row.torn" not in rules(found)


WITHOUT_A_TITLE = Page((), [Grid(60, 60, (40, 40, 40, 260, 80, 120, 100), 24, (ROWS[3], TOTAL), size=10)])
NO_TABLE = Page([Text(60, 60, "说明：本表不含结转。")])
OUTSIDE = Page(
    [
        Text(x, 60, word, 10)
        for x, word in zip((60, 200, 440, 560), ("2010302", ROWS[3][3], "100.00", "100.00"), strict=True)
    ]
)


@pytest.mark.parametrize(
    "behind",
    [[WITHOUT_A_TITLE], [NO_TABLE, WITHOUT_A_TITLE], [OUTSIDE]],
    ids=["no title", "a page between", "no lines"],
)
def test_who_prints_rows_that_are_not_read_was_said_to_withhold_them(behind: list[Page]) -> None:
    first = Page(captions(), [grid((*HEADER, TOTAL, *ROWS[:3]))])
    assert "row.parts_missing" in accused(read(first)), "with nothing behind it, rows are missing"
    assert not accused(read(first, *behind))


def test_two_codes_in_one_cell_were_one_code_of_two_amounts() -> None:
    rows = (LIST, ("合计", "", "600.00"), *LINES[:3])
    both = (("2010302\n2010303", "一般行政管理事务\n机关服务", "200.00"), (ABOVE, ABOVE, "300.00"))
    page = Page(captions("2024年部门一般公共预算支出表"), [Grid(60, 120, (120, 300, 150), 24, (*rows, *both), size=10)])
    found = read(page)
    assert "20103022010303" not in {item["code"] for item in found.items}
    assert "row.unparted" in rules(found)
    assert not accused(found)


def test_the_sums_above_a_row_whose_code_is_none_were_wrong() -> None:
    rows = (LIST, ("合计", "", "600.00"), *LINES, ("2O10303", "机关服务", "300.00"))
    page = Page(captions("2024年部门一般公共预算支出表"), [Grid(60, 120, (120, 300, 150), 24, rows, size=10)])
    found = read(page)
    assert accused(found) == ["row.code"]
    assert "contradicted" not in {item["status"] for item in found.items}


@pytest.mark.parametrize("printed", ["(100.00)", "-100.00"])
def test_a_row_of_the_other_sign_was_proved_and_rows_said_to_be_withheld(printed: str) -> None:
    found = read(expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:4], printed, "", printed), TOTAL)))
    assert {item["status"] for item in found.items if item["amount"] < 0} == {"in_doubt"}
    assert (rules(found), accused(found)) == (["row.sign"], [])
