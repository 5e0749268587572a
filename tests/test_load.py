"""A dataset that others made, or edited: read as the contract says, or refused with what is wrong."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.written import Rows, edit, put
from yusuan.pipeline.load.folder import BreaksContract, load
from yusuan.schemas.dataset.fields import RESOURCES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the committed dataset."""
    return Path(shutil.copytree(ROOT / "extracted", tmp_path / "data", ignore=shutil.ignore_patterns(".yusuan")))


def drop(column: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        at = rows[0].index(column)
        for row in rows:
            del row[at]

    return change


def test_every_value_is_the_one_in_the_file(folder: Path) -> None:
    loaded = load(folder)
    for resource in RESOURCES:
        with (folder / f"{resource.name}.csv").open(encoding="utf-8", newline="") as file:
            written = list(csv.DictReader(file))
        rows = loaded[resource.name].to_pylist()
        assert len(rows) == len(written)
        for row, expected in zip(rows, written, strict=True):
            for name, value in row.items():
                if isinstance(value, Decimal):
                    assert value == Decimal(expected[name])
                elif isinstance(value, bool):
                    assert str(value).lower() == expected[name]
                else:
                    assert ("" if value is None else str(value)) == expected[name]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_a_missing_file_is_named(folder: Path, resource: object) -> None:
    name = f"{resource.name}.csv"  # type: ignore[attr-defined]
    (folder / name).unlink()
    with pytest.raises(BreaksContract, match=f"{name} is not there"):
        load(folder)


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("line_items", drop("status"), "expected status as well"),
        ("line_items", put("amount", "1e6", row=3), "row 3: found '1e6' as amount; expected a number with 2 decimals"),
        ("line_items", put("amount", "1.005", row=3), "found '1.005' as amount"),
        ("line_items", put("amount", "", row=3), "row 3: found nothing as amount; expected a value"),
        ("line_items", put("page", "two", row=3), "found 'two' as page; expected a whole number"),
        ("line_items", put("is_leaf", "TRUE", row=3), "found 'TRUE' as is_leaf; expected true or false"),
        ("line_items", put("status", "proven", row=3), "found 'proven' as status; expected one of"),
        ("line_items", put("line_id", "7", row=3), "found '7' as line_id"),
        ("line_items", put("document_id", "000000000000", row=3), "row 3: found document_id 000000000000"),
        ("findings", put("document_id", "000000000000", row=3), "expected one of those in documents.csv"),
        ("line_items", lambda rows: rows.append(rows[-1]), "more than once"),
        ("line_items", lambda rows: rows.pop(), "as documents.csv says"),
        ("line_items", lambda rows: rows[4].append("more"), "could not be read"),
        ("line_items", put("amount", "7.00", row=3), "row 3: found 7.00 as amount of"),
        ("line_items", put("printed", "一千", row=3), "expected a number in a unit of money"),
        ("line_items", put("status", "unproved"), "proved rows of document"),
        ("documents", put("fiscal_year", "2017.0", row=3), "found '2017.0' as fiscal_year"),
    ],
)
def test_what_breaks_the_contract_is_named(
    folder: Path, file: str, change: Callable[[Rows], object], said: str
) -> None:
    edit(folder / f"{file}.csv", change)
    with pytest.raises(BreaksContract) as refused:
        load(folder)
    assert said in str(refused.value)
    assert f"{file}.csv" in str(refused.value)


def test_files_of_other_programs_may_have_more_columns_and_another_order(folder: Path) -> None:
    def change(rows: Rows) -> None:
        for number, row in enumerate(rows):
            row[:] = ["note" if number == 0 else "x", *reversed(row)]

    before = load(folder)["line_items"]
    edit(folder / "line_items.csv", change)
    assert load(folder)["line_items"].equals(before)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"document_id\n\xff\n"])
def test_a_file_that_is_no_table_is_named(folder: Path, content: bytes) -> None:
    (folder / "findings.csv").write_bytes(content)
    with pytest.raises(BreaksContract, match="findings"):
        load(folder)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("datapackage.json", None, "the dataset was not written whole"),
        ("datapackage.json", b"{", "could not be read"),
        ("datapackage.json", b'{"resources": [1]}', "could not be read"),
        ("datapackage.json", b'{"resources": []}', "documents.csv: found sha256:"),
        ("line_items.parquet", b"PAR1", "line_items.parquet: found sha256:"),
    ],
)
def test_files_that_the_data_package_denies_are_no_dataset(
    folder: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(BreaksContract) as refused:
        load(folder)
    assert said in str(refused.value)


def test_a_document_has_the_id_of_its_bytes_unless_another_has_it_too(folder: Path) -> None:
    edit(folder / "documents.csv", put("sha256", "0" * 64, row=1))
    with pytest.raises(BreaksContract, match=r"documents\.csv: found document_id [0-9a-f]{12} of the bytes 0000"):
        load(folder)
    edit(folder / "documents.csv", put("reason", "document.same_id: found another", row=1))
    load(folder)


def test_a_changed_word_is_denied_by_the_hash(folder: Path) -> None:
    file = folder / "statements.csv"
    file.write_bytes(file.read_bytes().replace("。".encode(), "！".encode(), 1))
    with pytest.raises(BreaksContract, match=r"statements\.csv: found sha256:.*it was changed, or is of another run"):
        load(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
@pytest.mark.parametrize("name", ["findings.csv", "datapackage.json"])
def test_a_pipe_is_no_file_of_a_dataset(folder: Path, name: str) -> None:
    (folder / name).unlink()
    os.mkfifo(folder / name)
    with pytest.raises(BreaksContract, match="found a pipe"):
        load(folder)
