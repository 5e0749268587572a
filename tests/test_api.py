"""`import yusuan`: one document as a program works with it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import ImageChops

import yusuan
from tests.conftest import ROOT
from tests.sheets import COVER, Rows, sheet
from tests.small import HEADER, ROWS, TOTAL, expenditure
from typeset import ABOVE, LEFT, document
from yusuan.pipeline.api.picture import COLOURS
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.read.pdf import read as read_pages

SAMPLES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
GOOD = document([expenditure()])
WRONG = document([expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:6], "90.00"), TOTAL))])
STRANGE: Rows = (
    ("序号", "奇怪事项", "数量", "来龙", "去脉", LEFT),
    (ABOVE, ABOVE, ABOVE, ABOVE, "东", "西"),
    ("1", "甲", "3", "1,234.56", "1,000.50", "234.06"),
    ("2", "乙", "4", "9,876.54", "", "876.50"),
    ("合计", LEFT, "7", "11,111.10", "1,000.50", "1,110.56"),
)
SHORT = 700


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.parent.name)
def sample(request: pytest.FixtureRequest) -> yusuan.Document:
    found: yusuan.Document = yusuan.read(request.param)
    return found


def test_a_table_by_its_id_has_a_column_for_each_measure() -> None:
    df = yusuan.read(GOOD).tables["expenditure_summary"].df
    assert list(df.columns[-3:]) == ["total", "basic", "project"]
    assert list(df["code"]) == ["201", "20103", "2010301", "2010302", ""]
    assert df.loc[0, "total"] == Decimal("300.00")
    leaves = df[df["code"].str.len() == 7]
    assert leaves["basic"].sum() == Decimal("200.00")
    assert list(leaves["basic"].isna()) == [False, True]
    assert list((leaves["total"] / 10000).astype(float)) == [0.02, 0.01]
    assert list(df["total"] > 100) == [True, True, True, False, True]


def test_every_amount_of_the_samples_is_in_the_frame_of_one_table(sample: yusuan.Document) -> None:
    assert len(sample.items) > 100
    amounts = [
        value
        for table in sample.tables
        if table.id
        for row in table.df.itertuples(index=False)
        for value in row
        if isinstance(value, Decimal)
    ]
    assert sorted(amounts) == sorted(sample.items["amount"])
    assert sum(len(table.items) for table in sample.tables) == len(sample.items)
    assert sum(len(table.targets) for table in sample.tables) == len(sample.targets)
    assert sum(len(table.others) for table in sample.tables) == len(sample.others)


def test_the_summary_counts_what_was_read(sample: yusuan.Document) -> None:
    summary = sample.summary
    assert list(summary["number"]) == list(range(1, len(sample.tables) + 1))
    assert summary["items"].sum() == len(sample.items)
    assert summary["proved"].sum() == (sample.items["status"] == "proved").sum()
    assert summary["unread"].sum() == 0
    assert sample.status == "accepted"


def test_the_frames_are_those_of_the_dataset() -> None:
    path = SAMPLES[0]
    document, dataset = yusuan.read(path), yusuan.run([path])
    assert document.items.equals(dataset.line_items)
    assert document.findings.equals(dataset.findings)
    assert document.statements.equals(dataset.statements)
    assert document.targets.equals(dataset.performance_targets)
    assert document.others.equals(dataset.other_items)


def test_tables_are_found_by_place_and_by_id() -> None:
    tables = yusuan.read(SAMPLES[0]).tables
    assert len(tables) == 11
    assert tables[0].number == 1
    assert tables[-1] is tables[10]
    assert tables["expenditure_summary"] is tables[2]
    assert tables[2] in tables
    assert "expenditure_summary" in tables
    assert "no_such_table" not in tables
    assert [table.number for table in tables[2:4]] == [3, 4]
    assert [table.number for table in tables] == list(range(1, 12))
    assert tables.ids[0] == "revenue_expenditure_summary"
    assert tables[2].pages == (9, 10)
    assert tables[2].title == "2017年预算单位支出预算总表"
    assert tables[2].header[-1] == ("支出预算", "项目支出")


def test_a_table_that_is_not_there_is_named_with_those_that_are() -> None:
    tables = yusuan.read(GOOD).tables
    for wanted in ("no_such_table", 7, -2):
        with pytest.raises(yusuan.NoSuchTable, match=r"found no table .* expected .*"):
            tables[wanted]
    with pytest.raises(KeyError, match="expected one of expenditure_summary"):
        tables["no_such_table"]
    with pytest.raises(IndexError):
        tables[7]


def test_a_table_that_nobody_understands_is_a_frame_as_printed() -> None:
    table = yusuan.read(document([COVER, sheet("奇怪情况表", STRANGE)])).tables[0]
    assert (table.id, table.title, table.unit) == ("", "奇怪情况表", "万元")
    df = table.df
    assert list(df.columns) == ["row", "page", "序号", "奇怪事项", "数量", "来龙", "去脉／东", "去脉／西"]
    assert list(df["奇怪事项"]) == ["甲", "乙", ""]
    assert df["来龙"].sum() == Decimal("222222000.00")
    assert list(df["去脉／东"].isna()) == [False, True, False]
    assert list(df["数量"]) == ["3", "4", "7"]
    assert len(table.others) == 11
    assert table.unread.empty


def test_money_without_a_unit_stays_the_text_that_is_printed() -> None:
    page = sheet("奇怪情况表", STRANGE, unit="")
    df = yusuan.read(document([COVER, page])).tables[0].df
    assert list(df["来龙"]) == ["1,234.56", "9,876.54", "11,111.10"]


def test_what_was_not_read_is_listed_with_its_place() -> None:
    rows = [*STRANGE[:3], ("2", "乙", "4", "867 50.12", "", "876.50"), STRANGE[4]]
    found = yusuan.read(document([COVER, sheet("奇怪情况表", rows)]))
    table = found.tables[0]
    assert [text.replace(" ", "") for text in table.unread["text"]] == ["86750.12"]
    assert found.status == "incomplete"
    assert int(found.summary["unread"].sum()) == 1
    assert "86750.12" in str(table.df.loc[1, "来龙"]).replace(" ", "")


def test_a_refused_document_says_why_and_has_its_tables_as_printed() -> None:
    page = sheet("奇怪情况表", STRANGE)
    found = yusuan.read(document([page]))
    assert found.status == "quarantined"
    assert found.reason.startswith("document.")
    assert found.reason in repr(found) or found.reason[:100] in repr(found)
    assert found.items.empty
    assert found.fiscal_year is None
    assert found.tables.ids == []
    assert found.tables[0].df["来龙"].sum() == Decimal("222222000.00")
    assert len(found.summary) == 1


def test_a_file_that_is_cut_off_is_read_and_refused() -> None:
    found = yusuan.read(GOOD[: len(GOOD) // 2])
    assert found.status == "quarantined"
    assert (found.pages, len(found.tables), len(found.summary)) == (0, 0, 0)
    with pytest.raises(yusuan.NoSuchPage, match="found no page 1; expected one from 1 to 0"):
        found.show(1)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 a workbook"])
def test_what_is_no_pdf_is_named(data: bytes) -> None:
    with pytest.raises(yusuan.NotPdf, match=r"found .* expected") as caught:
        yusuan.read(data)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, yusuan.SaidError)
    assert caught.value.said.zh


def test_a_path_an_open_file_and_bytes_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(GOOD)
    with path.open("rb") as file:
        opened = yusuan.read(file)
    found = [yusuan.read(path), yusuan.read(str(path)), opened, yusuan.read(io.BytesIO(GOOD)), yusuan.read(GOOD)]
    assert len({each.id for each in found}) == 1
    assert all(each.items.equals(found[0].items) for each in found)
    assert [bool(each.path) for each in found] == [True, True, True, False, False]


def test_another_source_is_refused(tmp_path: Path) -> None:
    for source in (3, io.StringIO("text")):
        with pytest.raises(TypeError, match="expected a path, the bytes of a PDF, or a file"):
            yusuan.read(source)  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        yusuan.read(tmp_path / "nowhere.pdf")


def test_a_picture_shows_what_became_of_each_cell() -> None:
    found = yusuan.read(WRONG)
    image = found.show(1, dots=72)
    assert image.size == (842, 596)
    for item in found.items.to_dict("records"):
        x, y = int(item["x0"]) + 3, (int(item["top"]) + int(item["bottom"])) // 2
        seen = image.getpixel((x, y))
        assert isinstance(seen, tuple)
        strongest = max(range(3), key=lambda channel: COLOURS[item["status"]][channel])
        assert seen[strongest] == max(seen), (item["status"], seen)
        assert min(seen) < 250
    assert len(set(found.items["status"])) > 1
    empty = found.tables[0].show(dots=72)
    assert ImageChops.difference(image, empty).getbbox() is None


def test_a_page_that_is_not_there_is_not_shown() -> None:
    found = yusuan.read(GOOD)
    for page in (0, 2):
        with pytest.raises(yusuan.NoSuchPage, match=f"found no page {page}; expected one from 1 to 1"):
            found.show(page)


def test_what_is_public_has_a_short_repr(sample: yusuan.Document) -> None:
    dataset = yusuan.run([SAMPLES[0]])
    said = [repr(each) for each in (sample, sample.tables, *sample.tables, dataset)]
    assert max(map(len, said)) < SHORT * 2
    assert sample.entity in said[0]
    assert "\n" not in said[0]


def test_what_is_read_within_the_flow_has_a_short_repr() -> None:
    data = SAMPLES[0].read_bytes()
    read = read_document(data)
    assert read.seen
    layouts = [arrange(page) for page in read_pages(data).pages]
    grids = [grid for layout in layouts for grid in layout.grids]
    records = [record for table in read.tables for record in table.records]
    kept = [read, read.seen, *read.tables, *records, *layouts, *grids, *read.seen.tables]
    assert max(len(repr(each)) for each in kept) < SHORT


def test_a_notebook_shows_tables(sample: yusuan.Document) -> None:
    assert sample.entity in sample._repr_html_()
    assert sample._repr_html_().count("<tr") == len(sample.tables) + 1
    assert sample.tables._repr_html_().count("<tr>") == len(sample.tables) + 1
    shown = [table._repr_html_() for table in sample.tables]
    assert all("<table" in each for each in shown)
    assert max(each.count("<tr") for each in shown) < 20
    assert "<script" not in yusuan.read(document([COVER, sheet("<script>表", STRANGE)])).tables._repr_html_()


def test_import_costs_nothing_until_something_is_read() -> None:
    script = (
        "import sys, yusuan; dir(yusuan); print(sorted(m for m in sys.modules if '.' not in m));"
        "assert set(yusuan.__all__) <= set(dir(yusuan))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {m for m in ("pandas", "numpy", "pyarrow", "pandera", "pypdfium2", "PIL") if f"'{m}'" in done.stdout}


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        yusuan.no_such_name  # noqa: B018


def test_types_are_seen_from_outside(tmp_path: Path) -> None:
    program = (
        "import yusuan\n"
        "document = yusuan.read('a.pdf')\n"
        "reveal_type(document)\n"
        "reveal_type(document.tables[0])\n"
        "reveal_type(document.tables[1:])\n"
        "reveal_type('x' in document.tables)\n"
        "reveal_type(document.tables['x'].pages)\n"
        "document.nothing\n"
    )
    (tmp_path / "program.py").write_text(program)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--follow-imports=silent", "program.py"]
    # Installed for development it is found by a hook that checkers do not run.
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    said = done.stdout
    for words in ("api.document.Document", "api.table.Table", "api.tables.Tables", "bool", "tuple[int, ...]"):
        assert words in said, said
    assert said.count("error:") == 1, said
    assert 'has no attribute "nothing"' in said
