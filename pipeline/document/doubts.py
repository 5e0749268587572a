"""What is done with a document that may be misunderstood as a whole: nobody is accused, what is wrong is in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import Finding

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.schemas.sentences.said import Sentence


def all_in_doubt(document: Document, why: Sentence) -> None:
    """Make doubts of all accusations; `why` is said with each."""
    document.findings = [
        _doubt(finding, why) if finding.cause == "publisher" else finding for finding in document.findings
    ]
    for row in document.items:
        if row["status"] == "contradicted":
            row["status"] = "in_doubt"
    for row in document.statements:
        if row["status"] == "contradicted":
            row["status"] = "unproved"


def _doubt(finding: Finding, why: Sentence) -> Finding:
    rule = "statement.unsure" if finding.rule.startswith("statement.") else "document.unsure"
    return replace(finding, rule=rule, said=why.of(said=finding.said))
