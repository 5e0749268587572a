"""What is done with the pages and tables of a document of which a program read some from pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yusuan.pipeline.document.unseen import not_as_text
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prove.proof import Proof
from yusuan.pipeline.repair.bodies import of_their_body, unsure_bodies
from yusuan.pipeline.repair.names import named_by_code
from yusuan.pipeline.repair.odd_figures import without_odd_figures
from yusuan.pipeline.repair.pictures import Pictures, marked
from yusuan.pipeline.repair.repair import repair
from yusuan.pipeline.repair.statuses import doubly_proved
from yusuan.pipeline.repair.unsure import not_accused
from yusuan.pipeline.repair.unsure_rows import without_unsure
from yusuan.schemas.sentences.scans import STATEMENT_UNSURE, WORDS_UNSURE

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.layout.cells import PageLayout
    from yusuan.pipeline.read.page import Page
    from yusuan.schemas.tables.declaration import Stage

_OF_WORDS = ("document.", "table.")


def looked_through(
    document: Document, pages: Sequence[Page], layouts: list[PageLayout], pictures: Pictures
) -> list[PageLayout]:
    """Layouts without what a picture was surely misread for; says what on the pages is no text."""
    document.findings += not_as_text(pages, layouts)
    if pictures.pages:
        layouts, findings = without_odd_figures(layouts, pictures.pages)
        document.findings += findings
    return layouts


def proof_of_pictures(document: Document, pictures: Pictures, stage: Stage, year: int) -> Proof:
    """The proof of tables of which some were read from pictures, as sums and pictures mend what was misread."""
    tables, findings = named_by_code(marked(document.tables, pictures), pictures.pages)
    assert document.publication is not None
    own = document.publication.entity
    tables, of_bodies = of_their_body(tables, pictures.pages, own)
    repaired = repair(tables, pictures, stage, year)
    document.extracted = repaired.tables
    document.findings += [*findings, *of_bodies, *repaired.findings]
    verdict, unsure = without_unsure(doubly_proved(repaired.proof.verdict), pictures)
    bodies = unsure_bodies(repaired.tables, pictures.pages, own)
    document.findings += bodies.values()
    verdict = replace(
        verdict,
        status={
            key: "unproved" if said == "proved" and key[0] in bodies else said for key, said in verdict.status.items()
        },
    )
    return replace(repaired.proof, verdict=not_accused(verdict, pictures, unsure))


def unsure_where_recognised(document: Document, findings: Sequence[Finding], pictures: Pictures) -> list[Finding]:
    """What the prose accuses of, without accusation where the sentence was read from a picture; so are statuses."""
    for row in document.statements:
        if row["page"] in pictures.pages and row["status"] == "contradicted":
            row["status"] = "unproved"
    return [_unsure(each) if each.page in pictures.pages and each.cause == "publisher" else each for each in findings]


def _unsure(finding: Finding) -> Finding:
    return replace(finding, rule="statement.unsure", said=STATEMENT_UNSURE.of(said=finding.said))


def words_unsure(document: Document, pictures: Pictures) -> None:
    """Accuse nobody of words that may be misread: of whom, of what year, and of which title a document is."""
    if not pictures.pages:
        return
    document.findings = [
        replace(each, rule="document.unsure", said=WORDS_UNSURE.of(said=each.said))
        if each.cause == "publisher" and each.difference is None and each.rule.startswith(_OF_WORDS)
        else each
        for each in document.findings
    ]
