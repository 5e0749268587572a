"""Seconds and memory of a run, next to the plain extractor loop on the same files in the same run.

    python -m benchmarks.speed [FOLDER] [--every N] [--rounds N] [--peer NAME COMMAND]...
    python -m benchmarks.speed --growth [FOLDER]

The jobs take turns, each in a process of its own: first as a person starts them, whole processes with their imports
and all that they start (benchmarks/processes.py), then stage by stage without imports (benchmarks/jobs.py). FOLDER is
by default the one that YUSUAN_CORPUS names, or raw_pdfs; with --every N it is each N-th of its files, by path, that is
read. A peer is a command that is given the files as its last
arguments; the processor time of its process is taken, its start included. --growth measures instead how a run grows
with the rows of a table and with the number of documents: up to a table of 1,000 pages and 20,000 small documents, and
what one new document costs among known ones.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks import processes
from benchmarks.jobs import JOBS, STAGES, Seconds
from typeset import ABOVE, LEFT, Grid, Page, Text, document
from yusuan.pipeline.files.collect import pdf_files

PLAIN, OURS = "plain loop", "ours, pdfium"
UP_TO_EXTRACTION = "read to extract"
HEADER: tuple[tuple[str, ...], ...] = (
    ("项目", LEFT, LEFT, LEFT, "支出预算", LEFT, LEFT),
    ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "合计", "基本支出", "项目支出"),
    ("类", "款", "项", ABOVE, ABOVE, ABOVE, ABOVE),
)
ROWS_A_PAGE = 25


def measured(name: str, files: Sequence[Path]) -> tuple[Seconds, float]:
    """Seconds by stage and peak megabytes of a job."""
    command = [sys.executable, "-m", "benchmarks.jobs", name, *map(str, files)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    seconds: Seconds = said["seconds"]
    if name.startswith("ours"):
        seconds[UP_TO_EXTRACTION] = sum(seconds[stage] for stage in STAGES)
    return seconds, said["megabytes"]


def peer(command: str, files: Sequence[Path]) -> tuple[Seconds, float]:
    """Seconds and peak megabytes of another program."""
    process = subprocess.Popen([*shlex.split(command), *map(str, files)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {"all": used.ru_utime + used.ru_stime}, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


def compare(files: Sequence[Path], rounds: int, peers: Sequence[tuple[str, str]]) -> None:
    """Print a table of all jobs: seconds, memory, and how many times faster than the plain loop."""
    seconds: dict[tuple[str, str], list[float]] = defaultdict(list)
    megabytes: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds):
        jobs = [(name, measured(name, files)) for name in JOBS]
        jobs += [(name, peer(command, files)) for name, command in peers]
        for name, (spent, peak) in jobs:
            megabytes[name].append(peak)
            for stage, value in spent.items():
                seconds[name, stage].append(value)
        print(f"round {number + 1} of {rounds} done", file=sys.stderr)
    plain = seconds[PLAIN, "all"]
    print(f"{'job':<18} {'stage':<17} {'seconds':>8} {'min..max':>14} {'plain / it':>10} {'min..max':>12} {'MB':>5}")
    for (name, stage), values in seconds.items():
        ratios = [one / other for one, other in zip(plain, values, strict=True)]
        spread, ratio_spread = f"{min(values):.2f}..{max(values):.2f}", f"{min(ratios):.1f}..{max(ratios):.1f}"
        memory = f"{max(megabytes[name]):.0f}" if stage == "all" else ""
        print(
            f"{name:<18} {stage:<17} {statistics.median(values):>8.2f} {spread:>14} "
            f"{statistics.median(ratios):>10.1f} {ratio_spread:>12} {memory:>5}"
        )


def growth(files: Sequence[Path]) -> None:
    """Print what a page of a table costs by the number of its rows, and what documents cost by their number."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'rows':>6} {'pages':>6} {'seconds a page':>15} {'MB':>5}")
        for pages in (10, 50, 200, 1000):
            path = Path(folder, f"{pages}.pdf")
            path.write_bytes(long_table(pages))
            spent, peak = measured(OURS, [path])
            print(f"{pages * ROWS_A_PAGE:>6} {pages:>6} {spent['all'] / pages:>15.4f} {peak:>5.0f}")
        print(f"{'documents':>10} {'seconds a document':>19} {'MB':>5}")
        for count in (10, 30, 100):
            # The same documents again, with another byte at their end, so that none is known already.
            copies = [Path(folder, f"{count}-{number}.pdf") for number in range(count)]
            for number, copy in enumerate(copies):
                copy.write_bytes(files[number % len(files)].read_bytes() + b"\n" * (number // len(files)))
            spent, peak = measured(OURS, copies)
            print(f"{count:>10} {spent['all'] / count:>19.4f} {peak:>5.0f}")
        _many(Path(folder))


def _many(folder: Path) -> None:
    """Print what it costs to read small documents and put them together with those before, and then one more."""
    script = (
        "import resource, sys, time\n"
        "from pathlib import Path\n"
        "from benchmarks.speed import small\n"
        "from yusuan.pipeline.batch.run import Job, run_job\n"
        "folder, out, numbers = Path(sys.argv[1]), Path(sys.argv[2]), range(int(sys.argv[3]), int(sys.argv[4]))\n"
        "if __name__ == '__main__':\n"
        "    for number in numbers:\n"
        "        (folder / f'{number:06}.pdf').write_bytes(small(number))\n"
        "    started = time.monotonic()\n"
        "    run_job(Job(sorted(folder.iterdir()), out, workers=2))\n"
        "    print(time.monotonic() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
    )
    pdfs, file, done = folder / "pdfs", folder / "many.py", 0
    pdfs.mkdir()
    file.write_text(script, encoding="utf-8")
    print(f"{'small ones':>10} {'known':>7} {'seconds a new one':>18} {'MB':>5}")
    for count in (300, 1_000, 5_000, 20_000):
        for until in (count, count + 1):
            command = [sys.executable, str(file), str(pdfs), str(folder / "out"), str(done), str(until)]
            own = {**os.environ, "PYTHONPATH": str(Path.cwd())}
            said = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=own)
            seconds, peak = map(float, said.stdout.split())
            print(f"{until:>10} {done:>7} {seconds / (until - done):>18.4f} {peak:>5.0f}", flush=True)
            done = until


def small(number: int) -> bytes:
    """A budget of one table and few amounts, of a body of its own."""
    return document([_page(f"编制部门：示例市第{number}局", _rows(4))])


def long_table(pages: int) -> bytes:
    """A budget whose one table has ROWS_A_PAGE rows on each of so many pages, all of one 类."""
    rows = _rows(pages * ROWS_A_PAGE)
    parts = [rows[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE] for page in range(pages)]
    return document([_page("" if number else "编制部门：示例市示范局", part) for number, part in enumerate(parts)])


def _rows(count: int) -> list[tuple[str, ...]]:
    """So many rows of a table: a 类, its 项, and their sum."""
    within = count - 2
    rows: list[tuple[str, ...]] = [("201", "", "", "一般公共服务支出", f"{within}.00", f"{within}.00", "")]
    rows += [("201", f"{1 + n // 99:02}", f"{1 + n % 99:02}", "行政运行", "1.00", "1.00", "") for n in range(within)]
    return [*rows, ("合计", LEFT, LEFT, LEFT, f"{within}.00", f"{within}.00", "")]


def _page(entity: str, rows: Sequence[tuple[str, ...]]) -> Page:
    """A page of a table; the first one has a title, and says whose it is."""
    said = [
        Text(421, 30, "2024年部门支出预算总表", 16, "center"),
        Text(60, 60, entity),
        Text(780, 60, "单位：元", align="right"),
    ]
    return Page(said if entity else [], [Grid(60, 80, (40, 40, 40, 240, 120, 120, 120), 16, [*HEADER, *rows], size=9)])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", nargs=2, action="append", default=[], metavar=("NAME", "COMMAND"))
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    files = sorted(pdf_files([options.folder]))[:: options.every]
    if options.growth:
        growth(files)
    else:
        processes.compare(files, options.rounds)
        print()
        compare(files, options.rounds, options.peer)
    named = ("pdfplumber", "pdfminer.six", "pypdfium2", "pandas", "pandera", "pyarrow")
    versions = ", ".join(f"{name} {version(name)}" for name in named)
    pages = sum(map(processes.pages_of, files))
    print(f"{len(files)} files, {pages} pages; Python {platform.python_version()}, {versions}; {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
