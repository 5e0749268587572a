"""What must never happen in silence: an amount lost, cut, doubled, or given to the wrong body, year or unit."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Sequence
from unittest.mock import patch

import pytest

from tests.ruled import rule
from tests.small import HEADER, ROWS, TITLE, TOTAL, WIDTHS, amounts, captions, expenditure, grid, read, rules
from typeset import ABOVE, LEFT, Grid, Page, Text, document
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.read import assemble
from yusuan.pipeline.read.assemble import assemble as assemble_page
from yusuan.pipeline.read.page import Page as ReadPage
from yusuan.pipeline.read.raw import RawPage

PLAIN = amounts(read(expenditure()))
THREE_PUBLIC = [
    ["“三公”经费预算数", *[LEFT] * 5, "机关运行经费预算数"],
    ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", LEFT, LEFT, ABOVE],
    [*[ABOVE] * 3, "小计", "购置费", "运行费", ABOVE],
]
SUMMARY = [["本年收入", LEFT, "本年支出", LEFT], ["项目", "预算数", "项目", "预算数"]]
LINES = ["一、财政拨款收入", "300.00", "一、一般公共服务支出", "300.00"]
TOTALS = ["收入总计", "300.00", "支出总计", "300.00"]


def three_public(row: Sequence[str], header: Sequence[Sequence[str]] = THREE_PUBLIC, **said: str) -> Page:
    above = captions(title="2024年部门“三公”经费和机关运行经费预算表", **{"unit": "单位：万元", **said})
    return Page(above, [grid([*header, row], (100,) * len(row))])


def summary(*rows: Sequence[str]) -> Page:
    return Page(captions(title="2024年部门财务收支预算总表"), [grid([*SUMMARY, *rows], (180, 120, 180, 120))])


def captioned(*texts: str, title: str = TITLE, cover: Sequence[str] = ()) -> Document:
    """A budget whose captions stand as given, each text on a line of its own."""
    page = Page(
        [Text(421, 30, title, 18, "center"), *(Text(60, 50 + 14 * n, text) for n, text in enumerate(texts))],
        [grid((*HEADER, *ROWS, TOTAL), y=130)],
    )
    front = [Page([Text(100, 100 + 40 * n, text) for n, text in enumerate(cover)])] if cover else []
    return read(*front, page)


def test_a_continuation_without_rules_is_not_lost() -> None:
    rest = [Text(65, 50, "201"), Text(385, 50, "200.00"), Text(505, 50, "200.00")]
    found = read(Page(captions(), [grid((*HEADER, *ROWS[:2]))]), Page(rest))
    assert "page.figures_outside" in rules(found)


def test_figures_close_beside_each_other_outside_all_cells_are_not_lost() -> None:
    """Columns without lines between them leave two figures with a narrow gap, which were taken for words."""
    rest = [Text(65, 330, "1,968.280000"), Text(140, 330, "133.250000")]
    found = read(Page([*captions(), *rest], [grid((*HEADER, *ROWS, TOTAL))]))
    assert "page.figures_outside" in rules(found)
    assert found.unread == 2


def test_a_total_below_the_last_line_is_not_lost() -> None:
    rows = [120 + 24 * n for n in range(9)]
    lines: list[tuple[float, float, float, float]] = [(60, y, 740, y) for y in rows[:-1]]
    lines += [(x, 120, x, rows[-2]) for x in (60, 380, 500, 620, 740)]
    lines += [(x, 168, x, rows[-2]) for x in (100, 140)] + [(180, 144, 180, rows[-2])]
    page = Page(captions(), [grid((*HEADER, *ROWS, TOTAL), rules=["cell_fills"])])
    with patch.object(assemble, "rules", lambda _: iter([rule(line) for line in lines])):
        found = read(page)
    assert "page.figures_outside" in rules(found)


@pytest.mark.parametrize("kept", [0.5, 0.7, 0.9])
def test_a_content_stream_that_ends_too_soon_is_refused(kept: float) -> None:
    data = document([Page(captions(), [grid((*HEADER, *ROWS))]), Page([], [grid((TOTAL,), y=40)])])
    streams = rb"/Filter \[ /ASCII85Decode /FlateDecode \] /Length (\d+)\s*>>\s*stream\r?\n(.*?)endstream"
    second = list(re.finditer(streams, data, re.DOTALL))[1]
    whole = base64.a85decode(second[2].strip().removesuffix(b"~>"))
    cut = base64.a85encode(whole[: int(len(whole) * kept)]) + b"~>"
    found = read_document(data.replace(second[2], cut))
    assert found.reason.startswith("document.damaged: page 2")


def test_a_content_stream_that_only_lacks_its_checksum_is_read() -> None:
    data = document([expenditure()])
    streams = rb"/Filter \[ /ASCII85Decode /FlateDecode \] /Length (\d+)\s*>>\s*stream\r?\n(.*?)endstream"
    (stream,) = re.finditer(streams, data, re.DOTALL)
    packed = zlib.compress(zlib.decompress(base64.a85decode(stream[2].strip().removesuffix(b"~>"))))[:-4]
    found = read_document(data.replace(stream[2], base64.a85encode(packed) + b"~>"))
    assert amounts(found) == PLAIN


def test_one_malformed_code_does_not_cost_the_document() -> None:
    found = read(
        expenditure((*HEADER, *ROWS, ("20", "", "", "其他", "1.00", "1.00", ""), TOTAL)), summary(LINES, TOTALS)
    )
    assert found.status == "accepted"
    assert "row.code" in rules(found)


def test_codes_that_are_printed_once_are_those_of_the_row_above() -> None:
    once = (ROWS[0], ("", "03", "", *ROWS[1][3:]), ("", "", "01", *ROWS[2][3:]), ("", "", "02", *ROWS[3][3:]))
    found = read(expenditure((*HEADER, *once, TOTAL)))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_codes_that_repeat_what_stands_before_them() -> None:
    full = (
        ROWS[0],
        ("201", "20103", "", *ROWS[1][3:]),
        ("201", "20103", "2010301", *ROWS[2][3:]),
        ("201", "20103", "2010302", *ROWS[3][3:]),
    )
    found = read(expenditure((*HEADER, *full, TOTAL)))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_two_tables_of_one_title_are_not_made_one() -> None:
    first = three_public(["5.00", "2.00", "1.00", "2.00", "0.00", "2.00", "70.00"])
    row = ["9.00", "2.00", "5.00", "2.00", "0.00", "2.00", "8.00"]
    found = read(first, three_public(row))
    assert "table.repeated" in rules(found)
    assert len(found.items) == 7
    found = read(first, three_public(row, entity="编制单位：示例市示范中心"))
    assert "document.entities_differ" in rules(found)
    assert [item["body"] for item in found.items] == [""] * 7 + ["示例市示范中心"] * 7


@pytest.mark.parametrize(
    "texts",
    [
        ["编制部门：示例市示范局 2024年1月10日", "单位：元"],
        ["编制部门：示例市示范局 日期：2024年1月", "单位：元"],
        ["编制部门：示例市示范局（盖章）", "单位：元"],
        ["公开02表", "编制部门：示例市示范局", "单位：元"],
        ["编制部门：示例市示范局", "预算主管部门：示例市人民政府", "单位：元"],
        ["预算主管部门：示例市人民政府", "编制部门：示例市示范局", "单位：元"],
    ],
)
def test_the_body_is_named_without_what_stands_around_it(texts: list[str]) -> None:
    found = captioned(*texts)
    assert found.publication
    assert (found.publication.entity, found.publication.entity_level) == ("示例市示范局", "department")


def test_a_label_without_a_name_takes_no_other_text_for_it() -> None:
    found = captioned("编制部门：", "公开02表", "单位：元")
    assert found.publication
    assert found.publication.entity == ""
    assert "document.no_entity" in [finding.rule for finding in found.findings]


def test_the_year_of_a_date_is_not_the_year_of_the_budget() -> None:
    cover = ["示例市示范局", "二〇二四年度部门预算", "2023年12月公开"]
    found = captioned("编制部门：示例市示范局", "单位：元", title="部门支出预算总表", cover=cover)
    assert found.publication
    assert found.publication.fiscal_year == 2024


def test_units_above_the_table_and_in_its_header_that_differ() -> None:
    header = (HEADER[0], (*HEADER[1][:4], "合计（万元）", "基本支出（万元）", "项目支出（万元）"), HEADER[2])
    found = read(summary(LINES, TOTALS), expenditure((*header, *ROWS, TOTAL)))
    assert rules(found) == ["table.no_unit"]


def test_a_number_that_runs_over_a_border_is_never_cut() -> None:
    page = three_public(["5.00", "2.00", "1.00", "2.00", "0.00", "2.00", ""])
    for step in range(0, 60, 3):
        number = Text(700 + step * 0.5, 199, "12,345,678.90", 10)
        found = read(Page([*page.texts, number], page.grids))
        printed = [item["printed"] for item in found.items if item["measure"] == "agency_operating"]
        assert printed in ([], ["12,345,678.90"]), step


def test_a_name_of_more_lines_than_its_row_holds_is_named() -> None:
    page = expenditure((*HEADER, *ROWS[:2], ("201", "03", "01", "", "200.00", "200.00", ""), ROWS[3], TOTAL))
    lines = [Text(280, 246 + step, text, 10, "center") for step, text in ((-13, "甲"), (0, "乙"), (13, "丙"))]
    assert "row.crosses_rule" in rules(read(Page([*page.texts, *lines], page.grids)))


def test_two_names_in_one_cell_are_not_made_one() -> None:
    rows = [["一、财政拨款收入 二、事业收入", "300.00", "一、一般公共服务支出", "300.00"], TOTALS]
    page = Page(captions(title="2024年部门财务收支预算总表"), [grid([*SUMMARY, *rows], (90, 120, 180, 120))])
    assert "row.unparted" in rules(read(page))


def test_an_unknown_column_that_begins_on_the_second_page_is_named() -> None:
    header = [[*HEADER[0], "某某"], [*HEADER[1], ABOVE], [*HEADER[2], ABOVE]]
    widths = (40, 40, 40, 180, 110, 90, 90, 90)
    first = grid([*header, *([*row, ""] for row in ROWS[:2])], widths)
    second = grid([*([*row, "7.00"] for row in ROWS[2:]), [*TOTAL, "7.00"]], widths, y=40)
    assert rules(read(Page(captions(), [first]), Page([], [second]))) == ["table.unknown_column"]


def test_rows_of_small_whole_numbers_are_not_passed_over() -> None:
    def bare(row: Sequence[str]) -> list[str]:
        return [text.removesuffix(".00") for text in row]

    first = Page(captions(unit="单位：万元"), [grid((*HEADER, *map(bare, ROWS[:2])))])
    other = (40, 40, 40, 230, 110, 110, 110)
    rest = Grid(60, 40, other, 24, [*map(bare, ROWS[2:]), bare(TOTAL)], size=10)
    assert "table.no_title" in rules(read(first, Page([], [rest])))
    merged = (*HEADER, *map(bare, ROWS), ("合计 300 200 100", *[LEFT] * 6))
    assert "row.unparted" in rules(read(expenditure(merged)))


def test_leaves_count_a_line_once_that_says_what_is_in_it() -> None:
    found = read(summary(LINES, ["其中：一般公共预算资金", "100.00", "", ""], TOTALS))
    leaves = [item for item in found.items if item["side"] == "revenue" and item["is_leaf"]]
    assert sum(item["amount"] for item in leaves) == 300


def test_vehicles_without_a_subtotal_contradict_nothing() -> None:
    header = [
        ["“三公”经费预算数", *[LEFT] * 4],
        ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", LEFT],
        [*[ABOVE] * 3, "购置费", "运行费"],
    ]
    found = read(three_public(["5.00", "2.00", "1.00", "0.50", "1.50"], header))
    assert rules(found) == []
    assert {item["status"] for item in found.items} == {"proved"}


def test_subtotals_are_neither_lines_nor_the_total() -> None:
    rows = (*HEADER, *ROWS[:3], ("小计", LEFT, LEFT, LEFT, "200.00", "200.00", ""), ROWS[3], TOTAL)
    found = read(expenditure(rows))
    assert rules(found) == []
    assert sum(i["amount"] for i in found.items if i["is_leaf"] and i["measure"] == "total") == 300


def test_a_total_before_another_sums_up_what_stands_above_it() -> None:
    carried = ["二、上年结转", "50.00", "二、结转下年", "50.00"]
    both = ["收入合计", "300.00", "支出合计", "300.00"]
    found = read(summary(LINES, both, carried, ["收入总计", "350.00", "支出总计", "350.00"]))
    assert rules(found) == []


def test_an_amount_merged_over_rows_is_one_amount() -> None:
    rows = [
        ["一、财政拨款收入", "300.00", "一、甲支出", "200.00"],
        [ABOVE, ABOVE, "二、乙支出", "100.00"],
        TOTALS,
    ]
    found = read(summary(*rows))
    assert rules(found) == []
    assert [item["printed"] for item in found.items if item["side"] == "revenue"] == ["300.00", "300.00"]


def test_a_zero_beside_blanks_proves_nothing() -> None:
    found = read(three_public(["0", "", "", "", "", "", ""]))
    assert [item["status"] for item in found.items] == ["unproved"]


def test_a_grand_total_printed_twice_is_named() -> None:
    other = [text.replace("0.00", "1.00") for text in TOTALS]
    pages = [Page([], [grid([totals], (180, 120, 180, 120), y=40)]) for totals in (TOTALS, other)]
    assert "row.repeated_total" in rules(read(summary(LINES), *pages))


@pytest.mark.parametrize("mark", ["²", "①", "₂"])
def test_a_footnote_mark_is_no_digit(mark: str) -> None:
    from yusuan.pipeline.extract.amounts import NotANumber, parse
    from yusuan.schemas.vocabulary.around import UNITS

    with pytest.raises(NotANumber, match="footnote"):
        parse([f"70{mark}"], UNITS["元"])


def test_a_number_of_twenty_digits_does_not_cost_the_document() -> None:
    rows = (*HEADER, *ROWS[:3], (*ROWS[3][:4], "12345678901234567890", "", "100.00"), TOTAL)
    found = read(expenditure(rows))
    assert found.status == "incomplete"
    assert "amount.not_a_number" in rules(found)


def test_headers_of_another_year_are_not_this_years_amounts() -> None:
    header = (("项目", LEFT, LEFT, LEFT, "2023年支出预算", LEFT, LEFT), *HEADER[1:])
    found = read(summary(LINES, TOTALS), expenditure((*header, *ROWS, TOTAL)))
    assert rules(found) == ["table.other_year"]
    assert len(found.items) == 4


def test_figures_of_tables_that_are_of_another_year_are_no_line_items() -> None:
    header = (("项目", LEFT, LEFT, LEFT, "2023年支出预算", LEFT, LEFT), *HEADER[1:])
    found = read(expenditure((*header, *ROWS, TOTAL)))
    assert "table.other_year" in [finding.rule for finding in found.findings]
    assert (len(found.items), len(found.others), found.unread) == (0, 13, 0)


@pytest.mark.parametrize(
    "numbers",
    [
        ("栏次", LEFT, LEFT, LEFT, "1=2+3", "2", "3"),
        ("甲", LEFT, LEFT, "乙", "1", "2", "3"),
        ("", "", "", "", "（1）", "（2）", "（3）"),
        ("1", "2", "3", "4", "5=6+7", "6", "7"),
    ],
)
def test_numbers_of_columns_are_no_amounts(numbers: tuple[str, ...]) -> None:
    found = read(expenditure((*HEADER, numbers, *ROWS, TOTAL)))
    assert (amounts(found), rules(found)) == (PLAIN, [])


@pytest.mark.parametrize("title", [f"表2 {TITLE}", f"附表2 {TITLE}", f"{TITLE}（一）", f"{TITLE}1", f"表二：{TITLE}"])
def test_numbered_titles_are_known(title: str) -> None:
    assert amounts(read(expenditure(title=title))) == PLAIN


def test_the_number_of_a_sheet_is_no_title() -> None:
    page = expenditure()
    found = read(Page([*page.texts, Text(740, 70, "部门预算02表", align="right")], page.grids))
    assert amounts(found) == PLAIN


def test_a_frame_with_a_band_around_the_page_is_no_table() -> None:
    page = expenditure()
    frame = Grid(20, 20, [800], [520, 40], [[""], ["示例市示范局 2024年部门预算"]])
    found = read(Page(page.texts, [frame, *page.grids]))
    assert (amounts(found), rules(found)) == (PLAIN, [])


def test_bold_printed_twice_well_apart_is_read_once() -> None:
    page = expenditure()
    for off in (0.3, 0.8, 1.2):
        twice = Grid(60 + off, 120, WIDTHS, 24, page.grids[0].rows, size=10, rules=["cell_fills"])
        found = read(Page(page.texts, [*page.grids, twice]))
        # The grounds of the second printing paint over the lines of the first, in the end over too much of them.
        assert amounts(found) == (PLAIN if off < 1 else {})
        assert found.unread == (0 if off < 1 else len(PLAIN))


def test_two_lines_of_zero_width_characters_are_one_name() -> None:
    def marked(raw: RawPage) -> ReadPage:
        texts = ["行\u200b" if text == "行" else text for text in raw.glyphs.texts]
        return assemble_page(raw._replace(glyphs=raw.glyphs._replace(texts=texts)))

    with patch("yusuan.pipeline.read.pdf.assemble", marked):
        assert amounts(read(expenditure())) == PLAIN
