"""What the process that reads is told at its start, and what is asked of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from yusuan.schemas.sentences.said import Language

PDFS = "pdfs"
"""The folder of dropped PDFs in that of the dataset, with a folder for each hash."""
DROPPED = "dropped"
"""The folder that a PDF lies in there: reports name documents by it, and a hash tells a person nothing."""
REPORT = "report"
"""The folder of the report in that of the dataset."""

TOLD = (
    *("document_id", "entity", "entity_level", "fiscal_year", "stage", "status", "reason", "reason_zh", "tables"),
    *("line_items", "proved", "unproved", "contradicted", "in_doubt", "other_items", "unread"),
)
"""The columns of documents.csv that the page shows."""


@dataclass(frozen=True)
class Settings:
    """`out` is the folder of the dataset, `pages` one for pages of this session only, both absolute; `seconds` and
    `megabytes` are what one document may take.
    """

    out: str
    pages: str
    language: Language
    workers: int = 1
    seconds: float = 300.0
    megabytes: int = 2048

    def line(self) -> str:
        """As a line of JSON."""
        return json.dumps(asdict(self))

    @property
    def label(self) -> Path:
        """The folder of the dataset as its paths name it: from the folder that it lies in, so that both may move."""
        return Path(Path(self.out).name)


@dataclass(frozen=True)
class Asked:
    """A file to read, under the path that the dataset has for it. What was read of it before goes if it is `anew`."""

    number: int
    path: str
    anew: bool = False

    def line(self) -> str:
        """As a line of JSON."""
        return json.dumps(asdict(self))
