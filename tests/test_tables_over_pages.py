"""Titles and headers that publishers repeat, cut and number, and where a table goes on or another begins."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from benchmarks.layout import Figure, count, reach
from tests import small
from tests.small import HEADER, ROWS, TOTAL, captions, grid
from typeset import ABOVE, LEFT, Grid, Page, Text, document
from yusuan.pipeline.layout.captions import core, looks_like_title, read_caption, years
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.layout.header import header_columns, header_rows
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.layout.tables import logical_tables
from yusuan.pipeline.read.pdf import read

UNKNOWN = "基本支出预算情况表"
WIDTHS = (60, 200, 120, 120)
PLAIN = (
    ("编码", "名称", "上年", "本年"),
    ("201", "一般公共服务支出", "30.00", "20.00"),
    ("合计", LEFT, "30.00", "20.00"),
)


def tables(*pages: Page) -> list[LogicalTable]:
    """The logical tables of typeset pages, where no title is declared."""
    return logical_tables([arrange(page) for page in read(document(list(pages))).pages])


def page(rows: Sequence[Sequence[str]], title: str = UNKNOWN, widths: Sequence[float] = WIDTHS) -> Page:
    """A page with one table of four columns."""
    return Page(captions(title=title), [grid(rows, widths)])


def spans(found: Sequence[LogicalTable]) -> list[tuple[str, list[int]]]:
    """The title of each table, and the pages it stands on."""
    return [(table.caption.title, [fragment.grid.page for fragment in table.fragments]) for table in found]


def rest(number: int) -> tuple[tuple[str, ...], ...]:
    """Header and two rows of their own for a page."""
    return (
        PLAIN[0],
        (f"2{number:02}", f"支出{number}", "1.00", "2.00"),
        (f"3{number:02}", f"费{number}", "1.00", "2.00"),
    )


def test_title_printed_on_three_pages_of_its_table_was_taken_for_a_running_head() -> None:
    assert spans(tables(*(page(rest(n)) for n in range(1, 5)))) == [(UNKNOWN, [1, 2, 3, 4])]


def test_running_head_above_other_titles_is_no_title() -> None:
    head = Text(60, 20, "示例市示范局公开报表")
    pages = [page(rest(n), f"第{word}类支出情况表") for n, word in enumerate("甲乙丙", 1)]
    pages.append(Page([], [grid(rest(9), WIDTHS)]))
    found = tables(*(Page([head, *printed.texts], printed.grids) for printed in pages))
    assert spans(found) == [("第甲类支出情况表", [1]), ("第乙类支出情况表", [2]), ("第丙类支出情况表", [3, 4])]


def test_total_printed_again_on_each_page_began_another_table() -> None:
    total = ("合计", LEFT, "30.00", "20.00")
    first, second = ((rows[0], total, *rows[1:]) for rows in (rest(1), rest(2)))
    assert spans(tables(page(first), page(second))) == [(UNKNOWN, [1, 2])]


def test_a_page_that_begins_with_a_row_called_like_the_first_one_was_another_table() -> None:
    first = (PLAIN[0], PLAIN[1], ("202", "外交支出", "1.00", "2.00"))
    second = (PLAIN[0], (*PLAIN[1][:2], "5.00", "6.00"), ("203", "国防支出", "1.00", "2.00"), PLAIN[2])
    assert spans(tables(page(first), page(second))) == [(UNKNOWN, [1, 2])]
    assert spans(tables(page((*first, PLAIN[2])), page(second))) == [(UNKNOWN, [1]), (UNKNOWN, [2])]


def test_total_with_other_amounts_begins_another_table() -> None:
    first = (PLAIN[0], ("合计", LEFT, "30.00", "20.00"), *rest(1)[1:])
    second = (PLAIN[0], ("合计", LEFT, "31.00", "20.00"), *rest(2)[1:])
    assert spans(tables(page(first), page(second))) == [(UNKNOWN, [1]), (UNKNOWN, [2])]


@pytest.mark.parametrize("numbers", [("**", "**", "1", "2"), ("栏次", LEFT, "1", "2=1/3*100"), ("甲", "乙", "1", "2")])
def test_columns_numbered_below_the_header_were_rows(numbers: tuple[str, ...]) -> None:
    rows = (PLAIN[0], numbers, *PLAIN[1:])
    (table,) = tables(page(rows))
    assert header_rows(table.fragments[0].grid) == range(2)
    again = (PLAIN[0], numbers, *rest(2)[1:])
    assert spans(tables(page(rows), page(again))) == [(UNKNOWN, [1, 2])]


@pytest.mark.parametrize("among", ["其中：", "其中"])
def test_among_over_several_columns_ended_the_header(among: str) -> None:
    rows = (
        ("科目编码", "小计", among, LEFT),
        (ABOVE, ABOVE, "基本支出", "项目支出"),
        ("201", "3.00", "2.00", "1.00"),
    )
    (table,) = tables(page(rows))
    ruled = table.fragments[0].grid
    assert header_rows(ruled) == range(2)
    assert [column.words[-1] for column in header_columns(ruled, range(2))][2:] == ["基本支出", "项目支出"]


def test_among_as_the_name_of_a_column_ended_the_header() -> None:
    rows = (("编码", "名称", "合计", LEFT), (ABOVE, ABOVE, "小计", "其中：专项资金"), *PLAIN[1:])
    (table,) = tables(page(rows))
    assert header_rows(table.fragments[0].grid) == range(2)


def test_two_tables_side_by_side_were_one_under_one_title() -> None:
    sides = [(60.0, "甲类支出情况表", "单位：元"), (640.0, "乙类支出情况表", "单位：万元")]
    texts = [text for x, title, unit in sides for text in (Text(x + 150, 80, title), Text(x + 400, 100, unit))]
    here = Page(texts, [Grid(x, 120, WIDTHS, 24, PLAIN, size=10) for x, _, _ in sides], size=(1200, 600))
    there = Page([], [Grid(x, 40, WIDTHS, 24, rest(2)[1:], size=10) for x, _, _ in sides], size=(1200, 600))
    found = tables(here, there)
    assert spans(found) == [("甲类支出情况表", [1, 2]), ("乙类支出情况表", [1, 2])]
    assert [table.caption.unit for table in found] == ["元", "万元"]
    assert [[part.grid.box[0] for part in table.fragments] for table in found] == [[60, 60], [640, 640]]


def test_border_a_letter_further_on_the_next_page_cut_the_table_in_two() -> None:
    moved = (60, 206, 114, 120)
    assert spans(tables(page(PLAIN), Page([], [grid(rest(2)[1:], moved, y=40)]))) == [(UNKNOWN, [1, 2])]
    other = (60, 150, 170, 120)
    assert spans(tables(page(PLAIN), Page([], [grid(rest(2)[1:], other, y=40)]))) == [(UNKNOWN, [1]), ("", [2])]


def test_columns_of_another_width_under_the_same_title_and_header_cut_the_table_in_two() -> None:
    assert spans(tables(page(PLAIN), page(rest(2), widths=(60, 150, 170, 120)))) == [(UNKNOWN, [1, 2])]
    changed = (("编码", "名称", "本年", "上年"), *rest(2)[1:])
    assert len(tables(page(PLAIN), page(changed, widths=(60, 150, 170, 120)))) == 2


@pytest.mark.parametrize(
    "title",
    [
        *("表1-12026年收支总表", "表12026年收支总表", "公开01表收支总表", "预算01表 收支总表", "（预算表1）收支总表"),
        *("部门公开表1部门收支总表", "附件2-1收支总表", "收支总表（预算01表）", "收支总表预算01表"),
        *("二○二五年部门收支总表", "二〇二五年度收支总表", "２０２５年收支总表"),
    ],
)
def test_number_or_year_stayed_on_the_title(title: str) -> None:
    assert looks_like_title(title)
    assert core(title, ()) == "收支总表"


def test_years_in_chinese_digits_were_none() -> None:
    assert years(["二○二五年", "二〇二六年度", "２０２４年", "二零一九年"]) == [2025, 2026, 2024, 2019]
    assert years(["十二年", "三千零二十年"]) == []


def test_brackets_below_a_title_were_lost() -> None:
    said = ["2026年支出明细表", "（按支出功能分类科目-不含上年结转）", "单位：元"]
    assert read_caption(said).title == "2026年支出明细表（按支出功能分类科目-不含上年结转）"


@pytest.mark.parametrize("bracket", ["（2026年度）", "（一级项目）"])
def test_brackets_below_the_title_of_a_form_are_none_of_it(bracket: str) -> None:
    assert read_caption(["部门整体支出绩效目标表", bracket]).title == "部门整体支出绩效目标表"


def test_title_that_wraps_in_the_middle_of_a_word_was_half_a_title() -> None:
    said = ["2024年省级政府性基金转移支", "付分市县决算表（23）", "单位：万元"]
    assert core(read_caption(said).title, ()) == "政府性基金转移支付分市县决算表"


def test_unit_that_wraps_was_lost() -> None:
    assert read_caption(["2026年收支总表", "单位：万", "元"]).unit == "万元"
    assert read_caption(["2026年收支总表", "（单位：万", "元）"]).unit == "万元"


def test_end_of_a_sentence_above_a_table_was_its_title() -> None:
    assert read_caption(["金的财务核算，", "完成记账、报表"]).title == ""


def test_benchmark_counts_what_has_no_cell_no_title_and_no_header() -> None:
    pages = [
        page(PLAIN),
        Page([Text(60, 40, "以下是说明。")], [grid(PLAIN, (60, 100, 240, 60), y=90)]),
        page(PLAIN[1:], "另一情况表"),
    ]
    layouts = [arrange(printed) for printed in read(document(pages)).pages]
    figures = {
        number: [
            Figure(text, (cell.box[0] + cell.box[2]) / 2, (cell.box[1] + cell.box[3]) / 2)
            for cell in layout.grids[0].cells
            for text in ("30.00",)
            if cell.key == text
        ]
        for number, layout in enumerate(layouts, 1)
    }
    assert [step for _, _, step in reach(figures, layouts)] == [5, 5, 3, 3, 4, 4]
    missed = [Figure("31.00", *figures[1][0][1:]), Figure("30.00", 5.0, 5.0)]
    assert [step for _, _, step in reach({1: missed}, layouts)] == [2, 1]
    assert count(list(reach(figures, layouts)))["titled"] == 4


def test_numbered_columns_printed_on_each_page_cut_a_declared_table_in_two() -> None:
    numbers = ("栏次", LEFT, LEFT, LEFT, "1", "2", "3")
    found = small.read(
        Page(captions(), [grid((*HEADER, numbers, *ROWS[:2]))]),
        Page(captions(), [grid((*HEADER, numbers, *ROWS[2:], TOTAL))]),
    )
    plain = small.read(small.expenditure())
    assert (small.amounts(found), small.rules(found)) == (small.amounts(plain), [])


def test_headers_without_rows_under_one_title_on_two_pages_are_read() -> None:
    assert spans(tables(page(PLAIN[:1]), page(PLAIN[:1]))) == [(UNKNOWN, [1]), (UNKNOWN, [2])]
