"""Processor seconds of whole processes, imports and all that they start included, next to the plain loop's."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_SETTLES = 3.5
"""Seconds after which a run believes that a file has not changed since it was read."""
_LOOP_ON_ONE, _LOOP_ON_ALL, _TWO_WORKERS = "plain loop on it", "plain loop on them", "  with two workers"
_ABOUT = 22
"""Pages of the one document."""


@dataclass(frozen=True)
class Spent:
    """Processor seconds, and megabytes of the largest process."""

    seconds: float
    megabytes: float


def whole(command: Sequence[str]) -> Spent:
    """What a command spends, with every process that it leaves behind."""
    reader, writer = os.pipe()
    if not (child := os.fork()):  # of its own, so that the largest process is one of these
        os.close(reader)
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
        while True:
            try:
                os.wait()
            except ChildProcessError:
                break
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(writer, f"{code} {used.ru_utime + used.ru_stime} {used.ru_maxrss}".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="ascii") as told:
        ended, seconds, peak = told.read().split()
    os.waitpid(child, 0)
    if int(ended) > 1:  # 1 is a run with documents that were not read whole
        raise subprocess.CalledProcessError(int(ended), command)
    return Spent(float(seconds), float(peak) / (2**20 if sys.platform == "darwin" else 1024))


def jobs(files: Sequence[Path], folder: Path) -> dict[str, Callable[[], Spent]]:
    """What is measured, by its name; `folder` is for what the runs write."""
    one = _one(files)
    names = list(map(str, files))
    count = iter(range(10**6))

    def command(*arguments: str) -> Spent:
        return whole([sys.executable, "-m", "yusuan", *arguments])

    def run(*pdfs: str, workers: int = 1) -> Spent:
        return command("run", *pdfs, "--out", str(folder / str(next(count))), "-j", str(workers))

    def shown(*arguments: str) -> Spent:
        return command(*arguments, str(folder / f"{next(count)}{'.xlsx' if arguments[0] == 'export' else ''}"))

    def plain(*pdfs: str) -> Spent:
        return whole([sys.executable, "-m", "benchmarks.jobs", "plain loop", *pdfs])

    known = str(folder / "known")
    command("run", *names, "--out", known)
    time.sleep(_SETTLES)
    command("run", *names, "--out", known)
    return {
        "yusuan --version": lambda: command("--version"),
        "yusuan --help": lambda: command("--help"),
        "run, nothing to do": lambda: command("run", *names, "--out", known),
        f"run, 1 file of {pages_of(one)} pages": lambda: run(str(one)),
        _LOOP_ON_ONE: lambda: plain(str(one)),
        f"run, {len(files)} files": lambda: run(*names),
        _TWO_WORKERS: lambda: run(*names, workers=2),
        _LOOP_ON_ALL: lambda: plain(*names),
        "report on them": lambda: shown("report", known, "--workers", "1", "--out"),
        "workbook of them": lambda: shown("export", known, "--to"),
    }


def compare(files: Sequence[Path], rounds: int) -> None:
    """Print a table of all jobs, which take turns."""
    with tempfile.TemporaryDirectory() as folder:
        measured = jobs(files, Path(folder))
        spent: dict[str, list[Spent]] = {name: [] for name in measured}
        for number in range(rounds):
            for name, job in measured.items():
                spent[name].append(job())
            print(f"round {number + 1} of {rounds} done", file=sys.stderr)
    print(f"{'whole processes':<28} {'seconds':>8} {'min..max':>14} {'plain / it':>10} {'min..max':>12} {'MB':>5}")
    for name, found in spent.items():
        seconds = [each.seconds for each in found]
        spread = f"{min(seconds):.2f}..{max(seconds):.2f}"
        times = f"{'':>10} {'':>12}"
        if loop := _loop_beside(name):
            ratios = [plain.seconds / each.seconds for plain, each in zip(spent[loop], found, strict=True)]
            times = f"{statistics.median(ratios):>10.1f} {f'{min(ratios):.1f}..{max(ratios):.1f}':>12}"
        most = max(each.megabytes for each in found)
        print(f"{name:<28} {statistics.median(seconds):>8.2f} {spread:>14} {times} {most:>5.0f}")


def _loop_beside(name: str) -> str:
    """The plain loop that a run is measured against; empty for what is no run that reads."""
    if name.startswith("run, 1 file ") or name == _LOOP_ON_ONE:
        return _LOOP_ON_ONE
    return _LOOP_ON_ALL if name in (_LOOP_ON_ALL, _TWO_WORKERS) or re.match(r"run, \d+ files", name) else ""


def _one(files: Sequence[Path]) -> Path:
    return min(files, key=lambda file: (abs(pages_of(file) - _ABOUT), file))


def pages_of(file: Path) -> int:
    """How many pages a file has; 0 where it cannot be opened."""
    import pypdfium2

    try:
        return len(pypdfium2.PdfDocument(file))
    except pypdfium2.PdfiumError:
        return 0
