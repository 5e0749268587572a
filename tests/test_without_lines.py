"""Tables without lines between their columns, or without any: read as they are with them, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest

from tests.small import HEADER, ROWS, TOTAL, amounts, expenditure, read, rules
from typeset import Page
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.read import assemble
from yusuan.pipeline.read.page import Character, Rule
from yusuan.pipeline.read.page import Page as ReadPage
from yusuan.pipeline.read.rules import rules as read_rules

Kept = Callable[[Rule], bool]
WITHOUT: dict[str, Kept] = {
    "columns": lambda rule: rule.orientation == "horizontal",
    "any": lambda rule: False,
}


def without(page: Page, kept: Kept) -> Document:
    """A page as it is read where lines are not drawn."""
    all_rules = read_rules
    with patch.object(assemble, "rules", lambda paths: iter([rule for rule in all_rules(paths) if kept(rule)])):
        return read(page)


@pytest.mark.parametrize("lines", WITHOUT)
def test_a_table_without_lines_is_read_as_with_them_and_said_to_have_none(lines: str) -> None:
    page = expenditure((*HEADER, *ROWS, TOTAL))
    ruled, found = read(page), without(page, WITHOUT[lines])
    assert amounts(ruled)
    assert amounts(found) == amounts(ruled)
    assert {item["status"] for item in found.items} == {"proved"}
    assert "page.unruled" in rules(found)
    assert "page.unruled" not in rules(ruled)


@pytest.mark.parametrize("lines", WITHOUT)
def test_nobody_is_accused_by_a_table_without_lines(lines: str) -> None:
    wrong = (*HEADER, *ROWS, (*TOTAL[:-3], "999.00", *TOTAL[-2:]))
    ruled, found = read(expenditure(wrong)), without(expenditure(wrong), WITHOUT[lines])
    assert any(finding.cause == "publisher" for finding in ruled.findings), "the total is accused where lines are drawn"
    assert amounts(found) == amounts(ruled)
    assert not [finding for finding in found.findings if finding.cause == "publisher"]
    assert "contradicted" not in {item["status"] for item in found.items}
    assert "document.unsure" in rules(found)


SIZE = 10.0


def line(top: float, *texts: tuple[float, str]) -> list[Character]:
    """Words of one line, each from where it begins."""
    return [
        Character(letter, x + at * SIZE / 2, top, x + (at + 1) * SIZE / 2, top + SIZE)
        for x, text in texts
        for at, letter in enumerate(text)
    ]


def cells(*lines: list[Character]) -> list[list[str]]:
    """The cells of each row of the one grid of a page without lines; nothing where there is none."""
    page = ReadPage(1, 600, 800, tuple(char for each in lines for char in each), (), 0, 0)
    return [[cell.text for cell in grid.row(row)] for grid in arrange(page).grids for row in range(grid.rows)]


def test_a_word_over_several_columns_spans_those_in_whose_middle_it_stands() -> None:
    found = cells(
        line(100, (345, "其中支出")),
        line(108, (50, "项目名称"), (205, "合计")),
        line(116, (300, "基本"), (350, "项目"), (400, "其他")),
        line(140, (50, "教育支出"), (200, "600.00"), (290, "100.00"), (340, "200.00"), (390, "300.00")),
        line(160, (50, "医疗支出"), (200, "600.00"), (290, "100.00"), (340, "200.00"), (390, "300.00")),
    )
    assert found[0] == ["项目名称", "合计", "其中支出"]
    assert found[1] == ["项目名称", "合计", "基本", "项目", "其他"]
    assert found[2] == ["教育支出", "600.00", "100.00", "200.00", "300.00"]


def test_a_head_may_stand_in_the_middle_and_figures_at_the_right_end() -> None:
    found = cells(
        line(100, (80, "项目"), (230, "预算数"), (380, "决算数")),
        line(120, (30, "教育支出"), (280, "10.00"), (440, "20.00")),
        line(140, (30, "医疗支出"), (280, "30.00"), (440, "40.00")),
    )
    assert found[1:] == [["教育支出", "10.00", "20.00"], ["医疗支出", "30.00", "40.00"]]


def test_a_name_in_two_lines_beside_its_figures_is_one_row() -> None:
    rows = [
        line(120 + 40 * number, (30, "机关事业单位"))
        + line(126 + 40 * number, (280, f"{number}1.00"), (440, f"{number}2.00"))
        + line(132 + 40 * number, (30, "养老保险"))
        for number in range(1, 4)
    ]
    found = cells(line(130, (30, "项目"), (280, "预算数"), (440, "决算数")), *rows)
    assert [row[0] for row in found[1:]] == ["机关事业单位养老保险"] * 3
    assert [row[1] for row in found[1:]] == ["11.00", "21.00", "31.00"]


@pytest.mark.parametrize(
    "lines",
    [
        [line(120, (30, "教育支出"), (280, "10.00")), line(140, (30, "医疗支出"), (280, "30.00"), (440, "40.00"))],
        [
            line(100, (30, "项目"), (280, "预算数")),
            line(120, (30, "教育支出"), (280, "10.00"), (440, "20.00")),
            line(140, (30, "医疗支出"), (280, "30.00"), (440, "40.00")),
        ],
        [
            line(100, (30, "科目编码"), (75, "科目名称"), (280, "预算数"), (440, "决算数")),
            line(120, (30, "2050101"), (66, "教育支出"), (280, "10.00"), (440, "20.00")),
            line(140, (30, "20501教育管理事务支出"), (280, "10.00"), (440, "20.00")),
        ],
        [
            line(100, (30, "本年收入为10.00万元，其中财政拨款9.00万元，其他收入1.00万元。")),
            line(120, (30, "本年支出为10.00万元，其中基本支出9.00万元，项目支出1.00万元。")),
        ],
    ],
    ids=["no header", "a column without a head", "codes that run into names", "prose"],
)
def test_what_is_not_clear_is_no_table(lines: list[list[Character]]) -> None:
    assert cells(*lines) == []
