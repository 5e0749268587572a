"""What is known of one PDF after the whole flow, which `steps.py` takes it through."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yusuan.pipeline.document.rows import Row, packed
from yusuan.pipeline.messages.findings import Finding, Refusal, SaidError, accusations_first
from yusuan.pipeline.read.readers import Reader, named
from yusuan.pipeline.whose.beside import Beside, beside
from yusuan.schemas.dataset.fields import LINE_ITEMS, OTHER_ITEMS, PERFORMANCE_TARGETS, STATEMENTS
from yusuan.schemas.sentences import files
from yusuan.schemas.sentences.said import Said, quoted

if TYPE_CHECKING:
    from yusuan.pipeline.document.seen import Seen
    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.normalize.publication import Publication
    from yusuan.pipeline.prose.read import Prose
    from yusuan.pipeline.prove.verdicts import Verdict
    from yusuan.schemas.identities.styles import Style
    from yusuan.schemas.prose.statements import Wording

INCOMPLETE = frozenset(
    {
        "document.no_entity",
        "table.unread",
        "page.figures_outside",
        "page.no_text",
        "page.not_text",
        "page.garbled",
        "page.table_pictured",
    }
)
"""Findings that tell of something which is in no file."""


@dataclass
class Document:
    """Everything that is known of one PDF after the flow. It is accepted, or quarantined with a reason."""

    document_id: str
    sha256: str
    path: str
    pages: int | None = None
    producer: str = ""
    dated: str = ""
    """The day on which its metadata says the file was last changed; empty where it does not say."""
    publication: Publication | None = None
    style: Style | None = None
    extracted: tuple[ExtractedTable, ...] = ()
    """The tables before arithmetic told how their rows are parts of each other."""
    tables: list[ExtractedTable] = field(default_factory=list)
    table_count: int = 0
    absent: frozenset[str] = frozenset()
    verdict: Verdict | None = None
    prose: Prose | None = None
    wording: Wording | None = None
    """What the prose was read by."""
    loose: frozenset[int] = frozenset()
    """Numbers of the statements that no formula of that wording has read, which accuse nobody."""
    items: Sequence[Row] = field(default_factory=list)
    statements: Sequence[Row] = field(default_factory=list)
    others: Sequence[Row] = field(default_factory=list)
    targets: Sequence[Row] = field(default_factory=list)
    unread: int = 0
    findings: list[Finding] = field(default_factory=list)
    reason: str = ""
    reason_zh: str = ""
    beside: Beside = field(default_factory=Beside)
    """What was known of it besides its pages when it was read."""
    other: str = ""
    """The id of the other file of a publication that is in two."""
    half: bytes = b""
    """What is kept of a document that may be one of two files: its prose, or its tables."""
    identities: bytes = b""
    """Those among its items, packed (`identities.py`); they go where results are kept, and not into the dataset."""
    seen: Seen | None = None
    """Its pages and tables as they are printed; None where it was refused before any were found."""

    def __repr__(self) -> str:
        counts = f"{self.table_count} tables, {len(self.items)} amounts, {len(self.findings)} findings"
        return f"<Document {self.document_id} {self.path!r}: {self.status}, {counts}>"

    @property
    def refusal(self) -> Said:
        """Why it was refused, for a person."""
        return Said(self.reason, self.reason_zh)

    @property
    def status(self) -> str:
        """`accepted` where every figure of its tables is in a row of some file, `incomplete` or `quarantined`."""
        if self.reason:
            return "quarantined"
        lost = self.unread or any(finding.rule in INCOMPLETE for finding in self.findings)
        return "incomplete" if lost else "accepted"


def release(document: Document) -> None:
    """Let go of what the dataset does not need: the tables and the identities, most of what a document holds.

    Its rows are checked and packed; a document with rows that do not fit their fields is quarantined.
    """
    from yusuan.pipeline.document.halves import kept
    from yusuan.pipeline.document.identities import identities_of

    document.half = kept(document)
    try:
        if found := identities_of(document, document.items):
            document.identities = found.packed()
        _let_go(document)
        _pack(document)
    except MemoryError:
        raise
    except Exception as error:  # one document that breaks the program must not end the run
        _let_go(document)
        _quarantine(document, _failed(error))
        _pack(document)


def _let_go(document: Document) -> None:
    document.extracted, document.tables = (), []
    document.verdict, document.prose = None, None
    document.style, document.wording, document.seen = None, None, None


def _pack(document: Document) -> None:
    document.items, document.statements = packed(document.items, LINE_ITEMS), packed(document.statements, STATEMENTS)
    document.targets = packed(document.targets, PERFORMANCE_TARGETS)
    document.others = packed(document.others, OTHER_ITEMS)


def read_document(data: bytes, path: str = "", reader: Reader = "pdfium", known: Beside | None = None) -> Document:
    """Read one PDF from its bytes, its pages with `reader`.

    `known` is what is known of it besides its pages; where that is not given, what `path` and what lies beside it tell.

    Never raises for what the document holds: it is quarantined instead. Raises ValueError for a reader that is none.
    """
    named(reader)
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(sha256[:12], sha256, path)
    document.beside = known if known is not None else beside(path) if path else Beside()
    # Imported when a document is read: who only puts documents together needs nothing of what reads them.
    from yusuan.pipeline.document.steps import fill

    try:
        fill(document, data, reader)
        document.findings = accusations_first(document.findings)
    except Refusal as refusal:
        _quarantine(document, refusal.finding)
    except MemoryError:
        _quarantine(document, Finding("document.too_large", files.TOO_MUCH_MEMORY.of()))
    except Exception as error:  # one document that breaks the program must not end the run
        _quarantine(document, _failed(error))
    return document


def _failed(error: Exception) -> Finding:
    said = error.said if isinstance(error, SaidError) else quoted(error)
    return Finding("document.failed", files.FAILED.of(kind=type(error).__name__, error=said))


def quarantined(path: str, finding: Finding, sha256: str | None = None) -> Document:
    """A document that was not read, of bytes with this hash; where none could be had, its id is made of its path."""
    own = sha256 or hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()
    document = Document(own[:12], sha256 or "", path)
    _quarantine(document, finding)
    return document


def _quarantine(document: Document, finding: Finding) -> None:
    place, place_zh = (f"page {finding.page}: ", f"第 {finding.page} 页：") if finding.page else ("", "")
    document.reason = f"{finding.rule}: {place}{finding.message}"
    document.reason_zh = f"{place_zh}{finding.message_zh}"
    document.findings.insert(0, finding)
    document.publication = None
    document.tables, document.items, document.statements, document.targets = [], [], [], []
    document.others, document.unread = [], 0
