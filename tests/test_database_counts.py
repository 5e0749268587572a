"""What views of the database count, what they put beside each other, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.written import BODY, dataset
from yusuan.pipeline.export.database import write_database
from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.load.folder import load

A, B, C, F = "00000000000a", "00000000000b", "00000000000c", "00000000000f"


def line(document: str, amount: str, **more: object) -> dict[str, object]:
    return {"document_id": document, "amount": amount, "code": "2010301", "item": "行政运行", **more}


@pytest.fixture
def of(tmp_path: Path) -> Iterator[Any]:
    """The rows that a query gives of a dataset written by hand."""
    opened: list[Any] = []

    def rows(query: str, *given: Any, **more: Any) -> list[tuple[Any, ...]]:
        if given:
            write_database(load(dataset(tmp_path / "data", *given, **more)), tmp_path / "d.duckdb")
            opened.append(duckdb.connect(str(tmp_path / "d.duckdb"), read_only=True))
        return list(opened[-1].execute(query).fetchall())

    yield rows
    for connection in opened:
        connection.close()


def test_a_republished_document_is_counted_once_and_said(of: Any) -> None:
    documents = [{"document_id": A}, {"document_id": B, "path": "b.pdf"}]
    lines = [line(A, "100.00"), line(B, "120.00")]
    query = "SELECT total, versions, document_id FROM spending_by_function"
    assert of(query, documents, lines) == [(100, 2, A)]
    assert of("SELECT versions, documents, same_amounts FROM republished_documents") == [(2, [A, B], False)]
    assert of("SELECT sum(amount) FROM leaves") == [(100,)]
    assert of("SELECT expenditure, versions FROM totals_by_document ORDER BY 1") == [(100, 2), (120, 2)]
    assert of("SELECT expenditure, versions FROM bodies_compared") == [(100, 2)]


def test_the_same_figures_again_are_said_to_be_the_same(of: Any) -> None:
    lines = [line(document, "100.00") for document in (A, B)]
    query = "SELECT same_amounts FROM republished_documents"
    assert of(query, [{"document_id": A}, {"document_id": B}], lines) == [(True,)]


def test_the_year_before_is_not_the_year(of: Any) -> None:
    """A budget of 2024 prints 90 for 2023, whose own budget had 80."""
    documents = [{"document_id": A}, {"document_id": B, "fiscal_year": 2023}]
    lines = [
        line(A, "100.00"),
        line(A, "90.00", fiscal_year=2023),
        line(B, "80.00", fiscal_year=2023),
        line(A, "5.00", **THREE),
        line(A, "4.00", **THREE, fiscal_year=2023),
    ]
    query = "SELECT fiscal_year, total FROM spending_by_function ORDER BY 1"
    assert of(query, documents, lines) == [(2023, 80), (2024, 100)]
    assert of("SELECT fiscal_year, three_public FROM three_public_by_year") == [(2024, 5)]
    assert of("SELECT fiscal_year, expenditure FROM totals_by_document ORDER BY 1") == [(2023, 80), (2024, 100)]
    query = "SELECT document_year, fiscal_year, amount FROM prior_year_amounts ORDER BY amount"
    assert of(query) == [(2024, 2023, 4), (2024, 2023, 90)]


def test_a_sum_with_a_contradicted_amount_says_so(of: Any) -> None:
    lines = [
        line(A, "100.00"),
        line(A, "50.00", code="2010302", status="contradicted", row=2),
        line(A, "7.00", code="2080501", row=3, status="unproved"),
        line(A, "150.00", code="201", level=1, item="一般公共服务支出", is_leaf="false", row=4),
    ]
    findings = [{"document_id": A, "table": "expenditure_summary", "row": 2, "message": "off by 1"}]
    query = "SELECT function_code, function, total, status FROM spending_by_function ORDER BY 1"
    expected = [("201", "一般公共服务支出", 150, "contradicted"), ("208", None, 7, "unproved")]
    assert of(query, [{"document_id": A}], lines, findings=findings) == expected
    query = "SELECT amount, status, reasons FROM amounts_to_check ORDER BY amount"
    assert of(query) == [(7, "unproved", None), (50, "contradicted", "off by 1")]
    assert of("SELECT expenditure, status FROM bodies_compared") == [(157, "contradicted")]


def test_a_misprinted_code_counts_in_the_function_that_it_stands_below(of: Any) -> None:
    """71102 is misprinted for 2101102 and stands below 210; 2299901 is right, but has no rows above it."""
    lines = [
        line(A, "5.00", code="210", level=1, item="卫生健康支出", is_leaf="false", row=1),
        line(A, "5.00", code="21011", level=2, item="行政事业单位医疗", is_leaf="false", row=2),
        line(A, "5.00", code="71102", item="事业单位医疗", row=3),
        line(A, "3.00", code="221", level=1, item="住房保障支出", is_leaf="false", row=4),
        line(A, "3.00", code="2210201", item="住房公积金", row=5),
        line(A, "2.00", code="2299901", item="其他支出", row=6),
    ]
    findings = [{"document_id": A, "rule": "row.code", "table": "expenditure_summary", "row": 3}]
    query = "SELECT function_code, function, total FROM spending_by_function ORDER BY 1"
    assert of(query, [{"document_id": A}], lines, findings=findings) == [
        ("210", "卫生健康支出", 5),
        ("221", "住房保障支出", 3),
        ("229", None, 2),
    ]


def test_a_contradicted_total_is_said_though_its_parts_hold(of: Any) -> None:
    lines = [
        line(A, "100.00"),
        line(A, "90.00", code="", item="合计", level=0, is_leaf="false", row=2, status="contradicted"),
    ]
    assert of("SELECT expenditure, status FROM totals_by_document", [{"document_id": A}], lines) == [
        (90, "contradicted")
    ]


def test_a_table_with_two_grand_totals_comes_to_what_its_leaves_do(of: Any) -> None:
    """本年支出合计 100 and, with 20 that are carried over, 支出总计 120."""
    whole = {"code": "", "level": 0, "is_leaf": "false"}
    lines = [line(A, "100.00"), line(A, "100.00", **{**whole, "item": "本年支出合计", "row": 2})]
    lines += [line(A, "120.00", **{**whole, "item": "支出总计", "row": 3})]
    assert of("SELECT expenditure FROM totals_by_document", [{"document_id": A}], lines) == [(100,)]


def test_what_is_wrong_on_one_side_is_not_said_of_the_other(of: Any) -> None:
    """Two amounts in one printed row of a two-sided table; each finding is of the cell that it names."""
    both = {"table": "revenue_expenditure_summary", "code": "", "level": 1, "status": "contradicted"}
    left, right = ({"page": 1, "x0": x, "top": "1.00", "x1": "9.00", "bottom": "2.00"} for x in ("1.00", "5.00"))
    lines = [
        line(A, "1.00", **both, **left, side="revenue", classification="source", item="事业收入"),
        line(A, "2.00", **both, **right),
    ]
    of_cell = {"document_id": A, "table": "revenue_expenditure_summary", "row": 1, "measure": "total"}
    findings = [
        {**of_cell, **left, "rule": "grand_total.total", "message": "of the left"},
        {**of_cell, **right, "rule": "column_sum.total", "message": "of the right", "finding": 2},
        {**of_cell, "rule": "row.cut", "measure": "", "message": "of the row", "finding": 3},
    ]
    query = "SELECT amount, rules, reasons FROM amounts_to_check ORDER BY 1"
    assert of(query, [{"document_id": A}], lines, findings=findings) == [
        (1, "grand_total.total | row.cut", "of the left | of the row"),
        (2, "column_sum.total | row.cut", "of the right | of the row"),
    ]


def test_a_quarantined_document_is_not_counted(of: Any) -> None:
    documents = [{"document_id": A}, {"document_id": B, "fiscal_year": 2023, "status": "quarantined"}]
    lines = [line(A, "100.00"), line(B, "80.00", fiscal_year=2023)]
    assert of("SELECT total FROM spending_by_function", documents, lines) == [(100,)]
    assert of("SELECT count(*) FROM totals_by_document") == [(1,)]
    assert of("SELECT count(*) FROM leaves") == [(1,)]


def test_departments_and_units_are_told_apart(of: Any) -> None:
    documents = [{"document_id": A}, {"document_id": B, "entity_level": "unit"}]
    lines = [line(A, "100.00"), line(B, "60.00", entity_level="unit")]
    query = "SELECT entity_level, total, versions FROM spending_by_function ORDER BY 1"
    assert of(query, documents, lines) == [("department", 100, 1), ("unit", 60, 1)]


PLANNED = [
    line(A, "100.00"),
    line(A, "30.00", code="2010302", row=2),
    line(A, "130.00", code="", item="合计", level=0, row=3, is_leaf="false"),
    line(A, "1.00", code="2010399", row=4),
    line(A, "2.00", code="2010399", row=5),
]
FINAL = {"stage": "final", "basis": "final"}
SPENT = [
    line(F, "90.00", **FINAL),
    line(F, "5.00", **FINAL, code="2010350", row=2),
    line(F, "95.00", **FINAL, code="", item="总计", level=0, row=3, is_leaf="false", status="contradicted"),
]
THREE = {"table": "three_public_and_operating", "classification": "three_public", "level": 0, "code": "", "item": ""}


def test_plan_and_final_account_stand_side_by_side(of: Any) -> None:
    """Not planned, not spent, planned and spent; a code that stands twice is in neither; totals meet."""
    documents = [
        {"document_id": A},
        {"document_id": F, "stage": "final"},
        {"document_id": C, "stage": "final", "entity": "别的局"},
    ]
    lines = [*PLANNED, *SPENT, line(C, "1.00", **FINAL, entity="别的局")]
    query = "SELECT code, item, planned, planned_repeated, spent, difference, status FROM plan_against_final ORDER BY 1"
    assert of(query, documents, lines) == [
        ("2010301", "行政运行", 100, None, 90, -10, "proved"),
        ("2010302", "行政运行", 30, None, None, None, "proved"),
        ("2010350", "行政运行", None, None, 5, None, "proved"),
        (None, "总计", 130, None, 95, -35, "contradicted"),
    ]
    assert of("SELECT DISTINCT budget_document_id, final_document_id, entity FROM plan_against_final") == [(A, F, BODY)]


def test_what_the_final_account_repeats_stands_beside(of: Any) -> None:
    documents = [{"document_id": A}, {"document_id": F, "stage": "final"}]
    lines = [
        line(A, "5.00", **THREE),
        line(F, "6.00", **THREE, stage="final"),
        line(F, "4.00", **THREE, **FINAL),
    ]
    query = "SELECT planned, planned_repeated, spent, difference FROM plan_against_final"
    assert of(query, documents, lines) == [(5, 6, 4, -1)]
    query = "SELECT basis, stage, three_public FROM three_public_by_year ORDER BY 1"
    assert of(query) == [("budget", "budget", 5), ("final", "final", 4)]


def test_a_plan_that_only_the_final_account_has_is_used(of: Any) -> None:
    lines = [line(F, "6.00", **THREE, stage="final"), line(F, "4.00", **THREE, **FINAL)]
    query = "SELECT basis, stage, three_public FROM three_public_by_year ORDER BY 1"
    assert of(query, [{"document_id": F, "stage": "final"}], lines) == [("budget", "final", 6), ("final", "final", 4)]
    assert of("SELECT budget_document_id, planned, planned_repeated, spent FROM plan_against_final") == [
        (None, None, 6, 4)
    ]


def test_prose_that_says_two_things_gives_neither(of: Any) -> None:
    said = {"document_id": F, "subject": "2010301", "quantity": "planned"}
    statements = [
        {**said, "value": "1.00"},
        {**said, "value": "2.00", "statement": 2},
        {**said, "value": "30000", "unit": "元", "statement": 3, "quantity": "final"},
    ]
    query = "SELECT planned, spent FROM plan_against_final_in_prose"
    assert of(query, [{"document_id": F, "stage": "final"}], [], statements=statements) == [(None, 30000)]


def test_a_number_that_its_column_cannot_hold_is_refused(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "data", [{"document_id": A, "pages": 10**12}])
    with pytest.raises(NotExported, match="found a number that a column of the database cannot hold"):
        write_database(load(folder), tmp_path / "d.duckdb")


def test_expenses_that_are_listed_in_rows_are_one_row_of_the_view(of: Any) -> None:
    lines = [
        line(A, "5.00", **THREE),
        line(A, "2.00", **{**THREE, "measure": "reception", "row": 2}),
        line(A, "3.00", **{**THREE, "measure": "overseas_travel", "row": 3}),
    ]
    query = "SELECT three_public, reception, overseas_travel FROM three_public_by_year"
    assert of(query, [{"document_id": A}], lines) == [(5, 2, 3)]


def test_two_rows_of_expenses_are_not_mixed(of: Any) -> None:
    lines = [
        line(A, "5.00", **THREE),
        line(A, "2.00", **{**THREE, "measure": "reception"}),
        line(A, "7.00", **{**THREE, "row": 2}),
    ]
    query = "SELECT three_public, reception FROM three_public_by_year ORDER BY 1"
    assert of(query, [{"document_id": A}], lines) == [(5, 2), (7, None)]
