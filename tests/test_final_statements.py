"""The prose of final accounts (决算情况说明): what it states, and what it has wrong."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yusuan.pipeline.prose.check import JudgedProse, check
from yusuan.pipeline.prose.read import read_prose
from yusuan.pipeline.prose.sentences import Paragraph, Sentence
from yusuan.pipeline.prose.tables import Tables
from yusuan.schemas.prose.final import WORDING


def judged(*paragraphs: str, heading: str = "") -> JudgedProse:
    """The prose of a final account for 2024 without tables, a text for each paragraph."""
    texts = (
        Paragraph(heading, tuple(Sentence(f"{sentence}。", 1) for sentence in text.rstrip("。").split("。")))
        for text in paragraphs
    )
    prose = read_prose(texts, WORDING, 2024)
    assert not prose.not_read
    return check(prose, Tables([]), WORDING, 2024)


def figures(found: JudgedProse) -> list[tuple[str, str, str, str]]:
    return [
        (s.subject.id or s.subject.names[-1], s.quantity, str(s.value), status)
        for s, status in zip(found.statements, found.status, strict=True)
    ]


def rules(*paragraphs: str) -> list[str]:
    return [finding.rule for finding in judged(*paragraphs).findings]


def test_shares_are_of_what_was_named_before_its_parts() -> None:
    text = "本年收入合计100.00万元，其中：财政拨款收入75.00万元，占75.00%；其他收入25.00万元，占25.00%。"
    assert figures(judged(text)) == [
        ("revenue", "final", "100.00", "proved"),
        ("fiscal_appropriation", "final", "75.00", "proved"),
        ("fiscal_appropriation", "share_percent", "75.00", "proved"),
        ("other_revenue", "final", "25.00", "proved"),
        ("other_revenue", "share_percent", "25.00", "proved"),
    ]


@pytest.mark.parametrize(
    ("share", "found"),
    [
        ("66.67", []),
        ("66.66", ["statement.cut_off"]),
        ("66.68", ["statement.rounded_apart"]),
        ("66.69", ["statement.share"]),
        ("6.67", ["statement.share"]),
    ],
)
def test_a_share_that_does_not_follow(share: str, found: list[str]) -> None:
    text = f"本年支出合计30000.00万元，其中：基本支出20000.00万元，占{share}%。"
    assert [rule for rule in rules(text) if rule != "statement.parts"] == found


def test_a_share_of_a_total_of_another_paragraph() -> None:
    texts = ("本年支出合计400.00万元", "一般公共预算财政拨款支出300.00万元，占本年支出合计的80.00%")
    assert rules(*texts) == ["statement.share"]


def test_shares_of_what_is_named_without_a_figure() -> None:
    texts = (
        "“三公”经费财政拨款支出年初预算为4.00万元，支出决算为2.00万元，完成预算的50.00%",
        "“三公”经费财政拨款支出决算中，因公出国（境）费支出决算1.00万元，占50.00%；公务接待费支出决算1.00万元，占50.00%",
    )
    found = judged(*texts)
    assert [status for _, quantity, _, status in figures(found) if quantity == "share_percent"] == ["proved"] * 2
    assert ("three_public", "completion_percent", "50.00", "proved") in figures(found)


def test_a_completion_that_does_not_follow() -> None:
    text = "一般公共预算财政拨款支出年初预算为200.00万元，支出决算为100.00万元，完成年初预算的51.00%。"
    assert rules(text) == ["statement.completion"]


def test_an_item_is_named_once_for_all_figures_of_its_paragraph() -> None:
    text = (
        "1、一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：人员的基本支出。"
        "年初预算为 15.00 万元，支出决算为12.00万元，完成年初预算的80.00%。决算数小于预算数的主要原因：人员减少。"
    )
    assert figures(judged(text)) == [
        ("行政运行", "planned", "15.00", "proved"),
        ("行政运行", "final", "12.00", "unproved"),
        ("行政运行", "completion_percent", "80.00", "proved"),
    ]


def test_a_final_figure_that_is_said_to_be_what_was_planned() -> None:
    text = "1、教育支出（类）进修及培训（款）培训支出（项）。年初预算为3.00万元，支出决算为{}万元。决算数与预算数持平。"
    assert rules(text.format("3.00")) == []
    assert rules(text.format("2.00")) == ["statement.change"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年度收入支出总计90.00万元。与2023年度相比，收入支出总计减少10.00万元，下降10.00%。",
        "2024年度收入支出总计90.00万元。收入支出总计与2023年度相比减少10.00万元，下降10.00%。",
        "2024年度收入支出总计90.00万元，比2023年度减少10.00万元，下降10.00%。",
        "2024年度收、支总计90.00万元。与上年度相比，收、支总计各减少10.00万元，下降10.00%。",
    ],
)
def test_changes_in_all_orders_of_words(text: str) -> None:
    assert figures(judged(text)) == [
        ("revenue_expenditure", "final", "90.00", "unproved"),
        ("revenue_expenditure", "change_amount", "-10.00", "unproved"),
        ("revenue_expenditure", "change_percent", "-10.00", "proved"),
    ]


def test_both_words_of_the_form_left_standing() -> None:
    text = "机关运行经费支出90.00万元，比2023年度减少10.00万元，下降（增长）10.00%。"
    assert rules(text) == ["statement.direction"]
    # The word in brackets was to be taken out: the figure itself follows.
    assert figures(judged(text))[-1][2] == "-10.00"


def test_a_change_in_a_reason_is_of_what_the_reason_names() -> None:
    text = (
        "2024年度收入支出总计90.00万元。与2023年度相比，收入支出总计减少10.00万元，下降10.00%。"
        "主要原因：项目支出减少，较上一年度减少12.00万元。"
    )
    found = judged(text)
    assert figures(found)[-1][:3] == ("项目支出", "change_amount", "-12.00")
    assert not found.findings


def test_things_that_are_counted() -> None:
    texts = (
        "公务接待费支出0.39万元。其中：公务接待2批次、26人次，其中：接待外宾0批次、0人次",
        "全年安排因公出国（境）团组1个、累计3人次",
        "公务用车保有量为4辆",
    )
    counts = [(s.subject.id, str(s.value), s.unit) for s in judged(*texts, heading="三公经费").statements[1:]]
    assert counts == [
        ("domestic_reception", "2", "批次"),
        ("domestic_reception", "26", "人次"),
        ("foreign_reception", "0", "批次"),
        ("foreign_reception", "0", "人次"),
        ("overseas_travel", "1", "个"),
        ("overseas_travel", "3", "人次"),
        ("vehicles_kept", "4", "辆"),
    ]


def test_vehicles_by_their_use_sum_up() -> None:
    text = "截至2024年12月31日，共有车辆5辆，其中：机要通信用车2辆、应急保障用车1辆、其他用车1辆。"
    found = judged(text, heading="国有资产占有使用情况说明")
    assert [finding.rule for finding in found.findings] == ["statement.parts"]
    assert "sum up to 4辆" in found.findings[0].message


def test_one_part_beside_others_in_other_words_was_less_than_its_whole() -> None:
    text = "本年收入合计20451.35万元，其中：一般公共预算财政拨款收入19572.91万元，占95.7%；其他收入878.44万元，占4.3%。"
    found = judged(text)
    assert {"revenue", "other_revenue"} <= {statement.subject.id for statement in found.statements}
    assert found.findings == ()


def test_things_that_are_counted_elsewhere_are_no_statements() -> None:
    assert judged("本单位内设机构8个，下属单位3个").statements == ()


def test_a_performance_amount_belongs_to_the_projects_named_with_it() -> None:
    text = "编报绩效目标的2024年度项目4个，涉及预算金额598.42万元；绩效自评的2024年度项目3个，涉及预算金额500.00万元"
    assert figures(judged(text)) == [
        ("performance_projects", "count", "4", "unproved"),
        ("performance_projects", "planned", "598.42", "unproved"),
        ("evaluated_projects", "count", "3", "unproved"),
        ("evaluated_projects", "planned", "500.00", "unproved"),
    ]


AMOUNTS = st.decimals(Decimal("0.01"), Decimal("99999.99"), places=2)


@given(AMOUNTS, AMOUNTS)
def test_any_part_has_the_share_that_follows(one: Decimal, two: Decimal) -> None:
    whole = one + two
    shares = [(part / whole * 100).quantize(Decimal("0.01"), ROUND_HALF_UP) for part in (one, two)]
    text = f"本年支出合计{whole}万元，其中：基本支出{one}万元，占{shares[0]}%；项目支出{two}万元，占{shares[1]}%。"
    found = judged(text)
    assert [figure[1:3] for figure in figures(found)][1:] == [
        ("final", str(one)),
        ("share_percent", str(shares[0])),
        ("final", str(two)),
        ("share_percent", str(shares[1])),
    ]
    assert not found.findings


@given(
    AMOUNTS, AMOUNTS, st.sampled_from(["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"])
)
def test_any_fund_is_read_back(planned: Decimal, spent: Decimal, fund: str) -> None:
    text = f"示例市示范局2024年度{fund}支出年初预算为{planned}万元，支出决算为{spent}万元。"
    statements = judged(text).statements
    assert [(s.quantity, s.value) for s in statements] == [("planned", planned), ("final", spent)]
    assert len({s.subject for s in statements}) == 1


# Words that no formula knows, and what stands around them.


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费支出决算为1.00万元。会议费年初预算为3.00万元，支出决算为2.00万元，完成年初预算的66.67%。",
        "机关运行经费支出90.00万元。会议费支出2.00万元，比2023年度减少1.00万元，下降33.33%。",
    ],
)
def test_what_goes_on_about_something_unknown_is_not_given_to_what_was_named_before(text: str) -> None:
    found = loosely(text)
    assert len(found.statements) == 1
    assert [finding.rule for finding in found.findings] == ["statement.not_read"]


def test_travel_abroad_without_the_word_for_expenses() -> None:
    text = "“三公”经费支出决算为8.00万元，其中：因公出国（境）支出决算为1.00万元。"
    assert [figure[:3] for figure in figures(judged(text))] == [
        ("three_public", "final", "8.00"),
        ("overseas_travel", "final", "1.00"),
    ]


def test_a_change_against_the_plan_and_one_against_the_year_before() -> None:
    text = "机关运行经费支出90.00万元，比年初预算数增加10.00万元，增长12.50%；比上年决算数减少10.00万元，降低10.00%。"
    found = judged(text)
    assert [(s.quantity, str(s.value), s.base, s.base_year) for s in found.statements[1:]] == [
        ("change_amount", "10.00", "planned", 2024),
        ("change_percent", "12.50", "planned", 2024),
        ("change_amount", "-10.00", "prior_year_final", 2023),
        ("change_percent", "-10.00", "prior_year_final", 2023),
    ]
    assert not found.findings


@pytest.mark.parametrize(
    "reason",
    [
        "主要原因是年中追加项目支出20.00万元",
        "主要原因：年中追加人员经费2.00万元",
        "主要原因是上年结转项目支出2.00万元",
        "主要原因是项目支出增加12.00万元，增长20.00%",
    ],
)
def test_amounts_in_reasons_are_no_totals(reason: str) -> None:
    text = f"本年支出合计400.00万元，其中：项目支出100.00万元，占25.00%。{reason}。"
    found = loosely(text)
    finals = [(s.subject.id, str(s.value)) for s in found.statements if s.quantity == "final"]
    assert finals == [("expenditure", "400.00"), ("project", "100.00")]
    assert "error" not in {finding.severity for finding in found.findings}


def test_a_part_that_is_qualified_is_not_the_whole() -> None:
    text = "本年支出合计400.00万元，其中：项目支出100.00万元，其中：基本建设类项目支出5.00万元。"
    assert [str(s.value) for s in loosely(text).statements if s.subject.id == "project"] == ["100.00"]


@pytest.mark.parametrize("fund", ["general_public", "government_fund"])
def test_basic_and_project_within_a_fund_are_those_of_the_fund(fund: str) -> None:
    words = {"general_public": "一般公共预算", "government_fund": "政府性基金预算"}[fund]
    text = f"2024年度{words}财政拨款支出91.00万元，其中：基本支出11.00万元，项目支出80.00万元。"
    assert [s.subject.id for s in judged(text).statements] == [fund, f"{fund}_basic", f"{fund}_project"]


@pytest.mark.parametrize(
    "words", ["财政拨款收入总计", "财政拨款支出总计", "财政拨款收、支总计", "财政拨款收入支出总计均为"]
)
def test_totals_of_appropriations_with_what_was_brought_forward(words: str) -> None:
    assert figures(judged(f"2024年度{words}92.00万元。"))[0][:2] == ("appropriation", "final")


def test_a_share_of_the_outer_of_two_wholes() -> None:
    text = (
        "本年支出合计400.00万元，其中：基本支出300.00万元，占75.00%，其中：人员经费200.00万元，占66.67%；"
        "公用经费100.00万元，占33.33%。项目支出100.00万元，占25.00%。"
    )
    assert not judged(text).findings


def test_a_change_of_the_whole_behind_its_last_part() -> None:
    text = (
        "政府采购支出总额30.00万元，其中：政府采购货物支出10.00万元、政府采购服务支出20.00万元，"
        "比2023年度减少5.00万元，下降14.29%。"
    )
    assert not judged(text).findings


def loosely(*paragraphs: str) -> JudgedProse:
    """As `judged`, for prose of which some figures may not be read."""
    texts = (
        Paragraph("", tuple(Sentence(f"{sentence}。", 1) for sentence in text.rstrip("。").split("。")))
        for text in paragraphs
    )
    return check(read_prose(texts, WORDING, 2024), Tables([]), WORDING, 2024)
