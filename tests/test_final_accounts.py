"""What final accounts (决算) do and budgets do not, in the forms that publishers print them in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.small import SMALL, grid, read
from typeset import ABOVE, LEFT, Page, Text, document
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.prove.verdicts import judge
from yusuan.schemas.identities.styles import FINAL

ENTITY = "示例市示范局"
COVER = Page([Text(400, 150, ENTITY, 24, "center"), Text(400, 220, "2024年度部门决算", 24, "center")])
HEADING = Page([Text(60, 60, f"第一部分{ENTITY}概况"), Text(60, 90, "一、主要职能")])


def table(title: str, rows: Sequence[Sequence[str]], widths: Sequence[float], unit: str = "单位：万元") -> Page:
    """A page with a table, above which nobody is named."""
    texts = [Text(421, 50, title, 18, "center"), Text(740, 90, unit, align="right")]
    return Page(texts, [grid(rows, widths)])


def prose(*lines: str, y: float = 60) -> Page:
    """A page with a line of text for each paragraph."""
    return Page([Text(60, y + 40 * number, line) for number, line in enumerate(lines)])


def final(*pages: Page, cover: Page = COVER, **options: str) -> Document:
    """A final account of these pages, with its cover and the heading of its first part."""
    return read(cover, HEADING, *pages, **options)


def amounts(found: Document) -> dict[tuple[str, ...], str]:
    """Amounts by code, item with its parents, measure and basis."""
    return {
        (item["code"], *item["lineage"], item["measure"], item["basis"]): f"{item['amount']:.2f}"
        for item in found.items
    }


def rules(found: Document) -> list[str]:
    return [finding.rule for finding in found.findings if finding.rule not in SMALL]


APPROPRIATIONS = (
    ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT),
    (
        *("项目", "决算数", "项目", "合计"),
        *("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"),
    ),
    ("一、一般公共预算财政拨款", "90.00", "一、一般公共服务支出", "95.00", "95.00", "", ""),
    ("二、政府性基金预算财政拨款", "20.00", "二、城乡社区支出", "18.00", "", "18.00", ""),
    ("三、国有资本经营预算财政拨款", "", "", "", "", "", ""),
    ("本年收入合计", "110.00", "本年支出合计", "113.00", "95.00", "18.00", ""),
    ("年初财政拨款结转和结余", "7.00", "年末财政拨款结转和结余", "4.00", "1.00", "3.00", ""),
    ("一、一般公共预算财政拨款", "6.00", "", "", "", "", ""),
    ("二、政府性基金预算财政拨款", "1.00", "", "", "", "", ""),
    ("三、国有资本经营预算财政拨款", "", "", "", "", "", ""),
    ("总计", "117.00", "总计", "117.00", "96.00", "21.00", ""),
)
WIDE = (150, 70, 150, 70, 90, 90, 90)
FUND = (
    ("项目", LEFT, "年初结转和结余", "本年收入", "本年支出", LEFT, LEFT, "年末结转和结余"),
    ("功能分类科目编码", "科目名称", ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE),
    ("合计", LEFT, "1.00", "20.00", "18.00", "", "18.00", "3.00"),
    ("212", "城乡社区支出", "1.00", "20.00", "18.00", "", "18.00", "3.00"),
    ("21208", "国有土地使用权出让收入安排的支出", "1.00", "20.00", "18.00", "", "18.00", "3.00"),
    ("2120801", "征地和拆迁补偿支出", "1.00", "20.00", "18.00", "", "18.00", "3.00"),
)
FUND_TITLE = "政府性基金预算财政拨款收入支出决算表"
FUND_WIDTHS = (90, 160, 80, 80, 80, 80, 80, 80)


def test_what_is_carried_over_is_kept_apart_from_the_revenue_of_the_same_name() -> None:
    found = final(table("财政拨款收入支出决算总表", APPROPRIATIONS, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    own = amounts(found)
    assert own["", "一般公共预算财政拨款", "total", "final"] == "900000.00"
    assert own["", "年初财政拨款结转和结余", "一般公共预算财政拨款", "total", "final"] == "60000.00"
    balances = {item["item"] for item in found.items if item["classification"] == "balance"}
    assert balances == {
        *("年初财政拨款结转和结余", "年末财政拨款结转和结余"),
        *("一般公共预算财政拨款", "政府性基金预算财政拨款"),
    }
    leaves = [item for item in found.items if item["table"] == "appropriation_summary" and item["is_leaf"]]
    for side in ("revenue", "expenditure"):
        assert sum(i["amount"] for i in leaves if i["side"] == side and i["measure"] == "total") == 1_170_000
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


@pytest.mark.parametrize(
    ("row", "column", "wrong", "rule"),
    [
        (5, 1, "111.00", "subtotal"),
        (6, 1, "8.00", "grand_total"),
        (10, 5, "22.00", "grand_total"),
    ],
)
def test_a_slip_among_sums_and_balances_is_named_with_its_cell(row: int, column: int, wrong: str, rule: str) -> None:
    rows = [list(cells) for cells in APPROPRIATIONS]
    rows[row][column] = wrong
    found = final(table("财政拨款收入支出决算总表", rows, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    errors = [finding for finding in found.findings if finding.severity == "error"]
    assert [(finding.row, finding.printed) for finding in errors] == [(row - 1, wrong)]
    assert rule in errors[0].message


def test_the_account_of_a_fund_closes_with_what_it_began_with_and_what_came_in_less_what_was_spent() -> None:
    rows = [list(cells) for cells in FUND]
    rows[5][7] = "2.00"
    found = final(table(FUND_TITLE, rows, FUND_WIDTHS))
    (error,) = [finding for finding in found.findings if finding.severity == "error"]
    assert (error.row, error.measure, f"{error.expected}") == (4, "closing_balance", "30000")
    assert "closing_balance = opening_balance + revenue - total" in error.message


def test_a_total_beside_the_last_row_of_the_header_is_no_header() -> None:
    rows = (
        FUND[0],
        ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE, LEFT, LEFT, ABOVE),
        ("合计", LEFT, "", "", "合计", "基本支出", "项目支出", ""),
        ("",) * 8,
    )
    found = final(table(FUND_TITLE, rows, FUND_WIDTHS))
    assert (found.status, found.items, rules(found)) == ("accepted", [], [])


CODES_IN_THREE = (
    ("项目", LEFT, LEFT, LEFT, "本年收入合计", "财政拨款收入", "事业收入", LEFT, "其他收入"),
    ("支出功能分类科目编码", LEFT, LEFT, "科目名称", ABOVE, ABOVE, "小计", "其中：教育收费", ABOVE),
    ("类", "款", "项", "合计", "60.00", "50.00", "9.00", "4.00", "1.00"),
    ("205", "", "", "教育支出", "60.00", "50.00", "9.00", "4.00", "1.00"),
    ("205", "2", "", "普通教育", "60.00", "50.00", "9.00", "4.00", "1.00"),
    ("205", "2", "1", "学前教育", "60.00", "50.00", "9.00", "4.00", "1.00"),
)


def test_code_cells_under_one_header_beside_a_total_row_that_names_them() -> None:
    found = final(table("收入决算表", CODES_IN_THREE, (40, 40, 40, 180, 90, 90, 80, 80, 80)))
    own = amounts(found)
    assert own["", "合计", "total", "final"] == "600000.00"
    assert own["2050201", "教育支出", "普通教育", "学前教育", "service_revenue", "final"] == "90000.00"
    assert own["2050201", "教育支出", "普通教育", "学前教育", "education_fees", "final"] == "40000.00"
    # Education fees are in the revenue from services already.
    assert rules(found) == []


ACCOUNTS = (
    ("经济分类科目编码", "科目名称", "决算数") * 2,
    ("301", "工资福利支出", "70.00", "302", "商品和服务支出", "20.00"),
    ("30101", "基本工资", "70.00", "30201", "办公费", "20.00"),
    ("303", "对个人和家庭的补助", "5.00", "310", "资本性支出", "3.00"),
    ("30302", "退休费", "5.00", "31002", "办公设备购置", "3.00"),
    ("人员经费合计", LEFT, "75.00", "公用经费合计", LEFT, "23.00"),
)


def test_account_lists_side_by_side_keep_their_own_hierarchy() -> None:
    found = final(table("一般公共预算财政拨款基本支出决算表", ACCOUNTS, (80, 180, 90) * 2))
    own = amounts(found)
    assert own["31002", "资本性支出", "办公设备购置", "total", "final"] == "30000.00"
    assert own["30302", "对个人和家庭的补助", "退休费", "total", "final"] == "50000.00"
    assert sum(item["amount"] for item in found.items if item["is_leaf"]) == 980_000
    assert rules(found) == []


def test_a_wrong_sum_of_an_account_list_is_named() -> None:
    rows = (*ACCOUNTS[:-1], ("人员经费合计", LEFT, "76.00", "公用经费合计", LEFT, "23.00"))
    found = final(table("一般公共预算财政拨款基本支出决算表", rows, (80, 180, 90) * 2))
    assert [(f.rule, f.row, f.printed) for f in found.findings if f.row] == [("table.sums_unclear", 5, "76.00")]
    # One sum alone accuses nobody in a document of which only one table is there.
    assert "contradicted" not in {item["status"] for item in found.items}


PAIRED = (
    (
        "合计",
        LEFT,
        "因公出国（境）费",
        LEFT,
        "公务用车购置及运行维护费",
        LEFT,
        LEFT,
        LEFT,
        LEFT,
        LEFT,
        "公务接待费",
        LEFT,
    ),
    (ABOVE, ABOVE, ABOVE, ABOVE, "小计", LEFT, "公务用车购置费", LEFT, "公务用车运行维护费", LEFT, ABOVE, ABOVE),
    ("预算数", "决算数") * 6,
    ("9.00", "6.00", "2.00", "1.00", "4.00", "3.00", "0.00", "0.00", "4.00", "3.00", "3.00", "2.00"),
)
BY_BASIS = (
    ("预算数", *[LEFT] * 5, "决算数", *[LEFT] * 5),
    ("合计", "因公出国（境）费", "公务用车购置及运行维护费", LEFT, LEFT, "公务接待费") * 2,
    (ABOVE, ABOVE, "小计", "公务用车购置费", "公务用车运行维护费", ABOVE) * 2,
    ("9.00", "2.00", "4.00", "0.00", "4.00", "3.00", "6.00", "1.00", "3.00", "0.00", "3.00", "2.00"),
)


@pytest.mark.parametrize("rows", [PAIRED, BY_BASIS], ids=["pairs under each measure", "measures under each basis"])
def test_planned_and_final_figures_in_one_table(rows: Sequence[Sequence[str]]) -> None:
    found = final(table("财政拨款“三公”经费支出决算表", rows, (60,) * 12))
    own = amounts(found)
    assert own["", "", "total", "budget"] == "90000.00"
    assert own["", "", "total", "final"] == "60000.00"
    assert own["", "", "vehicles", "budget"] == "40000.00"
    assert own["", "", "reception", "final"] == "20000.00"
    assert len(own) == 12
    assert {item["status"] for item in found.items} == {"proved"}
    assert len({item["line_id"] for item in assemble([found]).line_items.to_dict("records")}) == 12


def test_a_column_of_neither_kind_of_number_is_named() -> None:
    rows = [list(cells) for cells in PAIRED]
    rows[2][11] = "执行率"
    found = final(table("财政拨款“三公”经费支出决算表", rows, (60,) * 12))
    assert rules(found) == ["table.sums_unclear"]
    assert (len(found.items), found.unread) == (11, 0)
    assert [(item["printed"], item["amount"], item["status"]) for item in found.others] == [("2.00", None, "unproved")]
    assert "执行率" in found.others[0]["column_names"]


def test_columns_that_only_number_the_rows_are_no_amounts() -> None:
    rows = (
        ("收入", LEFT, LEFT, "支出", LEFT, LEFT),
        ("项目", "行次", "决算数", "项目", "行次", "决算数"),
        ("栏次", "", "1", "栏次", "", "2"),
        ("一、一般公共预算财政拨款收入", "1", "10.00", "一、一般公共服务支出", "31", "11.00"),
        ("本年收入合计", "27", "10.00", "本年支出合计", "57", "11.00"),
        ("使用非财政拨款结余", "28", "", "结余分配", "58", ""),
        ("年初结转和结余", "29", "3.00", "年末结转和结余", "59", "2.00"),
        ("总计", "30", "13.00", "总计", "60", "13.00"),
    )
    found = final(table("收入支出决算总表", rows, (180, 40, 90) * 2))
    assert [f"{item['amount']:.0f}" for item in found.items] == [
        *("100000", "110000", "100000", "110000", "30000", "20000", "130000", "130000")
    ]
    assert rules(found) == []


# Whose final account it is, and what is left of its form.


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


# One number, rounded in several places.


def test_one_amount_with_two_last_digits_is_a_warning_and_contradicts_nothing() -> None:
    expenditure = (
        ("项目", LEFT, "本年支出合计", "基本支出", "项目支出"),
        ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE),
        ("合计", LEFT, "11.00", "11.00", ""),
        ("201", "一般公共服务支出", "11.01", "11.01", ""),
        ("20101", "人大事务", "11.01", "11.01", ""),
    )
    summary = (
        ("收入", LEFT, "支出", LEFT),
        ("项目", "决算数", "项目", "决算数"),
        ("一、一般公共预算财政拨款收入", "11.00", "一、一般公共服务支出", "11.00"),
        ("本年收入合计", "11.00", "本年支出合计", "11.00"),
        ("总计", "11.00", "总计", "11.00"),
    )
    found = final(
        table("收入支出决算总表", summary, (180, 90, 180, 90)),
        table("支出决算表", expenditure, (100, 180, 90, 90, 90)),
    )
    verdict = judge(found.tables, FINAL.equalities)
    apart = [finding for finding in verdict.findings if finding.rule == "identity.rounded_apart"]
    assert [(finding.severity, finding.printed, finding.expected) for finding in apart] == [("warning", "11.00", None)]
    assert "11.00" not in apart[0].message.split(";")[0]  # no row is named: either table may be the rounded one
    # In one table the same number is printed twice alike: 合计 is not what the only 类 is.
    assert {item["status"] for item in found.items if item["table"] == "revenue_expenditure_summary"} == {"proved"}


# The budget of the same body and year.

BUDGET_HEADER = (
    ("项目", LEFT, LEFT, LEFT, "一般公共预算支出", LEFT, LEFT),
    ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "合计", "基本支出", "项目支出"),
    ("类", "款", "项", ABOVE, ABOVE, ABOVE, ABOVE),
)
BUDGET_ROWS = (
    ("201", "", "", "一般公共服务支出", "104,000", "104,000", ""),
    ("201", "01", "", "人大事务", "104,000", "104,000", ""),
    ("201", "01", "01", "行政运行", "104,000", "104,000", ""),
    ("合计", LEFT, LEFT, LEFT, "104,000", "104,000", ""),
)


def budget() -> Document:
    texts = [Text(421, 50, "2024年部门一般公共预算支出功能分类预算表", 18, "center")]
    texts += [Text(60, 90, f"编制部门：{ENTITY}"), Text(740, 90, "单位：元", align="right")]
    page = Page(texts, [grid((*BUDGET_HEADER, *BUDGET_ROWS), (40, 40, 40, 200, 120, 120, 120))])
    return read_document(document([page]), "budget.pdf")


def general(basic: str) -> Sequence[Sequence[str]]:
    """The rows of a table whose one 项 has so much basic expenditure."""
    return (
        ("项目", LEFT, "合计", "基本支出", "项目支出"),
        ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE),
        ("201", "一般公共服务支出", basic, basic, ""),
        ("20101", "人大事务", basic, basic, ""),
        ("2010101", "行政运行", basic, basic, ""),
        ("合计", LEFT, basic, basic, ""),
    )


def account_of(planned: str) -> Document:
    said = prose(
        "一般公共预算财政拨款支出年初预算为10.40万元，支出决算为11.00万元，完成年初预算的105.77%。",
        f"1、一般公共服务支出（类）人大事务（款）行政运行（项）。年初预算为{planned}万元，支出决算为11.00万元。",
    )
    return final(table("一般公共预算财政拨款支出决算表", general("11.00"), (100, 200, 100, 100, 100)), said)


def test_planned_figures_are_compared_with_the_budget_of_that_year() -> None:
    same = assemble([budget(), account_of("10.40")])
    assert same.linked == 2
    assert "across.planned" not in set(same.findings["rule"])
    other = assemble([account_of("10.50"), budget()])
    (found,) = other.findings[other.findings["rule"] == "across.planned"].to_dict("records")
    assert (found["printed"], f"{found['expected']:.2f}", f"{found['difference']:.2f}") == (
        "10.50万元",
        "104000.00",
        "1000.00",
    )
    assert "budget.pdf" in found["message"]


def test_without_the_budget_nothing_is_compared() -> None:
    assert assemble([account_of("10.50")]).linked == 0


def test_an_empty_total_row_that_names_the_parts_of_codes_is_no_header() -> None:
    rows = (
        ("项目", LEFT, LEFT, LEFT, "合计", "基本支出", "项目支出"),
        ("支出功能分类科目编码", LEFT, LEFT, "科目名称", ABOVE, ABOVE, ABOVE),
        ("类", "款", "项", "合计", "", "", ""),
        ("",) * 7,
    )
    found = final(table("一般公共预算财政拨款支出决算表", rows, (40, 40, 40, 200, 100, 100, 100)))
    assert (found.status, found.items, rules(found)) == ("accepted", [], [])


# Forms of the Ministry's own, and of earlier years.

MINISTRY_REVENUE = (
    (
        "项目",
        LEFT,
        LEFT,
        LEFT,
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
    ),
    ("功能分类科目编码", LEFT, LEFT, "科目名称", *[ABOVE] * 7),
    (ABOVE, LEFT, LEFT, ABOVE, *[ABOVE] * 7),
    ("类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6", "7"),
    (ABOVE, ABOVE, ABOVE, "合计", "60.00", "50.00", "", "9.00", "", "", "1.00"),
    ("205", LEFT, LEFT, "教育支出", "60.00", "50.00", "", "9.00", "", "", "1.00"),
    ("20502", LEFT, LEFT, "普通教育", "60.00", "50.00", "", "9.00", "", "", "1.00"),
    ("2050201", LEFT, LEFT, "学前教育", "60.00", "50.00", "", "9.00", "", "", "1.00"),
)


def test_numbers_of_columns_beside_cells_that_reach_further_down_are_no_amounts() -> None:
    found = final(table("收入决算表", MINISTRY_REVENUE, (30, 30, 30, 150, *[65] * 7)))
    assert {item["item"] for item in found.items} == {"合计", "教育支出", "普通教育", "学前教育"}
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


THREE_LISTS = (
    ("人员经费", LEFT, LEFT, "公用经费", *[LEFT] * 5),
    ("科目编码", "科目名称", "决算数") * 3,
    ("301", "工资福利支出", "60.00", "302", "商品和服务支出", "20.00", "310", "资本性支出", "3.00"),
    ("30101", "基本工资", "60.00", "30201", "办公费", "20.00", "31002", "办公设备购置", "3.00"),
    ("303", "对个人和家庭的补助", "10.00", "", "", "", "", "", ""),
    ("30302", "退休费", "10.00", "", "", "", "", "", ""),
)


@pytest.mark.parametrize(
    "sums",
    [
        ("人员经费合计", LEFT, "70.00", "公用经费合计", LEFT, LEFT, LEFT, LEFT, "23.00"),
        ("人员经费合计", "", "70.00", "公用经费合计", "", "", "", "", "23.00"),
        ("人员经费合计", LEFT, "70.00", "公用经费合计", LEFT, "23.00", "", "", ""),
    ],
    ids=["merged over two lists", "not merged", "in the first of two lists"],
)
def test_sums_of_three_lists_side_by_side(sums: tuple[str, ...]) -> None:
    found = final(table("一般公共预算财政拨款基本支出决算明细表", (*THREE_LISTS, sums), (50, 120, 60) * 3))
    own = amounts(found)
    assert own["", "公用经费合计", "total", "final"] == "230000.00"
    assert own["", "人员经费合计", "total", "final"] == "700000.00"
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == []


@pytest.mark.parametrize("last", [("合计", LEFT, "93.00", *[""] * 6), None], ids=["a grand total", "no sums at all"])
def test_sums_that_a_table_does_not_print_are_not_taken_for_nothing(last: tuple[str, ...] | None) -> None:
    rows = (*THREE_LISTS, *([last] if last else []))
    found = final(
        table("一般公共预算财政拨款支出决算表", general("93.00"), (100, 200, 100, 100, 100)),
        table("一般公共预算财政拨款基本支出决算明细表", rows, (50, 120, 60) * 3),
    )
    assert [finding.rule for finding in found.findings if finding.severity == "error"] == []


def carried(*rows: tuple[str, str, str, str], total: str) -> Document:
    return final(
        table(
            "收入支出决算总表",
            (
                ("收入", LEFT, "支出", LEFT),
                ("项目", "决算数", "项目", "决算数"),
                ("一、财政拨款收入", "90.00", "一、教育支出", "89.00"),
                ("其中：政府性基金预算财政拨款", "10.00", "", ""),
                ("本年收入合计", "90.00", "本年支出合计", "89.00"),
                *rows,
                ("总计", total, "总计", total),
            ),
            (180, 90, 180, 90),
        )
    )


def leaves(found: Document, side: str) -> int:
    return int(sum(item["amount"] for item in found.items if item["is_leaf"] and item["side"] == side))


def test_what_is_distributed_of_a_surplus_with_its_parts() -> None:
    found = carried(
        ("用事业基金弥补收支差额", "6.00", "结余分配", "5.00"),
        ("年初结转和结余", "10.00", "交纳所得税", "2.00"),
        ("基本支出结转", "4.00", "提取职工福利基金", "1.00"),
        ("项目支出结转和结余", "6.00", "转入事业基金", "2.00"),
        ("", "", "年末结转和结余", "12.00"),
        total="106.00",
    )
    assert rules(found) == []
    assert {item["status"] for item in found.items if item["item"] != "政府性基金预算财政拨款"} == {"proved"}
    assert leaves(found, "revenue") == leaves(found, "expenditure") == 1_060_000


def test_parts_after_one_of_them_is_said_to_be_some_of_it() -> None:
    found = carried(
        ("年初结转和结余", "10.00", "结余分配", "5.00"),
        ("", "", "其中：提取职工福利基金", "2.00"),
        ("", "", "转入事业基金", "3.00"),
        ("", "", "年末结转和结余", "6.00"),
        total="100.00",
    )
    assert leaves(found, "expenditure") == 1_000_000
    assert rules(found) == []


def test_money_carried_over_by_any_name() -> None:
    found = carried(("上年结余资金", "10.00", "结转下年使用", "11.00"), total="100.00")
    assert {item["item"] for item in found.items if item["classification"] == "balance"} == {
        *("上年结余资金", "结转下年使用")
    }
    assert rules(found) == []


def test_balances_by_the_long_names_of_their_funds() -> None:
    rows = [list(cells) for cells in APPROPRIATIONS]
    for row in rows[7:10]:
        row[0] += "结转和结余"
    rows[6][0], rows[6][2] = "年初结转和结余", "年末结转和结余"
    found = final(table("财政拨款收入支出决算总表", rows, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert rules(found) == []
    assert {item["status"] for item in found.items} == {"proved"}


def test_balances_that_are_not_parted_by_funds() -> None:
    rows = (*APPROPRIATIONS[:7], APPROPRIATIONS[-1])
    found = final(table("财政拨款收入支出决算总表", rows, WIDE), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert rules(found) == []


def test_a_list_of_the_three_public_expenses_has_both_kinds_of_numbers() -> None:
    rows = (
        ("项目", "预算数", "决算数"),
        ("合计", "5.00", "3.00"),
        ("因公出国（境）费", "2.00", "1.00"),
        ("公务接待费", "3.00", "2.00"),
    )
    found = final(table("财政拨款“三公”经费支出决算表", rows, (200, 100, 100)))
    assert rules(found) == []
    assert amounts(found) == {
        ("", "", "total", "budget"): "50000.00",
        ("", "", "total", "final"): "30000.00",
        ("", "", "overseas_travel", "budget"): "20000.00",
        ("", "", "overseas_travel", "final"): "10000.00",
        ("", "", "reception", "budget"): "30000.00",
        ("", "", "reception", "final"): "20000.00",
    }


def test_a_list_of_how_often_and_how_many_is_no_list_of_expenses() -> None:
    rows = (
        ("项目", "预算数", "决算数"),
        ("因公出国（境）费", "2.00", "1.00"),
        ("因公出国（境）团组数（个）", "2", "1"),
    )
    found = final(table("财政拨款“三公”经费支出决算表", rows, (200, 100, 100)), table(FUND_TITLE, FUND, FUND_WIDTHS))
    assert "table.unknown_title" in rules(found)
    assert {item["table"] for item in found.items} == {"government_fund_expenditure"}


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


def test_the_name_of_a_class_without_its_closing_word() -> None:
    said = prose(
        "一般公共预算财政拨款支出11.00万元，主要用于以下方面：一般公共服务（类）支出11.00万元，占100%。",
        "1、一般公共服务（类）人大事务（款）行政运行（项）。年初预算为10.00万元，支出决算为11.00万元。",
    )
    found = final(table("一般公共预算财政拨款支出决算表", general("11.00"), (100, 200, 100, 100, 100)), said)
    assert rules(found) == []
    assert [s["subject"] for s in found.statements] == ["general_public", "201", "201", "2010101", "2010101"]
    assert [s["status"] for s in found.statements if s["quantity"] == "final"] == ["proved"] * 3
