"""Tables of forms that no template knows are what their own words and rows say."""

from __future__ import annotations

import pytest

from tests.sheets import COVER, Rows, counted, printed, read, said, sheet
from typeset import ABOVE, LEFT
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.understand import columns, titles


def alone(title: str, rows: Rows) -> Document:
    """A document of one table, all of whose figures must be in the dataset, each once, and none in doubt."""
    found = read(COVER, sheet(title, rows))
    assert found.status == "accepted", found.reason
    assert counted(found) == printed(rows)
    assert {item["status"] for item in found.items} == {"proved"}
    assert [finding.message for finding in found.findings if finding.severity == "error"] == []
    return found


WITHOUT_NAMES: Rows = (
    ("类", "款", "项", "合计", "基本支出", "项目支出"),
    ("205", "", "", "10.00", "6.00", "4.00"),
    ("205", "08", "", "10.00", "6.00", "4.00"),
    ("205", "08", "03", "10.00", "6.00", "4.00"),
    ("208", "", "", "5.00", "5.00", ""),
    ("208", "05", "", "5.00", "5.00", ""),
    ("208", "05", "05", "5.00", "5.00", ""),
    ("合计", LEFT, LEFT, "15.00", "11.00", "4.00"),
)


def test_rows_without_names_are_read_by_their_codes() -> None:
    found = alone("2026年预算02表 支出预算总表", WITHOUT_NAMES)
    totals = [row[1:] for row in said(found, "measure", "code", "level", "amount") if row[0] == "total"]
    assert {item["table"] for item in found.items} == {"expenditure_summary"}
    assert totals == [
        ("205", "1", "10.00"),
        ("20508", "2", "10.00"),
        ("2050803", "3", "10.00"),
        ("208", "1", "5.00"),
        ("20805", "2", "5.00"),
        ("2080505", "3", "5.00"),
        ("", "0", "15.00"),
    ]


@pytest.mark.parametrize("form", ["{}-{}", "[{}]{}", "{}{}"])
def test_code_and_name_in_one_cell_are_parted(form: str) -> None:
    rows: Rows = (
        ("功能分类科目", "合计", "基本支出", LEFT, "项目支出"),
        (ABOVE, ABOVE, "人员经费", "公用经费", ABOVE),
        (form.format("205", "教育支出"), "10.00", "4.00", "2.00", "4.00"),
        (form.format("20508", "进修及培训"), "10.00", "4.00", "2.00", "4.00"),
        (form.format("2050803", "培训支出"), "10.00", "4.00", "2.00", "4.00"),
        ("合计", "10.00", "4.00", "2.00", "4.00"),
    )
    found = alone("部门支出总体情况表", rows)
    assert set(said(found, "table", "code", "item")) == {
        ("expenditure_summary", "205", "教育支出"),
        ("expenditure_summary", "20508", "进修及培训"),
        ("expenditure_summary", "2050803", "培训支出"),
        ("expenditure_summary", "", "合计"),
    }
    assert set(said(found, "measure")) == {("total",), ("personnel",), ("operating",), ("project",)}


BY_THREE: Rows = (
    ("功能分类科目", LEFT, "政府预算支出经济分类", LEFT, "部门预算支出经济分类", LEFT, "合计", "基本支出", "项目支出"),
    ("编码", "名称", "编码", "名称", "编码", "名称", ABOVE, ABOVE, ABOVE),
    ("2050803", "培训支出", "50203", "培训费", "30216", "培训费", "4.00", "", "4.00"),
    ("2010301", "行政运行", "50101", "工资奖金津补贴", "30101", "基本工资", "6.00", "6.00", ""),
    ("2010301", "行政运行", "50101", "工资奖金津补贴", "30102", "津贴补贴", "3.00", "3.00", ""),
    ("2010301", "行政运行", "50201", "办公经费", "30201", "办公费", "2.00", "2.00", ""),
    ("合计", LEFT, LEFT, LEFT, LEFT, LEFT, "15.00", "11.00", "4.00"),
)


@pytest.mark.parametrize("title", ["2026年一般公共预算支出表", "预算05表 一般公共预算支出情况表"])
def test_second_and_third_classification_were_lost_where_a_template_knew_the_rest(title: str) -> None:
    found = alone(title, BY_THREE)
    names = ("code", "government_economic_code", "government_economic_item", "economic_code", "economic_item")
    rows = [row[1:] for row in said(found, "measure", *names, "amount") if row[0] == "total"]
    assert rows == [
        ("2050803", "50203", "培训费", "30216", "培训费", "4.00"),
        ("2010301", "50101", "工资奖金津补贴", "30101", "基本工资", "6.00"),
        ("2010301", "50101", "工资奖金津补贴", "30102", "津贴补贴", "3.00"),
        ("2010301", "50201", "办公经费", "30201", "办公费", "2.00"),
        ("", "", "", "", "", "15.00"),
    ]


BY_BODY: Rows = (
    ("单位代码", "单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("101", "示例市示范局", "", "", "15.00", "11.00", "4.00"),
    ("101001", "示例市示范局本级", "", "", "9.00", "7.00", "2.00"),
    ("", "", "2010301", "行政运行", "7.00", "7.00", ""),
    ("", "", "2010302", "一般行政管理事务", "2.00", "", "2.00"),
    ("101002", "示例市示范中心", "", "", "6.00", "4.00", "2.00"),
    ("", "", "2010350", "事业运行", "4.00", "4.00", ""),
    ("", "", "2010302", "一般行政管理事务", "2.00", "", "2.00"),
    ("合计", LEFT, LEFT, LEFT, "15.00", "11.00", "4.00"),
)


def test_functions_below_bodies_count_each_yuan_once() -> None:
    found = alone("2026年部门支出总表", BY_BODY)
    total = [item for item in found.items if item["measure"] == "total"]
    assert sum(item["amount"] for item in total if item["is_leaf"]) == 150_000
    assert {item["item"] for item in total if not item["level"]} == {
        *("示例市示范局", "示例市示范局本级", "示例市示范中心", "合计")
    }


def test_functions_below_a_body_are_told_apart_by_it() -> None:
    found = alone("2026年部门支出总表", BY_BODY)
    bodies = [item["body"] for item in found.items if item["code"] == "2010302" and item["measure"] == "total"]
    assert bodies == ["示例市示范局本级", "示例市示范中心"]


def test_accounts_without_codes_below_a_body_are_parts_of_their_classes() -> None:
    rows: Rows = (
        ("支出项目类别（资金使用单位）", "总计", "一般公共预算", "政府性基金预算"),
        ("示例市示范局", "15.00", "12.00", "3.00"),
        ("工资福利支出", "9.00", "9.00", ""),
        ("基本工资", "6.00", "6.00", ""),
        ("津贴补贴", "3.00", "3.00", ""),
        ("商品和服务支出", "6.00", "3.00", "3.00"),
        ("办公费", "2.00", "2.00", ""),
        ("会议费", "4.00", "1.00", "3.00"),
        ("合计", "15.00", "12.00", "3.00"),
    )
    found = alone("基本支出预算表", rows)
    totals = [row[1:] for row in said(found, "measure", "classification", "item", "level") if row[0] == "total"]
    assert totals[1:4] == [
        ("economic", "工资福利支出", "1"),
        ("economic", "基本工资", "2"),
        ("economic", "津贴补贴", "2"),
    ]
    leaves = [item for item in found.items if item["is_leaf"] and item["measure"] == "total"]
    assert sum(item["amount"] for item in leaves) == 150_000


@pytest.mark.parametrize("numbers", [(), ("1", "2", "3=4+5", "4", "5"), ("**", "**", "1", "2", "3")])
def test_columns_under_of_which_are_measures_and_numbers_of_columns_are_no_row(numbers: tuple[str, ...]) -> None:
    rows: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "其中：", LEFT),
        (ABOVE, ABOVE, ABOVE, "基本支出", "项目支出"),
        *([numbers] if numbers else []),
        ("2010301", "行政运行", "7.00", "7.00", ""),
        ("2010302", "一般行政管理事务", "8.00", "", "8.00"),
        ("合计", LEFT, "15.00", "7.00", "8.00"),
    )
    found = alone("一般公共预算支出情况表", rows)
    assert said(found, "row", "item", "measure", "amount")[:2] == [
        ("1", "行政运行", "total", "7.00"),
        ("1", "行政运行", "basic", "7.00"),
    ]


def test_rows_are_accounts_where_their_codes_are_whatever_the_header_says() -> None:
    rows: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "人员经费", "公用经费"),
        ("301", "工资福利支出", "9.00", "9.00", ""),
        ("30101", "基本工资", "6.00", "6.00", ""),
        ("30102", "津贴补贴", "3.00", "3.00", ""),
        ("302", "商品和服务支出", "6.00", "", "6.00"),
        ("30201", "办公费", "6.00", "", "6.00"),
        ("合计", LEFT, "15.00", "9.00", "6.00"),
    )
    found = alone("一般公共预算基本支出情况表", rows)
    assert set(said(found, "table", "classification")) == {("basic_expenditure_by_economic", "economic")}


def test_unknown_column_goes_to_other_items_and_the_rest_is_read() -> None:
    rows: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "奇怪", "项目支出"),
        ("2010301", "行政运行", "7.00", "7.00", "1.23", ""),
        ("2010302", "一般行政管理事务", "8.00", "", "0.77", "8.00"),
        ("合计", LEFT, "15.00", "7.00", "2.00", "8.00"),
    )
    found = read(COVER, sheet("一般公共预算支出情况表", rows))
    assert [(row["column_names"], row["printed"]) for row in found.others] == [
        ("奇怪", "1.23"),
        ("奇怪", "0.77"),
        ("奇怪", "2.00"),
    ]
    assert counted(found) == printed(rows)
    assert set(said(found, "measure")) == {("total",), ("basic",), ("project",)}
    assert [finding.rule for finding in found.findings if "奇怪" in finding.message] == ["table.unknown_column"]


@pytest.mark.parametrize(
    ("title", "sides", "scope", "part"),
    [
        ("表1 2026年示例市示范局收支总体情况表", "both", "", ""),
        ("一般公共预算财政拨款基本支出决算明细表", "expenditure", "general_public", "basic"),
        ("收入决算总表", "revenue", "", ""),
        ("财政拨款收支预算总表", "both", "fiscal_appropriation", ""),
        ("政府性基金预算支出情况表", "expenditure", "government_fund", ""),
    ],
)
def test_titles_are_compositions(title: str, sides: str, scope: str, part: str) -> None:
    meaning = titles.understand(title)
    assert (meaning.sides, meaning.scope, meaning.part) == (sides, scope, part)


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("本年收入", "财政拨款"), "fiscal_appropriation"),
        (("上年结转", "一般公共预算"), "opening_general_public"),
        (("基本支出", "小计"), "basic"),
        (("基本支出", "人员经费"), "personnel"),
        (("2026年预算数",), "total"),
        (("单位", "编码"), "body_code"),
        (("奇怪",), ""),
        (("奇怪", "小计"), ""),
    ],
)
def test_paths_of_headers_are_compositions(path: tuple[str, ...], role: str) -> None:
    assert columns.understand(path).role == role


def test_header_that_reaches_down_beside_the_total_was_its_name() -> None:
    rows: Rows = (
        ("部门经济科目编码", "部门经济科目名称", "政府经济科目编码", "政府经济科目名称", "合计", "人员经费"),
        (ABOVE, ABOVE, ABOVE, "合计", "9.00", "9.00"),
        ("30101", "基本工资", "50101", "工资奖金津补贴", "6.00", "6.00"),
        ("30102", "津贴补贴", "50501", "工资福利支出", "3.00", "3.00"),
    )
    found = alone("一般公共预算基本支出明细表", rows)
    assert said(found, "level", "item")[0] == ("0", "合计")
    assert {(i["government_economic_code"], i["government_economic_item"]) for i in found.items} == {
        ("", ""),
        ("50101", "工资奖金津补贴"),
        ("50501", "工资福利支出"),
    }


def test_figure_that_its_column_cut_off_was_a_wrong_sum() -> None:
    rows: Rows = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("2010301", "行政运行", "475907032.4", "17230054.25", "458676978.17"),
        *((f"201030{n}", f"示例事务{n}", f"{n}00", f"{n}0", f"{9 * n}0") for n in range(2, 9)),
        ("合计", LEFT, "475910532.4", "17230404.25", "458680128.17"),
    )
    found = read(COVER, sheet("一般公共预算支出情况表", rows, unit="单位：元"))
    assert [finding.message for finding in found.findings if finding.severity == "error"] == []
    assert {item["status"] for item in found.items} == {"proved"}


def test_a_name_that_runs_into_the_column_of_codes_is_no_code() -> None:
    rows: Rows = (
        ("部门经济科目编码", "部门经济科目名称", "政府经济科目编码", "政府经济科目名称", "合计", "人员经费"),
        (ABOVE, ABOVE, ABOVE, "合计", "9.00", "9.00"),
        ("30108", "机关事业单位基本养老保", "险50102", "社会保障缴费", "6.00", "6.00"),
        ("30102", "津贴补贴", "50501", "工资福利支出", "3.00", "3.00"),
    )
    found = alone("一般公共预算基本支出明细表", rows)
    assert {i["government_economic_code"] for i in found.items} == {"", "50501"}
    (told,) = (finding for finding in found.findings if finding.rule == "row.crosses_rule")
    assert "'险50102'" in told.message
    assert "“险50102”" in told.message_zh
