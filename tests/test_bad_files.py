"""Files that cannot be read as a whole: each is quarantined with a reason, and the others are written."""

from __future__ import annotations

import base64
import gc
import io
import os
import re
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest

from tests.small import captions, expenditure, grid, read
from typeset import A4, Page, Text, document
from yusuan.pipeline.dataset.gather import run
from yusuan.pipeline.document.document import Document, read_document, release
from yusuan.pipeline.files.collect import NothingToRead
from yusuan.pipeline.read.document import open_document, whole_pages
from yusuan.pipeline.read.readers import Reader
from yusuan.pipeline.read.with_pdfplumber import read_pages

GOOD = document([expenditure()])


def quarantined(found: Document, rule: str) -> str:
    """The reason of a document that must be quarantined by `rule`, with nothing written of it."""
    assert found.status == "quarantined"
    assert found.reason.startswith(f"{rule}: ")
    assert found.findings[0].rule == rule
    assert not found.items
    return found.reason


def test_empty_file() -> None:
    assert "0 bytes" in quarantined(read_document(b""), "document.empty")


def test_not_a_pdf() -> None:
    assert "'PK" in quarantined(read_document(b"PK\x03\x04 a spreadsheet"), "document.not_pdf")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_cut_off(kept: float) -> None:
    quarantined(read_document(GOOD[: int(len(GOOD) * kept)]), "document.truncated")


def test_no_catalog() -> None:
    quarantined(read_document(GOOD.replace(b"/Root", b"/Boot")), "document.damaged")


def test_a_page_whose_content_is_damaged_is_not_read_in_part() -> None:
    filters = rb"/Filter \[ /ASCII85Decode /FlateDecode \] /Length (\d+)\s*>>\s*stream\r?\n(.*?)endstream"
    stream = re.search(filters, GOOD, re.DOTALL)
    assert stream
    packed = bytearray(zlib.compress(zlib.decompress(base64.a85decode(stream[2].strip().removesuffix(b"~>")))))
    packed[len(packed) // 2] ^= 0xFF
    head = stream[0].split(b"stream")[0].replace(b"/ASCII85Decode ", b"").replace(stream[1], str(len(packed)).encode())
    data = GOOD.replace(stream[0], head + b"stream\n" + bytes(packed) + b"\nendstream")
    assert "page 1" in quarantined(read_document(data), "document.damaged")


def test_pages_that_the_page_tree_promises_and_that_are_not_there() -> None:
    data = document([expenditure(), expenditure()])
    kids = re.search(rb"/Kids \[ (\d+ 0 R) (\d+ 0 R) \]", data)
    assert kids
    lost = data.replace(kids[0], b"/Kids [ %s 99 0 R ]" % kids[1])
    assert "1 readable pages; expected 2" in quarantined(read_document(lost), "document.truncated")


def deep(levels: int) -> bytes:
    """A document whose page hangs so many levels below the root of its tree."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD)) as pdf:
        for _ in range(levels):
            kids = pikepdf.Array([pdf.Root.Pages])
            pdf.Root.Pages = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1, Kids=kids))
        pdf.save(written)
    return written.getvalue()


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_a_page_tree_deeper_than_the_stack_is_read_by_both_readers(reader: Reader) -> None:
    data = deep(2000)
    found = read_document(data, "a.pdf", reader)
    assert (found.status, len(found.items)) == ("accepted", 13), found.reason


def test_a_page_that_is_read_alone_leaves_nothing_that_fails_later(monkeypatch: pytest.MonkeyPatch) -> None:
    data = deep(2000)
    failed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", failed.append)
    pages = read_pages(data, whole_pages(open_document(data)), [1])
    assert next(pages).number == 1
    del pages
    gc.collect()
    assert failed == []


def test_encrypted_with_a_password() -> None:
    quarantined(read_document(document([expenditure()], password="secret")), "document.encrypted")


def test_no_text_on_any_page() -> None:
    assert "expected a PDF with text" in quarantined(read(Page(), Page()), "document.no_text")


def test_nothing_that_is_a_budget() -> None:
    quarantined(read(Page([Text(60, 60, "2024年度部门决算")])), "document.no_table")


def test_a_letter_without_a_year_is_no_budget() -> None:
    quarantined(read(Page([Text(60, 60, "关于召开会议的通知")])), "document.no_year")


def test_a_table_whose_title_says_another_thing_is_kept_as_it_is_printed() -> None:
    found = read(expenditure(title="2024年度工程项目决算表"))
    (named,) = (finding for finding in found.findings if finding.rule == "table.unknown_title")
    assert "工程项目决算表" in named.message
    assert (len(found.items), len(found.others), found.unread) == (0, 13, 0)


def test_a_known_title_over_unknown_columns_is_kept_as_it_is_printed() -> None:
    found = read(Page(captions(), [grid([["甲", "乙"], ["1.00", "2.00"]], [100, 100])]))
    assert (len(found.items), len(found.others), found.unread) == (0, 2, 0)
    assert "table.unknown_title" in [finding.rule for finding in found.findings]


def test_nobody_named() -> None:
    found = read(expenditure(entity=""))
    assert "document.no_entity" in [finding.rule for finding in found.findings]
    assert found.items, "a table is not thrown away because nobody is named"
    assert found.publication
    assert found.publication.entity == ""


def test_no_year_named() -> None:
    quarantined(read(expenditure(title="部门支出预算总表")), "document.no_year")


def test_all_text_turned() -> None:
    turned = Page([Text(100 + 30 * n, 500, "支出预算总表 300.00", turn=45) for n in range(5)], size=A4)
    assert "turned" in quarantined(read(turned), "document.no_text")


def test_a_program_failure_costs_that_document_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("yusuan.pipeline.document.steps.prove", fails)
    reason = quarantined(read_document(GOOD), "document.failed")
    assert "ZeroDivisionError: a bug" in reason


def test_a_failure_with_the_identities_costs_that_document_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("yusuan.pipeline.document.identities.identities_of", fails)
    document = read_document(GOOD)
    release(document)
    assert "ZeroDivisionError: a bug" in quarantined(document, "document.failed")
    assert (document.verdict, document.tables, len(document.items)) == (None, [], 0)


def test_a_bad_file_does_not_keep_the_others_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "好 文件.pdf").write_bytes(GOOD)
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "text.pdf").write_bytes(b"no PDF")
    dataset = run([tmp_path])
    status = dict(
        zip(dataset.documents["path"].map(lambda path: Path(path).name), dataset.documents["status"], strict=True)
    )
    assert status == {"好 文件.pdf": "accepted", "empty.pdf": "quarantined", "text.pdf": "quarantined"}
    assert len(dataset.line_items) == 13
    assert dataset.refused == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "closed.pdf"
    path.write_bytes(GOOD)
    path.chmod(0)
    dataset = run([tmp_path])
    assert dataset.documents["reason"][0].startswith("document.unreadable")


def test_a_link_to_nowhere_is_a_refused_document(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").symlink_to(tmp_path / "gone.pdf")
    dataset = run([tmp_path])
    assert dataset.documents["reason"][0].startswith("document.unreadable")
    assert len(dataset.documents["document_id"][0]) == 12


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not allow such names")
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xfcdget \n.pdf"))
    path.write_bytes(GOOD)
    dataset = run([tmp_path])
    assert dataset.documents["status"][0] == "accepted"
    assert dataset.documents["path"][0].encode()


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="no such file"):
        run([tmp_path / "nowhere"])


def test_a_folder_without_a_pdf(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="no PDF under"):
        run([tmp_path])
