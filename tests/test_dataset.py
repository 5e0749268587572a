"""What the dataset promises, on the documents of raw_pdfs/."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.conftest import ROOT
from yusuan.pipeline.dataset.dataset import Dataset, assemble
from yusuan.pipeline.dataset.gather import read_all, run
from yusuan.pipeline.document.rows import PackedRows
from yusuan.pipeline.write.folder import write_dataset
from yusuan.schemas.dataset.fields import DOCUMENTS, FINDINGS, LINE_ITEMS, OTHER_ITEMS, PERFORMANCE_TARGETS, STATEMENTS
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.vocabulary.around import SUBTOTALS

CONTRACT = {
    "documents": "document_id path sha256 pages producer fiscal_year stage entity entity_level entity_from "
    "year_from other_document tables line_items proved unproved contradicted in_doubt other_items unread "
    "status reason reason_zh",
    "line_items": "line_id document_id fiscal_year stage entity entity_level table row side classification code level "
    "item measure basis amount printed unit is_leaf status page x0 top x1 bottom body project economic_code "
    "economic_item government_economic_code government_economic_item read read_as",
    "findings": "document_id finding rule severity table row measure page x0 top x1 bottom printed expected "
    "difference cause message message_zh",
    "other_items": "document_id table title row column row_names column_names amount printed unit status page "
    "x0 top x1 bottom read",
    "statements": "document_id statement page sentence subject quantity fiscal_year value unit status read",
    "performance_targets": "document_id form line kind project field label sub_project level_1 level_2 level_3 value "
    "comparator number number_unit amount unit status page x0 top x1 bottom read",
}


@pytest.fixture(scope="module")
def folder(samples: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dataset")
    write_dataset(samples, out)
    return out


@pytest.mark.parametrize("resource", [DOCUMENTS, LINE_ITEMS, FINDINGS, STATEMENTS, OTHER_ITEMS, PERFORMANCE_TARGETS])
def test_columns_are_the_promised_ones(folder: Path, resource: object) -> None:
    name = resource.name  # type: ignore[attr-defined]
    header = (folder / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0]
    assert header == CONTRACT[name].replace(" ", ",")


def test_csv_has_no_bom_no_cr_and_plain_values(folder: Path) -> None:
    content = (folder / "line_items.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    items = pd.read_csv(folder / "line_items.csv", dtype=str, keep_default_na=False)
    assert items["amount"].str.fullmatch(r"-?\d+\.\d\d").all()
    assert set(items["is_leaf"]) == {"true", "false"}
    assert items["line_id"].str.fullmatch(r"[0-9a-f]{16}").all()


def test_line_id_and_findings_are_unique(samples: Dataset) -> None:
    assert samples.line_items["line_id"].is_unique
    assert not samples.findings.duplicated(["document_id", "finding"]).any()


def test_statements_are_numbered_in_order_with_the_decimals_printed(samples: Dataset, folder: Path) -> None:
    for _, own in samples.statements.groupby("document_id"):
        assert list(own["statement"]) == list(range(1, len(own) + 1))
    statements = pd.read_csv(folder / "statements.csv", dtype=str, keep_default_na=False)
    assert statements["value"].str.fullmatch(r"-?\d+(\.\d+)?").all()
    assert {"3423", "137.6", "9628.22"} <= set(statements["value"])


def test_leaves_count_every_yuan_once(samples: Dataset) -> None:
    items = samples.line_items[samples.line_items["table"] != "three_public_and_operating"]
    items = items[items["table"] != "expenditure_by_use"]  # its total is that of the functions beside it
    for place, own in items.groupby(["document_id", "table", "side", "measure"]):
        totals = own[(own["level"] == 0) & ~own["item"].isin(SUBTOTALS)]
        if "总计" in set(totals["item"]):
            totals = totals[totals["item"] == "总计"]  # 人员经费合计 is a part of it
        leaves = own[own["is_leaf"]]
        # Figures in 万元 are rounded; each may be off by half of its last digit.
        rounded = set(own["unit"]) == {"万元"}
        allowed = Decimal(50) * (len(leaves) + len(totals)) if rounded else Decimal(0)
        assert abs(Decimal(leaves["amount"].sum()) - Decimal(totals["amount"].sum())) <= allowed, place


def test_parquet_has_the_values_of_the_csv(folder: Path) -> None:
    table = pq.read_table(folder / "line_items.parquet")
    items = pd.read_csv(folder / "line_items.csv", dtype=str, keep_default_na=False)
    assert table.column_names == list(items.columns)
    for name in table.column_names:
        values = table[name].to_pylist()
        if name == "is_leaf":
            values = [str(value).lower() for value in values]
        assert [str(value) for value in values] == list(items[name]), name


def test_frictionless_accepts_the_data_package(folder: Path) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            assert field["title"]
            assert field["description"]


def test_fiscal_column_types_are_declared(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(r for r in package["resources"] if r["name"] == "line_items")["schema"]["fields"]
    types = {field["columnType"] for field in fields if "columnType" in field}
    assert {"value", "date:fiscal-year", "direction", "phase:id", "budget-line-id"} <= types


def test_order_of_files_changes_nothing(samples: Dataset) -> None:
    documents = [*read_all(sorted(ROOT.joinpath("raw_pdfs").rglob("*.pdf"), reverse=True))]
    items = assemble(documents).line_items
    pd.testing.assert_frame_equal(items, samples.line_items)


def test_same_file_under_two_names_is_one_document_with_both_paths(tmp_path: Path) -> None:
    source = next(ROOT.joinpath("raw_pdfs", "2024").glob("*（单位）.pdf")).read_bytes()
    (tmp_path / "甲 单位.pdf").write_bytes(source)
    (tmp_path / "乙 单位.PDF").write_bytes(source)
    dataset = run([tmp_path])
    assert len(dataset.documents) == 1
    assert dataset.documents["path"][0].split(" | ") == [
        (tmp_path / name).as_posix() for name in ("乙 单位.PDF", "甲 单位.pdf")
    ]
    assert dataset.line_items["line_id"].is_unique


def test_republished_document_keeps_its_line_ids_and_is_named(tmp_path: Path) -> None:
    source = next(ROOT.joinpath("raw_pdfs", "2024").glob("*（单位）.pdf")).read_bytes()
    (tmp_path / "one.pdf").write_bytes(source)
    before = run([tmp_path]).line_items["line_id"]
    (tmp_path / "one.pdf").write_bytes(source + b"\n% published again\n%%EOF\n")
    again = run([tmp_path])
    assert list(again.line_items["line_id"]) == list(before)
    (tmp_path / "two.pdf").write_bytes(source)
    both = run([tmp_path])
    assert both.line_items["line_id"].is_unique
    assert set(before) < set(both.line_items["line_id"])
    assert list(both.findings["rule"]).count("document.republished") == 1


FEW = Resource(
    "few",
    "Few",
    "",
    key=("item",),
    fields=(
        Field("item", "string", "", ""),
        Field("amount", "number", "", "", required=False),
        Field("status", "string", "", "", required=False, enum=("proved",)),
    ),
)


def test_packed_rows_are_the_rows() -> None:
    rows = [
        {"item": "支出", "amount": Decimal("1.00"), "status": "proved", "lineage": ["a", None]},
        {"item": "", "amount": 1.5, "status": None, "lineage": []},
    ]
    packed = PackedRows(rows, FEW, ["lineage"])
    assert list(packed) == rows
    assert len(packed) == 2
    assert packed[1] == rows[1]
    assert packed[:1] == rows[:1]
    assert packed.text == "支出,1.00,proved\n,1.50,\n"
    assert packed.statuses == {"proved": 1, None: 1}
    assert list(PackedRows(packed, FEW, ["lineage"])) == rows
