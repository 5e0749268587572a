"""Tables that a publisher prints as they were and as corrected."""

from __future__ import annotations

import pytest

from tests.small import HEADER, ROWS, TITLE, TOTAL, amounts, captions, expenditure, grid, read, rules
from typeset import LEFT, Page, Text

RIGHT = amounts(read(expenditure()))
WRONG = (
    ("201", "", "", "一般公共服务支出", "290.00", "200.00", "90.00"),
    ("201", "03", "", "政府办公厅（室）及相关机构事务", "290.00", "200.00", "90.00"),
    ROWS[2],
    ("201", "03", "02", "一般行政管理事务", "90.00", "", "90.00"),
    ("合计", LEFT, LEFT, LEFT, "290.00", "200.00", "90.00"),
)


def pages(before: str, after: str, where: str) -> list[Page]:
    """The wrong table and the right one, each with what says so in its title, above it, or on a page of its own."""
    found = []
    for said, rows in ((before, WRONG), (after, (*ROWS, TOTAL))):
        title = {"behind": f"{TITLE}（{said}）", "before": f"{said}{TITLE}"}.get(where, TITLE)
        above = [*captions(title=title), *([Text(60, 30, f"（{said}）")] if where == "above" else [])]
        found += [Page([Text(100, 100, f"一、{said}的报表")], [])] if where == "page" else []
        found.append(Page(above, [grid((*HEADER, *rows))]))
    return found


@pytest.mark.parametrize("where", ["behind", "before", "above", "page"])
@pytest.mark.parametrize("word", ["更正", "修订"])
def test_a_table_counted_as_it_was_before_it_was_corrected(where: str, word: str) -> None:
    found = read(*pages(f"{word}前", f"{word}后", where))
    assert amounts(found) == RIGHT
    assert {item["status"] for item in found.items} == {"proved"}
    assert rules(found) == ["table.superseded"]
    assert {row["title"] for row in found.others} == {f"{TITLE}（{word}前）"}
    assert len(found.others) == len(RIGHT)


def test_the_corrected_table_counts_where_it_stands_first() -> None:
    before, after = pages("更正前", "更正后", "behind")
    assert amounts(read(after, before)) == RIGHT


def test_a_table_that_is_only_said_to_be_the_corrected_one_is_read() -> None:
    assert amounts(read(pages("更正前", "更正后", "behind")[1])) == RIGHT
    assert amounts(read(pages("调整前", "调整后", "behind")[1])) == {}


def test_tables_without_a_title_were_taken_for_the_same_one_corrected() -> None:
    first, second = (
        Page([Text(60, 30, said)], [grid((("指标", "数量"), (what, number)), (200, 200))])
        for said, what, number in (("更正前", "房屋", "3"), ("更正后", "车辆", "5"))
    )
    found = read(first, second, expenditure())
    assert "table.superseded" not in rules(found)
    assert {row["title"] for row in found.others} <= {""}


def test_a_table_counted_beside_the_corrected_one_where_only_one_of_them_names_the_body() -> None:
    before = Page(captions(title=f"{TITLE}（更正前）", entity=""), [grid((*HEADER, *WRONG))])
    found = read(before, pages("更正前", "更正后", "behind")[1])
    assert amounts(found) == RIGHT
    assert len(found.items) == len(RIGHT)
    assert rules(found) == ["table.superseded"]


def test_a_table_as_it_was_before_it_was_corrected_was_read_without_a_word() -> None:
    found = read(pages("更正前", "更正后", "behind")[0])
    assert len(found.items) == len(RIGHT)
    assert rules(found) == ["table.uncorrected"]
    assert "更正前" in found.findings[0].message
