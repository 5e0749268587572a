"""Tables that nothing declares: each figure is in other_items once, with its names, or counted as unread."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sheets import COVER, Rows, counted, printed, read, sheet
from typeset import ABOVE, LEFT
from yusuan.pipeline.normalize.figures import unit_in

STRANGE: Rows = (
    ("序号", "奇怪事项", "数量", "来龙", "去脉", LEFT),
    (ABOVE, ABOVE, ABOVE, ABOVE, "东", "西"),
    ("1", "甲", "3", "1,234.56", "1,000.50", "234.06"),
    ("2", "乙", "4", "9,876.54", "9,000.04", "876.50"),
    ("3", "丙", "5", "5,551.23", "5,000.11", "551.12"),
    ("合计", LEFT, "12", "16,662.33", "15,000.65", "1,661.68"),
)


def test_figures_of_an_unknown_table_have_the_names_of_their_rows_and_columns() -> None:
    found = read(COVER, sheet("奇怪情况表", STRANGE))
    money = {(row["row"], row["column"]): row for row in found.others if row["amount"] is not None}
    assert counted(found) >= printed(STRANGE)
    first = money[1, 5]
    assert (first["row_names"], first["column_names"], first["amount"]) == ("甲", "去脉／东", 10_005_000)
    assert {row["title"] for row in found.others} == {"奇怪情况表"}
    assert found.unread == 0


def test_a_blank_column_of_money_between_others_was_taken_for_the_names_of_the_rows_behind_it() -> None:
    rows = (
        ("科目名称", "合计", "经营支出", "奇怪支出"),
        ("教育支出", "1,234.56", "", "234.56"),
        ("卫生健康支出", "2,345.67", "", "345.67"),
    )
    found = read(COVER, sheet("奇怪情况表", rows))
    assert [(row["row_names"], row["printed"]) for row in found.others if row["column_names"] == "奇怪支出"] == [
        ("教育支出", "234.56"),
        ("卫生健康支出", "345.67"),
    ]


def test_an_unknown_table_that_adds_up_is_proved_by_itself_and_a_count_is_no_money() -> None:
    found = read(COVER, sheet("奇怪情况表", STRANGE))
    assert {row["status"] for row in found.others if row["amount"] is not None} == {"proved"}
    assert {row["amount"] for row in found.others if row["column_names"] == "数量"} == {None}


def test_a_row_of_an_unknown_table_that_does_not_add_up_is_not_proved() -> None:
    rows = [*STRANGE[:3], ("2", "乙", "4", "9,999.54", "9,000.04", "876.50"), *STRANGE[4:]]
    found = read(COVER, sheet("奇怪情况表", rows))
    assert counted(found) >= printed(rows)
    assert {row["status"] for row in found.others if row["printed"] == "9,999.54"} == {"unproved"}


@pytest.mark.parametrize("cell", ["1,00.23.4", "12.3４.5"])
def test_what_looks_like_a_figure_and_is_none_is_counted_as_unread_or_left_as_text(cell: str) -> None:
    rows = [*STRANGE[:3], ("2", "乙", "4", cell, "9,000.04", "876.50"), *STRANGE[4:]]
    found = read(COVER, sheet("奇怪情况表", rows))
    assert all(row["printed"] != cell for row in found.others)


CELLS = st.one_of(
    st.just(""),
    st.decimals(min_value=0, max_value=99_999, places=2).map(lambda number: f"{number:,.2f}"),
    st.decimals(min_value=-999, max_value=0, places=2).map(lambda number: f"{number:,.2f}"),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=6), st.sampled_from(["奇怪", "支出", "收支"]))
def test_every_figure_of_any_table_is_there_exactly_once(cells: list[tuple[str, str, str]], about: str) -> None:
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    rows = [header, *((f"20103{n:02}", f"甲{n}", *row) for n, row in enumerate(cells, start=1))]
    found = read(COVER, sheet(f"{about}情况表", rows))
    assert counted(found) == printed(rows)
    assert found.unread == 0


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (["单位：万元"], "万元"),
        (["金额（元）"], "元"),
        (["单位：万元", "金额（元）"], ""),
        (["公元2026年"], ""),
        (["万美元"], ""),
        (["元/人"], ""),
    ],
)
def test_units_of_money(texts: list[str], unit: str) -> None:
    assert unit_in(texts) == unit


def test_no_letter_is_a_digit_or_a_sign_of_a_number_in_any_form() -> None:
    """Texts of letters alone are not looked at for figures."""
    letters = filter(str.isalpha, map(chr, range(sys.maxunicode + 1)))
    assert not [char for char in letters if re.search(r"[\d+,.%¥￥\-—–―−]", unicodedata.normalize("NFKC", char))]
