"""What the files of a dataset say of each other: counts, what is printed, and the hashes in datapackage.json.

A file that somebody changed, or two halves of two runs, are no dataset, however well each of them is formed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.extract.amounts import NotANumber, parse
from yusuan.pipeline.files.regular import hashed, read_regular
from yusuan.pipeline.normalize.figures import worth
from yusuan.pipeline.write.datapackage import DESCRIPTOR
from yusuan.schemas.dataset.fields import DOCUMENTS, LINE_ITEMS, OTHER_ITEMS, RESOURCES
from yusuan.schemas.sentences import datasets as say
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.system import of_error
from yusuan.schemas.views.chinese import STATUSES
from yusuan.schemas.vocabulary.around import UNITS

if TYPE_CHECKING:
    import pyarrow as pa

Tables = Mapping[str, "pa.Table"]
_STATUSES = ("proved", "unproved", "contradicted", "in_doubt")


def contradictions(folder: Path, tables: Tables) -> Iterator[Said]:
    """What is wrong, a sentence each that names the file, what was found, and what was expected."""
    yield from _ids(folder, tables)
    yield from _counts(folder, tables)
    for name, worth_of in ((LINE_ITEMS.name, _worth), (OTHER_ITEMS.name, worth)):
        yield from _amounts(folder / f"{name}.csv", tables[name], lru_cache(100_000)(worth_of))
    yield from _hashes(folder)


def _ids(folder: Path, tables: Tables) -> Iterator[Said]:
    """A document is told by its bytes, unless another one has the same id."""
    for row in tables[DOCUMENTS.name].select(["document_id", "sha256", "reason"]).to_pylist():
        other = (row["reason"] or "").startswith("document.same_id")
        if row["sha256"] and not other and not row["sha256"].startswith(row["document_id"]):
            yield say.OTHER_ID.of(
                path=f"{folder / DOCUMENTS.name}.csv",
                found=row["document_id"],
                sha256=row["sha256"][:16],
                expected=row["sha256"][:12],
            )


def _counts(folder: Path, tables: Tables) -> Iterator[Said]:
    """Files of two runs must not be taken for one dataset."""
    statuses = zip(*(tables[LINE_ITEMS.name][name].to_pylist() for name in ("document_id", "status")), strict=True)
    by_status = Counter(statuses)
    found: dict[str, tuple[str, Callable[[str], int]]] = {
        "line_items": (LINE_ITEMS.name, _counted(tables[LINE_ITEMS.name])),
        "other_items": (OTHER_ITEMS.name, _counted(tables[OTHER_ITEMS.name])),
        **{
            status: (LINE_ITEMS.name, lambda document, status=status: by_status[document, status])  # type: ignore[misc]
            for status in _STATUSES
        },
    }
    for row in tables[DOCUMENTS.name].select(["document_id", *found]).to_pylist():
        document = row["document_id"]
        for column, (name, count) in found.items():
            if row[column] is not None and count(document) != row[column]:
                yield (say.STATUS_COUNT_DIFFERS if column in _STATUSES else say.COUNT_DIFFERS).of(
                    path=f"{folder / name}.csv",
                    found=count(document),
                    status=Said(column, STATUSES.get(column, column)),
                    document=document,
                    expected=row[column],
                    documents=f"{DOCUMENTS.name}.csv",
                )


def _counted(table: pa.Table) -> Callable[[str], int]:
    return Counter(table["document_id"].to_pylist()).__getitem__


def _amounts(path: Path, table: pa.Table, worth_of: Callable[[str, str], Decimal | None]) -> Iterator[Said]:
    """An amount is what is printed, in yuan; anything else nobody has published."""
    columns = (table[name].to_pylist() for name in ("amount", "printed", "unit"))
    for number, (amount, printed, unit) in enumerate(zip(*columns, strict=True), start=1):
        if amount is not None and worth_of(printed, unit) != amount:
            yield say.AMOUNT_DIFFERS.of(
                path=path,
                row=number,
                amount=amount,
                printed=printed,
                unit=unit or say.NO_UNIT.of(),
                expected=_said(worth_of(printed, unit)),
            )


def _said(worth: Decimal | None) -> Said:
    return say.ANY_MONEY.of() if worth is None else say.WORTH.of(worth=worth)


def _worth(printed: str, unit: str) -> Decimal | None:
    try:
        return Decimal(parse([printed], UNITS[unit]).fen) / 100
    except (NotANumber, KeyError):
        return None


def _hashes(folder: Path) -> Iterator[Said]:
    file = folder / DESCRIPTOR
    try:
        package = json.loads(read_regular(file).decode("utf-8"))
        listed: dict[str, Any] = {resource["path"]: resource["hash"] for resource in package["resources"]}
    except FileNotFoundError:
        yield say.NO_DESCRIPTOR.of(path=file)
        return
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        yield say.DESCRIPTOR_UNREADABLE.of(path=file, error=of_error(error))
        return
    needed = [f"{resource.name}.csv" for resource in RESOURCES]
    for name in [*needed, *(name for name in listed if name not in needed and _is_own(folder, name))]:
        found = f"sha256:{hashed(folder / name)}"
        if listed.get(name) != found:
            expected = str(listed.get(name))[:23]
            yield say.HASH_DIFFERS.of(path=folder / name, found=found[:23], expected=expected, descriptor=DESCRIPTOR)


def _is_own(folder: Path, name: object) -> bool:
    return isinstance(name, str) and "/" not in name and "\\" not in name and (folder / name).is_file()
