"""Runs over files that change, are no files, or were made to do harm: nothing is lost, and nothing waits for ever."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.small import expenditure
from tests.test_batch import work_oddly, written, yusuan
from typeset import document
from yusuan.pipeline.batch import last_run
from yusuan.pipeline.batch.run import Job, WouldChange, WouldGo, run_job
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.dataset.gather import read_all, together
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.files.collect import NothingToRead, paths_of, pdf_files, shown
from yusuan.pipeline.files.regular import TooLarge, read_regular
from yusuan.pipeline.look.explain import explain
from yusuan.pipeline.workers import pool
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.pool import read_files
from yusuan.pipeline.workers.store import FOLDER
from yusuan.pipeline.workers.worker import read_file

FIFO = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")


def budget(folder: Path, name: str, body: str = "") -> Path:
    """A small budget in a file that has not changed for a minute."""
    path = folder / name
    path.write_bytes(document([expenditure(entity=f"编制部门：示例市{body or path.stem}局")]))
    os.utime(path, (time.time() - 60, time.time() - 60))
    return path


def bodies(out: Path) -> list[str]:
    text = (out / "documents.csv").read_text(encoding="utf-8")
    return [name for name in ("甲局", "乙局", "丙局", "丁局") if name in text]


def test_a_pdf_that_is_replaced_while_a_run_is_under_way_is_read_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = budget(tmp_path, "a.pdf", "甲"), tmp_path / "out"

    def then_replaced(*arguments: object, **options: object) -> list[Document]:
        read = read_files(*arguments, **options)  # type: ignore[arg-type]
        budget(tmp_path, "a.pdf", "乙")  # as old as it likes
        return read

    monkeypatch.setattr(pool, "read_files", then_replaced)
    run_job(Job([path], out))
    monkeypatch.undo()
    assert bodies(out) == ["甲局"]
    _, again = run_job(Job([path], out))
    assert not again
    assert bodies(out) == ["乙局"]


def test_another_file_of_the_same_size_and_time_is_another_file(tmp_path: Path) -> None:
    first, second = budget(tmp_path, "a.pdf", "甲"), budget(tmp_path, "b.pdf", "乙")
    out = tmp_path / "out"
    longest = max(path.stat().st_size for path in (first, second))
    for path in (first, second):
        path.write_bytes(path.read_bytes().ljust(longest, b"\n"))
        os.utime(path, ns=(10**18, 10**18))
    run_job(Job([first], out))
    _, again = run_job(Job([first], out))
    assert again
    second.replace(first)
    run_job(Job([first], out))
    assert bodies(out) == ["乙局"]


def test_documents_are_added_to_those_that_are_there_even_if_their_files_are_gone(tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    first, second, third = (budget(tmp_path, f"{name}.pdf") for name in "甲乙丙")
    run_job(Job([first, second], out))
    run_job(Job([first, second, third], fresh))
    first.unlink()
    with pytest.raises(WouldGo):
        run_job(Job([third], out))
    run_job(Job([third], out, add=True))
    assert written(out) == written(fresh)
    run_job(Job([third], out, replace=True))
    assert bodies(out) == ["丙局"]


def test_a_refused_document_that_is_gone_keeps_its_row_and_stands_in_no_ones_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, late = tmp_path / "out", budget(tmp_path, "hang.pdf", "甲")
    with monkeypatch.context() as oddly:
        oddly.setattr(pool, "work", work_oddly)
        run_job(Job([late], out, limits=Limits(seconds=4)))
    before = (out / "documents.csv").read_text(encoding="utf-8").splitlines()[1]
    late.unlink()
    run_job(Job([budget(tmp_path, "乙.pdf")], out, add=True))
    assert bodies(out) == ["乙局"]
    assert before in (out / "documents.csv").read_text(encoding="utf-8").splitlines()


def test_what_is_added_takes_the_place_of_nothing(tmp_path: Path) -> None:
    out, path = tmp_path / "out", budget(tmp_path, "a.pdf", "甲")
    run_job(Job([path], out))
    before = written(out)
    budget(tmp_path, "a.pdf", "乙")
    with pytest.raises(WouldChange, match="1 files of the dataset hold another document"):
        run_job(Job([path], out, add=True))
    assert written(out) == before
    shutil.rmtree(out / FOLDER)
    done = yusuan("add", budget(tmp_path, "b.pdf", "丙"), "--out", out)
    assert done.returncode == 2
    assert "found neither the PDF of" in " ".join(done.stderr.replace("│", " ").split())
    assert written(out) == before


def test_what_another_run_has_written_meanwhile_does_not_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    first, second = budget(tmp_path, "甲.pdf"), budget(tmp_path, "乙.pdf")

    def with_another(*arguments: object, **options: object) -> list[Document]:
        monkeypatch.undo()
        run_job(Job([second], out))
        return read_files(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pool, "read_files", with_another)
    with pytest.raises(WouldGo):
        run_job(Job([first], out))
    assert bodies(out) == ["乙局"]


@pytest.mark.parametrize(
    "content", [b"", b"other,columns\n1,2\n", b"path,sha256,reason\n\xff,1,\n", b"sha256,path,reason\n1\n"]
)
def test_a_file_in_the_place_of_a_dataset_is_not_written_over(tmp_path: Path, content: bytes) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "documents.csv").write_bytes(content)
    path = budget(tmp_path, "甲.pdf")
    if content:
        assert yusuan("run", path, "--out", out).returncode == 2
        assert (out / "documents.csv").read_bytes() == content
    assert yusuan("run", path, "--out", out, "--replace").returncode == 0


@FIFO
@pytest.mark.parametrize("place", ["pdfs/pipe.pdf", "out/corrections.csv", "pdfs/sources.csv", "out/.yusuan/lock",
                                   "out/.yusuan/last_run.json", "out/documents.csv"])  # fmt: skip
def test_a_pipe_never_makes_a_run_wait(tmp_path: Path, place: str) -> None:
    for folder in ("pdfs", "out/.yusuan"):
        (tmp_path / folder).mkdir(parents=True)
    budget(tmp_path / "pdfs", "甲.pdf")
    os.mkfifo(tmp_path / place)
    command = [sys.executable, "-m", "yusuan", "run", str(tmp_path / "pdfs"), "--out", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in done.stderr
    if place == "pdfs/pipe.pdf":
        assert done.returncode == 1
        assert "found a pipe; expected a regular file" in done.stdout
        assert bodies(tmp_path / "out") == ["甲局"]


@FIFO
def test_in_the_store_a_pipe_is_no_result(tmp_path: Path) -> None:
    out, path = tmp_path / "out", budget(tmp_path, "甲.pdf")
    run_job(Job([path], out))
    found = (out / FOLDER).rglob(f"{hashlib.sha256(path.read_bytes()).hexdigest()}.*")
    (kept,) = (each for each in found if each.suffix != ".identities")
    kept.unlink()
    os.mkfifo(kept)
    (out / FOLDER / last_run.NAME).unlink()
    run_job(Job([path], out))
    assert bodies(out) == ["甲局"]


def test_standard_input_is_read_where_it_is_a_file_and_refused_where_it_is_none(tmp_path: Path) -> None:
    path = budget(tmp_path, "甲.pdf")
    command = [sys.executable, "-m", "yusuan", "run", "/dev/stdin", "--out", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with path.open("rb") as opened:
        done = subprocess.run(command, env=environment, stdin=opened, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert path.as_posix() in (tmp_path / "out" / "documents.csv").read_text(encoding="utf-8")
    done = subprocess.run(command, env=environment, input="%PDF", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "is a pipe or a device" in done.stderr.replace("│", " ")
    with pytest.raises(NothingToRead, match="a device"):
        pdf_files(["/dev/null"])


def test_a_file_larger_than_any_document_is_not_taken_into_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(1 << 40)
    assert read_file(tmp_path / "a.pdf", "pdfium").reason.startswith("document.too_large: found 1,099,511,627,776")
    with pytest.raises(TooLarge):
        read_regular(ROOT / "LICENSE", 10)


def killed_once(tasks: object, reader: object, limits: object, added: object = ()) -> None:
    """A process that is killed from outside in the middle of its first document."""
    tasks.send(None)  # type: ignore[attr-defined]
    while (path := tasks.recv()) is not None:  # type: ignore[attr-defined]
        mark = Path(path).with_suffix(".tried")
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        tasks.send(read_file(Path(path), "pdfium"))  # type: ignore[attr-defined]


def test_a_document_whose_process_was_killed_from_outside_is_read_again_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "work", killed_once)
    files = [budget(tmp_path, f"{name}.pdf") for name in "甲乙丙"]
    found = read_files(files, "pdfium", Limits(seconds=30), workers=2)
    assert [each.status for each in found] == ["accepted"] * 3


def test_a_refused_document_has_the_id_of_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "work", work_oddly)
    path = budget(tmp_path, "hang.pdf", "甲")
    (found,) = read_files([path], "pdfium", Limits(seconds=4))
    assert found.reason.startswith("document.timeout")
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.document_id == found.sha256[:12]
    copy = read_file(budget(tmp_path, "z.pdf", "甲"), "pdfium")
    (one,) = together([found, copy])
    assert (one.status, one.path) == ("accepted", f"{shown(path)} | {shown(tmp_path / 'z.pdf')}")


def test_two_documents_whose_hashes_begin_alike_are_not_one(tmp_path: Path) -> None:
    one, other = read_all([budget(tmp_path, "甲.pdf"), budget(tmp_path, "乙.pdf")])
    first, second = sorted((one, other), key=lambda each: each.sha256)
    second.document_id = first.document_id
    for order in ([one, other], [other, one]):
        data = assemble(together(order))
        refused = data.documents[data.documents["status"] == "quarantined"]
        assert list(refused["sha256"]) == [second.sha256]
        assert "begin alike" in refused["reason"].iloc[0]
        assert data.documents["document_id"].is_unique
        assert set(data.line_items["document_id"]) == {first.document_id}


CRAFTED = [
    b"",
    b"{",
    b"\xff",
    b"[" * 100_000,
    b'{"files": {"a": [[1e999, 0, 0], "x"]}}',
    b'{"code": "", "files": [], "written": {}, "tally": {}, "started": ""}',
]


@pytest.mark.parametrize("content", CRAFTED, ids=range(len(CRAFTED)))
def test_notes_of_the_last_run_that_somebody_spoilt_stop_no_run(tmp_path: Path, content: bytes) -> None:
    path, out = budget(tmp_path, "甲.pdf"), tmp_path / "out"
    (out / FOLDER).mkdir(parents=True)
    (out / FOLDER / last_run.NAME).write_bytes(content)
    run_job(Job([path], out))
    assert bodies(out) == ["甲局"]


@pytest.mark.parametrize("tally", [{}, {"statuses": ["x"]}, {"statuses": {"proved": "many"}}, {"refused": [1]}])
def test_a_summary_that_somebody_spoilt_is_made_anew(tmp_path: Path, tally: dict[str, object]) -> None:
    path, out = budget(tmp_path, "甲.pdf"), tmp_path / "out"
    run_job(Job([path], out))
    expected, again = run_job(Job([path], out))
    assert again
    notes = out / FOLDER / last_run.NAME
    noted = json.loads(notes.read_text())
    noted["tally"] = {**noted["tally"], **tally} if tally else {}
    notes.write_text(json.dumps(noted))
    done = yusuan("run", path, "--out", out)
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    assert re.search(rf"amounts +{expected.statuses.total()} *\n", done.stdout)


@pytest.mark.skipif(os.name != "posix", reason="names that another system does not allow")
@pytest.mark.parametrize("name", ["a | b.pdf", "a |", "a\nb.pdf", "a\\nb.pdf", "a\\x7cb.pdf", "a\udcffb.pdf", "　.pdf"])
def test_a_path_is_told_from_what_the_dataset_writes_of_it(name: str) -> None:
    assert paths_of(shown(Path(name))) == [Path(name)]
    assert paths_of(f"{shown(Path(name))} | {shown(Path('c.pdf'))}") == [Path(name), Path("c.pdf")]
    assert shown(Path(name)).isprintable()


def test_an_amount_is_explained_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / "pdfs").mkdir(parents=True)
    budget(home / "pdfs", "甲.pdf")
    monkeypatch.chdir(home)
    for out in (Path("data"), tmp_path / "elsewhere"):
        run_job(Job([Path("pdfs/甲.pdf")], out))
    line_id = (home / "data" / "line_items.csv").read_text(encoding="utf-8").splitlines()[1][:16]
    monkeypatch.chdir("/")
    for out in (home / "data", tmp_path / "elsewhere"):
        assert "takes part in" in explain(line_id, out)
    shutil.rmtree(home / "data" / FOLDER)
    assert "takes part in" in explain(line_id, home / "data")
    (home / "pdfs").rename(tmp_path / "moved")
    done = yusuan("explain", line_id, "--out", home / "data", "--pdfs", tmp_path / "moved")
    assert done.returncode == 0, done.stderr


def test_runs_that_are_killed_while_files_come_and_change_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    pdfs, out = tmp_path / "pdfs", tmp_path / "out"
    pdfs.mkdir()
    for number in range(6):
        budget(pdfs, f"{number}.pdf")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "yusuan", "run", str(pdfs), "--out", str(out), "-j", "2"]
    for turn in range(12):
        started = subprocess.Popen(
            command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.3, 2.0))
        changed = chance.randrange(6)
        budget(pdfs, f"{changed}.pdf", f"{changed}第{turn}次")
        budget(pdfs, f"{10 + turn}.pdf")
        time.sleep(chance.uniform(0.0, 1.0))
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
    assert yusuan("run", pdfs, "--out", out).returncode == 0
    yusuan("run", pdfs, "--out", tmp_path / "fresh")
    assert written(out) == written(tmp_path / "fresh")
