"""Forms of provinces that are in no corpus: each printed amount is the fact that its form declares, and no other."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tests.city_forms import FORMS, NOT_READ
from tests.forms_of_cities import Fact, Form, body, pages, truth
from tests.sheets import counted, printed, read
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.understand import columns


def said(found: Document, unit: str) -> Counter[Fact]:
    """The line items of a document as facts, amounts in the unit in which they are printed."""
    scale = 10_000 if "万元" in unit else 1
    return Counter(
        (
            *(str(item[name] or "") for name in ("table", "side", "code", "item", "measure", "basis")),
            2026 - item["fiscal_year"],
            f"{Decimal(item['amount']) / scale:.2f}",
        )
        for item in found.items
    )


@pytest.mark.parametrize("form", [*FORMS, *NOT_READ], ids=lambda form: form.name)
def test_each_amount_is_what_its_form_declares_and_none_is_lost(form: Form) -> None:
    found = read(*pages(form))
    assert said(found, form.unit) == truth(form)
    assert not printed(body(form)) - counted(found)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_amount_of_a_form_whose_sums_hold_is_doubted(form: Form) -> None:
    found = read(*pages(form))
    assert {item["status"] for item in found.items} <= {"proved", "unproved"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("项目支出小计", "project"),
        ("单位资金合计", "own_funds"),
        ("基本支出合计", "basic"),
        ("其他各项资金", "other_funds"),
        ("财政专户核拨收入", "special_account"),
        ("一般公共预算拨款结转结余", "opening_general_public"),
        ("财政拨款结转结余", "opening_balance"),
        ("下属单位上交收入", "subordinate_remittance"),
        ("公务车辆运行维护费用", "vehicle_operation"),
        ("本年预算数比上年执行数增减额", "change"),
        ("预算数较上年增减（%）", "aside"),
        ("变动率", "aside"),
        ("上年预算数", "total"),
        ("预算科目编码", "code"),
        ("预算项目代码", "project_code"),
        ("预算部门名称", "body"),
        ("支出科目", "item"),
        ("项目（按功能分类）", "item"),
        ("支出类别（功能分类）", "item"),
        ("其他支出", ""),
        ("市级", ""),
        ("事业单位收入", ""),
        ("科目分类", ""),
    ],
)
def test_a_header_was_taken_for_a_total_or_another_measure(text: str, role: str) -> None:
    assert columns.understand((text,)).role == role
