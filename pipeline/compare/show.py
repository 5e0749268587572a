"""Differences → text for a terminal, Markdown for a comment, JSON for a program."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from yusuan.pipeline.compare.differences import Difference
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import comparing
from yusuan.schemas.sentences.said import joined

Format = Literal["text", "markdown", "json"]
SHOWN = 20
"""Differences of one table of one document that are shown to a person; the rest is counted."""
_LONG = 160


def show(found: Sequence[Difference], form: Format = "text") -> str:
    """All differences in one of the formats."""
    if form == "json":
        return json.dumps([difference.as_dict() for difference in found], ensure_ascii=False, indent=1)
    return "\n".join(_markdown(found) if form == "markdown" else _text(found))


def summary(found: Sequence[Difference]) -> str:
    """How many of what differ, on one line."""
    if not found:
        return tell(comparing.NO_DIFFERENCE)
    counted = Counter((difference.file, difference.kind) for difference in found)
    return tell(
        joined(
            (
                comparing.COUNTED.of(count=times, what=comparing.FILES[file], done=comparing.DONE[kind])
                for (file, kind), times in sorted(counted.items())
            ),
            zh="，",
        )
    )


def _text(found: Sequence[Difference]) -> Iterator[str]:
    for document, own in groupby(found, key=lambda difference: difference.document):
        yield document
        for (file, table), some in groupby(own, key=lambda difference: (difference.file, difference.table)):
            rows = list(some)
            yield f"  {' '.join(filter(None, (file, table)))}"
            yield from (f"    {_line(difference)}" for difference in rows[:SHOWN])
            if len(rows) > SHOWN:
                yield f"    {_more(rows)}"
        yield ""
    yield summary(found)


def _line(difference: Difference) -> str:
    page = tell(comparing.PAGE.of(page=difference.page)) if difference.page else ""
    kind = tell(comparing.KINDS[difference.kind])
    return f"{kind:<10} {page:<8} {difference.what}{_from_to(difference, ': ', ' → ')}"


def _more(rows: Sequence[Difference]) -> str:
    return tell(comparing.AND_MORE.of(count=len(rows) - SHOWN))


def _from_to(difference: Difference, begin: str, between: str) -> str:
    texts = [text for text in (difference.before[:_LONG], difference.after[:_LONG]) if text]
    return begin + between.join(texts) if texts else ""


def _markdown(found: Sequence[Difference]) -> Iterator[str]:
    yield f"**{summary(found)}**"
    for document, own in groupby(found, key=lambda difference: difference.document):
        yield f"\n### {_cell(document)}\n"
        yield f"| {tell(comparing.HEADINGS)} |\n| --- | --- | ---: | --- | --- | --- | --- |"
        for (file, table), some in groupby(own, key=lambda difference: (difference.file, difference.table)):
            rows = list(some)
            for d in rows[:SHOWN]:
                kind = tell(comparing.KINDS[d.kind])
                cells = (d.file, d.table, d.page, kind, d.what, d.before[:_LONG], d.after[:_LONG])
                yield f"| {' | '.join(map(_cell, cells))} |"
            if len(rows) > SHOWN:
                yield f"| {file} | {table} | | | {_more(rows)} | | |"


def _cell(text: str) -> str:
    """A text that a Markdown table can hold, and that calls nobody, leads nowhere and hides nothing."""
    return _SIGNS.sub(_harmless, " ".join(text.split()))


_SIGNS = re.compile(r"[\\|`*_~\[\]<>&$]|@(?=\w)|#(?=\w)|://|(?i:www)(?=\.)|(?i:gh)(?=-\d)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_NOTHING = "<!-- -->"
"""What stands between two signs that would mean something together; nobody sees it."""


def _harmless(found: re.Match[str]) -> str:
    sign = found[0]
    if len(sign) > 1:
        return f"{sign[:1]}{_NOTHING}{sign[1:]}"
    return f"{sign}{_NOTHING}" if sign in "@#" else _ENTITIES.get(sign, f"\\{sign}")
