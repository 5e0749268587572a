"""Titles that say a part of the money: their tables were read as those of all of it, and proved by their own sums."""

from __future__ import annotations

import pytest

from tests import sheets
from tests.forms_of_cities import Form, body, lines, pages
from tests.sheets import counted, printed, read
from yusuan.pipeline.understand.wholes import strange

PARTS = (
    *(
        "单位资金支出预算表",
        "其他资金支出预算表",
        "教育收费支出表",
        "追加预算支出表",
        "专项资金支出表",
        "人员经费支出表",
    ),
    *("公用经费支出预算表", "工资福利支出预算表", "对个人和家庭补助支出预算表", "基建支出表", "国库集中支付支出表"),
    *("支出预算变动表", "经营支出预算表", "上级补助支出表", "结余资金支出表", "重点支出表", "直达资金支出表"),
    *("住房公积金支出表", "全区教育支出预算表", "示例市住房公积金支出预算表", "住房公积金2026年支出预算表"),
    *(
        "支出总表（仅人员）",
        "支出总表（不含教育）",
        "支出总表（单位资金）",
        "支出总表（教育收费）",
        "一般公共预算支出表（上年结转）",
    ),
    *("一般公共预算支出表（中央提前下达）", "城市建设维护资金支出表"),
)
WHOLES = (
    *("支出预算总表", "部门支出预算明细表", "2026年支出预算情况表", "部门支出总表（按功能科目）", "支出总表（含本级）"),
    *("支出总表（不含上年结转）", "支出总表（一）", "支出总表（功能科目到项级）", "示例市示范局2026年部门支出总表"),
    *(
        "示例监狱2026年部门支出总表",
        "中共示例市委部门支出总表",
        "全市支出总表",
        "部门预算项目支出及其他支出预算表",
    ),
    "示例市教育局2026年部门支出总表",
    *("国有资本经营预算支出表", "财政专户管理资金支出表", "一般公共预算经费拨款支出表", "部门综合预算收支总表"),
)
HEADER = lines("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出")


@pytest.mark.parametrize("title", PARTS)
def test_a_title_of_a_part_is_not_that_of_all_money(title: str) -> None:
    form = Form(title, title, HEADER, "code item total=basic+project basic project", "")
    found = read(*pages(form))
    assert not found.items
    assert "table.unknown_title" in {finding.rule for finding in found.findings}
    assert not printed(body(form)) - counted(found)


@pytest.mark.parametrize("title", WHOLES)
def test_what_leaves_a_table_what_it_is_is_no_strange_word(title: str) -> None:
    assert not strange(title)


def test_the_body_is_taken_off_its_title() -> None:
    assert not strange("青山中学支出总表", "青山中学")
    assert strange("住房公积金支出总表", "示例市示范局") == "住房公积金"


def test_tables_of_a_whole_government_that_look_like_those_of_a_body_are_named() -> None:
    whole = sheets.body("示例市", "2026年政府预算")
    forms = [
        Form(title, title, HEADER, "code item total=basic+project basic project", "")
        for title in ("2026年全市一般公共预算支出表", "2026年市本级一般公共预算支出表")
    ]
    found = read(whole, *(pages(form)[1] for form in forms))
    assert not found.items
    assert [finding.rule for finding in found.findings].count("table.unknown_title") == 2
    assert not printed(*map(body, forms)) - counted(found)
