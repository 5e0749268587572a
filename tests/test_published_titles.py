"""Whole tables were refused for a harmless word in their title, and tables of a part were read as those of all."""

from __future__ import annotations

import pytest

from tests.published_titles import PARTS, WHOLES
from yusuan.pipeline.layout.captions import looks_like_title
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.understand.titles import TitleMeaning, understand
from yusuan.pipeline.understand.wholes import strange

READ_BY_TOPIC = {"agency_operating", "three_public", "procurement", "purchased_services"}


@pytest.mark.parametrize("title", WHOLES)
def test_a_title_of_a_whole_table_is_not_refused(title: str) -> None:
    assert looks_like_title(key(title))
    assert not strange(title)
    assert not {*understand(title).topics} - READ_BY_TOPIC


@pytest.mark.parametrize("title", PARTS)
def test_a_title_of_a_part_is_refused(title: str) -> None:
    topics = understand(title).topics
    assert strange(title) or (topics and topics[0] not in READ_BY_TOPIC)


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("支出总表（含政府性基金预算）", TitleMeaning("expenditure")),
        ("支出总表（包括一般公共预算、政府性基金预算）", TitleMeaning("expenditure")),
        ("支出总表（含政府采购）", TitleMeaning("expenditure")),
        ("支出总表（按收入来源）", TitleMeaning("expenditure")),
        ("支出预算表（按政府预算经济分类）", TitleMeaning("expenditure", rows="government_economic")),
        ("基本支出和项目支出预算表", TitleMeaning("expenditure")),
        (
            "一般公共预算、政府性基金预算、国有资本经营预算支出表",
            TitleMeaning("expenditure", "fiscal_appropriation"),
        ),
        ("一般公共预算支出表（含政府性基金）", TitleMeaning("expenditure", "general_public")),
    ],
)
def test_what_brackets_explain_is_not_whose_money_it_is(title: str, meaning: TitleMeaning) -> None:
    assert understand(title) == meaning


def test_a_name_that_ends_as_a_body_does_is_none_before_words_of_money() -> None:
    assert strange("老干部支出预算表")
    assert strange("示例县乡镇支出预算表")
    assert strange("全市大学支出预算表")
    assert not strange("示例大学支出预算表")
    assert not strange("示例市住房公积金管理中心2026年支出总表")


def test_the_number_of_an_annex_does_not_take_digits_of_the_year() -> None:
    assert not strange("附件1-3 2026年部门支出总表")
    assert not strange("附件2 2026年示例局部门支出总表")
