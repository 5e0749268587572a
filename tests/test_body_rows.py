"""Bodies in rows of their own, with their accounts below, in tables without codes."""

from __future__ import annotations

from dataclasses import replace

from tests.sheets import COVER, Rows, read, sheet

TITLE = "基本支出预算表"
HEADER = ("单位（科目）名称", "合计", "财政拨款")


def listed(*bodies: str, indent: str = "　") -> Rows:
    """A body of ten of wages and one of goods for each name."""
    rows: list[tuple[str, ...]] = [HEADER, ("合计", f"{11.5 * len(bodies):.2f}", f"{11.5 * len(bodies):.2f}")]
    for body in bodies:
        rows += [
            (body, "11.50", "11.50"),
            (f"{indent}工资福利支出", "10.30", "10.30"),
            (f"{indent}商品和服务支出", "1.20", "1.20"),
        ]
    return rows


def bodies_of(rows: Rows) -> list[tuple[str, str]]:
    """Name and body of each row that is no total."""
    page = sheet(TITLE, rows)
    (grid,) = page.grids
    found = read(COVER, replace(page, grids=[replace(grid, align="lrr")]))
    return [(item["item"], item["body"]) for item in found.items if item["measure"] == "total"][1:]


def test_a_body_whose_name_ends_as_no_known_one_was_an_account_of_the_body_above_it() -> None:
    """Its rows were those of another body, in silence; it begins where bodies begin, accounts begin further right."""
    names = ("示例市示范局本级", "示例市示范交换坊（公报组编辑）", "示例市示范中心")
    assert bodies_of(listed(*names)) == [
        (item, name) for name in names for item in (name, "工资福利支出", "商品和服务支出")
    ]


def test_what_begins_where_accounts_begin_is_no_body() -> None:
    rows = listed("示例市示范局本级", "示例市示范中心")
    rows = [("　奇怪的支出" if row[0] == "　商品和服务支出" else row[0], *row[1:]) for row in rows]
    assert {body for item, body in bodies_of(rows) if item == "奇怪的支出"} == {"示例市示范局本级", "示例市示范中心"}


def test_without_steps_to_the_right_what_stands_below_a_name_tells_that_it_is_a_body() -> None:
    names = ("示例市示范局本级", "示例市示范交换坊", "示例市示范中心")
    assert ("工资福利支出", "示例市示范交换坊") in bodies_of(listed(*names, indent=""))
    rows = listed("示例市示范局本级", "示例市示范中心", indent="")
    rows = [("奇怪的支出" if row[0] == "商品和服务支出" else row[0], *row[1:]) for row in rows]
    assert {body for item, body in bodies_of(rows) if item == "奇怪的支出"} == {"示例市示范局本级", "示例市示范中心"}
