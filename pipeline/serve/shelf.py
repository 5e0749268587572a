"""What was read → the dataset, as `yusuan add` puts it there, and the pages of the report.

The pages of new documents are made first, a few at a time, into folders of their own; then, when nobody waits, the
whole report.
"""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from yusuan.pipeline.batch.last_run import stamp
from yusuan.pipeline.batch.progress import Progress
from yusuan.pipeline.batch.run import Job, WouldGo, run_job
from yusuan.pipeline.files.collect import PATHS_JOINED, shown
from yusuan.pipeline.load.folder import BreaksContract, Loaded, load
from yusuan.pipeline.look.pdfs import Pdfs
from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.report.build import write_report
from yusuan.pipeline.report.folder import NotOwn
from yusuan.pipeline.serve.reader import Read, Tell, said_of
from yusuan.pipeline.serve.settings import REPORT, TOLD, Settings
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.pool import read_files
from yusuan.pipeline.workers.store import PASSING
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.running import CANNOT_WRITE
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.system import of_system

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.executor import Done, Executor

_TRIES = 3
"""Another run may write into the folder between two looks."""


class _Busy(Exception):
    """Somebody waits for what he handed in."""


class _Silent(Progress):
    def _show(self, document: Document, again: bool) -> None:
        pass


@dataclass(frozen=True)
class _Placing(Job):
    """A job for files of which most were read already."""

    read: dict[str, Document] = field(default_factory=dict)

    @property
    def executor(self) -> Executor:
        """What hands out those that were read, and reads the rest."""
        return self._documents

    def progress(self, total: int) -> Progress:
        """Nothing is shown."""
        return _Silent(total, Console(stderr=True))

    def _documents(self, files: Sequence[Path], reader: Reader, limits: Limits, done: Done) -> list[Document]:
        found = {path: self.read[shown(path)] for path in files if shown(path) in self.read}
        for path, document in found.items():
            document.path = shown(path)
            done(document)
        rest = [path for path in files if path not in found]
        found |= zip(rest, read_files(rest, reader, limits, done, workers=self.workers) if rest else [], strict=True)
        return [found[path] for path in files]


class Shelf:
    """The dataset in a folder and its report."""

    def __init__(self, settings: Settings, tell: Tell) -> None:
        self._settings, self._tell = settings, tell
        self._out, self._pages = Path(settings.out), Path(settings.pages)
        self._limits = Limits(settings.seconds, settings.megabytes)
        self._made = 0
        self._done_with: list[Path] = []
        self._use_words()
        self._stale = (self._out / "documents.csv").is_file()
        self._new: dict[str, None] = {}
        self._loaded: Loaded | None = None

    @property
    def behind(self) -> bool:
        """Whether pages are to be made."""
        return self._stale or bool(self._new)

    def put(self, read: Sequence[Read]) -> None:
        """Put documents into the dataset, and tell of them."""
        kept = []
        for each in read:
            now = stamp(Path(each.asked.path))
            if now and now != each.before:  # it must not be noted as what was read
                self._tell(changed=each.asked.number)
            else:
                kept.append(each)
        if kept:
            self._put(kept)

    def _put(self, read: Sequence[Read]) -> None:
        try:
            self._run(read)
            loaded = self._checked(read)
        except Exception as error:
            if len(read) > 1:  # one that cannot be put there must not keep the others out
                for each in read:
                    self._put([each])
                return
            self._failed(read[0], error)
            return
        self._loaded, self._stale, rows = loaded, True, _rows(loaded)
        placed = {each.asked.number: rows.get(shown(Path(each.asked.path))) for each in read}
        self._new |= {row["document_id"]: None for row in placed.values() if row}
        self._tell(placed=placed, documents=loaded["documents"].num_rows)

    def _checked(self, read: Sequence[Read]) -> Loaded:
        """The dataset. Where it breaks the contract, the documents that were added go, and the error is raised."""
        try:
            return load(self._out)
        except BreaksContract:
            added = [Path(each.asked.path) for each in read]
            run_job(_Placing([], self._out, limits=self._limits, add=True, anew=added, replace=True))
            raise

    def _run(self, read: Sequence[Read]) -> None:
        files = [Path(each.asked.path) for each in read]
        anew = [Path(each.asked.path) for each in read if each.asked.anew]
        by_path = {shown(Path(each.asked.path)): each.document for each in read}
        workers = self._settings.workers
        job = _Placing(files, self._out, workers=workers, limits=self._limits, add=True, anew=anew, read=by_path)
        for left in reversed(range(_TRIES)):
            try:
                run_job(job)
                return
            except WouldGo:
                if not left:
                    raise

    def _failed(self, read: Read, error: Exception) -> None:
        if isinstance(error, OSError):
            place = f" ({error.filename})" if error.filename else ""
            said = CANNOT_WRITE.of(out=self._out, error=of_system(error), place=place)
        elif isinstance(error, SaidError):
            said = say.NOT_PLACED.of(error=error.said)
        else:
            traceback.print_exception(error)
            said = say.FAILED.of(error=f"{type(error).__name__}: {error}")
        self._tell(failed=read.asked.number, said=[said.en, said.zh])

    def make(self, until: Callable[[], bool]) -> None:
        """Make pages: of a few new documents, or the whole report, which is left when `until` says so."""
        if self._loaded and self._new and not self._few(self._loaded):
            self._some(self._loaded)
        elif self._stale:
            self._whole(until)

    def _few(self, loaded: Loaded) -> bool:
        return bool(loaded["documents"].num_rows <= self._settings.workers)

    def _some(self, loaded: Loaded) -> None:
        ids = list(self._new)[: self._settings.workers]
        for old in self._done_with:
            shutil.rmtree(old, ignore_errors=True)
        self._done_with, self._made = [], self._made + 1
        folder = self._pages / str(self._made)
        self._tell(pages=folder.name)  # where each page is when it is whole
        try:
            self._report(_of_bodies(loaded, ids), folder, lambda: None)
        except (OSError, NotOwn) as error:
            self._trouble(say.NO_REPORT.of(error=said_of(error)))
        for each in ids:
            self._new.pop(each, None)

    def _whole(self, until: Callable[[], bool]) -> None:
        def look() -> None:
            if until():
                raise _Busy

        self._stale = False
        try:
            loaded = self._loaded or load(self._out)
            self._report(loaded, self._out / REPORT, look)
        except _Busy:
            self._stale = True
            return
        except (OSError, NotOwn, BreaksContract) as error:
            self._new = {}
            self._trouble(say.NO_REPORT.of(error=said_of(error)))
            return
        self._new = {}
        self._tell(whole=loaded["documents"].num_rows)
        self._done_with = list(self._pages.iterdir())  # somebody may be looking at one

    def _report(self, loaded: Loaded, folder: Path, progress: Callable[[], None]) -> None:
        workers = min(self._settings.workers, max(1, loaded["documents"].num_rows))
        write_report(loaded, folder, Pdfs(None, self._out), workers, progress, self._limits, self._settings.language)

    def _trouble(self, said: Said) -> None:
        self._tell(trouble=[said.en, said.zh])

    def _use_words(self) -> None:
        from yusuan.pipeline.understand.added import NAME, BadVocabulary, added_of, read_added
        from yusuan.pipeline.understand.words import use

        own = self._out / NAME
        try:
            use(read_added(own) if own.exists() else added_of(self._out))
        except BadVocabulary as error:
            self._trouble(said_of(error))


def _rows(loaded: Loaded) -> dict[str, dict[str, Any]]:
    """What the page shows of each document, by each of its paths."""
    return {
        path: {name: row[name] for name in TOLD} | {"passing": (row["reason"] or "").partition(":")[0] in PASSING}
        for row in loaded["documents"].to_pylist()
        for path in row["path"].split(PATHS_JOINED)
    }


def _of_bodies(loaded: Loaded, ids: Iterable[str]) -> Loaded:
    """The part of a dataset with some documents, and all of their bodies, which they are compared with."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = set(ids)
    documents = loaded["documents"].select(["document_id", "entity", "entity_level"]).to_pylist()
    bodies = {(row["entity"], row["entity_level"]) for row in documents if row["document_id"] in wanted}
    wanted |= {
        row["document_id"] for row in documents if row["entity"] and (row["entity"], row["entity_level"]) in bodies
    }
    chosen = pa.array(sorted(wanted), pa.string())
    tables = {name: table.filter(pc.is_in(table["document_id"], chosen)) for name, table in loaded.tables.items()}
    return Loaded(loaded.folder, tables, loaded.resources)
