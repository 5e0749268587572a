"""The overview of a report, and the data that its lists, search and comparison read."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.reported import Parsed, dataset_of, report_of, without_pictures
from tests.small import HEADER, ROWS, TOTAL, expenditure
from tests.written import Rows, edit
from typeset import document
from yusuan.pipeline.load.folder import load
from yusuan.pipeline.report import changes, money
from yusuan.pipeline.report.changes import Earlier
from yusuan.pipeline.report.gathered import folder, gathered, shares
from yusuan.pipeline.report.money import Series, Told, only, series_of
from yusuan.pipeline.report.search import SHARD
from yusuan.pipeline.report.shards import plain, script, shards
from yusuan.schemas.views import chinese

WRONG = document([expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:6], "90.00"), TOTAL))])
CLASSES = {"教育支出", "住房保障支出"}
DOCUMENT = {"fiscal_year": 2024, "stage": "budget", "entity": "某局", "entity_level": "unit"}


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the committed dataset, without pictures."""
    return without_pictures(tmp_path_factory.mktemp("committed"))


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "extracted" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def data(report: Path, name: str) -> Any:
    """What a data file tells."""
    written = (report / "data" / f"{name}.js").read_text(encoding="utf-8")
    told = re.fullmatch(r'took\("([a-z]+(?:-\d+)?)",(.*)\);\n', written, re.DOTALL)
    assert told
    assert told[1] == name
    return json.loads(told[2])


def line(**fields: Any) -> dict[str, Any]:
    """A line of a summary table, unless said otherwise."""
    return {
        **{"line_id": "0" * 16, "fiscal_year": 2024, "basis": "budget", "table": money.SUMMARY, "side": "expenditure"},
        **{"row": 1, "level": 1, "classification": "functional", "code": None, "item": "教育支出"},
        **{"measure": "total", "amount": Decimal(100), "is_leaf": True, "status": "proved"},
        **fields,
    }


def said(value: str, **fields: Any) -> dict[str, Any]:
    return {
        **{"statement": 1, "subject": "expenditure", "quantity": "planned", "fiscal_year": 2024, "unit": "万元"},
        **{"value": Decimal(value), "status": "proved"},
        **fields,
    }


def test_every_total_of_the_overview_is_the_line_that_it_leads_to(committed: Path) -> None:
    lines = {row["line_id"]: row for row in rows("line_items")}
    page = Parsed(committed / "index.html")
    figures = 0
    for known in gathered(load(ROOT / "extracted")):
        assert known.own
        for side, told in known.own.totals.items():
            own = lines[told.place]
            assert (own["document_id"], own["side"], own["level"]) == (known.document["document_id"], side, "0")
            assert own["fiscal_year"] == str(known.document["fiscal_year"])
            assert Decimal(own["amount"]) == told.amount
            links = [a for _, a, _ in page.elements if a.get("href") == f"d/{own['document_id']}.html#{told.place}"]
            assert any(f"{told.amount:,.2f} 元" in str(a["title"]) for a in links)
            figures += 1
    assert figures == 14


def test_a_document_without_a_total_shows_a_blank_and_no_guess() -> None:
    (own,) = series_of(DOCUMENT, [line()], [], CLASSES)
    assert own.totals == {}
    (own,) = series_of(DOCUMENT, [line()], [said("1"), said("2")], CLASSES)
    assert own.totals == {}  # the prose says two amounts: which, nobody can tell
    (own,) = series_of(DOCUMENT, [line()], [said("1", fiscal_year=2023)], CLASSES)
    assert own.totals == {}


def test_the_last_total_of_a_summary_counts_and_that_of_the_prose_only_where_there_is_none() -> None:
    totals = [
        line(level=0, row=row, amount=Decimal(row), item=item) for row, item in ((8, "本年支出合计"), (9, "支出总计"))
    ]
    (own,) = series_of(DOCUMENT, totals, [said("1")], CLASSES)
    assert (own.totals["expenditure"].name, own.totals["expenditure"].amount) == ("支出总计", Decimal(9))
    (own,) = series_of(DOCUMENT, [], [said("1", statement=7)], CLASSES)
    assert own.totals["expenditure"].amount == 10_000
    assert own.totals["expenditure"].place == "s7"
    assert own.totals["expenditure"].prose


@pytest.mark.parametrize("status", ["contradicted", "in_doubt"])
def test_a_figure_in_doubt_is_marked_and_so_is_a_sum_with_it(status: str) -> None:
    account = {"table": money.ECONOMIC, "classification": "economic", "item": "津贴"}
    lines = [line(**account, code="30101"), line(**account, code="30102", status=status), line(level=0, status=status)]
    (own,) = series_of(DOCUMENT, lines, [], CLASSES)
    assert own.totals["expenditure"].doubtful
    (told,) = own.economic
    assert (told.code, told.amount, told.summed) == ("301", Decimal(200), 2)
    assert told.doubtful
    of_prose = only([said("1"), said("1", status=status)])
    assert of_prose
    assert of_prose.doubtful


def test_a_figure_that_a_person_corrected_is_marked() -> None:
    (own,) = series_of(DOCUMENT, [line(level=0, corrected=Decimal(1))], [], CLASSES)
    assert own.totals["expenditure"].status == "corrected"
    assert own.totals["expenditure"].doubtful


def test_functions_that_come_twice_are_of_several_bodies_and_none_is_the_whole() -> None:
    (own,) = series_of(DOCUMENT, [line(), line(row=2)], [], CLASSES)
    assert own.functions == []
    (own,) = series_of(DOCUMENT, [line(), line(row=2, item="部门预算"), line(row=3, item="住房保障支出")], [], CLASSES)
    assert [told.name for told in own.functions] == ["教育支出", "住房保障支出"]  # 部门预算 is no function


def test_of_three_public_expenses_for_several_bodies_the_total_counts() -> None:
    public = {"table": money.THREE_PUBLIC, "measure": "reception", "classification": "three_public"}
    bodies = [line(**public, item="甲"), line(**public, item="乙")]
    (own,) = series_of(DOCUMENT, bodies, [], CLASSES)
    assert own.public == {}
    (own,) = series_of(DOCUMENT, [line(**public, level=0, amount=Decimal(200)), *bodies], [], CLASSES)
    assert own.public["reception"].amount == 200


def test_shares_of_more_than_the_whole_are_not_drawn() -> None:
    def of(*amounts: int) -> list[Decimal]:
        parts = [Told(Decimal(amount), "", "proved", str(amount)) for amount in amounts]
        total = {"expenditure": Told(Decimal(10_000), "", "proved", "")}
        return [part for _, part in shares(Series(2024, "budget", True, total, parts))]

    assert of(7_500, 2_500) == [Decimal("0.75"), Decimal("0.25")]
    assert of(7_500, 2_600) == [Decimal("0.75"), Decimal("0.26")]  # rounded to 0.01 万元
    assert of(7_500, 2_700) == []
    assert of(12_000, -2_000) == []


def test_totals_of_different_kinds_are_not_compared() -> None:
    def total(name: str, amount: int, year: int) -> Series:
        return Series(year, "budget", True, {"expenditure": Told(Decimal(amount), "x", "proved", name)})

    now = total("支出总计", 120, 2024)
    change = changes.of_total(now, [Earlier(total("支出总计", 100, 2023), "d" * 12)], [])
    assert change
    assert (change.difference, change.base, change.source) == (Decimal(20), Decimal(100), "document")
    assert changes.of_total(now, [Earlier(total("本年支出合计", 100, 2023), "d" * 12)], []) is None


def test_what_the_prose_says_of_a_change_counts_where_it_says_one_thing() -> None:
    now = Series(2024, "budget", True)
    less = said("-20", quantity="change_amount")
    change = changes.of_total(now, [], [said("80"), less])
    assert change
    assert (change.difference, change.base, change.source) == (Decimal(-200_000), Decimal(1_000_000), "prose")
    assert changes.of_total(now, [], [less, {**less, "value": Decimal(20)}]) is None
    assert changes.of_total(now, [], [{**less, "fiscal_year": 2023}]) is None
    others = [
        said("5", quantity="change_amount", subject="2080505"),
        said("9", quantity="change_amount", subject="增人增资"),
    ]
    largest = changes.largest(now, [], others, {"2080505": "养老保险"})
    assert largest
    assert largest.name == "2080505"  # the other is a reason, and no row of its tables


def test_two_versions_of_last_year_are_no_last_year(tmp_path: Path) -> None:
    later = document([expenditure(title="2025年部门支出预算总表")])
    dataset = dataset_of(tmp_path, {"a.pdf": document([expenditure()]), "again.pdf": WRONG, "later.pdf": later})
    (known,) = [each for each in gathered(load(dataset)) if each.document["fiscal_year"] == 2025]
    assert known.total is None
    one = tmp_path / "one"
    one.mkdir()
    dataset = dataset_of(one, {"a.pdf": document([expenditure()]), "later.pdf": later})
    (known,) = [each for each in gathered(load(dataset)) if each.document["fiscal_year"] == 2025]
    assert known.total
    assert (known.total.difference, known.total.source) == (Decimal(0), "document")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("x/西安/a.pdf", "西安"),
        ("a.pdf", ""),
        ("../a.pdf", ""),
        ("x\\烟台\\a.pdf", "烟台"),
        ("甲/a.pdf | 乙/b.pdf", "甲"),
    ],
)
def test_the_folder_of_a_document_is_the_last_one_of_its_path(path: str, name: str) -> None:
    assert folder(path) == name


def entries(report: Path) -> list[tuple[list[Any], list[list[str]]]]:
    """Each name that can be searched for, and the amounts under it."""
    told = data(report, "names")
    count = len(list((report / "data").glob("amounts-*.js")))
    listed = [row for shard in range(count) for row in data(report, f"amounts-{shard}").split("\n")]
    found: list[tuple[list[Any], list[list[str]]]] = []
    start = 0
    for name in told["names"]:
        found.append((name, [row.split(",") for row in listed[start : start + name[3]]]))
        start += name[3]
    assert start == len(listed)
    assert told["size"] == SHARD
    return found


def test_every_amount_is_found_under_its_code_and_name(committed: Path) -> None:
    lines, documents = rows("line_items"), data(committed, "documents")
    texts = data(committed, "names")["texts"]
    found: dict[tuple[str, str], list[list[str]]] = {}
    for (_, code, text, _), own in entries(committed):
        found.setdefault((code, text), []).extend(own)
    for row in lines:
        name = (
            (row["code"], row["item"])
            if row["code"] or row["item"]
            else ("", chinese.measure(row["measure"], row["table"]))
        )
        (told,) = [each for each in found[name] if each[1] == row["line_id"]]
        assert documents[int(told[0])][0] == row["document_id"]
        assert told[2:4] == [row["fiscal_year"] + row["basis"][0], row["side"][0]]
        assert texts[int(told[5])] == chinese.measure(row["measure"], row["table"])
        assert Decimal(told[6]) == Decimal(row["amount"])
        assert ("proved", "unproved", "in_doubt", "contradicted")[int(told[7])] == row["status"]
    others = [each for own in found.values() for each in own if each[1].startswith("p")]
    assert len(others) == sum(bool(row["row_names"]) for row in rows("other_items"))


def test_official_receptions_are_found_as_a_column_and_as_a_row(committed: Path) -> None:
    found = {own[1] for (_, _, text, _), rows_ in entries(committed) for own in rows_ if "公务接待费" in text}
    wanted = {
        row["line_id"]
        for row in rows("line_items")
        if "公务接待费" in row["item"] + row["economic_item"] + row["government_economic_item"]
        or "公务接待费" in chinese.measure(row["measure"], row["table"])
    }
    assert wanted
    assert wanted <= found


def test_every_finding_is_in_the_list_those_of_the_publisher_first(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": WRONG})
    made = 1000

    def many(rows_: Rows) -> None:
        fields = ("severity", "finding", "difference", "rule", "cause", "message_zh")
        severity, number, difference, rule, cause, message = map(rows_[0].index, fields)
        row = rows_[1]
        del rows_[1:]
        for each in range(made):
            rows_.append(list(row))
            rows_[-1][number], rows_[-1][difference] = str(each + 1), f"{-each}.00" if each % 3 else ""
            rows_[-1][severity], rows_[-1][rule] = ("warning", "w") if each % 2 else ("error", "e")
            rows_[-1][cause] = "reader" if each % 5 else "publisher"
            rows_[-1][message] = f"第 {each} 个"

    edit(dataset / "findings.csv", many)
    report_of(dataset, tmp_path / "report")
    listed = data(tmp_path / "report", "findings")
    numbers = [row[4] - 1 for row in listed["rows"]]
    assert numbers == sorted(range(made), key=lambda x: (x % 5 > 0, x % 2, -x if x % 3 else 1, x))
    told = [row for shard in range(3) for row in data(tmp_path / "report", f"finding-{shard}")]
    assert [row[0] for row in told] == [f"第 {number} 个" for number in numbers]
    assert [listed["rules"][row[1]][0] for row in listed["rows"]] == ["w" if x % 2 else "e" for x in numbers]
    page = Parsed(tmp_path / "report" / "index.html")
    counted = [" ".join("".join(text).split()) for tag, _, text in page.elements if tag == "tr"]
    assert {"▲ 错误 e e1001", "提示 w w1001", "▲ 错误 e e4001", "提示 w w4001"} <= set(counted)
    heads = [
        " ".join("".join(text).split()) for tag, a, text in page.elements if a.get("class") in ("publisher", "reader")
    ]
    assert heads[0].startswith("公布方：原文的问题100错误 100提示")
    assert heads[1].startswith("程序：没读出或判断不了400错误 400提示")


def test_the_figures_of_a_comparison_are_lines_of_their_document(committed: Path) -> None:
    lines = {row["line_id"]: row for row in rows("line_items")}
    documents, figures = data(committed, "documents"), data(committed, "figures-0")
    assert len(documents) == len(figures) == 7
    count = 0
    for told, series in zip(documents, figures, strict=True):
        for each in series:
            own = [
                *each["total"].values(),
                *each["function"],
                *each["account"],
                *each["public"].values(),
                *each["use"].values(),
            ]
            for amount, place, _, _, _, summed in own:
                assert lines[place]["document_id"] == told[0]
                assert lines[place]["fiscal_year"] + lines[place]["basis"][0] == each["period"]
                assert summed or Decimal(lines[place]["amount"]) == Decimal(amount)
                count += 1
    assert count > 100


def test_pages_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    from yusuan.pipeline.look.pdfs import Pdfs
    from yusuan.pipeline.report.build import write_report

    dataset = dataset_of(tmp_path, {"a.pdf": WRONG, "bad.pdf": b"no PDF"})
    write_report(load(dataset), tmp_path / "report", Pdfs(), language="en")
    for name in ("index", "findings", "search", "compare"):
        page = (tmp_path / "report" / f"{name}.html").read_text(encoding="utf-8")
        assert '<html lang="en">' in page
        chinese_words = set(re.findall(r"[\u4e00-\u9fff]{2,}", page)) - {
            "公务接待费",
            "示例市示范局",
            "一般公共服务",
            "一般公共服务支出",
            "一般行政管理事务",
            "合计",
        }
        assert not chinese_words, (name, chinese_words)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15))
def test_an_amount_is_told_short_and_exactly(amount: Decimal) -> None:
    assert Decimal(plain(amount)) == amount
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", plain(amount))


@given(st.lists(st.text()), st.integers(1, 4))
def test_what_shards_tell_is_what_they_were_given(values: list[str], size: int) -> None:
    told = []
    for place, (name, content) in enumerate(shards("x", values, size)):
        assert name == f"data/x-{place}.js"
        written = content.decode()
        assert "\u2028" not in written
        assert written.startswith(f'took("x-{place}",')
        told += json.loads(written.removeprefix(f'took("x-{place}",').removesuffix(");\n"))
    assert told == values


def test_a_data_file_is_one_call() -> None:
    assert script("names", {"a": "</script>\u2028"}) == ("data/names.js", b'took("names",{"a":"</script>\\u2028"});\n')
