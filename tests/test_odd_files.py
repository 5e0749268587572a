"""Files with faults that every viewer opens all the same: both readers read them alike, or they are refused."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from typing import Any, get_args

import pikepdf
import pytest

from tests.handmade import one_page, pdf, shown, stream
from tests.small import HEADER, ROWS, TOTAL, amounts, expenditure, grid, rules
from typeset import Page, Text, document
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import Reader

READERS: tuple[Reader, ...] = get_args(Reader)
GOOD = document([expenditure()])
OTHER = document([expenditure(entity="编制部门：另一市另一局")])
AMOUNTS = amounts(read_document(GOOD))


def alike(data: bytes) -> Document:
    """A document as the first reader reads it; the other reads the same."""
    first, second = (read_document(data, reader=reader) for reader in READERS)
    assert first.items == second.items
    assert first.findings == second.findings
    assert first.reason == second.reason
    return first


def saved(change: Callable[[pikepdf.Pdf], None], data: bytes = GOOD, **options: Any) -> bytes:
    """A PDF after a change."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        change(opened)
        written = io.BytesIO()
        opened.save(written, **options)
    return written.getvalue()


def refused(data: bytes, rule: str) -> str:
    """Why a document is refused."""
    found = alike(data)
    assert found.reason.startswith(f"{rule}: "), found.reason
    assert not found.items
    return found.reason


TABLES = {"a table": pikepdf.ObjectStreamMode.disable, "a stream": pikepdf.ObjectStreamMode.generate}


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize(
    "behind",
    [b"<html>" + b"<p>x</p>\n" * 900, b"\0" * 5000, b"\r\n--boundary--\r\n", b"startxref\n", b"%%EOF\n%%EOF\n"],
)
def test_bytes_behind_the_end_are_left_out(kind: str, behind: bytes) -> None:
    found = alike(saved(lambda _: None, object_stream_mode=TABLES[kind]) + behind)
    assert (amounts(found), rules(found)) == (AMOUNTS, [])


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("end", [rb"%%EOF\s*$", rb"EOF\s*$", rb"\d\s*%%EOF\s*$", rb"startxref\s+\d+\s+%%EOF\s*$"])
def test_an_end_that_is_not_there_is_put_back(kind: str, end: bytes) -> None:
    whole = saved(lambda _: None, object_stream_mode=TABLES[kind])
    data = re.sub(end, b"", whole)
    assert data != whole
    assert amounts(alike(data)) == AMOUNTS


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("lost", [200, 1000])
def test_a_file_cut_off_within_its_last_objects_is_refused(kind: str, lost: int) -> None:
    data = saved(lambda _: None, object_stream_mode=TABLES[kind])
    refused(data[: data.rindex(b"endobj") - lost], "document.truncated")


def test_a_version_added_later_that_is_cut_off_is_refused() -> None:
    refused(GOOD + b"4 0 obj\n<< /Length 500 >>\nstream\nBT /F1", "document.truncated")


def test_two_documents_one_after_the_other_are_refused() -> None:
    """One body's figures would be shown beside another body's page."""
    reason = refused(GOOD + OTHER, "document.several")
    assert f"0, {len(GOOD)}" in reason
    refused(GOOD[: GOOD.rindex(b"startxref")] + OTHER, "document.several")
    refused(GOOD + b"<html></html>\n" + OTHER, "document.several")


def test_a_document_twice_in_one_file_is_one() -> None:
    assert amounts(alike(GOOD + GOOD)) == AMOUNTS


def test_a_document_that_another_holds_is_none_of_its_own() -> None:
    def attach(opened: pikepdf.Pdf) -> None:
        opened.attachments["other.pdf"] = pikepdf.AttachedFileSpec(opened, OTHER)

    data = saved(attach, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert data.count(b"%PDF-") == 2
    assert amounts(alike(data)) == AMOUNTS


def long_table() -> bytes:
    """A table over two pages."""
    first = expenditure((*HEADER, *ROWS[:2]))
    return document([first, Page([], [grid([*ROWS[2:], TOTAL], y=40)])])


def test_a_page_that_hangs_twice_in_the_tree_is_read_once() -> None:
    def again(opened: pikepdf.Pdf) -> None:
        opened.Root.Pages.Kids.append(opened.Root.Pages.Kids[1])
        opened.Root.Pages.Count = 3

    found = alike(saved(again, long_table()))
    assert found.pages == 3
    assert amounts(found) == AMOUNTS
    assert [(f.rule, f.page) for f in found.findings if f.rule.startswith("table.rep")] == [("table.repeated", 3)]


def test_a_copy_of_a_page_is_read_once() -> None:
    first = expenditure((*HEADER, *ROWS[:2]))
    second = Page([], [grid([*ROWS[2:], TOTAL], y=40)])
    found = alike(document([first, second, second]))
    assert (amounts(found), rules(found)) == (AMOUNTS, ["table.repeated"])


def test_a_page_in_the_place_of_another_one_is_not_taken_for_a_repeated_one() -> None:
    def instead(opened: pikepdf.Pdf) -> None:
        opened.Root.Kept = opened.Root.Pages.Kids[1]
        opened.Root.Pages.Kids[1] = opened.Root.Pages.Kids[0]

    refused(saved(instead, long_table()), "document.truncated")


@pytest.mark.parametrize("count", [2, 18, -1, 0])
def test_a_wrong_count_of_pages_is_named(count: int) -> None:
    data = GOOD.replace(b"/Count 1", b"/Count %d" % count)
    found = alike(data)
    assert (amounts(found), rules(found)) == (AMOUNTS, ["document.page_count"])


def test_programs_that_see_another_number_of_pages() -> None:
    data = document([expenditure(), Page([Text(60, 60, "说明")])]).replace(b"/Count 2", b"/Count 1")
    assert "2 pages with one program and 1 with another" in refused(data, "document.pages_differ")


def with_packed(packed: bytes, entries: str = "/Filter /FlateDecode", blank: bool = False) -> bytes:
    """A small table's page whose content is packed so; or, with a `blank` page behind it, that page's content."""
    with pikepdf.open(io.BytesIO(GOOD)) as opened:
        if blank:
            opened.add_blank_page(page_size=(842, 595))
        written = io.BytesIO()
        opened.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = written.getvalue()
    return replaced(data, packed, entries, last=blank)


def replaced(data: bytes, packed: bytes, entries: str, last: bool) -> bytes:
    """A PDF whose first page's, or last page's, content is `packed`."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        number = opened.pages[-1 if last else 0].Contents.objgen[0]
    body = re.search(rb"\n%d 0 obj\s.*?endobj" % number, data, re.DOTALL)
    assert body
    made = b"\n%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj" % (
        number, entries.encode(), len(packed), packed,
    )  # fmt: skip
    moved = data.replace(body[0], made)
    offsets: dict[int, int] = {int(m[1]): m.start(1) for m in re.finditer(rb"(?<=\n)(\d+) 0 obj\b", moved)}
    table = moved.rindex(b"xref\n0 ")
    rows = iter(sorted(offsets))
    head, entries_of = moved[:table], moved[table:]
    entries_of = re.sub(rb"\d{10} 00000 n", lambda _: b"%010d 00000 n" % offsets[next(rows)], entries_of)
    return re.sub(rb"startxref\n\d+", b"startxref\n%d" % len(head), head + entries_of)


def content() -> bytes:
    """What paints the small table."""
    with pikepdf.open(io.BytesIO(GOOD)) as opened:
        return bytes(opened.pages[0].Contents.read_bytes())


@pytest.mark.parametrize(
    "change",
    [
        lambda right: bytes(4),
        lambda right: right[:3] + bytes([right[3] ^ 0xFF]),
        lambda right: right[::-1],
        lambda right: bytes(byte ^ 0xFF for byte in right),
    ],
)
@pytest.mark.parametrize("behind", [b"", b"\r\n", b"\0" * 9])
def test_a_wrong_checksum_of_a_content_that_unpacks_whole_is_named(
    change: Callable[[bytes], bytes], behind: bytes
) -> None:
    packed = zlib.compress(content())
    found = alike(with_packed(packed[:-4] + change(packed[-4:]) + behind))
    assert (amounts(found), rules(found)) == (AMOUNTS, ["page.checksum"])


def test_a_checksum_that_tells_of_a_changed_figure_is_believed() -> None:
    right, data = zlib.adler32(content()), content()
    place = len(data) // 2
    for step in range(1, 4):
        changed = data[:place] + bytes([data[place] + step]) + data[place + 1 :]
        packed = zlib.compress(changed)[:-4] + right.to_bytes(4, "big")
        refused(with_packed(packed), "document.damaged")


def test_a_content_of_which_words_are_no_longer_any_is_refused() -> None:
    packed = zlib.compress(content().replace(b" Tj", b" 4xqTj").replace(b" re", b" rq"))
    refused(with_packed(packed[:-4] + bytes(4)), "document.damaged")


@pytest.mark.parametrize("entries", ["", "/Filter /FlateDecode", "/Filter [ /ASCII85Decode /FlateDecode ]"])
@pytest.mark.parametrize("packed", [b"", b"\n"])
def test_a_blank_page_with_an_empty_content(entries: str, packed: bytes) -> None:
    found = alike(with_packed(packed, entries, blank=True))
    assert found.pages == 2
    assert (amounts(found), rules(found)) == (AMOUNTS, [])


def test_a_cover_without_an_area_costs_the_cover_only() -> None:
    def flat(opened: pikepdf.Pdf) -> None:
        opened.pages[0].MediaBox = pikepdf.Array([0, 0, 0, 0])

    found = alike(saved(flat, document([Page([Text(300, 300, "部门预算")]), expenditure()])))
    assert (amounts(found), rules(found)) == (AMOUNTS, ["page.no_area"])


def test_a_page_of_a_table_without_an_area_is_named_as_lost() -> None:
    def flat(opened: pikepdf.Pdf) -> None:
        opened.pages[1].MediaBox = pikepdf.Array([0, 0, 842, 0])

    found = alike(saved(flat, long_table()))
    assert {"page.no_area", "page.no_text"} <= set(rules(found))
    assert found.status == "incomplete"


@pytest.mark.parametrize("reader", READERS)
def test_letters_that_a_negative_size_turns_back_stand_upright(reader: Reader) -> None:
    text = shown("支出300")
    plain, turned = (
        read(one_page(f"BT /F1 {size} Tf {turn} 0 0 {turn} 100 400 Tm {text} Tj ET"), reader).pages[0]
        for size, turn in ((10, 1), (-10, -1))
    )
    assert [c.text for c in turned.characters] == list("支出300")
    for one, other in zip(plain.characters, turned.characters, strict=True):
        assert one[1:] == pytest.approx(other[1:], abs=0.01)


@pytest.mark.parametrize("reader", READERS)
def test_letters_that_a_negative_size_turns_about_stand_upright_on_the_page_turned_about(reader: Reader) -> None:
    page = read(one_page(f"BT /F1 -10 Tf 100 400 Td {shown('支出300')} Tj ET"), reader).pages[0]
    assert [c.text for c in page.characters] == list("支出300")
    assert page.placed is not None
    box = page.placed.box(page.characters[0][1:])
    assert 85 < box[0] < box[2] == pytest.approx(100, abs=0.01), "it is to the left of where it begins"


def test_a_file_in_two_versions_without_a_table_of_objects_is_refused() -> None:
    """Programs that look for the objects themselves find the one version or the other."""
    first = pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R >>",
            stream(b"0 0 1 1 re f"),
        ]
    )
    later = b"4 0 obj\n" + stream(b"0 0 9 9 re f") + b"\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n7\n%%EOF\n"
    refused(first + later, "document.damaged")
