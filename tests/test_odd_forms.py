"""Forms of publishers that nobody has seen: other labels, units, pages, boxes."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from tests import small
from tests.forms import FUNDS, INDICATORS, NAME, amounts, head, indicators, page, read, said
from tests.odd_forms import LINES, PROVED, row
from typeset import ABOVE, LEFT


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


def test_an_unknown_label_is_written_and_named() -> None:
    found = read(page(NAME, row("示范区域", "城东"), *FUNDS))
    assert ("示范区域", "城东") in head(found)
    assert said(found) == [("form.unknown_label", 2, "示范区域")]


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
