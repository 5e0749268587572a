"""What the arithmetic of a table proves, contradicts or leaves in doubt, and how its rows are parts of each other."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sheets import COVER, Rows, counted, printed, read, sheet
from tests.small import rules
from typeset import LEFT
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.prove.chance import digits, weight
from yusuan.pipeline.prove.chance import shown as is_shown
from yusuan.pipeline.prove.shown_sums import Figures, sums_across, sums_down

HEADER = ("功能分类科目编码", "功能分类科目名称", "单位名称", "合计", "基本支出", "项目支出")
ROWS: Rows = (
    ("201", "一般公共服务支出", "", "15.00", "7.00", "8.00"),
    ("20103", "政府办公厅（室）及相关机构事务", "", "15.00", "7.00", "8.00"),
    ("2010301", "行政运行", "示例市示范局", "7.00", "7.00", ""),
    ("2010302", "一般行政管理事务", "示例市示范局", "8.00", "", "8.00"),
    ("205", "教育支出", "", "5.00", "1.00", "4.00"),
    ("20508", "进修及培训", "", "5.00", "1.00", "4.00"),
    ("2050803", "培训支出", "示例市示范局", "5.00", "1.00", "4.00"),
    ("合计", LEFT, LEFT, "20.00", "8.00", "12.00"),
)


def changed(rows: Rows, *cells: tuple[int, int, str]) -> Rows:
    """Rows with other texts in some cells, by row and column from 0."""
    found = [list(row) for row in rows]
    for row, column, text in cells:
        found[row][column] = text
    return found


def table(rows: Rows, title: str = "一般公共预算支出情况表", header: tuple[str, ...] = HEADER) -> Document:
    found = read(COVER, sheet(title, [header, *rows]))
    assert counted(found) == printed(rows)
    return found


def with_status(found: Document, status: str) -> list[tuple[str, str]]:
    return [(item["code"], item["measure"]) for item in found.items if item["status"] == status]


def test_a_table_that_adds_up_is_proved() -> None:
    found = table(ROWS)
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


def test_the_one_figure_that_breaks_two_sums_is_contradicted_and_no_other() -> None:
    found = table(changed(ROWS, (3, 5, "8.50")))
    assert with_status(found, "contradicted") == [("2010302", "project")]
    assert with_status(found, "in_doubt") == []
    (finding,) = [f for f in found.findings if f.severity == "error"]
    assert (finding.printed, f"{finding.expected:.2f}", f"{finding.difference:.2f}") == ("8.50", "80000.00", "5000.00")


def test_where_one_sum_fails_and_no_figure_stands_out_all_of_it_is_in_doubt() -> None:
    rows: Rows = (
        ("2010301", "行政运行", "示例市示范局", "7.00", "", ""),
        ("2010302", "一般行政管理事务", "示例市示范局", "8.00", "", ""),
        ("2050803", "培训支出", "示例市示范局", "4.00", "", ""),
        ("合计", LEFT, LEFT, "20.00", "", ""),
    )
    found = table(rows)
    assert with_status(found, "contradicted") == []
    assert {item["status"] for item in found.items} <= {"in_doubt", "unproved"}


def test_what_rounding_accounts_for_is_no_error() -> None:
    found = table(changed(ROWS, (7, 3, "20.01"), (7, 5, "12.01")))
    assert with_status(found, "contradicted") == with_status(found, "in_doubt") == []


def test_sums_that_mostly_fail_prove_nothing_accuse_nobody_and_are_named() -> None:
    # Rows were left out by the publisher: no total is the sum of what is printed.
    left = [row for n, row in enumerate(ROWS) if n not in (2, 5)]
    rows = changed(left, (0, 3, "99.00"), (3, 3, "77.00"), (5, 3, "555.00"), (1, 3, "42.00"))
    found = table(rows)
    assert with_status(found, "contradicted") == with_status(found, "in_doubt") == []
    assert "table.sums_unclear" in rules(found)
    assert [f for f in found.findings if f.rule in ("column_sum", "grand_total", "row_sum")] == []


@pytest.mark.parametrize("first", ["合计", "总计"])
def test_total_at_the_head_sums_up_what_follows(first: str) -> None:
    total = (first, LEFT, LEFT, *ROWS[-1][3:])
    found = table([total, *ROWS[:-1]])
    assert {item["status"] for item in found.items} == {"proved"}


ACCOUNTS: Rows = (
    ("工资福利支出", "9.00", "9.00", ""),
    ("基本工资", "6.00", "6.00", ""),
    ("津贴补贴", "3.00", "3.00", ""),
    ("商品和服务支出", "6.00", "", "6.00"),
    ("办公费", "2.00", "", "2.00"),
    ("会议费", "4.00", "", "4.00"),
    ("合计", "15.00", "9.00", "6.00"),
)
NAMED = ("部门预算支出经济分类科目名称", "合计", "人员经费", "公用经费")


def test_levels_that_only_the_figures_tell_prove_and_do_not_accuse() -> None:
    title = "一般公共预算基本支出情况表"
    found = table(ACCOUNTS, title, NAMED)
    assert {item["status"] for item in found.items} == {"proved"}
    assert [item["level"] for item in found.items if item["measure"] == "total"] == [1, 2, 2, 1, 2, 2, 0]
    wrong = table(changed(ACCOUNTS, (2, 1, "3.30"), (2, 2, "3.30")), title, NAMED)
    assert with_status(wrong, "contradicted") == []


# Sums of tables that nothing declares.


def figures(rows: list[list[int]]) -> Figures:
    values = np.array(rows, dtype=np.int64)
    return Figures(values, np.ones(values.shape, dtype=np.bool_))


WIDE = [[123456, 100000, 23456], [987654, 900000, 87654], [555123, 555000, 123], [424242, 424000, 242]]


def test_column_that_is_the_sum_of_others_in_every_row_is_shown() -> None:
    instances, totals = sums_across(figures(WIDE))
    assert totals == {0}
    assert [(each.total, each.parts) for each in instances] == [((r, 0), ((r, 1), (r, 2))) for r in range(4)]


def test_sums_of_small_figures_may_be_chance_and_show_nothing() -> None:
    assert sums_across(figures([[3, 1, 2], [4, 2, 2]])) == ([], set())


def test_column_that_is_a_sum_in_half_the_rows_is_none() -> None:
    broken = [[a + 7 * (n % 2), b, c] for n, (a, b, c) in enumerate(WIDE)]
    assert sums_across(figures(broken)) == ([], set())


def test_row_that_is_the_sum_of_those_below_it_is_shown() -> None:
    columns = [[sum(values), *values] for values in zip(*WIDE, strict=True)]
    stacked = [list(row) for row in zip(*columns, strict=True)]
    instances = sums_down(figures(stacked), range(5), set())
    assert {each.total[0] for each in instances} == {0}
    assert all(each.holds and [row for row, _ in each.parts] == [1, 2, 3, 4] for each in instances)


def test_the_same_total_again_and_zeros_at_its_end_say_nothing_against_chance() -> None:
    assert weight([123456, 123456, -123456], 0) == digits(123456, 0) == 6
    assert digits(500000, 0) == 1
    assert digits(123456, 5) < digits(123456, 0)


@pytest.mark.parametrize(("holds", "fails", "expected"), [(20, 0, True), (20, 2, True), (20, 3, False), (5, 1, False)])
def test_a_relation_may_fail_once_for_ten_times_that_it_holds(holds: int, fails: int, expected: bool) -> None:
    assert is_shown(40.0, 10, holds, fails) is expected
