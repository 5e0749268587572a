"""What is known of a document besides its pages: the file's name, the folder, and sources.csv beside the files.

sources.csv is UTF-8 with a header row; its columns are path (relative to the folder that it lies in, or a name alone),
entity, fiscal_year, stage, level and url, each of which but path may be missing or empty, and `over_pages`: where that
is `true`, what the row says counts before what the pages say.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from io import TextIOWrapper
from pathlib import Path, PurePath
from typing import Literal

from yusuan.pipeline.files.regular import open_regular, read_regular
from yusuan.pipeline.read.characters import key, name
from yusuan.pipeline.whose.government import of_government
from yusuan.pipeline.whose.said import Told, body_alone, told, year_in
from yusuan.schemas.sentences import publications as say
from yusuan.schemas.sentences.said import NOTHING, Said, joined
from yusuan.schemas.sentences.system import of_error

SOURCES = "sources.csv"
Origin = Literal["pages", "file name", "folder", "sources.csv"]
_LEVELS = {"unit": "unit", "department": "department", "单位": "unit", "部门": "department"}
_STAGES = {"budget": "budget", "final": "final", "预算": "budget", "决算": "final"}


@dataclass(frozen=True)
class Beside:
    """What each place besides the pages tells, the one that counts first first; `trouble` what is wrong with the list.

    `over_pages`: the list counts before the pages.
    """

    told: tuple[tuple[Origin, Told], ...] = ()
    over_pages: bool = False
    trouble: Said = NOTHING

    def digest(self) -> str:
        """Something that changes with any of it."""
        return hashlib.sha256(repr(self).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def beside(path: str | PurePath) -> Beside:
    """What is known of the file at `path` besides its pages. A list that cannot be read is told of, not raised."""
    file = Path(path)
    row, trouble = _row(file)
    found: list[tuple[Origin, Told]] = []
    over_pages = False
    if row is not None:
        listed, trouble = _listed(row)
        found.append(("sources.csv", listed))
        over_pages = row.get("over_pages", "").lower() == "true"
    if by_name := by_file_name(file.stem):
        found.append(("file name", by_name))
    for folder in [parent.name for parent in file.parents][:3]:
        if by_folder := of_folder(folder):
            found.append(("folder", by_folder))
    return Beside(tuple(found), over_pages, trouble)


def address(path: str | PurePath) -> str:
    """Where the file at `path` was published, as the list says; empty where it gives no address of the web."""
    row, _ = _row(Path(path))
    url = (row or {}).get("url", "")
    return url if re.fullmatch(r"https?://[^\s<>\"]+", url) else ""


def by_file_name(stem: str) -> Told | None:
    """What the name of a file tells without its ending, be it a body alone."""
    return of_government(stem) or told(stem) or body_alone(stem)


def of_folder(text: str) -> Told | None:
    """What the name of a folder tells: X局2025年部门预算, X局, or 2025 alone."""
    if found := by_file_name(text):
        return found
    stage = next((stage for word, stage in _STAGES.items() if word in key(text).lower()), None)
    year = year_in(key(text))
    return Told(year=year, stage="final" if stage == "final" else "budget" if stage else None) if year else None


def lists_digest(files: Iterable[Path]) -> str:
    """Something that changes with any sources.csv that speaks of `files`; empty where there is none."""
    lists = sorted({found for folder in {file.parent for file in files} if (found := _list_of(folder))})
    digest = hashlib.sha256()
    for found in lists:
        try:
            digest.update(read_regular(found))
        except OSError:
            continue
    return digest.hexdigest()[:16] if lists else ""


def _list_of(folder: Path) -> Path | None:
    """The nearest sources.csv in a folder or one above it, as far as three folders up."""
    for place in [folder, *folder.parents][:4]:
        try:
            if (place / SOURCES).is_file():
                return place / SOURCES
        except OSError:
            continue
    return None


def _row(file: Path) -> tuple[dict[str, str] | None, Said]:
    found = _list_of(file.parent)
    if found is None:
        return None, NOTHING
    try:
        stamp = found.stat()
        rows = _rows(found, stamp.st_mtime_ns, stamp.st_size)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return None, say.LIST_UNREAD.of(file=SOURCES, error=of_error(error))
    if rows is None:
        return None, say.LIST_WITHOUT_PATH.of(file=SOURCES)
    inside = file.relative_to(found.parent).as_posix()
    return rows.get(inside) or (rows.get(file.name) if inside != file.name else None), NOTHING


@lru_cache(16)
def _rows(found: Path, _time: int, _size: int) -> dict[str, dict[str, str]] | None:
    with TextIOWrapper(open_regular(found), encoding="utf-8-sig", newline="") as opened:
        reader = csv.DictReader(opened)
        if "path" not in (reader.fieldnames or ()):
            return None
        rows = [{column: (value or "").strip() for column, value in row.items() if column} for row in reader
                if not isinstance(row.get("path"), list)]  # fmt: skip
    return {PurePath(row["path"]).as_posix(): row for row in rows if row["path"]}


def _listed(row: dict[str, str]) -> tuple[Told, Said]:
    """What a row of the list tells, and which of it is no year, stage or level."""
    said = Told(name(row.get("entity", "")))
    wrong: list[Said] = []
    for column, allowed in (("stage", _STAGES), ("level", _LEVELS)):
        value = row.get(column, "")
        if value and value not in allowed:
            wrong.append(say.WRONG_VALUE.of(column=column, value=value))
    year = row.get("fiscal_year", "")
    number = year_in(key(year) if "年" in year else f"{key(year)}年") if year else None
    if year and number is None:
        wrong.append(say.WRONG_VALUE.of(column="fiscal_year", value=year))
    stage = _STAGES.get(row.get("stage", ""))
    said = replace(said, year=number, level=_LEVELS.get(row.get("level", ""), ""),
                   stage="final" if stage == "final" else "budget" if stage else None)  # fmt: skip
    return said, say.LIST_WRONG.of(wrong=joined(wrong), file=SOURCES) if wrong else NOTHING
