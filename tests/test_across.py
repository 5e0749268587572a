"""Documents of one dataset against each other: where they are compared, and where nothing may be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.across import BODY, CODES, Rows, account, amounts, budget, general, of_rule, page, prose, read
from typeset import LEFT, document
from yusuan.pipeline.across.figures import Told, figures, key_of
from yusuan.pipeline.across.link import Pair, link
from yusuan.pipeline.across.units import units
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prose.tables import Figure, alike
from yusuan.schemas.sentences.said import quoted

PRIOR, UNIT, AGAIN = "across.prior_year", "across.unit", "across.republished"
LAST = amounts("1.00 2.00 3.00 4.00 5.00 15.00")
SAME = amounts("1.00 2.00 3.00 4.00 5.00 15.00", "1.50 2.50 3.50 4.50 5.50 17.50")
# Two that differ and leave the sums as they are.
TWO = amounts("1.10 1.90 3.00 4.00 5.00 15.00", "1.50 2.50 3.50 4.50 5.50 17.50")


def last_year(rows: Rows = LAST, **said: str) -> Document:
    return budget(2024, general(2024, rows), **said)


def this_year(rows: Rows = SAME, kind: str = "预算数") -> Document:
    return budget(2025, general(2025, rows, kind))


# Last year's figures.


def test_last_years_figures_that_agree_are_counted_and_change_nothing() -> None:
    alone = this_year()
    statuses = [item["status"] for item in alone.items]
    made, found = of_rule(PRIOR, last_year(), alone)
    assert (found, made.linked, made.agreed) == ([], 8, 8)
    assert [item["status"] for item in alone.items] == statuses


def test_a_figure_of_last_year_that_differs_is_named_with_both_documents_and_its_cell() -> None:
    earlier = last_year()
    made, (found, other) = of_rule(PRIOR, this_year(TWO), earlier)
    assert (made.linked, made.agreed) == (8, 6)
    assert found["severity"] == "warning"
    assert (found["printed"], f"{found['expected']:.2f}", f"{found['difference']:.2f}") == (
        "1.10",
        "10000.00",
        "1000.00",
    )
    for part in (
        "2010301",
        "1.1万元",
        "planned for 2024",
        "the budget of 2024",
        earlier.document_id,
        earlier.path,
        "1万元",
    ):
        assert part in found["message"]
    cell = next(item for item in this_year(TWO).items if item["fiscal_year"] == 2024 and item["code"] == "2010301")
    assert (found["page"], float(found["x0"]), float(found["top"])) == (cell["page"], cell["x0"], cell["top"])
    assert "2010302" in other["message"]


def test_two_years_that_count_other_things_gave_a_finding_for_each_row() -> None:
    most = amounts("1.10 2.10 3.10 4.10 5.10 15.50", "1.50 2.50 3.50 4.50 5.50 17.50")
    made, (found,) = of_rule(PRIOR, last_year(), this_year(most))
    assert (made.linked, made.agreed) == (8, 0)
    assert "8 of 8 figures" in found["message"]
    assert found["expected"] is None or found["expected"] != found["expected"]


def test_few_figures_that_differ_are_named_one_by_one() -> None:
    earlier = last_year(amounts("2.00 2.00"))
    made, found = of_rule(PRIOR, earlier, this_year(amounts("2.10 2.10", "3.00 3.00")))
    assert (made.linked, len(found)) == (4, 4)


@pytest.mark.parametrize(
    "earlier",
    [
        pytest.param(lambda: last_year(body="示例市另外局"), id="another body"),
        pytest.param(lambda: last_year(level="单位"), id="another level"),
        pytest.param(lambda: budget(2023, general(2023, LAST)), id="two years before"),
        pytest.param(lambda: account(2024, general(2024, LAST)), id="a final account, of what was planned"),
    ],
)
def test_a_document_of_another_body_level_year_or_kind_is_not_last_years(earlier: Callable[[], Document]) -> None:
    made, found = of_rule(PRIOR, earlier(), this_year(TWO))
    assert (found, made.linked) == ([], 0)


def test_what_was_spent_last_year_is_that_of_the_final_account_not_of_the_budget() -> None:
    made, found = of_rule(PRIOR, last_year(), this_year(TWO, "执行数"))
    assert (found, made.linked) == ([], 0)
    made, found = of_rule(PRIOR, account(2024, general(2024, LAST)), this_year(TWO, "执行数"), last_year())
    assert (made.linked, made.agreed, len(found)) == (8, 6, 2)
    assert "spent or received in 2024, the final account of 2024" in found[0]["message"]


def test_a_figure_in_yuan_and_its_rounded_form_are_one() -> None:
    yuan = amounts("10,049.00 19,951.00 30,000.00 40,000.00 50,000.00 150,000.00")
    earlier = last_year(yuan, unit="元")
    made, found = of_rule(PRIOR, earlier, this_year())
    assert (found, made.linked, made.agreed) == ([], 8, 8)


def test_rows_that_last_year_did_not_have_are_nothing_to_compare() -> None:
    now = this_year(amounts("1.00 2.00 0.50 0.00 3.50", "1.00 2.00 3.00 1.00 7.00"))
    made, found = of_rule(PRIOR, last_year(amounts("1.00 1.00 1.50 3.50")), now)
    assert [row["row"] for row in found] == [4, 5]
    assert (made.linked, made.agreed) == (6, 4)


def test_noughts_are_no_evidence() -> None:
    nothing = amounts("0.00 2.00 2.00", "1.00 1.00 2.00")
    made, _ = of_rule(PRIOR, last_year(amounts("0.00 2.00 2.00")), this_year(nothing))
    assert (made.linked, made.agreed) == (4, 4)


SAID = (
    "1.“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）”1.50万",
    "元，主要用于运转。2024年当年预算执行数为{}万元，2025年预算",
    "安排1.50万元。",
)


def that_says(last: str) -> Document:
    lines = [line.format(last) for line in SAID]
    found = budget(2025, general(2025, amounts("1.50 2.00 3.50")), prose(2025, *lines))
    assert [row["quantity"] for row in found.statements if row["fiscal_year"] == 2024] == ["prior_year_final"]
    return found


@pytest.mark.parametrize(("stated", "differ"), [("1.00", 0), ("1.20", 1)])
def test_the_prose_of_last_year_is_compared_with_its_final_account(stated: str, differ: int) -> None:
    now = that_says(stated)
    # As in a document whose own formulas read the sentence.
    made, found = of_rule(PRIOR, account(2024, general(2024, LAST)), replace(now, loose=frozenset()))
    assert (made.linked, len(found)) == (1, differ)
    if differ:
        assert (found[0]["page"], found[0]["printed"], f"{found[0]['expected']:.2f}") == (2, "1.20万元", "10000.00")


def test_a_figure_that_no_formula_has_read_is_not_held_against_another_document() -> None:
    now = that_says("1.20")
    assert now.loose
    made, found = of_rule(PRIOR, account(2024, general(2024, LAST)), now)
    assert (made.linked, found) == (0, [])


def test_a_code_that_last_years_account_does_not_have_may_be_anothers() -> None:
    earlier = account(2024, [row for row in general(2024, LAST) if row[0] != "2010301"])
    made, found = of_rule(PRIOR, earlier, that_says("9.00"))
    assert (found, made.linked) == ([], 0)


def test_a_code_that_only_bodies_have_is_not_nothing_in_all() -> None:
    head = ("单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出")
    rows = [head, *((name, "2010301", CODES["2010301"], "2.00", "2.00", "") for name in (CENTRE, STATION))]
    parted = read("a.pdf", page("2024年部门一般公共预算支出表", [*rows, ("合计", LEFT, LEFT, "4.00", "4.00", "")]))
    told = Told(parted, "budget")
    assert {item["body"] for item in parted.items} == {CENTRE, STATION, ""}
    assert told.subject("2010301", blank=True) is None
    assert told.subject("2010302", blank=True) == Figure(Decimal(0))
    assert told.subject("2010302", blank=False) is None
    assert told.subject("general_public", blank=True) == Figure(Decimal(40000), Decimal(50))


def test_a_kind_of_number_that_a_table_does_not_print_is_not_nothing() -> None:
    earlier = by_body(("合计", "9.00 6.00 3.00"))
    assert Told(earlier, "budget").subject("overseas_travel", blank=True) == Figure(Decimal(60000), Decimal(50))
    assert Told(earlier, "budget").subject("vehicles", blank=True) == Figure(Decimal(0))
    assert Told(earlier, "final").subject("overseas_travel", blank=True) is None
    earlier.unread = 1
    assert Told(earlier, "budget").subject("vehicles", blank=True) is None
    lost = last_year()
    assert Told(lost, "budget").subject("2010399", blank=True) == Figure(Decimal(0))
    lost.unread = 1
    assert Told(lost, "budget").subject("2010399", blank=True) is None


def test_rows_that_are_of_the_same_and_differ_tell_nothing() -> None:
    """Two rows of one name and code may be anything: neither of them is the one that another document means."""
    items = [dict(item) for item in last_year().items]
    twin = {**items[2], "printed": "7.77"}
    assert key_of(twin, BODY) == key_of(items[2], BODY)
    assert key_of(items[2], BODY) in figures([*items, items[2]], BODY)
    assert key_of(twin, BODY) not in figures([*items, twin], BODY)
    assert key_of(twin, BODY) not in figures([*items, twin, items[2]], BODY)


def test_what_was_planned_is_not_taken_from_the_final_account() -> None:
    """A final account prints what was planned too, as it was adjusted meanwhile."""
    now = this_year(TWO)
    both = account(2024, general(2024, LAST))
    both.items = [{**item, "basis": "budget"} for item in both.items]
    _, found = of_rule(PRIOR, both, now)
    assert found == []


# A department and its units.

CENTRE, STATION = "示例市示范中心", "示例市试验站"


def by_body(*amounts_of: tuple[str, str], level: str = "部门", body: str = BODY, year: int = 2025) -> Document:
    """A document whose table of three public expenses has a row for each body: its total and two parts."""
    rows = [("单位名称", "合计", "因公出国（境）费", "公务接待费"), *((name, *own.split()) for name, own in amounts_of)]
    return read(f"{body}.pdf", page(f"{year}年{level}“三公”经费支出表", rows, body, level))


def unit(body: str, own: str, year: int = 2025) -> Document:
    return by_body(("合计", own), level="单位", body=body, year=year)


def department(*rows: tuple[str, str]) -> Document:
    return by_body(("合计", "9.00 6.00 3.00"), *(rows or ((CENTRE, "5.00 3.00 2.00"), (STATION, "4.00 3.00 1.00"))))


def test_what_a_department_prints_of_its_units_is_compared_with_them() -> None:
    made, found = of_rule(UNIT, department(), unit(CENTRE, "5.00 3.00 2.00"), unit(STATION, "4.00 3.00 1.00"))
    assert (found, made.linked, made.agreed) == ([], 6, 6)


def test_a_unit_that_has_other_figures_itself_is_named() -> None:
    other = unit(STATION, "3.90 3.00 0.90")
    made, found = of_rule(UNIT, department(), unit(CENTRE, "5.00 3.00 2.00"), other)
    assert (made.linked, made.agreed) == (6, 4)
    assert [(row["printed"], f"{row['expected']:.2f}") for row in found] == [("4.00", "39000.00"), ("1.00", "9000.00")]
    for part in (f"of {STATION}", other.document_id, other.path, "4万元", "3.9万元"):
        assert part in found[0]["message"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda: unit(STATION + "分站", "3.90 3.00 0.90"), id="a name that begins alike"),
        pytest.param(lambda: unit("试验站", "3.90 3.00 0.90"), id="a shorter name"),
        pytest.param(lambda: unit(STATION, "3.90 3.00 0.90", year=2024), id="another year"),
        pytest.param(lambda: by_body(("合计", "3.90 3.00 0.90"), body=STATION), id="a department of that name"),
    ],
)
def test_what_is_no_unit_of_a_department_by_its_own_word_is_not_compared(other: Callable[[], Document]) -> None:
    made, found = of_rule(UNIT, department(), other())
    assert (found, made.linked) == ([], 0)


def test_a_row_of_the_departments_own_name_may_be_all_of_it_or_its_own_spending() -> None:
    own = department((BODY, "9.00 6.00 3.00"), (STATION, "4.00 3.00 1.00"))
    made, found = of_rule(UNIT, own, unit(BODY, "5.00 3.00 2.00"))
    assert (found, made.linked) == ([], 0)


def test_two_rows_of_one_unit_in_one_table_are_not_compared() -> None:
    twice = department((STATION, "4.00 3.00 1.00"), (STATION, "5.00 3.00 2.00"))
    made, found = of_rule(UNIT, twice, unit(STATION, "4.00 3.00 1.00"))
    assert (found, made.linked) == ([], 0)


def test_units_that_have_more_together_than_their_department_are_named() -> None:
    small = by_body(("合计", "8.00 5.00 3.00"), (CENTRE, "5.00 3.00 2.00"), (STATION, "4.00 3.00 1.00"))
    _, found = of_rule(UNIT, small, unit(CENTRE, "5.00 3.00 2.00"), unit(STATION, "4.00 3.00 1.00"))
    assert [(row["measure"], row["printed"], f"{row['expected']:.2f}") for row in found] == [
        ("total", "8.00", "90000.00"),
        ("overseas_travel", "5.00", "60000.00"),
    ]
    assert "2 of the units that it names" in found[0]["message"]


def test_a_unit_alone_may_have_less_than_its_department() -> None:
    _, found = of_rule(UNIT, department(), unit(CENTRE, "5.00 3.00 2.00"))
    assert found == []


SPENT = ("单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出", "对附属单位补助支出")


def spending(body: str, level: str, rows: list[tuple[str, ...]]) -> Document:
    title = f"2025年{level}支出总表"
    return read(f"{body}支出.pdf", page(title, rows, body, level))


def of_body(name: str, total: str, basic: str, gives: str = "") -> list[tuple[str, ...]]:
    """The rows of one body: what it spends, and what of it is given to a unit below."""
    codes = (("201", "一般公共服务支出"), ("20103", "政府办公厅（室）及相关机构事务"), ("2010301", CODES["2010301"]))
    return [(name, "", "", total, basic, "", gives), *(("", *code, total, basic, "", gives) for code in codes)]


def alone(name: str, total: str, basic: str, gives: str = "") -> Document:
    rows = [row[1:] for row in (SPENT, *of_body(name, total, basic, gives)[1:])]
    return spending(name, "单位", [*rows, ("合计", LEFT, total, basic, "", gives)])


@pytest.mark.parametrize(("gives", "differ"), [("", 2), ("1.00", 0)])
def test_money_that_units_give_each_other_is_in_their_sum_twice(gives: str, differ: int) -> None:
    basic = "4.00" if gives else "5.00"
    rows = [SPENT, ("合计", LEFT, LEFT, "8.00", "7.00" if gives else "8.00", "", gives)]
    whole = spending(BODY, "部门", [*rows, *of_body(CENTRE, "5.00", basic, gives), *of_body(STATION, "4.00", "4.00")])
    made, found = of_rule(UNIT, whole, alone(CENTRE, "5.00", basic, gives), alone(STATION, "4.00", "4.00"))
    assert (made.linked, made.agreed) == (20 if gives else 16, 20 if gives else 16)
    assert len(found) == differ


def test_the_rows_below_a_unit_are_compared_with_its_own_rows() -> None:
    rows = [SPENT, ("合计", LEFT, LEFT, "9.00", "9.00", "", "")]
    whole = spending(BODY, "部门", [*rows, *of_body(CENTRE, "5.00", "5.00"), *of_body(STATION, "4.00", "4.00")])
    made, found = of_rule(UNIT, whole, alone(CENTRE, "5.00", "4.90"), alone(STATION, "4.00", "4.00"))
    assert (made.linked, made.agreed) == (16, 12)
    assert {row["measure"] for row in found} == {"basic"}


def test_a_list_of_projects_names_units_too() -> None:
    """What other_items has of a department names its units, but gives no figure to compare."""
    whole = department(("示例市别的中心", "9.00 6.00 3.00"))
    whole.others = [{"row_names": f"1／{STATION}"}, {"row_names": None}]
    (found,) = units([whole, unit(STATION, "10.00 6.00 4.00")])
    assert (found.compared, len(found.findings)) == (0, 2)


# Two versions of one document.


def test_two_versions_are_compared_and_neither_is_accused() -> None:
    first, again = last_year(), last_year(amounts("1.10 1.90 3.00 4.00 5.00 15.00"))
    one, two = sorted(
        [replace(first, dated="2024-02-01"), replace(again, dated="2024-03-01")], key=lambda d: d.document_id
    )
    made, (found,) = of_rule(AGAIN, one, two)
    assert made.linked == 0
    assert found["document_id"] == two.document_id
    later = "this one" if two.dated > one.dated else "the other"
    for part in ("2 of 8 figures", "2010301", one.document_id, one.path, "1万元", "1.1万元", f"{later} is later"):
        assert part in found["message"]
    (said,) = made.findings[made.findings["rule"] == "document.republished"]["message"]
    assert "2 of 8 figures that both give differ, 0 only here, 0 only there" in said


def test_two_versions_of_one_day_are_not_said_to_be_earlier_or_later() -> None:
    one, two = last_year(), last_year(amounts("1.10 1.90 3.00 4.00 5.00 15.00"))
    assert one.dated == two.dated != ""
    _, (found,) = of_rule(AGAIN, one, two)
    assert "later" not in found["message"]


def test_a_copy_with_the_same_figures_only_says_that_it_is_one() -> None:
    copy = budget(2024, general(2024, LAST), prose(2024, "说明"))
    made, found = of_rule(AGAIN, last_year(), copy)
    assert (found, made.linked) == ([], 0)
    (said,) = made.findings[made.findings["rule"] == "document.republished"]["message"]
    assert "0 of 8 figures that both give differ" in said


def test_the_day_of_a_file_is_that_of_its_last_change() -> None:
    data = document([page("2024年部门一般公共预算支出表", general(2024, LAST))])
    made = read_document(data)
    stamp = made.dated.replace("-", "").encode()
    assert data.count(stamp) == 2
    head, _, tail = data.rpartition(b"/ModDate (D:" + stamp)
    assert read_document(head + b"/ModDate (D:20240301" + tail).dated == "2024-03-01"
    assert read_document(head + b"/ModDate (D:20249901" + tail).dated == made.dated
    assert read_document(data.replace(b"D:" + stamp, b"?:99999999")).dated == ""


# What holds of any two documents.


@given(st.lists(st.tuples(*[st.integers(0, 3), st.integers(0, 3), st.sampled_from("ab")]), max_size=20))
def test_every_figure_agrees_or_is_told_of(rows: list[tuple[int, int, str]]) -> None:
    one = Document("1" * 12, "", "one.pdf")
    pairs = [
        Pair(Finding(PRIOR, quoted(at), table=table), Figure(Decimal(mine)), quoted("is"), Figure(Decimal(theirs)))
        for at, (mine, theirs, table) in enumerate(rows)
    ]
    found = link(one, replace(one, document_id="2" * 12), quoted("the other"), pairs)
    counted = [pair for pair in pairs if pair.figure.yuan or pair.said.yuan]
    assert found.compared == len(counted)
    assert found.agree == sum(alike(pair.figure, pair.said) for pair in counted)
    for table in "ab":
        own = [pair for pair in counted if pair.place.table == table]
        differ = sum(not alike(pair.figure, pair.said) for pair in own)
        told = [finding for finding in found.findings if finding.table == table]
        if len(own) >= 5 and differ > len(own) / 2:
            assert len(told) == 1
            assert f"{differ} of {len(own)} figures" in told[0].message
        else:
            assert len(told) == differ
