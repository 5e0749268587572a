"""Tables with lines between some of their columns or rows only: where their rows and columns are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.ruled import Line, rule
from yusuan.pipeline.layout.cells import Grid, arrange
from yusuan.pipeline.read.page import Character, Page

SIZE = 10.0
COLUMNS = (50.0, 200.0, 300.0, 400.0)
PITCH = 20.0
NAMES = ("税收收入", "增值税", "企业所得税", "非税收入", "合计")


def texts(rows: Sequence[Sequence[str]], top: float, pitch: float = PITCH) -> list[Character]:
    """Rows of words at the left and figures at the right of each column, letters as wide as half their height."""
    found: list[Character] = []
    for number, row in enumerate(rows):
        y = top + number * pitch
        for column, text in enumerate(row):
            wide = SIZE if not text.isascii() else SIZE / 2
            left = COLUMNS[column] + 2 if column == 0 else COLUMNS[column + 1] - 2 - wide * len(text)
            found += [
                Character(letter, left + at * wide, y, left + (at + 1) * wide, y + SIZE)
                for at, letter in enumerate(text)
            ]
    return found


def grids(characters: Sequence[Character], lines: Sequence[Line]) -> tuple[Grid, ...]:
    """The grids of a page that holds nothing else."""
    return arrange(Page(1, 450, 600, tuple(characters), tuple(map(rule, lines)), 0, 0)).grids


def cells(grid: Grid) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[cell.text for cell in grid.row(row)] for row in range(grid.rows)]


BODY = [[name, f"{n + 1},200", f"{n + 3}.50"] for n, name in enumerate(NAMES)]
HEADER = [["项目", "预算数", "决算数"]]
ACROSS: list[Line] = [(50, 100, 400, 100), (50, 120, 400, 120)]
BOTTOM = 120 + PITCH * len(BODY)
FRAME: list[Line] = [*ACROSS, (50, BOTTOM, 400, BOTTOM), *[(x, 100, x, BOTTOM) for x in COLUMNS]]
PAGE = [*texts(HEADER, 105), *texts(BODY, 125)]


def test_rows_without_lines_between_them_were_one_cell() -> None:
    (grid,) = grids(PAGE, FRAME)
    assert cells(grid) == [*HEADER, *BODY]
    assert grid.lattice.inferred


def test_body_that_is_open_below_and_at_its_sides_was_lost() -> None:
    lines: list[Line] = [*ACROSS, (200, 100, 200, BOTTOM), (300, 100, 300, BOTTOM)]
    (grid,) = grids(PAGE, lines)
    assert cells(grid) == [*HEADER, *BODY]


def test_body_of_two_columns_with_one_line_between_them_was_lost() -> None:
    rows = [[row[0], row[1]] for row in BODY]
    lines: list[Line] = [(50, 100, 300, 100), (50, 120, 300, 120), (200, 100, 200, BOTTOM)]
    (grid,) = grids([*texts([["项目", "决算数"]], 105), *texts(rows, 125)], lines)
    assert cells(grid) == [["项目", "决算数"], *rows]


def test_page_with_nothing_but_lines_between_columns_showed_no_table() -> None:
    lines: list[Line] = [(x, 118, x, BOTTOM) for x in COLUMNS[1:-1]]
    (grid,) = grids(texts(BODY, 125), lines)
    assert cells(grid) == BODY
    assert grid.box[0] < 52 and grid.box[2] > 398


def test_last_page_with_lines_between_columns_and_one_below_showed_no_table() -> None:
    lines: list[Line] = [*[(x, 118, x, BOTTOM) for x in COLUMNS[1:-1]], (50, BOTTOM, 400, BOTTOM)]
    (grid,) = grids(texts(BODY, 125), lines)
    assert cells(grid) == BODY
    assert (grid.box[0], grid.box[2]) == (50, 400)


def test_name_over_two_lines_belongs_to_one_row_wherever_its_figures_stand() -> None:
    for figures_at in (0, 6, 12):
        body = [*texts([["增值税", "1,200"], ["", ""], ["", ""], ["企业所得税", "700"], ["合计", "1,900"]], 125, 30)]
        wrapped = [*texts([["国有土地使用权出让收"]], 179), *texts([["入安排的支出"]], 191)]
        figure = texts([["", "2,300"]], 179 + figures_at)
        lines: list[Line] = [*ACROSS, (50, 280, 400, 280), *[(x, 100, x, 280) for x in COLUMNS]]
        (grid,) = grids([*texts(HEADER, 105), *body, *wrapped, *figure], lines)
        assert [row[:2] for row in cells(grid)][1:] == [
            ["增值税", "1,200"],
            ["国有土地使用权出让收入安排的支出", "2,300"],
            ["企业所得税", "700"],
            ["合计", "1,900"],
        ]


def test_heading_without_figures_keeps_a_row_of_its_own() -> None:
    rows = [*BODY[:2], ["转移支付", "", ""], *BODY[2:]]
    lines: list[Line] = [*ACROSS, (50, 250, 400, 250), *[(x, 100, x, 250) for x in COLUMNS]]
    (grid,) = grids([*texts(HEADER, 105), *texts(rows, 125)], lines)
    assert cells(grid) == [*HEADER, *rows]


def test_headings_without_figures_between_all_rows_keep_rows_of_their_own() -> None:
    rows = [row for name, *figures in BODY for row in ([f"其中{name}", "", ""], [name, *figures])]
    lines: list[Line] = [*ACROSS, (50, 250, 400, 250), *[(x, 100, x, 250) for x in COLUMNS]]
    (grid,) = grids([*texts(HEADER, 105), *texts(rows, 122, 12)], lines)
    assert cells(grid) == [*HEADER, *rows]


def test_cell_merged_from_the_header_into_rows_without_lines_is_cut_too() -> None:
    lines: list[Line] = [(50, 100, 400, 100), (200, 120, 400, 120), *FRAME[2:]]
    (grid,) = grids(PAGE, lines)
    assert cells(grid) == [*HEADER, *BODY]


def test_figure_broken_in_a_full_cell_stays_one_cell() -> None:
    # The figure fills its cell and goes on below, beside a name that is broken as well.
    broken = [*texts([["国有土地使用权出让收", "1,234,567,890,123.4"], ["入安排的支出", "5"]], 125, 12)]
    lines: list[Line] = [*ACROSS, (50, 160, 400, 160), *[(x, 100, x, 160) for x in COLUMNS]]
    (grid,) = grids([*texts(HEADER, 105), *broken], lines)
    assert grid.rows == 2
    assert cells(grid)[1][0] == "国有土地使用权出让收入安排的支出"
    assert not grid.lattice.inferred


def test_last_digit_of_a_broken_figure_is_no_row_though_its_cell_has_padding() -> None:
    broken = [
        *texts([["示例市交通管理局", "1,000,763.0"], ["（本级）", "3"]], 125, 12),
        *texts([["", "", "62.70"]], 131),
    ]
    lines: list[Line] = [*ACROSS, (50, 160, 400, 160), *[(x, 100, x, 160) for x in COLUMNS]]
    (grid,) = grids([*texts(HEADER, 105), *broken], lines)
    assert grid.rows == 2
    assert not grid.lattice.inferred


def test_prose_between_upright_lines_is_no_table() -> None:
    prose = texts([["二〇二四年全省收入"], ["比上年增长了不少，"], ["完成预算的大部分。"]], 125)
    assert not grids(prose, [(200, 118, 200, BOTTOM), (300, 118, 300, BOTTOM)])


@pytest.mark.parametrize(
    ("space", "unclear"), [(14.0, True), (20.0, False)], ids=["as far as rows", "nearer than rows"]
)
def test_a_heading_that_fills_its_cell_was_made_the_beginning_of_a_name(space: float, unclear: bool) -> None:
    """Where the line above a name is as near to it as to the row before, nothing tells which it belongs to."""
    names = ["一般公共预算拨款经费收入支出", "人员", "一般公共预算拨款经费收入结余", "设备"]
    tops = [125.0, 139.0, 139.0 + space, 153.0 + space]
    page = [*texts(HEADER, 105)]
    for name, top, figure in zip(names, tops, ("", "1,200", "", "3,400"), strict=True):
        page += texts([[name, figure, figure]] if figure else [[name]], top)
    bottom = tops[-1] + PITCH
    (grid,) = grids(page, [*ACROSS, (50, bottom, 400, bottom), *[(x, 100, x, bottom) for x in COLUMNS]])
    assert bool(grid.lattice.unclear) is unclear
    if not unclear:
        assert [row[0] for row in cells(grid)[1:]] == [names[0] + names[1], names[2] + names[3]]
