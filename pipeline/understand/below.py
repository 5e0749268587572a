"""What stands below the columns that name rows, and how it says that the rows are classified."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from yusuan.pipeline.layout.header import AMOUNT_LIKE, HeaderColumn
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.read.characters import name
from yusuan.pipeline.understand.columns import ColumnMeaning
from yusuan.pipeline.understand.enumerators import strip_enumerator
from yusuan.pipeline.understand.titles import TitleMeaning
from yusuan.schemas.tables.classifications import CODES, NAMES
from yusuan.schemas.tables.declaration import Classification

_BEHIND = re.compile(r"\D[\[【（](?P<code>\d{3}|\d{5}|\d{7})[\]】）]$")

CLASSES: dict[str, Classification] = {
    "functional": "functional",
    "economic": "economic",
    "government_economic": "government_economic",
    "use": "use",
}


def names_below(logical: LogicalTable, columns: Sequence[HeaderColumn], first_row: int) -> Iterator[tuple[str, str]]:
    """The texts below columns, each with the code that it begins with or is, if any; of all pages of the table."""
    stretches = [(column.x0, column.x1) for column in columns]
    for index, fragment in enumerate(logical.fragments):
        grid = fragment.grid
        for row in range(first_row if index == 0 else fragment.start, grid.rows):
            for cell in grid.row(row):
                if not cell.text or cell.span.row != row:
                    continue
                middle = (cell.box[0] + cell.box[2]) / 2
                for x0, x1 in stretches:
                    if x0 <= middle <= x1:
                        yield strip_enumerator(name(cell.text))[0], cell.key
                        break


def has_money(logical: LogicalTable, first_row: int, column: HeaderColumn) -> bool:
    """Whether amounts with decimals stand below a column, and nothing else."""
    asked = has_money, first_row, column
    if asked not in logical.told:
        logical.told[asked] = _has_money(logical, first_row, column)
    return bool(logical.told[asked])


def _has_money(logical: LogicalTable, first_row: int, column: HeaderColumn) -> bool:
    decimals = False
    for _, text in names_below(logical, [column], first_row):
        if not AMOUNT_LIKE.match(text):
            return False  # nearly always the first one
        decimals = decimals or "." in text
    return decimals


def code_of(text: str) -> str:
    """The code of a text that may have its name with it (50199-其他工资福利支出, 教育支出（205）), or what it is."""
    if behind := _BEHIND.search(text):
        return behind["code"]
    return text.split("-", maxsplit=1)[0].strip("[]【】")


def classified(
    logical: LogicalTable, names: Sequence[tuple[HeaderColumn, ColumnMeaning]], first_row: int, title: TitleMeaning
) -> str:
    """How the rows that some columns name are classified: by their codes, their names, the header, the title."""
    columns = tuple(column for column, _ in names)
    asked = classified, first_row, columns
    if asked not in logical.told:
        logical.told[asked] = _shown(logical, columns, first_row)
    said = next((meaning.rows for _, meaning in names if meaning.rows), "")
    return logical.told[asked] or said or title.rows


def _shown(logical: LogicalTable, columns: Sequence[HeaderColumn], first_row: int) -> str:
    """How rows are classified, by the codes and names in some columns; empty where these do not tell."""
    seen: Counter[str] = Counter()
    for text, printed in names_below(logical, columns, first_row):
        for kind, weight in _speaks_for(text, printed):
            seen[kind] += weight
    return seen.most_common(1)[0][0] if seen else ""


@lru_cache(1 << 12)
def _speaks_for(text: str, printed: str) -> tuple[tuple[str, int], ...]:
    """The classifications that a name, and the code that it begins with or is, are of, and how strongly they say so."""
    code = code_of(printed)
    weights = ((kind, bool(pattern.fullmatch(code)) + 2 * (text in NAMES[kind])) for kind, pattern in CODES.items())
    return tuple((kind, weight) for kind, weight in weights if weight)
