"""What others may try with the local server: other pages, other names, other sizes, and folders with odd files."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.serving import PDF, Served, served
from tests.small import expenditure
from typeset import document
from yusuan.pipeline.serve.bounds import Bounds
from yusuan.pipeline.serve.entries import Entries
from yusuan.pipeline.serve.names import folder_of, safe_name
from yusuan.pipeline.whose.beside import of_folder

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

GOOD = document([expenditure()])
FIFO = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served("--out", tmp_path_factory.mktemp("attacked") / "out") as found:
        yield found


OTHERS = [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "https://127.0.0.1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Host": "evil.example"},
    {"Host": "127.0.0.1"},
    {"Host": "127.0.0.1.evil.example"},
    {"Host": "[::1]"},
    {"Host": ""},
]


@pytest.mark.parametrize("headers", OTHERS, ids=str)
@pytest.mark.parametrize(("method", "place"), [("GET", ""), ("GET", "list"), ("POST", "documents?name=a.pdf")])
def test_another_page_gets_nothing_and_hands_nothing_in(
    server: Served, headers: dict[str, str], method: str, place: str
) -> None:
    before = len(server.items())
    host = {
        name: value if ":" in value else f"{value}:{server.port}" for name, value in headers.items() if name == "Host"
    }
    host |= {name: value for name, value in headers.items() if name == "Host" and value in ("", "127.0.0.1")}
    answer = server.ask(place, method, GOOD if method == "POST" else None, {**PDF, **headers, **host})
    assert answer.status in (400, 403, 421)
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert b"<" not in answer.body
    assert len(server.items()) == before


def test_the_own_page_is_told_by_its_origin(server: Served) -> None:
    own = {"Origin": f"http://127.0.0.1:{server.port}", "Sec-Fetch-Site": "same-origin"}
    assert server.ask("list", headers=own).status == 200
    assert server.ask("list", headers={"Host": f"localhost:{server.port}"}).status == 200


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "TRACE"])
def test_no_page_is_told_that_it_may_ask(server: Served, method: str) -> None:
    answer = server.ask("documents", method, headers={"Access-Control-Request-Method": "POST"})
    assert answer.status == 405
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "path", ["/", "/list", "/documents", "/x/list", "//", "/open/", "/open/x", "/%00/", "/%C3%A9/"]
)
def test_without_the_token_there_is_nothing(server: Served, path: str) -> None:
    wrong = server.ask(path, whole=True)
    assert wrong.status == 403
    assert "address" in wrong.text
    assert server.path.strip("/") not in wrong.text
    assert wrong.headers["x-content-type-options"] == "nosniff"


def test_every_answer_is_closed_in(server: Served) -> None:
    for place, status in (
        ("", 200),
        ("list", 200),
        ("assets/serve.js", 200),
        ("nothing", 404),
        ("report/d/x.html", 404),
    ):
        answer = server.ask(place)
        assert answer.status == status
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


@pytest.mark.parametrize(
    "place",
    [
        *("report/../documents.csv", "report/%2e%2e/documents.csv", "report/..%2fdocuments.csv", "report//etc/passwd"),
        *("report/d/../../documents.csv", "report/report-files.txt", "report/.hidden.html", "report/d/%00.html"),
        *("assets/../app.py", "assets/..%5c..%5capp.py", "report/d\\x.html", "report/" + "a" * 5000 + ".html"),
    ],
)
def test_no_path_leads_out_of_the_report(server: Served, place: str) -> None:
    assert server.ask(place).status == 404


# ---- names ----


@given(st.text(max_size=400))
@example("../../x.pdf")
@example("..\\..\\x.pdf")
@example("a\0b.pdf")
@example("CON.pdf")
@example("\u202efdp.exe")
@example("." * 300)
@example("预" * 300 + ".pdf")
@example("/")
def test_a_name_is_never_a_path(given_name: str) -> None:
    name = safe_name(given_name)
    assert name.endswith(".pdf")
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not name.startswith((".", " "))
    assert name.isprintable()
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*')
    assert safe_name(name) == name


def test_a_name_that_a_person_knows_stays() -> None:
    assert safe_name("上海市财政局（本级）2024年度部门预算.pdf") == "上海市财政局（本级）2024年度部门预算.pdf"
    assert safe_name("C:\\Users\\x\\预算.PDF") == "预算.pdf"
    assert safe_name("") == "_.pdf"


@given(st.text("0123456789abcdef", min_size=64, max_size=64))
@example("d3ca45a10e395c875505052964904a2052b4a406ab4f19e167f2e8b145da8b3d")
def test_a_folder_named_by_a_hash_tells_no_year(sha256: str) -> None:
    assert of_folder(folder_of(sha256)) is None


def test_two_hashes_have_two_folders() -> None:
    assert len({folder_of(f"{number:064x}") for number in range(5000)}) == 5000


# ---- sizes and times ----


def uploads(folder: Path, bounds: Bounds) -> tuple[Any, Entries]:
    from yusuan.pipeline.serve.uploads import Uploads

    entries = Entries(bounds.listed)
    return Uploads(folder, Path("out/pdfs"), entries, bounds), entries


async def pieces(*content: bytes, wait: float = 0) -> AsyncIterator[bytes]:
    for each in content:
        await asyncio.sleep(wait)
        yield each


async def endless() -> AsyncIterator[bytes]:
    yield b"%PDF-1.7\n"
    while True:
        yield b"0" * 65536


def refused(taking: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    from yusuan.pipeline.serve.uploads import NotTaken

    with pytest.raises(NotTaken) as error:
        asyncio.run(taking())
    return error.value


SMALL = Bounds(megabytes=1, waiting=2, at_once=2, idle=0.3, total=1.0)


def test_an_upload_without_end_ends_at_the_bound(tmp_path: Path) -> None:
    taker, entries = uploads(tmp_path, SMALL)
    error = refused(lambda: taker.take("a.pdf", None, endless()))
    assert error.status == 413
    assert [entry.status for entry in entries] == ["refused"]
    assert "1 MB" in next(iter(entries)).reason.en
    assert list(tmp_path.iterdir()) == []


def test_a_size_that_is_said_is_refused_before_a_byte_is_read(tmp_path: Path) -> None:
    taker, entries = uploads(tmp_path, SMALL)
    assert refused(lambda: taker.take("a.pdf", 10 * 1024**3, endless())).status == 413
    assert len(entries) == 1


@pytest.mark.parametrize("wait", [0.5, 0.2])
def test_a_slow_upload_is_ended(tmp_path: Path, wait: float) -> None:
    taker, _ = uploads(tmp_path, SMALL)
    started = time.monotonic()
    error = refused(lambda: taker.take("a.pdf", None, pieces(b"%PDF-1.7\n", *[b"x"] * 100, wait=wait)))
    assert error.status == 408
    assert time.monotonic() - started < 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("content", "status"), [(b"", 400), (b"MZ" * 4000, 415), (b"<html>", 415)])
def test_what_is_no_pdf_is_not_stored(tmp_path: Path, content: bytes, status: int) -> None:
    taker, entries = uploads(tmp_path, SMALL)
    assert refused(lambda: taker.take("a.exe", None, pieces(content) if content else pieces())).status == status
    assert [(entry.name, entry.status) for entry in entries] == [("a.exe.pdf", "refused")]
    assert list(tmp_path.iterdir()) == []


def test_so_many_wait_and_no_more(tmp_path: Path) -> None:
    taker, entries = uploads(tmp_path, SMALL)

    async def three() -> None:
        for number in range(3):
            await taker.take("a.pdf", None, pieces(b"%PDF-1.7\n" + bytes([number])))

    error = refused(three)
    assert (error.status, error.listed) == (429, False)
    assert len(entries) == 2
    next(iter(entries)).turn("done")
    asyncio.run(taker.take("a.pdf", None, pieces(b"%PDF-1.7\n\7")))


def test_bytes_that_wait_are_bounded_too(tmp_path: Path) -> None:
    taker, _ = uploads(tmp_path, replace(SMALL, waiting_bytes=10))
    asyncio.run(taker.take("a.pdf", None, pieces(b"%PDF-1.7 \n 1")))
    assert refused(lambda: taker.take("a.pdf", None, pieces(b"%PDF-1.7 2"))).status == 429


def test_many_uploads_at_once_are_bounded(tmp_path: Path) -> None:
    taker, entries = uploads(tmp_path, replace(SMALL, waiting=100, idle=5, total=5))

    async def many() -> list[Any]:
        taking = (taker.take("a.pdf", None, pieces(b"%PDF-" + bytes([n]), b"x", wait=0.1)) for n in range(20))
        return await asyncio.gather(*taking, return_exceptions=True)

    found = asyncio.run(many())
    assert sum(isinstance(each, tuple) for each in found) == 2
    assert len(entries) == 2


def test_a_stored_file_that_somebody_changed_is_stored_anew(tmp_path: Path) -> None:
    taker, entries = uploads(tmp_path, SMALL)
    entry, _ = asyncio.run(taker.take("a.pdf", None, pieces(b"%PDF-1.7")))
    file = tmp_path / entry.path.relative_to("out/pdfs")
    file.write_bytes(b"%PDF-other")
    entries.drop(entry)
    asyncio.run(taker.take("a.pdf", None, pieces(b"%PDF-1.7")))
    assert file.read_bytes() == b"%PDF-1.7"


def raw(server: Served, head: str, *content: bytes) -> bytes:
    """What is answered to bytes as they are, as far as it is sent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        lines = f"POST {server.path}documents?name=a.pdf HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        connection.sendall(f"{lines}Content-Type: application/pdf\r\n{head}\r\n\r\n".encode())
        try:
            for each in content:
                connection.sendall(each)
            return connection.recv(65536)
        except ConnectionError:
            return b""


def test_ten_gigabytes_are_refused_at_once(server: Served) -> None:
    started = time.monotonic()
    assert b" 413 " in raw(server, f"Content-Length: {10 * 1024**3}")
    assert time.monotonic() - started < 10
    assert "more than 256 MB" in server.items()[0].text


def test_chunks_without_end_are_cut_off(server: Served) -> None:
    chunk = b"100000\r\n" + b"%PDF-" + b"0" * (0x100000 - 5) + b"\r\n"
    answer = raw(server, "Transfer-Encoding: chunked", *[chunk] * 400)
    assert answer == b"" or b" 413 " in answer
    assert server.until(lambda items: "more than 256 MB" in items[0].text)
    assert server.ask("").status == 200


@pytest.mark.parametrize("head", ["Content-Length: -1", "Content-Length: x", "Content-Length: 5\r\nContent-Length: 6"])
def test_a_length_that_is_none_is_refused(server: Served, head: str) -> None:
    assert b" 400 " in raw(server, head)


def test_an_upload_that_breaks_off_is_named(server: Served) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        lines = f"POST {server.path}documents?name=cut.pdf HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        connection.sendall(f"{lines}Content-Type: application/pdf\r\nContent-Length: 5000\r\n\r\n%PDF-1.7".encode())
    server.until(lambda items: any("cut.pdf" in each.text and each.status == "refused" for each in items))


def test_many_connections_leave_it_standing(server: Served) -> None:
    held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
    try:
        assert server.ask("").status == 200
    finally:
        for each in held:
            each.close()


def test_an_address_for_the_browser_opens_once() -> None:
    from yusuan.pipeline.serve.guard import Guard

    async def nothing(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError("not asked")

    guard = Guard(nothing, 5)

    def ask(path: str) -> tuple[int, str]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "path": path, "method": "GET", "headers": [(b"host", b"127.0.0.1:5")]}
        asyncio.run(guard(scope, None, send))  # type: ignore[arg-type]
        return sent[0]["status"], dict(sent[0]["headers"]).get(b"location", b"").decode()

    path = guard.once.removeprefix("http://127.0.0.1:5")
    assert ask(path + "x") == (403, "")
    assert ask(path) == (303, guard.url.removeprefix("http://127.0.0.1:5"))
    assert ask(path) == (403, "")
    assert ask(guard.url.removeprefix("http://127.0.0.1:5").rstrip("/"))[0] == 307
