"""Words that are declared by what may vary in them."""

from __future__ import annotations

import pytest

from yusuan.pipeline.understand.words import compose
from yusuan.schemas.vocabulary.ways import ways


def test_each_choice_is_put_together_with_each_other_one() -> None:
    assert ways("{上年|年初}结转{|资金}") == ("上年结转", "上年结转资金", "年初结转", "年初结转资金")
    assert ways("科目号", "{|科目}号") == ("科目号", "号")


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("以前年度结转和结余资金", "measure", "opening_balance"),
        ("年终结余、结转", "measure", "closing_balance"),
        ("部门支出经济科目", "rows", "economic"),
        ("政府收支经济分类科目", "rows", "government_economic"),
        ("财政支出功能分类科目", "rows", "functional"),
        ("公务用车购置、运行维护经费", "measure", "vehicles"),
        ("基层预算单位代码", "role", "body_code"),
        ("变动比例", "aside", ""),
    ],
)
def test_a_word_is_known_in_a_way_that_no_document_was_seen_to_use(text: str, dimension: str, value: str) -> None:
    """Publishers put these words together as they like."""
    ((_, meanings),) = compose(text).words
    assert (meanings[0].dimension, meanings[0].value) == (dimension, value)
