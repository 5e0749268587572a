"""What was read from a picture is said to be so wherever an amount is shown: dataset, explanation, report, workbook."""

from __future__ import annotations

import csv
import io
from math import inf
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

import typeset
import yusuan
from tests import scanned
from tests.reported import Parsed, only_page, report_of
from tests.scanned import Misread
from tests.small import HEADER, ROWS, expenditure
from typeset import LEFT
from yusuan.pipeline.across.figures import trusted
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.export.export import export
from yusuan.pipeline.load.folder import load
from yusuan.pipeline.look.explain import explain
from yusuan.pipeline.look.pdfs import Pdfs
from yusuan.pipeline.messages.language import speak
from yusuan.pipeline.read.page import Source
from yusuan.pipeline.read.pdf import read

REPAIRED, PUBLISHED = "208.00", "17.00"
"""What the first 200.00 was taken for, and what is printed wrongly in place of 12.00."""
MORE = [(f"2{at}", "", "", "农林水支出", f"{at + 1}.00", f"{at}.00", "1.00") for at in range(10, 19)]
TABLE = expenditure((*HEADER, *ROWS, *MORE, ("合计", LEFT, LEFT, LEFT, "435.00", "326.00", "109.00")))


@pytest.fixture(scope="module")
def source() -> Source:
    misread = {("200.00", 0): Misread(REPAIRED), ("12.00", 0): Misread(PUBLISHED, inf)}
    return scanned.pictured(read(typeset.document([TABLE])), misread)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, source: Source) -> Path:
    """A folder with a PDF, and its dataset in `data`."""
    folder = tmp_path_factory.mktemp("scans")
    pdf = folder / "scan.pdf"
    pdf.write_bytes(typeset.document([TABLE]))
    with scanned.reading(source):
        yusuan.write_dataset(assemble([read_document(pdf.read_bytes(), str(pdf))]), folder / "data")
    return folder


def lines(folder: Path) -> list[dict[str, str]]:
    with (folder / "data" / "line_items.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of(folder: Path, read: str) -> dict[str, str]:
    (line,) = [line for line in lines(folder) if line["read"] == read]
    return line


def test_files_say_where_an_amount_was_read_and_what_it_was_taken_for(folder: Path) -> None:
    line = of(folder, "ocr_repaired")
    assert (line["amount"], line["printed"], line["read_as"]) == ("200.00", "200.00", REPAIRED)
    assert {line["read_as"] for line in lines(folder) if line["read"] == "ocr"} == {""}
    loaded = load(folder / "data")  # which holds every column against the contract
    assert set(loaded["line_items"]["read"].to_pylist()) == {"ocr", "ocr_repaired"}


def test_an_explanation_shows_both_readings(folder: Path, source: Source) -> None:
    line = of(folder, "ocr_repaired")
    with scanned.reading(source):
        said = explain(line["line_id"], folder / "data", Pdfs(folder))
        speak("zh")
        try:
            said_zh = explain(line["line_id"], folder / "data", Pdfs(folder))
        finally:
            speak("en")
        other = explain(next(line for line in lines(folder) if line["read"] == "ocr")["line_id"], folder / "data")
    assert f"as {REPAIRED} at first" in said and "printed 200.00" in said
    assert f"200.00 (read as {REPAIRED} at first) on page 1" in said
    assert f"原识别为 {REPAIRED}" in said_zh
    assert "read by a program from a picture of the page\n" in other


def test_a_report_shows_the_picture_of_what_was_repaired_or_is_contradicted(folder: Path, source: Source) -> None:
    with scanned.reading(source):
        made = report_of(folder / "data", folder / "report", folder)
    assert (made.pictured, made.proved) == (1, 1)
    page = Parsed(only_page(folder / "report"))
    shown = [attributes["src"] for tag, attributes, _ in page.elements if attributes.get("class") == "cut"]
    doubted = [x for x in lines(folder) if x["read"] == "ocr_repaired" or x["status"] in ("contradicted", "in_doubt")]
    assert doubted and len(set(shown)) == len(doubted)
    for address in shown:
        with Image.open(folder / "report" / "d" / str(address)) as image:
            assert image.width > image.height > 20
            assert min(image.convert("L").tobytes()) < 100, "the figure is not on it"
    line = of(folder, "ocr_repaired")
    assert REPAIRED in only_page(folder / "report").read_text(encoding="utf-8")
    assert page.by_id()[line["line_id"]][2] == "200.00"


def test_a_report_lists_what_was_repaired_before_all_else(folder: Path, source: Source) -> None:
    with scanned.reading(source):
        report_of(folder / "data", folder / "again", folder)
    text = only_page(folder / "again").read_text(encoding="utf-8")
    rules = ["amount.repaired", "page.scanned"]
    assert sorted(rules, key=lambda rule: text.index(f'<span class="id">{rule}</span>')) == rules


def test_a_workbook_has_the_columns(folder: Path) -> None:
    export(folder / "data", [folder / "out.xlsx"])
    book = openpyxl.load_workbook(io.BytesIO((folder / "out.xlsx").read_bytes()))
    rows = list(book["line_items"].iter_rows(values_only=True))
    at = rows[0].index("read")
    assert {row[at + 1] for row in rows[2:]} == {None, REPAIRED}


def test_what_was_read_from_a_picture_and_not_proved_contradicts_no_other_document() -> None:
    rows = [{"read": read, "status": status} for read in ("text", "ocr") for status in ("proved", "unproved")]
    assert trusted(rows) == [rows[0], rows[1], rows[2]]
