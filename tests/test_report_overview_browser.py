"""The overview, the findings, the search and the comparison in a real browser, opened from disk."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import test_report_browser as documents
from tests.conftest import ROOT
from tests.reported import dataset_of, report_of, without_pictures
from tests.test_report_browser import LUMINANCE, Open
from tests.test_report_overview import WRONG
from yusuan.pipeline.report import amounts
from yusuan.schemas.views import chinese

show = documents.show
BODIES = "#documents tbody tr:visible th"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the committed dataset, without pictures."""
    return without_pictures(tmp_path_factory.mktemp("lists"))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a document with a contradicted amount."""
    folder = tmp_path_factory.mktemp("wrong")
    report_of(dataset_of(folder, {"a.pdf": WRONG}), folder / "report")
    return folder / "report"


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "extracted" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def values(page: Any, key: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        f"#documents tbody tr:not([hidden]) [data-key={key}]", "all => all.map(each => each.dataset.value)"
    )
    return found


def settled(page: Any, selector: str) -> Any:
    """An element that comes once its data are read."""
    found = page.locator(selector).first
    found.wait_for()
    return page.locator(selector)


def test_every_column_sorts_by_click_and_by_keyboard(report: Path, show: Open) -> None:
    page = show(report / "index.html")
    heads = page.locator("#documents th[data-sort]")
    assert heads.count() == 12
    for place in range(heads.count()):
        head = heads.nth(place)
        key, number = head.get_attribute("data-sort"), head.get_attribute("data-number") is not None
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == ("descending" if number else "ascending")
        assert page.locator("#documents th[aria-sort]").count() == 1
        if number:
            told = [Decimal(value) for value in values(page, key) if value]
            assert told == sorted(told, reverse=True), key
        blank = [not value for value in values(page, key)]
        assert blank == sorted(blank), key
    button = page.locator("#documents th[data-sort=expenditure] button")
    button.focus()
    for wanted in ("descending", "ascending"):
        page.keyboard.press("Enter")
        assert page.locator("#documents th[data-sort=expenditure]").get_attribute("aria-sort") == wanted
    told = [Decimal(value) for value in values(page, "expenditure") if value]
    assert told == sorted(told)
    assert page.evaluate("document.activeElement === document.querySelector('th[data-sort=expenditure] button')")


def test_what_is_chosen_stands_in_the_address_and_the_back_button_undoes_it(report: Path, show: Open) -> None:
    page = show(report / "index.html")
    count = page.locator(BODIES).count()
    assert count == 7
    page.get_by_label("年度").first.select_option("2024")
    narrowed = page.locator(BODIES).count()
    assert 0 < narrowed < count
    page.locator("form.narrow [name=q]").press_sequentially("普陀区")
    page.locator("#documents th[data-sort=expenditure] button").click()
    address = page.evaluate("location.hash")
    order = page.locator(BODIES).all_inner_texts()
    for wanted in ("2024", "2024", ""):  # the sorting, the words as one, the year
        page.go_back()
        assert page.locator("form.narrow [name=year]").input_value() == wanted
    assert page.locator("form.narrow [name=q]").input_value() == ""
    assert page.locator(BODIES).count() == count
    page.go_forward()
    assert page.locator(BODIES).count() == narrowed
    again = show(report / "index.html", address)
    assert again.locator(BODIES).all_inner_texts() == order
    assert again.locator("#shown").inner_text() == str(len(order))
    assert again.locator("form.narrow [name=q]").input_value() == "普陀区"
    assert again.locator("th[data-sort=expenditure]").get_attribute("aria-sort") == "descending"


def test_the_list_is_narrowed_by_each_of_its_fields(report: Path, show: Open) -> None:
    page = show(report / "index.html")
    own = rows("documents")
    for name, field in (("year", "fiscal_year"), ("level", "entity_level"), ("stage", "stage"), ("status", "status")):
        for value in {row[field] for row in own}:
            page.locator(f"form.narrow [name={name}]").select_option(value)
            assert page.locator(BODIES).count() == sum(row[field] == value for row in own)
        page.locator(f"form.narrow [name={name}]").select_option("")
    page.locator("form.narrow [name=q]").fill("没有这个机构")
    assert page.locator("#nothing").is_visible()


def test_a_link_within_the_page_leaves_what_is_chosen_as_it_is(report: Path, show: Open) -> None:
    page = show(report / "index.html", "#year=2024")
    count = page.locator(BODIES).count()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.evaluate("location.hash") == "#year=2024"
    assert page.locator(BODIES).count() == count


def test_documents_that_are_chosen_are_compared(report: Path, show: Open) -> None:
    page = show(report / "index.html")
    assert page.locator(".chosen").is_hidden()
    chosen = page.locator("input[data-series]")
    keys = [chosen.nth(place).get_attribute("data-series") for place in (0, 2)]
    chosen.nth(0).focus()
    page.keyboard.press("Space")
    chosen.nth(2).check()
    page.locator(".chosen a").click()
    heads = settled(page, ".comparison thead th a")
    hrefs = heads.evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert hrefs == [f"d/{key.partition(':')[0]}.html" for key in keys]


def test_the_search_finds_every_amount_of_a_name(report: Path, show: Open) -> None:
    wanted = {
        row["line_id"]: row
        for row in rows("line_items")
        if "公务接待费" in row["item"] + row["economic_item"] + row["government_economic_item"]
        or ("公务接待费" in chinese.measure(row["measure"], row["table"]))
    }
    others = [row for row in rows("other_items") if "公务接待费" in row["row_names"]]
    page = show(report / "index.html")
    page.locator(".menu [name=q]").fill("公务接待费")
    page.keyboard.press("Enter")
    found: set[str] = set()
    settled(page, "#found tbody tr")
    assert f"{len(wanted) + len(others):,} 个金额" in page.locator("#told").inner_text()
    while True:
        for link in page.locator("#found td.n a").all():
            id_ = str(link.get_attribute("href")).partition("#")[2]
            if id_ in wanted:
                assert f"{Decimal(wanted[id_]['amount']):,.2f} 元" in str(link.get_attribute("title"))
            found.add(id_)
        following = page.locator("#pages button").last
        if not following.count() or following.is_disabled():
            break
        following.click()
        page.wait_for_timeout(150)
    assert set(wanted) == {id_ for id_ in found if not id_.startswith("p")}


def test_the_search_finds_codes_by_their_beginning_bodies_and_findings(report: Path, show: Open) -> None:
    page = show(report / "search.html", "#q=20805")
    codes = settled(page, "#found tbody tr .code").all_inner_texts()
    assert codes
    assert all(code.startswith("20805") for code in codes)
    line_ids = {row["line_id"] for row in rows("line_items") if row["code"].startswith("20805")}
    assert f"{len(line_ids):,} 个金额" in page.locator("#told").inner_text()
    page.locator("form.big [name=q]").fill("财政局")
    page.locator("#tabs button", has_text="机构").click()
    assert "财政局" in settled(page, "#found tbody th a").first.inner_text()
    finding = next(row for row in rows("findings") if len(row["message_zh"]) > 8)
    page.locator("form.big [name=q]").fill(finding["message_zh"][:12])
    page.keyboard.press("Enter")
    page.locator("#tabs button", has_text="发现").click()
    hrefs = settled(page, "#found tbody th a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert f"d/{finding['document_id']}.html#f{finding['finding']}" in hrefs


def test_what_was_found_is_sorted_and_narrowed_and_a_link_restores_it(report: Path, show: Open) -> None:
    page = show(report / "search.html", "#q=支出")
    settled(page, "#found tbody tr")
    count = page.locator("#pages span").first.inner_text()
    page.locator("#found th[data-sort=amount] button").click()
    page.wait_for_timeout(200)
    exact = [Decimal(text.replace(",", "")) for text in page.locator("#found td.n small").all_inner_texts()]
    assert exact == sorted(exact, reverse=True)
    page.locator("#within [name=year]").select_option(index=1)
    page.wait_for_timeout(200)
    assert page.locator("#pages span").first.inner_text() != count
    shown, address = page.locator("#found").inner_text(), page.evaluate("location.hash")
    again = show(report / "search.html", address)
    settled(again, "#found tbody tr")
    assert again.locator("#found").inner_text() == shown
    page.go_back()
    page.wait_for_timeout(200)
    assert page.locator("#pages span").first.inner_text() == count


def test_what_is_not_there_is_said(report: Path, show: Open) -> None:
    page = show(report / "search.html", "#q=没有这个名称")
    assert settled(page, "#pages .none").inner_text() == "没有找到。"


def test_all_findings_are_reached_and_the_causes_stay_apart(report: Path, show: Open) -> None:
    own = rows("findings")
    page = show(report / "findings.html")
    settled(page, "tbody tr")
    seen: set[str] = set()
    while True:
        links = page.locator("tbody th a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
        seen |= set(links)
        following = page.locator("#pages button").last
        if not following.count() or following.is_disabled():
            break
        following.click()
        page.wait_for_timeout(150)
    assert seen == {f"d/{row['document_id']}.html#f{row['finding']}" for row in own}
    for cause, words in (("publisher", "公布方"), ("reader", "程序")):
        wanted = sum(row["cause"] == cause for row in own)
        page = show(report / "findings.html", f"#cause={cause}")
        page.locator("#by-cause", has_text=f"{words} {wanted:,}").wait_for()
        assert set(page.locator("tbody .tag").all_inner_texts()) <= {words}


def test_a_count_of_the_overview_leads_to_the_findings_that_it_counts(wrong: Path, show: Open) -> None:
    page = show(wrong / "index.html")
    page.locator("td[data-key=publisher] a").click()
    settled(page, "tbody tr")
    assert set(page.locator("tbody .tag").all_inner_texts()) == {"公布方"}
    assert "只看" in page.locator("#only").inner_text()
    page.locator("tbody th a").first.click()
    assert page.locator("li.on").count() == 1


def test_figures_side_by_side_lead_to_their_cells_and_say_what_must_not_be_compared(report: Path, show: Open) -> None:
    lines = {row["line_id"]: row for row in rows("line_items")}
    own = sorted(rows("documents"), key=lambda row: row["entity_level"])
    unit, department = own[-1], own[0]
    assert {unit["entity_level"], department["entity_level"]} == {"unit", "department"}
    keys = ",".join(f"{row['document_id']}:{row['fiscal_year']}{row['stage'][0]}" for row in (unit, department))
    for view in ("total", "function", "account", "public", "use"):
        page = show(report / "compare.html", f"#s={keys}&by={view}")
        settled(page, ".comparison")
        assert "部门的数包含所属单位的数" in page.locator(".warnings").inner_text()
        links = page.locator(".comparison td a")
        for link in links.all():
            row = lines[str(link.get_attribute("href")).partition("#")[2]]
            if "行之和" not in link.locator("xpath=ancestor::td").inner_text():
                assert f"{Decimal(row['amount']):,.2f} 元" in str(link.get_attribute("title"))
        assert view in ("account", "public", "use") or links.count() >= 2
        assert not page.get_by_text("NaN").count()
        assert not page.get_by_text("undefined").count()


def test_the_comparison_is_chosen_by_keyboard_and_kept_in_the_address(report: Path, show: Open) -> None:
    page = show(report / "compare.html")
    assert settled(page, "#suggestions a").count() > 0
    page.locator("#sought").fill("财政局")
    page.locator("#choices button").first.focus()
    page.keyboard.press("Enter")
    settled(page, ".comparison")
    page.locator("#views button", has_text="总数").press("Enter")
    page.wait_for_timeout(150)
    address = page.evaluate("location.hash")
    told = page.locator(".comparison").inner_text()
    again = show(report / "compare.html", address)
    settled(again, ".comparison")
    assert again.locator(".comparison").inner_text() == told
    page.go_back()
    page.go_back()
    page.wait_for_timeout(150)
    assert page.locator(".comparison").count() == 0


def test_a_figure_that_is_contradicted_is_marked(wrong: Path, show: Open) -> None:
    page = show(wrong / "search.html", "#q=一般行政管理事务")
    settled(page, "#found tbody tr")
    marked = page.locator("#found td.n a.alert")
    assert marked.count() > 0
    assert "有矛盾" in str(marked.first.get_attribute("title"))


def test_scripts_say_amounts_as_the_pages_do(report: Path, show: Open) -> None:
    page = show(report / "search.html")
    told = [
        "0",
        "950",
        "12.5",
        "9999.99",
        "10000",
        "12345678.9",
        "-8767517",
        "99999999.99",
        "100500000",
        "44838998259.45",
    ]
    for text in told:
        assert page.evaluate("text => window.lists.spoken(text)", text) == amounts.spoken(Decimal(text)), text
        assert page.evaluate("text => window.lists.exact(text)", text) == amounts.exact(Decimal(text)), text


def test_what_is_searched_for_is_text(report: Path, show: Open) -> None:
    page = show(report / "search.html", "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    settled(page, "#pages .none")
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_every_list_can_be_read(report: Path, show: Open, scheme: str, width: int) -> None:
    keys = ",".join(f"{row['document_id']}:{row['fiscal_year']}{row['stage'][0]}" for row in rows("documents")[:4])
    for name, place, wait in (
        ("index", "", "#documents tr"),
        ("findings", "", "tbody tr"),
        ("search", "#q=公务接待费", "#found tbody tr"),
        ("compare", f"#s={keys}&by=function", ".comparison"),
    ):
        page = show(report / f"{name}.html", place, width, scheme)
        settled(page, wait)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        contrasts = page.evaluate(LUMINANCE, "p, td, th, a, h1, h2, h3, b, small, button, label, summary, li")
        assert len(contrasts) > 30
        assert min(contrasts)[0] >= 4.5, min(contrasts)
