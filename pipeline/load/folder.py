"""A folder with a dataset → its files as typed Arrow tables, held against the contract."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.files.regular import open_regular
from yusuan.pipeline.load.checks import contradictions
from yusuan.pipeline.messages.findings import SaidError
from yusuan.schemas.dataset.fields import (
    CORRECTED,
    CORRECTED_LINE_ITEMS,
    CORRECTED_RESOURCES,
    DOCUMENTS,
    LINE_ITEMS,
    RESOURCES,
)
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.sentences import datasets as say
from yusuan.schemas.sentences.said import NOTHING, Said, in_quotes, joined, quoted
from yusuan.schemas.sentences.system import of_error

if TYPE_CHECKING:
    import pyarrow as pa

_DIGITS = 28
_PLACES = 6
_EXPECTED = {
    "integer": (say.WHOLE_NUMBER.of(), r"^-?\d{1,15}$"),
    "number": (say.PLAIN_NUMBER.of(), r"^-?\d{1,18}(\.\d{1,6})?$"),
    "boolean": (say.TRUE_OR_FALSE.of(), r"^(true|false)$"),
}
_SHOWN = 80


class BreaksContract(SaidError, ValueError):
    """A folder holds no dataset that keeps the contract; the message names file, row, found and expected."""


@dataclass(frozen=True)
class Loaded:
    """The files of a dataset by name without ending, each with the columns of its resource, in their order.

    Line items have `corrected` as well where persons recorded corrections; `resources` says so.

    Missing values are null, numbers decimals with the places of their field, or six where the field has as many as
    are printed; integers int64, booleans bool, the rest strings.
    """

    folder: Path
    tables: Mapping[str, pa.Table]
    resources: tuple[Resource, ...] = RESOURCES

    def __getitem__(self, name: str) -> pa.Table:
        """The rows of a file."""
        return self.tables[name]


def load(folder: Path) -> Loaded:
    """Read the CSV files of a dataset.

    Raises BreaksContract for a file or column that is not there, a value of another type or outside its list, a key
    that comes twice or leads nowhere, counts in documents.csv that are not those of the other files, an amount that is
    not what is printed, and a file that is not the one whose hash stands in datapackage.json. Columns that the contract
    does not know are left out.
    """
    tables = {resource.name: _read(folder / f"{resource.name}.csv", resource) for resource in RESOURCES}
    corrected = CORRECTED.name in tables[LINE_ITEMS.name].column_names
    resources = CORRECTED_RESOURCES if corrected else RESOURCES
    for resource in resources:
        _check_keys(folder / f"{resource.name}.csv", tables[resource.name], resource, tables[DOCUMENTS.name])
    for said in contradictions(folder, tables):
        raise BreaksContract(said)
    return Loaded(folder, tables, resources)


def _read(path: Path, resource: Resource) -> pa.Table:
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    header = _header(path)
    if resource is LINE_ITEMS and CORRECTED.name in header:
        resource = CORRECTED_LINE_ITEMS
    if missing := [column for column in resource.columns if column not in header]:
        found = quoted(", ".join(header)[:400]) or say.NO_COLUMN.of()
        raise BreaksContract(say.NO_COLUMNS.of(path=path, found=found, missing=joined(missing)))
    if len(set(header)) < len(header):
        raise BreaksContract(say.COLUMN_TWICE.of(path=path, found=", ".join(header)[:400]))
    try:
        text = arrow_csv.read_csv(
            path,
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(header, pa.string()),
                include_columns=resource.columns,
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except (OSError, pa.ArrowInvalid) as error:
        raise BreaksContract(say.UNREADABLE.of(path=path, error=of_error(error))) from error
    columns = [_typed(path, text.column(field.name), field) for field in resource.fields]
    return pa.table(columns, names=resource.columns)


def _header(path: Path) -> list[str]:
    try:
        with TextIOWrapper(open_regular(path), encoding="utf-8", newline="") as file:
            return next(csv.reader(file), [])
    except FileNotFoundError:
        raise BreaksContract(say.NOT_THERE.of(path=path, folder=path.parent)) from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BreaksContract(say.UNREADABLE.of(path=path, error=of_error(error))) from error


def _typed(path: Path, values: pa.ChunkedArray, field: Field) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    if field.required:
        _all(path, field, values, pc.is_valid(values), say.A_VALUE.of())
    expected, pattern = _EXPECTED.get(field.type, (NOTHING, ""))
    if field.type == "number" and field.places is not None:
        expected, pattern = (
            say.DECIMALS.of(places=field.places),
            rf"^-?\d{{1,18}}(\.\d{{1,{field.places}}})?$",
        )
    if field.pattern:
        expected, pattern = say.TEXT_LIKE.of(pattern=field.pattern), rf"^(?:{field.pattern})$"
    if pattern:
        _all(path, field, values, pc.match_substring_regex(values, pattern), expected)
    if field.enum:
        listed = pc.or_(pc.is_in(values, pa.array(field.enum)), pc.is_null(values))
        _all(path, field, values, listed, say.ONE_OF.of(values=joined(field.enum)))
    if field.type == "integer":
        return pc.cast(values, pa.int64())
    if field.type == "number":
        return pc.cast(values, pa.decimal128(_DIGITS, _PLACES if field.places is None else field.places))
    return pc.equal(values, "true") if field.type == "boolean" else values


def _all(path: Path, field: Field, values: pa.ChunkedArray, right: pa.ChunkedArray, expected: Said) -> None:
    """Raise for the first value that is not right; null, as a pattern gives for a missing value, is no wrong."""
    import pyarrow.compute as pc

    wrong = pc.index(pc.fill_null(right, True), False).as_py()
    if wrong >= 0:
        found = values[wrong].as_py()
        said = say.NO_VALUE.of() if found is None else in_quotes(found[:_SHOWN])
        raise BreaksContract(
            say.WRONG_VALUE.of(path=path, row=wrong + 1, found=said, column=field.name, expected=expected)
        )


def _check_keys(path: Path, table: pa.Table, resource: Resource, documents: pa.Table) -> None:
    import pyarrow.compute as pc

    counted = table.group_by(list(resource.key)).aggregate([([], "count_all")])
    twice = counted.filter(pc.greater(counted["count_all"], 1)).select(list(resource.key))
    if twice.num_rows:
        found = joined(f"{name} {value}" for name, value in twice.slice(0, 1).to_pylist()[0].items())
        raise BreaksContract(say.TWICE.of(path=path, found=found))
    leads = pc.is_in(table["document_id"], documents["document_id"].combine_chunks())
    wrong = pc.index(leads, False).as_py()
    if wrong >= 0:
        found = table["document_id"][wrong].as_py()
        said = say.NO_DOCUMENT.of(path=path, row=wrong + 1, found=found, documents=f"{DOCUMENTS.name}.csv")
        raise BreaksContract(said)
