"""When what a document shows is not to be trusted as a whole: its sums fail all over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.prove.readings import Reading
from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.said import joined

_SEVERAL, _NEARLY = 3, 5
"""Sums fail all over where they do in so many tables, and in all but one of so many."""
_MANY = 20
"""Fewer amounts that are contradicted are a publisher's errors in a small document."""


def refuse_if_nothing_adds_up(readings: Sequence[Reading]) -> None:
    """Where sums fail in nearly all tables whose rows the codes tell, what is shown is not what the text says; that
    figures which are printed twice are still equal proves nothing then.
    """
    told = [reading.table for reading in readings if reading.told]
    failing = [extracted for extracted in told if "column_sum" in extracted.unsummed]
    if len(failing) >= _SEVERAL and len(failing) * _NEARLY >= len(told) * (_NEARLY - 1):
        titles = joined(say.TITLE_ON_PAGE.of(title=table.title, page=table.page) for table in failing[:_SEVERAL])
        said = say.SUMS_FAIL.of(failing=len(failing), told=len(told), titles=titles)
        raise Refusal("document.contradicted", said)


def refuse_if_most_contradict(items: Sequence[Mapping[str, Any]]) -> None:
    """What is wrong all over, in the lines of a document, was misread or is no honest text: what still adds up there
    proves nothing.
    """
    contradicted = sum(item["status"] in ("contradicted", "in_doubt") for item in items)
    if contradicted >= _MANY and contradicted * 2 > len(items):
        said = say.MOST_CONTRADICT.of(contradicted=contradicted, amounts=len(items))
        raise Refusal("document.contradicted", said)
