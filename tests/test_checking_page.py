"""docs/checking.md, followed word by word in a repository that keeps data."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import pipeline
from tests.conftest import ROOT
from tests.small import expenditure
from tests.test_command import yusuan
from tests.written import edit, put
from typeset import document

PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
WORKFLOW, HOOK = (yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a PDF and what is read of it."""
    (tmp_path / "raw_pdfs").mkdir()
    (tmp_path / "raw_pdfs" / "a.pdf").write_bytes(document([expenditure()]))
    assert yusuan("run", cwd=tmp_path).returncode == 0
    return tmp_path


def step(repository: Path) -> subprocess.CompletedProcess[str]:
    """The last step of the workflow, as GitHub runs it."""
    programs = repository / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "yusuan").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline "$@"\n')
    (programs / "yusuan").chmod(0o755)
    steps: list[Any] = WORKFLOW["jobs"]["check"]["steps"]
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(programs),
        "GITHUB_STEP_SUMMARY": str(programs / "summary.md"),
    }
    return subprocess.run(
        ["bash", "-e", "-c", steps[-1]["run"]],
        cwd=repository, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("bash") is None, reason="GitHub runs steps with bash")
def test_the_workflow_tells_whether_data_is_what_is_read(repository: Path) -> None:
    assert step(repository).returncode == 0
    edit(repository / "extracted" / "line_items.csv", put("amount", "7.00", row=2))
    done = step(repository)
    assert done.returncode == 1, done.stderr
    assert "7.00" in (repository / "programs" / "summary.md").read_text(encoding="utf-8")


def test_the_workflow_and_the_hook_name_this_version_and_what_it_has() -> None:
    install = next(step["run"] for step in WORKFLOW["jobs"]["check"]["steps"] if step.get("name") == "Install")
    assert f"/yusuan@v{pipeline.__version__}" in install
    (own,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = HOOK["repos"]
    assert repository["rev"] == f"v{pipeline.__version__}"
    assert [hook["id"] for hook in repository["hooks"]] == [own["id"]]
    assert own["entry"] == "yusuan check"


def test_every_status_that_a_command_ends_with_is_on_the_page() -> None:
    said = " ".join(PAGE.split())
    for command in ("run", "add", "check", "export", "report"):
        assert re.search(rf"`{command}`[^.]*(:| and)", said), command
        assert "3 " in yusuan(command, "--help").stdout.split("Exit status")[1], command
