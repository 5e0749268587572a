"""Pages around the tables: covers, contents, titles, headings and the list of units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from typeset.layouts import LAYOUTS
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.page import Page
from typeset.prose import contents, prose
from typeset.samples import pages

(FINAL,) = (layout for layout in LAYOUTS if layout.stage == "final")


def texts(page: Page) -> list[str]:
    return [text.text for text in page.texts]


def test_the_stage_is_in_names_and_titles() -> None:
    budget = replace(FINAL, stage="budget")
    assert (budget.name, FINAL.name) == ("2024", "2024_final")
    assert budget.path == "2024/上海市普陀区财政局（部门）.pdf"
    assert FINAL.path == "2024/上海市普陀区财政局（部门）决算.pdf"
    assert (budget.title, FINAL.title) == ("上海市普陀区财政局2024年预算", "上海市普陀区财政局2024年度部门决算")


def test_no_publisher_above_the_tables_of_a_final_account() -> None:
    with_tables = [page for page in pages(FINAL) if "单位：万元" in texts(page)]
    assert len(with_tables) == len(FINAL.tables)
    assert not any("编制" in text or text.startswith("：") for page in with_tables for text in texts(page))


def test_a_title_that_breaks_moves_what_follows_down() -> None:
    layout = ProseLayout()
    (one,) = prose(layout, "决算情况说明", ["正文"])
    (two,) = prose(layout, "决算情况\n说明", ["正文"])
    assert (texts(one), texts(two)) == (["决算情况说明", "正文"], ["决算情况", "说明", "正文"])
    assert two.texts[2].y - one.texts[1].y == pytest.approx(two.texts[1].y - two.texts[0].y)


def test_a_heading_is_larger_and_not_indented() -> None:
    layout = ProseLayout()
    (page,) = prose(layout, "", ["# 一、主要职能", "正文"])
    heading, text = page.texts
    assert (heading.text, heading.x, heading.size) == ("一、主要职能", layout.left, layout.heading_size)
    assert (text.x, text.size) == (layout.left + 2 * layout.size, layout.size)


def test_contents_of_parts_go_on_on_the_next_page() -> None:
    layout = replace(FINAL, prose=replace(FINAL.prose, bottom=200))
    first, second = contents(layout, ["目 录", "第一部分 概况", "一、主要职能", "二、构成", "第二部分 决算表"])
    assert texts(first) == ["目 录", "第一部分 概况", "一、主要职能", "二、构成"]
    assert (texts(second), second.texts[0].y) == (["第二部分 决算表"], layout.prose.title_y)


def with_units_at(y: float) -> DocumentLayout:
    assert FINAL.units
    return replace(FINAL, units=replace(FINAL.units, y=y))


def test_units_on_top_of_prose_are_refused() -> None:
    with pytest.raises(ValueError, match=r"2024_final: prose down to 2\d\d\.\d, but the units begin at 150\.0"):
        pages(with_units_at(150))


def test_words_with_units_need_their_layout() -> None:
    with pytest.raises(ValueError, match="2024_final: the words have a list of units, the layout has none"):
        pages(replace(FINAL, units=None))
