"""docs/checking.md, followed word by word in a repository that keeps data."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.small import expenditure
from tests.test_command import yusuan
from tests.written import edit, put
from typeset import document
from yusuan import __version__

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OWNER = PYPROJECT["project"]["urls"]["Repository"].split("/")[-2]
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
    (programs / "yusuan").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m yusuan "$@"\n')
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


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs a repository to tag")
def test_the_workflow_installs_what_it_names_from_a_tag(tmp_path: Path) -> None:
    needed = PYPROJECT["build-system"]["requires"]
    download = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(tmp_path), *needed]
    if subprocess.run(download, capture_output=True, check=False).returncode:
        pytest.skip("what builds the program cannot be had")
    install = next(step["run"] for step in WORKFLOW["jobs"]["check"]["steps"] if step.get("name") == "Install")
    tagged = tmp_path / OWNER / "yusuan"
    subprocess.run(["git", "clone", "-q", "--bare", str(ROOT), str(tagged)], check=True)
    subprocess.run(["git", "tag", "-f", HOOK["repos"][0]["rev"], "HEAD"], cwd=tagged, check=True)
    programs, fresh = tmp_path / "programs", tmp_path / "fresh" / "bin" / "python"
    programs.mkdir()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "fresh")], check=True)
    (programs / "pip").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip --python "{fresh}" "$@"\n')
    (programs / "pip").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        # The page stands; what is asked of the network is what is here.
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": f"url.{tmp_path.as_uri()}/.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/",
        "GIT_CONFIG_KEY_1": "safe.directory",
        "GIT_CONFIG_VALUE_1": "*",
        "PIP_NO_DEPS": "1",  # they are here
    }
    done = subprocess.run(["bash", "-e", "-c", install], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    site = Path(next((tmp_path / "fresh").rglob("site-packages/yusuan"))).parent
    libraries = os.pathsep.join([str(site), sysconfig.get_path("purelib")])
    said = subprocess.run(
        [sys.executable, str(fresh.parent / "yusuan"), "--version"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": libraries}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.split()[:2] == ["yusuan", __version__]
    assert {folder.name for folder in site.iterdir() if folder.suffix != ".dist-info"} == {"yusuan"}
    templates = Path("yusuan", "pipeline", "report", "templates")
    assert {file.name for file in (site / templates).iterdir()} == {file.name for file in (ROOT / templates).iterdir()}


def test_the_workflow_and_the_hook_name_this_version_and_what_it_has() -> None:
    install = next(step["run"] for step in WORKFLOW["jobs"]["check"]["steps"] if step.get("name") == "Install")
    assert f"/yusuan@v{__version__}" in install
    (own,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = HOOK["repos"]
    assert repository["rev"] == f"v{__version__}"
    assert [hook["id"] for hook in repository["hooks"]] == [own["id"]]
    assert own["entry"] == "yusuan check"


def test_every_status_that_a_command_ends_with_is_on_the_page() -> None:
    said = " ".join(PAGE.split())
    for command in ("run", "add", "check", "export", "report"):
        assert re.search(rf"`{command}`[^.]*(:| and)", said), command
        assert "3 " in yusuan(command, "--help").stdout.split("Exit status")[1], command
