"""The command line in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from tests.conftest import ROOT
from yusuan.pipeline.commands.app import app
from yusuan.pipeline.commands.language import named_in, paragraphs
from yusuan.pipeline.messages.language import of_locale, speak, spoken
from yusuan.schemas.sentences.command_line import CHINESE


def _said(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120", **variables}
    command = [sys.executable, "-c", "from yusuan.pipeline.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=ROOT, check=False)


def _helped() -> set[str]:
    """Every paragraph of help that the command has, in English."""
    command = typer.main.get_command(app)
    texts = [command.help, *(parameter.help for parameter in command.params if hasattr(parameter, "help"))]
    for each in command.commands.values():  # type: ignore[attr-defined]
        texts += [each.help, each.epilog, *(getattr(parameter, "help", None) for parameter in each.params)]
    return {paragraph for text in texts if text for paragraph in paragraphs(text)}


def test_all_help_has_its_chinese_and_none_is_left_over() -> None:
    assert _helped() - {"Show this message and exit."} == set(CHINESE)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_locale_tells_the_language(variables: dict[str, str], language: str) -> None:
    assert of_locale(variables) == language


def test_a_language_that_nobody_speaks_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of en, zh"):
        speak("fr")
    assert spoken() == "en"


def test_the_option_is_found_wherever_it_stands() -> None:
    assert named_in(["run", "--lang", "zh"]) == named_in(["--help", "--lang=zh"]) == "zh"
    assert named_in(["run", "--lang"]) is named_in(["run", "--lang", "fr"]) is None


def test_help_in_chinese() -> None:
    said = _said("run", "--help", "--lang", "zh").stdout
    assert "选项" in said
    assert "一份文件最多读多少秒" in said
    assert "退出码" in said
    assert "Exit status" not in said


def test_a_run_and_an_explanation_in_chinese(tmp_path: Path) -> None:
    pdf = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))[0]
    run = _said("run", str(pdf), "--out", str(tmp_path / "out"), LC_ALL="zh_CN.UTF-8")
    assert "读出的文件" in run.stdout
    assert "张表" in run.stderr
    line = (tmp_path / "out" / "line_items.csv").read_text(encoding="utf-8").splitlines()[1].partition(",")[0]
    told = _said("explain", line, "--out", str(tmp_path / "out"), "--lang", "zh")
    assert told.returncode == 0, told.stderr
    assert "原文写作" in told.stdout
    assert "钩稽关系" in told.stdout
    assert "takes part" not in told.stdout
    seen = _said("inspect", str(pdf), "--lang", "zh").stdout
    assert "认作" in seen
    assert "table of" not in seen


def test_what_keeps_a_command_from_its_work_is_said_in_chinese(tmp_path: Path) -> None:
    said = _said("run", str(tmp_path / "nothing"), "--lang", "zh")
    assert said.returncode == 2
    assert "没有这个文件或文件夹" in said.stderr
    gone = _said("explain", "0" * 16, "--out", str(tmp_path), "--lang", "zh")
    assert "没有数据集" in gone.stderr
