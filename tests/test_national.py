"""The Ministry of Finance's nine tables, and the variants of them that other publishers print."""

from __future__ import annotations

from tests import national
from tests.goldens import as_text, golden
from tests.national_form import ALL, FUND_RULES, amounts, replaced
from tests.small import read, rules
from typeset import ABOVE, LEFT, Page, Text
from yusuan.schemas.identities.styles import NATIONAL


def test_all_nine_tables_are_read_as_the_golden_file_has_them() -> None:
    document = read(*ALL)
    assert rules(document) == []
    assert {item["status"] for item in document.items} == {"proved"}
    assert as_text(document) == golden("national_budget.csv")


def test_every_identity_of_the_form_is_judged() -> None:
    verdict = read(*ALL).verdict
    assert verdict
    judged = {identity.rule for identity in verdict.identities}
    # The sample has no state capital and no revenue that only institutions have.
    nowhere = ("state_capital", "business_revenue", "superior_subsidy", "subordinate_remittance")
    # It spends more than comes from the general fund; test_where_all_is_from_the_general_fund has the rest.
    elsewhere = {"between.total_by_code", "between.basic_by_code", "between.project_by_code"}
    elsewhere |= {"between.personnel_by_economic", "between.operating_by_economic"}
    elsewhere |= {f"between.{fund}_{rows}" for fund in ("general_public", "government_fund") for rows in FUND_RULES}
    unjudged = {equality.rule for equality in NATIONAL.equalities} - judged - elsewhere
    assert not {rule for rule in unjudged if not any(word in rule for word in nowhere)}


def test_columns_of_the_year_before_are_amounts_of_that_year() -> None:
    found = amounts(read(*ALL), "general_public_expenditure")
    assert found["201", "total", 2024, "budget"] == 10_000_000
    assert found["201", "total", 2023, "final"] == 9_000_000
    assert found["201", "change", 2024, "budget"] == 1_000_000
    public = amounts(read(*ALL), "three_public_and_operating")
    assert public["", "total", 2023, "budget"] == 620_000
    assert public["", "total", 2024, "budget"] == 580_000


def test_a_change_that_does_not_lead_from_one_year_to_the_next_is_named() -> None:
    wrong = [list(row) for row in national.GENERAL]
    wrong[4][6] = "41.00"
    found = replaced("一般公共预算支出表", wrong)
    (finding,) = [finding for finding in found.findings if finding.row == 3]
    assert finding.measure == "change"
    assert finding.printed == "41.00"


def test_a_slip_in_the_year_before_is_named_by_its_own_column() -> None:
    wrong = [list(row) for row in national.GENERAL]
    wrong[4][2] = "506.00"
    found = replaced("一般公共预算支出表", wrong)
    assert [(f.row, f.measure, f.printed) for f in found.findings if f.table == "general_public_expenditure"] == [
        (3, "total", "506.00")
    ]


def test_less_columns_in_another_order_are_read_by_their_words() -> None:
    order = [1, 0, 5, 3, 4]
    header = ["科目名称", "科目编码", "项目支出", "合计", "基本支出"]
    rows = [header, *([row[i] for i in order] for row in national.GENERAL[2:-1])]
    rows.append(["合计", LEFT, *(national.GENERAL[-1][i] for i in (5, 3, 4))])
    found = replaced("一般公共预算支出表", rows, (200, 80, 100, 100, 100))
    assert rules(found) == []
    whole = amounts(read(*ALL), "general_public_expenditure")
    assert amounts(found, "general_public_expenditure") == {
        place: amount for place, amount in whole.items() if place[2] == 2024 and place[1] != "change"
    }


def test_a_column_more_is_named_with_its_words_and_the_rest_is_read() -> None:
    rows = [[*row, text] for row, text in zip(national.ECONOMIC, ["某某", ABOVE, *["1.00"] * 9], strict=True)]
    found = replaced("一般公共预算基本支出表", rows, (*national.WIDTHS["一般公共预算基本支出表"], 80))
    (finding,) = [finding for finding in found.findings if finding.rule == "table.unknown_column"]
    assert "'某某'" in finding.message
    assert "人员经费" in finding.message
    assert amounts(found, "basic_expenditure_by_economic") == amounts(read(*ALL), "basic_expenditure_by_economic")


def test_basic_expenditure_may_be_split_into_persons_and_office() -> None:
    header = (
        ("科目编码", "科目名称", "合计", "基本支出", LEFT, LEFT, "项目支出"),
        (ABOVE, ABOVE, ABOVE, "小计", "人员经费", "公用经费", ABOVE),
    )
    rows = (
        ("201", "一般公共服务支出", "1,000.00", "600.00", "450.00", "150.00", "400.00"),
        ("205", "教育支出", "120.00", "", "", "", "120.00"),
        ("208", "社会保障和就业支出", "90.00", "90.00", "90.00", "", ""),
        ("合计", LEFT, "1,210.00", "690.00", "540.00", "150.00", "520.00"),
    )
    found = replaced("一般公共预算支出表", (*header, *rows), (60, 170, *(85,) * 5))
    assert rules(found) == []
    assert found.verdict
    judged = {identity.rule for identity in found.verdict.identities}
    assert {"row_sum.basic", "between.personnel_by_economic", "between.operating_by_economic"} <= judged


def test_where_all_is_from_the_general_fund_each_code_is_compared() -> None:
    rows = [list(row[:5]) for row in national.EXPENDITURE[:1]]
    rows += [[*row[:2], *row[3:6]] for row in national.GENERAL[2:]]
    found = replaced("部门支出总表", rows, (60, 170, 80, 80, 80))
    assert found.verdict
    judged = {identity.rule for identity in found.verdict.identities}
    assert {"between.total_by_code", "between.basic_by_code", "between.project_by_code"} <= judged


def test_the_year_may_stand_in_the_headers_alone() -> None:
    sheets = [page for page in national.sheets() if page.texts[1].text == "一般公共预算支出表"]
    found = read(*sheets)
    assert found.publication
    assert found.publication.fiscal_year == 2024


def test_a_heading_without_amounts_is_no_sum() -> None:
    rows = [list(row) for row in national.APPROPRIATION]
    rows[2][1] = rows[2][3] = rows[2][4] = rows[2][5] = rows[7][1] = ""
    found = replaced("财政拨款收支总表", rows)
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_a_table_of_another_form_breaks_nothing() -> None:
    bought = (
        ("采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"),
        ("合计", "", "", "", "", "20.00"),
        ("一、货物A", "", "", "", "", "20.00"),
    )
    found = read(*ALL, national.sheet(10, "政府采购支出表", bought, (100,) * 6))
    assert "procurement" in {item["table"] for item in found.items}
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_a_comparison_names_no_year_of_its_own() -> None:
    rows = [list(row) for row in national.GENERAL]
    rows[0][6] = "比2023年执行数增减"
    assert rules(replaced("一般公共预算支出表", rows)) == []


def test_the_year_before_is_told_by_what_it_holds() -> None:
    rows = [list(row) for row in national.GENERAL]
    whole = amounts(read(*ALL), "general_public_expenditure")
    for before, now, compared in (
        ("2023年执行数", "本年预算数", "本年预算数比上年执行数"),
        ("执行数", "预算数", "预算数比执行数"),
        ("上年执行数", "2024年预算数", "比上年执行数增减"),
    ):
        rows[0][2], rows[0][3], rows[0][6] = before, now, compared
        found = replaced("一般公共预算支出表", rows)
        assert rules(found) == []
        assert amounts(found, "general_public_expenditure") == whole


def test_the_year_before_may_be_printed_for_the_upper_rows_alone() -> None:
    rows = [list(row) for row in national.GENERAL]
    for row in rows[2:-1]:
        if len(row[0]) > 3:
            row[2] = row[6] = row[7] = ""
    found = replaced("一般公共预算支出表", rows)
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_a_line_with_a_year_above_a_title_is_no_part_of_it() -> None:
    pages = [
        Page([*page.texts, Text(421, 15, "2024年部门预算公开", 9, "center")], page.grids) for page in national.sheets()
    ]
    assert len(read(national.cover(), *pages).items) == len(read(*ALL).items)


def test_what_is_carried_over_is_no_revenue_of_the_year() -> None:
    header = (
        ("科目编码", "科目名称", "合计", "本年收入", "上年结转", LEFT),
        (ABOVE, ABOVE, ABOVE, ABOVE, "一般公共预算", "政府性基金预算"),
    )
    rows = (
        ("201", "一般公共服务支出", "100.00", "40.00", "50.00", "10.00"),
        ("合计", LEFT, "100.00", "40.00", "50.00", "10.00"),
    )
    found = replaced("部门收入总表", (*header, *rows), (60, 170, 90, 90, 90, 90))
    assert {measure for _, measure, *_ in amounts(found, "revenue_summary")} == {
        *("total", "revenue", "opening_general_public", "opening_government_fund")
    }
    assert rules(found) == []


def test_a_title_with_another_meaning_in_brackets_is_another_table() -> None:
    pages = [
        national.sheet(
            6,
            "一般公共预算基本支出表（政府预算经济分类）",
            national.ECONOMIC,
            national.WIDTHS["一般公共预算基本支出表"],
        )
    ]
    found = read(*ALL, *pages)
    assert rules(found) == ["table.title_differs"]
    assert len(found.items) == len(read(*ALL).items)


def test_a_title_that_is_broken_before_a_known_one_is_the_longer_one() -> None:
    pages = national.sheets()
    texts = [
        Text(421, 30, "示例部2024年财政拨款", 12, "center"),
        Text(421, 48, "收支总表", 12, "center"),
        *pages[3].texts[2:],
    ]
    broken = [*pages[:3], Page(texts, pages[3].grids), *pages[4:]]
    assert rules(read(national.cover(), *broken)) == []
