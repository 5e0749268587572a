"""Forms of publishers that nobody has seen: other labels, units, pages, boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from unittest.mock import patch

import pytest

from tests import forms, small
from tests.forms import FUNDS, INDICATORS, NAME, amounts, head, indicators, page, read, said
from typeset import ABOVE, LEFT, Page, Text, TickBox
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.steps import _prose
from yusuan.pipeline.prose.read import Prose
from yusuan.pipeline.prose.sentences import Paragraph
from yusuan.pipeline.read import pdf
from yusuan.pipeline.read.assemble import assemble
from yusuan.pipeline.read.page import Page as ReadPage
from yusuan.pipeline.read.raw import RawPage
from yusuan.schemas.identities.styles import SHANGHAI, Style
from yusuan.schemas.prose.statements import Wording

LINES = [("产出指标", "数量指标", "甲", "≥1次"), ("产出指标", "质量指标", "乙", "=90.00(%)")]
PROVED = {
    "total_funds": ("100.00", "proved"),
    "total_fiscal": ("100.00", "proved"),
    "total_other": ("0.00", "proved"),
    "annual_funds": ("60.00", "proved"),
    "annual_fiscal": ("50.00", "proved"),
    "annual_other": ("10.00", "proved"),
}


def row(*cells: str) -> tuple[str, ...]:
    """A row of six columns, its last cell merged over those that are left."""
    return (*cells, *(LEFT for _ in range(6 - len(cells))))


def test_a_form_is_read_beside_the_table() -> None:
    found = read(page(NAME, *FUNDS, *INDICATORS))
    assert found.table_count == 1
    assert amounts(found) == PROVED
    assert indicators(found) == LINES
    assert said(found) == []


def test_a_document_of_no_year_is_quarantined_with_its_forms() -> None:
    found = small.read(page(NAME, *FUNDS))
    assert found.status == "quarantined"
    assert found.reason.startswith("document.no_year")
    assert found.targets == []


def test_a_form_that_breaks_the_program_does_not_break_the_document() -> None:
    with patch("yusuan.pipeline.forms.rows.read_form", side_effect=ZeroDivisionError("by zero")):
        found = read(page(NAME, *FUNDS))
    assert (found.status, said(found)) == ("accepted", [("form.not_read", 2, "")])
    with patch("yusuan.pipeline.forms.gather._gather", side_effect=ZeroDivisionError("by zero")):
        found = read(page(NAME, *FUNDS))
    assert found.status == "accepted"
    assert {rule for rule, _, _ in said(found)} == {"form.not_read"}


# Pages.

FIRST = (NAME, *FUNDS, *INDICATORS[:2])
SECOND = (
    ("", "", "质量指标", "乙", "≥2次", LEFT),
    (ABOVE, ABOVE, ABOVE, "丙", "≥3次", LEFT),
    (ABOVE, ABOVE, "时效指标", "丁", "100%", LEFT),
)
THIRD = (
    ("", "", "", "戊", "90%", LEFT),
    ("", "满意度指标", "服务对象满意度", "己", "85%以上", LEFT),
    ("备注", "没有", LEFT, LEFT, LEFT, LEFT),
)
ALL_LINES = [
    ("产出指标", "数量指标", "甲", "≥1次"),
    ("产出指标", "质量指标", "乙", "≥2次"),
    ("产出指标", "质量指标", "丙", "≥3次"),
    ("产出指标", "时效指标", "丁", "100%"),
    ("产出指标", "时效指标", "戊", "90%"),
    ("满意度指标", "服务对象满意度", "己", "85%以上"),
]
INSIDE = ((forms.TITLE, *[LEFT] * 5), ("（2024年度）", *[LEFT] * 5))


def three_pages(kind: str) -> Document:
    parts = (FIRST, SECOND, THIRD)
    if kind == "title once":
        return read(*(page(*part, title="" if n else forms.TITLE, y=60 if n else 120) for n, part in enumerate(parts)))
    if kind == "title on each page":
        return read(*(page(*part) for part in parts))
    if kind == "title once inside":
        return read(page(*INSIDE, *FIRST, title=""), page(*SECOND, title="", y=60), page(*THIRD, title="", y=60))
    return read(*(page(*INSIDE, *part, title="") for part in parts))


@pytest.mark.parametrize("kind", ["title once", "title on each page", "title once inside", "title inside each page"])
def test_a_form_over_three_pages_is_one(kind: str) -> None:
    found = three_pages(kind)
    assert said(found) == []
    assert indicators(found) == ALL_LINES
    assert {target["form"] for target in found.targets} == {1}
    assert [target["page"] for target in found.targets if target["kind"] == "indicator"] == [2, 3, 3, 3, 4, 4]
    assert head(found)[-1] == ("remark", "没有")
    assert amounts(found) == PROVED


def test_a_name_in_the_middle_of_a_merged_cell_may_be_printed_on_the_next_page() -> None:
    found = read(
        page(NAME, INDICATORS[0], (ABOVE, "", "数量指标", "甲", "≥1次", LEFT)),
        page(("", "产出指标", "质量指标", "乙", "≥2次", LEFT), title="", y=60),
    )
    assert indicators(found) == [("产出指标", "数量指标", "甲", "≥1次"), ("产出指标", "质量指标", "乙", "≥2次")]


def test_a_text_that_a_page_break_cuts_is_one() -> None:
    found = read(
        page(NAME, row("项目概况", "第一段，")), page(row("", "第二段。"), row("立项依据", "规划"), title="", y=60)
    )
    assert head(found)[1:] == [("summary", "第一段，第二段。"), ("basis", "规划")]
    assert said(found) == []


def test_another_project_is_another_form_with_a_title_or_without() -> None:
    other = row("项目名称", "另一个项目")
    for title in (forms.TITLE, ""):
        found = read(page(NAME, *FUNDS, *INDICATORS), page(other, *FUNDS, *INDICATORS, title=title))
        assert [target["project"] for target in found.targets if target["field"] == "project"] == [
            "示例项目",
            "另一个项目",
        ]
        assert indicators(found, 1) == indicators(found, 2) == LINES


def test_two_forms_on_one_page_are_two() -> None:
    first, second = page(NAME, *FUNDS), page(row("项目名称", "另一个项目"), *FUNDS, y=400)
    lower = replace(second.texts[0], y=360)
    found = read(replace(first, texts=[*first.texts, lower], grids=[*first.grids, *second.grids]))
    assert [head(found, number)[0] for number in (1, 2)] == [("project", "示例项目"), ("project", "另一个项目")]


def test_forms_below_each_other_in_one_ruled_area_are_many() -> None:
    other = row("项目名称", "另一个项目")
    found = read(page(*INSIDE, NAME, *FUNDS, *INDICATORS, *INSIDE, other, *FUNDS, *INDICATORS, title=""))
    assert [head(found, number)[:2] for number in (1, 2)] == [
        [("year", "2024"), ("project", "示例项目")],
        [("year", "2024"), ("project", "另一个项目")],
    ]
    assert indicators(found, 1) == indicators(found, 2) == LINES
    assert said(found) == []


def test_a_ruled_list_that_only_names_forms_is_no_form() -> None:
    found = read(page(row("目录"), row("部门职责"), row("项目支出绩效目标表"), row("名词解释"), title=""))
    assert found.targets == []
    assert said(found) == []


def test_a_form_without_any_label_that_is_known_is_named() -> None:
    found = read(page(("甲", "乙", "丙", LEFT, LEFT, LEFT), ("丁", "12", "己", LEFT, LEFT, LEFT)))
    assert found.targets == []
    assert said(found) == [("form.not_read", 2, "")]


@pytest.mark.parametrize("title", ["附件2：项目支出绩效目标表", "表10 项目支出绩效目标表", "项目支出绩效目标表（续）"])
def test_what_stands_around_a_title_does_not_hide_it(title: str) -> None:
    assert amounts(read(page(NAME, *FUNDS, title=title))) == PROVED


def test_a_title_may_be_broken_over_two_lines() -> None:
    lines = (Text(297, 60, "示例市示范局项目支出", 16, "center"), Text(297, 85, "绩效目标申报表", 16, "center"))
    assert amounts(read(page(NAME, *FUNDS, title="", texts=lines))) == PROVED


def test_a_title_that_says_that_the_form_goes_on_does_not_begin_another() -> None:
    found = read(page(*FIRST), page(*SECOND, title="项目支出绩效目标表（续）"))
    assert indicators(found) == ALL_LINES[:4]


LEFT_PART = (
    ("项目名称", "示例项目", "项目性质"),
    ("主管部门", "示范局", "实施单位"),
    ("项目资金（元）", "项目资金总额", "100.00"),
    (ABOVE, "其中：财政资金", "100.00"),
    (ABOVE, "其他资金", "0.00"),
    ("一级指标", "二级指标", "三级指标"),
    ("产出指标", "数量指标", "甲"),
    (ABOVE, "质量指标", "乙"),
)
RIGHT_PART = (
    ("经常性项目", LEFT),
    ("示范中心", LEFT),
    ("年度资金申请总额", "60.00"),
    ("其中：当年财政拨款", "50.00"),
    ("其他资金", "10.00"),
    ("指标值", LEFT),
    ("≥1次", LEFT),
    ("=90.00(%)", LEFT),
)
LEFT_BELOW = (("效益指标", "社会效益", "丙"), (ABOVE, "经济效益", "丁"), ("满意度指标", "满意度", "戊"))
RIGHT_BELOW = (("≥3次", LEFT), ("好", LEFT), ("90%以上", LEFT))
WIDE = [("department", "示范局"), ("project", "示例项目"), ("project_nature", "经常性项目"), ("unit", "示范中心")]
BELOW = [
    ("效益指标", "社会效益", "丙", "≥3次"),
    ("效益指标", "经济效益", "丁", "好"),
    ("满意度指标", "满意度", "戊", "90%以上"),
]
OF_LEFT, OF_RIGHT = (150.0, 150.0, 150.0), (120.0, 100.0)


@pytest.mark.parametrize("title", ["", forms.TITLE])
def test_a_form_that_is_wider_than_the_page_is_one(title: str) -> None:
    found = read(page(*LEFT_PART, widths=OF_LEFT), page(*RIGHT_PART, widths=OF_RIGHT, title=title))
    assert said(found) == []
    assert set(WIDE) <= set(head(found))
    assert amounts(found) == PROVED
    assert indicators(found) == LINES
    assert {target["page"] for target in found.targets if target["kind"] == "indicator"} == {3}


@pytest.mark.parametrize("order", ["down, then over", "over, then down"])
def test_a_form_that_is_wider_and_longer_than_the_page_is_one(order: str) -> None:
    left, right = page(*LEFT_PART, widths=OF_LEFT), page(*RIGHT_PART, widths=OF_RIGHT, title="")
    lower = page(*LEFT_BELOW, widths=OF_LEFT, title="", y=60), page(*RIGHT_BELOW, widths=OF_RIGHT, title="", y=60)
    pages = (left, lower[0], right, lower[1]) if order == "down, then over" else (left, right, *lower)
    found = read(*pages)
    assert said(found) == []
    assert amounts(found) == PROVED
    assert indicators(found) == LINES + BELOW


def test_a_ruled_area_behind_a_form_that_is_no_part_of_it_is_named() -> None:
    found = read(page(NAME, *FUNDS), page(("一个", "别的"), ("东西", "在此"), widths=(90, 77), title="", y=333))
    assert said(found) == [("form.not_read", 3, "")]
    assert amounts(found) == PROVED


# Labels and values.


def test_amounts_in_wan_yuan_are_written_in_yuan() -> None:
    funds = [tuple(cell.replace("（元）", "（万元）") for cell in cells) for cells in FUNDS]
    found = read(page(NAME, *funds))
    assert amounts(found)["annual_fiscal"] == ("500000.00", "proved")
    assert {target["unit"] for target in found.targets if target["amount"] is not None} == {"万元"}


@pytest.mark.parametrize("where", ["above", "in a row", "behind the number"])
def test_the_unit_may_stand_elsewhere(where: str) -> None:
    funds = [tuple(cell.replace("（元）", "") for cell in cells) for cells in FUNDS]
    if where == "above":
        found = read(page(NAME, *funds, texts=(Text(450, 100, "单位：万元", 9),)))
    elif where == "in a row":
        found = read(page(row("金额单位：万元"), NAME, *funds))
    else:
        behind = [tuple(f"{cell}万元" if cell.endswith(".00") else cell for cell in cells) for cells in funds]
        found = read(page(NAME, *behind))
    assert amounts(found)["annual_funds"] == ("600000.00", "proved")
    assert said(found) == []


def test_amounts_without_a_unit_are_named_and_not_written() -> None:
    found = read(page(NAME, row("项目总预算", "100.00")))
    assert head(found)[-1] == ("total_funds", "100.00")
    assert amounts(found) == {}
    assert said(found) == [("form.no_unit", 2, "100.00")]


def test_an_amount_that_is_no_number_is_named_and_its_sum_not_judged() -> None:
    funds = [tuple("五十" if cell == "50.00" else cell for cell in cells) for cells in FUNDS]
    found = read(page(NAME, *funds))
    assert said(found) == [("amount.not_a_number", 2, "五十")]
    assert ("annual_fiscal", "五十") in head(found)
    assert amounts(found)["annual_funds"] == ("60.00", "unproved")
    assert amounts(found)["total_funds"] == ("100.00", "proved")


def test_an_unknown_label_is_written_and_named() -> None:
    found = read(page(NAME, row("示范区域", "城东"), *FUNDS))
    assert ("示范区域", "城东") in head(found)
    assert said(found) == [("form.unknown_label", 2, "示范区域")]


def test_a_source_that_is_not_known_leaves_the_sum_unjudged() -> None:
    more = ("", "", "", "彩票公益金", "7.00", LEFT)
    found = read(page(NAME, *FUNDS[:2], (ABOVE, *more[1:]), (ABOVE, *FUNDS[2][1:])))
    assert amounts(found)["annual_funds"] == ("60.00", "unproved")
    assert ("form.unknown_label", 2, "彩票公益金") in said(found)


def test_no_text_of_a_form_is_lost_in_silence() -> None:
    found = read(page(NAME, row("这里写着一段很长的文字，它既不是任何一个字段的名称，也不是它的值。"), *FUNDS))
    assert [rule for rule, _, _ in said(found)] == ["form.not_read"]


def test_a_blank_cell_gives_no_line_and_a_missing_one_is_named() -> None:
    found = read(page(("项目名称", "示例项目", LEFT, "联系人", "", LEFT), row("项目负责人", "")))
    assert head(found) == [("project", "示例项目")]
    assert said(found) == []


def test_rows_may_be_numbered() -> None:
    found = read(page(("1", "项目名称", "示例项目", LEFT, LEFT, LEFT), ("2", "项目概况", "概况", LEFT, LEFT, LEFT)))
    assert head(found) == [("project", "示例项目"), ("summary", "概况")]
    assert said(found) == []


def test_a_goal_of_no_time_is_a_goal_and_over_others_a_heading() -> None:
    found = read(page(NAME, row("项目绩效目标", "目标甲")))
    assert head(found)[1:] == [("goal", "目标甲")]
    found = read(page(NAME, row("项目绩效目标", "年度目标"), (ABOVE, *row("", "目标乙")[1:])))
    assert head(found)[1:] == [("annual_goal", "目标乙")]
    assert said(found) == []


def test_signatures_are_fields_only_where_they_are_filled() -> None:
    found = read(page(NAME, row("填报单位负责人（签名）：填报人：张三填报日期：2024-01-05")))
    assert head(found)[1:] == [("filled_by", "张三"), ("filled_on", "2024-01-05")]


def test_the_year_is_that_of_the_title_where_nothing_else_says_it() -> None:
    found = read(page(NAME, title="2024年项目支出绩效目标表"))
    assert ("year", "2024") in head(found)


def test_a_year_behind_the_title_does_not_hide_it() -> None:
    found = read(page(NAME, *FUNDS, title="项目支出绩效目标申报表（2024年度）"))
    assert ("year", "2024") in head(found)
    assert amounts(found) == PROVED


# Tables of indicators and of sub-projects.


def test_indicators_with_two_levels_and_columns_of_their_own() -> None:
    found = read(
        page(
            NAME,
            ("一级指标", "指标名称", "指标性质", "指标值", "度量单位", "权重"),
            ("产出指标", "个数", "≥", "5", "个", "10"),
            (ABOVE, "时效", "=", "及时", "", "20"),
        )
    )
    assert said(found) == []
    told = [(t["level_1"], t["level_2"], t["field"], t["value"]) for t in found.targets if t["kind"] == "indicator"]
    assert told == [
        ("产出指标", "个数", "target", "5"),
        ("产出指标", "个数", "weight", "10"),
        ("产出指标", "时效", "target", "及时"),
        ("产出指标", "时效", "weight", "20"),
    ]
    first = next(t for t in found.targets if t["field"] == "target")
    assert (first["comparator"], str(first["number"]), first["number_unit"]) == ("≥", "5", "个")


def test_an_indicator_without_a_value_is_a_line_without_one() -> None:
    found = read(page(NAME, *INDICATORS, (ABOVE, ABOVE, "时效指标", "丙", "", LEFT)))
    assert indicators(found) == [*LINES, ("产出指标", "时效指标", "丙", "")]


@pytest.mark.parametrize("above", ["绩效目标值", "目标"])
def test_a_header_of_two_rows(above: str) -> None:
    found = read(
        page(
            NAME,
            ("绩效指标", "一级指标", "二级指标", "三级指标", above, LEFT),
            (ABOVE, ABOVE, ABOVE, ABOVE, "实施期指标值", "年度指标值"),
            (ABOVE, "产出指标", "数量指标", "个数", "≥15个", "≥5个"),
        )
    )
    assert [(t["field"], t["value"]) for t in found.targets if t["kind"] == "indicator"] == [
        ("total_target", "≥15个"),
        ("target", "≥5个"),
    ]


def test_an_unknown_word_over_finer_headers_makes_them_unknown() -> None:
    found = read(
        page(
            NAME,
            ("绩效指标", "一级指标", "二级指标", "三级指标", "往年情况", LEFT),
            (ABOVE, ABOVE, ABOVE, ABOVE, "指标值", "备注"),
            (ABOVE, "产出指标", "数量指标", "个数", "≥15个", "甲"),
        )
    )
    assert [(t["field"], t["label"], t["value"]) for t in found.targets if t["kind"] == "indicator"] == [
        (None, "往年情况 指标值", "≥15个"),
        (None, "往年情况 备注", "甲"),
    ]
    assert [rule for rule, _, _ in said(found)] == ["form.unknown_label"] * 2


def test_indicators_of_all_years_beside_those_of_this_year() -> None:
    found = read(
        page(
            ("项目名称", "示例项目", *[LEFT] * 6),
            ("总体目标", "中期目标（2024年—2026年）", LEFT, LEFT, LEFT, "年度目标", LEFT, LEFT),
            (ABOVE, "目标一", LEFT, LEFT, LEFT, "目标二", LEFT, LEFT),
            ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"),
            (ABOVE, "产出指标", "数量指标", "个数", "≥15个", "数量指标", "件数", "≥5件"),
            widths=(60,) * 8,
        )
    )
    assert said(found) == []
    assert head(found)[1:] == [("overall_goal", "目标一"), ("annual_goal", "目标二")]
    assert [
        (t["field"], t["level_1"], t["level_3"], t["value"]) for t in found.targets if t["kind"] == "indicator"
    ] == [("total_target", "产出指标", "个数", "≥15个"), ("target", "产出指标", "件数", "≥5件")]


def test_an_unknown_column_of_indicators_is_written_and_named() -> None:
    found = read(
        page(
            NAME,
            ("一级指标", "二级指标", "三级指标", "指标值", "指标来源处", LEFT),
            ("产出指标", "数量指标", "甲", "≥1次", "年报", LEFT),
        )
    )
    assert [(t["field"], t["label"], t["value"]) for t in found.targets if t["kind"] == "indicator"] == [
        ("target", "指标值", "≥1次"),
        (None, "指标来源处", "年报"),
    ]
    assert said(found) == [("form.unknown_label", 2, "指标来源处")]


SUB = (("当年投入", "子项目名称", LEFT, "预算金额（元）", LEFT, LEFT),)


def sub_projects(*amounts: str, total: str = "60.00") -> Document:
    rows = [("", f"子项目{n}", LEFT, amount, LEFT, LEFT) for n, amount in enumerate(amounts, start=1)]
    return read(page(NAME, row("项目当年预算（元）", total), ("项目当年投入资金构成", *SUB[0][1:]), *_merged(rows)))


def _merged(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(ABOVE, *cells[1:]) for cells in rows]


def test_sub_projects_must_sum_up_to_the_money_of_the_year() -> None:
    found = sub_projects("40.00", "20.00")
    assert said(found) == []
    assert {t["status"] for t in found.targets if t["amount"] is not None} == {"proved"}
    found = sub_projects("40.00", "19.00")
    assert said(found) == [("form.sub_projects", 2, "60.00")]
    wrong = next(finding for finding in found.findings if finding.rule == "form.sub_projects")
    assert (str(wrong.expected), str(wrong.difference)) == ("59", "1")
    assert {t["status"] for t in found.targets if t["amount"] is not None} == {"contradicted"}


def test_figures_in_whole_wan_yuan_may_be_rounded() -> None:
    rows = [("", f"子项目{n}", LEFT, "3万元", LEFT, LEFT) for n in (1, 2, 3)]
    found = read(
        page(NAME, row("项目当年预算（元）", "100000.00"), ("项目当年投入资金构成", *SUB[0][1:]), *_merged(rows))
    )
    assert said(found) == []


def test_a_printed_sum_of_the_sub_projects_is_no_sub_project() -> None:
    rows = [("", "子项目一", LEFT, "60.00", LEFT, LEFT), ("", "合计", LEFT, "60.00", LEFT, LEFT)]
    found = read(page(NAME, row("项目当年预算（元）", "60.00"), ("项目当年投入资金构成", *SUB[0][1:]), *_merged(rows)))
    assert [t["field"] for t in found.targets if t["kind"] == "sub_project"] == ["sub_project", "sub_projects_total"]
    assert said(found) == []


def test_tasks_of_a_whole_body_with_amounts_by_source() -> None:
    found = read(
        page(
            row("部门（单位）名称", "示例市示范局"),
            ("年度主要任务", "任务名称", "主要内容", "预算金额（万元）", LEFT, LEFT),
            (ABOVE, ABOVE, ABOVE, "总额", "财政拨款", "其他资金"),
            (ABOVE, "任务一", "做甲", "30", "20", "10"),
            (ABOVE, "任务二", "做乙", "5", "5", ""),
            (ABOVE, "金额合计", LEFT, "35", "25", "10"),
            row("年度总体目标", "好好干"),
            title="部门整体支出绩效目标申报表",
        )
    )
    assert said(found) == []
    told = [(t["field"], t["sub_project"], t["value"]) for t in found.targets if t["kind"] == "sub_project"]
    assert told[:3] == [
        ("content", "任务一", "做甲"),
        ("sub_project", "任务一", "30"),
        ("sub_project_fiscal", "任务一", "20"),
    ]
    assert ("sub_projects_total", "金额合计", "35") in told
    assert head(found) == [("department", "示例市示范局"), ("annual_goal", "好好干")]


def test_a_form_that_lists_many_projects() -> None:
    header = ("项目名称", "预算数（万元）", "年度目标", "一级指标", "二级指标", "三级指标", "指标值", "权重")
    found = read(
        page(
            header,
            ("甲项目", "10", "目标甲", "产出指标", "数量指标", "个数", "≥5个", "10"),
            (ABOVE, ABOVE, ABOVE, ABOVE, "质量指标", "合格", "100%", "20"),
            ("乙项目", "20", "目标乙", "产出指标", "数量指标", "次数", "≥6次", ""),
            widths=(60,) * 8,
        ),
        page(
            header,
            ("", "", "", "效益指标", "社会效益", "丁", "好", ""),
            ("丙项目", "30", "目标丙", "产出指标", "数量指标", "人数", "7人", ""),
            widths=(60,) * 8,
            title="",
        ),
    )
    assert said(found) == []
    assert [(t["project"], f"{t['amount']:.2f}") for t in found.targets if t["field"] == "annual_funds"] == [
        ("甲项目", "100000.00"),
        ("乙项目", "200000.00"),
        ("丙项目", "300000.00"),
    ]
    assert [(t["project"], t["level_3"], t["value"]) for t in found.targets if t["field"] == "target"] == [
        ("甲项目", "个数", "≥5个"),
        ("甲项目", "合格", "100%"),
        ("乙项目", "次数", "≥6次"),
        ("乙项目", "丁", "好"),
        ("丙项目", "人数", "7人"),
    ]


def test_sources_are_those_of_the_total_above_them_or_before_them() -> None:
    found = read(
        page(
            NAME,
            ("项目资金（元）", "项目资金总额", "100.00", "年度资金申请总额", "60.00", LEFT),
            (ABOVE, "财政资金", LEFT, "当年财政拨款", "50.00", LEFT),
            (ABOVE, "90.00", LEFT, "其他资金", "10.00", LEFT),
        ),
        page(
            row("项目名称", "另一个项目"),
            ("项目资金（元）", "年度资金总额：", "60.00", "其中：财政拨款", "50.00", LEFT),
            (ABOVE, "", "", "其他资金", "10.00", LEFT),
        ),
    )
    assert said(found) == []
    assert [(t["form"], t["field"]) for t in found.targets if t["amount"] is not None] == [
        *((1, "total_funds"), (1, "annual_funds"), (1, "annual_fiscal"), (1, "total_fiscal"), (1, "annual_other")),
        *((2, "annual_funds"), (2, "annual_fiscal"), (2, "annual_other")),
    ]


# Sums.


def test_a_total_that_is_not_the_sum_of_its_sources() -> None:
    funds = [tuple("59.00" if cell == "60.00" else cell for cell in cells) for cells in FUNDS]
    found = read(page(NAME, *funds))
    assert said(found) == [("form.sum", 2, "59.00")]
    assert {name for name, (_, status) in amounts(found).items() if status == "contradicted"} == {
        *("annual_funds", "annual_fiscal", "annual_other")
    }


def test_a_source_larger_than_its_total_is_one_finding() -> None:
    funds = [tuple("90.00" if cell == "50.00" else cell for cell in cells) for cells in FUNDS]
    found = read(page(NAME, *funds))
    assert said(found) == [("form.over_total", 2, "90.00")]


def test_without_the_rest_sources_need_not_make_up_the_total() -> None:
    found = read(page(NAME, *FUNDS[:1], (ABOVE, "其中：财政资金", "90.00", "其中：当年财政拨款", "50.00", LEFT)))
    assert said(found) == []
    assert {status for _, status in amounts(found).values()} == {"unproved"}


def test_the_year_may_not_cost_more_than_the_whole_project() -> None:
    found = read(page(NAME, ("项目总预算（元）", "50.00", LEFT, "项目当年预算（元）", "60.00", LEFT)))
    assert said(found) == [("form.over_total", 2, "60.00")]


# Tick boxes.


def ticked(text: str) -> list[str]:
    found = read(page(NAME, row("项目类型", text)))
    return [value for field, value in head(found) if field == "project_type"] + [rule for rule, _, _ in said(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("□一次性 ☑经常性", ["经常性"]),
        ("一次性□ 经常性☑", ["经常性"]),
        ("☑一次性 ☑经常性 □其他", ["一次性", "经常性"]),
        ("■一次性 □经常性", ["一次性"]),
        ("一次性（√） 经常性（ ）", ["一次性"]),
        ("□一次性 √经常性", ["经常性"]),
        ("□一次性 ☑经常性 □其他（ ）", ["经常性"]),
        ("□一次性 □经常性", ["form.none_ticked"]),
        ("□一次性 经常性□", ["form.tick_unclear"]),
        ("√一次性 经常性", ["form.tick_unclear"]),
        ("一次性项目 经常性项目", ["form.tick_unclear"]),
    ],
)
def test_ticked_choices(text: str, expected: list[str]) -> None:
    assert ticked(text) == expected


def test_choices_in_cells_of_their_own() -> None:
    found = read(page(NAME, ("项目类型", "□一次性", "☑经常性", "□其他", "备注", "没有")))
    assert head(found)[1:] == [("project_type", "经常性"), ("remark", "没有")]
    assert said(found) == []


def test_a_second_row_of_choices_beside_a_blank_label() -> None:
    found = read(page(NAME, row("项目类型", "□新增项目 ☑经常性项目"), row("", "信息化建设类 □ 政府购买服务 ☑")))
    assert head(found)[1:] == [("project_type", "经常性项目"), ("fund_use", "政府购买服务")]
    assert said(found) == []


MARKS = {
    "": "form.none_ticked",
    "tick": "经常性项目",
    "cross": "经常性项目",
    "fill": "经常性项目",
    "dot": "form.tick_unclear",
}


@pytest.mark.parametrize(("sides", "mark"), list(product(["rect", "lines", "thin_rects"], MARKS)))
def test_drawn_boxes_are_boxes_and_no_cells(sides: str, mark: str) -> None:
    texts = (Text(160, 148, "一次性项目", 9), Text(260, 148, "经常性项目", 9))
    boxes = [TickBox(150, 149, sides=sides), TickBox(250, 149, mark=mark, sides=sides)]  # type: ignore[arg-type]
    found = read(page(NAME, row("项目类型", ""), *FUNDS, texts=texts, boxes=boxes))
    told = [value for field, value in head(found) if field == "project_type"] + [rule for rule, _, _ in said(found)]
    # A mark that ticks nothing for certain is ink without a text as well.
    assert [each for each in told if each != "page.not_text" or mark != "dot"] == [MARKS[mark]]
    assert amounts(found) == PROVED


def test_drawn_boxes_beside_a_table_do_not_disturb_it() -> None:
    plain = small.expenditure()
    boxes = [TickBox(65, 105), TickBox(700, 105, mark="tick"), TickBox(300, 400, sides="lines")]
    assert small.amounts(small.read(replace(plain, boxes=boxes))) == small.amounts(small.read(plain))


def test_a_printed_tick_on_a_box_ticks_it() -> None:
    texts = (Text(150, 148, "□一次性项目", 9), Text(250, 148, "□经常性项目", 9), Text(250, 148, "√", 9))
    found = read(page(NAME, row("项目类型", ""), texts=texts))
    assert head(found)[-1] == ("project_type", "经常性项目")


def test_a_glyph_without_a_meaning_leaves_its_cell_unread() -> None:
    plain = assemble

    def blinded(raw: RawPage) -> ReadPage:
        made = plain(raw)
        glyphs = (char._replace(text="\uf0ff") if char.text == "□" else char for char in made.characters)
        return replace(made, characters=tuple(glyphs))

    with patch.object(pdf, "assemble", blinded):
        found = read(page(NAME, row("项目类型", "□一次性 ☑经常性"), row("项目概况", "好")))
    assert head(found)[1:] == [("summary", "好")]
    assert [rule for rule, _, _ in said(found)] == ["form.not_read"]


# Against the prose.


@pytest.fixture
def of_shanghai(monkeypatch: pytest.MonkeyPatch) -> None:
    """One table tells no way that a document follows; its sentences are read as in one that does."""

    def prose(document: Document, _: Style, __: bool, text: Sequence[Paragraph]) -> tuple[Prose, Wording]:
        return _prose(document, SHANGHAI, True, text)

    monkeypatch.setattr("yusuan.pipeline.document.steps._prose", prose)


def against(sentence: str) -> list[tuple[str, int | None, str]]:
    prose = Page([Text(72, 100, "四、预算绩效情况", 12), Text(72, 130, sentence, 12)])
    return said(small.read(small.expenditure(), prose, page(NAME, *FUNDS)))


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("2024年度，本部门实行绩效目标管理的项目1个，涉及预算金额0.006万元。", []),
        ("2024年度，本部门实行绩效目标管理的项目1个，涉及预算金额0.007万元。", ["form.projects"]),
        ("2024年度，本部门实行绩效目标管理的项目3个，涉及预算金额0.007万元。", []),
        ("2024年度，本部门实行绩效目标管理的项目3个，涉及预算金额0.005万元。", ["form.projects"]),
        ("2024年度，本部门实行绩效目标管理的项目0个，涉及预算金额0.007万元。", ["form.projects"]),
    ],
)
@pytest.mark.usefixtures("of_shanghai")
def test_forms_against_the_projects_that_the_prose_states(sentence: str, rules: list[str]) -> None:
    assert [rule for rule, _, _ in against(sentence) if rule.startswith("form.")] == rules


def test_forms_are_not_held_against_what_no_formula_has_read() -> None:
    said = against("2024年度，本部门实行绩效目标管理的项目0个，涉及预算金额0.007万元。")
    assert [rule for rule, _, _ in said if rule.startswith("form.")] == []
