"""Tables that cannot be read as printed: what was found and what was expected is said, the rest is read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from tests.small import (
    ENTITY,
    HEADER,
    ROWS,
    SMALL,
    TITLE,
    TOTAL,
    WIDTHS,
    amounts,
    captions,
    expenditure,
    grid,
    read,
    rules,
)
from typeset import ABOVE, LEFT, Cell, Grid, Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.prove.codes import check_codes
from yusuan.pipeline.read.assemble import assemble as assemble_page
from yusuan.pipeline.read.page import Page as ReadPage
from yusuan.pipeline.read.raw import RawPage

REVENUE = Page(
    captions(title="2024年部门财务收支预算总表"),
    [
        grid(
            [
                ["本年收入", LEFT, "本年支出", LEFT],
                ["项目", "预算数", "项目", "预算数"],
                ["一、财政拨款收入", "300.00", "一、一般公共服务支出", "300.00"],
                ["收入总计", "300.00", "支出总计", "300.00"],
            ],
            [180, 120, 180, 120],
        )
    ],
)


def only(found: Document, rule: str) -> str:
    """The message of the only finding, which must be by `rule`."""
    told = [finding for finding in found.findings if finding.rule not in SMALL]
    assert [finding.rule for finding in told] == [rule]
    return told[0].message


def test_the_small_budget_itself_is_read_without_a_finding() -> None:
    found = read(expenditure(), REVENUE)
    assert rules(found) == []
    assert len(found.items) == 13 + 4
    assert {item["status"] for item in found.items} == {"proved"}


def test_unknown_title_is_named_and_the_rest_is_read() -> None:
    found = read(REVENUE, expenditure(title="2024年部门债务情况表"))
    message = only(found, "table.unknown_title")
    assert "债务情况表" in message
    assert "other_items" in message
    assert (len(found.items), len(found.others)) == (4, 13)


def test_unknown_column_is_named_and_the_others_are_read() -> None:
    header = [*(list(row) for row in HEADER)]
    header[0].append("按人计列")
    header[1].append("^")
    header[2].append("^")
    rows = [*header, *([*row, "5.00"] for row in (*ROWS, TOTAL))]
    found = read(Page(captions(), [grid(rows, (40, 40, 40, 180, 110, 110, 110, 110))]))
    message = only(found, "table.unknown_column")
    assert "'按人计列'" in message
    assert "5 filled cells" in message
    assert "基本支出" in message
    assert len(found.items) == 13
    # Sums over a row of which one column is not known are not judged; those down a column are.
    assert rules(found) == ["table.unknown_column"]


def test_a_known_word_under_an_unknown_one_is_not_taken_for_the_known_column() -> None:
    header = (("项目", LEFT, LEFT, LEFT, "上年支出", LEFT, LEFT), *HEADER[1:])
    found = read(expenditure((*header, *ROWS, TOTAL)))
    assert {item["fiscal_year"] for item in found.items} == {2023}, "what stands under 上年 is of the year before"


def test_columns_in_another_order_are_read_by_their_headers() -> None:
    def turned(row: tuple[str, ...]) -> tuple[str, ...]:
        return (*row[:4], row[6], row[4], row[5])

    header = (HEADER[0], (*HEADER[1][:4], "项目支出", "合计", "基本支出"), HEADER[2])
    found = read(expenditure((*header, *(turned(row) for row in (*ROWS, TOTAL)))))
    assert amounts(found) == amounts(read(expenditure()))


def test_missing_unit() -> None:
    found = read(REVENUE, expenditure(unit=""))
    assert "expected 单位：元" in only(found, "table.no_unit")
    assert len(found.items) == 4


def test_unknown_unit() -> None:
    assert "千元" in only(read(REVENUE, expenditure(unit="单位：千元")), "table.no_unit")


def test_amounts_in_ten_thousands_are_written_in_yuan() -> None:
    found = read(expenditure(unit="单位：万元"))
    assert found.items[0]["amount"] == Decimal("3000000.00")
    assert found.items[0]["printed"] == "300.00"


@pytest.mark.parametrize("glyph", ["\ufffd", "\ue000", "(cid:17)"])
def test_characters_without_a_meaning(monkeypatch: pytest.MonkeyPatch, glyph: str) -> None:
    # No font that could be shipped maps to these; what matters is what the reader does with them.
    def broken(raw: RawPage) -> ReadPage:
        texts = [glyph if text == "运" else text for text in raw.glyphs.texts]
        return assemble_page(raw._replace(glyphs=raw.glyphs._replace(texts=texts)))

    monkeypatch.setattr("yusuan.pipeline.read.pdf.assemble", broken)
    message = only(read(REVENUE, expenditure()), "table.unmapped_characters")
    assert "expected a font" in message


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("12,34.00", "is not a number"),
        ("1.234.567", "is not a number"),
        ("约300", "is not a number"),
        ("30%", "is not a number"),
        ("(300)", "is not a number"),
    ],
)
def test_an_amount_that_is_no_number(printed: str, reason: str) -> None:
    rows = (*HEADER, *ROWS[:3], ("201", "03", "02", "一般行政管理事务", printed, "", "100.00"), TOTAL)
    message = only(read(expenditure(rows)), "amount.not_a_number")
    assert reason in message
    assert "一般行政管理事务" in message


def test_a_positive_amount_in_brackets_is_named_by_its_sums() -> None:
    rows = (*HEADER, *ROWS[:3], ("201", "03", "02", "一般行政管理事务", "(100.00)", "", "100.00"), TOTAL)
    found = read(expenditure(rows))
    assert "row_sum.total" in rules(found)
    (item,) = (item for item in found.items if item["printed"] == "(100.00)")
    assert (item["amount"], item["status"]) == (-100, "contradicted")


def test_two_amounts_in_one_cell_are_not_made_one() -> None:
    rows = (*HEADER, *ROWS[:3], ("201", "03", "02", "一般行政管理事务", "10 20", "", "100.00"), TOTAL)
    assert "gap" in only(read(expenditure(rows)), "amount.not_a_number")


def test_an_amount_that_runs_over_its_cell_is_not_cut() -> None:
    wide = "123,456,789,123.00"
    rows = (*HEADER, *ROWS[:3], ("201", "03", "02", "一般行政管理事务", wide, "", "100.00"), TOTAL)
    widths = (40, 40, 40, 200, 60, 120, 120)
    found = read(Page(captions(), [grid(rows, widths, grow=False)]))
    printed = {item["printed"] for item in found.items if item["code"] == "2010302"}
    assert printed <= {wide, "100.00"}
    assert wide in printed or {"amount.crosses_rule", "amount.not_a_number"} & set(rules(found))


def test_a_published_sum_that_is_wrong_is_written_as_printed_and_named() -> None:
    rows = (*HEADER, *ROWS[:3], ("201", "03", "02", "一般行政管理事务", "100.00", "", "90.00"), TOTAL)
    found = read(expenditure(rows))
    message = only(found, "row_sum.total")
    assert "2010302 一般行政管理事务" in message
    (slip,) = (finding for finding in found.findings if finding.rule == "row_sum.total")
    # The row, and the column above it, say the same of the same cell.
    assert (slip.row, slip.measure, slip.printed) == (4, "project", "90.00")
    assert (slip.expected, slip.difference) == (Decimal("100.00"), Decimal("-10.00"))
    wrong = next(item for item in found.items if (item["code"], item["measure"]) == ("2010302", "project"))
    assert (wrong["printed"], wrong["status"]) == ("90.00", "contradicted")


def test_a_row_without_a_name_and_a_code() -> None:
    rows = (*HEADER, *ROWS, ("", "", "", "", "5.00", "5.00", ""), TOTAL)
    assert "row.no_item" in rules(read(expenditure(rows)))


def test_a_code_that_is_not_its_parents() -> None:
    rows = (*HEADER, *ROWS[:3], ("202", "03", "02", "一般行政管理事务", "100.00", "", "100.00"), TOTAL)
    (table,) = read(expenditure(rows)).tables
    (finding,) = check_codes(table)
    assert "2020302" in finding.message
    assert "begin with 20103" in finding.message


def test_a_table_that_is_there_twice() -> None:
    assert rules(read(expenditure(), expenditure())) == ["table.repeated_same"]
    other = (*HEADER, ROWS[0], ROWS[1], TOTAL)
    assert rules(read(expenditure(), expenditure(other))) == ["table.repeated"]


def test_tables_that_name_different_bodies() -> None:
    found = read(REVENUE, expenditure(entity="编制部门：另一个局"))
    assert ENTITY in only(found, "document.entities_differ")


def test_figures_in_a_row_without_inner_borders() -> None:
    rows = (*HEADER, *ROWS, ("2010303 机关服务 5.00 5.00", *[LEFT] * 6), TOTAL)
    assert "机关服务" in only(read(expenditure(rows)), "row.unparted")


def test_a_note_under_the_table_is_no_row() -> None:
    rows = (*HEADER, *ROWS, TOTAL, ("注：本表不含上年结转。", *[LEFT] * 6))
    assert rules(read(expenditure(rows))) == []


def test_a_turned_watermark_is_left_out_and_named() -> None:
    page = expenditure()
    page = Page([*page.texts, Text(300, 300, "内部资料", size=60, turn=45, gray=0.8)], page.grids)
    found = read(page)
    only(found, "table.turned_text")
    assert amounts(found) == amounts(read(expenditure()))


def test_title_constant_is_the_declared_one() -> None:
    assert TITLE.endswith("支出预算总表")
    assert len(WIDTHS) == len(HEADER[0])


def test_an_unknown_column_of_whole_numbers_does_not_take_the_one_row_away() -> None:
    group = "2024年“三公”经费预算数"
    rows = [
        [group, *[LEFT] * 5, "2024年机关运行经费预算数", "会议费"],
        ["合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费", LEFT, LEFT, ABOVE, ABOVE],
        [ABOVE, ABOVE, ABOVE, "小计", "购置费", "运行费", ABOVE, ABOVE],
        ["58", "20", "8", "30", "", "30", "150", "12"],
    ]
    found = read(Page(captions(title="2024年部门“三公”经费和机关运行经费预算表"), [grid(rows, [80] * 8)]))
    assert {item["measure"]: int(item["amount"]) for item in found.items} == {
        **{"total": 58, "overseas_travel": 20, "reception": 8, "vehicles": 30, "vehicle_operation": 30},
        **{"agency_operating": 150, "meetings": 12},
    }


def test_a_table_of_one_row_in_one_form_has_a_row_for_each_body_in_another() -> None:
    rows = [["单位名称", "合计", "因公出国(境)费", "公务接待费"], ["甲", "28", "20", "8"], ["乙", "5", "5", ""]]
    header = [["单位名称", "2024年“三公”经费预算数", LEFT, LEFT], [ABOVE, *rows[0][1:]]]
    found = read(
        REVENUE,
        Page(captions(title="2024年部门“三公”经费和机关运行经费预算表"), [grid([*header, *rows[1:]], [150] * 4)]),
    )
    own = [item for item in found.items if item["table"] == "three_public_and_operating"]
    assert [(item["item"], item["measure"], int(item["amount"])) for item in own] == [
        *(("甲", "total", 28), ("甲", "overseas_travel", 20), ("甲", "reception", 8)),
        *(("乙", "total", 5), ("乙", "overseas_travel", 5)),
    ]


def test_columns_below_a_blank_heading_beside_named_ones_were_those_of_the_whole() -> None:
    header = (
        ("科目编码", "科目名称", "财政拨款", LEFT, "", LEFT),
        (ABOVE, ABOVE, "合计", "基本支出", "合计", "基本支出"),
    )
    rows = (("201", "一般公共服务支出", "3.00", "2.00", "7.00", "5.00"), ("合计", LEFT, "3.00", "2.00", "7.00", "5.00"))
    found = read(Page(captions(), [grid((*header, *rows), (80, 200, 100, 100, 100, 100))]))
    assert {item["amount"] for item in found.items} <= {3, 2}
    assert "table.unknown_column" in rules(found)


def test_of_two_units_above_a_table_the_last_was_taken() -> None:
    said = [*captions(unit="单位：万元"), Text(500, 90, "单位：元", align="right")]
    found = read(Page(said, [grid((*HEADER, *ROWS, TOTAL))]))
    assert not found.items
    assert "table.no_unit" in rules(found)


@pytest.mark.parametrize(("text", "size", "gray", "y"), [("公示样张", 90, 0.8, 200), ("2024", 60, 0.5, 170)])
def test_letters_of_an_upright_watermark_were_woven_into_names_and_figures(
    text: str, size: float, gray: float, y: float
) -> None:
    page = expenditure()
    prose = Page([Text(60, 100 + 20 * n, "示例市示范局按照有关规定编制部门预算，现予公开。") for n in range(12)], [])
    clean = read(page, prose)
    marked = [Page([*each.texts, Text(300, y, text, size, "center", gray=gray)], each.grids) for each in (page, prose)]
    found = read(*marked)
    assert [(finding.rule, finding.page) for finding in found.findings if finding.rule not in SMALL] == [
        ("page.text_across", 1),
        ("page.text_across", 2),
    ]
    assert amounts(found) == amounts(clean)


def test_large_title_in_a_low_row_of_its_table_is_no_watermark() -> None:
    rows: list[Sequence[str | Cell]] = [(Cell(TITLE, size=24), *[LEFT] * 6), *HEADER, *ROWS, TOTAL]
    page = Page([*captions()[1:]], [Grid(60, 120, WIDTHS, [22, *[24] * 8], rows, size=9)])
    found = read(page)
    assert amounts(found) == amounts(read(expenditure()))
    assert "page.text_across" not in rules(found)
