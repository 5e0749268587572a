"""One process of a pool: it reads one file after another, until it is told to stop or somebody kills it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.document.document import Document, quarantined, read_document, release
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import TooLarge, read_regular
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.readers import pages_with
from yusuan.pipeline.understand.words import Added, use
from yusuan.pipeline.workers.footprint import begin_anew, sweep
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.system import of_system

if TYPE_CHECKING:
    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.limits import Limits

_WATCH = 1.0


def work(tasks: Connection, reader: Reader, limits: Limits, added: Added = ()) -> None:
    """Read the files whose paths come through `tasks`, with words added to the vocabulary, and send back a document for
    each.
    """
    use(added)
    for path in tasks_of(tasks, limits, reader):
        tasks.send(read_file(Path(path), reader))
        if "pdfplumber" in sys.modules:  # what it makes of pages holds itself, and would stay for long
            sweep()
        else:
            begin_anew()


def tasks_of(tasks: Connection, limits: Limits, reader: Reader = "pdfium") -> Iterator[Any]:
    """What comes through `tasks`, until nothing does; the process is made ready for it, says so, and is held to the
    limits.
    """
    # Ctrl-C reaches every process of the terminal; it is for the one that started the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    ready(limits, reader)
    with suppress(OSError):  # whoever was to hear it is gone, which the next line tells
        tasks.send(None)
    while True:
        try:
            task = tasks.recv()
        except EOFError:
            return
        if task is None:
            return
        yield task


def ready(limits: Limits, reader: Reader) -> None:
    """Import what reads, settle, and from then on hold to the limit of memory.

    The reference reader is only imported where it reads every page; else a page that is left to it has to wait for it.
    """
    from yusuan.pipeline.workers import warm

    pages_with(reader)
    assert warm  # imported before memory is counted
    limits.hold()


def end_with_parent() -> None:
    """End this process when the one that started it is gone, also in the middle of a document that takes for ever."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def unreadable(error: OSError) -> Finding:
    """Why a document is refused whose file cannot be read."""
    if isinstance(error, TooLarge):
        return Finding("document.too_large", error.said)
    return Finding("document.unreadable", say.NOT_OPENED.of(error=of_system(error)))


def overdue(seconds: float) -> Finding:
    """Why a document is refused whose process took too long."""
    return Finding("document.timeout", say.OVERDUE.of(seconds=seconds))


def outside(code: int | None) -> bool:
    """Whether a process that ended so was ended by somebody else, be it a system that is out of memory."""
    ends = (getattr(signal, name, None) for name in ("SIGKILL", "SIGTERM", "SIGHUP"))
    return code is not None and code < 0 and -code in ends


def died(code: int | None) -> Finding:
    """Why a document is refused whose process ended with a status, or by a signal, which is a status below zero."""
    by_signal = code is not None and code < 0
    how = say.SIGNAL.of(number=-(code or 0)) if by_signal else say.EXIT_STATUS.of(code=code)
    return Finding("document.crashed", say.DIED.of(how=how))


def read_file(file: Path, reader: Reader) -> Document:
    """The document in a file, with no more than the dataset needs. A file that cannot be opened is quarantined."""
    path = shown(file)
    try:
        document = read_document(read_regular(file), path, reader)
        release(document)
    except OSError as error:
        return quarantined(path, unreadable(error))
    except MemoryError:
        return quarantined(path, Finding("document.too_large", say.TOO_MUCH_MEMORY.of()))
    return document
