"""The workbook: every value of the files is in it, as what it is, and nothing else."""

from __future__ import annotations

import csv
import re
import time
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.written import dataset
from yusuan.pipeline.export.cells import LONGEST_TEXT, exact, storable
from yusuan.pipeline.export.refusal import NotExported
from yusuan.pipeline.export.wide import wide_tables
from yusuan.pipeline.export.workbook import write_workbook
from yusuan.pipeline.load.folder import load
from yusuan.schemas.dataset.fields import CORRECTED, DOCUMENTS, LINE_ITEMS, RESOURCES
from yusuan.schemas.dataset.resource import Resource
from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.forms.labels import field_meanings
from yusuan.schemas.sentences.said import Language, Said, quoted
from yusuan.schemas.sentences.workbook import SHEETS
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.tables.measures import MEASURES
from yusuan.schemas.views import chinese
from yusuan.schemas.views.field_meanings import FILES, field_meaning
from yusuan.schemas.views.field_names import FIELD_NAMES
from yusuan.schemas.views.form_fields import FORM_FIELDS
from yusuan.schemas.views.measure_meanings import MEASURE_MEANINGS
from yusuan.schemas.views.values import in_chinese as in_words

EXTRACTED = ROOT / "extracted"
D = "00000000000a"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of the committed dataset, read back."""
    path = tmp_path_factory.mktemp("workbook") / "w.xlsx"
    assert write_workbook(load(EXTRACTED), path, language="en") == []
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def in_chinese(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same in Chinese."""
    path = tmp_path_factory.mktemp("workbook") / "w.xlsx"
    assert write_workbook(load(EXTRACTED), path, language="zh") == []
    return openpyxl.load_workbook(path)


def written(
    tmp_path: Path,
    lines: list[dict[str, object]],
    most_rows: int = 1000,
    language: Language = "en",
    documents: Sequence[dict[str, object]] = ({"document_id": D},),
    **more: Any,
) -> Any:
    """The workbook of a dataset with the lines, which are of one document unless they say another, read back."""
    folder = dataset(tmp_path / "data", documents, [{"document_id": D, **line} for line in lines], **more)
    write_workbook(load(folder), tmp_path / "w.xlsx", most_rows, language)
    return openpyxl.load_workbook(tmp_path / "w.xlsx")


def nowhere() -> Said:
    return quoted("here")


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


def parts(name: str) -> list[str]:
    """The sheets that the rows of a file are on."""
    return ["findings_publisher", "findings_reader"] if name == "findings" else [name]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_value_of_each_file_is_read_back(
    made: Any, in_chinese: Any, resource: Resource, language: Language
) -> None:
    book = made if language == "en" else in_chinese
    other = ("message_zh", "reason_zh") if language == "en" else ("message", "reason")
    fields = [field for field in resource.fields if field.name not in other]
    lines = csv_rows(EXTRACTED, resource.name)
    found = 0
    for part in parts(resource.name):
        sheet = book[SHEETS[part].of(language)]
        header = next(sheet.iter_rows(min_row=1 if language == "en" else 2))
        rows = list(sheet.iter_rows(min_row=3))
        names = [cell.value for cell in header]
        assert names[-len(fields) :] == [field.name for field in fields]
        of_cause = part.removeprefix("findings_") if part != resource.name else ""
        expected = [line for line in lines if not of_cause or line["cause"] == of_cause]
        for row, line in zip(rows, expected, strict=True):
            cells = dict(zip(names, row, strict=True))
            for field in fields:
                called = in_words(resource.name, field.name) if language == "zh" else None
                value = called(line[field.name]) if called and line[field.name] else line[field.name]
                assert same(cells[field.name], value, field.type), (field.name, line)
        found += len(rows)
    # The samples have no table that is not understood.
    assert found == len(lines)
    assert found or resource.name == "other_items"


def test_findings_statements_and_forms_say_whose_they_are(made: Any) -> None:
    bodies = {row["document_id"]: row for row in csv_rows(EXTRACTED, "documents")}
    for name in ("findings_publisher", "statements", "performance_targets"):
        for entity, year, stage, document, *_ in made[name].iter_rows(min_row=3, values_only=True):
            said = bodies[document]
            assert (entity, str(year), stage) == (said["entity"], said["fiscal_year"], said["stage"])


def test_the_sheets_of_tables_have_each_amount_once(made: Any) -> None:
    found: list[tuple[str, str, int, str, str, Decimal]] = []
    for table in {line["table"] for line in csv_rows(EXTRACTED, "line_items")}:
        title, header, labels, *rows = made[table].iter_rows(values_only=True)
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
    _, header, labels, *rows = made["expenditure_summary"].iter_rows(values_only=True)
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    (line,) = (n for n in lines if n["code"] == "2010301" and n["fiscal_year"] == 2017)
    assert (line["total"], line["basic"], line["project"]) == (26912226, 21332226, 5580000)
    assert (line["item"], line["leaf"], line["status"]) == ("行政运行", "yes", "proved")
    assert dict(zip(header, labels, strict=True))["basic"] == "基本支出"


def test_the_two_sides_of_a_printed_row_are_two_lines(made: Any) -> None:
    """财务收支预算总表 of 2017, first row: 财政拨款收入 43,596,950 | 一般公共服务支出 39,814,410."""
    _, header, _, *rows = made["revenue_expenditure_summary"].iter_rows(values_only=True)
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    first = {n["side"]: n for n in lines if n["fiscal_year"] == 2017 and n["row"] == 1}
    assert (first["revenue"]["item"], first["revenue"]["total"]) == ("财政拨款收入", 43596950)
    assert (first["expenditure"]["item"], first["expenditure"]["total"]) == ("一般公共服务支出", 39814410)


def test_numbers_have_formats_and_codes_are_texts(made: Any) -> None:
    header = [cell.value for cell in next(made["line_items"].iter_rows())]
    row = dict(zip(header, next(made["line_items"].iter_rows(min_row=41)), strict=True))
    assert row["amount"].number_format == "#,##0.00"
    assert (row["code"].number_format, row["code"].data_type) == ("@", "s")
    assert made["line_items"].freeze_panes == "A3"
    assert made["line_items"].auto_filter.ref == "A2:AG2022"
    assert made["expenditure_summary"].freeze_panes == "B4"


def test_the_sheet_about_explains(made: Any) -> None:
    rows = [tuple(row) for row in made["about"].iter_rows(values_only=True)]
    assert ("amounts", 2020, "rows of line_items") in rows
    assert any(row[:2] == ("amounts unproved", 2) for row in rows)
    first = {row[0] for row in rows}
    assert {*made.sheetnames} - {"about"} <= first
    for resource in RESOURCES:
        assert {field.name for field in resource.fields} - {"message_zh", "reason_zh"} <= first
    assert {*MEASURES, *RULES, *TABLES} <= first
    assert any("is_leaf TRUE" in str(row[2]) for row in rows)


def test_columns_of_a_sheet_that_is_one_have_names(made: Any) -> None:
    assert made.defined_names["line_items_amount"].attr_text == "'line_items'!$P$3:$P$2022"
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
        cell = book[sheet].cell(header[0].row + 2, at + 1)
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
    (said,) = write_workbook(load(folder), tmp_path / "w.xlsx", language="en")
    assert "4 texts" in said.en  # of the amount, of its row, and among the answers of two sheets
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")
    assert held in [cell.value for cell in book["line_items"][3]]


def test_a_text_that_is_too_long_is_cut_with_a_mark() -> None:
    long = "预" * 20_000 + "𠀀" * 10_000
    assert storable("预" * LONGEST_TEXT) == "预" * LONGEST_TEXT
    cut = storable(long)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert cut.startswith("预" * 20_000 + "𠀀" * 6_000)
    assert cut.endswith("[cut: this text has 30000 characters, more than a cell holds]")


@given(st.decimals(min_value=-(10**13) + 1, max_value=10**13 - 1, places=2))
def test_an_amount_is_kept_to_the_fen(amount: Decimal) -> None:
    in_the_file = Decimal(f"{exact(amount, nowhere):.16G}")
    assert round(in_the_file, 2) == round(Decimal(float(in_the_file)), 2) == amount


def test_an_amount_that_a_cell_would_round_is_refused(tmp_path: Path) -> None:
    assert exact(Decimal("28000000000000.00"), nowhere) == 28e12
    with pytest.raises(NotExported, match=r"found 1234567890\.123456; expected 15 digits"):
        exact(Decimal("1234567890.123456"), nowhere)
    with pytest.raises(
        NotExported, match=r"expenditure_summary, row 4, total: found 123456789012345\.67; expected 15 digits"
    ):
        written(tmp_path, [{"amount": "123456789012345.67", "status": "contradicted"}])


def test_rows_beyond_the_limit_go_on_another_sheet(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"amount": f"{n}.00", "row": n} for n in range(1, 26)]
    book = written(tmp_path, lines, most_rows=12)
    names = ["line_items", "line_items 2", "line_items 3"]
    assert [name for name in book.sheetnames if name.startswith("line")] == names
    amounts = [row[15] for name in names for row in book[name].iter_rows(min_row=3, values_only=True)]
    assert amounts == list(range(1, 26))
    assert all(book[name].max_row <= 12 and book[name]["A1"].value == "line_id" for name in names)
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
    cells = {head.value: cell for head, cell in zip(sheet[2], sheet[4], strict=True)}
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
    at = [cell.value for cell in sheet[2]].index("total")
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
    header = [cell.value for cell in sheet[2]]
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


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Two years of one body, the text of another publication, and a document that was refused."""
    return written(tmp_path_factory.mktemp("answered"), _lines_of_two_years(), documents=_TWO_YEARS, language="zh")


_TWO_YEARS: list[dict[str, object]] = [
    {"document_id": D, "fiscal_year": 2024},
    {"document_id": "00000000000b", "fiscal_year": 2023},
    {
        "document_id": "00000000000c",
        "entity": "另一单位",
        "tables": 0,
        "other_document": "00000000000d",
    },
    {
        "document_id": "00000000000d",
        "entity": "再一单位",
        "tables": 0,
        "status": "quarantined",
        "reason": "document.no_text: found no text",
        "reason_zh": "没有文字",
    },
]


def _lines_of_two_years() -> list[dict[str, object]]:
    both: dict[str, object] = {"table": "revenue_expenditure_summary", "level": 0, "is_leaf": "false"}
    code: dict[str, object] = {"table": "expenditure_summary"}
    three: dict[str, object] = {"table": "three_public_and_operating", "classification": "three_public"}
    lines: list[dict[str, object]] = []
    for document, year, times in ((D, 2024, 3), ("00000000000b", 2023, 2)):
        of: dict[str, object] = {"document_id": document, "fiscal_year": year}
        own = [
            {**both, "row": 7, "side": "revenue", "item": "收入总计", "amount": f"{100 * times}.00"},
            {**both, "row": 5, "item": "本年支出合计", "amount": f"{90 * times}.00", "status": "in_doubt"},
            {**both, "row": 7, "item": "支出总计", "amount": f"{100 * times}.00", "status": "contradicted"},
            {**code, "row": 1, "level": 1, "code": "201", "item": "一般公共服务支出", "amount": f"{30 * times}.00"},
            {**code, "row": 2, "level": 1, "code": "205", "item": "教育支出", "amount": f"{70 * times}.00"},
            {**code, "row": 3, "level": 3, "code": "2050203", "item": "初中教育", "amount": f"{40 * times}.00"},
            {**code, "row": 9, "level": 0, "item": "合计", "amount": f"{100 * times}.00"},
            {**three, "row": 1, "amount": f"{9 * times}.00"},
            {**three, "row": 1, "measure": "reception", "amount": f"{4 * times}.00"},
        ]
        lines += [{**line, **of} for line in own]
    # What the year before was, as the later document prints it: no answer of its own year.
    return [*lines, {**both, "row": 7, "item": "支出总计", "amount": "1.00", "fiscal_year": 2023}]


def answers_of(book: Any, sheet: str, head: int) -> list[dict[str, Any]]:
    header, *rows = book[sheet].iter_rows(min_row=head)
    names = [cell.value for cell in header]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_the_first_sheet_answers_with_printed_amounts(answered: Any) -> None:
    assert answered.sheetnames[:4] == ["概览", "要点", "目录", "说明"]
    *_, before, now = answers_of(answered, "概览", 5)
    values = {name: cell.value for name, cell in now.items()}
    assert (values["年度"], values["预算／决算"], values["部门或单位"]) == (2024, "预算", "部门")
    assert (values["收入总计"], values["支出总计"]) == (300, 300)
    assert (values["支出比上年增减"], values["增减（%）"]) == (100, 50)
    assert (values["支出最多的类"], values["该类金额"], values["占该表总计（%）"]) == ("教育支出", 210, 70)
    assert (values["最大的项"], values["该项金额"]) == ("初中教育", 120)
    assert (values["“三公”经费合计"], values["公务接待费"], values["公务用车购置及运行费"]) == (27, 12, None)
    assert before["支出比上年增减"].value is None
    assert now["支出总计"].number_format == "#,##0.00"


def test_an_amount_that_answers_leads_to_the_cell_it_comes_from(answered: Any) -> None:
    linked = 0
    for sheet, head in (("概览", 5), ("要点", 4)):
        for row in answers_of(answered, sheet, head):
            for cell in row.values():
                if cell.number_format == "#,##0.00" and cell.hyperlink:
                    name, place = re.fullmatch(r"'(.+)'!(\w+)", cell.hyperlink.location).groups()  # type: ignore[union-attr]
                    assert answered[name][place].value == cell.value
                    linked += 1
    assert linked > 30


def test_what_is_contradicted_or_in_doubt_is_marked_in_words_where_it_answers(answered: Any) -> None:
    *_, now = answers_of(answered, "概览", 5)
    assert now["请注意"].value == "支出总计：有矛盾"
    assert "有矛盾" in now["支出总计"].comment.text
    assert now["收入总计"].comment is None
    of_year = next(r for r in answers_of(answered, "要点", 4) if r["要点"].value == "本年支出")
    assert (of_year["状态"].value, "存疑" in of_year["金额（元）"].comment.text) == ("存疑", True)


def test_a_document_without_figures_says_why_it_has_no_answer(answered: Any) -> None:
    by_body = {row["部门（单位）"].value: row for row in answers_of(answered, "概览", 5)}
    assert by_body["另一单位"]["请注意"].value == "只有文字说明，表格在另一文件"
    assert by_body["再一单位"]["请注意"].value == "未采用：没有文字"
    assert by_body["再一单位"]["文件状态"].value == "未采用"
    assert all(by_body[body]["收入总计"].value is None for body in ("另一单位", "再一单位"))


def test_the_contents_lead_to_where_each_table_of_a_body_begins(answered: Any) -> None:
    rows = answers_of(answered, "目录", 3)
    cell = rows[-1]["支出总表"]
    assert (rows[-1]["年度"].value, cell.value) == (2024, 4)
    name, row = re.fullmatch(r"'(.+)'!A(\d+)", cell.hyperlink.location).groups()  # type: ignore[union-attr]
    assert [answered[name].cell(int(row) + offset, 3).value for offset in (-1, 0)] == [2023, 2024]


def test_documents_published_twice_are_not_compared_with_another_year(tmp_path: Path) -> None:
    again = [*_TWO_YEARS[:2], {"document_id": "00000000000e", "fiscal_year": 2023}]
    book = written(tmp_path, _lines_of_two_years(), documents=again, language="zh")
    rows = answers_of(book, "概览", 5)
    assert [row["支出比上年增减"].value for row in rows] == [None, None, None]
    assert [("2 份文件" in (row["请注意"].value or "")) for row in rows] == [True, True, False]


def test_rows_of_several_bodies_are_not_added_up(tmp_path: Path) -> None:
    """支出总表 with the same 类 for each of two bodies, and “三公” of two bodies without a total of both."""
    three: dict[str, object] = {"table": "three_public_and_operating", "classification": "administrative", "level": 1}
    lines: list[dict[str, object]] = [
        {"row": 1, "level": 1, "code": "201", "item": "一般公共服务支出", "body": "甲", "amount": "5.00"},
        {"row": 2, "level": 1, "code": "201", "item": "一般公共服务支出", "body": "乙", "amount": "6.00"},
        {**three, "row": 1, "item": "甲", "amount": "1.00"},
        {**three, "row": 2, "item": "乙", "amount": "2.00"},
    ]
    book = written(tmp_path, lines, language="zh")
    (row,) = answers_of(book, "概览", 5)
    assert (row["支出最多的类"].value, row["支出总计"].value, row["“三公”经费合计"].value) == (None, None, None)
    # The name of the body stands in the table.
    header = [cell.value for cell in book["支出总表"][3]]
    assert [cell.value for cell in book["支出总表"]["ABCDEFGHIJKLMNOP"[header.index("body")]]][3:] == ["甲", "乙"]


def test_what_is_no_class_by_its_name_does_not_answer_what_the_money_is_for(tmp_path: Path) -> None:
    """收支总表 of Xi'an: the first row of the list by function is 部门预算, which is all of it."""
    row: dict[str, object] = {"table": "revenue_expenditure_summary", "level": 1}
    lines = [
        {**row, "row": 1, "item": "部门预算", "amount": "9.00"},
        {**row, "row": 2, "item": "教育支出", "amount": "8.00"},
    ]
    (answer,) = answers_of(written(tmp_path, lines, language="zh"), "概览", 5)
    assert answer["支出最多的类"].value is None


def test_in_chinese_nothing_is_said_in_english(in_chinese: Any) -> None:
    """Whatever the workbook says of its own; ids stand beside, and names of software and files are what they are."""
    for name in ("概览", "要点", "目录", "说明"):
        assert in_chinese[name].max_row > 5
        for row in in_chinese[name].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and re.search("[a-z]{2,} [a-z]{2,} [a-z]", cell.value):
                    raise AssertionError(f"{name} {cell.coordinate}: {cell.value}")
    assert not [name for name in in_chinese.sheetnames if re.search("[A-Za-z]", name)]
    for name in in_chinese.sheetnames[4:]:
        table = in_chinese[name].freeze_panes.endswith("4")
        labels, ids = in_chinese[name].iter_rows(min_row=2 if table else 1, max_row=3 if table else 2, values_only=True)
        assert all(re.search("[㐀-鿿]|SHA", label) for label in labels), name
        assert all(re.fullmatch("[a-z0-9_]+", id_) for id_ in ids), name


def test_names_of_columns_are_the_same_in_both_languages(made: Any, in_chinese: Any) -> None:
    assert made.defined_names.keys() - {"documents_reason", "findings_publisher_message"} <= {
        name.replace("_zh", "") for name in in_chinese.defined_names
    }
    assert in_chinese.defined_names["line_items_amount"].attr_text == "'金额'!$P$3:$P$2022"


def test_every_field_rule_and_value_is_told_in_chinese() -> None:
    assert MEASURE_MEANINGS.keys() == MEASURES.keys()
    assert chinese.RULES.keys() == RULES.keys()
    assert FORM_FIELDS.keys() == field_meanings().keys()
    assert FILES.keys() == {resource.name for resource in RESOURCES}
    for resource in RESOURCES:
        for field in resource.fields:
            assert re.search("[㐀-鿿]", field_meaning(resource.name, field.name))
            called = in_words(resource.name, field.name)
            for id_ in field.enum if called and field.name != "field" else ():
                assert called is not None
                assert id_ == "sources.csv" or re.search("[㐀-鿿]", called(id_)), (field.name, id_)


def test_an_empty_dataset_gives_a_workbook(tmp_path: Path) -> None:
    book = written(tmp_path, [])
    assert book["line_items"].max_row == 2


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
    from yusuan import write_dataset

    write_dataset(corpus_dataset, tmp_path / "data")
    loaded = load(tmp_path / "data")
    write_workbook(loaded, tmp_path / "w.xlsx", language="en")
    book = openpyxl.load_workbook(tmp_path / "w.xlsx", read_only=True)
    expected = [line["amount"] for line in csv_rows(tmp_path / "data", "line_items")]
    at = LINE_ITEMS.columns.index("amount")
    rows = book["line_items"].iter_rows(min_row=3, values_only=True)
    assert [f"{Decimal(str(row[at])):.2f}" for row in rows] == expected
    assert book["documents"].max_row == loaded[DOCUMENTS.name].num_rows + 2
    book.close()
