"""What the budgets of Jiangsu do that those of Shanghai do not: tables in one, names in columns, rows that are cut."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.small import grid, read, rules
from typeset import ABOVE, LEFT, Page, Text
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.prove.verdicts import judge
from yusuan.schemas.identities.styles import JIANGSU

HEADER = (
    ("收入", LEFT, "支出", LEFT, LEFT, LEFT),
    ("项目名称", "金额", "功能分类", LEFT, "支出用途", LEFT),
    (ABOVE, ABOVE, "功能科目名称", "金额", "项目名称", "金额"),
)
LINES = (
    ("一、财政拨款", "300.00", "一、一般公共服务支出", "200.00", "一、基本支出", "220.00"),
    ("二、其他资金", "", "二、社会保障和就业支出", "100.00", "二、项目支出", "80.00"),
)
SUMS = (
    ("当年收入小计", "300.00", "当年支出小计", LEFT, LEFT, "300.00"),
    ("上年结转资金", "", "结转下年资金", LEFT, LEFT, ""),
    ("收入合计", "300.00", "支出合计", LEFT, LEFT, "300.00"),
)
WIDTHS = (110, 90, 150, 90, 110, 90)


def above(title: str, y: float = 50) -> list[Text]:
    return [
        Text(421, y, title, 14, "center"),
        Text(60, y + 40, "部门：示例省示范厅"),
        Text(740, y + 40, "单位：万元", align="right"),
    ]


def amounts(found: Document) -> dict[tuple[str, str, int, str], Decimal]:
    """Amounts by table, side, level and item."""
    return {(i["table"], i["side"], i["level"], i["item"]): i["amount"] for i in found.items}


def summary(*rows: tuple[str, ...]) -> Page:
    return Page(above("2018年收支预算总表"), [grid((*HEADER, *rows), WIDTHS)])


def test_a_printed_table_of_three_lists_is_two_tables() -> None:
    found = amounts(read(summary(*LINES, *SUMS)))
    assert found[("revenue_expenditure_summary", "expenditure", 1, "一般公共服务支出")] == 2_000_000
    assert found[("expenditure_by_use", "expenditure", 1, "项目支出")] == 800_000
    assert {table for table, *_ in found} == {"revenue_expenditure_summary", "expenditure_by_use"}


def test_a_sum_that_is_merged_over_two_lists_belongs_to_the_first_and_is_proved() -> None:
    document = read(summary(*LINES, *SUMS))
    found = amounts(document)
    assert found[("revenue_expenditure_summary", "expenditure", 0, "支出合计")] == 3_000_000
    assert ("expenditure_by_use", "expenditure", 0, "支出合计") not in found
    assert {item["status"] for item in document.items} == {"proved"}


def test_a_slip_in_the_list_of_uses_is_named() -> None:
    wrong = (LINES[0], (*LINES[1][:5], "81.00"))
    document = read(summary(*wrong, *SUMS))
    verdict = judge(document.tables, JIANGSU.equalities)
    assert "between.expenditure_by_use" in [finding.rule for finding in verdict.findings]


def revenue(*rows: tuple[str, ...], header: tuple[str, ...] = ("项目名称", "", "金额")) -> Document:
    return read(Page(above("2018年收入预算总表"), [grid((header, *rows), (160, 200, 120))]))


SOURCES = (
    ("收入总计", LEFT, "300.00"),
    ("一般公共预算资金", "小计", "210.00"),
    (ABOVE, "公共财政拨款(补助)资金", "200.00"),
    (ABOVE, "专项收入", "10.00"),
    ("政府性基金", "小计", "90.00"),
)


def test_names_in_two_columns_are_two_levels() -> None:
    expected = {
        ("revenue_summary", "revenue", 0, "收入总计"): 3_000_000,
        ("revenue_summary", "revenue", 1, "一般公共预算资金"): 2_100_000,
        ("revenue_summary", "revenue", 2, "公共财政拨款（补助）资金"): 2_000_000,
        ("revenue_summary", "revenue", 2, "专项收入"): 100_000,
        ("revenue_summary", "revenue", 1, "政府性基金"): 900_000,
    }
    blank, merged = revenue(*SOURCES), revenue(*SOURCES, header=("项目名称", LEFT, "金额"))
    assert amounts(blank) == amounts(merged) == expected
    assert [item["is_leaf"] for item in blank.items] == [False, False, True, True, True]
    assert {item["status"] for item in blank.items} == {"proved"}


def test_a_name_goes_on_over_the_page_break() -> None:
    header = ("项目名称", "", "金额")
    first = Page(above("2018年收入预算总表"), [grid((header, *SOURCES[:3]), (160, 200, 120))])
    second = Page([], [grid((("", "专项收入", "10.00"), SOURCES[4]), (160, 200, 120), y=40)])
    assert amounts(read(first, second)) == amounts(revenue(*SOURCES))


def test_a_sum_may_stand_behind_its_parts() -> None:
    document = revenue(
        ("一般公共预算资金", "公共财政拨款", "200.00"),
        (ABOVE, "专项收入", "10.00"),
        (ABOVE, "小计", "210.00"),
        SOURCES[4],
        SOURCES[0],
    )
    assert {item["status"] for item in document.items} == {"proved"}
    assert [(item["level"], item["item"], item["is_leaf"]) for item in document.items] == [
        (2, "公共财政拨款", True),
        (2, "专项收入", True),
        (1, "一般公共预算资金", False),
        (1, "政府性基金", True),
        (0, "收入总计", False),
    ]


def test_a_name_that_is_printed_again_on_the_next_page_is_no_other() -> None:
    header = ("项目名称", "", "金额")
    first = Page(above("2018年收入预算总表"), [grid((header, *SOURCES[:3]), (160, 200, 120))])
    again = (("一般公共预算资金", "专项收入", "10.00"), SOURCES[4])
    assert amounts(read(first, Page([], [grid(again, (160, 200, 120), y=40)]))) == amounts(revenue(*SOURCES))


PROCUREMENT = (
    ("采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"),
    ("合计", "", "", "", "", "30.00"),
    ("一、货物A", "", "", "", "", "30.00"),
    ("", "设备购置费", "办公设备购置", "", "", "20.00"),
    ("", "", "", "打印设备", "部门集中采购", "15.00"),
    ("", "", "", ABOVE, "分散自行组织", "5.00"),
    ("", "", "专用设备购置", "", "", "10.00"),
    ("", "", "", "仪器", "分散自行组织", "10.00"),
)


def test_what_is_bought_is_nested_three_deep() -> None:
    document = read(Page(above("2018年政府采购预算表"), [grid(PROCUREMENT, (90, 110, 110, 130, 110, 100))]))
    assert [(item["level"], item["item"]) for item in document.items] == [
        (0, "合计"),
        (1, "货物A"),
        (2, "设备购置费／办公设备购置"),
        (3, "打印设备／部门集中采购"),
        (3, "打印设备／分散自行组织"),
        (2, "设备购置费／专用设备购置"),
        (3, "仪器／分散自行组织"),
    ]
    assert {item["classification"] for item in document.items} == {"procurement"}
    assert {item["status"] for item in document.items} == {"proved"}


CODES = (
    ("功能科目代码", "功能科目名称", "金额"),
    ("", "合计", "300.00"),
    ("208", "社会保障和就业支出", "300.00"),
    ("20805", "行政事业单位离退休", "300.00"),
)
NAMED = (120, 140, 120)


def test_a_row_that_a_page_break_cuts_is_one_row() -> None:
    first = Page(
        above("2018年一般公共预算支出预算表"),
        [grid((*CODES, ("2080505", "机关事业单位基本养老保险", "300.00")), NAMED)],
    )
    second = Page([], [grid((("", "缴费支出", ""),), NAMED, y=40)])
    document = read(first, second)
    assert [(item["code"], item["item"], item["row"]) for item in document.items][-1] == (
        *("2080505", "机关事业单位基本养老保险缴费支出"),
        4,
    )
    assert rules(document) == ["row.cut", "document.no_level"]


def test_a_row_of_which_only_the_beginning_of_its_name_stood_on_the_page_before_lost_that() -> None:
    rows = (*CODES, ("", "机关事业单位基本养老", ""))
    first = Page(above("2018年一般公共预算支出预算表"), [grid(rows, NAMED)])
    second = Page([], [grid((("2080505", "保险缴费支出", "300.00"),), NAMED, y=40)])
    document = read(first, second)
    last = document.items[-1]
    assert (last["code"], last["item"], last["amount"]) == ("2080505", "机关事业单位基本养老保险缴费支出", 300 * 10**4)
    assert "row.cut" in rules(document)


def test_what_has_a_name_of_its_own_is_no_rest_of_a_row() -> None:
    more = (("三、上级补助资金和其他资金和利息", "20.00", "三、住房保障支出", "20.00", "", ""),)
    first = Page(above("2018年收支预算总表"), [grid((*HEADER, *LINES, *more), (110, 90, 150, 90, 110, 90))])
    second = Page([], [grid((("上年结转资金", "", "结转下年资金", LEFT, LEFT, ""), SUMS[2]), WIDTHS, y=40)])
    document = read(first, second)
    assert ("revenue_expenditure_summary", "revenue", 1, "上级补助资金和其他资金和利息") in amounts(document)
    assert "row.cut" not in rules(document)


def test_a_name_in_a_nested_table_that_a_page_break_cuts_is_one() -> None:
    widths = (90, 110, 110, 130, 110, 100)
    upper = (*PROCUREMENT[:4], ("", "", "", "多功能一体打印复印机设备", "部门集中采购", "15.00"))
    lower = (("", "", "", "含耗材", "", ""), ("", "", "", "扫描仪", "分散自行组织", "5.00"), *PROCUREMENT[6:])
    document = read(Page(above("2018年政府采购预算表"), [grid(upper, widths)]), Page([], [grid(lower, widths, y=40)]))
    assert [item["item"] for item in document.items][3:5] == [
        "多功能一体打印复印机设备含耗材／部门集中采购",
        "扫描仪／分散自行组织",
    ]
    assert {item["status"] for item in document.items} == {"proved"}
    assert "row.cut" in rules(document)


def test_a_name_that_two_halves_only_make_together_is_one() -> None:
    upper = (*LINES, ("当年收入", "300.00", "当年支出小计", LEFT, LEFT, "300.00"))
    first = Page(above("2018年收支预算总表"), [grid((*HEADER, *upper), WIDTHS)])
    second = Page([], [grid((("小计", "", "", LEFT, LEFT, ""), *SUMS[1:]), WIDTHS, y=40)])
    assert amounts(read(first, second)) == amounts(read(summary(*LINES, *SUMS)))


def test_a_row_with_a_number_of_its_own_is_no_rest_of_another() -> None:
    first = Page(above("2018年收支预算总表"), [grid((*HEADER, *LINES), WIDTHS)])
    more = ("三、上级补助资金", "", "三、住房保障支出", "", "", "")
    second = Page([], [grid((more, *SUMS), WIDTHS, y=40)])
    found = amounts(read(first, second))
    assert ("revenue_expenditure_summary", "expenditure", 1, "社会保障和就业支出") in found


def test_a_title_says_in_brackets_what_its_rows_are() -> None:
    page = Page(above("2018年一般公共预算支出预算表（功能科目）"), [grid(CODES, NAMED)])
    assert {item["table"] for item in read(page).items} == {"general_public_expenditure"}
    other = Page(above("2018年一般公共预算支出预算表（经济科目）"), [grid(CODES, NAMED)])
    found = read(other)
    assert not found.items
    assert "table.title_differs" in [finding.rule for finding in found.findings]
    assert len(found.others) == len(read(page).items)


def test_a_title_is_read_behind_the_number_of_its_sheet_and_over_two_lines() -> None:
    texts = [Text(60, 30, "公开07表：2018年一般公共预算支出"), Text(60, 50, "预算表"), *above("")[1:]]
    assert {item["table"] for item in read(Page(texts, [grid(CODES, NAMED)])).items} == {"general_public_expenditure"}


def test_a_title_at_the_foot_of_a_page_is_that_of_the_next_page_with_its_publisher() -> None:
    before = summary(*LINES, *SUMS)
    foot = Page([*before.texts, Text(421, 540, "2018年一般公共预算支出预算表", 14, "center")], before.grids)
    found = read(foot, Page(above("")[1:], [grid(CODES, NAMED)]))
    assert "general_public_expenditure" in {item["table"] for item in found.items}


def test_a_single_table_of_another_form_is_read_as_it_says() -> None:
    shanghai = (
        ("功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("", "合计", "300.00", "200.00", "100.00"),
        ("208", "社会保障和就业支出", "300.00", "200.00", "100.00"),
    )
    odd = Page(above("2018年一般公共预算支出功能分类预算表"), [grid(shanghai, (100, 200, 100, 100, 100))])
    document = read(summary(*LINES, *SUMS), odd)
    assert document.style is JIANGSU
    assert ("general_public_expenditure", "expenditure", 1, "社会保障和就业支出") in amounts(document)


def test_text_beyond_the_edge_of_the_page_is_left_out_and_said() -> None:
    page = summary(*LINES, *SUMS)
    document = read(Page([*page.texts, Text(100, 700, "2018年收入预算总表 99,999.99")], page.grids))
    assert "page.outside" in rules(document)
    assert amounts(document) == amounts(read(page))


def test_every_identity_is_judged_in_some_document_of_the_corpus(corpus: Path) -> None:
    judged: set[str] = set()
    for path in sorted(corpus.rglob("江苏*.pdf")):
        verdict = read_document(path.read_bytes()).verdict
        assert verdict
        judged |= {identity.rule for identity in verdict.identities}
    # None of them has a government fund, a special account, or anything carried over.
    nowhere = ("government_fund", "special_account", "carried_forward", "brought_forward")
    unjudged = {equality.rule for equality in JIANGSU.equalities} - judged
    assert not {rule for rule in unjudged if not any(word in rule for word in nowhere)}


def test_rows_of_different_kinds_are_not_compared_one_by_one() -> None:
    """A table of uses in the place of one of functions has no row for any class, which is no contradiction."""
    classes = (
        ("本年收入", LEFT, "本年支出", LEFT),
        ("项目", "预算数", "项目", "预算数"),
        ("一、财政拨款收入", "300.00", "一、一般公共服务支出", "300.00"),
        ("收入总计", "300.00", "支出总计", "300.00"),
    )
    uses = (("合计", "基本支出", "项目支出", "单位预留机动经费"), ("300.00", "200.00", "80.00", "20.00"))
    document = read(
        Page(above("2018年财务收支预算总表"), [grid(classes, (180, 120, 180, 120))]),
        Page(above("2018年支出预算总表"), [grid(uses, (100, 100, 100, 120))]),
    )
    assert {item["table"] for item in document.items} == {"revenue_expenditure_summary", "expenditure_summary"}
    assert {item["status"] for item in document.items} == {"proved"}


def test_rows_with_names_are_not_read_as_the_one_row_of_a_table() -> None:
    named = (
        ("处室", "合计", "基本支出", "项目支出", "单位预留机动经费"),
        ("一处", "300.00", "200.00", "80.00", "20.00"),
        ("合计", "300.00", "200.00", "80.00", "20.00"),
    )
    odd = Page(above("2018年部门支出预算总表"), [grid(named, (200, 90, 90, 90, 110))])
    document = read(summary(*LINES, *SUMS), odd)
    assert "expenditure_summary" not in {item["table"] for item in document.items}
    assert "table.unknown_column" in rules(document)


def test_names_that_are_printed_in_every_row_open_new_levels_where_one_left_of_them_does() -> None:
    again = ("设备购置费", "办公设备购置")
    rows = (
        *PROCUREMENT[:1],
        ("合计", "", "", "", "", "30.00"),
        ("货物A", "", "", "", "", "20.00"),
        ("", *again, "", "", "20.00"),
        ("", "", "", "打印设备", "部门集中采购", "15.00"),
        ("", "", "", "复印设备", "分散自行组织", "5.00"),
        ("服务B", *again, "维修", "分散自行组织", "10.00"),
    )
    document = read(Page(above("2018年政府采购预算表"), [grid(rows, (90, 110, 110, 130, 110, 100))]))
    assert [item["lineage"] for item in document.items][-1] == [
        "服务B",
        "设备购置费／办公设备购置",
        "维修／分散自行组织",
    ]
