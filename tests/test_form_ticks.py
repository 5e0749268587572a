"""Tick boxes of forms, printed or drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from unittest.mock import patch

import pytest

from tests import small
from tests.forms import FUNDS, NAME, amounts, head, page, read, said
from tests.odd_forms import PROVED, row
from typeset import Text, TickBox
from yusuan.pipeline.read import pdf
from yusuan.pipeline.read.assemble import assemble
from yusuan.pipeline.read.page import Page as ReadPage
from yusuan.pipeline.read.raw import RawPage


def ticked(text: str) -> list[str]:
    found = read(page(NAME, row("项目类型", text)))
    return [value for field, value in head(found) if field == "project_type"] + [rule for rule, _, _ in said(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("□一次性 ☑经常性", ["经常性"]),
        ("一次性□ 经常性☑", ["经常性"]),
        ("☑一次性 ☑经常性 □其他", ["一次性", "经常性"]),
        ("■一次性 □经常性", ["一次性"]),
        ("一次性（√） 经常性（ ）", ["一次性"]),
        ("□一次性 √经常性", ["经常性"]),
        ("□一次性 ☑经常性 □其他（ ）", ["经常性"]),
        ("□一次性 □经常性", ["form.none_ticked"]),
        ("□一次性 经常性□", ["form.tick_unclear"]),
        ("√一次性 经常性", ["form.tick_unclear"]),
        ("一次性项目 经常性项目", ["form.tick_unclear"]),
    ],
)
def test_ticked_choices(text: str, expected: list[str]) -> None:
    assert ticked(text) == expected


def test_choices_in_cells_of_their_own() -> None:
    found = read(page(NAME, ("项目类型", "□一次性", "☑经常性", "□其他", "备注", "没有")))
    assert head(found)[1:] == [("project_type", "经常性"), ("remark", "没有")]
    assert said(found) == []


def test_a_second_row_of_choices_beside_a_blank_label() -> None:
    found = read(page(NAME, row("项目类型", "□新增项目 ☑经常性项目"), row("", "信息化建设类 □ 政府购买服务 ☑")))
    assert head(found)[1:] == [("project_type", "经常性项目"), ("fund_use", "政府购买服务")]
    assert said(found) == []


MARKS = {
    "": "form.none_ticked",
    "tick": "经常性项目",
    "cross": "经常性项目",
    "fill": "经常性项目",
    "dot": "form.tick_unclear",
}


@pytest.mark.parametrize(("sides", "mark"), list(product(["rect", "lines", "thin_rects"], MARKS)))
def test_drawn_boxes_are_boxes_and_no_cells(sides: str, mark: str) -> None:
    texts = (Text(160, 148, "一次性项目", 9), Text(260, 148, "经常性项目", 9))
    boxes = [TickBox(150, 149, sides=sides), TickBox(250, 149, mark=mark, sides=sides)]  # type: ignore[arg-type]
    found = read(page(NAME, row("项目类型", ""), *FUNDS, texts=texts, boxes=boxes))
    told = [value for field, value in head(found) if field == "project_type"] + [rule for rule, _, _ in said(found)]
    # A mark that ticks nothing for certain is ink without a text as well.
    assert [each for each in told if each != "page.not_text" or mark != "dot"] == [MARKS[mark]]
    assert amounts(found) == PROVED


def test_drawn_boxes_beside_a_table_do_not_disturb_it() -> None:
    plain = small.expenditure()
    boxes = [TickBox(65, 105), TickBox(700, 105, mark="tick"), TickBox(300, 400, sides="lines")]
    assert small.amounts(small.read(replace(plain, boxes=boxes))) == small.amounts(small.read(plain))


def test_a_printed_tick_on_a_box_ticks_it() -> None:
    texts = (Text(150, 148, "□一次性项目", 9), Text(250, 148, "□经常性项目", 9), Text(250, 148, "√", 9))
    found = read(page(NAME, row("项目类型", ""), texts=texts))
    assert head(found)[-1] == ("project_type", "经常性项目")


def test_a_glyph_without_a_meaning_leaves_its_cell_unread() -> None:
    plain = assemble

    def blinded(raw: RawPage) -> ReadPage:
        made = plain(raw)
        glyphs = (char._replace(text="\uf0ff") if char.text == "□" else char for char in made.characters)
        return replace(made, characters=tuple(glyphs))

    with patch.object(pdf, "assemble", blinded):
        found = read(page(NAME, row("项目类型", "□一次性 ☑经常性"), row("项目概况", "好")))
    assert head(found)[1:] == [("summary", "好")]
    assert [rule for rule, _, _ in said(found)] == ["form.not_read"]
