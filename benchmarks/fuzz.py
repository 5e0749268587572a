"""Thousands of damaged and hostile PDFs, and what becomes of them.

    python -m benchmarks.fuzz [FOLDER ...] [--documents N] [--seed S] [--timeout SECONDS] [--keep DIR]

They are made of the documents in raw_pdfs and in the folder that YUSUAN_CORPUS names, or in those that are given, in
the ways of `benchmarks/damage/`, and read by one run of the command. A line for each way tells what became of them:

    same      accepted, with the amounts of the undamaged document
    named     accepted with other amounts, or fewer; something is said that is not said of the undamaged document
    silent    accepted with other amounts, or fewer, and nothing is said of it
    refused   quarantined
    late, died, large, failed   of these, those that took too long or too much memory, ended their process, or met an
              error of the program
    proved    amounts that are proved
    wrong     of these, those that the undamaged document does not have in that table and column

Each document must end in one of these ways, no traceback may reach the user, and nothing may be written outside the
output folder; else the exit status is 1. With --keep, the documents that are silent, wrong, failed or died are kept.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.damage import KINDS
from yusuan.pipeline.files.collect import pdf_files

Rows = list[dict[str, str]]
_ODD = ("..%2f..%2fout", "a\nb", "x\x1b[2J", "=1+1", "-rf", "ü" * 100, "預算 <b>&amp;", " ", "con", "$(true)")
_REASONS = {"timeout": "late", "crashed": "died", "too_large": "large", "failed": "failed"}
_KEPT = ("silent", "failed", "died", "wrong")
_COLUMNS = ("documents", "same", "named", "silent", "refused", "late", "died", "large", "failed", "proved", "wrong")


@dataclass(frozen=True)
class Made:
    """A damaged document: its file, the way, and the hash of what it was made from."""

    file: Path
    kind: str
    source: str


@dataclass
class Read:
    """What a dataset says of one document."""

    row: Mapping[str, str]
    amounts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    proved: Counter[tuple[str, ...]] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)


@dataclass
class Outcome:
    """What became of the documents, by way, and what happened that must not."""

    tallies: Mapping[str, Counter[str]]
    wrong: list[str]


def main() -> None:
    """Print the table; exit with 1 when a document has no state, or something else happened that must not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=2040)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=20)
    parser.add_argument("--memory", type=int, default=1024)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS))
    options = parser.parse_args()
    folders = options.folders or [Path("raw_pdfs"), *map(Path, filter(None, [os.environ.get("YUSUAN_CORPUS")]))]
    command = ["--timeout", str(options.timeout), "--memory", str(options.memory), "-j", str(options.workers)]
    started = time.monotonic()
    kinds = options.kind or list(KINDS)
    found = fuzz(pdf_files(folders), kinds, options.documents, options.seed, command, options.keep)
    _print(found.tallies)
    print(f"\n{options.documents} documents, seed {options.seed}: {time.monotonic() - started:.0f} s")
    for line in found.wrong:
        print(f"MUST NOT HAPPEN: {line}")
    sys.exit(1 if found.wrong else 0)


def fuzz(
    files: Sequence[Path],
    kinds: Sequence[str],
    count: int,
    seed: int = 1,
    options: Sequence[str] = (),
    keep: Path | None = None,
) -> Outcome:
    """So many documents, made of those in `files`, read with some options of the command."""
    sources = {hashlib.sha256(data).hexdigest(): data for data in (file.read_bytes() for file in files)}
    with TemporaryDirectory() as work:
        box = Path(work)
        whole = box / "whole"
        whole.mkdir()
        for name, data in sources.items():
            (whole / f"{name}.pdf").write_bytes(data)
        made = list(_make(sources, box / "in", count, seed, kinds))
        undamaged, _ = _read(box, whole, box / "out_whole", options)
        found, wrong = _read(box, box / "in", box / "out", options)
        return Outcome(_tally(made, found, undamaged, wrong, keep), wrong)


def _make(sources: Mapping[str, bytes], folder: Path, count: int, seed: int, kinds: Sequence[str]) -> Iterator[Made]:
    folder.mkdir()
    names = sorted(sources)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        chance = Random(f"{seed} {kind} {number}")
        source = chance.choice(names)
        name = f"{number:05} {chance.choice(_ODD)}.pdf" if kind == "hostile names" else f"{number:05}.pdf"
        data = KINDS[kind](sources[source], chance)
        (folder / name).write_bytes(data)
        yield Made(folder / name, kind, source)


def _read(box: Path, folder: Path, out: Path, options: Sequence[str]) -> tuple[dict[str, Read], list[str]]:
    """What a run says of each document, by hash, and what it did that it must not do."""
    home = box / "home"
    home.mkdir(exist_ok=True)
    before = _listing(box, out)
    own = {"HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(Path.cwd()), "COLUMNS": "200"}
    command = [sys.executable, "-m", "yusuan", "run", str(folder), "--out", str(out), *options]
    done = subprocess.run(
        command, cwd=home, env={**os.environ, **own}, capture_output=True, text=True, errors="replace", check=False
    )
    wrong = []
    if done.returncode not in (0, 1):
        wrong.append(f"exit status {done.returncode}: {done.stderr[-500:]}")
    if "Traceback" in done.stdout + done.stderr:
        wrong.append(f"a traceback: {(done.stdout + done.stderr).partition('Traceback')[2][:1000]}")
    after = _listing(box, out)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    wrong += [f"written outside of the output folder: {path}" for path in sorted(changed)]
    read = {row["sha256"] or row["path"]: Read(row) for row in _rows(out, "documents")}
    by_id = {own.row["document_id"]: own for own in read.values()}
    for row in _rows(out, "line_items"):
        what = (row["table"], row["measure"], row["basis"], row["amount"])
        by_id[row["document_id"]].amounts[what] += 1
        if row["status"] == "proved":
            by_id[row["document_id"]].proved[what] += 1
    for row in _rows(out, "findings"):
        by_id[row["document_id"]].said[row["rule"]] += 1
    return read, wrong


def _listing(box: Path, out: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in box.rglob("*")
        if path.is_file() and out not in path.parents
    }


def _rows(folder: Path, name: str) -> Rows:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _tally(
    made: Sequence[Made], found: Mapping[str, Read], undamaged: Mapping[str, Read], wrong: list[str], keep: Path | None
) -> dict[str, Counter[str]]:
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for each in made:
        tally = tallies[each.kind]
        tally["documents"] += 1
        own = found.get(hashlib.sha256(each.file.read_bytes()).hexdigest()) or found.get(each.file.as_posix())
        if own is None:
            wrong.append(f"{each.kind}: {each.file.name} is not in documents.csv")
            continue
        states = _states(own, undamaged[each.source], wrong)
        tally.update(states)
        tally["proved"] += own.proved.total()
        tally["wrong"] += (false := (own.proved - undamaged[each.source].amounts).total())
        if keep and ((false and "wrong") or states & {*_KEPT}):
            keep.mkdir(parents=True, exist_ok=True)
            state = "wrong" if false else min(states & {*_KEPT})
            shutil.copy(each.file, keep / f"{state} {each.kind} {each.file.name[:5]} of {each.source[:12]}.pdf")
    return tallies


def _states(own: Read, whole: Read, wrong: list[str]) -> set[str]:
    status, reason = own.row["status"], own.row["reason"]
    if (status, bool(reason)) not in (("accepted", False), ("incomplete", False), ("quarantined", True)):
        wrong.append(f"{own.row['path']}: status '{status}', reason '{reason}'")
    if status == "quarantined":
        if own.amounts:
            wrong.append(f"{own.row['path']}: quarantined, with {own.amounts.total()} amounts")
        special = _REASONS.get(reason.partition(":")[0].partition(".")[2])
        return {"refused", *filter(None, [special])}
    if own.amounts == whole.amounts:
        return {"same"}
    return {"named" if own.said - whole.said else "silent"}


def _print(tallies: Mapping[str, Counter[str]]) -> None:
    width = max(map(len, tallies)) + 1
    print(" " * width + "".join(f"{name:>10}" for name in _COLUMNS))
    total: Counter[str] = Counter()
    for kind, tally in tallies.items():
        total.update(tally)
        print(f"{kind:<{width}}" + "".join(f"{tally[name] or '':>10}" for name in _COLUMNS))
    print(f"{'all':<{width}}" + "".join(f"{total[name]:>10}" for name in _COLUMNS))


if __name__ == "__main__":
    main()
