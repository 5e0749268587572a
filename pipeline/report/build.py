"""A dataset → its report: the pages of all documents, one after another, then the overview."""

from __future__ import annotations

import multiprocessing
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.load import Loaded
from pipeline.report import figures, overview
from pipeline.report.document_page import Made, Task, Year, make, name
from pipeline.report.folder import Folder
from pipeline.report.pages import assets
from pipeline.report.pdfs import Pdfs

_AHEAD = 2
"""How many documents for each process are under way at once."""


class ProcessDied(RuntimeError):
    """A process that made a page came to an end by itself."""


@dataclass
class Report:
    """What a report has: documents, how many of them with pictures, and with identities."""

    documents: int = 0
    pictured: int = 0
    proved: int = 0


def write_report(
    dataset: Loaded,
    out: Path,
    pdfs: Pdfs,
    workers: int = 1,
    progress: Callable[[], None] = lambda: None,
) -> Report:
    """Write the pages of a dataset into the folder `out`; `progress` is called after each document.

    The rows of a few documents are held at a time, and their pages. Raises pipeline.report.folder.NotOwn where a file
    stands in the way that no report has written, OSError for a folder that cannot be written, ProcessDied.
    """
    report = Report()
    with Folder(out) as folder:
        for file in (overview.NAME, *(name(id_) for id_ in dataset["documents"]["document_id"].to_pylist())):
            folder.check(file)
        for file, content in assets().items():
            folder.write(file, content)
        for made in _made(_tasks(dataset, pdfs), workers):
            for file, content in made.files.items():
                folder.write(file, content)
            report.documents += 1
            report.pictured += made.pictured
            report.proved += made.proved
            progress()
        folder.write(overview.NAME, overview.overview(dataset))
    return report


def _made(tasks: Iterator[Task], workers: int) -> Iterator[Made]:
    if workers < 2:
        yield from map(make, tasks)
        return
    # A fresh interpreter, because PDFium and a copy of this one's threads do not go together.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        under_way: deque[tuple[str, Future[Made]]] = deque()
        for task in tasks:
            under_way.append((task.document["path"], pool.submit(make, task)))
            if len(under_way) >= workers * _AHEAD:
                yield _result(*under_way.popleft())
        while under_way:
            yield _result(*under_way.popleft())


def _result(path: str, future: Future[Made]) -> Made:
    try:
        return future.result()
    except BrokenProcessPool:
        message = f"a process died while the page of {path}, or of one of the next documents, was made"
        raise ProcessDied(message) from None


def _tasks(dataset: Loaded, pdfs: Pdfs) -> Iterator[Task]:
    years = _years(dataset)
    for document in dataset["documents"].to_pylist():
        own = document["document_id"]
        yield Task(
            document,
            _of(dataset, "line_items", own),
            _of(dataset, "findings", own),
            _of(dataset, "statements", own),
            _of(dataset, "performance_targets", own),
            pdfs.find(document["path"], document["sha256"]),
            years.get((document["entity"], document["entity_level"]), ()),
        )


def _of(dataset: Loaded, table: str, document_id: str) -> list[dict[str, Any]]:
    import pyarrow.compute as pc

    rows = dataset[table]
    found: list[dict[str, Any]] = rows.filter(pc.equal(rows["document_id"], document_id)).to_pylist()
    return found


def _years(dataset: Loaded) -> dict[tuple[str, str], tuple[Year, ...]]:
    """For each body and level that has several documents, what they are compared by."""
    bodies: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for document in dataset["documents"].to_pylist():
        if document["entity"] and document["fiscal_year"] and document["stage"]:
            bodies[document["entity"], document["entity_level"]].append(document)
    found: dict[tuple[str, str], tuple[Year, ...]] = {}
    for body, documents in bodies.items():
        if len(documents) < 2:
            continue
        documents.sort(key=lambda row: (row["fiscal_year"], row["stage"], row["document_id"]))
        years: list[Year] = []
        for document in documents:
            period = document["fiscal_year"], document["stage"]
            lines = _of(dataset, "line_items", document["document_id"])
            own = figures.Own([{**line, "number": None} for line in lines], *period)
            again = bool(years) and (years[-1].fiscal_year, years[-1].stage) == period
            years.append(Year(document["document_id"], *period, figures.of_year(own), again))
        found[body] = tuple(years)
    return found
