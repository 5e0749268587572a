"""The process that reads for the server, and puts what was read into the dataset and its report.

It is a process of its own so that whatever happens to it leaves the server standing. It takes a line of JSON for each
file from standard input, and answers with lines of JSON on standard output: that it has `begun` with one, has `read`
it, has `placed` some in the dataset (with their rows), `failed` on one, leaves one that has `changed` while it was
read, has a folder with `pages` of new ones, has made the `whole` report, or what `trouble` there is with it. Each
document is read by another process again (`yusuan.pipeline.workers.alone`), within the limits of a run.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yusuan.pipeline.batch.last_run import Stamp, stamp
from yusuan.pipeline.document.document import Document, quarantined
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.messages.language import speak
from yusuan.pipeline.serve.settings import Asked, Settings
from yusuan.pipeline.understand.words import vocabulary
from yusuan.pipeline.workers.alone import Alone
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.worker import end_with_parent, unreadable
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import Said, quoted
from yusuan.schemas.sentences.system import of_system

Tell = Callable[..., None]


@dataclass(frozen=True)
class Read:
    """A document as it was read, and what its file looked like before."""

    asked: Asked
    document: Document
    before: Stamp | None


def said_of(error: BaseException) -> Said:
    """What an error says, in both languages where it can."""
    if isinstance(error, OSError):
        return of_system(error)
    said = getattr(error, "said", None)
    return said if isinstance(said, Said) else quoted(str(error) or type(error).__name__)


class Readers:
    """Threads that read what is asked, each with a process of its own; what they read comes through `done`."""

    def __init__(self, settings: Settings, tell: Tell) -> None:
        self._limits, self._tell = Limits(settings.seconds, settings.megabytes), tell
        self._asked: queue.SimpleQueue[Asked] = queue.SimpleQueue()
        self.done: queue.SimpleQueue[Read] = queue.SimpleQueue()
        self._processes = [Alone("pdfium", self._limits) for _ in range(max(1, settings.workers))]
        for process in self._processes:
            threading.Thread(target=self._work, args=(process,), daemon=True).start()

    def ask(self, asked: Asked) -> None:
        """Read a file when a thread is free."""
        self._asked.put(asked)

    def taken(self, wait: bool) -> list[Read]:
        """All that was read since; with `wait` at least one."""
        found: list[Read] = [self.done.get()] if wait else []
        with suppress(queue.Empty):
            while True:
                found.append(self.done.get_nowait())
        return found

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.close()

    def _work(self, process: Alone) -> None:
        while True:
            asked = self._asked.get()
            self._tell(begun=asked.number)
            try:
                read = self._read(process, asked)
            except Exception as error:  # a system without room for another process, say: the next one may do
                said = say.FAILED.of(error=said_of(error))
                self._tell(failed=asked.number, said=[said.en, said.zh])
                continue
            self.done.put(read)
            self._tell(read=asked.number)

    def _read(self, process: Alone, asked: Asked) -> Read:
        file = Path(asked.path)
        path, before = shown(file), stamp(file)
        try:
            data = read_regular(file, self._limits.megabytes * 1024 * 1024)
        except OSError as error:
            return Read(asked, quarantined(path, unreadable(error)), before)
        # The process has another working folder, where a relative path would lead elsewhere.
        document = process.read(data, str(file.absolute()), vocabulary().added)
        document.path = path
        return Read(asked, document, before)


def _answers() -> Tell:
    """What writes a line of JSON; whatever else is printed goes to standard error."""
    lines = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    lock = threading.Lock()

    def tell(**said: Any) -> None:
        with lock, suppress(OSError):  # nobody hears it any more, which ends this process soon
            print(json.dumps(said), file=lines, flush=True)

    return tell


def main() -> None:
    """The process: it ends when its standard input does, or when it is told to."""
    tell = _answers()
    settings = Settings(**json.loads(sys.stdin.readline()))
    end_with_parent()
    speak(settings.language)
    os.chdir(Path(settings.out).parent)

    from yusuan.pipeline.serve.shelf import Shelf
    from yusuan.pipeline.workers.footprint import settle

    settle()
    # Until here it simply ends; from now on as a run does on Ctrl-C, with nothing left half written.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    shelf = Shelf(settings, tell)
    readers = Readers(settings, tell)
    threading.Thread(target=_listen, args=(readers,), daemon=True).start()
    tell(ready=True)
    try:
        while True:
            if read := readers.taken(wait=not shelf.behind):
                shelf.put(read)
            shelf.make(until=lambda: not readers.done.empty())
    except KeyboardInterrupt:
        pass
    finally:
        readers.close()
        sys.stderr.flush()
    os._exit(0)  # threads that wait for files have nothing to end


def _listen(readers: Readers) -> None:
    for line in sys.stdin:
        readers.ask(Asked(**json.loads(line)))
    os._exit(0)  # the server is gone; the processes that read look after that themselves


if __name__ == "__main__":
    main()
