"""The command: what it prints, writes and returns; and that what the README says can be done."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.small import HEADER, ROWS, TOTAL, expenditure
from typeset import document

GOOD = document([expenditure()])
WRONG = document([expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:6], "90.00"), TOTAL))])


def yusuan(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "yusuan", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_run_writes_the_files_and_says_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "a b.pdf").write_bytes(GOOD)
    done = yusuan("run", tmp_path, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert re.search(r"documents read +1", done.stdout)
    assert re.search(r"amounts +13", done.stdout)
    assert "a b.pdf" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".yusuan",
        "datapackage.json",
        "documents.csv",
        "findings.csv",
        "line_items.csv",
        "line_items.parquet",
        "other_items.csv",
        "other_items.parquet",
        "performance_targets.csv",
        "statements.csv",
    ]


def test_a_refused_document_is_status_1_and_named(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(GOOD)
    (tmp_path / "bad.pdf").write_bytes(b"")
    done = yusuan("run", tmp_path, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert re.search(r"documents refused +1", done.stdout)
    assert "bad.pdf" in done.stdout
    assert "document.empty" in done.stdout
    assert "2010301" in (tmp_path / "out" / "line_items.csv").read_text(encoding="utf-8")


def test_strict_is_status_1_when_an_amount_is_contradicted(tmp_path: Path) -> None:
    (tmp_path / "wrong.pdf").write_bytes(WRONG)
    assert yusuan("run", tmp_path, "--out", tmp_path / "out").returncode == 0
    assert yusuan("run", tmp_path, "--out", tmp_path / "out", "--strict").returncode == 1


@pytest.mark.parametrize("arguments", [["run", "nowhere.pdf"], ["run", "--no-such"], ["walk"], ["run", "{tmp}"]])
def test_a_wrong_command_line_is_status_2(tmp_path: Path, arguments: list[str]) -> None:
    done = yusuan(*(argument.format(tmp=tmp_path) for argument in arguments), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr


def test_out_that_is_a_file_is_status_2(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    assert yusuan("run", tmp_path, "--out", tmp_path / "a.pdf").returncode == 2


def test_help_teaches() -> None:
    done = yusuan("run", "--help")
    assert done.returncode == 0
    for words in ("raw_pdfs", "extracted", "--strict", "Exit status", "yusuan run 2024.pdf --out out"):
        assert words in done.stdout


def test_readme_shows_python_that_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "raw_pdfs").mkdir()
    for name in ("raw_pdfs/a.pdf", "2024.pdf"):
        (tmp_path / name).write_bytes(GOOD)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "extracted" / "line_items.csv").exists()


def test_names_of_the_package_stay_functions_after_use(tmp_path: Path) -> None:
    import yusuan

    (tmp_path / "a.pdf").write_bytes(GOOD)
    for _ in range(2):
        yusuan.write_dataset(yusuan.run([tmp_path / "a.pdf"]), tmp_path / "out")
    assert all(callable(getattr(yusuan, name)) for name in yusuan.__all__ if name != "__version__")


def test_readme_quotes_rows_that_are_in_the_dataset() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    committed = (ROOT / "extracted" / "line_items.csv").read_text(encoding="utf-8").splitlines()
    (block,) = re.findall(r"```csv\n(.*?)```", readme, re.DOTALL)
    rows = block.strip().splitlines()
    assert len(rows) > 3
    columns = rows[0].split(",")
    kept = [committed[0].split(",").index(column) for column in columns]
    import csv

    known = {tuple(row[place] for place in kept) for row in csv.reader(committed)}
    for row in csv.reader(rows):
        assert tuple(row) in known


def test_readme_explains_a_line_that_is_in_the_dataset() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (line_id,) = re.findall(r"yusuan explain ([0-9a-f]{16})", readme)
    done = yusuan("explain", line_id)
    assert done.returncode == 0, done.stderr
    assert "proved" in done.stdout
    assert "holds" in done.stdout
    assert yusuan("explain", "0" * 16).returncode == 2


def test_ci_runs_the_second_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (python3 -m venv .*)$", readme, re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_reference_reader_writes_the_same(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(GOOD)
    for reader in ("pdfium", "pdfplumber"):
        assert yusuan("run", tmp_path / "good.pdf", "--out", tmp_path / reader, "--reader", reader).returncode == 0
    for name in ("documents.csv", "line_items.csv", "findings.csv", "line_items.parquet"):
        assert (tmp_path / "pdfium" / name).read_bytes() == (tmp_path / "pdfplumber" / name).read_bytes()


def test_a_pandas_that_writes_none_into_cells_makes_no_frames(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    script = "import sys, pandas, yusuan; pandas.__version__ = '2.3.3'; yusuan.run(sys.argv[1:])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "found pandas 2.3.3; expected 3 or later" in done.stderr) == (1, True)


@pytest.mark.parametrize("command", ["run", "add", "export", "report", "check"])
def test_a_disk_without_room_is_status_3(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    full = (
        "import errno, os\n"
        "from pathlib import Path\n"
        "def refuse(*_, **__): raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))\n"
        "os.fsync = Path.replace = refuse\n"
        "from yusuan.pipeline.cli import main; main()"
    )
    out = str(tmp_path / "out")
    data = str(ROOT / "extracted")
    arguments = {
        "run": [str(tmp_path), "--out", out],
        "add": [str(tmp_path), "--out", out],
        "export": [data, "--to", str(tmp_path / "a.xlsx")],
        "report": [data, "--out", out, "--pdfs", str(tmp_path)],
        "check": [str(tmp_path), "--against", data],
    }
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-c", full, command, *arguments[command]]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
    assert "No space left on device" in done.stderr


def test_what_builds_the_program_is_pinned_like_what_it_runs_on() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert all("==" in needed for needed in tomllib.load(file)["build-system"]["requires"])
