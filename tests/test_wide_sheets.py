"""Sheets that are wider than their pages: further columns stand on pages of their own."""

from __future__ import annotations

import pytest

from tests.sheets import COVER, read
from tests.small import amounts
from typeset import A4_LANDSCAPE, Grid, Page, Text
from yusuan.pipeline.document.document import Document

NAMES = (
    ("科目编码", "科目名称", "合计"),
    ("205", "教育支出", "30.00"),
    ("20508", "进修及培训", "30.00"),
    ("2050803", "培训支出", "30.00"),
    ("208", "社会保障和就业支出", "12.00"),
    ("", "合计", "42.00"),
)
MORE = (("基本支出", "项目支出"), *(("20.00", "10.00"),) * 3, ("12.00", ""), ("32.00", "10.00"))


def left(rows: tuple[tuple[str, ...], ...] = NAMES, top: float = 120, titled: bool = True) -> Page:
    texts = [Text(60, 90, "部门：示例市示范局")] + ([Text(700, 50, "部门支出总表", 18, "center")] if titled else [])
    return Page(texts, [Grid(60, top, [120, 300, 280], 24, rows, size=9)], size=A4_LANDSCAPE)


def right(rows: tuple[tuple[str, ...], ...] = MORE, top: float = 120, unit: bool = True, title: str = "") -> Page:
    texts = [Text(300, 90, "单位：万元", align="right")] if unit else []
    texts += [Text(200, 50, title, 18, "center")] if title else []
    return Page(texts, [Grid(40, top, [130, 130], 24, rows, size=9)], size=A4_LANDSCAPE)


def whole(found: Document) -> dict[tuple[str, str], str]:
    return {(code, measure): amount for (code, _, measure), amount in amounts(found).items()}


def test_columns_on_a_page_of_their_own_had_no_names() -> None:
    found = read(COVER, left(), right())
    assert whole(found)["2050803", "basic"] == "200000.00"
    assert whole(found)["208", "total"] == "120000.00"
    assert {item["status"] for item in found.items} == {"proved"}
    assert not found.others and not found.unread
    pages = {item["measure"]: item["page"] for item in found.items}
    assert pages == {"total": 2, "basic": 3, "project": 3}
    assert {item["x0"] for item in found.items if item["measure"] == "project"} == {170.0}


def test_a_third_page_may_be_blank() -> None:
    found = read(COVER, left(), right(unit=False), right((("上缴上级支出", "经营支出"), *(("", ""),) * 5)))
    assert whole(found)["2050803", "project"] == "100000.00"
    assert not found.others


def test_rows_may_go_on_before_the_further_columns_come() -> None:
    head, more = NAMES[:1], MORE[:1]
    found = read(
        COVER,
        left((*head, *NAMES[1:4])),
        left((*head, *NAMES[4:]), titled=False),
        right((*more, *MORE[1:4])),
        right((*more, *MORE[4:]), unit=False),
    )
    places = {(item["code"], item["measure"]): item["page"] for item in found.items}
    assert (places["2050803", "basic"], places["208", "total"], places["208", "basic"]) == (4, 3, 5)
    assert whole(found)["", "project"] == "100000.00"


def test_a_title_on_a_later_page_of_the_further_columns_is_of_another_table() -> None:
    found = read(
        COVER,
        left((*NAMES[:1], *NAMES[1:4])),
        left((*NAMES[:1], *NAMES[3:]), titled=False),
        right((*MORE[:1], *MORE[1:4])),
        right((*MORE[:1], *MORE[3:]), title="政府性基金预算支出表"),
    )
    assert not {item["measure"] for item in found.items if item["page"] > 3}


@pytest.mark.parametrize(
    "page",
    [
        right(top=140),
        right(title="部门收入总表"),
        right(title="“三公”经费支出情况说明"),
        right((("科目名称", "项目支出"), *MORE[1:])),
        right((*MORE[:-1], ("共三十二元", "10.00"))),
    ],
    ids=[
        "at other heights",
        "with a title of its own",
        "below another heading",
        "with names of its own",
        "with words below its header",
    ],
)
def test_a_page_that_is_no_part_of_the_sheet_names_none_of_its_figures_by_it(page: Page) -> None:
    found = read(COVER, left(), page)
    assert not {item["measure"] for item in found.items} & {"basic", "project"}
    assert not any("培训支出" in (other["row_names"] or "") for other in found.others if other["page"] == 3)


@pytest.mark.parametrize("before", [[left()], []], ids=["of a table that goes on", "of a table without a title"])
def test_a_table_with_a_title_gave_it_to_rows_of_the_page_before(before: list[Page]) -> None:
    found = read(COVER, *before, left(titled=False), right(title="政府性基金预算支出表"))
    assert not any(item["table"] == "government_fund_expenditure" for item in found.items)
    assert not {item["measure"] for item in found.items} & {"basic", "project"}


@pytest.mark.parametrize("heading", ["基金预算支出", "三、上年结转"])
def test_a_short_heading_was_taken_for_the_number_of_a_sheet(heading: str) -> None:
    found = read(COVER, left(), right(title=heading))
    assert not {item["measure"] for item in found.items} & {"basic", "project"}


@pytest.mark.parametrize("number", ["公开03表", "2026年1月20日", "附件2", "表5-2", "第2页"])
def test_the_number_of_a_sheet_may_stand_over_its_further_columns(number: str) -> None:
    found = read(COVER, left(), right(title=number))
    assert {item["measure"] for item in found.items} == {"total", "basic", "project"}


def test_one_row_at_the_height_of_another_says_nothing() -> None:
    found = read(COVER, left((*NAMES[:1], ("", "合计", "42.00"))), right((*MORE[:1], ("32.00", "10.00"))))
    assert not {item["measure"] for item in found.items} & {"basic", "project"}


def test_a_title_over_the_edge_of_a_page_is_printed_on_both() -> None:
    found = read(COVER, left(), right(title="部门支出总表"))
    assert whole(found)["2050803", "basic"] == "200000.00"
    assert {item["status"] for item in found.items} == {"proved"}
