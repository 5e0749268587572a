"""What the proofs notice: documents with one thing wrong in their tables, judged again.

    python -m benchmarks.mutations [FOLDER] [--each N] [--seed S] [--city NAME] [--only KIND]

FOLDER is by default the one that YUSUAN_CORPUS names, or raw_pdfs. Of each kind, N slips are made in each document, the
same for the same seed; one table for each folder that holds PDFs (a city, a year), and one for all.

A slip is `caught` when an amount is contradicted or in doubt, or a finding is there, that was not before; it is
`named` when the first such finding is at a cell that is wrong, `shown` when any is. `accused` and `doubted` are how
many amounts that are right became contradicted, or in doubt, for each slip. Slips that are made in what is understood,
not in the figures, have nobody to name: there `blamed` is the share of them after which anything is called an error of
the publisher.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from typing import cast

from benchmarks.slips import PLANTED, SLIPS, Slipped, Tables, record_of
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.files.collect import pdf_files
from yusuan.pipeline.messages.findings import Box, Finding, Refusal, accusations_first
from yusuan.pipeline.prose.check import check
from yusuan.pipeline.prose.evidence import evidence, without_the_wrong
from yusuan.pipeline.prose.tables import Tables as Said
from yusuan.pipeline.prove.identities import Key
from yusuan.pipeline.prove.proof import Said as AskedOfProse
from yusuan.pipeline.prove.proof import prove
from yusuan.pipeline.prove.verdicts import Verdict
from yusuan.schemas.tables.declaration import Stage

Place = tuple[int, Box]
DOUBTFUL = ("contradicted", "in_doubt")


@dataclass
class Count:
    """What came of the slips of one kind; `named` and `shown` are out of those `of_cells`."""

    made: int = 0
    caught: int = 0
    of_cells: int = 0
    named: int = 0
    shown: int = 0
    covered: int = 0
    crossed: int = 0
    named_crossed: int = 0
    accused: int = 0
    doubted: int = 0
    blamed: int = 0

    def add(self, other: Count) -> None:
        """Count what another has counted too."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


Counts = dict[str, Count]
"""Kind of slip → what came of them."""


def main() -> None:
    """Print a table for each folder, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--each", type=int, default=20, help="slips of each kind in each document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--city", default="", help="only folders whose path has this in it")
    parser.add_argument("--only", default="", help="only kinds of slip whose name has this in it")
    options = parser.parse_args()
    started = time.perf_counter()
    files = [path for path in pdf_files([options.folder]) if options.city in path.parent.as_posix()]
    kinds = {name: slip for name, slip in (SLIPS | PLANTED).items() if options.only in name}
    cities: dict[str, Counts] = defaultdict(lambda: {name: Count() for name in kinds})
    with ProcessPoolExecutor() as pool:
        jobs = [pool.submit(counted, path, tuple(kinds), options.each, options.seed) for path in files]
        for path, job in zip(files, jobs, strict=True):
            for name, count in job.result().items():
                for city in (path.parent.name, "all"):
                    cities[city][name].add(count)
    whole = cities.pop("all", {})
    for city, counts in (*sorted(cities.items()), (f"all {len(files)} documents", whole)):
        _print(city, counts)
    print(f"{time.perf_counter() - started:.0f} s, {options.each} of each kind in each document, seed {options.seed}")


_HEADS = (
    *(("made", 7), ("caught", 9), ("named", 9), ("shown", 9), ("covered", 9), ("crossed", 9)),
    *(("of crossed", 11), ("accused", 9), ("doubted", 9), ("blamed", 9)),
)
"""The columns of the table, and how wide they are."""


def _print(city: str, counts: Counts) -> None:
    print(f"\n{city:<24}" + "".join(f"{word:>{wide}}" for word, wide in _HEADS))
    for name, count in counts.items():
        made, cells = count.made or 1, count.of_cells
        parts = (count.named, count.shown, count.covered, count.crossed)
        of_cells = "".join(f"{part / cells:>9.2%}" if cells else f"{'—':>9}" for part in parts)
        of_crossed = f"{count.named_crossed / count.crossed:>11.2%}" if count.crossed else f"{'—':>11}"
        blamed = f"{count.blamed / made:>9.2%}" if name in PLANTED else f"{'—':>9}"
        innocent = f"{count.accused / made:>9.3f}{count.doubted / made:>9.3f}"
        print(f"{name:<24}{count.made:>7}{count.caught / made:>9.2%}{of_cells}{of_crossed}{innocent}{blamed}")


def counted(path: Path, kinds: Sequence[str], each: int, seed: int) -> Counts:
    """What comes of `each` slips of some kinds in one document; nothing where it has no tables."""
    document = read_document(path.read_bytes(), path.as_posix())
    found: Counts = {}
    if document.verdict is None or not document.extracted:
        return found
    before = Judged(document, list(document.extracted))
    for name in kinds:
        chance = random.Random(f"{seed} {name} {document.document_id}")
        found[name] = Count()
        for _ in range(each):
            slipped = (SLIPS | PLANTED)[name](chance, list(document.extracted))
            if slipped is not None:
                found[name].add(_outcome(before, slipped, document))
    return found


class Judged:
    """What is said of tables: the status of each printed amount by its place, and findings; none when refused."""

    def __init__(self, document: Document, tables: Tables) -> None:
        assert document.publication is not None
        assert document.prose is not None
        assert document.wording is not None
        self.tables = tables
        self.status: dict[Place, tuple[int, str]] = {}
        self.findings: list[Finding] = []
        self.held: Counter[Key] = Counter()
        """For each cell, how many sums and equalities hold for it that are not all nothing."""
        stage = cast("Stage", document.publication.stage)
        year = document.publication.fiscal_year
        try:
            proof = prove(tables, stage, year, self._said(document))
        except Refusal as refusal:
            self.findings = [refusal.finding]
            return
        self.status = dict(_statuses(proof.verdict))
        for identity in proof.verdict.identities:
            if identity.holds and any(map(proof.verdict.ledger.fen, identity.keys)):
                self.held.update(set(identity.keys))
        right = without_the_wrong(proof.tables, proof.verdict)
        said = check(document.prose, Said(right, proof.absent), document.wording, year)
        # What the tables say comes first, as in findings.csv; the prose where they say nothing.
        self.findings = accusations_first([*proof.verdict.findings, *proof.unsettled, *said.findings])

    @staticmethod
    def _said(document: Document) -> AskedOfProse:
        prose, wording, publication = document.prose, document.wording, document.publication
        assert prose is not None
        assert wording is not None
        assert publication is not None
        return lambda tables, style, own, absent: evidence(
            prose, Said(tables, absent), wording, publication.fiscal_year
        )


def _statuses(verdict: Verdict) -> Iterator[tuple[Place, tuple[int, str]]]:
    for key, status in verdict.status.items():
        printed = verdict.ledger.printed(key)
        assert printed is not None
        yield (printed.page, printed.box), (printed.amount.fen, status)


def _outcome(before: Judged, slipped: Slipped, document: Document) -> Count:
    after = Judged(document, slipped.tables)
    known = {_said(finding) for finding in before.findings}
    told_before = {place for finding in before.findings for place in _places(finding)}
    fresh = [finding for finding in after.findings if _said(finding) not in known]
    wrong = {(key[0], record_of(slipped.tables, key).row_of(key[2]), key[2]) for key in slipped.wrong}
    places = {
        (printed.page, printed.box)
        for key in slipped.wrong
        if (printed := record_of(slipped.tables, key).amounts.get(key[2]))
    }
    innocent = {
        place: (before.status[place][1], status)
        for place, (fen, status) in after.status.items()
        if place not in places and place in before.status and before.status[place][0] == fen
    }
    told = [(finding.table, finding.row, finding.measure) for finding in fresh]
    accused = sum(now == "contradicted" != then for then, now in innocent.values())
    doubted = sum(now == "in_doubt" and then not in DOUBTFUL for then, now in innocent.values())
    named = bool(wrong) and bool(told) and told[0] in wrong
    held = min((before.held[key] for key in slipped.wrong), default=0)
    worse = sum(1 for _, status in after.status.values() if status in DOUBTFUL)
    worse -= sum(1 for _, status in before.status.values() if status in DOUBTFUL)
    return Count(
        made=1,
        caught=int(bool(fresh) or worse > 0),
        of_cells=int(bool(wrong)),
        named=int(named),
        shown=int(bool(wrong) and bool(wrong.intersection(told))),
        covered=int(held > 0),
        crossed=int(held > 1),
        named_crossed=int(named and held > 1),
        accused=accused,
        doubted=doubted,
        blamed=int(bool(accused) or any(_blames(f, slipped) for f in fresh if told_before.isdisjoint(_places(f)))),
    )


def _blames(finding: Finding, slipped: Slipped) -> bool:
    """Whether a finding tells of an error of the publisher, other than the wrong code of the row that has it."""
    said = finding.severity == "error" and finding.cause == "publisher"
    return said and not (finding.rule == "row.code" and (finding.table, finding.row) in slipped.rows)


def _places(finding: Finding) -> set[tuple[object, ...]]:
    """What a finding speaks of: what was told of that before, in other words or as a doubt, is not planted."""
    if finding.table:
        place = finding.table, finding.row
        return {(*place, finding.measure), (*place, finding.rule)}
    return {(finding.rule, finding.page, finding.printed)}


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.table, finding.row, finding.measure, finding.message if not finding.table else ""


if __name__ == "__main__":
    main()
