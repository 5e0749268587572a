"""The local server: what is dropped is read, put into the dataset and shown, whatever else happens."""

from __future__ import annotations

import csv
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.serving import PDF, Served, environment, served
from tests.small import HEADER, ROWS, TOTAL, expenditure
from typeset import document
from yusuan.pipeline.load.folder import load

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")


def budget(body: str) -> bytes:
    return document([expenditure(entity=f"编制部门：示例市{body}局")])


GOOD, OTHER = budget("甲"), budget("乙")
WRONG = document([expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:6], "90.00"), TOTAL))])

ODD = """
import os, sys, time
import yusuan.pipeline.document.steps as steps
fill = steps.fill
def odd(document, data, reader):
    if b"% HANG" in data: time.sleep(1000)
    if b"% DIE" in data: os._exit(7)
    if b"% EAT" in data: bytearray(10 ** 11)
    return fill(document, data, reader)
steps.fill = odd
"""


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "documents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A server, and the folder of its dataset."""
    out = tmp_path_factory.mktemp("served") / "out"
    with served("--out", out, "--workers", "2") as server:
        yield server, out


def test_a_dropped_pdf_is_read_and_its_page_shown(here: tuple[Served, Path]) -> None:
    server, out = here
    answer = server.drop(GOOD, "甲局2024年部门预算.pdf")
    assert (answer.status, answer.told["again"]) == (201, False)
    item = server.done(answer.told["number"])
    assert item.status in ("accepted", "incomplete")
    place = server.page(item.number)
    page = server.ask(place)
    assert page.status == 200
    assert "示例市甲局" in page.text
    assert 'href="../../">' in page.text  # back to where the next one is dropped
    assert server.ask(place.rpartition("d/")[0] + "assets/report.css").body
    picture = re.search(r"pages/[0-9a-f]{12}-1\.png", page.text)
    assert picture
    assert server.ask(f"report/{picture[0]}").body.startswith(b"\x89PNG")
    pdf = server.ask(f"report/pdfs/{place[-17:-5]}.pdf")
    assert (pdf.body, pdf.headers["content-type"]) == (GOOD, "application/pdf")
    assert f'href="../pdfs/{place[-17:-5]}.pdf"' in page.text
    assert "/dropped/" not in re.sub(r"<dd>[^<]*</dd>", "", page.text)  # no path of this computer in a link
    table = re.search(r"\.\./(tables/[^\"]+\.csv)", page.text)
    assert table
    assert server.ask(f"report/{table[1]}").headers["content-disposition"] == "attachment"
    loaded = load(out)  # which holds it against the contract
    assert loaded["line_items"].num_rows > 0
    (row,) = rows(out)
    assert row["path"].endswith("/甲局2024年部门预算.pdf")
    assert row["path"].startswith("out/pdfs/")


def test_a_pdf_is_shown_only_if_it_is_the_one_that_was_read(here: tuple[Served, Path]) -> None:
    server, out = here
    content = budget("庚")
    number = server.drop(content, "庚.pdf").told["number"]
    server.done(number)
    id_ = server.page(number)[-17:-5]
    (file,) = (out / "pdfs").rglob("庚.pdf")
    file.write_bytes(OTHER)
    assert server.ask(f"report/pdfs/{id_}.pdf").status == 404
    file.write_bytes(content)
    assert server.ask(f"report/pdfs/{id_}.pdf").body == content
    assert server.ask("report/pdfs/000000000000.pdf").status == 404


def test_the_same_bytes_again_are_one_document(here: tuple[Served, Path]) -> None:
    server, out = here
    first = server.drop(OTHER, "x.pdf").told["number"]
    again = server.drop(OTHER, "y.pdf")
    assert (again.status, again.told) == (200, {"number": first, "again": True})
    assert "handed in 2 times" in server.done(first).text
    assert sum("乙局" in row["entity"] for row in rows(out)) == 1


def test_two_drops_at_once_are_both_read(here: tuple[Served, Path]) -> None:
    server, _ = here
    answers: list[int] = []

    def drop(content: bytes) -> None:
        answers.append(server.drop(content).told["number"])

    threads = [threading.Thread(target=drop, args=(budget(body),)) for body in ("丙", "丁", "戊")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(answers)) == 3
    assert {server.done(number).state for number in answers} == {"done"}
    server.until(lambda _: "Overview of all documents" in server.ask("list").text)
    server.until(lambda _: all(f"示例市{body}局" in server.ask("report/index.html").text for body in "甲乙丙丁戊"))


def test_what_is_refused_is_named_with_the_reason(here: tuple[Served, Path]) -> None:
    server, _ = here
    refused = server.drop(b"%PDF-1.7\nnothing", "broken.pdf").told["number"]
    item = server.done(refused)
    assert item.status == "quarantined"
    assert "broken.pdf" in item.text
    assert "document." in item.text


def test_an_amount_that_is_contradicted_is_counted(here: tuple[Served, Path]) -> None:
    server, _ = here
    assert "contradicted" in server.done(server.drop(WRONG, "wrong.pdf").told["number"]).text


def test_a_document_that_hangs_dies_or_eats_memory_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(ODD, encoding="utf-8")
    limits = ("--timeout", "4", "--memory", "600", "--workers", "2")
    with served("--out", tmp_path / "out", *limits, path=str(tmp_path)) as server:
        numbers = {
            name: server.drop(budget(name) + f"\n% {name}\n".encode(), f"{name}.pdf").told["number"]
            for name in ("HANG", "DIE", "EAT", "GOOD")
        }
        said = {name: server.done(number).text for name, number in numbers.items()}
        assert "document.timeout" in said["HANG"]
        assert "document.crashed" in said["DIE"]
        assert "document.too_large" in said["EAT"]
        assert server.item(numbers["GOOD"]).status != "quarantined"
        again = server.drop(budget("HANG") + b"\n% HANG\n").told
        assert not again["again"]  # what may not come again is tried again


BREAKS = """
import yusuan.pipeline.load.folder as loading
from yusuan.schemas.sentences.said import quoted
load = loading.load
def breaks(folder):
    if "POISON" in (folder / "documents.csv").read_text(encoding="utf-8"):
        raise loading.BreaksContract(quoted("a row breaks the contract"))
    return load(folder)
loading.load = breaks
"""


def test_a_document_that_would_break_the_dataset_is_not_left_in_it(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BREAKS, encoding="utf-8")
    with served("--out", tmp_path / "out", path=str(tmp_path)) as server:
        first = server.drop(GOOD, "good.pdf").told["number"]
        poison = server.drop(OTHER, "POISON.pdf").told["number"]
        third = server.drop(budget("丙"), "third.pdf").told["number"]
        assert "a row breaks the contract" in server.done(poison).text
        assert {server.done(number).status for number in (first, third)} <= {"accepted", "incomplete"}
        assert sorted(row["entity"] for row in rows(tmp_path / "out")) == ["示例市丙局", "示例市甲局"]


def test_killed_workers_and_a_killed_reader_lose_nothing(tmp_path: Path) -> None:
    with served("--out", tmp_path / "out") as server:
        server.done(server.drop(GOOD).told["number"])
        for child in children(server.process.pid):
            os.kill(child, signal.SIGKILL)
        number = server.drop(OTHER).told["number"]
        assert server.done(number).status in ("accepted", "incomplete")
        server.until(lambda _: "乙局" in server.ask("report/index.html").text)
        assert "甲局" in server.ask("report/index.html").text


def children(pid: int) -> list[int]:
    """The processes below one, the nearest first."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((each / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == pid:
            found += [int(each.name), *children(int(each.name))]
    return found


def test_a_dataset_survives_the_server_and_is_added_to(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with served("--out", out) as server:
        server.done(server.drop(GOOD, "甲.pdf").told["number"])
        assert server.end() == 0
    with served("--out", out) as server:
        server.until(lambda _: "甲局" in server.ask("report/index.html").text)
        server.done(server.drop(OTHER, "乙.pdf").told["number"])
        again = server.drop(GOOD, "named otherwise.pdf").told["number"]
        assert "甲.pdf" in server.done(again).text  # where it lies already
    assert sorted(row["entity"] for row in rows(out)) == ["示例市乙局", "示例市甲局"]
    moved = out.rename(tmp_path / "moved")
    with served("--out", moved) as server:
        server.until(lambda _: "乙局" in server.ask("report/index.html").text)


def test_what_yusuan_add_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    added = [sys.executable, "-m", "yusuan", "add", tmp_path / "a.pdf", "--out", tmp_path / "out"]
    subprocess.run(list(map(str, added)), env=environment(), capture_output=True, check=False)
    (tmp_path / "a.pdf").unlink()
    with served("--out", tmp_path / "out") as server:
        server.done(server.drop(OTHER).told["number"])
    assert len(rows(tmp_path / "out")) == 2


def test_ctrl_c_ends_it_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(ODD, encoding="utf-8")
    with served(path=str(tmp_path)) as server:
        folder = Path(re.search(r"/\S*yusuan-serve-[^/\s]+", server.said[2])[0])  # type: ignore[index]
        assert folder.is_dir()
        number = server.drop(GOOD + b"\n% HANG\n").told["number"]
        server.until(lambda items: any(each.number == number and each.state == "reading" for each in items))
        below = children(server.process.pid)
        assert below
        started = time.monotonic()
        assert server.end() == 0
        assert time.monotonic() - started < 20
        assert server.process.stdout and server.process.stdout.read() == "ended\n"
    assert not folder.exists()
    end = time.monotonic() + 10
    while left := [pid for pid in below if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < end, left
        time.sleep(0.1)


def test_a_server_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(ODD, encoding="utf-8")
    with served("--out", tmp_path / "out", path=str(tmp_path)) as server:
        number = server.drop(GOOD + b"\n% HANG\n").told["number"]
        server.until(lambda items: any(each.number == number and each.state == "reading" for each in items))
        below = children(server.process.pid)
        server.process.kill()
        server.process.wait()
    end = time.monotonic() + 15
    while left := [pid for pid in below if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < end, left
        time.sleep(0.1)


def test_the_folder_of_the_dataset_may_go_meanwhile(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with served("--out", out) as server:
        server.done(server.drop(GOOD).told["number"])
        out.rename(tmp_path / "gone")
        number = server.drop(OTHER).told["number"]
        assert server.done(number).status in ("accepted", "incomplete")
        assert [row["entity"] for row in rows(out)] == ["示例市乙局"]


def test_a_folder_that_cannot_be_written_is_named_at_each_document(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with served("--out", out) as server:
        server.done(server.drop(GOOD).told["number"])
        out.rename(tmp_path / "gone")
        out.write_text("a file", encoding="utf-8")
        refused = server.drop(OTHER)
        assert refused.status == 507
        assert server.items()[0].status == "refused"
        assert server.ask("").status == 200


def run(*arguments: str | Path, lang: str = "en") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yusuan", "serve", "--no-browser", "--lang", lang, *map(str, arguments)]
    return subprocess.run(
        command,
        env=environment(COLUMNS="300"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run("--port", str(port), "--out", tmp_path)
        assert done.returncode == 2
        assert f"cannot listen on port {port}" in done.stderr
        assert "端口" in run("--port", str(port), "--out", tmp_path, lang="zh").stderr


def test_two_servers_do_not_share_a_folder(tmp_path: Path) -> None:
    with served("--out", tmp_path / "out"):
        done = run("--out", tmp_path / "out")
    assert done.returncode == 2
    assert "another yusuan serve is at work" in done.stderr


@pytest.mark.parametrize("watched", ["nothing", "out/inside", "out"])
def test_what_cannot_be_watched_is_said(tmp_path: Path, watched: str) -> None:
    (tmp_path / "out" / "inside").mkdir(parents=True)
    done = run("--out", tmp_path / "out", "--watch", tmp_path / watched)
    assert done.returncode == 2
    assert "to watch" in done.stderr


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path) -> None:
    without = (
        "import sys; sys.modules['uvicorn'] = None; sys.argv[1:] = ['serve']; "
        "from yusuan.pipeline.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", without], env=environment(), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install 'yusuan[serve]'" in done.stderr


def test_only_this_computer_is_listened_to(here: tuple[Served, Path]) -> None:
    server, _ = here
    listening = [
        line.split()[1]
        for name in ("tcp", "tcp6")
        if (table := Path("/proc/net") / name).exists()
        for line in table.read_text().splitlines()[1:]
        if line.split()[3] == "0A" and int(line.split()[1].rpartition(":")[2], 16) == server.port
    ]
    assert listening == [f"0100007F:{server.port:04X}"]


def test_chinese_is_spoken_where_it_is_asked_for(tmp_path: Path) -> None:
    with served("--out", tmp_path / "out", lang="zh") as server:
        assert "只有这台电脑" in server.said[1]
        assert "把 PDF 拖到这里" in server.ask("").text
        number = server.drop(b"%PDF-1.7\nnothing", "破.pdf").told["number"]
        assert re.search("[一-鿿]", server.done(number).text.replace("破.pdf", "").replace("未采用", ""))
        assert (
            "application/pdf"
            in server.ask("documents?name=a", "POST", b"x", {"Content-Type": "text/plain"}).told["reason"]
        )
        assert 'lang="zh-Hans"' in server.ask(server.page(number)).text
        assert server.ask("documents?name=a", "POST", b"", PDF).told["reason"] == "文件是空的；应为 PDF"
