"""Words that do not fit their cell and run over the cells beside it: as spreadsheets print them."""

from __future__ import annotations

import pytest

from tests import small
from tests.handmade import one_page, shown
from typeset import LEFT, Grid
from typeset import Page as Typeset
from yusuan.pipeline.layout.cells import PageLayout, arrange
from yusuan.pipeline.read.page import Character, Page, Rule
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import READERS, Reader
from yusuan.pipeline.understand.enumerators import strip_enumerator

SIZE = 10.0
COLUMNS = (50, 107, 154, 300)
"""Cells 57, 47 and 146 points wide."""


def text(said: str, x: float) -> list[Character]:
    """Letters side by side from `x`, as wide as high; signs of ASCII half as wide."""
    found = []
    for letter in said:
        wide = SIZE / 2 if letter.isascii() else SIZE
        found.append(Character(letter, x, 105, x + wide, 105 + SIZE))
        x += wide
    return found


def cells(*texts: list[Character]) -> list[tuple[str, bool]]:
    """The text of each cell of a row of three, and whether it is one whose text runs over."""
    rules = [Rule("vertical", x, 100, 120) for x in COLUMNS]
    rules += [Rule("horizontal", y, COLUMNS[0], COLUMNS[-1]) for y in (100, 120)]
    page = Page(1, 600, 800, tuple(char for one in texts for char in one), tuple(rules), 0, 0)
    return [(cell.text, cell.overrun) for cell in arrange(page).grids[0].row(0)]


NAME = "商品和服务支出情况"


@pytest.mark.parametrize(
    ("x", "cell"),
    [(52, 0), (154 - 2 - 90, 1), (130.5 - 45, 1)],
    ids=["at the left end", "at the right end", "in the middle"],
)
def test_a_name_that_ran_over_a_border_was_cut_into_two(x: float, cell: int) -> None:
    found = cells(text(NAME, x), text("1.00", 270))
    assert [said for said, _ in found] == [NAME if at == cell else "" for at in range(2)] + ["1.00"]
    assert not any(over for _, over in found)


def test_two_texts_printed_over_each_other_were_shuffled() -> None:
    found = cells(text(NAME, 52), text("第二栏", 110), text("1.00", 270))
    assert [said for said, _ in found] == [NAME, "第二栏", "1.00"]


def test_texts_that_only_touch_at_a_border_are_two() -> None:
    found = cells(text("一般公共预", 57), text("算支出", 107), text("1.00", 270))
    assert [said for said, _ in found] == ["一般公共预", "算支出", "1.00"]


def test_a_number_that_runs_over_a_border_is_in_neither_cell_surely() -> None:
    found = cells(text("123456789012345", 60), text("1.00", 270))
    assert [over for _, over in found] == [True, True, False]


def test_a_name_that_may_be_of_either_cell_stays_as_it_stands() -> None:
    # It begins at the left end of the first cell and stands in the middle of the second as well.
    wide = (50, 100, 210, 300)
    rules = [Rule("vertical", x, 100, 120) for x in wide]
    rules += [Rule("horizontal", y, wide[0], wide[-1]) for y in (100, 120)]
    said = "甲" * 21
    page = Page(1, 600, 800, tuple(text(said, 51)), tuple(rules), 0, 0)
    row = arrange(page).grids[0].row(0)
    assert all(cell.text != said for cell in row)


BOX = (
    "200 200 m 260 200 l 400 200 l 200 350 m 260 350 l 400 350 l "
    "200 200 m 200 350 l 260 200 m 260 350 l 400 200 m 400 350 l S "
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("x", "clip"), [(205, "200 290 60 30"), (225, "260 290 140 30")], ids=["behind", "before"])
def test_the_clipped_part_of_a_name_stood_among_the_words_of_the_next_cell(reader: Reader, x: int, clip: str) -> None:
    name = "商品和服务支出"
    other = 270 if x == 205 else 205
    content = (
        f"{BOX} q {clip} re W n BT /F1 10 Tf {x} 300 Td {shown(name)} Tj ET Q "
        f"BT /F1 10 Tf {other} 300 Td {shown('支出')} Tj ET"
    )
    layout: PageLayout = arrange(read(one_page(content), reader).pages[0])
    texts = [cell.text for cell in layout.grids[0].cells]
    assert texts == ([name, "支出"] if x == 205 else ["支出", name])


def test_names_that_ran_over_into_those_of_the_rows_beside_them_were_proved() -> None:
    header = (("收入", LEFT, "支出", LEFT), ("项目", "预算数", "项目", "预算数"))
    rows = (
        ("一、一般公共预算拨款收入", "200.00", "一、教育支出", "100.00"),
        ("二、政府性基金预算拨款收入", "100.00", "二、卫生健康支出", "60.00"),
        ("三、其他收入", "60.00", "三、住房保障支出", "200.00"),
        ("收入总计", "360.00", "支出总计", "360.00"),
    )
    ruled = Grid(60, 120, (70, 120, 140, 120), 12, (*header, *rows), size=10, grow=False)
    found = small.read(Typeset(small.captions("2024年部门收支预算总表"), [ruled]))
    assert "row.crosses_rule" in small.rules(found)
    named = {item["item"]: item["status"] for item in found.items}
    printed = {strip_enumerator(name)[0] for row in rows for name in row[::2]}
    assert not [name for name, status in named.items() if status == "proved" and name not in printed]
    assert named["卫生健康支出"] == "proved"
