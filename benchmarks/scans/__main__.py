"""Scans with exact truth: digital documents made into pictures, read, and compared with what their text says.

    python -m benchmarks.scans CORPUS --out FOLDER [--documents N] [--pages N] [--profiles NAME ...] [--planted]

So many documents, of other cities as long as there are any, with at most so many pages each (0: all); of each a PDF of
pictures in every profile of `profiles.py` and every way of `copies/ways.py`, or those that are named. A line for each:

    amounts    lines of the digital pages
    exact      per cent that were read with their table, code, names, measure, and amount
    words      amounts that are right, in a row with another name or without its code
    wrong      amounts that are not in the digital pages; of these `proved`, in `doubt` or contradicted, and the rest
    lost       amounts that are in no line; of these `silent` are those whose page and table no new finding names,
               and that other_items does not have
    whose      documents that are read as those of another body, year or stage
    s a page   processor seconds of the whole run, for each page
    MB         of its largest process

With --planted, each document is scanned once more in each profile with one digit of a proved amount exchanged, as if so
published: a second table tells what became of it (`score.FATES`). With --only-make nothing is read, with --again the
scans of an earlier call are. The folder holds the PDFs, the datasets, and `misses.csv`, which names each amount that
is not exact.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.processes import Spent, whole
from benchmarks.scans.copies.copy import copied
from benchmarks.scans.copies.ways import WAYS
from benchmarks.scans.planted import Plant, choose
from benchmarks.scans.profiles import PROFILES
from benchmarks.scans.scan import chance_of, scan
from benchmarks.scans.score import DOUBTFUL, FATES, Held, Score, fate, held, score, totals
from benchmarks.scans.sources import Source, sources
from yusuan.pipeline.read.pdf import read

_COLUMNS = (
    "amounts",
    "exact %",
    "words",
    "wrong",
    "proved",
    "doubt",
    "rest",
    "lost",
    "silent",
    "whose",
    "s a page",
    "MB",
)
_SECONDS = "3600"
_NAMES = [*PROFILES, *WAYS]


def main() -> None:
    """Make the scans, read them, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="a folder that is new, or was made by this command")
    parser.add_argument("--documents", type=int, default=4)
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--profiles", nargs="+", choices=_NAMES, default=_NAMES, metavar="NAME")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--planted", action="store_true")
    parser.add_argument("--only-make", action="store_true")
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    out: Path = options.out
    chosen = list(sources(options.corpus, options.documents, options.pages, options.seed))
    digital = {source.name.as_posix(): source.digital for source in chosen}
    _put(out / "digital", digital)
    _read(out / "digital")
    truth = held(out / "digital" / "dataset", out / "digital" / "pdf")
    plants = _plants(digital, truth, options.seed) if options.planted else {}
    scores: dict[str, Mapping[str, Score]] = {}
    fates: dict[str, Counter[str]] = {}
    print(f"{len(chosen)} documents, {sum(len(source.pages) for source in chosen)} pages, seed {options.seed}:")
    for source in chosen:
        print(f"  {source.name} {source.pages}")
    _line("", _COLUMNS)
    for name in options.profiles:
        if not options.again:
            _put(out / name, {one.name.as_posix(): _scan(one, name, options.seed) for one in chosen})
        if options.planted and not options.again:
            falsified = {one.name.as_posix(): one for one in chosen if one.name.as_posix() in plants}
            _put(
                out / f"{name} planted",
                {path: _scan(one, name, options.seed, plants[path]) for path, one in falsified.items()},
            )
        if options.only_make:
            continue
        spent = _read(out / name)
        found = held(out / name / "dataset", out / name / "pdf")
        scores[name] = {path: score(path, truth[path], found[path]) for path in found}
        _line(name, _figures(totals(scores[name]), spent, sum(len(source.pages) for source in chosen)))
        if plants:
            _read(out / f"{name} planted")
            falsely = held(out / f"{name} planted" / "dataset", out / f"{name} planted" / "pdf")
            fates[name] = Counter(fate(plants[path], truth[path], falsely[path]) for path in falsely)
    _write_misses(out / "misses.csv", scores)
    if fates:
        _line("\nplanted", FATES, 16)
        for name, counts in fates.items():
            _line(name, [str(counts[each] or "") for each in FATES], 16)


def _scan(source: Source, profile: str, seed: int, plant: Plant | None = None) -> bytes:
    if profile in WAYS:
        return copied(source.data, WAYS[profile], seed, source.pages, plant)
    return scan(source.data, PROFILES[profile], seed, source.pages, plant)


def _plants(digital: Mapping[str, bytes], truth: Mapping[str, Held], seed: int) -> dict[str, Plant]:
    found = {
        path: choose(data, read(data).pages, truth[path].lines, chance_of(data, seed, "planted"))
        for path, data in digital.items()
    }
    return {path: plant for path, plant in found.items() if plant}


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write PDFs into a folder of that name, which holds nothing else."""
    if folder.exists():
        shutil.rmtree(folder)
    for name, data in files.items():
        path = folder / "pdf" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _read(folder: Path) -> Spent:
    """Read what a folder holds, with nothing kept of what was read of it before."""
    shutil.rmtree(folder / "dataset", ignore_errors=True)
    run = [sys.executable, "-m", "yusuan", "run", str(folder / "pdf"), "--out", str(folder / "dataset")]
    return whole([*run, "-j", "1", "--timeout", _SECONDS])


def _figures(found: Score, spent: Spent, pages: int) -> list[str]:
    proved = found.count("wrong", lambda miss: miss.read is not None and miss.read["status"] == "proved")
    doubt = found.count("wrong", lambda miss: miss.read is not None and miss.read["status"] in DOUBTFUL)
    wrong = found.count("wrong")
    return [
        str(found.amounts),
        f"{100 * found.exact / found.amounts if found.amounts else 100:.2f}",
        *(str(count or "") for count in (found.count("words"), wrong, proved, doubt, wrong - proved - doubt)),
        *(str(count or "") for count in (found.count("lost"), found.count("lost", lambda miss: not miss.named))),
        str(found.others or ""),
        f"{spent.seconds / pages:.2f}",
        f"{spent.megabytes:.0f}",
    ]


def _line(name: str, values: Sequence[str], width: int = 9) -> None:
    print(f"{name:<18}" + "".join(f"{value:>{width}}" for value in values), flush=True)


def _write_misses(file: Path, scores: Mapping[str, Mapping[str, Score]]) -> None:
    """One row for each amount that is not exact: what the digital page has, and what was read."""
    columns = ("table", "code", "item", "measure", "amount", "printed", "page")
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        said = ("profile", "document", "kind", "named", "status")
        rows.writerow([*said, *columns, *(f"read_{column}" for column in columns)])
        for profile, documents in scores.items():
            for path, miss in totals(documents).misses:
                status = miss.read["status"] if miss.read else ""
                sides = [[side[column] if side else "" for column in columns] for side in (miss.truth, miss.read)]
                rows.writerow([profile, path, miss.kind, str(miss.named).lower(), status, *sides[0], *sides[1]])


if __name__ == "__main__":
    main()
