"""The workbook: every value of the files is in it, as what it is, and nothing else."""

from __future__ import annotations

import csv
import re
import time
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.cells import LONGEST_TEXT, exact, storable
from pipeline.export.refusal import NotExported
from pipeline.export.wide import wide_tables
from pipeline.export.workbook import write_workbook
from pipeline.load import load
from schemas.dataset.fields import CORRECTED, DOCUMENTS, LINE_ITEMS, RESOURCES
from schemas.tables.ids import TABLES
from schemas.tables.measures import MEASURES
from schemas.views import chinese
from schemas.views.field_names import FIELD_NAMES
from tests.conftest import ROOT
from tests.written import dataset

EXTRACTED = ROOT / "extracted"
D = "00000000000a"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of the committed dataset, read back."""
    path = tmp_path_factory.mktemp("workbook") / "w.xlsx"
    assert write_workbook(load(EXTRACTED), path) == []
    return openpyxl.load_workbook(path)


def written(tmp_path: Path, lines: list[dict[str, object]], most_rows: int = 1000, **more: Any) -> Any:
    """The workbook of a dataset of one document with the lines, read back."""
    folder = dataset(tmp_path / "data", [{"document_id": D}], [{"document_id": D, **line} for line in lines], **more)
    write_workbook(load(folder), tmp_path / "w.xlsx", most_rows)
    return openpyxl.load_workbook(tmp_path / "w.xlsx")


def workbook_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/workbook.xml").decode()


def csv_rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(cell: Any, printed: str, kind: str) -> bool:
    """Whether a cell holds what the file has."""
    if printed == "":
        return cell.value is None
    if kind == "boolean":
        return cell.value is (printed == "true")
    if kind in ("integer", "number"):
        return cell.data_type == "n" and Decimal(str(cell.value)) == Decimal(printed)
    return bool(cell.data_type == "s" and cell.value == printed)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_each_value_of_each_file_is_read_back(made: Any, resource: Any) -> None:
    header, *rows = made[resource.name].iter_rows()
    names = [cell.value for cell in header]
    expected = csv_rows(EXTRACTED, resource.name)
    # The samples have no table that is not understood.
    assert len(rows) == len(expected)
    assert rows or resource.name == "other_items"
    assert names[-len(resource.columns) :] == resource.columns
    for row, line in zip(rows, expected, strict=True):
        cells = dict(zip(names, row, strict=True))
        for field in resource.fields:
            assert same(cells[field.name], line[field.name], field.type), (field.name, line)


def test_findings_statements_and_forms_say_whose_they_are(made: Any) -> None:
    bodies = {row["document_id"]: row for row in csv_rows(EXTRACTED, "documents")}
    for name in ("findings", "statements", "performance_targets"):
        for entity, year, stage, document, *_ in made[name].iter_rows(min_row=2, values_only=True):
            said = bodies[document]
            assert (entity, str(year), stage) == (said["entity"], said["fiscal_year"], said["stage"])


def test_the_sheets_of_tables_have_each_amount_once(made: Any) -> None:
    found: list[tuple[str, str, int, str, str, Decimal]] = []
    for table in {line["table"] for line in csv_rows(EXTRACTED, "line_items")}:
        title, labels, header, *rows = made[table].iter_rows(values_only=True)
        assert title[0].startswith(table)
        assert all(labels)
        at = {name: place for place, name in enumerate(header)}
        for row in rows:
            for measure in MEASURES.keys() & at.keys():
                if row[at[measure]] is not None:
                    amount = Decimal(str(row[at[measure]]))
                    place = (row[at["document_id"]], table, row[at["row"]], row[at["side"]])
                    found.append((*place, measure, amount))
    lines = csv_rows(EXTRACTED, "line_items")
    keys = ("document_id", "table", "row", "side", "measure", "amount")
    expected = [tuple(line[key] for key in keys) for line in lines]
    assert sorted((d, t, str(r), s, m, f"{a:.2f}") for d, t, r, s, m, a in found) == sorted(expected)


def test_a_printed_row_is_one_line(made: Any) -> None:
    """支出预算总表 of 2017: 201 03 01 行政运行 26,912,226 = 21,332,226 + 5,580,000."""
    _, labels, header, *rows = made["expenditure_summary"].iter_rows(values_only=True)
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    (line,) = (n for n in lines if n["code"] == "2010301" and n["fiscal_year"] == 2017)
    assert (line["total"], line["basic"], line["project"]) == (26912226, 21332226, 5580000)
    assert (line["item"], line["leaf"], line["status"]) == ("行政运行", "yes", "proved")
    assert dict(zip(header, labels, strict=True))["basic"] == "基本支出"


def test_the_two_sides_of_a_printed_row_are_two_lines(made: Any) -> None:
    """财务收支预算总表 of 2017, first row: 财政拨款收入 43,596,950 | 一般公共服务支出 39,814,410."""
    _, _, header, *rows = made["revenue_expenditure_summary"].iter_rows(values_only=True)
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    first = {n["side"]: n for n in lines if n["fiscal_year"] == 2017 and n["row"] == 1}
    assert (first["revenue"]["item"], first["revenue"]["total"]) == ("财政拨款收入", 43596950)
    assert (first["expenditure"]["item"], first["expenditure"]["total"]) == ("一般公共服务支出", 39814410)


def test_numbers_have_formats_and_codes_are_texts(made: Any) -> None:
    header = [cell.value for cell in next(made["line_items"].iter_rows())]
    row = dict(zip(header, next(made["line_items"].iter_rows(min_row=40)), strict=True))
    assert row["amount"].number_format == "#,##0.00"
    assert (row["code"].number_format, row["code"].data_type) == ("@", "s")
    assert made["line_items"].freeze_panes == "A2"
    assert made["line_items"].auto_filter.ref == "A1:AE2021"
    assert made["expenditure_summary"].freeze_panes == "B4"


def test_the_first_sheet_explains(made: Any) -> None:
    assert made.sheetnames[0] == "about"
    rows = [tuple(row) for row in made["about"].iter_rows(values_only=True)]
    assert ("amounts", 2020, "rows of line_items") in rows
    assert any(row[:2] == ("amounts unproved", 2) for row in rows)
    first = {row[0] for row in rows}
    assert {*made.sheetnames[1:]} <= first
    for resource in RESOURCES:
        assert {field.name for field in resource.fields} <= first
    assert any("is_leaf TRUE" in str(row[2]) for row in rows)


def test_columns_of_a_sheet_that_is_one_have_names(made: Any) -> None:
    assert made.defined_names["line_items_amount"].attr_text == "'line_items'!$P$2:$P$2021"
    assert made.defined_names["three_public_and_operating_total"].attr_text.startswith("'three_public_and_operating'!")


def test_every_measure_and_column_has_a_label() -> None:
    assert chinese.MEASURES.keys() == MEASURES.keys()
    assert FIELD_NAMES.keys() == {CORRECTED.name, *(field.name for resource in RESOURCES for field in resource.fields)}


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "{=1}",
        "http://example.org",
        "mailto:a@b",
        "1e5",
        "0123",
        "TRUE",
        "=HYPERLINK(1)",
    ],
)
def test_a_text_that_looks_like_something_else_stays_a_text(tmp_path: Path, text: str) -> None:
    book = written(tmp_path, [{"amount": "1.00", "item": text}])
    for sheet in ("line_items", "expenditure_summary"):
        header = next(row for row in book[sheet].iter_rows() if "item" in [cell.value for cell in row])
        at = [cell.value for cell in header].index("item")
        cell = book[sheet].cell(header[0].row + 1, at + 1)
        assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)
        assert cell.quotePrefix == (text[0] in "=+-@\t")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a\x00b\x1f", "a\ufffdb\ufffd"),
        ("a\uffffb", "a\ufffdb"),
        ("a\r\nb", "a\nb"),
        ("<r><t>x</t></r>", "<r><t>x</t></r> "),
    ],
)
def test_what_a_cell_cannot_hold_is_marked_and_said(tmp_path: Path, text: str, held: str) -> None:
    folder = dataset(tmp_path / "data", [{"document_id": D}], [{"document_id": D, "amount": "1.00", "item": text}])
    (said,) = write_workbook(load(folder), tmp_path / "w.xlsx")
    assert "2 texts" in said
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")
    assert held in [cell.value for cell in book["line_items"][2]]


def test_a_text_that_is_too_long_is_cut_with_a_mark() -> None:
    long = "预" * 20_000 + "𠀀" * 10_000
    assert storable("预" * LONGEST_TEXT) == "预" * LONGEST_TEXT
    cut = storable(long)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert cut.startswith("预" * 20_000 + "𠀀" * 6_000)
    assert cut.endswith("[cut: this text has 30000 characters, more than a cell holds]")


@given(st.decimals(min_value=-(10**13) + 1, max_value=10**13 - 1, places=2))
def test_an_amount_is_kept_to_the_fen(amount: Decimal) -> None:
    in_the_file = Decimal(f"{exact(amount, 'here'):.16G}")
    assert round(in_the_file, 2) == round(Decimal(float(in_the_file)), 2) == amount


def test_an_amount_that_a_cell_would_round_is_refused(tmp_path: Path) -> None:
    assert exact(Decimal("28000000000000.00"), "here") == 28e12
    with pytest.raises(NotExported, match=r"found 1234567890\.123456; expected 15 digits"):
        exact(Decimal("1234567890.123456"), "statements, row 2, value")
    with pytest.raises(NotExported, match=r"line_items, row 2, amount: found 123456789012345\.67; expected 15 digits"):
        written(tmp_path, [{"amount": "123456789012345.67", "status": "contradicted"}])


def test_rows_beyond_the_limit_go_on_another_sheet(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"amount": f"{n}.00", "row": n} for n in range(1, 26)]
    book = written(tmp_path, lines, most_rows=11)
    names = ["line_items", "line_items 2", "line_items 3"]
    assert [name for name in book.sheetnames if name.startswith("line")] == names
    amounts = [row[15] for name in names for row in book[name].iter_rows(min_row=2, values_only=True)]
    assert amounts == list(range(1, 26))
    assert all(book[name].max_row <= 11 and book[name]["A1"].value == "line_id" for name in names)
    wide = [name for name in book.sheetnames if name.startswith("expenditure_summary")]
    assert sum(book[name].max_row - 3 for name in wide) == 25
    # A name would mean the first sheet alone, and sums would be too small.
    assert not [name for name in book.defined_names if name.startswith(("line_items", "expenditure"))]


def test_a_contradicted_amount_is_told_without_its_colour(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [
        {"amount": "10.00", "measure": "total", "status": "contradicted"},
        {"amount": "4.00", "measure": "basic", "status": "unproved"},
        {"amount": "5.00", "measure": "project"},
    ]
    sheet = written(tmp_path, lines)["expenditure_summary"]
    cells = {head.value: cell for head, cell in zip(sheet[3], sheet[4], strict=True)}
    assert cells["status"].value == "contradicted: total; unproved: basic"
    assert "does not fit the others" in cells["total"].comment.text
    assert (cells["total"].value, cells["total"].number_format) == (10, "#,##0.00")
    assert cells["basic"].comment is None


def test_twins_in_one_printed_row_are_not_mixed(tmp_path: Path) -> None:
    """Two lists side by side: the first has no 人员经费 in this row, the second no 公用经费."""
    row: dict[str, object] = {"table": "basic_expenditure_by_economic", "classification": "economic", "item": "其他"}
    lines = [
        {**row, "amount": "1.00", "measure": "total"},
        {**row, "amount": "2.00", "measure": "total"},
        {**row, "amount": "2.00", "measure": "personnel"},
        {**row, "amount": "1.00", "measure": "operating"},
    ]
    sheet = written(tmp_path, lines)["basic_expenditure_by_economic"]
    at = [cell.value for cell in sheet[3]].index("total")
    rows = [values[at : at + 3] for values in sheet.iter_rows(min_row=4, values_only=True)]
    assert sorted(rows, key=str) == sorted(
        [(1, None, None), (2, None, None), (None, 2, None), (None, None, 1)], key=str
    )


def test_the_year_before_has_a_line_of_its_own(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [
        {"amount": "7.00", "fiscal_year": 2023, "basis": "final", "item": "教育支出"},
        {"amount": "8.00", "item": "教育支出"},
    ]
    sheet = written(tmp_path, lines)["expenditure_summary"]
    header = [cell.value for cell in sheet[3]]
    rows = [dict(zip(header, row, strict=True)) for row in sheet.iter_rows(min_row=4, values_only=True)]
    said = [(row["document_year"], row["fiscal_year"], row["basis"], row["total"]) for row in rows]
    assert said == [(2024, 2023, "final", 7), (2024, 2024, "budget", 8)]


@pytest.mark.parametrize("table", ["documents", "a" * 40, "a/b:c*d?[e]'", "History", "Line_Items"])
def test_a_table_of_any_name_has_a_sheet(tmp_path: Path, table: str) -> None:
    book = written(tmp_path, [{"amount": "3.00", "table": table}])
    assert len(set(map(str.lower, book.sheetnames))) == len(book.sheetnames)
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert book["documents"]["A1"].value == "document_id"
    names = [name.lower() for name in re.findall(r'definedName name="([^"]+)"', workbook_xml(tmp_path / "w.xlsx"))]
    ours = [name for name in names if not name.startswith("_xlnm")]
    assert len(set(ours)) == len(ours) > 0
    assert any(str(book[name]["A1"].value).startswith(table) for name in book.sheetnames)


def test_one_dataset_gives_the_same_bytes(tmp_path: Path) -> None:
    loaded = load(EXTRACTED)
    write_workbook(loaded, tmp_path / "a.xlsx")
    time.sleep(2)  # the times of files within an archive are in steps of two seconds
    write_workbook(loaded, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_an_empty_dataset_gives_a_workbook(tmp_path: Path) -> None:
    book = written(tmp_path, [])
    assert book["line_items"].max_row == 1


_LINE = st.fixed_dictionaries(
    {
        "table": st.sampled_from([*TABLES][:3]),
        "row": st.integers(1, 3),
        "side": st.sampled_from(["revenue", "expenditure"]),
        "code": st.sampled_from(["", "201", "301"]),
        "item": st.sampled_from(["", "合计"]),
        "level": st.integers(0, 1),
        "fiscal_year": st.sampled_from([2023, 2024]),
        "basis": st.sampled_from(["budget", "final"]),
        "measure": st.sampled_from(["total", "basic", "project"]),
        "amount": st.integers(0, 999).map(lambda n: f"{n}.00"),
    }
)


_KEYS = ("table", "row", "side", "code", "item", "level", "fiscal_year", "basis", "measure", "amount")


@given(st.lists(_LINE, max_size=25))
def test_whatever_the_lines_each_amount_is_in_one_cell_of_its_row(tmp_path_factory: Any, lines: list[Any]) -> None:
    folder = tmp_path_factory.mktemp("any")
    loaded = load(dataset(folder, [{"document_id": D}], [{"document_id": D, **line} for line in lines]))
    found = [
        (
            w.id,
            r.row,
            r.side,
            r.code or "",
            r.item or "",
            r.level,
            r.fiscal_year,
            r.basis,
            measure,
            f"{c.amount:.2f}",
        )
        for w in wide_tables(loaded)
        for r in w.rows
        for measure, c in r.cells.items()
    ]
    assert sorted(found) == sorted(tuple(line[name] for name in _KEYS) for line in lines)


def test_the_corpus_is_in_its_workbook(corpus_dataset: Any, tmp_path: Path) -> None:
    from pipeline import write_dataset

    write_dataset(corpus_dataset, tmp_path / "data")
    loaded = load(tmp_path / "data")
    write_workbook(loaded, tmp_path / "w.xlsx")
    book = openpyxl.load_workbook(tmp_path / "w.xlsx", read_only=True)
    expected = [line["amount"] for line in csv_rows(tmp_path / "data", "line_items")]
    at = LINE_ITEMS.columns.index("amount")
    rows = book["line_items"].iter_rows(min_row=2, values_only=True)
    assert [f"{Decimal(str(row[at])):.2f}" for row in rows] == expected
    assert book["documents"].max_row == loaded[DOCUMENTS.name].num_rows + 1
    book.close()
