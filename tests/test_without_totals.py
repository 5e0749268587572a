"""Documents whose lists print no grand total: the one body that stands at their head is it."""

from __future__ import annotations

from tests.sheets import COVER, Rows, read, sheet
from typeset import LEFT
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.prove import between
from yusuan.pipeline.prove.identities import Ledger
from yusuan.pipeline.prove.structure import have_no_totals
from yusuan.schemas.identities.national import EQUALITIES

SUMMARY: Rows = (
    ("收入", LEFT, "支出", LEFT),
    ("项目", "预算数", "项目", "预算数"),
    ("一、一般公共预算拨款", "900.00", "一、一般公共服务支出", "820.00"),
    ("二、其他收入", "20.00", "二、教育支出", "100.00"),
    ("收入总计", "920.00", "支出总计", "920.00"),
)


def bodies(*rows: tuple[str, ...]) -> Document:
    header = ("预算单位", "合计", "一般公共预算", "其他收入")
    return read(COVER, sheet("收支总表", SUMMARY), sheet("收入总表", [header, *rows]))


def revenue_total(found: Document) -> list[tuple[str, bool]]:
    (equality,) = [each for each in EQUALITIES if each.rule == "between.revenue_total"]
    return [(i.rule, i.holds) for i in between.identities(equality, Ledger(found.tables), frozenset())]


def test_the_only_body_of_a_table_was_no_row_to_compare_a_total_with() -> None:
    alone = bodies(("示例市示范局（本级）", "920.00", "900.00", "20.00"))
    assert revenue_total(alone) == [("between.revenue_total", True)]
    two = bodies(("示例市示范局（本级）", "900.00", "900.00", ""), ("示例市示范站", "20.00", "", "20.00"))
    assert revenue_total(two) == [("identity.no_row", False)]


def test_a_document_whose_lists_print_no_totals_is_of_no_known_way() -> None:
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    rows = [("201", "一般公共服务支出", "820.00", "820.00", ""), ("205", "教育支出", "100.00", "", "100.00")]
    total = ("", "合计", "920.00", "820.00", "100.00")
    titles = ("支出总表", "一般公共预算支出表")
    for last, lacks in (((), True), ((total,), False)):
        found = read(COVER, *(sheet(title, [header, *rows, *last]) for title in titles))
        assert have_no_totals(found.tables) is lacks
