"""What is raised to a program that reads documents; each says what was found and what was expected."""

from __future__ import annotations

from yusuan.pipeline.messages.findings import SaidError


class NotPdf(SaidError, ValueError):
    """What was to be read is no PDF."""


class NoSuchTable(SaidError, KeyError, IndexError):
    """A document has no table of this id, or at this place."""


class NoSuchPage(SaidError, IndexError):
    """A document has no page of this number, or none that can be drawn."""
