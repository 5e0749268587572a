"""What a reader misunderstands accuses nobody: a column by another name, a level that was not read."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.slips import renamed, without
from tests.sheets import COVER, Rows, read, sheet
from tests.test_blame import errors
from tests.test_statuses import HEADER, with_status
from typeset import LEFT
from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.prose.tables import Figure
from yusuan.pipeline.prose.tables import Tables as Said
from yusuan.pipeline.prove import within
from yusuan.pipeline.prove.proof import prove
from yusuan.pipeline.prove.structure import gaps
from yusuan.schemas.prose.statements import Place

LISTED = "一般公共预算支出情况表"
ROWS: Rows = (
    ("201", "一般公共服务支出", "", "45.37", "35.37", "10.00"),
    ("20103", "政府办公厅（室）及相关机构事务", "", "45.37", "35.37", "10.00"),
    ("2010301", "行政运行", "示例市示范局", "35.37", "35.37", ""),
    ("2010302", "一般行政管理事务", "示例市示范局", "10.00", "", "10.00"),
    ("205", "教育支出", "", "5.16", "5.16", ""),
    ("20508", "进修及培训", "", "5.16", "5.16", ""),
    ("2050803", "培训支出", "示例市示范局", "5.16", "5.16", ""),
    ("208", "社会保障和就业支出", "", "31.26", "31.26", ""),
    ("20805", "行政事业单位养老支出", "", "31.26", "31.26", ""),
    ("2080505", "基本养老保险缴费支出", "示例市示范局", "20.84", "20.84", ""),
    ("2080506", "职业年金缴费支出", "示例市示范局", "10.42", "10.42", ""),
    ("210", "卫生健康支出", "", "11.07", "11.07", ""),
    ("21011", "行政事业单位医疗", "", "11.07", "11.07", ""),
    ("2101101", "行政单位医疗", "示例市示范局", "11.07", "11.07", ""),
    ("221", "住房保障支出", "", "23.45", "23.45", ""),
    ("22102", "住房改革支出", "", "23.45", "23.45", ""),
    ("2210201", "住房公积金", "示例市示范局", "12.31", "12.31", ""),
    ("2210203", "购房补贴", "示例市示范局", "11.14", "11.14", ""),
    ("合计", LEFT, LEFT, "116.31", "106.31", "10.00"),
)


def test_a_column_by_another_name_made_the_wholes_of_its_rows_wrong() -> None:
    found = read(COVER, sheet(LISTED, [HEADER, *ROWS]))
    assert with_status(found, "proved")
    (table,) = found.extracted
    proof = prove([renamed(table, "expenditure", "project", "procurement")], "budget", 2026)
    assert {"contradicted", "in_doubt"}.isdisjoint(proof.verdict.status.values())
    (said,) = [
        finding for finding in (*proof.verdict.findings, *proof.unsettled) if finding.rule != "identity.not_kept"
    ]
    assert (said.rule, said.cause) == ("table.sums_shown", "reader")
    assert "nobody is accused" in said.message


def balances() -> ExtractedTable:
    """The table of a document whose money carried over has the names of the year's own, without the rows above both."""
    rows: Rows = (
        ("收入", LEFT, "支出", LEFT),
        ("项目", "预算数", "项目", "预算数"),
        ("一、本年收入", "900.00", "一、一般公共服务支出", "820.00"),
        ("（一）一般公共预算拨款", "900.00", "二、教育支出", "100.00"),
        ("二、上年结转", "20.00", "", ""),
        ("（一）一般公共预算拨款", "20.00", "", ""),
        ("收入总计", "920.00", "支出总计", "920.00"),
    )
    found = read(COVER, sheet("财政拨款收支总表", rows))
    assert errors(found) == []
    (table,) = found.extracted
    gone = {i for i, record in enumerate(table.records) if record.side == "revenue" and record.level == 1}
    (left,) = without([table], table, gone)
    return left


def test_money_carried_over_was_a_source_where_the_row_above_it_was_not_read() -> None:
    table = balances()
    (carried,) = [index for index, record in enumerate(table.records) if record.kind_of_balance]
    sums = [(left, right) for rule, _, left, right in within.claims(table) if rule == "grand_total"]
    assert not any(right == [(table.table.id, carried, "total")] for _, right in sums)
    place = Place(table.table.id, "revenue", "total", table.records[carried].item)
    assert Said([table]).figure(place) != Figure(Decimal(200_000))


def test_one_source_beside_what_was_carried_over_was_said_to_lack_a_row_of_its_sum() -> None:
    rows: Rows = (
        ("收入", LEFT, "支出", LEFT),
        ("项目", "预算数", "项目", "预算数"),
        ("一、财政拨款", "900.00", "一、一般公共服务支出", "820.00"),
        ("二、上年结转", "20.00", "二、教育支出", "100.00"),
        ("收入总计", "920.00", "支出总计", "920.00"),
    )
    (alone,) = read(COVER, sheet("财政拨款收支总表", rows)).extracted
    more = ("三、国有资本经营预算拨款", "5.00", "", "")
    (several,) = read(COVER, sheet("财政拨款收支总表", [*rows[:-1], more, rows[-1]])).extracted
    lacking = [
        [f for f in gaps(table) if f.rule == "table.no_total" and "revenue" in f.message] for table in (alone, several)
    ]
    assert list(map(len, lacking)) == [0, 1]
