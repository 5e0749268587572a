"""What a page break cuts, and what publishers print only because of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests import small
from tests.small import HEADER, ROWS, TOTAL, WIDTHS, captions, grid
from typeset import LEFT, Cell, Grid, Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.prove.structure import gaps

FOOT = 470.0
WHOLE = small.amounts(small.read(small.expenditure()))
"""What the table gives that stands on one page."""
MORE = (
    ("208", "", "", "社会保障和就业支出", "50.00", "50.00", ""),
    ("208", "05", "", "行政事业单位养老支出", "50.00", "50.00", ""),
    ("208", "05", "05", "机关事业单位基本养老保险缴费支出", "50.00", "50.00", ""),
)
ALL = ("合计", LEFT, LEFT, LEFT, "350.00", "250.00", "100.00")


def at_foot(header: Grid, title: str = small.TITLE) -> Page:
    """A page at whose foot a table begins, with its captions."""
    above = [Text(t.x, t.y + header.y - 120, t.text, t.size, t.align) for t in captions(title)]
    return Page(above, [header])


def statuses(found: Document) -> set[str]:
    """The statuses that amounts have."""
    return {item["status"] for item in found.items}


def again(rows: Sequence[Sequence[str | Cell]], y: float = 40) -> Page:
    """The rest of a table on the next page, without captions."""
    return Page([], [grid(rows, y=y)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (HEADER[:1], ((*HEADER[1][:3], "功能分类科目名称", *HEADER[1][4:]), HEADER[2])),
        (HEADER[:2], (("类", "款", "项", "", "", "", ""),)),
    ],
)
def test_header_cut_by_the_page_lost_its_table(upper: Sequence[Sequence[str]], lower: Sequence[Sequence[str]]) -> None:
    here = at_foot(
        Grid(60, FOOT, WIDTHS, 24, [[text if text != "^" else "" for text in row] for row in upper], size=10)
    )
    found = small.read(here, again((*lower, *ROWS, TOTAL)))
    assert small.amounts(found) == WHOLE
    assert statuses(found) == {"proved"}
    assert not small.rules(found)


def test_table_of_a_header_alone_took_the_table_on_the_next_page() -> None:
    header = Grid(60, 120, (320, 360), 24, [("项目", "支出预算")], size=10)
    found = small.read(Page(captions(), [header]), again((*HEADER, *ROWS, TOTAL)))
    assert not found.items
    assert "table.no_title" in small.rules(found)
    # Where the whole header stands on the next page once more, its upper part above it says nothing new.
    upper = Grid(60, FOOT, (320, 360), 24, [("项目", "支出预算")], size=10)
    found = small.read(at_foot(upper), again((*HEADER, *ROWS, TOTAL)))
    assert not found.items
    assert "table.no_title" in small.rules(found)


@pytest.mark.parametrize(("over", "before"), [("过次页", "承前页"), ("转 下 页", "接上页："), ("本页小计", "")])
@pytest.mark.parametrize("merged", [True, False])
def test_sums_carried_over_to_the_next_page_were_line_items(over: str, before: str, merged: bool) -> None:
    def of(name: str) -> tuple[str, ...]:
        return (name, LEFT, LEFT, LEFT, *TOTAL[4:]) if merged else ("", "", "", name, *TOTAL[4:])

    first = Page(captions(), [grid((*HEADER, *ROWS, of(over)))])
    found = small.read(first, again((*HEADER, *([of(before)] if before else []), *MORE, ALL)))
    clean = small.read(Page(captions(), [grid((*HEADER, *ROWS, *MORE, ALL))]))
    assert small.amounts(found) == small.amounts(clean)
    assert statuses(found) == {"proved"}
    assert {row["row_names"].rstrip("：") for row in found.others} <= {
        "过次页",
        "承前页",
        "转下页",
        "接上页",
        "本页小计",
    }
    assert not small.rules(found)


def test_sums_carried_over_broke_the_sums_of_a_table_of_two_sides() -> None:
    header = (("收入", LEFT, "支出", LEFT), ("项目", "预算数", "项目", "预算数"))
    upper = (
        ("一、一般公共预算拨款收入", "300.00", "一、一般公共服务支出", "200.00"),
        ("二、政府性基金预算拨款收入", "", "二、社会保障和就业支出", "60.00"),
    )
    lower = (
        ("三、国有资本经营预算拨款收入", "", "三、卫生健康支出", "40.00"),
        ("收入总计", "300.00", "支出总计", "300.00"),
    )
    sums = ("300.00", "260.00")
    over, before = (("过次页", sums[0], "过次页", sums[1]), ("承前页", sums[0], "承前页", sums[1]))
    widths = (220, 120, 220, 120)
    title = "2024年部门收支预算总表"
    first = Page(captions(title), [grid((*header, *upper, over), widths)])
    found = small.read(first, Page([], [grid((*header, before, *lower), widths, y=40)]))
    clean = small.read(Page(captions(title), [grid((*header, *upper, *lower), widths)]))
    assert small.amounts(found) == small.amounts(clean)
    assert statuses(found) == {"proved"}


def test_sum_of_a_page_with_a_remark_beside_it_accused_the_publisher_of_a_row_without_a_code() -> None:
    header = (("科目编码", "科目名称", "合计", "基本支出", "项目支出", "备注"),)
    rows = [("".join(row[:3]), *row[3:], "") for row in ROWS]
    page_sum = ("", "本页小计", *TOTAL[4:], "见附件")
    table = grid((*header, *rows, page_sum, ("", "合计", *TOTAL[4:], "")), (100, 220, 100, 100, 100, 80))
    found = small.read(Page(captions(), [table]))
    assert not small.rules(found)
    assert {item["level"] for item in found.items if item["item"] == "本页小计"} == {0}


@pytest.mark.parametrize("head", [(), HEADER])
def test_total_that_a_page_break_cut_off_its_name_was_proved_under_an_empty_one(
    head: Sequence[Sequence[str]],
) -> None:
    found = small.read(Page(captions(), [grid((*HEADER, *ROWS))]), again((*head, ("", "", "", "", *TOTAL[4:]))))
    assert "row.no_item" in small.rules(found)
    assert {item["status"] for item in found.items if not item["item"]} == {"unproved"}
    assert {item["status"] for item in found.items if item["item"]} == {"proved"}


TWO_SIDES = (("收入", LEFT, "支出", LEFT), ("项目", "预算数", "项目", "预算数"))
FIRST = ("一、一般公共预算拨款收入", "300.00", "一、一般公共服务支出", "200.00")
CUT = ("二、政府性基金预算拨款收入", "60.00", "二、社会保障和就业支出", "60.00")
LAST = (("三、其他收入", "40.00", "三、卫生健康支出", "140.00"), ("收入总计", "400.00", "支出总计", "400.00"))


@pytest.mark.parametrize("head", [(), TWO_SIDES])
@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ((*CUT[:2], "二、社会保障和就业", "60.00"), ("", "", "支出", "")),
        ((*CUT[:2], "二、社会保障和就业", ""), ("", "", "支出", "60.00")),
        ((CUT[0], "", "二、社会保障和就业", ""), ("", "60.00", "支出", "60.00")),
    ],
)
def test_words_of_a_table_of_two_sides_that_a_page_break_cut_were_not_joined(
    head: Sequence[Sequence[str]], upper: Sequence[str], lower: Sequence[str]
) -> None:
    widths = (150, 120, 95, 120)
    title = "2024年部门收支预算总表"
    first = Page(captions(title), [grid((*TWO_SIDES, FIRST, upper), widths)])
    found = small.read(first, Page([], [grid((*head, lower, *LAST), widths, y=40)]))
    clean = small.read(Page(captions(title), [grid((*TWO_SIDES, FIRST, CUT, *LAST), widths)]))
    assert small.amounts(found) == small.amounts(clean)
    assert statuses(found) == {"proved"}
    assert small.rules(found) == ["row.cut"]


def test_row_without_an_amount_at_the_foot_of_a_page_took_that_of_the_next_one() -> None:
    widths = (150, 120, 95, 120)
    blank = (*CUT[:2], "二、社会保障和就业支出", "")
    other = ("三、其他收入", "40.00", "专户资金结余", "200.00")
    first = Page(captions("2024年部门收支预算总表"), [grid((*TWO_SIDES, FIRST, blank), widths)])
    found = small.read(first, Page([], [grid((other, LAST[1]), widths, y=40)]))
    assert {item["item"]: item["amount"] for item in found.items}["专户资金结余"] == 200
    assert "社会保障和就业支出" not in {item["item"] for item in found.items}


def test_name_of_the_last_row_of_a_page_stood_on_the_next_one_and_was_lost() -> None:
    *rows, last = ROWS
    bare = ("201", "03", "02", "", *last[4:])
    found = small.read(
        Page(captions(), [grid((*HEADER, *rows, bare))]), again((("", "", "", last[3], "", "", ""), TOTAL))
    )
    assert small.amounts(found) == WHOLE
    assert small.rules(found) == ["row.cut"]
    # Where it stands nowhere, the row is known by its code alone.
    found = small.read(Page(captions(), [grid((*HEADER, *rows, bare, TOTAL))]))
    assert {item["status"] for item in found.items if not item["item"]} == {"unproved"}
    assert small.rules(found) == ["row.no_item"]


def test_row_cut_off_its_amounts_by_a_page_break_accused_the_publisher() -> None:
    first, *others = ROWS
    blank = (*first[:4], "", "", "")
    whole = small.read(Page(captions(), [grid((*HEADER, blank, *others, TOTAL))]))
    assert "row.no_amount" in {finding.rule for finding in gaps(whole.tables[0])}
    found = small.read(Page(captions(), [grid((*HEADER, blank))]), again((*others, TOTAL)))
    assert "row.no_amount" not in {finding.rule for finding in gaps(found.tables[0])}


def test_columns_beyond_the_edge_of_the_page_made_a_table_one_of_another_year() -> None:
    header = (
        ("项目", LEFT, LEFT, LEFT, "2023年预算", LEFT, LEFT, "2024年预算", LEFT, LEFT),
        (*HEADER[1], *HEADER[1][4:]),
        (*HEADER[2], *HEADER[2][4:]),
    )
    rows = [(*row, *row[4:]) for row in (*ROWS, TOTAL)]
    wide = Grid(60, 120, (40, 40, 40, 200, *(100,) * 6), 24, (*header, *rows), size=10)
    found = small.read(Page(captions(), [wide], size=(760, 595)))
    assert not found.items
    assert {f.rule: f.cause for f in found.findings}["table.year_unsure"] == "reader"


def numbered(page: Page, number: int) -> Page:
    """A page that prints its number at its foot."""
    return Page([*page.texts, Text(421, 560, str(number), align="center")], page.grids)


def test_pages_in_another_order_than_their_numbers_gave_tables_the_rows_of_others() -> None:
    def two(title: str, times: int) -> tuple[Page, Page]:
        rows = [
            tuple(f"{int(text[:-3]) * times}.00" if text.endswith(".00") else text for text in row)
            for row in (*ROWS, TOTAL)
        ]
        return Page(captions(title), [grid((*HEADER, *rows[:2]))]), again(rows[2:])

    (a1, a2), (b1, b2) = two(small.TITLE, 10), two("2024年一般公共预算支出功能分类预算表", 1)
    right = [numbered(page, number) for number, page in enumerate((a1, a2, b1, b2), start=1)]
    assert "document.page_order" not in small.rules(small.read(*right))
    for order in ((0, 3, 2, 1), (3, 2, 1, 0)):
        found = small.read(*(right[at] for at in order))
        assert len(found.items) == 12
        assert {item["code"] for item in found.items} == {"201", "20103"}
        assert "document.page_order" in small.rules(found)
        assert not [f for f in found.findings if f.cause == "publisher" and f.rule not in small.SMALL]
    # Without numbers the sums of both tables tell.
    assert {item["status"] for item in small.read(a1, a2, b1, b2).items} == {"proved"}
    for pages, wrong in (((a1, b2, b1, a2), {2, 4}), ((b2, b1, a2, a1), {3})):
        found = small.read(*pages)
        assert {item["page"] for item in found.items if item["status"] != "proved"} == wrong
        assert "document.page_order" in small.rules(found)
    # What a publisher leaves out of both is no reason.
    more = tuple("999.00" if text == TOTAL[4] else text for text in TOTAL)
    tails = [again((*ROWS[2:], more)), again((*ROWS[2:3], TOTAL))]
    assert "document.page_order" not in small.rules(small.read(a1, tails[0], b1, tails[1]))
    # Numbers that several pages print tell nothing, and neither does one that is skipped.
    sheets = [numbered(page, number) for page, number in zip((a1, a2, b1, b2), (1, 2, 1, 2), strict=True)]
    skipped = [numbered(page, number) for page, number in zip((a1, a2, b1, b2), (1, 3, 4, 5), strict=True)]
    for numbered_so in (sheets, skipped):
        assert small.amounts(small.read(*numbered_so)) == small.amounts(small.read(*right))


def test_page_numbers_that_begin_anew_or_are_figures_were_pages_in_another_order() -> None:
    prose = Page([Text(60, 100, "一、部门职责。本部门负责示范工作。")], [])
    table = [Page(captions(), [grid((*HEADER, *ROWS[:2]))]), again((*ROWS[2:], TOTAL))]
    # The first part numbers its pages from 2 to 3, the second one its first and its last page only.
    parts = [prose, numbered(prose, 2), numbered(prose, 3), numbered(prose, 1), *table, numbered(prose, 4)]
    figures = [numbered(page, number) for page, number in zip((*table, prose), (12, 30, 13), strict=True)]
    for pages in (parts, figures):
        found = small.read(*pages)
        assert small.amounts(found) == WHOLE
        assert statuses(found) == {"proved"}
        assert not small.rules(found)


@pytest.mark.parametrize("order", [(0, 0, 1, 2), (0, 1, 1, 2), (0, 1, 0, 1, 2)])
def test_table_ended_before_a_page_that_stands_there_twice(order: Sequence[int]) -> None:
    pages = (Page(captions(), [grid((*HEADER, *ROWS[:2]))]), again((*ROWS[2:], MORE[0])), again((*MORE[1:], ALL)))
    found = small.read(*(pages[at] for at in order))
    assert small.amounts(found) == small.amounts(small.read(*pages))
    assert set(small.rules(found)) == {"table.repeated"}


def in_yuan(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Rows in 元 that were in 万元."""
    return [tuple(f"{text[:-3]}0000.00" if text.endswith(".00") else text for text in row) for row in rows]


def test_unit_that_changes_in_the_middle_of_a_table_was_that_of_all_rows() -> None:
    rows = (*HEADER, *ROWS, ("单位：元", *[LEFT] * 6), *in_yuan((*MORE, ALL)))
    found = small.read(Page(captions(unit="单位：万元"), [grid(rows)]))
    assert not found.items
    assert small.rules(found) == ["table.no_unit"]
    assert {row["amount"] for row in found.others} == {None}
    # The same unit once more changes nothing.
    rows = (*HEADER, *ROWS, ("单位：元", *[LEFT] * 6), *MORE, ALL)
    found = small.read(Page(captions(), [grid(rows)]))
    assert found.items
    assert not small.rules(found)


def test_table_that_goes_on_in_another_unit_lacked_rows() -> None:
    total = ("合计", LEFT, LEFT, LEFT, "350.00", "250.00", "100.00")
    first = Page(captions(unit="单位：万元"), [grid((*HEADER, total, *ROWS))])
    found = small.read(first, Page(captions(), [grid((*HEADER, *in_yuan(MORE)))]))
    assert [table.rows_lost for table in found.tables] == [True, True]
    assert not [f for f in found.findings if f.cause == "publisher" and f.rule not in small.SMALL]
    assert {item["amount"] for item in found.items if item["code"] == "208"} == {500_000}


def test_numbers_of_columns_that_a_page_break_cut_off_their_header_took_its_place() -> None:
    whole = Grid(60, FOOT, WIDTHS, 24, [*HEADER[:2], ("类", "款", "项", "", "", "", "")], size=10)
    found = small.read(at_foot(whole), again((("栏次", LEFT, LEFT, LEFT, "1", "2", "3"), *ROWS, TOTAL)))
    assert small.amounts(found) == WHOLE
    assert not small.rules(found)
