"""Rows that a page break cuts in two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from typeset import Grid, Page, document
from yusuan.pipeline.extract.cut_rows import is_cut
from yusuan.pipeline.layout.cells import Grid as Read
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.read.pdf import read

WIDTHS = (80, 90, 90)
UPPER = (("单位名称", "总计", "小计"), ("示例市示范分局", "30.00", "30.00"), ("示例市公安局", "70.00", "70.00"))


def grids(lower: str, drawn: bool) -> tuple[Read, Read]:
    """The tables of two pages, the first with or without its last line."""
    rows = ((lower, "", ""), ("示例市示范中心", "10.00", "10.00"))
    pages = [Page([], [Grid(60, 80, WIDTHS, 20, found)]) for found in (UPPER, rows)]
    first, second = read(document(pages)).pages
    last = max(rule.position for rule in first.rules if rule.orientation == "horizontal")
    lines = [rule for rule in first.rules if drawn or rule.orientation == "vertical" or rule.position < last - 2]
    upper, *_ = arrange(replace(first, rules=tuple(lines))).grids
    below, *_ = arrange(second).grids
    return upper, below


@pytest.mark.parametrize("drawn", [True, False])
def test_a_name_cut_within_the_name_of_a_body_was_that_of_another_body(drawn: bool) -> None:
    """示例市公安局 / 治安分局 is one body where no line is drawn below the first half, and two where one is."""
    upper, below = grids("治安分局", drawn)
    assert upper.rows == len(UPPER)
    assert upper.lattice.open_below is not drawn
    assert is_cut(upper, below, 0, ()) is not drawn


def test_a_row_with_amounts_of_its_own_is_no_rest_below_an_open_one() -> None:
    upper, below = grids("治安分局", drawn=False)
    assert not is_cut(upper, below, 1, ())


def test_a_page_with_nothing_but_the_open_rest_of_a_row_was_no_table() -> None:
    """One line across, below the rest: the name above it was proved without its end."""
    (page,) = read(document([Page([], [Grid(60, 80, WIDTHS, 20, (("市场服务中心", "", ""),))])])).pages
    first = min(rule.position for rule in page.rules if rule.orientation == "horizontal")
    lines = [rule for rule in page.rules if rule.orientation == "vertical" or rule.position > first + 2]
    (grid,) = arrange(replace(page, rules=tuple(lines))).grids
    assert [cell.text for cell in grid.row(0)] == ["市场服务中心", "", ""]
    upper, _ = grids("", drawn=False)
    assert is_cut(upper, grid, 0, ())
