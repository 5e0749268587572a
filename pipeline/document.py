"""One PDF through the whole flow: read → layout → extract → prove → normalize."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract.records import ExtractedTable
from pipeline.extract.table import extract
from pipeline.extract.validate import validate
from pipeline.findings import Finding, Refusal
from pipeline.layout import captions
from pipeline.layout.cells import PageLayout, arrange
from pipeline.layout.tables import LogicalTable, logical_tables
from pipeline.normalize.line_items import Publication, line_items
from pipeline.prove.verdicts import Verdict, judge
from pipeline.read.pdf import read
from schemas.declaration import Table, Template
from schemas.templates import TEMPLATES
from schemas.words import STAGE_WORDS


@dataclass
class Document:
    """Everything that is known of one PDF after the flow. It is accepted, or quarantined with a reason."""

    document_id: str
    sha256: str
    path: str
    pages: int | None = None
    producer: str = ""
    publication: Publication | None = None
    tables: list[tuple[ExtractedTable, Verdict]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    reason: str = ""

    @property
    def status(self) -> str:
        """`accepted` or `quarantined`."""
        return "quarantined" if self.reason else "accepted"


def read_document(data: bytes, path: str = "") -> Document:
    """Read one PDF from its bytes. Never raises for what the document holds: it is quarantined instead."""
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(sha256[:12], sha256, path)
    try:
        _fill(document, data)
    except Refusal as refusal:
        _quarantine(document, refusal.finding)
    except Exception as error:  # one document that breaks the program must not end the run
        said = f"{type(error).__name__}: {error}"
        _quarantine(document, Finding("document.failed", f"the program failed on this document: {said}"))
    return document


def quarantined(path: str, finding: Finding, data: bytes = b"") -> Document:
    """A document that was refused before it could be read."""
    sha256 = hashlib.sha256(data).hexdigest() if data else ""
    name = sha256 or hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()
    document = Document(name[:12], sha256, path)
    _quarantine(document, finding)
    return document


def _quarantine(document: Document, finding: Finding) -> None:
    place = f"page {finding.page}: " if finding.page else ""
    document.reason = f"{finding.rule}: {place}{finding.message}"
    document.findings.insert(0, finding)
    document.tables, document.items = [], []


def _fill(document: Document, data: bytes) -> None:
    source = read(data)
    document.pages, document.producer = len(source.pages), source.producer
    layouts = [arrange(page) for page in source.pages]
    document.findings += [
        Finding(
            "page.turned_text",
            f"found {page.turned} turned glyphs against {len(page.characters)} upright ones on a page with ruled "
            "areas; expected text that stands upright",
            page=page.number,
        )
        for page, layout in zip(source.pages, layouts, strict=True)
        if page.turned > len(page.characters) and layout.grids
    ]
    logical = logical_tables(layouts)
    template, chosen = _recognise(document, logical)
    document.tables = _extract_all(document, template, chosen, layouts)
    if not document.tables:
        raise _none_readable(document, chosen)
    document.publication = _publication(document, template, chosen, layouts)
    document.findings += _missing(template, document)
    document.items = line_items(document.publication, document.tables)


def _recognise(
    document: Document, logical: Sequence[LogicalTable]
) -> tuple[Template, list[tuple[Table, LogicalTable]]]:
    """Match logical tables to a declared template by their titles; report the ones that match none.

    Raises Refusal for a document without any declared table.
    """
    entities = {table.caption.entity for table in logical if table.caption.entity}
    best: tuple[Template, list[tuple[Table, LogicalTable]]] | None = None
    for template in TEMPLATES:
        chosen = [
            (declared, table) for table in logical if (declared := _declared(template, table, entities)) is not None
        ]
        if best is None or len(chosen) > len(best[1]):
            best = template, chosen
    assert best is not None
    if not best[1]:
        _refuse_other_kinds(best[0], logical)
    taken = {id(table) for _, table in best[1]}
    document.findings += [
        finding for table in logical if id(table) not in taken and (finding := _unrecognised(best[0], table))
    ]
    if not best[1]:
        expected = ", ".join(table.title for table in best[0])
        raise Refusal("document.no_table", f"found no declared table: titles {_titles(logical)}; expected {expected}")
    return best


def _declared(template: Template, logical: LogicalTable, entities: Iterable[str]) -> Table | None:
    return next(
        (
            table
            for table in template
            if any(captions.names(logical.caption.title, words, entities) for words in table.titles)
        ),
        None,
    )


def _unrecognised(template: Template, table: LogicalTable) -> Finding | None:
    """What to say of a table that no declaration knows; nothing for ruled areas without figures."""
    title = table.caption.title
    grid = table.fragments[0].grid
    form = captions.form(title)
    if form:
        return Finding(
            "table.not_read", f"found the {form} '{title}', which is not read yet", page=table.page, box=grid.box
        )
    if not table.has_figures or grid.columns < 2:
        return None
    if title:
        known = ", ".join(declared.title for declared in template)
        return Finding(
            "table.unknown_title",
            f"found a table titled '{title}'; expected one of {known}",
            page=table.page,
            box=grid.box,
        )
    first = " | ".join(cell.text for cell in grid.row(table.fragments[0].start) if cell.text)[:120]
    return Finding(
        "table.no_title",
        f"found a ruled table with figures that has no title and continues no other; its first row is '{first}'",
        page=table.page,
        box=grid.box,
    )


def _refuse_other_kinds(template: Template, logical: Sequence[LogicalTable]) -> None:
    """Raise Refusal for a document most of whose titles speak of another kind than the template's."""
    stages = Counter(stage for table in logical if (stage := _stage(table.caption.title)))
    if not stages or stages.most_common(1)[0][0] == template.stage:
        return
    kind = next(word for word, stage in STAGE_WORDS.items() if stage == stages.most_common(1)[0][0])
    first = next(table for table in logical if kind in table.caption.title)
    raise Refusal(
        "document.unsupported_kind",
        f"found {kind}, a kind that is not read yet: titles {_titles(logical)}; expected a {template.stage}",
        page=first.page,
    )


def _none_readable(document: Document, chosen: Sequence[tuple[Table, LogicalTable]]) -> Refusal:
    why = [
        f"'{logical.caption.title}' (page {logical.page}: "
        f"{', '.join(dict.fromkeys(f.rule for f in document.findings if f.table == table.id)) or 'not read'})"
        for table, logical in chosen
    ]
    return Refusal(
        "document.no_table",
        f"found {len(chosen)} tables with a known title, none of which could be read: {'; '.join(why)}; "
        "the findings say what was expected",
    )


def _titles(logical: Sequence[LogicalTable], shown: int = 3) -> str:
    """The titles of a document for a message, the first ones with their pages."""
    titled = [f"'{table.caption.title}' (page {table.page})" for table in logical if table.caption.title]
    more = f" and {len(titled) - shown} more" if len(titled) > shown else ""
    return (", ".join(titled[:shown]) or "none") + more


def _stage(title: str) -> str:
    return next((stage for word, stage in STAGE_WORDS.items() if word in title), "")


def _extract_all(
    document: Document,
    template: Template,
    chosen: Sequence[tuple[Table, LogicalTable]],
    layouts: Sequence[PageLayout],
) -> list[tuple[ExtractedTable, Verdict]]:
    read_tables: dict[str, tuple[ExtractedTable, Verdict]] = {}
    for declared, logical in chosen:
        extracted, findings = extract(declared, logical)
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
            continue
        first = read_tables.get(declared.id)
        if first is not None:
            document.findings.append(_repeated(first[0], extracted))
            continue
        document.findings += findings
        validate(extracted)
        verdict = judge(extracted)
        document.findings += verdict.findings
        read_tables[declared.id] = extracted, verdict
    return [read_tables[table.id] for table in template if table.id in read_tables]


def _repeated(first: ExtractedTable, second: ExtractedTable) -> Finding:
    same = first.frame().drop(columns="page").equals(second.frame().drop(columns="page"))
    return Finding(
        "table.repeated_same" if same else "table.repeated",
        f"found '{second.title}' again; page {first.page} has it too, with "
        f"{'the same' if same else 'other'} content; the one on page {first.page} is used",
        table=first.table.id,
        page=second.page,
    )


def _publication(
    document: Document,
    template: Template,
    chosen: Sequence[tuple[Table, LogicalTable]],
    layouts: Sequence[PageLayout],
) -> Publication:
    """Who publishes, at which level, for which year: as most of the tables' captions say."""
    said = [logical.caption for _, logical in chosen]
    cover = [part for line in layouts[0].lines for part in line.parts]
    entities = Counter(caption.entity for caption in said if caption.entity)
    if not entities and (on_cover := captions.read_caption(cover).entity):
        entities[on_cover] += 1
    if not entities:
        raise Refusal(
            "document.no_entity", "found no 编制单位： or 编制部门： above any table; expected whose figures these are"
        )
    years = Counter(captions.years(caption.title for caption in said))
    if not years:
        years = Counter(captions.years(cover)[:1])
    if not years:
        raise Refusal("document.no_year", "found no year in any title; expected one like 2024年")
    levels = Counter(level for caption in said if (level := captions.level(caption.title)))
    labels = Counter(caption.level for caption in said if caption.level)
    level = (levels or labels).most_common(1)[0][0] if levels or labels else "unit"
    for rule, counts in (("document.entities_differ", entities), ("document.years_differ", years)):
        if len(counts) > 1:
            document.findings.append(
                Finding(
                    rule,
                    f"found {', '.join(f'{value} ({times} tables)' for value, times in counts.most_common())}; "
                    f"expected one; {counts.most_common(1)[0][0]} is used",
                )
            )
    if len(set(levels) | set(labels)) > 1:
        document.findings.append(
            Finding("document.level_differs", f"found both unit and department in titles and captions; {level} is used")
        )
    return Publication(
        document.document_id, years.most_common(1)[0][0], template.stage, entities.most_common(1)[0][0], level
    )


def _missing(template: Template, document: Document) -> list[Finding]:
    """The tables that a document of its year has and that were neither found nor refused."""
    assert document.publication is not None
    spoken_of = {extracted.table.id for extracted, _ in document.tables} | {f.table for f in document.findings}
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
