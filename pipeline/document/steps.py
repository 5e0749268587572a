"""One PDF through the whole flow: read → layout → extract → prove → normalize."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from yusuan.pipeline.document import several
from yusuan.pipeline.document.as_displayed import as_displayed
from yusuan.pipeline.document.coverage import figures_in, strays
from yusuan.pipeline.document.doubts import all_in_doubt
from yusuan.pipeline.document.misplaced import misplaced_pages
from yusuan.pipeline.document.pictured import looked_through, proof_of_pictures, unsure_where_recognised, words_unsure
from yusuan.pipeline.document.repeated import pages_again, printed_before, repeated, without_superseded
from yusuan.pipeline.document.rows_lost import with_rows_lost
from yusuan.pipeline.document.seen import Seen
from yusuan.pipeline.document.units_apart import units_apart
from yusuan.pipeline.document.without_lines import nobody_accused
from yusuan.pipeline.extract.table import extract
from yusuan.pipeline.extract.validate import check as check_types
from yusuan.pipeline.forms.form import Form
from yusuan.pipeline.forms.gather import gather
from yusuan.pipeline.forms.rows import read_forms
from yusuan.pipeline.layout.captions import Caption
from yusuan.pipeline.layout.cells import PageLayout, arrange
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.layout.page_numbers import out_of_order
from yusuan.pipeline.layout.tables import logical_tables
from yusuan.pipeline.messages.findings import Finding, Refusal
from yusuan.pipeline.normalize.line_items import line_items
from yusuan.pipeline.normalize.other_items import other_items
from yusuan.pipeline.prose.check import JudgedProse, check, statement_rows
from yusuan.pipeline.prose.evidence import evidence, without_the_wrong
from yusuan.pipeline.prose.phrases import names_of
from yusuan.pipeline.prose.read import Prose, read_prose
from yusuan.pipeline.prose.sentences import Paragraph, paragraphs
from yusuan.pipeline.prose.tables import Tables
from yusuan.pipeline.prove.proof import prove
from yusuan.pipeline.prove.untrusted import refuse_if_most_contradict
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import Reader
from yusuan.pipeline.recognise.recognise import Match, left_as_printed, recognise
from yusuan.pipeline.repair.pictures import Pictures
from yusuan.pipeline.understand.titles import known as known_title
from yusuan.pipeline.understand.wholes import is_bare_title
from yusuan.pipeline.whose.government import whole_government
from yusuan.pipeline.whose.placeholders import template_text
from yusuan.pipeline.whose.publication import publication
from yusuan.pipeline.whose.said import bodies_of_forms
from yusuan.schemas.prose.general import WORDINGS
from yusuan.schemas.sentences import files, tables
from yusuan.schemas.sentences.names import identity_name, stage_name
from yusuan.schemas.sentences.pages import MOVED, ORDER, TURNED_BESIDE
from yusuan.schemas.sentences.publications import BESIDE_ANOTHER
from yusuan.schemas.sentences.said import joined

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.prove.identities import Identity
    from yusuan.pipeline.prove.proof import Proof
    from yusuan.pipeline.prove.verdicts import Verdict
    from yusuan.schemas.identities.styles import Style
    from yusuan.schemas.prose.statements import Wording
    from yusuan.schemas.tables.declaration import Stage


def fill(document: Document, data: bytes, reader: Reader) -> None:
    """Read one PDF from its bytes into its document. Raises Refusal when it cannot be trusted as a whole."""
    layouts: list[PageLayout] = []
    source = read(data, reader, lambda page: layouts.append(arrange(page, layouts[-1] if layouts else None)))
    document.pages, document.producer, document.dated = len(source.pages), source.producer, source.dated
    document.findings += source.findings
    pictures = Pictures(source.pages)
    layouts = looked_through(document, source.pages, layouts, pictures)
    logical = logical_tables(layouts, known_title, is_bare_title)
    forms, others, unplaced = gather(logical, layouts, known_title)
    ordered = sorted([*others, *map(_as_table, forms)], key=lambda table: table.page)
    document.seen = Seen(layouts, ordered)
    others, superseded = without_superseded(others)
    recognised = recognise(others, [line.text for line in layouts[0].lines])
    titles = [table.caption for table in logical]
    government = whole_government([line.text for line in layouts[0].lines], [caption.title for caption in titles])
    if government:  # another kind of document, however its titles end
        recognised = left_as_printed(recognised)
    document.findings += [*pages_again(logical, recognised.matches), *recognised.findings, *superseded]
    used = _extract_all(document, recognised.matches, layouts)
    document.tables = [extracted for extracted, _ in used.values()]
    document.seen = Seen(layouts, ordered, {table_id: printed for table_id, (_, printed) in used.items()})
    said = [printed.caption for _, printed in used.values()]
    document.publication, findings = publication(
        document.document_id,
        recognised.stage,
        said if any(caption.title for caption in said) and not government else titles,
        _cover(layouts[0], government),
        [(layout.number, line.text) for layout in layouts for line in layout.lines],
        [year for table, _ in used.values() for year in table.years],
        document.beside,
        bodies_of_forms(logical),
        recognised.told,
        government,
    )
    beyond = {page.number for page in source.pages if page.outside}
    document.tables, of_others = several.of_own(document.tables, document.publication, beyond)
    document.findings += [*findings, *template_text(layouts), *of_others]
    outside = list(strays(source.pages, layouts, [page for table, _ in used.values() for page in table.pages]))
    read_in = {id(printed) for _, printed in used.values()}
    unread = [table for table in others if id(table) not in read_in]
    document.tables = with_rows_lost(document.tables, unread, outside)
    proof = _proof(document, recognised.stage, layouts, pictures)
    style, own = proof.style, proof.own
    document.tables, document.style, document.absent = list(proof.tables), style, proof.absent
    if own:
        document.findings += _missing(style, document)
    document.findings += outside
    document.unread, document.verdict = figures_in(outside, layouts, pictures.pages), proof.verdict
    # What is said of a row or a figure comes before what is said of a table.
    document.findings += [*document.verdict.findings, *proof.unsettled, *_not_judged(document.verdict)]
    document.items = line_items(document.publication, document.tables, document.verdict)
    document.table_count = len(document.tables)
    refuse_if_most_contradict(document.items)
    units_apart(document)
    _read_prose(document, layouts, own, pictures)
    _read_forms(document, forms, unplaced, pictures)
    _read_others(document, ordered, pictures.pages)
    words_unsure(document, pictures)
    _doubt(document, layouts, misplaced_pages(document.tables, recognised.matches, unread))
    as_displayed(document, source.pages)
    if not (logical or document.statements or (document.prose and document.prose.not_read) or outside):
        raise Refusal("document.no_table", files.NO_TABLE.of())


def _doubt(document: Document, layouts: Sequence[PageLayout], misplaced: Collection[int]) -> None:
    """Make doubts of accusations in a document that may be misunderstood as a whole. Nothing is proved on pages that
    are `misplaced` among those of their tables.
    """
    for row in document.items:
        if row["page"] in misplaced and row["status"] == "proved":
            row["status"] = "unproved"
    nobody_accused(document, layouts)
    if any(finding.rule == "document.bound_together" for finding in document.findings):
        all_in_doubt(document, BESIDE_ANOTHER)
    elif moved := sorted({*misplaced, *out_of_order(layouts)}):
        document.findings.append(Finding("document.page_order", ORDER.of(pages=joined(map(str, moved)))))
        all_in_doubt(document, MOVED)


def _proof(document: Document, stage: Stage, layouts: Sequence[PageLayout], pictures: Pictures) -> Proof:
    """The tables of a document judged by their sums; of pages that are pictures, by these too."""
    assert document.publication is not None
    year = document.publication.fiscal_year
    if pictures.pages:
        return proof_of_pictures(document, pictures, stage, year)
    document.extracted = tuple(document.tables)
    return prove(document.extracted, stage, year, partial(_said, document, layouts))


def _read_prose(document: Document, layouts: Sequence[PageLayout], own: bool, pictures: Pictures) -> None:
    """Take what the prose says, as judged against the tables."""
    judged = _judged_prose(document, layouts, own)
    document.statements = statement_rows(document.document_id, judged, pictures.pages)
    document.findings += unsure_where_recognised(document, judged.findings, pictures)
    document.findings = [_of_table(finding) for finding in document.findings]


def _read_forms(document: Document, forms: Sequence[Form], unplaced: Sequence[Finding], pictures: Pictures) -> None:
    """Take what the forms say; `unplaced` is what is to be said of what stands behind them."""
    formal = [row for row in document.statements if row["statement"] not in document.loose]
    document.targets, findings = read_forms(document.document_id, forms, formal, pictures.pages)
    document.findings += [*unplaced, *findings]


def _cover(layout: PageLayout, government: bool) -> list[str]:
    """What the first page says, part by part; of a whole government the first of each line, else all."""
    return [line.text if government else p for line in layout.lines for p in line.parts[: 1 if government else None]]


def _of_table(finding: Finding) -> Finding:
    """A finding with the id of its table as published, without the number that tells it from another of its kind."""
    return replace(finding, table=finding.table.partition("#")[0]) if "#" in finding.table else finding


def _said(
    document: Document,
    layouts: Sequence[PageLayout],
    tables: Sequence[ExtractedTable],
    style: Style,
    own: bool,
    absent: frozenset[str],
) -> list[Identity]:
    """What the prose says of figures of the tables, as they are read so far."""
    assert document.publication is not None
    document.tables = list(tables)
    document.prose, document.wording = _prose(document, style, own, list(paragraphs(layouts)))
    return evidence(document.prose, Tables(tables, absent), document.wording, document.publication.fiscal_year)


def _judged_prose(document: Document, layouts: Sequence[PageLayout], own: bool) -> JudgedProse:
    """The prose, read where it was not asked before, against what is not wrong in the tables."""
    assert document.publication is not None
    assert document.style is not None
    assert document.verdict is not None
    if document.prose is None or document.wording is None:
        document.prose, document.wording = _prose(document, document.style, own, list(paragraphs(layouts)))
    document.loose = frozenset(n for n, s in enumerate(document.prose.statements, start=1) if not s.declared)
    right = Tables(without_the_wrong(document.tables, document.verdict), document.absent)
    return check(document.prose, right, document.wording, document.publication.fiscal_year)


def _prose(document: Document, style: Style, own: bool, text: Sequence[Paragraph]) -> tuple[Prose, Wording]:
    """The prose by the wording of the way that a document follows; where it follows none, by the words of the field."""
    assert document.publication is not None
    year, entity = document.publication.fiscal_year, document.publication.entity
    government = document.publication.government
    # All final accounts of bodies are worded much alike.
    known = own or (style.stage == "final" and not government)
    wording = style.wording if known else WORDINGS[style.stage]
    return read_prose(text, wording, year, entity, own, names_of(document.tables, government)), wording


def _read_others(document: Document, logical: Sequence[LogicalTable], scanned: Collection[int]) -> None:
    """Take the figures that are in no line item as they are printed, and name those that cannot be taken."""
    read = {
        (printed.page, printed.box[0], printed.box[1])
        for table in document.tables
        for record in table.records
        for printed in record.amounts.values()
    }
    read |= {(row["page"], row["x0"], row["top"]) for row in document.targets}
    named = {
        (f.page, f.box[0], f.box[1]) for f in document.findings if f.rule.startswith("amount.") and f.box and f.page
    }
    found = other_items(document.document_id, logical, read, named, scanned)
    document.others = found.rows
    document.unread += found.unread
    document.findings += found.findings


def _as_table(form: Form) -> LogicalTable:
    """A form as a table: what its labels do not tell is still printed there."""
    fragments = [Fragment(part.grid, part.start) for part in form.parts]
    return LogicalTable(Caption(form.title), fragments)


def _extract_all(
    document: Document, matches: Sequence[Match], layouts: Sequence[PageLayout]
) -> dict[str, tuple[ExtractedTable, LogicalTable]]:
    """The tables that could be read, each once, by id, with the printed table that each is of."""
    used: dict[str, tuple[ExtractedTable, LogicalTable]] = {}
    for match in matches:
        table, logical = match.table, match.logical
        extracted, findings = extract(table, logical, match.beside)
        turned = sorted({f.grid.page for f in logical.fragments if layouts[f.grid.page - 1].turned})
        document.findings += [
            Finding(
                "table.turned_text",
                TURNED_BESIDE.of(count=layouts[page - 1].turned),
                table=table.id,
                page=page,
            )
            for page in turned
        ]
        if extracted is None:
            document.findings += findings
        elif first := printed_before(used, extracted, logical.caption):
            document.findings.append(repeated(first, extracted))
        else:
            said = {
                (finding.rule, finding.page, finding.box) for finding in document.findings if finding.rule == "row.cut"
            }
            document.findings += [f for f in findings if (f.rule, f.page, f.box) not in said]
            check_types(extracted)
            used[table.id] = extracted, logical
    return used


def _not_judged(verdict: Verdict) -> list[Finding]:
    if not verdict.not_judged:
        return []
    names = joined(map(identity_name, verdict.not_judged))
    return [Finding("identity.not_judged", tables.NOT_JUDGED.of(count=len(verdict.not_judged), names=names))]


def _missing(style: Style, document: Document) -> list[Finding]:
    """The tables that a document of its year has and that were neither found nor refused."""
    assert document.publication is not None
    year = document.publication.fiscal_year
    spoken_of = {extracted.table.id for extracted in document.tables} | {f.table for f in document.findings}
    return [
        Finding(
            "table.missing",
            tables.MISSING.of(title=table.title, stage=stage_name(style.stage), year=year),
            table=table.id,
        )
        for table in style
        if table.id not in spoken_of | style.absent(year)
    ]
