"""Files read by several processes at once.

The documents are the same, whatever the number of processes and the order in which they are done: each is read by
itself, and they come together in the order of their files. A file that takes too long, or whose process dies, is
quarantined with the reason; another process takes its place.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from pipeline.batch.executor import Done
from pipeline.batch.limits import Limits
from pipeline.batch.worker import died, overdue, work
from pipeline.collect import shown
from pipeline.document import Document, quarantined
from pipeline.read.pdf import Reader


def read_files(
    files: Sequence[Path], reader: Reader, limits: Limits, done: Done = lambda document: None, *, workers: int = 1
) -> list[Document]:
    """An `Executor` of so many processes. Raises KeyboardInterrupt when the user ends it; no process is left then."""
    found: dict[int, Document] = {}
    for number, document in _Pool(files, workers, reader, limits).documents():
        found[number] = document
        done(document)
    return [found[number] for number in range(len(files))]


@dataclass
class _Worker:
    process: BaseProcess
    tasks: Connection
    task: int | None = None
    deadline: float = 0.0


class _Pool:
    def __init__(self, files: Sequence[Path], workers: int, reader: Reader, limits: Limits) -> None:
        self._files = files
        self._reader, self._limits = reader, limits
        self._todo = deque(range(len(files)))
        self._wanted = max(1, min(workers, len(files)))
        # A fresh interpreter, because a copy of this one may hold locks of threads that it does not have.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []

    def documents(self) -> Iterator[tuple[int, Document]]:
        """Each file's number and document, in the order in which they are done."""
        try:
            while self._todo or any(worker.task is not None for worker in self._workers):
                while self._todo and len(self._workers) < self._wanted:
                    self._workers.append(self._started())
                for worker in self._workers:
                    self._give(worker)
                for worker in self._ready():
                    if (result := self._result(worker)) is not None:
                        yield result
        finally:
            self._stop()

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._reader, self._limits), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker) -> None:
        if worker.task is None and self._todo:
            worker.task = self._todo.popleft()
            worker.deadline = time.monotonic() + self._limits.seconds
            with suppress(OSError):  # it has died, which its end of the pipe tells
                worker.tasks.send(str(self._files[worker.task]))

    def _ready(self) -> list[_Worker]:
        """The workers that have sent something, have died, or have had all the time there is."""
        busy = [worker for worker in self._workers if worker.task is not None]
        soonest = min(worker.deadline for worker in busy)
        told = wait([worker.tasks for worker in busy], timeout=max(0.0, soonest - time.monotonic()))
        now = time.monotonic()
        return [worker for worker in busy if worker.tasks in told or worker.deadline <= now]

    def _result(self, worker: _Worker) -> tuple[int, Document] | None:
        number = worker.task
        assert number is not None
        if worker.tasks.poll():
            try:
                document: Document = worker.tasks.recv()
            except (EOFError, OSError):
                return number, self._lost(worker, number)
            worker.task = None
            return number, document
        self._end(worker)
        return number, quarantined(shown(self._files[number]), overdue(self._limits))

    def _lost(self, worker: _Worker, number: int) -> Document:
        self._end(worker)
        return quarantined(shown(self._files[number]), died(worker.process.exitcode))

    def _end(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.tasks.close()
        self._workers.remove(worker)

    def _stop(self) -> None:
        for worker in list(self._workers):
            if worker.task is None:
                with suppress(OSError):
                    worker.tasks.send(None)
                    worker.process.join(timeout=1)
            self._end(worker)
