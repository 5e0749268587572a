"""`yusuan tables`: what it lists, prints and writes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from tests.sheets import sheet
from tests.small import HEADER, ROWS, TOTAL, expenditure
from tests.test_api import STRANGE
from typeset import document
from yusuan.pipeline.commands.app import app

SAMPLE = min((ROOT / "raw_pdfs").rglob("*.pdf"))


def tables(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["tables", *map(str, arguments)])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.pdf"
    path.write_bytes(document([expenditure()]))
    return path


def test_tables_are_listed_by_number_and_id() -> None:
    done = tables(SAMPLE)
    assert done.exit_code == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "read whole, 24 pages, 11 tables" in lines[0]
    assert lines[3] == "   3  page 9–10  2017年预算单位支出预算总表 (expenditure_summary): 47 amounts"
    assert lines[9].endswith("33 lines of a form")
    assert "47 个金额" in tables(SAMPLE, "--lang", "zh").stdout


def test_one_table_is_printed_as_csv_by_number_or_id(small: Path) -> None:
    by_id = tables(small, "--table", "expenditure_summary")
    assert by_id.exit_code == 0, by_id.stderr
    rows = list(csv.DictReader(io.StringIO(by_id.stdout)))
    assert [row["code"] for row in rows] == ["201", "20103", "2010301", "2010302", ""]
    assert [row["basic"] for row in rows] == ["200.00", "200.00", "200.00", "", "200.00"]
    assert tables(small, "-t", "1").stdout == by_id.stdout


def test_json_keeps_every_digit_and_says_whose_it_is(small: Path) -> None:
    done = tables(small, "--format", "json")
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["document"]["fiscal_year"], told["document"]["status"]) == (2024, "accepted")
    (table,) = told["tables"]
    assert (table["number"], table["id"], table["pages"]) == (1, "expenditure_summary", [1])
    assert table["rows"][2]["total"] == "200.00"
    assert table["rows"][3]["basic"] is None
    assert table["unread"] == []


def test_a_workbook_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    done = tables(SAMPLE, "--out", tmp_path / "new" / "a.xlsx")
    assert done.exit_code == 0, done.stderr
    book = openpyxl.load_workbook(tmp_path / "new" / "a.xlsx")
    assert len(book.sheetnames) == 12
    assert book.sheetnames[3] == "3 expenditure_summary"
    head, first = list(book["3 expenditure_summary"].values)[:2]
    row = dict(zip(head, first, strict=True))
    assert (row["code"], row["total"]) == ("201", 39814410)
    assert [cell.value for cell in book["tables"][4]][:2] == [3, "expenditure_summary"]


def test_a_folder_has_a_file_for_each_table(tmp_path: Path) -> None:
    done = tables(SAMPLE, "--format", "csv", "--out", tmp_path / "all")
    assert done.exit_code == 0, done.stderr
    names = sorted(path.name for path in (tmp_path / "all").iterdir())
    assert len(names) == 11
    assert names[2] == "03-expenditure_summary.csv"
    one = tables(SAMPLE, "--table", "3").stdout
    assert (tmp_path / "all" / names[2]).read_text(encoding="utf-8") == one


def test_a_refused_document_is_status_1_and_its_tables_are_given(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(document([sheet("奇怪情况表", STRANGE)]))
    done = tables(tmp_path / "a.pdf")
    assert done.exit_code == 1
    assert "refused" in done.stdout
    assert "document." in done.stdout
    assert "奇怪情况表" in done.stdout
    one = tables(tmp_path / "a.pdf", "--table", "1")
    assert one.exit_code == 1
    assert "document." in one.stderr
    assert "12345600.00" in one.stdout


def test_a_number_that_no_cell_of_a_workbook_holds_is_text(tmp_path: Path) -> None:
    large = "12,345,678,901,234.56"
    rows = (*HEADER, (*ROWS[0][:4], large, large, ""), (*TOTAL[:4], large, large, ""))
    (tmp_path / "a.pdf").write_bytes(document([expenditure(rows)]))
    tables(tmp_path / "a.pdf", "--out", tmp_path / "a.xlsx")
    written = openpyxl.load_workbook(tmp_path / "a.xlsx")["1 expenditure_summary"].values
    assert large.replace(",", "") in [value for row in written for value in row]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{tmp}/nowhere.pdf"], "No such file or directory"),
        (["{tmp}/text.txt"], "found a file that begins with"),
        (["{pdf}", "--table", "7"], "found no table 7"),
        (["{pdf}", "--table", "revenue"], "found no table revenue"),
        (["{pdf}", "--format", "csv"], "found no --out"),
        (["{pdf}", "--format", "xlsx"], "found no --out"),
        (["{pdf}", "--format", "pdf"], "expected one of csv"),
        (["{pdf}", "--out", "{tmp}/a.doc"], "expected one of csv"),
        (["{pdf}", "--out", "{tmp}", "--format", "json"], "expected a file"),
        (["{pdf}", "--out", "{pdf}", "--format", "json"], "is the PDF itself"),
        (["{pdf}", "--out", "{tmp}/text.txt", "--format", "csv"], "expected a folder"),
    ],
)
def test_a_wrong_command_line_is_status_2_and_writes_nothing(
    small: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "text.txt").write_text("no PDF")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = tables(*(argument.format(tmp=tmp_path, pdf=small) for argument in arguments))
    assert done.exit_code == 2, done.stdout
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
