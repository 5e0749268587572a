"""Whose a final account is, by cover, headings and titles."""

from __future__ import annotations

import pytest

from tests.final_accounts import ENTITY, FUND, FUND_TITLE, FUND_WIDTHS, final, prose, rules, table
from tests.small import SMALL, read
from typeset import Page, Text


def test_the_body_is_named_on_the_cover_and_in_headings() -> None:
    found = final(table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert found.publication is not None
    own = found.publication
    assert (own.entity, own.fiscal_year, own.stage, own.entity_level) == (ENTITY, 2024, "final", "department")


def test_a_name_broken_over_lines_of_the_cover() -> None:
    cover = Page([Text(400, 150, "示例市示范和"), Text(400, 180, "规划局"), Text(400, 220, "2024 年度单位决算")])
    found = read(cover, table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert found.publication is not None
    assert (found.publication.entity, found.publication.entity_level) == ("示例市示范和规划局", "unit")


def test_a_heading_that_names_another_body_is_named() -> None:
    page = table(FUND_TITLE, FUND, FUND_WIDTHS)
    heading = prose("第二部分示例市财政局2024年度部门决算表")
    second = prose(f"第三部分{ENTITY}2024年度部门决算情况说明")
    found = final(heading, page, second)
    assert found.publication is not None
    assert found.publication.entity == ENTITY
    assert [(f.rule, f.page) for f in found.findings if f.severity == "error"] == [("document.entities_differ", 3)]


def test_a_cover_that_still_holds_the_text_of_the_form() -> None:
    cover = Page([Text(400, 150, "上海市XX局", 24), Text(400, 220, "2024年度部门决算", 24)])
    found = final(table(FUND_TITLE, FUND, FUND_WIDTHS), cover=cover)
    assert found.publication is not None
    assert found.publication.entity == ENTITY
    assert [(f.rule, f.page) for f in found.findings if f.rule not in SMALL] == [("document.template_text", 1)]


def test_nobody_named_but_the_placeholder_of_the_form() -> None:
    cover = Page([Text(400, 150, "上海市××局2024年度部门决算", 24)])
    found = read(cover, table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert found.publication is not None
    assert found.publication.entity == ""
    assert "document.no_entity" in [finding.rule for finding in found.findings]


def test_one_table_alone_is_read_and_nothing_is_missing_that_nobody_knows_of() -> None:
    found = final(table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert len(found.items) == 20
    assert rules(found) == []


def test_a_title_with_body_and_year() -> None:
    found = final(table(f"{ENTITY}2024年度{FUND_TITLE}", FUND, FUND_WIDTHS))
    assert len(found.items) == 20


def test_a_name_broken_on_the_cover_with_its_end_beside_the_year() -> None:
    cover = Page([Text(400, 150, "示例市文化和"), Text(400, 190, "旅游局2024年度部门决算")])
    found = read(cover, table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert found.publication is not None
    assert found.publication.entity == "示例市文化和旅游局"


def test_a_body_below_the_name_of_the_one_above_it_on_the_cover() -> None:
    cover = Page([Text(400, 150, "示例市卫生健康委员会"), Text(400, 190, "示例市第一医院2024年度单位决算")])
    found = read(cover, table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert found.publication is not None
    assert (found.publication.entity, found.publication.entity_level) == ("示例市第一医院", "unit")


def test_the_form_says_department_of_any_body() -> None:
    cover = Page([Text(400, 150, "示例市第一中学"), Text(400, 190, "2024年度单位决算")])
    page = table(FUND_TITLE, FUND, FUND_WIDTHS)
    captioned = Page([*page.texts, Text(60, 90, "部门：示例市第一中学")], page.grids)
    found = read(cover, captioned)
    assert found.publication is not None
    assert (found.publication.entity, found.publication.entity_level) == ("示例市第一中学", "unit")


@pytest.mark.parametrize(
    "line",
    ["2.示例市示范局下属服务中心单位决算", "示例市示范局下属服务中心2024年度单位决算", "1、示例市示范局本级决算"],
)
def test_a_list_of_the_units_of_a_department_names_no_other_body(line: str) -> None:
    found = final(prose("二、部门决算单位构成", line), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert found.publication is not None
    assert found.publication.entity == ENTITY
    assert rules(found) == []
