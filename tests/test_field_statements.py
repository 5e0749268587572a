"""Prose in no declared wording: read by the words of the field, proved where the tables have it, accusing nobody."""

from __future__ import annotations

import re
import zlib
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.small import ROWS, TOTAL, expenditure, read
from tests.statements import ABSENT, GENERAL, HEADER_GENERAL
from typeset import Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.halves import kept
from yusuan.pipeline.document.rows import TrustedHalf
from yusuan.pipeline.layout.cells import PageLayout
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.prose.check import JudgedProse, check, statement_rows
from yusuan.pipeline.prose.lists import List, going_on
from yusuan.pipeline.prose.phrases import Names, names_of, resolve, subject_of_words
from yusuan.pipeline.prose.read import read_prose
from yusuan.pipeline.prose.sentences import Paragraph, Sentence, paragraphs
from yusuan.pipeline.prose.statement import Subject
from yusuan.pipeline.prose.tables import Tables
from yusuan.schemas.prose import final, jiangsu, shanghai
from yusuan.schemas.prose.general import WORDINGS
from yusuan.schemas.prose.statements import Wording

BODY = "示例市示范局"


def judged(
    *texts: str,
    heading: str = "",
    tables: Document | None = None,
    wording: Wording = WORDINGS["budget"],
    own: bool = False,
    names: Names | None = None,
) -> JudgedProse:
    """The prose of a budget for 2026, a text for each paragraph."""
    known = names_of(tables.tables) if tables else names or Names()
    read_text = (
        Paragraph(heading, tuple(Sentence(part, 1) for part in re.findall("[^。]+。*|。+", text))) for text in texts
    )
    prose = read_prose(read_text, wording, 2026, BODY, own, known)
    return check(prose, Tables(tables.tables if tables else [], frozenset(ABSENT)), wording, 2026)


def told(*texts: str, heading: str = "", wording: Wording = WORDINGS["budget"]) -> list[tuple[str, str, int, str]]:
    """Subject, quantity, year and value of each statement."""
    rows = statement_rows("", judged(*texts, heading=heading, wording=wording))
    return [(row["subject"], row["quantity"], row["fiscal_year"], f"{row['value']:f}{row['unit']}") for row in rows]


def test_a_sentence_of_no_declared_wording_is_read() -> None:
    assert told(f"2026年{BODY}部门预算收入10,737.69万元，较2025年年初预算减少176.45万元，下降1.6%。") == [
        ("revenue", "planned", 2026, "10737.69万元"),
        ("revenue", "change_amount", 2026, "-176.45万元"),
        ("revenue", "change_percent", 2026, "-1.6%"),
    ]


def test_the_figure_of_the_year_before_beside_that_of_the_year() -> None:
    text = "2026年度收入预算300.00万元，比2025年年初预算数200.00万元增加100.00万元，增长50.00%。"
    assert told(text) == [
        ("revenue", "planned", 2026, "300.00万元"),
        ("revenue", "prior_year_planned", 2025, "200.00万元"),
        ("revenue", "change_amount", 2026, "100.00万元"),
        ("revenue", "change_percent", 2026, "50.00%"),
    ]
    assert set(judged(text).status[1:]) == {"proved"}


@pytest.mark.parametrize(
    ("side", "subject"), [("收入", "general_public_revenue"), ("支出", "general_public")], ids=["in", "out"]
)
def test_money_of_a_fund_comes_in_or_goes_out_as_what_it_is_a_part_of(side: str, subject: str) -> None:
    text = f"当年预算{side}120.00万元，其中：一般公共预算拨款100.00万元、上年结转结余20.00万元"
    assert told(text)[1][0] == subject
    # Without a whole neither is certain: the words stand as printed.
    assert told("2026年一般公共预算当年拨款100.00万元。")[0][0] == "一般公共预算当年拨款"


def test_a_part_is_that_of_the_fund_before_it() -> None:
    found = told("一般公共预算财政拨款支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。")
    assert [subject for subject, *_ in found] == ["general_public", "general_public_basic", "general_public_project"]


def test_what_a_source_pays_of_expenditure_is_no_revenue() -> None:
    found = told("预算支出120.00万元，其中：事业收入支出100.00万元、其他收入20.00万元。")
    assert [subject for subject, *_ in found] == ["expenditure", "事业收入支出", "支出预算-其他收入"]


def test_parts_of_an_item_go_on_behind_its_sentence() -> None:
    found = told(
        "商品和服务支出（302）90.00万元，其中：公用经费60.00万元，较上年减少1.00万元。专项业务经费支出30.00万元。"
    )
    assert found[-1][0] == "商品和服务支出-项目支出"


def test_parts_of_running_expenses_are_no_parts_of_the_three_public_ones() -> None:
    found = told("机关运行经费预算总计82.00万元，其中：公务接待费2.00万元、办公费80.00万元。")
    assert found[1][0] == "机关运行经费-公务接待费"


def test_what_is_bought_with_one_fund_is_not_all_that_is_bought() -> None:
    found = told("政府采购预算总额90.00万元；其中一般公共预算拨款政府采购50.00万元。")
    assert [subject for subject, *_ in found] == ["procurement", "一般公共预算拨款政府采购"]


def test_money_of_a_body_below_is_not_that_of_the_whole() -> None:
    found = told("（一）人员经费100.00万元，主要是工资。", heading="二、示例市监测站")
    assert found[0][0] == "示例市监测站-人员经费"
    assert told("示例市监测站项目支出12.34万元。")[0][0] == "示例市监测站-项目支出"
    assert told("项目支出12.34万元。", heading="三、技术交流中心（深圳）")[0][0] == "技术交流中心（深圳）-项目支出"
    assert told("项目支出12.34万元。", heading=f"一、{BODY}")[0][0] == "project"


def test_a_part_of_a_list_of_the_year_before_is_none_of_the_year() -> None:
    found = told("项目支出比上年减少10.00万元，其中：2025年度业务费支出30.00万元，公务接待费2.00万元。")
    assert ("reception", "planned", 2026, "2.00万元") not in found


def test_a_change_behind_a_list_between_commas_is_that_of_the_whole() -> None:
    text = "预算收入120.00万元，其中：事业收入100.00万元、其他收入20.00万元，较上年增加10.00万元，增长9.09%。"
    assert [found[:2] for found in told(text)[3:]] == [("revenue", "change_amount"), ("revenue", "change_percent")]
    assert set(judged(text).status[3:]) == {"unproved", "proved"}


def test_a_change_in_brackets_behind_its_amount() -> None:
    found = told("公务接待费2.00万元，较上年减少1.00万元（33.33%）。")
    assert found[-1] == ("reception", "change_percent", 2026, "-33.33%")


def test_changes_of_parts_are_their_own() -> None:
    found = told("2.支出预算减少30.00万元，其中基本支出减少10.00万元，项目支出减少20.00万元。")
    assert [(s, v) for s, _, _, v in found] == [
        ("expenditure", "-30.00万元"),
        ("basic", "-10.00万元"),
        ("project", "-20.00万元"),
    ]


def test_changes_in_a_reason_are_of_what_it_names() -> None:
    found = told("支出预算90.00万元，比上年减少30.00万元，主要原因是基本支出减少10.00万元、项目支出减少20.00万元。")
    assert [s for s, *_ in found] == ["expenditure", "expenditure", "basic", "project"]


@pytest.mark.parametrize(
    "text",
    [
        "全年技术合同成交额超过2200亿元。",
        "确保业务骨干100%参加培训。",
        "规模以上工业增加值增长5%。",
        "预计拉动投资2.12亿元。",
        "主要用于单价100万元以上设备。",
    ],
)
def test_goals_are_no_statements_and_no_unread_budget_sentences(text: str) -> None:
    found = judged(text)
    assert not found.statements
    assert "statement.not_read" not in [finding.rule for finding in found.findings]


def test_a_sentence_about_money_that_is_not_understood_is_counted() -> None:
    found = judged("由财政另行统筹的有关资金按程序核定为12.34万元。")
    assert not found.statements
    assert [finding.rule for finding in found.findings] == ["statement.not_read"]


def test_parts_that_are_listed_sum_up_and_are_proved() -> None:
    text = f"{BODY}预算支出1,073.50万元，包括在职人员经费650.00万元、增人增资23.50万元、项目支出400.00万元。"
    assert set(judged(text).status) == {"proved"}
    assert "proved" not in judged(text.replace("23.50", "23.60")).status
    assert not judged(text.replace("23.50", "23.60")).findings


def test_a_list_goes_on_over_paragraphs_of_one_numbering() -> None:
    found = judged(
        "项目支出123.45万元，具体包括：", "1.规划研究100.00万元，主要用于编制规划。", "2.宣传活动23.45万元。"
    )
    assert set(found.status) == {"proved"}
    first = List(Subject(id="project"), "（五）项目支出")
    below = going_on(first, "1.规划")
    assert below is not None
    assert going_on(below, "2.宣传") == below
    assert going_on(below, "第四部分") is None
    assert going_on(first, "（六）其他") is None


@pytest.fixture(scope="module")
def tables() -> Document:
    """A document with 1234.56万元 for 2010301 and 987.65万元 for 2010302 from the general public budget."""
    amounts = {"2.00": "12345600.00", "1.00": "9876500.00", "3.00": "22222100.00"}
    rows = [tuple(amounts.get(text, text) for text in row) for row in (*ROWS, TOTAL)]
    return read(expenditure((*HEADER_GENERAL, *rows), title=GENERAL))


def test_figures_of_the_tables_are_proved_and_their_code_is_that_of_the_cell(tables: Document) -> None:
    figures = {r.code: r.amounts["total"].amount.fen for t in tables.tables for r in t.records if r.amounts}
    wan = Decimal(figures["2010301"]) / 1_000_000
    found = judged(f"1.行政运行（2010301）{wan:f}万元。", f"行政运行{wan:f}万元。", tables=tables)
    rows = statement_rows("", found)
    assert next(row["subject"] for row in rows) == "2010301"
    assert rows[0]["status"] == "proved"
    wrong = judged(f"1.行政运行（2010301）{wan + 1:f}万元。", tables=tables)
    assert wrong.status == ("unproved",)
    assert all(finding.rule in ("statement.unclear", "statement.not_read") for finding in wrong.findings)


def test_nobody_is_accused_by_what_no_formula_has_read() -> None:
    text = "收入预算300.00万元，比2025年年初预算数200.00万元增加10.00万元，增长90%，比上年增加减少5.00万元。"
    found = judged(text)
    assert "contradicted" not in found.status
    assert {finding.rule for finding in found.findings} <= {"statement.unclear", "statement.not_read"}
    mixed = judged(text, wording=shanghai.WORDING, own=True)
    loose = [s for s, status in zip(mixed.statements, mixed.status, strict=True) if status == "contradicted"]
    assert all(statement.declared for statement in loose)


LETTERS = "0123456789,.%元万年（）。，：；、其中包括比上预算增加减少持平占类款项公务接待费收入基本支出"


@given(st.text(alphabet=LETTERS, min_size=1, max_size=80))
def test_no_prose_breaks_the_reader_of_the_field(text: str) -> None:
    found = judged(text)
    assert len(found.statements) == len(found.status)
    assert "contradicted" not in found.status


@given(st.integers(10_000, 99_999_999), st.integers(10_000, 99_999_999))
def test_any_two_parts_that_sum_up_prove_their_whole(one: int, two: int) -> None:
    a, b, whole = (Decimal(n) / 100 for n in (one, two, one + two))
    assume(len(str(one + two).strip("0")) > 3)
    text = "预算支出{:.2f}万元，包括基本支出{:.2f}万元、项目支出{:.2f}万元。"
    assert set(judged(text.format(whole, a, b)).status) == {"proved"}
    assert "proved" not in judged(text.format(whole, a, b + 1)).status


@pytest.mark.parametrize(
    ("phrase", "subject"),
    [
        ("一般公共预算财政拨款基本支出", "general_public_basic"),
        ("财政拨款收支总预算", "appropriation"),
        ("收支预算", "revenue_expenditure"),
        ("事业单位经营收入", "business_revenue"),
        ("公务用车购置和运行维护费", "vehicles"),
        ("收入支出经费总额", ""),
        ("城乡居民收入", ""),
        ("编外人员支出预算", ""),
    ],
)
def test_words_make_a_subject_only_if_all_are_known(phrase: str, subject: str) -> None:
    assert subject_of_words(phrase) == subject


def test_a_phrase_that_is_not_known_is_no_subject() -> None:
    assert resolve("2026年编外人员支出预算", Names())[0] is None


# Fairness of what is declared.


def test_both_words_of_the_form_left_standing_are_no_error_where_nothing_changed() -> None:
    text = "机关运行经费预算2.00万元，比2025年预算增加（减少）{}万元。"
    assert "statement.direction" not in rules(text.format("0"))
    assert "statement.direction" in rules(text.format("1.00"))


def rules(text: str) -> list[str]:
    return [f.rule for f in judged(text, wording=shanghai.WORDING, own=True).findings]


def test_policies_are_no_projects() -> None:
    text = "其中，政策绩效目标0个、涉及预算资金0万元；项目绩效目标1个，涉及项目预算资金120.00万元。"
    assert told(text, wording=shanghai.WORDING)[0][0] == "performance_policies"
    assert "statement.repeated" not in rules(text)


def test_a_final_figure_that_names_its_own_year() -> None:
    text = "示范局2026年度三公经费支出预算为7.00万元，2026年度支出决算为4.00万元。"
    found = judged(text, wording=final.WORDING, own=True)
    assert [(s.quantity, s.fiscal_year) for s in found.statements][-1] == ("final", 2026)


def test_basic_expenditure_from_appropriations_is_not_that_of_all_money() -> None:
    found = told("示范局2026年度财政拨款基本支出100.00万元。", wording=final.WORDING)
    assert found[0][0] == "appropriation_basic"


def test_levels_of_an_item_may_stand_above_it() -> None:
    found = judged(
        "人大事务（款）：2026年预算支出合计90.00万元。",
        "1.行政运行（项）支出60.00万元。",
        heading="（一）一般公共服务（类）",
        wording=jiangsu.WORDING,
        own=True,
    )
    assert [s.subject.names for s in found.statements] == [
        ("一般公共服务", "人大事务"),
        ("一般公共服务", "人大事务", "行政运行"),
    ]


def test_running_heads_and_legends_of_charts_do_not_cut_sentences() -> None:
    def page(number: int, *texts: str) -> PageLayout:
        head = Line(("示范局2026年度部门预算公开",), 0.0, 10.0, 200.0, 20.0, 9.0)
        lines = [Line((t,), 60.0, 200.0 + 20 * n, 540.0, 212.0 + 20 * n, 12.0) for n, t in enumerate(texts)]
        return PageLayout(number, 842, (), (head, *lines), 0)

    pages = [
        page(1, "示范局2026年度一般公共预算财政拨款"),
        page(2, "支出预算100.00万元，其中基本支出", "图1：收入预算", "60.00万元，项目支出40.00万"),
        page(3, "元。"),
    ]
    text = "".join(s.text for paragraph in paragraphs(pages) for s in paragraph.sentences)
    assert text == "示范局2026年度一般公共预算财政拨款支出预算100.00万元，其中基本支出60.00万元，项目支出40.00万元。"


def text_alone() -> Document:
    """A document without tables whose wording no declaration knows."""
    lines = [
        "2026年本部门项目支出预算纳入绩效管理，涉及预算资金1,531.45万元。",
        "2026年本部门预算支出1,531.45万元，包括基本支出531.45万元、项目支出1,000.00万元。",
    ]
    texts = [Text(60, 120 + 24 * n, line) for n, line in enumerate(lines)]
    return read(Page([Text(400, 50, f"{BODY}2026年部门预算说明", 18, "center"), *texts], []))


def test_what_accuses_nobody_is_known_to_other_checks_of_the_document() -> None:
    document = text_alone()
    assert {row["subject"] for row in document.statements} == {
        "performance_projects",
        "expenditure",
        "basic",
        "project",
    }
    assert document.loose == {row["statement"] for row in document.statements}


def test_the_wording_that_read_a_text_is_kept_for_its_other_file() -> None:
    document = text_alone()
    assert document.wording == WORDINGS["budget"]
    prose, wording, year = TrustedHalf.loads(zlib.decompress(kept(document)))
    assert (prose, wording, year) == (document.prose, document.wording, 2026)


def test_a_text_whose_figures_are_not_understood_is_not_refused() -> None:
    lines = [Text(60, 120, "由财政另行统筹的有关资金按程序核定为12.34万元。")]
    document = read(Page([Text(400, 50, f"{BODY}2026年部门预算说明", 18, "center"), *lines], []))
    assert document.status == "accepted"
    assert [finding.rule for finding in document.findings if finding.rule.startswith("statement.")] == [
        "statement.not_read"
    ]


@pytest.mark.parametrize("begins", ["“三公”经费支出全年预算为", "“三公”经费。全年预算为", "“三公”经费支出年初预算为"])
def test_what_was_spent_of_what_was_planned_was_taken_for_all_expenditure(begins: str) -> None:
    text = f"{begins}10.00万元，支出决算为8.00万元，完成预算的80%。"
    assert told(text, wording=WORDINGS["final"]) == [
        ("three_public", "planned", 2026, "10.00万元"),
        ("three_public", "final", 2026, "8.00万元"),
        ("three_public", "completion_percent", 2026, "80%"),
    ]


def test_the_figure_of_the_year_before_in_brackets() -> None:
    text = "一般公共预算财政拨款基本支出100.00万元（上年：90.00万元）。"
    assert told(text, wording=WORDINGS["final"]) == [
        ("general_public_basic", "final", 2026, "100.00万元"),
        ("general_public_basic", "prior_year_final", 2025, "90.00万元"),
    ]
