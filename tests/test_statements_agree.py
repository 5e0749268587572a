"""Statements that contradict each other, and what rounding or usage explains."""

from __future__ import annotations

import pytest

from tests.statements import found
from yusuan.pipeline.prose.check import check
from yusuan.pipeline.prose.read import read_prose
from yusuan.pipeline.prose.sentences import Paragraph, Sentence
from yusuan.pipeline.prose.tables import Tables
from yusuan.schemas.prose.shanghai import WORDING

WRONG = {
    "公务接待费3.00万元。2023年预算执行数为2.00万元，比2023年决算数减少50%。": "statement.change",
    "公务接待费3.00万元，2023年当年预算执行数为2.00万元，比2023年预算执行数增加5%。": "statement.change",
    "公务接待费3.00万元，比2023年预算增加0.50万元，增长30%。": "statement.change",
    "公务接待费3.00万元，比2023年预算增加4.00万元。": "statement.below_zero",
    "公务接待费3.00万元，比2024年预算增加1.00万元。": "statement.year_itself",
    "公务接待费3.00万元，比2024年预算持平。": "statement.year_itself",
    "公务接待费3.00万元，比2021年预算持平。": "statement.other_year",
    "公务接待费3.00万元，比2023年预算增加减少1.00万元。": "statement.direction",
    "公务接待费3.00万元，与2023年预算持平2.00万元。": "statement.direction",
    "公务接待费3.00万元。2024年预算安排3.50万元。": "statement.repeated",
    "公务用车购置及运行费5.00万元，其中：公务用车购置费1.00万元、公务用车运行费3.00万元。": "statement.sum",
    "政府采购预算9.00万元，其中：政府采购货物预算1.00万元、政府采购工程预算1.00万元、"
    "政府采购服务预算8.00万元。": "statement.sum",
    "政府采购预算9.00万元，其中：政府采购货物预算1.00万元、政府采购服务预算7.00万元。": "statement.parts",
    "政府采购预算9.00万元。面向中小企业预留政府采购项目预算金额10.00万元。": "statement.over",
    "财政拨款收入3.00万元，比2023年预算增加1.00万元。财政拨款支出预算3.00万元，"
    "比2023年预算增加2.00万元。": "statement.sides",
}
RIGHT = [
    "公务接待费3万元。2023年当年预算执行数为2.00万元，2024年预算安排3.00万元，比2023年预算执行数增加50%。",
    # 2.994…3.006 against 0.895…0.905: from 231.0 to 235.8 per cent.
    "公务接待费3.00万元。2023年当年预算执行数为0.90万元，比2023年预算执行数增加234.2%。",
    "公务接待费3万元，比2023年预算增加0.5万元，增长20%。",
    "公务接待费3万元。2023年当年预算执行数为0万元，比2023年预算执行数增加100%。",
    "公务接待费3万元。2023年当年预算执行数为3.4万元，比2023年预算执行数持平。",
    "公务用车购置及运行费5万元，其中：公务用车购置费1.6万元、公务用车运行费2.9万元。",
    "政府采购预算9.0万元，其中：政府采购货物预算1.04万元、政府采购服务预算8万元。",
    "公务接待费3万元，比2023年预算持平。公务接待费3.00万元。",
]


@pytest.mark.parametrize("text", WRONG)
def test_figures_that_contradict_each_other_are_named(text: str) -> None:
    assert found(text) == [WRONG[text]]


@pytest.mark.parametrize("text", RIGHT)
def test_what_rounding_or_usage_explains_is_not_named(text: str) -> None:
    assert found(text) == []


def test_a_percentage_that_was_cut_off_is_a_warning() -> None:
    text = "公务接待费{}万元。2023年当年预算执行数为3000.00万元，比2023年预算执行数增加66.{}%。"
    assert [found(text.format("5000.00", digits)) for digits in ("67", "66", "65", "68")] == [
        [],
        ["statement.cut_off"],
        ["statement.change"],
        ["statement.change"],
    ]


def test_a_page_that_is_printed_twice_is_named_once() -> None:
    text = "公务接待费3.00万元，比2023年预算增加4.00万元。"
    pages = (Paragraph("", (Sentence(text, page),)) for page in (7, 8))
    findings = check(read_prose(pages, WORDING, 2024), Tables([]), WORDING, 2024).findings
    assert [(f.rule, f.page) for f in findings] == [("statement.below_zero", 7)]
    assert findings[0].message.endswith("page 8 says so too")
