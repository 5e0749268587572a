"""The Ministry of Finance's nine tables, and the variants of them that other publishers print."""

from __future__ import annotations

from decimal import Decimal

from tests import national
from tests.goldens import as_text, golden
from tests.small import read, rules
from typeset import ABOVE, LEFT, Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.schemas.identities.styles import NATIONAL

ALL = [national.cover(), *national.sheets()]


FUND_RULES = ("total", "by_class")
"""What is judged where nothing is carried over: test_funds_are_compared_where_nothing_is_carried_over."""


def amounts(found: Document, table: str) -> dict[tuple[str, str, int, str], Decimal]:
    """Amounts of a table by code or item, measure, year and basis."""
    return {
        (item["code"] or item["item"], item["measure"], item["fiscal_year"], item["basis"]): item["amount"]
        for item in found.items
        if item["table"] == table
    }


def replaced(title: str, rows: national.Rows, widths: tuple[float, ...] | None = None) -> Document:
    """The document with one table printed otherwise."""
    return read(national.cover(), *national.sheets({title: (rows, widths or national.WIDTHS[title])}))


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


BY_BODY: national.Rows = (
    (
        *("部门（单位）代码", "部门（单位）名称", "合计", "本年收入", LEFT, LEFT, LEFT, LEFT),
        *("上年结转结余", LEFT, LEFT),
    ),
    (
        *(ABOVE, ABOVE, ABOVE, "小计", "一般公共预算", "政府性基金预算", "事业收入", "其他收入"),
        *("小计", "一般公共预算", "政府性基金预算"),
    ),
    ("", "合计", "1,325.00", "1,250.00", "1,150.00", "50.00", "30.00", "20.00", "75.00", "65.00", "10.00"),
    ("301", "示例部", "1,325.00", "1,250.00", "1,150.00", "50.00", "30.00", "20.00", "75.00", "65.00", "10.00"),
    ("301001", "示例部本级", "1,200.00", "1,130.00", "1,080.00", "50.00", "", "", "70.00", "60.00", "10.00"),
    ("301002", "示例中心", "125.00", "120.00", "70.00", "", "30.00", "20.00", "5.00", "5.00", ""),
)


def test_revenue_by_body_is_read_and_proved() -> None:
    found = replaced("部门收入总表", BY_BODY, (60, 90, *(66,) * 9))
    own = [item for item in found.items if item["table"] == "revenue_summary"]
    assert {item["classification"] for item in own} == {"administrative"}
    assert {(item["code"], item["level"]) for item in own} == {("", 0), ("301", 1), ("301001", 2), ("301002", 2)}
    measured = amounts(found, "revenue_summary")
    assert measured["301001", "opening_general_public", 2024, "budget"] == 600_000
    assert measured["301001", "general_public", 2024, "budget"] == 10_800_000
    # 使用非财政拨款结余 (5.00) is a source of the summary that this table does not have.
    assert {f.rule for f in found.findings if f.severity == "error"} == {"between.revenue_total"}


def test_titles_of_other_publishers_and_codes_in_three_cells() -> None:
    header = (
        ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("类", "款", "项", *(ABOVE,) * 4),
    )
    rows = (
        ("208", "", "", "社会保障和就业支出", "90.00", "90.00", ""),
        ("208", "05", "", "行政事业单位养老支出", "90.00", "90.00", ""),
        ("208", "05", "05", "机关事业单位基本养老保险缴费支出", "90.00", "90.00", ""),
        ("合计", LEFT, LEFT, LEFT, "90.00", "90.00", ""),
    )
    page = national.sheet(
        5, "示例市示范局2024年部门一般公共预算支出情况表", (*header, *rows), (40, 40, 40, 200, 90, 90, 90)
    )
    found = amounts(read(national.cover(), page), "general_public_expenditure")
    assert found["2080505", "basic", 2024, "budget"] == 900_000


def test_the_year_may_stand_in_the_headers_alone() -> None:
    sheets = [page for page in national.sheets() if page.texts[1].text == "一般公共预算支出表"]
    found = read(*sheets)
    assert found.publication
    assert found.publication.fiscal_year == 2024


def test_prose_of_the_form_is_read_and_proved() -> None:
    lines = [
        "示例部2024年收支总预算1330万元。",
        "示例部2024年收入预算1330万元，其中：一般公共预算拨款收入1150万元，占86.47%；事业收入30万元，占2.26%。",
        "示例部2024年支出预算1325万元，其中：基本支出715万元，占53.96%；项目支出610万元，占46.04%。",
        "示例部2024年一般公共预算基本支出690万元，其中：人员经费540万元，公用经费150万元。",
        "示例部2024年“三公”经费预算数为58万元，其中：因公出国（境）费20万元，公务用车购置及运行费30万元，公务接待费8万元。",
        "1.一般公共服务支出（类）财政事务（款）行政运行（项）2024年预算数为600万元，比2023年执行数增加40万元，增长7.14%。",
        "2.一般公共服务支出（类）财政事务（款）一般行政管理事务（项）2024年预算数为400万元，比2023年执行数增加60万元。",
        "3.教育支出（类）进修及培训（款）培训支出（项）2024年预算数为120万元，比2023年执行数减少10万元。",
        "4.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）2024年预算数为90万元。",
        "5.其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）2024年预算数为60万元。",
    ]
    prose = Page([Text(60, 60 + 20 * n, line, 9) for n, line in enumerate(lines)])
    found = read(national.cover(), *national.sheets(), prose)
    assert rules(found) == []
    stated = {(s["subject"], s["quantity"]): s["status"] for s in found.statements}
    planned = {subject for subject, quantity in stated if quantity == "planned"}
    assert planned == {
        *("revenue_expenditure", "revenue", "general_public_revenue", "service_revenue", "expenditure", "basic"),
        *("project", "general_public_basic", "personnel", "operating", "three_public", "overseas_travel"),
        *("vehicles", "reception", "2010601", "2010602", "2050803", "2080505", "2296003"),
    }
    # Whose 人员经费 and 公用经费 are meant is not known where several wholes have some.
    open_ = {subject for (subject, quantity), status in stated.items() if quantity == "planned" and status != "proved"}
    assert open_ == {"personnel", "operating"}
    assert {status for (_, quantity), status in stated.items() if quantity == "share_percent"} == {"proved"}


def test_prose_of_one_fund_is_not_compared_with_the_whole() -> None:
    lines = [
        "示例部2024年一般公共预算支出1210万元，其中：基本支出690万元，占57.02%；项目支出520万元，占42.98%。",
        "示例部2024年政府性基金预算支出60万元，其中：项目支出60万元。",
        "示例部2024年支出预算1325万元，其中：基本支出715万元，包括人员经费560万元，公用经费155万元；项目支出610万元。",
        "示例部2024年财政拨款收入预算1200万元。",
        "示例部2024年财政拨款支出预算1270万元。",
        "示例部2024年项目支出610万元，其中本级项目支出500万元，下属单位项目支出110万元。",
        "示例部2023年“三公”经费预算62万元。",
    ]
    prose = Page([Text(60, 60 + 40 * n, line, 9) for n, line in enumerate(lines)])
    found = read(national.cover(), *national.sheets(), prose)
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_funds_are_compared_where_nothing_is_carried_over() -> None:
    rows = [list(row) for row in national.APPROPRIATION]
    rows[2][1], rows[3][1], rows[4][1] = "1,270.00", "1,210.00", "60.00"
    rows[7][1] = rows[8][1] = rows[9][1] = ""
    verdict = replaced("财政拨款收支总表", rows).verdict
    assert verdict
    judged = {identity.rule: identity.holds for identity in verdict.identities}
    assert all(
        judged[f"between.{fund}_{rule}"] for fund in ("general_public", "government_fund") for rule in FUND_RULES
    )


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


def test_sums_of_persons_and_office_are_no_accounts() -> None:
    rows = [
        *national.ECONOMIC[:2],
        ("", "人员经费", "540.00", "540.00", ""),
        *national.ECONOMIC[2:5],
        *national.ECONOMIC[8:10],
    ]
    rows += [("", "公用经费", "150.00", "", "150.00"), *national.ECONOMIC[5:8], national.ECONOMIC[-1]]
    found = replaced("一般公共预算基本支出表", rows)
    assert not [f.message for f in found.findings if f.severity == "error"]
    leaves = [
        i
        for i in found.items
        if i["table"] == "basic_expenditure_by_economic" and i["is_leaf"] and i["measure"] == "total"
    ]
    assert sum(item["amount"] for item in leaves) == 6_900_000


def test_numbers_of_units_that_end_in_zero_are_no_departments() -> None:
    header = national.EXPENDITURE[0]
    head = ("单位代码", "单位名称", *header[2:])
    units = (
        ("101", "示例部", "600.00"),
        ("101009", "九所", "100.00"),
        ("101010", "十所", "200.00"),
        ("101011", "十一所", "300.00"),
    )
    rows = [
        head,
        *((*unit, unit[2], "", "", "", "") for unit in units),
        ("合计", LEFT, "600.00", "600.00", "", "", "", ""),
    ]
    found = [item for item in replaced("部门支出总表", rows).items if item["table"] == "expenditure_summary"]
    assert {item["code"]: item["level"] for item in found if item["code"]} == {
        "101": 1,
        "101009": 2,
        "101010": 2,
        "101011": 2,
    }


def test_zeros_that_fill_the_number_of_a_department_are_none_of_its_units() -> None:
    head = ("单位代码", "单位名称", *national.EXPENDITURE[0][2:])
    units = (("101000", "示例部", "300.00"), ("101001", "一所", "100.00"), ("101002", "二所", "200.00"))
    rows = [
        head,
        *((*unit, unit[2], "", "", "", "") for unit in units),
        ("合计", LEFT, "300.00", "300.00", "", "", "", ""),
    ]
    found = [item for item in replaced("部门支出总表", rows).items if item["table"] == "expenditure_summary"]
    assert {item["code"]: item["level"] for item in found if item["code"]} == {"101000": 1, "101001": 2, "101002": 2}


def test_a_title_that_is_broken_before_a_known_one_is_the_longer_one() -> None:
    pages = national.sheets()
    texts = [
        Text(421, 30, "示例部2024年财政拨款", 12, "center"),
        Text(421, 48, "收支总表", 12, "center"),
        *pages[3].texts[2:],
    ]
    broken = [*pages[:3], Page(texts, pages[3].grids), *pages[4:]]
    assert rules(read(national.cover(), *broken)) == []


def test_a_change_belongs_to_what_its_own_clause_names() -> None:
    lines = [
        "示例部2024年“三公”经费预算数为58万元，其中：因公出国（境）费20万元，公务用车购置及运行费30万元，公务接待费8万元。"
        "2024年“三公”经费预算比2023年预算减少4万元，下降6.45%。",
        "示例部2024年收入预算1330万元，其中其他收入20万元。收入预算比2023年预算增加130万元。",
        "示例部信息中心2024年收入预算530万元，支出预算530万元，其中基本支出200万元，项目支出330万元。",
        "示例部2024年上年结转75万元，其中：基本支出5万元，项目支出70万元。",
    ]
    prose = Page([Text(60, 60 + 40 * n, line, 7) for n, line in enumerate(lines)])
    found = read(national.cover(), *national.sheets(), prose)
    assert not [f.message for f in found.findings if f.severity == "error"]
    changes = {s["subject"]: s["value"] for s in found.statements if s["quantity"] == "change_amount"}
    assert changes == {"three_public": -4, "revenue": 130}


def test_rows_of_carried_over_money_are_told_apart() -> None:
    rows = [list(row) for row in national.SUMMARY]
    rows[9][0], rows[10] = "使用非财政拨款结余", ["上年财政拨款结转", "65.00", "", ""]
    rows.insert(11, ["上年非财政拨款结转", "10.00", "", ""])
    found = [i for i in replaced("部门收支总表", rows).items if i["table"] == "revenue_expenditure_summary"]
    assert {i["level"] for i in found if i["classification"] == "balance"} == {1}
    assert {i["status"] for i in found if i["side"] == "revenue"} == {"proved"}


def test_of_which_goes_on_without_numbers() -> None:
    rows = [list(row) for row in national.SUMMARY]
    rows[2:8] = [
        ["一、财政拨款收入", "1,200.00", "一、一般公共服务支出", "1,050.00"],
        ["其中：一般公共预算拨款收入", "1,150.00", "二、教育支出", "120.00"],
        ["政府性基金预算拨款收入", "50.00", "三、社会保障和就业支出", "95.00"],
        ["二、事业收入", "30.00", "四、其他支出", "60.00"],
        ["三、其他收入", "20.00", "", ""],
    ]
    found = {i["item"]: i["level"] for i in replaced("部门收支总表", rows).items if i["side"] == "revenue"}
    assert found["政府性基金预算拨款收入"] == 2
    assert not [f for f in replaced("部门收支总表", rows).findings if f.severity == "error"]


def coded(form: str) -> Document:
    head = ("功能科目名称", *national.EXPENDITURE[0][2:])
    rows = [(form.format(*row[:2]) if row[1] != LEFT else "合计", *row[2:]) for row in national.EXPENDITURE[1:]]
    return replaced("部门支出总表", [head, *rows], (230, *(80,) * 6))


def test_code_and_name_in_one_cell_however_they_are_parted() -> None:
    whole = amounts(read(*ALL), "expenditure_summary")
    for form in ("{}-{}", "[{}]{}", "{} {}", "{}：{}"):
        found = coded(form)
        assert amounts(found, "expenditure_summary") == whole
        assert {i["item"] for i in found.items if i["code"] == "201"} == {"一般公共服务支出"}


def test_columns_of_numbers_and_remarks_are_known() -> None:
    rows = [[str(n) if n else "序号", *row, ""] for n, row in enumerate(national.EXPENDITURE)]
    rows[0][-1], rows[1][-1] = "备注", "含上年结转"
    found = replaced("部门支出总表", rows, (30, 50, 150, *(75,) * 6, 60))
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_a_row_that_names_the_body_is_no_class() -> None:
    rows = [*national.EXPENDITURE[:1], ("", "示例部", *national.EXPENDITURE[-1][2:]), *national.EXPENDITURE[1:]]
    found = replaced("部门支出总表", rows)
    assert not [f.message for f in found.findings if f.severity == "error"]
    leaves = [
        i for i in found.items if i["table"] == "expenditure_summary" and i["measure"] == "total" and i["is_leaf"]
    ]
    assert sum(item["amount"] for item in leaves) == 13_250_000


LIST: national.Rows = (
    ("项目", "2023年预算数", "2024年预算数", "增减%"),
    ("“三公”经费合计", "62.00", "58.00", "-6.45"),
    ("1.因公出国（境）费用", "20.00", "20.00", "0.00"),
    ("2.公务接待费", "10.00", "8.00", "-20.00"),
    ("3.公务用车购置及运行维护费", "32.00", "30.00", "-6.25"),
    ("其中：（1）公务用车购置费", "", "", ""),
    ("（2）公务用车运行维护费", "32.00", "30.00", "-6.25"),
)
LIST_WIDTHS = (240, 120, 120, 120)


def listed(rows: national.Rows) -> Document:
    return replaced("一般公共预算“三公”经费支出表", rows, LIST_WIDTHS)


def test_expenses_in_rows_are_the_same_as_in_columns() -> None:
    table = "three_public_and_operating"
    found = listed(LIST)
    assert rules(found) == []
    assert amounts(found, table) == amounts(read(*ALL), table)
    lines = [item for item in found.items if item["table"] == table]
    assert {item["status"] for item in lines} == {"proved"}
    assert [(item["row"], item["measure"]) for item in lines if item["fiscal_year"] == 2024] == [
        *((1, "total"), (2, "overseas_travel"), (3, "reception"), (4, "vehicles"), (6, "vehicle_operation"))
    ]
    tops = [item["top"] for item in lines if item["fiscal_year"] == 2024]
    assert tops == sorted(set(tops))


def test_a_slip_in_a_list_that_one_sum_tells_of_is_no_proof_and_accuses_nobody() -> None:
    found = listed((*LIST[:3], ("2.公务接待费", "10.00", "9.00", ""), *LIST[4:]))
    (finding,) = [finding for finding in found.findings if finding.rule == "table.sums_unclear"]
    assert "row_sum.total in 1 of 2 cases" in finding.message
    statuses = {
        item["measure"]: item["status"]
        for item in found.items
        if item["table"] == finding.table and item["fiscal_year"] == 2024
    }
    assert "contradicted" not in statuses.values()
    assert "in_doubt" not in statuses.values()


def test_a_list_with_a_row_more_is_not_read_because_its_total_may_be_another() -> None:
    found = listed((*LIST, ("某某费", "5.00", "5.00", "0.00")))
    (finding,) = [finding for finding in found.findings if finding.rule == "row.unknown"]
    assert finding.row == 7
    assert "某某费" in finding.message
    assert not amounts(found, "three_public_and_operating")


def test_a_list_that_names_a_row_twice_is_not_read() -> None:
    found = listed((*LIST, LIST[3]))
    assert "row.unknown" in rules(found)
    assert not amounts(found, "three_public_and_operating")


def test_an_amount_of_a_list_that_is_none_is_named_by_its_row() -> None:
    found = listed((*LIST[:3], ("2.公务接待费", "10.00", "8,00", ""), *LIST[4:]))
    (finding,) = [finding for finding in found.findings if finding.rule == "amount.not_a_number"]
    assert (finding.row, finding.measure) == (3, "reception")
    found_amounts = amounts(found, "three_public_and_operating")
    assert ("", "reception", 2024, "budget") not in found_amounts
    assert found_amounts["", "reception", 2023, "budget"] == 100_000
    open_ = [i for i in found.items if i["table"] == finding.table and i["measure"] == "total"]
    assert {item["fiscal_year"]: item["status"] for item in open_}[2023] == "proved"


def test_a_list_goes_on_over_pages() -> None:
    title = "一般公共预算“三公”经费支出表"
    pages = national.sheets()
    first = national.sheet(7, title, LIST[:4], LIST_WIDTHS)
    second = Page([], national.sheet(7, title, (LIST[0], *LIST[4:]), LIST_WIDTHS).grids)
    number = list(national.TABLES).index(title)
    found = read(national.cover(), *pages[:number], first, second, *pages[number + 1 :])
    assert amounts(found, "three_public_and_operating") == amounts(listed(LIST), "three_public_and_operating")
    own = {i["measure"]: i["page"] for i in found.items if i["table"] == "three_public_and_operating"}
    assert own["vehicles"] == own["total"] + 1
