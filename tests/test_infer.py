"""Words that no vocabulary has are read where the figures leave one meaning, and never otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sheets import COVER, Rows, counted, printed, read, said, sheet
from typeset import ABOVE, LEFT
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.understand import words
from yusuan.schemas.vocabulary.headers import WORDS

SLOW = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
TITLE = "部门支出总体情况表"


@contextmanager
def without(*dropped: str) -> Iterator[None]:
    """The package's vocabulary as if it had no word with these characters in it."""
    before = words._Process.vocabulary
    known = {word: meanings for word, meanings in WORDS.items() if not any(d in word for d in dropped)}
    words._Process.vocabulary = words.Vocabulary(known=known)
    try:
        yield
    finally:
        words._Process.vocabulary = before


def rules(found: Document) -> list[str]:
    return [finding.rule for finding in found.findings if finding.rule.startswith(("column.", "table.unknown_column"))]


FOUR: Rows = (
    ("科目编码", "科目名称", "合计", "基本支出", LEFT, LEFT, "项目支出"),
    (ABOVE, ABOVE, ABOVE, "小计", "人员经费", "公用经费", ABOVE),
    ("205", "教育支出", "1,234.56", "1,000.06", "800.05", "200.01", "234.50"),
    ("20508", "进修及培训", "1,234.56", "1,000.06", "800.05", "200.01", "234.50"),
    ("2050803", "培训支出", "1,234.56", "1,000.06", "800.05", "200.01", "234.50"),
    ("208", "社会保障和就业支出", "567.89", "517.89", "417.88", "100.01", "50.00"),
    ("20805", "行政事业单位养老支出", "567.89", "517.89", "417.88", "100.01", "50.00"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "567.89", "517.89", "417.88", "100.01", "50.00"),
    ("合计", LEFT, "1,802.45", "1,517.95", "1,217.93", "300.02", "284.50"),
)
FUNCTIONS = [(code, name, total) for code, name, total, *_ in FOUR[2:-1]]
EXPENSES: Rows = (
    ("单位名称", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", LEFT, LEFT),
    (ABOVE, ABOVE, ABOVE, ABOVE, "小计", "公务用车购置费", "公务用车运行费"),
    ("示例市示范局本级", "175.42", "20.10", "15.21", "140.11", "100.52", "39.59"),
    ("示例市示范中心", "88.34", "11.15", "7.12", "70.07", "49.76", "20.31"),
    ("合计", "263.76", "31.25", "22.33", "210.18", "150.28", "59.90"),
)
REVENUE: Rows = (
    ("科目编码", "科目名称", "合计", "财政拨款", LEFT, LEFT, "事业收入"),
    (ABOVE, ABOVE, ABOVE, "小计", "一般公共预算", "政府性基金预算", ABOVE),
    *(
        (code, name, *figures)
        for (code, name, _), figures in zip(
            FUNCTIONS,
            [("1,234.56", "1,000.06", "800.05", "200.01", "234.50")] * 3
            + [("567.89", "517.89", "417.88", "100.01", "50.00")] * 3,
            strict=True,
        )
    ),
    ("合计", LEFT, "1,802.45", "1,517.95", "1,217.93", "300.02", "284.50"),
)


def renamed(rows: Rows, word: str, strange: str) -> Rows:
    return [tuple(strange if cell == word else cell for cell in row) for row in rows]


@pytest.mark.parametrize(
    ("title", "rows", "word"),
    [
        (TITLE, FOUR, "合计"),
        (TITLE, FOUR, "基本支出"),
        (TITLE, FOUR, "人员经费"),
        (TITLE, FOUR, "公用经费"),
        ("部门收入总体情况表", REVENUE, "合计"),
        ("部门收入总体情况表", REVENUE, "财政拨款"),
        ("三公经费支出预算表", EXPENSES, "公务用车购置及运行费"),
        ("三公经费支出预算表", EXPENSES, "公务用车购置费"),
        ("三公经费支出预算表", EXPENSES, "公务接待费"),
    ],
)
def test_a_table_with_one_unknown_word_is_read_as_if_it_were_known(title: str, rows: Rows, word: str) -> None:
    known = read(COVER, sheet(title, rows))
    strange = renamed(rows[:2], word, "奇怪经费")
    found = read(COVER, sheet(title, [*strange, *rows[2:]]))
    columns = ("table", "code", "item", "level", "measure", "amount", "status")
    assert said(found, *columns) == said(known, *columns)
    assert not found.others
    assert rules(found) == ["column.inferred"]
    (finding,) = [f for f in found.findings if f.rule == "column.inferred"]
    assert finding.cause == "reader"
    assert "'奇怪经费'" in finding.message
    assert "cases" in finding.message


@pytest.mark.parametrize("word", ["接待", "出国"])
def test_a_word_dropped_from_the_vocabulary_is_found_again(word: str) -> None:
    known = read(COVER, sheet("三公经费支出预算表", EXPENSES))
    with without(word):
        found = read(COVER, sheet("三公经费支出预算表", EXPENSES))
    assert rules(found) == ["column.inferred"]
    assert said(found, "item", "measure", "amount", "status") == said(known, "item", "measure", "amount", "status")


def test_two_unknown_words_above_amounts_are_not_played_against_each_other() -> None:
    with without("接待", "出国"):
        found = read(COVER, sheet("三公经费支出预算表", EXPENSES))
    assert "column.inferred" not in rules(found)
    assert counted(found) == printed(EXPENSES)


def test_a_kind_of_number_in_an_unknown_text_is_kept() -> None:
    rows = renamed(FOUR[:2], "公用经费", "2026年奇怪预算数")
    found = read(COVER, sheet(TITLE, [*rows, *FOUR[2:]]))
    assert "'奇怪'" in next(f.message for f in found.findings if f.rule == "column.inferred")
    assert {item["basis"] for item in found.items if item["measure"] == "operating"} == {"budget"}


TWO: Rows = [
    (row[0], row[1], row[2], row[3], row[6]) if row[0] != "合计" else (row[0], LEFT, row[2], row[3], row[6])
    for row in FOUR
    if row[0] is not ABOVE
]


def test_several_meanings_that_hold_leave_the_column_unread() -> None:
    rows = renamed(TWO, "项目支出", "奇怪经费")
    found = read(COVER, sheet(TITLE, rows))
    assert "column.readings" in rules(found)
    message = next(f.message for f in found.findings if f.rule == "column.readings")
    assert "project and as contingency" in message
    assert {row["column_names"] for row in found.others} == {"奇怪经费"}
    assert counted(found) == printed(rows)
    assert set(said(found, "measure")) == {("total",), ("basic",)}


def test_another_table_decides_between_meanings_that_hold() -> None:
    rows = renamed(TWO, "项目支出", "奇怪经费")
    found = read(COVER, sheet(TITLE, rows), sheet("一般公共预算支出情况表", TWO))
    assert rules(found) == ["column.inferred"]
    assert not found.others
    strange, known = (
        [row[1:] for row in said(found, "table", "code", "measure", "amount", "status") if row[0] == table]
        for table in ("expenditure_summary", "general_public_expenditure")
    )
    assert strange == known


def test_another_table_with_other_figures_decides_nothing() -> None:
    rows = renamed(TWO, "项目支出", "奇怪经费")
    other = [(*row[:2], row[3], row[3], "0.00") if row is not TWO[0] else row for row in TWO]
    found = read(COVER, sheet(TITLE, rows), sheet("一般公共预算支出情况表", other))
    assert "column.inferred" not in rules(found)


def test_columns_that_all_stand_below_an_unknown_word_may_be_of_another_year() -> None:
    rows: Rows = [
        ("科目编码", "科目名称", "奇怪数", LEFT, LEFT),
        (ABOVE, ABOVE, "合计", "基本支出", "项目支出"),
        *(row for row in TWO[1:]),
    ]
    found = read(COVER, sheet(TITLE, rows))
    assert "column.inferred" not in rules(found)
    assert not found.items


def test_an_unknown_name_of_a_column_of_codes_is_known_by_the_codes() -> None:
    known = read(COVER, sheet(TITLE, FOUR))
    found = read(COVER, sheet(TITLE, [*renamed(FOUR[:2], "科目编码", "奇怪"), *FOUR[2:]]))
    assert said(found, "code", "item", "measure", "amount") == said(known, "code", "item", "measure", "amount")
    assert rules(found) == ["column.inferred"]


def test_an_unknown_name_of_a_column_of_names_is_known_by_the_names() -> None:
    known = read(COVER, sheet(TITLE, FOUR))
    found = read(COVER, sheet(TITLE, [*renamed(FOUR[:2], "科目名称", "奇怪"), *FOUR[2:]]))
    assert said(found, "code", "item", "measure", "amount") == said(known, "code", "item", "measure", "amount")
    assert rules(found) == ["column.inferred"]


FIGURES = st.integers(min_value=0, max_value=999_999)


def with_column(figures: list[int]) -> Rows:
    """The table of four columns with a column of figures, in hundredths of 万元, under an unknown word."""
    head = [(*FOUR[0], "奇怪经费"), (*FOUR[1], ABOVE)]
    rows = zip(FOUR[2:], figures, strict=True)
    return [*head, *((*row, f"{Decimal(figure) / 100:,.2f}") for row, figure in rows)]


@SLOW
@given(st.lists(FIGURES, min_size=7, max_size=7))
def test_nothing_is_inferred_of_figures_that_have_nothing_to_do_with_the_others(figures: list[int]) -> None:
    rows = with_column(figures)
    found = read(COVER, sheet(TITLE, rows))
    if any(figures):
        assert "column.inferred" not in rules(found)
        assert {row["column_names"] for row in found.others} == {"奇怪经费"}
    assert counted(found) == printed(rows)


@SLOW
@given(
    st.sampled_from(["合计", "基本支出", "人员经费", "公用经费", "项目支出"]), st.lists(FIGURES, min_size=7, max_size=7)
)
def test_random_figures_in_the_place_of_a_column_are_not_taken_for_it(word: str, figures: list[int]) -> None:
    place = {"合计": 2, "基本支出": 3, "人员经费": 4, "公用经费": 5, "项目支出": 6}[word]
    shown = [f"{Decimal(figure) / 100:,.2f}" for figure in figures]
    body = [(*row[:place], cell, *row[place + 1 :]) for row, cell in zip(FOUR[2:], shown, strict=True)]
    found = read(COVER, sheet(TITLE, [*renamed(FOUR[:2], word, "奇怪经费"), *body]))
    assert "column.inferred" not in rules(found)


@pytest.mark.parametrize("copied", [2, 3, 4, 6])
def test_a_copy_of_a_known_column_is_not_given_a_meaning(copied: int) -> None:
    head = [(*FOUR[0], "奇怪经费"), (*FOUR[1], ABOVE)]
    found = read(COVER, sheet(TITLE, [*head, *((*row, row[copied]) for row in FOUR[2:])]))
    assert "column.inferred" not in rules(found)


def test_a_word_that_adds_nothing_to_those_below_it_is_no_measure_by_that() -> None:
    rows: Rows = [
        ("项目名称", "总计", "奇怪数", LEFT),
        (ABOVE, ABOVE, "一般公共预算", "政府性基金预算"),
        ("设备更新", "1,234.56", "1,000.06", "234.50"),
        ("房屋修缮", "567.89", "517.89", "50.00"),
        ("合计", "1,802.45", "1,517.95", "284.50"),
    ]
    found = read(COVER, sheet("项目支出总表", rows))
    assert said(found, "measure", "amount")[:3] == [
        ("total", "1234.56"),
        ("general_public", "1000.06"),
        ("government_fund", "234.50"),
    ]
    assert "read as if it added nothing" in next(f.message for f in found.findings if f.rule == "column.inferred")


def test_an_unknown_word_above_names_and_amounts_is_no_name() -> None:
    rows: Rows = [
        ("收入", LEFT, "奇怪", LEFT),
        ("项目", "预算数", "项目", "预算数"),
        ("一、一般公共预算拨款收入", "12.00", "一、教育支出", "7.00"),
        ("二、事业收入", "3.00", "二、卫生健康支出", "8.00"),
        ("收入总计", "15.00", "支出总计", "15.00"),
    ]
    found = read(COVER, sheet("2026年部门收支预算总表", rows))
    assert "column.inferred" not in rules(found)


TWICE: Rows = (
    ("部门经济科目编码", "部门经济科目名称", "政府经济科目编码", "政府经济科目名称", "合计"),
    ("301", "工资福利支出", "", "", "347.14"),
    ("30101", "基本工资", "50101", "工资奖金津补贴", "342.73"),
    ("30113", "住房公积金", "50103", "住房公积金", "4.41"),
    ("302", "商品和服务支出", "", "", "140.26"),
    ("30201", "办公费", "50201", "办公经费", "80.68"),
    ("30215", "会议费", "50202", "会议费", "59.58"),
    ("合计", LEFT, LEFT, LEFT, "487.40"),
)
ACCOUNTS = "一般公共预算支出明细表（按经济分类科目分）"
_OF_BOTH = ("code", "item", "government_economic_code", "government_economic_item", "amount", "status")


@pytest.mark.parametrize("dropped", ["政府经济", "部门经济"])
def test_codes_of_two_classifications_are_told_apart_by_themselves(dropped: str) -> None:
    """The second pair was dropped, or named the rows in the place of the first, in silence."""
    known = read(COVER, sheet(ACCOUNTS, TWICE))
    assert [item["government_economic_code"] for item in known.items] == [
        "",
        "50101",
        "50103",
        "",
        "50201",
        "50202",
        "",
    ]
    with without(dropped):
        found = read(COVER, sheet(ACCOUNTS, TWICE))
    assert said(found, *_OF_BOTH) == said(known, *_OF_BOTH)


def test_an_unknown_word_above_codes_and_names_says_how_the_rows_are_classified() -> None:
    rows: Rows = (("奇怪科目", LEFT, "合计"), ("编码", "名称", ABOVE), *((*row[:2], row[4]) for row in TWICE[1:-1]))
    found = read(COVER, sheet("基本支出表", [*rows, ("合计", LEFT, "487.40")]))
    assert {(item["classification"], item["code"]) for item in found.items} >= {("economic", "30101")}
    assert len(found.items) == 7


def test_codes_of_the_same_classification_again_are_no_codes() -> None:
    rows = [(*row[:4], row[0], row[4]) if row[0] != "合计" else (*row[:4], LEFT, row[4]) for row in TWICE]
    found = read(COVER, sheet(ACCOUNTS, [(*TWICE[0][:4], "奇怪代号", "合计"), *rows[1:]]))
    assert not [f for f in found.findings if f.rule == "column.inferred"]
    assert {item["code"] for item in found.items} == {"301", "30101", "30113", "302", "30201", "30215", ""}


@pytest.mark.parametrize(("word", "read_as"), [("奇怪款", ""), ("动用以前事业基金弥补的钱", "balance_used")])
def test_a_source_that_is_left_over_was_read_as_the_last_one_that_has_a_measure(word: str, read_as: str) -> None:
    own = ("事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", word)
    figures = [(11.25, 2.31, 4.07, 1.64, 3.18, 7.93), (21.47, 12.36, 3.05, 2.22, 4.19, 6.84)]
    body = [
        (code, name, f"{sum(own):.2f}", *(f"{f:.2f}" for f in own))
        for (code, name), own in zip((("205", "教育支出"), ("221", "住房保障支出")), figures, strict=True)
    ]
    total = ("", "合计", *(f"{sum(float(row[at]) for row in body):.2f}" for at in range(2, 9)))
    rows: Rows = (
        ("科目编码", "科目名称", "单位资金", *[LEFT] * 6),
        (ABOVE, ABOVE, "小计", *own),
        *body,
        total,
    )
    found = read(COVER, sheet("部门收入总表", rows))
    assert ("column.inferred" in rules(found)) is bool(read_as)
    assert {measure for (measure,) in said(found, "measure")} >= {"own_funds", "service_revenue", "other_revenue"}
    assert ("balance_used" in {measure for (measure,) in said(found, "measure")}) is bool(read_as)
    assert counted(found) == printed(rows)


def test_names_of_a_list_below_an_unknown_word_were_passed_over_and_its_amounts_had_those_of_the_list_before() -> None:
    rows: Rows = (
        ("收入", LEFT, "支出", *[LEFT] * 3),
        ("项目", "预算数", "功能科目名称", "预算数", "奇怪", "预算数"),
        ("一、财政拨款收入", "1,990.00", "一、一般公共服务支出", "1,600.00", "一、基本支出", "1,200.00"),
        ("二、其他收入", "10.00", "二、教育支出", "400.00", "二、项目支出", "800.00"),
        ("收入总计", "2,000.00", "支出总计", "2,000.00", "支出总计", "2,000.00"),
    )
    found = read(COVER, sheet("2026年部门收支预算总表", rows))
    assert ("基本支出", "1200.00") in said(found, "item", "amount")
    assert ("一般公共服务支出", "1200.00") not in said(found, "item", "amount")
    assert rules(found) == ["column.inferred"]


def test_rows_whose_names_stand_below_an_unknown_word_are_not_read_without_names() -> None:
    rows: Rows = (
        ("序号", "奇怪", "金额"),
        ("1", "设备更新", "1,234.56"),
        ("2", "房屋修缮", "567.89"),
        ("", "合计", "1,802.45"),
    )
    found = read(COVER, sheet("项目支出总表", rows))
    assert not found.items
    assert counted(found) == printed(rows)


def test_rows_without_names_are_not_read_as_several_totals() -> None:
    """The columns of a sheet that is wider than the page stood on the next one, below the title again."""
    head, *body = [[row[0], row[1], *row[2:]] for row in TWO]
    names = [(*row[:2], row[2]) for row in (head, *body)]
    rest = [tuple(row[3:]) for row in (head, *body)]
    found = read(COVER, sheet(TITLE, names), sheet(TITLE, rest))
    assert said(found, "code", "item", "measure", "amount") == said(
        read(COVER, sheet(TITLE, [head, *body])), "code", "item", "measure", "amount"
    )
    assert {item["measure"]: item["page"] for item in found.items} == {"total": 2, "basic": 3, "project": 3}
    assert counted(found) == printed(names, rest)


def test_amounts_below_a_word_for_names_were_taken_for_names_and_their_list_was_lost() -> None:
    """The names of the first list then had the amounts of the second, in silence."""
    rows: Rows = (
        ("收入", LEFT, "支出", *[LEFT] * 3),
        ("项目名称", "金额", "功能", LEFT, "支出用途", LEFT),
        (ABOVE, ABOVE, "功能科目名称", "金额", "项目名称", "金额"),
        ("一、财政拨款", "1,990.00", "一、一般公共服务支出", "1,600.00", "一、基本支出", "1,200.00"),
        ("二、其他资金", "10.00", "二、教育支出", "400.00", "二、项目支出", "800.00"),
        ("收入合计", "2,000.00", "支出合计", "2,000.00", "支出合计", "2,000.00"),
    )
    found = read(COVER, sheet("收支预算总表", rows))
    amounts = set(said(found, "item", "amount"))
    assert {("一般公共服务支出", "1600.00"), ("基本支出", "1200.00"), ("教育支出", "400.00")} <= amounts
    assert counted(found) == printed(rows)
