"""Documents read on a cluster: a real scheduler and workers on this machine, and the dataset of a local run."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.small import expenditure
from typeset import document
from yusuan.pipeline.dataset.dataset import assemble
from yusuan.pipeline.dataset.gather import together
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.workers.alone import Alone
from yusuan.pipeline.workers.cluster import read_on_cluster, read_task
from yusuan.pipeline.workers.executor import NoCluster
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.pool import read_files
from yusuan.pipeline.write.folder import names, write_dataset

FILES = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))


class Cluster:
    """A scheduler and two workers, each a process of its own, in a folder without the files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self.processes = [self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
        while not self._file.exists():
            time.sleep(0.05)
        self.workers = [self._worker(), self._worker()]

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        return str(json.loads(self._file.read_text())["address"])

    def _worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", "--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1")

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "True"}
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._file), *options]
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=self._folder, env=environment, stdout=log, stderr=log)

    def stop(self) -> None:
        """End all of it."""
        for process in (*self.workers, *self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    found = Cluster(folder)
    yield found
    found.stop()


def many(folder: Path, count: int) -> list[Path]:
    """So many documents."""
    for number in range(count):
        data = FILES[number % len(FILES)].read_bytes()
        (folder / f"{number:02}.pdf").write_bytes(data + f"\n% {number}\n".encode())
    return sorted(folder.glob("*.pdf"))


def written(documents: list[Document], folder: Path) -> dict[str, bytes]:
    write_dataset(assemble(together(documents)), folder)
    return {name: (folder / name).read_bytes() for name in names()}


def test_a_worker_killed_in_the_middle_changes_no_byte(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(tmp_path, 16)
    monkeypatch.chdir(tmp_path)  # the paths are relative: only the bytes reach the workers
    files = sorted(Path().glob("*.pdf"))
    done: list[str] = []

    def watch(found: Document) -> None:
        done.append(found.path)
        if len(done) == 3:
            cluster.workers[0].send_signal(signal.SIGKILL)

    documents = read_on_cluster(files, "pdfium", Limits(), watch, scheduler=cluster.address)
    assert cluster.workers[0].wait(5) == -signal.SIGKILL
    assert sorted(done) == [str(file) for file in files]
    assert [found.status for found in documents] == ["accepted"] * 16
    local = read_files(files, "pdfium", Limits(), workers=2)
    assert written(documents, tmp_path / "cluster_data") == written(local, tmp_path / "local_data")


def test_the_command_reads_on_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    files = many(tmp_path, 3)
    (tmp_path / "no.pdf").write_bytes(b"no document")
    options = ["--out", str(tmp_path / "out"), "--scheduler", cluster.address, "--log-json"]
    command = [sys.executable, "-m", "yusuan", "run", *map(str, files), str(tmp_path / "no.pdf"), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert sorted(line["number"] for line in lines) == [1, 2, 3, 4]
    assert [line["reason"] for line in lines if line["status"] == "quarantined"] != [None]
    assert {line["of"] for line in lines} == {4}
    assert lines[-1]["seconds_left"] == 0


@pytest.mark.parametrize("ends", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "frozen"])
def test_a_scheduler_that_is_gone_ends_the_run_in_a_sentence_and_what_was_read_is_kept(
    cluster: Cluster, tmp_path: Path, ends: signal.Signals
) -> None:
    many(tmp_path, 40)
    script = "import yusuan.pipeline.workers.cluster as c; c._ANSWER = 5; from yusuan.pipeline.cli import main; main()"
    options = ["--out", str(tmp_path / "out"), "--scheduler", cluster.address]
    command = [sys.executable, "-c", script, "run", str(tmp_path), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert started.stderr
        started.stderr.readline()
        cluster.processes[0].send_signal(ends)
        _, said = started.communicate(timeout=90)
    finally:
        started.kill()
    assert started.returncode == 3, said
    assert "Traceback" not in said
    assert "the scheduler" in said
    assert "what was read is kept" in said
    assert [*(tmp_path / "out" / ".yusuan").glob("*/*/*")]


def test_an_address_without_a_scheduler_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yusuan.pipeline.workers.cluster._CONNECT", 1)
    with pytest.raises(NoCluster, match="no scheduler at tcp"):
        read_on_cluster(FILES, "pdfium", Limits(), scheduler="tcp://127.0.0.1:9")
    with pytest.raises(NoCluster, match="no scheduler at nonsense"):
        read_on_cluster(FILES, "pdfium", Limits(), scheduler="nonsense://x")


def test_a_worker_of_another_version_does_no_work() -> None:
    with pytest.raises(NoCluster, match="expected 0000000000000000, as here"):
        read_task(b"", "a.pdf", "pdfium", Limits(), "0000000000000000")


def test_a_process_of_its_own_reads_what_this_one_does() -> None:
    alone = Alone("pdfium", Limits())
    try:
        for file in FILES[:2]:
            (expected,) = read_files([file], "pdfium", Limits())
            found = alone.read(file.read_bytes(), expected.path)
            assert (found.sha256, list(found.items)) == (expected.sha256, list(expected.items))
            assert (found.findings, found.publication) == (expected.findings, expected.publication)
    finally:
        alone.close()


def test_a_process_that_is_late_or_dies_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    data = document([expenditure()])
    alone = Alone("pdfium", Limits(seconds=30))
    try:
        assert alone.read(data, "a.pdf").status == "accepted"
        assert alone._process
        alone._process.kill()
        assert alone.read(data, "a.pdf").status == "accepted"  # another process has read it
        with monkeypatch.context() as never_again:
            never_again.setattr("yusuan.pipeline.workers.alone.outside", lambda code: False)
            alone._process.kill()
            died = alone.read(data, "a.pdf")
        assert died.reason.startswith("document.crashed: the process that read it died (signal 9)")
        assert died.document_id == hashlib.sha256(data).hexdigest()[:12]
        assert alone.read(data, "a.pdf").status == "accepted"
        monkeypatch.setattr(alone, "_limits", Limits(seconds=0.001))
        assert alone.read(data, "a.pdf").reason.startswith("document.timeout: was not read after 0.001 seconds")
    finally:
        alone.close()


def test_a_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    script = (
        "import time, sys\nfrom yusuan.pipeline.workers.alone import Alone\n"
        "from yusuan.pipeline.workers.limits import Limits\n"
        "alone = Alone('pdfium', Limits())\nalone.read(b'', 'a.pdf')\n"
        "print(alone._process.pid, flush=True)\ntime.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    for _ in range(50):
        if not Path(f"/proc/{child}").exists() or "zombie" in Path(f"/proc/{child}/status").read_text():
            return
        time.sleep(0.1)
    pytest.fail("the process is left")
