"""`yusuan inspect`: what someone sees who writes a declaration."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import ROOT
from tests.small import HEADER, ROWS, TITLE, TOTAL, captions, grid
from typeset import Page, document
from yusuan.pipeline.commands.app import app
from yusuan.pipeline.look.inspect import inspect


def seen(*pages: Page) -> str:
    return inspect(document(list(pages)))


def test_columns_with_what_they_are_taken_for() -> None:
    text = seen(Page(captions(), [grid((*HEADER, *ROWS, TOTAL))]))
    assert f"title  {TITLE}" in text
    assert "is     expenditure_summary" in text
    assert "支出预算 / 基本支出  →  basic" in text
    assert "row    201 |  |  | 一般公共服务支出 | 300.00 | 200.00 | 100.00" in text


def test_a_word_that_is_not_known_is_said() -> None:
    header = [list(row) for row in HEADER]
    header[1][6] = "天书支出"
    text = seen(Page(captions(), [grid((*header, *ROWS, TOTAL))]))
    assert "支出预算 / 天书支出  →  no word of the vocabulary: 天书" in text


def test_a_table_that_nothing_declares_shows_its_title_header_and_first_rows() -> None:
    text = seen(Page(captions(title="2024年部门车辆情况表"), [grid([["车牌", "金额"], ["甲", "1.00"]], [100, 100])]))
    assert "title  2024年部门车辆情况表" in text
    assert "not understood: its words do not tell what it is; its figures are in other_items" in text
    assert "header 车牌  →  no word of the vocabulary: 车牌" in text
    assert "header 金额" in text
    assert "row    甲 | 1.00" in text


def test_a_table_that_does_not_fit_its_title_is_shown_as_its_own_words_say() -> None:
    odd = [["处室", "合计", "基本支出", "项目支出"], ["一处", "3.00", "2.00", "1.00"]]
    text = seen(Page(captions(title="2024年部门支出预算总表"), [grid(odd, [100, 100, 100, 100])]))
    assert "is     expenditure_summary" in text
    assert "header 处室  →  no word of the vocabulary: 处室" in text
    assert "header 合计  →  total" in text
    assert "header 基本支出  →  basic" in text
    assert "header 项目支出  →  project" in text


def test_the_years_of_a_header_are_shown() -> None:
    header = [["项目", "2023年决算数", "2024年预算数"], ["甲", "1.00", "2.00"]]
    text = seen(Page(captions(title="2024年部门车辆情况表"), [grid(header, [100, 100, 100])]))
    assert "header 决算数 (2023)" in text
    assert "header 预算数 (2024)" in text


def test_continuations_are_said_to_be_some() -> None:
    first = Page(captions(), [grid((*HEADER, *ROWS[:2]))])
    assert "continues the table of page 1: 3 rows" in seen(first, Page([], [grid((*ROWS[2:], TOTAL), y=40)]))


@pytest.mark.parametrize("path", sorted((ROOT / "raw_pdfs").rglob("*.pdf")), ids=lambda path: path.name)
def test_every_column_of_the_samples_is_known(path: Path) -> None:
    shown = CliRunner().invoke(app, ["inspect", str(path)])
    assert shown.exit_code == 0
    assert "not known" not in shown.output
    assert "missing" not in shown.output


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    assert CliRunner().invoke(app, ["inspect", str(tmp_path / "a.pdf")]).exit_code == 2
    assert CliRunner().invoke(app, ["inspect", str(tmp_path / "b.pdf")]).exit_code == 2
