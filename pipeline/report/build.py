"""A dataset → its report: the pages of all documents, one after another, then the overview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.look.pdfs import Pdfs
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.readers import READERS
from yusuan.pipeline.report import figures, line_page, overview
from yusuan.pipeline.report.document_page import Made, Task, Year, make, name
from yusuan.pipeline.report.folder import Folder
from yusuan.pipeline.report.links import to_pdf
from yusuan.pipeline.report.pages import assets
from yusuan.pipeline.understand.words import Added, use, vocabulary
from yusuan.pipeline.whose.beside import address
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.processes import Processes
from yusuan.pipeline.workers.store import Store
from yusuan.pipeline.workers.worker import tasks_of
from yusuan.schemas.sentences.said import Language


@dataclass
class Report:
    """What a report has: documents, how many of them with pictures, and with identities.

    `lost` are those that a process could not show again, by path, and why.
    """

    documents: int = 0
    pictured: int = 0
    proved: int = 0
    lost: dict[str, str] = field(default_factory=dict)


def write_report(
    dataset: Loaded,
    out: Path,
    pdfs: Pdfs,
    workers: int = 0,
    progress: Callable[[], None] = lambda: None,
    limits: Limits | None = None,
    language: Language = "zh",
) -> Report:
    """Write the pages of a dataset into the folder `out`, in one language; `progress` is called after each document.

    With `workers`, pages are made in so many processes: a PDF that takes more than the `limits`, or a process with it,
    costs the pictures and identities of its own document only. Without, in this one. The rows of a few documents are
    held at a time, and their pages. Raises yusuan.pipeline.report.folder.NotOwn where a file stands in
    the way that no report has written, OSError for a folder that cannot be written.
    """
    report = Report()
    with Folder(out) as folder:
        for file in (
            *overview.NAMES,
            line_page.NAME,
            *(name(id_) for id_ in dataset["documents"]["document_id"].to_pylist()),
        ):
            folder.check(file)
        for file, content in assets().items():
            folder.write(file, content)
        for made in _made(_tasks(dataset, pdfs, out, language), workers, limits or Limits()):
            for file, content in made.files.items():
                folder.write(file, content)
            report.documents += 1
            report.pictured += made.pictured
            report.proved += made.proved
            if made.lost:
                report.lost[made.path] = made.lost
            progress()
        for file, content in line_page.files(dataset, language):
            folder.write(file, content)
        for file, content in overview.overview(dataset, language):
            folder.write(file, content)
    return report


def _made(tasks: Iterator[Task], workers: int, limits: Limits) -> Iterator[Made]:
    if not workers:
        yield from map(make, tasks)
        return
    processes: Processes[Task, Made] = Processes(
        _work, (limits, vocabulary().added), workers, limits.seconds, _without_pdf
    )
    for _, made in processes.each(tasks):
        yield made


def _work(tasks: Connection, limits: Limits, added: Added) -> None:
    use(added)
    for task in tasks_of(tasks, limits):
        tasks.send(make(task))


def _without_pdf(task: Task, finding: Finding) -> Made:
    return make(replace(task, pdf=None, lost=finding))


def _tasks(dataset: Loaded, pdfs: Pdfs, out: Path, language: Language) -> Iterator[Task]:
    years, store = _years(dataset), Store(dataset.folder, READERS[0])
    for document in dataset["documents"].to_pylist():
        own = document["document_id"]
        pdf = pdfs.find(document["path"], document["sha256"])
        yield Task(
            document,
            _of(dataset, "line_items", own),
            _of(dataset, "findings", own),
            _of(dataset, "statements", own),
            _of(dataset, "performance_targets", own),
            pdf,
            years.get((document["entity"], document["entity_level"]), ()),
            language=language,
            kept=store.identities(document["sha256"], shown(pdf)) if pdf else None,
            link=to_pdf(pdf, out / "d") if pdf else "",
            url=address(pdf) if pdf else "",
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
