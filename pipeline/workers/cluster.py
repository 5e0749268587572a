"""Files read by the workers of a Dask cluster, which need the program but not the files: the bytes travel.

The documents are those of a local run. A task whose worker is lost is given to another; a document that takes a few
workers with it is quarantined. Only as many documents are under way as the cluster can read at once, and some more, so
that the bytes of all of them never lie with the scheduler.
"""

from __future__ import annotations

import atexit
import logging
import pickle
import threading
import time
import warnings
from asyncio import CancelledError
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError as FutureCancelledError
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.document.document import Document, quarantined
from yusuan.pipeline.document.rows import Trusted
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import hashed, read_regular
from yusuan.pipeline.messages.findings import Finding, SaidError
from yusuan.pipeline.understand.words import Added, vocabulary
from yusuan.pipeline.workers.alone import Alone
from yusuan.pipeline.workers.executor import Done, NoCluster
from yusuan.pipeline.workers.fingerprint import program
from yusuan.pipeline.workers.worker import unreadable
from yusuan.schemas.sentences import runs as say
from yusuan.schemas.sentences.files import WORKERS_LOST
from yusuan.schemas.sentences.said import quoted

if TYPE_CHECKING:
    from distributed import Client, Future

    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.limits import Limits

_CONNECT = 20
_WITHOUT_WORKERS = 60
_LOOK = 5
_PAUSE = 0.2
_ANSWER = 60
"""Seconds in which a scheduler answers, however much it has to do."""
_CLOSE = 5
_AHEAD = 2
"""Documents under way for each thread of the cluster: one is read while the next one travels."""


def read_on_cluster(
    files: Sequence[Path], reader: Reader, limits: Limits, done: Done = lambda document: None, *, scheduler: str
) -> list[Document]:
    """An `Executor`: the workers of the scheduler at an address like tcp://host:port.

    Raises NoCluster where none answers there, no worker is left, or a worker has another version of the program.
    """
    with _client(scheduler) as client:
        found: dict[int, Document] = {}
        for number, document in _Tasks(client, files, reader, limits).documents():
            found[number] = document
            done(document)
    return [found[number] for number in range(len(files))]


@contextmanager
def _client(scheduler: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster(say.NO_DASK.of()) from None
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what ends a run is said in a sentence, not in tracebacks
    try:
        client = Client(scheduler, timeout=_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        said = str(error) or type(error).__name__
        raise NoCluster(say.NO_SCHEDULER.of(address=scheduler, error=said)) from None
    try:
        yield client
    finally:
        with suppress(Exception):  # a scheduler that is gone is not told
            client.close(timeout=_CLOSE)


@contextmanager
def _answered() -> Iterator[None]:
    """Asks the scheduler something. Raises NoCluster where it does not answer in time, or is gone."""
    try:
        yield
    except TimeoutError:
        raise NoCluster(say.NO_ANSWER.of(seconds=_ANSWER)) from None
    except (CancelledError, FutureCancelledError, OSError) as error:
        said = str(error) or type(error).__name__
        raise NoCluster(say.SCHEDULER_GONE.of(error=said)) from None


class _Tasks:
    def __init__(self, client: Client, files: Sequence[Path], reader: Reader, limits: Limits) -> None:
        self._client, self._files = client, files
        self._reader, self._limits = reader, limits
        self._under_way: dict[Future, int] = {}

    def documents(self) -> Iterator[tuple[int, Document]]:
        """Each file's number and document, in the order in which they are done."""
        todo = iter(range(len(self._files)))
        left = True
        heard = time.monotonic()
        while left or self._under_way:
            room = _AHEAD * sum(self._threads().values()) - len(self._under_way)
            while left and room > 0:
                number = next(todo, None)
                left = number is not None
                if number is not None and (missing := self._submit(number)):
                    yield number, missing
                room -= 1
            told = list(self._finished())
            if told or self._threads():
                heard = time.monotonic()
            elif time.monotonic() - heard > _WITHOUT_WORKERS:
                raise NoCluster(say.NO_WORKER.of(seconds=_WITHOUT_WORKERS))
            for future in told:
                number = self._under_way.pop(future)
                yield number, self._document(future, number)

    def _threads(self) -> dict[str, int]:
        with _answered():
            threads: dict[str, int] = self._client.sync(self._client.scheduler.ncores, callback_timeout=_ANSWER)
        return threads

    def _submit(self, number: int) -> Document | None:
        """Give a file to the cluster; the quarantined document instead, where it cannot be opened."""
        path = shown(self._files[number])
        try:
            data = read_regular(self._files[number], self._limits.megabytes * 1024 * 1024)
        except OSError as error:
            return quarantined(path, unreadable(error))
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Sending large graph")  # the bytes must travel
            code, added = program(self._reader), vocabulary().added
            future = self._client.submit(read_task, data, path, self._reader, self._limits, code, added, pure=False)
        self._under_way[future] = number
        return None

    def _finished(self) -> Sequence[Future]:
        from distributed import wait

        if not self._under_way:
            time.sleep(_PAUSE)
            return []
        done: list[Future] = []
        with _answered(), suppress(TimeoutError):
            done = list(wait(list(self._under_way), timeout=_LOOK, return_when="FIRST_COMPLETED").done)
        if self._client.status != "running":
            raise NoCluster(say.SCHEDULER_GONE.of(error=self._client.status))
        return done

    def _document(self, future: Future, number: int) -> Document:
        from distributed import KilledWorker

        try:
            with _answered():
                document: Document = Trusted.loads(future.result(timeout=_ANSWER))
            return document
        except KilledWorker:
            file = self._files[number]
            return quarantined(shown(file), Finding("document.crashed", WORKERS_LOST.of()), hashed(file))
        except NoCluster:
            raise
        except Exception as error:
            said = error.said if isinstance(error, SaidError) else quoted(error)
            raise NoCluster(say.WORKER_FAILED.of(path=shown(self._files[number]), error=said)) from error


def read_task(data: bytes, path: str, reader: Reader, limits: Limits, code: str, added: Added = ()) -> bytes:
    """On a worker: the document in `data`, packed, with words added to the vocabulary.

    Raises NoCluster where the program is not the one that asks.
    """
    if program(reader) != code:
        raise NoCluster(say.OTHER_VERSION.of(found=program(reader), expected=code))
    return pickle.dumps(_own(threading.get_ident(), reader, limits).read(data, path, added), pickle.HIGHEST_PROTOCOL)


@cache
def _own(thread: int, reader: Reader, limits: Limits) -> Alone:
    """The process that reads for a thread."""
    alone = Alone(reader, limits)
    atexit.register(alone.close)
    return alone
