"""Imports run one way, as data do: what each room of `pipeline/` may import is declared in pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINT = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache")
LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][1]


def lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(LINT, cwd=checkout, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("pipeline", "schemas", "yusuan"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, symlinks=True, ignore=ignored)
    return tmp_path


def test_no_room_imports_from_one_above_it() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("pipeline/write/folder.py", "yusuan.pipeline.batch.run"),
        ("pipeline/across/links.py", "yusuan.pipeline.workers.pool"),
        ("pipeline/read/page.py", "yusuan.run"),
        ("schemas/tables/ids.py", "yusuan.pipeline.messages.findings"),
    ],
)
def test_an_import_against_the_flow_is_found(copy: Path, module: str, imported: str) -> None:
    package, _, name = imported.rpartition(".")
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\ndef _later() -> None:\n    from {package} import {name}\n")
    done = lint(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout


def test_every_module_of_the_program_stands_in_a_room() -> None:
    loose = {path.stem for path in (ROOT / "pipeline").glob("*.py")} - {"__init__", "cli"}
    assert not loose
    rooms = {room.strip() for layer in LAYERS["layers"] for room in layer.split("|")}
    assert rooms == {path.name for path in (ROOT / "pipeline").iterdir() if (path / "__init__.py").exists()} | {"cli"}
