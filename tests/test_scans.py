"""Scans are read as the documents that they are pictures of, and places are those of the page as displayed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from benchmarks.scans.profiles import PROFILES
from benchmarks.scans.scan import scan
from tests.conftest import ROOT
from tests.test_scan_generator import DIGITAL
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.layout.header import is_numbering
from yusuan.pipeline.read import pdf
from yusuan.pipeline.read.reading import SIGNS, Chances
from yusuan.pipeline.read.scan import which
from yusuan.pipeline.read.scan.forms import Form, form_of, likeliest, parts
from yusuan.pipeline.read.scan.lexicon import counted, in_words, mark_within, restored
from yusuan.schemas.vocabulary.signs import TRADITIONAL

needs_scans = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")


def amounts(found: Document) -> Counter[tuple[object, ...]]:
    return Counter(tuple(row[name] for name in ("table", "code", "item", "measure", "amount")) for row in found.items)


@needs_scans
@pytest.mark.parametrize("name", PROFILES)
def test_a_scan_is_read_as_its_digital_document(name: str) -> None:
    digital, found = (read_document(data, "small.pdf") for data in (DIGITAL, scan(DIGITAL, PROFILES[name], 1)))
    assert found.items
    assert amounts(found) == amounts(digital)
    if name != "mixed":
        assert {row["read"] for row in found.items} == {"ocr"}


@needs_scans
@pytest.mark.parametrize("name", ["skewed", "turned"])
def test_places_in_a_scan_that_leans_or_is_turned_are_those_of_the_page_as_displayed(name: str) -> None:
    digital = {(row["page"], row["row"], row["table"], row["measure"]): row for row in read_document(DIGITAL).items}
    turned = 90 if name == "turned" else 0
    size = pdf.read(DIGITAL).pages[0]
    for row in read_document(scan(DIGITAL, PROFILES[name], 1)).items:
        x0, top, x1, bottom = (digital[row["page"], row["row"], row["table"], row["measure"]][side] for side in BOX)
        if turned and row["page"] == 1:
            # What was at the top is at the right after a quarter with the clock.
            x0, top, x1, bottom = size.height - bottom, x0, size.height - top, x1
        elif turned:
            continue
        middle = (x0 + x1) / 2, (top + bottom) / 2
        assert row["x0"] < middle[0] < row["x1"] and row["top"] < middle[1] < row["bottom"]


BOX = ("x0", "top", "x1", "bottom")


def test_without_the_extra_a_scan_is_refused_and_the_reason_says_what_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(which, "_NEEDED", ("no_such_module",))
    found = read_document(scan(DIGITAL, PROFILES["office"], 1))
    assert found.reason.startswith("document.no_text")
    assert "yusuan[scans]" in found.reason and "yusuan[scans]" in found.reason_zh


def test_where_the_file_of_the_model_is_missing_the_reason_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(which, "_MODEL", "no such model.onnx")
    found = read_document(scan(DIGITAL, PROFILES["office"], 1))
    assert found.reason.startswith("document.no_text")
    assert "no such model.onnx" in found.reason and "no such model.onnx" in found.reason_zh


def chances(*steps: str) -> Chances:
    """A line whose steps may be any of the signs given for them, in falling probability."""
    rows = np.full((2 * len(steps), len(SIGNS) + 1), 1e-6)
    rows[1::2, 0] = 1
    for number, signs in enumerate(steps):
        for place, sign in enumerate(signs):
            rows[2 * number, SIGNS.index(sign) + 1] = 0.6 / (place + 1)
    return np.asarray(np.log(rows / rows.sum(axis=1, keepdims=True)), dtype=np.float32)


def test_a_comma_that_looks_like_a_point_is_a_comma_where_its_column_has_two_decimals() -> None:
    line = chances("1", ".,", "2", "3", "4", ".", "5", "0")
    assert likeliest(line, Form(2, True))[0][0] == "1,234.50"
    assert parts("1.234.50") is None


def test_the_form_of_a_column_is_what_nearly_all_of_its_figures_have() -> None:
    assert form_of(["1,234.50", "12.00", "0.30", "7.10", "1.234", "3.00"]) == Form(2, None)
    assert form_of(["2010301", "2010302", "20103"]) == Form(0, False)
    assert form_of(["1.5", "2.50"]) == Form()


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (["家家", "1", "2", "3", "4", "5"], True),
        (["合计", "1", "2", "3", "4"], False),
        (["合计", "1", "2", "3", "4", "6"], False),
        (["合计", "2", "3", "4", "5", "6"], False),
        (["1", "办公费", "2", "3", "4", "5"], False),
        (["〓", "1", "2", "3", "中", "5", "6", "7", "8", "9", "10", "11"], True),
        (["**", "1", "2", "3", "4", "5", "6", "1", "8", "9", "l0", "11"], True),
        (["合计", "1", "2", "3", "12", "13", "14", "15", "16", "17", "18"], False),
    ],
)
def test_a_row_that_counts_its_columns_is_none_of_amounts_whatever_its_first_cell_was_read_as(
    texts: list[str], counts: bool
) -> None:
    assert is_numbering(texts) is counts


def test_a_sign_that_was_hardly_made_out_is_that_of_a_word_of_the_field_where_the_picture_allows_it() -> None:
    sure = (1.0, 1.0, 0.5, 1.0)
    others: list[list[tuple[str, float]]] = [[], [], [("支", 0.3), ("文", 0.1)], []]
    assert "".join(in_words("基本文出", sure, others)) == "基本支出"
    assert "".join(in_words("基本文出", (1.0, 1.0, 0.95, 1.0), others)) == "基本文出"
    assert "".join(in_words("基本文出", sure, [[], [], [("支", 0.01)], []])) == "基本文出"
    # Some look so much alike that the recogniser is sure of the wrong one.
    assert "".join(in_words("财政拔款", (1.0,) * 4, [[]] * 4)) == "财政拨款"
    assert "".join(in_words("拔河比赛", (1.0,) * 4, [[]] * 4)) == "拔河比赛"
    # A name that is no word of the field stays, whatever it is near to.
    assert "".join(in_words("专用设备", (0.5, 0.5, 1.0, 1.0), [[("办", 0.04)], [("公", 0.04)], [], []])) == "专用设备"


def test_a_short_word_is_taken_where_it_is_all_that_stands_in_a_cell() -> None:
    others: list[list[tuple[str, float]]] = [[], [("计", 0.3)]]
    assert "".join(in_words("合让", (1.0, 0.6), others)) == "合计"
    assert "".join(in_words("合让书", (1.0, 0.6, 1.0), [*others, []])) == "合让书"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("般公共预算", "一般公共预算"),
        ("--般公共预算收入", "一般公共预算收入"),
        ("一一般公共预算资金", "一般公共预算资金"),
        ("、般公共服务支出", "一、一般公共服务支出"),
        ("1. 般公共预算", "1. 一般公共预算"),
        ("--、--般公共预算收入", "一、一般公共预算收入"),
        ("一般公共预算", "一般公共预算"),
        ("一、教育支出", "一、教育支出"),
        ("公共预算", "公共预算"),
        ("张三", "张三"),
        ("-335.32", "-335.32"),
    ],
)
def test_the_stroke_of_a_first_word_is_restored_where_it_was_lost_or_misread(text: str, mended: str) -> None:
    off, head = restored(text)
    assert head + text[off:] == mended


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("…、一般公共服务支出", 1),
        ("、事业收入", 0),
        ("【四、资源勘探工业信息等支出", 2),
        ("七、其他支出", None),
        ("1、其他支出", None),
        ("结余、结转", None),
        ("事业收入", None),
        ("：十六、名称不在目录的支出", 3),
        ("二十--、其他支出", 4),
        ("201其他支出", None),
        ("1.其他支出", None),
    ],
)
def test_what_is_left_of_a_numeral_before_a_name_of_the_field_is_known(text: str, lost: int | None) -> None:
    assert counted(text) == ((0, "") if lost is None else (lost, "一"))


@pytest.mark.parametrize("text", ["二十其他支出", "十其他支出", "1・其他支出"])
def test_a_numeral_before_a_name_of_the_field_has_its_mark_again(text: str) -> None:
    off, head = counted(text)
    assert head + text[off:] == "一、其他支出"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("卫.生健康支出", 1),
        ("一、卫.生健康支出", 3),
        ("自然资源海洋气（象等支出", 7),
        ("公共财政拨款（补助）资金", None),
        ("1.卫生健康支出", None),
        ("张.三", None),
    ],
)
def test_a_mark_within_a_name_of_the_field_is_dirt(text: str, place: int | None) -> None:
    assert mark_within(text) == place


def test_a_letter_of_two_upright_strokes_is_one_that_lost_its_level_ones_in_a_word_of_the_field() -> None:
    assert "".join(in_words("项H", (1.0, 0.99), [[]] * 2)) == "项目"
    assert "".join(in_words("功能分类科H编码", (1.0,) * 8, [[]] * 8)) == "功能分类科目编码"
    assert "".join(in_words("H楼", (1.0, 1.0), [[]] * 2)) == "H楼"


def test_a_traditional_sign_is_the_one_that_is_written() -> None:
    assert TRADITIONAL["預"] == "预" and TRADITIONAL["級"] == "级"
    assert not set(TRADITIONAL) & set(TRADITIONAL.values())


@needs_scans
def test_what_recognises_told_its_makers_of_each_use(tmp_path: Path) -> None:
    """And kept a number for the machine in the home folder."""
    code = "from yusuan.pipeline.read.scan.models import recogniser; recogniser()"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    subprocess.run([sys.executable, "-c", code], check=True, env={**environment, "HOME": str(tmp_path)}, cwd=ROOT)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
