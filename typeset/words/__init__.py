"""The words around the tables: one text file a document, written anew, with the published figures.

A file has sections in the order of the document, each begun by a line in brackets: ``[cover]`` (the title and
the line below it), ``[contents]``, ``[prose TITLE]``, ``[tables]`` and ``[forms]``. A line is a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
_HEAD = re.compile(r"\[(cover|contents|prose|tables|forms) ?(.*)\]")


@dataclass(frozen=True)
class Section:
    """One section: its kind, its title (prose only) and its lines."""

    kind: str
    title: str
    lines: tuple[str, ...]


def read(year: int) -> list[Section]:
    """Return the sections of the document of `year`.

    Raises ValueError when the file does not begin with the head of a section.
    """
    sections: list[Section] = []
    for line in (FOLDER / f"{year}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"):
        head = _HEAD.fullmatch(line)
        if head:
            sections.append(Section(head[1], head[2], ()))
        elif not sections:
            raise ValueError(f"{year}.txt begins with {line!r}, not with the head of a section")
        else:
            last = sections.pop()
            sections.append(Section(last.kind, last.title, (*last.lines, line)))
    return sections
