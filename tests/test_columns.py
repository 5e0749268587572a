"""Values are held against their fields one by one, and laid out for Parquet, as pandera and pyarrow do it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandera.errors
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.normalize import columns as module
from yusuan.pipeline.normalize.as_text import csv_text, header
from yusuan.pipeline.normalize.columns import Columns, checked, columns_of, values
from yusuan.pipeline.write.arrow_columns import arrow_array, arrow_type
from yusuan.schemas.dataset.fields import RESOURCES
from yusuan.schemas.dataset.resource import Field, Resource

TEXT, NUMBER, WHOLE, FLAG = (
    Field(kind, kind, "", "", required=False) for kind in ("string", "number", "integer", "boolean")
)
FILE = Resource(
    "file",
    "",
    "",
    key=("id", "part"),
    fields=(
        Field("id", "string", "", ""),
        Field("part", "integer", "", ""),
        Field("kind", "string", "", "", enum=("a", "b")),
        Field("unit", "string", "", "", required=False, enum=("元",)),
        Field("amount", "number", "", "", required=False),
        Field("share", "number", "", "", required=False, places=None),
        Field("leaf", "boolean", "", ""),
    ),
)
ROW = {"id": "x", "part": 1, "kind": "a", "unit": None, "amount": 0.125, "share": Decimal("1.50"), "leaf": True}


def file(**other: Any) -> Columns:
    """Two rows, the second one with other values."""
    return columns_of([ROW, {**ROW, "part": 2, **other}], FILE.columns)


def test_values_that_fit_are_not_shown_to_pandera(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "frame_of", None)
    for other in ({}, {"unit": "元"}, {"amount": None}, {"id": ""}, {"amount": Decimal(3)}, {"leaf": False}):
        assert checked(file(**other), FILE) == file(**other)


@pytest.mark.parametrize(
    ("other", "column", "found"),
    [
        ({"kind": "c"}, "kind", "c"),
        ({"kind": None}, "kind", None),
        ({"id": None}, "id", None),
        ({"unit": "万"}, "unit", "万"),
        ({"part": None}, "part", None),
        ({"part": 1}, "part", 1),
    ],
    ids=str,
)
def test_a_value_that_does_not_fit_is_named_as_pandera_names_it(
    other: dict[str, Any], column: str, found: object
) -> None:
    with pytest.raises(pandera.errors.SchemaErrors) as wrong:
        checked(file(**other), FILE)
    cases = wrong.value.failure_cases
    (case,) = [case for case in cases.to_dict("records") if case["column"] == column][-1:]
    assert found is None or case["failure_case"] == found
    assert "isin" in str(case["check"]) or "null" in str(case["check"]) or "unique" in str(case["check"])


@pytest.mark.parametrize(
    "other", [{"part": 2.5}, {"part": "x"}, {"id": b"x", "kind": 5}, {"part": 2**63}, {"part": [1]}], ids=str
)
def test_a_value_of_another_type_is_refused(other: dict[str, Any]) -> None:
    with pytest.raises((pandera.errors.SchemaErrors, ValueError, TypeError, OverflowError)):
        checked(file(**other), FILE)


def test_what_pandera_takes_for_a_value_is_one() -> None:
    assert checked(file(part=2.0, amount=float("nan")), FILE) == file(amount=None)


def test_lines_are_as_the_contract_says() -> None:
    columns = file(id='a,"b"\n', amount=-0.001, share=Decimal("-2"), leaf=False)
    assert header(FILE) == "id,part,kind,unit,amount,share,leaf\n"
    assert csv_text(columns, FILE) == 'x,1,a,,0.12,1.50,true\n"a,""b""\n",2,a,,0.00,-2,false\n'


def test_the_rows_of_the_samples_hold_by_themselves(samples: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """pandera has checked them as frames; the look at each value must find nothing else."""
    monkeypatch.setattr(module, "frame_of", None)
    assert len(samples.line_items)
    for resource in RESOURCES:
        frame = getattr(samples, resource.name)
        columns = {name: values(frame[name]) for name in resource.columns}
        assert checked(columns, resource) is columns


def listed(kind: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.none() | kind, max_size=40)


AMOUNTS = st.decimals(min_value=-(10**15), max_value=10**15, places=2)


@given(
    st.one_of(
        st.tuples(st.just(TEXT), listed(st.text(max_size=6))),
        st.tuples(st.just(WHOLE), listed(st.integers(-(2**63), 2**63 - 1))),
        st.tuples(st.just(FLAG), listed(st.booleans())),
        st.tuples(st.just(NUMBER), listed(AMOUNTS)),
    )
)
def test_an_array_is_the_one_that_arrow_makes(column: tuple[Field, list[Any]]) -> None:
    field, found = column
    ours = arrow_array(found, field)
    ours.validate(full=True)
    assert ours.equals(pa.array(found, type=arrow_type(field)))


@pytest.mark.parametrize("number", [Decimal(10) ** 16, -(Decimal(10) ** 17)])
def test_a_number_with_too_many_digits_is_no_decimal_of_the_file(number: Decimal) -> None:
    with pytest.raises(ValueError, match="expected 18 digits, 2 of them decimals"):
        arrow_array([number], NUMBER)
    with pytest.raises(pa.ArrowInvalid):
        pa.array([number.quantize(Decimal("0.01"))], type=arrow_type(NUMBER))
