"""Figures read from pictures: put right where sums and the picture agree, and proved by two identities."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import inf
from types import SimpleNamespace
from typing import Any

import pytest

import typeset
from tests import national, scanned, small
from tests.scanned import Misread, pictured
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.extract.records import Record
from yusuan.pipeline.layout.unread import UNREAD
from yusuan.pipeline.read.page import Ink, Page
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.reading import Reading
from yusuan.pipeline.repair import statuses
from yusuan.pipeline.repair.alternatives import alternatives
from yusuan.pipeline.repair.names import _official
from yusuan.pipeline.repair.unsure_rows import _declared, _is_composed, _is_near

Cell = tuple[str, str]
"""Code, of a grand total empty, and measure."""


def status(found: Document) -> dict[Cell, str]:
    return {(item["code"], item["measure"]): item["status"] for item in found.items}


def amount(found: Document, code: str, measure: str) -> dict[str, object]:
    return next(item for item in found.items if (item["code"], item["measure"]) == (code, measure))


def named(found: Document, rule: str) -> list[str]:
    return [finding.message for finding in found.findings if finding.rule == rule]


# In the small table: 300.00 = 200.00 + 100.00 in rows 1, 2 and 5 (201, 20103, the total), then 200.00 and 100.00.


def test_a_digital_document_says_text_and_nothing_of_pictures() -> None:
    found = small.read(small.expenditure())
    assert {(item["read"], item["read_as"]) for item in found.items} == {("text", "")}
    assert small.rules(found) == []


def test_a_page_read_from_a_picture_says_so_and_its_picture_is_no_content_of_its_cells() -> None:
    found = scanned.document(small.expenditure())
    assert {item["read"] for item in found.items} == {"ocr"}
    assert {item["status"] for item in found.items} == {"proved"}
    assert small.rules(found) == ["page.scanned"]
    assert "22 figures" in named(found, "page.scanned")[0]
    assert all(finding.cause == "reader" and finding.severity == "warning" for finding in found.findings)


def test_only_the_pages_that_were_read_from_pictures_say_so() -> None:
    cover = typeset.Page([typeset.Text(421, 100, "2024年部门预算", 18, "center")])
    found = scanned.document(cover, small.expenditure(), only=[1])
    assert {item["read"] for item in found.items} == {"text"}


def test_a_misread_figure_is_put_right_and_keeps_what_was_read() -> None:
    found = scanned.document(small.expenditure(), misread={("200.00", 0): Misread("208.00")})
    item = amount(found, "201", "basic")
    assert (item["amount"], item["printed"], item["read"], item["read_as"]) == (200, "200.00", "ocr_repaired", "208.00")
    assert item["status"] == "proved"
    assert sum(item["read"] == "ocr_repaired" for item in found.items) == 1
    (finding,) = [finding for finding in found.findings if finding.rule == "amount.repaired"]
    assert "was read as 208.00" in finding.message and "put right to 200.00" in finding.message
    assert "row_sum.total" in finding.message and "识别为 208.00，已改正为 200.00" in finding.message_zh
    assert (finding.printed, finding.severity, finding.cause) == ("200.00", "warning", "reader")
    assert finding.box is not None and finding.box[0] == item["x0"]


def test_an_error_in_print_whose_picture_is_clear_stays_as_it_is_printed() -> None:
    found = scanned.document(small.expenditure(), misread={("200.00", 0): Misread("208.00", inf)})
    item = amount(found, "201", "basic")
    assert (item["amount"], item["read"], item["status"]) == (208, "ocr", "contradicted")
    assert not named(found, "amount.repaired")


def test_a_picture_that_hardly_allows_it_mends_nothing() -> None:
    found = scanned.document(small.expenditure(), misread={("200.00", 0): Misread("208.00", 6.5)})
    assert amount(found, "201", "basic")["read"] == "ocr"


def test_a_figure_of_one_failing_sum_is_left() -> None:
    rows = (*small.HEADER, ("201", "", "", "一般公共服务支出", "300.00", "200.00", "100.00"))
    found = scanned.document(small.expenditure(rows), misread={("200.00", 0): Misread("208.00")})
    assert amount(found, "201", "basic")["read"] == "ocr"
    assert amount(found, "201", "basic")["status"] != "proved"


def test_nobody_is_accused_of_what_may_be_misread_though_it_is_not_repaired() -> None:
    # In this document a row sum that fails is the publisher's error; one alone does not repair anything.
    pages = national.cover(), national.sheets()[7]
    clear = scanned.document(*pages, misread={("60.00", 0): Misread("67.00", inf)})
    (item,) = [item for item in clear.items if item["printed"] == "67.00"]
    assert named(clear, "row_sum.total") and item["status"] == "contradicted"
    near = scanned.document(*pages, misread={("60.00", 0): Misread("67.00")})
    (item,) = [item for item in near.items if item["printed"] == "67.00"]
    assert not named(near, "row_sum.total") and (item["read"], item["status"]) == ("ocr", "in_doubt")
    assert "was read as 67.00, and its picture may as well be 60.00" in named(near, "amount.unsure")[0]
    assert (
        "识别为 67.00，图片也可以读作 60.00" in next(f for f in near.findings if f.rule == "amount.unsure").message_zh
    )


def test_nobody_is_accused_of_a_stroke_of_a_stamp_where_nothing_is_printed() -> None:
    rows = [list(row) for row in (*small.HEADER, *small.ROWS, small.TOTAL)]
    rows[5][6] = "1"
    printed = small.read(small.expenditure(rows))
    assert status(printed)["2010301", "project"] == "contradicted"
    found = scanned.document(small.expenditure(rows))
    assert status(found)["2010301", "project"] == "in_doubt"
    assert any("a stroke of a stamp" in said for said in named(found, "amount.unsure"))
    assert all(finding.cause == "reader" for finding in found.findings if finding.rule not in small.SMALL)


def test_copies_that_are_misread_alike_are_put_right_together() -> None:
    # The basic expenditure of 201 and of 20103, which are one figure, and not that of the finer row and of the total.
    misread = {("200.00", 0): Misread("208.00"), ("200.00", 1): Misread("208.00")}
    found = scanned.document(small.expenditure(), misread=misread)
    assert [amount(found, code, "basic")["amount"] for code in ("201", "20103")] == [200, 200]
    assert sum(item["read"] == "ocr_repaired" for item in found.items) == 2


def test_what_two_figures_would_mend_as_well_is_left() -> None:
    # In two rows of the same figures 208.00 was read for 200.00; if the picture of 300.00 may be 308.00, who is wrong?
    rows = (
        *small.HEADER,
        ("201", "", "", "一般公共服务支出", "300.00", "200.00", "100.00"),
        ("201", "03", "", "政府办公厅（室）及相关机构事务", "300.00", "200.00", "100.00"),
        *((f"2{at}", "", "", "农林水支出", f"{at + 1}.00", f"{at}.00", "1.00") for at in range(10, 19)),
    )
    misread = {("200.00", at): Misread("208.00") for at in (0, 1)}
    sure = scanned.document(small.expenditure(rows), misread=misread)
    assert [amount(sure, code, "basic")["read_as"] for code in ("201", "20103")] == ["208.00", "208.00"]
    misread |= {("300.00", at): Misread("300.00", 3.0, "308.00") for at in (0, 1)}
    unsure = scanned.document(small.expenditure(rows), misread=misread)
    assert {item["read"] for item in unsure.items} == {"ocr"}
    assert "proved" not in {amount(unsure, "201", measure)["status"] for measure in ("total", "basic")}


def test_a_blank_cell_is_never_filled_and_a_zero_never_changed() -> None:
    # The project expenditure of 行政运行 is blank; 8.00 there would mend its row, its column and nothing else.
    rows = [list(row) for row in (*small.HEADER, *small.ROWS, small.TOTAL)]
    rows[5][4], rows[4][4], rows[3][4], rows[7][4] = "208.00", "308.00", "308.00", "308.00"
    rows[4][6], rows[3][6], rows[7][6] = "108.00", "108.00", "108.00"
    blank = scanned.document(small.expenditure(rows))
    assert ("2010301", "project") not in status(blank)
    rows[5][6] = "0.00"
    zero = scanned.document(small.expenditure(rows), misread={("0.00", 0): Misread("8.00")})
    assert amount(zero, "2010301", "project")["read"] == "ocr"  # a zero that was misread as a figure stays one
    zero = scanned.document(small.expenditure(rows))
    assert amount(zero, "2010301", "project")["amount"] == 0


def test_figures_that_are_printed_with_commas_are_put_right_with_commas() -> None:
    rows = [[cell.replace("00.00", "0,000.00") for cell in row] for row in (*small.HEADER, *small.ROWS, small.TOTAL)]
    found = scanned.document(small.expenditure(rows), misread={("20,000.00", 0): Misread("26,000.00")})
    assert amount(found, "201", "basic")["printed"] == "20,000.00"


def test_a_figure_that_was_read_is_not_proved_by_one_sum() -> None:
    rows = (*small.HEADER, ("201", "", "", "一般公共服务支出", "300.00", "200.00", "100.00"))
    assert set(status(small.read(small.expenditure(rows))).values()) == {"proved"}
    assert set(status(scanned.document(small.expenditure(rows))).values()) == {"unproved"}


def test_copies_of_a_figure_prove_nothing_alone() -> None:
    rows = (
        *small.HEADER,
        ("201", "", "", "一般公共服务支出", "200.00", "200.00", ""),
        ("201", "03", "", "政府办公厅（室）及相关机构事务", "200.00", "200.00", ""),
        ("合计", *small.TOTAL[1:4], "200.00", "200.00", ""),
    )
    assert set(status(small.read(small.expenditure(rows))).values()) == {"proved"}
    assert set(status(scanned.document(small.expenditure(rows))).values()) == {"unproved"}


def test_a_table_of_which_all_commas_were_read_as_points_is_unread_though_it_adds_up() -> None:
    rows = [[cell.replace("00.00", "00,000") for cell in row] for row in (*small.HEADER, *small.ROWS, small.TOTAL)]
    texts = {cell for row in rows for cell in row if "," in cell}
    count = {text: sum(row.count(text) for row in rows) for text in texts}
    misread = {(text, at): Misread(text.replace(",", "."), inf) for text in texts for at in range(count[text])}
    assert scanned.document(small.expenditure(rows)).items
    found = scanned.document(small.expenditure(rows), misread=misread)
    assert not found.items and not found.others
    assert named(found, "page.odd_figures") and found.unread == sum(count.values())


def test_one_figure_without_the_point_that_all_others_have_is_unread() -> None:
    page = typeset.document([small.expenditure()])
    source = pictured(read(page), {})
    gone = _without(source.pages[0], "200.00", ".")
    found = scanned.of_source(replace(source, pages=(gone,)))
    assert ("201", "basic") not in status(found)
    assert named(found, "page.odd_figures") == [
        "found 1 figure printed otherwise than the others of its column, first '20000'; a point or a comma may have "
        "been misread, so that they are not taken. Behind them stands 〓"
    ]
    assert found.unread == 1 and found.status == "incomplete"


def test_ink_that_was_not_recognised_is_unread_in_every_cell_that_it_reaches_into() -> None:
    source = pictured(read(typeset.document([small.expenditure()])), {})
    page = source.pages[0]
    readings = [reading for reading in page.readings if reading.text == "100.00"]
    box = readings[0].box
    reaching = Ink("unrecognised", box[0] - 140, box[1], box[2], box[3])
    found = scanned.of_source(replace(source, pages=(replace(page, inks=(*page.inks, reaching)),)))
    lost = {("201", "total"), ("201", "basic"), ("201", "project")} - set(status(found))
    assert {("201", "basic"), ("201", "project")} <= lost
    assert named(found, "page.not_text") and "page.over_picture" not in small.rules(found)


def _without(page: Page, text: str, sign: str) -> Page:
    """A page on which a sign of the first figure with a text was not seen."""
    x0, top, x1, bottom = next(reading.box for reading in page.readings if reading.text == text)
    seen = tuple(
        char
        for char in page.characters
        if not (char.text == sign and x0 <= char.x0 <= x1 and top - 1 <= char.top <= bottom)
    )
    return replace(page, characters=seen)


@pytest.mark.parametrize(
    ("printed", "kept", "rule"),
    [
        ("政府办公厅（室）及相关机构争务", "政府办公厅（室）及相关机构事务", "name.by_code"),
        ("政府办公厅室及相关机构事务", "政府办公厅（室）及相关机构事务", "name.by_code"),
        ("完全不同的名称", "完全不同的名称", "name.unsure"),
    ],
)
def test_a_name_is_the_official_one_of_its_code_where_it_is_nearly_that(printed: str, kept: str, rule: str) -> None:
    rows = [[printed if cell == small.ROWS[1][3] else cell for cell in row] for row in (*small.HEADER, *small.ROWS)]
    assert amount(small.read(small.expenditure(rows)), "20103", "total")["item"] == printed
    found = scanned.document(small.expenditure(rows))
    assert amount(found, "20103", "total")["item"] == kept
    (said,) = named(found, rule)
    assert printed in said


def test_a_name_that_another_code_has_is_not_taken_for_that_of_its_own() -> None:
    # 办公设备购置 is 31002 and 专用设备购置 31003: of the two letters between them one was misread.

    record = Record(1, 1, "expenditure", "31002", "", 2, (0, 0, 1, 1))
    assert [_official("31002", name, record)[0] for name in ("专用设备购置", "专公设备购置", "办公设各购置")] == [
        *("专用设备购置", "专公设备购置", "办公设备购置")
    ]


def test_ink_beside_a_whole_name_is_not_dropped_for_the_name_of_its_code() -> None:
    record = Record(1, 1, "expenditure", "20103", "", 2, (0, 0, 1, 1))
    whole = "政府办公厅（室）及相关机构事务"
    assert _official("20103", whole.replace("厅", UNREAD), record)[0] == whole
    assert _official("20103", whole + UNREAD, record)[0] == whole + UNREAD


def test_alternatives_are_what_the_picture_gives_as_much_to() -> None:
    reading = Reading("208.00", (0, 0, 1, 1), scanned.chances(Misread("208.00", 2.0), "200.00"))
    found = alternatives(reading, 12.0)
    assert list(found) == ["200.00"] and found["200.00"] == pytest.approx(2.0, abs=0.01)
    assert Decimal(round(reading.likelihood("200.00"), 1)) == Decimal(-2)


def test_a_row_that_numbers_the_columns_is_no_row_of_amounts_where_one_of_its_numbers_was_not_read() -> None:
    numbers = ("栏次", typeset.LEFT, typeset.LEFT, typeset.LEFT, "1", "2", "3")
    source = pictured(read(typeset.document([small.expenditure((*small.HEADER, numbers, *small.ROWS))])), {})
    page = source.pages[0]
    lost = next(reading.box for reading in page.readings if reading.text == "2")
    seen = tuple(char for char in page.characters if not (char.text == "2" and abs(char.x0 - lost[0]) < 1))
    ink = Ink("unrecognised", *lost)
    found = scanned.of_source(replace(source, pages=(replace(page, characters=seen, inks=(*page.inks, ink)),)))
    assert "栏次" not in {item["item"] for item in found.items}
    assert status(found)["201", "basic"] == "proved"


def test_nothing_is_proved_of_a_row_whose_code_or_name_may_be_misread() -> None:
    rows = [
        [cell.replace("行政运行", "行政运行一") for cell in row] for row in (*small.HEADER, *small.ROWS, small.TOTAL)
    ]
    rows[4][1] = "0S"
    assert {status(small.read(small.expenditure(rows)))["2010302", "total"]} <= {"proved", "unproved"}
    found = scanned.document(small.expenditure(rows))
    unsure = [finding for finding in found.findings if finding.rule == "name.unsure"]
    assert unsure and all(finding.cause == "reader" for finding in unsure)
    assert [item["status"] for item in found.items if item["item"].startswith("政府办公厅")] == ["unproved"] * 3
    assert all(finding.cause == "reader" for finding in found.findings if finding.rule not in small.SMALL)


@pytest.mark.parametrize(("code", "proved"), [("02", "proved"), ("88", "unproved")])
def test_an_amount_is_proved_only_beside_a_code_that_an_official_name_confirms(code: str, proved: str) -> None:
    rows = [list(row) for row in (*small.HEADER, *small.ROWS, small.TOTAL)]
    rows[len(small.HEADER) + 3][2] = code
    found = scanned.document(small.expenditure(rows))
    assert status(found)[f"20103{code}", "total"] == proved
    assert status(found)["2010301", "total"] == "proved"
    said = [finding for finding in found.findings if finding.rule == "name.unsure"]
    assert [finding.printed for finding in said] == ([] if proved == "proved" else [f"20103{code}"])


def test_a_name_with_a_letter_more_or_less_than_one_that_is_known_is_near_to_it() -> None:
    # 一 is a stroke so thin that it is lost, or taken for two, alike in all tables.
    for read_as in ("一一般行政管理事务", "般行政管理事务", "一股行政管理事务"):
        assert {name for name in _declared() if _is_near(read_as, name)} == {"一般行政管理事务"}
    assert not _is_near("管理事务", "一般行政管理事务")
    assert _is_composed("附属单位上缴收入资金") and not _is_composed("一一般公共预算拨款收入")


def judged(failing: int, holding: int, hub: bool = False) -> bool:
    """Whether so many sums of figures read from pictures, of which some fail, are of pictures misread all over; `hub`
    says that one figure takes part in all that fail.
    """

    def sums(number: int, holds: bool) -> Any:
        first = "hub" if hub and not holds else f"{number}{holds}a"
        return SimpleNamespace(certain=True, holds=holds, keys=((first,), (f"{number}{holds}b",)))

    identities = [
        *(sums(number, False) for number in range(failing)),
        *(sums(number, True) for number in range(holding)),
    ]
    read: Any = SimpleNamespace(printed=lambda key: SimpleNamespace(read="ocr"))
    return statuses._fail_all_over(identities, {}, read)


def test_sums_of_pictures_that_fail_all_over_let_others_prove_nothing() -> None:
    """Fours were read as ones in all of a scan with thin strokes: 45 = 40 + 5 became 15 = 10 + 5, and was proved."""
    assert judged(7, 71)
    assert not judged(2, 71), "two misread figures are no more than that"
    assert not judged(7, 71, hub=True), "one wrong figure, as a publisher prints it, explains them all"
    assert not judged(4, 96), "a few among many are misread one by one"
