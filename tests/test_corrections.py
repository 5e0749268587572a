"""Corrections that persons recorded: a column of their own, and loud where they do not fit any more."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from yusuan.pipeline.commands.app import app
from yusuan.pipeline.compare.load import load

RAW = ROOT / "raw_pdfs" / "2017"
FINAL = ROOT / "raw_pdfs" / "2024"
HEADER = "line_id,printed,correct,reason,source"


def lines(folder: Path) -> list[dict[str, str]]:
    with (folder / "line_items.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(raw: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["run", str(raw), "--out", str(out), "-j", "1", *options])


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("corrections")
    assert run(FINAL, out).exit_code == 0
    return out


@pytest.fixture
def out(written: Path, tmp_path: Path) -> Path:
    """A dataset without corrections."""
    return Path(shutil.copytree(written, tmp_path / "out"))


def correct(out: Path, *entries: str, header: str = HEADER) -> None:
    (out / "corrections.csv").write_text("\n".join([header, *entries]) + "\n", encoding="utf-8")


def test_a_correction_stands_beside_the_printed_amount(out: Path) -> None:
    before = lines(out)
    row = next(row for row in before if row["unit"] == "万元" and row["status"] == "proved")
    correct(out, f'{row["line_id"]},"{row["printed"]}","1,234.56",a digit too many,letter of 3 May')
    assert run(FINAL, out).exit_code == 0
    after = lines(out)
    (corrected,) = (each for each in after if each["corrected"])
    assert corrected["line_id"] == row["line_id"]
    assert corrected["corrected"] == "12345600.00"
    assert [{**each, "corrected": ""} for each in after] == [{**each, "corrected": ""} for each in before]
    table = pq.read_table(out / "line_items.parquet")
    assert [value for value in table["corrected"].to_pylist() if value is not None] == [Decimal("12345600.00")]
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    assert subprocess.run(command, cwd=out, capture_output=True, check=False).returncode == 0


def test_a_dataset_without_corrections_has_the_columns_of_the_contract(out: Path) -> None:
    assert "corrected" not in lines(out)[0]
    row = lines(out)[0]
    correct(out, f'{row["line_id"]},"{row["printed"]}",7,why,where')
    run(FINAL, out)
    assert "corrected" in lines(out)[0]
    (out / "corrections.csv").unlink()
    run(FINAL, out)
    assert "corrected" not in lines(out)[0]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{id},1,2,why,where", "found '{printed}' in the document; expected '1' to be printed"),
        ("0000000000000000,1,2,why,where", "found no such line in the documents"),
        ('{id},"{printed}","{printed}",why,where', "which is what is printed; expected another figure"),
        ('{id},"{printed}",about 5,why,where', "'about5' is not a number"),
        ('{id},"{printed}",0.0000001,why,where', "finer than a fen"),
        ('{id},"{printed}",5,,where', "line 2: found nothing as reason"),
        ('{id},"{printed}",5,why', "line 2: found nothing as source"),
        ('{id},"{printed}",5,why,where\n{id},"{printed}",6,why,where', "line 3: found {id} again"),
        ("", "found the columns line_id; expected printed, correct, reason, source as well"),
    ],
)
def test_an_entry_that_does_not_fit_fails_loudly_and_leaves_the_dataset(out: Path, entry: str, said: str) -> None:
    row = lines(out)[5]
    values = {"id": row["line_id"], "printed": row["printed"]}
    correct(out, *filter(None, [entry.format(**values)]), header=HEADER if entry else "line_id")
    before = content(out)
    done = run(FINAL, out, "--force")
    assert done.exit_code == 2
    # The terminal breaks lines and frames them.
    assert "".join(said.format(**values).split()) in "".join(done.output.replace("│", "").split())
    assert content(out) == before


def test_a_run_after_a_change_of_the_corrections_has_something_to_do(out: Path) -> None:
    row = lines(out)[3]
    correct(out, f'{row["line_id"]},"{row["printed"]}",1,why,where')
    assert "nothing has changed" not in run(FINAL, out).output
    assert "nothing has changed" in run(FINAL, out).output
    correct(out, f'{row["line_id"]},"{row["printed"]}",2,why,where')
    assert "nothing has changed" not in run(FINAL, out).output
    assert next(each for each in lines(out) if each["corrected"])["line_id"] == row["line_id"]


def test_a_file_that_a_spreadsheet_saved_is_read(out: Path) -> None:
    row = lines(out)[3]
    text = f'{HEADER},note\r\n{row["line_id"]},"{row["printed"]}",1,"two\r\nlines",where,x\r\n'
    (out / "corrections.csv").write_bytes(text.encode("utf-8-sig"))
    assert run(FINAL, out).exit_code == 0
    assert [each["line_id"] for each in lines(out) if each["corrected"]] == [row["line_id"]]


def check(out: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["check", str(FINAL), "--against", str(out), "-j", "1", *options])


def test_check_compares_with_the_corrections_applied(out: Path) -> None:
    row = lines(out)[3]
    correct(out, f'{row["line_id"]},"{row["printed"]}",1,why,where')
    said = check(out)
    assert said.exit_code == 1
    assert "corrected" in said.output  # the dataset was written before them
    assert check(out, "--update").exit_code == 0
    assert check(out).exit_code == 0
    assert "corrected" in load(out).rows["line_items"][0]


def test_check_fails_where_corrections_do_not_fit(out: Path) -> None:
    row = lines(out)[3]
    correct(out, f"{row['line_id']},no such number,1,why,where")
    before = content(out)
    said = check(out, "--update")
    assert said.exit_code == 1
    assert "expected 'no such number' to be printed" in said.output
    assert content(out) == before


def test_a_correction_is_in_the_workbook_the_database_and_the_report(out: Path, tmp_path: Path) -> None:
    row = next(row for row in lines(out) if row["unit"] == "万元" and row["status"] == "proved")
    correct(out, f'{row["line_id"]},"{row["printed"]}","1,234.56",a digit too many,letter of 3 May')
    assert run(FINAL, out).exit_code == 0
    book, database = tmp_path / "a.xlsx", tmp_path / "a.duckdb"
    assert CliRunner().invoke(app, ["export", str(out), "--to", str(book), "--to", str(database)]).exit_code == 0
    sheet = openpyxl.load_workbook(book, read_only=True)["line_items"]
    header, _, *values = sheet.iter_rows(values_only=True)
    at = header.index("corrected")
    assert [found for found in values if found[at] is not None] == [
        next(found for found in values if found[header.index("line_id")] == row["line_id"])
    ]
    assert next(found[at] for found in values if found[at] is not None) == pytest.approx(12345600)
    with duckdb.connect(str(database), read_only=True) as connection:
        asked = "SELECT line_id, corrected FROM line_items WHERE corrected IS NOT NULL"
        assert connection.execute(asked).fetchall() == [(row["line_id"], Decimal("12345600.00"))]
        assert connection.execute("SELECT count(*) FROM leaves").fetchall() != [(0,)]
    report = tmp_path / "report"
    assert CliRunner().invoke(app, ["report", str(out), "--out", str(report), "--lang", "zh"]).exit_code == 0
    page = (report / "d" / f"{row['document_id']}.html").read_text(encoding="utf-8")
    assert page.count("更正为 12,345,600.00 元") == 2  # where it is read aloud, and in the details
