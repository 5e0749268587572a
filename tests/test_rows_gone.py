"""Rows that are not there, told by the codes of those that are: a 款 whose 项 hang, one that has 项 elsewhere."""

from __future__ import annotations

from benchmarks.slips import without
from tests.sheets import COVER, Rows, read, sheet
from tests.test_planted import ROWS
from tests.test_statuses import HEADER
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.proof import prove

LISTED, FUNCTIONS = "一般公共预算支出情况表", "支出总体情况表"


def documents(*titles: str, rows: Rows = ROWS) -> Document:
    return read(COVER, *(sheet(title, [HEADER, *rows]) for title in titles))


def told(found: Document, code: str) -> list[Finding]:
    """What is said of a document when the row of a code is not in its last table, beyond what was said before."""
    last = found.extracted[-1]
    (gone,) = [index for index, record in enumerate(last.records) if record.code == code]
    before, after = (
        prove(tables, "budget", 2026).verdict.findings
        for tables in (found.extracted, without(list(found.extracted), last, {gone}))
    )
    return [finding for finding in after if finding not in before]


def test_a_row_with_many_parts_was_missed_because_so_many_rows_hung_on_none() -> None:
    rest = [(f"22102{n:02}", f"补贴{n}", "示例市示范局", f"{n}.17", f"{n}.17", "") for n in range(4, 9)]
    rows = [*ROWS[:16], *rest, *ROWS[18:]]
    rows[14:16] = [(*row[:3], "30.85", "30.85", "") for row in rows[14:16]]
    rows[-1] = (*rows[-1][:3], "123.71", "113.71", "10.00")
    found = documents(LISTED, rows=rows)
    assert found.findings == [] or all(f.rule != "row.no_parent" for f in found.findings)
    assert [finding.rule for finding in told(found, "22102")] == ["row.no_parent"]


def test_the_only_part_of_a_row_was_missed_though_another_table_has_it() -> None:
    found = documents(FUNCTIONS, LISTED)
    assert "row.no_finer" in [finding.rule for finding in told(found, "2050803")]
    assert "row.no_finer" not in [finding.rule for finding in told(documents(LISTED), "2050803")]
