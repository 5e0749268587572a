"""A dataset in a folder → its rows as text, or the reason why it cannot be compared."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from yusuan.pipeline.files.regular import open_regular
from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.messages.language import tell
from yusuan.schemas.dataset.fields import CORRECTED_LINE_ITEMS, LINE_ITEMS, RESOURCES
from yusuan.schemas.dataset.resource import Resource
from yusuan.schemas.sentences import datasets as say
from yusuan.schemas.sentences import looking
from yusuan.schemas.sentences.names import level_name, stage_name
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.sentences.system import of_error

Row = Mapping[str, str]


class NotComparable(SaidError, ValueError):
    """A folder does not hold a dataset that keeps the contract; the message names file, found and expected."""


@dataclass(frozen=True)
class Loaded:
    """The files of a dataset as rows of text, by name without ending, and what each document is called."""

    folder: Path
    rows: Mapping[str, Sequence[Row]]
    labels: Mapping[str, str]

    def label(self, row: Row) -> str:
        """What the document of a row is called."""
        return self.labels.get(row["document_id"], row["document_id"])


def load(folder: Path) -> Loaded:
    """Read a dataset. Raises NotComparable."""
    rows = {resource.name: list(_rows(folder / f"{resource.name}.csv", resource)) for resource in RESOURCES}
    return Loaded(folder, rows, _labels(rows["documents"]))


def _rows(path: Path, resource: Resource) -> Iterator[Row]:
    try:
        with TextIOWrapper(open_regular(path), encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            corrected = resource is LINE_ITEMS and header == CORRECTED_LINE_ITEMS.columns
            if header != resource.columns and not corrected:
                found = joined(header) or say.NO_COLUMN.of()
                raise NotComparable(say.OTHER_COLUMNS.of(path=path, found=found, expected=joined(resource.columns)))
            for number, values in enumerate(reader, start=2):
                if len(values) != len(header):
                    said = say.OTHER_LENGTH.of(path=path, line=number, found=len(values), expected=len(header))
                    raise NotComparable(said)
                yield dict(zip(header, values, strict=True))
    except FileNotFoundError:
        raise NotComparable(say.NOT_THERE.of(path=path, folder=path.parent)) from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NotComparable(say.UNREADABLE.of(path=path, error=of_error(error))) from error


def _labels(documents: Sequence[Row]) -> dict[str, str]:
    """Whose document each is and for which year; of two that are called alike, the later ones with their ids."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for row in documents:
        said = row["path"]
        if row["entity"]:
            level, stage = level_name(row["entity_level"]), stage_name(row["stage"])
            said = tell(
                looking.WHOSE.of(entity=row["entity"], level=level, stage=stage, year=row["fiscal_year"])
            ).strip()
        labels[row["document_id"]] = f"{said}, {row['document_id']}" if said in taken else said
        taken.add(said)
    return labels
