"""One run of the main job: read what is new, put it together with what is known, write the dataset."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pipeline.batch import last_run
from pipeline.batch.executor import Executor
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.limits import Limits
from pipeline.collect import PATHS_JOINED, hashed, shown
from pipeline.read.pdf import Reader
from pipeline.summary import Tally
from schemas.fields import DOCUMENTS


@dataclass(frozen=True)
class Job:
    """The files to read, the folder to write into, and how.

    With `force`, what was read before is read again; with `replace`, documents of the dataset that are not among the
    files go; with the address of a `scheduler`, by the workers of its cluster.
    """

    files: Sequence[Path]
    out: Path
    reader: Reader = "pdfium"
    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    force: bool = False
    scheduler: str = ""
    log_json: bool = False
    replace: bool = False

    @property
    def executor(self) -> Executor:
        """What reads."""
        if self.scheduler:
            from pipeline.batch.cluster import read_on_cluster

            return partial(read_on_cluster, scheduler=self.scheduler)
        from pipeline.batch.pool import read_files

        return partial(read_files, workers=self.workers)


class WouldGo(Exception):
    """A run would take documents out of a dataset. `paths` are those of the documents."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(f"{len(paths)} documents of the dataset are not among the files")
        self.paths = tuple(paths)


def would_go(out: Path, files: Sequence[Path]) -> list[str]:
    """The paths of the documents in a dataset of which none is among `files`."""
    try:
        with (out / f"{DOCUMENTS.name}.csv").open(encoding="utf-8", newline="") as file:
            held = [row["path"] for row in csv.DictReader(file)]
    except (OSError, KeyError, UnicodeDecodeError, csv.Error):
        return []  # no dataset, or none that can be told from another file
    new = {shown(file) for file in files}
    return [path for path in held if not new.intersection(path.split(PATHS_JOINED))]


def run_job(job: Job) -> tuple[Tally, bool]:
    """Do it; return what the dataset holds, and whether it was there already, so that nothing was to do.

    Raises WouldGo when documents would go without being asked for, OSError when the folder cannot be written,
    pipeline.batch.executor.NoCluster when the cluster cannot read, pipeline.corrections.BadCorrections when the
    corrections in the folder do not fit; it is left as it was then.
    """
    from pipeline.batch.store import Store

    store = Store(job.out, job.reader)
    store.open()
    if not job.replace and (gone := would_go(job.out, job.files)):
        raise WouldGo(gone)
    code, last = _code(job), last_run.load(store.folder)
    if not job.force and last.holds(code, job.files, job.out):
        with suppress(KeyError, TypeError, ValueError):
            return Tally.of(last.tally), True
    return _read_and_write(job, None if job.force else last, code), False


def _code(job: Job) -> str:
    """What a dataset depends on besides its documents."""
    from pipeline.corrections import NAME
    from pipeline.whose.beside import lists_digest

    corrections, lists = hashed(job.out / NAME), lists_digest(job.files)
    return " ".join(filter(None, (fingerprint(job.reader), corrections, lists)))


def _read_and_write(job: Job, last: last_run.LastRun | None, code: str) -> Tally:
    from pipeline.batch.store import PASSING, Store
    from pipeline.corrections import corrections_of, write_corrected
    from pipeline.dataset import in_pieces, read_each, together
    from pipeline.footprint import settle
    from pipeline.progress import progress_of
    from pipeline.write.folder import names

    settle()
    corrections = corrections_of(job.out)
    store = Store(job.out, job.reader)
    known = last.known if last else None
    with progress_of(len(job.files), job.log_json) as progress:
        each = read_each(job.files, job.executor, job.reader, job.limits, store, known, progress.report)
    hashes = {
        file: document.sha256
        for file, document in zip(job.files, each, strict=True)
        if document.sha256 and document.reason.partition(":")[0] not in PASSING
    }
    tally = Tally()
    write_corrected(tally.counting(in_pieces(together(each))), corrections, job.out)
    last_run.note(store.folder, code, hashes, job.out, names(), tally.as_dict())
    return tally
