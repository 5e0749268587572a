"""One document → the files of its page: the page itself and the pictures of the PDF's pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from pipeline.document import read_document
from pipeline.findings import Finding
from pipeline.pdfs import content
from pipeline.report import figures, flow
from pipeline.report.amounts import exact
from pipeline.report.grids import Line, printed_tables
from pipeline.report.images import Picture, pictures
from pipeline.report.pages import page
from pipeline.report.proofs import Proofs, proofs
from schemas.views import chinese

Row = Mapping[str, Any]

_CELL = ("table", "row", "measure", "page", "x0", "top")
"""The fields that tell a cell, in line_items as in findings."""
_NOTHING = "没有页面图像，也不显示等式。单元格的位置仍以坐标给出。"
_BOX = ("page", "x0", "top", "x1", "bottom")


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

    `lost` is why the PDF is not to be opened, though it is there.
    """

    document: Row
    lines: Sequence[Row]
    findings: Sequence[Row]
    statements: Sequence[Row]
    targets: Sequence[Row]
    pdf: Path | None
    years: Sequence[Year] = ()
    lost: Finding | None = None


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
    proofs: Proofs | None = None
    missing: str = ""
    """Why there is no picture."""
    lost: str = ""
    """The same as the library or the process has it, where there was a PDF."""


def name(document_id: str) -> str:
    """The name of a document's page within the report."""
    return f"d/{document_id}.html"


def make(task: Task) -> Made:
    """Make the files of a document's page. The same rows and the same PDF give the same bytes."""
    document = task.document
    lines: list[Line] = [{**line, "number": number} for number, line in enumerate(task.lines)]
    seen = _seen(task, lines)
    tables = sorted({row["table"] for row in (*lines, *task.findings) if row["table"]})
    titles = chinese.titles(document["stage"] or "", tables)
    printed = seen.proofs.titles if seen.proofs else {}
    # Several declared tables may be one printed one; their declared titles tell them apart.
    times = Counter(printed.values())
    titles |= {table: title for table, title in printed.items() if times[title] == 1}
    findings = _about(task, lines, titles)
    files = {f"pages/{document['document_id']}-{each.page}.png": each.png for each in seen.pictures}
    files[name(document["document_id"])] = page(
        "document.html",
        document=document,
        tables=printed_tables(lines, titles),
        titles=titles,
        lines=lines,
        findings=findings,
        severities=Counter(finding["severity"] for finding in findings),
        sentences=_sentences(task.statements),
        forms=list(_by("form", task.targets).values()),
        pictures=seen.pictures,
        pictured={each.page for each in seen.pictures},
        cells=_by("page", lines),
        places=_by("page", [finding for finding in findings if finding["placed"] and finding["line"] is None]),
        targets=_by("page", task.targets),
        missing=seen.missing,
        proofs=seen.proofs,
        data=_data(lines, titles, seen.proofs),
        years=task.years if len(task.years) > 1 else (),
        most={kind: max(abs(y.figures[kind].amount) for y in task.years if kind in y.figures) for kind in _kinds(task)},
        **_drawings(lines, document),
    )
    return Made(document["path"], files, bool(seen.pictures), seen.proofs is not None, seen.lost)


def _kinds(task: Task) -> list[str]:
    kinds = ("revenue", "expenditure", "basic", "project", "three_public")
    return [kind for kind in kinds if any(kind in year.figures for year in task.years)]


def _seen(task: Task, lines: Sequence[Line]) -> _Seen:
    document = task.document
    if document["status"] == "quarantined":
        return _Seen(missing="文件未被采用，不显示页面图像。")
    if task.lost:
        words = f"原 PDF 无法显示（{chinese.rule(task.lost.rule)}），{_NOTHING}"
        return _Seen(missing=words, lost=f"{task.lost.rule}: {task.lost.message}")
    data = content(task.pdf, document["sha256"]) if task.pdf else None
    if data is None:
        return _Seen(missing="找不到原 PDF（或其内容已改变），" + _NOTHING)
    rows = (*lines, *task.findings, *task.targets)
    pages = sorted({row["page"] for row in rows if row["page"] is not None})
    seen = _Seen()
    try:
        seen.pictures = pictures(data, pages)
    except (pdfium.PdfiumError, ValueError, OSError, MemoryError) as error:
        seen.missing = "原 PDF 无法显示，没有页面图像。"
        seen.lost = f"no picture could be made: {type(error).__name__}: {error}"
    seen.proofs = proofs(read_document(data, document["path"]), lines)
    return seen


def _drawings(lines: Sequence[Line], document: Row) -> dict[str, Any]:
    own = figures.Own(lines, document["fiscal_year"] or 0, document["stage"] or "")
    both = figures.flow(own)
    return {
        "flow": flow.drawn(*both) if both else None,
        "flow_width": flow.WIDTH,
        "sides": both,
        "uses": figures.uses(own),
        "functions": figures.functions(own),
        "economic": figures.economic(own),
        "three_public": figures.three_public(own),
    }


def _about(task: Task, lines: Sequence[Line], titles: Mapping[str, str]) -> list[Row]:
    """The findings, errors first; `line` is the number of the line that one is about, None if it is about none.

    `placed` tells whether it has a page and all sides of a box, `place` which row of which table it is about, and
    `quotes` are the sentences that it may be about.
    """
    numbers = {tuple(line[field] for field in _CELL): line["number"] for line in lines}
    found = [
        {
            **finding,
            "line": numbers.get(tuple(finding[field] for field in _CELL)),
            "placed": all(finding[field] is not None for field in _BOX),
            "place": _place(finding, titles),
            "quotes": _quotes(finding, task.statements),
        }
        for finding in task.findings
    ]
    return sorted(found, key=lambda finding: (finding["severity"] != "error", finding["finding"]))


def _place(finding: Row, titles: Mapping[str, str]) -> str:
    if not finding["table"]:
        return ""
    row = f"第 {finding['row']} 行" if finding["row"] is not None else ""
    measure = chinese.measure(finding["measure"], finding["table"]) if finding["measure"] else ""
    return "，".join(filter(None, (titles[finding["table"]], row, measure)))


def _quotes(finding: Row, statements: Sequence[Row]) -> list[str]:
    """The sentences on the page of a finding about the prose that have the figure that it names."""
    figure = (finding["printed"] or "").lstrip("+-")
    if not figure or not finding["rule"].startswith("statement."):
        return []
    whole = re.compile(rf"(?<![\d.,]){re.escape(figure)}")
    sentences = dict.fromkeys(x["sentence"] for x in statements if x["page"] == finding["page"])
    return [sentence for sentence in sentences if whole.search(sentence)]


def _by(field: str, rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[field], []).append(row)
    return found


def _sentences(statements: Sequence[Row]) -> list[list[Row]]:
    """The statements, those of one sentence together."""
    groups: list[list[Row]] = []
    for statement in statements:
        last = groups[-1][-1] if groups else None
        if last and (last["page"], last["sentence"]) == (statement["page"], statement["sentence"]):
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return groups


def _written(line: Line) -> str:
    written = f"{line['printed']} {line['unit']}"
    corrected = line.get("corrected")
    return written if corrected is None else f"{written}（更正为 {exact(corrected)} 元）"


def _data(lines: Sequence[Line], titles: Mapping[str, str], proofs: Proofs | None) -> dict[str, Any]:
    """What the script shows of an amount; texts only, the figures in them as they are to be shown."""
    return {
        "lines": [
            [
                " ".join(filter(None, (line["code"], line["item"]))) or chinese.measure(line["measure"]),
                [line["table"], f"第 {line['row']} 行，{chinese.SIDES[line['side']]}"],
                [
                    f"{line['fiscal_year']} {chinese.BASES[line['basis']]}",
                    chinese.measure(line["measure"], line["table"]),
                    line["measure"],
                ],
                exact(line["amount"]),
                _written(line),
                line["status"],
                line["page"],
                "，".join(f"{line[side]:.2f}" for side in ("x0", "top", "x1", "bottom")),
                line["line_id"],
                proofs.of_line[line["number"]] if proofs else [],
            ]
            for line in lines
        ],
        "titles": titles,
        "identities": proofs.identities if proofs else None,
        "rules": {identity[0]: chinese.identity(identity[0]) for identity in proofs.identities} if proofs else {},
    }
