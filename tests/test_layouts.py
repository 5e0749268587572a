"""What publishers do with the same table, and what must come out of it all the same."""

from __future__ import annotations

from typing import Literal

import pytest

from tests.small import HEADER, ROWS, TITLE, TOTAL, WIDTHS, amounts, captions, expenditure, grid, read, rules
from typeset import LEFT, Grid, Page, Text
from yusuan.pipeline.document.document import Document

PLAIN = amounts(read(expenditure()))


@pytest.mark.parametrize("drawn", ["lines", "thin_rects", "cell_rects"])
@pytest.mark.parametrize("thickness", [0.2, 1, 2])
def test_any_kind_of_ruling(drawn: str, thickness: float) -> None:
    ruled = grid((*HEADER, *ROWS, TOTAL), rules=[drawn, "cell_fills"], thickness=thickness)
    assert amounts(read(Page(captions(), [ruled]))) == PLAIN


def test_white_fills_alone_are_no_table() -> None:
    found = read(
        expenditure(), Page([Text(60, 60, "目录")], [grid([["一、部门职能", "3"]], [300, 60], rules=["cell_fills"])])
    )
    assert rules(found) == []


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_page(rotation: Literal[90, 180, 270]) -> None:
    page = expenditure()
    assert amounts(read(Page(page.texts, page.grids, rotation=rotation))) == PLAIN


def test_continuation_without_a_header() -> None:
    first = Page(captions(), [grid((*HEADER, *ROWS[:2]))])
    found = read(first, Page([], [grid((*ROWS[2:], TOTAL), y=40)]))
    assert (amounts(found), rules(found)) == (PLAIN, [])
    assert [item["row"] for item in found.items] == [item["row"] for item in read(expenditure()).items]


def test_continuation_with_a_header_that_is_merged_differently() -> None:
    other = (("项目", LEFT, LEFT, "支出预算", LEFT, LEFT, LEFT), *HEADER[1:])
    first = Page(captions(), [grid((*HEADER, *ROWS[:2]))])
    found = read(first, Page([], [grid((*other, *ROWS[2:], TOTAL), y=40)]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_grand_total_alone_on_its_page() -> None:
    first = Page(captions(), [grid((*HEADER, *ROWS))])
    merged = Grid(60, 40, (sum(WIDTHS[:4]), *WIDTHS[4:]), 24, [(TOTAL[0], *TOTAL[4:])], size=10)
    found = read(first, Page([], [merged]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_continuation_set_off_to_the_side() -> None:
    first = Page(captions(), [grid((*HEADER, *ROWS[:2]))])
    rest = Grid(90, 40, WIDTHS, 24, (*ROWS[2:], TOTAL), size=10)
    found = read(first, Page([], [rest]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


@pytest.mark.parametrize("title", [TITLE, f"{TITLE}（续）", f"{TITLE}(续表)"])
def test_title_printed_again_on_each_page(title: str) -> None:
    first = Page(captions(), [grid((*HEADER, *ROWS[:2]))])
    found = read(first, Page(captions(title=title), [grid((*HEADER, *ROWS[2:], TOTAL))]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_blank_ruled_rows_alone_on_a_page() -> None:
    blank = [[""] * 7] * 5
    found = read(expenditure(), Page([], [grid(blank, y=40)]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_title_body_and_unit_inside_the_ruled_area() -> None:
    inner = [
        [TITLE, *[LEFT] * 6],
        ["", *[LEFT] * 6],
        ["编制部门：示例市示范局", *[LEFT] * 3, "", "", "单位：元"],
        [""] * 7,
    ]
    found = read(Page([], [grid([*inner, *HEADER, *ROWS, TOTAL], y=40)]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_title_at_the_foot_of_the_page_before() -> None:
    texts = [
        Text(421, 500, TITLE, 18, "center"),
        Text(60, 530, "编制部门：示例市示范局"),
        Text(740, 530, "单位：元", align="right"),
    ]
    found = read(Page(texts), Page([], [grid((*HEADER, *ROWS, TOTAL), y=40)]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_two_tables_on_one_page() -> None:
    other = [Text(421, 340, "2024年部门收入预算总表", 18, "center"), Text(740, 360, "单位：元", align="right")]
    header = (
        ("项目", LEFT, LEFT, LEFT, "收入预算", LEFT, LEFT),
        (*HEADER[1][:4], "合计", "财政拨款收入", "其他收入"),
        HEADER[2],
    )
    second = grid((*header, *ROWS, TOTAL), y=380)
    page = expenditure()
    found = read(Page([*page.texts, *other], [*page.grids, second], size=(841, 700)))
    assert rules(found) == []
    assert len(found.items) == 26
    assert {item["table"] for item in found.items} == {"expenditure_summary", "revenue_summary"}


def test_outer_borders_left_out() -> None:
    whole = grid((*HEADER, *ROWS, TOTAL), rules=["cell_fills"])
    lines = []
    heights = [120 + 24 * n for n in range(len(whole.rows) + 1)]
    from tests.ruled import ruled_page

    lines = [(60, y, 740, y) for y in heights]
    lines += [(x, 120, x, heights[-1]) for x in (380, 500, 620)]
    lines += [(x, 168, x, heights[-2]) for x in (100, 140)] + [(180, 144, 180, heights[-2])]
    found = ruled_page(Page(captions(), [whole]), lines)
    assert found == PLAIN


def test_header_row_that_numbers_the_columns() -> None:
    for numbers in (("栏次", LEFT, LEFT, LEFT, "1", "2", "3"), ("1", "2", "3", "4", "5", "6", "7")):
        found = read(expenditure((*HEADER, numbers, *ROWS, TOTAL)))
        assert (amounts(found), rules(found)) == (PLAIN, [])


def test_label_and_name_far_apart() -> None:
    texts = [
        *captions()[:1],
        Text(60, 90, "编制部门："),
        Text(260, 90, "示例市示范局"),
        Text(640, 90, "单位："),
        Text(740, 90, "元"),
    ]
    found = read(Page(texts, [grid((*HEADER, *ROWS, TOTAL))]))
    assert found.publication
    assert found.publication.entity == "示例市示范局"
    assert amounts(found) == PLAIN


def test_code_parts_are_padded() -> None:
    rows = (
        *HEADER,
        *ROWS[:1],
        ("201", "3", "", ROWS[1][3], *ROWS[1][4:]),
        ("201", "3", "1", *ROWS[2][3:]),
        ROWS[3],
        TOTAL,
    )
    assert amounts(read(expenditure(rows))) == PLAIN


def test_blank_zero_and_dash_are_not_the_same() -> None:
    rows = (*HEADER, *ROWS[:2], ("201", "03", "01", "行政运行", "200.00", "200.00", "-"), ROWS[3], TOTAL)
    found = read(expenditure(rows))
    zero = next(item for item in found.items if (item["code"], item["measure"]) == ("2010301", "project"))
    assert (f"{zero['amount']:.2f}", zero["printed"]) == ("0.00", "-")
    assert ("2010302", "一般行政管理事务", "basic") not in amounts(found)


def test_radicals_full_width_digits_and_spaces_are_read_as_meant() -> None:
    rows = (
        *HEADER[:1],
        ("功能分类科⽬编码", LEFT, LEFT, "功能分类科⽬名称", "合　计", "基 本 支 出", "项⽬支出"),
        HEADER[2],
        ("２０１", "", "", "⼀般公共服务⽀出", "３００．００", "200.00", "100.00"),
        *ROWS[1:],
        TOTAL,
    )
    found = read(expenditure(rows))
    assert (amounts(found), rules(found)) == (PLAIN, [])
    assert found.items[0]["printed"] == "３００．００"


def test_bold_that_is_printed_twice_is_read_once() -> None:
    page = expenditure()
    shifted = Grid(60.4, 120.2, WIDTHS, 24, page.grids[0].rows, size=10, rules=["cell_fills"])
    found = read(Page(page.texts, [*page.grids, shifted]))
    # The grounds of the second printing cover the first.
    assert (amounts(found), rules(found)) == (PLAIN, ["page.hidden"])


def set_too_high(raised: float, pitch: float = 14) -> Document:
    """A table in which every text stands so many points too high in its row."""
    rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("201", "一般公共服务支出", "300.00", "200.00", "100.00"),
        ("20103", "政府办公厅及相关机构事务", "300.00", "200.00", "100.00"),
        ("2010301", "行政运行", "200.00", "200.00", ""),
        ("2010302", "一般行政管理事务", "100.00", "", "100.00"),
        ("", "合计", "300.00", "200.00", "100.00"),
    )
    widths = (100, 200, 120, 120, 120)
    texts = [
        Text(62 + sum(widths[:column]), 120 + pitch * number + (pitch - 10) / 2 - raised, text, 10)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]
    blank = [[""] * len(widths) for _ in rows]
    return read(Page([*captions(), *texts], [Grid(60, 120, widths, pitch, blank, size=10, grow=False)]))


@pytest.mark.parametrize("raised", [-4, -3, 3, 4])
def test_rows_that_are_set_too_high_or_low_keep_their_names(raised: float) -> None:
    assert amounts(set_too_high(raised)) == amounts(set_too_high(0))


def test_letters_that_a_spreadsheet_cuts_off_belong_to_the_cell_above() -> None:
    rows = [["采购品目大类", "采购组织形", "总计"], ["合计", "", "5.00"], ["一、货物A", "", "5.00"]]
    title = captions(title="2024年政府采购预算表")
    page = Page([*title, Text(190, 140, "式", 12)], [Grid(60, 120, (120, 75, 100), 24, rows, size=12, grow=False)])
    document = read(page)
    assert [item["item"] for item in document.items] == ["合计", "货物A"]
