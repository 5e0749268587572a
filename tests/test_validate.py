"""The quick look at an extracted table agrees with its pandera schema."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small import expenditure, read
from yusuan.pipeline.extract.records import ExtractedTable, PrintedAmount
from yusuan.pipeline.extract.validate import Misread, _plainly_valid, check, validate
from yusuan.schemas.dataset.domains import table_domains
from yusuan.schemas.dataset.frames import table_schema


@pytest.fixture(scope="module")
def table() -> ExtractedTable:
    return read(expenditure()).tables[0]


def broken(table: ExtractedTable, **values: Any) -> ExtractedTable:
    """The table with its second record changed."""
    first, second, *rest = table.records
    return replace(table, records=(first, replace(second, **values), *rest))


def test_the_schema_of_a_table_has_the_columns_of_its_frame(table: ExtractedTable) -> None:
    assert list(table_schema(table.table).columns) == list(table_domains(table.table)) == list(table.frame().columns)


def test_a_table_as_declared_passes_without_a_frame(table: ExtractedTable) -> None:
    assert _plainly_valid(table)
    check(table)


@pytest.mark.parametrize(
    "values", [{"row": 0}, {"page": -1}, {"level": 99}, {"side": "elsewhere"}, {"level": -1}], ids=str
)
def test_what_pandera_refuses_is_refused(table: ExtractedTable, values: dict[str, Any]) -> None:
    wrong = broken(table, **values)
    with pytest.raises(Misread) as whole:
        validate(wrong)
    with pytest.raises(Misread) as quick:
        check(wrong)
    assert str(quick.value) == str(whole.value)


def test_an_amount_beyond_any_budget_is_refused(table: ExtractedTable) -> None:
    record = table.records[1]
    printed = record.amounts["total"]
    huge = PrintedAmount(replace(printed.amount, fen=10**17 + 1), printed.page, printed.box)
    wrong = broken(table, amounts={**record.amounts, "total": huge})
    assert not _plainly_valid(wrong)
    with pytest.raises(Misread, match="total"):
        check(wrong)


def test_a_published_error_is_left_to_the_proofs(table: ExtractedTable) -> None:
    check(broken(table, code="7"))
    validate(broken(table, code="7"))
