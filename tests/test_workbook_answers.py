"""What the first sheets of a workbook answer, and where they lead."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.workbooks import D, written


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Two years of one body, the text of another publication, and a document that was refused."""
    return written(tmp_path_factory.mktemp("answered"), _lines_of_two_years(), documents=_TWO_YEARS, language="zh")


_TWO_YEARS: list[dict[str, object]] = [
    {"document_id": D, "fiscal_year": 2024},
    {"document_id": "00000000000b", "fiscal_year": 2023},
    {
        "document_id": "00000000000c",
        "entity": "另一单位",
        "tables": 0,
        "other_document": "00000000000d",
    },
    {
        "document_id": "00000000000d",
        "entity": "再一单位",
        "tables": 0,
        "status": "quarantined",
        "reason": "document.no_text: found no text",
        "reason_zh": "没有文字",
    },
]


def _lines_of_two_years() -> list[dict[str, object]]:
    both: dict[str, object] = {"table": "revenue_expenditure_summary", "level": 0, "is_leaf": "false"}
    code: dict[str, object] = {"table": "expenditure_summary"}
    three: dict[str, object] = {"table": "three_public_and_operating", "classification": "three_public"}
    lines: list[dict[str, object]] = []
    for document, year, times in ((D, 2024, 3), ("00000000000b", 2023, 2)):
        of: dict[str, object] = {"document_id": document, "fiscal_year": year}
        own = [
            {**both, "row": 7, "side": "revenue", "item": "收入总计", "amount": f"{100 * times}.00"},
            {**both, "row": 5, "item": "本年支出合计", "amount": f"{90 * times}.00", "status": "in_doubt"},
            {**both, "row": 7, "item": "支出总计", "amount": f"{100 * times}.00", "status": "contradicted"},
            {**code, "row": 1, "level": 1, "code": "201", "item": "一般公共服务支出", "amount": f"{30 * times}.00"},
            {**code, "row": 2, "level": 1, "code": "205", "item": "教育支出", "amount": f"{70 * times}.00"},
            {**code, "row": 3, "level": 3, "code": "2050203", "item": "初中教育", "amount": f"{40 * times}.00"},
            {**code, "row": 9, "level": 0, "item": "合计", "amount": f"{100 * times}.00"},
            {**three, "row": 1, "amount": f"{9 * times}.00"},
            {**three, "row": 1, "measure": "reception", "amount": f"{4 * times}.00"},
        ]
        lines += [{**line, **of} for line in own]
    # What the year before was, as the later document prints it: no answer of its own year.
    return [*lines, {**both, "row": 7, "item": "支出总计", "amount": "1.00", "fiscal_year": 2023}]


def answers_of(book: Any, sheet: str, head: int) -> list[dict[str, Any]]:
    header, *rows = book[sheet].iter_rows(min_row=head)
    names = [cell.value for cell in header]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_the_first_sheet_answers_with_printed_amounts(answered: Any) -> None:
    assert answered.sheetnames[:4] == ["概览", "要点", "目录", "说明"]
    *_, before, now = answers_of(answered, "概览", 5)
    values = {name: cell.value for name, cell in now.items()}
    assert (values["年度"], values["预算／决算"], values["部门或单位"]) == (2024, "预算", "部门")
    assert (values["收入总计"], values["支出总计"]) == (300, 300)
    assert (values["支出比上年增减"], values["增减（%）"]) == (100, 50)
    assert (values["支出最多的类"], values["该类金额"], values["占该表总计（%）"]) == ("教育支出", 210, 70)
    assert (values["最大的项"], values["该项金额"]) == ("初中教育", 120)
    assert (values["“三公”经费合计"], values["公务接待费"], values["公务用车购置及运行费"]) == (27, 12, None)
    assert before["支出比上年增减"].value is None
    assert now["支出总计"].number_format == "#,##0.00"


def test_an_amount_that_answers_leads_to_the_cell_it_comes_from(answered: Any) -> None:
    linked = 0
    for sheet, head in (("概览", 5), ("要点", 4)):
        for row in answers_of(answered, sheet, head):
            for cell in row.values():
                if cell.number_format == "#,##0.00" and cell.hyperlink:
                    name, place = re.fullmatch(r"'(.+)'!(\w+)", cell.hyperlink.location).groups()  # type: ignore[union-attr]
                    assert answered[name][place].value == cell.value
                    linked += 1
    assert linked > 30


def test_what_is_contradicted_or_in_doubt_is_marked_in_words_where_it_answers(answered: Any) -> None:
    *_, now = answers_of(answered, "概览", 5)
    assert now["请注意"].value == "支出总计：有矛盾"
    assert "有矛盾" in now["支出总计"].comment.text
    assert now["收入总计"].comment is None
    of_year = next(r for r in answers_of(answered, "要点", 4) if r["要点"].value == "本年支出")
    assert (of_year["状态"].value, "存疑" in of_year["金额（元）"].comment.text) == ("存疑", True)


def test_a_document_without_figures_says_why_it_has_no_answer(answered: Any) -> None:
    by_body = {row["部门（单位）"].value: row for row in answers_of(answered, "概览", 5)}
    assert by_body["另一单位"]["请注意"].value == "只有文字说明，表格在另一文件"
    assert by_body["再一单位"]["请注意"].value == "未采用：没有文字"
    assert by_body["再一单位"]["文件状态"].value == "未采用"
    assert all(by_body[body]["收入总计"].value is None for body in ("另一单位", "再一单位"))


def test_the_contents_lead_to_where_each_table_of_a_body_begins(answered: Any) -> None:
    rows = answers_of(answered, "目录", 3)
    cell = rows[-1]["支出总表"]
    assert (rows[-1]["年度"].value, cell.value) == (2024, 4)
    name, row = re.fullmatch(r"'(.+)'!A(\d+)", cell.hyperlink.location).groups()  # type: ignore[union-attr]
    assert [answered[name].cell(int(row) + offset, 3).value for offset in (-1, 0)] == [2023, 2024]


def test_documents_published_twice_are_not_compared_with_another_year(tmp_path: Path) -> None:
    again = [*_TWO_YEARS[:2], {"document_id": "00000000000e", "fiscal_year": 2023}]
    book = written(tmp_path, _lines_of_two_years(), documents=again, language="zh")
    rows = answers_of(book, "概览", 5)
    assert [row["支出比上年增减"].value for row in rows] == [None, None, None]
    assert [("2 份文件" in (row["请注意"].value or "")) for row in rows] == [True, True, False]


def test_rows_of_several_bodies_are_not_added_up(tmp_path: Path) -> None:
    """支出总表 with the same 类 for each of two bodies, and “三公” of two bodies without a total of both."""
    three: dict[str, object] = {"table": "three_public_and_operating", "classification": "administrative", "level": 1}
    lines: list[dict[str, object]] = [
        {"row": 1, "level": 1, "code": "201", "item": "一般公共服务支出", "body": "甲", "amount": "5.00"},
        {"row": 2, "level": 1, "code": "201", "item": "一般公共服务支出", "body": "乙", "amount": "6.00"},
        {**three, "row": 1, "item": "甲", "amount": "1.00"},
        {**three, "row": 2, "item": "乙", "amount": "2.00"},
    ]
    book = written(tmp_path, lines, language="zh")
    (row,) = answers_of(book, "概览", 5)
    assert (row["支出最多的类"].value, row["支出总计"].value, row["“三公”经费合计"].value) == (None, None, None)
    # The name of the body stands in the table.
    header = [cell.value for cell in book["支出总表"][3]]
    assert [cell.value for cell in book["支出总表"]["ABCDEFGHIJKLMNOP"[header.index("body")]]][3:] == ["甲", "乙"]


def test_what_is_no_class_by_its_name_does_not_answer_what_the_money_is_for(tmp_path: Path) -> None:
    """收支总表 of Xi'an: the first row of the list by function is 部门预算, which is all of it."""
    row: dict[str, object] = {"table": "revenue_expenditure_summary", "level": 1}
    lines = [
        {**row, "row": 1, "item": "部门预算", "amount": "9.00"},
        {**row, "row": 2, "item": "教育支出", "amount": "8.00"},
    ]
    (answer,) = answers_of(written(tmp_path, lines, language="zh"), "概览", 5)
    assert answer["支出最多的类"].value is None
