"""One run of the main job: read what is new, put it together with what is known, write the dataset."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.batch import last_run
from yusuan.pipeline.batch.summary import Tally
from yusuan.pipeline.files.collect import NotListed, shown
from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.workers.fingerprint import fingerprint
from yusuan.pipeline.workers.limits import Limits
from yusuan.schemas.sentences import runs as say

if TYPE_CHECKING:
    from yusuan.pipeline.batch.held import Held
    from yusuan.pipeline.batch.progress import Progress
    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.executor import Executor
    from yusuan.pipeline.workers.store import Store


@dataclass(frozen=True)
class Job:
    """The files to read, the folder to write into, and how.

    With `force`, what was read before is read again; with `replace`, documents of the dataset that are not among the
    files go; with `add`, they stay as they were read, and so do those below the folders that are `unlisted`, because
    they may still be there; with the address of a `scheduler`, the workers of its cluster read. What the dataset holds
    of files that are `anew` goes, because their bytes may be others now.
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
    add: bool = False
    unlisted: Sequence[NotListed] = ()
    anew: Sequence[Path] = ()

    @property
    def executor(self) -> Executor:
        """What reads."""
        if self.scheduler:
            from yusuan.pipeline.workers.cluster import read_on_cluster

            return partial(read_on_cluster, scheduler=self.scheduler)
        from yusuan.pipeline.workers.pool import read_files

        return partial(read_files, workers=self.workers)

    def progress(self, total: int) -> Progress:
        """What shows how many of so many files are done."""
        from yusuan.pipeline.batch.progress import progress_of

        return progress_of(total, self.log_json)


class WouldGo(SaidError):
    """A run would take documents out of a dataset. `paths` are those of the documents."""

    sentence = say.WOULD_GO

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(self.sentence.of(count=len(paths)))
        self.paths = tuple(paths)


class WouldChange(WouldGo):
    """What is to be added would take the place of documents that the dataset holds."""

    sentence = say.WOULD_CHANGE


def run_job(job: Job) -> tuple[Tally, bool]:
    """Do it; return what the dataset holds, and whether it was there already, so that nothing was to do.

    Raises WouldGo when documents would go without being asked for, yusuan.pipeline.batch.held.NoDataset when what is
    there is no dataset, NotKept when one that is added to cannot be written again, OSError when the folder cannot be
    written, yusuan.pipeline.workers.executor.NoCluster when the cluster cannot read,
    yusuan.pipeline.write.corrections.BadCorrections when the corrections in the folder do not fit; it is left as it
    was then.
    """
    from yusuan.pipeline.batch.held import NoDataset, NotKept, held_in, would_go
    from yusuan.pipeline.workers.executor import NoCluster
    from yusuan.pipeline.workers.store import Store
    from yusuan.pipeline.write.corrections import BadCorrections

    store = Store(job.out, job.reader)
    store.open()
    if not (job.replace or job.add):
        stays = [path for document in _staying(job) for path in document.paths]
        if gone := would_go(held_in(job.out), [*map(shown, job.files), *stays]):
            raise WouldGo(gone)
    code, last = _code(job), last_run.load(store.folder)
    if not (job.force or job.add) and last.holds(code, job.files, job.out):
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            return Tally.of(last.tally), True
    try:
        return _read_and_write(job, store, last, code), False
    except (WouldGo, NoDataset, NotKept, NoCluster, BadCorrections, OSError):
        raise
    except Exception:
        from yusuan.pipeline.batch.spoilt import distrust_spoilt

        if not distrust_spoilt(store):
            raise
    return _read_and_write(job, store, last, code), False


def _staying(job: Job) -> list[Held]:
    """The documents of the dataset that stay as they were read, though their files may not be among those to read."""
    from yusuan.pipeline.batch.held import NoDataset, below, held_in, without

    if job.add:
        return without(held_in(job.out), map(shown, job.anew))
    try:
        return below(held_in(job.out), [each.folder for each in job.unlisted]) if job.unlisted else []
    except NoDataset:
        if job.replace:
            return []
        raise


def _code(job: Job) -> str:
    """What a dataset depends on besides its documents."""
    from yusuan.pipeline.files.regular import hashed
    from yusuan.pipeline.whose.beside import lists_digest
    from yusuan.pipeline.write.corrections import NAME

    corrections, lists = hashed(job.out / NAME), lists_digest(job.files)
    return " ".join(filter(None, (fingerprint(job.reader), corrections, lists)))


def _read_and_write(job: Job, store: Store, last: last_run.LastRun, code: str) -> Tally:
    from yusuan.pipeline.batch.held import changed, held_in, with_held, would_go
    from yusuan.pipeline.batch.lock import alone
    from yusuan.pipeline.dataset.dataset import in_pieces
    from yusuan.pipeline.dataset.gather import read_each, together
    from yusuan.pipeline.workers.footprint import settle
    from yusuan.pipeline.workers.store import PASSING
    from yusuan.pipeline.write.corrections import corrections_of, write_corrected
    from yusuan.pipeline.write.folder import names

    settle()
    corrections = corrections_of(job.out)
    held = _staying(job)
    files, kept = with_held(held, job.files, store, last) if held else (job.files, [])
    seen = last_run.Seen(store.folder, files)
    known = None if job.force else last.known
    with job.progress(len(files)) as progress:
        each = read_each(files, job.executor, job.reader, job.limits, store, known, progress.report)
    if job.add and (others := changed(held, each)):
        raise WouldChange(others)
    each = sorted([*each, *kept], key=lambda document: document.path)
    hashes = {
        document.path: document.sha256
        for document in each
        if document.sha256 and document.reason.partition(":")[0] not in PASSING
    }
    tally = Tally()
    with alone(store.folder):
        if not job.replace and (gone := would_go(held_in(job.out), [document.path for document in each])):
            raise WouldGo(gone)  # another run has written meanwhile
        write_corrected(tally.counting(in_pieces(together(each))), corrections, job.out)
        last_run.note(store.folder, code, hashes, seen, job.out, names(), tally.as_dict())
    return tally
