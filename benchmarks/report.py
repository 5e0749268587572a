"""What a report costs: seconds, memory and size on disk, and how long its pages take to open in Chromium.

    python -m benchmarks.report DATASET [--pdfs FOLDER]

DATASET is a folder with a dataset, say of a thousand documents as benchmarks.batch makes them. The report is made with
one process and with two, which must give the same bytes. Memory is the peak of the largest process and of all together,
sampled. A page is open when its load event is over; of three times the median.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.batch import Spent, _family, _megabytes


def main() -> None:
    """Print a line for each measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--pdfs", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as work:
        hashes = []
        for workers in (1, 2):
            out = Path(work, f"report{workers}")
            command = [sys.executable, "-m", "yusuan", "report", str(options.dataset), "--out", str(out)]
            command += ["--workers", str(workers), *(["--pdfs", str(options.pdfs)] if options.pdfs else [])]
            spent = _run(command)
            print(
                f"{workers} process{'es' if workers > 1 else ''}: {spent.seconds:.1f} s, {spent.largest:.0f} MB the "
                f"largest, {spent.together:.0f} MB together"
            )
            hashes.append(_hash(out))
        print(f"same bytes from one process and two: {'yes' if hashes[0] == hashes[1] else 'NO'}")
        _sizes(out)
        _open(out)


def _run(command: list[str]) -> Spent:
    started = time.monotonic()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    largest = together = 0.0
    while run.poll() is None:
        sizes = [size for pid in _family(run.pid) if (size := _megabytes(pid))]
        largest, together = max([largest, *sizes]), max(together, sum(sizes))
        time.sleep(0.05)
    if run.returncode:
        raise SystemExit(f"a report ended with {run.returncode}")
    return Spent(time.monotonic() - started, largest, together)


def _hash(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(folder)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _sizes(folder: Path) -> None:
    for name, pattern in (("overview", "index.html"), ("pages of documents", "d/*.html"), ("pictures", "pages/*.png")):
        sizes = [path.stat().st_size for path in folder.glob(pattern)]
        print(
            f"{name}: {len(sizes):,} files, {sum(sizes) / 1e6:.1f} MB, median {statistics.median(sizes) / 1e3:.0f} kB, "
            f"largest {max(sizes) / 1e3:.0f} kB"
        )


def _open(folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    browser = shutil.which("chromium")
    if browser is None:
        print("no chromium is here; pages are not opened")
        return
    pages = sorted((folder / "d").glob("*.html"), key=lambda path: path.stat().st_size)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, path in (("overview", folder / "index.html"), ("the largest document", pages[-1])):
            taken = []
            for _ in range(3):
                page = running.new_page()
                started = time.monotonic()
                page.goto(path.as_uri())
                taken.append(time.monotonic() - started)
                page.close()
            print(f"{name} opens in {statistics.median(taken):.2f} s")
        running.close()


if __name__ == "__main__":
    main()
