"""One document → the files of its page: the page itself, pictures of the PDF's pages, and its tables to take along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.document.identities import identities_of, lines_hash
from yusuan.pipeline.look.pdfs import content
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.report import downloads, figures, flow, noted
from yusuan.pipeline.report.cuts import cuts, doubtful
from yusuan.pipeline.report.downloads import Source
from yusuan.pipeline.report.grids import Line, printed_tables
from yusuan.pipeline.report.images import Picture, pictures
from yusuan.pipeline.report.noted import Row
from yusuan.pipeline.report.pages import page
from yusuan.pipeline.report.proofs import Proofs, proofs
from yusuan.pipeline.report.script_data import script_data
from yusuan.pipeline.workers.store import identities_in
from yusuan.schemas.sentences import report as said
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views.names import Names, names


@dataclass(frozen=True)
class Year:
    """A document of the same body and level, to be compared with: its figures by kind (`figures.of_year`).

    `again` tells that the one before is for the same year and stage: it was published again.
    """

    document_id: str
    fiscal_year: int
    stage: str
    figures: Mapping[str, figures.Figure]
    again: bool = False


@dataclass(frozen=True)
class Task:
    """What a page is made of: the rows of one document in each file, its PDF, and other years of its body.

    `kept` is where its identities are, if a run has kept them; else the PDF is read again. `lost` is why the PDF is not
    to be opened, though it is there; `link` how the page leads to it, empty where it is not there; `url` where it was
    published, if anybody wrote that down.
    """

    document: Row
    lines: Sequence[Row]
    findings: Sequence[Row]
    statements: Sequence[Row]
    targets: Sequence[Row]
    pdf: Path | None
    years: Sequence[Year] = ()
    lost: Finding | None = None
    language: Language = "zh"
    kept: Path | None = None
    link: str = ""
    url: str = ""


@dataclass(frozen=True)
class Made:
    """The files of a document's page by name within the report, and whether pictures and identities are in it.

    `lost` tells why its PDF could not be shown, where there was one.
    """

    path: str
    files: Mapping[str, bytes]
    pictured: bool
    proved: bool
    lost: str = ""


@dataclass
class _Seen:
    """What the PDF gives beside the dataset."""

    pictures: list[Picture] = field(default_factory=list)
    cuts: Mapping[int, bytes] = field(default_factory=dict)
    """Pictures of the cells of lines, by their numbers."""
    proofs: Proofs | None = None
    missing: str = ""
    """Why there is no picture."""
    lost: str = ""
    """The same as the library or the process has it, where there was a PDF."""


def name(document_id: str) -> str:
    """The name of a document's page within the report."""
    return f"d/{document_id}.html"


def source_of(document: Row, language: Language) -> str:
    """A document in words: 上海市审计局 2025年部门预算; where nobody knows whose it is, the name of its file."""
    called = names(language)
    body = document["entity"] or document["path"].rpartition("/")[2]
    level, stage = called.levels.get(document["entity_level"], ""), called.stages.get(document["stage"], "")
    year = document["fiscal_year"] or ""
    kind = f"{f'{year}年' if year else ''}{level}{stage}" if language == "zh" else f"{year} {level} {stage}"
    return " ".join(f"{body} {kind}".split(" ")) if kind.strip() else body


def make(task: Task) -> Made:
    """Make the files of a document's page. The same rows and the same PDF give the same bytes."""
    document, called = task.document, names(task.language)
    lines: list[Line] = [{**line, "number": number} for number, line in enumerate(task.lines)]
    seen = _seen(task, lines)
    tables = sorted({row["table"] for row in (*lines, *task.findings) if row["table"]})
    titles = called.titles(document["stage"] or "", tables)
    originals = _originals(seen.proofs)
    if task.language == "zh":
        titles |= originals
    findings = noted.about(task.findings, task.statements, lines, titles, called)
    shown = printed_tables(lines, titles, called)
    words = source_of(document, task.language)
    source = Source(words, document["path"], document["sha256"] or "", task.url)
    files = {f"pages/{document['document_id']}-{each.page}.png": each.png for each in seen.pictures}
    cut = {number: f"pages/{document['document_id']}-cell-{number}.png" for number in seen.cuts}
    files |= {cut[number]: png for number, png in seen.cuts.items()}
    files |= downloads.files(document["document_id"], lines, shown, source, called)
    pictured = {each.page for each in seen.pictures}
    files[name(document["document_id"])] = page(
        "document.html",
        task.language,
        document=document,
        tables=shown,
        titles=titles,
        originals=originals if task.language != "zh" else {},
        takes=[downloads.stem(document["document_id"], at, each.id) for at, each in enumerate(shown, 1)],
        tidy=downloads.tidy(document["document_id"]),
        link=task.link,
        url=task.url,
        lines=lines,
        findings={cause: [f for f in findings if f["cause"] == cause] for cause in called.causes},
        sentences=noted.sentences(task.statements),
        forms=list(_by("form", task.targets).values()),
        pictures=seen.pictures,
        cut=cut,
        pictured=pictured,
        others=[each for each in range(1, (document["pages"] or 0) + 1) if each not in pictured],
        cells=_by("page", lines),
        places=_by("page", [finding for finding in findings if finding["placed"] and finding["line"] is None]),
        targets=_by("page", task.targets),
        missing=seen.missing,
        proofs=seen.proofs,
        data=script_data(lines, titles, seen.proofs, source, task.link, called),
        years=task.years if len(task.years) > 1 else (),
        most={kind: max(abs(y.figures[kind].amount) for y in task.years if kind in y.figures) for kind in _kinds(task)},
        **_drawings(lines, document, called),
    )
    return Made(document["path"], files, bool(seen.pictures), seen.proofs is not None, seen.lost)


def _originals(found: Proofs | None) -> dict[str, str]:
    """The titles of the tables as printed, but of those that several tables share: declared titles tell them apart."""
    printed = found.titles if found else {}
    times = Counter(printed.values())
    return {table: title for table, title in printed.items() if times[title] == 1}


def _kinds(task: Task) -> list[str]:
    kinds = ("revenue", "expenditure", "basic", "project", "three_public")
    return [kind for kind in kinds if any(kind in year.figures for year in task.years)]


def _seen(task: Task, lines: Sequence[Line]) -> _Seen:
    document, language = task.document, task.language
    if document["status"] == "quarantined":
        return _Seen(missing=said.REFUSED.of(language))
    if task.lost:
        words = said.LOST.of(rule=names(language).rule(task.lost.rule), nothing=said.NO_PICTURES).of(language)
        return _Seen(missing=words, lost=f"{task.lost.rule}: {task.lost.said.of(language)}")
    data = content(task.pdf, document["sha256"]) if task.pdf else None
    if data is None:
        return _Seen(missing=said.NOT_FOUND.of(nothing=said.NO_PICTURES).of(language))
    # Pages with nothing to point at are named without a picture.
    rows = (*lines, *task.findings, *task.targets, *task.statements)
    pages = sorted({row["page"] for row in rows if row["page"] is not None})
    seen = _Seen()
    try:
        seen.pictures = pictures(data, pages)
        seen.cuts = cuts(data, doubtful(lines))
    except (pdfium.PdfiumError, ValueError, OSError, MemoryError) as error:
        seen.missing = said.NO_PICTURE.of(language)
        seen.lost = said.NOT_MADE.of(error=f"{type(error).__name__}: {error}").of(language)
    kept = identities_in(task.kept) if task.kept else None
    if kept is None or kept.lines != lines_hash(lines):
        kept = identities_of(read_document(data, document["path"]), lines)
    seen.proofs = proofs(kept, len(lines), names(language)) if kept else None
    return seen


def _drawings(lines: Sequence[Line], document: Row, called: Names) -> dict[str, Any]:
    own = figures.Own(lines, document["fiscal_year"] or 0, document["stage"] or "", called)
    both = figures.flow(own)
    return {
        "flow": flow.drawn(*both, called) if both else None,
        "flow_width": flow.WIDTH,
        "sides": both,
        "uses": figures.uses(own),
        "functions": figures.functions(own),
        "economic": figures.economic(own),
        "three_public": figures.three_public(own),
    }


def _by(field: str, rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[field], []).append(row)
    return found
