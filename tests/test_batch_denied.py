"""What a system denies a run, and what lies to it: it goes on with the rest, or ends in a sentence."""

from __future__ import annotations

import ctypes
import hashlib
import io
import os
import pickle
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import yusuan.pipeline.files.regular
from tests.conftest import ROOT
from tests.test_batch import written
from tests.test_batch_attacked import FIFO, bodies, budget
from yusuan.pipeline.batch import last_run
from yusuan.pipeline.batch.held import NotKept
from yusuan.pipeline.batch.run import Job, run_job
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.rows import FIRST, PackedRows, Trusted
from yusuan.pipeline.files.collect import NothingToRead, NotListed, pdf_files
from yusuan.pipeline.files.regular import hashed
from yusuan.pipeline.look.explain import NotExplained, explain
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.readers import Reader
from yusuan.pipeline.understand.added import BadVocabulary, added_of, read_added
from yusuan.pipeline.workers import pool
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.store import FOLDER
from yusuan.pipeline.workers.worker import read_file
from yusuan.schemas.dataset.fields import LINE_ITEMS

_DROP, _OVERRIDE, _SEARCH = 24, 1, 2
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs what Linux denies or offers")


def _no_more_than_anybody() -> None:
    """Take from this process, and what it starts, the right of root to look into any folder."""
    if os.getuid() == 0:
        system = ctypes.CDLL(None)
        for right in (_OVERRIDE, _SEARCH):
            system.prctl(_DROP, right, 0, 0, 0)


def denied(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command, by somebody who may not do everything."""
    command = [sys.executable, "-m", "yusuan", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "400"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, preexec_fn=_no_more_than_anybody
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder of three budgets, of which one lies in a folder that may be locked."""
    for name in ("甲.pdf", "locked/乙.pdf", "more/丙.pdf"):
        (tmp_path / "pdfs" / name).parent.mkdir(parents=True, exist_ok=True)
        budget(tmp_path / "pdfs", name)
    return tmp_path / "pdfs" / "locked"


@pytest.fixture(autouse=True)
def unlocked(tmp_path: Path) -> object:
    yield
    for folder in tmp_path.rglob("locked"):
        folder.chmod(0o755)


@LINUX
def test_a_folder_that_cannot_be_listed_costs_what_lies_in_it_only(locked: Path, tmp_path: Path) -> None:
    locked.chmod(0)
    done = denied("run", locked.parent, "--out", tmp_path / "out")
    assert done.returncode == 1, done.stderr
    assert f"cannot list {locked}: Permission denied" in done.stdout
    assert bodies(tmp_path / "out") == ["甲局", "丙局"]
    again = denied("run", locked.parent, "--out", tmp_path / "out")
    assert (again.returncode, "nothing has changed" in again.stdout) == (1, True)
    report = denied("report", tmp_path / "out", "--out", tmp_path / "report", "--pdfs", locked.parent)
    assert (report.returncode, f"cannot list {locked}" in report.stderr) == (1, True)
    assert denied("propose", locked.parent).returncode == 1


@LINUX
@pytest.mark.parametrize("option", [[], ["--replace"]], ids=["run", "replace"])
def test_what_lies_in_a_folder_that_cannot_be_listed_any_more_stays(
    locked: Path, tmp_path: Path, option: list[str]
) -> None:
    out = tmp_path / "out"
    assert denied("run", locked.parent, "--out", out).returncode == 0
    before = written(out)
    locked.chmod(0)
    assert denied("run", locked.parent, "--out", out, *option).returncode == 1
    assert written(out) == before
    check = denied("check", locked.parent, "--against", out, "--update")
    assert (check.returncode, "nothing is written" in check.stderr) == (1, True)
    assert written(out) == before
    locked.chmod(0o755)
    assert denied("run", locked.parent, "--out", out).returncode == 0
    assert written(out) == before


def test_what_cannot_be_kept_of_a_folder_that_cannot_be_listed_stops_the_run(locked: Path, tmp_path: Path) -> None:
    out, files = tmp_path / "out", pdf_files([locked.parent])
    run_job(Job(files, out))
    before = written(out)
    for kept in (out / FOLDER).rglob("*.*"):
        if kept.is_file():
            kept.unlink()
    (locked / "乙.pdf").unlink()
    dark = NotListed(locked, OSError(13, "Permission denied"))
    with pytest.raises(NotKept, match=r"乙\.pdf"):
        run_job(Job([file for file in files if file.parent != locked], out, unlisted=[dark]))
    assert written(out) == before


@LINUX
def test_a_place_that_may_not_be_looked_into_is_named(locked: Path, tmp_path: Path) -> None:
    locked.chmod(0)
    alone = denied("run", locked, "--out", tmp_path / "out")
    assert (alone.returncode, f"cannot list {locked}" in alone.stderr) == (3, True)
    within = denied("run", locked / "乙.pdf", locked.parent / "甲.pdf", "--out", tmp_path / "out")
    assert (within.returncode, "document.unreadable" in within.stdout) == (1, True)
    out = denied("run", locked.parent / "甲.pdf", "--out", locked / "out")
    assert (out.returncode, "Permission denied" in out.stderr) == (3, True)
    words = denied("run", locked.parent / "甲.pdf", "--out", tmp_path / "other", "--vocabulary", locked / "v.toml")
    assert (words.returncode, "Permission denied" in words.stderr) == (2, True)


def test_from_python_a_folder_that_cannot_be_listed_is_an_error(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(NotListed, match="locked: Permission denied"):
        pdf_files([locked.parent])
    told: list[NotListed] = []
    assert [file.stem for file in pdf_files([locked.parent], told.append)] == ["丙", "甲"]
    assert [each.folder for each in told] == [locked]
    with pytest.raises(NothingToRead, match="cannot list"):
        pdf_files([locked], told.append)


@LINUX
@pytest.mark.parametrize("command", ["run", "inspect", "diff", "--help"])
def test_output_that_finds_no_room_is_status_3_in_a_sentence(tmp_path: Path, command: str) -> None:
    path = budget(tmp_path, "甲.pdf")
    run_job(Job([path], tmp_path / "out"))
    out = str(tmp_path / "out")
    rest = {"run": [str(path), "--out", out], "inspect": [str(path)], "diff": [out, out], "--help": []}[command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "yusuan", command, *rest],
            env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3, done.stderr
    assert done.stderr.splitlines() == ["yusuan could not go on: No space left on device"]


@LINUX
@pytest.mark.parametrize("log", [[], ["--log-json"]], ids=["lines", "json"])
@pytest.mark.parametrize("deaf", ["stdout", "stderr", "full"])
def test_a_run_that_nobody_listens_to_ends_as_it_would(tmp_path: Path, deaf: str, log: list[str]) -> None:
    path, out = budget(tmp_path, "甲.pdf"), tmp_path / "out"
    reading, writing = os.pipe()
    os.close(reading)
    streams = {
        "stdout": {"stdout": writing, "stderr": subprocess.PIPE},
        "stderr": {"stdout": subprocess.PIPE, "stderr": writing},
        "full": {"stdout": subprocess.PIPE, "stderr": os.open("/dev/full", os.O_WRONLY)},
    }[deaf]
    command = [sys.executable, "-m", "yusuan", "run", str(path), "--out", str(out), *log]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, **streams)  # type: ignore[call-overload]
    os.close(writing)
    assert done.returncode == 0, done.stderr
    assert bodies(out) == ["甲局"]


def _here(files: list[Path], reader: str, limits: object, done: Callable[[Document], None], *, workers: int) -> object:
    """Reads in this process, which is quick."""
    found = [read_file(file, "pdfium") for file in files]
    for document in found:
        done(document)
    return found


def slow_to_begin(tasks: Connection, reader: Reader, limits: object, added: object) -> None:
    """A process of a machine that has much else to do."""
    time.sleep(6)
    tasks.send(None)
    while (path := tasks.recv()) is not None:
        tasks.send(read_file(Path(path), reader))


def test_a_document_is_not_late_because_its_process_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "work", slow_to_begin)
    (found,) = pool.read_files([budget(tmp_path, "甲.pdf")], "pdfium", Limits(seconds=5))
    assert found.status == "accepted", found.reason


def _packed(columns: dict[str, object]) -> PackedRows:
    """Rows whose columns somebody else has packed."""
    rows = PackedRows([], LINE_ITEMS)
    rows._columns = zlib.compress(pickle.dumps(columns))
    return rows


SPOILT: list[tuple[str, object]] = [
    *((name, value) for name in ("items", "others", "findings", "statements") for value in (None, 5, [5])),
    *((name, value) for name in ("publication", "beside", "reason", "unread", "sha256") for value in (["x"], b"x")),
    ("items", _packed({})),
    ("items", _packed({"status": [[]]})),
    ("items", _packed({**{name: ["x"] for name in LINE_ITEMS.columns}, FIRST: ["x"], "lineage": [[]]})),
    ("findings", [Finding(5, {})]),  # type: ignore[arg-type]
    ("document_id", "x"),
]


@pytest.mark.parametrize(("name", "value"), SPOILT, ids=range(len(SPOILT)))
def test_a_result_of_wrong_types_with_a_right_hash_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setattr(pool, "read_files", _here)
    files, out = [budget(tmp_path, "甲.pdf"), budget(tmp_path, "乙.pdf")], tmp_path / "out"
    run_job(Job(files, out))
    before = written(out)
    found = (out / FOLDER).rglob(f"{hashlib.sha256(files[0].read_bytes()).hexdigest()}.*")
    (kept,) = (each for each in found if each.suffix != ".identities")
    head = len(b"yusuan 1\n") + 32
    document = Trusted.loads(zlib.decompress(kept.read_bytes()[head:]))
    setattr(document, name, value)
    packed = zlib.compress(pickle.dumps(document))
    kept.write_bytes(b"yusuan 1\n" + hashlib.sha256(packed).digest() + packed)
    (out / FOLDER / last_run.NAME).unlink()
    run_job(Job(files, out, log_json=True))
    assert written(out) == before
    files[0].unlink()
    kept.write_bytes(b"yusuan 1\n" + hashlib.sha256(packed).digest() + packed)
    with suppress(NotKept):  # what was spoilt may be what nobody asks for
        run_job(Job([files[1]], out, add=True, log_json=True))
    assert written(out) == before


def test_an_error_of_the_program_is_not_taken_for_a_spoilt_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pool, "read_files", _here)
    monkeypatch.setattr("yusuan.pipeline.dataset.dataset.links", fails)
    with pytest.raises(ZeroDivisionError):
        run_job(Job([budget(tmp_path, "甲.pdf")], tmp_path / "out"))


@FIFO
def test_words_amounts_and_notes_are_not_waited_for_in_a_pipe(tmp_path: Path) -> None:
    path, out = budget(tmp_path, "甲.pdf"), tmp_path / "out"
    out.mkdir()
    os.mkfifo(out / "vocabulary.toml")
    done = denied("run", path, "--out", out)
    assert (done.returncode, "found a pipe; expected a regular file" in done.stderr) == (2, True)
    with pytest.raises(BadVocabulary, match="found a pipe"):
        read_added(out / "vocabulary.toml")
    for name in ("line_items.csv", "datapackage.json"):
        os.mkfifo(out / name)
    assert added_of(out) == ()
    with pytest.raises(NotExplained, match="found a pipe"):
        explain("0" * 16, out)
    (tmp_path / "report").mkdir()
    os.mkfifo(tmp_path / "report" / "report-files.txt")
    done = denied("report", ROOT / "extracted", "--out", tmp_path / "report")
    assert (done.returncode, "found a pipe" in done.stderr) == (3, True)


def test_a_file_of_the_system_that_has_nothing_to_say_is_not_asked_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> None:
            return None

    monkeypatch.setattr(yusuan.pipeline.files.regular, "open_regular", lambda path: io.BufferedReader(Silent()))
    assert hashed(Path("kmsg")) == hashlib.sha256().hexdigest()
