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
from typing import Any

import pandas as pd

from pipeline.dataset import Dataset
from pipeline.extract.amounts import NotANumber, parse
from pipeline.regular import read_regular
from pipeline.write.folder import write_pieces
from schemas.dataset.fields import CORRECTED, CORRECTED_RESOURCES
from schemas.vocabulary.around import UNITS

NAME = "corrections.csv"
"""The file in the folder of a dataset."""
COLUMNS = ("line_id", "printed", "correct", "reason", "source")


class BadCorrections(ValueError):
    """The file is none, or entries of it do not fit the documents; the message names each, with found and expected."""


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

    def applied(self, pieces: Iterable[Dataset]) -> Iterator[Dataset]:
        """The pieces of a dataset, their line items with the column `corrected`.

        Raises BadCorrections after the last one when an entry was not used, or fits no more.
        """
        problems: list[str] = []
        unused = dict(self.entries)
        for piece in pieces:
            ids: list[str] = piece.line_items["line_id"].tolist()
            corrected: list[Decimal | None] = [None] * len(ids)
            for place, line_id in enumerate(ids):
                if entry := unused.pop(line_id, None):
                    try:
                        corrected[place] = _worth(entry, piece.line_items.iloc[place])
                    except ValueError as error:
                        problems.append(self._said(entry, str(error)))
            frame = piece.line_items.assign(**{CORRECTED.name: pd.Series(corrected, dtype=object)})
            yield replace(piece, line_items=frame)
        problems += [
            self._said(entry, "found no such line in the documents; expected the one that it corrects")
            for entry in unused.values()
        ]
        if problems:
            raise BadCorrections("\n".join(problems))

    def _said(self, entry: Correction, what: str) -> str:
        return f"{self.path}, line {entry.line} ({entry.line_id}): {what}"


def corrections_of(folder: Path) -> Corrections | None:
    """Those in the folder of a dataset; None where there is no such file. Raises BadCorrections."""
    path = folder / NAME
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadCorrections(f"{path} could not be read: {error.strerror or error}") from error
    try:
        entries = list(_entries(path, content.decode("utf-8-sig")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadCorrections(f"{path} could not be read: {error}; expected CSV in UTF-8") from error
    found: dict[str, Correction] = {}
    for entry in entries:
        if found.setdefault(entry.line_id, entry) is not entry:
            raise BadCorrections(f"{path}, line {entry.line}: found {entry.line_id} again; expected each line once")
    return Corrections(path, found)


def write_corrected(pieces: Iterable[Dataset], corrections: Corrections | None, folder: Path) -> None:
    """Write a dataset, with the column `corrected` where there are corrections. Raises BadCorrections, OSError."""
    if corrections:
        write_pieces(corrections.applied(pieces), folder, CORRECTED_RESOURCES)
    else:
        write_pieces(pieces, folder)


def _entries(path: Path, text: str) -> Iterator[Correction]:
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    header = reader.fieldnames or []
    if missing := [name for name in COLUMNS if name not in header]:
        raise BadCorrections(f"{path}: found the columns {', '.join(header)}; expected {', '.join(missing)} as well")
    for row in reader:
        values = {name: (row[name] or "").strip() for name in COLUMNS}
        if empty := [name for name, value in values.items() if not value]:
            raise BadCorrections(f"{path}, line {reader.line_num}: found nothing as {empty[0]}; expected a value")
        yield Correction(reader.line_num, **values)


def _worth(entry: Correction, row: Mapping[str, Any] | pd.Series[Any]) -> Decimal:
    """What is right, in yuan. Raises ValueError where the entry does not fit the row."""
    if entry.printed != row["printed"]:
        raise ValueError(f"found '{row['printed']}' in the document; expected '{entry.printed}' to be printed")
    try:
        right = parse([entry.correct], UNITS[row["unit"]])
    except NotANumber as error:
        raise ValueError(f"{error}; expected the right figure in {row['unit']}") from None
    if right.rounded:
        raise ValueError(f"found '{entry.correct}', finer than a fen; expected the right figure in {row['unit']}")
    amount = Decimal(right.fen) / 100
    if amount == row["amount"]:
        raise ValueError(f"found '{entry.correct}', which is what is printed; expected another figure")
    return amount
