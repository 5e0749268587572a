"""Documents read by several processes: the same dataset, whatever happens to one of them."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.small import expenditure
from typeset import document
from yusuan.pipeline.batch.held import held_in, would_go
from yusuan.pipeline.batch.run import Job, WouldGo, run_job
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.dataset.gather import read_all, read_in_processes
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.read.readers import Reader
from yusuan.pipeline.understand.words import Added
from yusuan.pipeline.whose.beside import beside
from yusuan.pipeline.workers import pool
from yusuan.pipeline.workers.fingerprint import fingerprint
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.pool import read_files
from yusuan.pipeline.workers.store import Store
from yusuan.pipeline.workers.worker import read_file, work
from yusuan.pipeline.write.folder import write_dataset

FILES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))


def work_oddly(tasks: Connection, reader: Reader, limits: Limits, added: Added) -> None:
    """A process that does with a file what its name says."""
    tasks.send(None)
    while (path := tasks.recv()) is not None:
        name = Path(path).stem
        if name == "hang":
            time.sleep(60)
        if name == "die":
            os._exit(3)
        if name == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        tasks.send(read_file(Path(path), reader))


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files that a process reads or fails on."""
    monkeypatch.setattr(pool, "work", work_oddly)
    for name in ("a", "die", "hang", "killed", "z"):
        (tmp_path / f"{name}.pdf").write_bytes(document([expenditure(entity=f"编制部门：示例市{name}局")]))
    return tmp_path


def reasons(documents: list[Document]) -> dict[str, str]:
    return {Path(found.path).stem: found.reason.partition(":")[0] for found in documents}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_bytes_are_the_same_whatever_the_number_of_processes(tmp_path: Path, workers: int) -> None:
    write_dataset(assemble(read_all(FILES)), tmp_path / "one")
    write_dataset(assemble(read_in_processes(list(reversed(FILES)), workers)), tmp_path / "many")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "many" / path.name).read_bytes(), path.name


@pytest.mark.parametrize("workers", [1, 2])
def test_a_process_that_dies_or_hangs_costs_its_own_document_only(odd: Path, workers: int) -> None:
    documents = read_in_processes(sorted(odd.iterdir()), workers, limits=Limits(seconds=8))
    assert reasons(documents) == {
        **{"a": "", "z": ""},
        **{"die": "document.crashed", "killed": "document.crashed", "hang": "document.timeout"},
    }
    (died,) = (found for found in documents if Path(found.path).stem == "killed")
    assert "signal 9" in died.reason


def test_each_file_is_reported_once_and_none_is_left_running(odd: Path) -> None:
    seen: list[str] = []
    read_files(sorted(odd.iterdir()), "pdfium", Limits(seconds=8), lambda found: seen.append(found.path), workers=2)
    assert sorted(Path(path).stem for path in seen) == ["a", "die", "hang", "killed", "z"]
    import multiprocessing

    assert multiprocessing.active_children() == []


def test_a_file_under_two_names_is_one_document_with_both_paths(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(document([expenditure()]))
    (found,) = read_in_processes(sorted(tmp_path.iterdir()), 2)
    assert found.path == f"{tmp_path}/a.pdf | {tmp_path}/b.pdf"


def test_a_document_that_takes_too_much_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(document([expenditure()]))

    def greedy(*_: object) -> Document:
        raise MemoryError

    monkeypatch.setattr("yusuan.pipeline.workers.worker.read_document", greedy)
    assert read_file(path, "pdfium").reason.startswith("document.too_large")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is held to on Linux only")
def test_memory_is_held_to_in_a_process_of_a_pool() -> None:
    script = (
        "from yusuan.pipeline.workers.limits import Limits\n"
        "Limits(megabytes=400).hold()\n"
        "try:\n    bytearray(600 * 1024 * 1024)\nexcept MemoryError:\n    print('refused')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """A program that is started in the background of a shell ignores Ctrl-C, and so do those that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_ctrl_c")
def test_ctrl_c_ends_a_run_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.pdf").write_bytes(FILES[number % len(FILES)].read_bytes() + b"%" * number)
    command = [sys.executable, "-m", "yusuan", "run", str(tmp_path), "--out", str(tmp_path / "out"), "-j", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert started.stderr
    started.stderr.readline()  # the first document is done
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=20)
    assert started.returncode == 130
    assert "Traceback" not in said
    for _ in range(100):  # what watches over the processes takes a moment to go, too
        try:
            os.killpg(started.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a process is left")


def test_the_work_of_a_process_ends_with_its_pipe() -> None:
    import multiprocessing

    ours, theirs = multiprocessing.Pipe()
    ours.close()
    process = multiprocessing.get_context("spawn").Process(target=work, args=(theirs, "pdfium", Limits()))
    process.start()
    theirs.close()
    process.join(timeout=30)
    assert process.exitcode == 0


def yusuan(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yusuan", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def budgets(tmp_path: Path) -> Path:
    """A folder with the samples."""
    folder = tmp_path / "budgets"
    folder.mkdir()
    for number, file in enumerate(FILES[:4]):
        (folder / f"{number}.pdf").write_bytes(file.read_bytes())
    return folder


def test_a_run_with_nothing_to_do_says_so_and_leaves_all_as_it_is(budgets: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = yusuan("run", budgets, "--out", out)
    age(budgets)
    yusuan("run", budgets, "--out", out)
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir() if path.is_file()}
    second = yusuan("run", budgets, "--out", out)
    assert "nothing has changed since the last run" in second.stdout
    assert "[1/4]" not in second.stderr
    assert before == {path.name: path.stat().st_mtime_ns for path in out.iterdir() if path.is_file()}
    counts = [[line for line in done.stdout.splitlines() if "amounts" in line] for done in (first, second)]
    assert counts[0] == counts[1]
    assert "[4/4]" in yusuan("run", budgets, "--out", out, "--force").stderr


def age(folder: Path) -> None:
    """Make files older than a moment, so that their time of change tells what it says."""
    for path in folder.iterdir():
        os.utime(path, (time.time() - 60, time.time() - 60))


def test_only_what_is_new_is_read_again(budgets: Path, tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    yusuan("run", budgets, "--out", out)
    (budgets / "1.pdf").write_bytes(FILES[5].read_bytes())
    (budgets / "2.pdf").unlink()
    (budgets / "9.pdf").write_bytes(FILES[6].read_bytes())
    for place in (out, fresh):
        yusuan("run", budgets, "--out", place, "--replace")
    assert written(out) == written(fresh)


def test_no_document_goes_from_a_dataset_in_silence(budgets: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    yusuan("run", budgets, "--out", out)
    before = written(out)
    (budgets / "2.pdf").unlink()
    assert would_go(held_in(out), map(shown, sorted(budgets.glob("*.pdf")))) == [shown(budgets / "2.pdf")]
    with pytest.raises(WouldGo, match="1 documents"):
        run_job(Job(sorted(budgets.glob("*.pdf")), out))
    assert written(out) == before


def test_a_result_that_another_version_made_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_file(FILES[0], "pdfium")
    kept = Store(tmp_path, "pdfium")
    kept.open()
    kept.put(found)
    assert kept.get(found.sha256, found.path).items[0] == found.items[0]  # type: ignore[union-attr]
    monkeypatch.setattr("yusuan.pipeline.workers.store.fingerprint", lambda reader: "another")
    assert Store(tmp_path, "pdfium").get(found.sha256, found.path) is None


@pytest.mark.parametrize("damage", [b"", b"yusuan 1\n", b"half", b"flip"])
def test_a_damaged_result_is_read_again(tmp_path: Path, damage: bytes) -> None:
    found = read_file(FILES[0], "pdfium")
    kept = Store(tmp_path, "pdfium")
    kept.open()
    kept.put(found)
    (place,) = (path for path in kept.folder.rglob(f"{found.sha256}.*") if path.suffix != ".identities")
    content = place.read_bytes()
    changed = {b"half": content[: len(content) // 2], b"flip": content[:-5] + bytes([content[-5] ^ 1]) + content[-4:]}
    place.write_bytes(changed.get(damage, damage))
    assert kept.get(found.sha256, found.path) is None


def test_a_result_that_would_run_code_is_not_unpacked(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(tmp_path / "made"),)

    packed = zlib.compress(pickle.dumps(Evil()))
    kept = Store(tmp_path, "pdfium")
    place = kept.folder / fingerprint("pdfium") / "aa" / f"{'aa' * 32}.{beside('x').digest()}"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"yusuan 1\n" + hashlib.sha256(packed).digest() + packed)
    assert kept.get("aa" * 32, "x") is None
    assert not (tmp_path / "made").exists()


def test_a_run_that_is_killed_anywhere_is_gone_on_with(budgets: Path, tmp_path: Path) -> None:
    fresh, out = tmp_path / "fresh", tmp_path / "out"
    yusuan("run", budgets, "--out", fresh)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for wait in (0.3, 0.9, 1.2, 1.5):
        command = [sys.executable, "-m", "yusuan", "run", str(budgets), "--out", str(out), "-j", "2"]
        started = subprocess.Popen(
            command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
    assert yusuan("run", budgets, "--out", out).returncode == 0
    assert written(out) == written(fresh)


def test_two_runs_at_once_write_what_one_does(budgets: Path, tmp_path: Path) -> None:
    fresh, out = tmp_path / "fresh", tmp_path / "out"
    yusuan("run", budgets, "--out", fresh)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "yusuan", "run", str(budgets), "--out", str(out)]
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [run.wait() for run in runs] == [0, 0]
    assert written(out) == written(fresh)


def test_what_failed_in_passing_is_tried_again(tmp_path: Path) -> None:
    kept = Store(tmp_path, "pdfium")
    kept.open()
    found = read_file(FILES[0], "pdfium")
    found.reason = "document.timeout: was not read"
    kept.put(found)
    assert kept.get(found.sha256, found.path) is None
