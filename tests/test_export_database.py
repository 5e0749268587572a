"""The database: its tables are the files, and its views answer with figures that were worked out from the print."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests import national
from tests.conftest import ROOT
from tests.written import BODY, dataset
from typeset import document
from yusuan import run, write_dataset
from yusuan.pipeline.export.database import write_database
from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.load.folder import load
from yusuan.schemas.dataset.fields import RESOURCES
from yusuan.schemas.views.all import VIEWS

EXTRACTED = ROOT / "extracted"
SEED = "上海市合作交流办公室"
A, B, C, F = "00000000000a", "00000000000b", "00000000000c", "00000000000f"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The database of the committed dataset."""
    path = tmp_path_factory.mktemp("database") / "d.duckdb"
    write_database(load(EXTRACTED), path)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


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


def test_the_tables_have_each_value_of_the_files(made: Any) -> None:
    for resource in RESOURCES:
        with (EXTRACTED / f"{resource.name}.csv").open(encoding="utf-8", newline="") as file:
            expected = list(csv.DictReader(file))
        query = made.execute(f"SELECT * FROM {resource.name} ORDER BY rowid")
        names = [column[0] for column in query.description]
        assert names == resource.columns
        rows = query.fetchall()
        assert len(rows) == len(expected)
        assert rows or resource.name == "other_items", "the samples have no table that is not understood"
        for row, line in zip(rows, expected, strict=True):
            for name, value in zip(names, row, strict=True):
                if isinstance(value, Decimal):
                    assert value == Decimal(line[name])
                elif isinstance(value, bool):
                    assert str(value).lower() == line[name]
                else:
                    assert ("" if value is None else str(value)) == line[name]


def test_columns_have_the_types_of_the_contract(made: Any) -> None:
    types = dict(made.execute("SELECT column_name, column_type FROM (DESCRIBE line_items)").fetchall())
    assert types["amount"] == "DECIMAL(18,2)"
    assert (types["row"], types["is_leaf"], types["code"]) == ("INTEGER", "BOOLEAN", "VARCHAR")
    keys = {table for (table,) in made.execute(
        "SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    ).fetchall()}  # fmt: skip
    assert keys == {resource.name for resource in RESOURCES}


def test_each_table_view_and_column_is_commented(made: Any) -> None:
    assert not made.execute("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL").fetchall()
    assert not made.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL").fetchall()
    columns = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
    assert not made.execute(columns).fetchall()
    views = {row[0] for row in made.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}
    assert views == {view.name for view in VIEWS}


# Figures as 上海市合作交流办公室 printed them for 2017, in yuan or 万元, added up by hand.


def test_spending_by_function_is_what_the_seed_prints(made: Any) -> None:
    rows = made.execute(
        "SELECT function_code, function, total, basic, project, status FROM spending_by_function "
        f"WHERE entity = '{SEED}' ORDER BY function_code"
    ).fetchall()
    assert rows == [
        ("201", "一般公共服务支出", 39814410, 21332226, 18482184, "proved"),
        ("208", "社会保障和就业支出", 2610416, 2224116, 386300, "proved"),
        ("210", "医疗卫生与计划生育支出", 1414404, 1354404, 60000, "proved"),
        ("221", "住房保障支出", 5337720, 5337720, None, "proved"),
    ]


def test_what_the_general_public_budget_pays_is_apart(made: Any) -> None:
    rows = made.execute(
        "SELECT function_code, total, basic, project FROM general_public_spending_by_function "
        f"WHERE entity = '{SEED}' ORDER BY function_code"
    ).fetchall()
    assert rows == [
        ("201", 34234410, 21332226, 12902184),
        ("208", 2610416, 2224116, 386300),
        ("210", 1414404, 1354404, 60000),
        ("221", 5337720, 5337720, None),
    ]


def test_the_largest_accounts_are_what_the_seed_prints(made: Any) -> None:
    rows = made.execute(
        "SELECT code, item, total, personnel, operating, account_class_name FROM spending_by_account "
        f"WHERE entity = '{SEED}' ORDER BY total DESC LIMIT 3"
    ).fetchall()
    assert rows == [
        ("30102", "津贴补贴", 11077556, 11077556, None, "工资福利支出"),
        ("30101", "基本工资", 4015392, 4015392, None, "工资福利支出"),
        ("30313", "购房补贴", 3490800, 3490800, None, "对个人和家庭的补助"),
    ]
    sums = f"SELECT sum(total), sum(personnel), sum(operating) FROM spending_by_account WHERE entity = '{SEED}'"
    assert made.execute(sums).fetchall() == [(30248466, 24738466, 5510000)]


def test_leaves_count_every_yuan_once(made: Any) -> None:
    query = (
        "SELECT measure, sum(amount) FROM leaves WHERE \"table\" = 'expenditure_summary' "
        f"AND entity = '{SEED}' GROUP BY measure ORDER BY measure"
    )
    assert made.execute(query).fetchall() == [("basic", 30248466), ("project", 18928484), ("total", 49176950)]


def test_three_public_is_what_the_seed_prints(made: Any) -> None:
    """137.6 = 93.6 + 30 + 14 万元 (购置 blank, 运行 14)."""
    rows = made.execute(
        "SELECT fiscal_year, basis, three_public, overseas_travel, reception, vehicles, vehicle_purchase, "
        f"vehicle_operation, status FROM three_public_by_year WHERE entity = '{SEED}'"
    ).fetchall()
    assert rows == [(2017, "budget", 1376000, 936000, 300000, 140000, None, 140000, "proved")]


def test_the_status_of_three_public_is_not_that_of_what_stands_beside_it(made: Any) -> None:
    """万里街道办事处, 2023: “三公” 22.91 万元 is proved, 机关运行经费 786.09 in the same row is not."""
    query = "SELECT {}, status FROM {} WHERE fiscal_year = 2023"
    assert made.execute(query.format("three_public", "three_public_by_year")).fetchall() == [(229100, "proved")]
    expected = [(7860900, "unproved")]
    assert made.execute(query.format("agency_operating", "totals_by_document")).fetchall() == expected


def test_totals_are_what_the_seed_prints(made: Any) -> None:
    columns = "revenue, expenditure, basic, project, general_public, government_fund, three_public, agency_operating"
    query = f"SELECT {columns} FROM totals_by_document WHERE entity = '{SEED}'"
    expected = [(49176950, 49176950, 30248466, 18928484, 43596950, None, 1376000, 5510000)]
    assert made.execute(query).fetchall() == expected
    query = f"SELECT {columns} FROM bodies_compared WHERE entity = '{SEED}'"
    assert made.execute(query).fetchall() == expected
    # 30,248,466 / 49,176,950 = 0.6151; 18,928,484 / 49,176,950 = 0.3849; 1,376,000 / 43,596,950 = 0.0316
    query = f"SELECT basic_percent, project_percent, three_public_percent FROM bodies_compared WHERE entity = '{SEED}'"
    assert made.execute(query).fetchall() == [(61.5, 38.5, 3.2)]


def test_totals_of_a_rounded_final_account_are_the_printed_ones(made: Any) -> None:
    """上海市普陀区财政局, 2024: 合计 2,940.05 万元, whose 项 add up to 2,940.06 as they are printed."""
    query = "FROM {} WHERE stage = 'final' AND fiscal_year = 2024"
    totals = made.execute(f"SELECT revenue, expenditure, basic, project {query.format('totals_by_document')}")
    assert totals.fetchall() == [(29462500, 29400500, 23369100, 6031400)]
    assert made.execute(f"SELECT sum(total) {query.format('spending_by_function')}").fetchall() == [(29400600,)]


def test_operating_of_an_agency_is_found_in_a_table_of_its_own(made: Any) -> None:
    """江苏省政协办公厅, 2018: 机关运行经费 1,115.85 万元."""
    query = "SELECT expenditure, agency_operating FROM totals_by_document WHERE fiscal_year = 2018"
    assert made.execute(query).fetchall() == [(101504800, 11158500)]


def test_the_ministrys_form_is_answered_for_the_year_alone(tmp_path: Path) -> None:
    """Figures in 万元 of tests/national.py, which print the year before beside the year."""
    pdf = tmp_path / "n.pdf"
    pdf.write_bytes(document([national.cover(), *national.sheets()]))
    write_dataset(run([pdf]), tmp_path / "data")
    write_database(load(tmp_path / "data"), tmp_path / "d.duckdb")
    with duckdb.connect(str(tmp_path / "d.duckdb"), read_only=True) as connection:
        columns = "revenue, expenditure, basic, project, general_public, government_fund, three_public"
        totals = connection.execute(f"SELECT {columns} FROM totals_by_document").fetchall()
        spent = connection.execute(
            "SELECT function_code, total, basic, project FROM general_public_spending_by_function ORDER BY 1"
        ).fetchall()
        public = connection.execute("SELECT fiscal_year, basis, three_public, vehicles FROM three_public_by_year")
        assert public.fetchall() == [(2024, "budget", 580000, 300000)]
    assert totals == [(13300000, 13250000, 7150000, 6100000, 12100000, 600000, 580000)]
    assert spent == [
        ("201", 10000000, 6000000, 4000000),
        ("205", 1200000, None, 1200000),
        ("208", 900000, 900000, None),
    ]


def test_the_prose_of_a_final_account_says_plan_and_outcome(made: Any) -> None:
    """上海市普陀区财政局, 2024: 行政运行 1560.05 and 1511.89 万元; 购房补贴 258.50 both; 三公 0.95 and 0.00, 0 %."""
    rows = made.execute(
        "SELECT subject, subject_name, planned, spent, difference, completion_percent FROM plan_against_final_in_prose "
        "WHERE subject IN ('2010601', '2210203', 'three_public') ORDER BY subject"
    ).fetchall()
    assert rows == [
        ("2010601", "行政运行", 15600500, 15118900, -481600, None),
        ("2210203", "购房补贴", 2585000, 2585000, 0, None),
        ("three_public", None, 9500, 0, -9500, 0),
    ]


def test_amounts_to_check_have_their_reasons(made: Any) -> None:
    """机关运行经费 of two bodies: 786.09 against 15,381,432 of 公用经费, 0 against 2,120,950."""
    rows = made.execute("SELECT status, printed, reasons FROM amounts_to_check ORDER BY amount").fetchall()
    assert [row[:2] for row in rows] == [("unproved", "0"), ("unproved", "786.09")]
    assert "2,120,950.00 ≠ 0.00" in rows[0][2]
    assert "15,381,432.00 ≠ 7,860,900.00" in rows[1][2]


# What must not be added up, or passed on in silence.


def line(document: str, amount: str, **more: object) -> dict[str, object]:
    return {"document_id": document, "amount": amount, "code": "2010301", "item": "行政运行", **more}


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
