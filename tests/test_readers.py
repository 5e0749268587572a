"""PDFium against the reference reader: the same dataset, the same pages, the same refusals."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import yusuan
from tests import small
from tests.both_readers import SAID, agree, both, form, left_to_reference
from tests.conftest import ROOT
from tests.handmade import all_glyphs, glyph, one_page, shown
from typeset import A4, Text, document
from typeset import Page as Typeset
from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.dataset.gather import run
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.read import with_pdfium, with_pdfplumber
from yusuan.pipeline.read.letters import codes_of
from yusuan.pipeline.read.once import printed_again
from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import READERS, pages_with
from yusuan.pipeline.workers.alone import Alone
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.write.folder import write_dataset
from yusuan.schemas.dataset.fields import FINDINGS, LINE_ITEMS, STATEMENTS

BOX = ["x0", "top", "x1", "bottom"]


def same_datasets(ours: Dataset, reference: Dataset) -> None:
    for name in ("line_items", "findings", "statements", "documents", "performance_targets"):
        one, other = getattr(ours, name), getattr(reference, name)
        places = [column for column in BOX if column in one]
        pd.testing.assert_frame_equal(one.drop(columns=places), other.drop(columns=places))
        if places:
            apart = (one[places].astype(float) - other[places].astype(float)).abs()
            assert not (apart > 0.5).any(axis=None)


def test_the_corpus_is_the_same_with_both_readers(corpus: Path, corpus_dataset: Dataset, tmp_path: Path) -> None:
    reference = run([corpus / "budget", corpus / "final"], reader="pdfplumber")
    same_datasets(corpus_dataset, reference)
    write_dataset(corpus_dataset, tmp_path / "ours")
    write_dataset(reference, tmp_path / "reference")
    for resource in (LINE_ITEMS, FINDINGS, STATEMENTS):
        ours, other = ((tmp_path / name / f"{resource.name}.csv").read_bytes() for name in ("ours", "reference"))
        assert ours == other


def test_the_samples_are_the_same_with_both_readers(samples: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    same_datasets(samples, run(["raw_pdfs"], reader="pdfplumber"))


def test_no_page_of_the_corpus_is_left_to_the_reference(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def left(*_: object) -> None:
        raise AssertionError("a page was left to the reference reader")

    monkeypatch.setattr(with_pdfplumber, "read_pages", left)
    for path in [*sorted(corpus.glob("budget/**/*.pdf")), *sorted(corpus.glob("final/**/*.pdf"))]:
        assert read(path.read_bytes(), "pdfium").pages


TEXTS = {
    "plain": SAID,
    "condensed": f"BT /F1 10 Tf 50 Tz 100 400 Td {shown('支出12')} Tj ET",
    "scaled by its matrix": f"BT /F1 1 Tf 20 0 0 10 100 400 Tm {shown('支出12')} Tj ET",
    "raised": f"BT /F1 10 Tf 5 Ts 100 400 Td {shown('支出12')} Tj ET",
    "spaced": f"BT /F1 10 Tf 5 Tc 100 400 Td {shown('支出12')} Tj ET",
    "slanted letters": f"BT /F1 10 Tf 1 0 .3 1 100 400 Tm {shown('支出12')} Tj ET",
    "slanted baseline": f"BT /F1 10 Tf 1 .02 -.02 1 100 400 Tm {shown('支出12')} Tj ET",
    "turned": f"{SAID} BT /F1 10 Tf 0 1 -1 0 100 300 Tm {shown('支出')} Tj ET",
    "mirrored": f"{SAID} BT /F1 10 Tf -1 0 0 1 100 300 Tm {shown('支出')} Tj ET",
    "upside down twice": f"1 0 0 -1 0 595 cm BT /F1 10 Tf 1 0 0 -1 100 400 Tm {shown('支出')} Tj ET",
    "negative size": f"{SAID} BT /F1 -10 Tf 100 300 Td {shown('支出')} Tj ET",
    "far outside": f"{SAID} BT /F1 10 Tf 1 0 0 1 100000 -400000 Tm {shown('支出12')} Tj ET",
    "invisible": f"{SAID} BT 3 Tr /F1 10 Tf 100 300 Td {shown('支出12')} Tj ET",
    "clipped away": f"{SAID} q 0 0 50 50 re W n 1 0 0 1 0 -100 cm {SAID} Q",
    "bold by printing twice": f"{SAID} BT /F1 10 Tf 100.3 400 Td {shown('支出12')} Tj ET",
    "bold by printing far apart": f"{SAID} BT /F1 10 Tf 101.3 400.5 Td {shown('支出12')} Tj ET",
    "a hyphen at the end of a line": f"BT /F1 10 Tf 100 400 Td {shown('支出-')} Tj 0 -12 Td {shown('支')} Tj ET",
    "dashes in cells": f"{SAID} BT /F1 10 Tf 200 400 Td {shown('-')} Tj ET BT /F1 10 Tf 300 400 Td {shown('-')} Tj ET",
    "two amounts that touch": f"BT /F1 10 Tf 100 400 Td {shown('1,234.00')} Tj ET "
    f"BT /F1 10 Tf 139 400 Td {shown('5,678.00')} Tj ET",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_text_in_odd_positions(kind: str) -> None:
    assert agree(one_page(TEXTS[kind])).characters


def test_a_page_was_left_to_the_reference_for_a_hyphen_at_the_end_of_a_line() -> None:
    said = TEXTS["a hyphen at the end of a line"]
    for mapping in (all_glyphs(), all_glyphs() | {glyph("-"): "\u00ad"}):
        data = one_page(said, mapping=mapping)
        assert not left_to_reference(data)
        assert [char.text for char in agree(data).characters] == ["支", "出", "-", "支"]


PATHS = {
    "white": "1 g 100 100 200 1 re f",
    "white in RGB": "1 1 1 rg 100 100 200 1 re f",
    "white in CMYK": "0 0 0 0 k 100 100 200 1 re f",
    "nearly white": ".999 g 100 100 200 1 re f",
    "light grey": ".9 g 100 100 200 1 re f",
    "stroked": "100 100 200 50 re S",
    "stroked in white": "1 G 100 100 200 50 re S",
    "white with a border": "1 g 100 100 200 50 re B",
    "thin with a border": "1 g 100 100 200 1 re B",
    "line": "10 10 m 100 10 l S",
    "closed line": "10 10 m 100 10 l h S",
    "filled line": "10 10 m 100 10 l f",
    "two sides": "10 10 m 100 10 l 100 50 l S",
    "triangle": "10 10 m 100 10 l 100 50 l s",
    "four sides": "10 10 m 100 10 l 100 50 l 10 50 l s",
    "four sides drawn to the end": "10 10 m 100 10 l 100 50 l 10 50 l 10 10 l S",
    "four sides, closed twice": "10 10 m 100 10 l 100 50 l 10 50 l 10 10 l h S",
    "three sides": "10 10 m 100 10 l 100 50 l 10 50 l S",
    "curve": "10 10 m 20 10 30 10 100 10 c S",
    "several in one path": "10 10 100 1 re 10 50 100 1 re 10 90 m 100 90 l f",
    "lines in one path": "10 10 m 100 10 l 10 50 m 100 50 l S",
    "not painted": "10 10 100 1 re n",
    "filled triangle": "10 10 m 100 10 l 50 50 l f",
    "slanted line": "10 10 m 100 80 l S",
    "flat diamond": "10 10 m 100 12 l 190 10 l 100 8 l h f",
    "turned": "0 1 -1 0 300 300 cm 10 10 100 1 re f",
    "turned by 45 degrees": ".7 .7 -.7 .7 300 300 cm 10 10 100 1 re f",
    "negative sides": "100 100 -50 -1 re f",
    "no height": "100 100 50 0 re f",
    "no height, stroked": "100 100 50 0 re S",
    "no height, white": "1 g 100 100 50 0 re f",
    "goes on after closing": "10 10 m 100 10 l h 100 50 l S",
    "dashed": "[3 3] 0 d 10 10 m 100 10 l S",
    "far outside": "1 0 0 1 9999999 -5000 cm 0 0 100 1 re f",
    "image": "q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q",
}


@pytest.mark.parametrize("kind", PATHS)
def test_paths_of_all_kinds(kind: str) -> None:
    data = one_page(f"q {PATHS[kind]} Q {SAID}")
    page = agree(data)
    assert page.characters
    assert not left_to_reference(data)


def test_a_spot_colour_in_full_is_not_white() -> None:
    # The reference takes one full component for white, whatever it is a component of.
    spot = "/Cs1 [/Separation /Black /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>]"
    _, ours = both(one_page(f"/Cs1 cs 1 scn 100 100 200 1 re f {SAID}", resources=f"/ColorSpace << {spot} >>"))
    assert len(ours.rules) == 1


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("boxes", ["/MediaBox [0 0 842 595]", "/MediaBox [10 20 842 595] /CropBox [30 50 700 500]"])
def test_rotated_and_cropped_pages(rotation: int, boxes: str) -> None:
    turn = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[rotation]
    drawn = f"BT /F1 10 Tf {turn} 300 300 Tm {shown('支出12')} Tj ET 100 100 200 1 re f 50 60 m 50 200 l S"
    data = one_page(drawn, page=f"{boxes} /Rotate {rotation}")
    page = agree(data)
    assert [c.text for c in sorted(page.characters, key=lambda c: c.x0)] == list("支出12")
    assert len(page.rules) == 2
    assert not left_to_reference(data)


def test_a_crop_box_moves_the_corner_that_places_are_measured_from() -> None:
    page = agree(one_page(SAID, page="/MediaBox [0 0 842 595] /CropBox [90 300 500 500]"))
    first = min(page.characters, key=lambda c: c.x0)
    assert (page.width, page.height) == (410, 200)
    assert first.x0 == pytest.approx(10, abs=0.01)
    assert first.bottom == pytest.approx(100 + 1.4, abs=0.01)


def test_forms_and_forms_in_forms() -> None:
    drawn = f"{SAID} 10 10 100 1 re f 0 0 m 0 50 l S"
    one = one_page(
        "q 1 0 0 1 50 60 cm /X Do Q", resources="/XObject << /X 11 0 R >>", more=[form(drawn, "/Matrix [1 0 0 1 5 7]")]
    )
    assert len(agree(one).rules) == 2
    outer = form("q 2 0 0 1 0 0 cm /Y Do Q", resources="/XObject << /Y 12 0 R >>")
    two = one_page("q .5 0 0 1 50 60 cm /X Do Q", resources="/XObject << /X 11 0 R >>", more=[outer, form(drawn)])
    assert len(agree(two).characters) == 4
    assert not left_to_reference(two)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_typeset_tables_on_rotated_pages(rotation: Any) -> None:
    page = small.expenditure()
    data = document([Typeset(page.texts, page.grids, page.size, rotation)])
    agree(data)
    amounts = [small.amounts(read_document(data, reader=reader)) for reader in READERS]
    assert amounts[0] == amounts[1]
    assert amounts[0]


def broken_content() -> bytes:
    good = one_page(SAID)
    start = good.index(b"stream\n", good.index(b"4 0 obj")) + 12
    return good[:start] + b"\0\0\0\0" + good[start + 4 :]


REFUSED: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "no PDF": lambda: b"PK\x03\x04 a spreadsheet",
    "cut off": lambda: one_page(SAID)[:-300],
    "no catalog": lambda: one_page(SAID).replace(b"/Root", b"/Boot"),
    "damaged content": broken_content,
    "too few pages": lambda: one_page(SAID).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 99 0 R] /Count 2"),
    "more pages than are said": lambda: one_page(SAID).replace(
        b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 3 0 R] /Count 1"
    ),
    "two documents": lambda: one_page(SAID) + one_page("BT /F1 10 Tf 100 400 Td <0001> Tj ET"),
    "encrypted": lambda: document([small.expenditure()], password="secret"),
    "a scan": lambda: one_page("q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"),
    "nothing": lambda: one_page(""),
    "slanted text only": lambda: document([Typeset([Text(200, 500, "支出 300.00", turn=45)], size=A4)]),
    "a page turned by an odd angle": lambda: one_page(SAID, page="/MediaBox [0 0 842 595] /Rotate 45"),
    "a page without an area": lambda: one_page(SAID, page="/MediaBox [0 0 0 0]"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_both_readers_refuse_the_same(kind: str) -> None:
    said: list[tuple[str, str, int | None]] = []
    for reader in READERS:
        with pytest.raises(Refusal) as refused:
            read(REFUSED[kind](), reader)
        finding = refused.value.finding
        said.append((finding.rule, finding.message, finding.page))
    assert said[0] == said[1]


def test_an_encrypted_file_that_opens_without_a_password() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = document([small.expenditure()])
    assert agree(data)
    lock = StandardEncryption("", ownerPassword="secret", strength=128)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typeset.ink.StandardEncryption", lambda *_, **__: lock)
        locked = document([small.expenditure()], password="any")
    assert b"/Encrypt" in locked
    assert len(agree(locked).characters) == len(agree(data).characters)


def test_a_page_of_ten_thousand_lines() -> None:
    drawn = "\n".join(
        f"{x} {y} m {x} {y + 5} l S {x} {y} m {x + 8} {y} l S" for x in range(10, 810, 8) for y in range(10, 260, 5)
    )
    page = agree(one_page(f"{drawn} {SAID}"))
    assert len(page.rules) == 10000


letters = st.sampled_from("01")
places = st.builds(
    lambda text, x, y, size: Character(text, x, y, x + size / 2, y + size),
    letters,
    st.floats(0, 40),
    st.floats(0, 40),
    st.sampled_from([5.0, 10.0, 12.0, 30.0]),
)


def printed_once(characters: list[Character]) -> list[Character]:
    sides = np.array([char[1:] for char in characters], dtype=np.float64).reshape(-1, 4).T
    again = printed_again(codes_of([char.text for char in characters]), sides)
    return [char for number, char in enumerate(characters) if number not in again]


@given(st.lists(places, max_size=40))
@settings(deadline=None)
def test_what_is_printed_twice_is_found_however_it_lies(characters: list[Character]) -> None:
    kept: list[Character] = []
    for char in characters:
        width, height = char.x1 - char.x0, char.bottom - char.top
        if not any(
            other.text == char.text
            and abs(other.x0 - char.x0) < max(width / 3, height / 7)
            and abs(other.top - char.top) < height / 3
            for other in kept
        ):
            kept.append(char)
    assert printed_once(characters) == kept


def test_a_large_letter_is_the_same_one_though_a_small_one_stands_between() -> None:
    small_, large = Character("0", 0.0, 0.0, 2.5, 5.0), Character("0", 2.0, 0.0, 17.0, 30.0)
    between = Character("0", 1.0, 0.0, 3.5, 5.0)
    assert printed_once([small_, large, between]) == [small_, between]


def test_a_page_is_read_for_itself_whatever_stands_on_the_others() -> None:
    page = small.expenditure()
    first, *others = read(document([page] * 4)).pages
    assert all(other.characters == first.characters and other.rules == first.rules for other in others)


def test_encoded_streams_are_read_alike() -> None:
    packed = base64.a85encode(SAID.encode()) + b"~>"
    head = f"<< /Filter /ASCII85Decode /Length {len(packed)} >>\nstream\n".encode()
    good = one_page(SAID)
    old = good[good.index(b"4 0 obj") : good.index(b"5 0 obj")]
    agree(good.replace(old, b"4 0 obj\n" + head + packed + b"\nendstream\nendobj\n"))


def test_a_reader_that_is_none_is_not_taken_for_another() -> None:
    """It was taken for pdfium."""
    data = document([small.expenditure()])
    name: Any = "pdfminer"
    for asked in (lambda: yusuan.read(data, name), lambda: Alone(name, Limits()), lambda: read(data, name)):
        with pytest.raises(ValueError, match="found no reader 'pdfminer'; expected one of pdfium, pdfplumber"):
            asked()


def test_each_reader_can_be_asked_for_by_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "yusuan", "run", "--help"], capture_output=True, text=True, check=True)
    assert f"<{'|'.join(READERS)}>" in done.stdout
    assert [pages_with(reader).__module__.rpartition("_")[2] for reader in READERS] == list(READERS)


def test_a_document_was_opened_again_for_each_page_that_is_left_to_the_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[int] = []
    honest = pdfplumber.open

    def counted(*arguments: Any, **named: Any) -> Any:
        opened.append(1)
        return honest(*arguments, **named)

    monkeypatch.setattr(pdfplumber, "open", counted)
    monkeypatch.setattr(with_pdfium, "_page", lambda *_: None)
    data = document([Typeset([Text(100, 100, f"第{number}页")]) for number in range(3)])
    texts = ["".join(char.text for char in page.characters) for page in read(data, "pdfium").pages]
    assert texts == ["第0页", "第1页", "第2页"]
    assert len(opened) == 1


def test_a_page_that_is_handed_over_keeps_the_number_of_its_characters_alone() -> None:
    data = document([Typeset([Text(100, 100, "第1页")])])
    handed: list[str] = []
    source = read(data, taken=lambda page: handed.append("".join(char.text for char in page.characters)))
    assert handed == ["第1页"]
    assert (source.pages[0].characters, source.pages[0].upright) == ((), 3)


def test_what_breaks_who_is_handed_a_page_is_no_damage_of_the_document() -> None:
    def broken(page: object) -> None:
        raise ValueError("not the file's fault")

    with pytest.raises(ValueError, match="not the file's fault"):
        read(document([Typeset([Text(100, 100, "第1页")])]), taken=broken)
