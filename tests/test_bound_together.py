"""Files in which several publications are bound together: read as the one that they are most of, nobody accused."""

from __future__ import annotations

from tests.small import HEADER, ROWS, TOTAL, expenditure, read, rules
from typeset import LEFT, Page, Text
from yusuan.pipeline.document.document import Document

TWICE = tuple(tuple(f"{float(cell) * 2:.2f}" if "." in cell else cell for cell in row) for row in (*ROWS, TOTAL))
NAMES = ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称")
INCOME = (HEADER[0], (*NAMES, "合计", "财政拨款收入", "其他收入"), HEADER[2])
BODY = "编制部门：示例市示范局"


def publication(year: int, rows: tuple[tuple[str, ...], ...], kind: str = "预算", entity: str = BODY) -> list[Page]:
    said = Text(80, 80, f"{year}年支出{kind}{rows[0][4]}元。")
    return [
        Page([Text(421, 50, "情况说明", 18, "center"), said]),
        expenditure((*HEADER, *rows), title=f"{year}年部门支出{kind}总表", entity=entity),
        expenditure((*INCOME, *rows), title=f"{year}年部门收入{kind}总表", entity=entity),
    ]


def accused(found: Document) -> list[str]:
    return [finding.rule for finding in found.findings if finding.cause == "publisher" and finding.rule in rules(found)]


OWN = publication(2024, (*ROWS, TOTAL))


def test_the_budget_of_another_year_behind_one_was_proved_as_of_that_year() -> None:
    found = read(*OWN, *OWN[1:], *publication(2023, TWICE))
    assert {(item["fiscal_year"], item["page"]) for item in found.items} == {(2024, 2), (2024, 3)}
    assert {item["page"] for item in found.others} >= {7, 8}
    assert "document.bound_together" in rules(found)
    assert not accused(found)


def test_the_account_behind_a_budget_was_proved_as_one() -> None:
    found = read(*OWN, *publication(2024, TWICE, "决算"))
    assert {item["page"] for item in found.items} == {2, 3}
    assert {item["page"] for item in found.others} == {5, 6}
    assert "document.bound_together" in rules(found)
    assert not accused(found)


def test_the_budget_of_a_unit_behind_its_departments_accused_it_of_two_names() -> None:
    found = read(*OWN, *publication(2024, TWICE, entity="编制单位：示例市示范中心"))
    assert {(item["page"], item["body"]) for item in found.items} == {
        *((page, "") for page in (2, 3)),
        *((page, "示例市示范中心") for page in (5, 6)),
    }
    assert "document.bound_together" in rules(found)
    assert not accused(found)


def test_a_table_of_another_year_beside_the_same_of_its_own_was_proved_as_of_that() -> None:
    found = read(*OWN, expenditure((*HEADER, *TWICE), title="2023年部门支出预算总表"))
    assert {item["page"] for item in found.items} == {2, 3}
    assert "table.of_another" in rules(found)
    assert "document.bound_together" not in rules(found)


def test_a_year_that_was_left_in_one_title_takes_no_table_away() -> None:
    found = read(*OWN[:2], expenditure((*INCOME, *ROWS, TOTAL), title="2023年部门收入预算总表"), *OWN[:1])
    assert {item["page"] for item in found.items} == {2, 3}
    assert "document.years_differ" in accused(found)
