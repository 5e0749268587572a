"""The words around the tables: one text file a document, written anew, with the published figures.

A file has sections in the order of the document, each begun by a line in brackets: ``[cover]`` (the title and
the line below it), ``[contents]``, ``[prose TITLE]``, ``[units]`` (the ruled list of units, on the page of the prose
before it), ``[tables TITLE]`` and ``[forms]``; a title may be left out; one of prose breaks at a `BREAK`. A line is a
paragraph, or with `HEADING` before it a heading. Each section of prose begins a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
HEADING = "# "
BREAK = " / "
_HEAD = re.compile(r"\[(cover|contents|prose|units|tables|forms) ?(.*)\]")


@dataclass(frozen=True)
class Section:
    """One section: its kind, its title (prose and tables only) and its lines."""

    kind: str
    title: str
    lines: tuple[str, ...]


def read(name: str) -> list[Section]:
    """Return the sections of the document `name` (see DocumentLayout.name).

    Raises ValueError when the file does not begin with the head of a section.
    """
    sections: list[Section] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"):
        head = _HEAD.fullmatch(line)
        if head:
            sections.append(Section(head[1], head[2].replace(BREAK, "\n"), ()))
        elif not sections:
            raise ValueError(f"{name}.txt begins with {line!r}, not with the head of a section")
        else:
            last = sections.pop()
            sections.append(Section(last.kind, last.title, (*last.lines, line)))
    return sections
