"""The typesetter's Python interface: what is set is what a reader of the PDF finds."""

from __future__ import annotations

import io
from typing import Literal, get_args

import pdfplumber
import pytest
from pdfplumber.page import Page as ReadPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from typeset import ABOVE, LEFT, Cell, Grid, Page, Text, document, grid_bottom
from typeset.font import width, wrap
from typeset.ink import PAD
from typeset.page import Rules

ROWS = [["项目", LEFT, "预算数"], ["类", "款", ABOVE], ["201", "", "1.00"], ["合计", LEFT, "1.00"]]
READ = [["项目", None, "预算数"], ["类", "款", None], ["201", "", "1.00"], ["合计", None, "1.00"]]


def grid(*rules: Rules) -> Grid:
    return Grid(60, 100, [100, 80, 80], 24, ROWS, "clr", rules=rules or ("thin_rects",))


def opened(content: bytes, password: str = "") -> PDF:
    return pdfplumber.open(io.BytesIO(content), password=password)


def only_page(page: Page) -> ReadPage:
    return opened(document([page])).pages[0]


@pytest.mark.parametrize("rules", get_args(Rules))
def test_each_way_of_ruling_gives_the_same_table(rules: Rules) -> None:
    page = only_page(Page(grids=[grid(rules)]))
    assert [table.extract() for table in page.find_tables()] == [READ]
    assert bool(page.lines) == (rules == "lines")
    assert bool(page.rects) == (rules != "lines")


def test_thin_rects_are_one_for_each_stretch() -> None:
    page = only_page(Page(grids=[grid("thin_rects")]))
    level = [rect for rect in page.rects if rect["height"] < 2]
    level.sort(key=lambda rect: rect["top"])
    assert [round(rect["width"]) for rect in level] == [261, 181, 261, 261, 261]


def test_positions_count_from_the_top_left_corner() -> None:
    page = only_page(Page([Text(100, 50, "预算", 20), Text(400, 50, "预算", 20, "right")], [grid("lines")]))
    large = [char for char in page.chars if char["size"] == 20]
    assert (large[0]["x0"], large[-1]["x1"]) == (pytest.approx(100), pytest.approx(400))
    assert 45 < large[0]["top"] < 60
    assert page.find_tables()[0].bbox == pytest.approx((60, 100, 320, 196), abs=1)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_rotated_page_reads_upright(rotation: Literal[90, 180, 270]) -> None:
    page = only_page(Page([Text(60, 60, "收支总表")], [grid()], rotation=rotation))
    assert (page.rotation, page.width, page.height) == (rotation, 841.85, 595.25)
    assert "收支总表" in page.extract_text()
    assert [table.extract() for table in page.find_tables()] == [READ]


def test_password() -> None:
    locked = document([Page([Text(60, 60, "收支总表")])], password="secret")
    assert locked == document([Page([Text(60, 60, "收支总表")])], password="secret")
    assert opened(locked, "secret").pages[0].extract_text() == "收支总表"
    with pytest.raises(PdfminerException):
        opened(locked)


def test_long_text_wraps_and_its_row_grows() -> None:
    tall = Grid(60, 100, [60], 24, [["一般公共预算支出功能分类预算表"], ["合计"]])
    page = only_page(Page(grids=[tall]))
    (table,) = page.find_tables()
    assert table.extract() == [["一般公共\n预算支出\n功能分类\n预算表"], ["合计"]]
    assert grid_bottom(tall) == pytest.approx(table.bbox[3], abs=1)


def test_wrap_keeps_numbers_and_marks_together() -> None:
    assert wrap("预算1,212.12万元，其中", 10, 50) == ["预算", "1,212.12万", "元，其中"]
    assert wrap("预算支出（款）", 10, 50) == ["预算支出", "（款）"]
    assert wrap("预算支出预。", 10, 50) == ["预算支出", "预。"]
    assert wrap("增加100%。", 10, 40, indent=20) == ["增加", "100%。"]
    assert all(width(line, 10) <= 40 for line in wrap("100000000000000", 10, 40))


def test_radicals_and_tick_boxes_come_out_as_written() -> None:
    text = "⼀⽬⻔□☐■☑√≥≤“”…—"
    assert only_page(Page([Text(60, 60, text)])).extract_text() == text


def test_turned_gray_text() -> None:
    page = only_page(Page([Text(200, 200, "样本", 60, turn=90, gray=0.8)]))
    assert [(char["upright"], char["non_stroking_color"]) for char in page.chars] == [(False, (0.8,))] * 2


def test_cell_may_depart_from_its_column() -> None:
    page = only_page(Page(grids=[Grid(60, 100, [200], 24, [[Cell("预", "right", 8)], ["预"]], "l")]))
    small, normal = page.chars
    assert (small["size"], normal["size"]) == (8, 12)
    assert small["x1"] == pytest.approx(260 - PAD)
    assert normal["x0"] == pytest.approx(60 + PAD)


def test_a_character_that_the_font_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="the font has no 𠀀"):
        document([Page([Text(60, 60, "预算𠀀")])])


@pytest.mark.parametrize(
    ("rows", "align", "message"),
    [
        ([["项目"]], "l", "row 1 has 1 cells in 2 columns"),
        ([["项目", "预算数"]], "lrr", "align 'lrr' for 2 columns"),
        ([["项目", ABOVE]], "l", r"row 1, column 2: '\^' belongs to no cell"),
        ([[LEFT, "预算数"]], "l", "row 1, column 1: '<' belongs to no cell"),
    ],
)
def test_a_grid_that_does_not_fit_is_an_error(rows: list[list[str]], align: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        document([Page(grids=[Grid(60, 100, [50, 50], 24, rows, align)])])
