"""Who is accused of what: figures and their copies, amounts in each other's place, missing rows, and nobody."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations import Judged
from benchmarks.slips import PLANTED, SLIPS
from pipeline.document import Document, read_document
from pipeline.findings import Finding
from pipeline.prove import within
from pipeline.prove.between import identities as between
from pipeline.prove.culprits import culprits
from pipeline.prove.figures import figures
from pipeline.prove.identities import Identity, Ledger
from pipeline.prove.proof import prove
from schemas.tables.declaration import Stage
from tests.conftest import ROOT
from tests.sheets import COVER, Rows, counted, printed, read, sheet
from tests.test_statuses import HEADER, ROWS, changed, with_status
from typeset import LEFT

SAMPLES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
FUNCTIONS = "支出总体情况表"
SAME = "财政拨款支出情况表"
LISTED = "一般公共预算支出情况表"


def with_parts(*added: tuple[str, ...]) -> Rows:
    """The rows of the small table with more 项, so that its columns have many figures."""
    more = [
        ("208", "社会保障和就业支出", "", "31.26", "31.26", ""),
        ("20805", "行政事业单位养老支出", "", "31.26", "31.26", ""),
        ("2080505", "基本养老保险缴费支出", "示例市示范局", "20.84", "20.84", ""),
        ("2080506", "职业年金缴费支出", "示例市示范局", "10.42", "10.42", ""),
        *added,
    ]
    return [*ROWS[:-1], *more, ("合计", LEFT, LEFT, "51.26", "39.26", "12.00")]


def errors(found: Document) -> list[Finding]:
    return [finding for finding in found.findings if finding.severity == "error" and finding.cause == "publisher"]


@cache
def sample(number: int) -> Document:
    return read_document(SAMPLES[number].read_bytes(), SAMPLES[number].as_posix())


def stage_of(document: Document) -> Stage:
    assert document.publication
    return "final" if document.publication.stage == "final" else "budget"


def sums_of(document: Document) -> tuple[list[Identity], Ledger]:
    """All identities within the tables of a document and between them, as its own way has them."""
    assert document.style
    ledger = Ledger(document.tables)
    found = [identity for table in document.tables for identity in within.identities(table, ledger)]
    for equality in document.style.equalities:
        if all(table in ledger.tables for table in equality.tables):
            found += between(equality, ledger, document.absent)
    return found, ledger


def test_one_figure_that_is_printed_four_times_made_forty_amounts_red() -> None:
    """A wrong 项 stands as its 款 and its 类, and as the only part of each: one slip, one finding, all its places."""
    rows: Rows = (
        ("201", "一般公共服务支出", "", "15.00", "15.00", ""),
        ("20103", "政府办公厅（室）及相关机构事务", "", "15.00", "15.00", ""),
        ("2010301", "行政运行", "示例市示范局", "15.00", "15.00", ""),
        ("205", "教育支出", "", "5.00", "1.00", "4.00"),
        ("20508", "进修及培训", "", "5.00", "1.00", "4.00"),
        ("2050803", "培训支出", "示例市示范局", "5.00", "1.00", "4.00"),
        ("合计", LEFT, LEFT, "21.00", "17.00", "4.00"),
    )
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    accused = with_status(found, "contradicted")
    assert sorted(accused) == sorted(
        (code, measure) for code in ("201", "20103", "2010301") for measure in ("total", "basic")
    )
    (finding,) = [f for f in found.findings if f.severity == "error"]
    assert finding.message.count("on page 2") == 5
    assert (finding.printed, f"{finding.expected:.2f}") == ("15.00", "160000.00")


def test_a_total_that_leaves_a_row_out_does_not_make_that_row_nothing() -> None:
    rows = changed(with_parts(), (11, 3, "20.00"), (11, 4, "8.00"))
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert with_status(found, "contradicted") == []
    assert not any(finding.expected == 0 for finding in found.findings)
    assert any(finding.rule in ("grand_total", "table.sums_unclear") for finding in found.findings)


def test_two_amounts_in_each_others_place_were_two_accusations() -> None:
    rows = changed(with_parts(), (6, 4, "4.00"), (6, 5, "1.00"))
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert sorted(with_status(found, "contradicted")) == [("2050803", "basic"), ("2050803", "project")]
    (finding,) = errors(found)
    assert "stand in each other's place" in finding.message


def test_a_row_that_is_not_there_is_named_as_that_and_accuses_no_figure() -> None:
    rows = [row for row in with_parts() if row[0] != "2010301"]
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert counted(found) == printed(rows)
    (finding,) = [finding for finding in found.findings if finding.rule == "row.parts_missing"]
    assert finding.severity == "warning"
    assert "70,000.00 of total, 70,000.00 of basic" in finding.message
    assert {item["status"] for item in found.items} == {"proved"}


def test_a_row_that_only_one_of_two_equal_tables_has_is_named() -> None:
    codes = [f"20{n}" for n in range(1, 10)]
    whole = [(code, f"类{code}", "", f"{n}1.3{n}", f"{n}1.3{n}", "") for n, code in enumerate(codes, 1)]
    total = ("合计", LEFT, LEFT, "461.85", "461.85", "")
    found = read(COVER, sheet(FUNCTIONS, [HEADER, *whole, total]), sheet(LISTED, [HEADER, *whole[:-1], total]))
    (finding,) = [finding for finding in found.findings if finding.rule == "row.only_here"]
    assert (finding.printed, finding.severity) == ("91.39", "warning")
    assert "类209" in finding.message


def test_what_two_tables_print_alike_tells_which_of_them_is_wrong() -> None:
    """Nothing declares that these two tables are equal: eleven rows that agree do."""
    wrong = changed(with_parts(), (2, 3, "7.30"), (2, 4, "7.30"))
    found = read(COVER, sheet(FUNCTIONS, [HEADER, *with_parts()]), sheet(LISTED, [HEADER, *wrong]))
    assert found.verdict
    alike = [identity for identity in found.verdict.identities if identity.rule.startswith("between.")]
    assert {identity.weak for identity in alike} == {True}
    assert sum(not identity.holds for identity in alike) == 2
    assert {key[0] for key, status in found.verdict.status.items() if status == "contradicted"} == {
        "general_public_expenditure"
    }


def test_names_tell_the_order_of_rows_without_codes_that_other_tables_code() -> None:
    header = ("项目", "合计", "基本支出", "项目支出")
    named = [(row[1] if row[1] != LEFT else "合计", *row[3:]) for row in with_parts()]
    found = read(COVER, sheet(LISTED, [HEADER, *with_parts()]), sheet(FUNCTIONS, [header, *named]))
    levels = {item["item"]: item["level"] for item in found.items if item["table"] == "expenditure_summary"}
    assert (levels["一般公共服务支出"], levels["行政运行"]) == (1, 3)
    slipped = changed(named, (2, 1, "7.50"))
    found = read(COVER, sheet(LISTED, [HEADER, *with_parts()]), sheet(FUNCTIONS, [header, *slipped]))
    accused = {
        (item["table"], item["item"], item["measure"]) for item in found.items if item["status"] == "contradicted"
    }
    assert accused == {("expenditure_summary", "行政运行", "total")}


def test_a_total_among_the_rows_that_it_sums_up_accuses_nobody() -> None:
    rows = [*with_parts()[:4], with_parts()[-1], *with_parts()[4:-1]]
    found = read(COVER, sheet(LISTED, [HEADER, *rows]))
    assert errors(found) == []
    assert with_status(found, "contradicted") == with_status(found, "in_doubt") == []


def test_cells_that_hold_as_one_are_one_figure_and_zeros_are_none() -> None:
    found, ledger = sums_of(sample(0))
    united = figures(found, ledger)
    assert all(ledger.fen(key) == ledger.fen(cells[0]) for key, cells in united.items() for key in cells)
    assert all(ledger.fen(key) for key in united)
    assert max(map(len, united.values())) > 3


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(SAMPLES) - 1), st.sampled_from(sorted(SLIPS)), st.randoms(use_true_random=False))
def test_who_is_to_blame_does_not_depend_on_the_order_of_the_identities(
    number: int, kind: str, chance: random.Random
) -> None:
    document = sample(number)
    slipped = SLIPS[kind](chance, list(document.tables))
    if slipped is None:
        return
    found, ledger = sums_of(replace(document, tables=slipped.tables))
    shuffled = chance.sample(found, len(found))
    said = [{(culprit.move, culprit.sure) for culprit in culprits(each, ledger)} for each in (found, shuffled)]
    assert said[0] == said[1]


@pytest.mark.parametrize("kind", sorted(PLANTED))
def test_what_is_misunderstood_accuses_nobody(kind: str) -> None:
    """Columns renamed, a level gone, a code twice, a total elsewhere: every figure is right, and stays so."""
    for number in range(len(SAMPLES)):
        document = sample(number)
        assert document.publication
        chance = random.Random(f"{kind} {number}")
        for _ in range(10):
            planted = PLANTED[kind](chance, list(document.extracted))
            if planted is not None:
                after = prove(planted.tables, stage_of(document), document.publication.fiscal_year)
                assert "contradicted" not in after.verdict.status.values()


def test_the_benchmark_judges_a_document_as_a_run_does() -> None:
    document = sample(1)
    judged = Judged(document, list(document.extracted))
    assert document.verdict
    assert [status for _, status in judged.status.values()] == list(document.verdict.status.values())


def test_rows_that_hang_on_the_wrong_one_were_called_withheld() -> None:
    """款 and 项 that were read as parts of another row leave their own row too large: nothing is missing."""
    rows: Rows = (
        ("301", "工资福利支出", "", "60.00", "60.00", ""),
        ("30101", "基本工资", "", "10.00", "10.00", ""),
        ("3010101", "岗位工资", "", "20.31", "20.31", ""),
        ("3010102", "薪级工资", "", "29.69", "29.69", ""),
        ("302", "商品和服务支出", "", "9.27", "9.27", ""),
        ("30201", "办公费", "", "4.10", "4.10", ""),
        ("30202", "印刷费", "", "5.17", "5.17", ""),
        ("合计", LEFT, LEFT, "69.27", "69.27", ""),
    )
    header = ("经济分类科目编码", "经济分类科目名称", *HEADER[2:])
    found = read(COVER, sheet("一般公共预算支出情况表（按经济分类科目）", [header, *rows]))
    assert not any(finding.rule == "row.parts_missing" for finding in found.findings)
    assert errors(found) == []
