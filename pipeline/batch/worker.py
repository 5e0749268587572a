"""One process of a pool: it reads one file after another, until it is told to stop or somebody kills it."""

from __future__ import annotations

import signal
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.batch.limits import Limits
from pipeline.collect import shown
from pipeline.document import Document, quarantined, read_document, release
from pipeline.findings import Finding
from pipeline.read.pdf import Reader


def work(tasks: Connection, reader: Reader, limits: Limits) -> None:
    """Read the files whose paths come through `tasks`, and send back a document for each."""
    # Ctrl-C reaches every process of the terminal; it is for the one that started the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from pipeline.footprint import settle
    from pipeline.read import with_pdfium, with_pdfplumber

    assert with_pdfium and with_pdfplumber  # imported before memory is counted
    settle()
    limits.hold()
    while True:
        try:
            path = tasks.recv()
        except EOFError:
            return
        if path is None:
            return
        tasks.send(read_file(Path(path), reader))


def read_file(file: Path, reader: Reader) -> Document:
    """The document in a file, with no more than the dataset needs. A file that cannot be opened is quarantined."""
    path = shown(file)
    try:
        document = read_document(file.read_bytes(), path, reader)
        release(document)
    except OSError as error:
        return quarantined(path, Finding("document.unreadable", f"could not open the file: {error.strerror or error}"))
    except MemoryError:
        return quarantined(path, Finding("document.too_large", "took more memory than a document may; expected less"))
    return document
