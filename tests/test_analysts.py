"""The page for analysts: its snippets run, and what they print is the answer that the page shows."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import openpyxl
import pytest

from tests.conftest import ROOT
from yusuan.pipeline.export.export import export
from yusuan.schemas.views.all import VIEWS

PAGE = (ROOT / "docs" / "for-analysts.md").read_text(encoding="utf-8")
Rows = list[list[str]]


class Question(NamedTuple):
    """A question of the page: the table that answers it, its snippets by language, its formulas with what they give."""

    title: str
    answer: Rows
    snippets: dict[str, str]
    formulas: Rows


def blocks(text: str) -> dict[str, str]:
    return dict(re.findall(r"^```(\w+)\n(.*?)^```", text, re.DOTALL | re.MULTILINE))


def tables(text: str) -> list[Rows]:
    found = re.findall(
        r"((?:^\|.*\n)+)", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE
    )
    return [[[c.strip() for c in row.strip("|").split("|")] for row in table.splitlines()[2:]] for table in found]


def questions() -> list[Question]:
    parts = re.split(r"^## (?=\d\. )", PAGE, flags=re.MULTILINE)[1:]
    parts[-1] = parts[-1].split("\n## ")[0]
    found = []
    for part in parts:
        answer, formulas = tables(part)
        found.append(Question(part.splitlines()[0], answer, blocks(part), formulas))
    return found


QUESTIONS = questions()
SETUP = blocks(PAGE.split("\n## 1. ")[0])
by_title = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.title[:1])


def printed(answer: Rows) -> Rows:
    """The answer as programs print it: without the commas in amounts."""
    return [
        [cell.replace(",", "") if re.fullmatch(r"-?[\d,]+\.\d\d", cell) else cell for cell in row] for row in answer
    ]


def last_rows(output: str, number: int) -> Rows:
    """What a program printed last, in words."""
    return [line.split() for line in output.splitlines()[-number:]]


def run(command: Sequence[object], script: str) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*map(str, command)],
        input=script,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the workbook and the database that the page speaks of."""
    folder = tmp_path_factory.mktemp("exported")
    export(ROOT / "extracted", [folder / "budgets.xlsx", folder / "budgets.duckdb"])
    return folder


def test_there_are_five_questions_and_each_is_answered_in_four_tools() -> None:
    assert len(QUESTIONS) == 5
    for question in QUESTIONS:
        assert question.snippets.keys() == {"python", "sql", "r"}
        assert question.answer and question.formulas


@by_title
def test_pandas_gives_the_answer(question: Question) -> None:
    output = run([sys.executable, "-"], SETUP["python"] + question.snippets["python"])
    assert last_rows(output, len(question.answer)) == printed(question.answer)
    assert len(output.splitlines()) == len(question.answer) + 1


@by_title
def test_duckdb_gives_the_answer(question: Question, exported: Path) -> None:
    with duckdb.connect(str(exported / "budgets.duckdb"), read_only=True) as connection:
        rows = [[str(value) for value in row] for row in connection.execute(question.snippets["sql"]).fetchall()]
    width = len(question.answer[0])
    assert [row[:width] for row in rows] == printed(question.answer)
    assert all(row[width:] in ([], ["proved"]) for row in rows)


@by_title
@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not here: its snippets are not run")
def test_r_gives_the_answer(question: Question) -> None:
    output = run(["Rscript", "--vanilla", "-"], SETUP["r"] + question.snippets["r"])
    assert last_rows(output, len(question.answer)) == printed(question.answer)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here: the formulas are not worked out")
def test_the_formulas_give_what_is_beside_them(exported: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(exported / "budgets.xlsx")
    sheet = book.create_sheet("answers", 0)
    expected = [row for question in QUESTIONS for row in question.formulas]
    for formula, _ in expected:
        sheet.append([formula.strip("`")])
    book.save(tmp_path / "answers.xlsx")
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"),
            *("--outdir", str(tmp_path), str(tmp_path / "answers.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    (path,) = tmp_path.glob("answers*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        given = [row[0] for row in csv.reader(file)]
    assert [float(value) for value in given] == [float(amount.replace(",", "")) for _, amount in expected]


def test_the_names_in_formulas_are_names_of_the_workbook(exported: Path) -> None:
    names = set(openpyxl.load_workbook(exported / "budgets.xlsx").defined_names)
    formulas = " ".join(row[0] for question in QUESTIONS for row in question.formulas)
    used = set(re.findall(r"\b(?:line_items|statements|findings)_\w+", formulas))
    assert used and used <= names


def test_formulas_that_add_up_say_what_counts_a_yuan_once() -> None:
    """A sum of line items names year, table, measure and document or body; leaves, but for the table without rows."""
    sums = [row[0] for q in QUESTIONS for row in q.formulas if "line_items_amount" in row[0]]
    assert sums
    for formula in sums:
        for column in ("fiscal_year", "table", "measure"):
            assert f"line_items_{column}" in formula
        assert "line_items_is_leaf" in formula or "three_public_and_operating" in formula
        assert "line_items_document_id" in formula or "line_items_stage" in formula


def test_the_views_are_listed_with_their_questions() -> None:
    assert tables(PAGE)[-1] == [[f"`{view.name}`", view.question.en] for view in VIEWS]
