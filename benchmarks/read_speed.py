"""Seconds per page of a whole run, next to the plain extractor loop on the same files in the same run.

    python -m benchmarks.read_speed [FOLDER] [--rounds N]

The two take turns on each file. FOLDER is by default the one that YUSUAN_CORPUS names, or raw_pdfs.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pdfplumber

from pipeline.collect import pdf_files
from pipeline.document import read_document


def plain_loop(path: Path) -> int:
    """What this project is measured against; returns the number of pages."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def whole_run(path: Path) -> int:
    """Read, extract, prove and normalize one document; returns the number of pages."""
    return read_document(path.read_bytes(), path.as_posix()).pages or 0


def timed(action: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """Seconds of processor time that `action` takes, and what it returns."""
    start = time.process_time()
    pages = action(path)
    return time.process_time() - start, pages


def main() -> None:
    """Print a line per file and the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = pdf_files([options.folder])
    whole_run(files[0])  # imports are not what is measured
    ratios: list[float] = []
    totals = {"ours": 0.0, "plain": 0.0, "pages": 0.0}
    print(f"{'pages':>5}  {'ours s/page':>11}  {'plain s/page':>12}  {'plain / ours':>12}  file")
    for path in files:
        ours, plain = [], []
        pages = 0
        for _ in range(options.rounds):
            seconds, pages = timed(whole_run, path)
            ours.append(seconds)
            seconds, pages = timed(plain_loop, path)
            plain.append(seconds)
        a, b = statistics.median(ours), statistics.median(plain)
        ratios.append(b / a)
        totals["ours"] += a
        totals["plain"] += b
        totals["pages"] += pages
        print(f"{pages:>5}  {a / pages:>11.4f}  {b / pages:>12.4f}  {b / a:>12.2f}  {path.name}")
    pages = int(totals["pages"])
    print(
        f"{pages:>5}  {totals['ours'] / pages:>11.4f}  {totals['plain'] / pages:>12.4f}  "
        f"{totals['plain'] / totals['ours']:>12.2f}  all, ratio per file {min(ratios):.2f} to {max(ratios):.2f}"
    )
    versions = ", ".join(f"{name} {version(name)}" for name in ("pdfplumber", "pdfminer.six", "pandas", "pandera"))
    print(f"Python {platform.python_version()}, {versions}, {os.cpu_count()} cores, {options.rounds} rounds")


if __name__ == "__main__":
    main()
