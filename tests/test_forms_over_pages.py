"""Forms over pages, beside pages and below each other: where one ends and which parts are of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import forms
from tests.forms import FUNDS, INDICATORS, NAME, amounts, head, indicators, page, read, said
from tests.odd_forms import LINES, PROVED, row
from typeset import ABOVE, LEFT, Text
from yusuan.pipeline.document.document import Document

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
