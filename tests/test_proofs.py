"""Proofs: identities within and between tables, which amount is wrong, and what cannot be judged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.slips import SLIPS
from tests import national
from tests.conftest import ROOT
from tests.small import HEADER, ROWS, TOTAL, captions, expenditure, grid, read, rules
from typeset import ABOVE, LEFT, Page
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.look.explain import NotExplained, explain
from yusuan.pipeline.prove.identities import rounding
from yusuan.pipeline.prove.proof import prove
from yusuan.pipeline.prove.verdicts import judge
from yusuan.schemas.identities.styles import SHANGHAI, STYLES

SUMMARY = [["本年收入", LEFT, "本年支出", LEFT], ["项目", "预算数", "项目", "预算数"]]


def summary(*rows: list[str]) -> Page:
    return Page(captions(title="2024年部门财务收支预算总表"), [grid([*SUMMARY, *rows], (180, 120, 180, 120))])


def two_sided(amount: str) -> list[list[str]]:
    return [["一、财政拨款收入", amount, "一、一般公共服务支出", amount], ["收入总计", amount, "支出总计", amount]]


@pytest.fixture(scope="module", params=sorted((ROOT / "raw_pdfs").rglob("*.pdf")), ids=lambda path: path.parent.name)
def document(request: pytest.FixtureRequest) -> Document:
    return read_document(request.param.read_bytes(), request.param.as_posix())


def test_every_equality_is_judged_somewhere() -> None:
    judged: dict[str, set[str]] = {style.id: set() for style in STYLES}
    for path in sorted((ROOT / "raw_pdfs").rglob("*.pdf")):
        found = read_document(path.read_bytes())
        assert found.verdict
        assert found.style
        judged[found.style.id] |= {identity.rule for identity in found.verdict.identities}
    # No sample has government funds, state capital, or revenue that only institutions have, to show these by.
    institutions = {"superior_subsidy", "service_revenue", "business_revenue", "subordinate_remittance"}
    allowed = {
        "shanghai_budget": {"between.business_revenue"},
        # The sample spends more than its appropriations, and carries nothing over; tests/test_jiangsu.py has the rest.
        "jiangsu_budget": {
            *("between.carried_forward", "between.brought_forward_source", "between.special_account_source"),
            *("between.appropriated_by_class", "between.appropriated_use_basic"),
            *("between.appropriated_use_project", "between.appropriated_use_contingency"),
        },
        "final_account": {
            *("between.revenue_spent_by_code", "between.basic_total_by_economic", "between.fiscal_appropriation"),
            *(f"between.{revenue}" for revenue in institutions),
        },
    }
    # The national form has a sample of its own, in tests/test_national.py.
    for style in [style for style in STYLES if style.id != "national_budget"]:
        unused = {equality.rule for equality in style.equalities} - judged[style.id]
        unused = {rule for rule in unused if "government_fund" not in rule and "state_capital" not in rule}
        assert unused <= allowed[style.id]


def test_identities_of_the_samples_hold_and_say_so_in_words(document: Document) -> None:
    assert document.verdict
    certain = [identity for identity in document.verdict.identities if identity.certain]
    assert len(certain) > 100
    assert all(identity.holds for identity in certain)
    assert all(identity.words for identity in certain)


@pytest.mark.parametrize("kind", sorted(SLIPS))
def test_slips_are_caught(document: Document, kind: str) -> None:
    assert document.verdict
    assert document.publication
    known = {(f.rule, f.table, f.row, f.measure) for f in document.verdict.findings}
    chance = random.Random(kind)
    made = caught = 0
    while made < 30:
        slipped = SLIPS[kind](chance, list(document.extracted))
        if slipped is None:
            continue
        made += 1
        after = prove(
            slipped.tables,
            "final" if document.publication.stage == "final" else "budget",
            document.publication.fiscal_year,
        )
        findings = (*after.unsettled, *after.verdict.findings)
        fresh = {(f.rule, f.table, f.row, f.measure) for f in findings} - known
        caught += bool(fresh) or "contradicted" in after.verdict.status.values()
    # The three public expenses are few figures, rounded to ten thousands: a slip may stay within the rounding.
    assert caught >= 28


def test_an_amount_that_two_tables_give_differently_is_one_finding_at_the_cell() -> None:
    lines = [
        ["一、财政拨款收入", "300.00", "一、一般公共服务支出", "300.00"],
        ["收入总计", "300.00", "支出总计", "300.00"],
    ]
    wrong = (*HEADER, *ROWS[:3], ("201", "03", "02", "一般行政管理事务", "100.00", "", "700.00"), TOTAL)
    found = read(summary(*lines), expenditure(wrong))
    slips = [f for f in found.findings if f.rule not in ("table.missing", "identity.not_judged")]
    assert [(f.table, f.row, f.measure, f.printed) for f in slips] == [("expenditure_summary", 4, "project", "700.00")]
    assert slips[0].expected == 100


def test_totals_of_two_tables_that_differ() -> None:
    lines = [
        ["一、财政拨款收入", "310.00", "一、一般公共服务支出", "310.00"],
        ["收入总计", "310.00", "支出总计", "310.00"],
    ]
    found = read(summary(*lines), expenditure())
    verdict = judge(found.tables, SHANGHAI.equalities)
    assert "between.expenditure_total" in [finding.rule for finding in verdict.findings]
    totals = [key for key in verdict.status if verdict.ledger.record(key).item == "支出总计"]
    # What the other table prints is proved by its parts, so that the four cells that print 310.00 are wrong together.
    assert {key[0]: verdict.status[key] for key in totals} == {"revenue_expenditure_summary": "contradicted"}
    assert [finding.message.count("on page") for finding in verdict.findings if finding.expected] == [3]


def test_a_class_by_its_old_name_is_the_same_class() -> None:
    rows = (("210", "", "", "卫生健康支出", "300.00", "200.00", "100.00"), ("210", "11", "", "医疗", *ROWS[1][4:]))
    lines = [
        ["一、财政拨款收入", "300.00", "一、医疗卫生与计划生育支出", "300.00"],
        ["收入总计", "300.00", "支出总计", "300.00"],
    ]
    assert rules(read(summary(*lines), expenditure((*HEADER, *rows, TOTAL)))) == []


def test_tables_that_are_missing_are_named_once_and_contradict_nothing() -> None:
    pages = [national.cover(), *national.sheets()]
    found = read(*pages[:-1])
    assert [f.rule for f in found.findings].count("identity.not_judged") == 1
    assert [f.rule for f in found.findings].count("table.missing") == 1
    assert {item["status"] for item in found.items} == {"proved"}


def test_tolerance_is_half_a_step_for_each_rounded_figure() -> None:
    assert rounding([1, 1, 1]) == 0
    assert rounding([100, 100, 100]) == 150
    assert rounding([10_000, 1]) == 5_000
    assert rounding([10_000, 10_000]) == 0  # one number, rounded twice in the same way


def test_whole_yuan_that_add_up_everywhere_else_must_add_up_here() -> None:
    exact = [(f"2{n:02d}", "", "", f"类{n}", f"{3 * n}", f"{n}", f"{2 * n}") for n in range(1, 9)]
    total = ("合计", LEFT, LEFT, LEFT, "109", "36", "72")
    assert rules(read(expenditure((*HEADER, *exact, total)))) == ["row_sum.total"]


def test_whole_yuan_that_are_rounded_contradict_nothing() -> None:
    parts = [(1, 2), (4, 1), (7, 3), (2, 2), (9, 5), (6, 4), (3, 3), (8, 8)]
    # Each total is one off, now up, now down, as rounding leaves them.
    rows = [
        (f"2{n:02d}", "", "", f"类{n}", f"{a + b + (-1) ** n}", f"{a}", f"{b}") for n, (a, b) in enumerate(parts, 1)
    ]
    total = ("合计", LEFT, LEFT, LEFT, "68", "40", "28")
    found = read(expenditure((*HEADER, *rows, total)))
    assert [rule for rule in rules(found) if rule.startswith("row_sum")] == []


def test_explain_fills_in_the_figures(tmp_path: Path) -> None:
    import yusuan
    from typeset import document as typeset

    (tmp_path / "a.pdf").write_bytes(typeset([expenditure()]))
    dataset = yusuan.run([tmp_path])
    yusuan.write_dataset(dataset, tmp_path / "out")
    items = dataset.line_items
    line = items[(items["code"] == "20103") & (items["measure"] == "total")].iloc[0]
    said = explain(line["line_id"], tmp_path / "out")
    assert "300.00 = 200.00 + 100.00  holds" in said
    assert "takes part in 3 identities" in said
    assert "page 1" in said
    with pytest.raises(NotExplained, match="no line_id"):
        explain("0000000000000000", tmp_path / "out")
    (tmp_path / "a.pdf").unlink()
    with pytest.raises(NotExplained, match="not at"):
        explain(line["line_id"], tmp_path / "out")


def test_a_row_that_is_not_found_by_its_names_is_a_doubt_where_its_money_is_elsewhere() -> None:
    rows = [["一、财政收入", "90.00", "一、教育支出", "100.00"], ["二、事业收入（部分）", "10.00", "", ""]]
    rows += [["收入总计", "100.00", "支出总计", "100.00"]]
    header = (("本年收入", LEFT, "本年支出", LEFT), ("项目", "预算数", "项目", "预算数"))
    said = {"title": "2024年部门财务收支预算总表"}
    summary = Page(captions(**said), [grid((*header, *rows), (180, 90, 180, 90))])
    columns = ("合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入")
    top = ("项目", LEFT, LEFT, LEFT, "收入预算", *[LEFT] * 4)
    codes = ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", *columns)
    lines = (("205", "", "", "教育支出", "100.00", "90.00", "10.00", "", ""),)
    total = ("合计", LEFT, LEFT, LEFT, "100.00", "90.00", "10.00", "", "")
    parts = ("类", "款", "项", *[ABOVE] * 6)
    revenue = grid((top, codes, parts, *lines, total), (40, 40, 40, 150, 90, 90, 80, 80, 80))
    found = read(summary, Page(captions("2024年部门收入预算总表"), [revenue]))
    verdict = judge(found.tables, SHANGHAI.equalities)
    doubts = [finding for finding in verdict.findings if finding.rule == "identity.no_row"]
    assert {finding.severity for finding in doubts} == {"warning"}
    assert any("事业收入" in finding.message for finding in doubts)
    assert "contradicted" not in {item["status"] for item in found.items}


def test_class_with_another_name_in_another_table_was_four_errors() -> None:
    rows = [list(row) for row in national.SUMMARY]
    place = next(n for n, row in enumerate(rows) if "社会保障和就业支出" in row[2])
    rows[place][2] = rows[place][2].replace("社会保障和就业支出", "卫生健康支出")
    found = read(national.cover(), *national.sheets({"部门收支总表": (rows, national.WIDTHS["部门收支总表"])}))
    errors = [finding for finding in found.findings if finding.severity == "error"]
    assert [(finding.rule, finding.printed) for finding in errors] == [("row.other_name", "卫生健康支出")]
    assert "contradicted" not in {item["status"] for item in found.items}
