"""Nobody innocent is accused: rounding, rows that are not there, codes, totals, and what the prose says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sheets import COVER, Rows, read, sheet
from tests.test_blame import FUNCTIONS, LISTED, SAMPLES, errors, sample, stage_of, with_parts
from tests.test_statuses import HEADER, changed, with_status
from typeset import LEFT, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.extract.amounts import Amount
from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.prove.identities import Identity, Key
from yusuan.pipeline.prove.proof import prove
from yusuan.schemas.sentences.said import NOTHING


def test_a_figure_was_its_own_rival_where_two_sums_differ_by_rounding() -> None:
    """The column says 1.00 too much, the row 0.99: it is the same figure that is wrong, not one of two."""
    rows = changed(with_parts(), (3, 3, "9.00"), (3, 4, "0.01"))
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert with_status(found, "contradicted") == [("2010302", "total")]
    assert len(errors(found)) == 1


def test_a_row_that_is_not_there_made_the_row_beside_it_wrong() -> None:
    """Without one of two 项 the other would be right with the money of both: a row is missing as well."""
    rows = [row for row in with_parts() if row[0] != "2080506"]
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert with_status(found, "contradicted") == []
    assert errors(found) == []
    assert any(finding.rule == "row.parts_missing" for finding in found.findings)


def test_a_total_among_its_rows_was_wrong_where_its_figures_are_rounded() -> None:
    rows = changed([*with_parts()[:4], with_parts()[-1], *with_parts()[4:-1]], (4, 3, "51.27"))
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert errors(found) == []


def test_a_grand_total_whose_rows_are_all_withheld_is_named() -> None:
    found = read(COVER, sheet(FUNCTIONS, [HEADER, *with_parts()]), sheet(LISTED, [HEADER, with_parts()[-1]]))
    (finding,) = [f for f in found.findings if f.rule == "row.parts_missing"]
    assert (finding.table, finding.severity) == ("general_public_expenditure", "warning")


def test_codes_were_called_wrong_by_an_order_that_only_figures_tell() -> None:
    """Without the row of their 类, 款 whose sum fails are tried as parts of each other; no code is wrong by that."""
    rows: Rows = [
        (f"302{n:02}", f"费用{n}", "", f"{amount}.00", f"{amount}.00", "")
        for n, amount in enumerate((3, 7, 2, 2, 5), 1)
    ]
    header = ("经济分类科目编码", "经济分类科目名称", *HEADER[2:])
    total = ("合计", LEFT, LEFT, "25.00", "25.00", "")
    found = read(COVER, sheet("一般公共预算支出情况表（按经济分类科目）", [header, *rows, total]))
    assert not any(finding.rule == "row.code" for finding in found.findings)


def _shown(rows: Rows) -> Document:
    header = ("科目编码", "科目名称", "单位名称", "合计", "基本支出", "项目支出", "经营支出")
    return read(COVER, sheet(LISTED, [header, *rows]))


def _moved(tables: list[ExtractedTable], key: Key, by: int) -> list[ExtractedTable]:
    """The tables with another amount in one cell."""
    number = next(n for n, t in enumerate(tables) if t.table.id == key[0])
    records = list(tables[number].records)
    held = records[key[1]].amounts[key[2]]
    amount = Amount(held.amount.fen + by, held.amount.printed, held.amount.step, False)
    amounts = {**records[key[1]].amounts, key[2]: replace(held, amount=amount)}
    records[key[1]] = replace(records[key[1]], amounts=amounts)
    return [*tables[:number], replace(tables[number], records=tuple(records)), *tables[number + 1 :]]


def _in_one_sum(document: Document) -> Key:
    """A part that stands in one sum of several parts, and in nothing else."""
    assert document.verdict
    verdict = document.verdict
    for key, status in verdict.status.items():
        identities = verdict.of(key)
        if status == "proved" and len(identities) == 1 and identities[0].rule == "column_sum":
            (one,) = identities
            filled = [each for each in one.right if verdict.ledger.fen(each)]
            if key in one.right and len(filled) > 2 and one.tolerance * 2 < verdict.ledger.fen(key):
                return key
    raise AssertionError("no such cell")


@pytest.mark.parametrize("told", [True, False])
def test_what_the_prose_says_tells_which_part_of_a_sum_is_wrong(told: bool) -> None:
    """One sum accuses none of its parts; with a figure of the prose that the sum asks for, it does."""
    number, key = next(
        (number, key) for number in range(len(SAMPLES)) if (key := _key(sample(number))) and sample(number).style
    )
    document = sample(number)
    assert document.publication
    assert document.verdict
    fen = document.verdict.ledger.fen(key)
    wrong = _moved(list(document.extracted), key, 50_000_000)
    said = Identity("statement.table", NOTHING, (key,), (), 50_000_000, 0, weak=True)
    proof = prove(
        wrong,
        stage_of(document),
        document.publication.fiscal_year,
        lambda *_: [said] if told else [],
    )
    assert proof.verdict.ledger.fen(key) == fen + 50_000_000
    accused = [key for key, status in proof.verdict.status.items() if status == "contradicted"]
    assert accused == ([key] if told else [])


def _key(document: Document) -> Key | None:
    try:
        return _in_one_sum(document)
    except AssertionError:
        return None


def test_two_projects_of_one_function_were_a_code_that_is_printed_twice() -> None:
    rows: Rows = [
        ("单位名称", "项目名称", "功能科目编码", "合计", "一般公共预算"),
        ("合计", LEFT, LEFT, "9.90", "9.90"),
        ("示例市示范局", "道路养护", "2140106", "3.50", "3.50"),
        ("示例市示范局", "运输执法", "2140101", "1.20", "1.20"),
        ("示例市示范局", "小修保养", "2140106", "5.20", "5.20"),
    ]
    found = read(COVER, sheet("2026年部门项目支出预算表", rows))
    assert {item["table"] for item in found.items} == {"project_expenditure"}
    assert not errors(found)


def test_rows_that_nothing_names_were_a_total_that_is_printed_twice() -> None:
    rows: Rows = [("小计", "办公费", "差旅费"), *[("58.85", "20.07", "38.78")] * 3]
    found = read(COVER, sheet("一般公共预算基本支出表", rows))
    assert not any(finding.rule == "row.repeated_total" for finding in found.findings)


def test_a_heading_over_all_pages_cut_a_table_whose_total_was_then_accused() -> None:
    """A line that is a title but for 表 stands above the title of a table, and above the page that it goes on on."""
    head = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    pages: list[Rows] = [
        [head, ("205", "教育支出", "30.00", "20.00", "10.00"), ("20508", "进修及培训", "30.00", "20.00", "10.00")],
        [head, ("208", "社会保障和就业支出", "12.00", "12.00", ""), ("", "合计", "42.00", "32.00", "10.00")],
    ]
    first, last = (sheet("部门支出总表" if rows is pages[0] else "", rows) for rows in pages)
    running = Text(60, 20, "一般公共预算支出", 9)
    found = read(COVER, *(replace(page, texts=[running, *page.texts]) for page in (first, last)))
    assert [finding.rule for finding in found.findings if finding.cause == "publisher"] == []
    assert {item["status"] for item in found.items if not item["code"]} == {"proved"}
    assert len({item["table"] for item in found.items}) == 1
