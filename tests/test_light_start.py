"""What is imported, and what is not: a process starts with what it needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FRAMES = {"pandas", "pandera", "pyarrow"}
READING = {"pdfplumber", "pdfminer", "pypdfium2", "PIL", "numpy"}
OTHERS = {"jinja2", "duckdb", "xlsxwriter", "starlette", "uvicorn", "distributed"}
COMMAND = """
from yusuan.pipeline.cli import main
if __name__ == "__main__":
    try:
        main()
    except SystemExit:
        pass
"""
WORKER = """
from pathlib import Path
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.worker import read_file, ready
ready(Limits(), "pdfium")
for path in sys.argv[1:]:
    assert read_file(Path(path), "pdfium").status == "accepted", path
"""
TOLD = """
if __name__ == "__main__":
    print(json.dumps(sorted(sys.modules)), file=open(os.environ["TOLD"], "w"))
"""


def imported(tmp_path: Path, script: str, *arguments: object) -> set[str]:
    """The modules, without what is below them, that a process has when it has done what a script says."""
    file, told = tmp_path / "script.py", tmp_path / "told.json"
    file.write_text(f"import json, os, sys\n{script}{TOLD}", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TOLD": str(told)}
    command = [sys.executable, str(file), *map(str, arguments)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(told.read_text())}


def test_the_version_is_said_without_anything(tmp_path: Path) -> None:
    assert not imported(tmp_path, COMMAND, "--version") & (FRAMES | READING | OTHERS | {"typer", "rich", "pydantic"})


@pytest.mark.parametrize("arguments", [("--help",), ("run", "--help"), ("serve", "--help", "--lang", "zh")], ids=str)
def test_help_is_drawn_without_what_does_the_work(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    heavy = FRAMES | READING | OTHERS | {"multiprocessing", "pygments", "markdown_it"}
    assert not imported(tmp_path, COMMAND, *arguments) & heavy


def test_a_run_writes_without_frames_and_one_with_nothing_to_do_without_anything(tmp_path: Path) -> None:
    arguments = ("run", ROOT / "raw_pdfs" / "2024", "--out", tmp_path / "out", "-j", "1")
    first = imported(tmp_path, COMMAND, *arguments)
    assert "pyarrow" in first
    assert not first & {"pandas", "pandera", "pdfplumber", "PIL", *OTHERS}
    assert not imported(tmp_path, COMMAND, *arguments) & (FRAMES | READING | OTHERS | {"multiprocessing"})


def test_documents_are_read_without_frames_and_without_the_reference_reader(tmp_path: Path) -> None:
    pdfs = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
    assert pdfs
    heavy = FRAMES | OTHERS | {"pdfplumber", "PIL", "typer", "rich", "pydantic"}
    assert not imported(tmp_path, WORKER, *pdfs) & heavy
