"""Ways in which publishers print units, negative amounts and long codes."""

from __future__ import annotations

import pytest

from tests.sheets import COVER, read
from tests.small import amounts
from typeset import A4_LANDSCAPE, Grid, Page, Text
from yusuan.pipeline.read.negative import signed

ROWS = (
    ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("205", "教育支出", "3.00", "2.00", "1.00"),
    ("20508", "进修及培训", "3.00", "2.00", "1.00"),
    ("2050803", "培训支出", "3.00", "2.00", "1.00"),
    ("", "合计", "3.00", "2.00", "1.00"),
)


@pytest.mark.parametrize(
    "unit",
    ["万元", "（万元）", "单位：人民币万元", "单位：万元（人民币）", "币种：人民币 单位：万元", "金 额 单 位 ： 万 元"],
)
def test_a_unit_is_known_without_its_label_and_with_its_currency(unit: str) -> None:
    texts = [Text(421, 50, "部门支出总表", 18, "center"), Text(760, 90, unit, align="right")]
    found = read(COVER, Page(texts, [Grid(50, 120, [80, 160, 120, 120, 120], 20, ROWS, size=8)], size=A4_LANDSCAPE))
    assert amounts(found)["2050803", "培训支出", "total"] == "30000.00"


def test_a_unit_below_the_word_of_a_column_made_its_header_a_line_above_the_table() -> None:
    rows = [[cell + "（万元）" if cell == "合计" else cell for cell in row] for row in ROWS[:1]] + [
        *map(list, ROWS[1:])
    ]
    grid = Grid(50, 120, [80, 160, 34, 120, 120], 30, rows, size=8)
    found = read(COVER, Page([Text(421, 50, "部门支出总表", 18, "center")], [grid], size=A4_LANDSCAPE))
    assert amounts(found)["2050803", "培训支出", "total"] == "30000.00"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("(2,000.00)", "-2,000.00"),
        ("（2000.5）", "-2000.5"),
        ("–3.00", "-3.00"),
        ("−3.00", "-3.00"),
        ("（1）", "（1）"),
        ("(12)", "（12）"),
        ("(1,000)", "-1,000"),
        ("（2.00）元", "（2.00）元"),
    ],
)
def test_brackets_around_an_amount_are_a_minus(printed: str, meant: str) -> None:
    assert signed(printed) == meant


def test_a_code_that_is_broken_over_lines_was_counted_as_an_amount_that_is_lost() -> None:
    rows = (
        ("项目编码", "项目名称", "合计"),
        ("530000210000000012345", "设备更新", "2.00"),
        ("530000210000000012346", "房屋修缮", "1.00"),
        ("", "合计", "3.00"),
    )
    texts = [Text(421, 50, "项目支出表", 18, "center"), Text(760, 90, "单位：万元", align="right")]
    found = read(COVER, Page(texts, [Grid(50, 120, [60, 160, 120], 30, rows, size=8)], size=A4_LANDSCAPE))
    assert len(found.items) == 3
    assert not found.unread


@pytest.mark.parametrize(
    ("upper", "lower", "read_as"), [("92.40937", "6", "924093.76"), ("1194.332", "831", "11943328.31")]
)
def test_the_last_of_six_decimals_on_a_line_of_their_own_were_another_number(
    upper: str, lower: str, read_as: str
) -> None:
    rows = (("科目编码", "科目名称", "合计"), ("205", "教育支出", f"{upper}\n{lower}"))
    texts = [Text(421, 50, "部门支出总表", 18, "center"), Text(760, 90, "单位：万元", align="right")]
    found = read(COVER, Page(texts, [Grid(50, 120, [80, 160, 48], 30, rows, size=8)], size=A4_LANDSCAPE))
    assert amounts(found)["205", "教育支出", "total"] == read_as


def test_two_numbers_below_each_other_where_there_is_room_are_no_broken_amount() -> None:
    rows = (("科目编码", "科目名称", "合计"), ("205", "教育支出", "92.40\n6"))
    texts = [Text(421, 50, "部门支出总表", 18, "center"), Text(760, 90, "单位：万元", align="right")]
    found = read(COVER, Page(texts, [Grid(50, 120, [80, 160, 48], 30, rows, size=8)], size=A4_LANDSCAPE))
    assert not amounts(found)
