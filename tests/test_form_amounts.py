"""Amounts of forms: their units, what they sum up to, and what cannot be judged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.forms import FUNDS, NAME, amounts, head, page, read, said
from tests.odd_forms import row
from typeset import ABOVE, LEFT, Text
from yusuan.pipeline.document.document import Document


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


def test_a_source_that_is_not_known_leaves_the_sum_unjudged() -> None:
    more = ("", "", "", "彩票公益金", "7.00", LEFT)
    found = read(page(NAME, *FUNDS[:2], (ABOVE, *more[1:]), (ABOVE, *FUNDS[2][1:])))
    assert amounts(found)["annual_funds"] == ("60.00", "unproved")
    assert ("form.unknown_label", 2, "彩票公益金") in said(found)


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
