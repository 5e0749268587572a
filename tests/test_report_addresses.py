"""Addresses of amounts, in a real browser: they open, lead back, can be copied, and outlast a new publication."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from tests import test_report_browser as documents
from tests.reported import Parsed, dataset_of, report_of
from tests.test_report import WRONG
from tests.test_report_browser import INSTITUTE, Open, amount, document, in_view, lit

report, show = documents.report, documents.show


def only(report: Path) -> Path:
    (path,) = (report / "d").iterdir()
    return path


def pasted(page: Any) -> str:
    """What was copied, as it comes out of the clipboard into a field."""
    field = page.locator("form input").first
    field.evaluate("field => field.removeAttribute('maxlength')")
    field.fill("")
    field.focus()
    page.keyboard.press("Control+V")
    text: str = field.input_value()
    return text


def test_the_address_of_an_amount_opens_its_document_with_the_amount_selected(report: Path, show: Open) -> None:
    line_id = Parsed(document(report)).data()["lines"][40][8]
    page = show(document(report), f"#{line_id}")
    assert lit(page) == ["c40"]
    assert in_view(page, amount(40), "")
    assert page.locator("td[aria-selected]").get_attribute("id") == line_id


def test_the_way_back_leads_to_what_was_selected_before(report: Path, show: Open) -> None:
    lines = Parsed(document(report)).data()["lines"]
    page = show(document(report))
    page.locator(amount(30)).click()
    assert page.url.endswith(f"#{lines[30][8]}")
    page.locator(amount(31)).click()
    page.go_back()
    assert page.url.endswith(f"#{lines[30][8]}")
    assert lit(page) == ["c30"]
    page.go_back()
    assert "#" not in page.url
    assert lit(page) == []
    page.go_forward()
    assert lit(page) == ["c30"]


def test_the_page_of_a_line_leads_to_its_document_and_says_where_there_is_none(report: Path, show: Open) -> None:
    line_id = Parsed(document(report)).data()["lines"][40][8]
    page = show(report / "line.html", f"#{line_id}")
    page.wait_for_url(f"**/d/{INSTITUTE}.html#{line_id}")
    assert lit(page) == ["c40"]
    page = show(report / "line.html", "#0123456789abcdef")
    found = page.locator("#found")
    found.get_by_text("没有行号标识为 0123456789abcdef 的数").wait_for()
    for odd in ("0123", "%E0%A4%A", "<b>x"):
        page = show(report / "line.html", f"#{odd}")
        assert "不是行号标识" in page.locator("#found").inner_text()
        assert page.locator("#found b").count() == 0


def test_a_link_to_an_amount_stays_right_when_its_document_is_published_again(tmp_path: Path, show: Open) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, data in ((first, WRONG), (second, WRONG + b"\n% published again\n")):
        folder.mkdir()
        report_of(dataset_of(folder, {"a.pdf": data}), tmp_path / "report")
        if folder == first:
            before = only(tmp_path / "report").stem
            line_id = Parsed(only(tmp_path / "report")).data()["lines"][7][8]
    after = only(tmp_path / "report").stem
    assert after != before
    page = show(tmp_path / "report" / "line.html", f"#{line_id}")
    page.wait_for_url(f"**/d/{after}.html#{line_id}")
    assert lit(page) == ["c7"]


def test_an_amount_is_cited_with_all_that_finds_it_again(report: Path, show: Open) -> None:
    page = show(document(report))
    line = Parsed(document(report)).data()["lines"][40]
    page.locator(amount(40)).click()
    shown = page.locator("#details .cite").inner_text()
    for part in (line[0], line[3], line[4], line[8], f"第 {line[6]} 页", line[2][1]):
        assert part in shown
    assert re.search(r"SHA-256：[0-9a-f]{64}；", shown)
    assert not re.search(r"[{}]|undefined|null", shown)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#cite").click()
    page.get_by_text("已复制").wait_for()
    page.goto((report / "line.html").as_uri())
    assert pasted(page) == shown
    page.go_back()
    page.locator("#link").click()
    page.get_by_text("已复制").wait_for()
    page.goto((report / "line.html").as_uri())
    address = pasted(page)
    assert address == f"{(report / 'line.html').as_uri()}#{line[8]}"
    page.goto(address)
    page.wait_for_url(f"**/d/{INSTITUTE}.html#{line[8]}")


def test_in_print_there_are_tables_and_no_buttons(report: Path, show: Open) -> None:
    page = show(document(report))
    page.emulate_media(media="print")
    assert page.locator("table.printed").first.is_visible()
    for hidden in (".viewer", "nav", ".take"):
        assert not page.locator(hidden).first.is_visible()


def test_a_line_that_two_documents_have_is_not_given_to_one_of_them(report: Path, tmp_path: Path, show: Open) -> None:
    copied = Path(shutil.copytree(report, tmp_path / "report"))
    line_id = "f" * 16
    known = {"documents": [["0" * 12, "甲 2024年预算"], ["1" * 12, "<b>乙"]], "lines": {line_id: [0, 1]}}
    for name in ("f", "ff"):
        if (script := copied / "lines" / f"{name}.js").exists():
            script.write_text(f'yusuanLines("{name}",{json.dumps(known)});', encoding="utf-8")
    page = show(copied / "line.html", f"#{line_id}")
    page.get_by_text("有 2 份文件").wait_for()
    links = page.locator("#found a")
    assert links.all_inner_texts() == ["甲 2024年预算", "<b>乙"]
    assert links.first.get_attribute("href") == f"d/{'0' * 12}.html#{line_id}"


def test_the_address_of_a_statement_shows_its_sentence_and_page(report: Path, show: Open) -> None:
    (path,) = [path for path in (report / "d").iterdir() if 'id="s1"' in path.read_text(encoding="utf-8")][:1]
    page = show(path, "#s1")
    assert page.locator("#s1.on").count() == 1
    assert in_view(page, "#s1", "")
