"""Tables without lines between their columns, or without any: read as they are with them, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest

from tests.small import HEADER, ROWS, TOTAL, amounts, captions, expenditure, grid, read, rules
from typeset import Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.layout.unruled import spanning
from yusuan.pipeline.layout.unruled.spanning import Spanning
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


def test_what_looks_like_a_table_but_is_none_makes_no_accusation_a_doubt() -> None:
    wrong = expenditure((*HEADER, *ROWS, (*TOTAL[:-3], "999.00", *TOTAL[-2:])))
    shares = [
        ("年份", "收入占比", "支出占比"),
        *((str(2020 + year), f"{20 + year}.50", f"{79 - year}.50") for year in range(4)),
    ]
    words = [
        Text(100 + 150 * at, 100 + 20 * number, word)
        for number, row in enumerate(shares)
        for at, word in enumerate(row)
    ]
    chart = Page(words, size=(842, 595))
    seen = read(chart, wrong).seen
    assert seen and seen.layouts[0].unruled
    found = read(wrong, chart)
    assert [finding.rule for finding in found.findings if finding.cause == "publisher"] == [
        finding.rule for finding in read(wrong).findings if finding.cause == "publisher"
    ]


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
        + line(126 + 40 * number, (90, f"{number}1.00"), (150, f"{number}2.00"))
        + line(132 + 40 * number, (30, "养老保险"))
        for number in range(1, 4)
    ]
    found = cells(line(130, (40, "项目"), (90, "预算数"), (150, "决算数")), *rows)
    assert [row[0] for row in found[1:]] == ["机关事业单位养老保险"] * 3
    assert [row[1] for row in found[1:]] == ["11.00", "21.00", "31.00"]


def test_a_word_may_be_wider_than_the_columns_that_it_spans() -> None:
    rows = [
        line(top, (72, "301"), (117, f"{top - 100:02}"), (147, "基本工资"), (400, "10.00")) for top in (130, 150, 170)
    ]
    found = cells(
        line(100, (240, "名称"), (405, "金额")),
        line(90, *[(59 + 11 * at, letter) for at, letter in enumerate("经济分类科目编码")]),
        line(110, (74, "类"), (118, "款")),
        *rows,
    )
    assert found[0] == ["经济分类科目编码", "名称", "金额"]
    assert found[2] == ["301", "30", "基本工资", "10.00"]


def test_a_row_whose_name_stands_in_another_column_is_not_proved() -> None:
    moved = (*HEADER, *ROWS, ("", "", "", "", "300.00", "200.00", "100.00"))
    found = without(expenditure(moved), WITHOUT["any"])
    assert "row.no_item" in rules(found) or not found.items
    nameless = [item["status"] for item in found.items if not item["item"]]
    assert not nameless or set(nameless) == {"in_doubt"}


def test_rows_below_a_heading_that_is_not_understood_are_not_proved() -> None:
    # It may be pieces of two, so that the rows are called otherwise.
    rows = (
        ("科目编码", "科目名称", "称支功", "合计", "基本支出", "项目支出"),
        *(("".join(row[:3]), row[3], "甲类科目", *row[4:]) for row in ROWS),
        ("", "合计", "", *TOTAL[-3:]),
    )
    page = Page(captions(), [grid(rows, (80, 200, 120, 100, 100, 100))])
    ruled, found = read(page), without(page, WITHOUT["any"])
    assert "table.unknown_column" in rules(ruled)
    assert {item["status"] for item in ruled.items} == {"proved"}
    assert amounts(found) == amounts(ruled)
    assert {item["status"] for item in found.items} == {"in_doubt"}


def test_many_words_over_columns_are_shared_out_soon() -> None:
    # Each may stand over two columns or four, in many ways together.
    over = [(70 + 90.0 * number, "其中") for number in range(20)]
    heads = [(40 + 45.0 * number, "项目") for number in range(40)]
    figures = [(40 + 45.0 * number, "1.00") for number in range(40)]
    tried: list[object] = []
    one = spanning._agree

    def agree(a: Spanning, b: Spanning, height: float) -> bool:
        tried.append(a)
        return one(a, b, height)

    with patch.object(spanning, "_agree", agree):
        cells(line(80, *over), line(100, *heads), line(120, *figures), line(140, *figures))
    assert len(tried) < 100_000


def test_a_figure_that_stands_nearer_to_the_next_head_is_of_the_column_in_whose_middle_its_head_is() -> None:
    # The third column is blank, and the figures of the second end just before its head.
    found = cells(
        line(100, (75, "项目"), (245, "预算数"), (347, "决算数"), (445, "增减")),
        line(120, (30, "教育支出"), (285, "1,010.00"), (465, "20.00")),
        line(140, (30, "医疗支出"), (300, "30.00"), (465, "40.00")),
    )
    assert found[1:] == [["教育支出", "1,010.00", "", "20.00"], ["医疗支出", "30.00", "", "40.00"]]


def test_a_total_in_the_middle_of_two_columns_is_one_cell() -> None:
    found = cells(
        line(100, (40, "编码"), (95, "名称"), (180, "预算数")),
        line(120, (60, "合"), (80, "计"), (190, "100.00")),
        line(140, (30, "20501"), (70, "教育支出"), (195, "50.00")),
        line(160, (30, "20502"), (70, "医疗卫生支出"), (195, "50.00")),
    )
    assert found[1] == ["合计", "100.00"]
    assert found[2:] == [["20501", "教育支出", "50.00"], ["20502", "医疗卫生支出", "50.00"]]


def test_a_line_that_is_no_part_of_a_name_is_a_row() -> None:
    rows = [
        line(120 + 12 * number, (30, name), *([(150, f"{number}0.00")] if figure else []))
        for number, (name, figure) in enumerate((("收入小计", True), ("上年结转", False), ("收入合计", True)))
    ]
    found = cells(line(100, (60, "项目"), (150, "预算数")), *rows, line(156, (30, "支出合计"), (150, "30.00")))
    assert [row[0] for row in found[1:]] == ["收入小计", "上年结转", "收入合计", "支出合计"]


BETWEEN = [Rule("vertical", x, 90, 240) for x in (20.0, 65.0, 150.0)]
AROUND = [Rule("horizontal", y, 20, 150) for y in (90.0, 115.0, 240.0)]


def test_names_of_several_lines_go_with_the_figures_that_stand_in_their_middle() -> None:
    # No line is drawn between the rows, and all lines of names are as far from each other.
    rows = [
        *line(120, (25, "城乡社区环境")),
        *line(126, (110, "10.00")),
        *line(132, (25, "卫生")),
        *line(144, (25, "教育")),
        *line(144, (110, "20.00")),
        *line(156, (25, "国有土地使用权")),
        *line(168, (25, "出让收入安排的")),
        *line(168, (110, "30.00")),
        *line(180, (25, "支出")),
    ]
    page = ReadPage(1, 600, 800, (*line(100, (38, "项目"), (110, "金额")), *rows), (*BETWEEN, *AROUND), 0, 0)
    (found,) = arrange(page).grids
    assert [[cell.text for cell in found.row(row)] for row in range(1, found.rows)] == [
        ["城乡社区环境卫生", "10.00"],
        ["教育", "20.00"],
        ["国有土地使用权出让收入安排的支出", "30.00"],
    ]
    assert not found.lattice.unclear


def test_names_that_may_be_of_either_row_are_said_to_be_unclear() -> None:
    rows = [
        *line(120, (25, "国有土地使用权"), (110, "10.00")),
        *line(132, (25, "出让收入安排的")),
        *line(144, (25, "教育支出"), (110, "20.00")),
        *line(156, (25, "合计"), (110, "30.00")),
    ]
    page = ReadPage(1, 600, 800, (*line(100, (38, "项目"), (110, "金额")), *rows), (*BETWEEN, *AROUND), 0, 0)
    (found,) = arrange(page).grids
    assert found.lattice.unclear == ((115.0, 240.0),)


def test_the_next_page_goes_on_in_the_columns_of_the_table_before() -> None:
    def page(number: int, *lines: list[Character]) -> ReadPage:
        return ReadPage(number, 600, 800, tuple(char for each in lines for char in each), (), 0, 0)

    rows = [line(top, (30, "教育支出"), (165, "1,010.00"), (245, "20.00")) for top in (120, 140, 160)]
    first = arrange(page(1, line(100, (60, "项目"), (170, "预算数"), (240, "决算数")), *rows))
    second = arrange(page(2, *rows), first)
    assert [grid.lattice.xs for grid in second.grids] == [grid.lattice.xs for grid in first.grids]
    moved = [line(top, (30, "教育支出"), (150, "1,010.00"), (230, "20.00")) for top in (120, 140, 160)]
    assert not arrange(page(2, *moved), first).grids
    assert not arrange(page(2, *rows)).grids


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
            line(100, (30, "项目"), (180, "合计"), (340, "基本支出"), (505, "项目支出")),
            line(120, (30, "教育支出"), (180, "10.00"), (470, "10.00")),
            line(140, (30, "医疗支出"), (180, "30.00"), (470, "30.00")),
        ],
        [
            line(100, (265, "一般公共预算")),
            line(118, (30, "项目"), (230, "小计"), (270, "基本"), (330, "项目")),
            line(140, (30, "教育支出"), (220, "10.00"), (265, "10.00"), (355, "20.00")),
            line(160, (30, "医疗支出"), (220, "30.00"), (265, "30.00"), (355, "40.00")),
        ],
        [
            line(100, (280, "一般公共预算")),
            line(118, (30, "项目"), (150, "合计"), (265, "小计"), (315, "基本")),
            line(140, (30, "教育支出"), (285, "10.00"), (330, "10.00")),
            line(160, (30, "医疗支出"), (285, "30.00"), (330, "30.00")),
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
    ids=[
        "no header",
        "a column without a head",
        "figures between two heads",
        "a word that may span more",
        "a head or a word that spans",
        "codes that run into names",
        "prose",
    ],
)
def test_what_is_not_clear_is_no_table(lines: list[list[Character]]) -> None:
    assert cells(*lines) == []
