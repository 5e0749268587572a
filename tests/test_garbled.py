"""Pages whose text is no text: the file maps its glyphs to other letters, or to none, or draws them as shapes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

import pikepdf
import pytest

from benchmarks.damage.open_pdf import fonts
from tests.outlined import outlined
from tests.test_bad_scans import amounts
from tests.test_scan_generator import DIGITAL
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.read.garbled import garbled
from yusuan.pipeline.read.page import Character, Ink, Page
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import READERS, Reader
from yusuan.pipeline.read.scan import which
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.said import NOTHING

needs_scans = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")
SAID = say.SCANS_NOT_READ.of(extra=which.EXTRA)


def mapped(change: Callable[[str], str]) -> bytes:
    """The small document with other letters for its Chinese ones: what is seen of it stays."""
    with pikepdf.open(io.BytesIO(DIGITAL)) as pdf:
        for font in fonts(pdf):
            if "/ToUnicode" in font:
                data = font.ToUnicode.read_bytes().decode()

                def other(found: re.Match[str]) -> str:
                    return "<" + change(chr(int(found[1], 16))).encode("utf-16-be").hex() + ">"

                font.ToUnicode.write(re.sub("<([4-9][0-9A-Fa-f]{3})>", other, data).encode())
        target = io.BytesIO()
        pdf.save(target, static_id=True)
    return target.getvalue()


GARBLED: dict[str, Callable[[str], str]] = {
    "some letters are foreign ones": lambda letter: "Ï" if ord(letter) % 5 == 0 else letter,
    "some letters are small or signs": lambda letter: "p{|`w"[ord(letter) % 5] if ord(letter) % 7 == 0 else letter,
    "all are private": lambda letter: chr(0xE000 + ord(letter) % 1000),
    "all are rare ones": lambda letter: chr(0x9400 + ord(letter) % 256),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", GARBLED)
def test_a_text_of_letters_of_no_word_is_noticed(kind: str, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(which, "lacking", lambda: SAID)
    page = read(mapped(GARBLED[kind]), reader).pages[0]
    assert page.garbled
    assert not page.characters


@pytest.mark.parametrize("kind", GARBLED)
def test_amounts_of_garbled_pages_had_garbled_names(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("document.unseen", "read.pdf", "read.scan.which"):
        monkeypatch.setattr(f"yusuan.pipeline.{place}.lacking", lambda: SAID)
    found = read_document(mapped(GARBLED[kind]), "small.pdf")
    assert not found.items
    assert not found.others
    assert found.status != "accepted"
    assert "scans" in str(found.reason) or "page.garbled" in rules(found)


@needs_scans
@pytest.mark.parametrize("kind", GARBLED)
def test_garbled_pages_are_read_from_what_is_seen(kind: str) -> None:
    assert which.lacking() == NOTHING
    found = read_document(mapped(GARBLED[kind]), "small.pdf")
    assert amounts(found) == amounts(read_document(DIGITAL, "small.pdf"))
    assert {"page.scanned"} <= rules(found)


@needs_scans
def test_letters_that_are_drawn_are_read_from_what_is_seen() -> None:
    found = read_document(outlined(DIGITAL), "small.pdf")
    assert amounts(found) == amounts(read_document(DIGITAL, "small.pdf"))
    assert "page.scanned" in rules(found)


def test_a_document_of_drawn_letters_was_one_without_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("document.unseen", "read.pdf", "read.scan.which"):
        monkeypatch.setattr(f"yusuan.pipeline.{place}.lacking", lambda: SAID)
    found = read_document(outlined(DIGITAL), "small.pdf")
    assert found.status == "quarantined"
    assert not found.items
    assert "scans" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "一般公共预算拨款收入" * 10,
        "ལྷ་ས་གྲོང་ཁྱེར་ 拉萨市财政局 ئۈرۈمچى 乌鲁木齐市 ᠬᠥᠬᠡᠬᠣᠲᠠ 呼和浩特市",
        "拼音 pīnyīn lǜsè、École Française、Müller",
        "平方米㎡ 摄氏度℃ 第Ⅱ期 ×÷ α类 №1 ①②③",
        "\uf06c 一般公共预算拨款收入和政府性基金预算拨款收入",
        "〓〓〓",
        "\uf06c部门概况\uf06c部门预算表\uf06c名词解释",
        "于x年x月x日起施行。共有车辆x辆，其中主要领导用车x辆。",
        "网站首页 | 信息公开 | 政务服务 | 互动交流 | 专题专栏",
        "周一~周五 七月~九月 一季度~四季度",
        "钢管Ø50 阀门Ø100 水管Ø25 井盖 Ø700",
        "深圳i税、网上e政府、A类、B股、X光、5G、PM2.5、a|b|c",
        "",
    ],
)
def test_texts_of_other_scripts_and_signs_are_text(text: str) -> None:
    assert not garbled(page(text))


def test_a_place_of_rare_letters_is_text() -> None:
    assert not garbled(page("浐灞鄠邑塱滘" * 9))


def page(text: str) -> Page:
    characters = tuple(Character(sign, 10.0 * at, 0, 10.0 * at + 10, 10) for at, sign in enumerate(text) if sign != " ")
    return Page(1, 800, 600, characters, (), 0, 0)


def rules(found: Document) -> set[str]:
    return {finding.rule for finding in found.findings}


def test_a_page_whose_characters_are_not_kept_was_one_of_drawn_letters() -> None:
    shapes = tuple(Ink("outlines", 10.0 * at, 9.0 * at, 10.0 * at + 8, 9.0 * at + 8) for at in range(50))
    written = replace(page("一般公共预算拨款收入" * 4), inks=shapes)
    assert not which.is_drawn(written)
    assert not which.is_drawn(written.bare())
    assert which.is_drawn(replace(written, characters=written.characters[:9]))


def test_a_cover_with_a_drawn_emblem_was_one_of_drawn_letters() -> None:
    places = [(300.0 + 9 * (at % 20), 300.0 + 9 * (at // 20)) for at in range(300)]
    shapes = [Ink("outlines", x, y, x + 8, y + 8) for x, y in places]
    cover = replace(page("示例市示范局二〇二四年部门预算"), inks=tuple(shapes))
    assert not which.is_drawn(cover)
    assert which.is_drawn(replace(cover, characters=()))
