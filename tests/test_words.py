"""Words as printed → words as compared and written."""

from __future__ import annotations

import re
import unicodedata

import pytest

from yusuan.pipeline.layout.captions import core, is_page_number, level, looks_like_title, read_caption, years
from yusuan.pipeline.read.characters import key, name, unmapped
from yusuan.pipeline.understand.enumerators import Outline, strip_enumerator
from yusuan.schemas.vocabulary.enumerators import PARAGRAPH


def test_every_radical_that_has_an_ideograph_becomes_it() -> None:
    assert name("⼀⽬⻔⻓⻋⻚⻅⺠⻘⻄") == "一目门长车页见民青西"
    # What a browser prints for 户: Unicode equates this radical with 戶, which no one on the mainland writes.
    assert name("财政专⼾") == key("财政专⼾") == "财政专户"
    left = [chr(c) for c in range(0x2E80, 0x2FD6) if unicodedata.category(chr(c)) == "So" and name(chr(c)) == chr(c)]
    # Two radicals have no unified ideograph.
    assert left == ["⺀"]


def test_a_name_keeps_its_punctuation_and_loses_its_spaces() -> None:
    assert name("机关 事业单位\n(室)、“三公”：其他") == "机关事业单位（室）、“三公”：其他"


def test_a_key_forgets_quotation_marks_and_width() -> None:
    assert key("“三公”经费：１，０") == key('"三公" 经费:1,0')


@pytest.mark.parametrize("text", ["(cid:12)", "\ufffd", "\ue123", "\U000f0001"])
def test_characters_without_a_meaning_are_seen(text: str) -> None:
    assert unmapped(f"预算{text}")


def test_ordinary_characters_have_a_meaning() -> None:
    assert not unmapped("预算数 1,234.00（室）⼀⻔■√")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("一、财政拨款收入", ("财政拨款收入", "chinese")),
        ("1. 一般公共预算资金", ("一般公共预算资金", "arabic")),
        ("1、一般公共预算资金", ("一般公共预算资金", "arabic")),
        ("（一）一般公共预算", ("一般公共预算", "bracketed")),
        ("(一)一般公共预算", ("一般公共预算", "bracketed")),
        ("其中：教育收费", ("教育收费", "of_which")),
        ("十二、农林水支出", ("农林水支出", "chinese")),
        ("收入总计", ("收入总计", "")),
        ("2.5倍奖励", ("2.5倍奖励", "")),
        ("1.2024年结转", ("2024年结转", "arabic")),
        ("1）专用设备购置", ("专用设备购置", "bracketed")),
        ("（301）工资福利支出", ("（301）工资福利支出", "")),
    ],
)
def test_enumerators(printed: str, expected: tuple[str, str]) -> None:
    assert strip_enumerator(printed) == expected


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("一、总体情况", True),
        ("（二）基本支出", True),
        ("12.住房公积金", True),
        ("103、住房公积金", True),
        ("1.2024年收入", True),
        ("1.25万元", False),
        ("（1）行政运行", False),
        ("第一部分", False),
    ],
)
def test_what_a_paragraph_begins_with(text: str, begins: bool) -> None:
    assert bool(re.match(PARAGRAPH, text)) == begins


def test_levels_follow_the_outline() -> None:
    outline = Outline()
    kinds = ["chinese", "arabic", "arabic", "chinese", "bracketed", "arabic", "bracketed", "chinese", ""]
    assert [outline.level(kind) for kind in kinds] == [1, 2, 2, 1, 2, 3, 2, 1, 1]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("2024年预算单位支出预算总表", "支出预算总表"),
        ("支出预算总表", "支出预算总表"),
        ("3. 2024年部门支出预算总表", "支出预算总表"),
        ("2024年度甲市乙局部门支出预算总表（续）", "支出预算总表"),
        ("2024年部门财政拨款收支预算总表", "财政拨款收支预算总表"),
    ],
)
def test_what_a_title_says_without_its_body_and_year(title: str, words: str) -> None:
    assert core(title, ["甲市乙局"]) == words


def test_a_sentence_is_no_title() -> None:
    assert not looks_like_title("重点支出项目绩效目标见《绩效目标申报表》。")
    assert not looks_like_title("1. 2024年部门支出预算总表…………………12")
    assert not looks_like_title("公开01表")
    assert looks_like_title("2024 年部门支出预算总 表")


def test_the_nearest_caption_counts() -> None:
    said = read_caption(
        ["2024年部门收入预算总表", "编制部门：甲局", "2024年部门支出预算总表", "编制部门：乙局", "单位:万元"]
    )
    assert (said.title, said.entity, said.level, said.unit) == ("2024年部门支出预算总表", "乙局", "department", "万元")


@pytest.mark.parametrize(
    "text", ["编制单位：甲学校 单位：元", "编制单位（盖章）：甲学校（单位：元）", "编制单位: 甲学校 金额单位:元"]
)
def test_body_and_unit_on_one_line(text: str) -> None:
    said = read_caption(["2024年预算单位支出预算总表", text])
    assert (said.entity, said.level, said.unit) == ("甲学校", "unit", "元")


def test_level_of_a_title() -> None:
    assert level("2024年预算单位支出预算总表") == "unit"
    assert level("2024年部门支出预算总表") == "department"
    assert level("支出预算总表") == ""


def test_years_and_page_numbers() -> None:
    assert years(["2024年部门支出预算总表", "说明", "2023 年度"]) == [2024, 2023]
    assert all(is_page_number(text) for text in ("- 12 -", "12", "第 3 页", "第3页 共9页", "3/24"))
    assert not is_page_number("12,000")
