"""What can be taken along from a report, in Chinese and in English: tables, citations, addresses, the PDF itself."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.reported import Parsed, contents, dataset_of, only_page, report_of
from tests.small import HEADER, ROWS, TOTAL, expenditure
from tests.test_command import yusuan
from tests.test_report import GOOD, WRONG
from typeset import document
from yusuan.pipeline.load.folder import load
from yusuan.pipeline.look.pdfs import Pdfs
from yusuan.pipeline.report.build import write_report
from yusuan.pipeline.report.downloads import Sheet, as_csv, as_xlsx, line_items
from yusuan.pipeline.report.links import to_pdf
from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.tables.measures import MEASURES
from yusuan.schemas.views import chinese, english
from yusuan.schemas.views.names import names

CHINESE = re.compile(r"[\u3400-\u9fff]")


def rows_of(content: bytes, encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding))))


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the committed dataset in English."""
    out = tmp_path_factory.mktemp("taken") / "report"
    write_report(load(ROOT / "extracted"), out, Pdfs(ROOT / "raw_pdfs"), language="en")
    return out


def test_the_line_items_of_a_document_are_those_of_the_dataset_byte_for_byte(samples: Path) -> None:
    head, *written = (ROOT / "extracted" / "line_items.csv").read_text(encoding="utf-8").splitlines()
    seen = 0
    for path in (samples / "tables").glob("????????????.csv"):
        own, *lines = path.read_bytes().decode("utf-8").splitlines()
        assert own == head
        assert lines == [line for line in written if line.split(",")[1] == path.stem]
        seen += len(lines)
    assert seen == len(written)


def test_each_table_to_take_along_has_every_amount_of_the_dataset_once(samples: Path) -> None:
    dataset = rows_of((ROOT / "extracted" / "line_items.csv").read_bytes())
    head, *lines = dataset
    at = {name: place for place, name in enumerate(head)}
    for path in sorted((samples / "tables").glob("*-*.csv")):
        document_id, _, table = path.stem.split("-")
        own = [line for line in lines if (line[at["document_id"]], line[at["table"]]) == (document_id, table)]
        printed_head, *rows = rows_of(path.read_bytes(), "utf-8-sig")
        first = next(place for place, name in enumerate(printed_head) if name.endswith("(yuan)"))
        amounts = sorted(Decimal(cell) for row in rows for cell in row[first:] if cell)
        assert amounts == sorted(Decimal(line[at["amount"]]) for line in own)
        sheet = openpyxl.load_workbook(path.with_suffix(".xlsx")).worksheets[0]
        cells = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert [str(cell) for cell in cells[0]] == printed_head
        for row, shown in zip(rows, cells[1:], strict=True):
            assert [str(cell) for cell in shown[:first]] == row[:first]
            assert [f"{cell:.2f}" if cell != "" else "" for cell in shown[first:]] == row[first:]
        if "Code" in printed_head:
            codes = {row[printed_head.index("Code")] for row in cells[1:]}
            assert {type(code) for code in codes} == {str}
            assert codes - {""} == {line[at["code"]] for line in own} - {""}


def test_a_workbook_says_where_its_table_is_from(samples: Path) -> None:
    path = next((samples / "tables").glob("0fa04f7f0505-*.xlsx"))
    book = openpyxl.load_workbook(path)
    said = dict(book["Source"].iter_rows(values_only=True))
    assert re.fullmatch(r"[0-9a-f]{64}", said["SHA-256 of the PDF"])
    assert said["SHA-256 of the PDF"].startswith("0fa04f7f0505")


def test_what_looks_like_a_formula_is_a_text_in_both_kinds_of_files() -> None:
    sheet = Sheet(
        ("Item", "A (yuan)"), (("=1+1", Decimal("1.00")), ("+甲", None), ("乙", Decimal("99999999999999.99"))), 1
    )
    assert rows_of(as_csv(sheet), "utf-8-sig")[1:] == [["'=1+1", "1.00"], ["'+甲", ""], ["乙", "99999999999999.99"]]
    written = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheet, "History", (("a", "b"),), "en"))).worksheets[0]
    cells = list(written.iter_rows(min_row=2))
    assert [(cell.value, cell.data_type) for cell, _ in cells] == [("=1+1", "s"), ("+甲", "s"), ("乙", "s")]
    assert cells[2][1].value == "99999999999999.99"  # more digits than a cell holds


@given(st.decimals(-(10**15), 10**15, places=2), st.decimals(0, 10**4, places=6))
def test_no_digit_of_an_amount_or_a_place_is_lost(amount: Decimal, place: Decimal) -> None:
    line = dict.fromkeys((*_columns(), "number"), None) | {"amount": amount, "x0": place}
    head, row = rows_of(line_items([line]))
    assert Decimal(row[head.index("amount")]) == amount
    assert Decimal(row[head.index("x0")]) == place
    assert re.fullmatch(r"\d+\.\d\d+", row[head.index("x0")])


def _columns() -> list[str]:
    from yusuan.schemas.dataset.fields import LINE_ITEMS

    return LINE_ITEMS.columns


@pytest.mark.parametrize("name", ["2024 预算 #1 100%?.pdf", "a&b=c;d.pdf", "空 格/子 目录/文件+1.pdf"])
def test_the_address_of_a_pdf_leads_to_it_whatever_its_name(tmp_path: Path, name: str) -> None:
    pdf = tmp_path / "公开 #" / name
    link = to_pdf(pdf, tmp_path / "报告" / "d")
    parts = urlsplit(f"{link}#page=3")
    assert parts.fragment == "page=3"
    assert not parts.query
    assert link.isascii()
    assert (tmp_path / "报告" / "d" / unquote(parts.path)).resolve() == pdf.resolve()


def test_a_page_opens_its_pdf_and_cites_the_address_that_sources_csv_gives(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    report_of(dataset, tmp_path / "before")
    assert "https://" not in only_page(tmp_path / "before").read_text(encoding="utf-8")
    for url, shown in (("https://example.org/a?b=1&c=2", True), ("javascript:alert(1)", False), ("https://a b", False)):
        (tmp_path / "pdfs" / "sources.csv").write_text(f"path,url\na.pdf,{url}\n", encoding="utf-8")
        report_of(dataset, tmp_path / "after")
        page = Parsed(only_page(tmp_path / "after"))
        links = {a["href"] for tag, a, _ in page.elements if tag == "a"}
        assert (url in links) == shown
        assert (url in page.data()["source"]["address"]) == shown
        assert "../../pdfs/a.pdf" in links
        assert {f"../../pdfs/a.pdf#page={each}" for each in (1,)} <= links


def test_a_refused_document_leads_to_its_pdf_too(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"bad.pdf": b"no PDF"})
    report_of(dataset, tmp_path / "report")
    page = Parsed(only_page(tmp_path / "report"))
    assert "../../pdfs/bad.pdf" in {a["href"] for tag, a, _ in page.elements if tag == "a"}
    assert not (tmp_path / "report" / "tables").exists()


def test_slips_of_the_publisher_and_gaps_of_the_reader_stand_apart(tmp_path: Path) -> None:
    unknown = document([expenditure((*HEADER, *ROWS, TOTAL)), expenditure(title="2024年谁也不认识的表")])
    for name, data, cause in (("wrong", WRONG, "publisher"), ("unknown", unknown, "reader")):
        folder = tmp_path / name
        folder.mkdir()
        dataset = dataset_of(folder, {"a.pdf": data})
        report_of(dataset, folder / "report")
        page = Parsed(only_page(folder / "report"))
        head, *findings = rows_of((dataset / "findings.csv").read_bytes())
        assert cause in {row[head.index("cause")] for row in findings}
        for row in findings:
            _, attributes, _ = page.by_id()[f"f{row[head.index('finding')]}"]
            assert row[head.index("cause")] in str(attributes["class"]).split()
        lists = [a["id"] for tag, a, _ in page.elements if tag == "section" and "noted" in str(a.get("class"))]
        assert lists == [each for each in chinese.CAUSES if each in {row[head.index("cause")] for row in findings}]


@pytest.mark.parametrize(("language", "told"), [("zh", "message_zh"), ("en", "message")])
def test_findings_and_refusals_are_said_in_the_language_of_the_page(
    tmp_path: Path, language: Language, told: str
) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": WRONG, "bad.pdf": b"no PDF"})
    write_report(load(dataset), tmp_path / "report", Pdfs(), language=language)
    pages = {path.stem: Parsed(path) for path in (tmp_path / "report" / "d").iterdir()}
    head, *findings = rows_of((dataset / "findings.csv").read_bytes())
    for row in findings:
        found = dict(zip(head, row, strict=True))
        assert found[told] in pages[found["document_id"]].by_id()[f"f{found['finding']}"][2]
    head, *documents = rows_of((dataset / "documents.csv").read_bytes())
    (refused,) = [row for row in documents if row[head.index("reason")]]
    reason = refused[head.index("reason_zh" if language == "zh" else "reason")]
    assert reason in pages[refused[0]].text()
    for page in pages.values():
        (html,) = [attributes for tag, attributes, _ in page.elements if tag == "html"]
        assert html["lang"] == ("zh-Hans" if language == "zh" else "en")


def test_in_english_only_what_is_quoted_from_the_document_is_chinese(tmp_path: Path) -> None:
    names_of_rows = {"示例市示范局", *(cell for row in (*ROWS, TOTAL) for cell in row if isinstance(cell, str))}
    dataset = dataset_of(tmp_path, {"a.pdf": WRONG})
    write_report(load(dataset), tmp_path / "report", Pdfs(), language="en")
    page = Parsed(only_page(tmp_path / "report"))
    data = page.data()
    texts = [*data["texts"].values(), *data["notes"].values(), *data["rules"].values(), *data["titles"].values()]
    assert [text for text in texts if CHINESE.search(text)] == []
    for tag, attributes, text in page.elements:
        shown = "".join(text)
        own = {"label", "button", "summary", "nav", "dt", "figcaption"}
        assert tag not in own or not CHINESE.search(shown), (tag, shown)
        label = re.sub(
            "|".join(map(re.escape, sorted(names_of_rows, key=len, reverse=True))),
            "",
            str(attributes.get("aria-label", "")),
        )
        assert not CHINESE.search(label), label


def test_every_id_has_a_name_in_both_languages() -> None:
    for called in (names("zh"), names("en")):
        for measure in MEASURES:
            assert called.measure(measure) != measure, measure
        for rule in RULES:
            assert called.rule(rule) != rule, rule
    for name in ("STAGES", "BASES", "LEVELS", "SIDES", "SEVERITIES", "STATUSES", "CAUSES", "QUANTITIES", "IDENTITIES"):
        assert getattr(chinese, name).keys() == getattr(english, name).keys(), name


def test_two_processes_write_the_language_that_one_does(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD, "b.pdf": WRONG})
    for workers in (0, 2):
        write_report(load(dataset), tmp_path / str(workers), Pdfs(), workers, language="en")
    assert contents(tmp_path / "0") == contents(tmp_path / "2")


@pytest.mark.parametrize(("lang", "words"), [("zh", "全部文件"), ("en", "All documents")])
def test_the_command_takes_the_language(tmp_path: Path, lang: str, words: str) -> None:
    done = yusuan("report", ROOT / "extracted", "--out", tmp_path / "report", "--lang", lang, "--pdfs", tmp_path)
    assert done.returncode == 2  # a folder without a PDF
    dataset = dataset_of(tmp_path, {"a.pdf": GOOD})
    done = yusuan("report", dataset, "--out", tmp_path / "report", "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert words in Parsed(only_page(tmp_path / "report")).text()
    assert yusuan("report", dataset, "--out", tmp_path / "report", "--lang", "fr").returncode == 2


def test_a_page_without_anything_to_point_at_is_named_without_a_picture(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, {"a.pdf": document([expenditure(), *_blank()])})
    report_of(dataset, tmp_path / "report")
    page = Parsed(only_page(tmp_path / "report"))
    assert [a["src"] for tag, a, _ in page.elements if tag == "img"] == [
        f"../pages/{only_page(tmp_path / 'report').stem}-1.png"
    ]
    assert "../../pdfs/a.pdf#page=2" in {a["href"] for tag, a, _ in page.elements if tag == "a"}


def _blank() -> list[Any]:
    from typeset import Page, Text

    return [Page([Text(100, 100, "本页没有数字。")], [])]
