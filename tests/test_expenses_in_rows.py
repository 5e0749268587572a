"""The three public expenses in rows instead of columns."""

from __future__ import annotations

from tests import national, sheets
from tests.national_form import ALL, amounts, replaced
from tests.small import read, rules
from typeset import ABOVE, LEFT, Page
from yusuan.pipeline.document.document import Document

LIST: national.Rows = (
    ("项目", "2023年预算数", "2024年预算数", "增减%"),
    ("“三公”经费合计", "62.00", "58.00", "-6.45"),
    ("1.因公出国（境）费用", "20.00", "20.00", "0.00"),
    ("2.公务接待费", "10.00", "8.00", "-20.00"),
    ("3.公务用车购置及运行维护费", "32.00", "30.00", "-6.25"),
    ("其中：（1）公务用车购置费", "", "", ""),
    ("（2）公务用车运行维护费", "32.00", "30.00", "-6.25"),
)
LIST_WIDTHS = (240, 120, 120, 120)


def listed(rows: national.Rows) -> Document:
    return replaced("一般公共预算“三公”经费支出表", rows, LIST_WIDTHS)


def test_expenses_in_rows_are_the_same_as_in_columns() -> None:
    table = "three_public_and_operating"
    found = listed(LIST)
    assert rules(found) == []
    assert amounts(found, table) == amounts(read(*ALL), table)
    lines = [item for item in found.items if item["table"] == table]
    assert {item["status"] for item in lines} == {"proved"}
    assert [(item["row"], item["measure"]) for item in lines if item["fiscal_year"] == 2024] == [
        *((1, "total"), (2, "overseas_travel"), (3, "reception"), (4, "vehicles"), (6, "vehicle_operation"))
    ]
    tops = [item["top"] for item in lines if item["fiscal_year"] == 2024]
    assert tops == sorted(set(tops))


def test_a_slip_in_a_list_that_one_sum_tells_of_is_no_proof_and_accuses_nobody() -> None:
    found = listed((*LIST[:3], ("2.公务接待费", "10.00", "9.00", ""), *LIST[4:]))
    (finding,) = [finding for finding in found.findings if finding.rule == "table.sums_unclear"]
    assert "row_sum.total in 1 of 2 cases" in finding.message
    statuses = {
        item["measure"]: item["status"]
        for item in found.items
        if item["table"] == finding.table and item["fiscal_year"] == 2024
    }
    assert "contradicted" not in statuses.values()
    assert "in_doubt" not in statuses.values()


def test_a_list_with_a_row_more_is_not_read_because_its_total_may_be_another() -> None:
    found = listed((*LIST, ("某某费", "5.00", "5.00", "0.00")))
    (finding,) = [finding for finding in found.findings if finding.rule == "row.unknown"]
    assert finding.row == 7
    assert "某某费" in finding.message
    assert not amounts(found, "three_public_and_operating")


def test_a_list_that_names_a_row_twice_is_not_read() -> None:
    found = listed((*LIST, LIST[3]))
    assert "row.unknown" in rules(found)
    assert not amounts(found, "three_public_and_operating")


def test_an_amount_of_a_list_that_is_none_is_named_by_its_row() -> None:
    found = listed((*LIST[:3], ("2.公务接待费", "10.00", "8,00", ""), *LIST[4:]))
    (finding,) = [finding for finding in found.findings if finding.rule == "amount.not_a_number"]
    assert (finding.row, finding.measure) == (3, "reception")
    found_amounts = amounts(found, "three_public_and_operating")
    assert ("", "reception", 2024, "budget") not in found_amounts
    assert found_amounts["", "reception", 2023, "budget"] == 100_000
    open_ = [i for i in found.items if i["table"] == finding.table and i["measure"] == "total"]
    assert {item["fiscal_year"]: item["status"] for item in open_}[2023] == "proved"


def test_a_list_goes_on_over_pages() -> None:
    title = "一般公共预算“三公”经费支出表"
    pages = national.sheets()
    first = national.sheet(7, title, LIST[:4], LIST_WIDTHS)
    second = Page([], national.sheet(7, title, (LIST[0], *LIST[4:]), LIST_WIDTHS).grids)
    number = list(national.TABLES).index(title)
    found = read(national.cover(), *pages[:number], first, second, *pages[number + 1 :])
    assert amounts(found, "three_public_and_operating") == amounts(listed(LIST), "three_public_and_operating")
    own = {i["measure"]: i["page"] for i in found.items if i["table"] == "three_public_and_operating"}
    assert own["vehicles"] == own["total"] + 1


def test_above_the_three_stands_what_is_spent_on_meetings_and_training_as_well() -> None:
    rows = (
        ("项目", "2026年预算数", LEFT, LEFT),
        (ABOVE, "合计", "一般公共预算", "政府性基金预算"),
        ("合计", "8.00", "8.00", ""),
        ("一、“三公”经费小计", "5.00", "5.00", ""),
        ("（一）因公出国（境）经费", "", "", ""),
        ("（二）公务接待费", "1.00", "1.00", ""),
        ("（三）公务用车费", "4.00", "4.00", ""),
        ("二、会议费", "1.00", "1.00", ""),
        ("三、培训费", "2.00", "2.00", ""),
    )
    found = sheets.read(sheets.COVER, sheets.sheet("财政拨款“三公”经费、会议费和培训费支出情况表", rows))
    read_as = {(item["row"], item["measure"]): item["printed"] for item in found.items}
    assert read_as[1, "three_public_and_meetings"] == "8.00"
    assert read_as[2, "total"] == read_as[2, "general_public"] == "5.00"
    assert read_as[6, "meetings"] == read_as[6, "meetings_general_public"] == "1.00"
    assert [row["printed"] for row in found.others] == ["8.00"]  # no measure is that of one fund
    assert "table.sums_unclear" not in rules(found)


def test_numbers_of_lines_are_no_amounts_where_some_are_left_out() -> None:
    rows = (
        ("项目", "行次", "决算数"),
        ("栏次", "", "1"),
        ("（一）支出合计", "2", "8.00"),
        ("1.因公出国（境）费", "3", ""),
        ("2.公务用车购置及运行维护费", "4", "6.00"),
        ("3.公务接待费", "7", "2.00"),
        ("（1）国内接待费", "8", "2.00"),
        ("二、机关运行经费", "22", "28.00"),
    )
    found = sheets.read(sheets.COVER, sheets.sheet("财政拨款“三公”经费支出决算表", rows))
    assert [(item["measure"], item["printed"]) for item in found.items] == [
        *(("total", "8.00"), ("vehicles", "6.00"), ("reception", "2.00"), ("agency_operating", "28.00"))
    ]
    assert [(row["row_names"], row["printed"]) for row in found.others] == [("（1）国内接待费", "2.00")]


def test_the_name_of_a_fund_does_not_tell_that_a_document_is_a_budget() -> None:
    rows = (
        ("项目", "预算数", "决算统计数"),
        ("支出合计", "12.00", "8.00"),
        ("1.因公出国（境）费", "1.00", ""),
        ("2.公务用车购置及运行维护费", "8.00", "6.00"),
        ("3.公务接待费", "3.00", "2.00"),
    )
    cover = sheets.body("示例市示范局", "2026年度部门决算")
    found = sheets.read(cover, sheets.sheet("一般公共预算财政拨款“三公”经费情况表", rows))
    assert {item["stage"] for item in found.items} == {"final"}
    assert {item["fiscal_year"] for item in found.items} == {2026}
