"""Who is accused of what: figures and their copies, amounts in each other's place, missing rows, and nobody."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.mutations import Judged
from benchmarks.slips import PLANTED, SLIPS
from tests.conftest import ROOT
from tests.sheets import COVER, Rows, counted, printed, read, sheet
from tests.test_statuses import HEADER, ROWS, changed, with_status
from typeset import LEFT
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.extract.amounts import Amount
from yusuan.pipeline.extract.records import ExtractedTable, PrintedAmount, Record
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove import within
from yusuan.pipeline.prove.between import identities as between
from yusuan.pipeline.prove.blame import blame
from yusuan.pipeline.prove.culprits import culprits
from yusuan.pipeline.prove.figures import figures
from yusuan.pipeline.prove.identities import Identity, Ledger
from yusuan.pipeline.prove.proof import prove
from yusuan.pipeline.prove.said import statement
from yusuan.schemas.sentences.said import NOTHING
from yusuan.schemas.tables.declaration import Side, Stage

SAMPLES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
FUNCTIONS = "支出总体情况表"
SAME = "财政拨款支出情况表"
LISTED = "一般公共预算支出情况表"
LARGE = "general_public_expenditure"
SHANGHAI = 5


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
@example(0, "row dropped", random.Random(1))  # who is to be named where nobody is to blame
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


def large(rows: int) -> list[ExtractedTable]:
    """The table of a sample with that many 项 of made-up figures, twenty below each 款."""
    whole = next(t for t in sample(SHANGHAI).extracted if t.table.id == LARGE)
    chance = random.Random(rows)
    records: list[Record] = []
    figures: list[dict[str, int]] = []

    def add(code: str, level: int, parent: int | None, fen: dict[str, int]) -> int:
        at = len(records)
        records.append(
            Record(at + 1, 1 + at // 40, "expenditure", code, code or "合计", level, (0, at, 1, at + 1), {}, parent)
        )
        figures.append(fen)
        above: int | None = parent
        while above is not None:
            figures[above] = {measure: figures[above][measure] + fen[measure] for measure in fen}
            above = records[above].parent
        return at

    nothing = {"total": 0, "basic": 0, "project": 0}
    group = 0
    for number in range(rows // 20):
        if not number % 20:
            group = add(f"2{number // 20:02d}", 1, None, nothing)
        part = add(f"2{number // 20:02d}{number % 20:02d}", 2, group, nothing)
        for line in range(20):
            basic, project = chance.randrange(1, 10**7), chance.randrange(1, 10**7)
            add(
                f"{records[part].code}{line:02d}",
                3,
                part,
                {"total": basic + project, "basic": basic, "project": project},
            )
    first = [fen for fen, record in zip(figures, records, strict=True) if record.level == 1]
    add("", 0, None, {measure: sum(fen[measure] for fen in first) for measure in nothing})
    for record, fen in zip(records, figures, strict=True):
        record.amounts = {
            m: PrintedAmount(Amount(f, f"{f}", 1, False), record.page, record.box) for m, f in fen.items()
        }
    measures: frozenset[tuple[Side, str]] = frozenset(("expenditure", measure) for measure in nothing)
    table = replace(whole, records=tuple(records), measures=measures, unsummed=frozenset(), doubted=frozenset())
    return [table]


def seconds(tables: list[ExtractedTable]) -> float:
    """Processor time of the proofs: the least of three."""
    times = []
    for _ in range(3):
        started = time.process_time()
        prove(tables, "budget", 2025)
        times.append(time.process_time() - started)
    return min(times)


def wrong_everywhere(tables: list[ExtractedTable]) -> list[ExtractedTable]:
    """Every third row with another amount than it should have."""
    for record in tables[0].records[::3]:
        held = record.amounts["total"]
        record.amounts["total"] = replace(held, amount=replace(held.amount, fen=held.amount.fen + 7 * record.row))
    return tables


def one_column(tables: list[ExtractedTable]) -> list[ExtractedTable]:
    """The last row of each 款 alone, by name, in one column, under a total that is another."""
    (table,) = tables
    records = [
        replace(record, code="", level=1, parent=None, amounts={"total": record.amounts["total"]})
        for record in table.records
        if record.level == 3
    ]
    total = replace(table.records[-1], amounts={"total": table.records[0].amounts["total"]})
    measures: frozenset[tuple[Side, str]] = frozenset({("expenditure", "total")})
    return [replace(table, records=(*records, total), measures=measures)]


def of_many_totals(tables: list[ExtractedTable]) -> list[ExtractedTable]:
    """Every seventh row called a total."""
    (table,) = tables
    records = [
        replace(r, level=0, code="", item="合计", parent=None) if r.level == 3 and not n % 7 else r
        for n, r in enumerate(table.records)
    ]
    return [replace(table, records=tuple(records))]


@pytest.mark.parametrize("spoiled", [wrong_everywhere, one_column, of_many_totals])
def test_a_table_of_thousands_of_rows_that_does_not_add_up_took_hours(
    spoiled: Callable[[list[ExtractedTable]], list[ExtractedTable]],
) -> None:
    """Four times as many rows cost no more than eight times as much."""
    small, big = (seconds(spoiled(large(rows))) for rows in (800, 3200))
    assert big < max(8 * small, 0.5)


def test_what_fails_all_over_accuses_nobody() -> None:
    after = prove(wrong_everywhere(large(800)), "budget", 2025)
    assert "contradicted" not in after.verdict.status.values()
    assert after.unsettled or after.verdict.findings


@pytest.mark.parametrize("at", range(1, 12))
@pytest.mark.parametrize("name", ["其他未列明事务", "新增支出"])
def test_a_name_that_no_other_table_has_made_other_rows_wrong(at: int, name: str) -> None:
    """A row of a list by names is called otherwise than in the coded table: where it stands is not known then, and its
    own 类 was accused of the money that it has.
    """
    institution: Rows = [
        ("201", "一般公共服务支出", "", "27.31", "20.31", "7.00"),
        ("20103", "政府办公厅（室）及相关机构事务", "", "27.31", "20.31", "7.00"),
        ("2010301", "行政运行", "示例市示范局", "7.21", "7.21", ""),
        ("2010302", "一般行政管理事务", "示例市示范局", "8.10", "4.10", "4.00"),
        ("2010350", "事业运行", "示例市示范局", "12.00", "9.00", "3.00"),
    ]
    rows: Rows = [*institution, *with_parts()[4:-1], ("合计", LEFT, LEFT, "63.57", "52.57", "11.00")]
    named = [(row[1] if row[1] != LEFT else "合计", *row[3:]) for row in rows]
    named[at] = (name, *named[at][1:])
    header = ("项目", "合计", "基本支出", "项目支出")
    found = read(COVER, sheet(LISTED, [HEADER, *rows]), sheet(FUNCTIONS, [header, *named]))
    assert {item["status"] for item in found.items} == {"proved"}
    assert not any(f.rule in ("table.sums_unclear", "row.parts_missing") or f in errors(found) for f in found.findings)


def test_an_amount_was_expected_to_be_below_zero() -> None:
    """No body prints what it would have to take off; where a figure could only be wrong so, rows are misunderstood."""
    key, other, third = (LARGE, 0, "total"), (LARGE, 1, "total"), (LARGE, 2, "total")
    ledger = Ledger(large(20))
    short = -ledger.fen(key) - 5
    sums = [
        Identity("column_sum", NOTHING, (key,), (other,), -short, 0),
        Identity("grand_total", NOTHING, (key,), (third,), -short, 0),
    ]
    blamed = culprits(sums, ledger)
    assert [(each.key, each.sure, each.change) for each in blamed] == [(key, True, short)]
    assert blame(sums, [], ledger, own=True).accused == ()


def test_a_sum_of_thousands_of_figures_was_said_with_all_of_them() -> None:
    ledger = Ledger(large(2000))
    keys = [(LARGE, index, "total") for index in range(1, 2000)]
    identity = ledger.identity("grand_total", NOTHING, [(LARGE, 0, "total")], keys)
    assert identity
    assert len(statement(identity, ledger).en) > 20_000
    said = statement(identity, ledger, most=20).en
    assert len(said) < 600
    assert f"+ {len(keys) - 20} more, together " in said
