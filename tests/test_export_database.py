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
from typeset import document
from yusuan import run, write_dataset
from yusuan.pipeline.export.database import write_database
from yusuan.pipeline.load.folder import load
from yusuan.schemas.dataset.fields import RESOURCES
from yusuan.schemas.views.all import VIEWS

EXTRACTED = ROOT / "extracted"
SEED = "上海市合作交流办公室"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The database of the committed dataset."""
    path = tmp_path_factory.mktemp("database") / "d.duckdb"
    write_database(load(EXTRACTED), path)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


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
