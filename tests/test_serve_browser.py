"""The page that PDFs are dropped on, in a real browser: by mouse, by keyboard, in both languages, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.serving import Served, served
from tests.small import expenditure
from tests.test_report_browser import LUMINANCE
from typeset import document

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
_READS = 240_000
"""Milliseconds in which a document is read on a machine that has other things to do."""
DROP = """([name, text]) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type: "application/pdf" }));
    for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
}"""


def budget(body: str) -> bytes:
    return document([expenditure(entity=f"编制部门：示例市{body}局")])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served("--out", tmp_path_factory.mktemp("browsed") / "out") as found:
        yield found


@pytest.fixture
def page(chromium: Any, server: Served) -> Iterator[Any]:
    """The page; anything in the console fails the test."""
    context, said = chromium.new_context(viewport={"width": 1400, "height": 900}), []
    made = context.new_page()
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    made.goto(server.url)
    yield made
    context.close()
    assert said == []


def test_a_pdf_that_is_dropped_alone_is_read_and_its_page_opens(page: Any) -> None:
    page.evaluate(DROP, ["甲.pdf", budget("甲").decode("latin-1")])
    page.wait_for_url("**/report/d/*.html", timeout=_READS)
    assert "示例市甲局" in page.locator("h1").inner_text()
    page.locator("td[data-a]").first.click()
    assert page.locator("#details .amount").is_visible()  # the script of the report runs under the server's policy
    assert page.locator(".paper img").first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    page.locator("header a").first.click()
    page.wait_for_selector("li.done")
    page.wait_for_timeout(1500)
    assert "/report/" not in page.url  # it stays when somebody comes back to it


def test_several_are_read_and_named_and_none_opens_by_itself(page: Any, tmp_path: Path) -> None:
    for name, content in (("乙.pdf", budget("乙")), ("broken.pdf", b"%PDF-1.7 nothing")):
        (tmp_path / name).write_bytes(content)
    page.locator("#files").set_input_files([tmp_path / "乙.pdf", tmp_path / "broken.pdf"])
    page.wait_for_selector("li.quarantined .reason", timeout=_READS)
    page.wait_for_selector("li.done:has-text('示例市乙局') a", timeout=_READS)
    assert "/report/" not in page.url
    assert "document.truncated" not in page.url
    page.locator("li:has-text('示例市乙局') a").click()
    assert "示例市乙局" in page.locator("h1").inner_text()


def test_the_pages_of_the_report_work_from_the_server_as_they_do_from_disk(page: Any, server: Served) -> None:
    page.wait_for_selector("a[href='report/index.html']", timeout=_READS)
    server.until(lambda _: server.ask("report/search.html").status == 200)
    for name in ("index", "findings", "search", "compare", "line"):
        page.goto(f"{server.url}report/{name}.html")
        page.wait_for_timeout(300)
    page.goto(f"{server.url}report/search.html")
    page.locator("input[type=search]").first.fill("行政运行")
    page.wait_for_selector("main tr:has-text('行政运行')")
    page.goto(f"{server.url}report/index.html")
    assert page.locator("header a").first.get_attribute("href") == "../"


def test_everything_can_be_reached_by_keyboard(page: Any) -> None:
    page.wait_for_selector("li a", timeout=_READS)
    many: list[bool] = []
    page.on("filechooser", lambda chooser: many.append(chooser.is_multiple()))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "files"
    assert page.evaluate("document.activeElement.labels[0].innerText").startswith("Drop PDFs here, or choose them")
    outline = "parseFloat(getComputedStyle(document.querySelector('.drop label')).outlineWidth)"
    assert page.evaluate(outline) >= 2
    page.keyboard.press("Enter")
    page.wait_for_timeout(1000)
    assert many == [True]
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert any(href and "report/" in href for href in reached)
    page.wait_for_timeout(2500)  # the list is asked for again
    assert page.evaluate("document.activeElement.getAttribute('href')") == reached[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_it_can_be_read_in_every_scheme_and_width(chromium: Any, server: Served, scheme: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(server.url)
    page.wait_for_selector("li.done", timeout=_READS)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    contrasts = page.evaluate(LUMINANCE, "p, li, a, h1, b, small, span, label")
    assert len(contrasts) > 8
    assert min(contrasts)[0] >= 4.5, min(contrasts)
    context.close()


def test_a_server_that_is_gone_is_said(chromium: Any, tmp_path: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    with served("--out", tmp_path / "out") as server:
        page.goto(server.url)
        assert page.locator("#sending").inner_text() == ""
    page.wait_for_selector("#sending:has-text('does not answer')", timeout=30_000)
    context.close()


class Evil(BaseHTTPRequestHandler):
    """A page of another origin."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>evil</title><body>")

    def log_message(self, *arguments: object) -> None:
        pass


ATTACK = """async (url) => {
    const tried = [];
    const sent = { method: "POST", body: "%PDF-1.7 evil" };
    const post = (options) => fetch(url + "documents?name=evil.pdf", { ...sent, ...options });
    for (const options of [
        { mode: "no-cors", headers: { "Content-Type": "text/plain" } },
        { headers: { "Content-Type": "application/pdf" } },
        { mode: "no-cors", credentials: "include" },
    ]) tried.push(await post(options).then((answer) => answer.type + answer.status, () => "refused"));
    tried.push(await fetch(url + "list").then((answer) => answer.text(), () => "refused"));
    const form = document.createElement("form");
    const action = url + "documents?name=form.pdf";
    Object.assign(form, { method: "POST", action, enctype: "text/plain", target: "away" });
    const frame = document.createElement("iframe");
    frame.name = "away";
    document.body.append(frame, form);
    form.submit();
    const shown = document.createElement("iframe");
    shown.src = url;
    document.body.append(shown);
    await new Promise((done) => setTimeout(done, 1500));
    return tried;
}"""


def test_another_page_can_neither_post_nor_read_nor_frame_it_even_with_the_token(chromium: Any, server: Served) -> None:
    evil = ThreadingHTTPServer(("127.0.0.1", 0), Evil)
    Thread(target=evil.serve_forever, daemon=True).start()
    before = [(item.number, item.text) for item in server.items()]
    context = chromium.new_context()
    page = context.new_page()
    for name in ("127.0.0.1", "localhost"):
        page.goto(f"http://{name}:{evil.server_port}/")
        tried = page.evaluate(ATTACK, server.url)
        assert tried[1] == tried[3] == "refused"
        assert {tried[0], tried[2]} <= {"opaque0", "refused"}
        shown = [frame.url for frame in page.frames[1:]]
        assert shown
        for frame in page.frames[1:]:
            assert frame.locator("#drop").count() == 0
    assert [(item.number, item.text) for item in server.items()] == before
    context.close()
    evil.shutdown()
    evil.server_close()
