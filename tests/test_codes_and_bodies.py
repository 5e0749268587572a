"""Codes and names in one cell, rows of bodies, sums among accounts."""

from __future__ import annotations

from collections.abc import Sequence

from tests import national
from tests.national_form import ALL, amounts, replaced
from tests.small import HEADER, ROWS, TOTAL, captions, expenditure, grid, read, rules
from tests.small import amounts as small_amounts
from typeset import ABOVE, LEFT, Page
from yusuan.pipeline.document.document import Document

BY_BODY: national.Rows = (
    (
        *("部门（单位）代码", "部门（单位）名称", "合计", "本年收入", LEFT, LEFT, LEFT, LEFT),
        *("上年结转结余", LEFT, LEFT),
    ),
    (
        *(ABOVE, ABOVE, ABOVE, "小计", "一般公共预算", "政府性基金预算", "事业收入", "其他收入"),
        *("小计", "一般公共预算", "政府性基金预算"),
    ),
    ("", "合计", "1,325.00", "1,250.00", "1,150.00", "50.00", "30.00", "20.00", "75.00", "65.00", "10.00"),
    ("301", "示例部", "1,325.00", "1,250.00", "1,150.00", "50.00", "30.00", "20.00", "75.00", "65.00", "10.00"),
    ("301001", "示例部本级", "1,200.00", "1,130.00", "1,080.00", "50.00", "", "", "70.00", "60.00", "10.00"),
    ("301002", "示例中心", "125.00", "120.00", "70.00", "", "30.00", "20.00", "5.00", "5.00", ""),
)


def test_revenue_by_body_is_read_and_proved() -> None:
    found = replaced("部门收入总表", BY_BODY, (60, 90, *(66,) * 9))
    own = [item for item in found.items if item["table"] == "revenue_summary"]
    assert {item["classification"] for item in own} == {"administrative"}
    assert {(item["code"], item["level"]) for item in own} == {("", 0), ("301", 1), ("301001", 2), ("301002", 2)}
    measured = amounts(found, "revenue_summary")
    assert measured["301001", "opening_general_public", 2024, "budget"] == 600_000
    assert measured["301001", "general_public", 2024, "budget"] == 10_800_000
    # 使用非财政拨款结余 (5.00) is a source of the summary that this table does not have.
    assert {f.rule for f in found.findings if f.severity == "error"} == {"between.revenue_total"}


def test_titles_of_other_publishers_and_codes_in_three_cells() -> None:
    header = (
        ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "合计", "基本支出", "项目支出"),
        ("类", "款", "项", *(ABOVE,) * 4),
    )
    rows = (
        ("208", "", "", "社会保障和就业支出", "90.00", "90.00", ""),
        ("208", "05", "", "行政事业单位养老支出", "90.00", "90.00", ""),
        ("208", "05", "05", "机关事业单位基本养老保险缴费支出", "90.00", "90.00", ""),
        ("合计", LEFT, LEFT, LEFT, "90.00", "90.00", ""),
    )
    page = national.sheet(
        5, "示例市示范局2024年部门一般公共预算支出情况表", (*header, *rows), (40, 40, 40, 200, 90, 90, 90)
    )
    found = amounts(read(national.cover(), page), "general_public_expenditure")
    assert found["2080505", "basic", 2024, "budget"] == 900_000


def test_sums_of_persons_and_office_are_no_accounts() -> None:
    rows = [
        *national.ECONOMIC[:2],
        ("", "人员经费", "540.00", "540.00", ""),
        *national.ECONOMIC[2:5],
        *national.ECONOMIC[8:10],
    ]
    rows += [("", "公用经费", "150.00", "", "150.00"), *national.ECONOMIC[5:8], national.ECONOMIC[-1]]
    found = replaced("一般公共预算基本支出表", rows)
    assert not [f.message for f in found.findings if f.severity == "error"]
    leaves = [
        i
        for i in found.items
        if i["table"] == "basic_expenditure_by_economic" and i["is_leaf"] and i["measure"] == "total"
    ]
    assert sum(item["amount"] for item in leaves) == 6_900_000


def test_numbers_of_units_that_end_in_zero_are_no_departments() -> None:
    header = national.EXPENDITURE[0]
    head = ("单位代码", "单位名称", *header[2:])
    units = (
        ("101", "示例部", "600.00"),
        ("101009", "九所", "100.00"),
        ("101010", "十所", "200.00"),
        ("101011", "十一所", "300.00"),
    )
    rows = [
        head,
        *((*unit, unit[2], "", "", "", "") for unit in units),
        ("合计", LEFT, "600.00", "600.00", "", "", "", ""),
    ]
    found = [item for item in replaced("部门支出总表", rows).items if item["table"] == "expenditure_summary"]
    assert {item["code"]: item["level"] for item in found if item["code"]} == {
        "101": 1,
        "101009": 2,
        "101010": 2,
        "101011": 2,
    }


def test_zeros_that_fill_the_number_of_a_department_are_none_of_its_units() -> None:
    head = ("单位代码", "单位名称", *national.EXPENDITURE[0][2:])
    units = (("101000", "示例部", "300.00"), ("101001", "一所", "100.00"), ("101002", "二所", "200.00"))
    rows = [
        head,
        *((*unit, unit[2], "", "", "", "") for unit in units),
        ("合计", LEFT, "300.00", "300.00", "", "", "", ""),
    ]
    found = [item for item in replaced("部门支出总表", rows).items if item["table"] == "expenditure_summary"]
    assert {item["code"]: item["level"] for item in found if item["code"]} == {"101000": 1, "101001": 2, "101002": 2}


def coded(form: str) -> Document:
    head = ("功能科目名称", *national.EXPENDITURE[0][2:])
    rows = [(form.format(*row[:2]) if row[1] != LEFT else "合计", *row[2:]) for row in national.EXPENDITURE[1:]]
    return replaced("部门支出总表", [head, *rows], (230, *(80,) * 6))


def test_code_and_name_in_one_cell_however_they_are_parted() -> None:
    whole = amounts(read(*ALL), "expenditure_summary")
    for form in ("{}-{}", "[{}]{}", "{} {}", "{}：{}"):
        found = coded(form)
        assert amounts(found, "expenditure_summary") == whole
        assert {i["item"] for i in found.items if i["code"] == "201"} == {"一般公共服务支出"}


def test_columns_of_numbers_and_remarks_are_known() -> None:
    rows = [[str(n) if n else "序号", *row, ""] for n, row in enumerate(national.EXPENDITURE)]
    rows[0][-1], rows[1][-1] = "备注", "含上年结转"
    found = replaced("部门支出总表", rows, (30, 50, 150, *(75,) * 6, 60))
    assert not [f.message for f in found.findings if f.severity == "error"]


def test_a_row_that_names_the_body_is_no_class() -> None:
    rows = [*national.EXPENDITURE[:1], ("", "示例部", *national.EXPENDITURE[-1][2:]), *national.EXPENDITURE[1:]]
    found = replaced("部门支出总表", rows)
    assert not [f.message for f in found.findings if f.severity == "error"]
    leaves = [
        i for i in found.items if i["table"] == "expenditure_summary" and i["measure"] == "total" and i["is_leaf"]
    ]
    assert sum(item["amount"] for item in leaves) == 13_250_000


def test_the_end_of_a_code_that_no_row_above_begins_is_no_code() -> None:
    first = (
        ("", "", "02", "事业单位医疗", "200.00", "200.00", ""),
        ("", "", "03", "公务员医疗补助", "100.00", "100.00", ""),
    )
    found = read(expenditure((*HEADER, *first, *ROWS, (*TOTAL[:-3], "600.00", "500.00", "100.00"))))
    assert {item["item"]: item["code"] for item in found.items if item["item"].endswith(("医疗", "补助"))} == {
        "事业单位医疗": "",
        "公务员医疗补助": "",
    }
    assert rules(found).count("row.code_cut") == 2
    assert "20103" in {item["code"] for item in found.items}


def test_digits_around_a_part_of_a_code_that_is_no_number_are_no_code() -> None:
    letters = [(*row[:1], "0B" if row[1] else "", *row[2:]) for row in ROWS]
    found = read(expenditure((*HEADER, *letters, TOTAL)))
    assert {item["code"] for item in found.items} == {"", "201"}


def test_letters_before_all_codes_of_a_table_took_them_away_without_a_word() -> None:
    lettered = [("A" + row[0], *row[1:]) for row in ROWS]
    assert small_amounts(read(expenditure([*HEADER, *lettered, TOTAL]))) == small_amounts(read(expenditure()))
    header = (("科目编码", "科目名称", "合计", "基本支出", "项目支出"),)
    widths = (100, 220, 120, 120, 120)
    rows = [("".join(row[:3]), *row[3:]) for row in ROWS]

    def table(letters: Sequence[str]) -> Document:
        own = [(letter + code, *rest) for letter, (code, *rest) in zip(letters, rows, strict=True)]
        return read(Page(captions(), [grid([*header, *own, ("合计", "", *TOTAL[4:])], widths)]))

    assert small_amounts(table("AAAA")) == small_amounts(read(expenditure()))
    # Letters that differ may be parts of the codes.
    found = table("ABAA")
    assert {item["code"] for item in found.items} == {""}
    assert "row.code_unread" in rules(found)


def test_letters_in_the_codes_of_bodies_took_them_away_without_a_word() -> None:
    header = (("预算单位编码", "预算单位名称", "合计", "基本支出", "项目支出"),)
    rows = (
        ("A01", "示例市示范局", *TOTAL[4:]),
        ("A01001", "示例市示范局本级", "200.00", "200.00", ""),
        ("A01002", "示例市水文站", "100.00", "", "100.00"),
        ("合计", "", *TOTAL[4:]),
    )
    found = read(Page(captions("2024年部门支出预算总表"), [grid([*header, *rows], (100, 220, 120, 120, 120))]))
    assert {item["code"] for item in found.items} == {""}
    assert "row.code_unread" in rules(found)
