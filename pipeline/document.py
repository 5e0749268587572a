"""One PDF through the whole flow: read → layout → extract → prove → normalize."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.coverage import strays
from pipeline.extract.records import ExtractedTable
from pipeline.extract.table import extract
from pipeline.extract.validate import check as check_types
from pipeline.findings import Finding, Refusal
from pipeline.forms.gather import gather
from pipeline.forms.rows import read_forms
from pipeline.layout.captions import Caption
from pipeline.layout.cells import PageLayout, arrange
from pipeline.layout.tables import logical_tables
from pipeline.normalize.line_items import Publication, line_items
from pipeline.placeholders import template_text
from pipeline.prose.check import check, statement_rows
from pipeline.prose.read import Prose, read_prose
from pipeline.prose.sentences import paragraphs
from pipeline.prose.tables import Tables
from pipeline.prove.verdicts import Verdict, judge
from pipeline.publication import publication
from pipeline.read.pdf import Reader, read
from pipeline.recognise import Match, known_title, nothing_known, recognise
from pipeline.rows import PackedRows, Row
from pipeline.unseen import not_as_text
from schemas.declaration import Template

_MANY = 20
"""Fewer amounts that are contradicted are a publisher's errors in a small document."""


@dataclass
class Document:
    """Everything that is known of one PDF after the flow. It is accepted, or quarantined with a reason."""

    document_id: str
    sha256: str
    path: str
    pages: int | None = None
    producer: str = ""
    publication: Publication | None = None
    template: Template | None = None
    tables: list[ExtractedTable] = field(default_factory=list)
    table_count: int = 0
    absent: frozenset[str] = frozenset()
    verdict: Verdict | None = None
    prose: Prose | None = None
    items: Sequence[Row] = field(default_factory=list)
    statements: Sequence[Row] = field(default_factory=list)
    targets: Sequence[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    reason: str = ""

    @property
    def status(self) -> str:
        """`accepted` or `quarantined`."""
        return "quarantined" if self.reason else "accepted"


def release(document: Document) -> None:
    """Let go of what the dataset does not need: the tables and the identities, most of what a document holds."""
    document.tables, document.verdict, document.prose, document.template = [], None, None, None
    document.items, document.statements = PackedRows(document.items), PackedRows(document.statements)
    document.targets = PackedRows(document.targets)


def read_document(data: bytes, path: str = "", reader: Reader = "pdfium") -> Document:
    """Read one PDF from its bytes, its pages with `reader`.

    Never raises for what the document holds: it is quarantined instead.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(sha256[:12], sha256, path)
    try:
        _fill(document, data, reader)
    except Refusal as refusal:
        _quarantine(document, refusal.finding)
    except MemoryError:
        _quarantine(document, Finding("document.too_large", "took more memory than a document may; expected less"))
    except Exception as error:  # one document that breaks the program must not end the run
        said = f"{type(error).__name__}: {error}"
        _quarantine(document, Finding("document.failed", f"the program failed on this document: {said}"))
    return document


def quarantined(path: str, finding: Finding) -> Document:
    """A document whose bytes could not be had; its id is made of its path."""
    document = Document(hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12], "", path)
    _quarantine(document, finding)
    return document


def _quarantine(document: Document, finding: Finding) -> None:
    place = f"page {finding.page}: " if finding.page else ""
    document.reason = f"{finding.rule}: {place}{finding.message}"
    document.findings.insert(0, finding)
    document.publication = None
    document.tables, document.items, document.statements, document.targets = [], [], [], []


def _fill(document: Document, data: bytes, reader: Reader) -> None:
    source = read(data, reader)
    document.pages, document.producer = len(source.pages), source.producer
    layouts = [arrange(page) for page in source.pages]
    document.findings += not_as_text(source.pages, layouts)
    logical = logical_tables(layouts, known_title)
    forms, others, unplaced = gather(logical, layouts, known_title)
    recognised = recognise(others)
    template = document.template = recognised.template
    document.findings += recognised.findings
    if not recognised.matches:
        raise nothing_known(template, logical)
    used = _extract_all(document, recognised.matches, layouts)
    order = [table.id for table in (*template, *(match.declared for match in recognised.matches))]
    document.tables = [used[table][0] for table in dict.fromkeys(order) if table in used]
    if not document.tables:
        raise _none_readable(document, recognised.matches)
    cover = [part for line in layouts[0].lines for part in line.parts]
    said = [caption for _, caption in used.values()]
    lines = [(layout.number, line.text) for layout in layouts for line in layout.lines]
    headers = [year for table, _ in used.values() for year in table.years]
    document.publication, findings = publication(document.document_id, template.stage, said, cover, lines, headers)
    document.findings += [*findings, *template_text(layouts)]
    _drop_other_years(document)
    if not document.tables:
        raise _none_readable(document, recognised.matches)
    document.findings += _missing(template, document)
    document.findings += strays(source.pages, layouts, [page for table, _ in used.values() for page in table.pages])
    year = document.publication.fiscal_year
    document.absent = frozenset(table.id for table in template if year < table.since)
    document.verdict = judge(document.tables, recognised.equalities, document.absent)
    document.findings += document.verdict.findings
    document.findings += _not_judged(document.verdict)
    document.items = line_items(document.publication, document.tables, document.verdict)
    document.table_count = len(document.tables)
    _refuse_if_most_contradict(document.items)
    document.prose = read_prose(paragraphs(layouts), template.wording, year, document.publication.entity)
    judged = check(document.prose, Tables(document.tables, document.absent), template.wording, year)
    document.statements = statement_rows(document.document_id, judged)
    document.findings += judged.findings
    document.targets, findings = read_forms(document.document_id, forms, document.statements)
    document.findings += [*unplaced, *findings]


def _refuse_if_most_contradict(items: Sequence[Row]) -> None:
    """What is wrong all over was misread or is no honest text: what still adds up there proves nothing."""
    contradicted = sum(item["status"] == "contradicted" for item in items)
    if contradicted >= _MANY and contradicted * 2 > len(items):
        raise Refusal(
            "document.contradicted",
            f"found {contradicted} of {len(items)} amounts contradicted; expected most to add up: the text of the file "
            "may not be what is shown, as where fonts are mapped wrongly or a scan was read by a program",
        )


def _none_readable(document: Document, matches: Sequence[Match]) -> Refusal:
    why = [
        f"'{match.logical.caption.title}' (page {match.logical.page}: "
        f"{', '.join(dict.fromkeys(f.rule for f in document.findings if f.table == match.declared.id)) or 'not read'})"
        for match in matches
    ]
    return Refusal(
        "document.no_table",
        f"found {len(matches)} tables with a known title, none of which could be read: {'; '.join(why)}; "
        "the findings say what was expected",
    )


def _extract_all(
    document: Document, matches: Sequence[Match], layouts: Sequence[PageLayout]
) -> dict[str, tuple[ExtractedTable, Caption]]:
    """The tables that could be read, each once, by id, with what is said above them."""
    used: dict[str, tuple[ExtractedTable, Caption]] = {}
    for match in matches:
        declared, logical = match.declared, match.logical
        extracted, findings = extract(declared, logical, match.beside)
        turned = sorted({f.grid.page for f in logical.fragments if layouts[f.grid.page - 1].turned})
        document.findings += [
            Finding(
                "table.turned_text",
                f"found {layouts[page - 1].turned} turned glyphs on the page; they are left out",
                table=declared.id,
                page=page,
            )
            for page in turned
        ]
        if extracted is None:
            document.findings += findings
        elif declared.id in used:
            document.findings.append(_repeated(used[declared.id][0], extracted))
        else:
            document.findings += findings
            check_types(extracted)
            used[declared.id] = extracted, logical.caption
    return used


def _drop_other_years(document: Document) -> None:
    """Take out tables whose headers name another year: what is printed there is not this year's."""
    assert document.publication is not None
    year = document.publication.fiscal_year
    for extracted in [table for table in document.tables if table.years - {year}]:
        document.tables.remove(extracted)
        found = ", ".join(map(str, sorted(extracted.years)))
        document.findings.append(
            Finding(
                "table.other_year",
                f"found the year {found} in the header of '{extracted.title}'; expected {year}, the document's own",
                table=extracted.table.id,
                page=extracted.page,
            )
        )


def _repeated(first: ExtractedTable, second: ExtractedTable) -> Finding:
    same = first.frame().drop(columns="page").equals(second.frame().drop(columns="page"))
    return Finding(
        "table.repeated_same" if same else "table.repeated",
        f"found '{second.title}' again; page {first.page} has it too, with "
        f"{'the same' if same else 'other'} content; the one on page {first.page} is used",
        table=first.table.id,
        page=second.page,
    )


def _not_judged(verdict: Verdict) -> list[Finding]:
    if not verdict.not_judged:
        return []
    return [
        Finding(
            "identity.not_judged",
            f"found {len(verdict.not_judged)} identities between tables that cannot be judged, because a table or a "
            f"column was not read: {', '.join(verdict.not_judged)}",
        )
    ]


def _missing(template: Template, document: Document) -> list[Finding]:
    """The tables that a document of its year has and that were neither found nor refused."""
    assert document.publication is not None
    spoken_of = {extracted.table.id for extracted in document.tables} | {f.table for f in document.findings}
    return [
        Finding(
            "table.missing",
            f"found no table titled '{table.title}'; expected one in a {template.stage} "
            f"of {document.publication.fiscal_year}",
            table=table.id,
        )
        for table in template
        if table.id not in spoken_of and document.publication.fiscal_year >= table.since
    ]
