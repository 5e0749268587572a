"""How a run over very many documents behaves: speed and memory by number of processes, on a cluster, a run with nothing
to do, kills.

    python -m benchmarks.batch [FOLDER] [--documents N] [--kills K] [--no-cluster]

FOLDER is by default the one that YUSUAN_CORPUS names, or raw_pdfs. Its documents are copied to make N, each with bytes
of its own, so that each is read. The cluster is a scheduler and two workers on this machine. Memory is the peak of the
largest process and of all together, sampled. After K runs that are killed at random moments, one more must write what
an undisturbed one wrote.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from yusuan.pipeline.files.collect import pdf_files


@dataclass
class Spent:
    """What a run took: seconds, and megabytes of its largest process and of all of them at once."""

    seconds: float
    largest: float
    together: float


def main() -> None:
    """Print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--no-cluster", action="store_true", help="leave out the cluster")
    options = parser.parse_args()
    with TemporaryDirectory() as work:
        copies = Path(work, "pdfs")
        copies.mkdir()
        for number, file in enumerate(islice(cycle(pdf_files([options.folder])), options.documents)):
            (copies / f"{number:05}.pdf").write_bytes(file.read_bytes() + f"\n% copy {number}\n".encode())
        print(f"{options.documents} documents")
        outs = {workers: Path(work, f"out{workers}") for workers in (1, 2)}
        for workers, out in outs.items():
            _line(f"{workers} process{'es' if workers > 1 else ''}", _run(copies, out, workers), options.documents)
        if not options.no_cluster:
            with _cluster(Path(work)) as (address, pids):
                outs[0] = Path(work, "out_cluster")
                spent = _run(copies, outs[0], 2, ["--scheduler", address], pids)
                _line("cluster, 2 workers", spent, options.documents)
        _line("nothing to do", _run(copies, outs[2], 2), options.documents)
        _line("all kept, dataset gone", _without_data(copies, outs[2]), options.documents)
        same = all(_data(out) == _data(outs[1]) for out in outs.values())
        print(f"same bytes from all of them: {'yes' if same else 'NO'}")
        if options.kills:
            _kills(copies, Path(work, "killed"), options.kills, _data(outs[1]))


def _line(name: str, spent: Spent, documents: int) -> None:
    rate = documents / spent.seconds
    print(
        f"{name:<24}{spent.seconds:>8.1f} s{rate:>9.1f} documents a second"
        f"{spent.largest:>8.0f} MB largest{spent.together:>8.0f} MB together"
    )


def _command(folder: Path, out: Path, workers: int) -> list[str]:
    return [sys.executable, "-m", "yusuan", "run", str(folder), "--out", str(out), "--workers", str(workers)]


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and two workers on this machine: the address, and the processes."""
    file = folder / "scheduler.json"
    command = [sys.executable, "-m", "dask"]
    common = ["--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard"]
    processes = [_quietly([*command, "scheduler", "--port", "0", *common])]
    try:
        while not file.exists():
            time.sleep(0.05)
        for _ in range(2):
            processes.append(_quietly([*command, "worker", "--nthreads", "1", *common]))
        yield json.loads(file.read_text(encoding="utf-8"))["address"], [process.pid for process in processes]
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def _quietly(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _run(folder: Path, out: Path, workers: int, options: Sequence[str] = (), others: Sequence[int] = ()) -> Spent:
    """Run the command; measure it and the processes of `others`, with those that they start."""
    started = time.monotonic()
    command = [*_command(folder, out, workers), *options]
    run = _quietly(command)
    largest = together = 0.0
    while run.poll() is None:
        sizes = [size for root in (run.pid, *others) for pid in _family(root) if (size := _megabytes(pid))]
        largest, together = max([largest, *sizes]), max(together, sum(sizes))
        time.sleep(0.05)
    if run.returncode not in (0, 1):
        raise SystemExit(f"a run ended with {run.returncode}")
    return Spent(time.monotonic() - started, largest, together)


def _without_data(folder: Path, out: Path) -> Spent:
    for path in out.iterdir():
        if path.is_file():
            path.unlink()
    return _run(folder, out, 2)


def _kills(folder: Path, out: Path, kills: int, expected: dict[str, bytes]) -> None:
    chance = random.Random(1)
    for _ in range(kills):
        run = subprocess.Popen(
            _command(folder, out, 2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(chance.uniform(0.2, 20))
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    spent = _run(folder, out, 2)
    same = _data(out) == expected
    print(f"after {kills} runs that were killed: {spent.seconds:.1f} s, same bytes: {'yes' if same else 'NO'}")


def _data(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def _family(pid: int) -> Iterator[int]:
    """A process and those that it started, as Linux lists them."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    main()
