"""A report in a real browser, opened from disk: amounts, cells and findings lead to each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.reported import Parsed, dataset_of, report_of
from tests.test_report import WRONG

INSTITUTE = "0fa04f7f0505"
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the committed dataset."""
    out = tmp_path_factory.mktemp("browser") / "report"
    report_of(ROOT / "extracted", out, ROOT / "raw_pdfs")
    return out


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a document with a contradicted amount."""
    folder = tmp_path_factory.mktemp("wrong")
    report_of(dataset_of(folder, {"a.pdf": WRONG}), folder / "report")
    return folder / "report"


@pytest.fixture
def show(chromium: Any) -> Iterator[Open]:
    """Opens a page of a report; anything in the console, or any request beyond the disk, fails the test."""
    contexts = []
    said: list[str] = []

    def opened(path: Path, place: str = "", width: int = 1400, scheme: str = "light") -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
        page.on("request", lambda request: None if request.url.startswith("file:") else said.append(request.url))
        page.goto(path.as_uri() + place)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def document(report: Path, id_: str = INSTITUTE) -> Path:
    return report / "d" / f"{id_}.html"


def amount(number: int | str) -> str:
    """The selector of an amount by its number in the document."""
    return f"td[data-a='{number}']"


FOCUSED = "document.activeElement.dataset.a"


def lit(page: Any) -> list[str]:
    """The cells on the pages that are lit up."""
    ids: list[str] = page.eval_on_selector_all(".paper .on", "all => all.map(each => each.id)")
    return ids


def in_view(page: Any, selector: str, frame: str) -> bool:
    """Whether an element is wholly within a scrolling part of the page."""
    inside: bool = page.evaluate(
        """([selector, frame]) => {
            const a = document.querySelector(selector).getBoundingClientRect();
            const b = frame ? document.querySelector(frame).getBoundingClientRect()
                            : {top: 0, left: 0, bottom: innerHeight, right: innerWidth};
            return a.top >= b.top - 1 && a.bottom <= b.bottom + 1 && a.left >= b.left - 1 && a.right <= b.right + 1;
        }""",
        [selector, frame],
    )
    return inside


def test_an_amount_lights_up_its_cell_and_shows_its_identities(report: Path, show: Open) -> None:
    page = show(document(report))
    data = Parsed(document(report)).data()
    for number in (0, 40, len(data["lines"]) - 1):
        page.locator(amount(number)).click()
        assert lit(page) == [f"c{number}"]
        assert in_view(page, f"#c{number}", ".sheets")
        assert page.locator("#details .amount").inner_text() == f"{data['lines'][number][3]} 元"
        assert data["lines"][number][8] in page.locator("#details").inner_text()
        assert page.locator("#details li").count() == len(data["lines"][number][9])
        assert not re.search("null|undefined|NaN", page.locator("#details").inner_text())


def test_a_cell_selects_its_amount(report: Path, show: Open) -> None:
    page = show(document(report))
    page.locator("#c70").scroll_into_view_if_needed()
    page.locator("#c70").click()
    assert page.locator("td[aria-selected]").get_attribute("data-a") == "70"
    assert in_view(page, amount(70), "")
    assert lit(page) == ["c70"]


def test_a_figure_of_an_identity_leads_to_its_amount(report: Path, show: Open) -> None:
    page = show(document(report))
    page.locator(amount(30)).click()
    other = page.locator("#details .figure:not([aria-current])").first
    name, wanted = other.inner_text().split("\n")
    current = page.locator("#details li").first.locator("button[aria-current] small").inner_text()
    assert name != current  # what tells the figures of an identity apart
    other.click()
    assert page.locator("#details .amount").inner_text() == f"{wanted} 元"
    assert lit(page) != ["c30"]
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()
    assert lit(page) == []


def test_a_contradicted_amount_shows_which_identity_fails(wrong: Path, show: Open) -> None:
    (path,) = (wrong / "d").iterdir()
    page = show(path)
    page.locator("td.contradicted").first.click()
    assert "不成立" in page.locator("#details").inner_text()
    assert "有矛盾" in page.locator("#details").inner_text()
    cell = page.locator(".paper .c.contradicted").first
    proved = page.locator(".paper .c.proved").first
    width = "each => parseFloat(getComputedStyle(each).strokeWidth)"
    assert cell.evaluate(width) > proved.evaluate(width)
    assert page.locator(".paper .mark").count() == page.locator(".paper .c.contradicted").count()


def test_everything_can_be_done_with_the_keyboard(report: Path, show: Open) -> None:
    page = show(document(report))
    tables = page.locator("table.printed").count()
    assert page.locator("table.printed td[tabindex='0']").count() == tables
    page.locator("table.printed").nth(2).locator("td[tabindex='0']").focus()
    first = page.evaluate(FOCUSED)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    second = page.evaluate(FOCUSED)
    assert second != first
    outline = "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
    assert page.evaluate(outline) >= 2
    page.keyboard.press("Enter")
    assert lit(page) == [f"c{second}"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "cite"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == second
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(FOCUSED) == first
    assert page.locator("table.printed td[tabindex='0']").count() == tables


def test_tab_reaches_an_amount_from_the_head_of_the_page(report: Path, show: Open) -> None:
    page = show(document(report))
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('td[data-a]')"):
            return
    pytest.fail("200 tabs reached no amount")


def test_text_can_be_selected_without_selecting_an_amount(report: Path, show: Open) -> None:
    page = show(document(report))
    page.locator(amount(30)).dblclick()
    assert page.evaluate("String(getSelection())").strip()


def test_a_form_line_and_its_cell_lead_to_each_other(report: Path, show: Open) -> None:
    (path,) = [path for path in (report / "d").iterdir() if 'id="forms"' in path.read_text(encoding="utf-8")][:1]
    page = show(path)
    page.locator("#o1-2").click()
    assert lit(page) == ["g1-2"]
    page.locator("#g1-3").click()
    assert page.locator("tr.on").get_attribute("id") == "o1-3"


LUMINANCE = """selector => {
    const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
    const behind = each => {
        for (let above = each; above; above = above.parentElement) {
            const colour = numbers(getComputedStyle(above).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
    };
    return [...document.querySelectorAll(selector)].filter(each => each.checkVisibility()).map(each => {
        const [a, b] = [light(numbers(getComputedStyle(each).color)), light(behind(each))];
        return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), each.className + ' ' + each.tagName];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 360])
def test_every_scheme_and_width_can_be_read(report: Path, wrong: Path, show: Open, scheme: str, width: int) -> None:
    (contradicted,) = (wrong / "d").iterdir()
    forms = [path for path in (report / "d").iterdir() if 'id="forms"' in path.read_text(encoding="utf-8")]
    for path in (report / "index.html", document(report), contradicted, *forms[:1]):
        page = show(path, width=width, scheme=scheme)
        if path.parent.name == "d":
            page.locator("td[data-a]").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        contrasts = page.evaluate(LUMINANCE, "p, td, th, li, a, h1, h2, h3, b, small, button, span, summary, dd")
        assert len(contrasts) > 30
        assert min(contrasts)[0] >= 4.5, min(contrasts)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground))) < 200) == (scheme == "dark")


def test_in_a_narrow_window_the_page_stays_above_the_table(report: Path, show: Open) -> None:
    page = show(document(report), width=390)
    page.locator(amount(40)).click()
    assert in_view(page, "#c40", ".sheets")
    assert in_view(page, ".sheets", "")
    box, cell = page.locator(".sheets").bounding_box(), page.locator(amount(40)).bounding_box()
    assert cell["y"] >= box["y"] + box["height"]


def test_pictures_are_loaded_when_they_come_into_view(report: Path, show: Open) -> None:
    page = show(document(report))
    loaded = "Array.from(document.images).filter(each => each.complete && each.naturalWidth).length"
    page.wait_for_timeout(200)
    before, count = page.evaluate(loaded), page.locator("img").count()
    assert before < count
    page.evaluate("document.querySelector('.sheets').scrollTop = 1e6")
    last = page.locator("img").last
    # The page allows no script from outside, by which the browser would wait for it.
    for _ in range(100):
        if last.evaluate("image => image.naturalWidth") > 0:
            break
        page.wait_for_timeout(100)
    assert last.evaluate("image => image.naturalWidth") > 0
