"""Files → documents, each once however many files hold it; and from there to the dataset in one call."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.dataset.dataset import Dataset, assemble
from yusuan.pipeline.document.document import Document, quarantined
from yusuan.pipeline.files.collect import PATHS_JOINED, pdf_files, shown
from yusuan.pipeline.files.regular import hashed
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.pool import read_files
from yusuan.pipeline.workers.store import PASSING, Store
from yusuan.pipeline.workers.worker import read_file
from yusuan.schemas.sentences.files import SAME_ID

if TYPE_CHECKING:
    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.executor import Executor

Report = Callable[[int, int, Document, bool], None]
"""Called after each file: its number from 1, how many there are, the document, whether it was seen before."""


def run(
    paths: Sequence[str | os.PathLike[str]] = ("raw_pdfs",), report: Report | None = None, reader: Reader = "pdfium"
) -> Dataset:
    """Read every PDF under `paths` and return the dataset.

    `report` is called after each file. `reader` parses the pages; pdfplumber is the slow reference.
    Raises yusuan.pipeline.files.collect.NothingToRead for a path that does not exist or holds no PDF; never for what
    a document holds.
    """
    return assemble(read_all(pdf_files(paths), report, reader))


def read_all(files: Sequence[Path], report: Report | None = None, reader: Reader = "pdfium") -> list[Document]:
    """Read files one after another in this process. A file with the bytes of an earlier one only adds its path."""
    read: list[Document] = []
    seen: dict[str, Document] = {}
    for number, file in enumerate(files, start=1):
        document = read_file(file, reader)
        read.append(document)
        first = seen.setdefault(document.sha256 or document.document_id, document)
        if report:
            again = first is not document
            path = f"{first.path}{PATHS_JOINED}{document.path}" if again else document.path
            report(number, len(files), replace(document, path=path), again)
    return together(read)


def read_in_processes(
    files: Sequence[Path],
    workers: int,
    report: Report | None = None,
    reader: Reader = "pdfium",
    limits: Limits | None = None,
) -> list[Document]:
    """What `read_all` gives, from `workers` processes, of which each document may take so much and no more."""
    return together(read_each(files, partial(read_files, workers=workers), reader, limits or Limits(), report=report))


def read_each(
    files: Sequence[Path],
    executor: Executor,
    reader: Reader,
    limits: Limits,
    store: Store | None = None,
    known: Callable[[Path], str | None] | None = None,
    report: Report | None = None,
) -> list[Document]:
    """A document for each file, in their order, read by `executor`.

    What is read is kept in `store`. With `known`, which gives the hash of a file that need not be computed, what is in
    there is not read again.
    """
    count = 0

    def done(document: Document) -> None:
        nonlocal count
        count += 1
        if report:
            report(count, len(files), document, False)

    def read(document: Document) -> None:
        if store:
            store.put(document)
        done(document)

    found: dict[Path, Document] = {}
    for file in files if store and known else ():
        assert store and known
        sha256 = known(file) or hashed(file)
        if sha256 and (kept := store.get(sha256, shown(file))):
            found[file] = kept
            done(kept)
    new = [file for file in files if file not in found]
    if new:
        found |= zip(new, executor(new, reader, limits, read), strict=True)
    return [found[file] for file in files]


def together(documents: Iterable[Document]) -> list[Document]:
    """Documents of several files, those with the same bytes as one that has the paths of all.

    Of two whose hashes only begin alike one is refused, since no row of the dataset could tell them apart.
    """
    found: dict[str, Document] = {}
    for document in documents:
        known = found.setdefault(document.sha256 or document.path, document)
        if known is document:
            continue
        paths = f"{known.path}{PATHS_JOINED}{document.path}"
        if known.reason.partition(":")[0] in PASSING:  # the bytes are the same, and may have been read this time
            found[known.sha256 or known.path] = known = document
        known.path = paths
    return _apart(found.values())


def _apart(documents: Iterable[Document]) -> list[Document]:
    found = list(documents)
    first: dict[str, Document] = {}
    for document in sorted(found, key=lambda each: each.sha256):
        first.setdefault(document.document_id, document)
    return [
        document if (known := first[document.document_id]) is document else _refused_beside(known, document)
        for document in found
    ]


def _refused_beside(known: Document, document: Document) -> Document:
    refused = quarantined(document.path, Finding("document.same_id", SAME_ID.of(path=known.path)), document.sha256)
    refused.document_id = hashlib.sha256(document.sha256.encode()).hexdigest()[:12]
    return refused
