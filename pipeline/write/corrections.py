"""Corrections: what a person recorded of published figures that are wrong → a column beside the printed amounts.

They stand in a CSV file beside the data, a line for each: the line_id of the amount, what is printed and what is right
(both in the printed unit), why, and where that was found. The printed amount is never touched. An entry that does not
fit the documents any more is an error: a PDF that was mended or a figure that is read otherwise must not be corrected
again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.document.rows import Rows
from yusuan.pipeline.extract.amounts import NotANumber, parse
from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.write.folder import write_pieces
from yusuan.schemas.dataset.fields import CORRECTED, CORRECTED_LINE_ITEMS, CORRECTED_RESOURCES, LINE_ITEMS
from yusuan.schemas.sentences import corrections as say
from yusuan.schemas.sentences.said import Said, joined
from yusuan.schemas.sentences.system import of_system
from yusuan.schemas.vocabulary.around import UNITS

if TYPE_CHECKING:
    from yusuan.pipeline.dataset.dataset import Piece
    from yusuan.pipeline.normalize.columns import Columns

NAME = "corrections.csv"
"""The file in the folder of a dataset."""
COLUMNS = ("line_id", "printed", "correct", "reason", "source")


class BadCorrections(SaidError, ValueError):
    """The file is none, or entries of it do not fit the documents; the message names each, with found and expected."""


class _DoesNotFit(SaidError):
    """An entry does not fit its amount."""


@dataclass(frozen=True)
class Correction:
    """An entry, in the line of the file that it begins at. `printed` and `correct` are in the unit of the document."""

    line: int
    line_id: str
    printed: str
    correct: str
    reason: str
    source: str


@dataclass(frozen=True)
class Corrections:
    """The entries of a file by line_id."""

    path: Path
    entries: Mapping[str, Correction]

    def applied(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces of a dataset, their line items with the column `corrected`.

        Raises BadCorrections after the last one when an entry was not used, or fits no more.
        """
        problems: list[Said] = []
        unused = dict(self.entries)
        for piece in pieces:
            items = [self._corrected(rows.columns, unused, problems) for rows in piece.rows(LINE_ITEMS)]
            yield replace(piece, files={**piece.files, LINE_ITEMS.name: items})
        problems += [self._said(entry, say.NO_LINE.of()) for entry in unused.values()]
        if problems:
            raise BadCorrections(joined(problems, "\n", "\n"))

    def _corrected(self, columns: Columns, unused: dict[str, Correction], problems: list[Said]) -> Rows:
        """Line items with what is right; entries are taken out of `unused` where they are of one of them."""
        corrected: list[Decimal | None] = [None] * len(columns["line_id"])
        for place, line_id in enumerate(columns["line_id"]):
            if entry := unused.pop(line_id, None):
                try:
                    corrected[place] = _worth(entry, {name: column[place] for name, column in columns.items()})
                except _DoesNotFit as error:
                    problems.append(self._said(entry, error.said))
        return Rows(CORRECTED_LINE_ITEMS, {**columns, CORRECTED.name: corrected})

    def _said(self, entry: Correction, problem: Said) -> Said:
        return say.OF_LINE.of(path=self.path, line=entry.line, line_id=entry.line_id, problem=problem)


def corrections_of(folder: Path) -> Corrections | None:
    """Those in the folder of a dataset; None where there is no such file. Raises BadCorrections."""
    path = folder / NAME
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadCorrections(say.UNREADABLE.of(path=path, error=of_system(error))) from error
    try:
        entries = list(_entries(path, content.decode("utf-8-sig")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadCorrections(say.NO_CSV.of(path=path, error=error)) from error
    found: dict[str, Correction] = {}
    for entry in entries:
        if found.setdefault(entry.line_id, entry) is not entry:
            raise BadCorrections(say.TWICE.of(path=path, line=entry.line, line_id=entry.line_id))
    return Corrections(path, found)


def write_corrected(pieces: Iterable[Piece], corrections: Corrections | None, folder: Path) -> None:
    """Write a dataset, with the column `corrected` where there are corrections. Raises BadCorrections, OSError."""
    if corrections:
        write_pieces(corrections.applied(pieces), folder, CORRECTED_RESOURCES)
    else:
        write_pieces(pieces, folder)


def _entries(path: Path, text: str) -> Iterator[Correction]:
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    header = reader.fieldnames or []
    if missing := [name for name in COLUMNS if name not in header]:
        raise BadCorrections(say.NO_COLUMNS.of(path=path, found=joined(header), missing=joined(missing)))
    for row in reader:
        values = {name: (row[name] or "").strip() for name in COLUMNS}
        if empty := [name for name, value in values.items() if not value]:
            raise BadCorrections(say.EMPTY.of(path=path, line=reader.line_num, column=empty[0]))
        yield Correction(reader.line_num, **values)


def _worth(entry: Correction, row: Mapping[str, Any]) -> Decimal:
    """What is right, in yuan. Raises _DoesNotFit where the entry does not fit the row."""
    if entry.printed != row["printed"]:
        raise _DoesNotFit(say.PRINTED_OTHERWISE.of(found=row["printed"], expected=entry.printed))
    try:
        right = parse([entry.correct], UNITS[row["unit"]])
    except NotANumber as error:
        raise _DoesNotFit(say.NO_FIGURE.of(problem=error.said, unit=row["unit"])) from None
    if right.rounded:
        raise _DoesNotFit(say.TOO_FINE.of(text=entry.correct, unit=row["unit"]))
    amount = Decimal(right.fen) / 100
    if amount == row["amount"]:
        raise _DoesNotFit(say.NOT_OTHER.of(text=entry.correct))
    return amount
