"""The samples in raw_pdfs are what the typesetter writes, and read back as the figures that went in."""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from typeset import ABOVE, LEFT, Cell, figures
from typeset.__main__ import RAW_PDFS, main
from typeset.content import inflated
from typeset.layouts import LAYOUTS
from typeset.layouts.declared import DocumentLayout
from typeset.samples import pages, typeset_all
from typeset.table import parts

DOCUMENTS = pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
MARGIN = 10
"""Nothing is drawn nearer to the edge of the page (points); the widest published table comes as near as 12."""


@cache
def samples() -> dict[str, bytes]:
    """All samples, typeset once for the whole run."""
    return typeset_all()


def printed(rows: Sequence[Sequence[str | Cell | None]]) -> list[list[str]]:
    """The cells of `rows` that are printed, without line breaks: covered ones left out."""
    texts = [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in rows]
    covered = (None, LEFT, ABOVE)
    return [[(text or "").replace("\n", "") for text in row if text not in covered] for row in texts]


def without_spaces(found: list[list[list[str]]]) -> list[list[list[str]]]:
    """Blanks at the end of a line, and those that move leaders to the right, are not read back."""
    return [[[text.replace(" ", "") for text in row] for row in page] for page in found]


@cache
def read_back(path: str) -> list[list[list[str]]]:
    """The printed cells of each page that has ruled areas, as pdfplumber finds them."""
    found = []
    with pdfplumber.open(io.BytesIO(samples()[path])) as pdf:
        for page in pdf.pages:
            rows = [row for table in page.find_tables() for row in table.extract()]
            if rows:
                found.append(printed(rows))
    return found


def test_raw_pdfs_are_what_is_typeset() -> None:
    assert main(["--check"]) == 0
    there = {path.relative_to(RAW_PDFS).as_posix() for path in RAW_PDFS.rglob("*.pdf")}
    assert there == set(samples())


def test_check_names_each_file_that_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path)]) == 0
    assert main(["--check", "--out", str(tmp_path)]) == 0
    changed, missing = (tmp_path / layout.path for layout in LAYOUTS[:2])
    changed.write_bytes((tmp_path / LAYOUTS[2].path).read_bytes())
    missing.unlink()
    capsys.readouterr()
    assert main(["--check", "--out", str(tmp_path)]) == 1
    named = capsys.readouterr().err.splitlines()
    assert named == [f"{changed}: differs from what is typeset", f"{missing}: missing"]


def test_same_bytes_twice() -> None:
    assert typeset_all() == samples()


@DOCUMENTS
def test_size(layout: DocumentLayout) -> None:
    assert len(samples()[layout.path]) < 150_000


@DOCUMENTS
def test_every_ruled_page_reads_back_as_set(layout: DocumentLayout) -> None:
    ruled = [page for page in pages(layout) if page.grids]
    expected = [printed([row for grid in page.grids for row in grid.rows]) for page in ruled]
    assert without_spaces(read_back(layout.path)) == without_spaces(expected)


@DOCUMENTS
def test_nothing_leaves_its_page(layout: DocumentLayout) -> None:
    with pdfplumber.open(io.BytesIO(samples()[layout.path])) as pdf:
        for page in pdf.pages:
            drawn = [*page.chars, *page.rects, *page.lines]
            assert drawn
            assert min(item["x0"] for item in drawn) > MARGIN
            assert min(item["top"] for item in drawn) > MARGIN
            assert max(item["x1"] for item in drawn) < page.width - MARGIN
            assert max(item["bottom"] for item in drawn) < page.height - MARGIN


@DOCUMENTS
def test_every_figure_reads_back(layout: DocumentLayout) -> None:
    tables = figures.read(layout.name)
    body: list[list[str]] = []
    for table in layout.tables:
        for number, part in enumerate(parts(table, tables[table.table])):
            head = len(table.repeated if number else table.header)
            page = next(page for page in read_back(layout.path) if printed(part) == page[-len(part) :])
            body += [row for row in page[-len(part) :][head:] if any(row)]
    expected = [row for table in layout.tables for row in tables[table.table]]
    assert body == [row for row in printed(expected) if any(row)]


@DOCUMENTS
def test_only_its_own_font_embedded_and_subset(layout: DocumentLayout) -> None:
    with pdfplumber.open(io.BytesIO(samples()[layout.path])) as pdf:
        names = {character["fontname"] for page in pdf.pages for character in page.chars}
        assert pdf.metadata["Producer"] == pdf.metadata["Creator"] == "yusuan typesetter"
    assert names == {"AAAAAA+YusuanSans"} or {name.partition("+")[2] for name in names} == {"YusuanSans"}
    content = samples()[layout.path]
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") == len(names)


GRAND_TOTALS = {
    "2017": ["合计", "49,176,950", "30,248,466", "18,928,484"],
    "2018": ["", "合计", "10,070.48"],
    "2023": ["合计", "164,978,640", "99,406,297", "65,572,343"],
    "2024": ["合计", "12,121,164", "9,501,164", "2,620,000"],
    "2024_final": ["类", "款", "项", "合计", "2,940.05", "2,336.91", "603.14", "", "", ""],
    "2025": ["合计", "91,016,775.35", "24,606,775.35", "66,410,000.00"],
    "2026": ["合计", "96282213.44", "25741666.44", "70540547.00"],
}


@DOCUMENTS
def test_grand_total_of_expenditure(layout: DocumentLayout) -> None:
    rows = [row for page in read_back(layout.path) for row in page]
    assert GRAND_TOTALS[layout.name] in rows


def test_published_slips_and_oddities_are_kept() -> None:
    rows = {layout.name: [row for page in read_back(layout.path) for row in page] for layout in LAYOUTS}
    assert rows["2024"].count(["7", "11", "02", "事业单位医疗", "503,724", "503,724", ""]) == 2
    assert rows["2026"].count(["无", "", "", "", "", "", ""]) == 2
    alone = [page for layout in LAYOUTS for page in read_back(layout.path) if len(page) == 1]
    # A total, and the empty rest of a row: each is all that its page holds.
    assert alone == [[["合计", "30,248,466", "24,738,466", "5,510,000"]], [[""] * 7]]


def test_a_pdf_packed_by_another_zlib_is_not_stale() -> None:
    content = next(iter(samples().values()))
    stream = re.search(rb"/ASCII85Decode.*?stream\r?\n(.*?)endstream", content, re.DOTALL)
    assert stream
    data = zlib.decompress(base64.a85decode(stream[1].strip().removesuffix(b"~>")))

    def packed(data: bytes, level: int) -> bytes:
        return content.replace(stream[1], base64.a85encode(zlib.compress(data, level)) + b"~>")

    assert packed(data, 1) != content
    assert inflated(packed(data, 1)) == inflated(content)
    assert inflated(packed(data + b" ", 1)) != inflated(content)
