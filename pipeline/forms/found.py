"""What is read of one form: its lines, its amounts, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from yusuan.brief import brief
from yusuan.pipeline.forms.form import Form
from yusuan.pipeline.forms.records import FormLine
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.characters import name


@dataclass
class ReadForm:
    """What was read of one form; `number` counts the forms of a document from 1."""

    number: int
    form: Form
    lines: list[FormLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unjudged: set[str] = field(default_factory=set)
    """Totals beside whose parts stands an amount that no declaration knows, or that could not be read."""

    labelled: set[str] = field(default_factory=set)
    """Fields whose labels were found, with a value or without."""
    complete: bool = False
    """Whether its sub-projects are said to make up the whole of its money."""
    project_name: str = ""
    """The project of one head in a table that lists many."""

    def __repr__(self) -> str:
        return brief(self)

    @property
    def project(self) -> str:
        """The name of the project; empty where the form has none."""
        if self.project_name:
            return self.project_name
        return next((name(line.value) for line in self.lines if line.field == "project"), "")

    def amounts(self, field: str) -> list[FormLine]:
        """The lines of a field that have an amount."""
        return [line for line in self.lines if line.field == field and line.amount is not None]
